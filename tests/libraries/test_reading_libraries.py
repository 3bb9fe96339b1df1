"""A workspace's files into a library: what each says, what is wrong with it, and how layers add up."""

from __future__ import annotations

from datetime import date

import pytest
from workspace import AUTHORITIES, FACTS, PROFILE, clause, heads, library, said, sources

from briefkit.diagnostics import Checked
from briefkit.libraries import read_library
from briefkit.model.libraries import Library
from briefkit.model.naming import in_language

YAML = "clauses/arguments/a/clause.yaml"
TEXT = "clauses/arguments/a/en.md"


def read(*layers: dict[str, str]) -> Checked[Library]:
    return read_library([sources(layer) for layer in layers])


def with_line(line: str, text: str = "Words.") -> dict[str, str]:
    """The small library with a clause that has one more line."""
    return library(clause(text, slug="a", more=line + "\n"), clause(slug="other"))


class TestAClause:
    def test_all_that_it_says(self) -> None:
        yaml = """\
title: {en: The test, ru: Проверка}
catalogue: C05
kind: soft-law
when: org.foreign_funding
audiences: [court]
requires: [b]
conflicts: [c]
version: 3
translations: {ru: 2}
status: reviewed
"""
        made = read(library({YAML: yaml, TEXT: "English.", "clauses/arguments/a/ru.md": "Russian."}, clause(slug="b"), clause(slug="c")))
        assert made.diagnostics == ()
        found = made.value.clause("a")
        assert found is not None
        assert (found.catalogue, found.kind, found.audiences, found.version, found.status) == ("C05", "soft-law", ("court",), 3, "reviewed")
        assert found.when is not None
        assert found.when.span.text == "org.foreign_funding"
        assert [one.name for one in (*found.requires, *found.conflicts)] == ["b", "c"]
        assert found.translations == (("ru", 2),)
        assert [language for language, _ in found.texts] == ["en", "ru"]
        assert [in_language(found.title, language) for language in ("en", "ru", "kk")] == ["The test", "Проверка", "The test"]
        russian = found.text("ru")
        assert russian is not None
        assert russian.text == "Russian."
        assert found.text("kk") is None

    def test_what_is_left_out_has_its_meaning(self) -> None:
        found = read(library(clause(slug="a"))).value.clause("a")
        assert found is not None
        assert (found.when, found.requires, found.conflicts) == (None, (), ())
        assert found.audiences == ("court", "ministry", "parliament", "un-body")

    @pytest.mark.parametrize(
        ("line", "expected", "hint"),
        [
            ("requries: [other]", ("unknown-key", "requries"), "did you mean “requires”?"),
            ("requires: [othr]", ("unknown-clause", "othr"), "did you mean “other”?"),
            ("conflicts: [zzz]", ("unknown-clause", "zzz"), "briefkit clauses list shows all"),
            ("audiences: [courts]", ("unknown-choice", "courts"), "did you mean “court”?"),
            ("translations: {de: 1}", ("unknown-language", "de"), "one of en, ru, kk"),
            ("translations: {ru: one}", ("wrong-type", "one"), ""),
            ("requires: other", ("wrong-type", "other"), ""),
            ("when: org.forein_funding", ("unknown-fact", "org.forein_funding"), "did you mean “org.foreign_funding”?"),
            ('when: measure.type == "fien"', ("unknown-choice", '"fien"'), "did you mean “fine”?"),
            ("when: org.foreign_funding = 1", ("condition-syntax", "="), "compare with =="),
            ("when: measure.date > 2025-02-30", ("bad-date", "2025-02-30"), "dates are YYYY-MM-DD"),
            ("when: \"measure.type == 'fien'\"", ("unknown-choice", "'fien'"), "did you mean “fine”?"),
            ("when:", ("wrong-type", ""), "give a value or remove the key"),
            ("when: [a]", ("wrong-type", "[a]"), ""),
            ("kind: soft-law", ("yaml-duplicate-key", "kind"), "keep one"),
            ("requires: &x [other]", ("yaml-alias", "&x ["), "write the value out where it is meant"),
        ],
    )
    def test_mistakes(self, line: str, expected: tuple[str, str], hint: str) -> None:
        made = read(with_line(line))
        [problem] = made.diagnostics
        assert problem.span is not None
        assert (problem.code, problem.span.text) == expected
        assert (problem.span.source.name, problem.span.line) == (YAML, 5)
        if hint:
            assert problem.hint == hint

    @pytest.mark.parametrize(
        ("key", "about"), [("title", "the heading"), ("kind", "what kind"), ("version", "a number"), ("status", "draft,")]
    )
    def test_missing_keys(self, key: str, about: str) -> None:
        files = clause(slug="a")
        files[YAML] = "".join(line + "\n" for line in files[YAML].splitlines() if not line.startswith(key))
        [problem] = read(library(files)).diagnostics
        assert (problem.code, problem.message) == ("missing-key", f"The key “{key}” is missing.")
        assert problem.hint.startswith(about)

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("version: 1", "version: 0", ("wrong-type", "0")),
            ("version: 1", "version: one", ("wrong-type", "one")),
            ("status: draft", "status: daft", ("unknown-choice", "daft")),
            ("kind: treaty-obligation", "kind: treaty", ("unknown-choice", "treaty")),
            ("{en: On a}", "{en: On a, de: Über a}", ("unknown-language", "de")),
            ("{en: On a}", "On a", ("wrong-type", "On a")),
            ("{en: On a}", "{en: [On a]}", ("wrong-type", "[On a]")),
        ],
    )
    def test_wrong_values(self, old: str, new: str, expected: tuple[str, str]) -> None:
        files = clause(slug="a")
        assert said(read(library({**files, YAML: files[YAML].replace(old, new)})).diagnostics) == [expected]

    @pytest.mark.parametrize(
        ("yaml", "code", "place"),
        [
            ("", "missing-key", "1:1"),
            ("# nothing\n", "missing-key", "1:1"),
            ("- a list\n", "wrong-type", "1:1"),
            ("title: {en: On a\nkind: x\n", "yaml-syntax", "2:5"),
            ("title: a: b\n", "yaml-syntax", "1:9"),
            ("title:\n\t- x\n", "yaml-syntax", "2:1"),
        ],
    )
    def test_what_is_no_clause(self, yaml: str, code: str, place: str) -> None:
        made = read(library({YAML: yaml, TEXT: "Words."}))
        [problem] = made.diagnostics
        assert (problem.code, str(problem.span)) == (code, f"{YAML}:{place}")
        assert made.value.clauses == ()

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("{{ org.nmae }}", ("unknown-fact", "org.nmae")),
            ("{% if org.nmae %}x{% endif %}", ("unknown-fact", "org.nmae")),
            ('{% if measure.type == "x" %}x{% endif %}', ("unknown-choice", '"x"')),
            ("{% for m in measures %}{{ m.dat }}{% endfor %}", ("unknown-fact", "m.dat")),
            ("{{ org.name", ("template-syntax", "{{")),
            ("{% set x = 1 %}", ("template-forbidden", "{% set x = 1 %}")),
        ],
    )
    def test_its_text_is_checked_before_any_case(self, text: str, expected: tuple[str, str]) -> None:
        assert said(read(library(clause(text, slug="a"))).diagnostics) == [expected]

    def test_a_name_within_any_may_be_a_field_or_a_fact_of_the_case(self) -> None:
        when = 'when: any(measures, type == "fine" and org.foreign_funding)'
        assert read(with_line(when)).diagnostics == ()
        assert said(read(with_line('when: any(measures, typ == "fine")')).diagnostics) == [("unknown-fact", "typ")]


