"""Problems said in another language are said in it from end to end: what stays as it is are names, and the user's own words."""

from __future__ import annotations

import pytest
from capitals import capitals
from workspace import CASE, PROFILE, clause, library, sources, stages

from briefkit.build import style_named
from briefkit.diagnostics import Diagnostic
from briefkit.yamlmarks import read_yaml

FOREIGN = "when: org.foreign_funding\n"


def read(problem: Diagnostic) -> tuple[str, str]:
    return capitals(problem.message), capitals(problem.hint)


def of_case(facts: str) -> list[tuple[str, str]]:
    return [read(one) for one in stages(CASE + f"facts: {facts}\n").diagnostics]


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("{forum: []}", "THE FACT forum MUST BE ONE OF ITS CHOICES; THIS IS NOT."),
        ("{error: {days_late: few}}", "THE FACT error.days_late MUST BE A WHOLE NUMBER, 0 OR MORE; “few” IS NOT."),
        ("{org: {name: {ru: x}}}", "THE FACT org.name IS NOT GIVEN IN “en”."),
        ("{measures: [{date: soon}]}", "“soon” IS NOT A DATE, WRITTEN YYYY-MM-DD."),
        ("{measures: 1}", "THE FACT measures MUST BE A LIST OF RECORDS; “1” IS NOT."),
        ("{forum: nowhere}", "“nowhere” IS NOT A CHOICE OF forum."),
    ],
)
def test_wrong_facts(facts: str, message: str) -> None:
    assert message in [said for said, _ in of_case(facts)]


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("verified: x", "THIS MUST BE A LIST, NOT “x”.", ""),
        ("language: {}", "THIS MUST BE ONE OF en, ru, kk, NOT KEYS WITH VALUES.", ""),
        ("tone:", "NOTHING IS GIVEN HERE; THIS MUST BE ONE OF cooperative, neutral, adversarial.", "GIVE A VALUE OR REMOVE THE KEY"),
        ("exhibits: [{title: x}]", "THE KEY “id” IS MISSING.", "THE NAME BY WHICH THE TEXT CITES IT"),
    ],
)
def test_wrong_shapes(line: str, message: str, hint: str) -> None:
    assert (message, hint) in [read(one) for one in stages(CASE + line + "\n").diagnostics]


def test_reasons_of_the_plan() -> None:
    case = CASE + "facts: {org: {name: Aikyn}}\nclauses: {include: [c]}\n"
    clauses = (
        clause(slug="a", more="when: not org.name\n"),
        clause(slug="b", more=FOREIGN),
        clause(slug="c", more="requires: [d]\n"),
        clause(slug="d", more="audiences: [court, parliament]\n"),
    )
    run = stages(case, library(*clauses))
    plan = run.value.plan
    assert {one.clause.slug: capitals(one.reason) for one in (*plan.planned, *plan.left_out)} == {
        "a": "ITS CONDITION “not org.name” IS FALSE: org.name IS “Aikyn”",
        "b": "ITS CONDITION “org.foreign_funding” IS UNDECIDED: org.foreign_funding IS NOT GIVEN",
        "c": "THE CASE INCLUDES IT",
        "d": "IT IS WRITTEN FOR court, parliament, NOT FOR ministry",
    }
    assert "THE CLAUSE “d” IS REQUIRED HERE, BUT IT IS WRITTEN FOR court, parliament, NOT FOR ministry." in [
        said for said, _ in map(read, run.diagnostics)
    ]


def test_three_facts_of_one_condition() -> None:
    when = 'when: org.name and forum == "courts" and not error.days_late\n'
    run = stages(CASE + "facts: {org: {name: Aikyn}, forum: courts, error: {days_late: 3}}\n", library(clause(slug="a", more=when)))
    [left] = run.value.plan.left_out
    assert left.reason.endswith("is false: org.name is “Aikyn” and forum is “courts” and error.days_late is 3")
    assert capitals(left.reason).endswith("IS FALSE: org.name IS “Aikyn” AND forum IS “courts” AND error.days_late IS 3")


