"""One quotation against the stored texts of what it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.diagnostics import Diagnostic, Severity, diagnose
from briefkit.markup import places_of, single_locs
from briefkit.messages import Message, enumerated, say
from briefkit.model.libraries import Authority, StoredSource, StoredText
from briefkit.quotations.finding import Quoted
from briefkit.quotations.words import Word, aligned, altered, find, nearest, negations, pieces, words
from briefkit.tree import Ref

_HINT = say("paraphrase it, or store the official text: briefkit sources add FILE")
ALIKE = 0.6  # a stretch that is less like the quotation is not shown as what was meant
_TRAILING = frozenset(".,;:!?")


class Checker:
    """Compares quotations with the stored sources of a library."""

    def __init__(self, sources: Sequence[StoredSource], authorities: Mapping[str, Authority]) -> None:
        self.sources, self.authorities = sources, authorities

    def check(self, quoted: Quoted) -> Iterator[Diagnostic]:
        """What is wrong with a quotation. One of the citations that follow it has to hold the words; exhibits are passed over."""
        refs = [ref for ref in quoted.refs if ref.authority in self.authorities]
        if not refs or len(refs) < len(quoted.refs):
            return
        stored = [(ref, text) for ref in refs for text in self._texts(ref, quoted.language)]
        for _, text in stored:
            held = _held(quoted, text)
            if held is not None:
                yield from self._found(quoted, text, held)
                return
        yield self._not_found(quoted, refs, [text for _, text in stored])

    def _texts(self, ref: Ref, language: str) -> list[StoredText]:
        """The stored texts at the places that a ref names; all of the source's where it names none."""
        wanted = single_locs(ref.locator) if ref.locator else ()
        return [
            text
            for source in self.sources
            if source.authority == ref.authority and source.language == language
            for text in source.texts
            if not wanted or any(_covers(place, one) for place in places_of(text.loc) for one in wanted)
        ]

    def _found(self, quoted: Quoted, text: StoredText, left_out: Sequence[Word]) -> Iterator[Diagnostic]:
        if not text.quotable:
            said = say("The stored text of {place} has a variant or a slip there, and may not be quoted from this copy.", place=text.loc)
            yield diagnose("quotation-not-quotable", said, quoted.place(), _HINT)
        hidden = negations(left_out)
        if hidden:
            said = say("The words left out of this quotation hold “{word}”.", word=hidden[0])
            yield diagnose("quotation-cut", said, quoted.place(), say("quote them: {words}", words=_shown(text.text)))

    def _not_found(self, quoted: Quoted, refs: Sequence[Ref], stored: Sequence[StoredText]) -> Diagnostic:
        named = enumerated(list(dict.fromkeys(ref.authority for ref in refs)))
        elsewhere = self._elsewhere(quoted, {text.loc for text in stored})
        if elsewhere:
            said = say("These words do not stand where {authority} is cited, but in {place}.", authority=named, place=elsewhere)
            return diagnose(
                "quotation-elsewhere", said, quoted.place(), say("cite the place that holds them, or quote the one that is cited")
            )
        if not stored:
            return self._unstored(quoted, refs, named)
        text, (near, alike) = max(((text, nearest(words(quoted.text), text.text)) for text in stored), key=lambda one: one[1][1])
        said = say("These words do not stand in {authority}, {place}.", authority=named, place=text.loc)
        if alike < ALIKE:
            return diagnose("quotation-differs", said, quoted.place(), say("the source reads: {words}", words=_shown(text.text)))
        return diagnose(
            "quotation-differs",
            said,
            quoted.place(),
            say("the source reads so: {words}", words=aligned(" ".join(quoted.text.split()), near)),
        )

    def _unstored(self, quoted: Quoted, refs: Sequence[Ref], named: Message) -> Diagnostic:
        """That there is nothing to compare with; of the case's own literature, which is seldom at hand as text, a warning."""
        held = [source for source in self.sources if source.authority in {ref.authority for ref in refs}]
        here = sorted({text.loc for source in held if source.language == quoted.language for text in source.texts})
        if held and not here:
            languages = ", ".join(sorted({source.language for source in held}))
            said = say(
                "The text of {authority} is stored in {languages}, not in “{language}”: this quotation cannot be compared.",
                authority=named,
                languages=languages,
                language=quoted.language,
            )
        elif here:
            said = say(
                "No text is stored for the place in {authority} that is cited for these words; stored are {places}.",
                authority=named,
                places=", ".join(here),
            )
        else:
            said = say("No text of {authority} is stored, so this quotation cannot be compared.", authority=named)
        severity = Severity.WARNING if all(self.authorities[ref.authority].own for ref in refs) else None
        return diagnose("quotation-unstored", said, quoted.place(), _HINT, severity)

    def _elsewhere(self, quoted: Quoted, seen: Iterable[str]) -> str:
        """Where else the words stand, if they are more than a turn of phrase."""
        looked = set(seen)
        cited = [ref.authority for ref in quoted.refs]
        ordered = sorted(self.sources, key=lambda source: source.authority not in cited)
        return next(
            (
                f"{source.authority}, {text.loc}"
                for source in ordered
                if source.language == quoted.language
                for text in source.texts
                if not (source.authority in cited and text.loc in looked) and _held(quoted, text) is not None
            ),
            "",
        )


def _covers(stored: str, cited: str) -> bool:
    """Whether a stored place holds the cited one, or is part of it: art 2(3) and art 2(3)(a)."""
    return stored == cited or stored.startswith(f"{cited}(") or cited.startswith(f"{stored}(")


def _held(quoted: Quoted, text: StoredText) -> Sequence[Word] | None:
    """The words that a quotation leaves out between its pieces, if all of these stand in the text in their order; else None."""
    there = words(text.text)
    any_case = altered(quoted.text)
    at, left_out = 0, list[Word]()
    for number, piece in enumerate(pieces(quoted.text)):
        wanted = _without_stop(words(piece), there)
        found = find(wanted, there, at, any_case) if wanted else at
        if found is None:
            return None
        if number:
            left_out += there[at:found]
        at = found + len(wanted)
    return left_out


def _without_stop(wanted: Sequence[Word], there: Sequence[Word]) -> Sequence[Word]:
    """A piece without the full stop or comma that its sentence set after it."""
    if wanted and wanted[-1].text in _TRAILING and find(wanted, there) is None:
        return wanted[:-1]
    return wanted


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 300 else flat[:300].rsplit(" ", 1)[0] + " …"
