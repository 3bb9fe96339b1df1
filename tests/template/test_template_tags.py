"""Templates before any fact is known: what their tags may say, and what they name."""

from __future__ import annotations

import pytest
from facts import VOCABULARY, filled, said, whole

from briefkit.conditions import read_condition
from briefkit.template import check_condition, check_template, prepare

IF, END = "{% if org %}", "{% endif %}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain { text } with % and #",
        "{{ org.name }}",
        "{{org.name}}",
        "{{- org.name -}}",
        "{{ org . name | capital }}",
        "{{ measures | length }}",
        "{{ org.aims|first|capital }}",
        "{% if org.foreign_funding %}a{% elif tone == 'neutral' %}b{% else %}c{% endif %}",
        "{%- if org -%}a{%- endif -%}",
        "{% for measure in measures %}{{ measure.date }}{% endfor %}",
        "{% for aim in org.aims %}{{ aim }}{% endfor %}",
        "{% for құқық in org.aims %}{{ құқық }}{% endfor %}",
        "{% for number in measures %}{{ number.date }}{% endfor %}",
        "{% note %}check {{ org.name }}{% endnote %}",
        "{# {{ anything }} {% at all %} #}",
        "{% if org.name == '%}' %}a{% endif %}",
    ],
)
def test_what_a_text_may_say(text: str) -> None:
    assert list(check_template(whole(text), VOCABULARY)) == []


@pytest.mark.parametrize(
    ("text", "code", "span", "words"),
    [
        ("a {{ org.name", "template-syntax", "{{", "“{{” is opened here and never closed."),
        ("a {% if org", "template-syntax", "{%", "“{%” is opened here and never closed."),
        ("a {# b", "template-syntax", "{#", "“{#” is opened here and never closed."),
        ('{{ "}}', "template-syntax", '"', "This cannot be read"),
        ("{{ }}", "template-syntax", "", "This cannot be read"),
        ("{{ org. }}", "template-syntax", "org.", "This cannot be read"),
        ("{{ org name }}", "template-syntax", "org name", "This cannot be read"),
        ("{{ ² }}", "template-syntax", "²", "This cannot be read"),
        ("{% if %}a{% endif %}", "template-syntax", "{% if %}", "“if” needs a condition."),
        (f"{IF}a{{% elif %}}b{END}", "template-syntax", "{% elif %}", "“elif” needs a condition."),
        (f"{IF}a", "template-syntax", IF, "“if” is never closed."),
        ("{% for m in measures %}a", "template-syntax", "{% for m in measures %}", "“for” is never closed."),
        ("{% note %}a", "template-syntax", "{% note %}", "“note” is never closed."),
        (f"a{END}", "template-syntax", END, "“endif” closes nothing that is open here."),
        ("{% endfor %}", "template-syntax", "{% endfor %}", "“endfor” closes nothing that is open here."),
        ("{% else %}", "template-syntax", "{% else %}", "“else” stands outside an “if”."),
        ("{% for m in measures %}{% else %}{% endfor %}", "template-syntax", "{% else %}", "“else” stands outside an “if”."),
        (f"{IF}a{{% else %}}b{{% else %}}c{END}", "template-syntax", "{% else %}", "“else” stands after the “else” of its “if”."),
        (f"{IF}a{{% else %}}b{{% elif org %}}c{END}", "template-syntax", "{% elif org %}", "“elif” stands after the “else” of its “if”."),
        (f"{IF}a{{% else if org %}}b{END}", "template-syntax", "if org", "Nothing can follow “else” in its tag."),
        (f"{IF}a{{% endif org %}}{END}", "template-syntax", "org", "Nothing can follow “endif” in its tag."),
        ("{% for m of measures %}{% endfor %}", "template-syntax", "{% for m of measures %}", "A loop goes over a fact"),
        ("{% for m, n in measures %}{% endfor %}", "template-syntax", "{% for m, n in measures %}", "A loop goes over a fact"),
        ("{% for m in range(9) %}{% endfor %}", "template-syntax", "{% for m in range(9) %}", "A loop goes over a fact"),
        ("{% for loop in measures %}{% endfor %}", "template-syntax", "{% for loop in measures %}", "A loop goes over a fact"),
        ("{% for _fact in measures %}{{ org.name }}{% endfor %}", "template-syntax", "{% for _fact in measures %}", "A loop goes over"),
        ("{% for ² in measures %}{% endfor %}", "template-syntax", "{% for ² in measures %}", "A loop goes over a fact"),
        (f"{{% if org = 1 %}}a{END}", "condition-syntax", "=", "Here “and”, “or” or the end is expected"),
        (f"{{% if measure.date == 2025-02-30 %}}a{END}", "bad-date", "2025-02-30", "“2025-02-30” is not a day"),
        ("{% iff org %}", "template-forbidden", "{% iff org %}", "The tag “iff” cannot be used in a text."),
        ("{% + %}", "template-forbidden", "{% + %}", "The tag “” cannot be used in a text."),
        ("{{ " + "a" * 301 + " }}", "template-limit", "a" * 301, "This expression is too long."),
        (IF * 13 + END * 13, "template-limit", IF, "Tags nest more than 12 deep."),
    ],
)
def test_what_a_text_may_not_say_is_pointed_at(text: str, code: str, span: str, words: str) -> None:
    found = prepare(whole(text)).diagnostics
    assert said(found) == [(code, span)]
    assert found[0].message.startswith(words)


