"""What a Word file links to: parts that serve its text stay, everything else goes, with what names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefkit.messages import Message, say
from briefkit.ooxml import Element, Relationship, qn
from briefkit.scrub.addresses import is_local, without_recipient
from briefkit.scrub.found import COMMENT, SIGNATURE, Finding, brief
from briefkit.scrub.packages import put_in_place, take_out
from briefkit.scrub.word.package import Package, kind_of, names_of_links

_KEPT = {
    *("officeDocument", "core-properties", "styles", "numbering", "settings", "fontTable", "theme", "themeOverride", "webSettings"),
    *(
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "image",
        "hyperlink",
        "chart",
        "chartEx",
        "chartUserShapes",
        "chartStyle",
        "chartColorStyle",
    ),
    *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
}
_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_EMBEDDED = ("embedded", say("Another file is embedded."))
_CUSTOM = ("custom", say("There is custom XML, which no program shows."))
_NAMED: Mapping[str, tuple[str, Message]] = MappingProxyType(
    {
        "thumbnail": ("thumbnail", say("There is a small picture of its first page.")),
        "customXml": _CUSTOM,
        "customXmlProps": _CUSTOM,
        "font": ("font", say("A typeface, or a part of one, is embedded; who lacks it will see another.")),
        "glossaryDocument": ("hidden", say("There is a second document of stored texts (building blocks).")),
        "stylesWithEffects": ("copy", say("There is a second copy of the styles.")),
        "printerSettings": ("printer", say("There are settings of a printer.")),
        "documenttasks": ("author", say("Tasks are listed, with those to whom they were given.")),
        "classificationlabels": ("company", say("A label of an organisation says how secret it is.")),
        "hdphoto": ("crop", say("There is a picture as it was before an effect was laid over it.")),
    }
)
_COMMENTED = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))
_SIGNED = ("origin", "signature")  # of digital signatures (Part 2 §10)
_ALONE = frozenset(("extended-properties", "custom-properties", *_COMMENTS))  # reported by what they hold


def cut_links(word: Package) -> Iterator[Finding]:
    """Take out the links that do not serve the text, and what names them in the parts; the words of a link stay."""
    for name, links in list(word.links.items()):
        kept = [_plain(link) for link in links if not _goes(_plain(link))]
        for link in links:
            finding = _told(link, name)
            if finding is not None:
                yield finding
        word.links[name] = kept
        _unname(word.trees.get(name), {link.id for link in links} - {link.id for link in kept})


def _plain(link: Relationship) -> Relationship:
    """A link without whom a mail program sent it to."""
    return replace(link, target=without_recipient(link.target)) if link.external else link


def _goes(link: Relationship) -> bool:
    kind = kind_of(link)
    return kind not in _KEPT or (link.external and (kind != "hyperlink" or is_local(link.target)))


def _told(link: Relationship, part: str) -> Finding | None:
    """What a link tells that goes or changes, if nothing else reports it."""
    kind, plain = kind_of(link), _plain(link)
    if not _goes(plain):
        return (
            None
            if plain == link
            else Finding("link", part, say("A link names who received it by mail: {address}", address=brief(plain.target)))
        )
    if kind in _ALONE:
        return None
    if kind == "attachedTemplate":
        return Finding("template", part, say("The template is named: {address}", address=brief(link.target)))
    if link.external:
        return Finding("link", part, say("It links to {address}", address=brief(link.target)))
    if kind in _SIGNED or "digital-signature" in link.type:
        return Finding(SIGNATURE, link.target, say("It is signed; the signature will be broken."))
    told, said = _NAMED.get(kind, _EMBEDDED)
    return Finding(told, link.target, said)


def _unname(tree: Element | None, gone: set[str]) -> None:
    """Take out what names a link that is gone, by its id."""
    if tree is None or not gone:
        return
    for node in list(tree.iter("{*}*")):
        for key, value in list(names_of_links(node)):
            if value in gone and node.getparent() is not None:
                _cut(node, key)


def _cut(node: Element, key: str) -> None:
    name = str(node.tag).rpartition("}")[2]
    if name == "hyperlink":
        put_in_place(node)
    elif name in ("blip", "imagedata", "fill", "stroke"):
        del node.attrib[key]
        if name in ("blip", "imagedata") and not any(names_of_links(node)):
            take_out(_picture_around(node))
    elif name in ("contentPart", "model3d"):
        _fall_back(node)
    else:
        take_out(_above(node, "ext") if name == "imgLayer" else node)


def _above(node: Element, *names: str) -> Element:
    """The nearest element around a node that has one of these names; the node itself where there is none."""
    return next((one for one in node.iterancestors() if str(one.tag).rpartition("}")[2] in names), node)


def _picture_around(node: Element) -> Element:
    return _above(node, "drawing", "pict")


def _fall_back(node: Element) -> None:
    """Ink and the like: the picture for older programs stays in its place."""
    either = _above(node, "AlternateContent")
    choices = [one for one in either if str(one.tag).endswith("}Choice")]
    if either is node or len(choices) == len(either):
        take_out(_above(node, "drawing"))
        return
    for choice in choices:
        take_out(choice)
    put_in_place(either[0])
    put_in_place(either)


def dropped_comments(word: Package) -> Iterator[Finding]:
    """Comments with their places in the text, and the lists of those who wrote them."""
    for name, tree in word.of_kind("comments"):
        for comment in tree.iter("{*}comment"):
            words = "".join(str(node.text or "") for node in comment.iter("{*}t"))
            author = next((str(value) for key, value in comment.attrib.items() if str(key).endswith("}author")), "")
            yield Finding(COMMENT, name, say("{author} commented: “{words}”", author=brief(author) or "?", words=brief(words)))
    for name, tree in word.of_kind("people"):
        for person in tree.iter("{*}person"):
            author = next((str(value) for key, value in person.attrib.items() if str(key).endswith("}author")), "")
            yield Finding("author", name, say("Somebody who edited it is named: {author}", author=brief(author)))
    for _, tree in word.stories:
        for node in list(tree.iter(*_COMMENTED)):
            run = node.getparent()
            take_out(node)
            if run is not None and run.tag == qn("w:r") and all(one.tag == qn("w:rPr") for one in run):
                take_out(run)
