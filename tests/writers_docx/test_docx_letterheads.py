"""What a document keeps of a template's letterhead and page, and what of it stays behind."""

from io import BytesIO

import docx
from docx_samples import HOUSE, every_node
from templates_of_others import firm_parts, firm_template

from briefkit.inspection import problems
from briefkit.ooxml import parse, qn, read_zip, write_zip
from briefkit.writers.docx import graft, write

HOUSE_BYTES = HOUSE.read_bytes()
FIRM = firm_template()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str):
    return parse(read_zip(data)[f"word/{name}.xml"], name)


def changed(name: str, old: str, new: str) -> bytes:
    parts = firm_parts()
    assert old.encode() in parts[f"word/{name}.xml"]
    parts[f"word/{name}.xml"] = parts[f"word/{name}.xml"].replace(old.encode(), new.encode())
    return graft(write_zip(parts), HOUSE_BYTES)


def test_the_letterhead_margins_and_footer_are_those_of_the_firm():
    made = write(every_node(), graft(FIRM, HOUSE_BYTES))
    parts = read_zip(made)
    assert parts["word/media/logo.png"] == firm_parts()["word/media/logo.png"]
    first, last = part(made, "document").iter(qn("w:sectPr"))
    assert {node.get(qn("w:left")) for node in (first.find(qn("w:pgMar")), last.find(qn("w:pgMar")))} == {"1777"}
    assert (first.find(qn("w:titlePg")) is None, last.find(qn("w:titlePg")) is None) == (False, True)
    assert b"Musterfirma" in parts["word/fuss.xml"]
    assert b"Sample letter" not in b"".join(parts.values())


def test_a_template_file_gives_a_document():
    made = write(every_node(), graft(firm_template("template"), HOUSE_BYTES))
    types = read_zip(made)["[Content_Types].xml"]
    assert b"document.main+xml" in types
    assert b"template.main" not in types
    docx.Document(BytesIO(made))


def test_a_letterhead_of_an_earlier_section_is_kept():
    parts = firm_parts()
    text = parts["word/document.xml"].decode()
    start, end = text.index("<w:headerReference"), text.index("<w:pgSz")
    references = text[start:end]
    earlier = f"<w:p><w:pPr><w:sectPr>{references}</w:sectPr></w:pPr></w:p><w:p><w:r>"
    parts["word/document.xml"] = text.replace(references, "").replace("<w:p><w:r>", earlier).encode()
    section = next(part(write(every_node(), graft(write_zip(parts), HOUSE_BYTES)), "document").iter(qn("w:sectPr")))
    kinds = [(node.tag.removeprefix(W), node.get(qn("w:type"))) for node in section if node.get(qn("r:id"))]
    assert sorted(kinds) == [("footerReference", "default"), ("footerReference", "first"), ("headerReference", "first")]


def test_what_shows_a_part_that_stays_behind_goes():
    parts = firm_parts()
    parts["word/_rels/kopf.xml.rels"] = parts["word/_rels/kopf.xml.rels"].replace(b"/image", b"/control")
    made = write(every_node(), graft(write_zip(parts), HOUSE_BYTES))
    assert problems(made) == ()
    assert "word/media/logo.png" not in read_zip(made)


def test_notes_are_numbered_throughout_and_pages_once_whatever_the_template_says():
    notes = '<w:footnotePr><w:pos w:val="beneathText"/><w:numFmt w:val="lowerRoman"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    counted = '<w:pgNumType w:fmt="decimal" w:start="5"/><w:titlePg/>'
    template = changed("document", "<w:pgSz", notes + '<w:endnotePr><w:numStart w:val="3"/></w:endnotePr><w:pgSz')
    parts = read_zip(template)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:titlePg/>", counted.encode())
    made = write(every_node(), write_zip(parts))
    first, last = part(made, "document").iter(qn("w:sectPr"))
    for section in (first, last):
        assert [node.tag.removeprefix(W) for node in section.find(qn("w:footnotePr"))] == ["pos"]
        assert section.find(qn("w:endnotePr")) is None
    starts = [section.find(qn("w:pgNumType")).get(qn("w:start")) for section in (first, last)]
    assert starts == ["5", None]
    assert problems(made) == ()


def test_changes_in_a_letterhead_are_accepted_and_their_authors_unknown():
    who = 'w:id="1" w:author="Somebody" w:date="2026-01-01T00:00:00Z"'
    line = (
        f"<w:p><w:pPr><w:rPr><w:ins {who}/></w:rPr></w:pPr><w:ins {who}><w:r><w:t>new</w:t></w:r></w:ins>"
        f"<w:del {who}><w:r><w:delText>old</w:delText></w:r></w:del>"
        f"<w:r><w:rPr><w:b/><w:rPrChange {who}><w:rPr/></w:rPrChange></w:rPr><w:t>!</w:t></w:r></w:p>"
    )
    made = read_zip(write(every_node(), changed("fuss", "</w:ftr>", line + "</w:ftr>")))
    assert "".join(parse(made["word/fuss.xml"], "f").itertext()).endswith("new!")
    assert b"Somebody" not in b"".join(made.values())
    section = changed("document", "<w:titlePg/>", f"<w:titlePg/><w:sectPrChange {who}><w:sectPr/></w:sectPrChange>")
    assert b"Somebody" not in b"".join(read_zip(write(every_node(), section)).values())


def test_bookmarks_in_a_letterhead_keep_their_ids():
    mark = '<w:p><w:bookmarkStart w:id="3" w:name="Anschrift"/><w:bookmarkEnd w:id="3"/></w:p></w:hdr>'
    made = write(every_node(), changed("kopf", "</w:hdr>", mark))
    assert problems(made) == ()
    assert b"Anschrift" in read_zip(made)["word/kopf.xml"]
