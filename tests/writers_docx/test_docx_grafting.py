"""Templates of others: what they lack comes from the house, what they have stays."""

from io import BytesIO

import docx
import pytest
from docx_samples import HOUSE, every_node, opinions, tree_relations, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from templates_of_others import firm_parts, firm_template, plain_template
from test_docx_details import opinion
from test_docx_goldens import validated

from briefkit.inspection import problems
from briefkit.ooxml import BadPackage, parse, qn, read_zip, serialize, write_zip
from briefkit.tree import Heading, Items, Paragraph, Quotation
from briefkit.writers.docx import check_template, graft, missing_styles, write
from briefkit.writers.docx.look import STYLE_NAMES, read_look

HOUSE_BYTES = HOUSE.read_bytes()
FIRM, PLAIN = firm_template(), plain_template()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
each_template = pytest.mark.parametrize("template", [FIRM, PLAIN], ids=["firm", "plain"])


def part(data: bytes, name: str):
    return parse(read_zip(data)[f"word/{name}.xml"], name)


def style(data: bytes, name: str, kind: str = "paragraph"):
    nodes = part(data, "styles").iter(qn("w:style"))
    (found,) = [node for node in nodes if node.get(qn("w:type")) == kind and node.find(qn("w:name")).get(qn("w:val")) == name]
    return found


def value(node, path: str) -> str | None:
    found = node.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def numbered(data: bytes, name: str) -> str:
    """The text of the level of the numbering that a paragraph style carries."""
    look, numbering = read_look(data), part(data, "numbering")
    (num,) = [node for node in numbering.iter(qn("w:num")) if node.get(qn("w:numId")) == look.numbering(name)]
    kinds = [node for node in numbering.iter(qn("w:abstractNum")) if node.get(qn("w:abstractNumId")) == value(num, "abstractNumId")]
    return value(kinds[0].findall(qn("w:lvl"))[look.level(name)], "lvlText") or ""


@each_template
def test_after_the_graft_nothing_is_missing_and_any_tree_is_written(template):
    assert check_template(template) == ()
    assert missing_styles(template, HOUSE_BYTES) != ()
    grafted = graft(template, HOUSE_BYTES)
    assert missing_styles(grafted, HOUSE_BYTES) == ()
    assert all(read_look(grafted).style(name, kind) for kind, names in STYLE_NAMES.items() for name in names)
    assert problems(write(every_node(), grafted)) == ()
    assert graft(grafted, HOUSE_BYTES) == grafted
    docx.Document(BytesIO(grafted))


@each_template
def test_the_styles_are_well_formed_among_themselves(template):
    styles = part(graft(template, HOUSE_BYTES), "styles")
    ids = [node.get(qn("w:styleId")).casefold() for node in styles.iter(qn("w:style"))]
    names = [node.get(qn("w:val")).casefold() for node in styles.iterfind(f"{qn('w:style')}/{qn('w:name')}")]
    asked = {node.get(qn("w:val")).casefold() for kind in ("basedOn", "next", "link") for node in styles.iter(qn(f"w:{kind}"))}
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))
    assert asked <= set(ids)
    assert sum(node.get(qn("w:default")) == "1" and node.get(qn("w:type")) == "paragraph" for node in styles.iter(qn("w:style"))) == 1


def test_what_a_template_has_stays():
    before, after = read_zip(FIRM), read_zip(graft(FIRM, HOUSE_BYTES))
    for name in ("word/document.xml", "word/kopf.xml", "word/fuss.xml", "word/media/logo.png", "word/_rels/kopf.xml.rels"):
        assert after[name] == before[name]
    assert value(style(graft(FIRM, HOUSE_BYTES), "heading 1"), "rPr/color") == "2244AA"
    assert b'w:ascii="Arial"' in after["word/styles.xml"]


def test_a_grafted_style_stands_on_those_of_the_template():
    grafted = graft(FIRM, HOUSE_BYTES)
    assert value(style(grafted, "Annex Heading"), "basedOn") == "berschrift1"
    assert value(style(grafted, "Title New Page"), "basedOn") == "Titel"
    assert value(style(grafted, "heading 2"), "basedOn") == "Standard"
    assert value(style(grafted, "Emphasis", "character"), "basedOn") == "AbsatzStandard"
    assert value(style(grafted, "Brief Table", "table"), "basedOn") == "NormaleTabelle"


