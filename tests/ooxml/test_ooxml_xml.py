"""XML and parts: nothing from outside is believed, names and links are resolved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.ooxml import (
    BadPackage,
    Relationship,
    bare,
    canonical,
    clean,
    content_type,
    content_types_part,
    element,
    main_part,
    parse,
    qn,
    relationships,
    relationships_part,
    rels_name,
    serialize,
    w,
)
from briefkit.ooxml.names import HYPERLINK, OFFICE_DOCUMENT, STYLES

BOMB = b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, b"<!DOCTYPE a><a/>", b'<!DOCTYPE a SYSTEM "http://x.invalid/a.dtd"><a/>'])
def test_a_doctype_is_refused(data):
    with pytest.raises(BadPackage, match="DOCTYPE"):
        parse(data, "word/a.xml")
    with pytest.raises(BadPackage):
        parse(data.decode().encode("utf-16"), "word/a.xml")


@pytest.mark.parametrize("data", [b"", b"<a>", b"\xff\xfe", b"<a/><b/>", b"<a>" * 3000 + b"</a>" * 3000, b"<a>\x00</a>"])
def test_what_is_no_xml_is_refused(data):
    with pytest.raises(BadPackage, match=r"word/a\.xml is not well-formed"):
        parse(data, "word/a.xml")


@given(st.text())
def test_any_text_can_stand_in_xml_once_clean(text):
    made = element("w:t", {"xml:space": "preserve"}, text=clean(text))
    read = parse(serialize(made), "t").text or ""
    assert read == clean(text).replace("\r\n", "\n") or "\r" in text
    assert clean(clean(text)) == clean(text)


def test_clean_keeps_what_it_can():
    assert clean("a\x00\x1bb\ud800\U0001f600\ufffe\tә") == "ab\ufffd\U0001f600\tә"


def test_w_puts_attributes_in_its_namespace():
    made = w("pStyle", None, w("x"), val=1)
    assert made.get(qn("w:val")) == "1"
    assert [child.tag for child in made] == [qn("w:x")]


def test_bare_takes_indentation_and_comments_but_no_words():
    root = parse(b"<a>\n <!-- c --><b> </b>\n <c>one<!-- d --> two</c><?p i?></a>", "a")
    assert serialize(bare(root)).endswith(b"<a><b> </b><c>one two</c></a>")


def test_prefixes_that_are_ignorable_stay_declared():
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    data = f'<a xmlns:mc="{mc}" xmlns:w14="urn:14" xmlns:w15="urn:15" mc:Ignorable="w14"/>'.encode()
    assert b"urn:14" in serialize(parse(data, "a"))
    assert b"urn:15" not in serialize(parse(data, "a"))


def test_canonical_is_one_mark_a_line():
    assert canonical(b'<a z="1" b="2"><c/><d>x</d></a>') == '<a b="2" z="1">\n<c/>\n<d>x</d>\n</a>\n'


def test_relationships_go_out_and_back():
    links = (Relationship("r1", STYLES, "word/styles.xml"), Relationship("r2", HYPERLINK, "https://a.org/", external=True))
    parts = {"word/_rels/document.xml.rels": relationships_part("word/document.xml", reversed(links))}
    assert relationships(parts, "word/document.xml") == links
    assert relationships(parts, "word/other.xml") == ()
    assert rels_name("") == "_rels/.rels"


def test_targets_are_read_from_where_they_stand():
    def target(path: str) -> str:
        namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        rel = f'<Relationships xmlns="{namespace}"><Relationship Target="{path}"/></Relationships>'
        return relationships({"word/_rels/document.xml.rels": rel.encode()}, "word/document.xml")[0].target

    assert target("styles.xml") == target("/word/styles.xml") == target("../word/./styles.xml") == "word/styles.xml"
    assert target("../../../etc/passwd") == "etc/passwd"


def test_the_main_part_is_found_by_its_relationship():
    rels = relationships_part("", [Relationship("r1", OFFICE_DOCUMENT, "w/d.xml")])
    assert main_part({"_rels/.rels": rels, "w/d.xml": b""}) == "w/d.xml"
    for parts in ({}, {"_rels/.rels": rels}):
        with pytest.raises(BadPackage, match="no document part"):
            main_part(parts)


def test_content_types_by_name_and_by_ending():
    parts = {"[Content_Types].xml": content_types_part({"word/a.xml": "text/a"})}
    assert content_type(parts, "WORD/a.xml") == "text/a"
    assert content_type(parts, "word/b.XML") == "application/xml"
    assert content_type(parts, "word/b.png") == ""
    with pytest.raises(BadPackage, match="content types"):
        content_type({}, "a")
