"""Templates filled with facts: what they print, what they leave out, what they report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from facts import CASE, VOCABULARY, facts, filled, printed, said, whole

from briefkit.model.facts import FactDeclaration, Record, Records, Vocabulary
from briefkit.template import FACT_CLOSE, FACT_OPEN, fill, prepare

AIMS, SUM = "⟦health⟧⟦law⟧⟦books⟧", "KZT\u00a01,200,000"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("plain { text } with % and #\n", "plain { text } with % and #\n"),
        ("{{ org.name }}", "⟦Aikyn⟧"),
        ("a {{- org.name -}} x", "a⟦Aikyn⟧x"),
        ("a\n\n{%- if org -%}\n\nb {#- gone -#} \n c {% endif -%} \n d", "abc d"),
        ("a {%- note -%} x {%- endnote %} b", "a⟦x⟧ b"),
        ("{{ tone|capital }}", "⟦Neutral⟧"),
        ("{{ org.aims }}", "⟦health, law and books⟧"),
        ("{{ org.aims|first }}, {{ org.aims|last }}", "⟦health⟧, ⟦books⟧"),
        ("{{ org.aims|first|capital }}{{ org.aims|capital|first }}", "⟦Health⟧⟦Health⟧"),
        ("{{ org.aims|length }} {{ measures|length }} {{ org.name|length }}", "⟦3⟧ ⟦2⟧ ⟦5⟧"),
        ("{{ org.foreign_funding }}", "⟦yes⟧"),
        ("a{# gone #}b", "ab"),
        ("a\n{# gone #}\nb", "a\nb"),
        ("a\n  {# gone\nfor ever #} \nb {# c #}\nd", "a\nb \nd"),
        ("{% if org.foreign_funding %}a{% else %}b{% endif %}", "a"),
        ("{% if not org.foreign_funding %}a{% elif tone == 'neutral' %}b{% else %}c{% endif %}", "b"),
        ("{% if missing %}a{% else %}b{% endif %}", "b"),
        ("{% if not missing %}a{% else %}b{% endif %}", "b"),
        ("{% for m in measures %}{{ m.type }};{% endfor %}", "⟦a fine⟧;⟦a ban⟧;"),
        ("{% for aim in org.aims %}{{ aim }} {% endfor %}", "⟦health⟧ ⟦law⟧ ⟦books⟧ "),
        ("{% for aim in org.aims %}{% if aim == 'law' %}{{ aim }}{% endif %}{% endfor %}", "⟦law⟧"),
        ("{% for m in measures %}{% if m.sum > 100 and tone == 'neutral' %}{{ m.date }}{% endif %}{% endfor %}", "⟦14\u00a0March 2025⟧"),
        ("{% for number in measures %}{% if number.type == 'ban' %}{{ number.type }}{% endif %}{% endfor %}", "⟦a ban⟧"),
        ("{% for m in hearings %}{{ m.name }}{% endfor %}", ""),
        ("{% for m in measures %}{% for m in org.aims %}{{ m }}{% endfor %}{{ m.sum }}{% endfor %}", f"{AIMS}⟦{SUM}⟧{AIMS}⟦KZT\u00a05⟧"),
        ("{% for org in measures %}{{ org.type }}{% endfor %}{{ org.name }}", "⟦a fine⟧⟦a ban⟧⟦Aikyn⟧"),
        ("a\n\n{% if org %}\n\nb\n\n{% endif %}\n\nc\n", "a\n\n\nb\n\n\nc\n"),
        ("a\n  {% if org %}  \nb\n  {% endif %}  \nc", "a\nb\nc"),
        ("a {% if org %}\nb{% endif %}\nc", "a \nb\nc"),
        ("x\n{% note %}ask {{ org.name }}\nagain {# no #}{% endnote %}\ny", "x\n⟦ask Aikyn again⟧\ny"),
    ],
)
def test_what_a_template_prints(text: str, shown: str) -> None:
    given = Record((*CASE.entries, ("hearings", Records(()))))
    assert printed(text, given) == shown


def test_a_loop_over_records_asks_conditions_of_each_record_alone() -> None:
    text = "{% for m in measures %}{% if any(measures, type == m.type and sum > 100) %}{{ m.type }}{% endif %}{% endfor %}"
    assert printed(text) == "⟦a fine⟧"


@pytest.mark.parametrize(("language", "shown"), [("en", "a fine"), ("ru", "штраф"), ("kk", "a fine")])
def test_a_choice_is_printed_in_the_documents_language(language: str, shown: str) -> None:
    assert printed("{% for m in measures %}{% if m.type == 'fine' %}{{ m.type }}{% endif %}{% endfor %}", language=language) == f"⟦{shown}⟧"


@pytest.mark.parametrize(
    ("text", "code", "span", "words"),
    [
        (
            "{{ measure.date }}",
            "missing-fact",
            "{{ measure.date }}",
            "The text prints the fact “measure.date”, which the case does not give.",
        ),
        ("{{ hearings|length }}", "missing-fact", "{{ hearings|length }}", "The text prints the fact “hearings”, which"),
        ("{{ hearings|first }}", "missing-fact", "{{ hearings|first }}", "The text prints the fact “hearings”, which"),
        ("{{ org }}", "wrong-fact", "{{ org }}", "“org” holds several facts and cannot be printed as one."),
        ("{{ measures }}", "wrong-fact", "{{ measures }}", "“measures” holds several facts"),
        ("{{ measures|first }}", "wrong-fact", "{{ measures|first }}", "“measures” holds several facts"),
        ("{{ org|length }}", "wrong-fact", "{{ org|length }}", "“org” holds several facts"),
        ("{% for a in org.name %}{% endfor %}", "wrong-fact", "org.name", "“org.name” is not a list, so a loop cannot go over it."),
        ("{% for a in org %}{% endfor %}", "wrong-fact", "org", "“org” is not a list"),
    ],
)
def test_what_cannot_be_printed_is_pointed_at(text: str, code: str, span: str, words: str) -> None:
    found = filled(text).diagnostics
    assert said(found) == [(code, span)]
    assert found[0].message.startswith(words)


def test_a_missing_fact_gets_the_hint_to_give_it_or_to_ask_first() -> None:
    (problem,) = filled("x {{ measure.date }}").diagnostics
    assert problem.hint.endswith("put the sentence between {% if measure.date %} and {% endif %}")
    assert str(problem.span) == "text.md:1:3"


def test_a_missing_fact_is_reported_once_for_each_place_and_printed_as_its_name() -> None:
    done = filled("{% for m in measures %}{{ m.act }}{% endfor %}{{ org.name }}{{ measure.date }}")
    assert said(done.diagnostics) == [("missing-fact", "{{ m.act }}"), ("missing-fact", "{{ measure.date }}")]
    assert [one.text for one in done.value.printed] == ["[measure.act]", "[measure.act]", "Aikyn", "[measure.date]"]


def test_an_undeclared_fact_is_reported_where_the_text_is_loaded_not_here() -> None:
    done = filled("{{ nobody.knows }}")
    assert done.diagnostics == ()
    assert [one.text for one in done.value.printed] == ["[nobody.knows]"]


@pytest.mark.parametrize("text", ["x {{ range(3) }} y", "x {% set a = 1 %} y", "x {{ 1 + 1 }} y"])
def test_what_was_refused_leaves_the_rest_of_the_text(text: str) -> None:
    prepared = prepare(whole(text))
    done = fill(prepared.value, CASE, VOCABULARY, "en")
    assert prepared.has_errors
    assert done.diagnostics == ()
    assert done.value.text == "x  y"


def test_a_condition_that_cannot_be_read_leaves_its_text_out() -> None:
    assert filled("a{% if org = 1 %}b{% else %}c{% endif %}").value.text == "ac"


@pytest.mark.parametrize(
    "text", ["{% endfor %}", "{% if org %}a", "a{% else %}b", "{% if org %}{% else %}{% else %}{% endif %}", "{% for a in b %}" * 40]
)
def test_nothing_is_filled_of_a_text_whose_tags_do_not_pair(text: str) -> None:
    done = filled(text)
    assert done.value.text == ""
    assert done.has_errors


def test_each_printed_fact_knows_its_path_its_type_and_its_place() -> None:
    done = filled("a {{ org.name }} {% for m in measures %}{{ m.date }}{% endfor %}{% note %}n{% endnote %}{{ measures|length }}").value
    assert [(one.kind, one.paths, one.span.text) for one in done.printed] == [
        ("text", ("org.name",), "{{ org.name }}"),
        ("date", ("measure.date",), "{{ m.date }}"),
        ("date", ("measure.date",), "{{ m.date }}"),
        ("remark", (), "{% note %}"),
        ("count", (), "{{ measures|length }}"),
    ]


UNKNOWN = Record(())
ELSE = "{% else %}b{% endif %}"


@pytest.mark.parametrize(
    ("text", "span", "why"),
    [
        ("{% if measure.sum > 5 %}a" + ELSE, "{% if measure.sum > 5 %}", "measure.sum is not given"),
        ("{% if org.foreign_funding %}a" + ELSE, "{% if org.foreign_funding %}", "org.foreign_funding is not given"),
        ("{% if not org.name %}a" + ELSE, "{% if not org.name %}", "org.name is not given"),
        ("{% if measure.sum > 5 %}a{% elif true %}b{% endif %}", "{% if measure.sum > 5 %}", "measure.sum is not given"),
        ("{% if false %}a{% elif measure.sum > 5 %}c" + ELSE, "{% elif measure.sum > 5 %}", "measure.sum is not given"),
        ("{% if any(measures, sum > 5) %}a" + ELSE, "{% if any(measures, sum > 5) %}", "measures is not given"),
    ],
)
def test_an_else_that_prints_because_a_fact_is_not_given_is_a_warning(text: str, span: str, why: str) -> None:
    done = filled(text, UNKNOWN)
    assert done.value.text == "b"
    (problem,) = done.diagnostics
    assert said((problem,)) == [("undecided-text", span)]
    assert not problem.is_error
    assert why in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "{% if measure.sum > 5 %}a{% endif %}",  # saying less is meant
        "{% if measure.sum > 5 %}a{% elif measure.date > 2025-01-01 %}b{% endif %}",
        "{% if org.name %}a" + ELSE,  # by itself, a name asks whether there is such a fact
        "{% if org.name or org.aims and measures %}a" + ELSE,
        "{% if org.nmae > 5 %}a" + ELSE,  # reported where the text is loaded
        "{% if tone == 'neutral' %}a" + ELSE,
        "{% if tone == %}a" + ELSE,
        "{% for m in measures %}{% if m.sum > 5 %}a" + ELSE + "{% endfor %}",
    ],
)
def test_an_else_that_is_meant_is_none(text: str) -> None:
    done = filled(text, facts(tone="other"))
    assert [problem.code for problem in done.diagnostics if problem.code != "condition-syntax"] == []


def test_a_record_that_lacks_what_is_asked_is_told_once() -> None:
    given = facts(measures=[{"sum": 1}, {"type": "fine"}, {"type": "fine"}])
    (problem,) = filled("{% for m in measures %}{% if m.sum > 5 %}a" + ELSE + "{% endfor %}", given).diagnostics
    assert said((problem,)) == [("undecided-text", "{% if m.sum > 5 %}")]
    (problem,) = filled("{% if any(measures, sum > 5) %}a" + ELSE, given).diagnostics
    assert problem.message.startswith("“any(measures, sum > 5)” is open, since measures holds 3, not all of which say what is asked;")


def test_an_if_that_was_left_undecided_says_nothing_of_the_next() -> None:
    assert filled("{% if measure.sum > 5 %}a{% endif %}{% if false %}a" + ELSE, UNKNOWN).diagnostics == ()


VALUES: list[Any] = [
    "{{ org.name }}",
    "{% endif %}",
    "[@iccpr, art 1]",
    f"{FACT_OPEN}0{FACT_CLOSE}",
    "\ue0020\ue003",
    "**b**\n\n# h",
    date(2025, 1, 1),
]


@pytest.mark.parametrize("value", VALUES)
def test_no_value_ever_stands_in_the_text_itself(value: Any) -> None:
    kind = "date" if isinstance(value, date) else "text"
    done = fill(
        prepare(whole("a {{ x }} b{% note %}{{ x }}{% endnote %}")).value, facts(x=value), Vocabulary.of([FactDeclaration("x", kind)]), "en"
    )
    assert done.diagnostics == ()
    assert done.value.text == f"a {FACT_OPEN}0{FACT_CLOSE} b{FACT_OPEN}2{FACT_CLOSE}"
    assert done.value.printed[0].text == (value if kind == "text" else "1\u00a0January 2025")


def test_the_text_itself_cannot_forge_a_fact() -> None:
    done = filled(f"{FACT_OPEN}0{FACT_CLOSE} {{{{ org.name }}}} \ue00299\ue003")
    assert done.value.text == f"\ufffd0\ufffd {FACT_OPEN}0{FACT_CLOSE} \ufffd99\ufffd"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("one\ntwo", "two", "2:1"),
        ("{% if org %}\n\nword\n\n{% endif %}", "word", "3:1"),
        ("{# a\nb #} word", "word", "2:6"),
        ("x {{ org.name }} word", "word", "1:18"),
        ("x {{ org.name }}{{ org.name }}{{ org.aims }} word", "word", "1:46"),
        ("{% for m in measures %}\n{% if m.type == 'ban' %}\n  a word\n{% endif %}\n{% endfor %}", "word", "3:5"),
        ("a\r\nb word", "word", "2:3"),
    ],
)
def test_a_place_in_the_filled_text_is_found_in_the_file(text: str, word: str, place: str) -> None:
    done = filled(text).value
    at = done.text.rindex(word)
    span = done.span(at, at + len(word))
    assert (span.text, str(span)) == (word, f"text.md:{place}")


def test_a_run_that_begins_or_ends_in_a_fact_takes_the_whole_tag() -> None:
    done = filled("a {{ org.name }}{{ tone }} b").value
    tokens = done.text.index(FACT_OPEN), done.text.rindex(FACT_CLOSE) + 1
    assert done.span(*tokens).text == "{{ org.name }}{{ tone }}"
    assert done.span(0, tokens[1]).text == "a {{ org.name }}{{ tone }}"
    assert done.span(tokens[0], len(done.text)).text == "{{ org.name }}{{ tone }} b"
    assert done.span(3, 3).text == ""


def test_an_empty_text_has_a_place_all_the_same() -> None:
    done = filled("").value
    assert str(done.span(0, 0)) == "text.md:1:1"
