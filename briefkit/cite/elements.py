"""Elements: the parts of a CSL style that citeproc renders otherwise than CSL 1.0.2 has it.

citeproc-py's elements are lxml classes chosen by a lookup; these take the place of its own in every style that we parse.
They only render: what a citation's position is, and what its numbers are, they are told by the `Cited` item they render.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from citeproc import LANGUAGE_NAMES, LOCALES_PATH, PRIMARY_DIALECTS, model
from citeproc.source import VariableError
from citeproc.string import String
from lxml import etree

from briefkit.cite import locators
from briefkit.cite.marks import FIRST_NOTE
from briefkit.cite.positions import UNCITED, Standing
from briefkit.cite.works import Work
from briefkit.tree import Locator

CSL = "http://purl.org/net/xbiblio/csl"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Item:
    """One citation as the elements read it; the shape of citeproc's CitationItem, without its ties to a whole bibliography."""

    reference: Work
    pinpoint: Locator | None = None
    standing: Standing = UNCITED
    number: int = 1

    @property
    def has_locator(self) -> bool:
        return self.pinpoint is not None

    @property
    def locator(self) -> ShownLocator:
        if self.pinpoint is None:
            raise VariableError
        return ShownLocator(self.pinpoint.label, locators.shown(self.pinpoint))

    def get_field(self, name: str) -> str | None:
        value = self.reference.get(name.replace("-", "_"))
        return None if value is None else str(value)

    def __contains__(self, name: str) -> bool:
        return name == "locator" and self.has_locator

    def __getitem__(self, name: str) -> Any:
        return self.reference[name.replace("-", "_")]


@dataclass(frozen=True, slots=True)
class ShownLocator:
    """A locator under the names that citeproc gives its parts."""

    label: str
    identifier: str


class Style(model.Style):  # type: ignore[misc]
    """The root of a style. It keeps its locales, parsed with these elements too, and its macros by name."""

    def set_locale_list(self, output_locale: str, validate: bool = False) -> None:
        """The locales in which terms are sought, nearest first (CSL: Locale Fallback). Never raises: the last is en-US."""
        language = output_locale.split("-")[0]
        own = {element.get(LANG): element for element in reversed(self.findall(f"{{{CSL}}}locale"))}
        self.locales = [own[name] for name in dict.fromkeys((output_locale, language, None)) if name in own]
        system = dict.fromkeys((output_locale, PRIMARY_DIALECTS.get(language), "en-US"))
        self.locales += [_system_locale(name) for name in system if name in LANGUAGE_NAMES]
        for locale in self.locales:
            locale.style = self
            locale.by_name = {
                (term.get("name"), term.get("form")): term for term in reversed(locale.findall(f"{{{CSL}}}terms/{{{CSL}}}term"))
            }
        self.macros = {macro.get("name"): macro for macro in self.findall(f"{{{CSL}}}macro")}
        _complete_names(self)


class Locale(model.Locale):  # type: ignore[misc]
    """A locale with its terms by name and form; citeproc searches the file for each."""

    def get_term(self, name: str, form: str | None = None, zero_padded: bool = False) -> Any:
        if zero_padded:
            return super().get_term(name, form, zero_padded=True)
        if (name, form) not in self.by_name:
            raise IndexError(name)
        return self.by_name[name, form]


class Text(model.Text):  # type: ignore[misc]
    def get_macro(self, name: str) -> Any:
        return self.get_root().macros[name]

    def quote(self, string: Any) -> Any:
        """The text in quotation marks; those within it are the inner ones (CSL: flip-flop formatting)."""
        if self.get("quotes") != "true":
            return string
        opening, closing = str(self.get_single_term("open-quote")), str(self.get_single_term("close-quote"))
        inner = f"{self.get_single_term('open-inner-quote')}\\1{self.get_single_term('close-inner-quote')}"
        text = str(string)
        for start, end in (('"', '"'), (r"(?<!\w)'", "'"), (re.escape(opening), re.escape(closing))):
            text = re.sub(rf"{start}(?=\S)((?:(?!{start}).)*?){end}(?!\w)", inner, text)
        return String(f"{opening}{text}{closing}")

    def _variable(self, item: Item, context: Any) -> Any:
        name = self.get("variable")
        if name == "locator":
            return String(item.locator.identifier)
        if name == "first-reference-note-number":
            if not item.standing.first_note:
                raise VariableError
            return String(FIRST_NOTE)
        if name == "page-first" and "page_first" in item.reference:
            return item.reference["page_first"]
        return super()._variable(item, context)


