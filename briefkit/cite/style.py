"""Styles: a CSL file, checked before anything is rendered with it, and read into nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefkit.cite.elements import Macros, attributes_of, nodes_in
from briefkit.cite.formats import PLAIN, Format, read_format
from briefkit.cite.languages import FOLDER, NO_TEXTS, Texts
from briefkit.cite.locales import CSL, Locale, is_packaged, read_locale
from briefkit.cite.nodes import Node
from briefkit.cite.numbers import whole
from briefkit.cite.stylecheck import parse_locale, parse_style
from briefkit.diagnostics import Checked, Diagnostic, Severity, diagnose
from briefkit.messages import say
from briefkit.source import Source

INHERITED = (  # options of the style, the citation and the bibliography that names and numbers take from them
    ("and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first", "et-al-use-last")
    + ("et-al-subsequent-min", "et-al-subsequent-use-first", "initialize", "initialize-with", "initialize-with-hyphen")
    + ("name-as-sort-order", "sort-separator", "name-form", "name-delimiter", "names-delimiter", "demote-non-dropping-particle")
    + ("page-range-format",)
)
_LOCALES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}


@dataclass(frozen=True, slots=True)
class SortKey:
    """A key to sort by: a variable, or the nodes of a macro."""

    variable: str = ""
    nodes: Sequence[Node] = ()
    descending: bool = False
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """The citation or the bibliography of a style."""

    nodes: Sequence[Node]
    format: Format = PLAIN
    delimiter: str = ""
    keys: tuple[SortKey, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    names_suffix: bool = False  # it prints the year-suffix itself


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A style ready to render in one language."""

    citation: Area
    bibliography: Area | None
    locale: Locale
    is_note: bool
    default_language: str
    positions: frozenset[str] = frozenset()  # those on which what it prints depends
    plain_locators: bool = True  # it prints locators as they stand: not as numbers, not without their full stops
    has_condition: bool = False  # it asks whether an item is to be told apart from another (disambiguate="true")

    @property
    def near_note_distance(self) -> int:
        """How many notes back a citation is still near (CSL: Note Distance)."""
        return whole(self.citation.attributes.get("near-note-distance", ""), 5)


def read_style(source: Source, language: str, texts: Texts = NO_TEXTS) -> Checked[Style | None]:
    """The style for a document's language, or None with `bad-style` diagnostics; `texts` hold the project's own locales."""
    parsed = parse_style(source)
    if parsed.value is None:
        return Checked(None, parsed.diagnostics)
    wanted = _locale(language, parsed.value.get("default-locale"))
    locale = _supplied(wanted, texts)
    style = compile_style(parsed.value, wanted, locale.value)
    return Checked(style, (*parsed.diagnostics, *locale.diagnostics, *([] if style.is_note else [_in_text(source)])))


def _supplied(wanted: str, texts: Texts) -> Checked[Any]:
    """The project's own file for a locale that citeproc lacks."""
    path = f"{FOLDER}locales-{wanted}.xml"
    return Checked(None) if is_packaged(wanted) or path not in texts else parse_locale(texts[path])


def _in_text(source: Source) -> Diagnostic:
    said = say("This style is made for citations in the text; here they stand in footnotes.")
    return diagnose("bad-style", said, source.whole(), say("choose a style of the class “note”"), Severity.WARNING)


def _locale(language: str, default: str | None) -> str:
    """The document's language, in the dialect that the style asks for where it is the same language."""
    if default and default.split("-")[0] == language:
        return default
    return _LOCALES.get(language, language)


def _changes_locator(element: Any) -> bool:
    """Whether a text or a number sets a locator otherwise than it was written: as a number, or without its full stops."""
    is_locator: bool = element.get("variable") == "locator"
    if element.tag == f"{{{CSL}}}number":
        return is_locator
    strips: bool = element.get("strip-periods") == "true"
    return strips and (is_locator or element.get("macro") is not None)


def compile_style(root: Any, language: str = "", locale: Any = None) -> Style:
    """A parsed style as nodes, for a language tag (the style's own default without one)."""
    macros = Macros(root)
    wanted = language or root.get("default-locale") or "en-US"
    return Style(
        _area(macros, root, "citation") or Area(()),
        _area(macros, root, "bibliography"),
        read_locale(root, wanted, locale),
        root.get("class") == "note",
        wanted,
        frozenset(_positions(root)),
        not any(map(_changes_locator, root.iter(f"{{{CSL}}}number", f"{{{CSL}}}text"))),
        any(element.get("disambiguate") for element in root.iter(f"{{{CSL}}}if", f"{{{CSL}}}else-if")),
    )


def _positions(root: Any) -> Iterator[str]:
    """The positions that conditions ask about, and the one on which et-al-subsequent-min hangs."""
    for element in root.iter(f"{{{CSL}}}if", f"{{{CSL}}}else-if"):
        yield from element.get("position", "").split()
    if root.xpath("//@et-al-subsequent-min | //@et-al-subsequent-use-first"):
        yield "subsequent"


def _area(macros: Macros, root: Any, name: str) -> Area | None:
    element = root.find(f"{{{CSL}}}{name}")
    layout = element.find(f"{{{CSL}}}layout") if element is not None else None
    if layout is None:
        return None
    given = attributes_of(element)
    return Area(
        nodes_in(layout, macros),
        read_format(attributes_of(layout)),
        layout.get("delimiter", ""),
        tuple(_key(attributes_of(key), macros) for key in element.iterfind(f"{{{CSL}}}sort/{{{CSL}}}key")),
        given,
        {key: value for source in (attributes_of(root), given) for key, value in source.items() if key in INHERITED},
        _names_suffix(root, layout),
    )


def _key(given: Mapping[str, str], macros: Macros) -> SortKey:
    renamed = {"names-min": "et-al-min", "names-use-first": "et-al-use-first", "names-use-last": "et-al-use-last"}
    options = {renamed[name]: value for name, value in given.items() if name in renamed}
    nodes = macros.nodes(given["macro"]) if "macro" in given else ()
    return SortKey(given.get("variable", ""), nodes, given.get("sort") == "descending", options)


def _names_suffix(root: Any, layout: Any) -> bool:
    """Whether an area prints the year-suffix itself, in its layout or in a macro that it calls."""
    macros = {macro.get("name"): macro for macro in root.iterfind(f"{{{CSL}}}macro")}
    waiting, seen = [layout], set()
    while waiting:
        for text in waiting.pop().iter(f"{{{CSL}}}text"):
            name = text.get("macro")
            if text.get("variable") == "year-suffix":
                return True
            if name in macros and name not in seen:
                seen.add(name)
                waiting.append(macros[name])
    return False
