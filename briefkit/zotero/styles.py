"""The style that a document names to Zotero: its own where Zotero has it, else the one that comes nearest.

Zotero fetches by itself a style of its own collection that a document names. A name that it cannot resolve would make it ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.ooxml import Element, parse
from briefkit.source import Source

COLLECTION = "http://www.zotero.org/styles/"
# Of the notes for lawyers that Zotero has, OSCOLA comes nearest to those of this project.
NEAREST, NEAREST_WITHOUT_IBID = f"{COLLECTION}oscola", f"{COLLECTION}oscola-no-ibid"

_CSL = "{http://purl.org/net/xbiblio/csl}"
_OFFICIAL = re.compile(r"https?://(?:www\.)?zotero\.org/styles/([\w.-]+)")


@dataclass(frozen=True, slots=True)
class OfficialStyle:
    """A style of Zotero's collection by its id; `is_own` where it is the one that the document was made with."""

    id: str
    is_own: bool
    in_notes: bool = True

    @property
    def name(self) -> str:
        return self.id.removeprefix(COLLECTION)


def official_style(source: Source) -> OfficialStyle:
    """What a style is called in Zotero, by its own id or link; else the style that it says it was made from; else OSCOLA."""
    root = parse(source.text.encode("utf-8"), source.name)
    own = next(_official(_names(root, "self")), "")
    if own:
        return OfficialStyle(own, is_own=True, in_notes=root.get("class") == "note")
    model = next(_official(_names(root, "template")), "")
    return OfficialStyle(model or (NEAREST if _says_ibid(root) else NEAREST_WITHOUT_IBID), is_own=False)


def _names(root: Element, link: str) -> Iterator[str]:
    """The style's id, where its own name is asked for, and its links of a kind."""
    if link == "self":
        yield root.findtext(f"{_CSL}info/{_CSL}id", "").strip()
    yield from (node.get("href", "") for node in root.iterfind(f"{_CSL}info/{_CSL}link") if node.get("rel") == link)


def _official(names: Iterator[str]) -> Iterator[str]:
    return (f"{COLLECTION}{found[1]}" for name in names if (found := _OFFICIAL.fullmatch(name)))


def _says_ibid(root: Element) -> bool:
    return any("ibid" in node.get("position", "") for node in root.iter(f"{_CSL}if", f"{_CSL}else-if"))