def test_lists_in_quotations_come_with_the_quotation():
    assert [style(graft(FIRM, HOUSE_BYTES), f"Quote {kind}") is None for kind in ("Bullet", "Number")] == [False, False]
    assert "Quote Bullet" not in [one.name for one in missing_styles(PLAIN, HOUSE_BYTES)]  # it has quotations of its own


def test_an_id_that_is_taken_and_a_name_of_another_kind():
    grafted = graft(FIRM, HOUSE_BYTES)
    body = style(grafted, "Body Text").get(qn("w:styleId"))
    assert body not in ("BodyText", None)
    assert value(style(grafted, "Numbered Paragraph"), "basedOn") == body
    assert style(grafted, "Firmentext").get(qn("w:styleId")) == "BodyText"
    assert style(grafted, "Quote (character)", "character").get(qn("w:styleId")) == "Zitat"
    assert style(grafted, "Quote") is not None


def test_the_house_keeps_its_spacing_where_the_defaults_of_the_template_are_others():
    spacing = style(graft(FIRM, HOUSE_BYTES), "toc 1").find(f"{W}pPr/{W}spacing")
    assert spacing.get(f"{W}line") == style(HOUSE_BYTES, "toc 1").find(f"{W}pPr/{W}spacing").get(f"{W}line", "240")
    text = style(graft(FIRM, HOUSE_BYTES), "Table Text").find(f"{W}pPr/{W}spacing")
    assert {text.get(f"{W}{side}") is None for side in ("before", "after", "line")} == {False}


def test_numbering_comes_under_free_numbers_and_numbers_styles_that_had_none():
    grafted = graft(FIRM, HOUSE_BYTES)
    assert (numbered(grafted, "Numbered Paragraph"), numbered(grafted, "List Letter")) == ("%1.", "%1.")
    assert (numbered(grafted, "List Number"), numbered(grafted, "List Number 2")) == ("(%1)", "(%2)")
    assert numbered(grafted, "List Bullet") == "■"  # the firm's own
    number = style(grafted, "List Number")
    assert number.get(qn("w:styleId")) == "Listennummer"
    assert [node.tag.removeprefix(W) for node in number.find(qn("w:pPr"))] == ["numPr", "spacing", "jc"]
    numbering = part(grafted, "numbering")
    for tag, name in (("abstractNum", "abstractNumId"), ("num", "numId")):
        numbers = [node.get(f"{W}{name}") for node in numbering.iterfind(f"{W}{tag}")]
        assert len(numbers) == len(set(numbers))
    marks = [node.get(f"{W}val") for node in numbering.iter(f"{W}nsid")]
    assert len(marks) == len(set(marks))
    owners = [node.get(f"{W}val") for node in numbering.iter(f"{W}pStyle")]
    assert "Listennummer" in owners
    assert "ListBullet" not in owners
    assert [node.tag.removeprefix(W) for node in numbering] == ["abstractNum"] * (len(numbering) // 2) + ["num"] * (len(numbering) // 2)


def test_a_numbering_that_is_not_there_is_no_numbering():
    parts = firm_parts()
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'<w:numId w:val="5"/>', b'<w:numId w:val="77"/>')
    dangling = write_zip(parts)
    assert ("List Bullet", True) in [(one.name, one.there) for one in missing_styles(dangling, HOUSE_BYTES)]
    grafted = graft(dangling, HOUSE_BYTES)
    assert numbered(grafted, "List Bullet") == "•"
    assert problems(write(every_node(), grafted)) == ()


def test_numbering_that_comes_from_another_style_counts():
    parts = firm_parts()
    more = '<w:style w:type="paragraph" w:styleId="A2"><w:name w:val="List Bullet 2"/><w:basedOn w:val="Aufzhlung"/></w:style></w:styles>'
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", more.encode())
    assert "List Bullet 2" not in [one.name for one in missing_styles(write_zip(parts), HOUSE_BYTES)]
    assert numbered(graft(write_zip(parts), HOUSE_BYTES), "List Bullet 2") == "■"


