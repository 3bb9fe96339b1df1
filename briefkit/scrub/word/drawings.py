"""Pictures and drawings of a Word file: cut to what is shown, without the names of files, links and copies of themselves."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from briefkit.messages import say
from briefkit.ooxml import Element, Relationship, qn
from briefkit.ooxml.names import IMAGE
from briefkit.scrub.addresses import tells_a_file
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.packages import take_out
from briefkit.scrub.pictures import cleaned_files
from briefkit.scrub.pictures.cropping import Edges, cropped
from briefkit.scrub.word.package import Package

_EMBED, _ID = qn("r:embed"), qn("r:id")
_VML_OFFICE = "urn:schemas-microsoft-com:office:office"
_COPY, _VML_TITLE, _VML_HREF = f"{{{_VML_OFFICE}}}gfxdata", f"{{{_VML_OFFICE}}}title", f"{{{_VML_OFFICE}}}href"
_NAMED = ("docPr", "cNvPr")  # what has the name and the description of a drawing
_OWN_NAME = re.compile(r"[\w\s]{0,24}?\s*\d*")  # as programs number them: “Picture 1”, «Рисунок 2»
_PLAIN = re.compile(r"(?:image|picture|figure|rId)\d*(?:-[0-9a-f]{8})?\.\w+", re.IGNORECASE)  # as programs number them
_SAYING = ("descr", "title", "alt", _VML_TITLE, _VML_HREF)
_TIPS = {"hyperlink": (qn("w:tooltip"),), "hlinkClick": ("tooltip",)}
_SIDES = ("l", "t", "r", "b")
_VML_SIDES = ("cropleft", "croptop", "cropright", "cropbottom")


def cleared_drawings(word: Package) -> Iterator[Finding]:
    """What stands in the XML about drawings, then the sides of pictures that are hidden."""
    for name, tree in word.trees.items():
        yield from _copies(name, tree)
        yield from _names(name, tree)
        for node in list(tree.iter("{*}blip", "{*}imagedata")):
            yield from _crop(word, name, node)


def _copies(part: str, tree: Element) -> Iterator[Finding]:
    for node in list(tree.iter("{*}*")):
        if _COPY in node.attrib:
            del node.attrib[_COPY]
            yield Finding("copy", part, say("A drawing is there a second time, in a form that Word alone reads."))


def _names(part: str, tree: Element) -> Iterator[Finding]:
    """Names and descriptions that are paths or names of files; a description in words is for those who cannot see, and stays."""
    for node in tree.iter("{*}*"):
        local = str(node.tag).rpartition("}")[2]
        if local in _NAMED:
            name = node.get("name", "")
            if not _OWN_NAME.fullmatch(name) or tells_a_file(name):
                yield Finding("picture", part, say("A drawing is named: {name}", name=brief(name)))
                node.set("name", f"Picture {node.get('id', '')}".strip())
        keys = _SAYING if "name" in node.attrib or local in ("imagedata", "shape") else _TIPS.get(local, ())
        for key in keys:
            told = node.get(key, "")
            if told and (tells_a_file(told) or key in (_VML_TITLE, _VML_HREF)):
                del node.attrib[key]
                yield _named(part, told, tip=local in _TIPS)


def _named(part: str, told: str, tip: bool) -> Finding:
    if tip:
        return Finding("link", part, say("It links to {address}", address=brief(told)))
    return Finding("picture", part, say("A drawing names a file: {name}", name=brief(told)))


def _crop(word: Package, part: str, node: Element) -> Iterator[Finding]:
    """Cut a picture to what is shown of it: as a new part, since the same file may be shown whole elsewhere."""
    rectangle = node if str(node.tag).endswith("}imagedata") else _rectangle(node)
    key = _ID if rectangle is node else _EMBED
    link = next((one for one in word.links.get(part, ()) if one.id == node.get(key)), None)
    if rectangle is None or link is None or link.external or link.target not in word.others:
        return
    edges = _edges_of_shape(node) if rectangle is node else _edges(rectangle)
    if not edges.hide:
        return
    cut = cropped(word.others[link.target], edges)
    if cut is None:
        yield Finding("crop", link.target, say("A part of the picture is hidden and cannot be cut off: cut it in another program."), True)
        return
    yield Finding("crop", link.target, say("A part of the picture is hidden (cropped)."))
    node.set(key, _new_picture(word, part, link, cut))
    _set_edges(rectangle, edges.rest())
    for vector in list(node.iter("{*}svgBlip")):  # shows the whole picture, in a form that cannot be cut
        extension = vector.getparent()
        take_out(extension if extension is not None else vector)


def _rectangle(blip: Element) -> Element | None:
    fill = blip.getparent()
    return fill.find(qn("a:srcRect")) if fill is not None else None


def _edges(rectangle: Element) -> Edges:
    """Shares in thousandths of a per cent, or in per cent (§20.1.8.55)."""
    return Edges(*(_share(rectangle.get(side, "0"), 100_000) for side in _SIDES))


def _edges_of_shape(node: Element) -> Edges:
    """Shares as decimals, or in 65,536ths with an f behind them (Part 4 §19.1.2.11)."""
    return Edges(*(_share(node.get(side, "0"), 1) for side in _VML_SIDES))


def _share(value: str, whole: int) -> float:
    try:
        if value.endswith("%"):
            return float(value[:-1]) / 100
        return float(value[:-1]) / 65_536 if value.endswith("f") else float(value) / whole
    except ValueError:
        return 0.0


def _set_edges(rectangle: Element, edges: Edges) -> None:
    vml = str(rectangle.tag).endswith("}imagedata")
    shares = (edges.left, edges.top, edges.right, edges.bottom)
    for side, share in zip(_VML_SIDES if vml else _SIDES, shares, strict=True):
        rectangle.attrib.pop(side, "")
        if share:
            rectangle.set(side, f"{share * 65_536:.0f}f" if vml else f"{share * 100_000:.0f}")


def _new_picture(word: Package, part: str, link: Relationship, data: bytes) -> str:
    """The id of a link to a new part with this picture; the same picture is one part."""
    stem, _, ending = link.target.rpartition(".")
    target = f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}.{ending}"
    word.others[target], word.types[target] = data, word.types[link.target]
    links = word.links[part]
    there = next((one.id for one in links if one.target == target and one.type == IMAGE), None)
    if there is None:
        ids = {one.id for one in links}
        there = next(name for number in range(1, len(ids) + 2) if (name := f"rIdCut{number}") not in ids)
        links.append(replace(link, id=there, type=IMAGE, target=target))
    return there


def renamed_pictures(word: Package) -> Iterator[Finding]:
    """Give files of pictures that have a name of their own one by their number; Word gives none."""
    named = [name for name in word.others if word.types[name].startswith("image/") and not _PLAIN.fullmatch(name.rpartition("/")[2])]
    free = (number for number in range(1, len(word.others) + 2) if not any(f"/image{number}." in name for name in word.others))
    for name in named:
        new = f"{name.rpartition('/')[0]}/image{next(free)}.{name.rpartition('.')[2]}"
        word.others[new], word.types[new] = word.others.pop(name), word.types[name]
        for part, links in word.links.items():
            word.links[part] = [replace(link, target=new) if link.target == name and not link.external else link for link in links]
        yield Finding("picture", name, say("The file of a picture has a name of its own."))


def cleaned_pictures(word: Package) -> Iterator[Finding]:
    """The files of pictures without what they tell; a kind that briefkit does not know stays, and is named."""
    return cleaned_files(word.others)
