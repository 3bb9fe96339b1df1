"""Kinds of documents: a fictional case for each, built in English and in Russian; and what readers of those for courts must see.

The cases take the first eight clauses alone, so that they stay short however the library grows.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from workspace import ROOT, flat, said

from briefkit.build import Inputs, build
from briefkit.inspection import problems
from briefkit.libraries import read_library
from briefkit.model.libraries import Library
from briefkit.model.naming import LANGUAGES
from briefkit.shelf import read_inputs, read_layers
from briefkit.source import Source

KINDS = tuple(sorted(path.parent.name for path in ROOT.glob("tests/kinds/*/case.yaml")))
COURTS = ("amicus-court", "constitutional-court", "court-complaint", "expert-opinion-annex")
FIRST = {
    *("access-to-resources", "activities-protected", "joint-guidelines-principle-7", "least-intrusive-means"),
    *("legality-vague-rules", "proportionality-of-sanctions", "remedy", "three-part-test"),
}
BOTH = pytest.mark.parametrize("language", ["en", "ru"])
LATIN = re.compile(r"[A-Za-z]{2,}")
UNREAD = "{# draft: machine-drafted, read by no native speaker #}"


@cache
def shipped() -> Library:
    return read_library(read_layers(ROOT, [])).value


def read(kind: str, language: str) -> Inputs:
    inputs = read_inputs(ROOT / "tests" / "kinds" / kind / "case.yaml", {"language": language})
    assert isinstance(inputs, Inputs)
    text = inputs.case.case.text
    later = ", ".join(sorted({clause.slug for clause in shipped().clauses} - FIRST))
    if "exclude: [" in text:
        return altered(inputs, "exclude: [", f"exclude: [{later}, ")
    return inputs if "clauses: none" in text else altered(inputs, "\nsections:", f"\nclauses: {{exclude: [{later}]}}\nsections:")


def altered(inputs: Inputs, before: str, after: str) -> Inputs:
    """The case with some words of its case.yaml changed."""
    case = inputs.case.case
    assert before in case.text
    return replace(inputs, case=replace(inputs.case, case=Source(case.name, case.text.replace(before, after))))


@cache
def made(kind: str, language: str, before: str = "", after: str = "") -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of a case, and what was said about it: code and message."""
    inputs = read(kind, language)
    done = build(altered(inputs, before, after) if before else inputs, ["docx", "html", "txt"])
    assert not done.has_errors, said(done.diagnostics)
    return done.value, tuple(f"{one.code}: {one.message}" for one in done.diagnostics)


@cache
def word(kind: str, language: str) -> Document:
    return docx.Document(BytesIO(made(kind, language)[0]["docx"]))


def styled(kind: str, language: str, *styles: str) -> list[str]:
    """The paragraphs of some styles, in their order, outside tables."""
    return [flat(one.text.replace("\xa0", " ")) for one in word(kind, language).paragraphs if one.style and one.style.name in styles]


def headings(kind: str, language: str) -> list[str]:
    return styled(kind, language, "Heading 1", "Annex Heading")


def text(kind: str, language: str) -> str:
    return flat(made(kind, language)[0]["txt"].decode().replace("\xa0", " "))


def tables(kind: str, language: str) -> list[list[list[str]]]:
    return [[[flat(cell.text.replace("\xa0", " ")) for cell in row.cells] for row in table.rows] for table in word(kind, language).tables]


# --- every kind --------------------------------------------------------------------------------------


def test_every_kind_of_document_has_a_case() -> None:
    assert {profile.id for profile in shipped().profiles} - {"memo"} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@BOTH
def test_the_files_are_sound_and_leave_nothing_undone(kind: str, language: str) -> None:
    files, _ = made(kind, language)
    assert problems(files["docx"]) == ()
    for mark in ("{{", "{%", "[@", ":::"):
        assert mark not in files["txt"].decode()
    assert f'<html lang="{language}'.encode() in files["html"]


