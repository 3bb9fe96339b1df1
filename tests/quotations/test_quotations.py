"""Quotations against stored sources: what is let through, and what is said of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workspace import CASE, PROFILE, library, stages

from briefkit.diagnostics import Diagnostic
from briefkit.quotations.words import aligned, find, nearest, pieces, words

RESTRICTIONS = (
    "No restrictions may be placed on the exercise of this right other than those which are prescribed by law "
    "and which are necessary in a democratic society. This article shall not prevent lawful restrictions on members of the police."
)
STORED = {
    "clauses/sources/covenant.en.md": f"""\
---
authority: covenant
language: en
origin: the printed volume
---

## art 22(2)

{RESTRICTIONS}

## art 19

1. It shall only be restricted as is provided by law:

(a) for the respect of others’ rights;

(b) for co-operation.

## art 22(1) {{.not-quotable}}

Everyone has a “right” to associate.
""",
}
EXHIBIT = "exhibits: [{id: x1, title: Decision, file: x1.txt}]\n"
OWN = CASE + "clauses: none\nsections: {law: law.md}\n" + EXHIBIT


def found(words: str, language: str = "en") -> list[Diagnostic]:
    layer = library(profile=PROFILE.replace("[en]", "[en, ru, kk]")) | STORED
    run = stages(OWN + f"language: {language}\n", layer, {"law.md": words})
    return [one for one in run.diagnostics if one.code.startswith("quotation")]


@pytest.mark.parametrize(
    "text",
    [
        "It must be “prescribed by law” [@covenant, art 22(2)].",
        "It must be “prescribed by law”, as it says [@covenant, art 22(2)] and so on.",
        "It must be “prescribed by law.” [@covenant, art 22(2)]",
        'It must be "prescribed   by\nlaw" [@covenant, art 22(2)].',
        "“[n]o restrictions may be placed” [@covenant, art 22(2)].",
        "“No restrictions may be placed … other than those which are prescribed by law” [@covenant, art 22(2)].",
        "“restrictions … prescribed by law [...] necessary in a democratic society” [@covenant, art 22].",
        "“for the respect of others' rights; for cooperation” [@covenant, art 19].",
        "“for co-operation” [@covenant, art 19(b)].",
        "> No restrictions may be placed on the exercise of this right [@covenant, art 22(2)]",
        "A note.^[The words are “prescribed by law” [@covenant, art 22(2)].]",
        "“anything at all” [@x1, p 3].",
        "“anything at all”, without a citation. Then one [@covenant, art 22(2)].",
        "The so-called “agents” are named. That is so [@covenant, art 22(2)].",
    ],
)
def test_what_stands_in_the_source_is_let_through(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "code", "message", "hint"),
    [
        (
            "“provided by law” [@covenant, art 22(2)]",
            "quotation-elsewhere",
            "These words do not stand where covenant is cited, but in covenant, art 19.",
            "cite the place that holds them, or quote the one that is cited",
        ),
        (
            "“No limits may be placed on the exercise of this right” [@covenant, art 22(2)]",
            "quotation-differs",
            "These words do not stand in covenant, art 22(2).",
            "the source reads so: No [-limits-]{+restrictions+} may be placed on the exercise of this right",
        ),
        (
            "“no restrictions may be placed” [@covenant, art 22(2)]",
            "quotation-differs",
            "These words do not stand in covenant, art 22(2).",
            "the source reads so: [-no-]{+No+} restrictions may be placed",
        ),
        (
            "“This article shall … prevent lawful restrictions” [@covenant, art 22(2)]",
            "quotation-cut",
            "The words left out of this quotation hold “not”.",
            None,
        ),
        (
            "“prescribed by law … No restrictions” [@covenant, art 22(2)]",
            "quotation-differs",
            "These words do not stand in covenant, art 22(2).",
            None,
        ),
        (
            "“wholly other matter” [@covenant, art 5]",
            "quotation-unstored",
            "No text is stored for the place in covenant that is cited for these words; stored are art 19, art 22(1), art 22(2).",
            "paraphrase it, or store the official text: briefkit sources add FILE",
        ),
        (
            "“to restrict” [@report]",
            "quotation-unstored",
            "No text of report is stored, so this quotation cannot be compared.",
            None,
        ),
        (
            "Everyone has “a ‘right’ to associate” [@covenant, art 22(1)]",
            "quotation-differs",
            "These words do not stand in covenant, art 22(1).",
            None,
        ),
        (
            "[«предписано законом»]{lang=ru} [@covenant, art 22(2)]",
            "quotation-unstored",
            "The text of covenant is stored in en, not in “ru”: this quotation cannot be compared.",
            None,
        ),
        (
            "“предписано законом” [@covenant, art 22(2)]",
            "quotation-unstored",
            "The text of covenant is stored in en, not in “ru”: this quotation cannot be compared.",
            None,
        ),
    ],
)
def test_what_does_not(text: str, code: str, message: str, hint: str | None) -> None:
    [problem] = found(text)
    assert (problem.code, str(problem.severity), problem.message) == (code, "error", message)
    assert hint is None or problem.hint == hint


def test_a_copy_with_slips_is_not_to_be_quoted() -> None:
    [problem] = found("“Everyone has a” [@covenant, art 22(1)]")
    assert problem.code == "quotation-not-quotable"


def test_the_place_is_that_of_the_words() -> None:
    [problem] = found("Before that, “provided by law” [@covenant, art 22(2)].")
    assert problem.span is not None and problem.span.text == "provided by law"
    assert str(problem.span) == "law.md:1:15"


def test_an_english_quotation_in_a_russian_document_is_compared_with_the_english_text() -> None:
    assert found("Сказано: «prescribed by law» [@covenant, art 22(2)].", "ru") == []
    assert [one.code for one in found("Сказано: «provided by law» [@covenant, art 22(2)].", "ru")] == ["quotation-elsewhere"]


def test_the_cases_own_literature_only_warns() -> None:
    refs = '[{"id": "own", "type": "book", "title": "Own", "issued": {"date-parts": [[2020]]}}]'
    run = stages(OWN + "refs: refs.json\n", library() | STORED, {"law.md": "“Some words” [@own, p 3].", "refs.json": refs})
    assert [(one.code, str(one.severity)) for one in run.diagnostics if one.code.startswith("quot")] == [("quotation-unstored", "warning")]


# --- words -------------------------------------------------------------------------------------------


def test_pieces_part_at_what_is_left_out_or_replaced() -> None:
    assert pieces("a … b [...] c [the State] d [e]f ... g") == ("a", "b", "c", "d ef", "g")


def test_numbers_of_paragraphs_are_layout_and_other_numbers_are_words() -> None:
    assert [one.text for one in words("1. In 1948\n(a) the\n2. end (iii) 3")] == ["In", "1948", "the", "end", "3"]


@given(st.lists(st.sampled_from(["law", "right", "not", "the", "of"]), min_size=1, max_size=12), st.data())
def test_any_stretch_of_a_text_is_found_in_it(text: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    whole, part = words(" ".join(text)), words(" ".join(text[start:end]))
    at = find(part, whole)
    assert at is not None and [one.text for one in whole[at : at + len(part)]] == text[start:end]
    assert nearest(part, " ".join(text))[1] > 0


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_an_alignment_holds_both_texts(old: list[str], new: list[str]) -> None:
    shown = aligned(" ".join(old), " ".join(new)).replace("]{", "] {").split()
    reading: list[str] = []
    kept: dict[str, list[str]] = {"-": [], "+": []}
    mode = ""
    for word in shown:
        if word.startswith(("[-", "{+")):
            mode, word = word[1], word[2:]
        bare = word.removesuffix("-]").removesuffix("+}")
        for sign in kept:
            if mode in ("", sign):
                kept[sign].append(bare)
        reading.append(bare)
        if word.endswith(("-]", "+}")):
            mode = ""
    assert (kept["-"], kept["+"]) == (old, new)
