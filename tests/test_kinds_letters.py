"""Letters, memos, comments and communications: what each fictional case shows its reader, in English and in Russian."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from workspace import ROOT, flat, said, write

from briefkit.build import Inputs, build
from briefkit.inspection import problems
from briefkit.libraries import read_library
from briefkit.shelf import read_inputs, read_layers

KINDS = (
    *("hrc-third-party", "hrc-communication", "sr-letter", "ministry-memo"),
    *("public-council", "expert-council", "parliament-comments", "dialogue-platform"),
)
UNFILLED = ("(addressee)", "(адресат)", "(letterhead)", "(бланк)", "(name and signature)", "(имя и подпись)")
BOTH = pytest.mark.parametrize("language", ["en", "ru"])
LATIN = re.compile(r"[A-Za-z]{2,}")


@cache
def made(kind: str, language: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of a case, and the codes of what was said about it."""
    inputs = read_inputs(ROOT / "tests" / "kinds" / kind / "case.yaml", {"language": language})
    assert isinstance(inputs, Inputs)
    done = build(inputs, ["docx", "html", "txt"])
    assert not done.has_errors, said(done.diagnostics)
    return done.value, tuple(one.code for one in done.diagnostics)


@cache
def word(kind: str, language: str) -> Document:
    return docx.Document(BytesIO(made(kind, language)[0]["docx"]))


def styled(kind: str, language: str, style: str) -> list[str]:
    """The paragraphs of a style, outside tables."""
    return [flat(one.text.replace("\xa0", " ")) for one in word(kind, language).paragraphs if one.style and one.style.name == style]


def headings(kind: str, language: str) -> list[str]:
    return styled(kind, language, "Heading 1") + styled(kind, language, "Annex Heading")


def text(kind: str, language: str) -> str:
    return flat(made(kind, language)[0]["txt"].decode())


def tables(kind: str, language: str) -> list[list[list[str]]]:
    return [[[flat(cell.text.replace("\xa0", " ")) for cell in row.cells] for row in table.rows] for table in word(kind, language).tables]


@pytest.mark.parametrize("kind", KINDS)
@BOTH
def test_nobody_is_left_to_be_named(kind: str, language: str) -> None:
    assert not [one for one in UNFILLED if one in text(kind, language)]


@pytest.mark.parametrize("kind", KINDS)
@BOTH
def test_each_case_says_that_it_is_invented(kind: str, language: str) -> None:
    assert {"en": "fictional", "ru": "вымышлен"}[language] in text(kind, language)


# --- without a fact --------------------------------------------------------------------------------------

WORDS = {"en": "Text of the case.", "ru": "Текст дела.", "kk": "Істің мәтіні."}


@cache
def own_parts(kind: str) -> dict[str, str]:
    """What the text of each part with a heading begins and ends with."""
    profile = read_library(read_layers(ROOT, [])).value.profile(kind)
    assert profile is not None
    return {part.id: "# 1\n\n::: concern\n\n{}\n\n:::\n" if part.columns else "{}\n" for part in profile.parts if part.heading}


def bare(kind: str, language: str, folder: Path) -> tuple[Document, str]:
    """A case that gives text to every part and not one fact, as Word and as text."""
    parts = own_parts(kind)
    sections = ", ".join(f"{name}: {name}.md" for name in parts)
    case = f"profile: {kind}\nlanguage: {language}\ntitle: '1'\nclauses: none\nsections: {{{sections}}}\n"
    write(folder, {"case.yaml": case, **{f"{name}.md": form.format(WORDS[language]) for name, form in parts.items()}})
    inputs = read_inputs(folder / "case.yaml", {})
    assert isinstance(inputs, Inputs)
    done = build(inputs, ["docx", "txt"])
    assert not done.has_errors, said(done.diagnostics)
    assert problems(done.value["docx"]) == ()
    return docx.Document(BytesIO(done.value["docx"])), done.value["txt"].decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_standard_texts_print_without_a_fact_in_every_language(kind: str, language: str, tmp_path: Path) -> None:
    document, printed = bare(kind, language, tmp_path)
    assert printed.count(WORDS[language]) == len(own_parts(kind))
    heads = [one.text for one in document.paragraphs if one.style and one.style.name in ("Heading 1", "Annex Heading", "Subtitle")]
    assert len(heads) >= len(own_parts(kind))
    if language != "en":
        assert not [one for one in heads if LATIN.search(one.replace("(non-paper)", ""))]


