"""The Word templates from their folders: what differs is laid over what is shared."""

from pathlib import Path

import pytest

from briefkit.ooxml import BadPackage, parse, qn, read_zip
from briefkit.ooxml.pack import laid_over, main

STYLES = Path(__file__).parents[2] / "styles"
PART = "word/styles.xml"


def styles(inner: str) -> bytes:
    return f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{inner}</w:styles>'.encode()


def style(identity: str, name: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'


BASE = styles(
    '<w:docDefaults><w:pPrDefault/></w:docDefaults><w:latentStyles w:count="1"/>' + style("Title", "Title") + style("Date", "Date")
)


def outline(part: bytes) -> list[tuple[str, str | None]]:
    """The children of a styles part in order: what each is, and the name of a style."""
    found = []
    for node in parse(part, PART):
        name = node.find(qn("w:name"))
        found.append((node.tag.rpartition("}")[2], None if name is None else name.get(qn("w:val"))))
    return found


def test_a_style_takes_the_place_of_the_one_with_its_id_and_new_ones_come_last():
    over = styles("<!-- why -->" + style("Addressee", "Addressee") + "\n" + style("Title", "Other"))
    made = laid_over({PART: BASE}, {PART: over})[PART]
    assert outline(made) == [
        *[("docDefaults", None), ("latentStyles", None)],
        *[("style", "Other"), ("style", "Date"), ("style", "Addressee")],
    ]


def test_the_defaults_are_replaced_where_they_are_given():
    over = styles("<w:docDefaults><w:rPrDefault/></w:docDefaults>")
    made = parse(laid_over({PART: BASE}, {PART: over})[PART], PART)
    assert [node.tag for node in made[0]] == [qn("w:rPrDefault")]
    assert outline(laid_over({PART: BASE}, {PART: over})[PART]) == outline(BASE)


def test_a_part_is_replaced_whole_and_all_others_stay():
    base = {PART: BASE, "word/header.xml": b"<a/>", "word/footer.xml": b"<b/>"}
    made = laid_over(base, {"word/header.xml": b"<c/>", "word/more.xml": b"<d/>"})
    assert made == {**base, "word/header.xml": b"<c/>", "word/more.xml": b"<d/>"}
    assert laid_over({}, {PART: BASE}) == {PART: BASE}


def test_styles_that_are_no_xml_are_refused():
    with pytest.raises(BadPackage, match="not well-formed"):
        laid_over({PART: BASE}, {PART: b"<w:styles>"})


@pytest.mark.parametrize("look", ["house", "filing", "letter", "comments"])
def test_each_template_is_what_its_folder_gives(look, tmp_path):
    packed = tmp_path / "fresh.docx"
    folders = dict.fromkeys((STYLES / "house", STYLES / look))
    assert main([*map(str, folders), str(packed)]) == 0
    fresh, kept = read_zip(packed.read_bytes()), read_zip((STYLES / f"{look}.docx").read_bytes())
    assert list(fresh) == list(kept)
    assert fresh == kept


def test_no_template_lies_in_styles_that_no_folder_gives():
    assert {path.stem for path in STYLES.glob("*.docx")} == {path.parents[1].name for path in STYLES.glob("*/word/document.xml")}


def test_packing_takes_one_or_two_folders_and_a_file(tmp_path, capsys):
    for wrong in ([], ["x"], [str(tmp_path / "none"), "x"], [str(tmp_path), str(tmp_path / "none"), "x"], [*[str(tmp_path)] * 3, "x"]):
        assert main(wrong) == 2
        assert "usage" in capsys.readouterr().err


def test_packing_says_which_folder_is_broken(tmp_path, capsys):
    for look, data in (("base", BASE), ("over", b"<w:styles>")):
        (tmp_path / look / "word").mkdir(parents=True)
        (tmp_path / look / PART).write_bytes(data)
    target = tmp_path / "look.docx"
    assert main([str(tmp_path / "base"), str(tmp_path / "over"), str(target)]) == 1
    assert "over: word/styles.xml is not well-formed" in capsys.readouterr().err
    assert not target.exists()
