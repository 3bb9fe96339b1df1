"""Inlines as runs (ECMA-376 Part 1 §17.3.2): words, emphasis, links, notes and references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from briefkit.ooxml import Element, clean, element, w
from briefkit.tree import (
    AnnexRef,
    Cite,
    Count,
    CountRef,
    Emphasis,
    Fact,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Note,
    NoteRef,
    ParagraphRef,
    Remark,
    Strong,
    Text,
)
from briefkit.writers.docx.citing import cited
from briefkit.writers.docx.fields import field, mark, opening, run, text
from briefkit.writers.docx.pen import Pen, Place
from briefkit.writers.docx.scripts import pieces, tag
from briefkit.writers.docx.survey import MOST_NOTES
from briefkit.writers.words import words as words_of

# Characters that Word has elements for: a plain character there is drawn in another font, or not at all.
_SPECIAL = {"\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_PIECES = re.compile("([\t\u2011\u00ad])")
_CLOSES = re.compile(r"[\s.,;:!?)\]»”’…]|$")
_SPACES = re.compile("[\n\r\u2028\u2029\u0085]+")


@dataclass(frozen=True, slots=True)
class Manner:
    """How words stand: their emphasis, and where. Emphasis within emphasis is roman again, so both are toggles."""

    emphasis: bool = False
    strong: bool = False
    linked: bool = False
    in_note: bool = False
    in_footnote: bool = False  # in the footnotes part; a note in a note, or one too many, stands in the text
    language: str = ""  # of the blocks around, where it is not the document's
    foreign: str = ""  # the language, as Word names it, that the author gives these words
    in_contents: bool = False  # an entry of the table of contents: words alone, no notes and links
    note: Note | None = None  # the footnote whose citations are to be live


PLAIN = Manner()
_NAMES = {
    (False, False, False): "",
    (True, False, False): "Emphasis",
    (False, True, False): "Strong",
    (True, True, False): "Strong Emphasis",
    (False, False, True): "Hyperlink",
    (True, False, True): "Hyperlink Emphasis",
    (False, True, True): "Strong",
    (True, True, True): "Strong Emphasis",
}


def manner_of(place: Place) -> Manner:
    """How the words of a block stand at its place."""
    return Manner(language=place.language) if place.language else PLAIN


def runs(nodes: Iterable[Inline], pen: Pen, manner: Manner = PLAIN) -> Iterator[Element]:
    """The content of a paragraph. A comma as small as their numbers stands between two notes, or 1 and 2 would read as 12."""
    after_note = False
    for node in _closed_up(tuple(nodes)):
        if after_note and isinstance(node, Note) and not manner.in_contents:
            yield run(text(","), style=pen.look.style("footnote reference", "character"))
        yield from _runs_of(node, pen, manner)
        if not isinstance(node, Remark) or node.mark:
            after_note = isinstance(node, Note)


def _closed_up(nodes: Sequence[Inline]) -> Sequence[Inline]:
    """The nodes without the space before a remark that prints nothing, where a stop, a space or nothing follows it."""
    if not any(isinstance(node, Remark) and not node.mark for node in nodes):
        return nodes
    closed = list(nodes)
    for at, node in enumerate(closed[:-1]):
        after = next((one for one in closed[at + 1 :] if not _is_silent(one)), None)
        open_space = isinstance(node, Text) and node.text.endswith(" ") and _is_silent(closed[at + 1])
        if isinstance(node, Text) and open_space and (after is None or (isinstance(after, Text) and _CLOSES.match(after.text))):
            closed[at] = replace(node, text=node.text[:-1])
    return closed


def _is_silent(node: Inline) -> bool:
    return isinstance(node, Remark) and not node.mark


def _runs_of(node: Inline, pen: Pen, manner: Manner) -> Iterable[Element]:
    match node:
        case Text(text=words) | Fact(text=words):
            return _words(words, _style(pen, manner), pen, manner)
        case Emphasis(children=children):
            return runs(children, pen, replace(manner, emphasis=not manner.emphasis))
        case Strong(children=children):
            return runs(children, pen, replace(manner, strong=not manner.strong))
        case Cite():
            return _cite(node, pen, manner)
        case Foreign(children=inner, language=language):
            return runs(inner, pen, replace(manner, foreign=tag(language) or manner.foreign))
        case Link():
            return _link(node, pen, manner)
        case LineBreak():
            return words_run(" ", _style(pen, manner)) if manner.in_contents else [run(w("br"))]
        case Note():
            return _note(node, pen, manner)
        case NoteRef(number=number):
            return _reference("NOTEREF", "_RefFn_", number, pen.found.notes, "", pen, manner)
        case ParagraphRef(number=number):
            return _reference("REF", "_Ref_p", number, pen.found.paragraphs, "\\r ", pen, manner)
        case Count():
            return _count(node, pen, manner)
        case CountRef():
            return _count_reference(node, pen, manner)
        case AnnexRef():
            return _annex_reference(node, pen, manner)
        case Remark():
            return _remark(node, pen, manner)
        case _:
            assert_never(node)


def _cite(node: Cite, pen: Pen, manner: Manner) -> Iterable[Element]:
    """A citation; in the text with what the table of authorities needs, in a footnote in a field of its own where it is to be live."""
    if pen.live is not None and manner.note is not None and pen.live.takes(node):
        from briefkit.writers.docx.zotero import taken_apart

        apart = taken_apart(node, manner.note, pen.live, pen)
        content = list(runs(apart.words, pen, replace(manner, note=None)))
        return [*apart.field(content, pen.live, pen), *runs(apart.remarks, pen, manner)]
    shown = runs(node.shown, pen, manner)
    return shown if manner.in_note or manner.in_contents else cited(node, shown, pen)


def _style(pen: Pen, manner: Manner) -> str | None:
    name = _NAMES[manner.emphasis, manner.strong, manner.linked]
    return pen.look.style(name, "character") if name else None


def words_run(words: str, style: str | None = None, language: str = "") -> list[Element]:
    """A run of words; none for no words. A line's end in a text is a space: breaks are nodes of their own."""
    cut = [piece for piece in _PIECES.split(clean(_SPACES.sub(" ", words))) if piece]
    content = [w(_SPECIAL[piece]) if piece in _SPECIAL else text(piece) for piece in cut]
    return [run(*content, style=style, language=language)] if content else []


