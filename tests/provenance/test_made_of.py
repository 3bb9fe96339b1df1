"""What a document was made of: exactly what it took, under an id of its own, and the same again when it is read back."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from workspace import FACTS, ROOT, clause, inputs, library, said, sources

from briefkit.build import Inputs, build_with_sources
from briefkit.libraries import Layer, read_library
from briefkit.ooxml import read_zip
from briefkit.provenance.drafts import Draft, read_draft
from briefkit.provenance.pins import Holdings
from briefkit.provenance.sources import ABOUT, AUTHORITIES, PINS, Sources
from briefkit.shelf import read_inputs

CITING = clause("{{ org.name }} may [@covenant, art 22(1)].", slug="a", more="when: org.foreign_funding\n")
CASE = "profile: test\ntitle: A test\nfacts: {org: {name: Example, foreign_funding: true}}\n"
UNUSED = clause("Other words [@report].", slug="b", kind="comparative")


def built(case: str = CASE, layer: Mapping[str, str] | None = None, final: bool = False, **more: str | None) -> tuple[Sources, bytes]:
    done = build_with_sources(inputs(case, library(CITING, UNUSED) if layer is None else layer, secret=more.get("secret")), ["docx"], final)
    assert not done.has_errors, said(done.diagnostics)
    assert done.value.sources is not None
    return done.value.sources, done.value.outputs["docx"]


def of_library(made: Sources) -> Layer:
    return sources({path: text for path, text in made.files.items() if path.startswith(("clauses/", "styles/"))})


def test_the_texts_are_kept_as_they_are() -> None:
    made, _ = built()
    assert made.files["case/case.yaml"] == CASE
    for path in (
        "clauses/arguments/a/clause.yaml",
        "clauses/arguments/a/en.md",
        "styles/profiles/test.yaml",
        "styles/international-law.csl",
    ):
        assert made.files[path] == library(CITING)[path]


def test_only_what_the_document_took_is_kept() -> None:
    made, _ = built()
    kept = read_library((of_library(made),)).value
    assert [one.slug for one in kept.clauses] == ["a"]
    assert [one.id for one in kept.authorities] == ["covenant"]
    assert {one.path for one in kept.facts} == {"org.name", "org.foreign_funding"}


def test_its_pins_are_those_of_what_is_kept() -> None:
    made, _ = built()
    files = of_library(made)
    assert Holdings(read_library((files,)).value, (files,), {}).pins_like(made.pins).clauses == made.pins.clauses
    assert set(made.pins.clauses) == {"a"}
    assert (made.pins.profile.name, made.pins.style.name, made.pins.template.name) == ("test", "international-law", "house")


def test_of_records_all_fields_are_kept() -> None:
    looping = clause("{% for one in measures %}{{ one.type }}, {% endfor %}", slug="a")
    made, _ = built("profile: test\ntitle: A test\nfacts: {measures: [{type: fine}]}\n", library(looping))
    kept = {one.path for one in read_library((of_library(made),)).value.facts}
    assert kept == {"measures", *(line.partition(":")[0] for line in FACTS.splitlines() if line.startswith("measure."))}


@pytest.mark.parametrize("text", ["::: chronology\n:::", "::: {.chronology}\n:::", "::: timeline\n:::"])
def test_of_a_listing_and_a_figure_too(text: str) -> None:
    case = "profile: test\ntitle: A test\nfacts: {measures: [{type: fine, date: 2026-01-01}]}\nsections: {facts: own.md}\n"
    done = build_with_sources(inputs(case, library(), files={"own.md": text}), ["txt"])
    assert done.value.sources is not None, said(done.diagnostics)
    assert {"measures", "measure.type", "measure.date"} <= {one.path for one in read_library((of_library(done.value.sources),)).value.facts}


def test_a_draft_names_its_sources() -> None:
    made, document = built()
    assert read_draft(document).build == made.id


def test_a_document_to_file_names_nothing() -> None:
    case = CASE + "accepted: {a: local counsel}\n"
    _, draft = built(case)
    assert read_draft(draft) != Draft()
    _, final = built(case, final=True)
    assert read_draft(final) == Draft()
    for name, part in read_zip(final).items():
        for word in (b"briefkit", b"w:sdt>"):
            assert word not in name.encode() + part


def test_the_same_sources_have_the_same_id_and_make_the_same_bytes() -> None:
    assert built() == built()


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        (clause("Quite other words.", slug="b", kind="comparative"), True),
        (clause("New.", slug="c", kind="comparative"), True),
        ({"clauses/facts.yaml": FACTS.replace("Forum?", "Which?")}, True),
        ({"clauses/arguments/a/ru.md": "Слова."}, True),
        (clause("{{ org.name }} must [@covenant, art 22(1)].", slug="a", more="when: org.foreign_funding\n"), False),
        ({"clauses/facts.yaml": FACTS.replace("Name?", "Whose name?")}, False),
        ({"styles/international-law.csl": library()["styles/international-law.csl"] + "<!-- x -->\n"}, False),
    ],
)
def test_the_id_follows_what_the_document_took(change: dict[str, str], same: bool) -> None:
    before, _ = built()
    after, _ = built(layer={**library(CITING, UNUSED), **change})
    assert (before.id == after.id) is same


def test_an_authority_among_others_is_kept_as_it_is_written() -> None:
    made, _ = built()
    listed = library()["clauses/authorities/all.yaml"]
    assert made.files[AUTHORITIES] == listed[: listed.index("- id: report")]


def test_secret_facts_are_kept_nowhere() -> None:
    case = "profile: test\ntitle: A test\nfacts: {org: {foreign_funding: true}}\n"
    first, document = built(case, secret="facts: {org: {name: Zhuldyz Secretova}}\n")
    other, _ = built(case, secret="facts: {org: {name: Somebody Else}}\n")
    assert b"Zhuldyz Secretova" in read_zip(document)["word/document.xml"]
    assert not any("Secretova" in path + text for path, text in first.files.items())
    assert first.id == other.id


def test_what_the_command_line_chose_is_no_other_document() -> None:
    chosen = build_with_sources(inputs(CASE, library(CITING), language="en", tone="neutral"), ["docx"]).value.sources
    plain = build_with_sources(inputs(CASE, library(CITING)), ["docx"]).value.sources
    assert chosen == plain
    toned = build_with_sources(inputs(CASE, library(CITING), tone="adversarial"), ["docx"]).value.sources
    assert plain and toned and plain.id != toned.id


def test_files_above_the_case_stay_within() -> None:
    case = "profile: test\ntitle: A test\nsections: {facts: ../shared/./facts.md}\n"
    read = inputs(case, library(), files={"../shared/./facts.md": "Own words."})
    made = build_with_sources(read, ["docx"]).value.sources
    assert made is not None
    assert made.files["case/up/shared/facts.md"] == "Own words."


def test_it_says_what_kind_of_document_it_is() -> None:
    made, _ = built(CASE + "date: 2026-11-01\n")
    about = json.loads(made.files[ABOUT])
    assert (about["case"], about["profile"], about["language"], about["date"]) == ("case.yaml", "test", "en", "2026-11-01")
    assert "en:" in made.files[PINS]


@pytest.mark.parametrize(("name", "language"), [("reporting-fine", "ru"), ("comments-draft-law", "en"), ("dialogue-development", "ru")])
def test_what_an_example_is_made_of_is_the_same_when_it_is_read_back(name: str, language: str) -> None:
    read = read_inputs(ROOT / "examples" / name / "case.yaml", {"language": language})
    assert isinstance(read, Inputs)
    made = build_with_sources(read, ["txt"]).value.sources
    assert made is not None
    files = of_library(made)
    again = Holdings(read_library((files,), alone=True).value, (files,), read.looks).pins_like(made.pins)
    for kind in ("profile", "style", "template", "clauses", "authorities", "texts", "facts"):
        assert getattr(again, kind) == getattr(made.pins, kind)
    assert made.pins.clauses and made.pins.authorities and made.pins.facts
