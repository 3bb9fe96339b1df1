"""The document of the check: what it cites, and its notes in order.

Authorities of every type come from the project's library; books, articles, chapters and a page of the web, of which the library has
none, are plainly invented. The notes hold first and later citations, "ibid" with and without a pinpoint, several works in a note,
words before and after them, pinpoints of several labels, suppressed authors, and notes of words alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from briefkit.libraries import read_library
from briefkit.model.libraries import Authority
from briefkit.shelf import read_layers
from briefkit.tree import Cite, Inline, Locator, Manuscript, Note, Paragraph, Ref, Text

ROOT = Path(__file__).parents[2]

INVENTED: tuple[dict[str, Any], ...] = (
    {
        "id": "harrow",
        "type": "book",
        "author": [{"family": "Harrow", "given": "Alma Jane"}],
        "title": "The Invented Law of Assemblies",
        "title-short": "Invented Law",
        "edition": "2",
        "publisher": "Paper Lantern Press",
        "publisher-place": "Nowhere",
        "issued": {"date-parts": [[2011]]},
    },
    {
        "id": "quill-editors",
        "type": "book",
        "editor": [{"family": "Quill", "given": "Peter"}, {"family": "van der Inkwell", "given": "Maria"}],
        "title": "Essays on an Imaginary Charter",
        "publisher": "Paper Lantern Press",
        "publisher-place": "Nowhere",
        "issued": {"date-parts": [[2014]]},
    },
    {
        "id": "two-hands",
        "type": "book",
        "editor": [{"family": "Vellum", "given": "Greta"}],
        "translator": [{"family": "Ferry", "given": "Ivo"}],
        "title": "Collected opinions of a court that never sat",
        "title-short": "Collected opinions",
        "volume": "3",
        "publisher": "Paper Lantern Press",
        "publisher-place": "Nowhere",
        "issued": {"date-parts": [[1999]]},
    },
    {
        "id": "four-authors",
        "type": "article-journal",
        "author": [
            {"family": "Aster", "given": "Ben"},
            {"family": "Birch", "given": "Cleo"},
            {"family": "Cedar", "given": "Dora"},
            {"family": "Dogwood", "given": "Emil"},
        ],
        "title": 'What the drafters of the imaginary charter meant: a "preparatory" note',
        "container-title": "Journal of Invented Law",
        "container-title-short": "JIL",
        "volume": "12",
        "issue": "3",
        "page": "341-367",
        "issued": {"date-parts": [[2018, 9]]},
    },
    {
        "id": "one-author",
        "type": "article-journal",
        "author": [{"family": "Harrow", "given": "Alma Jane"}],
        "title": "Is a notice a permit?",
        "container-title": "Review of Things That Never Happened",
        "volume": "7",
        "page": "101-109",
        "issued": {"date-parts": [[2013]]},
        "DOI": "10.0000/never.2013.7",
    },
    {
        "id": "in-essays",
        "type": "chapter",
        "author": [{"family": "Marrow", "given": "Noah", "suffix": "Jr"}],
        "title": "Fines and Forms",
        "editor": [{"family": "Quill", "given": "Peter"}, {"family": "van der Inkwell", "given": "Maria"}],
        "container-title": "Essays on an Imaginary Charter",
        "publisher": "Paper Lantern Press",
        "publisher-place": "Nowhere",
        "page": "55-80",
        "issued": {"date-parts": [[2014]]},
    },
    {
        "id": "monitor",
        "type": "webpage",
        "author": [{"literal": "Lantern Monitor"}],
        "title": "Reporting duties in Nowhere",
        "container-title": "Lantern Monitor Online",
        "URL": "https://monitor.example/nowhere/reporting",
        "issued": {"date-parts": [[2024, 5, 2]]},
        "accessed": {"date-parts": [[2026, 11, 1]]},
    },
)


@dataclass(frozen=True)
class Cited:
    """A work in a note as its author cites it; `pin` is "label value", and a label that is not CSL's stands in the value."""

    id: str
    pin: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False

    @property
    def locator(self) -> Locator | None:
        label, _, value = self.pin.partition(" ")
        return Locator(label, value) if self.pin else None


@dataclass(frozen=True)
class Words:
    """Words of a note's own, with or without a citation among them."""

    before: str
    cited: tuple[Cited, ...] = ()
    after: str = ""


Entry = tuple[Cited, ...] | Words


def c(name: str, pin: str = "", prefix: str = "", suffix: str = "", *, bare: bool = False) -> Cited:
    return Cited(name, pin, prefix, suffix, bare)


