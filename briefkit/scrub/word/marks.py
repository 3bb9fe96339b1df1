"""Marks in the XML of a Word file that no reader sees: sessions of editing, numbers of paragraphs, tags, names of those who may edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefkit.messages import say, say_count
from briefkit.ooxml import Element, qn
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.packages import put_in_place, take_out
from briefkit.scrub.word.package import Package

_RSIDS = frozenset(qn(f"w:{name}") for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "rsidSect", "rsidDel"))
_OF_LISTS = (qn("w:nsid"), qn("w:tmpl"))  # drawn by lot where a list is made, and shared by its copies
_NUMBERS = ("paraId", "textId", "durableId", "dateUtc")  # of later versions of Word, in namespaces of their own
_BASE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KNOWN = (  # how the names of what Word knows begin
    *("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/", "urn:schemas-microsoft-com:"),
    *("http://www.w3.org/", "http://purl.org/"),
)
_WRAPPERS = (qn("w:smartTag"), qn("w:customXml"))
_LABELS = (qn("w:tag"), qn("w:alias"), qn("w:dataBinding"), qn("w:placeholder"))
_LATER = ("dataBinding", "webExtensionLinked", "webExtensionCreated")  # in a content control, in namespaces of later versions


def cleared_marks(word: Package) -> Iterator[Finding]:
    """Take the marks out of every part."""
    for name, tree in word.trees.items():
        yield from _foreign(name, tree)
        yield from _sessions(name, tree)
        for node in list(tree.iter(*_OF_LISTS)):  # in every file, and so nothing to report
            take_out(node)
        yield from _wrappers(name, tree)
        yield from _controls(name, tree)
        yield from _permissions(name, tree)


def _foreign(part: str, tree: Element) -> Iterator[Finding]:
    """What add-ins note under names of their own, which Word passes over."""
    told = 0
    for node in list(tree.iter("{*}*")):
        if _is_foreign(str(node.tag)):
            take_out(node)
            told += 1
        for key in [one for one in node.attrib if _is_foreign(str(one))]:
            del node.attrib[key]
            told += 1
    if told:
        yield Finding("custom", part, say("An add-in noted something that Word does not show."))


def _is_foreign(name: str) -> bool:
    return name.startswith("{") and not name[1:].startswith(_KNOWN)


def _sessions(part: str, tree: Element) -> Iterator[Finding]:
    found = Counter[str]()
    for node in tree.iter("{*}*"):
        for key in [one for one in node.attrib if one in _RSIDS or _is_number(str(one))]:
            del node.attrib[key]
            found["rsid" if key in _RSIDS else "number"] += 1
    for node in list(tree.iter(qn("w:rsid"))):
        take_out(node)
        found["rsid"] += 1
    if found["rsid"]:
        said = say_count("{number} mark of an editing session (rsid)", "{number} marks of editing sessions (rsid)", found["rsid"])
        yield Finding("rsid", part, said)
    if found["number"]:
        said = say_count(
            "{number} number of a paragraph, which its copies share",
            "{number} numbers of paragraphs, which its copies share",
            found["number"],
        )
        yield Finding("identifier", part, said)


def _is_number(key: str) -> bool:
    return key.endswith(tuple(f"}}{name}" for name in _NUMBERS)) and _BASE not in key


def _wrappers(part: str, tree: Element) -> Iterator[Finding]:
    wrappers = list(tree.iter(*_WRAPPERS))
    for node in wrappers:
        for properties in node.findall(qn("w:smartTagPr")) + node.findall(qn("w:customXmlPr")):
            take_out(properties)
        put_in_place(node)
    if wrappers:
        said = say_count(
            "{number} word or passage is marked for programs", "{number} words or passages are marked for programs", len(wrappers)
        )
        yield Finding("custom", part, said)


def _controls(part: str, tree: Element) -> Iterator[Finding]:
    for properties in list(tree.iter(qn("w:sdtPr"))):
        labels = [node for node in properties.iterchildren("{*}*") if node.tag in _LABELS or str(node.tag).rpartition("}")[2] in _LATER]
        told = [value for node in labels if node.tag in _LABELS[:2] and (value := node.get(qn("w:val"), ""))]
        for node in labels:
            take_out(node)
        if labels:
            yield Finding("control", part, say("A content control is labelled: {label}", label=brief(" · ".join(told)) or "–"))


def _permissions(part: str, tree: Element) -> Iterator[Finding]:
    named = {node.get(qn("w:id")) for node in tree.iter(qn("w:permStart")) if node.get(qn("w:ed"))}
    for node in list(tree.iter(qn("w:permStart"), qn("w:permEnd"))):
        if node.get(qn("w:id")) in named:
            if editor := node.get(qn("w:ed")):
                yield Finding("author", part, say("Somebody who may edit it is named: {author}", author=brief(editor)))
            take_out(node)
