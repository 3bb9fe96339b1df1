"""A case's files into a case: its keys, its facts against their declarations, what it names, what it overrides."""

from __future__ import annotations

import pytest
from workspace import CASE, FACTS, PROFILE, clause, errors, heads, library, said, sources, stages, text

from briefkit.case import named_files, read_case
from briefkit.case.read import CaseFiles
from briefkit.libraries import read_library
from briefkit.model.case import Case
from briefkit.model.facts import Given, Record, Records, given_facts
from briefkit.source import Source


def case_of(yaml: str, secret: str | None = None, **chosen: str) -> Case:
    run = stages(yaml, secret=secret, **chosen)
    assert not run.has_errors, said(run.diagnostics)
    assert run.value.case is not None
    return run.value.case


def values(case: Case) -> dict[str, object]:
    """The facts of a case by path, those of the document left out."""
    return {one.path: one.value for one in given_facts(case.facts) if one.path not in {"tone", "language", "audience", "profile", "date"}}


class TestKeys:
    def test_what_is_left_out_has_its_meaning(self) -> None:
        case = case_of(CASE)
        assert (case.language, case.tone, case.date) == ("en", "neutral", None)
        assert (case.choice.none, case.choice.include, case.sections, case.exhibits, case.verified) == (False, (), (), (), ())

    @pytest.mark.parametrize(
        ("line", "expected", "hint"),
        [
            ("sectoins: {law: x}", ("unknown-key", "sectoins"), "did you mean “sections”?"),
            ("language: eng", ("unknown-language", "eng"), "did you mean “en”?"),
            ("language: kk", ("unknown-language", "kk"), "it can be made in en"),
            ("tone: coperative", ("unknown-tone", "coperative"), "did you mean “cooperative”?"),
            ("date: 2026-02-30", ("bad-date", "2026-02-30"), "for example 2025-03-14"),
            ("date: 1 May 2026", ("bad-date", "1 May 2026"), "for example 2025-03-14"),
            ("clauses: nil", ("unknown-choice", "nil"), "one of none"),
            ("clauses: {includ: []}", ("unknown-key", "includ"), "did you mean “include”?"),
            ("clauses: {tones: {a: harsh}}", ("unknown-tone", "harsh"), "one of cooperative, neutral, adversarial"),
            ("clauses: [a]", ("wrong-type", "[a]"), ""),
            ("sections: {lwa: x.md}", ("unknown-part", "lwa"), "did you mean “law”?"),
            ("sections: [x.md]", ("wrong-type", "[x.md]"), ""),
            ("exhibits: [{title: x}]", ("missing-key", "{title: x}"), "the name by which the text cites it"),
            ("exhibits: [{id: a, title: x, date: soon}]", ("bad-date", "soon"), "for example 2025-03-14"),
            ("exhibits: [{id: a, title: x}, {id: a, title: y}]", ("duplicate-id", "a"), "give each exhibit an id of its own"),
            ("exhibits: [{id: covenant, title: x}]", ("duplicate-id", "covenant"), "give each exhibit an id of its own"),
            ("title: again", ("yaml-duplicate-key", "title"), "keep one"),
            ("facts: [a]", ("wrong-type", "[a]"), ""),
            ("verified: {cite: x}", ("wrong-type", "{cite: x}"), ""),
            ("filed: {to: the court}", ("missing-key", "{to: the court}"), "the day on which it was filed"),
            ("filed: {on: soon, to: the court}", ("bad-date", "soon"), "for example 2025-03-14"),
            ("filed: 2026-10-01", ("wrong-type", "2026-10-01"), ""),
        ],
    )
    def test_mistakes(self, line: str, expected: tuple[str, str], hint: str) -> None:
        run = stages(CASE + line + "\n", library(clause(slug="a")))
        [problem] = run.diagnostics
        assert problem.span is not None
        assert (problem.code, problem.span.text, problem.span.line) == (*expected, 3)
        if hint:
            assert problem.hint == hint

    @pytest.mark.parametrize("key", ["profile", "title"])
    def test_missing_keys(self, key: str) -> None:
        [problem] = stages("".join(line + "\n" for line in CASE.splitlines() if not line.startswith(key))).diagnostics
        assert (problem.code, problem.message, str(problem.span)) == ("missing-key", f"The key “{key}” is missing.", "case.yaml:1:1")

    @pytest.mark.parametrize(
        ("yaml", "code", "place"),
        [("", "missing-key", "1:1"), ("- a\n", "missing-key", "1:1"), ("a: [b\n", "yaml-syntax", "2:1"), ("words", "missing-key", "1:1")],
    )
    def test_no_case_at_all(self, yaml: str, code: str, place: str) -> None:
        run = stages(yaml)
        assert run.value.case is None
        [problem] = run.diagnostics
        assert (problem.code, str(problem.span)) == (code, f"case.yaml:{place}")

    def test_an_unknown_profile(self) -> None:
        [problem] = stages("profile: tset\ntitle: x\nsections: {any: x.md}\n").diagnostics
        assert (problem.code, str(problem.span), problem.hint) == ("unknown-profile", "case.yaml:1:10", "did you mean “test”?")

    def test_a_json_case_is_a_case(self) -> None:
        assert text('{"profile": "test", "title": "A test", "clauses": "none"}') == "Test opinion\nA test\n"

    def test_an_unknown_language_is_one_problem_however_many_clauses_there_are(self) -> None:
        run = stages(CASE + "language: de\n", library(clause(slug="a"), clause(slug="b")))
        assert said(run.diagnostics) == [("unknown-language", "de")]


