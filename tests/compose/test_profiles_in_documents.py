"""What a profile brings to a document: places, boilerplate, roles, tables from text, what it asks for, languages."""

from __future__ import annotations

import pytest
from workspace import CASE, PROFILE, built, errors, flat, library, said, stages, wrong

from briefkit.tree import Heading, Styled, Table
from briefkit.walk import blocks_within

PARTS = """\
title: {en: Test letter, ru: Письмо}
audience: ministry
languages: [en, ru]
style: international-law
template: house
dated: false
named: false
asks: [{fact: forum, says: {en: say where it goes}}]
parts:
  - {id: end, heading: {en: Annex, ru: Приложение}, place: annex, numbered: false}
  - {id: law, heading: {en: The law, ru: Право}, closes: [peace]}
  - {id: head, place: letter, opens: [head]}
  - {id: note, place: cover, opens: [note]}
"""
TEXTS = {
    "styles/boilerplate/head.en.md": "::: addressee\nTo {{ org.name }}\\\nStreet\n:::\n",
    "styles/boilerplate/head.ru.md": "::: addressee\nКому: {{ org.name }}\n:::\n",
    "styles/boilerplate/note.en.md": "::: cover-note\nA note.\n:::\n",
    "styles/boilerplate/peace.en.md": '{% if tone == "cooperative" %}\n\nWithout prejudice.\n\n{% endif %}\n',
    "styles/boilerplate/peace.ru.md": "Без ущерба.\n",
    "styles/boilerplate/note.ru.md": "Заметка.\n",
}
LETTER = (
    CASE
    + "date: 2026-11-01\ntone: cooperative\nclauses: none\nsections: {law: law.md, end: end.md}\nfacts: {org.name: Aikyn, forum: courts}\n"
)
FILES = {"law.md": "Words.", "end.md": "Reviewed."}


def layer(**changes: str) -> dict[str, str]:
    return library(profile=changes.get("profile", PARTS)) | TEXTS


def test_parts_stand_where_their_places_say() -> None:
    lines = [line for line in built(LETTER, layer(), FILES).decode().splitlines() if line and not set(line) <= set("=-")]
    assert [line.strip() for line in lines] == [
        *("To Aikyn", "Street", "A test", "A note.", "The law", "1. Words.", "2. Without prejudice.", "Annex", "Reviewed.")
    ]


def test_the_places_are_counted_in_top_blocks_and_an_annex_is_marked() -> None:
    opinion = stages(LETTER, layer(), FILES).value.opinion
    assert opinion is not None
    assert (opinion.before_title, opinion.before_contents, opinion.date, opinion.subtitle) == (1, 2, "", ())
    assert isinstance(opinion.blocks[0], Styled) and opinion.blocks[0].role == "addressee"
    assert [one.annex for one in opinion.blocks if isinstance(one, Heading)] == [False, True]


def test_a_covering_letter_puts_the_title_on_a_new_page() -> None:
    opinion = stages(LETTER, layer(profile=PARTS.replace("place: letter", "place: covering")), FILES).value.opinion
    assert opinion is not None and opinion.title_page
    plain = stages(LETTER, layer(), FILES).value.opinion
    assert plain is not None and not plain.title_page


def test_boilerplate_follows_the_language_and_must_be_there() -> None:
    text = flat(built(LETTER, layer(), FILES, language="ru").decode())
    assert "Кому: Aikyn" in text and "Без ущерба." in text and "Право" in text
    missing = layer()
    del missing["styles/boilerplate/note.ru.md"]
    [problem] = wrong(stages(LETTER, missing, FILES, language="ru").diagnostics)
    assert (problem.code, problem.message) == ("missing-text", "The boilerplate “note” has no text in “ru”.")
    assert problem.hint == "add styles/boilerplate/note.ru.md"


