"""The limits of a forum: what is counted, and what it means to exceed one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from pressing import FakePress
from workspace import CASE, FACTS, PROFILE, clause, inputs, library, said, stages, write

from briefkit.build import build
from briefkit.diagnostics import Checked, Diagnostic
from briefkit.limits import count_words

WORDS = """\
# One two

Three {{ org.name }}, [@covenant, art 22(1)] and – so on.^[Not these words.] See [@covenant, art 22(1)].

> Quoted words

- an item
- another

| head | cell |
|---|---|
| in | table |

{% note %}not this{% endnote %}
"""
# One two / Three Aikyn Fund and so on See / Quoted words / an item another / head cell in table; and the part's heading, The law
COUNTED = 2 + 7 + 2 + 3 + 4 + 2
ALL = """\
clauses: none
sections: {law: law.md}
facts: {org.name: Aikyn Fund}
"""


def limited(limit: str, final: bool = False) -> list[Diagnostic]:
    profile = PROFILE.replace("parts:", f"limits: [{{{limit}, source: rule 5}}]\nparts:")
    run = stages(CASE + ALL, library(profile=profile), {"law.md": "One two three four five."}, final)
    return list(run.diagnostics)


def test_the_words_of_the_body() -> None:
    run = stages(CASE + ALL, files={"law.md": WORDS})
    assert said(run.diagnostics) == []
    assert run.value.opinion is not None
    assert count_words(run.value.opinion) == COUNTED


def test_the_words_of_clauses_and_their_headings() -> None:
    run = stages(CASE, library(clause("Two words.", slug="a")))
    assert run.value.opinion is not None
    assert count_words(run.value.opinion) == len(["The", "law", "On", "a", "Two", "words"])


@pytest.mark.parametrize(
    ("most", "final", "expected"),
    [(7, False, []), (7, True, []), (6, False, [("limit-exceeded", "warning")]), (6, True, [("limit-exceeded", "error")])],
)
def test_a_verified_limit(most: int, final: bool, expected: list[tuple[str, str]]) -> None:
    found = limited(f"of: words, max: {most}, verified: true", final)
    assert [(one.code, str(one.severity)) for one in found] == expected
    assert [(str(one.span), one.message, one.hint) for one in found] == [
        (
            "styles/profiles/test.yaml:6:10",
            "The limit of 6 words (rule 5) is exceeded: the body has 7, counted with its headings and without the title and the notes.",
            "shorten it by 1",
        )
    ] * len(expected)


@pytest.mark.parametrize("final", [False, True])
def test_a_limit_that_nobody_checked_only_warns(final: bool) -> None:
    found = limited("of: words, max: 6, verified: false", final)
    assert sorted((one.code, str(one.severity)) for one in found) == [("limit-exceeded", "warning"), ("unverified-limit", "warning")]


def on_pages(press: FakePress | None, final: bool = False) -> Checked[dict[str, bytes]]:
    profile = PROFILE.replace("parts:", "limits: [{of: pages, max: 2, source: rule 5, verified: true}]\nparts:")
    return build(inputs(CASE + ALL, library(profile=profile), {"law.md": "One two three."}), ["txt"], final, press=press)


def test_pages_are_counted_only_where_the_document_is_laid_out() -> None:
    [problem] = on_pages(None, final=True).diagnostics
    assert (problem.code, str(problem.severity), str(problem.span)) == ("limit-uncounted", "note", "styles/profiles/test.yaml:6:10")
    assert problem.message == "The limit of 2 pages (rule 5) is not applied: pages are counted only where the document is laid out."
    assert "--pages" in problem.hint


def test_as_many_pages_as_the_forum_takes() -> None:
    assert on_pages(FakePress(2), final=True).diagnostics == ()


@pytest.mark.parametrize(("final", "severity"), [(False, "warning"), (True, "error")])
def test_too_many_pages(final: bool, severity: str) -> None:
    made = on_pages(FakePress(3), final)
    [problem] = made.diagnostics
    assert (problem.code, str(problem.severity)) == ("limit-exceeded", severity)
    assert problem.message == "The limit of 2 pages (rule 5) is exceeded: the document has 3, counted with its cover and annexes."
    assert bool(made.value) is not final


def test_a_final_that_is_too_long_is_not_built(alone: Path, briefkit: Run) -> None:
    profile = PROFILE.replace("parts:", "limits: [{of: words, max: 3, source: rule 5, verified: true}]\nparts:")
    write(alone, {**library(profile=profile), "case.yaml": CASE + "clauses: none\nsections: {law: law.md}\n", "law.md": "One two three."})
    draft = briefkit("build", "case.yaml", "--format", "json")
    assert draft.exit_code == 0
    assert [one["code"] for one in json.loads(draft.stdout)["diagnostics"]] == ["limit-exceeded"]
    assert briefkit("build", "case.yaml", "--final").exit_code == 1


# --- other limits ------------------------------------------------------------------------------------

SPOKEN = PROFILE.replace("languages: [en]", "languages: [en, ru, kk]")
DAY = FACTS + "judgment.date: {type: date, question: {en: Day?}}\n"


def checked(limit: str, more: str = "", words: str = "Words.", final: bool = False, **chosen: str) -> list[Diagnostic]:
    profile = SPOKEN.replace("parts:", f"{limit}\nparts:")
    case = CASE + "clauses: none\nsections: {law: law.md}\n" + more
    run = stages(case, library(profile=profile, facts=DAY), {"law.md": words}, final, **chosen)
    return [one for one in run.diagnostics if one.code != "unverified-limit"]


def one_limit(limit: str) -> str:
    return f"limits: [{{{limit}, source: rule 5, verified: true}}]"


def test_the_notes_count_where_the_limit_says_so() -> None:
    words = "One two.^[Three four five.]"
    assert checked(one_limit("of: words, max: 4"), words=words) == []  # with the two words of the heading
    [problem] = checked(one_limit("of: words, max: 6, counting: body-and-notes"), words=words)
    assert problem.message == (
        "The limit of 6 words (rule 5) is exceeded: the body and the notes have 7, counted with its headings and without the title."
    )


@pytest.mark.parametrize(("language", "codes"), [("ru", []), ("kk", []), ("en", ["limit-exceeded"])])
def test_languages(language: str, codes: list[str]) -> None:
    found = checked(one_limit("of: languages, languages: [kk, ru]"), language=language)
    assert [one.code for one in found] == codes
    if found:
        assert found[0].message == "The rule on languages: kk, ru (rule 5) is not met: this document is in “en”."
        assert str(found[0].severity) == "warning"
        assert str(checked(one_limit("of: languages, languages: [kk, ru]"), final=True, language=language)[0].severity) == "error"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("date: 2026-02-28\nfacts: {judgment.date: 2025-02-28}\n", ""),
        ("date: 2026-03-01\nfacts: {judgment.date: 2025-02-28}\n", "limit-exceeded"),
        ("date: 2026-02-28\nfacts: {judgment.date: 2024-02-29}\n", "limit-exceeded"),
        ("date: 2025-02-28\nfacts: {judgment.date: 2024-02-29}\n", ""),
        ("facts: {judgment.date: 2025-02-28}\n", "limit-uncounted"),
        ("date: 2026-02-28\n", "limit-uncounted"),
    ],
)
def test_a_deadline_runs_from_a_date_of_the_case(given: str, code: str) -> None:
    found = checked(one_limit("of: deadline, months: 12, after: judgment.date"), given)
    assert [one.code for one in found] == ([code] if code else [])


def test_a_deadline_that_has_run_names_its_days() -> None:
    given = "date: 2025-03-20\nfacts: {judgment.date: 2025-03-01}\n"
    [problem] = checked(one_limit("of: deadline, days: 10, after: judgment.date"), given)
    assert problem.message == (
        "What the forum asks on the deadline (rule 5) ran until 2025-03-11, counted from 2025-03-01; this document is of 2025-03-20."
    )


@pytest.mark.parametrize("of", ["fee", "copies", "translation"])
def test_what_only_a_person_can_see_to(of: str) -> None:
    [problem] = checked(one_limit(f"of: {of}, says: {{en: as the rule has it}}"), final=True)
    assert (problem.code, str(problem.severity)) == ("limit-uncounted", "note")
    assert "as the rule has it (rule 5) has to be seen to by a person." in problem.message


@pytest.mark.parametrize(("least", "codes"), [(12, []), (14, ["limit-exceeded"])])
def test_the_size_of_type_is_that_of_the_template(least: int, codes: list[str]) -> None:
    profile = PROFILE.replace("parts:", one_limit(f"of: type-size, min: {least}") + "\nparts:")
    done = build(inputs(CASE + ALL, library(profile=profile), {"law.md": "Words."}), ["txt"])
    assert [one.code for one in done.diagnostics] == codes
    if codes:
        assert done.diagnostics[0].message.endswith("is not met: the template’s text has 12.")


BAN = "forbidden: [{words: {en: [violat], ru: [наруш]}, says: {en: say it otherwise}, source: rule 7, verified: %s, before: end, tone: %s}]"


@pytest.mark.parametrize(
    ("tone", "verified", "final", "severities"),
    [
        ("cooperative", "true", False, ["warning"]),
        ("cooperative", "true", True, ["error"]),
        ("cooperative", "false", True, ["warning"]),
        ("neutral", "true", True, []),
    ],
)
def test_words_that_the_forum_does_not_take(tone: str, verified: str, final: bool, severities: list[str]) -> None:
    case = f"tone: {tone}\n"
    found = checked(BAN % (verified, "cooperative"), case, "The rule Violates it.^[It violates.] An inviolable right.", final)
    assert [str(one.severity) for one in found] == severities
    if found:
        assert (found[0].code, found[0].span.text if found[0].span else "") == ("forbidden-content", "Violates")
        assert (found[0].message, found[0].hint) == ("“Violates” does not belong here (rule 7).", "say it otherwise")


def test_words_are_forbidden_before_a_part_alone() -> None:
    profile = PROFILE.replace("parts:", BAN % ("true", "cooperative") + "\nparts:")
    case = CASE + "tone: cooperative\nclauses: none\nsections: {law: law.md, end: end.md}\n"
    run = stages(case, library(profile=profile), {"law.md": "Calm.", "end.md": "It violates."})
    assert said(run.diagnostics) == []


@pytest.mark.parametrize("words", ["> The law violates it.\n\nCalm.", "- Calm.\n\n  > It violates.\n", "*Calm.^[It violates.]*"])
def test_a_block_quotation_or_a_note_may_hold_what_the_forum_does_not_take(words: str) -> None:
    found = checked(BAN % ("true", "cooperative"), "tone: cooperative\n", words, final=True)
    assert "forbidden-content" not in {one.code for one in found}


@pytest.mark.parametrize(("verified", "codes"), [("true", []), ("false", ["unverified-limit"])])
def test_a_ban_that_nobody_checked_says_so(verified: str, codes: list[str]) -> None:
    profile = PROFILE.replace("parts:", BAN % (verified, "cooperative") + "\nparts:")
    run = stages(CASE + "clauses: none\nsections: {law: law.md}\n", library(profile=profile), {"law.md": "Calm."})
    assert [one.code for one in run.diagnostics] == codes
