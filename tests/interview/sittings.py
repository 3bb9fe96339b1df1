"""A small library to be asked about, and somebody who answers from a list."""

from __future__ import annotations

from collections.abc import Mapping

from workspace import STYLE, clause, sources

from briefkit.cli.speaking import tell_in
from briefkit.interview import Answer, Complaint, Interview, Question, Topic, next_question, skipped, take
from briefkit.libraries import read_library
from briefkit.source import Source

FACTS = """\
org.name: {type: text, question: {en: Name?, ru: Название?}, confidential: true}
org.foreign_funding: {type: yes-no, question: {en: Funds from abroad?, ru: Средства из-за рубежа?}}
org.activities: {type: list, question: {en: Activities?}}
org.budget_kzt: {type: money, question: {en: Budget?}}
measures: {type: records, of: measure, question: {en: Measures?}, help: {en: In order.}}
measure.complained_of: {type: yes-no, question: {en: This one?}}
measure.type: {type: choice, question: {en: Kind?}, choices: {fine: {en: a fine, ru: штраф}, warning: {en: a warning, ru: предупреждение}}}
measure.date: {type: date, question: {en: Day?}}
measure.authority: {type: text, question: {en: Authority?}}
measure.reasons: {type: list, question: {en: Reasons?}, choices: {tax: {en: "taxes, duties", ru: налоги}, order: {en: public order}}}
measure.number: {type: text, question: {en: Number?}, confidential: true}
error.days_late: {type: count, question: {en: Days late?}}
basis: {type: act, question: {en: Basis?}}
never.used: {type: text, question: {en: Never?}}
"""
AUTHORITIES = """\
- {id: covenant, type: treaty, title: Covenant on Testing, issued: 1966-12-16, custom: {status: binding, confirmed: true}}
"""
PROFILE = """\
title: {en: Test opinion, ru: Проверочное заключение}
audience: ministry
languages: [en, ru]
style: international-law
template: house
parts:
  - {id: facts, heading: {en: The facts}, kinds: [facts], required: true}
  - {id: law, heading: {en: The law}, kinds: [treaty-obligation], required: true}
"""


def small(*clauses: Mapping[str, str], profile: str = PROFILE, facts: str = FACTS, **texts: str) -> Interview:
    """An interview about a document of the profile `test`; `texts` are its boilerplate, `heading` for styles/boilerplate/heading.en.md."""
    files = {
        "clauses/facts.yaml": facts,
        "clauses/authorities/all.yaml": AUTHORITIES,
        "styles/profiles/test.yaml": profile,
        "styles/international-law.csl": STYLE,
        **{f"styles/boilerplate/{name}.en.md": text for name, text in texts.items()},
    }
    for one in clauses:
        files |= one
    read = read_library((sources(files),))
    assert [one.message for one in read.diagnostics if one.is_error] == []
    return Interview(read.value, (given("language", "en"), given("profile", "test"), given("title", "T"), given("tone", "neutral")))


def given(name: str, value: str) -> Answer:
    return Answer(Topic(name), value, value, Source(name, value).whole())


def depending(slug: str, when: str, text: str = "Some text.") -> dict[str, str]:
    """A clause with a condition; its condition stands in the file as it is."""
    return clause(text, slug=slug, more=f"when: '{when}'\naudiences: [ministry]\n")


def plain(slug: str, text: str) -> dict[str, str]:
    """A clause that is always in."""
    return clause(text, slug=slug, more="audiences: [ministry]\n")


def sit(interview: Interview, answers: Mapping[str, str]) -> tuple[Interview, list[Question]]:
    """Answer every question from a list of what is typed, skip the others; the interview, and the questions in order."""
    asked: list[Question] = []
    while (question := next_question(interview)) is not None:
        asked.append(question)
        typed = answers.get(str(question.topic), "")
        answer = take(question.topic, typed, interview, tell_in) if typed else skipped(question.topic)
        assert not isinstance(answer, Complaint), answer
        interview = interview.with_answer(answer)
    return interview, asked


def asked_with(interview: Interview, answers: Mapping[str, str]) -> list[str]:
    """What is asked when these answers are given, in order, without the day of the document."""
    _, asked = sit(interview, answers)
    return [str(one.topic) for one in asked if one.topic != Topic("date")]