@pytest.mark.parametrize("kind", KINDS)
def test_english_and_russian_have_the_same_parts(kind: str) -> None:
    english, russian = (styled(kind, language, "Heading 1", "Heading 2", "Annex Heading") for language in ("en", "ru"))
    assert len(english) == len(russian) >= 4
    assert not [one for one in russian if LATIN.search(one)]
    assert [len(table) for table in tables(kind, "en")] == [len(table) for table in tables(kind, "ru")]


@pytest.mark.parametrize("kind", [profile.id for profile in shipped().profiles if profile.id != "memo"])
def test_titles_and_headings_speak_every_language(kind: str) -> None:
    profile = shipped().profile(kind)
    assert profile is not None
    assert profile.languages == LANGUAGES
    for texts in (profile.title, *(part.heading for part in profile.parts if part.heading)):
        assert dict(texts).keys() == set(LANGUAGES), texts


def test_standard_texts_speak_every_language_and_own_up_to_unread_kazakh() -> None:
    assert shipped().boilerplate
    for one in shipped().boilerplate:
        assert dict(one.texts).keys() == set(LANGUAGES), one.name
        assert dict(one.texts)["kk"].text.startswith(UNREAD), one.name


def test_the_open_xml_sdk_finds_nothing_wrong(tmp_path: Path) -> None:
    paths = [tmp_path / f"{kind}-{language}.docx" for kind in KINDS for language in ("en", "ru")]
    for path in paths:
        kind, _, language = path.stem.rpartition("-")
        path.write_bytes(made(kind, language)[0]["docx"])
    command = [sys.executable, str(ROOT / "tests" / "openxml.py"), *map(str, paths)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if ran.returncode == 3:
        pytest.skip(ran.stderr)
    assert ran.returncode == 0, ran.stderr
    assert {path: errors for path, errors in json.loads(ran.stdout).items() if errors} == {}
    assert len(json.loads(ran.stdout)) == len(paths)


# --- the legal opinion -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "number", "title", "note", "kind"),
    [
        ("en", "Opinion No 00/2026", "Opinion on a draft rule", "This opinion rests on an unofficial English translation", "Legal opinion"),
        ("ru", "Заключение № 00/2026", "Заключение на проект нормы", "Текст, на котором основано заключение", "Правовое заключение"),
    ],
)
def test_an_opinion_has_its_number_above_the_title_and_its_text_below(language: str, number: str, title: str, note: str, kind: str) -> None:
    cover = [(one.style.name, flat(one.text.replace("\xa0", " "))) for one in word("legal-opinion", language).paragraphs if one.style][:7]
    assert [style for style, _ in cover] == ["Cover Number", "Title", "Subtitle", "Date", *["Cover Note"] * 3]
    assert cover[0][1].startswith(number)
    assert cover[1][1].startswith(title)
    assert cover[2][1] == kind
    assert any(words.startswith(note) for _, words in cover)


@pytest.mark.parametrize(("language", "letters", "para"), [("en", "AB", "para"), ("ru", "АБ", "п.")])
def test_key_recommendations_are_lettered_and_lead_to_their_paragraphs(language: str, letters: str, para: str) -> None:
    printed = text("legal-opinion", language)
    for letter in letters:
        found = re.search(rf" {letter}\. ([^()]+?)\.? \({para} (\d+)\)", printed)
        assert found, letter
        assert f" {found[2]}. {found[1]}" in printed


@BOTH
def test_an_opinion_ends_with_the_text_reviewed_the_authorities_the_exhibits_and_the_disclaimer(language: str) -> None:
    assert len(styled("legal-opinion", language, "Annex Heading")) == 3
    assert len(styled("legal-opinion", language, "Reviewed Text")) == 3
    disclaimer = styled("legal-opinion", language, "Disclaimer")
    assert disclaimer[0].startswith(
        {"en": "This opinion gives the views of its authors alone.", "ru": "Настоящее заключение выражает взгляды"}[language]
    )
    assert any({"en": "It is not legal advice", "ru": "не является юридической консультацией"}[language] in one for one in disclaimer)
    assert word("legal-opinion", language).paragraphs[-1].style.name == "Disclaimer"  # type: ignore[union-attr]


