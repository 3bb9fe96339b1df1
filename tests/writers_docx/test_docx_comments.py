"""Comments to the drafter: where they are anchored, what they say, and that a final one has none."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx_samples import HOUSE, every_node, words
from test_docx_details import opinion

from briefkit.inspection import problems
from briefkit.ooxml import parse, qn, read_zip
from briefkit.tree import Emphasis, Heading, Inline, Items, Link, Note, NoteRef, Paragraph, Remark, Table, Text, cell
from briefkit.writers.docx import write

pytestmark = pytest.mark.hand_made("single blocks, as no document has them")

TEMPLATE = HOUSE.read_bytes()
HINT = Remark("ask", mark=False)


def line(*children: Inline) -> Paragraph:
    return Paragraph(children)


def commented():
    """The sample of every node with comments in its text and in a note."""
    note = Note((Text("Seen"), Remark("verify", comment="Open it.")), 4)
    sample = every_node()
    return replace(sample, blocks=(*sample.blocks, line(Text("Certain"), Remark("ask the client", mark=False), note)))


def anchored(made, name: str = "document") -> list[tuple[str, str]]:
    """(words of the comment, words that it is anchored to), by the place of its sign."""
    data = write(made, TEMPLATE)
    assert problems(data) == ()
    parts = read_zip(data)
    said = {c.get(qn("w:id")): "/".join("".join(p.itertext()) for p in c) for c in parse(parts["word/comments.xml"], "c")}
    found: list[tuple[str, str]] = []
    words_of: dict[str, str] = {}
    open_now: set[str] = set()
    for node in parse(parts[f"word/{name}.xml"], name).iter("{*}*"):
        number = node.get(qn("w:id"), "")
        if node.tag == qn("w:commentRangeStart"):
            open_now.add(number)
            words_of[number] = ""
        elif node.tag == qn("w:commentRangeEnd"):
            open_now.discard(number)
        elif node.tag == qn("w:commentReference"):
            found.append((said[number], words_of[number]))
        elif node.tag in (qn("w:t"), qn("w:footnoteReference")):
            words_of |= {one: words_of[one] + (node.text or f"^{number}") for one in open_now}
    return found


@pytest.mark.parametrize(
    ("children", "found"),
    [
        ((Text("one "), Text("two"), HINT, Text(" three")), [("ask", "two")]),
        ((HINT, Text("one"), Text("two")), [("ask", "one")]),
        ((Remark("a", mark=False), Remark("b", mark=False), Text("one")), [("a", "one"), ("b", "one")]),
        ((Text("one"), Remark("a", mark=False), Remark("b", mark=False)), [("a", "one"), ("b", "one")]),
        ((Text("x"), Emphasis((Text("one"), HINT))), [("ask", "one")]),
        ((Link(words("site"), "https://a.org/"), HINT), [("ask", "site")]),
        ((Link((HINT, Text("site")), "https://a.org/"), Text("x")), [("ask", "site")]),
        ((Text("a"), Note(words("n"), 1), HINT, Text("b")), [("ask", "")]),
        ((HINT, NoteRef("x", 1), Note((), 1)), [("ask", "")]),
        ((Text("one"), Remark("verify", comment="Open it.\nThen sign.")), [("Open it./Then sign.", "[verify]")]),
        ((Text("one"), Remark("short", comment="long", mark=False)), [("long", "one")]),
        ((Text("one"), Note((Text("n"), Remark("verify", comment="Open it."), HINT), 1)), [("Open it.", "one"), ("ask", "one")]),
        ((Text("one"), Note((Note((HINT,), 2),), 1), NoteRef("x", 1)), [("ask", "one")]),
    ],
)
def test_where_a_comment_is_anchored(children, found):
    assert anchored(opinion(line(*children))) == found


def test_headings_cells_items_and_titles_hold_comments_but_the_contents_do_not():
    cells = Table((cell(Text("head"), HINT),), ((cell(HINT, Text("cell")),),), caption=(Text("caption"), HINT))
    blocks = (Heading(1, (Text("heading"), HINT)), cells, Items(((line(Text("item"), HINT),),)))
    found = [words for _, words in anchored(opinion(*blocks, title=(Text("title"), HINT), contents=True))]
    assert found == ["title", "heading", "caption", "head", "cell", "item"]


def test_a_note_to_the_drafter_alone_makes_no_empty_paragraph():
    table = Table((), ((cell(*words("c")),),))
    made = opinion(line(HINT), line(Text("one")), line(HINT), Heading(1, words("h")), line(HINT), table, line(HINT))
    assert [words for _, words in anchored(made)] == ["one", "one", "h", ""]
    texts = [p.text for p in docx.Document(BytesIO(write(made, TEMPLATE))).paragraphs]
    assert texts == ["one", "h", "", ""]  # the last two: after the table, and the remark that has nothing to stand at


def test_a_comma_still_parts_two_notes():
    body = parse(read_zip(write(opinion(line(Note((), 1), HINT, Note((), 2))), TEMPLATE))["word/document.xml"], "d")
    assert "".join(body.itertext()) == ","


@pytest.mark.parametrize("remark", [Remark("a"), Remark("", mark=False), Remark("  ", comment=" \n", mark=False)])
def test_no_comment_without_words(remark):
    assert "word/comments.xml" not in read_zip(write(opinion(line(remark)), TEMPLATE))


def test_a_final_document_has_no_comments_part():
    parts = read_zip(write(opinion(line(HINT, Text("x")), draft=False), TEMPLATE))
    assert "word/comments.xml" not in parts
    assert not [name for name, data in parts.items() if b"omment" in data and name != "word/styles.xml"]


def test_nobody_is_named_as_the_author():
    made = read_zip(write(opinion(line(HINT)), TEMPLATE))["word/comments.xml"].decode()
    assert 'w:author="briefkit"' in made
    assert 'w:initials="bk"' in made
    assert "w:date" not in made


def test_python_docx_reads_the_comments():
    comments = list(docx.Document(BytesIO(write(commented(), TEMPLATE))).comments)
    assert [(one.author, one.initials, one.text) for one in comments] == [
        ("briefkit", "bk", "ask the client"),
        ("briefkit", "bk", "Open it."),
    ]
    assert {p.style.name for one in comments for p in one.paragraphs} == {"annotation text"}


def notes_and_signs(made) -> str:
    """The order of notes (n) and signs of comments (c) in the body."""
    body = parse(read_zip(write(made, TEMPLATE))["word/document.xml"], "d")
    found = body.iter(qn("w:footnoteReference"), qn("w:commentReference"))
    return "".join("n" if node.tag == qn("w:footnoteReference") else "c" for node in found)


def between_notes():
    """Notes with a remark before the first, between each two, and after the last."""
    notes = [line(Text(f"Word {number}"), HINT, Note(words(f"Text of note {number}"), number)) for number in (1, 2, 3)]
    return opinion(*notes, line(Text("Last"), HINT))


def test_no_comment_stands_between_the_first_two_notes():
    assert notes_and_signs(between_notes()) == "cnnccnc"
    assert anchored(between_notes()) == [("ask", "Word 1"), ("ask", "Word 2"), ("ask", "Word 3"), ("ask", "Last")]
    assert notes_and_signs(opinion(line(Text("x"), Note(words("n"), 1)), line(Text("y"), HINT))) == "nc"


def test_libreoffice_shows_each_note_its_own_text(tmp_path):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "notes.docx").write_bytes(write(between_notes(), TEMPLATE))
    office = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [soffice, office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "notes.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    shown = subprocess.run(["pdftotext", str(tmp_path / "notes.pdf"), "-"], check=True, capture_output=True, text=True).stdout
    assert [shown.count(f"Text of note {number}") for number in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("children", "printed"),
    [
        ((Text("article 22 "), HINT, Text(", so")), "article 22, so"),
        ((Text("rights "), HINT, HINT, Text(".")), "rights."),
        ((Text("rights "), HINT), "rights"),
        ((Text("one "), HINT, Text(" two")), "one two"),
        ((Text("one "), HINT, Text("two")), "one two"),
        ((Text("one "), HINT, Emphasis((Text("two"),))), "one two"),
        ((Text("one "), Remark("verify"), Text(", two")), "one [verify], two"),
    ],
)
def test_a_remark_in_a_comment_leaves_no_gap(children, printed):
    body = parse(read_zip(write(opinion(line(*children)), TEMPLATE))["word/document.xml"], "d")
    assert "".join(node.text or "" for node in body.iter(qn("w:t"))).endswith(printed)