@pytest.mark.parametrize("name", ["styles", "numbering"])
def test_a_template_without_a_part(name):
    parts = firm_parts()
    del parts[f"word/{name}.xml"]
    if name == "numbering":  # nothing uses it
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'<w:numPr><w:numId w:val="5"/></w:numPr>', b"")
    template = write_zip(parts)
    assert check_template(template) == ()
    made = write(every_node(), graft(template, HOUSE_BYTES))
    assert problems(made) == ()
    assert problems(write(every_node(), template)) == ()
    assert b"compatibilityMode" in read_zip(made)["word/settings.xml"]


def test_what_is_missing_is_told_with_what_stands_in():
    told = {one.name: (one.there, one.fallback) for one in missing_styles(FIRM, HOUSE_BYTES)}
    assert told["Annex Heading"] == (False, "the house’s, based on the template’s “heading 1”")
    assert told["Numbered Paragraph"] == (False, "the house’s, based on the template’s “Normal”")
    assert told["List Number"] == (True, "the house’s numbering")
    assert not {"heading 1", "Title", "List Bullet", "header"} & set(told)
    assert missing_styles(HOUSE_BYTES, HOUSE_BYTES) == ()
    assert graft(HOUSE_BYTES, HOUSE_BYTES) == HOUSE_BYTES


@pytest.mark.parametrize("look", ["filing", "letter", "comments"])
def test_our_own_looks_lack_nothing(look):
    assert missing_styles(HOUSE.with_name(f"{look}.docx").read_bytes(), HOUSE_BYTES) == ()


def test_lists_of_a_template_that_numbers_each_level_apart():
    inner = Items(((Paragraph(words("b")),),), ordered=True)
    made = write(opinion(Items(((Paragraph(words("a")), inner),), ordered=True)), graft(PLAIN, HOUSE_BYTES))
    levels = [node.get(qn("w:val")) for node in part(made, "document").iter(qn("w:ilvl"))]
    assert levels == ["0", "0"]  # its “List Number 2” has a numbering of its own, of one level
    assert problems(made) == ()


def test_lists_deeper_than_a_numbering_stay_at_its_last_level():
    node = Paragraph(words("x"))
    for _ in range(5):
        node = Items(((Paragraph(words("i")), node),))
    levels = [found.get(qn("w:val")) for found in part(write(opinion(node), graft(PLAIN, HOUSE_BYTES)), "document").iter(qn("w:ilvl"))]
    assert levels == ["0", "0"]  # the fourth and the fifth: “List Bullet 3” has a numbering of one level


names_left_out = st.sets(
    st.sampled_from(sorted(name for kind in STYLE_NAMES.values() for name in (*kind, "Normal", "Default Paragraph Font")))
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(names_left_out)
def test_whatever_is_left_out_of_the_house_comes_back(names):
    parts = read_zip(HOUSE_BYTES)
    styles = parse(parts["word/styles.xml"], "s")
    for node in list(styles.iterfind(qn("w:style"))):
        if node.find(qn("w:name")).get(qn("w:val")) in names:
            styles.remove(node)
    fewer = write_zip({**parts, "word/styles.xml": serialize(styles)})
    grafted = graft(fewer, HOUSE_BYTES)
    assert missing_styles(grafted, HOUSE_BYTES) == ()
    assert problems(write(every_node(), grafted)) == ()


@pytest.mark.unsound("any tree at all: what must hold of it is looked at here")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(opinions, st.sampled_from([FIRM, PLAIN]))
def test_any_tree_is_whole_in_a_template_of_others(tree, template):
    assert problems(write(tree, graft(template, HOUSE_BYTES)), tree_relations()) == ()


@pytest.mark.parametrize("bad", [b"", b"PK", write_zip({"a": b""})])
def test_a_file_that_cannot_be_read(bad):
    for call in (graft, missing_styles):
        with pytest.raises(BadPackage):
            call(bad, HOUSE_BYTES)


def test_open_xml_sdk_finds_no_error_in_templates_of_others(tmp_path):
    files = {}
    for name, template in (("firm", FIRM), ("plain", PLAIN), ("dotx", firm_template("template"))):
        files |= {f"{name}-template": template, f"{name}-grafted": graft(template, HOUSE_BYTES)}
        files[f"{name}-written"] = write(every_node(), graft(template, HOUSE_BYTES))
    sample = opinion(Heading(1, words("A"), annex=True), Quotation((Items(((Paragraph(words("q")),),)),)))
    files["letter"] = write(sample, graft(FIRM, HOUSE_BYTES))
    assert {name: found for name, found in validated(tmp_path, **files).items() if found} == {}