def test_only_a_cooperative_opinion_is_without_prejudice() -> None:
    for language, words in (
        ("en", "Nothing in it concedes that any measure was lawful"),
        ("ru", "Ничто в нем не означает признания законности"),
    ):
        assert words in text("legal-opinion", language)
        neutral = made("legal-opinion", language, "tone: cooperative", "tone: neutral")[0]["txt"].decode()
        assert words not in flat(neutral.replace("\xa0", " "))


def test_a_cooperative_opinion_that_speaks_of_violations_is_warned() -> None:
    inputs = read("legal-opinion", "en")
    assert not [one for one in made("legal-opinion", "en")[1] if one.startswith("tone-departed")]
    harsh = {f"own/{name}.md": Source(f"own/{name}.md", "It violates the Covenant.") for name in ("scope", "conclusion")}
    texts = {**inputs.case.texts, **harsh}
    done = build(replace(inputs, case=replace(inputs.case, texts=texts)), ["txt"])
    found = [one for one in done.diagnostics if one.code == "tone-departed"]
    assert [(one.span.source.name, one.span.text) for one in found if one.span] == [("own/scope.md", "violates")]


# --- documents for courts ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "court", "applicant", "representative", "authority"),
    [
        (
            "en",
            "Specialised Administrative Court of Example City (fictional)",
            "Applicant: Example Reading Circle BIN 000000000000 1 Example Street, Example City",
            "Representative: B. Example, advocate (fictional) Authority: power of attorney of 1 April 2025",
            "Authority whose measure is challenged: Department for Public Development of Example City",
        ),
        (
            "ru",
            "Специализированный административный суд города Примерска (вымышленный)",
            "Заявитель: Организация «Пример» БИН 000000000000 город Примерск, улица Примерная, 1",
            "Представитель: Б. Примерова, адвокат (вымышленное лицо) Полномочия: доверенность от 1 апреля 2025 года",
            "Орган, мера которого обжалуется: Управление общественного развития города Примерска",
        ),
    ],
)
def test_a_complaint_begins_with_the_court_and_the_parties(
    language: str, court: str, applicant: str, representative: str, authority: str
) -> None:
    head = styled("court-complaint", language, "Addressee")
    assert head[0] == court
    assert head[1].startswith(applicant)
    assert head[2] == representative
    assert head[3].startswith(authority)
    assert not styled("court-complaint", language, "Subtitle", "Date", "TOC Heading")


@pytest.mark.parametrize(
    ("language", "parts", "sought", "signed"),
    [
        (
            "en",
            [
                "The measure challenged",
                "Circumstances",
                "The law that applies",
                "Grounds",
                "The remedy that is due",
                "Request",
                "Attachments",
            ],
            "The annulment of the decision of 14 March 2025.",
            "A. Example (fictional), director",
        ),
        (
            "ru",
            ["Обжалуемая мера", "Обстоятельства дела", "Применимое право", "Основания жалобы"]
            + ["Надлежащее средство правовой защиты", "Просительная часть", "Приложения"],
            "Отмена постановления от 14 марта 2025 года.",
            "А. Примеров (вымышленное лицо), директор",
        ),
    ],
)
def test_a_complaint_ends_with_its_request_numbered_attachments_and_a_signature(
    language: str, parts: list[str], sought: str, signed: str
) -> None:
    assert headings("court-complaint", language) == parts
    assert sought in [flat(one.text.replace("\xa0", " ")) for one in word("court-complaint", language).paragraphs]
    attached = tables("court-complaint", language)[-1]
    assert [re.findall(r"\d+", row[0]) for row in attached[1:]] == [["1"], ["2"], ["3"], ["4"], ["5"]]
    assert styled("court-complaint", language, "Signature Line") == [signed]
    assert "Warning" not in {one.style.name for one in word("court-complaint", language).paragraphs if one.style}


