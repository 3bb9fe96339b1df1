"""The words of an OpenDocument text as a reader sees them, read by themselves before and after."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.ooxml import Element
from briefkit.scrub.opendocument.hidden import HIDDEN_PARAGRAPH, HIDDEN_TEXT, IS_HIDDEN, Hiding, is_hidden, is_unshown
from briefkit.scrub.opendocument.package import OFFICE, SVG, TEXT, Package, named

_TRACKED, _START, _END, _POINT = named(TEXT, "tracked-changes", "change-start", "change-end", "change")
_ID = named(TEXT, "change-id")[0]
_COMMENT = named(OFFICE, "annotation")[0]
_SPACE, _TAB, _LINE = named(TEXT, "s", "tab", "line-break")
_COUNT = named(TEXT, "c")[0]
_BODY, _MASTER = named(OFFICE, "body", "master-styles")
_SKIPPED = {
    _COMMENT,
    _TRACKED,
    *named(TEXT, "user-field-decls", "variable-decls", "sequence-decls"),
    *named(OFFICE, "forms", "scripts"),
    *named(SVG, "title", "desc"),
}


def _written(text: Package) -> Iterator[Element]:
    """The body, and headers and footers."""
    return (node for _, tree in text.texts for node in tree.iter(_BODY, _MASTER))


def decided_words(text: Package, way: str) -> str:
    """The letters once all changes are decided, hidden ones too."""
    return "".join("".join(_decided(holder, way, _deleted(holder), [])) for holder in _written(text))


def _deleted(holder: Element) -> dict[str, Element]:
    """What each deletion took out, by its number."""
    regions = holder.iter(*named(TEXT, "changed-region"))
    return {region.get(named(TEXT, "id")[0], ""): gone for region in regions for gone in region.iterchildren(*named(TEXT, "deletion"))}


def _decided(node: Element, way: str, deleted: dict[str, Element], within: list[str]) -> Iterator[str]:
    """Letters in order; `within` are the insertions that the reading stands in."""
    inserted = way == "reject" and within
    if not inserted:
        yield _own(node)
    for child in node.iterchildren("{*}*"):
        if child.tag == _START:
            within.append(child.get(_ID, ""))
        elif child.tag == _END and child.get(_ID, "") in within:
            within.remove(child.get(_ID, ""))
        elif child.tag == _POINT and way == "reject" and not within:
            gone = deleted.get(child.get(_ID, ""))
            yield "" if gone is None else "".join(_held(gone))
        elif child.tag not in _SKIPPED:
            yield from _decided(child, way, deleted, within)
        if not (way == "reject" and within):
            yield _layout_free(child.tail, node)


def _held(gone: Element) -> Iterator[str]:
    for block in gone.iterchildren("{*}*"):
        if not str(block.tag).endswith("}change-info"):
            yield from _decided(block, "accept", {}, [])


def _own(node: Element) -> str:
    """What an element says before those in it."""
    if node.tag == _SPACE:
        return " " * int(node.get(_COUNT, "1") or "1")
    if node.tag in (_TAB, _LINE):
        return "\t" if node.tag == _TAB else "\n"
    return _layout_free(node.text, node)


def _layout_free(words: str | None, node: Element) -> str:
    """Words, but not the indentation of the XML between paragraphs."""
    return "" if not words or (not words.strip() and not _in_paragraph(node)) else words


def _in_paragraph(node: Element) -> bool:
    tags = named(TEXT, "p", "h")
    return node.tag in tags or next(node.iterancestors(*tags), None) is not None


def shown_words(text: Package, hiding: Hiding) -> str:
    """What is shown, in order, without what is hidden."""
    return "\f".join("".join(_shown(holder, hiding)) for holder in _written(text))


def _shown(node: Element, hiding: Hiding) -> Iterator[str]:
    if not is_hidden(node, hiding):
        yield _own(node)
        for child in node.iterchildren("{*}*"):
            hides = is_unshown(child) or (child.tag == HIDDEN_TEXT and child.get(IS_HIDDEN) == "true")
            if child.tag not in _SKIPPED and child.tag != HIDDEN_PARAGRAPH and not hides:
                yield from _shown(child, hiding)
            yield _layout_free(child.tail, node)
