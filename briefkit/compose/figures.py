"""Figures that are drawn from a case's facts: bars of what an association does, and its measures and remedies in time.

A text places one by `::: beneficiaries`; a paragraph within it is the figure's caption. What a clause places goes where the case's own
text has placed it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from briefkit.compose.listings import Lister
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.markup import caption, read_refs_at
from briefkit.messages import say
from briefkit.model.facts import Given, Record
from briefkit.roles import FIGURES
from briefkit.tree import Block, Cite, ClauseText, Figure, Inline, Items, Mark, Origin, Paragraph, Quotation, Styled, Table, Text
from briefkit.walk import Line, blocks_within, rewrite_inlines
from briefkit.wording import rounded, said

MOST_MARKS = 16  # what a page has room for, with labels of several lines
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class _Bars:
    """What a figure of bars is made of: the records, and which of their fields are the label, the number, the sign."""

    records: str
    label: str
    size: str
    sign: str = ""


_BARS: Mapping[str, _Bars] = {
    "beneficiaries": _Bars("served", "name", "people"),
    "funding": _Bars("funds", "origin", "amount_kzt"),
    "services": _Bars("services", "region", "number"),
    "sdg-targets": _Bars("targets", "what", "people", sign="number"),
}
_EVENTS = {"measures": "measure", "steps": "remedy"}  # what the records of a timeline are

# In English, Russian, Kazakh; {year} is what the figures of the work cover, and the words around it.
_CAPTIONS = {
    "beneficiaries": ("People served, by group", "Получатели помощи по группам", "Көмек алған адамдар (топтар бойынша)"),
    "funding": ("Funds for the work, by source", "Средства на эту работу по источникам", "Жұмысқа арналған қаражат (көздері бойынша)"),
    "services": ("Services, by region", "Услуги по регионам", "Көрсетілген қызметтер (өңірлер бойынша)"),
    "sdg-targets": (
        "Targets of the 2030 Agenda that the work serves",
        "Задачи Повестки дня до 2030 года, которым служит эта работа",
        "Осы жұмыс қызмет ететін 2030 жылға дейінгі күн тәртібінің нысаналы міндеттері",
    ),
    "timeline": ("Measures and remedies in time", "Меры и средства защиты во времени", "Шаралар мен қорғау құралдары (уақыты бойынша)"),
}
_HEADS = {
    "beneficiaries": ("Group|People", "Группа|Человек", "Топ|Адам"),
    "funding": ("Source|Amount", "Источник|Сумма", "Көзі|Сомасы"),
    "services": ("Region|Services", "Регион|Услуги", "Өңір|Қызметтер"),
    "sdg-targets": ("Target|People", "Задача|Человек", "Нысаналы міндет|Адам"),
    "timeline": ("Measure or remedy|Date", "Мера или средство защиты|Дата", "Шара немесе қорғау құралы|Күні"),
}
_WORDS = {
    "year": (", {year}", ", {year} год", ", {year} жыл"),
    "source": ("Source: {source}", "Источник: {source}", "Дереккөз: {source}"),
    "reported": (" (as reported by the association)", " (по данным организации)", " (ұйымның деректері бойынша)"),
}


class Illustrator:
    """Makes the figures of one case in one language.

    Problems: `figure-empty`, `figure-incomplete`, `figure-too-large`, `figure-unsourced`.
    """

    def __init__(self, facts: Record, lister: Lister, problems: list[Diagnostic]) -> None:
        self.facts, self.lister, self.problems = facts, lister, problems
        self.language = lister.language

    def illustrated(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks with every figure in its place."""
        own = frozenset(one.role for one in _outside_clauses(blocks) if isinstance(one, Styled) and one.role in FIGURES)
        return tuple(self._with_figures(block, own, frozenset()) for block in blocks)

    def _with_figures(self, block: Block, own: Collection[str], elsewhere: Collection[str]) -> Block:
        """A block with its figures, but for those that stand `elsewhere`: in a clause, the case's own."""
        match block:
            case Styled(role=role) if role in FIGURES:
                return replace(block, role="", blocks=() if role in elsewhere else tuple(self._figure(block)))
            case Styled() | Quotation():
                return replace(block, blocks=tuple(self._with_figures(inner, own, elsewhere) for inner in block.blocks))
            case ClauseText():
                return replace(block, blocks=tuple(self._with_figures(inner, own, own) for inner in block.blocks))
            case Table():
                self._in_table(block)
            case Items():
                items = (tuple(self._with_figures(inner, own, elsewhere) for inner in item) for item in block.items)
                return replace(block, items=tuple(items))
        return block

    def _figure(self, asked: Styled) -> Iterator[Figure]:
        """The figure that a text asks for; none, with a warning, where the case gives nothing to show.

        One that shows too much, or lacks a number, is an error and stands there all the same, so that references to it are not wrong too.
        """
        records = self.shown_in(asked.role)
        if not records:
            self._empty(asked)
            return
        marks = tuple(self._events() if asked.role == "timeline" else self._bars(_BARS[asked.role]))
        if len(marks) > MOST_MARKS:
            self._too_many(asked, len(marks))
        label, size = said(_HEADS, asked.role, self.language).split("|")
        shape = "timeline" if asked.role == "timeline" else "bars"
        yield Figure(shape, marks, (label, size), self._caption(asked), self._source(asked, records), asked.origin)

    def shown_in(self, name: str) -> list[Record]:
        """The records that a figure shows, in order."""
        if name != "timeline":
            return list(self.lister.records(_BARS[name].records))
        return [item for _, _, item in self._dated()]

    def _dated(self) -> list[tuple[date, str, Record]]:
        """The measures and remedies that have a date, in order of it, each with its kind."""
        dated = [(day, kind, item) for name, kind in _EVENTS.items() for item in self.lister.records(name) if (day := item.day("date"))]
        return sorted(dated, key=lambda one: one[0])

    # --- what it shows --------------------------------------------------------------------------------

    def _bars(self, bars: _Bars) -> Iterator[Mark]:
        for item in self.lister.records(bars.records):
            label, size, sign = (self._given(item, name) for name in (bars.label, bars.size, bars.sign))
            lacking = [
                name for name, there in ((bars.sign, sign), (bars.label, label or sign), (bars.size, size or sign)) if name and not there
            ]
            number = _drawn(size) if size else None
            if lacking:
                self._incomplete(item, bars.records, lacking[0])
            elif number is not None and number >= 10**MOST_DIGITS:
                self._too_long(item, bars.size)
            elif size is None or number is not None:  # a number that is none was reported where it stands
                yield Mark(self._line(label, capital=True), self._line(size), number, self._line(sign))

    def _events(self) -> Iterator[Mark]:
        """The dated measures and remedies, in order of date."""
        for day, kind, item in self._dated():
            what = [node for name in ("type", "what", "amount_kzt") if (node := self._given(item, name))]
            words = [
                (Text(", "), self.lister.fact(node)) if at else (self.lister.fact(node, capital=True),) for at, node in enumerate(what)
            ]
            dated = self._given(item, "date")
            drawn = day.replace(day=1) if dated and dated.public else day
            yield Mark(tuple(chain.from_iterable(words)), self._line(dated), drawn.toordinal(), kind=kind)

    def _given(self, item: Record, name: str) -> Given | None:
        node = item.get(name) if name else None
        return node if isinstance(node, Given) else None

    def _line(self, node: Given | None, capital: bool = False) -> Line:
        return (self.lister.fact(node, capital),) if node else ()

    # --- what stands below it -------------------------------------------------------------------------

    def _caption(self, asked: Styled) -> Line:
        own = next((one.children for one in asked.blocks if isinstance(one, Paragraph)), ())
        words = own or (Text(said(_CAPTIONS, asked.role, self.language), asked.origin), *self._year(asked))
        return caption(asked.role, words, self.language, asked.origin, "figure")

    def _year(self, asked: Styled) -> Iterator[Inline]:
        year = self.facts.at("dev.year")
        if isinstance(year, Given) and asked.role in _BARS:
            yield from _around(said(_WORDS, "year", self.language), "{year}", (self.lister.fact(year),), asked.origin)

    def _source(self, asked: Styled, records: Iterable[Record]) -> Line:
        """Where the numbers come from: what they say themselves, else the document that all figures of the work come from."""
        everything = Record(tuple(entry for record in records for entry in record.entries))
        sources = tuple(self.lister.sources(everything)) or (tuple(self._of_all()) if asked.role in _BARS else ())
        if not sources:
            hint = say('give each number with its source: people: {value: 40, source: "@x1, p 2"}')
            message = say("The figure “{name}” says nowhere what its facts come from.", name=asked.role)
            self.problems.append(diagnose("figure-unsourced", message, asked.origin.span, hint))
            return ()
        reported = any(isinstance(node, Given) and node.as_reported for _, node in everything.entries) and asked.role in _BARS
        told = (Text(said(_WORDS, "reported", self.language), asked.origin),) if reported else ()
        return (*_around(said(_WORDS, "source", self.language), "{source}", sources, asked.origin), *told)

    def _of_all(self) -> Iterator[Inline]:
        node = self.facts.at("dev.figures_from")
        if isinstance(node, Given) and isinstance(node.value, str):
            yield Cite(read_refs_at(node.value, node.span, []), in_text=True, origin=Origin(node.span))

    # --- problems -------------------------------------------------------------------------------------

    def _empty(self, asked: Styled) -> None:
        if asked.role == "timeline":
            hint = say("give measures or steps with their dates, or take the figure out")
        else:
            bars = _BARS[asked.role]
            hint = say(
                "give {records}: [{{{label}: …, {size}: …}}] among the facts, or take the figure out",
                records=bars.records,
                label=bars.label,
                size=bars.size,
            )
        message = say("The case has no facts for the figure “{name}”, and none is drawn.", name=asked.role)
        self.problems.append(diagnose("figure-empty", message, asked.origin.span, hint))

    def _in_table(self, table: Table) -> None:
        for one in blocks_within((table,)):
            if isinstance(one, Styled) and one.role in FIGURES:
                message = say("A figure cannot stand in a table.")
                self.problems.append(
                    diagnose("markup-unsupported", message, one.origin.span, say("put it into another part of the document"))
                )

    def _incomplete(self, item: Record, records: str, field: str) -> None:
        message = say("This record of “{records}” lacks “{field}”, and a figure cannot show it.", records=records, field=field)
        self.problems.append(diagnose("figure-incomplete", message, item.span, say("give {field}, or take the record out", field=field)))

    def _too_many(self, asked: Styled, number: int) -> None:
        message = say(
            "The figure “{name}” would show {number} things; a page has room for {most}.", name=asked.role, number=number, most=MOST_MARKS
        )
        hint = say("take ::: chronology instead") if asked.role == "timeline" else say("put the small ones together in one record")
        self.problems.append(diagnose("figure-too-large", message, asked.origin.span, hint))

    def _too_long(self, item: Record, field: str) -> None:
        message = say("The number in “{field}” has more than {most} digits, for which a figure has no room.", field=field, most=MOST_DIGITS)
        node = item.get(field)
        self.problems.append(
            diagnose("figure-too-large", message, node.span if node else item.span, say("correct it, or take the record out"))
        )


def _drawn(size: Given) -> int | float | None:
    """The number that a bar is drawn by, which a picture gives away: of what a public version rounds, the rounded one."""
    if not isinstance(size.value, int | float):
        return None
    return rounded(size.value) if size.public else size.value


def _outside_clauses(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that stand in no clause of the library."""
    for block in blocks:
        match block:
            case ClauseText():
                continue
            case Styled() | Quotation():
                yield block
                yield from _outside_clauses(block.blocks)
            case _:
                yield from blocks_within((block,))


def _around(words: str, place: str, inner: Line, origin: Origin) -> Line:
    """Words with a line in the place that they leave for it."""
    before, after = words.split(place)
    return rewrite_inlines((Text(before, origin), *inner, Text(after, origin)), lambda one: () if one == Text("", origin) else (one,))