@pytest.mark.parametrize("kind", COURTS)
def test_a_court_takes_kazakh_and_russian(kind: str) -> None:
    assert [one for one in made(kind, "en")[1] if one.startswith("limit-exceeded: The rule on languages: ru, kk")]
    assert not [one for one in made(kind, "ru")[1] if one.startswith("limit-exceeded")]
    assert [one for one in made(kind, "ru")[1] if one.startswith("unverified-limit")]


@pytest.mark.parametrize("kind", ["amicus-court", "expert-opinion-annex"])
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "No procedural basis is given. No rule of procedure is relied on"), ("ru", "Процессуальное основание не указано.")],
)
def test_without_a_procedural_basis_the_document_says_so(kind: str, language: str, words: str) -> None:
    [warning] = styled(kind, language, "Warning")
    assert warning.startswith(words)
    assert [one for one in made(kind, language)[1] if one.startswith("fact-expected") and "procedure.basis" in one]


def test_with_a_procedural_basis_the_document_names_it() -> None:
    files, codes = made("amicus-court", "en", "facts:\n", 'facts:\n  procedure: {basis: "@kz-aoc-2014, art 1(4)"}\n')
    printed = flat(files["txt"].decode().replace("\xa0", " "))
    assert "under the following provision: Code of Administrative Offences 2014, art 1(4)." in printed
    assert "No procedural basis is given" not in printed
    assert not [one for one in codes if one.startswith("fact-expected")]


def test_an_amicus_brief_has_its_parts_in_order() -> None:
    assert headings("amicus-court", "en") == [
        *("Procedural basis", "Interest of the intervener", "Independence and funding", "Questions addressed", "Summary of argument"),
        *("Facts", "Law", "Argument", "Remedy", "Conclusion", "Annex: authorities cited", "Annex: exhibits"),
    ]
    assert styled("amicus-court", "en", "Cover Number")[0] == "Specialised Administrative Court of Example City (fictional)"
    assert styled("amicus-court", "ru", "Cover Note")[0] == "Представляет: Институт права объединений «Образец» (вымышленный)"


@pytest.mark.parametrize(
    ("language", "court", "applicant", "examined"),
    [
        (
            "en",
            "The Constitutional Court of the Republic of Kazakhstan",
            "Applicant: Asan Example (fictional) IIN 000000000000",
            "conforms to the Constitution: Code of Administrative Offences 2014, art 489-1",
        ),
        (
            "ru",
            "Конституционный Суд Республики Казахстан",
            "Заявитель: Асан Примеров (вымышленное лицо) ИИН 000000000000",
            "следующее положение: Кодекс Республики Казахстан об административных правонарушениях (2014), ст. 489-1",
        ),
    ],
)
def test_an_application_to_the_constitutional_court_comes_from_a_person(language: str, court: str, applicant: str, examined: str) -> None:
    head = styled("constitutional-court", language, "Addressee")
    assert head[0] == court
    assert head[1].startswith(applicant)
    assert examined in text("constitutional-court", language)


def test_the_constitutional_court_is_open_for_a_year() -> None:
    late = made("constitutional-court", "ru", "date: 2025-06-05\n", "date: 2024-06-05\n")[1]
    [found] = [one for one in late if one.startswith("limit-exceeded")]
    assert "ran until 2025-06-05, counted from 2024-06-05; this document is of 2026-02-02" in found


@pytest.mark.parametrize(
    ("language", "status", "declared", "signed"),
    [
        ("en", "It is no examination ordered by the court", "I understand that the court is free to accept it or not.", "C. Example"),
        ("ru", "Оно не является судебной экспертизой", "суд вправе принять заключение или не принять его.", "В. Примерова"),
    ],
)
def test_an_expert_says_what_the_opinion_is_and_signs_it(language: str, status: str, declared: str, signed: str) -> None:
    printed = text("expert-opinion-annex", language)
    assert status in printed
    assert declared in printed
    assert styled("expert-opinion-annex", language, "Signature Line")[0].startswith(signed)
    assert styled("expert-opinion-annex", language, "Cover Note")[1].endswith(
        {"en": "Example Reading Circle", "ru": "Организация «Пример»"}[language]
    )
