"""Page numbers: they come from whoever lays the document out, stand where they belong, and are left out where nobody knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from pressing import FakePress
from workspace import CASE, HOUSE, PROFILE, inputs, library, write

from briefkit.build import build
from briefkit.diagnostics import Checked, diagnose
from briefkit.inspection import fields
from briefkit.messages import say
from briefkit.ooxml import parse, qn, read_zip, write_zip
from briefkit.pagination import MOST_PASSES

CONTENTS = PROFILE + "contents: true\n"
CITED = CONTENTS.replace("parts:\n", "parts:\n  - {id: list, place: annex, heading: {en: Cited}, lists: authorities}\n")
OWN = CASE + "clauses: none\nsections: {facts: facts.md, law: law.md}\n"
TEXTS = {"facts.md": "It was so.", "law.md": "# Rights\n\nThe law [@covenant, art 22(1)]. Again [@covenant].\n"}


def made(press: FakePress | None, profile: str = CONTENTS, outputs: tuple[str, ...] = ("docx",), **more: str) -> Checked[dict[str, bytes]]:
    return build(inputs(OWN, library(profile=profile, **more), TEXTS), outputs, press=press)


def shown(document: bytes, kind: str) -> list[str]:
    body = parse(read_zip(document)["word/document.xml"], "document")
    return [result for words, result in fields(body) if words[0] == kind]


def in_order(run: int, bookmarks: tuple[str, ...]) -> Mapping[str, int]:
    return {name: place for place, name in enumerate(bookmarks, start=3)}


def test_each_entry_of_the_contents_has_the_page_of_its_heading() -> None:
    press = FakePress(places=in_order)
    done = made(press)
    assert done.diagnostics == ()
    assert shown(done.value["docx"], "PAGEREF") == ["3", "4", "5"]
    assert len(press.given) == 2  # the second confirms the first


def test_without_a_press_there_is_no_number() -> None:
    assert shown(made(None).value["docx"], "PAGEREF") == ["", "", ""]


def test_the_document_is_written_until_its_pages_stay() -> None:
    press = FakePress(places=lambda run, names: dict.fromkeys(names, min(run, 3)))
    assert shown(made(press).value["docx"], "PAGEREF") == ["3", "3", "3"]
    assert len(press.given) == 4


def test_pages_that_never_stay_are_left_out() -> None:
    press = FakePress(places=lambda run, names: dict.fromkeys(names, run))
    done = made(press)
    [problem] = done.diagnostics
    assert (problem.code, str(problem.severity)) == ("pages-unknown", "warning")
    assert len(press.given) == MOST_PASSES
    assert shown(done.value["docx"], "PAGEREF") == ["", "", ""]


def test_a_press_that_finds_no_bookmark_is_too_old() -> None:
    done = made(FakePress(places=lambda run, names: {}))
    assert [(one.code, "7.4 or later" in one.hint) for one in done.diagnostics] == [("pages-unknown", True)]
    assert shown(done.value["docx"], "PAGEREF") == ["", "", ""]


def test_a_press_that_fails_leaves_the_numbers_out_and_says_why() -> None:
    problem = diagnose("press-missing", say("LibreOffice is not installed."), hint=say("install it: {command}", command="get it"))
    done = made(FakePress(problem=problem))
    [said] = done.diagnostics
    assert (said.code, str(said.severity)) == ("pages-unknown", "warning")
    assert (said.message, said.hint) == ("LibreOffice is not installed. Page numbers are left out.", "install it: get it")
    assert shown(done.value["docx"], "PAGEREF") == ["", "", ""]


def test_what_names_no_page_is_not_laid_out() -> None:
    press = FakePress()
    assert made(press, PROFILE).value
    assert made(press, CONTENTS, ("txt", "html")).value
    assert press.given == []


def test_the_numbers_are_those_that_the_pages_print() -> None:
    parts = read_zip(HOUSE)
    section = b'<w:pgNumType w:start="7" w:fmt="lowerRoman"/><w:cols'
    template = write_zip({**parts, "word/document.xml": parts["word/document.xml"].replace(b"<w:cols", section)})
    given = inputs(OWN, library(profile=CONTENTS), TEXTS)
    done = build(replace(given, looks={"house": template}), ("docx",), press=FakePress(places=in_order))
    assert shown(done.value["docx"], "PAGEREF") == ["ix", "x", "xi"]


# --- the table of authorities ------------------------------------------------------------------------


def table(press: FakePress | None, more: str = "", text: str = TEXTS["law.md"]) -> list[str]:
    """Every entry of the table, as it is shown, the spaces that end no line like others."""
    given = inputs(OWN, library(profile=CITED + more), {**TEXTS, "law.md": text})
    done = build(given, ("docx",), press=press)
    assert not done.has_errors, done.diagnostics
    body = parse(read_zip(done.value["docx"])["word/document.xml"], "document")
    styled = [node for node in body.iter(qn("w:pStyle")) if node.get(qn("w:val")) == "TableofAuthorities"]
    entries = [node.getparent().getparent() for node in styled]  # type: ignore[union-attr]
    lines = ("".join(one.text or "\t" for one in node.iter(qn("w:t"), qn("w:tab"))) for node in entries)  # type: ignore[union-attr]
    return [line.replace("\u00a0", " ") for line in lines]


FULL = "Covenant on Testing (adopted 16 December 1966) 999 UNTS 171 (CT)"


def cited_on(*pages: int) -> FakePress:
    """A press that finds the places of citations on these pages, in order."""

    def places(run: int, bookmarks: tuple[str, ...]) -> Mapping[str, int]:
        cited = [name for name in bookmarks if name.startswith("_Auth")]
        return {**dict.fromkeys(bookmarks, 1), **dict(zip(cited, pages, strict=True))}

    return FakePress(places=places)


def many(count: int) -> str:
    return "\n\n".join(f"Word {number} [@covenant]." for number in range(count))


@pytest.mark.parametrize(
    ("pages", "expected"),
    [((4, 4, 9), "\t4, 9"), ((9, 9, 9), "\t9"), ((1, 2, 3, 4), "\t1, 2, 3, 4"), ((1, 2, 3, 4, 5), "\tpassim")],
)
def test_an_authority_has_its_pages_each_once(pages: tuple[int, ...], expected: str) -> None:
    assert table(cited_on(*pages), text=many(len(pages))) == [FULL + expected]


@pytest.mark.parametrize(("rule", "expected"), [(2, "passim"), (0, "1, 2, 3, 4, 5, 6"), (7, "1, 2, 3, 4, 5, 6")])
def test_the_profile_says_when_it_is_passim(rule: int, expected: str) -> None:
    assert table(cited_on(1, 2, 3, 4, 5, 6), f"passim: {rule}\n", many(6)) == [f"{FULL}\t{expected}"]


def test_without_a_press_an_authority_has_no_page() -> None:
    assert table(None) == [FULL]


def test_by_paragraphs_the_numbers_are_live_and_need_no_press() -> None:
    press = FakePress()
    assert table(press, "authorities_by: paragraphs\n", many(3)) == [f"{FULL}\tparas 2, 3, 4"]
    assert table(press, "authorities_by: paragraphs\n", many(1)) == [f"{FULL}\tpara 2"]
    assert table(press, "authorities_by: paragraphs\n", many(5)) == [f"{FULL}\tpassim"]


def test_outside_numbered_paragraphs_the_notes_are_named() -> None:
    unnumbered = "authorities_by: paragraphs\n"
    profile = CITED.replace("  - id: law\n", "  - id: law\n    numbered: false\n") + unnumbered
    given = inputs(OWN, library(profile=profile), TEXTS)
    printed = build(given, ("txt",)).value["txt"].decode()
    assert "(CT) – nn 1, 2" in printed.replace("\n    ", " ")


# --- files that only a press makes -------------------------------------------------------------------


def test_a_pdf_is_the_document_as_it_was_laid_out_last() -> None:
    press = FakePress()
    assert made(press, CONTENTS, ("pdf",)).value == {"pdf": b"%PDF laid out"}
    assert len(press.given) == 2
    assert made(FakePress(), PROFILE, ("pdf",)).value == {"pdf": b"%PDF laid out"}


def test_an_odt_file_is_made_of_the_word_file() -> None:
    press = FakePress()
    done = made(press, CONTENTS, ("docx", "odt", "checklist.pdf"))
    assert (done.value["odt"], done.value["checklist.pdf"]) == (b"odt of it", b"pdf of it")
    assert press.given[2] == done.value["docx"]


@pytest.mark.parametrize("ending", ["pdf", "odt"])
def test_where_the_press_is_missing_nothing_is_built(ending: str) -> None:
    problem = diagnose("press-missing", say("LibreOffice is not installed."))
    done = made(FakePress(problem=problem), CONTENTS, (ending, "docx"))
    assert done.value == {}
    assert [one.code for one in done.diagnostics if one.is_error] == ["press-missing"]
    assert [one.code for one in made(None, CONTENTS, (ending,)).diagnostics] == ["press-missing"]


# --- on the command line -----------------------------------------------------------------------------


def test_a_machine_without_libreoffice(alone: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefkit.press.find_office", lambda: None)
    write(alone, {**library(profile=CITED), "case.yaml": OWN, **TEXTS})
    draft = briefkit("build", "case.yaml", "--pages")
    assert draft.exit_code == 0
    assert "warning[pages-unknown]: LibreOffice is not installed. Page numbers are left out." in draft.stderr
    assert "hint: install" in draft.stderr
    final = briefkit("build", "case.yaml", "--final", "--force")
    assert (final.exit_code, "pages-unknown" in final.stderr) == (0, True)
    plain = briefkit("build", "case.yaml", "--force")
    assert (plain.exit_code, plain.stderr) == (0, "")
    refused = briefkit("build", "case.yaml", "-o", "out.pdf", "-o", "out.odt")
    assert refused.exit_code == 1
    assert "error[press-missing]: LibreOffice is not installed." in refused.stderr
    assert not Path("out.pdf").exists()


def test_an_ending_that_nothing_makes(memo: Path, briefkit: Run) -> None:
    refused = briefkit("build", "case.yaml", "-o", "out.pfd")
    assert refused.exit_code == 1
    assert "did you mean “.pdf”?" in refused.stderr