class TestAuthorities:
    def test_all_that_one_says(self) -> None:
        found = read(library()).value.authority("covenant")
        assert found is not None
        assert (found.status, found.confirmed, found.csl["title"], found.csl["volume"]) == ("binding", True, "Covenant on Testing", "999")
        assert found.csl["issued"] == {"date-parts": [[1966, 12, 16]]}
        assert "custom" not in found.csl
        first, second, third = found.pinpoints
        assert (first.loc, first.says) == ("art 22(1)", "everyone may associate")
        assert first.verified is not None
        assert (first.verified.seen, first.verified.by, first.verified.on) == ("the printed volume", "a tester", date(2026, 1, 2))
        assert (second.verified, third.loc) == (None, "art 19")

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("type: treaty", "type: traety", [("unknown-choice", "traety")]),
            ("status: binding", "status: bindign", [("unknown-choice", "bindign")]),
            ("issued: 1966-12-16", "issued: 1966-13-16", [("bad-date", "1966-13-16")]),
            ("issued: 1966-12-16", "issued: [1966]", [("bad-date", "[1966]")]),
            ("issued: 1966-12-16", "issued: 1966/1967/1968", [("bad-date", "1966/1967/1968")]),
            ("confirmed: true", "confirmed: ja", [("wrong-type", "ja")]),
            ("confirmed: true", "comfirmed: true", [("missing-key", "status: binding"), ("unknown-key", "comfirmed")]),
            ("on: 2026-01-02", "on: 2026-02-30", [("bad-date", "2026-02-30")]),
            (
                "on: 2026-01-02",
                "at: 2026-02-03",
                [("missing-key", "{seen: the printed volume, by: a tester, at: 2026-02-03}"), ("unknown-key", "at")],
            ),
            ("says: everyone may speak", "sais: x", [("missing-key", "{loc: art 19, sais: x}"), ("unknown-key", "sais")]),
            ("status: binding", "in-force: 2006-13\n    status: binding", [("bad-date", "2006-13")]),
            ("id: report", "id: covenant", [("duplicate-id", "covenant")]),
            ("- id: report\n  type", "- type", [("missing-key", "type: report")]),
        ],
    )
    def test_mistakes(self, old: str, new: str, expected: list[tuple[str, str]]) -> None:
        made = read(library(authorities=AUTHORITIES.replace(old, new)))
        assert heads(made.diagnostics) == expected

    @pytest.mark.parametrize(
        ("written", "parts"),
        [
            ("1966", [[1966]]),
            ("1966-12", [[1966, 12]]),
            ("2020-01-02/2020-03-04", [[2020, 1, 2], [2020, 3, 4]]),
            ("{date-parts: [[1966, 12]]}", [[1966, 12]]),
        ],
    )
    def test_dates(self, written: str, parts: list[list[int]]) -> None:
        made = read(library(authorities=AUTHORITIES.replace("1966-12-16", written)))
        assert made.diagnostics == ()
        found = made.value.authority("covenant")
        assert found is not None
        assert found.csl["issued"] == {"date-parts": parts}

    def test_names(self) -> None:
        more = "  author: [{family: Doe, given: J}, Human Rights Committee]\n  editor: A body\n  translator: {family: Roe}\n"
        made = read(library(authorities=AUTHORITIES.replace("  title-short: CT\n", "  title-short: CT\n" + more)))
        found = made.value.authority("covenant")
        assert found is not None
        assert found.csl["author"] == [{"family": "Doe", "given": "J"}, {"literal": "Human Rights Committee"}]
        assert found.csl["editor"] == [{"literal": "A body"}]
        assert found.csl["translator"] == [{"family": "Roe"}]

    def test_the_second_of_a_duplicate_is_named_with_the_place_of_the_first(self) -> None:
        again = {"clauses/authorities/more.yaml": AUTHORITIES.split("- id: report")[0]}
        [problem] = read(library(again)).diagnostics
        assert (problem.code, str(problem.span)) == ("duplicate-id", "clauses/authorities/more.yaml:1:7")
        assert problem.hint == "it stands at clauses/authorities/all.yaml:1:7 already"


