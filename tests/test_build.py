"""The whole chain: the same bytes for the same input, no echoes of one mistake, and any fact at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from workspace import AUTHORITIES, CASE, FACTS, HOUSE, PROFILE, STYLE, built, clause, inputs, library, quoted, said, stages

from briefkit.build import Inputs, build
from briefkit.inspection import problems

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_the_same_input_gives_the_same_bytes(ending: str) -> None:
    layer = library(clause("One [@covenant, art 22(1)].^[See [para](#b).]", slug="a"), clause("Two [@report].", slug="b"))
    assert built(CASE, layer, ending=ending) == built(CASE, layer, ending=ending)


def test_both_writers_at_once_and_each_once() -> None:
    done = build(inputs(), ["docx", "txt", "docx"])
    assert list(done.value) == ["docx", "txt"]
    assert done.value["txt"] == built(ending="txt")
    assert done.value["docx"] == built(ending="docx")


def test_a_draft_says_that_it_is_one_and_a_final_does_not() -> None:
    draft, final = (built(OWN, files={"law.md": "Words."}, final=final, ending="docx") for final in (False, True))
    assert draft != final
    assert problems(draft) == problems(final) == ()


def test_an_error_anywhere_means_nothing_at_all() -> None:
    done = build(inputs(CASE + "tone: harsh\n"), ["txt"])
    assert (done.value, said(done.diagnostics)) == ({}, [("unknown-tone", "harsh")])


class TestStylesAndLooks:
    def test_a_later_layer_goes_first(self) -> None:
        base = inputs(OWN, files={"law.md": "A [@covenant]."})
        broken = {"styles/international-law.csl": inputs(layer={"x": "<style"}).layers[0]["x"]}
        over = Inputs((*base.layers, broken), base.looks, base.case)
        assert [one.code for one in build(over, ["txt"]).diagnostics] == ["bad-style"]
        under = Inputs((broken, *base.layers), base.looks, base.case)
        assert build(under, ["txt"]).diagnostics == ()

    @pytest.mark.parametrize("data", [b"", b"no package", HOUSE[:5000]])
    def test_a_look_that_is_no_word_file(self, data: bytes) -> None:
        base = inputs()
        done = build(Inputs(base.layers, {"house": data}, base.case), ["docx"])
        assert (done.value, [one.code for one in done.diagnostics]) == ({}, ["bad-template"])

    def test_a_look_of_another_name(self) -> None:
        base = inputs(template="hose")
        [problem] = build(base, ["docx"]).diagnostics
        assert (problem.code, problem.hint) == ("bad-template", "did you mean “house”?")

    @pytest.mark.parametrize("style", ["", "<style", STYLE[: len(STYLE) // 2]])
    def test_a_style_that_is_none(self, style: str) -> None:
        run = stages(OWN, library() | {"styles/international-law.csl": style}, {"law.md": "A [@covenant]."})
        assert [one.code for one in run.diagnostics] == ["bad-style"]


class TestNoEchoes:
    """A file that cannot be read is one problem, however much hangs on what it holds."""

    WORDS = "A [@covenant, art 22(1)] {{ org.name }} {% if org.foreign_funding %}b{% endif %}."

    @pytest.mark.parametrize(
        ("path", "content", "expected"),
        [
            ("clauses/facts.yaml", FACTS + "x: [", "yaml-syntax"),
            ("clauses/authorities/all.yaml", AUTHORITIES + "- {", "yaml-syntax"),
            ("clauses/arguments/b/clause.yaml", "title: {", "yaml-syntax"),
            ("styles/profiles/test.yaml", PROFILE + "x: {", "yaml-syntax"),
            ("clauses/facts.yaml", FACTS + '"\\uE000": {type: text, question: {en: Q}}\n', "private-use-character"),
        ],
    )
    def test_of_the_library(self, path: str, content: str, expected: str) -> None:
        profile = PROFILE.replace("soft-law]", "soft-law]\n    clauses: [b]")
        layer = library(clause(self.WORDS, slug="a", more="requires: [b]\nwhen: org.name\n"), clause(slug="b"), profile=profile)
        case = CASE + "facts: {org: {name: x, foreign_funding: true}}\nclauses: {order: [b]}\nsections: {law: law.md}\n"
        run = stages(case, layer | {path: content}, {"law.md": self.WORDS})
        assert [one.code for one in run.diagnostics if one.is_error and one.code != "missing-key"] == [expected]

    @pytest.mark.parametrize(
        ("refs", "expected"), [("[{", ["yaml-syntax"]), ("{}", ["bad-reference-file"]), (None, [])], ids=["syntax", "no list", "not there"]
    )
    def test_of_the_references(self, refs: str | None, expected: list[str]) -> None:
        files = {"law.md": "A [@own, p 5]."} | ({} if refs is None else {"refs.json": refs})
        assert [one.code for one in stages(OWN + "refs: refs.json\n", files=files).diagnostics] == expected

    def test_but_what_has_nothing_to_do_with_it_is_reported(self) -> None:
        layer = library() | {"clauses/facts.yaml": FACTS + "x: ["}
        run = stages(OWN, layer, {"law.md": "A [@covenent]."})
        assert [one.code for one in run.diagnostics] == ["yaml-syntax", "unknown-authority"]


# --- any fact ---------------------------------------------------------------------------------------

TEXT = """\
# Heading {{ org.name }} end

