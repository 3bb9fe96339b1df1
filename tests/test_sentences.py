"""Texts as git compares them: a sentence on a line, its citations below it. How sentences are found is tested with `diff`."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workspace import ROOT

from briefkit.sentences import linewise

CITATION = r"\[[^\[\]]*@[^\[\]]*\]"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ""),
        ("One sentence.", "One sentence.\n"),
        ("One. Two\nwrapped. Three.\n", "One.\nTwo wrapped.\nThree.\n"),
        ("One.\n\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("It acts [@a, art 1]. It must [see @b; @c, para 2].", "It acts […].\n    [@a, art 1]\nIt must […].\n    [see @b; @c, para 2]\n"),
        ("- one\n- two\n\n# Head\n", "- one\n- two\n\n# Head\n"),
        ('{% if tone == "neutral" %}One. Two.{% endif %}', '{% if tone == "neutral" %}\nOne.\nTwo.\n{% endif %}\n'),
        ("См. п. 2 ст. 22. Құқық бар.", "См. п. 2 ст. 22.\nҚұқық бар.\n"),
        (
            "---\nauthority: a\nlanguage: en\n---\n\n## art 1\n\nOne. Two.\n",
            "---\nauthority: a\nlanguage: en\n---\n## art 1\n\nOne.\nTwo.\n",
        ),
    ],
)
def test_a_text_line_by_line(text: str, lines: str) -> None:
    assert linewise(text) == lines


def test_nothing_is_lost_of_the_shipped_texts() -> None:
    """But for the place of its citations, every letter stands where it stood."""
    for path in sorted((ROOT / "clauses" / "arguments").glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        shown = linewise(text).split("\n")
        cited = [line.strip() for line in shown if line.startswith("    [")]
        words = "\n".join(line for line in shown if not line.startswith("    ["))
        assert "".join(cited).split() == "".join(re.findall(CITATION, text)).split()
        assert "".join(words.split()) == "".join(re.sub(CITATION, "[…]", text).split())


@given(st.text(st.sampled_from("Aa. \n[]@{}%-#|\t"), max_size=60))
def test_any_text(text: str) -> None:
    assert "".join(linewise(text).split()).count("A") == text.count("A")
