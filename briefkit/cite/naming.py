"""Names nodes: lists of names, shortened and joined, with their labels and substitutes (CSL 1.0.2, "Names")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefkit.cite.context import EMPTY, FULL, Context, Rendered
from briefkit.cite.formats import PLAIN, Format, joined
from briefkit.cite.items import Name
from briefkit.cite.marks import SEAM, bare
from briefkit.cite.namewriting import NameParts, write_name
from briefkit.cite.nodes import Choose, Node, TermText
from briefkit.cite.numbers import whole


@dataclass(frozen=True, slots=True)
class NameLabel:
    """The label of a names node; `first` tells that it stands before the names."""

    form: str = "long"
    plural: str = "contextual"
    first: bool = False
    format: Format = PLAIN


@dataclass(frozen=True, slots=True)
class EtAl:
    """The words for the names that are not shown (CSL: Et-al)."""

    term: str = "et-al"
    format: Format = PLAIN


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """A names node. `name` holds the attributes of its name element; what it lacks it inherits from the area and the style."""

    variables: tuple[str, ...]
    name: Mapping[str, str] | None = None
    name_format: Format = PLAIN
    parts: NameParts = field(default_factory=NameParts)
    et_al: EtAl | None = None
    label: NameLabel | None = None
    substitutes: Sequence[Node] = ()
    delimiter: str | None = None
    format: Format = PLAIN

    def render(self, context: Context) -> Rendered:
        if context.omit_names and not context.names:
            context.names = "omitted"
            return "", FULL
        if context.suppress_author and context.area == "citation" and self._names_the_author(context):
            return self._nameless(context)
        text = self._names(context)
        status = FULL if text else EMPTY
        if not text:
            text, status = self._substituted(context)
        if text and not context.names and context.sorting is None:
            context.names = context.names_alone or text
        return text, status

    def _names(self, context: Context) -> str:
        variables = [name for name in self.variables if name in context.item.names and name not in context.suppressed]
        if context.suppress_author and context.area == "citation":
            variables = [name for name in variables if name != "author"]
        shown = [(name, name) for name in variables]
        both = sorted(variables) == ["editor", "translator"] and context.locale.find("editortranslator")
        if both and context.item.names["editor"] == context.item.names["translator"]:
            shown = [("editor", "editortranslator")]
        options = self.options(context)
        if options.get("form") == "count":
            total = sum(self._list(name, options, context).shown for name, _ in shown)
            return str(total) if total else ""
        texts = [self._labelled(name, role, options, context) for name, role in shown]
        if len(texts) > 1:
            context.names_alone = ""
        context.used.extend(variables)
        delimiter = self.delimiter if self.delimiter is not None else options.get("names-delimiter", "")
        return self.format.apply(joined(texts, delimiter), context.default_language)

    def options(self, context: Context) -> dict[str, str]:
        """The name options that hold: the element's own, the area's, the style's."""
        merged = dict(context.options)
        renamed = {"name-form": "form", "name-delimiter": "delimiter"}
        for general, own in renamed.items():
            if general in merged:
                merged[own] = merged[general]
        merged.update(self.name or {})
        if context.sorting is not None:
            merged["name-as-sort-order"] = "all"
            merged.pop("and", None)
            if merged.get("demote-non-dropping-particle") == "sort-only":
                merged["demote-non-dropping-particle"] = "display-and-sort"
            merged.update(context.sorting)
        return merged

    def _labelled(self, variable: str, role: str, options: Mapping[str, str], context: Context) -> str:
        listed = self._list(variable, options, context)
        if not context.names:
            context.names_alone = listed.text
        if not self.label or context.sorting is not None or not listed.text:
            return listed.text
        several = len(context.item.names[variable]) > 1
        plural = several if self.label.plural == "contextual" else self.label.plural == "always"
        term = context.locale.term(role, self.label.form, plural)
        label = self.label.format.apply(term, context.default_language)
        return joined([label, listed.text] if self.label.first else [listed.text, label], "")

    def _list(self, variable: str, options: Mapping[str, str], context: Context) -> Listed:
        names = context.item.names[variable]
        at = context.lists
        context.lists += 1
        given = context.shown.given[at] if at < len(context.shown.given) else ()
        count, use_last = _shown(names, options, context, at)
        context.listed.append((len(names), count))
        context.people.append(names)
        texts = [
            write_name(name, options, self.parts, number, given[number] if number < len(given) else 0)
            for number, name in enumerate(names)
            if number < count or (use_last and number == len(names) - 1)
        ]
        if at == 0:
            context.each_name, context.name_options = tuple(texts), options
        if count >= len(names):
            text = _and_joined(texts, options, context, names)
        elif use_last:
            text = f"{joined(texts[:-1], options.get('delimiter', ', '))}{options.get('delimiter', ', ')}… {texts[-1]}"
        else:
            text = self._shortened(texts, options, context)
        return Listed(self.name_format.apply(text, context.default_language), len(texts))

    def _shortened(self, texts: list[str], options: Mapping[str, str], context: Context) -> str:
        et_al = self.et_al or EtAl()
        term = et_al.format.apply(context.locale.term(et_al.term), context.default_language)
        delimiter = options.get("delimiter", ", ")
        written = joined(texts, delimiter)
        if not term:
            return written
        rule = options.get("delimiter-precedes-et-al", "contextual")
        inverted = _is_inverted(len(texts) - 1, options)
        comma = rule == "always" or (rule == "contextual" and len(texts) > 1) or (rule == "after-inverted-name" and inverted)
        if comma:
            return f"{written}{SEAM}{delimiter}{SEAM}{term}"
        space = "" if _CJK.match(bare(term)) else " "
        return f"{written}{SEAM}{space}{SEAM}{term}"

    def _names_the_author(self, context: Context) -> bool:
        """Whether whoever this names is the author, or stands in the author's place."""
        if "author" in self.variables:
            return not any(name in context.item.names for name in self.variables if name != "author")
        return any(isinstance(node, Names) and "author" in node.variables for node in self.substitutes)

    def _nameless(self, context: Context) -> Rendered:
        """With the author suppressed, nobody in the author's place is named; a title in that place stays, for it names the source."""
        for node in (self, *_candidates(self.substitutes, context)):
            if not isinstance(node, Names):
                before = len(context.used)
                if text := node.render(context)[0]:
                    context.suppressed.update(context.used[before:])
                    return text, FULL
            elif any(name in context.item.names for name in node.variables):
                context.suppressed.update(node.variables)
                return "", FULL  # what is not shown is not missing: the words around it stay
        return "", EMPTY

    def _substituted(self, context: Context) -> Rendered:
        for node in _candidates(self.substitutes, context):
            before = len(context.used)
            filled = self._inherited(node)
            text = filled.render(context)[0]
            if text or isinstance(node, TermText):  # a term that the locale leaves empty ends the search
                context.suppressed.update(context.used[before:])
                if isinstance(filled, Names):
                    context.suppressed.update(filled.variables)
                return text, FULL if text else EMPTY
        return "", EMPTY

    def _inherited(self, node: Node) -> Node:
        """Names within a substitute that say nothing of their own are written as the names they stand for."""
        if not isinstance(node, Names) or node.name is not None or node.et_al or node.label:
            return node
        return replace(
            node,
            name=self.name,
            name_format=self.name_format,
            parts=self.parts,
            et_al=self.et_al,
            label=self.label,
            delimiter=node.delimiter if node.delimiter is not None else self.delimiter,
            format=node.format if node.format != PLAIN else self.format,
        )


