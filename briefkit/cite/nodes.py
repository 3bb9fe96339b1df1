"""Nodes: what a style does, element by element, once it has been read (CSL 1.0.2, "Rendering Elements").

A node renders itself for a context and says whether it printed a variable: a group whose variables are all empty is
not printed at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefkit.cite import marks, numbers
from briefkit.cite.context import EMPTY, FULL, NOTHING, Context, Rendered
from briefkit.cite.formats import PLAIN, Format, joined
from briefkit.cite.locales import Locale
from briefkit.cite.marks import FIRST_NOTE, OWN_WORDS, TERM, bare, wrapped


class Node(Protocol):
    """What a rendering element of a style becomes."""

    def render(self, context: Context) -> Rendered: ...


def render_all(nodes: Iterable[Node], context: Context, delimiter: str = "") -> Rendered:
    """Nodes in a row: what they print, joined, and the most that any of them found."""
    texts: list[str] = []
    status = NOTHING
    for node in nodes:
        text, found = node.render_within(context, delimiter) if type(node) is Choose else node.render(context)
        if text:
            texts.append(text)
        if found > status:
            status = found
    return texts[0] if len(texts) == 1 else joined(texts, delimiter), status


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """Words of the style's own."""

    text: str
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        return self.format.apply(self.text, context.default_language), NOTHING


def as_term(text: str, format_: Format) -> str:
    """A term, marked as one: at the start of a note it takes a capital, unless the style says in which case it stands."""
    return text if format_.case or not text else TERM + text


@dataclass(frozen=True, slots=True, eq=False)
class TermText:
    """A term of the locale."""

    name: str
    form: str = "long"
    plural: bool = False
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        text = context.locale.term(self.name, self.form, self.plural)
        if text and self.name == "no date" and context.takes_suffix:
            text += f"-{context.take_suffix()}"
        return self.format.apply(as_term(text, self.format), context.default_language), NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A call of a macro; its nodes are set once the whole style is read."""

    name: str
    nodes: Sequence[Node]
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        text, status = render_all(self.nodes, context)
        return ("", EMPTY) if status == EMPTY else (self.format.apply(text, context.language), FULL if text else status)


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """A variable as text."""

    name: str
    form: str = "long"
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        if self.name in context.suppressed:
            return "", EMPTY
        text = self._text(context)
        if self.name == "year-suffix":
            context.suffix_taken = True
            return (self.format.apply(wrapped(text, marks.YEAR_SUFFIX)), FULL) if text else ("", NOTHING)
        if not text:
            return "", EMPTY
        context.used.append(self.name)
        return self.format.apply(text, context.language), FULL

    def _text(self, context: Context) -> str:
        item, cite = context.item, context.cite
        match self.name:
            case "locator":
                return locator_text(context) if context.area == "citation" else ""
            case "citation-label":
                return context.label
            case "first-reference-note-number":
                return FIRST_NOTE if cite.first_note else ""
            case "citation-number":
                return str(context.number) if context.number else ""
            case "year-suffix":
                return context.shown.year_suffix
            case "page":
                return page_text(item.texts.get("page", ""), context.options, context.locale)
        if self.form == "short" and (short := item.texts.get(f"{self.name}-short")):
            return short
        text = item.texts.get(self.name, "")
        return text if self.name not in numbers.NUMBERS or self.name == "version" else dashed(text)


def dashed(text: str) -> str:
    """Hyphens between numbers as en dashes, unless they are escaped."""
    return re.sub(r"(?<=[\dA-Za-z])-(?=\d)", "–", text).replace("\\–", "-") if re.fullmatch(r"[\w\s,&–-]+", text) else text


def page_text(pages: str, options: Mapping[str, str], locale: Locale) -> str:
    """Pages with their ranges in the style's form, and the locale's sign between two of them."""
    if len(pages) > numbers.LONGEST:
        return pages
    delimiter = locale.term("page-range-delimiter") or "–"
    text = numbers.page_ranges(pages, options.get("page-range-format", ""), delimiter)
    return re.sub(r"\s*&\s*", f" {locale.term('and', 'symbol') or '&'} ", text)


def locator_text(context: Context) -> str:
    """A locator as printed: its ranges with en dashes, page ranges in the style's form."""
    if context.cite.several is not None:
        return f"{OWN_WORDS if context.cite.own_label else ''}{context.cite.locator}"
    return set_locator(context.cite.locator, context.cite.label, context.options, context.locale)