class TestChosenOnTheCommandLine:
    def test_goes_before_the_case(self) -> None:
        other = library(profile=PROFILE) | {"styles/profiles/other.yaml": PROFILE.replace("[en]", "[en, kk]")}
        run = stages(CASE + "tone: neutral\nlanguage: en\n", other, profile="other", tone="adversarial", language="kk")
        assert not run.has_errors
        case = run.value.case
        assert case is not None
        assert case.profile is not None
        assert (case.profile.id, case.tone, case.language) == ("other", "adversarial", "kk")

    @pytest.mark.parametrize(
        ("name", "value", "code", "place"),
        [
            ("profile", "tset", "unknown-profile", "--profile:1:1"),
            ("tone", "harsh", "unknown-tone", "--tone:1:1"),
            ("language", "de", "unknown-language", "--lang:1:1"),
            ("language", "kk", "unknown-language", "--lang:1:1"),
        ],
    )
    def test_mistakes_point_at_the_option(self, name: str, value: str, code: str, place: str) -> None:
        run = stages(CASE, **{name: value})
        assert [(one.code, str(one.span), one.span and one.span.text) for one in run.diagnostics] == [(code, place, value)]

    def test_an_unknown_style(self) -> None:
        [problem] = stages(CASE, style="international").diagnostics
        assert (problem.code, problem.message) == ("unknown-style", "There is no citation style “international”.")
        assert problem.hint == "did you mean “international-law”?"


