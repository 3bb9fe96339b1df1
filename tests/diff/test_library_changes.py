"""What changed in what clauses rest on: authorities, stored sources, facts, profiles, the words of the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from two_editions import as_edition, changed_yaml, changes, compared, sentences
from workspace import library

from briefkit.diff import Edition, compare
from briefkit.diff.fields import FieldChanged, NamesChanged
from briefkit.model.profiles import Boilerplate
from briefkit.source import Source

OLD = library()
AUTHORITIES, FACTS, PROFILE = "clauses/authorities/all.yaml", "clauses/facts.yaml", "styles/profiles/test.yaml"


class TestAuthorities:
    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("title: Report on Testing", "title: A Report", ["Its title was “Report on Testing” and is now “A Report”."]),
            ("issued: 1966-12-16", "issued: 1966-12-19", ["Its date was “1966-12-16” and is now “1966-12-19”."]),
            ("  number: A/1/2\n", "", ["Its number is gone: “A/1/2”."]),
            ("number: A/1/2", "number: A/1/2\n  author: A Council", ["Its author is now given: “A Council”."]),
            (
                "status: soft-law",
                "status: binding",
                ["Its status was “soft law, not binding on Kazakhstan” and is now “binding on Kazakhstan”."],
            ),
            (
                "number: A/1/2",
                "number: A/1/2\n  author: [{family: One, given: A}, {literal: A Council}, {family: Two, suffix: Jr}]",
                ['Its author is now given: “One, A; A Council; {"family": "Two", "suffix": "Jr"}”.'],
            ),
            ("issued: 2020", "issued: 2020/2021", ["Its date was “2020” and is now “2020/2021”."]),
            ("issued: 2020", "issued: {literal: spring}", ['Its date was “2020” and is now “{"literal": "spring"}”.']),
            ("confirmed: false", "confirmed: true", ["Its identity was confirmed."]),
            ("confirmed: true", "confirmed: false", ["Its identity is no longer confirmed."]),
            (
                "confirmed: true",
                "confirmed: true\n    in-force: 1976-03-23",
                ["The day on which it entered into force is now given: “1976-03-23”."],
            ),
            (
                "confirmed: true",
                "confirmed: true\n    recalled: {as: withdrawn, reason: A mistake., on: 2026-01-02}",
                ["It was withdrawn on 2026-01-02: A mistake."],
            ),
            ("    - {loc: art 19, says: everyone may speak}\n", "", ["It no longer lists art 19: “everyone may speak”."]),
            (
                "everyone may speak",
                "all may speak",
                ["What art 19 says was “everyone may speak” and is now “all may speak”."],
            ),
            (
                "    - loc: art 22(2)\n",
                "    - loc: art 9\n      says: nobody is held at will\n      verified: {seen: the print, by: a tester, on: 2026-01-03}\n"
                "    - loc: art 22(2)\n",
                ["It now lists art 9: “nobody is held at will”.", "art 9 was verified: the print, by a tester, on 2026-01-03."],
            ),
            (
                "says: restrictions must be necessary\n",
                "says: restrictions must be necessary\n      verified: {seen: the print, by: a tester, on: 2026-01-03}\n",
                ["art 22(2) was verified: the print, by a tester, on 2026-01-03."],
            ),
            (
                "      verified: {seen: the printed volume, by: a tester, on: 2026-01-02}\n",
                "",
                ["The verification of art 22(1) was withdrawn."],
            ),
            (
                "seen: the printed volume",
                "seen: a copy",
                ["The verification of art 22(1) changed: a copy, by a tester, on 2026-01-02."],
            ),
            ("loc: paras 7.6-7.7", "loc: para 7.6–7.7", ["The writing of a pinpoint was “paras 7.6-7.7” and is now “para 7.6–7.7”."]),
        ],
    )
    def test_what_its_file_says(self, old: str, new: str, said: list[str]) -> None:
        assert sentences(OLD, changed_yaml(OLD, old, new, AUTHORITIES)) == said

    def test_one_that_stands_again(self) -> None:
        recalled = "confirmed: true\n    recalled: {as: withdrawn, reason: A mistake., on: 2026-01-02}"
        new = changed_yaml(OLD, "confirmed: true", recalled, AUTHORITIES)
        assert sentences(new, OLD) == ["It is no longer marked as withdrawn."]

    def test_added_and_removed(self) -> None:
        new = {**OLD, AUTHORITIES: OLD[AUTHORITIES].replace("- id: report", "- id: study")}
        assert [(entry.subject.id, entry.fate) for entry in compared(OLD, new).entries] == [("report", "removed"), ("study", "added")]
        assert compared(OLD, new).summary == ("1 authority removed", "1 authority added")

    def test_a_long_text_is_shown_word_by_word(self) -> None:
        long = "a study of testing, in which much is said of how tests are to be made and read"
        first = changed_yaml(OLD, "testing is a duty", long, AUTHORITIES)
        (change,) = changes(first, changed_yaml(first, "made and read", "made", AUTHORITIES))
        assert isinstance(change, FieldChanged)
        assert change.sentence == "What paras 7.6-7.7 says changed."
        assert [(one.old, one.new) for one in change.passages[0].pieces if not one.same] == [("and read", "")]

    def test_moved_to_another_file_is_the_same(self) -> None:
        moved = {name: text for name, text in OLD.items() if name != AUTHORITIES} | {"clauses/authorities/moved.yaml": OLD[AUTHORITIES]}
        assert compared(OLD, moved).is_same


class TestOthers:
    SOURCE = "clauses/sources/covenant.en.md"
    STORED = "---\nauthority: covenant\nlanguage: en\norigin: A print\n---\n\n## art 19\n\nEveryone may speak.\n"

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("may speak", "can speak", ["English text of art 19: 1 word deleted, 1 inserted, in 1 paragraph."]),
            ("A print", "A copy", ["Where it comes from was “A print” and is now “A copy”."]),
            ("## art 19\n", "## art 19 {.not-quotable}\n", ["Whether art 19 may be quoted was “yes” and is now “no”."]),
            (
                "## art 19\n",
                "## art 20\n",
                ["The English text of art 19 is gone: 3 words.", "The English text of art 20 is new: 3 words."],
            ),
        ],
    )
    def test_stored_sources(self, old: str, new: str, said: list[str]) -> None:
        files = {**OLD, self.SOURCE: self.STORED}
        assert sentences(files, changed_yaml(files, old, new, self.SOURCE)) == said

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("type: yes-no, question: {en: Funds", "type: text, question: {en: Funds", ["Its type was “yes-no” and is now “text”."]),
            ("{en: Name?}", "{en: Its name?}", ["Question (English) was “Name?” and is now “Its name?”."]),
            ("{en: Name?}", "{en: Name?}, confidential: true", ["Whether it is confidential was “no” and is now “yes”."]),
            ("ministry: {en: the ministry}", "council: {en: the council}", ["Its choices: “council” added, “ministry” dropped."]),
            ("{en: the court}", "{en: a court}", ["The words for “courts” (English) was “the court” and is now “a court”."]),
            ("org.activities: ", "org.works: ", ["This fact is gone.", "This fact is new."]),
        ],
    )
    def test_facts(self, old: str, new: str, said: list[str]) -> None:
        assert sentences(OLD, changed_yaml(OLD, old, new, FACTS)) == said

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("audience: ministry", "audience: court", ["Its audience was “ministry” and is now “court”."]),
            ("languages: [en]", "languages: [en, ru]", ["Its languages: “ru” added."]),
            ("id: end", "id: close", ["Its parts: “close” added, “end” dropped."]),
            ("[remedy]", "[remedy, procedure]", ["The kinds of clauses in its part “end”: “procedure” added."]),
            (
                "[treaty-obligation, soft-law]",
                "[soft-law, treaty-obligation]",
                ["The kinds of clauses in its part “law”: in another order."],
            ),
        ],
    )
    def test_profiles(self, old: str, new: str, said: list[str]) -> None:
        assert sentences(OLD, changed_yaml(OLD, old, new, PROFILE)) == said

    def test_limits(self) -> None:
        limits = "template: house\nlimits: [{of: words, max: 9000, source: a rule, verified: false}]\n"
        first = changed_yaml(OLD, "template: house\n", limits, PROFILE)
        (change,) = changes(first, changed_yaml(first, "9000", "8000", PROFILE))
        assert isinstance(change, NamesChanged)
        assert (change.field, "max 9000" in change.dropped[0], "max 8000" in change.added[0]) == ("Its limits", True, True)

    def test_standard_texts(self) -> None:
        def with_texts(name: str, **texts: str) -> Edition:
            sources = tuple((language, Source(f"styles/boilerplate/x.{language}.md", text)) for language, text in texts.items())
            edition = as_edition(OLD, name)
            return replace(edition, holdings=replace(edition.holdings, boilerplate=(Boilerplate("x", sources),)))

        old, new = (
            with_texts("old", en="We ask the Court [@covenant]."),
            with_texts("new", en="We beg the Court [@report].", ru="Мы просим."),
        )
        (entry,) = compare(old, new).entries
        assert (entry.subject.what, entry.subject.id) == ("standard text", "x")
        assert [change.sentence for change in entry.changes] == [
            "English text: 2 words deleted, 2 inserted, in 1 paragraph.",
            "The English text cites @report where it cited @covenant.",
            "The Russian text is new: 2 words.",
        ]
        assert compare(old, as_edition(OLD, "new")).summary == ("1 standard text removed",)
        assert compare(as_edition(OLD), old).summary == ("1 standard text added",)

    def test_rules(self) -> None:
        first, second = (
            {**OLD, "clauses/rules/status.yaml": f"binding: {{en: [{words}]}}\ndenied: {{en: [not]}}\n"} for words in ("binds", "ties")
        )
        (change,) = changes(first, second)
        assert change.sentence == "The words that say that a source binds (English): “ties” added, “binds” dropped."
        assert change.language == "en"


class TestUnread:
    """What an edition could not read is never said to be gone."""

    @pytest.mark.parametrize(
        ("path", "broken"),
        [(AUTHORITIES, "- id: [\n"), (AUTHORITIES, "id: covenant\n"), (FACTS, "org.name: {\n"), (PROFILE, "- no\n"), (AUTHORITIES, "")],
    )
    def test_a_file_that_is_not_well_formed(self, path: str, broken: str) -> None:
        found = compared(OLD, {**OLD, path: broken})
        assert found.entries
        assert {entry.fate for entry in found.entries} == {"not-compared"}
        assert all(entry.changes[0].sentence.endswith(" could not be compared: it cannot be read in new.") for entry in found.entries)

    def test_neither_is_what_stood_there_before_said_to_be_new(self) -> None:
        assert {entry.fate for entry in compared({**OLD, FACTS: "x: {\n"}, OLD).entries} == {"not-compared"}

    def test_rules(self) -> None:
        path = "clauses/rules/status.yaml"
        old = {**OLD, path: "binding: {en: [binds]}\ndenied: {en: [not]}\n"}
        assert sentences(old, {**old, path: "binding: ["}) == ["The list of words could not be compared: it cannot be read in new."]

    def test_a_file_that_gave_no_text(self) -> None:
        new = {name: text for name, text in OLD.items() if name != FACTS}
        assert {entry.fate for entry in compare(as_edition(OLD), as_edition(new, "new", [FACTS])).entries} == {"not-compared"}

    def test_what_is_gone_beside_it_is_gone(self) -> None:
        new = {name: text for name, text in OLD.items() if name != PROFILE} | {FACTS: "x: {\n"}
        fates = {(entry.subject.what, entry.fate) for entry in compared(OLD, new).entries}
        assert fates == {("fact", "not-compared"), ("profile", "removed")}
