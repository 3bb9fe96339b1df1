"""Templates: what is refused, what is kept, and what never reaches a document."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx_samples import HOUSE, every_node, words

from briefkit.inspection import problems
from briefkit.ooxml import BadPackage, parse, qn, read_zip, write_zip
from briefkit.tree import Heading, Items, Paragraph
from briefkit.writers.docx import check_template, write
from briefkit.writers.docx.look import read_look

PARTS = read_zip(HOUSE.read_bytes())
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def changed(**parts: tuple[str, str]) -> bytes:
    """The house template with words of its parts replaced, by the part's short name."""
    fresh = dict(PARTS)
    for short, (old, new) in parts.items():
        name = RELS if short == "rels" else f"word/{short}.xml"
        assert old in fresh[name].decode()
        fresh[name] = fresh[name].decode().replace(old, new).encode()
    return write_zip(fresh)


def without(*names: str) -> bytes:
    return write_zip({name: data for name, data in PARTS.items() if name not in names})


def relation(kind: str, target: str, more: str = "") -> tuple[str, str]:
    return "</Relationships>", f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}" {more}/></Relationships>'


UNTYPED = write_zip({**PARTS, "word/header": b"", RELS: PARTS[RELS].replace(b'"header.xml', b'"header')})


def said(template: bytes) -> str:
    found = check_template(template)
    assert all(problem.code == "bad-template" and problem.is_error for problem in found)
    return " ".join(problem.message for problem in found)


def test_the_house_template_is_fine():
    assert check_template(HOUSE.read_bytes()) == ()


@pytest.mark.parametrize(
    ("template", "says"),
    [
        (b"", "not a readable zip"),
        (b"PK\x03\x04", "not a readable zip"),
        (write_zip({"a": b""}), "no document part"),
        (without("word/document.xml"), "no document part"),
        (UNTYPED, "word/header has no content type"),
        (changed(document=("<w:document", "<!DOCTYPE w:document><w:document")), "DOCTYPE"),
        (changed(header=("<w:hdr", "<!DOCTYPE x [<!ENTITY e 'x'>]><w:hdr")), "word/header.xml declares a DOCTYPE"),
        (changed(footer=("</w:ftr>", "")), "word/footer.xml is not well-formed"),
        (changed(document=("wordprocessingml/2006/main", "wordprocessingml/2006/mein")), "not WordprocessingML"),
        (changed(rels=relation("image", "https://spy.example/p.png", 'TargetMode="External"')), "shows a file from outside"),
    ],
)
def test_what_cannot_serve_is_told(template, says):
    assert says in said(template)


@pytest.mark.parametrize("part", ["styles", "numbering", "settings"])
def test_a_part_that_is_not_there_is_no_hindrance(part):
    fewer = without(f"word/{part}.xml")
    assert check_template(fewer) == ()
    assert f"word/{part}.xml" in read_zip(write(every_node(), fewer))


def test_a_style_numbered_by_nothing_joins_no_list():
    lists = tuple(Items(((Paragraph(words("One")),),), ordered=True) for _ in range(8))
    made = read_zip(write(replace(every_node(), blocks=(Heading(1, words("A part")), *lists)), without("word/numbering.xml")))
    assert b"<w:numId " in made["word/document.xml"] and b"<w:numId " not in made["word/styles.xml"]


def test_no_line_stands_alone_on_a_page_in_a_template_that_lets_lines_do_so():
    parts = read_zip(HOUSE.read_bytes())
    styles = parts["word/styles.xml"].decode()
    lax = styles.replace("<w:widowControl/>", '<w:widowControl w:val="false"/>')
    assert lax != styles
    assert problems(write(every_node(), write_zip({**parts, "word/styles.xml": lax.encode()}))) == ()


def test_an_unreadable_template_raises():
    with pytest.raises(BadPackage):
        write(every_node(), b"nothing")


def test_a_foreign_template_still_gives_a_whole_file():
    plain = BytesIO()
    docx.Document().save(plain)
    made = write(every_node(), plain.getvalue())
    assert problems(made) == ()
    names = list(read_zip(made))
    assert not [name for name in names if "thumbnail" in name or "Effects" in name or "customXml" in name]
    assert b"rsid" not in b"".join(read_zip(made).values())
    assert b"python-docx" not in b"".join(read_zip(made).values())


def test_styles_are_found_by_name_whatever_their_id():
    other = changed(styles=('"Heading1"', '"berschrift1"'))
    assert check_template(other) == ()
    assert b'w:val="berschrift1"' in read_zip(write(every_node(), other))["word/document.xml"]


