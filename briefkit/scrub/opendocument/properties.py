"""The properties and settings of an OpenDocument text: its title and language stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefkit.messages import Message, say, verbatim
from briefkit.ooxml import Element
from briefkit.scrub.addresses import tells_a_file
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.opendocument.package import OFFICE, Package, local, named
from briefkit.scrub.packages import take_out, text_of

_DC = "http://purl.org/dc/elements/1.1/"
_STAY = named(_DC, "title", "language")
_NAMES: Mapping[str, tuple[str, Message]] = MappingProxyType(
    {
        "title": ("title", say("title, which is the name of a file")),
        "initial-creator": ("author", say("author")),
        "creator": ("author", say("last changed by")),
        "printed-by": ("author", say("printed by")),
        "creation-date": ("time", say("made on")),
        "date": ("time", say("changed on")),
        "print-date": ("time", say("printed on")),
        "editing-cycles": ("time", say("number of savings")),
        "editing-duration": ("time", say("time of editing")),
        "generator": ("program", say("program")),
        "template": ("template", say("template")),
    }
)
_COUNTED = "document-statistic"
_NAME = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}name"
_PRINTER = ("PrinterName", "PrinterSetup", "PrinterPaperFromSetup", "PrintFaxName")
_TELLING = ("Rsid", "RsidRoot", "CurrentDatabase", "EmbeddedDatabaseName", "ChangesProtectionKey", "RedlineProtectionKey", "EmbedFonts")


def cleared_properties(text: Package) -> Iterator[Finding]:
    """Leave of the properties what a reader needs, of the settings what the layout needs, and no scripts."""
    if "meta.xml" in text.trees:
        yield from _meta(text.trees["meta.xml"])
    if "settings.xml" in text.trees:
        yield from _settings(text.trees["settings.xml"])
    for name, tree in text.texts:
        for node in list(tree.iter(*named(OFFICE, "scripts", "event-listeners"))):
            if len(node):
                yield Finding("script", name, say("There are macros."))
            take_out(node)


def _meta(tree: Element) -> Iterator[Finding]:
    for holder in tree.iter(*named(OFFICE, "meta")):
        for node in list(holder.iterchildren("{*}*")):
            if node.tag in _STAY and not tells_a_file(text_of(node)):
                continue
            value = text_of(node).strip() or " ".join(str(one) for one in node.attrib.values())
            kind, said = _NAMES.get(local(node), ("property", verbatim(local(node))))
            take_out(node)
            if local(node) == "user-defined":
                name = node.get("{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}name", "")
                yield Finding("custom", "meta.xml", say("custom property “{name}”: {value}", name=name, value=brief(value)))
            elif local(node) != _COUNTED and value:
                yield Finding(kind, "meta.xml", say("{property}: {value}", property=said, value=brief(value)))


def _settings(tree: Element) -> Iterator[Finding]:
    for node in list(tree.iter("{*}config-item-set")):
        if node.get(_NAME, "").endswith("view-settings"):
            take_out(node)
            yield Finding("program", "settings.xml", say("A program noted where somebody read last."))
    for node in list(tree.iter("{*}config-item")):
        name = node.get(_NAME, "")
        if name.startswith((*_PRINTER, *_TELLING)):
            value = text_of(node).strip()
            take_out(node)
            if value not in ("", "false", "0", "0.0"):
                yield _told(name, value)


def _told(name: str, value: str) -> Finding:
    if name.startswith(_PRINTER):
        return Finding("printer", "settings.xml", say("The printer is named ({name}): {value}", name=name, value=brief(value)))
    if name.startswith("Rsid"):
        return Finding("rsid", "settings.xml", say("Its sessions of editing have a number."))
    return Finding("program", "settings.xml", say("{property}: {value}", property=name, value=brief(value)))
