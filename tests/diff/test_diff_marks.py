"""The marks of a template found fast are those that a build finds, and so is what single paragraphs cite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.diff.marks import REMARK, marks_in
from briefkit.diff.readings import read_citations, read_citations_in
from briefkit.source import Source
from briefkit.template import prepare
from briefkit.template.scan import Comment, Data

PIECES = (
    *("{% if tone %}", '{%- if a.b == "x" -%}', "{% elif b %}", "{% else %}", "{% endif %}", "{% for x in measures %}", "{% endfor %}"),
    *("{% note %}", "{% endnote %}", "{{ org.name }}", "{{a|length}}", "{# a remark #}", "{# {% if x %} #}", '{% if "%}" == x %}'),
    *(
        "{%",
        "%}",
        "{{",
        "}}",
        "{#",
        "#}",
        "{",
        "}",
        "%",
        "'",
        '"',
        "word ",
        "\n\n",
        "[@covenant, art 1]",
        "@report ",
        "[see @report; @covenant]",
    ),
    *("^[", "]", "> ", "- ", "# "),
)
TEMPLATES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(TEMPLATES)
def test_the_marks_are_those_of_a_build(text: str) -> None:
    prepared = prepare(Source("", text).span(0, len(text))).value
    found = marks_in(text)
    if not prepared.segments:
        assert not found
        return
    places = [(one.span.start, one.span.end) for one in prepared.segments if not isinstance(one, Data)]
    assert found is not None
    read = {(mark.start, mark.end) for mark in found}
    assert set(places) <= read  # a fact that is refused is no segment, but its mark stands there all the same
    assert {(one.span.start, one.span.end) for one in prepared.segments if isinstance(one, Comment)} == {
        (mark.start, mark.end) for mark in found if mark.word == REMARK
    }


@given(TEMPLATES)
def test_a_paragraph_alone_cites_what_it_cites_in_its_text(text: str) -> None:
    words = text.replace("\n", " ")
    source = Source("en.md", f"First [@covenant].\n\n{words}\n\nLast [@report].")
    whole = read_citations(source, "en")
    if whole is None:
        return
    start, end = source.text.index(words) if words else 0, source.text.index("\n\nLast")
    alone = read_citations_in(source, "en", [(start, end)])
    assert [one.key for one in alone] == [one.key for one in whole if start <= one.at < end]


@pytest.mark.parametrize("text", ["{{" * 20_000, "{% if " * 10_000, "{#" * 20_000, "{" * 40_000, "{% if a %}" * 13])
def test_a_text_of_nothing_but_braces_is_no_template(text: str) -> None:
    assert marks_in(text) is None