class Label(model.Label):  # type: ignore[misc]
    """A locator's label; one that carries its own words ("Principle 7", label `custom`) needs none."""

    def process(self, item: Item, variable: str | None = None, plural: bool | None = None, context: Any = None, **rest: Any) -> Any:
        if variable is None and self.get("variable") == "locator":
            return _locator_label(self, item)
        return super().process(item, variable, plural, context, **rest)


def _locator_label(label: Label, item: Item) -> Any:
    if item.pinpoint is None:
        raise VariableError
    wanted = label.get("plural", "contextual")
    several = wanted == "always" or (wanted == "contextual" and locators.is_plural(item.pinpoint))
    name, form = locators.term(item.pinpoint.label), label.get("form", "long")
    find = label.get_plural_term if several else label.get_single_term
    return next((found for found in (find(name=name, form=one) for one in _forms(form)) if found), None)


def _forms(form: str) -> Iterator[str | None]:
    """The forms in which a term is sought: a symbol falls back to the short form, this to the long (CSL: Terms)."""
    if form == "symbol":
        yield "symbol"
    if form in ("symbol", "short"):
        yield "short"
    yield None


class DatePart(model.Date_Part):  # type: ignore[misc]
    """A part of a date. citeproc writes the style's attributes into the locale for good; here the locale's own are put back."""

    def process(self, date: Any, context: Any = None) -> Any:
        own = dict(self.attrib)
        try:
            return super().process(date, context)
        finally:
            self.attrib.clear()
            self.attrib.update(own)


class If(model.If):  # type: ignore[misc]
    """A condition (CSL: Choose), asked of what is known about the whole document."""

    def _variable(self, item: Item) -> list[bool]:
        return [_has(item, name) for name in self.get("variable").split()]

    def _locator(self, item: Item) -> list[bool]:
        label = item.pinpoint.label if item.pinpoint else ""
        return [bool(label) and locators.is_label(label, tested) for tested in self.get("locator").split()]

    def _position(self, item: Item, context: Any) -> list[bool]:
        return [tested in item.standing.positions for tested in self.get("position").split()]


class ElseIf(If):
    pass


def _has(item: Item, name: str) -> bool:
    if name == "locator":
        return item.has_locator
    if name == "first-reference-note-number":
        return item.standing.first_note > 0
    return name.replace("-", "_") in item.reference


def _complete_names(style: Style) -> None:
    """Gives every `names` its `name`, which CSL lets a style leave out: citeproc would add one to the tree at each use."""
    for names in style.iter(f"{{{CSL}}}names"):
        if names.find(f"{{{CSL}}}name") is None and names.getparent().tag != f"{{{CSL}}}substitute":
            names.insert(0, names.makeelement(f"{{{CSL}}}name"))


def parser() -> etree.XMLParser:
    """An XML parser that makes these elements; it reads no entities, no DTD and nothing from the network."""
    theirs = {cls.__name__.replace("_", "-").lower(): cls for cls in model.CitationStylesElement.__subclasses__()}
    ours = {"style": Style, "locale": Locale, "text": Text, "label": Label, "date-part": DatePart, "if": If, "else-if": ElseIf}
    lookup = etree.ElementNamespaceClassLookup()
    lookup.get_namespace(CSL).update({None: model.CitationStylesElement, **theirs, **ours})
    made = etree.XMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    made.set_element_class_lookup(lookup)
    return made


def _system_locale(name: str) -> Any:
    return etree.parse(f"{LOCALES_PATH}/locales-{name}.xml", parser()).getroot()