NOTES: Sequence[Entry] = (
    (c("iccpr", "custom art 22"),),
    (c("iccpr", "custom art 22"),),
    (c("iccpr", "custom arts 19, 21 and 22(2)"),),
    (c("iccpr"),),
    (c("gc-31", "paragraph 8"),),
    (c("gc-31", "paragraph 8"),),
    (c("gc-31", "paragraph 15-16"),),
    (c("gc-31", "paragraph 13", "See"), c("gc-34", "paragraph 24"), c("iccpr", "custom art 2(2)")),
    (c("iccpr", "custom art 2(3)"),),
    (c("belyatsky", "paragraph 7.3", "See"), c("korneenko-2006", "paragraph 7.2-7.4", "see also")),
    (c("korneenko-2006", "paragraph 7.6"),),
    (c("belyatsky", "paragraph 7.5"),),
    (c("belyatsky"),),
    (c("tebieti", "paragraph 78"), c("ecodefence", "", "but see", "on foreign funds")),
    (c("c-78-18", "paragraph 96, 103"),),
    (c("hrc-res-22-6", "paragraph 9"),),
    (c("hrc-res-22-6", "paragraph 5"),),
    (c("agenda-2030", "custom target 16.7"), c("copenhagen-1990", "paragraph 10.4")),
    (c("sr-23-39", "paragraph 8", "See"), c("sr-20-27", "paragraph 67-68", "and earlier")),
    (c("sr-23-39", "paragraph 8", "", ", with further examples"),),
    (c("joint-guidelines-foa", "paragraph 32"),),
    (c("joint-guidelines-foa", "section 2"),),
    (c("hrctte-kaz-co-2", "paragraph 53-54"), c("hrctte-kaz-co-1", "paragraph 27", "earlier")),
    (c("hrctte-kaz-co-2", "paragraph 5"),),
    (c("kz-aoc-2014", "custom art 460-1"),),
    (c("kz-aoc-2014", "custom art 460-1"),),
    (c("kz-ncolaw-2001", "section 41"), c("kz-const-2026"), c("kz-const-1995", "part 2", "formerly")),
    (c("kz-order-51-2016", "custom annex 1"),),
    (c("kz-order-51-2016"),),
    (c("kz-cc-2005"), c("kz-nap-2016-2020")),
    (c("harrow", "page 45"),),
    (c("harrow", "page 45"),),
    (c("harrow", "page 46-48"),),
    (c("harrow", "chapter 3"),),
    (c("four-authors", "page 350", "See generally"),),
    (c("in-essays", "page 60", "", "(a critique)"),),
    (c("quill-editors", "page 3-4"),),
    (c("monitor"),),
    Words("These figures are the applicant's own."),
    (c("monitor"),),
    (c("one-author", "page 103, 105", "Cited in"), c("harrow", "note 12")),
    (c("one-author"),),
    (c("harrow", "volume 2"),),
    (c("harrow", "page 50", bare=True),),
    (c("in-essays", "page 61", bare=True),),
    (c("four-authors", "page 341-344"), c("iccpr", "", "and compare"), c("tebieti", "paragraph 82")),
    (c("tebieti", "paragraph 82"),),
    Words("The Court has said so often, for instance in ", (c("ecodefence"),)),
    (c("ecodefence"),),
    (c("toregozhina-2014"), c("toregozhina-2021")),
    (c("toregozhina-2014", "custom dissent of Mr Nobody"),),
    (c("vclt", "custom art 31(1)"), c("udhr", "custom art 20(1)"), c("echr", "article 11")),
    (c("echr", "article 11"),),
    (c("vclt", "article 31"), c("vclt", "article 32")),
    (c("kz-sc-2008", "paragraph 10"), c("hrd-declaration", "custom art 13")),
    (c("fatf-r8"), c("astana-2010", "paragraph 6"), c("cm-rec-2007-14", "paragraph 50")),
    (c("astana-2010", "paragraph 6"),),
    (c("gc-31", "paragraph 8"),),
    (c("harrow", "page 45"), c("harrow", "page 46")),
    (c("monitor"), c("in-essays"), c("one-author", "page 108")),
    (c("two-hands", "page 9"),),
    (c("quill-editors", "page 5", bare=True), c("two-hands", "page 12-13")),
    (c("iccpr", "custom art 22(1)", bare=True),),
)


def ids() -> list[str]:
    """What the document cites, in order of first citation."""
    return list(dict.fromkeys(one.id for entry in NOTES for one in cites(entry)))


def cites(entry: Entry) -> tuple[Cited, ...]:
    return entry.cited if isinstance(entry, Words) else entry


@cache
def shelf() -> tuple[Authority, ...]:
    """The project's library, and the works invented here. Titles in other languages are no CSL: pandoc knows nothing of them."""
    read = read_library(read_layers(ROOT, []))
    own = (replace(one, titles=()) for one in read.value.authorities)
    return (*own, *(Authority(str(item["id"]), item, "literature", True) for item in INVENTED))


def manuscript(language: str) -> Manuscript:
    """The document, one paragraph for each note."""
    paragraphs = tuple(Paragraph((Note(tuple(_inlines(entry))),)) for entry in NOTES)
    return Manuscript((Text("Differences"),), paragraphs, language, "memo")


def _inlines(entry: Entry) -> Iterator[Inline]:
    if not isinstance(entry, Words):
        yield Cite(tuple(_ref(one) for one in entry))
        return
    yield Text(entry.before)
    if entry.cited:
        yield Cite(tuple(_ref(one) for one in entry.cited))
    yield from (Text(entry.after),) if entry.after else ()


def _ref(one: Cited) -> Ref:
    prefix = (Text(one.prefix),) if one.prefix else ()
    suffix = (Text(one.suffix),) if one.suffix else ()
    return Ref(one.id, one.locator, prefix, suffix, one.suppress_author)
