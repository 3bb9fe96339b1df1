"""The properties and settings of a Word file: its title and language stay, everything that names people, programs and places goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefkit.messages import Message, say, verbatim
from briefkit.ooxml import Element, element, qn
from briefkit.scrub.addresses import tells_a_file
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.packages import take_out, text_of
from briefkit.scrub.word.package import Package, kind_of

_STAY = (qn("dc:title"), qn("dc:language"))
_AUTHOR, _COMPANY, _MANAGER, _TEMPLATE, _TIME, _PROGRAM = "author", "company", "manager", "template", "time", "program"
_NAMES: Mapping[str, tuple[str, Message]] = MappingProxyType(
    {
        "title": ("title", say("title, which is the name of a file")),
        "creator": (_AUTHOR, say("author")),
        "lastModifiedBy": (_AUTHOR, say("last changed by")),
        "contributor": (_AUTHOR, say("contributor")),
        "created": (_TIME, say("made on")),
        "modified": (_TIME, say("changed on")),
        "lastPrinted": (_TIME, say("printed on")),
        "revision": (_TIME, say("number of savings")),
        "TotalTime": (_TIME, say("minutes of editing")),
        "Company": (_COMPANY, say("company")),
        "Manager": (_MANAGER, say("manager")),
        "Template": (_TEMPLATE, say("template")),
        "Application": (_PROGRAM, say("program")),
        "AppVersion": (_PROGRAM, say("version of the program")),
    }
)
_COUNTED = ("Pages", "Words", "Characters", "Lines", "Paragraphs", "CharactersWithSpaces", "DocSecurity", "ScaleCrop", "LinksUpToDate")
_IDLE = (*_COUNTED, "SharedDoc", "HyperlinksChanged", "HeadingPairs", "TitlesOfParts")

_SETTINGS: Mapping[str, tuple[str, Message]] = MappingProxyType(
    {
        "rsids": ("rsid", say("The numbers of all sessions in which it was edited are listed.")),
        "docVars": ("variable", say("There are variables that no program shows.")),
        "mailMerge": ("link", say("The source of a serial letter is named.")),
        "saveThroughXslt": ("link", say("A file that it is saved through is named.")),
        "attachedSchema": ("custom", say("A schema of custom XML is named.")),
        "schemaLibrary": ("custom", say("Schemas of custom XML are named.")),
        "docId": ("identifier", say("It has a number of its own, which all its copies share.")),
        "smartTagType": ("custom", say("Kinds of marked names are listed.")),
    }
)
_USUAL = re.compile(r"(?:(?:Тема )?Office(?: \d+ ?[-–] ?\d+)?(?: Theme)?|Стандартная|Custom \d+)?")  # as programs name them
_WITH_THEM = ("attachedTemplate", "linkStyles", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts")  # settings for what is gone


def cleared_properties(word: Package) -> Iterator[Finding]:
    """Drop the properties but title and language."""
    for link in list(word.links.get("", ())):
        tree, kind = word.trees.get(link.target), kind_of(link)
        if tree is None or kind not in ("core-properties", "extended-properties", "custom-properties"):
            continue
        yield from _custom(link.target, tree) if kind == "custom-properties" else _named(link.target, tree)
        kept = [node for node in tree if _stays(node) and (node.text or "").strip()] if kind == "core-properties" else []
        if kept:
            word.trees[link.target] = element("cp:coreProperties", None, *(_plain(node) for node in kept))
        else:
            word.links[""].remove(link)


def _stays(node: Element) -> bool:
    return node.tag in _STAY and not tells_a_file(node.text or "")


def _plain(node: Element) -> Element:
    """A property without whatever was nested or noted in it."""
    name = "dc:title" if node.tag == qn("dc:title") else "dc:language"
    return element(name, text=node.text)


def _named(part: str, tree: Element) -> Iterator[Finding]:
    for node in tree.iterchildren("{*}*"):
        name, value = str(node.tag).rpartition("}")[2], text_of(node).strip()
        if not _stays(node) and name not in _IDLE and value:
            kind, said = _NAMES.get(name, ("property", verbatim(name)))
            yield Finding(kind, part, say("{property}: {value}", property=said, value=brief(value)))


def _custom(part: str, tree: Element) -> Iterator[Finding]:
    for node in tree.iterchildren("{*}*"):
        value = text_of(node).strip()
        yield Finding("custom", part, say("custom property “{name}”: {value}", name=node.get("name", ""), value=brief(value)))


def cleared_settings(word: Package) -> Iterator[Finding]:
    """Drop the settings that tell of people, templates, sources and editing sessions."""
    for name, tree in word.of_kind("settings"):
        for node in list(tree.iterchildren("{*}*")):
            local = str(node.tag).rpartition("}")[2]
            if local in _SETTINGS or local in _WITH_THEM:
                take_out(node)
            if local in _SETTINGS:
                kind, said = _SETTINGS[local]
                yield Finding(kind, name, said)


def unnamed_themes(word: Package) -> Iterator[Finding]:
    """Themes are named, and so are their colours and typefaces: often by the organisation that had them made."""
    for name, tree in word.of_kind("theme"):
        for node in (tree, *tree.iter("{*}clrScheme", "{*}fontScheme", "{*}fmtScheme")):
            told = node.get("name", "")
            if not _USUAL.fullmatch(told):
                node.set("name", "Office")
                yield Finding("template", name, say("The theme is named: {name}", name=brief(told)))


def dropped_fonts(word: Package) -> None:
    """Take out of the list of typefaces what names the embedded ones; the files themselves are links, and go as such."""
    for _, tree in word.of_kind("fontTable"):
        for node in list(tree.iter(*(qn(f"w:embed{style}") for style in ("Regular", "Bold", "Italic", "BoldItalic")))):
            take_out(node)