class TestFacts:
    def test_values_by_type(self) -> None:
        case = case_of(
            CASE + "facts:\n  org: {name: Sample, foreign_funding: yes, activities: [a, b]}\n  error: {days_late: 9}\n"
            "  forum: courts\n"
            "  measures: [{type: fine, date: 2025-03-14, amount_kzt: 12.5, legal_basis: '@covenant, art 5', complained_of: true}]\n"
        )
        found = values(case)
        assert (found["org.name"], found["org.foreign_funding"], found["org.activities"]) == ("Sample", True, ("a", "b"))
        assert (found["error.days_late"], found["forum"], found["measure.amount_kzt"]) == (9, "courts", 12.5)
        assert str(found["measure.date"]) == "2025-03-14"

    def test_about_a_value(self) -> None:
        given = '{value: 9, source: "@x1, p 1", date: 2025-01-31, as_reported: true}'
        yaml = f"exhibits: [{{id: x1, title: X}}]\nfacts: {{error: {{days_late: {given}}}}}\n"
        [fact] = [one for one in given_facts(case_of(CASE + yaml).facts) if one.path == "error.days_late"]
        assert (fact.value, fact.source, str(fact.as_of), fact.as_reported, fact.span.text) == (9, "@x1, p 1", "2025-01-31", True, "9")

    @pytest.mark.parametrize("word", ["true", "yes", "да", "иә", "False", "no", "нет", "жоқ"])
    def test_yes_and_no_in_three_languages(self, word: str) -> None:
        expected = word in {"true", "yes", "да", "иә"}
        assert values(case_of(CASE + f"facts: {{org: {{foreign_funding: {word}}}}}\n"))["org.foreign_funding"] is expected

    def test_numbers_and_dates_are_texts_where_a_text_is_wanted(self) -> None:
        assert values(case_of(CASE + "facts: {org: {name: 2025}}\n"))["org.name"] == "2025"
        assert values(case_of(CASE + "facts: {org: {name: 2025-01-01}}\n"))["org.name"] == "2025-01-01"

    @pytest.mark.parametrize(
        ("facts", "expected", "hint"),
        [
            ("{org: {nmae: x}}", ("unknown-fact", "nmae"), "did you mean “org.name”?"),
            ("{zzz: x}", ("unknown-fact", "zzz"), "the facts are declared in clauses/facts.yaml"),
            ("{org: x}", ("unknown-fact", "org"), "give org: {…}, or leave it out"),
            ("{measures: [{dat: 2025-01-01}]}", ("unknown-fact", "dat"), "did you mean “measure.date”?"),
            ("{forum: curts}", ("unknown-choice", "curts"), "did you mean “courts”?"),
            ("{org: {name: true}}", ("wrong-fact", "true"), ""),
            ("{org: {name: [a]}}", ("wrong-fact", "[a]"), ""),
            ("{org: {name: }}", ("wrong-fact", ""), ""),
            ('{org: {name: "  "}}', ("wrong-fact", '"  "'), ""),
            ("{org: {foreign_funding: perhaps}}", ("wrong-fact", "perhaps"), ""),
            ("{org: {activities: [a, [b]]}}", ("wrong-fact", "[b]"), ""),
            ("{error: {days_late: -1}}", ("wrong-fact", "-1"), ""),
            ("{error: {days_late: 1.5}}", ("wrong-fact", "1.5"), ""),
            ("{error: {days_late: nine}}", ("wrong-fact", "nine"), ""),
            ("{measures: [{amount_kzt: 1 200}]}", ("wrong-fact", "1 200"), ""),
            ("{measures: [{amount_kzt: -5}]}", ("wrong-fact", "-5"), ""),
            ("{measures: [{date: 2025-02-30}]}", ("bad-date", "2025-02-30"), "for example 2025-03-14"),
            ("{measures: [{date: 14.03.2025}]}", ("bad-date", "14.03.2025"), "for example 2025-03-14"),
            ("{measures: [{legal_basis: art 5}]}", ("wrong-fact", "art 5"), ""),
            ('{measures: [{legal_basis: "@covenant, art"}]}', ("bad-pinpoint", '"@covenant, art"'), ""),
            ("{measures: {type: fine}}", ("wrong-fact", "{type: fine}"), ""),
            ("{measures: [fine]}", ("wrong-fact", "fine"), ""),
            ("{measures: [{id: a}, {id: a}]}", ("duplicate-id", "a"), "rename one of them"),
            (
                "{measures: [{complained_of: true}, {complained_of: true}]}",
                ("wrong-fact", "{complained_of: true}"),
                "set complained_of: true once",
            ),
            ("{error: {days_late: {value: 9, sourec: x}}}", ("unknown-key", "sourec"), "did you mean “source”?"),
            ("{error: {days_late: {value: 9, date: soon}}}", ("bad-date", "soon"), "for example 2025-03-14"),
            (
                '{error: {days_late: {value: 9, source: "@x9, p 1"}}}',
                ("unknown-authority", '"@x9, p 1"'),
                "briefkit authorities list shows all",
            ),
            ('{error: {days_late: {value: 9, source: "@covenant, art"}}}', ("bad-pinpoint", '"@covenant, art"'), ""),
            ("{error: {days_late: {source: x}}}", ("missing-key", "{source: x}"), "give it under the key value"),
            ('{error: {days_late: {value: 9, source: "see @x1, p 1"}}}', ("citation-syntax", '"see @x1, p 1"'), ""),
            ("{tone: neutral}", ("unknown-fact", "tone"), "the case and its profile say it"),
            ("{date: 2025-01-01}", ("unknown-fact", "date"), "the case and its profile say it"),
        ],
    )
    def test_mistakes(self, facts: str, expected: tuple[str, str], hint: str) -> None:
        [problem] = stages(CASE + f"facts: {facts}\n").diagnostics
        assert problem.span is not None
        assert (problem.code, problem.span.text, problem.span.source.name, problem.span.line) == (*expected, "case.yaml", 3)
        if hint:
            assert problem.hint == hint

    @pytest.mark.parametrize("value", ["[a]", "", '"  "', "true"])
    def test_a_wrong_fact_is_not_also_a_missing_one(self, value: str) -> None:
        run = stages(CASE + f"facts: {{org: {{name: {value}}}}}\n", library(clause("It is {{ org.name }}.", slug="a")))
        assert [code for code, _ in said(run.diagnostics)] == ["wrong-fact"]

    @pytest.mark.parametrize(
        ("fact", "when"),
        [
            ("measures: [{date: 2025-02-30}]", "measure.date > 2025-01-01"),
            ("measures: [{type: fien}]", 'measure.type == "fine"'),
            ("error: {days_late: nine}", "error.days_late < 3"),
        ],
    )
    def test_a_condition_on_a_wrong_fact_adds_no_error(self, fact: str, when: str) -> None:
        run = stages(CASE + f"facts: {{{fact}}}\n", library(clause(slug="a", more=f"when: '{when}'\n")))
        assert len(errors(run.diagnostics)) == 1