class TestSources:
    HEAD = "---\nauthority: covenant\nlanguage: en\norigin: the volume\n---\n"

    def sourced(self, text: str) -> Checked[Library]:
        return read(library({"clauses/sources/covenant.en.md": text}))

    def test_each_pinpoint_has_its_text(self) -> None:
        made = self.sourced(self.HEAD + "\n## art 1\n\nFirst.\n\nMore.\n\n## para 2 {.not-quotable}\n\nSecond.\n")
        assert made.diagnostics == ()
        [stored] = made.value.sources
        assert (stored.authority, stored.language, stored.origin) == ("covenant", "en", "the volume")
        assert [(one.loc, one.text, one.quotable) for one in stored.texts] == [
            ("art 1", "First.\n\nMore.", True),
            ("para 2", "Second.", False),
        ]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("## art 1\n\nText.\n", [("missing-key", "")]),
            ("---\nauthority: covenant\nlanguage: en\norigin: x\n", [("missing-key", "")]),
            ("---\nauthority: covenant\nlanguage: de\norigin: x\n---\n", [("unknown-language", "de")]),
            (
                "---\nauthority: covenant\nlanguag: en\norigin: x\n---\n",
                [("missing-key", "authority: covenant"), ("unknown-key", "languag")],
            ),
            ("---\nauthority: covenent\nlanguage: en\norigin: x\n---\n## art 1\n\nText.", [("unknown-authority", "")]),
        ],
    )
    def test_mistakes(self, text: str, expected: list[tuple[str, str]]) -> None:
        assert heads(self.sourced(text).diagnostics) == expected

    def test_places_in_the_head_are_those_of_the_file(self) -> None:
        [problem] = self.sourced(self.HEAD.replace("en\n", "eng\n")).diagnostics
        assert (problem.code, str(problem.span)) == ("unknown-language", "clauses/sources/covenant.en.md:3:11")


