"""The paper of a document: that of its Word template, of the case, or of the command line."""

import pytest
from conftest import Run
from templates_of_others import firm_template
from workspace import write

from briefkit.writers.docx.keeping import kept

A4, LETTER = (210, 297), (216, 279)


def with_paper(memo, paper: str) -> None:
    case = memo / "case.yaml"
    case.write_text(f"{case.read_text(encoding='utf-8')}\npaper: {paper}\n", encoding="utf-8")


def built(memo, briefkit: Run, *options: str) -> tuple[int | None, int | None]:
    """The size of the pages of what is built, in millimetres."""
    done = briefkit("build", "case.yaml", "-o", "a.docx", "--force", *options)
    assert done.exit_code == 0, done.stderr
    return kept((memo / "a.docx").read_bytes()).page


def test_a_document_is_for_a4_unless_told_otherwise(memo, briefkit: Run):
    assert built(memo, briefkit) == A4
    assert built(memo, briefkit, "--paper", "letter") == LETTER


def test_a_case_says_its_paper_and_the_command_line_another(memo, briefkit: Run):
    with_paper(memo, "letter")
    assert built(memo, briefkit) == LETTER
    assert built(memo, briefkit, "--paper", "a4") == A4


def test_the_page_of_a_template_of_ones_own_stays_until_another_is_asked_for(memo, briefkit: Run):
    write(memo, {"firm.dotx": firm_template("template")})
    assert built(memo, briefkit, "--template", "firm.dotx") == LETTER
    assert built(memo, briefkit, "--template", "firm.dotx", "--paper", "a4") == A4


def test_a_page_for_a_browser_is_printed_on_the_same_paper(memo, briefkit: Run):
    for paper, size in (("a4", "size: A4;"), ("letter", "size: letter;")):
        assert briefkit("build", "case.yaml", "-o", "a.html", "--force", "--paper", paper).exit_code == 0
        assert size in (memo / "a.html").read_text(encoding="utf-8")


def test_the_checklist_is_for_the_same_paper(memo, briefkit: Run):
    assert briefkit("build", "case.yaml", "-o", "checklist.docx", "--paper", "letter").exit_code == 0
    assert kept((memo / "checklist.docx").read_bytes()).page == LETTER


@pytest.mark.parametrize("told", ["option", "case"])
def test_paper_that_nobody_knows(memo, briefkit: Run, told):
    if told == "case":
        with_paper(memo, "legal")
    done = briefkit("build", "case.yaml", "-o", "a.docx", *(["--paper", "legal"] if told == "option" else []))
    assert done.exit_code == 1
    assert "“legal” is not one of the choices" in done.stderr
    assert "one of a4, letter" in done.stderr
    assert not (memo / "a.docx").exists()
