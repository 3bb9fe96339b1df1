"""Reading a document to compare: what is refused and why; what a document says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pairs import PAIRS
from word_files import HEAD, bookmark, commented, control, docx, dot, field, note, p, part, parts, picture, run, table, text_box

from briefkit.ooxml import write_zip
from briefkit.redline import untouched
from briefkit.redline.documents import Sayings, sayings

Parts = dict[str, bytes]


def read(data: bytes) -> Sayings:
    word = untouched(data, "a.docx").value
    assert word is not None
    return sayings(word)


def changed(change: Callable[[Parts], None]) -> bytes:
    made = parts(p("Some text."), notes={1: p("A note.")})
    change(made)
    return write_zip(made)


def bomb(made: Parts) -> None:
    made["word/media/image1.png"] = b"\0" * 50_000_000


def external_entity(made: Parts) -> None:
    doctype = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    made["word/footnotes.xml"] = made["word/footnotes.xml"].replace(HEAD.encode(), f"{HEAD}{doctype}".encode())


def entity_in_a_part_apart(made: Parts) -> None:
    made["customXml/item1.xml"] = b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'


def broken(made: Parts) -> None:
    made["word/document.xml"] = made["word/document.xml"][:-10]


def bottomless(made: Parts) -> None:
    made["word/document.xml"] = part("document", f"<w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body>")


def no_body(made: Parts) -> None:
    del made["word/document.xml"]


def with_macros(made: Parts) -> None:
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not a readable zip"),
        (b"Dear Sir or Madam", "not a readable zip"),
        (docx(p("a"))[:-40], "not a readable zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted"),
        (write_zip({"a.txt": b"a"}), "no document part"),
        (changed(bomb), "suspiciously small"),
        (changed(external_entity), "DOCTYPE"),
        (changed(entity_in_a_part_apart), "DOCTYPE"),
        (changed(broken), "not well-formed"),
        (changed(bottomless), "not well-formed"),
        (changed(no_body), "no document part"),
        (changed(with_macros), "macros"),
    ],
    ids=["empty", "a text", "cut", "encrypted", "a zip", "bomb", "entity", "entity apart", "broken", "deep", "no body", "macros"],
)
def test_what_is_no_document_to_compare(data: bytes, says: str) -> None:
    read = untouched(data, "a.docx")
    assert read.value is None
    assert [problem.code for problem in read.diagnostics] == ["redline-unreadable"]
    assert "“a.docx”" in read.diagnostics[0].message
    assert says in read.diagnostics[0].message


@pytest.mark.parametrize("place", ["body", "notes", "header"])
def test_tracked_changes_in_a_document_are_refused(place: str) -> None:
    tracked = p(f'<w:ins w:id="1" w:author="A">{run("new")}</w:ins>')
    data = {
        "body": docx(tracked),
        "notes": docx(p("a", note(1)), notes={1: tracked}),
        "header": docx(p("a"), header=tracked),
    }[place]
    found = untouched(data, "a.docx")
    assert (found.value, [problem.code for problem in found.diagnostics]) == (None, ["redline-tracked"])


class TestWhatADocumentSays:
    def test_paragraphs_and_tables(self) -> None:
        said = read(docx(p("a", "<w:r><w:tab/></w:r>", "b") + table(("c", "d")) + p("e")))
        assert said.body.lines == ("a\tb", "‹table›", "‹row›", "‹cell›", "c", "‹cell›", "d", "e")

    def test_a_paragraph_below_a_last_table_as_word_has_it(self) -> None:
        assert read(docx(p("a") + table(("b",)))).body.lines == ("a", "‹table›", "‹row›", "‹cell›", "b", "")

    def test_notes_in_the_order_of_their_signs(self) -> None:
        said = read(docx(p("a", note(2), note(1)), notes={1: p("one"), 2: p("two"), 3: p("nobody sees it")}))
        assert (said.body.lines, said.footnotes.lines) == (("a‹footnote›‹footnote›",), ("‹footnote›", "two", "‹footnote›", "one"))

    def test_comments_by_their_anchors(self) -> None:
        assert read(docx(p(commented(5, "a")), comments={5: p("why?")})).comments.lines == ("‹comment›", "why?")

    def test_headers_by_their_place(self) -> None:
        assert read(docx(p("a"), header=p("Draft"))).headers.lines == ("‹headerReference default›", "Draft")

    def test_codes_of_fields_however_they_are_split(self) -> None:
        code = field("REF here", "1")
        split = code.replace(" REF here ", ' REF he</w:instrText></w:r><w:r><w:instrText xml:space="preserve">re ')
        whole, pieces = read(docx(p(code))), read(docx(p(split)))
        assert split != code
        assert whole.body == pieces.body
        assert whole.body.fields == ("REF here",)

    def test_a_field_within_a_field(self) -> None:
        inner = field("PAGE", "1")
        outer = field("IF = 2", "first")
        nested = outer.replace('<w:r><w:fldChar w:fldCharType="separate"/>', f'{inner}<w:r><w:fldChar w:fldCharType="separate"/>', 1)
        assert read(docx(p(nested))).body.fields == ("PAGE", "IF = 2")

    def test_controls_with_their_words(self) -> None:
        assert read(docx(p(control("name", run("Anna"))))).body.controls == ("name name “Anna”",)

    def test_pictures_by_what_they_show(self) -> None:
        red, green = (read(docx(p(picture()), image=dot(*colour))).body.lines for colour in ((255, 0, 0), (0, 255, 0)))
        assert red != green

    def test_the_words_of_a_text_box(self) -> None:
        assert "in the box" in read(docx(p("a", text_box(p("in the box"))))).body.lines

    def test_places_that_fields_lead_to(self) -> None:
        assert read(docx(p(bookmark("here", run("a"))))).places == {"here"}


@pytest.mark.parametrize("name", PAIRS)
def test_how_words_are_split_into_runs_says_nothing(name: str) -> None:
    for data in PAIRS[name]:
        word = untouched(data, "a.docx").value
        assert word is not None
        split = dict(word.parts)
        split[word.main] = split[word.main].replace(b"The ", b'The</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> ')
        assert read(write_zip(split)) == sayings(word)
