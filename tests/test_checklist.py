"""Counsel's checklist, and what a final build says of texts that nobody adopted."""

from __future__ import annotations

from pathlib import Path

from conftest import Run
from workspace import CASE, PROFILE, clause, flat, inputs, library, stages, write, wrong

from briefkit.build import build
from briefkit.inspection import problems

LIMITED = PROFILE.replace("parts:", "limits: [{of: fee, says: {en: ten units}, source: rule 9, verified: true}]\nparts:")
LAYER = library(clause("Text.{% note %}Ask the client.{% endnote %} [@covenant, art 22(2)]", slug="a"), profile=LIMITED)


def listed(case: str = CASE, **chosen: str) -> str:
    made = build(inputs(case, LAYER, **chosen), ["checklist.txt"])
    assert not made.has_errors
    return flat(made.value["checklist.txt"].decode())


def test_it_lists_texts_places_notes_and_what_the_forum_asks() -> None:
    text = listed()
    assert "Counsel’s checklist" in text
    assert "On a (a)" in text and "draft, version 1" in text
    assert "covenant, art 22(2)" in text and "Covenant on Testing" in text
    assert "Ask the client." in text
    assert "ten units (rule 9)" in text


def test_what_the_forum_asks_is_told_in_the_documents_language() -> None:
    made = build(inputs(CASE, LAYER), ["checklist.txt"], tell=lambda language, message: f"<{language}> {message}")
    assert "<en> What the forum asks on the fee: ten units (rule 9)" in flat(made.value["checklist.txt"].decode())


def test_who_adopted_a_text_is_named_by_role() -> None:
    assert "local counsel" not in listed()
    assert "local counsel" in listed(CASE + "accepted: {a: local counsel}\n")


def test_it_is_a_sound_word_file_without_the_clauses_text() -> None:
    made = build(inputs(CASE, LAYER), ["docx", "checklist.docx"]).value
    assert problems(made["checklist.docx"]) == ()
    assert made["checklist.docx"] != made["docx"]


def test_a_final_says_what_nobody_adopted_and_is_built_all_the_same() -> None:
    layer = library(clause("Text.", slug="a"))
    found = stages(CASE, layer, final=True)
    assert [(one.code, str(one.severity)) for one in found.diagnostics] == [("clause-not-adopted", "note")]
    assert "accepted: {a: local counsel}" in found.diagnostics[0].hint
    assert stages(CASE + "accepted: {a: local counsel}\n", layer, final=True).diagnostics == ()
    assert stages(CASE, layer).diagnostics == ()


def test_a_clause_that_is_not_there_cannot_be_adopted() -> None:
    layer = library(clause("Text.", slug="alpha"))
    [problem] = wrong(stages(CASE + "accepted: {alfa: counsel}\n", layer).diagnostics)
    assert (problem.code, problem.hint) == ("unknown-clause", "did you mean “alpha”?")


def test_the_name_of_the_file_asks_for_it(alone: Path, briefkit: Run) -> None:
    write(alone, {**LAYER, "case.yaml": CASE})
    done = briefkit("build", "case.yaml", "-o", "opinion.txt", "-o", "checklist.txt", "-o", "opinion-checklist.docx")
    assert done.exit_code == 0, done.stderr
    assert "Counsel’s checklist" in (alone / "checklist.txt").read_text("utf-8")
    assert "Counsel’s checklist" not in (alone / "opinion.txt").read_text("utf-8")
    assert problems((alone / "opinion-checklist.docx").read_bytes()) == ()


def test_a_final_counts_what_nobody_adopted(alone: Path, briefkit: Run) -> None:
    write(alone, {**library(clause("Text.", slug="a")), "case.yaml": CASE})
    done = briefkit("build", "case.yaml", "-o", "final.txt", "--final")
    said = "1 draft or lagging text is not adopted by counsel; “-o checklist.docx” lists what to read.\n"
    assert (done.exit_code, done.stderr) == (0, said)
    assert briefkit("build", "case.yaml", "-o", "draft.txt").stderr == ""