def set_locator(text: str, label: str, options: Mapping[str, str], locale: Locale) -> str:
    """A locator's value in type: what is a range becomes one."""
    if (label or "page") == "page":
        return page_text(text, options, locale)
    return re.sub(r"(?<=[\w)])\s*-\s*(?=[\w(])", "–", text) if numbers.is_several(text) else text


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """A number variable: numeric, ordinal, long-ordinal or roman where it holds numbers, else as it stands."""

    name: str
    form: str = "numeric"
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        if self.name in context.suppressed:
            return "", EMPTY
        text = self._value(context)
        if not text:
            return "", EMPTY
        context.used.append(self.name)
        if numbers.is_numeric(bare(text)):
            text = numbers.each_number(text, lambda one: self._written(one, context), context.locale.term("and", "symbol") or "&")
        return self.format.apply(text, context.language), FULL

    def _value(self, context: Context) -> str:
        if self.name == "locator":
            return locator_text(context) if context.area == "citation" else ""
        if self.name == "citation-number":
            return str(context.number or "")
        if self.name == "page":
            return page_text(context.item.texts.get("page", ""), context.options, context.locale)
        return context.item.texts.get(self.name, "")

    def _written(self, text: str, context: Context) -> str:
        value = numbers.whole(bare(text), -1)
        if value < 0:
            return text
        if self.form == "roman":
            return numbers.roman(value)
        if self.form == "long-ordinal" and 1 <= value <= 10 and (word := context.locale.term(f"long-ordinal-{value:02}")):
            return word
        if self.form in {"ordinal", "long-ordinal"}:
            term = context.locale.find(self.name) or context.locale.find(self.name, "short")
            return f"{value}{context.locale.ordinal(value, term.gender if term else '')}"
        return text


_LABELLED = re.compile(r"[^\W\d_]{1,6}\.\s")  # a locator that brings a label of its own: "vol. 1, fol. 186"


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """The label of a locator, a page or a number: singular or plural by what it labels."""

    name: str
    form: str = "long"
    plural: str = "contextual"
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        if self.name == "locator":
            value, term = (context.cite.locator, context.cite.label or "page") if context.area == "citation" else ("", "")
            if context.cite.own_label or (_LABELLED.match(value) and not context.cite.label):
                return "", NOTHING
        else:
            value, term = self._value(context), self.name
        if not value or self.name in context.suppressed:
            return "", EMPTY
        known = context.cite.several if self.name == "locator" and self.plural == "contextual" else None
        text = context.locale.term(term, self.form, self._several(bare(value)) if known is None else known)
        return self.format.apply(text, context.default_language), NOTHING

    def _value(self, context: Context) -> str:
        match self.name:
            case "first-reference-note-number":
                return str(context.cite.first_note or "")
            case "citation-number":
                return str(context.number or "")
        return context.item.texts.get(self.name, "")

    def _several(self, value: str) -> bool:
        if self.plural != "contextual":
            return self.plural == "always"
        if self.name in {"number-of-pages", "number-of-volumes"}:
            return numbers.whole(value, 1) != 1
        return numbers.is_several(value)


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Nodes with a delimiter; printed only if one of its variables is there, or if it has none."""

    nodes: Sequence[Node]
    delimiter: str = ""
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        text, status = render_all(self.nodes, context, self.delimiter)
        if status == EMPTY or not text:
            return "", status
        return self.format.apply(text, context.language), FULL


def _is_numeric(name: str, context: Context) -> bool:
    if name == "locator" and context.cite.numeric is not None:
        return context.cite.numeric
    text = context.cite.locator if name == "locator" else context.item.texts.get(name, "")
    return bool(text) and numbers.is_numeric(bare(text))


def _is_labelled(label: str, context: Context) -> bool:
    cite = context.cite
    return bool(cite.locator) and not cite.own_label and (cite.label or "page") in {label, label.replace("-", " ")}


def _is_there(name: str, context: Context) -> bool:
    if name == "locator":
        return bool(context.cite.locator) and context.area == "citation"
    if name == "first-reference-note-number":
        return context.cite.first_note > 0
    if name == "year-suffix":
        return bool(context.shown.year_suffix)
    if name == "citation-number":
        return context.number > 0
    return context.item.has(name)


# what a condition may ask (CSL 1.0.2, "Choose"), and whether it is true of one value
TESTS: Mapping[str, Callable[[str, Context], bool]] = {
    "type": lambda kind, context: context.item.type == kind,
    "variable": _is_there,
    "is-numeric": _is_numeric,
    "is-uncertain-date": lambda name, context: name in context.item.dates and context.item.dates[name].circa,
    "locator": _is_labelled,
    "position": lambda name, context: context.area == "citation" and name in context.cite.positions,
    "disambiguate": lambda value, context: context.shown.condition == (value == "true"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """What is asked (a name of `TESTS`), and the values asked for."""

    asks: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One branch of a choice; without conditions it is the last resort."""

    conditions: tuple[Condition, ...]
    match: str
    nodes: Sequence[Node]

    def holds(self, context: Context) -> bool:
        """Whether all, any or none of the values asked for are true; asked no further than needed."""
        decisive = self.match != "all"
        for condition in self.conditions:
            test = TESTS[condition.asks]
            for value in condition.values:
                if test(value, context) is decisive:
                    return self.match == "any"
        return self.match != "any" or not self.conditions


@dataclass(frozen=True, slots=True, eq=False)
class Choose:
    """The first branch that holds. A choice is transparent: the delimiter around it parts what it prints."""

    branches: tuple[Branch, ...]

    def render(self, context: Context) -> Rendered:
        return self.render_within(context, "")

    def render_within(self, context: Context, delimiter: str) -> Rendered:
        return render_all(self.chosen(context), context, delimiter)

    def chosen(self, context: Context) -> Sequence[Node]:
        """The nodes of the branch that holds; none if none does."""
        for branch in self.branches:
            if branch.holds(context):
                return branch.nodes
        return ()
