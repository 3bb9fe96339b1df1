"""Tables and exhibits: numbers that Word counts, and references to them."""

from docx_samples import HOUSE, words
from test_docx_details import opinion, part

from briefkit.inspection import fields, problems
from briefkit.ooxml import qn
from briefkit.tree import Count, CountRef, Heading, Note, Paragraph, Table, Text, cell
from briefkit.writers.docx import write

TEMPLATE = HOUSE.read_bytes()


def codes(made, name: str = "document") -> list[tuple[str, str]]:
    return [(" ".join(code), result) for code, result in fields(part(made, name))]


def bookmarks(made) -> list[str]:
    return [node.get(qn("w:name")) for node in part(made).iter(qn("w:bookmarkStart"))]


def counted(kind: str, *numbers: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Count(kind, f"name {number}", number),)) for number in numbers)


def test_a_caption_counts_its_table_and_the_text_refers_to_it():
    table = Table((), ((cell(*words("a")),),), caption=(Text("Table "), Count("table", "sums", 1), Text(". Sums")))
    made = opinion(Paragraph((Text("See Table "), CountRef("table", "sums", 1))), table)
    assert codes(made) == [("REF _Ref_t1 \\h", "1"), ("SEQ Table \\* ARABIC", "1")]
    assert bookmarks(made) == ["_Ref_t1"]
    assert problems(write(made, TEMPLATE)) == ()


def test_exhibits_are_counted_apart_and_named_by_number_in_any_language():
    made = opinion(*counted("table", 1), *counted("exhibit", 1, 2), Paragraph((CountRef("exhibit", "бұйрық", 2),)), language="kk")
    assert codes(made)[1:] == [("SEQ Exhibit \\* ARABIC", "1"), ("SEQ Exhibit \\* ARABIC", "2"), ("REF _Ref_x2 \\h", "2")]
    assert bookmarks(made) == ["_Ref_x2"]


def test_a_note_refers_to_an_exhibit():
    made = opinion(Paragraph((Note((Text("Exhibit "), CountRef("exhibit", "x", 2), Text(", p 3")), 1),)), *counted("exhibit", 1, 2))
    assert codes(made, "footnotes") == [("REF _Ref_x2 \\h", "2")]
    assert bookmarks(made) == ["_Ref_x2"]
    assert problems(write(made, TEMPLATE)) == ()


def test_word_is_told_a_number_that_is_not_the_next():
    made = opinion(*counted("table", 3, 4, 2, 2, 0), Paragraph((CountRef("table", "x", 2),)))
    switches = [(code.removeprefix("SEQ Table \\* ARABIC").strip(), result) for code, result in codes(made)]
    assert switches == [("\\r 3", "3"), ("", "4"), ("\\r 2", "2"), ("\\r 2", "2"), ("", "3"), ("REF _Ref_t2 \\h", "2")]
    assert bookmarks(made) == ["_Ref_t2"]
    assert problems(write(made, TEMPLATE)) == ()


def test_what_is_not_there_and_what_is_not_counted_is_a_plain_number():
    note = Paragraph((Note((Count("table", "n", 5),), 1),))
    unknown = Paragraph((Count("picture", "p", 6), CountRef("picture", "p", 6)))
    made = opinion(Paragraph((CountRef("table", "n", 5), CountRef("table", "m", 7), CountRef("table", "k"))), note, unknown)
    assert codes(made) == []
    texts = ["".join(node.itertext()) for node in part(made).iter(qn("w:p"))]
    assert texts == ["57?", "", "66"]


def test_contents_hold_plain_numbers():
    made = opinion(Heading(1, (Text("Exhibit "), Count("exhibit", "a", 1), Text(", see "), CountRef("exhibit", "a", 1))), contents=True)
    assert [code.split()[0] for code, _ in codes(made)] == ["PAGEREF", "TOC", "SEQ", "REF"]
    assert "Exhibit 1, see 1" in ["".join(node.text or "" for node in line.iter(qn("w:t"))) for line in part(made).iter(qn("w:p"))]
    assert problems(write(made, TEMPLATE)) == ()
