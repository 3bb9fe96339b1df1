"""Authorities as BibTeX: what is written reads back as it was, and LaTeX can print it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workspace import ROOT

from briefkit.bibtex import read_bibtex, write_bibtex
from briefkit.csl import TYPES
from briefkit.diagnostics import Diagnostic
from briefkit.libraries import read_library
from briefkit.model.libraries import Authority
from briefkit.source import Source

SIGNS = st.sampled_from("\\{}$&%#_~^-`'\"!?<>/,;:@=()[]abZ \u00a0é№Қ«»“”’–—")
WORDS = st.text(st.one_of(SIGNS, st.characters(categories=("L", "N", "P", "S"))), min_size=1, max_size=25).map(
    lambda text: " ".join(text.split(" ")).strip(" ")
)
NAME = WORDS.map(str.strip).filter(bool)
NAMES = st.one_of(
    st.fixed_dictionaries({"literal": NAME}),
    st.fixed_dictionaries({"family": NAME}, optional={"given": NAME, "suffix": NAME}),
    st.fixed_dictionaries({"family": NAME, "non-dropping-particle": NAME}),
    st.fixed_dictionaries({"family": NAME, "dropping-particle": NAME}),
)


def through(csl: dict[str, Any]) -> dict[str, Any]:
    """An item written and read again."""
    problems: list[Diagnostic] = []
    written = write_bibtex([Authority("key", {"id": "key", **csl}, "literature", True)])
    [back] = read_bibtex(Source("refs.bib", written), problems)
    assert problems == [], written
    return {name: value for name, value in back.csl.items() if name != "id"}


def spaced(text: str) -> str:
    return " ".join(part for part in text.split(" ") if part)


@given(WORDS.filter(bool), st.lists(NAMES, min_size=1, max_size=3))
def test_any_text_and_any_names(title: str, authors: list[dict[str, str]]) -> None:
    people = [{part: spaced(value) for part, value in one.items()} for one in authors]
    item = {"type": "book", "title": spaced(title), "author": people}
    assert through(item) == item


@pytest.mark.parametrize("kind", TYPES)
def test_every_type(kind: str) -> None:
    item = {"type": kind, "title": "T", "container-title": "C", "number": "7", "issue": "8", "publisher": "P", "authority": "A"}
    assert through(item) == item


@pytest.mark.parametrize(
    "item",
    [
        {"issued": {"date-parts": [[1966, 12, 16]]}, "available-date": {"date-parts": [[1976, 3]]}},
        {"issued": {"date-parts": [[2020], [2021, 3]]}},
        {"issued": {"date-parts": [[2020]], "circa": True}},
        {"issued": {"date-parts": [[2020]], "season": "2"}},
        {"issued": {"literal": "in the spring & summer of 2020"}},
        {"title": "Korneenko <i>(2006)</i> <b>and 5<sup>th</sup></b>"},
        {"title": "A\nB"},
        {"URL": "https://example.org/a_b%20c?d=1&e=2#f~g", "DOI": "10.1000/(x)_1"},
        {"page": "34-51", "volume": "XII", "collection-title": "Series", "collection-number": "3"},
        {"archive": "UN Doc", "archive_location": "A/1/2", "jurisdiction": "Kazakhstan", "division": "Grand Chamber"},
        {"collection-editor": [{"family": "Öz", "given": "Ayşe"}], "container-author": [{"literal": "A and B"}]},
        {"note": "type: treaty\nevent-date: 2004-10-01", "keyword": "a, b", "abstract": "100 % sure."},
    ],
    ids=lambda item: ", ".join(item),
)
def test_each_kind_of_value(item: dict[str, Any]) -> None:
    item = {"type": "treaty", "title": "T", **item}
    assert through(item) == item


def test_the_whole_library() -> None:
    paths = ROOT.glob("clauses/authorities/*.yaml")
    layer = {path.relative_to(ROOT).as_posix(): Source(path.name, path.read_text("utf-8")) for path in paths}
    authorities = read_library([layer]).value.authorities
    assert len(authorities) > 80
    problems: list[Diagnostic] = []
    back = list(read_bibtex(Source("all.bib", write_bibtex(authorities)), problems))
    assert problems == []
    assert [dict(one.csl) for one in back] == [dict(one.csl) for one in authorities]


def test_an_entry_as_a_person_reads_it() -> None:
    csl = {
        "id": "x1",
        "type": "regulation",
        "title": "Rules & Forms",
        "authority": "Ministry of Examples",
        "issued": {"date-parts": [[2024, 5, 6]]},
        "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, {"literal": "Office"}],
    }
    assert write_bibtex([Authority("x1", csl, "literature", True)]) == (
        "@legislation{x1,\n"
        "  title = {{Rules \\& Forms}},\n"
        "  csl-authority = {Ministry of Examples},\n"
        "  date = {2024-05-06},\n"
        "  author = {van der Berg, Jan and {Office}},\n"
        "  entrysubtype = {regulation},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("entry", "name", "value"),
    [
        ("@phdthesis{a, title = {T}, school = {U}}", "genre", "PhD thesis"),
        ("@thesis{a, title = {T}, type = {mathesis}}", "genre", "Master’s thesis"),
        ("@article{a, title = {T}, entrysubtype = {newspaper}}", "type", "article-newspaper"),
        ("@jurisdiction{a, title = {T}, institution = {ECtHR}}", "authority", "ECtHR"),
        ("@misc{a, title = {T}, url = {https://e.org/a\\_b%20c}}", "URL", "https://e.org/a_b%20c"),
        ('@misc{a, title = {100% \\emph{sure} {\\"u}ber}}', "title", "100% <i>sure</i> über"),
        ("@misc{a, title = {\\{x\\} costs \\$5 \\textless{} 6}}", "title", "{x} costs $5 < 6"),
        (
            "@misc{a, title = {T}, author = {family=Humboldt, given=Alexander, prefix=von, useprefix=false}}",
            "author",
            [{"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}],
        ),
    ],
)
def test_what_others_write(entry: str, name: str, value: object) -> None:
    [read] = read_bibtex(Source("a.bib", entry), [])
    assert read.csl[name] == value


def test_a_type_that_is_none_is_a_warning() -> None:
    problems: list[Diagnostic] = []
    [read] = read_bibtex(Source("a.bib", "@boook{a, title = {T}}"), problems)
    assert (read.csl["type"], [(one.code, one.is_error, one.hint) for one in problems]) == (
        "document",
        [("unknown-choice", False, "did you mean “book”?")],
    )
