"""Hidden bookmarks keep the older document's names for the places that both have."""

from __future__ import annotations

from word_files import bookmark, docx, field, note, p, run

from briefkit.redline import WordFile, named_as, untouched
from briefkit.redline.documents import sayings


def word(data: bytes) -> WordFile:
    read = untouched(data, "a.docx").value
    assert read is not None
    return read


def place(number: int, text: str) -> str:
    return p(bookmark(f"_Ref_p{number}", run(text), number))


def led(new: bytes, old: bytes) -> tuple[tuple[str, ...], frozenset[str]]:
    """The fields of the newer document once it has the older one's names, and its bookmarks."""
    said = sayings(named_as(word(new), word(old)))
    return said.fields, said.places


OLD = docx(p("a") + place(2, "the place") + p("see ", field("REF _Ref_p2 \\r \\h", "2")))


def test_a_place_that_was_numbered_anew_keeps_its_name() -> None:
    new = docx(p("a") + p("b") + place(3, "the place") + p("see ", field("REF _Ref_p3 \\r \\h", "3")))
    assert led(new, OLD) == (("REF _Ref_p2 \\r \\h",), {"_Ref_p2"})


def test_a_new_place_gets_no_name_that_another_had() -> None:
    body = p("a") + place(2, "quite another") + place(3, "the place") + p("see ", field("REF _Ref_p3", "3"), field("REF _Ref_p2", "2"))
    fields, places = led(docx(body), OLD)
    assert fields == ("REF _Ref_p2", "REF _Ref_p2_2")
    assert places == {"_Ref_p2", "_Ref_p2_2"}


def test_notes_and_links_follow() -> None:
    link = f'<w:hyperlink w:anchor="_Ref_p3">{run("there")}</w:hyperlink>'
    new = docx(p("a", note(1)) + p("b") + place(3, "the place") + p(link), notes={1: p("see ", field("NOTEREF _Ref_p3", "3"))})
    assert led(new, OLD)[0] == ("HYPERLINK #_Ref_p2", "NOTEREF _Ref_p2")


def test_a_code_that_word_split_is_still_found() -> None:
    code = field("REF _Ref_p3", "3").replace("_p3", '_p</w:instrText></w:r><w:r><w:instrText xml:space="preserve">3')
    assert led(docx(p("b") + place(3, "the place") + p(code)), OLD)[0] == ("REF _Ref_p2",)


def test_names_that_people_gave_are_left_alone() -> None:
    old, new = (docx(p(bookmark(name, run("the place"))) + p(field(f"REF {name}", "1"))) for name in ("first1", "first2"))
    assert led(new, old) == (("REF first2",), {"first2"})


def test_the_same_names_need_no_change() -> None:
    old = word(OLD)
    assert named_as(old, old) is old
