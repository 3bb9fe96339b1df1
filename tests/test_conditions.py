"""The language of conditions: read, decide, explain."""

from __future__ import annotations

import time
from datetime import date

import pytest
from facts import CASE, facts, said, whole
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import PATIENCE

from briefkit.conditions import Budget, comparisons_in, decide, explain, look_up, paths_in, read_condition, whole_text
from briefkit.model.conditions import Among, And, Compare, Condition, Literal, Not, Or, Path
from briefkit.model.facts import Given, Record
from briefkit.source import Source


def read(text: str) -> Condition:
    found = read_condition(whole(text, "clause.yaml"))
    assert found.diagnostics == ()
    assert found.value is not None
    return found.value


def holds(text: str, given_facts: Record = CASE) -> bool | None:
    return decide(read(text), (given_facts,))


# --- deciding --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("true", True),
        ("false", False),
        ("0", False),
        ("''", False),
        ("2026-07-01", True),
        ("org.foreign_funding", True),
        ("not org.foreign_funding", False),
        ("org", True),
        ("measures", True),
        ("org.aims", True),
        ('org.name == "Aikyn"', True),
        ("org.name == 'Aikyn'", True),
        ("org.name == “Aikyn”", True),
        ('"Aikyn" != org.name', False),
        ('"law" in org.aims', True),
        ('"sport" in org.aims', False),
        ('org.aims == "law"', True),
        ('org.aims != "sport"', True),
        ('"Aikyn" in org.name', True),
        ("2 < 10", True),
        ("2.5 >= 2.5", True),
        ("-1 > 0", False),
        ("2025-03-14 < 2025-03-15", True),
        ("2025-03-14 <= 2025-03-13", False),
        ('"a" < "b"', None),
        ("2025-03-14 > 5", None),
        ('any(measures, type == "fine")', True),
        ('all(measures, type == "fine")', False),
        ("all(measures, date >= 2025-01-01)", True),
        ('any(measures, type == "ban" and sum > 100)', False),
        ('any(measures, type == "ban" and tone == "neutral")', True),
        ("any(org.name, true)", None),
        ("any(hearings, name)", None),
        ("org.missing", None),
        ("org.name.deeper", None),
        ("org == 1", None),
        ("not org.missing", None),
        ("false and org.missing", False),
        ("org.missing and false", False),
        ("true and org.missing", None),
        ("true or org.missing", True),
        ("org.missing or false", None),
        ('org.missing == "x"', None),
        ("any(measures, missing)", None),
        ('any(measures, missing or type == "fine")', True),
        ("all(measures, missing)", None),
        ('all(measures, missing and type == "none")', False),
        ("false and false or true", True),
        ("false and (false or true)", False),
        ("not false and false", False),
        ("not (false and false)", True),
        ("not not true", True),
        ("not not not true", False),
    ],
)
def test_a_condition_is_true_false_or_unknown(text: str, answer: bool | None) -> None:
    assert holds(text) is answer


@pytest.mark.parametrize(
    ("given_facts", "answer"), [(facts(tone=""), False), (facts(tone=date(2025, 1, 1)), True), (facts(org={}), None), (Record(()), None)]
)
def test_an_empty_text_is_false_and_a_date_true(given_facts: Record, answer: bool | None) -> None:
    assert holds("tone", given_facts) is answer


def test_any_of_nothing_is_false_and_all_of_nothing_true() -> None:
    records = look_up(Path(("measures",), whole("x")), (CASE,))
    assert records is not None
    empty = Record((("measures", type(records)(())),))
    assert [holds(f"{word}(measures, type)", empty) for word in ("any", "all")] == [False, True]
    assert holds("measures", empty) is False
    assert holds("org", Record((("org", Record(())),))) is False


def test_the_innermost_scope_that_knows_a_name_is_asked() -> None:
    inner, outer = facts(org={"name": "inner"}), facts(org={"name": "outer", "aims": ["law"]}, tone="neutral")
    assert decide(read('org.name == "inner"'), (inner, outer)) is True
    assert decide(read("org.aims"), (inner, outer)) is None
    assert decide(read('tone == "neutral"'), (inner, outer)) is True


# --- laws ------------------------------------------------------------------------------------------