{{ org.name }}

Body {{ org.name }} end{% note %}Remark {{ org.name }} end{% endnote %}.^[Note {{ org.name }} end; *see* **{{ org.name }}**.]

- item {{ org.name }} end
- {% for one in org.activities %}{{ one }} {% endfor %}

| Column | {{ org.name }} |
|---|---|
| Cell {{ org.name }} end | x |

[See {{ org.name }} end @covenant, art 22(1), with {{ org.name }} end].
"""
PIECES = st.sampled_from(
    [
        "[@x, art 5]",
        "*",
        "**",
        "`",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "|",
        "<b>",
        "&amp;",
        "\\",
        "^[",
        "[a](#b)",
        "\n",
        "\n\n",
        "# ",
        "- ",
        "1. ",
        "> ",
    ]
    + [
        "\t",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
        "\u00a0",
        "\u00ad",
        "\u202e",
        "\ufeff",
        "\uffff",
        "\U000f0000",
        "😀",
        "e\u0301",
    ]
    + ["Қазақстан", "Иванов", "«", "“", "--", "...", "]]>", "\r\n", "\r"]
)
LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters=[chr(code) for code in range(0xE000, 0xF900)])
VALUES = st.lists(PIECES | st.text(LETTERS, max_size=8), min_size=1, max_size=8).map("".join).filter(lambda value: bool(value.strip()))


def one_line(value: str) -> str:
    """A value as it must stand in a line of text: control characters and line breaks are spaces."""
    kept = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") or char == "\u00a0" else char for char in value)
    return flat_spaces(kept)


def flat_spaces(text: str) -> str:
    return " ".join(piece for piece in text.replace("\n", " ").split(" ") if piece)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(VALUES)
@example("[@x, art 5] *a* {{ b }} | <c> ^[d] \\ & \n\n# e")
@example("\x00\x1b[31m\x07")
@example(" a \u00a0 b ")
def test_any_value_stands_as_it_is(value: str) -> None:
    case = OWN.replace("A test", "On {{ org.name }} end") + f"facts: {{org: {{name: {quoted(value)}, activities: [{quoted(value)}]}}}}\n"
    done = build(inputs(case, files={"law.md": TEXT}), ["txt", "docx"])
    assert not done.has_errors, said(done.diagnostics)
    printed = flat_spaces(done.value["txt"].decode())
    shown = one_line(value)
    for place in ("On", "Heading", "Body", "item", "Cell", "Note", "See", "with", "Remark"):
        assert flat_spaces(f"{place} {shown} end") in printed
    assert problems(done.value["docx"]) == ()


@settings(max_examples=40, deadline=None)
@given(st.text(LETTERS, max_size=60) | st.lists(PIECES, max_size=8).map("".join))
@example("{{ org.name }}{% if tone %}[@covenant, art 22(1)]{% endif %}")
@example("^[[@covenant]]")
@example("- - - > 1. | a |\n|---|")
def test_any_text_at_all_gives_a_document_or_diagnostics(words: str) -> None:
    done = build(inputs(OWN, files={"law.md": words}), ["txt", "docx"])
    assert bool(done.value) != done.has_errors
    for problem in done.diagnostics:
        assert problem.span is not None
        assert problem.message
    if done.value:
        assert problems(done.value["docx"]) == ()


@settings(max_examples=40, deadline=None)
@given(st.text(LETTERS, max_size=80))
@example("profile: test\ntitle: x\nfacts: {a: {b: [c]}}")
@example("profile: [a]\ntitle: {a: b}\nclauses: {order: {}}\nsections: {law: [x]}\nverified: [[]]\nexhibits: [x]\nrefs: {}\ndate: []")
@example("? [a]\n: b")
def test_any_case_at_all_gives_a_document_or_diagnostics(case: str) -> None:
    done = build(inputs(case), ["txt"])
    assert bool(done.value) != done.has_errors
