"""Notes: the citations of a whole document, counted first and then filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain

from briefkit.cite.edges import begins_sentence, is_closed, space_after, space_before
from briefkit.cite.exhibits import exhibit
from briefkit.cite.positions import Placed, Standing, first_notes, standings
from briefkit.cite.rendering import CitationFailed, Press
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.exhibits import exhibit_numbers
from briefkit.messages import Message, say
from briefkit.model.case import Exhibit
from briefkit.model.libraries import Authority
from briefkit.tree import (
    Cite,
    CountRef,
    Document,
    Emphasis,
    Foreign,
    Inline,
    Link,
    Manuscript,
    Note,
    NoteRef,
    Opinion,
    Origin,
    Ref,
    Remark,
    Strong,
    Text,
)
from briefkit.walk import Line, inlines_of, rewrite_lines
from briefkit.wording import NBSP, word


@dataclass(frozen=True, slots=True)
class Known:
    """What may be cited, by id."""

    authorities: Mapping[str, Authority]
    exhibits: Mapping[str, Exhibit]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known of a document before any citation of it is rendered."""

    standings: Sequence[Sequence[Standing]]  # of the citations of note 1, of note 2, ...
    first_notes: Mapping[str, int]
    exhibits: Mapping[str, int]  # each exhibit's number


def ledger(document: Document, press: Press | None, exhibits: Mapping[str, Exhibit]) -> Ledger:
    """Counts a document's notes and exhibits, and finds each citation's standing."""
    everything = tuple(inlines_of(document))
    notes = [inline for inline in everything if isinstance(inline, Note)]
    placed = [Placed(number, tuple(_placed(note, press)), has_no_words(note)) for number, note in enumerate(notes, start=1)]
    near = press.style.near_note_distance if press else 5
    return Ledger(standings(placed, near), first_notes(placed), exhibit_numbers(document, exhibits))


def _words(text: str) -> Line:
    return (Text(text),) if text else ()


def has_no_words(note: Note) -> bool:
    """Whether a note is one citation. One with words of its own may name other sources: no "ibid" can follow it."""
    return len(note.children) == 1 and isinstance(note.children[0], Cite)


def _placed(note: Note, press: Press | None) -> Iterator[tuple[str, tuple[str, str]]]:
    for cite in cites_in(note.children):
        for ref in _ordered(cite, press):
            yield ref.authority, (ref.locator.label, ref.locator.value) if ref.locator else ("", "")


def cited_in(document: Document) -> Iterator[str]:
    """What a document cites, in order, in its notes and in its text."""
    for inline in inlines_of(document):
        if isinstance(inline, Cite):
            yield from (ref.authority for ref in inline.refs)


def first_citing(document: Document) -> dict[str, int]:
    """The number of the first note that cites each of what a document cites."""
    notes = [inline for inline in inlines_of(document) if isinstance(inline, Note)]
    first: dict[str, int] = {}
    for number, note in enumerate(notes, start=1):
        for cite in cites_in(note.children):
            for ref in cite.refs:
                first.setdefault(ref.authority, number)
    return first


def cites_in(line: Line) -> Iterator[Cite]:
    """The citations of a note that count for positions: those in text do not, nor do those of a note within it."""
    for inline in line:
        if isinstance(inline, Cite) and not inline.in_text:
            yield inline
        elif isinstance(inline, Emphasis | Strong | Link | Foreign):
            yield from cites_in(inline.children)


def _ordered(cite: Cite, press: Press | None) -> tuple[Ref, ...]:
    """A bracket's citations in the style's order; as written if it has none, cannot sort, or meets an exhibit."""
    if press is None or any(ref.authority not in press.authorities for ref in cite.refs):
        return cite.refs
    return press.ordered(cite.refs)