def test_boilerplate_that_is_nowhere_and_facts_that_nobody_declared() -> None:
    typos = layer(profile=PARTS.replace("opens: [head]", "opens: [haed]").replace("fact: forum", "fact: forun"))
    found = [(one.code, one.hint) for one in wrong(stages(LETTER, typos, FILES).diagnostics)]
    assert found == [("unknown-fact", "did you mean “forum”?"), ("unknown-boilerplate", "did you mean “head”?")]
    typo = layer() | {"styles/boilerplate/note.en.md": "{{ org.nme }}\n"}
    assert errors(stages(LETTER, typo, FILES).diagnostics)[0] == ("unknown-fact", "org.nme")


def test_what_the_forum_expects_and_the_case_does_not_give() -> None:
    assert said(stages(LETTER, layer(), FILES).diagnostics) == []
    [problem] = stages(LETTER.replace(", forum: courts", ""), layer(), FILES).diagnostics
    assert (problem.code, str(problem.severity), problem.hint) == ("fact-expected", "warning", "say where it goes")
    assert problem.message == "The forum expects “forum”, which the case does not give."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("::: signatrue\nX\n:::", ("unknown-role", "::: signatrue")),
        ("> ::: nothing\n> X\n> :::", ("unknown-role", "> ::: nothing")),
        ("::: signature\nX", ("markup-unsupported", "::: signature")),
        (":::\nX", ("markup-unsupported", ":::\nX")),
        ("::: {lang=rr}\nX\n:::", ("unknown-language", "::: {lang=rr}")),
        ("a [b]{lang=rr} c", ("unknown-language", "b")),
        ("See [table](#no).", ("dead-reference", "[table](#no)")),
        ("See [annex](#no).", ("dead-reference", "[annex](#no)")),
    ],
)
def test_roles_and_references_that_are_none(words: str, expected: tuple[str, str]) -> None:
    [problem] = wrong(stages(LETTER, layer(), FILES | {"law.md": words}).diagnostics)
    assert problem.span is not None
    assert (problem.code, problem.span.text) == expected


@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        ("en", "As listed in “[annex](#end)”.", "As listed in “Annex”."),
        ("ru", "См. [annex](#end).", "См. Приложение."),
        ("en", "As listed: [see](#end).", "As listed: see Annex."),
    ],
)
def test_an_annex_is_named_by_its_part_and_printed_by_its_heading(language: str, words: str, shown: str) -> None:
    assert shown in flat(built(LETTER, layer(), FILES | {"law.md": words}, language=language).decode())


def test_an_annex_that_is_not_there() -> None:
    [typo] = wrong(stages(LETTER, layer(), FILES | {"law.md": "See [annex](#ende)."}).diagnostics)
    assert (typo.message, typo.hint) == ("The document has no annex “ende”.", "did you mean “end”?")
    [body] = wrong(stages(LETTER, layer(), FILES | {"law.md": "See [annex](#law)."}).diagnostics)
    assert body.hint == "an annex is a part of the profile whose place is annex, named by its id; here: end"
    without = LETTER.replace(", end: end.md", "")
    [empty] = wrong(stages(without, layer(), FILES | {"law.md": "See [annex](#end)."}).diagnostics)
    assert empty.hint == "an annex is a part of the profile whose place is annex; this document has none with a heading"


TABLE = PROFILE.replace(
    "    heading: {en: The law}\n",
    """\
    heading: {en: The law}
    columns:
      - {id: article, heading: {en: Article}}
      - {id: concern, heading: {en: Concern}}
      - {id: wording, heading: {en: Wording}}
""",
)
ROWS = """\
# Article 5

::: wording
New words [@covenant, art 22(1)].

A second paragraph.
:::

::: concern
Too vague.
:::

# Article 6

::: concern
- one
- two
:::
"""
OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def test_a_part_with_columns_is_one_table() -> None:
    run = stages(OWN, library(profile=TABLE), {"law.md": "Before.\n\n" + ROWS})
    assert run.value.opinion is not None
    [table] = [one for one in blocks_within(run.value.opinion.blocks) if isinstance(one, Table)]
    assert [len(row) for row in (table.header, *table.rows)] == [3, 3, 3]
    assert len(table.rows[0][2]) == 2
    assert table.rows[1][2] == ()
    text = flat(built(OWN, library(profile=TABLE), {"law.md": "Before.\n\n" + ROWS}).decode())
    assert text.index("1. Before.") < text.index("Article 5") < text.index("Too vague.") < text.index("New words")