def test_nothing_of_people_and_machines_is_taken_over():
    secret = {
        "settings": ("<w:defaultTabStop", '<w:rsids><w:rsid w:val="00A"/></w:rsids><w:attachedTemplate/><w:defaultTabStop'),
        "styles": ('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rsid w:val="00B77"/>'),
        "header": ("<w:p>", '<w:p w:rsidR="00C88">'),
        "rels": relation("attachedTemplate", "file:///C:/Users/somebody/t.dotm", 'TargetMode="External"'),
    }
    made = read_zip(write(replace(every_node(), draft=False), changed(**secret)))
    everything = b"".join(made.values())
    for word in (b"rsid", b"somebody", b"attachedTemplate", b"creator", b"lastModifiedBy", b"<!--", b"<w:sdt>"):
        assert word not in everything


def test_macros_stay_behind():
    macros = dict(PARTS)
    macros["word/vbaProject.bin"] = b"macro"
    old, new = relation("../vbaProject", "vbaProject.bin")
    macros[RELS] = macros[RELS].replace(old.encode(), new.encode())
    assert "word/vbaProject.bin" not in read_zip(write(every_node(), write_zip(macros)))


def test_a_picture_in_a_header_is_kept():
    picture = dict(PARTS)
    picture["word/media/logo.png"] = b"\x89PNG"
    picture["word/_rels/header.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/image" Target="media/logo.png"/></Relationships>'
    ).encode()
    types = picture["[Content_Types].xml"]
    picture["[Content_Types].xml"] = types.replace(b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1)
    made = read_zip(write(every_node(), write_zip(picture)))
    assert made["word/media/logo.png"] == b"\x89PNG"
    assert b'PartName="/word/media/logo.png" ContentType="image/png"' in made["[Content_Types].xml"]


def test_places_that_hold_paragraphs_and_other_controls():
    old = '<w:sdt><w:sdtPr><w:alias w:val="Page of pages"/>'
    other = changed(
        footer=(
            '<w:p>\n    <w:pPr><w:pStyle w:val="Footer"/></w:pPr>',
            '<w:sdt><w:sdtPr><w:tag w:val="short-title"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
            "<w:r><w:t>fill me</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:sdt><w:sdtPr><w:tag w:val="mine"/></w:sdtPr><w:sdtContent/></w:sdt>',
        )
    )
    footer = read_zip(write(every_node(), other))["word/footer.xml"].decode()
    assert old not in footer
    assert '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">A v B</w:t></w:r></w:p>' in footer
    assert '<w:tag w:val="mine"/>' in footer
    assert "fill me" not in footer


def test_a_template_without_headers():
    start = PARTS["word/document.xml"].decode().index("<w:headerReference")
    end = PARTS["word/document.xml"].decode().index("<!-- A4")
    none = changed(document=(PARTS["word/document.xml"].decode()[start:end], ""), settings=('<w:themeFontLang w:val="en-GB"/>', ""))
    assert problems(write(every_node(), none)) == ()


def test_sections_without_a_page_or_a_header():
    bare = write_zip({**PARTS, "word/document.xml": b'<w:document xmlns:w="%s"/>' % qn("w:p")[1:-2].encode()})
    body = parse(read_zip(write(every_node(), bare))["word/document.xml"], "d")
    assert len(list(body.iter(qn("w:pgSz")))) == 2
    dangling = changed(document=('r:id="rId8"', 'r:id="rId99"'))
    assert problems(write(every_node(), dangling)) == ()
    narrow = changed(document=('w:left="1984"', 'w:left="11900"'))
    assert problems(write(every_node(), narrow)) == ()


def test_lists_in_quotations_without_styles_of_their_own():
    fewer = changed(styles=('"Quote Number"', '"Other"'))
    assert check_template(fewer) == ()
    assert problems(write(every_node(), fewer)) == ()


@pytest.mark.parametrize("number", ['<w:numPr><w:numId w:val="3"/></w:numPr>', '<w:numPr><w:numId w:val="1"/></w:numPr>'])
def test_a_template_without_numbering_gives_lists_and_paragraphs_without(number):
    fewer = changed(styles=(number, ""))
    assert problems(write(every_node(), fewer)) == ()


def test_numbering_of_a_style_that_is_not_there():
    assert read_look(HOUSE.read_bytes()).numbering("No such style") is None
    assert read_look(HOUSE.read_bytes()).numbering("List Number") == "3"


def test_defaults_are_made_where_a_template_has_none():
    styles = PARTS["word/styles.xml"].decode()
    start, end = styles.index("<w:docDefaults>"), styles.index("</w:docDefaults>") + len("</w:docDefaults>")
    made = read_zip(write(every_node(), changed(styles=(styles[start:end], ""))))
    assert b'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/>' in made["word/styles.xml"]
