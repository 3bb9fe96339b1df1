"""Tracked changes accepted and rejected: what stays of runs, paragraphs, tables, controls and properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefkit.ooxml import parse, qn
from briefkit.ooxml.tracked import accepted, drop_idle, is_tracked, rejected

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def body(held: str):
    return parse(f"<w:body {W}>{held}</w:body>".encode(), "body")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def p(held: str, properties: str = "", mark: str = "") -> str:
    marked = f"<w:rPr><w:{mark} {BY}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{marked}</w:pPr>{held}</w:p>"


def ins(text: str) -> str:
    return f"<w:ins {BY}>{run(text)}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def moved(kind: str, text: str) -> str:
    start = f'<w:{kind}RangeStart {BY} w:name="m"/>'
    return f'{start}<w:{kind} {BY}>{run(text)}</w:{kind}><w:{kind}RangeEnd w:id="1"/>'


def row(*cells: str, mark: str = "") -> str:
    marked = f"<w:trPr><w:{mark} {BY}/></w:trPr>" if mark else ""
    return f"<w:tr>{marked}{''.join(cells)}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(run(text))}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def texts(root) -> list[str]:
    """The words of each paragraph."""
    return ["".join(node.text or "" for node in one.iter(qn("w:t"))) for one in root.iter(qn("w:p"))]


def both(held: str) -> tuple[list[str], list[str]]:
    """The paragraphs once all is rejected, and once all is accepted."""
    root = body(held)
    return texts(rejected(root)), texts(accepted(root))


@pytest.mark.parametrize(
    ("held", "before", "after"),
    [
        (p(run("The State ") + gone("shall") + ins("must")), ["The State shall"], ["The State must"]),
        (p(run("a")) + p(ins("b"), mark="ins") + p(run("c")), ["a", "c"], ["a", "b", "c"]),
        (p(run("a")) + p(gone("b"), mark="del") + p(run("c")), ["a", "b", "c"], ["a", "c"]),
        (p(run("a")) + p(ins("b"), mark="ins"), ["a"], ["a", "b"]),
        (p(run("a")) + p(gone("b"), mark="del"), ["a", "b"], ["a"]),
        (p(run("a"), mark="ins") + p(run("b")), ["ab"], ["a", "b"]),
        (p(run("a"), mark="del") + p(run("b"), mark="del") + p(run("c")), ["a", "b", "c"], ["abc"]),
        (p(moved("moveFrom", "a"), mark="moveFrom") + p(run("b")) + p(moved("moveTo", "a"), mark="moveTo"), ["a", "b"], ["b", "a"]),
        (p(f"<w:ins {BY}>{gone('a')}</w:ins>" + run("b")), ["b"], ["b"]),
        (p(f'<w:hyperlink w:anchor="x">{gone("old")}{ins("new")}</w:hyperlink>'), ["old"], ["new"]),
    ],
    ids=["words", "new", "deleted", "new-last", "deleted-last", "parted", "joined", "moved", "neither", "link"],
)
def test_words_and_paragraphs(held: str, before: list[str], after: list[str]) -> None:
    assert both(held) == (before, after)


def test_what_is_given_is_left_alone() -> None:
    root = body(p(run("a") + ins("b")))
    before = etree.tostring(root)
    accepted(root), rejected(root)
    assert etree.tostring(root) == before


def test_a_joined_paragraph_looks_like_the_one_whose_mark_stays() -> None:
    root = accepted(body(p(run("a"), '<w:pStyle w:val="First"/>', "del") + p(run("b"), '<w:pStyle w:val="Second"/>')))
    assert [node.get(qn("w:val")) for node in root.iter(qn("w:pStyle"))] == ["Second"]


def test_bookmarks_and_comments_survive_the_paragraph_they_stood_in() -> None:
    marks = '<w:bookmarkStart w:id="7" w:name="here"/><w:bookmarkEnd w:id="7"/>'
    for held in (p(marks + gone("a"), mark="del") + p(run("b")), p(run("b")) + p(marks + gone("a"), mark="del")):
        root = accepted(body(held))
        assert (texts(root), len(list(root.iter(qn("w:bookmarkStart"))))) == (["b"], 1)


def test_a_link_that_held_nothing_but_deleted_words_goes_with_them() -> None:
    root = body(p(run("a") + f'<w:hyperlink w:anchor="x">{gone("b")}</w:hyperlink>'))
    assert next(accepted(root).iter(qn("w:hyperlink")), None) is None
    assert next(rejected(root).iter(qn("w:hyperlink")), None) is not None


def test_deleted_codes_of_fields_are_codes_again() -> None:
    root = body(p(f"<w:del {BY}><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>"))
    assert [node.text for node in rejected(root).iter(qn("w:instrText"))] == ["PAGE"]
    assert next(accepted(root).iter(qn("w:instrText")), None) is None


class TestTables:
    def test_rows(self) -> None:
        held = table(row(cell("a")), row(cell("new"), mark="ins"), row(cell("old"), mark="del")) + p("")
        assert both(held) == (["a", "old", ""], ["a", "new", ""])

    def test_a_table_without_rows_goes(self) -> None:
        root = body(p(run("a")) + table(row(cell("new"), mark="ins")) + p(run("b")))
        assert next(rejected(root).iter(qn("w:tbl")), None) is None
        assert next(accepted(root).iter(qn("w:tbl")), None) is not None

    def test_cells(self) -> None:
        held = table(row(cell("a"), cell("new", f"<w:cellIns {BY}/>"), cell("old", f"<w:cellDel {BY}/>"))) + p("")
        assert both(held) == (["a", "old", ""], ["a", "new", ""])

    def test_a_cell_keeps_a_paragraph_whatever_becomes_of_its_words(self) -> None:
        root = body(table(row(f"<w:tc>{p(gone('a'), mark='del')}</w:tc>")) + p(""))
        assert texts(accepted(root)) == ["", ""]

    @pytest.mark.parametrize(("decide", "value"), [(accepted, "restart"), (rejected, "continue")])
    def test_merged_cells(self, decide, value: str) -> None:
        root = decide(body(table(row(cell("a", f'<w:cellMerge {BY} w:vMerge="rest" w:vMergeOrig="cont"/>'))) + p("")))
        assert [node.get(qn("w:val")) for node in root.iter(qn("w:vMerge"))] == [value]

    def test_a_row_in_a_content_control_takes_the_control_with_it(self) -> None:
        held = f"<w:sdt><w:sdtPr/><w:sdtContent>{row(cell('new'), mark='ins')}</w:sdtContent></w:sdt>"
        root = body(table(row(cell("a")), held) + p(""))
        assert (texts(rejected(root)), list(rejected(root).iter(qn("w:sdt")))) == (["a", ""], [])


class TestControls:
    HELD = (
        "<w:customXml{0}RangeStart " + BY + '/><w:sdt><w:sdtPr/><w:sdtContent><w:customXml{0}RangeEnd w:id="1"/>'
        "{1}<w:customXml{0}RangeStart " + BY + '/></w:sdtContent></w:sdt><w:customXml{0}RangeEnd w:id="1"/>'
    )

    @pytest.mark.parametrize(
        ("kind", "decide", "stays"), [("Ins", accepted, 1), ("Ins", rejected, 0), ("Del", accepted, 0), ("Del", rejected, 1)]
    )
    def test_a_control_may_come_or_go_around_words_that_stay(self, kind: str, decide, stays: int) -> None:
        root = decide(body(p(self.HELD.format(kind, run("a")))))
        assert (texts(root), len(list(root.iter(qn("w:sdt"))))) == (["a"], stays)


class TestProperties:
    def test_of_runs(self) -> None:
        root = body(p(f"<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"))
        assert [etree.QName(node).localname for node in next(accepted(root).iter(qn("w:r")))[0]] == ["b"]
        assert [etree.QName(node).localname for node in next(rejected(root).iter(qn("w:r")))[0]] == ["i"]

    def test_of_paragraphs_leave_the_mark_and_the_section_alone(self) -> None:
        change = f'<w:pPrChange {BY}><w:pPr><w:pStyle w:val="Old"/></w:pPr></w:pPrChange>'
        root = body(f'<w:p><w:pPr><w:pStyle w:val="New"/><w:rPr><w:b/></w:rPr><w:sectPr/>{change}</w:pPr>{run("a")}</w:p>')
        before = next(rejected(root).iter(qn("w:pPr")))
        assert [etree.QName(node).localname for node in before] == ["pStyle", "rPr", "sectPr"]
        assert before[0].get(qn("w:val")) == "Old"

    def test_of_sections_leave_headers_alone(self) -> None:
        change = f'<w:sectPrChange {BY}><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:sectPrChange>'
        root = body(f'{p("")}<w:sectPr><w:headerReference w:type="default"/><w:pgSz w:w="2"/>{change}</w:sectPr>')
        before = next(rejected(root).iter(qn("w:sectPr")))
        assert [etree.QName(node).localname for node in before] == ["headerReference", "pgSz"]
        assert before[1].get(qn("w:w")) == "1"

    def test_a_paragraph_that_became_numbered(self) -> None:
        root = body(p(run("a"), f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {BY}/></w:numPr>'))
        assert next(rejected(root).iter(qn("w:numPr")), None) is None
        assert next(accepted(root).iter(qn("w:numPr")), None) is not None

    def test_records_of_no_change_are_dropped(self) -> None:
        idle = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>"
        real = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
        root = body(p(f"<w:r>{idle}<w:t>a</w:t></w:r><w:r>{real}<w:t>b</w:t></w:r>"))
        drop_idle(root)
        assert len(list(root.iter(qn("w:rPrChange")))) == 1


@pytest.mark.parametrize("place", ["footnote", "comment", "hdr", "txbxContent"])
def test_whatever_holds_paragraphs_keeps_one(place: str) -> None:
    root = parse(f"<w:{place} {W}>{p(ins('a'), mark='ins')}</w:{place}>".encode(), place)
    assert texts(rejected(root)) == [""]


pieces = st.lists(st.tuples(st.sampled_from(["plain", "ins", "del"]), st.text("abc", min_size=1, max_size=3)), max_size=4)
marks = st.sampled_from(["", "ins", "del"])


@given(st.lists(st.tuples(pieces, marks), min_size=1, max_size=6))
def test_no_mark_and_no_word_is_left_over(paragraphs) -> None:
    make = {"plain": run, "ins": ins, "del": gone}
    root = body("".join(p("".join(make[kind](text) for kind, text in held), mark=mark) for held, mark in paragraphs) + p(run("end")))
    for decide, lost in ((accepted, "del"), (rejected, "ins")):
        done = decide(root)
        assert not is_tracked(done)
        assert "".join(texts(done)) == "".join(text for held, _ in paragraphs for kind, text in held if kind != lost) + "end"
        assert len(texts(done)) == 1 + sum(mark != lost for _, mark in paragraphs)
