"""Shapes: the same description checks a file and gives its JSON Schema."""

from __future__ import annotations

import json
from typing import Any

import pytest
from facts import said
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefkit.diagnostics import Diagnostic
from briefkit.shapes import Anything, Day, Either, Field, Flag, ListOf, MapOf, OneOf, Record, Shape, Whole, Words, check, json_schema
from briefkit.source import Source
from briefkit.yamlmarks import as_day, plain, read_yaml

TONE = OneOf(("cooperative", "neutral"), "unknown-tone")
NAMED = Record((Field("name", Words(), "its name", required=True), Field("count", Whole(1), "how many")))


def problems(text: str, shape: Shape) -> tuple[Diagnostic, ...]:
    read = read_yaml(Source("case.yaml", text))
    assert read.diagnostics == ()
    assert read.value is not None
    return tuple(check(read.value, shape))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("words", Words()),
        ("12", Words()),
        ("2025-03-14", Words()),
        ("1", Whole(1)),
        ("true", Flag()),
        ("2025-03-14", Day()),
        ('"2025-03-14"', Day()),
        ("2025-03", Day(partial=True)),
        ("2025", Day(partial=True)),
        ("neutral", TONE),
        ("[]", ListOf(Words())),
        ("{ru: x}", MapOf(Words(), ("en", "ru"))),
        ("{anything: x}", MapOf(Words())),
        ("{name: x, count: 2}", NAMED),
        ("{name: x, other: 2}", Record(NAMED.fields, open=True)),
        ("none", Either((OneOf(("none",)), NAMED))),
        ("{name: x}", Either((OneOf(("none",)), NAMED))),
        ("[a]", Either((Words(), ListOf(Words())))),
        ("false", Either((Words(), Flag()))),
        ("org.name", Either((Words(), Flag()))),
        ("null", Anything()),
    ],
)
def test_what_fits_has_no_problems(text: str, shape: Shape) -> None:
    assert problems(text, shape) == ()


@pytest.mark.parametrize(
    ("text", "shape", "code", "span", "words"),
    [
        ("true", Words(), "wrong-type", "true", "This must be a text, not “true”."),
        ("[a]", Words(), "wrong-type", "[a]", "This must be a text, not a list."),
        ("{a: b}", Words(), "wrong-type", "{a: b}", "This must be a text, not keys with values."),
        ("' '", Words(), "wrong-type", "' '", "Nothing is given here; this must be a text."),
        ("null", Words(), "wrong-type", "null", "Nothing is given here; this must be a text."),
        ("0", Whole(1), "wrong-type", "0", "This must be a whole number, 1 or more, not “0”."),
        ("1.5", Whole(), "wrong-type", "1.5", "This must be a whole number, 0 or more, not “1.5”."),
        ("true", Whole(), "wrong-type", "true", "This must be a whole number, 0 or more, not “true”."),
        ("'1'", Whole(), "wrong-type", "'1'", "This must be a whole number, 0 or more, not “1”."),
        ("yes", Flag(), "wrong-type", "yes", "This must be true or false, not “yes”."),
        ("2025-02-30", Day(), "bad-date", "2025-02-30", "“2025-02-30” is not a date, written YYYY-MM-DD."),
        ("2025", Day(), "bad-date", "2025", "“2025” is not a date, written YYYY-MM-DD."),
        ("14.03.2025", Day(partial=True), "bad-date", "14.03.2025", "“14.03.2025” is not a date"),
        ("2025-13", Day(partial=True), "bad-date", "2025-13", "“2025-13” is not a date"),
        ("2025-", Day(partial=True), "bad-date", "2025-", "“2025-” is not a date"),
        ("2025-0²", Day(partial=True), "bad-date", "2025-0²", "“2025-0²” is not a date"),
        ("٢٠٢٥", Day(partial=True), "bad-date", "٢٠٢٥", "“٢٠٢٥” is not a date"),
        ("cooprative", TONE, "unknown-tone", "cooprative", "“cooprative” is not one of the choices."),
        ("a", ListOf(Words()), "wrong-type", "a", "This must be a list, not “a”."),
        ("[a, {b: c}]", ListOf(Words()), "wrong-type", "{b: c}", "This must be a text, not keys with values."),
        ("a", MapOf(Words()), "wrong-type", "a", "This must be keys with values, not “a”."),
        ("{de: x}", MapOf(Words(), ("en",), "unknown-language"), "unknown-language", "de", "“de” is not one of the names"),
        ("{x: [1]}", MapOf(Words()), "wrong-type", "[1]", "This must be a text, not a list."),
        ("[]", NAMED, "wrong-type", "[]", "This must be keys with values, not a list."),
        ("{nam: x, name: y}", NAMED, "unknown-key", "nam", "“nam” is not a key that can stand here."),
        ("{count: 1}", NAMED, "missing-key", "{count: 1}", "The key “name” is missing."),
        ("{name: x, count: 0}", NAMED, "wrong-type", "0", "This must be a whole number"),
        ("nothing", Either((OneOf(("none",)), NAMED)), "unknown-choice", "nothing", "“nothing” is not one of the choices."),
        ("{nam: x}", Either((OneOf(("none",)), Record((), open=False))), "unknown-key", "nam", "“nam” is not a key"),
        ("[x]", Either((OneOf(("none",)), NAMED)), "wrong-type", "[x]", "This must be one of none, not a list."),
        ("null", Either((Words(), Flag())), "wrong-type", "null", "Nothing is given here"),
    ],
)
def test_what_does_not_fit_is_said_at_its_place(text: str, shape: Shape, code: str, span: str, words: str) -> None:
    found = problems(text, shape)
    assert said(found) == [(code, span)]
    assert found[0].message.startswith(words)