@pytest.mark.parametrize(
    ("kind", "warnings"), [("hrc-communication", 3), ("hrc-third-party", 1), ("sr-letter", 1), ("parliament-comments", 1)]
)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_a_forum_must_be_told_and_is_not_is_said_in_a_box(kind: str, warnings: int, language: str, tmp_path: Path) -> None:
    document, _ = bare(kind, language, tmp_path)
    assert len([one for one in document.paragraphs if one.style and one.style.name == "Warning"]) == warnings


# --- the Human Rights Committee ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "committee", "case", "warning"),
    [
        ("en", "Human Rights Committee", "Communication No. 0000/2026", "No rule of procedure is relied on for this submission."),
        ("ru", "Комитет по правам человека", "Сообщение № 0000/2026", "Это представление не основано на каком-либо правиле процедуры."),
    ],
)
def test_a_third_party_names_the_communication_and_says_that_it_has_no_basis(
    language: str, committee: str, case: str, warning: str
) -> None:
    assert styled("hrc-third-party", language, "Addressee")[0].startswith(committee)
    assert styled("hrc-third-party", language, "Reference")[0].startswith(case)
    assert styled("hrc-third-party", language, "Warning")[0].startswith(warning)
    assert "fact-expected" in made("hrc-third-party", language)[1]


def test_a_third_party_asks_for_no_relief() -> None:
    assert "Relief sought" not in headings("hrc-third-party", "en")
    assert "Independence and funding" in headings("hrc-third-party", "en")


@pytest.mark.parametrize(
    ("language", "not_author", "other", "signed"),
    [
        (
            "en",
            "Example Steppe Initiative, through which they act together, is not an author",
            "The same matter has not been submitted to any other procedure",
            "D. Counsel, representative of the authors",
        ),
        (
            "ru",
            "Организация, через которую они действуют сообща (Example Steppe Initiative), автором не является",
            "Тот же вопрос не передавался на рассмотрение ни по какой другой процедуре",
            "Г. Адвокатова, представитель авторов",
        ),
    ],
)
def test_a_communication_comes_from_people(language: str, not_author: str, other: str, signed: str) -> None:
    printed = text("hrc-communication", language)
    assert not_author in printed
    assert other in printed
    assert styled("hrc-communication", language, "Signature Line") == [signed]
    assert not styled("hrc-communication", language, "Warning")


@pytest.mark.parametrize(
    ("language", "days", "exhibit"),
    [
        ("en", ["14 March 2025", "22 April 2025", "5 June 2025"], "Exhibit"),
        ("ru", ["14 марта 2025 года", "22 апреля 2025 года", "5 июня 2025 года"], "Приложение"),
    ],
)
def test_a_communication_lists_its_documents_and_its_remedies_in_order(language: str, days: list[str], exhibit: str) -> None:
    _, chronology, listed = tables("hrc-communication", language)
    assert [row[0] for row in chronology[1:]] == days
    assert [row[3].partition(",")[0] for row in chronology[1:]] == [f"{exhibit} {at}" for at in (2, 3, 4)]
    assert [row[0] for row in listed[1:]] == [f"{exhibit} {at}" for at in (1, 2, 3, 4)]


# --- letters -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "salutation", "kept", "signed"),
    [
        (
            "en",
            "Dear Special Rapporteur,",
            "They ask that their names be neither passed on to the Government nor published.",
            "A. Example, director",
        ),
        (
            "ru",
            "Уважаемый Специальный докладчик!",
            "Они просят не передавать их имена правительству и не публиковать их.",
            "А. Примеров, директор",
        ),
    ],
)
def test_a_letter_to_the_rapporteur_keeps_names_back(language: str, salutation: str, kept: str, signed: str) -> None:
    assert styled("sr-letter", language, "Letterhead")[0].startswith("Example Steppe Initiative")
    assert styled("sr-letter", language, "Salutation") == [salutation]
    assert kept in text("sr-letter", language)
    assert styled("sr-letter", language, "Signature Line") == [signed]
    assert not styled("sr-letter", language, "Subtitle")


