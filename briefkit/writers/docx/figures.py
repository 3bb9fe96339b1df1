"""Figures as pictures in the line of a paragraph of their own (ECMA-376 Part 1 §20.4.2.8): as SVG, and as PNG for a Word that knows none.

The caption and the source stand below. What is shown is told in the picture's description, for those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.figures import Drawing, described, draw
from briefkit.ooxml import Element, clean, element, w
from briefkit.ooxml.names import NAMESPACES
from briefkit.tree import Count, Figure
from briefkit.walk import inlines_within
from briefkit.wording import numbered
from briefkit.writers.docx.fields import run
from briefkit.writers.docx.pen import Pen, Place
from briefkit.writers.docx.runs import manner_of, runs
from briefkit.writers.unbroken import loose

_EMU = 12_700  # in a point
_TWIPS = 20  # in a point
_SHARE = 0.85  # of a page that a figure may take, which leaves room for what stands below it
_VECTOR = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # [MS-ODRAWXML] 2.3.3.2: a picture's SVG


def figure(node: Figure, pen: Pen, place: Place) -> Iterator[Element]:
    """A figure, its caption and its source; all but the last are kept with what follows by their styles."""
    drawing = draw(node, pen.width / _TWIPS, pen.lettering, place.language or pen.language)
    yield pen.paragraph("Figure", run(_inline(node, drawing, pen, place)))
    if node.caption:
        yield pen.paragraph("caption", *runs(node.caption, pen, manner_of(place)))
    if node.source:
        yield pen.paragraph("Source Line", *runs(node.source, pen, manner_of(place)))


def _inline(node: Figure, drawing: Drawing, pen: Pen, place: Place) -> Element:
    pen.drawings += 1
    number = next((one.number for one in inlines_within(node.caption) if isinstance(one, Count)), 0) or len(pen.pictures) + 1
    language = place.language or pen.language
    told = {"id": str(pen.drawings), "name": numbered("figure", number, language), "descr": clean(loose(described(node, language)))}
    size = _size(drawing, pen)
    inline = element(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        element("wp:extent", size),
        element("wp:docPr", told),
        element("wp:cNvGraphicFramePr", None, element("a:graphicFrameLocks", {"noChangeAspect": "1"})),
        element("a:graphic", None, element("a:graphicData", {"uri": NAMESPACES["pic"]}, _picture(drawing, told, size, pen))),
    )
    return w("drawing", inline)


def _size(drawing: Drawing, pen: Pen) -> dict[str, str]:
    """The size on the page: as drawn, or as much smaller as a page asks for."""
    shrunk = min(1.0, pen.height * _SHARE / _TWIPS / drawing.height)
    return {"cx": str(round(drawing.width * shrunk * _EMU)), "cy": str(round(drawing.height * shrunk * _EMU))}


def _picture(drawing: Drawing, told: dict[str, str], size: dict[str, str], pen: Pen) -> Element:
    raster, vector = pen.picture(drawing.raster, drawing.vector)
    svg = element("a:ext", {"uri": _VECTOR}, element("asvg:svgBlip", {"r:embed": vector}))
    blip = element("a:blip", {"r:embed": raster}, element("a:extLst", None, svg))
    names = element("pic:nvPicPr", None, element("pic:cNvPr", {"id": told["id"], "name": told["name"]}), element("pic:cNvPicPr"))
    place = element("a:xfrm", None, element("a:off", {"x": "0", "y": "0"}), element("a:ext", size))
    shape = element("pic:spPr", None, place, element("a:prstGeom", {"prst": "rect"}, element("a:avLst")))
    filled = element("pic:blipFill", None, blip, element("a:stretch", None, element("a:fillRect")))
    return element("pic:pic", None, names, filled, shape)


def last_drawing(part: Element) -> int:
    """The highest number of a drawing in a part: those of a document are all different."""
    found = (node.get("id", "") for node in part.iter("{*}docPr"))
    return max((int(number) for number in found if number.isdecimal()), default=0)