def test_text_that_stands_in_no_column() -> None:
    run = stages(OWN, library(profile=TABLE), {"law.md": ROWS + "\nStray.\n"})
    [problem] = wrong(run.diagnostics)
    assert (problem.code, problem.span.text if problem.span else "", problem.hint) == (
        *("unknown-role", "Stray."),
        "write ::: concern, ::: wording",
    )


SPOKEN = """\
profile: test
title: {en: A test, ru: Проба}
clauses: none
sections: {law: {en: law.md, ru: law.ru.md}}
exhibits: [{id: x1, title: {en: Decision, ru: Решение}, file: x1.txt}]
facts:
  org.name: {value: {en: Steppe Fund, ru: Степной фонд}, source: "@x1"}
  org.activities: {en: [teaching], ru: [обучение]}
"""
WORDS = {"law.md": "{{ org.name }}: {{ org.activities }} [@x1].", "law.ru.md": "{{ org.name }}: {{ org.activities }} [@x1]."}
BOTH = PROFILE.replace("[en]", "[en, ru, kk]")


def test_one_case_in_two_languages() -> None:
    english = flat(built(SPOKEN, library(profile=BOTH), WORDS).decode())
    assert "A test" in english and "Steppe Fund: teaching.[1]" in english and "Exhibit 1: Decision." in english
    russian = flat(built(SPOKEN, library(profile=BOTH), WORDS, language="ru").decode())
    assert "Проба" in russian and "Степной фонд: обучение.[1]" in russian and "Приложение 1: Решение." in russian


def test_a_language_in_which_a_case_does_not_exist_says_all_that_is_missing() -> None:
    found = wrong(stages(SPOKEN, library(profile=BOTH), WORDS, language="kk").diagnostics)
    assert [one.code for one in found] == ["missing-text"] * 5
    assert [one.message for one in found] == [
        "The title is not given in “kk”.",
        "The part “law” is not given in “kk”.",
        "The title of exhibit “x1” is not given in “kk”.",
        "The fact org.name is not given in “kk”.",
        "The fact org.activities is not given in “kk”.",
    ]
    assert found[0].hint == "it is given in en, ru; add kk: beside it"


def test_a_profile_like_another_under_its_own_name() -> None:
    files = library() | {"styles/profiles/other.yaml": "like: test\ntitle: {en: Other name}\nlanguages: [ru]\n"}
    case = OWN.replace("profile: test", "profile: other") + "language: ru\n"
    assert built(case, files, {"law.md": "Words."}).decode().startswith("Other name\n")
    typos = files | {"styles/profiles/other.yaml": "like: tset\n"}
    found = wrong(stages(case, typos, {"law.md": "Words."}).diagnostics)
    assert ("unknown-profile", "did you mean “test”?") in [(one.code, one.hint) for one in found]


def test_the_citation_style_of_a_language() -> None:
    profile = BOTH.replace("style: international-law", "style: international-law\nstyles: {ru: nothing-such}")
    assert wrong(stages(OWN, library(profile=profile), {"law.md": "W."}).diagnostics) == []
    [problem] = wrong(stages(OWN, library(profile=profile), {"law.md": "W."}, language="ru").diagnostics)
    assert (problem.code, problem.message) == ("unknown-style", "There is no citation style “nothing-such”.")


def test_a_translation_that_lags_behind_is_remarked_in_drafts_alone() -> None:
    files = {
        "clauses/arguments/a/clause.yaml": (
            "title: {en: On a, ru: Об а}\nkind: treaty-obligation\nversion: 3\nstatus: draft\ntranslations: {ru: 2}\n"
        ),
        "clauses/arguments/a/en.md": "Text.",
        "clauses/arguments/a/ru.md": "Текст.",
    }
    case = "profile: test\ntitle: Test\nlanguage: ru\n"
    draft = built(case, library(files, profile=BOTH)).decode()
    assert "Перевод передаёт версию 2; сейчас действует версия 3." in flat(draft)
    assert "Перевод передаёт" not in flat(built(case, library(files, profile=BOTH), final=True).decode())
