"""What the tests of citations share: a small shelf of authorities, and eyes that read an opinion as its reader would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from briefkit.cite import cite
from briefkit.diagnostics import Checked
from briefkit.model.case import Exhibit
from briefkit.model.libraries import Authority
from briefkit.source import Source
from briefkit.tree import (
    Cite,
    CountRef,
    Emphasis,
    Fact,
    Inline,
    Link,
    Locator,
    Manuscript,
    Note,
    NoteRef,
    Opinion,
    Origin,
    Paragraph,
    Ref,
    Remark,
    Strong,
    Text,
)

STYLE_FILE = Path(__file__).parents[2] / "styles" / "international-law.csl"
HOUSE = Source("styles/international-law.csl", STYLE_FILE.read_text(encoding="utf-8"))
CASE = Source("case.yaml", "the user's text")

ITEMS: tuple[dict[str, Any], ...] = (
    {
        "id": "iccpr",
        "type": "treaty",
        "title": "International Covenant on Civil and Political Rights",
        "title-short": "ICCPR",
        "issued": {"date-parts": [[1966, 12, 16]]},
        "available-date": {"date-parts": [[1976, 3, 23]]},
        "volume": 999,
        "container-title-short": "UNTS",
        "page": "171",
    },
    {
        "id": "icescr",
        "type": "treaty",
        "title": "International Covenant on Economic, Social and Cultural Rights",
        "title-short": "ICESCR",
        "issued": {"date-parts": [[1966, 12, 16]]},
        "available-date": {"date-parts": [[1976, 1, 3]]},
        "volume": 993,
        "container-title-short": "UNTS",
        "page": "3",
    },
    {
        "id": "udhr",
        "type": "treaty",
        "title": "Universal Declaration of Human Rights",
        "title-short": "UDHR",
        "issued": {"date-parts": [[1948, 12, 10]]},
        "container-title": "UNGA Res 217 A(III)",
    },
    {
        "id": "hrc-res-22-6",
        "type": "standard",
        "title": "Protecting human rights defenders",
        "title-short": "HRC Res 22/6",
        "authority": "UNHRC",
        "collection-number": "22/6",
        "issued": {"date-parts": [[2013, 3, 21]]},
        "genre": "UN Doc",
        "number": "A/HRC/RES/22/6",
    },
    {
        "id": "agenda-2030",
        "type": "standard",
        "title": "Transforming Our World: The 2030 Agenda for Sustainable Development",
        "title-short": "2030 Agenda",
        "authority": "UNGA",
        "container-title": "UNGA Res 70/1",
        "issued": {"date-parts": [[2015, 9, 25]]},
        "genre": "UN Doc",
        "number": "A/RES/70/1",
    },
    {
        "id": "copenhagen-1990",
        "type": "standard",
        "title": "Document of the Copenhagen Meeting of the Conference on the Human Dimension of the CSCE",
        "title-short": "Copenhagen Document",
        "issued": {"date-parts": [[1990, 6, 29]]},
        "volume": 29,
        "container-title-short": "ILM",
        "page": "1305",
    },
    {
        "id": "fatf-r8",
        "type": "standard",
        "author": [{"literal": "Financial Action Task Force"}],
        "title": "The FATF Recommendations",
        "title-short": "FATF Recommendation 8",
        "issued": {"date-parts": [[2023, 11]]},
    },
    {
        "id": "sr-23-39",
        "type": "report",
        "authority": "UNHRC",
        "title": "Report of the Special Rapporteur on the rights to freedom of peaceful assembly and of association, Maina Kiai",
        "title-short": "Kiai 2013 report",
        "issued": {"date-parts": [[2013, 4, 24]]},
        "genre": "UN Doc",
        "number": "A/HRC/23/39",
    },
    {
        "id": "gc-31",
        "type": "report",
        "authority": "UN Human Rights Committee",
        "title": "General Comment No 31: The Nature of the General Legal Obligation Imposed on States Parties to the Covenant",
        "title-short": "General Comment 31",
        "collection-number": "31",
        "issued": {"date-parts": [[2004, 5, 26]]},
        "genre": "UN Doc",
        "number": "CCPR/C/21/Rev.1/Add.13",
    },
    {
        "id": "hrctte-kaz-co-2",
        "type": "report",
        "authority": "UN Human Rights Committee",
        "title": "Concluding Observations on the Second Periodic Report of Kazakhstan",
        "issued": {"date-parts": [[2016, 8, 9]]},
        "genre": "UN Doc",
        "number": "CCPR/C/KAZ/CO/2",
    },
    {
        "id": "joint-guidelines-foa",
        "type": "report",
        "author": [
            {"literal": "European Commission for Democracy through Law (Venice Commission)"},
            {"literal": "OSCE Office for Democratic Institutions and Human Rights"},
        ],
        "title": "Joint Guidelines on Freedom of Association",
        "title-short": "Joint Guidelines",
        "issued": {"date-parts": [[2014, 12, 17]]},
        "number": "CDL-AD(2014)046",
    },
    {
        "id": "korneenko-2006",
        "type": "legal_case",
        "title": "Korneenko et al v Belarus",
        "title-short": "Korneenko <i>(2006)</i>",
        "genre": "Communication no",
        "number": "1274/2004",
        "authority": "UN Human Rights Committee",
        "issued": {"date-parts": [[2006, 10, 31]]},
        "archive": "UN Doc",
        "archive_location": "CCPR/C/88/D/1274/2004",
    },
    {
        "id": "ecodefence",
        "type": "legal_case",
        "title": "Ecodefence and Others v Russia",
        "title-short": "Ecodefence",
        "genre": "App nos",
        "number": "9988/13 and 60 others",
        "authority": "ECtHR",
        "issued": {"date-parts": [[2022, 6, 14]]},
    },
    {
        "id": "c-78-18",
        "type": "legal_case",
        "title": "Commission v Hungary",
        "genre": "Case",
        "number": "C-78/18",
        "authority": "Court of Justice of the European Union",
        "call-number": "EU:C:2020:476",
        "issued": {"date-parts": [[2020, 6, 18]]},
    },
    {
        "id": "kz-aoc-2014",
        "type": "legislation",
        "title": "Code of Administrative Offences",
        "number": "235-V",
        "jurisdiction": "Kazakhstan",
        "issued": {"date-parts": [[2014, 7, 5]]},
    },
    {
        "id": "kz-order-51-2016",
        "type": "regulation",
        "title": "Rules for the provision of information by non-governmental organisations",
        "title-short": "Order No 51",
        "genre": "Order of the Minister of Culture and Sports No",
        "number": "51",
        "jurisdiction": "Kazakhstan",
        "issued": {"date-parts": [[2016, 2, 19]]},
    },
    {
        "id": "nowak",
        "type": "book",
        "author": [{"family": "Nowak", "given": "Manfred"}],
        "title": "UN Covenant on Civil and Political Rights: CCPR Commentary",
        "title-short": "CCPR Commentary",
        "edition": "2",
        "publisher": "NP Engel",
        "issued": {"date-parts": [[2005]]},
    },
    {
        "id": "article",
        "type": "article-journal",
        "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Richard"}],
        "title": "The State's duty to protect",
        "container-title": "Human Rights Law Review",
        "volume": "12",
        "page": "34-56",
        "issued": {"date-parts": [[2012]]},
    },
    {
        "id": "chapter",
        "type": "chapter",
        "author": [{"family": "Doe", "given": "Jane"}],
        "title": "Association",
        "editor": [{"family": "Roe", "given": "Richard"}],
        "container-title": "Rights in Context",
        "publisher": "OUP",
        "issued": {"date-parts": [[2012]]},
    },
    {
        "id": "site",
        "type": "webpage",
        "title": "Civic Freedom Monitor: Kazakhstan",
        "container-title": "ICNL",
        "issued": {"date-parts": [[2024, 5, 2]]},
        "URL": "https://www.icnl.org/kz",
        "accessed": {"date-parts": [[2026, 11, 1]]},
    },
)


def authority(item: Mapping[str, Any]) -> Authority:
    return Authority(str(item["id"]), item, "binding", True)


SHELF = tuple(authority(item) for item in ITEMS)
EXHIBITS = tuple(
    Exhibit(name, title, date(2025, 3, 14), f"exhibits/{name}.pdf", CASE.whole())
    for name, title in (("x1", "Protocol of 14 March 2025"), ("x2", "Bank statement"))
)


def ref(name: str, pin: str = "", *, prefix: str = "", suffix: str = "", **more: Any) -> Ref:
    """A reference; its pinpoint is written "label value"."""
    label, _, value = pin.partition(" ")
    around = {"prefix": (Text(prefix),) if prefix else (), "suffix": (Text(suffix),) if suffix else ()}
    return Ref(name, Locator(label, value) if pin else None, **around, **more)


def note(*refs: Ref) -> Note:
    """The note that a bracketed citation becomes."""
    return Note((Cite(refs),))


def mention(name: str, pin: str = "") -> Cite:
    return Cite((ref(name, pin),), in_text=True)


def manuscript(*inlines: Inline, language: str = "en") -> Manuscript:
    """A document of one paragraph for each inline."""
    return Manuscript((Text("Opinion"),), tuple(Paragraph((one,)) for one in inlines), language, "legal-opinion")


def cited(*inlines: Inline, language: str = "en", style: Source = HOUSE, shelf: tuple[Authority, ...] = SHELF) -> Checked[Opinion]:
    return cite(manuscript(*inlines, language=language), shelf, EXHIBITS, style)


def read(line: tuple[Inline, ...]) -> str:
    """What a line prints; italics between asterisks, remarks in brackets, notes as their numbers."""
    return "".join(_read(inline) for inline in line)


def _read(inline: Inline) -> str:
    if isinstance(inline, Text | Fact):
        return inline.text.replace("\N{NO-BREAK SPACE}", " ").replace("‘", "'").replace("’", "'")
    if isinstance(inline, Emphasis):
        return f"*{read(inline.children)}*"
    if isinstance(inline, Strong | Link):
        return read(inline.children)
    if isinstance(inline, Cite):
        return read(inline.shown)
    if isinstance(inline, NoteRef | Note | CountRef):
        return str(inline.number)
    return f"[{inline.text}]" if isinstance(inline, Remark) else ""


def notes(opinion: Opinion) -> Iterator[Note]:
    for block in opinion.blocks:
        assert isinstance(block, Paragraph)
        yield from (inline for inline in block.children if isinstance(inline, Note))


def printed(*inlines: Inline, **options: Any) -> list[str]:
    """What the notes of a document print, in order; the citing must have found no problem."""
    found = cited(*inlines, **options)
    assert found.diagnostics == ()
    return [read(note.children) for note in notes(found.value)]


def at(text: str) -> Origin:
    """A place in the user's file that holds this text."""
    start = CASE.text.index(text)
    return Origin(CASE.span(start, start + len(text)))
