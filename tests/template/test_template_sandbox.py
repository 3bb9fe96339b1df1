"""What a template must never do: reach into Python, or run without end."""

from __future__ import annotations

import time

import pytest
from facts import CASE, VOCABULARY, facts, filled, said, whole
from patience import PATIENCE

from briefkit.model.facts import Record
from briefkit.template import fill, prepare

FORBIDDEN = [
    "{{ org.__class__ }}",
    "{{ org.name.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ _fact }}",
    "{{ org._name }}",
    "{{ org['name'] }}",
    "{{ org[0] }}",
    "{{ org|attr('__class__') }}",
    "{{ org.name|upper }}",
    "{{ org.aims|join(', ') }}",
    "{{ org.aims|first(1) }}",
    "{{ org.aims|map(attribute='x') }}",
    "{{ range(10 ** 9) }}",
    "{{ org.name() }}",
    "{{ self }}",
    "{{ loop.index }}",
    "{{ lipsum() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' * 10 ** 10 }}",
    "{{ 1 }}",
    "{{ 'text' }}",
    "{{ org.name ~ tone }}",
    "{{ org.name if tone else '' }}",
    "{{ [org.name] }}",
    "{{ not org.name }}",
    "{{ org.name is defined }}",
    "{{ true }}",
    "{{ none }}",
]
TAGS = [
    "{% set x = 1 %}",
    "{% macro m() %}",
    "{% include 'clause.yaml' %}",
    "{% import 'os' as os %}",
    "{% from 'a' import b %}",
    "{% extends 'base' %}",
    "{% block b %}",
    "{% raw %}",
    "{% call m() %}",
    "{% filter upper %}",
    "{% with x = 1 %}",
    "{% do x %}",
    "{% autoescape true %}",
]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_only_facts_can_be_printed(text: str) -> None:
    start = time.monotonic()
    done = filled(f"before {text} after")
    assert [problem.code for problem in done.diagnostics] == ["template-forbidden"]
    assert done.diagnostics[0].span is not None
    assert f"{{{{ {done.diagnostics[0].span.text} }}}}" == text
    assert done.value.text == "before  after"
    assert time.monotonic() - start < PATIENCE


@pytest.mark.parametrize("tag", TAGS)
def test_only_a_few_tags_can_be_used(tag: str) -> None:
    assert said(filled(f"before {tag} after").diagnostics) == [("template-forbidden", tag)]


@pytest.mark.parametrize("text", ["{% for x in org.__class__.__mro__ %}{{ x }}{% endfor %}", "{% if org.__class__ %}x{% endif %}"])
def test_attributes_of_python_are_never_found_in_conditions_and_loops(text: str) -> None:
    assert filled(text).value.text == ""


def test_raw_text_is_not_a_way_around() -> None:
    done = filled("{% raw %}{{ ''.__class__ }}{% endraw %}")
    assert [problem.code for problem in done.diagnostics] == ["template-forbidden"] * 3
    assert done.value.text == ""


MANY = facts(measures=[{"type": "fine"}] * 1000, org={"aims": ["x" * 3000] * 1000})
WIDE = "x" * 3000


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in measures %}" * 4 + "x" + "{% endfor %}" * 4,
        "{% for a in measures %}" * 4 + "{{ a.type }}" + "{% endfor %}" * 4,
        "{% for a in measures %}" * 4 + "{% endfor %}" * 4,
        "{% for a in measures %}" + WIDE + "{% endfor %}",
        "{% for a in measures %}{% for b in measures %}{% if a.type == b.type %}{{ a.type }}{% endif %}{% endfor %}{% endfor %}",
        "{% note %}{% for a in measures %}{% for b in measures %}" + WIDE + "{% endfor %}{% endfor %}{% endnote %}",
        "{% for a in measures %}" * 12 + "{% endfor %}" * 12,
        "{% for a in measures %}{% if any(measures, sum > 5) %}x{% endif %}{% endfor %}",
        "{% if any(measures, any(measures, sum > 5)) %}x{% endif %}",
        "{% for a in measures %}" + "{{ a.type }}" * 40 + "{% endfor %}",
    ],
)
def test_a_text_without_end_is_stopped_with_a_diagnostic(text: str) -> None:
    start = time.monotonic()
    prepared = prepare(whole(text))
    done = fill(prepared.value, MANY, VOCABULARY, "en")
    assert prepared.diagnostics == ()
    assert [problem.code for problem in done.diagnostics] == ["template-limit"]
    assert done.diagnostics[0].message == "The text loops or prints without end."
    assert done.value.text == ""
    assert time.monotonic() - start < PATIENCE


def test_a_thousand_records_are_no_problem() -> None:
    done = filled("{% for m in measures %}{{ m.type }}, {% endfor %}", MANY)
    assert done.diagnostics == ()
    assert len(done.value.printed) == 1000


@pytest.mark.parametrize("tag", ["{{ org.name }}", "{% if org %}{% endif %}", "{% note %}x{% endnote %}"])
def test_a_text_of_too_many_tags_is_refused_at_the_first_that_is_too_much(tag: str) -> None:
    start = time.monotonic()
    (problem,) = filled(tag * 20_000).diagnostics
    assert time.monotonic() - start < PATIENCE
    assert (problem.code, problem.message) == ("template-limit", "A text holds at most 4000 tags and facts.")
    assert problem.span is not None
    assert problem.span.start == len(tag) * (4000 if "name" in tag else 2000)


def test_a_text_of_as_many_tags_as_may_be_takes_little_time() -> None:
    start = time.monotonic()
    assert filled("{{ org.name }} " * 4_000).diagnostics == ()
    assert time.monotonic() - start < PATIENCE


@pytest.mark.parametrize(
    "text", ["{{ '" + "a" * 400 + "' }}", "{{ " + "(" * 200 + " }}", "{{ " + "a." * 140 + "a }}", "{{ " + "-" * 290 + "a }}"]
)
def test_a_long_expression_is_refused_or_read_at_once(text: str) -> None:
    start = time.monotonic()
    done = filled(text)
    assert {problem.code for problem in done.diagnostics} <= {"template-limit", "template-syntax", "template-forbidden"}
    assert time.monotonic() - start < PATIENCE


def test_the_facts_are_not_changed_by_filling() -> None:
    before = repr(CASE)
    filled("{% for m in measures %}{{ m.type|capital }}{% endfor %}{{ org.aims|first }}")
    assert repr(CASE) == before
    assert isinstance(CASE, Record)
