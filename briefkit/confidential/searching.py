"""Finding confidential values in texts, whatever way they are written: one pattern for all of them.

A way of writing that the library's own texts have as well is an ordinary word: it may be the value or may not, so a person has to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from briefkit.confidential.folding import Folded, fold
from briefkit.confidential.forms import forms_of
from briefkit.confidential.persons import is_of_another
from briefkit.confidential.phrases import Form, How
from briefkit.confidential.values import ConfidentialValue
from briefkit.model.libraries import Library
from briefkit.source import Source, Span

_AROUND = 40  # characters that are shown on either side
_APART = "\n\n"  # texts that are searched together, and have nothing to do with each other
_WORD = re.compile(r"[^\W\d_]+")
_NUMERIC: tuple[How, ...] = ("figures", "local number", "sum", "day")
_WHOLE: tuple[How, ...] = ("as given", "case", "letters")
_NEVER = re.compile(r"(?!)")
_MORE = re.compile(r"[\W_]{0,2}(\w)")
_JOINS = re.compile(r"[\W_]+")  # what stands between words in the name of a file


@dataclass(frozen=True, slots=True)
class Hit:
    """A confidential value in a text: which, in which form, and the words around it. Not `sure`, if it may be something else."""

    value: ConfidentialValue
    how: How
    sure: bool
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class Search:
    """All that is searched for. `ordinary` says which ways of writing the library's own texts have too, and where; `known` the words."""

    values: tuple[ConfidentialValue, ...] = ()
    wanted: tuple[tuple[ConfidentialValue, Form], ...] = ()
    ordinary: Mapping[tuple[ConfidentialValue, How], Span] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    pattern: re.Pattern[str] = _NEVER

    @classmethod
    def of(cls, values: Iterable[ConfidentialValue], own_texts: Iterable[Source] = ()) -> Search:
        """A search for values. `own_texts` are the library's, in which no client is named."""
        once = tuple(dict.fromkeys(values))
        wanted = tuple((value, form) for value in once for form in forms_of(value))
        plain = cls(once, wanted, pattern=_any_of(form for _, form in wanted))
        ordinary = plain._ordinary(own_texts)
        told = tuple((value, _as_ordinary(form) if (value, _kind(form)) in ordinary else form) for value, form in wanted)
        known = frozenset(fold(span.text).text for places in ordinary.values() for span in places)
        return replace(plain, wanted=told, known=known, ordinary={key: places[0] for key, places in ordinary.items()})

    def find(self, text: str) -> Iterator[Hit]:
        """Every value in a text, in the order of the text."""
        folded = fold(text)
        at = 0
        while found := self.pattern.search(folded.text, at):
            best = self._best(folded, found.start())
            if best is None:
                at = found.start() + 1
                continue
            value, form, at = best
            yield self._hit(value, form, folded, found.start(), at)

    def names_file(self, file: str) -> Hit | None:
        """What the name of a file surely says, also with other signs than spaces between its words."""
        return next((hit for name in (file, _JOINS.sub(" ", file)) for hit in self.find(name) if hit.sure), None)

    def _best(self, folded: Folded, start: int) -> tuple[ConfidentialValue, Form, int] | None:
        """What stands at a place: rather what is sure than what is not, then the longest, then what is said first."""
        here = [(value, form, found.end()) for value, form in self.wanted if (found := _compiled(_front(form)).match(folded.text, start))]
        counting = [one for one in here if _counts(one[1], folded, start, one[2])]
        return max(counting, key=lambda one: (one[1].sure, one[2]), default=None)

    def _ordinary(self, own_texts: Iterable[Source]) -> dict[tuple[ConfidentialValue, How], list[Span]]:
        """The ways of writing that the library's texts have, with the places."""
        found: dict[tuple[ConfidentialValue, How], list[Span]] = {}
        for source in own_texts:
            folded = fold(source.text)
            for hit in self.pattern.finditer(folded.text):
                span = source.span(*folded.place(hit.start(), hit.end()))
                for value, form in self.wanted:
                    if _compiled(_front(form)).match(folded.text, hit.start()):
                        found.setdefault((value, _kind(form)), []).append(span)
        return found

    def _hit(self, value: ConfidentialValue, form: Form, folded: Folded, start: int, end: int) -> Hit:
        first, last = folded.place(start, end)
        before, found, after = folded.read[max(0, first - _AROUND) : first], folded.read[first:last], folded.read[last : last + _AROUND]
        sure = form.sure and not self._is_doubtful(value, form, before, found, after)
        around = (before.rpartition(_APART)[2], found, after.partition(_APART)[0])
        return Hit(value, form.how, sure, *(_one_line(text) for text in around))

    def _is_doubtful(self, value: ConfidentialValue, form: Form, before: str, found: str, after: str) -> bool:
        """Whether what is found alone is something else: «Надежда» and hope, a surname with initials of others, or that of a title."""
        if form.how == "name":
            return found.islower() and _WORD.fullmatch(found) is not None
        return form.how == "surname" and (fold(found).text in self.known or is_of_another(value.text, before, after))