class Clerk:
    """Fills in one document, note by note, in the order in which the ledger counted them."""

    def __init__(self, counted: Ledger, press: Press | None, known: Known, language: str) -> None:
        self.problems: list[Diagnostic] = []
        self._ledger, self._press, self._known, self._language = counted, press, known, language
        self._number = 0
        self._standings: list[Standing] = []  # of the open note's citations, the next one last; empty outside notes
        self._in_note = False
        self._alone = False  # the open note is one citation and nothing else

    def opinion(self, manuscript: Manuscript) -> Opinion:
        """The manuscript with every citation, note number and note reference filled in."""
        title = self._line(manuscript.title)
        blocks = rewrite_lines(manuscript.blocks, self._line)
        carried = {field.name: getattr(manuscript, field.name) for field in fields(manuscript)}
        return Opinion(**{**carried, "title": title, "blocks": blocks})

    def _line(self, line: Line) -> Line:
        return tuple(self._inline(inline) for inline in line)

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, Note):
            return self._note(inline)
        if isinstance(inline, Cite):
            return replace(inline, shown=self._cite(inline))
        if isinstance(inline, NoteRef):
            return self._note_ref(inline)
        if isinstance(inline, CountRef) and inline.kind == "exhibit":
            return self._exhibit_ref(inline)
        if isinstance(inline, Emphasis | Strong | Link | Foreign):
            return replace(inline, children=self._line(inline.children))
        return inline

    def _note(self, note: Note) -> Note:
        outer = (self._standings, self._in_note)
        self._number += 1
        number = self._number
        self._standings, self._in_note = list(reversed(self._ledger.standings[number - 1])), True
        self._alone = has_no_words(note)
        children = self._line(note.children)
        self._standings, self._in_note = outer
        self._alone = False
        return replace(note, number=number, children=self._closed(children))

    def _closed(self, children: Line) -> Line:
        """The note with its full stop, once: within a citation that is all of the note, as the style's layout has it."""
        only = children[0] if len(children) == 1 else None
        if isinstance(only, Cite) and not only.in_text and self._press is not None:
            look = self._press.style.citation.format
            prefix = (Text(look.prefix),) if look.prefix else ()
            suffix = () if is_closed(only.shown, look.suffix) else (Text(look.suffix),)
            return (replace(only, shown=(*prefix, *only.shown, *suffix)),)
        return children if is_closed(children) else (*children, Text("."))

    def _note_ref(self, reference: NoteRef) -> NoteRef:
        number = self._ledger.first_notes.get(reference.authority, 0)
        if not number:
            message = say(
                "The reference leads to the first note that cites “{authority}”, and no note does.", authority=reference.authority
            )
            self._report("dead-reference", message, reference.origin)
        return replace(reference, number=number)

    def _exhibit_ref(self, reference: CountRef) -> CountRef:
        number = reference.number or self._ledger.exhibits.get(reference.target, 0)
        if not number:
            message = say(
                "The reference leads to the exhibit “{exhibit}”, which the document neither cites nor lists.", exhibit=reference.target
            )
            self._report("dead-reference", message, reference.origin)
        return replace(reference, number=number)

    def _cite(self, cite: Cite) -> Line:
        counted = self._in_note and not cite.in_text
        refs = _ordered(cite, self._press) if counted else cite.refs
        shown = [self._ref(ref, self._standings.pop() if counted else None, self._alone and at == 0) for at, ref in enumerate(refs)]
        delimiter = Text(self._press.style.citation.delimiter if self._press else "; ")
        return tuple(chain.from_iterable((delimiter, *one) if at else one for at, one in enumerate(shown)))

    def _ref(self, ref: Ref, standing: Standing | None, first: bool) -> Line:
        """One citation with what stands around it; `standing` is None in the text, `first` tells that it may begin its note."""
        prefix, suffix = self._line(ref.prefix), self._line(ref.suffix)
        before, after = space_after(prefix), space_before(suffix)
        core = self._core(ref, standing, begins_sentence(prefix, first))
        return (*prefix, *_words(before), *core, *_words(after), *suffix, *self._mark(ref))

    def _mark(self, ref: Ref) -> Line:
        """The visible mark of a pinpoint that nobody has verified."""
        if not ref.unverified:
            return ()
        places = ", ".join(f"{ref.authority}, {loc}" if loc else ref.authority for loc in ref.unverified)
        comment = f"{word('unverified', self._language).format(place=places)} {ref.to_open}".rstrip()
        return (Text(NBSP), Remark(word("verify", self._language), ref.origin, comment))

    def _core(self, ref: Ref, standing: Standing | None, capital: bool) -> Line:
        if ref.authority in self._known.exhibits:
            number = self._ledger.exhibits[ref.authority]
            first = standing is not None and not standing.first_note
            return exhibit(self._known.exhibits[ref.authority], number, ref.locator, self._language, first=first)
        if ref.authority not in self._known.authorities:
            return (Text(f"[unknown: {ref.authority}]"),)
        if self._press is None:
            return (Text(f"[not rendered: {ref.authority}]"),)
        try:
            return self._press.in_text(ref) if standing is None else self._press.in_note(ref, standing, capital)
        except CitationFailed as failure:
            self._report("citation-failed", failure.message, ref.origin)
            return (Text(f"[not rendered: {ref.authority}]"),)

    def _report(self, code: str, message: Message, origin: Origin) -> None:
        self.problems.append(diagnose(code, message, origin.span))
