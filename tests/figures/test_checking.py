"""What is said before a document with figures is written."""

from __future__ import annotations

import importlib.util

import pytest
from figures_shown import BARS, bar, figure
from workspace import inputs, library

from briefkit.build import build
from briefkit.figures import check_figures
from briefkit.tree import Opinion

SERVED = 'facts: {served: [{name: children, people: {value: 4, source: "a book"}}]}\n'
CASE = "profile: test\ntitle: A test\nclauses: none\nsections: {law: law.md}\n" + SERVED
FACTS = """\
served: {type: records, of: group, question: {en: Whom?}}
group.name: {type: text, question: {en: Name?}}
group.people: {type: count, question: {en: How many?}}
"""


@pytest.fixture
def without_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr("briefkit.figures.checking.find_spec", lambda name: None if name == "matplotlib" else found(name))


def opinion(*blocks) -> Opinion:
    return Opinion(title=(), blocks=blocks, language="en", profile="memo")


def asked(endings: list[str], words: str = "::: beneficiaries\n:::"):
    return build(inputs(CASE, library(facts=FACTS), {"law.md": words}), endings)


def test_figures_that_can_be_drawn_are_not_spoken_of():
    assert list(check_figures(opinion(BARS))) == []


def test_letters_that_would_be_boxes_are_named():
    (problem,) = check_figures(opinion(figure(bar("a 漢 b", 4), bar("😀", 3))))
    assert (problem.code, str(problem.message)) == ("figure-letters", "A figure would show empty boxes for these characters: 漢 😀")


@pytest.mark.usefixtures("without_matplotlib")
class TestWithoutMatplotlib:
    @pytest.mark.parametrize("ending", ["docx", "html"])
    def test_the_command_that_installs_it_is_named_and_nothing_is_written(self, ending):
        done = asked([ending])
        (problem,) = (one for one in done.diagnostics if one.is_error)
        assert problem.code == "figures-missing"
        assert "pip install 'briefkit[figures]'" in str(problem.hint)
        assert problem.span is not None
        assert problem.span.text == "::: beneficiaries"
        assert done.value == {}

    def test_plain_text_needs_none(self):
        assert b"Children | 4" in asked(["txt"]).value["txt"]

    def test_a_document_without_figures_needs_none(self):
        assert asked(["docx"], "Words.").value
