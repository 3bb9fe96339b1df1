"""What a user may bring to Word and what Word cannot take: a message that says what to do, or a document that is still right."""

from __future__ import annotations

from pathlib import Path
from zlib import compress, crc32

import pytest
from conftest import Run
from workspace import HOUSE, write

from briefkit.inspection import problems
from briefkit.ooxml import parse, qn, read_zip, write_zip

PARTS = read_zip(HOUSE)
BARE = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PHOTOGRAPH = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + (50_000).to_bytes(2, "big") * 2  # how a JPEG of 50,000 by 50,000 begins
COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)  # how files of an older Office begin, and those with a password


def with_macros() -> bytes:
    """The house's template as Word saves it with macros in it."""
    types, links = "[Content_Types].xml", "word/_rels/document.xml.rels"
    program = '<Relationship Id="rV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    kinds = (b"openxmlformats-officedocument.wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml")
    ending = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    return write_zip(
        {
            **PARTS,
            "word/vbaProject.bin": b"a macro",
            types: PARTS[types].replace(*kinds).replace(b"</Types>", ending),
            links: PARTS[links].replace(b"</Relationships>", program.encode() + b"</Relationships>"),
        }
    )


@pytest.mark.parametrize(
    ("name", "template"),
    [
        ("without-styles.docx", write_zip({name: data for name, data in PARTS.items() if name != "word/styles.xml"})),
        ("of-no-styles.docx", write_zip({**PARTS, "word/styles.xml": BARE})),
        ("with-macros.docm", with_macros()),
    ],
)
def test_a_template_that_lacks_or_has_too_much_gives_a_sound_document(memo: Path, briefkit: Run, name: str, template: bytes) -> None:
    write(memo, {name: template})
    done = briefkit("build", "case.yaml", "-o", "a.docx", "--template", name)
    assert done.exit_code == 0, done.stderr
    made = (memo / "a.docx").read_bytes()
    assert problems(made) == ()
    assert not [part for part in read_zip(made) if "vba" in part]
    assert b"macroEnabled" not in read_zip(made)["[Content_Types].xml"]
    links = parse(read_zip(made)["word/_rels/document.xml.rels"], "links")
    kinds = [node.get("Type", "").rpartition("/")[2] for node in links]
    assert kinds.count("styles") == 1