class TestTheRecordComplainedOf:
    def test_the_one_that_is_marked(self) -> None:
        case = case_of(CASE + "facts: {measures: [{type: warning}, {type: fine, complained_of: true}]}\n")
        assert chosen_type(case) == "fine"

    def test_the_only_one(self) -> None:
        assert chosen_type(case_of(CASE + "facts: {measures: [{type: warning}]}\n")) == "warning"

    def test_none_of_several(self) -> None:
        assert case_of(CASE + "facts: {measures: [{type: warning}, {type: fine}]}\n").facts.get("measure") is None

    def test_none_at_all(self) -> None:
        case = case_of(CASE + "facts: {measures: []}\n")
        assert case.facts.get("measure") is None
        assert case.facts.get("measures") == Records((), case.facts.get("measures").span)  # type: ignore[union-attr]


def chosen_type(case: Case) -> object:
    measure = case.facts.get("measure")
    assert isinstance(measure, Record)
    kind = measure.get("type")
    assert isinstance(kind, Given)
    return kind.value


class TestSecretFacts:
    @pytest.mark.parametrize("secret", ["org: {name: Hidden}\n", "facts: {org: {name: Hidden}}\n"])
    def test_join_the_others(self, secret: str) -> None:
        case = case_of(CASE + "facts: {org: {foreign_funding: true}}\n", secret)
        assert values(case) == {"org.foreign_funding": True, "org.name": "Hidden"}

    def test_stand_alone(self) -> None:
        assert values(case_of(CASE, "org: {name: Hidden}\n")) == {"org.name": "Hidden"}

    def test_may_be_empty(self) -> None:
        assert values(case_of(CASE, "")) == {}

    def test_a_fact_in_both_files(self) -> None:
        run = stages(CASE + "facts: {org: {name: Open}}\n", secret="org: {name: Hidden}\n")
        [problem] = run.diagnostics
        assert (problem.code, str(problem.span)) == ("duplicate-id", "case.secret.yaml:1:13")
        assert problem.hint == "keep one; it stands at case.yaml:3:21 already"

    def test_mistakes_in_it(self) -> None:
        assert heads(stages(CASE, secret="org: {nmae: x}\n").diagnostics) == [("unknown-fact", "nmae")]
        assert [code for code, _ in said(stages(CASE, secret="org: {name\n").diagnostics)] == ["yaml-syntax"]


class TestReferences:
    CASE = CASE + "clauses: none\nrefs: refs.json\n"

    @pytest.mark.parametrize(
        ("refs", "expected"),
        [
            ("{}", [("bad-reference-file", "{}")]),
            ('[{"type": "book"}]', [("bad-reference-file", '{"type": "book"}')]),
            ('["x"]', [("bad-reference-file", '"x"')]),
            ('[{"id": "a", "type": "book", "title": "T"}, {"id": "a", "type": "book", "title": "T"}]', [("duplicate-id", '"a"')]),
            ('[{"id": "covenant", "type": "book", "title": "T"}]', [("duplicate-id", '"covenant"')]),
            ('[{"id": "a", "type": "boook", "title": "T"}]', [("unknown-choice", '"boook"')]),
            ('[{"id": "a", "type": "book", "title": "T", "issued": "soon"}]', [("bad-date", '"soon"')]),
            ('[{"id": "a"', [("yaml-syntax", "")]),
            ("", []),
        ],
    )
    def test_mistakes(self, refs: str, expected: list[tuple[str, str]]) -> None:
        run = stages(self.CASE, files={"refs.json": refs})
        assert said(run.diagnostics) == expected
        assert all(one.span is not None and one.span.source.name == "refs.json" for one in run.diagnostics)


class TestNamedFiles:
    def test_are_listed_with_their_places(self) -> None:
        yaml = "sections: {law: a.md, end: 5}\nrefs: r.json\nexhibits: [{id: x, file: p.pdf}, {id: y}, z]\n"
        assert [(one.path, one.span.text, one.read) for one in named_files(Source("case.yaml", yaml))] == [
            ("a.md", "a.md", True),
            ("5", "5", True),
            ("r.json", "r.json", True),
            ("p.pdf", "p.pdf", False),
        ]

    @pytest.mark.parametrize("yaml", ["", "- a", "a: [", "sections: x\nrefs: [a]\nexhibits: {}\n", "sections: {law: , end: [a]}\nrefs:\n"])
    def test_of_what_is_no_case(self, yaml: str) -> None:
        assert named_files(Source("case.yaml", yaml)) == ()


def test_a_library_without_facts_takes_a_case_without_facts() -> None:
    read = read_case(CaseFiles(Source("case.yaml", CASE)), read_library([sources(library(facts=FACTS[:0] or "{}\n"))]).value)
    assert read.diagnostics == ()