@pytest.mark.parametrize(
    ("language", "subject", "salutation"),
    [
        ("en", "Subject: a memorandum on the reporting of funds from abroad", "Dear Minister,"),
        ("ru", "О порядке отчетности о средствах из-за рубежа", "Уважаемый господин Министр!"),
    ],
)
def test_a_memorandum_begins_with_a_letter_and_then_a_new_page(language: str, subject: str, salutation: str) -> None:
    assert styled("ministry-memo", language, "Subject") == [subject]
    assert styled("ministry-memo", language, "Salutation") == [salutation]
    order = [one.style.name for one in word("ministry-memo", language).paragraphs if one.style]
    assert order.index("Signature Line") < order.index("Title New Page") < order.index("Heading 1")


@BOTH
def test_key_recommendations_lead_to_their_paragraphs(language: str) -> None:
    letters, para = {"en": ["A", "B", "C"], "ru": ["А", "Б", "В"]}[language], {"en": "para", "ru": "п."}[language]
    blocks = [flat(one.replace("\xa0", " ")) for one in made("ministry-memo", language)[0]["txt"].decode().split("\n\n")]
    listed = [re.fullmatch(rf"(\w)\. (.+?)\.? \({re.escape(para)} (\d+)\)\.?", one) for one in blocks]
    found = [one.groups() for one in listed if one]
    assert [letter for letter, _, _ in found] == letters
    for _, words, number in found:
        assert f"{number}. {words}." in blocks


@BOTH
def test_duties_stand_side_by_side(language: str) -> None:
    duties = tables("ministry-memo", language)[0]
    assert (
        duties[0][1:]
        == {
            "en": ["Notice of foreign funds", "Database of organisations"],
            "ru": ["Уведомление о средствах из-за рубежа", "База данных организаций"],
        }[language]
    )
    assert [row[2] for row in duties if "31" in row[2]] == [{"en": "31 March", "ru": "31 марта"}[language]]


@pytest.mark.parametrize(
    ("kind", "language", "council", "title"),
    [
        ("public-council", "en", "The Public Council of the ministry in charge of civil society", "Memorandum to the Public Council"),
        ("public-council", "ru", "Общественный совет министерства", "Аналитическая записка для Общественного совета"),
        ("expert-council", "en", "The Expert Council of the Commission on Human Rights", "Memorandum to the Expert Council"),
        ("expert-council", "ru", "Экспертный совет Комиссии по правам человека", "Аналитическая записка для Экспертного совета"),
    ],
)
def test_a_council_is_addressed_by_its_name(kind: str, language: str, council: str, title: str) -> None:
    assert styled(kind, language, "Addressee")[0].startswith(council)
    assert styled(kind, language, "Subtitle") == [title]
    assert styled(kind, language, "Salutation") == [{"en": "Dear members of the Council,", "ru": "Уважаемые члены Совета!"}[language]]


# --- tables and papers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "columns", "first"),
    [
        ("en", ["Draft article", "Concern", "Standard", "Proposed wording"], "Article 3(1): who reports"),
        ("ru", ["Статья проекта", "Замечание", "Стандарт", "Предлагаемая редакция"], "Пункт 1 статьи 3: кто отчитывается"),
    ],
)
def test_comments_are_a_table_of_four_columns(language: str, columns: list[str], first: str) -> None:
    comments = tables("parliament-comments", language)[0]
    assert comments[0] == columns
    assert comments[1][0] == first
    assert len(comments) == 4
    assert all(all(row) for row in comments)


@BOTH
def test_comments_lie_on_their_side(language: str) -> None:
    assert all(section.page_width > section.page_height for section in word("parliament-comments", language).sections)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Nothing in it concedes that any measure was lawful"), ("ru", "Ничто в нем не означает признания законности")],
)
def test_a_cooperative_paper_concedes_nothing(language: str, words: str) -> None:
    for kind in ("ministry-memo", "public-council", "expert-council", "parliament-comments", "dialogue-platform"):
        assert words in text(kind, language), kind
        assert "tone-departed" not in made(kind, language)[1], kind
    assert words not in text("sr-letter", language)


@pytest.mark.parametrize(
    ("language", "platform", "meeting"),
    [
        ("en", "Consultative and Advisory Body “Dialogue Platform on the Human Dimension”", "Meeting of 12 November 2026"),
        ("ru", "Консультативно-совещательный орган «Диалоговая площадка по человеческому измерению»", "Заседание 12 ноября 2026 года"),
    ],
)
def test_a_paper_for_the_platform_names_it_and_the_meeting(language: str, platform: str, meeting: str) -> None:
    head = styled("dialogue-platform", language, "Letterhead")[0]
    assert head.startswith(platform)
    assert head.endswith(meeting)
