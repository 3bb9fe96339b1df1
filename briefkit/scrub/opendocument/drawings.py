"""Pictures and drawings of an OpenDocument text: cut to what is shown, without names of files, links and embedded files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from briefkit.messages import say
from briefkit.ooxml import Element
from briefkit.scrub.addresses import tells_a_file
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.opendocument.package import DRAW, HREF, STYLE, SVG, TEXT, Package, named
from briefkit.scrub.packages import take_out, text_of
from briefkit.scrub.pictures import cleaned_files
from briefkit.scrub.pictures.cropping import Edges, cropped, size_in_inches

_FRAME, _IMAGE, _OBJECT, _OLE = named(DRAW, "frame", "image", "object", "object-ole")
_BEHIND = (*named(STYLE, "background-image"), *named(DRAW, "fill-image"), *named(TEXT, "list-level-style-image"))
_NAME, _LOOK = named(DRAW, "name", "style-name")
_OUTER = named(DRAW, "plugin", "applet", "floating-frame")
_CLIP = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}clip"
_SAID = named(SVG, "title", "desc")
_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|pc|px)?")
_INCHES = {"cm": 1 / 2.54, "mm": 1 / 25.4, "in": 1.0, "pt": 1 / 72, "pc": 1 / 6, "px": 1 / 96, None: 0.0}


def cleared_drawings(text: Package) -> Iterator[Finding]:
    """What frames say and lead to, then the sides of pictures that are hidden, then pictures that nothing shows."""
    for name, tree in text.texts:
        yield from _names(name, tree)
        yield from _embedded(text, name, tree)
        yield from _backgrounds(text, name, tree)
    yield from _crop(text)
    used = {_inner(node.get(HREF, "")) for tree in text.trees.values() for node in tree.iter("{*}*")}
    for part in [one for one in text.others if one not in used]:
        del text.others[part]
        if part.startswith("Pictures/") and not part.startswith(_CUT):
            yield Finding("orphan", part, say("Nothing in the document uses this part."))


_CUT = "Pictures/cut-"
_PLAIN = re.compile(r"Pictures/(?:cut-)?[0-9A-Fa-f]+\.\w+")


def _inner(address: str) -> str:
    return address.removeprefix("./")


def _names(part: str, tree: Element) -> Iterator[Finding]:
    for node in tree.iter(*named(DRAW, "frame", "custom-shape", "g", "rect")):
        name = node.get(_NAME, "")
        if tells_a_file(name):
            del node.attrib[_NAME]
            yield Finding("picture", part, say("A drawing is named: {name}", name=brief(name)))
    for node in list(tree.iter(*_SAID)):
        if tells_a_file(text_of(node)):
            take_out(node)
            yield Finding("picture", part, say("A drawing names a file: {name}", name=brief(text_of(node))))


def _embedded(text: Package, part: str, tree: Element) -> Iterator[Finding]:
    """Objects whose parts are gone, and what leads outside; the picture of an object stays in its place."""
    for node in list(tree.iter(_IMAGE, _OBJECT, _OLE, *_OUTER)):
        address = _inner(node.get(HREF, ""))
        there = not address or address in text.others or f"{address}/content.xml" in text.trees
        if not there or node.tag in _OUTER:
            take_out(node)
            if ":" in address or address.startswith(("/", "..")):
                yield Finding("link", part, say("It links to {address}", address=brief(address)))


def _backgrounds(text: Package, part: str, tree: Element) -> Iterator[Finding]:
    """Pictures behind pages, tables and paragraphs, in lists and in fillings, that a program would fetch from elsewhere."""
    for node in [one for one in tree.iter(*_BEHIND) if one.get(HREF) and _inner(one.get(HREF, "")) not in text.others]:
        yield Finding("link", part, say("It links to {address}", address=brief(node.get(HREF, ""))))
        del node.attrib[HREF]


def _crop(text: Package) -> Iterator[Finding]:
    """Cut every picture of a style that hides sides; if one cannot be cut, the style stays, and so do its pictures."""
    styles = {node.get(*named(STYLE, "name")): node for _, tree in text.texts for node in tree.iter(*named(STYLE, "style"))}
    frames: dict[str, list[Element]] = {}
    for _, tree in text.texts:
        for frame in tree.iter(_FRAME):
            frames.setdefault(frame.get(_LOOK, ""), []).append(frame)
    for look, style in styles.items():
        properties = next((one for one in style.iter(*named(STYLE, "graphic-properties")) if one.get(_CLIP)), None)
        if properties is not None:
            yield from _crop_all(text, properties, [node for frame in frames.get(look or "", ()) for node in frame.iterchildren(_IMAGE)])


def _crop_all(text: Package, properties: Element, images: list[Element]) -> Iterator[Finding]:
    lengths = [float(number) * _INCHES[unit or None] for number, unit in _LENGTH.findall(properties.get(_CLIP, ""))]
    if len(lengths) != 4 or max(lengths) <= 0:
        return
    cut = {_inner(image.get(HREF, "")): None for image in images}
    made = {name: _cut(text.others[name], lengths) for name in cut if name in text.others}
    for name, data in made.items():
        said = (
            say("A part of the picture is hidden (cropped).")
            if all(made.values())
            else say("A part of the picture is hidden and cannot be cut off: cut it in another program.")
        )
        yield Finding("crop", name, said, stays=not all(made.values()))
        if data is None or not all(made.values()):
            continue
        target = f"{_CUT}{hashlib.sha256(data).hexdigest()[:16]}.{name.rpartition('.')[2]}"
        text.others[target], text.kinds[target] = data, text.kinds.get(name, "")
        for image in images:
            if _inner(image.get(HREF, "")) == name:
                image.set(HREF, target)
    if all(made.values()):
        del properties.attrib[_CLIP]


def _cut(data: bytes, lengths: list[float]) -> bytes | None:
    """A picture without its hidden sides, which are given from above clockwise, in inches of its own size; borders are left out."""
    size = size_in_inches(data)
    if size is None or min(lengths) < 0:
        return None
    top, right, bottom, left = lengths
    return cropped(data, Edges(left / size[0], top / size[1], right / size[0], bottom / size[1]))


def renamed_pictures(text: Package) -> Iterator[Finding]:
    """Give files of pictures that have a name of their own one by their number; programs name them by numbers."""
    new = dict[str, str]()
    for number, name in enumerate(sorted(one for one in text.others if one.startswith("Pictures/")), start=1):
        if not _PLAIN.fullmatch(name):
            new[name] = f"Pictures/{number:032d}.{name.rpartition('.')[2]}"
            text.others[new[name]], text.kinds[new[name]] = text.others.pop(name), text.kinds.get(name, "")
            yield Finding("picture", name, say("The file of a picture has a name of its own."))
    for tree in text.trees.values():
        for node in tree.iter("{*}*"):
            if (address := _inner(node.get(HREF, ""))) in new:
                node.set(HREF, new[address])


def cleaned_pictures(text: Package) -> Iterator[Finding]:
    """The files of pictures without what they tell; a kind that briefkit does not know stays, and is named."""
    return cleaned_files(text.others)
