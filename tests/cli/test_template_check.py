"""briefkit template check, and a build with somebody else's template."""

import json

import pytest
from conftest import Run
from templates_of_others import firm_template, plain_template
from workspace import HOUSE, write

from briefkit.inspection import problems
from briefkit.ooxml import read_zip


def test_a_table_of_styles_and_what_is_kept(folder, briefkit: Run):
    write(folder, {"firm.dotx": firm_template("template")})
    done = briefkit("template", "check", "firm.dotx")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert ["heading 1", "paragraph", "there", ""] in rows
    assert ["Annex Heading", "paragraph", "missing", "the house’s, based on the template’s “heading 1”"] in rows
    assert ["List Number", "paragraph", "there, without numbering", "the house’s numbering"] in rows
    assert ["margins", "left 31, right 18, top 39, bottom 24 mm"] in rows
    assert ["header, the first page", "1 picture"] in rows
    assert ["footer, all pages but the first", "Musterfirma (fictional), Example Street 1"] in rows
    assert [row[1].split(":")[0] for row in rows if row[0] == "a draft says so"] == ["not on each page"]
    assert rows[-1][0].startswith("It can be used: 5 of ")


def test_the_house_lacks_nothing(folder, briefkit: Run):
    write(folder, {"mine.docx": HOUSE})
    done = briefkit("template", "check", "mine.docx", "--format", "json")
    data = json.loads(done.stdout)
    assert (done.exit_code, data["usable"], {one["state"] for one in data["styles"]}) == (0, True, {"there"})
    assert data["marks_drafts"] is True
    assert data["page"] == {"width": 210, "height": 297, "margins": {"left": 35, "right": 35, "top": 28, "bottom": 28}}
    assert [(one["kind"], one["pages"]) for one in data["furniture"]] == [
        *[("header", "all pages but the first"), ("header", "the first page")],
        *[("footer", "all pages but the first"), ("footer", "the first page")],
    ]


@pytest.mark.parametrize(("data", "code"), [(b"no package", "bad-template"), (None, "file-missing")])
def test_what_cannot_be_used(folder, briefkit: Run, data, code):
    write(folder, {} if data is None else {"firm.docx": data})
    done = briefkit("template", "check", "firm.docx")
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"error[{code}]" in done.stderr
    as_json = briefkit("template", "check", "firm.docx", "--format", "json")
    found = json.loads(as_json.stdout)
    assert (as_json.exit_code, found["usable"], [one["code"] for one in found["diagnostics"]]) == (1, False, [code])


@pytest.mark.parametrize(("name", "data"), [("firm.dotx", firm_template("template")), ("FIRM.DOCX", plain_template())])
def test_a_build_with_a_template_of_others_notes_what_it_takes_from_the_house(memo, briefkit: Run, name, data):
    write(memo, {name: data})
    done = briefkit("build", "case.yaml", "-o", "a.docx", "--template", name, "-v")
    assert done.exit_code == 0
    assert done.stderr.count("note[style-missing]") == 1
    assert "“Numbered Paragraph”" in done.stderr
    made = (memo / "a.docx").read_bytes()
    assert problems(made) == ()
    assert b"document.main+xml" in read_zip(made)["[Content_Types].xml"]
    assert "style-missing" not in briefkit("build", "case.yaml", "-o", "b.docx", "--template", name).stderr


def test_a_template_that_has_the_name_of_a_look_does_not_take_its_place(memo, briefkit: Run):
    write(memo, {"mine/house.docx": firm_template()})
    done = briefkit("build", "case.yaml", "-o", "a.docx", "--template", "mine/house.docx", "-v")
    assert done.exit_code == 0
    assert "“house.docx” lacks styles" in done.stderr
    assert b"NumberedParagraph" in read_zip((memo / "a.docx").read_bytes())["word/styles.xml"]


def test_a_template_file_among_the_styles_of_a_workspace(memo, briefkit: Run):
    write(memo, {"styles/firm.dotx": firm_template("template")})
    assert briefkit("build", "case.yaml", "-o", "a.docx", "--template", "firm").exit_code == 0
    assert any(name.startswith("word/media/") for name in read_zip((memo / "a.docx").read_bytes()))