def own_texts(library: Library) -> Iterator[Source]:
    """The texts of a library that documents print: of clauses and boilerplate, the titles of what they cite, the names of choices."""
    for clause in library.clauses:
        yield from (text for _, text in clause.texts)
    for boilerplate in library.boilerplate:
        yield from (text for _, text in boilerplate.texts)
    for fact in library.facts:
        yield Source("clauses/facts.yaml", "\n".join(label for _, labels in fact.choices for _, label in labels))
    for authority in library.authorities:
        yield Source(authority.id, "\n".join(titles_of(authority.csl, authority.titles)))


def titles_of(csl: Mapping[str, object], titles: Iterable[tuple[str, str]]) -> Sequence[str]:
    """The titles under which an authority is printed, long and short, in every language."""
    own = (csl.get(name) for name in ("title", "title-short", "container-title", "authority"))
    return [*(one for one in own if isinstance(one, str)), *(title for _, title in titles)]


def _any_of(forms: Iterable[Form]) -> re.Pattern[str]:
    """One pattern for all forms: words begin where no letter is before them, numbers where no figure is."""
    words: dict[str, None] = {}
    numbers: dict[str, None] = {}
    for form in forms:
        (numbers if form.how in _NUMERIC else words)[form.pattern] = None
    groups = ((r"(?<![^\W\d_])", words), (r"(?<!\d)", numbers))
    return re.compile("|".join(f"{front}(?:{'|'.join(group)})" for front, group in groups if group) or "(?!)")


def _front(form: Form) -> str:
    return (r"(?<!\d)" if form.how in _NUMERIC else r"(?<![^\W\d_])") + f"(?:{form.pattern})"


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _kind(form: Form) -> How:
    """A name as given, in a case and in other letters are one way of writing: what is ordinary in one is so in all."""
    return "as given" if form.how in _WHOLE else form.how


def _as_ordinary(form: Form) -> Form:
    """A surname is doubtful only in the forms that the library has, which is seen where it is found."""
    return replace(form, sure=form.how == "surname", capital=form.how not in _NUMERIC)


def _counts(form: Form, folded: Folded, start: int, end: int) -> bool:
    """Whether what looks like a form is one: with a capital where it must have one, and initials of no other surname."""
    read = folded.read[slice(*folded.place(start, end))]
    letters = [char for char in read if char.isalpha()]
    if form.how in ("initials", "acronym"):
        following = _MORE.match(folded.read, folded.place(start, end)[1])
        return all(char.isupper() for char in letters) and not (form.how == "initials" and following and following[1].isupper())
    return not form.capital or bool(letters and letters[0].isupper())


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", "".join(char if char.isprintable() or char.isspace() else "" for char in text))