NAMES = ("a", "b", "c", "d")
CASES = st.fixed_dictionaries({}, optional={name: st.booleans() for name in NAMES}).map(lambda given_facts: facts(**given_facts))
CONDITIONS = st.recursive(
    st.sampled_from([*NAMES, "true", "false", "a == true", "b != c"]),
    lambda inner: st.one_of(
        inner.map(lambda one: f"not ({one})"),
        st.builds(lambda left, word, right: f"({left}) {word} ({right})", inner, st.sampled_from(["and", "or"]), inner),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(CONDITIONS, CONDITIONS, CASES)
def test_kleenes_laws_hold(left: str, right: str, case: Record) -> None:
    def same(one: str, other: str) -> None:
        assert holds(one, case) is holds(other, case)

    same(f"not (not ({left}))", left)
    same(f"not (({left}) and ({right}))", f"not ({left}) or not ({right})")
    same(f"not (({left}) or ({right}))", f"not ({left}) and not ({right})")
    same(f"({left}) and ({right})", f"({right}) and ({left})")
    same(f"({left}) or ({right})", f"({right}) or ({left})")
    same(f"({left}) and ({left})", left)
    same(f"({left}) or (({left}) and ({right}))", left)


@settings(deadline=None)
@given(CONDITIONS, CASES, st.sampled_from(NAMES), st.booleans())
def test_an_answer_stands_however_the_unknown_turns_out(condition: str, case: Record, name: str, value: bool) -> None:
    answer = holds(condition, case)
    if answer is not None and case.get(name) is None:
        told = Record((*case.entries, *facts(**{name: value}).entries))
        assert holds(condition, told) is answer


# --- reading ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "span", "words"),
    [
        ("", "condition-syntax", "", "Here a fact, a number, a date or a text in quotation marks is expected, not the end."),
        ("org.name =", "condition-syntax", "=", "Here “and”, “or” or the end is expected, not “=”."),
        ("org.name = 'x'", "condition-syntax", "=", "Here “and”, “or” or the end is expected, not “=”."),
        ("a b", "condition-syntax", "b", "Here “and”, “or” or the end is expected, not “b”."),
        ("a and", "condition-syntax", "", "Here a fact"),
        ("(a", "condition-syntax", "", "Here “)” is expected, not the end."),
        ("a)", "condition-syntax", ")", "Here “and”, “or” or the end is expected, not “)”."),
        ("any(a)", "condition-syntax", ")", "Here “,” is expected, not “)”."),
        ("any(1, a)", "condition-syntax", "1", "“any” looks through a list of records."),
        ("all(a, b", "condition-syntax", "", "Here “)” is expected"),
        ("any", "condition-syntax", "any", "Here a fact"),
        ("any(a, all(b, any(c, d)))", "condition-syntax", "any", "“any” and “all” nest too deep here."),
        ("and", "condition-syntax", "and", "Here a fact"),
        ("a == in", "condition-syntax", "in", "Here a fact"),
        ("a == (b)", "condition-syntax", "(", "Here a fact"),
        ("1 < 2 < 3", "condition-syntax", "<", "Here “and”, “or” or the end is expected"),
        ("'open", "condition-syntax", "'", "Here a fact"),
        ("a.b.", "condition-syntax", ".", "Here “and”, “or” or the end is expected"),
        ("a.__class__()", "condition-syntax", "(", "Here “and”, “or” or the end is expected"),
        ("x == 2025-02-30", "bad-date", "2025-02-30", "“2025-02-30” is not a day of the calendar."),
        ("x == ٢٠٢٥-٠١-٠١", "bad-date", "٢٠٢٥-٠١-٠١", "“٢٠٢٥-٠١-٠١” is not a day of the calendar."),
        ("a" * 2001, "condition-syntax", "a" * 2001, "The condition is too long."),
        ("(" * 60 + "a" + ")" * 60, "condition-syntax", "(" * 10 + "a" + ")" * 60, "The condition nests too deep."),
    ],
)
def test_what_is_no_condition_is_pointed_at(text: str, code: str, span: str, words: str) -> None:
    found = read_condition(whole(text))
    assert found.value is None
    assert said(found.diagnostics) == [(code, span)]
    assert found.diagnostics[0].message.startswith(words)


def test_a_single_equals_sign_gets_the_hint_to_double_it() -> None:
    assert read_condition(whole("a = 1")).diagnostics[0].hint == "compare with =="


def test_places_are_those_of_the_file_around_the_condition() -> None:
    text = "title: x\nwhen: a and b c\n"
    at = text.index("a and")
    (problem,) = read_condition(Source("clause.yaml", text).span(at, len(text) - 1)).diagnostics
    assert str(problem.span) == "clause.yaml:2:15"


def test_nothing_beyond_the_span_is_read() -> None:
    found = read_condition(Source("x", "org.name == 1").span(0, 5))
    assert isinstance(found.value, Path)
    assert found.value.names == ("org", "n")


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        (" a ", Path, "a"),
        ("2025-03-14", Literal, "2025-03-14"),
        ("not  a", Not, "not  a"),
        ("a and (b or c)", And, "a and (b or c"),
        ("a or b", Or, "a or b"),
        ("a  <= 5 ", Compare, "a  <= 5"),
        ("any( a , b )", Among, "any( a , b )"),
    ],
)
def test_each_part_knows_its_place(text: str, kind: type, span: str) -> None:
    condition = read(text)
    assert type(condition) is kind
    assert condition.span.text == span