def test_the_place_of_a_second_else_is_its_own() -> None:
    (problem,) = prepare(whole("{% if org %}\na\n{% else %}\nb\n  {% else %}\nc\n{% endif %}")).diagnostics
    assert str(problem.span) == "text.md:5:3"


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{% fro m in measures %}", "did you mean “for”?"),
        ("{% endi %}", "did you mean “endif”"),
        ("{% include 'x' %}", "a text may use if, elif, else, for and note"),
    ],
)
def test_an_unknown_tag_gets_a_hint(tag: str, hint: str) -> None:
    assert prepare(whole(tag)).diagnostics[0].hint.startswith(hint)


def test_twelve_levels_are_taken() -> None:
    assert prepare(whole(IF * 12 + END * 12)).diagnostics == ()


def test_every_problem_of_a_text_is_reported_at_once() -> None:
    found = prepare(whole("{% set x = 1 %}{{ range(3) }}{% if a == %}b{% endif %}{{ "))
    assert [problem.code for problem in found.diagnostics] == [
        "template-forbidden",
        "template-syntax",
        "template-forbidden",
        "condition-syntax",
    ]


# --- the facts that a text names -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{{ org.name|capital }}", [("org.name", True)]),
        ("{% if tone == 'x' and org.name %}{{ org.name }}{% endif %}", [("tone", False), ("org.name", False), ("org.name", True)]),
        ("{% for m in measures %}{{ m.date }}{% endfor %}", [("measures", False), ("measures.date", True)]),
        (
            "{% for m in measures %}{% if m.type %}{% endif %}{% endfor %}{{ m }}",
            [("measures", False), ("measures.type", False), ("m", True)],
        ),
        (
            "{% for h in hearings %}{% for m in h.measures %}{{ m.date }}{{ h.name }}{% endfor %}{% endfor %}",
            [("hearings", False), ("hearings.measures", False), ("hearings.measures.date", True), ("hearings.name", True)],
        ),
    ],
)
def test_the_facts_that_a_text_prints_or_asks_about(text: str, named: list[tuple[str, bool]]) -> None:
    assert [(".".join(used.names), used.printed) for used in prepare(whole(text)).value.used] == named


@pytest.mark.parametrize(
    ("text", "code", "span", "hint"),
    [
        ("{{ org.nam }}", "unknown-fact", "org.nam", "did you mean “org.name”"),
        ("{{ zzz }}", "unknown-fact", "zzz", "declare it in clauses/facts.yaml"),
        ("{% if xyz %}{% endif %}", "unknown-fact", "xyz", "declare it"),
        ("{% for m in measurs %}{% endfor %}", "unknown-fact", "measurs", "did you mean “measures”"),
        ("{% for m in measures %}{{ m.dat }}{% endfor %}", "unknown-fact", "m.dat", ""),
        ("{% if measure.type == 'fin' %}{% endif %}", "unknown-choice", "'fin'", "did you mean “fine”?"),
        ("{% if 'fin' != measure.type %}{% endif %}", "unknown-choice", "'fin'", "did you mean “fine”?"),
        ("{% if measure.type == 'xyz' %}{% endif %}", "unknown-choice", "'xyz'", "one of fine, ban"),
        ("{% if any(measures, type == 'fin') %}{% endif %}", "unknown-choice", "'fin'", "did you mean “fine”?"),
        ("{% if any(measures, typ == 'fine') %}{% endif %}", "unknown-fact", "typ", ""),
        ("{% for m in measures %}{% if m.type == 'fin' %}{% endif %}{% endfor %}", "unknown-choice", "'fin'", "did you mean “fine”?"),
        ("{% for m in measures %}{% if any(hearings, name == m.typ) %}{% endif %}{% endfor %}", "unknown-fact", "m.typ", ""),
        ("{% for m in measures %}{{ m.tone }}{% endfor %}", "unknown-fact", "m.tone", ""),
        ("{% for m in measures %}{% if m.tone == 'x' %}{% endif %}{% endfor %}", "unknown-fact", "m.tone", ""),
    ],
)
def test_what_no_vocabulary_knows_is_pointed_at(text: str, code: str, span: str, hint: str) -> None:
    found = tuple(check_template(whole(text), VOCABULARY))
    assert said(found) == [(code, span)]
    assert found[0].hint.startswith(hint)