@pytest.mark.parametrize(
    ("when", "message", "hint"),
    [
        ("org.name ==", "HERE A FACT, A NUMBER, A DATE OR A TEXT IN QUOTATION MARKS IS EXPECTED, NOT THE END.", None),
        ("(org.name", "HERE “)” IS EXPECTED, NOT THE END.", None),
        ("org.name forum", "HERE “AND”, “OR” OR THE END IS EXPECTED, NOT “forum”.", None),
        ("any(1, true)", "“any” LOOKS THROUGH A LIST OF RECORDS.", "any(measures, …)"),
        ("any(org.activities, true)", "“any” LOOKS THROUGH A LIST OF RECORDS; “org.activities” IS A LIST.", None),
        (
            'error.days_late > "2"',
            "“>” CANNOT COMPARE THEM: “error.days_late” IS A NUMBER, AND “2” IS A TEXT.",
            "WRITE A NUMBER WITHOUT QUOTATION MARKS, SUCH AS 10",
        ),
        ("org > 2", "“>” CANNOT COMPARE THEM: “org” IS SEVERAL FACTS, AND “2” IS A NUMBER.", None),
    ],
)
def test_wrong_conditions(when: str, message: str, hint: str | None) -> None:
    found = [read(one) for one in stages(CASE, library(clause(slug="a", more=f"when: '{when}'\n"))).diagnostics]
    assert message in [said for said, _ in found]
    assert hint is None or (message, hint) in found


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("{% if tone %}x", "“if” IS NEVER CLOSED.", "ADD {% endif %}"),
        (
            "{{ tone.x() }}",
            "ONLY FACTS CAN BE PRINTED HERE.",
            "PRINT ONE FACT, LIKE {{ ORG.NAME }}, WITH THE FILTERS length, first, last, capital",
        ),
        ("{{ org.name }}", "THE TEXT PRINTS THE FACT “org.name”, WHICH THE CASE DOES NOT GIVE.", None),
        ("See [para](#nowhere).", "THIS REFERS TO A PARAGRAPH OF “nowhere”, WHICH IS NO CLAUSE.", None),
        ("Seen [@covenant, art 19].", "NOBODY HAS RECORDED THAT THEY SAW covenant, art 19.", None),
    ],
)
def test_wrong_texts(text: str, message: str, hint: str | None) -> None:
    found = [read(one) for one in stages(CASE, library(clause(text, slug="a"))).diagnostics]
    assert message in [said for said, _ in found]
    assert hint is None or (message, hint) in found


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("{of: words, max: 1, source: rule 5, verified: true}", "THE LIMIT OF 1 WORD (rule 5) IS EXCEEDED: THE BODY HAS "),
        ("{of: words, max: 1000, source: rule 5, verified: false}", "THE LIMIT OF 1,000 WORDS (rule 5) WAS NOT CHECKED AT ITS SOURCE."),
        ("{of: fee, source: rule 5, verified: true}", "WHAT THE FORUM ASKS ON THE FEE (rule 5) HAS TO BE SEEN TO BY A PERSON."),
        ("{of: languages, languages: [ru], source: rule 5, verified: true}", "THE RULE ON LANGUAGES: ru (rule 5) IS NOT MET: "),
    ],
)
def test_limits(limit: str, message: str) -> None:
    run = stages(CASE, library(clause("Two words.", slug="a"), profile=PROFILE + f"limits: [{limit}]\n"))
    assert any(said.startswith(message) for said, _ in map(read, run.diagnostics))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b: c", "THIS IS NOT WELL-FORMED YAML: MAPPING VALUES ARE NOT ALLOWED IN THIS CONTEXT."),
        ("a: [1", "THIS IS NOT WELL-FORMED YAML: DID NOT FIND EXPECTED ',' OR ']'."),
        ("a: !x 1", "A TAG IS NOT READ HERE."),
        ("a: &x 1", "AN ANCHOR OR ALIAS IS NOT READ HERE."),
    ],
)
def test_files_that_are_not_well_formed(text: str, message: str) -> None:
    [problem] = read_yaml(sources({"x.yaml": text})["x.yaml"]).diagnostics
    assert capitals(problem.message) == message


def test_files_that_nothing_reads() -> None:
    run = stages(CASE, {**library(), "clauses/authorities/x.yml": "x"})
    assert ("NOTHING READS THIS FILE WHERE IT STANDS.", "NAME IT x.yaml") in [read(one) for one in run.diagnostics]


def test_a_style_that_is_not_there() -> None:
    [problem] = style_named("zzz", [sources(library())]).diagnostics
    assert read(problem) == (
        "THERE IS NO CITATION STYLE “zzz”.",
        "ONE OF international-law; FOR THE PUBLIC STYLES BY NAME: PIP INSTALL 'BRIEFKIT[STYLES]'",
    )
