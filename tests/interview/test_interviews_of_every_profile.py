"""Interviews for every kind of document that briefkit ships, answered at random: the case is what the interview took it to be."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from workspace import ROOT, said

from briefkit.case import CaseFiles, read_case
from briefkit.cli.speaking import tell_in
from briefkit.interview import Answer, Interview, Question, Topic, case_texts, next_question, take
from briefkit.interview.needs import Needs
from briefkit.libraries import read_library
from briefkit.model.libraries import Library
from briefkit.plan import make_plan
from briefkit.shelf import read_layers
from briefkit.source import Source

PROFILES = sorted(path.stem for path in (ROOT / "styles" / "profiles").glob("*.yaml"))
MOST = 200  # questions of one interview: more would mean that it does not end


@cache
def shipped() -> Library:
    return read_library(read_layers(Path(ROOT), [])).value


def typed(question: Question, chance: random.Random) -> str:
    if question.topic.row > 1 and not question.topic.field:
        return "no"
    given = {
        "yes-no": chance.choice(["yes", "no"]),
        "date": chance.choice(["14.03.2025", "1.08.2026"]),
        "money": "5 000",
        "count": "7",
        "list": "1" if question.choices else "a; b",
        "choice": str(chance.randint(1, max(len(question.choices), 1))),
        "act": "@iccpr, art 22",
    }
    return given.get(question.type, "X") if chance.random() < 0.75 else ""


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_plan_of_the_case_is_the_one_that_the_interview_followed(profile: str, seed: int) -> None:
    library, chance = shipped(), random.Random(f"{profile} {seed}")
    span = Source("", "").whole()
    interview = Interview(library, (Answer(Topic("language"), "en", "en", span), Answer(Topic("profile"), profile, profile, span)))
    while (question := next_question(interview)) is not None:
        answer = take(question.topic, typed(question, chance), interview, tell_in)
        assert isinstance(answer, Answer), answer
        interview = interview.with_answer(answer)
        assert len(interview.answers) < MOST
    assert len({one.topic for one in interview.every}) == len(interview.every)
    texts = case_texts(interview, "case", tell_in)
    own = {path: Source(path, text) for path, text in texts.own}
    case = read_case(CaseFiles(Source("case.yaml", texts.case), Source("case.secret.yaml", texts.secret), own), library)
    assert said(one for one in case.diagnostics if one.is_error) == []
    assert case.value is not None
    planned = make_plan(case.value, library).value.planned
    assert {one.clause.slug for one in planned} == set(Needs.of(interview).standing())