@pytest.mark.parametrize(
    ("condition", "problems"),
    [
        ("org.name and measure.type == 'fine' and tone == 'anything'", []),
        ("any(measures, type == 'ban' and tone == 'neutral' and org.name)", []),
        ("measures and org and date", []),
        ("org.name == measure.type", []),
        ("org.naem", [("unknown-fact", "org.naem")]),
        ("measures.tone == 'x'", [("unknown-fact", "measures.tone")]),
        ("any(hearings, name == 'x' and measure.type == 'bann')", [("unknown-choice", "'bann'")]),
        ("measure.type == 'bann'", [("unknown-choice", "'bann'")]),
        ("all(measures, type == 'bann' and x)", [("unknown-fact", "x"), ("unknown-choice", "'bann'")]),
    ],
)
def test_a_condition_is_checked_against_the_vocabulary(condition: str, problems: list[tuple[str, str]]) -> None:
    read = read_condition(whole(condition)).value
    assert read is not None
    assert said(tuple(check_condition(read, VOCABULARY))) == problems


@pytest.mark.parametrize(
    ("condition", "span", "message", "hint"),
    [
        ('measure.date == "2025-03-14"', '"2025-03-14"', "“measure.date” is a date, and “2025-03-14” is a text.", "write a date without"),
        ('measure.date > "2025-01-01"', '"2025-01-01"', "“measure.date” is a date, and", "write a date without quotation marks"),
        ('org.foreign_funding == "true"', '"true"', "“org.foreign_funding” is true or false, and", "write true or false without"),
        ('measure.sum >= "5"', '"5"', "“measure.sum” is a number, and", "write a number without quotation marks, such as 10"),
        ('"Foo" in org.name', '"Foo"', "“Foo” is a text, and “org.name” is a text.", "“in” looks through a list; compare a text with =="),
        ('org == "x"', '"x"', "“org” is several facts", "name one of them, as in org.name"),
        ('measures != "x"', '"x"', "“measures” is several records", "name one of them"),
        ('"a" < org.name', '"a"', "is a text, and “org.name” is a text.", "only dates and numbers have an order"),
        ("org.name > measure.date", "org.name > measure.date", "“org.name” is a text, and “measure.date” is a date.", "compare like with"),
        ("measure.type == 5", "5", "“measure.type” is a text, and “5” is a number.", "compare like with like"),
        ('any(measures, date == "x")', '"x"', "“date” is a date", "write a date without"),
        ("any(measures, tone == 5)", "5", "“tone” is a text", "compare like"),
        ("any(org.name, tone)", "org.name", "“any” looks through a list of records; “org.name” is a text.", "for example any(measures"),
    ],
)
def test_a_comparison_that_can_never_hold_is_pointed_at(condition: str, span: str, message: str, hint: str) -> None:
    read = read_condition(whole(condition)).value
    assert read is not None
    for problems in (check_condition(read, VOCABULARY), check_template(whole(f"{{% if {condition} %}}a{{% endif %}}"), VOCABULARY)):
        (problem,) = problems
        assert said((problem,)) == [("wrong-comparison", span)]
        assert message in problem.message
        assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "{% if measure.date > 2025-01-01 and org.foreign_funding == true and 'law' in org.aims and org.aims != 'x' %}{% endif %}",
        "{% for m in measures %}{% if m.date == measure.date and m.sum >= 2.5 and m.type == 'fine' %}{{ m.date }}{% endif %}{% endfor %}",
        "{% for aim in org.aims %}{% if aim == 'law' %}{% endif %}{% endfor %}",
        "{% if any(measures, date > 2025-01-01 and measure.sum > sum and tone == 'x') and measures %}{{ measures|length }}{% endif %}",
    ],
)
def test_a_comparison_of_like_with_like_is_none_of_them(text: str) -> None:
    assert list(check_template(whole(text), VOCABULARY)) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("{% if measures.type == 'fine' %}{% endif %}", "measures.type"),
        ("{% if measures.sum %}{% endif %}", "measures.sum"),
        ("{{ measures.date }}", "measures.date"),
        ("{% for x in measures.date %}{% endfor %}", "measures.date"),
        ("{% for m in hearings %}{% if any(hearings, measures.type == 'fine') %}{% endif %}{% endfor %}", "measures.type"),
    ],
)
def test_a_field_of_several_records_is_no_single_fact(text: str, span: str) -> None:
    (problem,) = check_template(whole(text), VOCABULARY)
    assert said((problem,)) == [("unknown-fact", span)]
    assert problem.hint.startswith(f"name one record: {span.replace('measures', 'measure')}, or ask any(measures, ")
    assert filled(text).diagnostics == ()  # it is not reported again where the text is filled


def test_a_clauses_condition_asks_no_field_of_several_records() -> None:
    read = read_condition(whole("measures.type == 'fine'")).value
    assert read is not None
    assert said(tuple(check_condition(read, VOCABULARY))) == [("unknown-fact", "measures.type")]


def test_within_any_a_text_may_name_facts_of_the_case_at_large() -> None:
    text = "{% for h in hearings %}{% if any(measures, type == 'ban' and tone == h.name) %}{% endif %}{% endfor %}"
    assert list(check_template(whole(text), VOCABULARY)) == []