def with_logo(data: bytes | None, name: str = "logo.png") -> bytes:
    """The house's template with a picture in its header, of these bytes; None for one that is not in the file."""
    links, types = "word/_rels/header.xml.rels", "[Content_Types].xml"
    picture = f'<Relationship Id="rL" Type="{R}/image" Target="media/{name}"/>'
    graphic = f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{A}"><a:blip xmlns:r="{R}" r:embed="rL"/></a:graphicData></a:graphic>'
    inline = f'<wp:inline xmlns:wp="{WP}"><wp:extent cx="1" cy="1"/><wp:docPr id="77" name="logo" descr="logo"/>{graphic}</wp:inline>'
    drawn = f"<w:p><w:r><w:drawing>{inline}</w:drawing></w:r></w:p></w:hdr>"
    shown = {
        links: f'<Relationships xmlns="{RELATIONS}">{picture}</Relationships>'.encode(),
        types: PARTS[types].replace(b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>'),
        "word/header.xml": PARTS["word/header.xml"].replace(b"</w:hdr>", drawn.encode()),
    }
    return write_zip({**PARTS, **shown, **({} if data is None else {f"word/media/{name}": data})})


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + crc32(kind + data).to_bytes(4, "big")


def png(width: int, height: int) -> bytes:
    """A grey PNG that says that it has this size, and of which one line is there."""
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", compress(bytes(width + 1))) + chunk(b"IEND", b"")


def test_a_letterhead_whose_picture_is_missing_goes_without_it(memo: Path, briefkit: Run) -> None:
    for name, data, left in (("there.docx", png(10, 1), True), ("gone.docx", None, False)):
        write(memo, {name: with_logo(data)})
        done = briefkit("build", "case.yaml", "-o", "a.docx", "--force", "--template", name)
        assert done.exit_code == 0, done.stderr
        made = read_zip((memo / "a.docx").read_bytes())
        assert (b"w:drawing" in made["word/header.xml"]) == left
        assert any(part.startswith("word/media/") for part in made) == left


@pytest.mark.parametrize(
    ("name", "template", "says"),
    [
        ("cut.docx", HOUSE[:3000], "it is not a readable zip file"),
        ("locked.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "protected with a password, which has to be taken off in Word"),
        ("no-picture.docx", with_logo(b"<html>Not found</html>"), "word/media/logo.png is not a picture"),
        ("huge.docx", with_logo(png(60_000, 60_000)), "word/media/logo.png is a picture of more than 100 million pixels"),
        ("huge-photograph.docx", with_logo(PHOTOGRAPH), "word/media/logo.png is a picture of more than 100 million pixels"),
        ("old.doc", COMPOUND + "WordDocument".encode("utf-16-le"), "a file of an old Word (.doc), which has to be saved as .docx"),
    ],
)
def test_a_template_that_cannot_be_read_is_refused_with_what_to_do(
    memo: Path, briefkit: Run, name: str, template: bytes, says: str
) -> None:
    write(memo, {name: template})
    done = briefkit("build", "case.yaml", "-o", "a.docx", "--template", name)
    assert done.exit_code == 1
    assert "error[bad-template]" in done.stderr
    assert says in done.stderr
    assert "hint: save it again in Word as .docx" in done.stderr
    assert not (memo / "a.docx").exists()


def table(columns: int, word: str) -> str:
    cells = " | ".join([word] * columns)
    return f"| {cells} |\n|{'---|' * columns}\n| {cells} |\n"


def test_a_table_wider_than_the_page_is_as_wide_as_the_text(memo: Path, briefkit: Run) -> None:
    briefkit("build", "case.yaml", "-o", "a.docx", files={"body.md": table(30, "unbreakableword")})
    made = (memo / "a.docx").read_bytes()
    body = parse(read_zip(made)["word/document.xml"], "document")
    assert sum(int(node.get(qn("w:w"), "")) for node in body.iter(qn("w:gridCol"))) == 11906 - 2 * 1984
    assert [node.get(qn("w:type")) for node in body.iter(qn("w:tblLayout"))] == ["fixed"]
    assert problems(made) == ()


def test_a_table_that_fits_is_laid_out_by_word(memo: Path, briefkit: Run) -> None:
    briefkit("build", "case.yaml", "-o", "a.docx", files={"body.md": table(3, "word")})
    assert b"tblLayout" not in read_zip((memo / "a.docx").read_bytes())["word/document.xml"]


@pytest.mark.parametrize(("columns", "said"), [(5, False), (12, True)])
def test_a_table_with_more_numbers_than_the_page_has_room_for_is_named(columns: int, said: bool, memo: Path, briefkit: Run) -> None:
    done = briefkit("build", "case.yaml", "-o", "a.docx", files={"body.md": f"One.\n\n{table(columns, '1,234,567')}"})
    assert done.exit_code == 0
    assert ("warning[table-crowded]: This table has more numbers" in done.stderr) is said
    assert ("body.md:3:1" in done.stderr) is said


def test_a_table_of_more_columns_than_word_has_is_refused(memo: Path, briefkit: Run) -> None:
    done = briefkit("build", "case.yaml", "-o", "a.docx", files={"body.md": table(64, "a")})
    assert done.exit_code == 1
    assert "Word has at most 63 columns in a table, and this one has 64." in done.stderr
    assert briefkit("build", "case.yaml", "-o", "a.docx", files={"body.md": table(63, "a")}).exit_code == 0


def test_five_thousand_notes(memo: Path, briefkit: Run) -> None:
    text = "\n\n".join(f"Words.^[Note {number}.]" for number in range(1, 5_001))
    assert briefkit("build", "case.yaml", "-o", "a.docx", files={"body.md": text}).exit_code == 0
    made = (memo / "a.docx").read_bytes()
    notes = parse(read_zip(made)["word/footnotes.xml"], "notes")
    assert len(list(notes)) == 5_002  # with the two rules above them
    assert problems(made) == ()


@pytest.mark.parametrize("heading", ["Long words " * 182, "x" * 2_000])
def test_a_heading_of_two_thousand_characters(memo: Path, briefkit: Run, heading: str) -> None:
    assert briefkit("build", "case.yaml", "-o", "a.docx", files={"body.md": f"# {heading}\n\nText.\n"}).exit_code == 0
    made = (memo / "a.docx").read_bytes()
    assert heading.strip() in "".join(parse(read_zip(made)["word/document.xml"], "document").itertext())
    assert problems(made) == ()
