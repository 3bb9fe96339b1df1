"""What briefkit makes of a case by itself: the chronology, duties side by side, the list of exhibits, the recommendations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefkit.markup import caption, read_refs_at
from briefkit.model.case import Exhibit
from briefkit.model.facts import Given, Record, Records, Vocabulary
from briefkit.tree import (
    Block,
    Cell,
    Cite,
    Count,
    Fact,
    Inline,
    Items,
    Note,
    Origin,
    Paragraph,
    ParagraphRef,
    Remark,
    Table,
    Text,
    cell,
)
from briefkit.walk import rewrite_inlines
from briefkit.wording import counted, write_date, write_fact, write_month

_HEADS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "chronology": {
        "en": ("Chronology", "Date", "Measure or remedy", "Authority", "Source"),
        "ru": ("Хронология", "Дата", "Мера или средство защиты", "Орган", "Источник"),
        "kk": ("Хронология", "Күні", "Шара немесе қорғау құралы", "Орган", "Дереккөз"),
    },
    "duties": {
        "en": ("Duties side by side", "", "Owed to", "Due", "Content", "Legal basis"),
        "ru": ("Обязанности в сопоставлении", "", "Кому", "Срок", "Содержание", "Основание"),
        "kk": ("Міндеттерді салыстыру", "", "Кімге", "Мерзімі", "Мазмұны", "Негізі"),
    },
    "exhibits": {"en": ("", "No", "Document", "Date"), "ru": ("", "№", "Документ", "Дата"), "kk": ("", "№", "Құжат", "Күні")},
}
_DUTY = ("to", "due", "content", "basis")  # the fields of a duty, in the order of the rows


class Lister:
    """Makes the listings of one case in one language."""

    def __init__(self, facts: Record, exhibits: Sequence[Exhibit], vocabulary: Vocabulary, language: str) -> None:
        self.facts, self.exhibits, self.vocabulary, self.language = facts, exhibits, vocabulary, language

    def chronology(self, origin: Origin) -> Iterator[Block]:
        """The dated measures and steps of the case as a table, in order of date; nothing where there are none."""
        title, *header = self._heads("chronology")
        dated = [
            (day, row) for name in ("measures", "steps") for item in self.records(name) if (day := item.day("date")) for row in (item,)
        ]
        rows = [self._event(item) for _, item in sorted(dated, key=lambda one: one[0])]
        if rows:
            yield self._table("chronology", title, header, rows, origin)

    def _event(self, item: Record) -> tuple[Cell, ...]:
        what = [node for name in ("type", "what", "amount_kzt", "outcome") if isinstance(node := item.get(name), Given)]
        words: list[Inline] = []
        for at, node in enumerate(what):
            words += [*([Text(", ", Origin(node.span))] if at else []), self.fact(node, capital=at == 0)]
        return (self._cell(item, "date"), cell(*words), self._cell(item, "authority", capital=True), cell(*self.sources(item)))

    def duties(self, origin: Origin) -> Iterator[Block]:
        """The duties that the case names, side by side: a column for each."""
        title, corner, *labels = self._heads("duties")
        duties = self.records("duties")
        rows = [(cell(Text(label)), *(self._cell(duty, name) for duty in duties)) for name, label in zip(_DUTY, labels, strict=True)]
        kept = [row for row in rows if any(row[1:])]
        if duties and kept:
            header = ((cell(Text(corner)) if corner else ()), *(self._cell(duty, "name", capital=True) for duty in duties))
            yield replace(self._table("duties", title, (), kept, origin), header=header)

    def exhibits_listed(self, numbers: Mapping[str, int], origin: Origin) -> Iterator[Block]:
        """The exhibits by number, those that are cited nowhere last."""
        _, *header = self._heads("exhibits")
        rest = [one.id for one in self.exhibits if one.id not in numbers]
        place = {**numbers, **{name: len(numbers) + at for at, name in enumerate(rest, start=1)}}
        rows = [self._exhibit(one, place[one.id]) for one in sorted(self.exhibits, key=lambda one: place[one.id])]
        if rows:
            yield Table(tuple(cell(Text(head)) for head in header), tuple(rows), origin=origin)

    def _exhibit(self, exhibit: Exhibit, number: int) -> tuple[Cell, ...]:
        origin = Origin(exhibit.span)
        before, after = counted("exhibit", self.language)
        shown: list[Inline] = [Text(before, origin), Count("exhibit", exhibit.id, number, origin), Text(after, origin)]
        write = write_month if exhibit.month_only else write_date
        day = cell(Text(write(exhibit.date, self.language), origin)) if exhibit.date else ()
        return (cell(*(one for one in shown if not isinstance(one, Text) or one.text)), cell(Text(exhibit.title, origin)), day)

    # --- the pieces -----------------------------------------------------------------------------------

    def _heads(self, name: str) -> tuple[str, ...]:
        return _HEADS[name].get(self.language, _HEADS[name]["en"])

    def records(self, name: str) -> tuple[Record, ...]:
        """The records that the case gives under a name."""
        node = self.facts.get(name)
        return node.items if isinstance(node, Records) else ()

    def _table(self, name: str, title: str, header: Iterable[str], rows: Sequence[tuple[Cell, ...]], origin: Origin) -> Table:
        words = caption(name, (Text(title, origin),), self.language, origin)
        return Table(tuple(cell(Text(head)) for head in header), tuple(rows), origin=origin, caption=words)

    def _cell(self, item: Record, name: str, capital: bool = False) -> Cell:
        node = item.get(name)
        return cell(self.fact(node, capital)) if isinstance(node, Given) else ()

    def fact(self, node: Given, capital: bool = False) -> Inline:
        """A fact as it is printed: an act as a citation, anything else as its words."""
        if node.type == "act" and isinstance(node.value, str) and not node.public:
            return Cite(read_refs_at(node.value, node.span, []), in_text=True, origin=Origin(node.span))
        text = write_fact(node, self.vocabulary.declared.get(node.path), self.language)
        return Fact(text[:1].upper() + text[1:] if capital else text, (node.path,), Origin(node.span))

    def sources(self, item: Record) -> Iterator[Inline]:
        """Where the facts of a record come from, each source once."""
        given = {node.source: node for _, node in item.entries if isinstance(node, Given) and node.source}
        for at, (source, node) in enumerate(given.items()):
            origin = Origin(node.span)
            if at:
                yield Text("; ", origin)
            cited = source.strip("[]")
            yield Cite(read_refs_at(cited, node.span, []), in_text=True, origin=origin) if cited.startswith("@") else Text(source, origin)


def key_recommendations(recommended: Iterable[Paragraph], language: str, origin: Origin) -> Iterator[Block]:
    """The recommendations of a document as a lettered list, each with a live reference to where it is argued."""
    items = tuple((Paragraph(_with_reference(one, language), origin=one.origin),) for one in recommended)
    if items:
        yield Items(items, ordered=True, lettered=True, origin=origin)


def _with_reference(paragraph: Paragraph, language: str) -> tuple[Inline, ...]:
    words = rewrite_inlines(paragraph.children, lambda one: () if isinstance(one, Note | Remark) else (one,))
    if not paragraph.number:
        return words
    last = words[-1] if words else None
    stop = isinstance(last, Text) and last.text.endswith(".")
    if isinstance(last, Text) and stop:
        words = (*words[:-1], replace(last, text=last.text[:-1]))  # the full stop comes after the reference
    reference = ParagraphRef(paragraph.anchor, paragraph.number, paragraph.origin)
    before, after = counted("para", language)
    return (*words, Text(f" ({before}", paragraph.origin), reference, Text(f"{after})." if stop else f"{after})", paragraph.origin))
