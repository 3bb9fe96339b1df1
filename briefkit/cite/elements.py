"""Elements: each element of a CSL style, and the node that it becomes (CSL 1.0.2, "Rendering Elements").

citeproc-py parses a style into lxml elements of its own classes, chosen by a lookup; ours extend them by one method, and its rendering
is not used. So a style is read once into nodes, which know nothing of XML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from citeproc import model
from lxml import etree

from briefkit.cite.dating import DateNode, Part
from briefkit.cite.formats import PLAIN, read_format
from briefkit.cite.locales import CSL, date_parts
from briefkit.cite.namewriting import NameParts
from briefkit.cite.naming import EtAl, NameLabel, Names
from briefkit.cite.nodes import TESTS, Branch, Choose, Condition, Group, Label, Macro, Node, Number, TermText, Value, Variable
from briefkit.cite.richtext import read_rich


class Macros:
    """The macros of a style, each read once; one that calls itself finds its own nodes, still empty."""

    def __init__(self, root: Any) -> None:
        self._elements = {str(macro.get("name")): macro for macro in root.iterfind(f"{{{CSL}}}macro")}
        self._read: dict[str, list[Node]] = {}

    def nodes(self, name: str) -> list[Node]:
        if name not in self._read:
            self._read[name] = []
            if name in self._elements:
                self._read[name].extend(nodes_in(self._elements[name], self))
        return self._read[name]


def nodes_in(element: Any, macros: Macros) -> list[Node]:
    """The nodes of an element's children; what renders nothing has none."""
    return [child.node(macros) for child in element if isinstance(child, _RENDERING)]


def attributes_of(element: Any) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


class TextElement(model.Text):  # type: ignore[misc]
    """CSL: Text. A macro, a term, words of the style, or a variable."""

    def node(self, macros: Macros) -> Node:
        given = attributes_of(self)
        look = read_format(given)
        if "macro" in given:
            return Macro(given["macro"], macros.nodes(given["macro"]), look)
        if "term" in given:
            return TermText(given["term"], given.get("form", "long"), given.get("plural") == "true", look)
        if "value" in given:
            return Value(read_rich(given["value"]), look)
        return Variable(given.get("variable", ""), given.get("form", "long"), look)


class NumberElement(model.Number):  # type: ignore[misc]
    """CSL: Number."""

    def node(self, macros: Macros) -> Node:
        given = attributes_of(self)
        return Number(given.get("variable", ""), given.get("form", "numeric"), read_format(given))


class LabelElement(model.Label):  # type: ignore[misc]
    """CSL: Label."""

    def node(self, macros: Macros) -> Node:
        given = attributes_of(self)
        return Label(given.get("variable", ""), given.get("form", "long"), given.get("plural", "contextual"), read_format(given))


class GroupElement(model.Group):  # type: ignore[misc]
    """CSL: Group."""

    def node(self, macros: Macros) -> Node:
        given = attributes_of(self)
        return Group(nodes_in(self, macros), given.get("delimiter", ""), read_format(given))


class ChooseElement(model.Choose):  # type: ignore[misc]
    """CSL: Choose."""

    def node(self, macros: Macros) -> Node:
        return Choose(tuple(_branch(child, macros) for child in self if isinstance(child.tag, str)))


def _branch(element: Any, macros: Macros) -> Branch:
    given = attributes_of(element)
    conditions = tuple(Condition(name, tuple(given[name].split())) for name in TESTS if name in given)
    return Branch(conditions, given.get("match", "all"), nodes_in(element, macros))


class DateElement(model.Date):  # type: ignore[misc]
    """CSL: Date."""

    def node(self, macros: Macros) -> Node:
        given = attributes_of(self)
        parts = tuple(Part(part.get("name"), attributes_of(part)) for part in date_parts(self))
        shown = tuple(given["date-parts"].split("-")) if "date-parts" in given else ()
        return DateNode(given.get("variable", ""), given.get("form", ""), shown, parts, given.get("delimiter", ""), read_format(given))


class NamesElement(model.Names):  # type: ignore[misc]
    """CSL: Names, with the elements in it: name, et-al, label, substitute."""

    def node(self, macros: Macros) -> Node:
        given = attributes_of(self)
        name, et_al, substitute = (self.find(f"{{{CSL}}}{tag}") for tag in ("name", "et-al", "substitute"))
        own = attributes_of(name) if name is not None else None
        look = {key: value for key, value in (own or {}).items() if key not in {"form", "delimiter"}}
        return Names(
            tuple(given.get("variable", "").split()),
            own,
            read_format(look),
            _name_parts(name if name is not None else ()),
            EtAl(et_al.get("term", "et-al"), read_format(attributes_of(et_al))) if et_al is not None else None,
            _name_label(self.find(f"{{{CSL}}}label"), name),
            nodes_in(substitute, macros) if substitute is not None else (),
            given.get("delimiter"),
            read_format(given),
        )


def _name_parts(name: Iterable[Any]) -> NameParts:
    parts = {part.get("name"): read_format(attributes_of(part)) for part in name if part.tag == f"{{{CSL}}}name-part"}
    return NameParts(parts.get("family", PLAIN), parts.get("given", PLAIN))


def _name_label(label: Any, name: Any) -> NameLabel | None:
    if label is None:
        return None
    first = name is not None and label.getparent().index(label) < label.getparent().index(name)
    return NameLabel(label.get("form", "long"), label.get("plural", "contextual"), first, read_format(attributes_of(label)))


_RENDERING = (TextElement, NumberElement, LabelElement, GroupElement, ChooseElement, DateElement, NamesElement)
_OURS: Mapping[str, type] = {
    "text": TextElement,
    "number": NumberElement,
    "label": LabelElement,
    "group": GroupElement,
    "choose": ChooseElement,
    "date": DateElement,
    "names": NamesElement,
}


def parser() -> etree.XMLParser:
    """An XML parser that makes these elements; it reads no entities, no DTD and nothing from the network."""
    theirs = {cls.__name__.replace("_", "-").lower(): cls for cls in model.CitationStylesElement.__subclasses__()}
    lookup = etree.ElementNamespaceClassLookup()
    lookup.get_namespace(CSL).update({None: model.CitationStylesElement, **theirs, **_OURS})
    made = etree.XMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    made.set_element_class_lookup(lookup)
    return made
