"""The processor: a style and items, citations in order, and what each prints."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from briefkit.cite import marks, numbers
from briefkit.cite.bibliography import Entry, substituted
from briefkit.cite.cleanup import tidy
from briefkit.cite.collapsing import Printed, collapsed
from briefkit.cite.context import Cite, Context, Shown
from briefkit.cite.disambiguation import Disambiguator, Rules
from briefkit.cite.edges import ends_sentence
from briefkit.cite.formats import joined
from briefkit.cite.items import Item, Name, read_item
from briefkit.cite.labels import citation_labels
from briefkit.cite.marks import FIRST_NOTE, LOCATOR, SEAM, bare
from briefkit.cite.namewriting import NameParts, write_name
from briefkit.cite.nodes import render_all, set_locator
from briefkit.cite.positions import Placed, Standing, first_notes, standings
from briefkit.cite.richtext import read_rich
from briefkit.cite.sorting import sorted_items
from briefkit.cite.style import Area, Style


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One item within a citation, as its author wrote it."""

    id: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    positions: frozenset[str] | None = None
    first_note: int = 0

    def standing(self, place: Standing) -> CitedItem:
        """The item where it stands. (Spelt out: `dataclasses.replace` takes longer than all the rest for a citation that is kept.)"""
        return CitedItem(
            self.id,
            self.locator,
            self.label,
            self.prefix,
            self.suffix,
            self.suppress_author,
            self.author_only,
            place.positions,
            place.first_note,
        )


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation: its items, the note it stands in (0: in the text), and its id."""

    items: tuple[CitedItem, ...]
    note: int = 0
    id: str = ""


@dataclass
class Processor:
    """A style and the items that it may cite. It keeps what it rendered of the last document that was registered, and nothing else."""

    style: Style
    csl: Mapping[str, Mapping[str, Any]]
    items: dict[str, Item] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    shown: dict[str, Shown] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    numbered: dict[str, int] = field(default_factory=dict)  # citation-number of each item
    first_notes: Mapping[str, int] = field(default_factory=dict)
    _kept: dict[tuple[object, ...], str] = field(default_factory=dict)  # finished citations of one item, by all that they depend on
    _places: dict[tuple[str, bool | None], tuple[str, bool | None, bool | None]] = field(default_factory=dict)
    _set_locators: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.items = {name: read_item(one) for name, one in self.csl.items()}

    def register(self, ids: Sequence[str], notes: Mapping[str, int] | None = None) -> None:
        """The items that the document has, in order of first citation, and the note that first cites each; numbered as the bibliography
        sorts them."""
        self._kept.clear()
        self.shown = {}  # a document owes nothing to the one before
        self.first_notes = notes or {}
        self.order = list(dict.fromkeys(name for name in ids if name in self.items))
        self.labels = citation_labels([self.items[name] for name in self.order])
        self._number()
        area = self.style.bibliography
        if area is not None and area.keys:
            self.order = sorted_items(self.order, area.keys, lambda name: self.context(name, area, "bibliography"))
            self._number()
        self.disambiguate()

    def _number(self) -> None:
        self.numbered = {name: number for number, name in enumerate(self.order, start=1)}

    def disambiguate(self) -> None:
        """Decides how each item of the document is shown (CSL: Disambiguation)."""
        attributes = self.style.citation.attributes
        rules = Rules(
            attributes.get("disambiguate-add-names") == "true",
            attributes.get("disambiguate-add-givenname") == "true",
            attributes.get("givenname-disambiguation-rule", "by-cite"),
            attributes.get("disambiguate-add-year-suffix") == "true",
            self.style.has_condition,
        )
        self.shown = {}
        if rules.any:
            person = partial(_person, self._name_options())
            self.shown = Disambiguator(self.order, rules, self._alone, self._lists, self._names, person).run()

    def later(self, name: str, shown: Shown) -> str:
        """The marked text of a later citation of an item shown so; FIRST_NOTE stands in it for the number of its first note."""
        return tidy(render_all(self.style.citation.nodes, self._trial(name, shown))[0], False)

    def show(self, shown: Mapping[str, Shown]) -> None:
        """Items from now on shown so."""
        self.shown.update(shown)
        self._kept.clear()

    def _alone(self, name: str, shown: Shown) -> str:
        text = self.later(name, shown)
        return text.replace(FIRST_NOTE, str(self.first_notes.get(name, 1)))  # "Doe (n 3)" and "Doe (n 7)" differ

    def _trial(self, name: str, shown: Shown) -> Context:
        context = self.context(name, self.style.citation, "citation", Cite(positions=frozenset({"subsequent"}), first_note=1))
        context.shown = shown
        return context

    def _lists(self, name: str, shown: Shown) -> list[tuple[int, int]]:
        context = self._trial(name, shown)
        render_all(self.style.citation.nodes, context)
        return context.listed

    def _names(self, name: str) -> list[tuple[Name, ...]]:
        context = self._trial(name, Shown())
        render_all(self.style.citation.nodes, context)
        return context.people

    def _name_options(self) -> Mapping[str, str]:
        """The options by which the first names of citations are written; all the options there are, if nothing has names."""
        for name in self.order:
            context = self._trial(name, Shown())
            render_all(self.style.citation.nodes, context)
            if context.name_options:
                return context.name_options
        return self.style.citation.options

    def context(self, name: str, area: Area, where: str, cite: Cite | None = None, suppress: bool = False) -> Context:
        """A rendering of an item in an area of the style, with all that the document has decided about it."""
        cite = cite or Cite()
        return Context(
            self.items[name],
            cite,
            self.style.locale,
            area.options,
            where,
            self.shown.get(name, Shown()),
            self.style.default_language,
            suppress_author=suppress,
            label=self.labels.get(name, ""),
            number=self.numbered.get(name, 0),
            implicit_suffix=not area.names_suffix,
        )

    def cite_document(self, citations: Sequence[Citation]) -> list[tuple[str, int]]:
        """The marked text of each citation of a document, and the first note that its note reference names."""
        placed = [Placed(c.note, tuple((one.id, (one.label or "page", one.locator.strip())) for one in c.items)) for c in citations]
        self.register([one.id for citation in citations for one in citation.items], first_notes(placed))
        found = standings(placed, self.style.near_note_distance)
        return [
            (self.cite(_standing(citation, places)), next((place.first_note for place in places if place.first_note), 0))
            for citation, places in zip(citations, found, strict=True)
        ]

    def cite(self, citation: Citation) -> str:
        """The marked text of a citation."""
        area = self.style.citation
        cited = [one for one in citation.items if one.id in self.items]
        if len(cited) == 1 and not cited[0].prefix and not cited[0].suffix:
            return self.cite_alone(cited[0].id, self._cite(cited[0]), cited[0].suppress_author)
        if area.keys and len(cited) > 1:
            cited = sorted_items(cited, area.keys, lambda one: self.context(one.id, area, "citation", self._cite(one)))
        printed = [self._printed(one, at == 0) for at, one in enumerate(cited)]
        return self.finish(area.format.around(collapsed(printed, area.attributes, area.delimiter)))

    def cite_alone(self, name: str, cite: Cite, suppress: bool = False) -> str:
        """The marked text of a citation of one item, without anything around it."""
        text = self.kept(name, cite, suppress, self.style.is_note, around=True)
        return text if LOCATOR not in text else text.replace(LOCATOR, self._set(cite))

    def kept(self, name: str, cite: Cite, suppress: bool, capital: bool, around: bool) -> str:
        """A finished citation that may hold LOCATOR. What it depends on is few: the same source is cited over and over."""
        place, several, numeric = self._place(cite)
        positions = cite.positions & self.style.positions
        key = (name, place, cite.label, cite.own_label, several, numeric, positions, bool(cite.first_note), suppress, capital, around)
        if key not in self._kept:
            asked = replace(cite, locator=place, several=several, numeric=numeric)
            self._kept[key] = self._finished(name, asked, suppress, capital, around)
        return self._kept[key]

    def _finished(self, name: str, cite: Cite, suppress: bool, capital: bool, around: bool) -> str:
        area = self.style.citation
        text = render_all(area.nodes, self.context(name, area, "citation", cite, suppress))[0]
        text = capital_term(text) if capital else text
        return self.finish(area.format.around(text) if around else text)

    def _place(self, cite: Cite) -> tuple[str, bool | None, bool | None]:
        """What of a locator matters to what is kept: LOCATOR for one of numbers alone, whether it is several, whether it is numeric."""
        asked = (cite.locator, cite.several)
        if asked not in self._places:
            if self.style.plain_locators and _PLAIN.fullmatch(cite.locator):
                several = numbers.is_several(cite.locator) if cite.several is None else cite.several
                self._places[asked] = (LOCATOR, several, numbers.is_numeric(cite.locator))
            else:
                self._places[asked] = (cite.locator, cite.several, None)
        return self._places[asked]

    def _set(self, cite: Cite) -> str:
        """A locator in type."""
        if cite.several is not None:
            return cite.locator
        asked = (cite.locator, cite.label)
        if asked not in self._set_locators:
            self._set_locators[asked] = set_locator(cite.locator, cite.label, self.style.citation.options, self.style.locale)
        return self._set_locators[asked]

    def _printed(self, one: CitedItem, first: bool) -> Printed:
        area = self.style.citation
        context = self.context(one.id, area, "citation", self._cite(one), one.suppress_author)
        whole = render_all(area.nodes, context)[0]
        names, suffix, number = context.names, context.shown.year_suffix, context.number
        nameless = unsuffixed = ""
        if area.attributes.get("collapse", "").startswith("year"):
            context = self.context(one.id, area, "citation", self._cite(one), one.suppress_author)
            context.omit_names = True
            nameless = render_all(area.nodes, context)[0]
            context = self.context(one.id, area, "citation", self._cite(one), one.suppress_author)
            context.shown = replace(context.shown, year_suffix="")
            unsuffixed = render_all(area.nodes, context)[0]
        before, after = self._words(one.prefix), self._words(one.suffix)
        if self.style.is_note and (before.strip() or first) and (not bare(before).strip() or ends_sentence(bare(before))):
            whole = capital_term(whole)
        if before and whole and before[-1].isalnum():
            before += " "
        if after and whole and after[0].isalnum():
            after = " " + after
        plain = not (one.prefix or one.suffix or one.locator)
        return Printed(whole, nameless, unsuffixed, bare(names), suffix, number, plain, bool(one.locator), before, after)

    def _words(self, text: str) -> str:
        """An author's own words: their quotation marks are set, and punctuation does not move into them."""
        locale = self.style.locale
        text = read_rich(text, curly=False)
        return text.replace(marks.OPEN_QUOTE, locale.term("open-quote")).replace(marks.CLOSE_QUOTE, locale.term("close-quote"))

    def _cite(self, one: CitedItem) -> Cite:
        positions = one.positions if one.positions is not None else frozenset({"first"})
        return Cite(read_rich(one.locator.strip()), one.label.replace("sub verbo", "sub-verbo"), positions, one.first_note)

    def bibliography(self) -> list[str]:
        """The marked text of each entry, in the order of the bibliography."""
        area = self.style.bibliography
        if area is None:
            return []
        given = area.attributes
        by, rule = given.get("subsequent-author-substitute"), given.get("subsequent-author-substitute-rule", "complete-all")
        texts = substituted([self._entry(name, area) for name in self.order], by, rule)
        return [finished for text in texts if bare(finished := self.finish(text))]

    def entry(self, name: str) -> str:
        """The marked text of one entry of the bibliography, as if it stood alone; empty if the style has none."""
        area = self.style.bibliography
        return self.finish(self._entry(name, area).text) if area is not None else ""

    def _entry(self, name: str, area: Area) -> Entry:
        context = self.context(name, area, "bibliography")
        texts = [text for node in area.nodes if (text := render_all([node], context)[0])]
        if area.attributes.get("second-field-align") and len(texts) > 1:
            rest = f"{joined(texts[1:], area.delimiter)}{SEAM}{area.format.suffix}".rstrip(f" {SEAM}")
            text = marks.wrapped(texts[0], marks.LEFT) + marks.wrapped(rest, marks.RIGHT)
        else:
            text = area.format.around(joined(texts, area.delimiter))
        return Entry(text, context.names, context.each_name)

    def finish(self, text: str) -> str:
        """A rendered text, cleaned up as the locale has it."""
        return tidy(text, self.style.locale.punctuation_in_quote)


_PLAIN = re.compile(r"\d(?:[\d.,()–\- ]*[\d)])?")  # a locator that looks the same whatever is done to it


def _person(options: Mapping[str, str], person: Name, level: int) -> str:
    return bare(write_name(person, {**options, "form": "short"}, NameParts(), 1, level))


def _standing(citation: Citation, places: Sequence[Standing]) -> Citation:
    both = zip(citation.items, places, strict=True)
    return Citation(tuple(one.standing(place) for one, place in both), citation.note)


def capital_term(text: str) -> str:
    """A term at the very start with a capital."""
    for at, char in enumerate(text):
        if char == marks.TERM:
            rest = text[at + 1 :]
            return text[:at] + rest[:1].upper() + rest[1:]
        if not marks.ANY.match(char):
            return text
    return text
