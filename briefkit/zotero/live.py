"""What makes a document's citations live, and which of them Zotero is to leave as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefkit.tree import Cite, Emphasis, Fact, Foreign, LineBreak, Link, Note, Opinion, Remark, Strong, Text
from briefkit.walk import Line, inlines_of, inlines_within
from briefkit.zotero.styles import OfficialStyle

_WORDS = (Text, Fact, Emphasis, Strong, Foreign, LineBreak, Remark)  # what Zotero keeps of the words around a citation


@dataclass(frozen=True, slots=True)
class LiveSource:
    """What is cited, as Zotero is told of it: an id, a neutral address, its CSL data without the project's own fields."""

    id: str
    address: str
    data: Mapping[str, Any]
    is_exhibit: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """All that makes a document's citations live. `sources` are by the ids that the document cites.

    `bibliography` is the number of the category of the table of authorities that Zotero's bibliography takes over, 0 where there is no
    table; `omitted` are the addresses of what is cited and does not belong into it.
    """

    style: OfficialStyle
    language: str
    sources: Mapping[str, LiveSource]
    bibliography: int = 0
    omitted: tuple[str, ...] = ()

    def takes(self, citation: Cite) -> bool:
        """Whether a citation can be live: a mention in a sentence is none, and what is cited has to be known."""
        return not citation.in_text and bool(citation.refs) and all(ref.authority in self.sources for ref in citation.refs)

    def keeps(self, citation: Cite, note: Note) -> bool:
        """Whether Zotero is to leave a citation of a note as it stands, since it could not print it again.

        It closes each citation with a full stop, which would stand in the middle of a note's own words; it has no numbers for
        exhibits; and it keeps no references and links in the words around a citation.
        """
        around = [node for ref in citation.refs for node in inlines_within((*ref.prefix, *ref.suffix))]
        exhibits = any(self.sources[ref.authority].is_exhibit for ref in citation.refs if ref.authority in self.sources)
        return not _is_alone(note) or exhibits or not all(isinstance(node, _WORDS) for node in around)


def noted(opinion: Opinion) -> Iterator[tuple[Note, Cite]]:
    """The citations of notes, each with its note."""
    for note in (inline for inline in inlines_of(opinion) if isinstance(inline, Note)):
        yield from ((note, citation) for citation in _citations(note.children))


def cited_in_notes(opinion: Opinion) -> tuple[str, ...]:
    """What the notes cite, by the ids that the document has, each once."""
    return tuple(dict.fromkeys(ref.authority for _, citation in noted(opinion) for ref in citation.refs))


def _citations(line: Line) -> Iterator[Cite]:
    for node in line:
        if isinstance(node, Cite) and not node.in_text:
            yield node
        elif isinstance(node, Emphasis | Strong | Link | Foreign):
            yield from _citations(node.children)


def _is_alone(note: Note) -> bool:
    """Whether a note is one citation and has no words of its own."""
    said = [node for node in note.children if not isinstance(node, Remark)]
    return len(said) == 1 and isinstance(said[0], Cite)
