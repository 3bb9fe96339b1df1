"""The health of a library: what each rule finds, where, and what it leaves in peace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from workspace import AUTHORITIES, CASE, FACTS, PROFILE, clause, library, sources

from briefkit.case import CaseFiles, read_case
from briefkit.diagnostics import Diagnostic
from briefkit.health import RULES, Example, Subject, check_health, subject_of
from briefkit.libraries import read_library
from briefkit.plan import make_plan
from briefkit.source import Source

TODAY = date(2026, 11, 24)


def looked_at(*clauses: Mapping[str, str], examples: tuple[str, ...] = (), language: str = "", **changes: str) -> Subject:
    """A library with clauses and example cases; `more` and the like replace a file of it, as in `library`."""
    files = library(*clauses, **{name: text for name, text in changes.items() if "/" not in name})
    files |= {name: text for name, text in changes.items() if "/" in name}
    read = read_library([sources(files)])
    assert [one for one in read.diagnostics if one.is_error] == []
    cases = [read_case(CaseFiles(Source("case.yaml", text), None, {}), read.value, {}).value for text in examples]
    made = tuple(Example(case, make_plan(case, read.value).value) for case in cases if case)
    return subject_of(read.value, made, TODAY, language)


def found(code: str, subject: Subject) -> list[Diagnostic]:
    return [one for one in check_health(subject) if one.code == code]


def named(code: str, subject: Subject) -> list[str]:
    """What stands under each finding of a code."""
    return [one.span.text.split("\n")[0] if one.span else "" for one in found(code, subject)]


# --- authorities and pinpoints --------------------------------------------------------------------


class TestAuthorities:
    def test_one_that_nothing_cites(self) -> None:
        [problem] = found("authority-unused", looked_at(clause("A [@covenant, art 19].", slug="a")))
        assert (problem.message, str(problem.severity)) == ("Nothing in the library cites “report”.", "note")
        assert str(problem.span) == "clauses/authorities/all.yaml:19:7"

    @pytest.mark.parametrize(
        "more",
        [
            clause('{% if tone == "adversarial" %}B [@report].{% endif %}', slug="b"),
            clause("B^[See @report].", slug="b"),
            {"styles/boilerplate/x.en.md": "As @report says."},
            {"clauses/sources/report.en.md": "---\nauthority: report\nlanguage: en\norigin: x\n---\n## para 1\nWords.\n"},
        ],
    )
    def test_one_that_is_cited_somewhere(self, more: Mapping[str, str]) -> None:
        assert named("authority-unused", looked_at(clause("A [@covenant].", slug="a"), more)) == []

    def test_one_that_only_an_examples_facts_name(self) -> None:
        case = (
            CASE
            + 'facts: {measures: [{type: fine, legal_basis: "@report, para 1"}], org: {name: {value: X, source: "@covenant, art 19"}}}\n'
        )
        assert named("authority-unused", looked_at(examples=(case,))) == []

    def test_a_retired_clause_uses_nothing(self) -> None:
        retired = clause("A [@report].", slug="a")
        path = "clauses/arguments/a/clause.yaml"
        retired[path] = retired[path].replace("draft", "retired")
        assert named("authority-unused", looked_at(retired)) == ["report"]

    def test_one_that_is_not_there(self) -> None:
        [problem] = found("unknown-authority", looked_at(clause("A [@covenent, art 19; @covenent].", slug="a")))
        assert (problem.is_error, problem.hint, problem.span and problem.span.text) == (True, "did you mean “covenant”?", "@covenent")


class TestPinpoints:
    def test_one_that_the_authority_does_not_list(self) -> None:
        subject = looked_at(clause("A [@covenant, art 19 and 22(3)].", slug="a"), clause("B [@covenant, art 22(3)].", slug="b"))
        [problem] = found("pinpoint-unlisted", subject)
        assert problem.message == "2 texts cite covenant, art 22(3), which the authority does not list."
        assert (str(problem.span), problem.hint) == ("clauses/arguments/a/en.md:1:4", "did you mean “art 22(2)” or “art 22(1)”?")

    def test_a_hint_where_nothing_is_near(self) -> None:
        [problem] = found("pinpoint-unlisted", looked_at(clause("A [@report, section V.B].", slug="a")))
        assert problem.hint == "add it to the pinpoints of report, with what it says"

    def test_one_that_is_cited_and_nobody_saw(self) -> None:
        subject = looked_at(clause("A [@covenant, art 22(1); @covenant, art 19; @report, para 7.6-7.7].", slug="a"))
        assert [one.message for one in found("unverified-pinpoint", subject)] == [
            "Texts cite covenant, art 19, and nobody has recorded that they saw it.",
            "Texts cite report, para 7.6-7.7, and nobody has recorded that they saw it.",
        ]
        assert {str(one.severity) for one in check_health(subject) if one.code.startswith("unverified")} == {"note"}

    def test_an_authority_that_nobody_checked(self) -> None:
        assert named("unverified-authority", looked_at()) == ["report"]

    @pytest.mark.parametrize(
        ("seen", "old"),
        [("2025-11-23", True), ("2025-11-24", False), ("2026-01-02", False), ("2024-02-29", True)],
    )
    def test_one_last_seen_more_than_a_year_ago(self, seen: str, old: bool) -> None:
        problems = found("verification-old", looked_at(authorities=AUTHORITIES.replace("2026-01-02", seen)))
        assert [(one.span and one.span.text, str(one.severity)) for one in problems] == ([(seen, "warning")] if old else [])

    def test_how_to_see_it_again(self) -> None:
        [problem] = found("verification-old", looked_at(authorities=AUTHORITIES.replace("2026-01-02", "2020-02-29")))
        assert problem.message == "covenant, art 22(1) was last seen on 2020-02-29, more than a year ago."
        assert problem.hint == 'open the printed volume again, and record it: briefkit authorities verify covenant "art 22(1)"'


# --- facts ----------------------------------------------------------------------------------------

UNASKED = "spare.one: {type: text, question: {en: One?}}\nspare.two: {type: text, question: {en: Two?}}\n"


class TestFacts:
    def test_one_that_nothing_asks_for(self) -> None:
        problems = found("fact-unused", looked_at(facts=UNASKED))
        assert [(one.span and one.span.text, str(one.severity)) for one in problems] == [("spare.one", "note"), ("spare.two", "note")]
        assert problems[0].message == "Nothing in the library asks for the fact “spare.one”."

    @pytest.mark.parametrize(
        "more",
        [
            clause("{{ spare.one }}", slug="a"),
            clause("{% if spare.one %}A{% endif %}", slug="a"),
            clause("A", slug="a", more='when: spare.one == "x"\n'),
            {"styles/boilerplate/x.en.md": "{{ spare.one }}"},
            {"styles/profiles/test.yaml": PROFILE + "asks: [{fact: spare.one, says: {en: Ask.}}]\n"},
        ],
    )
    def test_one_that_something_asks_for(self, more: Mapping[str, str]) -> None:
        assert named("fact-unused", looked_at(more, facts=UNASKED)) == ["spare.two"]

    def test_the_common_name_asks_for_all(self) -> None:
        assert named("fact-unused", looked_at(clause("{% if spare %}A{% endif %}", slug="a"), facts=UNASKED)) == []

    @pytest.mark.parametrize("text", ["{{ measure.date }}", "{% for one in measures %}{{ one.date }}{% endfor %}"])
    def test_a_field_of_records(self, text: str) -> None:
        unused = named("fact-unused", looked_at(clause(text, slug="a")))
        assert "measure.date" not in unused
        assert "measure.type" in unused

    def test_within_any_a_field_counts_under_its_list(self) -> None:
        text = '{% if any(measures, type == "fine" and org.name == "X") %}A{% endif %}'
        unused = named("fact-unused", looked_at(clause(text, slug="a")))
        assert {"measures", "measure.type", "org.name", "measure.complained_of"} & set(unused) == set()
        assert "measure.date" in unused

    @pytest.mark.parametrize(
        "more", [clause("::: chronology\n:::", slug="a"), {"styles/profiles/test.yaml": PROFILE + "  - {id: list, lists: chronology}\n"}]
    )
    def test_a_listing_shows_all_fields(self, more: Mapping[str, str]) -> None:
        assert [name for name in named("fact-unused", looked_at(more, facts=FACTS)) if name.startswith("measure")] == []


# --- clauses --------------------------------------------------------------------------------------


class TestClauses:
    @pytest.mark.parametrize(
        ("kind", "more", "reached"),
        [
            ("remedy", "", True),
            ("comparative", "", False),
            ("remedy", "audiences: [court, parliament]\n", False),
            ("remedy", "audiences: [court, ministry]\n", True),
        ],
    )
    def test_one_that_no_profile_takes(self, kind: str, more: str, reached: bool) -> None:
        problems = found("clause-unreached", looked_at(clause(slug="a", kind=kind, more=more)))
        assert [str(one.severity) for one in problems] == ([] if reached else ["warning"])
        assert all("“a”" in one.message and one.span and one.span.source.name.endswith("a/clause.yaml") for one in problems)

    def test_one_that_a_part_names(self) -> None:
        profile = PROFILE.replace("id: end", "id: end\n    clauses: [a]")
        assert named("clause-unreached", looked_at(clause(slug="a", kind="comparative"), profile=profile)) == []

    def test_drafts_are_listed(self) -> None:
        reviewed = clause(slug="b")
        path = "clauses/arguments/b/clause.yaml"
        reviewed[path] = reviewed[path].replace("draft", "reviewed")
        assert [one.message for one in found("clause-draft", looked_at(clause(slug="a"), reviewed))] == ["The clause “a” is a draft."]


# --- branches -------------------------------------------------------------------------------------

FOUR = """\
{% if tone == "cooperative" %}

