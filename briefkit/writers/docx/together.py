"""What no page may part, in any template: a heading from what follows it, a caption from its table, a line from its paragraph.

ECMA-376 Part 1 §17.3.1.15 and §17.3.1.44.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.ooxml import Element, qn, w
from briefkit.writers.docx.ancestry import ancestry, styles_by_id
from briefkit.writers.docx.look import DEEPEST_HEADING
from briefkit.writers.docx.schema import insert_in_order

_VAL = qn("w:val")
_KEPT = {*(f"heading {level}" for level in range(1, DEEPEST_HEADING + 1)), "annex heading", "caption"}
_KEEP = f"{qn('w:pPr')}/{qn('w:keepNext')}"


def keep_together(styles: Element) -> None:
    """Let the styles of headings and captions stay with the next paragraph: Word's own caption, for one, does not."""
    by_id = styles_by_id(styles)
    for style in by_id.values():
        name = style.find(qn("w:name"))
        if name is not None and name.get(_VAL, "").casefold() in _KEPT and not _keeps(style, by_id):
            properties = style.find(qn("w:pPr"))
            properties = insert_in_order(style, w("pPr")) if properties is None else properties
            for old in properties.findall(qn("w:keepNext")):
                properties.remove(old)
            insert_in_order(properties, w("keepNext"))


def leave_no_line_alone(styles: Element) -> None:
    """Let no style leave a single line of a paragraph on a page: LibreOffice's own, for one, does."""
    for node in styles.iterfind(f".//{qn('w:pPr')}/{qn('w:widowControl')}"):
        node.attrib.pop(_VAL, "")


def _keeps(style: Element, by_id: Mapping[str, Element]) -> bool:
    """Whether a style stays with the next paragraph, itself or through the one that it is based on."""
    found = next((node for one in ancestry(style, by_id) if (node := one.find(_KEEP)) is not None), None)
    return found is not None and found.get(_VAL, "1") not in ("0", "false", "off")