def test_facts_named_within_any_count_under_their_list() -> None:
    condition = read('any(measures, type == "fine" and date < 2025-01-01) or not org.name == "x" and true')
    assert [str(path) for path in paths_in(condition)] == ["measures", "measures.type", "measures.date", "org.name"]
    nested = read('any(measures, sum > 1 and any(hearings, name == "x"))')
    assert [str(path) for path in paths_in(nested)] == ["measures", "measures.sum", "measures.hearings", "hearings.name"]
    assert [str(one.left) for one in comparisons_in(nested)] == ["measures.sum", "hearings.name"]
    assert [str(one.left) for one in comparisons_in(condition)] == ["measures.type", "measures.date", "org.name"]
    assert list(comparisons_in(read("a"))) == list(comparisons_in(read("1"))) == []
    assert [str(one.right) for one in comparisons_in(read('any(measures, "x" in kinds)'))] == ["measures.kinds"]


WORDS = [
    "a",
    "org.name",
    "and",
    "or",
    "not",
    "in",
    "any",
    "all",
    "(",
    ")",
    ",",
    "==",
    "<",
    "=",
    "'x'",
    '"',
    "“",
    "1",
    "-2.5",
    "2025-01-01",
    "true",
    "²",
    "é",
    ".",
]


@settings(max_examples=300, deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_any_text_is_read_or_refused_with_places_within_it(text: str) -> None:
    found = read_condition(whole(text))
    spans = [problem.span for problem in found.diagnostics]
    if found.value is not None:
        decide(found.value, (CASE,))
        explain(found.value, (CASE,))
        spans += [path.span for path in paths_in(found.value)] + [one.span for one in comparisons_in(found.value)]
    assert (found.value is None) is bool(found.diagnostics)
    for span in spans:
        assert span is not None
        assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["not " * 499 + "a", "a or " * 399 + "a", "(" * 1999, "any(a," * 300, '""or' * 499 + '""', "a and (" * 49 + "b" + ")" * 49]
)
def test_a_long_condition_takes_no_time(text: str) -> None:
    start = time.monotonic()
    found = read_condition(whole(text))
    if found.value is not None:
        decide(found.value, (CASE,))
        list(paths_in(found.value))
    assert time.monotonic() - start < PATIENCE


MANY = facts(measures=[{"type": "fine", "sum": 1}] * 3000)


@pytest.mark.parametrize("text", ["any(measures, any(measures, sum > 5))", "all(measures, all(measures, type == 'fine' or sum > 5))"])
def test_a_condition_that_asks_too_much_stays_open(text: str) -> None:
    start, budget = time.monotonic(), Budget()
    assert decide(read(text), (MANY,), budget) is None
    assert budget.spent
    assert time.monotonic() - start < PATIENCE


def test_a_budget_is_shared_by_all_that_it_is_given_to() -> None:
    budget = Budget(steps=3)
    answers = [decide(read("any(measures, sum > 5)"), (CASE,), budget) for _ in range(2)]
    assert answers == [True, None]
    assert budget.spent


# --- explaining ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("org.foreign_funding", "org.foreign_funding is true"),
        ('org.name == "x"', "org.name is “Aikyn”"),
        ('"law" in org.aims', "org.aims is health, law, books"),
        ("org.missing or org.name", "org.missing is not given and org.name is “Aikyn”"),
        ("not org", "org is given"),
        ("any(measures, sum > 5)", "measures holds 2"),
        ("measures and measures", "measures holds 2"),
        ("true", ""),
        ("day > 2025-01-01", "day is 2025-03-14"),
        ("none or off", "none is empty and off is false"),
    ],
)
def test_an_answer_is_explained_by_the_facts_it_rests_on(text: str, words: str) -> None:
    empty = Given((), "list", "none", whole("x"))
    case = Record((*CASE.entries, ("day", Given(date(2025, 3, 14), "date", "day", whole("x"))), ("none", empty), *facts(off=False).entries))
    assert explain(read(text), (case,)) == words


def test_a_condition_without_a_file_has_places_too() -> None:
    (problem,) = read_condition(whole_text("a b")).diagnostics
    assert str(problem.span) == "condition:1:3"