@pytest.mark.parametrize(
    ("text", "shape", "hint"),
    [
        ("cooprative", TONE, "did you mean “cooperative”?"),
        ("xyz", TONE, "one of cooperative, neutral"),
        ("{nam: x, name: y}", NAMED, "did you mean “name”?"),
        ("{xyz: x, name: y}", NAMED, "the keys here are name, count"),
        ("{count: 1}", NAMED, "its name"),
        ("{enn: x}", MapOf(Words(), ("en", "ru")), "did you mean “en”?"),
        ("{zz: x}", MapOf(Words(), ("en", "ru")), "one of en, ru"),
        ("2025", Day(), "for example 2025-03-14"),
        ("", Words(), ""),
    ],
)
def test_a_hint_says_what_to_write(text: str, shape: Shape, hint: str) -> None:
    assert [problem.hint for problem in problems(text or "[]", shape)] == [hint]


def test_all_problems_of_a_file_are_listed_at_once() -> None:
    found = problems("nam: x\ncount: 0\nextra: 1\n", NAMED)
    assert [problem.code for problem in found] == ["unknown-key", "wrong-type", "unknown-key", "missing-key"]


# --- the same as JSON Schema ------------------------------------------------------------------------

WORDS: st.SearchStrategy[Shape] = st.one_of(
    st.just(Words()), st.builds(Whole, st.integers(0, 3)), st.just(Flag()), st.builds(Day, st.booleans()), st.just(TONE)
)
LEAVES = WORDS | st.just(Anything())


def records(shapes: st.SearchStrategy[Shape]) -> st.SearchStrategy[Shape]:
    fields = [st.builds(Field, st.just(name), shapes, st.just("about"), st.booleans()) for name in ("a", "b")]
    return st.builds(Record, st.tuples(*fields), st.booleans())


SHAPES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(ListOf, inner),
        st.builds(MapOf, inner, st.sampled_from([(), ("a", "b")])),
        records(inner),
        st.builds(lambda *shapes: Either(shapes), WORDS, WORDS, records(inner)),
    ),
    max_leaves=5,
)
SCALARS = st.sampled_from(["word", "neutral", "2025-03-14", "2025-03", "2025", "", "true", 0, 1, 2, 7, 2025, 1.5, True, False, None])


def documents(shape: Shape) -> st.SearchStrategy[Any]:
    """Documents that mostly fit a shape."""
    match shape:
        case ListOf():
            fitting = st.lists(documents(shape.item), max_size=2)
        case MapOf():
            fitting = st.dictionaries(st.sampled_from(["a", "b", "c"]), documents(shape.value), max_size=2)
        case Record():
            parts = {field.name: documents(field.shape) for field in shape.fields}
            fitting = st.fixed_dictionaries({}, optional={**parts, "c": SCALARS} if shape.open else parts)
        case Either():
            fitting = st.one_of(*(documents(one) for one in shape.shapes))
        case Whole():
            fitting = st.integers(0, 4)
        case Flag():
            fitting = st.booleans()
        case _:
            fitting = SCALARS
    return st.one_of(fitting, fitting, fitting, SCALARS, st.just([]), st.just({"c": 1}))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_the_json_schema_says_what_the_check_says(data: st.DataObject) -> None:
    shape = data.draw(SHAPES)
    document = data.draw(documents(shape))
    schema = json_schema(shape)
    Draft202012Validator.check_schema(schema)
    fits = not tuple(problems(json.dumps(document), shape))
    assert Draft202012Validator(schema).is_valid(document) is fits, json.dumps(document)


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13-01"])
def test_only_the_check_knows_the_calendar(text: str) -> None:
    assert Draft202012Validator(json_schema(Day())).is_valid(text)
    assert as_day(text) is None
    assert said(problems(text, Day())) == [("bad-date", text)]


@pytest.mark.parametrize("year", [999, 10000, -2025])
def test_a_year_has_four_digits(year: int) -> None:
    assert not Draft202012Validator(json_schema(Day(partial=True))).is_valid(year)
    assert problems(str(year), Day(partial=True))


def test_a_schema_describes_each_key_for_an_editor() -> None:
    schema = json_schema(NAMED)
    assert schema["properties"]["name"] == {"type": ["string", "number"], "pattern": r"\S", "description": "its name"}
    assert schema["required"] == ["name"]
    assert schema["additionalProperties"] is False


def test_plain_values_of_a_checked_file_fit_its_schema() -> None:
    shape = Record((Field("on", Day(), "the day", required=True), Field("year", Day(partial=True), "the year")))
    read = read_yaml(Source("case.yaml", "on: 2025-03-14\nyear: 2025"))
    assert read.value is not None
    assert Draft202012Validator(json_schema(shape)).is_valid(plain(read.value))