class TestFacts:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("x: {type: txt, question: {en: Q}}", ("unknown-choice", "txt")),
            ("x: {question: {en: Q}}", ("missing-key", "{question: {en: Q}}")),
            ("x: {type: text, question: {de: Q}}", ("unknown-language", "de")),
            ("x: {type: text, question: {en: Q}, secret: true}", ("unknown-key", "secret")),
            ("x: text", ("wrong-type", "text")),
            ("org.name: {type: text, question: {en: Q}}", ("yaml-duplicate-key", "org.name")),
        ],
    )
    def test_mistakes(self, line: str, expected: tuple[str, str]) -> None:
        assert said(read(library(facts=FACTS + line + "\n")).diagnostics) == [expected]

    def test_all_that_one_says(self) -> None:
        line = "x: {type: choice, question: {en: Q}, help: {en: H}, choices: {y: {en: why}}, confidential: true, identifying: true}\n"
        [found] = [one for one in read(library(facts=FACTS + line)).value.facts if one.path == "x"]
        assert (found.type, found.question, found.help, found.choices) == (
            "choice",
            (("en", "Q"),),
            (("en", "H"),),
            (("y", (("en", "why"),)),),
        )
        assert found.confidential
        assert found.identifying


class TestProfiles:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("audience: ministry", "audience: ministers", ("unknown-choice", "ministers")),
            ("languages: [en]", "languages: [de]", ("unknown-language", "de")),
            ("style: int", "stile: x\nstyle: int", ("unknown-key", "stile")),
            ("kinds: [remedy]", "kinds: [remedies]", ("unknown-choice", "remedies")),
            ("kinds: [remedy]", "clauses: [nothing]", ("unknown-clause", "nothing")),
            ("kinds: [remedy]", "numbered: maybe", ("wrong-type", "maybe")),
            ("parts:", "limits: [{of: lines, max: 5, source: x, verified: true}]\nparts:", ("unknown-choice", "lines")),
        ],
    )
    def test_mistakes(self, old: str, new: str, expected: tuple[str, str]) -> None:
        assert said(read(library(profile=PROFILE.replace(old, new))).diagnostics) == [expected]

    def test_two_parts_of_one_name(self) -> None:
        [problem] = read(library(profile=PROFILE.replace("id: end", "id: law"))).diagnostics
        assert (problem.code, problem.message) == ("duplicate-id", "The profile “test” has two parts “law”.")
        assert str(problem.span) == "styles/profiles/test.yaml:13:5"

    def test_its_limits(self) -> None:
        more = "limits: [{of: words, max: 9000, source: rule 5, verified: false}]\nparts:"
        found = read(library(profile=PROFILE.replace("parts:", more))).value.profile("test")
        assert found is not None
        [limit] = found.limits
        assert (limit.of, limit.max, limit.source, limit.verified) == ("words", 9000, "rule 5", False)


class TestLayers:
    def test_a_later_one_adds_and_replaces(self) -> None:
        own = {
            **clause("Own words.", slug="a", title="Own"),
            **clause("New.", slug="new"),
            "clauses/authorities/own.yaml": AUTHORITIES.split("- id: report")[0].replace("Covenant on Testing", "Own Covenant"),
            "clauses/facts.yaml": "org.name: {type: text, question: {en: Own question?}}\nown.fact: {type: text, question: {en: Q}}\n",
            "styles/profiles/own.yaml": PROFILE,
        }
        made = read(library(clause("Shipped.", slug="a"), clause(slug="b")), own)
        assert made.diagnostics == ()
        assert [one.slug for one in made.value.clauses] == ["a", "b", "new"]
        replaced = made.value.clause("a")
        assert replaced is not None
        assert in_language(replaced.title, "en") == "Own"
        assert [one.text for _, one in replaced.texts] == ["Own words."]
        assert {one.id: one.csl["title"] for one in made.value.authorities} == {
            "covenant": "Own Covenant",
            "report": "Report on Testing",
        }
        assert {one.path: one.question[0][1] for one in made.value.facts}["org.name"] == "Own question?"
        assert "own.fact" in [one.path for one in made.value.facts]
        assert [one.id for one in made.value.profiles] == ["own", "test"]

    def test_files_of_other_names_are_not_read(self) -> None:
        stray = {
            "clauses/arguments/a/notes.yaml": "{",
            "clauses/notes.yaml": "{",
            "styles/x.yaml": "{",
            "clauses/arguments/clause.yaml": "{",
        }
        assert {(one.code, one.span.source.name) for one in read(library(stray)).diagnostics if one.span} == {
            ("file-unread", path) for path in stray
        }


def test_problems_come_by_file_and_place_each_once() -> None:
    layer = library(clause("{{ b.b }} {{ a.a }}", slug="b", more="when: x.x and y.y\n"), clause("{{ c.c }}", slug="a"))
    places = [str(one.span) for one in read(layer).diagnostics]
    assert places == [
        "clauses/arguments/a/en.md:1:4",
        "clauses/arguments/b/clause.yaml:5:7",
        "clauses/arguments/b/clause.yaml:5:15",
        "clauses/arguments/b/en.md:1:4",
        "clauses/arguments/b/en.md:1:14",
    ]
