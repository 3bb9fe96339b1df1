"""Every example, and every kind of document, in every language that it can be built in, with live citations for Zotero."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from livefields import CITATION, Field, bibliographies, citations, part, preferences
from workspace import ROOT

from briefkit.build import Inputs, build, find_look, find_style, locale_texts, run_stages
from briefkit.case import case_languages
from briefkit.cite import named_in
from briefkit.csl import read_authority
from briefkit.diagnostics import Checked
from briefkit.inspection import problems
from briefkit.libraries import read_library
from briefkit.model.libraries import Authority, Library
from briefkit.ooxml import qn
from briefkit.shelf import read_inputs, read_layers
from briefkit.source import Source
from briefkit.tree import Authorities, Cite, Note, Opinion
from briefkit.walk import blocks_within, inlines_of
from briefkit.writers import WRITERS
from briefkit.yamlmarks import Listing, read_yaml
from briefkit.yamlmarks import Mapping as Marked
from briefkit.zotero import live_citations

CASES = sorted(path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("examples/*/case.yaml"))
CASES += [f"tests/kinds/{kind}" for kind in ("amicus-court", "expert-opinion-annex", "legal-opinion")]  # those with a table of authorities
LANGUAGES = ("en", "ru", "kk")
WELL_FORMED = jsonschema.Draft202012Validator(CITATION)
MARK = re.compile(r"\s*\[(?:verify|проверить|тексеру)\]")


@dataclass(frozen=True)
class Made:
    """An opinion, written with live citations and without, and the codes of what was said of them."""

    opinion: Opinion
    named: Mapping[str, Authority]
    live: bytes
    plain: bytes
    codes: tuple[str, ...]


@cache
def shipped() -> Checked[Library]:
    return read_library(read_layers(ROOT, []))


@cache
def made(case: str, language: str) -> Made:
    inputs = read_inputs(ROOT / case / "case.yaml", {"language": language})
    assert isinstance(inputs, Inputs)
    found = run_stages(inputs, holdings=shipped())
    assert not found.has_errors
    stages, opinion = found.value, found.value.opinion
    assert stages.case is not None and opinion is not None
    look, style = find_look(stages.case, inputs).value, find_style(stages.case, inputs).value
    assert look is not None and style is not None
    known = named_in(stages.citable.values(), language, style, locale_texts(inputs.layers))
    live = live_citations(opinion, known, stages.case.exhibits, style)
    write = WRITERS["docx"]
    codes = tuple(one.code for one in live.diagnostics)
    return Made(opinion, known, write(opinion, replace(look, live=live.value)), write(opinion, look), codes)


def languages_of(case: str) -> tuple[str, ...]:
    return case_languages(Source("case.yaml", (ROOT / case / "case.yaml").read_text(encoding="utf-8")))


EACH = [(case, language) for case in CASES for language in languages_of(case)]
BUILT = pytest.mark.parametrize(("case", "language"), EACH)


def test_every_case_is_built_in_english_and_some_in_every_language() -> None:
    spoken = [languages_of(case) for case in CASES]
    assert all("en" in languages for languages in spoken)
    assert {language for languages in spoken for language in languages} == set(LANGUAGES)


@BUILT
def test_each_citation_of_a_note_is_a_field_that_shows_what_it_tells_zotero(case: str, language: str) -> None:
    found = made(case, language)
    assert problems(found.live) == ()
    live = citations(found.live)
    for one in live:
        WELL_FORMED.validate(one.citation)
        assert one.citation["properties"]["plainCitation"] == one.seen
        assert one.citation["properties"]["noteIndex"] == one.note
        assert "\n" not in one.code
    assert len({one.citation["citationID"] for one in live}) == len(live)
    assert [len(one.citation["citationItems"]) for one in live] == [len(cite.refs) for cite in cites(found.opinion)]


def cites(opinion: Opinion) -> list[Cite]:
    notes = [one for one in inlines_of(opinion) if isinstance(one, Note)]
    return [one for note in notes for one in note.children if isinstance(one, Cite) and not one.in_text]


@BUILT
def test_what_the_fields_carry_is_what_the_authorities_say_in_the_language_of_the_document(case: str, language: str) -> None:
    found = made(case, language)
    items = {item["id"]: item["itemData"] for one in citations(found.live) for item in one.citation["citationItems"]}
    assert items
    for name, data in items.items():
        assert "custom" not in data
        if not name.startswith("exhibit-"):
            assert dict(read_back(data).csl) == dict(found.named[name].csl)


@pytest.mark.parametrize(("language", "title"), [("en", "International Covenant on Civil"), ("ru", "Международный пакт о гражданских")])
def test_a_source_has_the_title_of_the_language_of_the_document(language: str, title: str) -> None:
    live = citations(made("examples/reporting-fine", language).live)
    [data] = {json.dumps(item["itemData"]) for one in live for item in one.citation["citationItems"] if item["id"] == "iccpr"}
    assert json.loads(data)["title"].startswith(title)


def read_back(data: dict[str, object]) -> Authority:
    read = read_yaml(Source("field", json.dumps([data], ensure_ascii=True))).value
    assert isinstance(read, Listing)
    [node] = read.items
    assert isinstance(node, Marked)
    wrong: list[object] = []
    authority = read_authority(node, wrong)  # type: ignore[arg-type]
    assert not wrong and authority is not None
    return authority


@BUILT
def test_notes_read_as_they_do_without_zotero(case: str, language: str) -> None:
    found = made(case, language)
    assert words_of_notes(found.live) == words_of_notes(found.plain)
    assert not citations(found.plain) and not preferences(found.plain)[0]


def words_of_notes(document: bytes) -> list[str]:
    """The words of each note. The mark of an unverified citation stands behind its field, and not before its full stop."""
    notes = part(document, "word/footnotes.xml")
    assert notes is not None
    seen = [
        "".join("-" if node.tag == qn("w:noBreakHyphen") else node.text or "" for node in note.iter(qn("w:t"), qn("w:noBreakHyphen")))
        for note in notes
    ]
    return [re.sub(r"\s+", " ", MARK.sub("", one)).strip() for one in seen]


@BUILT
def test_zotero_is_told_of_a_style_that_it_has_and_of_no_person(case: str, language: str) -> None:
    found = made(case, language)
    pieces, data = preferences(found.live)
    assert all(0 < len(piece) <= 255 and piece == piece.strip() for piece in pieces)
    assert data is not None and data.get("data-version") == "3"
    style = data.find("style")
    assert style is not None
    assert style.get("id") in ("http://www.zotero.org/styles/oscola", "http://www.zotero.org/styles/oscola-no-ibid")
    assert style.get("locale") == {"en": "en-GB", "ru": "ru-RU", "kk": "ru-RU"}[language]
    assert {one.get("name"): one.get("value") for one in data.iter("pref")} == {"fieldType": "Field", "noteType": "1"}
    assert {"zotero-style-unknown", "zotero-refresh"} <= set(found.codes)


@BUILT
def test_a_table_of_authorities_holds_zoteros_bibliography(case: str, language: str) -> None:
    found = made(case, language)
    tables = [block for block in blocks_within(found.opinion.blocks) if isinstance(block, Authorities)]
    live = bibliographies(found.live)
    assert len(live) == len(tables)
    assert ("zotero-no-bibliography" in found.codes) is not bool(tables)
    for one in live:
        assert set(one.bibliography) == {"uncited", "omitted", "custom"}
        listed = tables[0].categories[-1].authorities
        shown = {item["id"]: item["uris"] for field in citations(found.live) for item in field.citation["citationItems"]}
        names = {entry.name for entry in listed}
        assert {tuple(uris) for uris in one.bibliography["omitted"]} == {tuple(uris) for name, uris in shown.items() if name not in names}
        assert one.seen.strip()


def test_those_with_a_table_are_among_the_cases() -> None:
    with_table = [case for case in CASES if bibliographies(made(case, "en").live)]
    assert {"examples/reporting-fine", "examples/expert-opinion-late-report"} <= set(with_table)


def test_a_second_build_gives_the_same_bytes() -> None:
    inputs = read_inputs(ROOT / "examples" / "memo" / "case.yaml", {})
    assert isinstance(inputs, Inputs)
    first, second = (build(replace(inputs, zotero=True), ["docx"]) for _ in range(2))
    assert citations(first.value["docx"])
    assert first.value == second.value


def test_two_documents_are_two_sessions() -> None:
    names = set()
    for case in CASES:
        session = preferences(made(case, "en").live)[1]
        assert session is not None
        names.add(session.xpath("string(session/@id)"))
    assert len(names) == len(CASES)


def test_the_open_xml_sdk_finds_nothing_wrong(tmp_path: Path) -> None:
    paths = []
    for case, language in EACH:
        paths.append(tmp_path / f"{case.replace('/', '-')}-{language}.docx")
        paths[-1].write_bytes(made(case, language).live)
    command = [sys.executable, str(ROOT / "tests" / "openxml.py"), *map(str, paths)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if ran.returncode == 3:
        pytest.skip(ran.stderr)
    assert ran.returncode == 0, ran.stderr
    assert {path: errors for path, errors in json.loads(ran.stdout).items() if errors} == {}


def test_notes_with_words_of_their_own_and_exhibits_are_left_alone() -> None:
    live = citations(made("examples/reporting-fine", "en").live)
    kept = [one for one in live if one.citation["properties"].get("dontUpdate")]
    assert {one.note for one in kept} < {one.note for one in live}
    assert any(is_exhibit(one) for one in kept)
    assert not any(is_exhibit(one) for one in live if one not in kept)
    assert all(not one.within for one in live if one not in kept)  # Zotero would lose a field within its own


def is_exhibit(one: Field) -> bool:
    return any(item["id"].startswith("exhibit-") for item in one.citation["citationItems"])
