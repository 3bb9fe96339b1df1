"""References from a .ris file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.diagnostics import Diagnostic
from briefkit.model.libraries import Authority
from briefkit.ris import TYPES, read_ris
from briefkit.source import Source

ARTICLE = """\
TY  - JOUR
TI  - A Fictional Article
  and its Second Line
AU  - Sample, Anna B.
AU  - Example, Ben, Jr
A2  - Institute of Examples
T2  - Journal of Fictions
J2  - J Fict
DA  - 2019/05/06/
PY  - 2019
VL  - 12
IS  - 3
SP  - 34
EP  - 51
SN  - 1234-5678
DO  - 10.1000/xyz
UR  - https://example.org/a;b?c=%20
Y2  - 2026/01/02/10:11:12
KW  - one
KW  - two
N1  - <p>What I think of it.</p>
XX  - unheard of
ID  - sample2019
ER  -
"""


def read(text: str) -> tuple[list[Authority], list[Diagnostic]]:
    problems: list[Diagnostic] = []
    return list(read_ris(Source("refs.ris", text), problems)), problems


def test_an_article() -> None:
    [article], problems = read(ARTICLE)
    assert problems == []
    assert dict(article.csl) == {
        "id": "sample2019",
        "type": "article-journal",
        "title": "A Fictional Article and its Second Line",
        "container-title": "Journal of Fictions",
        "container-title-short": "J Fict",
        "author": [{"family": "Sample", "given": "Anna B."}, {"family": "Example", "given": "Ben", "suffix": "Jr"}],
        "editor": [{"literal": "Institute of Examples"}],
        "issued": {"date-parts": [[2019, 5, 6]]},
        "volume": "12",
        "issue": "3",
        "page": "34-51",
        "ISSN": "1234-5678",
        "DOI": "10.1000/xyz",
        "URL": "https://example.org/a;b?c=%20",
        "accessed": {"date-parts": [[2026, 1, 2]]},
        "keyword": "one, two",
    }
    assert str(article.span) == "refs.ris:1:7"


@pytest.mark.parametrize(
    ("record", "name", "value"),
    [
        ("TY  - RPRT\nTI  - T\nSN  - A/1/2", "number", "A/1/2"),
        ("TY  - RPRT\nTI  - T\nIS  - A/1/2", "number", "A/1/2"),
        ("TY  - CASE\nTI  - T\nPB  - Court of Examples", "authority", "Court of Examples"),
        ("TY  - LEGAL\nTI  - T", "type", "regulation"),
        ("TY  - CPAPER\nTI  - T\nT2  - Congress\nC3  - Proceedings", "container-title", "Proceedings"),
        ("TY  - BOOK\nTI  - T\nT2  - A Series", "collection-title", "A Series"),
        ("TY  - BOOK\nTI  - T\nSN  - 978-1", "ISBN", "978-1"),
        ("TY  - THES\nTI  - T\nM3  - PhD thesis", "genre", "PhD thesis"),
        ("TY  - GEN\nT1  - T\nY1  - 2004///", "issued", {"date-parts": [[2004]]}),
        ("TY  - GEN\nT1  - T\nPY  - 2004/10//", "issued", {"date-parts": [[2004, 10]]}),
        ("TY  - GEN\nT1  - T\nDA  - in May", "issued", {"literal": "in May"}),
        ("TY  - GEN\nT1  - T\nSP  - 5", "page", "5"),
        ("TY  - gen\nT1  - T\nLB  - own", "id", "own"),
    ],
)
def test_what_a_tag_is_in_each_type(record: str, name: str, value: object) -> None:
    [one], problems = read(record + "\nER  - \n")
    assert problems == []
    assert one.csl[name] == value


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_is_one_of_csl(kind: str) -> None:
    [one], problems = read(f"TY  - {kind}\nTI  - T\nER  - \n")
    assert (one.csl["type"], problems) == (TYPES[kind], [])


def test_a_record_that_is_not_closed_and_one_behind_it() -> None:
    found, problems = read("TY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\n")
    assert ([one.csl["title"] for one in found], problems) == (["A", "B"], [])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "bad-reference-file", 1),
        ("@book{a, title = {T}}", "bad-reference-file", 1),
        ("TY  - BOOK\nAU  - A, B\nER  - \n", "missing-key", 1),
        ("TY  - BOOK\nTI  - T\nER  - \n\nTY  - BUCH\nTI  - T\nER  - \n", "unknown-choice", 5),
        ("TY  - \nTI  - T\nER  - \n", "unknown-choice", 1),
    ],
)
def test_what_is_wrong_is_said_at_its_line(text: str, code: str, line: int) -> None:
    _, problems = read(text)
    assert [(one.code, one.span and one.span.line) for one in problems] == [(code, line)]


TAGS = st.sampled_from(
    ["TY  - BOOK", "TI  - T", "ER  - ", "  more", "", "XX  - y", "AU  - a, b, c, d", "DA  - //", "UK  - z", "TY  -", "KW  - "]
)


@given(st.lists(TAGS, max_size=12))
def test_no_order_of_lines_breaks_it(lines: list[str]) -> None:
    found, problems = read("\n".join(lines))
    assert len(found) == sum(line.startswith("TY  -") for line in lines) or problems


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    found, problems = read("TY  - " + text)
    assert len(found) + sum(one.code == "bad-reference-file" for one in problems) >= 1