def _candidates(nodes: Sequence[Node], context: Context) -> Iterator[Node]:
    """What may take the place of missing names, one after another; a choice is transparent where it offers names."""
    for node in nodes:
        chosen = node.chosen(context) if isinstance(node, Choose) else ()
        if chosen and all(isinstance(one, Names | Choose) for one in chosen):
            yield from _candidates(chosen, context)
        else:
            yield node


_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of names as text, and how many of them are in it."""

    text: str
    shown: int


def _shown(names: Sequence[Name], options: Mapping[str, str], context: Context, at: int) -> tuple[int, bool]:
    """How many names of a list are shown, and whether the last one follows an ellipsis."""
    least, first = whole(options.get("et-al-min", "")), whole(options.get("et-al-use-first", ""))
    if context.area == "citation" and "subsequent" in context.cite.positions and context.sorting is None:
        least = whole(options.get("et-al-subsequent-min", ""), least)
        first = whole(options.get("et-al-subsequent-use-first", ""), first)
    decided = context.shown.names[at] if at < len(context.shown.names) else 0
    if not least or not first or len(names) < least or decided >= len(names) or first >= len(names):
        return len(names), False
    use_last = options.get("et-al-use-last") == "true" and len(names) >= first + 2
    return max(first, decided), use_last


def _is_inverted(at: int, options: Mapping[str, str]) -> bool:
    order = options.get("name-as-sort-order")
    return order == "all" or (order == "first" and at == 0)


def _and_joined(texts: list[str], options: Mapping[str, str], context: Context, names: Sequence[Name]) -> str:
    delimiter = options.get("delimiter", ", ")
    kind = options.get("and")
    if kind is None or len(texts) < 2:
        return joined(texts, delimiter)
    word = context.locale.term("and", "symbol") if kind == "symbol" else context.locale.term("and")
    if kind == "symbol" and not context.locale.terms.get(("and", "symbol")):
        word = "&"
    rule = options.get("delimiter-precedes-last", "contextual")
    inverted = _is_inverted(len(texts) - 2, options) and not names[len(texts) - 2].literal
    comma = rule == "always" or (rule == "contextual" and len(texts) > 2) or (rule == "after-inverted-name" and inverted)
    before = delimiter if comma else " "
    if not before.endswith((" ", "\u00a0")) and bare(before):
        before += " "
    return f"{joined(texts[:-1], delimiter)}{SEAM}{before}{SEAM}{word} {texts[-1]}"