def _words(words: str, style: str | None, pen: Pen, manner: Manner) -> list[Element]:
    """Words in as many runs as they have languages; only one that is not the document's is told."""
    return language_runs(words, style, pen.language, manner.language, manner.foreign)


def language_runs(words: str, style: str | None, document: str, around: str = "", told: str = "") -> list[Element]:
    """Runs of words in a document's language, or in one that the blocks around them have, or in one that is told."""
    usual = words_of(document).tag
    here = tag(around) or usual
    cut = [(words, told)] if told else pieces(words, words_of(around or document).cyrillic)
    named = [(piece, language or here) for piece, language in cut]
    return [made for piece, language in named for made in words_run(piece, style, "" if language == usual else language)]


def _remark(node: Remark, pen: Pen, manner: Manner) -> list[Element]:
    """Words to the drafter: in brackets, in a comment, or both. Word has no comments in notes: one stands at the note's reference."""
    if not pen.draft or manner.in_contents:
        return []
    shown = _words(f"[{node.text}]", pen.look.style("Drafter Note", "character"), pen, PLAIN) if node.mark else []
    said = node.comment.strip() or ("" if node.mark else node.text.strip())
    if not said or not pen.working:
        return shown
    number = pen.comments.add([language_runs(line, None, pen.language) for line in said.splitlines()])
    if manner.in_footnote:
        pen.on_note.append(number)
        return shown
    return pen.comments.around([number], shown) if shown else [pen.comments.sign(number)]


def _link(node: Link, pen: Pen, manner: Manner) -> Iterable[Element]:
    """A hyperlink to an address outside (§17.16.22); a link within a link, or one that Word cannot follow, is its words."""
    if manner.linked or manner.in_contents:
        return runs(node.children, pen, manner)
    target = (pen.note_links if manner.in_note else pen.links).to(node.address)
    if target is None:
        return runs(node.children, pen, manner)
    return [element("w:hyperlink", {"r:id": target}, *runs(node.children, pen, replace(manner, linked=True)))]


