"""The checks of finished Word files see what is broken."""

import pytest
from docx_samples import HOUSE, every_node
from test_docx_comments import commented

from briefkit.inspection import problems
from briefkit.ooxml import read_zip, write_zip
from briefkit.writers.docx import write

MADE = read_zip(write(every_node(), HOUSE.read_bytes()))


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        ("document", '<w:footnoteReference w:id="2"/>', "", "do not answer"),
        ("footnotes", "<w:footnoteRef/>", "", "footnote 1 does not show its number"),
        ("document", 'w:name="_RefFn_1"', 'w:name="_RefFn_3"', "bookmark _RefFn_3 stands 2 times"),
        ("document", '<w:bookmarkEnd w:id="1"/>', "", "do not open and close"),
        ("document", 'w:name="_RefFn_1"', 'w:name="_Other"', "no bookmark _RefFn_1"),
        ("document", 'w:anchor="_Toc00000001"', 'w:anchor="_Toc9"', "no bookmark _Toc9"),
        ("document", 'w:fldCharType="begin"', 'w:fldCharType="separate"', "separate out of place"),
        ("document", 'w:fldCharType="end"', 'w:fldCharType="begin"', "does not end"),
        ("document", 'w:fldCharType="separate"', 'w:fldCharType="end"', "end out of place"),
        ("document", 'w:val="Quote"', 'w:val="Quoted"', "no paragraph style Quoted"),
        ("document", 'w:rStyle w:val="Emphasis"', 'w:rStyle w:val="E"', "no character style E"),
        ("document", 'w:val="BriefTable"', 'w:val="T"', "no table style T"),
        ("document", '<w:numId w:val="7"/>', '<w:numId w:val="44"/>', "no numbering 44"),
        ("numbering", 'w:numId="7"', 'w:numId="8"', "numbering 8 stands 2 times"),
        ("numbering", '<w:abstractNumId w:val="3"/>', '<w:abstractNumId w:val="33"/>', "no definition of numbering 33"),
        ("document", 'r:id="rLink1"', 'r:id="rLink9"', "no relationship rLink9"),
        ("footnotes", '<w:t xml:space="preserve">1</w:t>', "<w:t>2</w:t>", "NOTEREF _RefFn_1 \\h shows '2', its target has '1'"),
        ("footnotes", '<w:t xml:space="preserve">2</w:t>', "<w:t>1</w:t>", "REF _Ref_p2 \\r \\h shows '1', its target has '2'"),
        ("document", "_Ref_t1 \\h </w:instrText>", "_Ref_t2 \\h </w:instrText>", "no bookmark _Ref_t2"),
        ("document", "SEQ Table \\* ARABIC ", "SEQ Table \\* ARABIC \\r 2 ", "shows '1', Word will count 2"),
        ("footnotes", "NOTEREF _RefFn_1 \\h", "SEQ Table", "a footnote counts"),
    ],
)
def test_what_is_broken_is_seen(part, old, new, says):
    name = f"word/{part}.xml"
    assert old in MADE[name].decode()
    broken = write_zip({**MADE, name: MADE[name].decode().replace(old, new, 1).encode()})
    assert says in " · ".join(problems(broken))


COMMENTED = read_zip(write(commented(), HOUSE.read_bytes()))


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        ("document", '<w:commentRangeStart w:id="0"/>', "", "do not answer to their commentRangeStart ['1']"),
        ("document", '<w:commentReference w:id="1"/>', "", "do not answer to their commentReference ['0']"),
        ("document", '<w:commentRangeEnd w:id="0"/>', '<w:commentRangeEnd w:id="1"/>', "the anchor of comment 0 is out of order"),
        ("comments", '<w:comment w:id="1"', '<w:comment w:id="7"', "comments ['0', '7'] do not answer"),
        ("comments", 'w:author="briefkit"', 'w:author="A. N. Other"', "comment 0 tells who wrote it"),
        ("comments", 'w:val="CommentText"', 'w:val="C"', "no paragraph style C"),
        ("footnotes", "<w:footnoteRef/>", '<w:commentReference w:id="0"/><w:footnoteRef/>', "a commentReference stands outside the body"),
    ],
)
def test_what_is_broken_about_comments_is_seen(part, old, new, says):
    name = f"word/{part}.xml"
    assert old in COMMENTED[name].decode()
    broken = write_zip({**COMMENTED, name: COMMENTED[name].decode().replace(old, new, 1).encode()})
    assert says in " · ".join(problems(broken))
    assert problems(write_zip(COMMENTED)) == ()


def test_what_is_no_word_file():
    assert "not a readable zip" in problems(b"x")[0]


def test_a_file_with_few_parts():
    few = {name: data for name, data in MADE.items() if name not in ("word/footnotes.xml", "word/styles.xml", "word/numbering.xml")}
    assert any("do not answer" in problem for problem in problems(write_zip(few)))
