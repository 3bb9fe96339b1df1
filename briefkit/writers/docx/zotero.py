"""Zotero's fields (ECMA-376 Part 1 §17.16.18): a citation or a bibliography that its plug-in for Word can print anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefkit.ooxml import Element, element, qn, serialize
from briefkit.tree import AnnexRef, Cite, Fact, Inline, LineBreak, Note, NoteRef, Remark, Text
from briefkit.walk import Line, inlines_within, rewrite_inlines
from briefkit.wording import NBSP
from briefkit.writers.docx.fields import mark, run
from briefkit.writers.docx.pen import Pen
from briefkit.writers.unbroken import HYPHEN
from briefkit.zotero import Live, bibliography_code, citation_code, preferences, short_hash

_MOST_CODE = 2_000  # characters of an instruction in one run
_PLAIN = str.maketrans({HYPHEN: "-", "\u00ad": None, "\t": " "})  # for these Word tells plug-ins other characters


@dataclass(frozen=True, slots=True)
class LiveCitation:
    """A citation taken apart: the words of its field, and the remarks to the drafter, which stand behind it."""

    citation: Cite
    words: Line
    remarks: Line
    kept: bool

    def field(self, content: Sequence[Element], live: Live, pen: Pen) -> list[Element]:
        """The field around what its words are in runs: of these Zotero is told as they are seen."""
        pen.live_citations += 1
        place = (len(pen.notes), pen.live_citations)
        code = citation_code(self.citation, live, place, self.words, _seen(content), self.kept)
        return [*_opening(code), *content, mark("end")]


def taken_apart(citation: Cite, note: Note, live: Live, pen: Pen) -> LiveCitation:
    """A citation for its field.

    An annex that it names is plain words. So are numbers of notes within it, since Zotero keeps them right; where it is to leave the
    words alone they stay live.
    """

    kept = live.keeps(citation, note)
    shown = [node for at, node in enumerate(citation.shown) if not _is_space_before_remark(citation.shown, at)]

    def plain(node: Inline) -> Iterable[Inline]:
        match node:
            case Text(text=words) | Fact(text=words):
                yield replace(node, text=words.translate(_PLAIN))
            case AnnexRef(heading=heading):
                yield Text(heading.translate(_PLAIN), node.origin)
            case NoteRef(number=number) if not kept:
                yield Text(str(pen.found.notes.get(number, number)), node.origin)
            case LineBreak():
                yield Text(" ", node.origin)
            case Remark():
                pass
            case _:
                yield node

    return LiveCitation(citation, rewrite_inlines(shown, plain), tuple(_remarks(citation.shown)) if pen.draft else (), kept)


def _is_space_before_remark(shown: Line, at: int) -> bool:
    return shown[at] == Text(NBSP) and at + 1 < len(shown) and isinstance(shown[at + 1], Remark)


def _remarks(shown: Line) -> Iterator[Inline]:
    for node in inlines_within(shown):
        if isinstance(node, Remark):
            yield from (Text(NBSP), node) if node.mark else (node,)


def bibliography_marks(live: Live) -> tuple[list[Element], list[Element]]:
    """What opens and what closes the field of the bibliography, in the first and the last of its paragraphs."""
    return _opening(bibliography_code(live)), [mark("end")]


def zotero_properties(live: Live, language: str, parts: Iterable[Element]) -> dict[str, str]:
    """Zotero's preferences of a document. Its parts tell it from others: Zotero takes two with one name of a session for one."""
    session = short_hash("".join(serialize(part).decode("utf-8") for part in parts), 8)
    return preferences(live.style, language, session)


def _opening(code: str) -> list[Element]:
    """A field up to its result; an instruction may be long, so it stands in several runs."""
    code = f" {code} "
    pieces = [code[at : at + _MOST_CODE] for at in range(0, len(code), _MOST_CODE)]
    return [mark("begin"), *(run(element("w:instrText", {"xml:space": "preserve"}, text=piece)) for piece in pieces), mark("separate")]


def _seen(content: Iterable[Element]) -> str:
    """The words of runs as a reader sees them."""
    return "".join(node.text or "" for one in content for node in one.iter(qn("w:t")))
