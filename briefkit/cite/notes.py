"""Notes: the citations of a whole document, counted first and then filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain

from briefkit.cite.cleanup import is_closed, space_after, space_before
from briefkit.cite.exhibits import exhibit
from briefkit.cite.positions import Cited, Standing, first_notes, standings
from briefkit.cite.rendering import CitationFailed, Press
from briefkit.cite.style import NEAR_NOTE_DISTANCE
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.model.case import Exhibit
from briefkit.model.library import Authority
from briefkit.tree import Cite, Document, Emphasis, Inline, Link, Manuscript, Note, NoteRef, Opinion, Origin, Ref, Remark, Strong, Text
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
    cites = (cites_in(inline.children) for inline in everything if isinstance(inline, Note))
    notes = [[Cited.of(ref) for cite in note for ref in _ordered(cite, press)] for note in cites]
    used = dict.fromkeys(
        ref.authority for inline in everything if isinstance(inline, Cite) for ref in _ordered(inline, press) if ref.authority in exhibits
    )
    near = press.style.near_note_distance if press else NEAR_NOTE_DISTANCE
    return Ledger(standings(notes, near), first_notes(notes), {name: number for number, name in enumerate(used, start=1)})


def cites_in(line: Line) -> Iterator[Cite]:
    """The citations of a note that count for positions: those in text do not, nor do those of a note within it."""
    for inline in line:
        if isinstance(inline, Cite) and not inline.in_text:
            yield inline
        elif isinstance(inline, Emphasis | Strong | Link):
            yield from cites_in(inline.children)


def _ordered(cite: Cite, press: Press | None) -> tuple[Ref, ...]:
    """A bracket's citations in the style's order; as written if it has none, cannot sort, or meets an exhibit."""
    if press is None or any(ref.authority not in press.authorities for ref in cite.refs):
        return cite.refs
    try:
        return press.ordered(cite.refs)
    except CitationFailed:
        return cite.refs


class Clerk:
    """Fills in one document, note by note, in the order in which the ledger counted them."""

    def __init__(self, counted: Ledger, press: Press | None, known: Known, language: str) -> None:
        self.problems: list[Diagnostic] = []
        self._ledger, self._press, self._known, self._language = counted, press, known, language
        self._number = 0
        self._standings: list[Standing] = []  # of the open note's citations, the next one last; empty outside notes
        self._in_note = False

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
        if isinstance(inline, Emphasis | Strong | Link):
            return replace(inline, children=self._line(inline.children))
        return inline

    def _note(self, note: Note) -> Note:
        outer = (self._standings, self._in_note)
        self._number += 1
        number = self._number
        self._standings, self._in_note = list(reversed(self._ledger.standings[number - 1])), True
        children = self._line(note.children)
        self._standings, self._in_note = outer
        return replace(note, number=number, children=self._closed(children))

    def _closed(self, children: Line) -> Line:
        """The note with its full stop, once: within a citation that is all of the note, as the style's layout has it."""
        only = children[0] if len(children) == 1 else None
        if isinstance(only, Cite) and not only.in_text and self._press is not None:
            style = self._press.style
            prefix = (Text(style.prefix),) if style.prefix else ()
            suffix = () if is_closed(only.shown, style.suffix) else (Text(style.suffix),)
            return (replace(only, shown=(*prefix, *only.shown, *suffix)),)
        return children if is_closed(children) else (*children, Text("."))

    def _note_ref(self, reference: NoteRef) -> NoteRef:
        number = self._ledger.first_notes.get(reference.authority, 0)
        if not number:
            message = f"The reference leads to the first note that cites “{reference.authority}”, and no note does."
            self._report("dead-reference", message, reference.origin)
        return replace(reference, number=number)

    def _cite(self, cite: Cite) -> Line:
        counted = self._in_note and not cite.in_text
        refs = _ordered(cite, self._press) if counted else cite.refs
        shown = [self._ref(ref, self._standings.pop() if counted else None) for ref in refs]
        delimiter = Text(self._press.style.delimiter if self._press else "; ")
        return tuple(chain.from_iterable((delimiter, *one) if at else one for at, one in enumerate(shown)))

    def _ref(self, ref: Ref, standing: Standing | None) -> Line:
        """One citation with what stands around it; `standing` is None in the text."""
        prefix, suffix = self._line(ref.prefix), self._line(ref.suffix)
        before, after = space_after(prefix), space_before(suffix)
        core = (*((Text(before),) if before else ()), *self._core(ref, standing), *((Text(after),) if after else ()))
        return (*prefix, *core, *suffix, *self._mark(ref))

    def _mark(self, ref: Ref) -> Line:
        """The visible mark of a pinpoint that nobody has verified."""
        return (Text(NBSP), Remark(word("verify", self._language), ref.origin)) if ref.unverified else ()

    def _core(self, ref: Ref, standing: Standing | None) -> Line:
        if ref.authority in self._known.exhibits:
            number = self._ledger.exhibits[ref.authority]
            first = standing is not None and not standing.first_note
            return exhibit(self._known.exhibits[ref.authority], number, ref.locator, self._language, first=first)
        if ref.authority not in self._known.authorities:
            return (Text(f"[unknown: {ref.authority}]"),)
        if self._press is None:
            return (Text(f"[not rendered: {ref.authority}]"),)
        try:
            return self._press.in_text(ref) if standing is None else self._press.in_note(ref, standing)
        except CitationFailed as failure:
            self._report("citation-failed", str(failure), ref.origin)
            return (Text(f"[not rendered: {ref.authority}]"),)

    def _report(self, code: str, message: str, origin: Origin) -> None:
        self.problems.append(diagnose(code, message, origin.span))
