"""XML in and out: a parser that trusts nothing, a small builder, one way of writing."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from briefkit.messages import say
from briefkit.ooxml.names import NAMESPACES
from briefkit.ooxml.zipped import BadPackage

Element: TypeAlias = etree._Element

# What XML 1.0 cannot hold (§2.2), beside lone surrogates: control characters and the two non-characters.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")

_qualified: dict[str, str] = {}


def qn(name: str) -> str:
    """`w:p` as lxml writes it, `{namespace}p`. Raises KeyError for a prefix that is not in NAMESPACES."""
    found = _qualified.get(name)
    if found is None:
        prefix, local = name.split(":")
        found = _qualified[name] = f"{{{NAMESPACES[prefix]}}}{local}"
    return found


def element(name: str, attributes: dict[str, str] | None = None, *children: Element | None, text: str | None = None) -> Element:
    """An element by prefixed name, with prefixed (or bare) attribute names; children that are None are left out."""
    made = etree.Element(qn(name), nsmap=_declared(name))
    for key, value in (attributes or {}).items():
        made.set(qn(key) if ":" in key else key, value)
    made.extend([child for child in children if child is not None])
    made.text = text
    return made


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of WordprocessingML: `w("pStyle", val="Title")`; its attributes stand in the same namespace."""
    made = etree.Element(qn(f"w:{name}"), nsmap=_WORD)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend([child for child in children if child is not None])
    return made


def _declared(name: str) -> dict[str, str]:
    """The prefixes that an element declares: those that are usual together, so that they stand on the root alone."""
    together = {"w": ("w", "r"), "cp": ("cp", "dc"), "dc": ("dc",), "op": ("op", "vt"), "vt": ("vt",)}
    together |= {prefix: (prefix,) for prefix in ("wp", "a", "pic", "asvg")}
    return {prefix: NAMESPACES[prefix] for prefix in together.get(name.split(":")[0], ())}


_WORD = _declared("w:p")


def clean(text: str) -> str:
    """The text without what XML cannot hold: control characters go, half a surrogate pair becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))


def parse(data: bytes, name: str) -> Element:
    """The root of an XML part. Raises BadPackage where it is not well formed, has a DOCTYPE, or is too deep or too long.

    External and internal entities are never read: a part that declares any has a DOCTYPE, which Office never writes
    (ECMA-376 Part 2 §9.1.3 forbids it).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise BadPackage(say("{part} is not well-formed XML ({reason})", part=name, reason=str(problem))) from None
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.externalDTD is not None:
        raise BadPackage(say("{part} declares a DOCTYPE", part=name))
    return root


def serialize(root: Element) -> bytes:
    """The part as Word writes it: UTF-8, declared standalone, each namespace declared once where it is used."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=_ignorable(root))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _ignorable(root: Element) -> list[str]:
    """The prefixes that mc:Ignorable names: they must stay declared even where nothing uses them (Part 3 §7.2)."""
    return root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "").split()


def bare(root: Element) -> Element:
    """Take comments, instructions and the indentation between elements out of a part; words stay as they are."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for node in root.iter():
        if len(node) and not (node.text or "").strip():
            node.text = None
        if not (node.tail or "").strip():
            node.tail = None
    return root


def unwrap(root: Element, *tags: str) -> None:
    """Put what elements of these tags hold in their places."""
    etree.strip_tags(root, *tags)


def canonical(data: bytes) -> str:
    """A part as canonical XML, one mark a line: for comparison by people and tests, not for Word."""
    root = parse(data, "part")
    text = etree.tostring(root, method="c14n").decode("utf-8")
    text = re.sub(r"<([\w:.-]+)([^<>]*)></\1>", r"<\1\2/>", text)
    return re.sub(r"(?<=>)(?=<)", "\n", text) + "\n"