def _reference(kind: str, bookmark: str, number: int, places: dict[int, int], switches: str, pen: Pen, manner: Manner) -> list[Element]:
    """A live number (§17.16.5.37, §17.16.5.47); plain where it has no target, and in the contents, which Word copies."""
    style = _style(pen, manner)
    place = places.get(number)
    if place is None or manner.in_contents:
        return words_run(str(place or number or "?"), style)
    return field(f"{kind} {bookmark}{place} {switches}\\h", str(place), style)


# The sequences that Word counts, and what the bookmarks of their numbers begin with: the same in every language.
_SEQUENCES = {"table": ("Table", "_Ref_t"), "figure": ("Figure", "_Ref_f"), "exhibit": ("Exhibit", "_Ref_x")}


def _count(node: Count, pen: Pen, manner: Manner) -> Iterable[Element]:
    """The next number of a sequence (§17.16.5.56), told where it is not the next; plain in notes, where Word counts apart."""
    style = _style(pen, manner)
    if manner.in_contents or manner.in_note or node.kind not in _SEQUENCES:
        return words_run(str(node.number or "?"), style)
    sequence, prefix = _SEQUENCES[node.kind]
    following = pen.counts.get(sequence, 0) + 1
    number = pen.counts[sequence] = node.number if node.number > 0 else following
    told = "" if number == following else f" \\r {number}"
    content = field(f"SEQ {sequence} \\* ARABIC{told}", str(number), style)
    name = f"{prefix}{number}"
    if (node.kind, node.number) not in pen.found.counted or name in pen.counted:
        return content
    pen.counted.add(name)
    return pen.bookmarked(name, *content)


def _count_reference(node: CountRef, pen: Pen, manner: Manner) -> list[Element]:
    """The number of a table or an exhibit, live (§17.16.5.47); plain as other references are."""
    if manner.in_contents or node.kind not in _SEQUENCES or (node.kind, node.number) not in pen.found.counts:
        return words_run(str(node.number or "?"), _style(pen, manner))
    return field(f"REF {_SEQUENCES[node.kind][1]}{node.number} \\h", str(node.number), _style(pen, manner))


def _annex_reference(node: AnnexRef, pen: Pen, manner: Manner) -> list[Element]:
    """The words of an annex's heading, live (§17.16.5.47): those that stand there."""
    style = _style(pen, manner)
    place, heading = pen.found.annexes.get(node.target, (0, node.heading))
    shown = _words(heading, style, pen, manner)
    if not place or manner.in_contents:
        return shown
    return [*opening(f"REF {annex_bookmark(place)} \\h", style), *shown, mark("end", style)]


def annex_bookmark(place: int) -> str:
    """The bookmark around the heading of the annex at a place, counted from 1: Word makes those of its contents anew, and not this one."""
    return f"_Ref_a{place}"


def _note(node: Note, pen: Pen, manner: Manner) -> Iterable[Element]:
    """A footnote: its reference here, its text in a part of its own (§17.11). A note within a note stands in brackets."""
    if manner.in_contents:
        return []
    if manner.in_note:
        return _in_brackets(node, pen, manner)
    return cited(node, _in_brackets(node, pen, manner) if len(pen.notes) >= MOST_NOTES else _footnote(node, pen, manner), pen)


def _in_brackets(node: Note, pen: Pen, manner: Manner) -> list[Element]:
    style = _style(pen, manner)
    return [*words_run(" (", style), *runs(node.children, pen, replace(manner, in_note=True, note=None)), *words_run(")", style)]


def _footnote(node: Note, pen: Pen, manner: Manner) -> tuple[Element, ...]:
    number = len(pen.notes) + 1
    style = pen.look.style("footnote reference", "character")
    around = node if pen.live is not None else None
    inside = Manner(in_note=True, in_footnote=True, language=manner.language, foreign=manner.foreign, note=around)
    note = w("footnote", id=number)
    pen.notes.append(note)  # before its text is written: the text holds no notes of its own
    sign = (run(w("footnoteRef"), style=style), run(w("tab") if pen.hanging_notes else text(" ")))
    note.append(pen.paragraph("footnote text", *sign, *runs(node.children, pen, inside)))
    reference = run(w("footnoteReference", id=number), style=style)
    marked = pen.bookmarked(f"_RefFn_{number}", reference) if number in pen.found.noted else (reference,)
    comments, pen.on_note = pen.on_note, []
    signs = [pen.comments.sign(number) for number in comments]
    return (*signs, *marked)  # before the reference: LibreOffice shows every note empty where a comment lies around one
