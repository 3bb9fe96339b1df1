"""The checks of finished Word files see what is broken, and are content with what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from trees import every_node
from workspace import HOUSE

from briefkit.inspection import CHECKS, problems, signature_problems
from briefkit.ooxml import read_zip, write_zip
from briefkit.tree import Note, Opinion, Paragraph, Remark, Text
from briefkit.writers.docx import write

Parts = dict[str, bytes]


def sample() -> Opinion:
    """Every node, and a comment in the text and in a note."""
    made = every_node()
    note = Note((Text("Seen"), Remark("verify", comment="Open it.")), 4)
    return replace(made, blocks=(*made.blocks, Paragraph((Text("Certain"), Remark("ask the client", mark=False), note))))


MADE: Parts = read_zip(write(sample(), HOUSE))


def said(parts: Parts) -> str:
    return " ".join(problems(write_zip(parts), (*CHECKS, signature_problems)))


def broken(part: str, old: str, new: str, parts: Parts = MADE) -> Parts:
    """The parts with some words of one replaced, at their first place."""
    name = part if "/" in part else f"word/{part}.xml"
    assert old in parts[name].decode()
    return {**parts, name: parts[name].decode().replace(old, new, 1).encode()}


def test_what_is_whole_is_so() -> None:
    assert said(MADE) == ""


def paragraph(content: str, style: str = "BodyText") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def code(words: str, result: str = "x") -> str:
    begin, separate, end = (run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    return f"{begin}{run(f'<w:instrText>{words}</w:instrText>')}{separate}{run(f'<w:t>{result}</w:t>')}{end}"


PICTURE = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1" cy="1"/><wp:docPr id="1" name="p"{more}/></wp:inline></w:drawing>'
)
CONTROL = '<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
LINK = '<w:hyperlink w:anchor="_top">{content}</w:hyperlink>'
BEGIN, ENDS = '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'


def added(content: str) -> Parts:
    """The document with something more at its end."""
    start, mark, end = MADE["word/document.xml"].decode().rpartition("<w:sectPr>")  # that of the text, not of the cover
    return {**MADE, "word/document.xml": f"{start}{content}{mark}{end}".encode()}


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        ("document", '<w:footnoteReference w:id="2"/>', "", "Note 2 is there, and nothing refers to it."),
        ("document", '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="1"/>', "Note 1 is referred to more than once."),
        ("document", '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="9"/>', "Note 9 is referred to and is not there."),
        ("footnotes", '<w:footnote w:id="2">', '<w:footnote w:id="1">', "Note 1 stands there more than once."),
        ("footnotes", "<w:footnoteRef/>", "", "Note 1 does not show its number once."),
        ("footnotes", "<w:tab/>", '<w:t xml:space="preserve"> </w:t>', "Notes whose number does not hang as their style has it: 1."),
        ("styles", 'w:line="245" w:lineRule="auto"/><w:ind w:left="284" w:hanging="284"/>', 'w:line="245"/>', "their style has it: 1, 2"),
        ("footnotes", "<w:continuationSeparator/>", "", "lack the rule “continuationSeparator”"),
        ("settings", '<w:footnote w:id="-1"/>', "", "do not name the rule “separator”"),
        ("document", 'w:name="_RefFn_1"', 'w:name="_reffn_3"', "The bookmark _reffn_3 stands there more than once."),
        ("document", 'w:name="_RefFn_1"', f'w:name="{"n" * 41}"', "is too long for Word"),
        ("document", '<w:bookmarkEnd w:id="1"/>', "", "The bookmark _Toc00000001 does not end."),
        ("document", '<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="1"/>', "that does not begin before it"),
        ("document", '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "Two bookmarks have the number 1"),
        ("document", 'w:name="_RefFn_1"', 'w:name="_Other"', "refers to the bookmark _RefFn_1, which is not there"),
        ("document", 'w:anchor="_Toc00000001"', 'w:anchor="_Toc9"', "refers to the bookmark _Toc9, which is not there"),
        ("document", 'w:fldCharType="begin"', 'w:fldCharType="separate"', "mark “separate” out of place"),
        ("document", 'w:fldCharType="end"', 'w:fldCharType="begin"', "has a field that does not end"),
        ("document", 'w:fldCharType="separate"', 'w:fldCharType="end"', "mark “end” out of place"),
        ("document", " SEQ Table \\* ARABIC ", " ", "has a field that says nothing"),
        ("document", 'w:val="Quote"', 'w:val="Quoted"', "There is no paragraph style Quoted."),
        ("document", 'rStyle w:val="Emphasis"', 'rStyle w:val="E"', "There is no character style E."),
        ("document", 'w:val="BriefTable"', 'w:val="T"', "There is no table style T."),
        ("styles", 'w:styleId="Quote"', 'w:styleId="BodyText"', "Two styles have the id BodyText."),
        ("document", '<w:rStyle w:val="Emphasis"/>', '<w:rStyle w:val="Emphasis"/><w:b/>', "formatting beside its styles in one place (b)"),
        ("footnotes", '<w:pStyle w:val="FootnoteText"/>', '<w:pStyle w:val="FootnoteText"/><w:jc w:val="left"/>', "in one place (jc)"),
        ("document", '<w:numId w:val="7"/>', '<w:numId w:val="44"/>', "There is no numbering 44."),
        ("numbering", 'w:numId="7"', 'w:numId="8"', "The numbering 8 stands there more than once."),
        ("numbering", '<w:abstractNumId w:val="3"/>', '<w:abstractNumId w:val="33"/>', "There is no definition 33 of a numbering."),
        ("numbering", 'w:abstractNumId="3"', 'w:abstractNumId="4"', "The definition 4 of a numbering stands there more than once."),
        ("numbering", 'nsid w:val="0B1EF003"', 'nsid w:val="0B1EF004"', "takes two definitions of a numbering for one: 0B1EF004"),
        ("document", 'r:id="rLink1"', 'r:id="rLink9"', "names the link rLink9, which is not there"),
        ("footnotes", '<w:t xml:space="preserve">1</w:t>', "<w:t>2</w:t>", "NOTEREF _RefFn_1 \\h shows “2”, and its target has “1”."),
        ("footnotes", '<w:t xml:space="preserve">2</w:t>', "<w:t>1</w:t>", "REF _Ref_p2 \\r \\h shows “1”, and its target has “2”."),
        ("document", "REF _Ref_a1 \\h", "REF _Toc00000001 \\h", "REF _Toc00000001 \\h shows “Annex”, and its target has “Law”."),
        ("document", "_Ref_t1 \\h </w:instrText>", "_Ref_t2 \\h </w:instrText>", "the bookmark _Ref_t2, which is not there"),
        ("document", "_Ref_t1 \\h </w:instrText>", "_Ref_t1 \\r \\h </w:instrText>", "leads to nothing that has a number"),
        ("document", "SEQ Table \\* ARABIC ", "SEQ Table \\* ARABIC \\r 2 ", "shows “1”, and Word will count 2"),
        ("footnotes", "NOTEREF _RefFn_1 \\h", "SEQ Table", "A note counts a table or an exhibit"),
        ("document", 'hyperlink w:anchor="_Toc00000001"', 'hyperlink w:anchor="_Toc00000002"', "leads to the heading “Қазақстан құқығы”"),
        ("document", '<w:commentRangeStart w:id="0"/>', "", "The anchor of comment 0 is broken."),
        ("document", '<w:commentReference w:id="1"/>', "", "Comment 1 has no sign in the text."),
        ("document", '<w:commentRangeEnd w:id="0"/>', '<w:commentRangeEnd w:id="1"/>', "The anchor of comment 0 is broken."),
        ("comments", '<w:comment w:id="1"', '<w:comment w:id="7"', "Comment 1 is not there. Comment 7 has no sign"),
        ("comments", '<w:comment w:id="1"', '<w:comment w:id="0"', "Comment 0 stands there more than once."),
        ("comments", 'w:author="briefkit"', 'w:author="A. N. Other"', "Comment 0 tells who wrote it and when."),
        ("comments", 'w:val="CommentText"', 'w:val="C"', "There is no paragraph style C."),
        ("footnotes", "<w:footnoteRef/>", '<w:commentReference w:id="0"/><w:footnoteRef/>', "holds a comment: Word has"),
        ("styles", '<w:lang w:val="en-GB"', '<w:lang w:val=""', "do not say which language"),
        ("document", '<w:lang w:val="ru-RU"/>', '<w:lang w:val="русский"/>', "“русский” is no language."),
        ("docProps/core.xml", "en-GB", "ru-RU", "say “ru-RU” and the styles “en-GB”"),
        ("document", '<w:lang w:val="kk-KZ"/>', "", "in other letters than the document’s language (en-GB) and tells none of its own: “"),
        ("document", 'briefkit:right:v1:en"', f'{"t" * 65}"', "of a content control is too long for Word"),
        ("styles", "<w:widowControl/>", '<w:widowControl w:val="0"/>', "may leave a single line on a page"),
        ("document", "<w:tblHeader/>", "", "One table does not repeat its head."),
    ],
)  # fmt: skip
def test_what_is_broken_is_seen(part: str, old: str, new: str, says: str) -> None:
    assert says in said(broken(part, old, new))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (paragraph(run("<w:t> </w:t>")), "One paragraph is empty (Body Text)."),
        (paragraph("") + paragraph("", "Quote"), "2 paragraphs are empty (Body Text, Quote)."),
        (paragraph(run("<w:t>A</w:t>"), "Heading2") + paragraph(run("<w:t>B</w:t>"), "Heading4"), "“B” is of level 4 and"),
        (paragraph(run("<w:t>Late</w:t>"), "Heading1"), "The contents lack the heading “Late”."),
        (paragraph(run(PICTURE.format(more=""))), "One picture has no words for those who do not see it."),
        (2 * paragraph(run(PICTURE.format(more=' descr="A"'))), "Two drawings have the number 1."),
        (paragraph(run(PICTURE.format(more=' descr="A"'))) + paragraph(run("<w:t>Figure</w:t>"), "Caption"), "“Body Text” may stand"),
        (CONTROL.format(tag="a", number=90, content=""), "The content control “a” is empty."),
        (2 * CONTROL.format(tag="a", number=90, content=paragraph(run("<w:t>A</w:t>"))), "Two content controls have the number 90."),
        (paragraph(LINK.format(content=code("PAGE").rpartition("<w:r>")[0])), "has a field that does not end"),
        (paragraph(LINK.format(content=run(BEGIN)) + run("<w:instrText>PAGE</w:instrText>") + run(ENDS)), "reaches out of a link"),
        (paragraph(code("HYPERLINK \\l &quot;gone&quot;")), "the bookmark gone, which is not there"),
        (paragraph(code("TA \\l &quot;The Pact&quot; \\s &quot;Pact&quot; \\c 3")), "category 3 are marked, and no table lists them."),
        (paragraph(code("TA \\s &quot;Pact&quot; \\c 3")), "The authority “Pact” is marked, and never in full."),
        (
            paragraph(code("TA \\l &quot;The Pact&quot; \\s &quot;Pact&quot;")) + paragraph(code("TOA \\c 1", "The Treaty")),
            "The table of authorities lacks “The Pact”. The table of authorities has “The Treaty”, which is marked nowhere.",
        ),
    ],
)  # fmt: skip
def test_what_is_added_and_wrong_is_seen(content: str, says: str) -> None:
    assert says in said(added(content))
