"""References from a .bib file."""

from __future__ import annotations

from briefkit.bibtex import read_bibtex
from briefkit.diagnostics import Diagnostic
from briefkit.source import Source

BIB = r"""
@book{nowak2005,
  author    = {Nowak, Manfred and van der Berg, Jan},
  title     = {{U.N.} Covenant on Civil and Political Rights},
  publisher = {Engel},
  edition   = {2},
  year      = {2005},
  month     = mar,
}
@article{mueller,
  author = {M{\"u}ller, J{\'o}zef}, title = {On funds \& freedom}, journaltitle = {Journal of Law},
  volume = {12}, number = {3}, pages = {34--51}, date = {2010-05-06}, urldate = {2026-01-02}, url = {https://example.org/a},
}
@online{icnl, author = {{International Center for Not-for-Profit Law}}, title = {Civic Freedom Monitor}, year = {2024}}
"""


def read(text: str) -> tuple[list, list[Diagnostic]]:
    problems: list[Diagnostic] = []
    return list(read_bibtex(Source("refs.bib", text), problems)), problems


def test_fields_become_the_variables_of_csl() -> None:
    (book, article, page), problems = read(BIB)
    assert problems == []
    assert book.csl["type"] == "book"
    assert book.csl["title"] == "U.N. Covenant on Civil and Political Rights"
    assert book.csl["issued"] == {"date-parts": [[2005, 3]]}
    assert book.csl["author"] == [
        {"family": "Nowak", "given": "Manfred"},
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
    ]
    assert (article.csl["title"], article.csl["issue"], article.csl["page"]) == ("On funds & freedom", "3", "34-51")
    assert article.csl["author"] == [{"family": "Müller", "given": "Józef"}]
    assert article.csl["accessed"] == {"date-parts": [[2026, 1, 2]]}
    assert page.csl["author"] == [{"literal": "International Center for Not-for-Profit Law"}]


def test_an_entry_knows_its_place_and_that_it_is_the_cases_own() -> None:
    references, _ = read(BIB)
    assert [str(one.span) for one in references] == ["refs.bib:2:7", "refs.bib:10:10", "refs.bib:14:9"]
    assert all(one.own and one.confirmed for one in references)


def test_a_broken_file_is_reported_with_its_line() -> None:
    references, problems = read("@book{a,\n title = {x},\n}\n@book{b, title = }\n")
    assert references == []
    assert [(one.code, one.span.line) for one in problems] == [("bad-reference-file", 4)]


def test_the_same_key_twice_is_reported() -> None:
    _, problems = read("@book{a, title = {x}}\n@book{a, title = {y}}\n")
    assert [one.code for one in problems] == ["bad-reference-file"]
