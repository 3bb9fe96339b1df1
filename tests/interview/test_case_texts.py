"""The files of a new case: what a person reads in them, and that they are read back as what was answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as for_all
from hypothesis import strategies
from sittings import PROFILE, depending, given, plain, sit, small
from workspace import said

from briefkit.case import CaseFiles, read_case
from briefkit.cli.speaking import tell_in
from briefkit.interview import Complaint, Interview, Topic, case_texts, facts_of, take
from briefkit.model.case import Case
from briefkit.model.facts import FactNode, Given, Record, Records
from briefkit.source import Source

EVERY = "{{ org.name }}{{ org.foreign_funding }}{{ org.budget_kzt }}{{ measure.date }}{{ measure.type }}{{ basis }}"
EVERY += "{% for one in org.activities %}{{ one }}{% endfor %}{% for one in measures %}{{ one.reasons }}{% endfor %}"
ANSWERS = {
    "date": "15.04.2026",
    "org.name": "Fund “X”: a # b",
    "org.foreign_funding": "yes",
    "org.activities": "- one; two: three",
    "org.budget_kzt": "1.5 million",
    "measures[1]": "yes",
    "measures[1].complained_of": "yes",
    "measures[1].type": "fine",
    "measures[1].date": "14 March 2025",
    "measures[1].reasons": "1, 2",
    "measures[2]": "yes",
    "measures[3]": "no",
    "basis": "@covenant, art 22",
}


def read(interview: Interview, name: str = "case") -> Case:
    texts = case_texts(interview, name, tell_in)
    own = {path: Source(path, text) for path, text in texts.own}
    secret = Source(f"{name}.secret.yaml", texts.secret) if texts.confidential else None
    case = read_case(CaseFiles(Source(f"{name}.yaml", texts.case), secret, own), interview.holdings)
    assert said(one for one in case.diagnostics if one.is_error) == []
    assert case.value is not None
    return case.value


def values(node: FactNode) -> object:
    """Facts without their places."""
    if isinstance(node, Given):
        return node.value
    if isinstance(node, Records):
        return [values(one) for one in node.items]
    return {name: values(one) for name, one in node.entries}


def without_document(facts: Record) -> object:
    return {name: values(node) for name, node in facts.entries if name not in ("tone", "language", "audience", "profile", "date")}


class TestReadBack:
    def test_as_it_was_answered(self) -> None:
        interview, _ = sit(small(plain("a", EVERY)), ANSWERS)
        case = read(interview)
        assert without_document(case.facts) == without_document(facts_of(interview))
        assert (case.language, case.tone, str(case.date), case.title.text if case.title else "") == ("en", "neutral", "2026-04-15", "T")
        assert case.profile is not None
        assert case.profile.id == "test"

    def test_with_nothing_answered_at_all(self) -> None:
        interview, _ = sit(small(plain("a", EVERY)), {})
        assert without_document(read(interview).facts) == {}

    @pytest.mark.parametrize(("typed", "facts"), [("no", {"measures": []}), ("", {})])
    def test_without_records(self, typed: str, facts: object) -> None:
        interview, _ = sit(small(plain("a", "{% for one in measures %}{{ one.date }}{% endfor %}")), {"measures[1]": typed})
        assert without_document(read(interview).facts) == facts

    def test_a_record_of_which_nothing_is_known(self) -> None:
        interview, _ = sit(small(plain("a", "{% for one in measures %}{{ one.date }}{% endfor %}")), {"measures[1]": "yes"})
        assert without_document(read(interview).facts) == {"measures": [{}], "measure": {}}

    @for_all(strategies.text(min_size=1, max_size=30), strategies.sampled_from(["org.name", "org.activities", "title"]))
    def test_whatever_is_typed(self, typed: str, path: str) -> None:
        interview = small(plain("a", "Words."))
        interview = replace(interview, given=tuple(one for one in interview.given if one.topic != Topic("title")))
        answer = take(Topic(path), typed, interview, tell_in)
        if isinstance(answer, Complaint) or answer.value is None:
            return
        case = read(interview.with_answer(answer))
        if path == "title":
            assert case.title is not None
            assert case.title.text == answer.value
        else:
            found = case.facts.at(path)
            assert isinstance(found, Given)
            assert found.value == answer.value


class TestTheCase:
    def test_as_a_person_reads_it(self) -> None:
        interview, _ = sit(small(plain("a", "{{ org.name }}{{ org.budget_kzt }}{{ measure.type }}{{ basis }}")), {**ANSWERS, "basis": ""})
        assert case_texts(interview, "t", tell_in).case == (
            "# The answers of the interview. A line that begins with # is a question, or a fact that is still unknown.\n"
            "# “briefkit build t.yaml” makes the Word file; “briefkit schema case” describes every key.\n"
            "profile: test  # Test opinion\n"
            "language: en\n"
            "tone: neutral  # cooperative, neutral, adversarial\n"
            "date: 2026-04-15\n"
            'title: "T"\n'
            "facts:\n"
            "  org:\n"
            "    # Name?\n"
            "    # (stands in t.secret.yaml)\n"
            "    # Budget?\n"
            "    budget_kzt: 1500000\n"
            "  # Measures?\n"
            "  measures:\n"
            "    - # This one?\n"
            "      complained_of: true\n"
            "      # Kind?\n"
            "      type: fine  # a fine\n"
            "    - {}\n"
            "  # Basis?\n"
            "  # basis:\n"
            "# Text of your own for the parts of the document; each file says what belongs there.\n"
            "sections:\n"
            "  facts: own/t/facts.md\n"
            "# Documents of the case; a text cites one as [@x1, p 2].\n"
            '# exhibits: [{id: x1, title: "Decision", date: 2025-03-14, file: exhibits/x1.pdf}]\n'
        )

    def test_in_the_language_of_the_document(self) -> None:
        russian = Interview(small(plain("a", "Words.")).holdings, (given("language", "ru"), given("profile", "test")))
        case = case_texts(russian, "t", tell_in).case
        assert case.startswith("# Ответы опроса. Строка, начатая знаком #, – вопрос или факт, который еще неизвестен.\n")
        assert case.endswith('# exhibits: [{id: x1, title: "Постановление", date: 2025-03-14, file: exhibits/x1.pdf}]\n')

    def test_facts_of_which_none_is_known_are_written_out_as_comments(self) -> None:
        interview, _ = sit(small(plain("a", "{{ org.name }}{{ org.budget_kzt }}")), {})
        expected = "# facts:\n  # Name?\n  # (write it in case.secret.yaml)\n  # org.name:\n  # Budget?\n  # org.budget_kzt:\n"
        assert expected in case_texts(interview, "case", tell_in).case

    def test_without_a_title_the_kind_of_document_is_one(self) -> None:
        interview = small()
        interview = replace(interview, given=tuple(one for one in interview.given if one.topic != Topic("title")))
        assert '\ntitle: "Test opinion"\n' in case_texts(sit(interview, {})[0], "case", tell_in).case


class TestSecrets:
    def test_stand_in_a_file_of_their_own(self) -> None:
        interview, _ = sit(small(plain("a", "{{ org.name }}{{ org.budget_kzt }}")), {"org.name": "X", "org.budget_kzt": "5"})
        texts = case_texts(interview, "case", tell_in)
        assert texts.confidential
        assert texts.secret.partition("\n")[2] == 'org:\n  # Name?\n  name: "X"\n'
        assert "X" not in texts.case.replace("[@x1, p 2]", "").split("facts:")[1].split("sections:")[0]

    def test_take_a_list_of_records_with_them(self) -> None:
        text = "{% for one in measures %}{{ one.number }}{{ one.authority }}{% endfor %}"
        answers = {"measures[1]": "yes", "measures[1].number": "N 1", "measures[1].authority": "Office"}
        interview, _ = sit(small(plain("a", text)), answers)
        texts = case_texts(interview, "case", tell_in)
        why = "the whole list stands in case.secret.yaml, since a field of its records is confidential"
        assert f"  # Measures?\n  # ({why})\n" in texts.case
        assert "Office" not in texts.case
        assert without_document(read(interview).facts) == without_document(facts_of(interview))

    def test_there_are_none(self) -> None:
        interview, _ = sit(small(plain("a", "{{ org.name }}{{ org.budget_kzt }}")), {"org.budget_kzt": "5"})
        texts = case_texts(interview, "case", tell_in)
        assert not texts.confidential
        assert texts.secret.startswith("# Confidential facts of case.yaml.")
        assert texts.secret.count("\n") == 1


class TestPartsToWrite:
    def test_those_that_nothing_fills(self) -> None:
        own = dict(case_texts(sit(small(), {})[0], "case", tell_in).own)
        assert list(own) == ["own/facts.md", "own/law.md"]
        assert own["own/law.md"] == (
            "{# The part “The law” of the document. Write its text here and take the remark away; a final document waits for it. #}\n"
            "\n"
            "{% note %}To be written: The law.{% endnote %}\n"
        )

    def test_a_clause_that_is_in_fills_its_part(self) -> None:
        interview = small(depending("a", "org.foreign_funding"))
        assert [path for path, _ in case_texts(sit(interview, {"org.foreign_funding": "yes"})[0], "case", tell_in).own] == ["own/facts.md"]
        assert len(case_texts(sit(interview, {"org.foreign_funding": "no"})[0], "case", tell_in).own) == 2

    def test_a_standard_text_fills_it_where_it_says_anything(self) -> None:
        profile = PROFILE.replace("kinds: [facts],", "kinds: [facts], opens: [heading],")
        interview = small(profile=profile, heading="{% if org.name %}\n\n::: subject\n\n{{ org.name }}\n\n:::\n\n{% endif %}\n")
        assert [path for path, _ in case_texts(sit(interview, {"org.name": "X"})[0], "case", tell_in).own] == ["own/law.md"]
        assert len(case_texts(sit(interview, {})[0], "case", tell_in).own) == 2

    def test_in_the_language_of_the_document(self) -> None:
        interview = Interview(small().holdings, (given("language", "ru"), given("profile", "test")))
        [*_, (_, text)] = case_texts(sit(interview, {})[0], "case", tell_in).own
        assert "{% note %}Нужно написать: The law.{% endnote %}" in text
