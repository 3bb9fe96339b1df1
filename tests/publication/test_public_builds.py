"""A whole public version: what is in its files, what is kept of it, and what stops it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from public_cases import CONTACTS, NAME, NUMBER, PERSON, VICTIMS, public_inputs
from ten_forms import found
from workspace import said

from briefkit.build import Built, build_with_sources
from briefkit.diagnostics import Checked
from briefkit.source import Source
from briefkit.tree import Figure
from briefkit.walk import blocks_within

ENDINGS = ("docx", "html", "txt")


def made(own: str = "Own text.", language: str = "en", **given: str | tuple[str, ...]) -> Checked[Built]:
    return build_with_sources(public_inputs(own, language, **given), ENDINGS)  # type: ignore[arg-type]


def text_of(built: Checked[Built]) -> str:
    assert built.value.outputs, said(built.diagnostics)
    return " ".join(built.value.outputs["txt"].decode().replace("\xa0", " ").split())


def package(built: Checked[Built]) -> dict[str, bytes]:
    assert built.value.outputs, said(built.diagnostics)
    with zipfile.ZipFile(io.BytesIO(built.value.outputs["docx"])) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def hidden() -> Iterator[tuple[str, str]]:
    yield from (("org.name", NAME), ("person.name", PERSON), ("case.number", NUMBER))
    yield from (("person.victims", one) for one in VICTIMS)
    yield from (("org.contacts", one) for one in CONTACTS.split(", "))


def test_every_place_has_the_same_pseudonym() -> None:
    text = text_of(made(f"{PERSON} of {NAME} can be reached at {CONTACTS.split(', ')[0]}."))
    assert "The case of Organisation A" in text
    assert text.count("Person A of Organisation A can be reached at [contact details].") == 3  # the paragraph, the caption, the note
    assert "Organisation A was heard on a day in March 2025 by a State authority." in text
    assert "Seen by Person A, Person B and Person C and Person B, Person C, in case [a case number]." in text
    assert "Ask Organisation A" in text and "or Person B and Person C." in text
    assert "Letter of March 2025 to Organisation A | March 2025" in text
    assert "Person A | About KZT 30,000,000" in text and "Organisation A | About KZT 2,000,000" in text
    assert "| A fine, about KZT 1,000,000 | A State authority |" in text


def test_the_days_of_exhibits_are_days_of_the_case() -> None:
    inputs = public_inputs("Received on 25 February 2025, told on 3 May 2025, and in force since 1 July 2025.")
    case = inputs.case.case
    text = case.text.replace("exhibits:\n", "exhibits:\n- {id: x2, title: Note of 3 May 2025, date: 2025-02-25}\n")
    built = build_with_sources(replace(inputs, case=replace(inputs.case, case=Source(case.name, text))), ENDINGS)
    assert "Received on a day in February 2025, told on a day in May 2025, and in force since 1 July 2025." in text_of(built)


def test_conditions_ask_for_the_value_itself() -> None:
    assert "The fine is about KZT 1,000,000; fewer than 10 people work there." in text_of(made())


def test_a_choice_or_an_act_that_is_confidential_is_not_printed_either() -> None:
    assert "It is [not made public A] all the same, under [not made public B]." in text_of(made())


def test_the_index_and_counsels_checklist_say_no_more() -> None:
    built = build_with_sources(replace(public_inputs(f"{PERSON} came."), index=True), [*ENDINGS, "checklist.docx"])
    assert "Organisation A" in text_of(built) and "Annex: index of facts and exhibits" in text_of(built)
    assert found(built.value.outputs, hidden()) == []


def test_nothing_of_it_stands_in_any_part() -> None:
    built = made(f"{PERSON} of {NAME}, {CONTACTS}, {NUMBER}, {VICTIMS[1]}.")
    assert found(built.value.outputs, hidden()) == []
    assert found(build_with_sources(replace(public_inputs(), public=False), ENDINGS).value.outputs, hidden()) != []


def test_a_figure_is_drawn_by_rounded_numbers() -> None:
    """The lengths of bars would give the sums away to whoever measures them."""

    stages = made().value.stages
    assert stages and stages.opinion
    [figure] = [one for one in blocks_within(stages.opinion.blocks) if isinstance(one, Figure)]
    assert [mark.size for mark in figure.marks] == [30_000_000, 2_000_000]


def test_it_is_no_working_draft() -> None:
    parts = package(made("Own text [@report, para 9]."))
    document = parts["word/document.xml"].decode()
    assert "<w:sdt>" not in document and "word/comments.xml" not in parts and "docProps/custom.xml" not in parts
    assert "[verify]" in "".join(re.findall(r">([^<]*)<", document + parts["word/footnotes.xml"].decode()))
    assert made().value.sources is None


def test_notes_to_the_drafter_are_left_out() -> None:
    assert "Daniyar knows" not in text_of(made("Own text.{% note %}Daniyar knows more.{% endnote %}"))


@pytest.mark.parametrize(
    ("own", "found_there"),
    [
        ("Saule Omarovaʼs report.", "Omarova"),
        ("Отчет Сауле Омаровой.", "Омаровой"),
        ("The report of S. Omarova.", "S. Omarova"),
        ("The report of OMAROVA.", "OMAROVA"),
        ("Call 7700 1234567.", "7700 1234567"),
        ("Case 7512 25 00 4A 123.", "7512 25 00 4A 123"),
        ("The work of Zhibek *Zholy* Qory.", "Zhibek Zholy Qory"),
    ],
)
def test_what_is_written_in_another_way_stops_the_build_and_is_shown(own: str, found_there: str) -> None:
    built = made(own)
    assert built.value.outputs == {}
    leaks = [one for one in built.diagnostics if one.code == "leak"]
    assert any(found_there in str(one.message) and "docx" in str(one.message) for one in leaks), said(built.diagnostics)
    assert all(one.span for one in leaks)


def test_it_has_no_live_citations() -> None:
    built = build_with_sources(replace(public_inputs(), zotero=True), ["docx"])
    assert [code for code, _ in said(built.diagnostics)].count("zotero-public") == 1
    assert b"ZOTERO" not in package(built)["word/document.xml"]


def test_a_russian_document_speaks_russian() -> None:
    text = text_of(made(f"Дело организации {NAME} от 14 марта 2025 года.", "ru"))
    assert "Дело организации А от … марта 2025 года." in text
    assert "Лицо А" in text and "около 1 000 000 тенге" in text and "менее 10" in text


def test_the_same_case_gives_the_same_bytes() -> None:
    assert made().value.outputs == made().value.outputs


# --- whatever the names are ------------------------------------------------------------------------

LATIN, CYRILLIC = "abcdefghiklmnoprstuvyz", "абвгдежзиклмнопрстуфхцчшюяәғқңөұүі"


def words(letters: str) -> st.SearchStrategy[str]:
    return st.text(letters, min_size=4, max_size=9).map(str.capitalize)


def names(least: int = 1, most: int = 3) -> st.SearchStrategy[str]:
    """A name of some words, all in one alphabet."""
    return st.sampled_from([LATIN, CYRILLIC]).flatmap(lambda one: st.lists(words(one), min_size=least, max_size=most).map(" ".join))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=names(),
    person=names(2),
    victims=st.lists(names(2), min_size=1, max_size=3, unique=True).map(tuple),
    number=st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{3}", fullmatch=True),
    contacts=st.from_regex(r"\+7 7[0-9]{2} [0-9]{3} [0-9]{2} [0-9]{2}, [a-z]{4,8}@[a-z]{4,8}\.example", fullmatch=True),
    language=st.sampled_from(["en", "ru"]),
)
def test_no_confidential_fact_survives_in_any_part(
    name: str, person: str, victims: tuple[str, ...], number: str, contacts: str, language: str
) -> None:
    """Every value is printed, and typed into own text; either all of them are gone, or nothing is written at all."""
    own = f"Then {person} of {name} told {victims[-1]} about {number}: {contacts}."
    built = made(own, language, name=name, person=person, victims=victims, number=number, contacts=contacts)
    there = [("name", name), ("person", person), ("number", number), *(("victim", one) for one in victims)]
    there += [("contacts", one) for one in contacts.split(", ")]
    event("built" if built.value.outputs else "stopped")
    if built.value.outputs:
        assert found(built.value.outputs, iter(there)) == []
    else:
        assert "leak" in dict(said(built.diagnostics)), said(built.diagnostics)
