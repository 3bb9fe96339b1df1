"""The order in which some elements hold others (ECMA-376 Part 1 annex A): Word calls a file damaged that has another."""

from __future__ import annotations

from briefkit.ooxml import Element, qn

_ORDERS = {
    "style": (
        *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden", "unhideWhenUsed"),
        *("qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
    ),
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr"),
        *("shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
        *("bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc"),
        *("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    ),
    "numbering": ("numPicBullet", "abstractNum", "num", "numIdMacAtCleanup"),
}
_PLACES = {qn(f"w:{parent}"): {qn(f"w:{name}"): at for at, name in enumerate(order)} for parent, order in _ORDERS.items()}


def insert_in_order(parent: Element, child: Element) -> Element:
    """Put a child after all those that may stand before it; gives the child."""
    places = _PLACES[str(parent.tag)]
    place = places[str(child.tag)]
    before = [at for at, node in enumerate(parent) if places.get(str(node.tag), -1) <= place and node.tag in places]
    parent.insert(before[-1] + 1 if before else 0, child)
    return child