Gently.

{% elif tone == "adversarial" %}

Firmly.{% if org.name %} By {{ org.name }}.{% endif %}

{% else %}

Plainly{% if org.name %}, for {{ org.name }}{% else %}, for somebody{% endif %}.

{% endif %}
"""


class TestBranches:
    @pytest.mark.parametrize(
        ("examples", "untried"),
        [
            (("",), [(1, "if"), (5, "elif"), (11, "if")]),
            (("facts: {org: {name: X}}\n",), [(1, "if"), (5, "elif"), (11, "else")]),
            (("", "facts: {org: {name: X}}\n"), [(1, "if"), (5, "elif")]),
            (("tone: adversarial\n", "tone: cooperative\n"), [(7, "if"), (9, "else")]),
            (("clauses: {tones: {a: cooperative}}\n",), [(5, "elif"), (9, "else")]),
        ],
    )
    def test_those_that_no_example_takes(self, examples: tuple[str, ...], untried: list[tuple[int, str]]) -> None:
        problems = found("branch-untried", looked_at(clause(FOUR, slug="a"), examples=tuple(CASE + one for one in examples)))
        assert [(one.span.line, one.span.text.split()[1]) for one in problems if one.span] == untried
        assert {str(one.severity) for one in problems} == {"note"}

    @pytest.mark.parametrize(
        ("text", "untried"),
        [
            ("{% if org.name %}{{ org.name }}{% endif %}", ["{% if org.name %}"]),
            ("{% if org.name %}{% note %}Ask.{% endnote %}{% endif %}", ["{% if org.name %}"]),
            ("{% if org.name %}{% endif %}", []),
            ("{% if not org.name %}{% note %}Ask.{% endnote %}{% endif %}", ["{% if not org.name %}"]),
            ("{% if forum == 'courts' %}{% note %}Ask.{% endnote %}{% endif %}", []),
            ("{% for one in measures %}{% if one.type == 'fine' %}A fine.{% else %}Else.{% endif %}{% endfor %}", ["{% else %}"]),
        ],
    )
    def test_what_a_branch_may_hold(self, text: str, untried: list[str]) -> None:
        case = CASE + "facts: {forum: courts, measures: [{type: fine}]}\n"
        assert named("branch-untried", looked_at(clause(text, slug="a"), examples=(case,))) == untried

    def test_a_clause_that_no_example_takes(self) -> None:
        subject = looked_at(clause(FOUR, slug="a", more="when: org.foreign_funding\n"), examples=(CASE,))
        assert [one.message for one in found("branch-untried", subject)] == ["No example takes the clause “a”."]

    def test_without_examples_nothing_is_said(self) -> None:
        assert named("branch-untried", looked_at(clause(FOUR, slug="a"))) == []


# --- languages ------------------------------------------------------------------------------------

TWO = PROFILE.replace("languages: [en]", "languages: [en, ru]")


class TestLanguages:
    def test_a_text_that_a_profile_needs(self) -> None:
        subject = looked_at(clause(slug="a"), profile=TWO)
        assert [(one.message, str(one.severity)) for one in found("translation-missing", subject)] == [
            ("The clause “a” has no text in “ru”.", "note")
        ]
        assert named("translation-missing", looked_at(clause(slug="a"))) == []

    def test_a_title(self) -> None:
        translated = clause(slug="a") | {"clauses/arguments/a/ru.md": "Текст."}
        assert [one.message for one in found("translation-missing", looked_at(translated, profile=TWO))] == [
            "The clause “a” has no title in “ru”."
        ]

    def test_a_standard_text(self) -> None:
        profile = TWO.replace("id: end", "id: end\n    closes: [x]")
        subject = looked_at({"styles/boilerplate/x.en.md": "Words."}, profile=profile)
        assert [one.message for one in found("translation-missing", subject)] == ["The standard text “x” is missing in “ru”."]

    def test_the_language_asked_about_is_warned_of(self) -> None:
        for language, severities in (("ru", ["warning"]), ("en", []), ("kk", [])):
            subject = looked_at(clause(slug="a"), profile=TWO, language=language)
            assert [str(one.severity) for one in found("translation-missing", subject)] == severities

    def test_a_translation_of_an_earlier_version(self) -> None:
        old = clause(slug="a", more="translations: {ru: 1, kk: 3}\n")
        path = "clauses/arguments/a/clause.yaml"
        old[path] = old[path].replace("version: 1", "version: 3")
        [problem] = found("translation-stale", looked_at(old))
        assert problem.message == "The text of “a” in “ru” renders version 1; the clause is at version 3."
        assert found("translation-stale", looked_at(old, language="kk")) == []


GLOSSARY = "- term: {en: dissolution, ru: роспуск}\n  instead_of: {en: [closure], ru: [закрыти*]}\n"


class TestKeepingStep:
    TEXT = clause("A [@covenant, art 19].", slug="a", more="translations: {ru: 1, kk: 1}\n")
    RUSSIAN = "clauses/arguments/a/ru.md"

    @pytest.mark.parametrize(("language", "places"), [("", 1), ("ru", 1), ("kk", 0)])
    def test_a_translation_that_departs_from_the_english_text(self, language: str, places: int) -> None:
        texts = {**self.TEXT, self.RUSSIAN: "А [@covenant, ст. 22(1)].", "clauses/arguments/a/kk.md": "А [@covenant, 19-бап]."}
        problems = found("translation-differs", looked_at(texts, language=language))
        assert [(str(one.span), one.message, str(one.severity)) for one in problems] == [
            (
                "clauses/arguments/a/ru.md:1:4",
                "Here the text in “ru” cites “@covenant, art 22(1)”, and the English text “@covenant, art 19”.",
                "warning",
            )
        ][:places]

    def test_one_that_is_empty_or_retired_or_has_no_english_beside_it(self) -> None:
        retired = {**clause("A.", slug="b"), "clauses/arguments/b/ru.md": "А [@covenant]."}
        path = "clauses/arguments/b/clause.yaml"
        retired[path] = retired[path].replace("draft", "retired")
        alone = {"clauses/arguments/c/clause.yaml": clause(slug="c")["clauses/arguments/c/clause.yaml"]}
        alone["clauses/arguments/c/ru.md"] = "А [@covenant]."
        assert found("translation-differs", looked_at({**self.TEXT, self.RUSSIAN: "\n"}, retired, alone)) == []

    def test_places_in_words_are_one_in_every_language(self) -> None:
        texts = {**clause("A [@report, {merits}].", slug="a"), self.RUSSIAN: "А [@report, {рассмотрение по существу}]."}
        subject = looked_at(texts)
        assert found("translation-differs", subject) == []
        assert [one.message for one in found("pinpoint-unlisted", subject)] == [
            "2 texts cite report, merits, which the authority does not list."
        ]


class TestTerms:
    def test_every_branch_of_a_text_and_every_title(self) -> None:
        texts = clause('{% if tone == "neutral" %}The closure.{% else %}A closure.{% endif %}', slug="a", title="On closure")
        more = {"clauses/glossary.yaml": GLOSSARY, "styles/boilerplate/x.ru.md": "О закрытии."}
        problems = found("glossary-departed", looked_at(texts, more))
        assert [(str(one.span), one.span.text if one.span and "md" in one.span.source.name else "") for one in problems] == [
            ("clauses/arguments/a/clause.yaml:1:16", ""),
            ("clauses/arguments/a/en.md:1:31", "closure"),
            ("clauses/arguments/a/en.md:1:51", "closure"),
            ("styles/boilerplate/x.ru.md:1:3", "закрытии"),
        ]
        assert [str(one.span) for one in found("glossary-departed", looked_at(texts, more, language="ru"))] == [
            "styles/boilerplate/x.ru.md:1:3"
        ]

    def test_a_term_without_a_word_in_a_language(self) -> None:
        assert [one.message for one in found("translation-missing", looked_at({"clauses/glossary.yaml": GLOSSARY}))] == [
            "The glossary has no word in “kk” for this term."
        ]


def test_a_text_whose_tags_do_not_pair_says_nothing_more() -> None:
    read = read_library([sources(library(clause("{% if org.name %}[@nobody]", slug="a")))])
    assert [one.code for one in read.diagnostics] == ["template-syntax"]
    assert found("unknown-authority", subject_of(read.value)) == []


def test_each_rule_says_what_it_looks_for() -> None:
    assert all(words and not words.endswith(".") for _, words in RULES)
    assert len({rule for rule, _ in RULES}) == len(RULES)
