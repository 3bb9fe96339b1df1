"""Citations that may be left out: {.optional} after a bracket, in drafts and in final builds."""

from __future__ import annotations

import pytest
from workspace import CASE, errors, flat, library, said, stages, text

from briefkit.diagnostics import Severity

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"
SEEN, UNSEEN = "@covenant, art 22(1)", "@covenant, art 22(2)"


def final(words: str) -> str:
    return flat(text(OWN, files={"law.md": words}, final=True))


def body_and_notes(words: str) -> tuple[str, list[str]]:
    """The paragraph of a final build, and its notes without their numbers."""
    body, _, notes = final(words).partition(" -------------------- ")
    return body.split("1. ", 1)[-1], [note.strip() for note in notes.replace("[2]", "[1]").split("[1]") if note.strip()]


FULL = "Covenant on Testing (adopted 16 December 1966) 999 UNTS 171 (CT)"


def test_a_draft_holds_it_with_its_mark() -> None:
    words = {"law.md": f"A claim [{SEEN}] and more [{UNSEEN}]{{.optional}}."}
    assert flat(text(OWN, files=words)).endswith("[2] ibid art 22(2) [verify].")
    assert said(stages(OWN, files=words).diagnostics) == [("unverified-pinpoint", UNSEEN)]


def test_a_final_build_leaves_it_out_with_its_note_and_says_so() -> None:
    words = {"law.md": f"A claim [{SEEN}] and more [{UNSEEN}]{{.optional}}."}
    [left] = stages(OWN, files=words, final=True).diagnostics
    assert (left.code, left.severity, left.span and left.span.text) == ("citation-left-out", Severity.NOTE, UNSEEN)
    assert left.hint == "to keep it, open Covenant on Testing"
    assert body_and_notes(words["law.md"]) == ("A claim[1] and more.", [f"{FULL} art 22(1)."])


def test_a_verified_one_stays() -> None:
    assert body_and_notes(f"A claim [{SEEN}]{{.optional}}.") == ("A claim.[1]", [f"{FULL} art 22(1)."])


def test_one_without_the_mark_still_blocks() -> None:
    run = stages(OWN, files={"law.md": f"A [{UNSEEN}]{{.optional}} and B [{UNSEEN}]."}, final=True)
    assert errors(run.diagnostics) == [("unverified-pinpoint", UNSEEN)]


def test_an_unknown_authority_blocks_all_the_same() -> None:
    assert errors(stages(OWN, files={"law.md": "A [@nowhere]{.optional}."}, final=True).diagnostics) == [("unknown-authority", "@nowhere")]


@pytest.mark.parametrize(
    ("note", "left"),
    [
        (f"[see {UNSEEN}; {SEEN}]{{.optional}}", [f"see {FULL} art 22(1)."]),
        (f"[{SEEN}; {UNSEEN}]{{.optional}}", [f"{FULL} art 22(1)."]),
        (f"^[See [{UNSEEN}]{{.optional}}.]", []),
        (f"^[See *also* [{UNSEEN}]{{.optional}}]", []),
        (f"^[Сравните [{UNSEEN}]{{.optional}}.]", ["Сравните."]),
        (f"^[See [{UNSEEN}]{{.optional}}; [{SEEN}].]", [f"See {FULL} art 22(1)."]),
        (f"^[See [{SEEN}]; [{UNSEEN}]{{.optional}}.]", [f"See {FULL} art 22(1)."]),
        (f"^[See [{SEEN}] and [{UNSEEN}]{{.optional}}.]", [f"See {FULL} art 22(1)."]),
        (f"^[See [{UNSEEN}]{{.optional}} and [{SEEN}].]", [f"See {FULL} art 22(1)."]),
        (f"^[So it is [{UNSEEN}]{{.optional}}, in short.]", ["So it is, in short."]),
        (f"^[So it is [{UNSEEN}]{{.optional}}.]", ["So it is."]),
        (f"^[[{UNSEEN}]{{.optional}}; so it is.]", ["so it is."]),
    ],
)
def test_no_gap_is_left(note: str, left: list[str]) -> None:
    body, notes = body_and_notes(f"A claim {note}.")
    assert (body, notes) == (("A claim.[1]" if left else "A claim."), left)


def test_a_paragraph_that_is_nothing_else_keeps_it_and_blocks() -> None:
    run = stages(OWN, files={"law.md": f"[{UNSEEN}]{{.optional}}"}, final=True)
    assert errors(run.diagnostics) == [("unverified-pinpoint", UNSEEN)]


def test_within_emphasis_and_in_a_table() -> None:
    words = f"*A claim [{UNSEEN}]{{.optional}}* stands.\n\n| a |\n|---|\n| b [{UNSEEN}]{{.optional}} |\n"
    assert "[1]" not in final(words)


def test_a_reference_to_its_note_is_dead_then() -> None:
    run = stages(OWN, files={"law.md": f"A [{UNSEEN}]{{.optional}}; see [note](@covenant)."}, final=True)
    assert [one.code for one in run.diagnostics if one.is_error] == ["dead-reference"]


@pytest.mark.parametrize(
    ("words", "under"),
    [
        (f"A [{SEEN}]{{.optinal}}.", "{.optinal}"),
        (f"A [{SEEN}] {{.optional}}.", "{.optional}"),
        ("A word{.optional}.", "{.optional}"),
        ("In @covenant{.optional} it stands.", "{.optional}"),
    ],
)
def test_a_mark_elsewhere_is_pointed_at(words: str, under: str) -> None:
    [problem] = stages(OWN, library(), {"law.md": words}).diagnostics
    assert (problem.code, problem.span and problem.span.text) == ("citation-syntax", under)
    assert problem.hint.endswith("[@id]{.optional}")
