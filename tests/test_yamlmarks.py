"""YAML and JSON into values with their places."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import Any

import pytest
from facts import said
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import PATIENCE

from briefkit.diagnostics import Checked
from briefkit.source import Source
from briefkit.yamlmarks import Leaf, Listing, Mapping, Node, as_day, plain, read_yaml, whole, written


def read(text: str) -> Checked[Node | None]:
    return read_yaml(Source("case.yaml", text))


def top(text: str) -> Mapping:
    found = read(text)
    assert found.diagnostics == ()
    assert isinstance(found.value, Mapping)
    return found.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("no", "no"),
        ("on", "on"),
        ("NULL", "NULL"),
        ("0", 0),
        ("-12", -12),
        ("+3", 3),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1.50", 1.5),
        (".5", 0.5),
        ("2e3", 2000.0),
        ("1.2.3", "1.2.3"),
        ("123456789012345678", 123456789012345678),
        ("1234567890123456789", "1234567890123456789"),
        ("2025-03-14", date(2025, 3, 14)),
        ("2025-02-30", "2025-02-30"),
        ("2025-03", "2025-03"),
        ('"2025-03-14"', "2025-03-14"),
        ("'true'", "true"),
        ('"12"', "12"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  two\n  lines\n", "two lines"),
        ("№ 7", "№ 7"),
    ],
)
def test_a_scalar_means_what_the_core_schema_says(text: str, value: object) -> None:
    leaf = top(f"key: {text}").get("key")
    assert isinstance(leaf, Leaf)
    assert (leaf.value, type(leaf.value)) == (value, type(value))


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert read(text) == Checked(None)


@pytest.mark.parametrize(
    ("text", "code", "span", "place", "words"),
    [
        ("a: b: c", "yaml-syntax", "", "1:5", "put quotation marks around a text that holds “: ”"),
        ("a:\n\t- b", "yaml-syntax", "", "2:1", "indent with spaces, not with tabs"),
        ("a: [1, 2\nb: 3", "yaml-syntax", "", "2:2", "check indentation"),
        ("a: 'open", "yaml-syntax", "", "1:9", "check indentation"),
        ("ключ: a\x07b", "yaml-syntax", "\x07", "1:8", "remove the character"),
        ("a: 1\n---\nb: 2", "yaml-syntax", "", "2:1", "check indentation"),
        ("a: *b", "yaml-syntax", "", "1:4", "check indentation"),
        ("a: 1\nb: 2\na: 3", "yaml-duplicate-key", "a", "3:1", "keep one"),
        ("{a: 1, 'a': 2}", "yaml-duplicate-key", "'a'", "1:8", "keep one"),
        ("a: !!str 1", "yaml-alias", "!!str 1", "1:4", "write the value out"),
        ("a: !python/object:os.system ls", "yaml-alias", "!python/object:os.system ls", "1:4", "write the value out"),
        ("a: &x 1", "yaml-alias", "&x 1", "1:4", "write the value out"),
        ("? [a, b]\n: c", "wrong-type", "[a, b]", "1:3", ""),
        ('a: "x\\uE000"', "private-use-character", '"x\\uE000"', "1:4", "remove the character"),
        ("a: x\ue001", "private-use-character", "x\ue001", "1:4", "remove the character"),
    ],
)
def test_what_cannot_be_read_is_pointed_at(text: str, code: str, span: str, place: str, words: str) -> None:
    (problem,) = read(text).diagnostics
    assert said((problem,)) == [(code, span)]
    assert str(problem.span) == f"case.yaml:{place}"
    assert problem.hint.startswith(words)


def test_an_anchor_and_its_alias_are_both_reported_and_the_rest_is_still_read() -> None:
    found = read("a: &x [1]\nb: *x\nc: 3")
    assert said(found.diagnostics) == [("yaml-alias", "&x ["), ("yaml-alias", "*x")]
    assert isinstance(found.value, Mapping)
    assert plain(found.value)["c"] == 3


LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))


@pytest.mark.parametrize(
    "text", [LAUGHS, "&a [*a, *a]", "&a {k: *a, l: *a}", "[" * 20_000, "- " * 20_000, "? " * 20_000, "{a: " * 20_000, "[" * 900 + "]" * 900]
)
def test_a_file_that_would_grow_without_end_is_refused_at_once(text: str) -> None:
    start = time.monotonic()
    found = read(text)
    assert found.has_errors
    assert {problem.code for problem in found.diagnostics} <= {"yaml-alias", "yaml-syntax"}
    assert time.monotonic() - start < PATIENCE


def test_nesting_is_read_to_sixty_levels() -> None:
    assert not read("[" * 60 + "]" * 60).has_errors
    (problem,) = read("[" * 62 + "]" * 62).diagnostics
    assert problem.message == "The file nests more than 60 levels deep."


def test_json_is_read_as_yaml() -> None:
    data = {"id": "x", "issued": {"date-parts": [[2025, 3]]}, "n": 1.5, "none": None, "yes": True, "text": 'a "quoted" word: ё'}
    assert plain(top(json.dumps(data, indent=1))) == data


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**16), 10**17) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_any_json_is_read_as_what_it_says(data: Any) -> None:
    found = read(json.dumps({"data": data}, ensure_ascii=True))
    if not any(problem.code == "private-use-character" or "character" in problem.message for problem in found.diagnostics):
        assert found.diagnostics == ()
        assert found.value is not None
        assert plain(found.value) == {"data": data}


def test_places_are_those_of_the_words() -> None:
    source = "title: Мнение\nlist:\n  - first\n  - {deep: 'second'}\n"
    node = top(source)
    title, listing = node.get("title"), node.get("list")
    assert isinstance(title, Leaf)
    assert isinstance(listing, Listing)
    assert (str(title.span), title.span.text) == ("case.yaml:1:8", "Мнение")
    assert (str(listing.items[0].span), listing.items[0].span.text) == ("case.yaml:3:5", "first")
    deep = listing.items[1]
    assert isinstance(deep, Mapping)
    key, value = deep.entries[0]
    assert [key.span.text, value.span.text, str(value.span)] == ["deep", "'second'", "case.yaml:4:12"]


def places(node: Node) -> list[Any]:
    if isinstance(node, Mapping):
        return [node.span, *(span for key, value in node.entries for span in (key.span, *places(value)))]
    return [node.span, *(span for item in node.items for span in places(item))] if isinstance(node, Listing) else [node.span]


YAMLISH = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            ": ",
            "- ",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "#",
            "&x",
            "*x",
            "!t",
            "|",
            ">",
            "---",
            "? ",
            ", ",
            "é",
            "😀",
            "\\",
            "%",
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.text() | YAMLISH)
def test_any_text_is_read_or_refused_with_places_within_it(text: str) -> None:
    found = read(text)
    spans = [problem.span for problem in found.diagnostics] + (places(found.value) if found.value else [])
    for span in spans:
        assert span is not None
        assert 0 <= span.start <= span.end <= len(text)
    assert found.value is not None or found.diagnostics or not text.strip() or "#" in text or text.lstrip("\ufeff").startswith(("---", "%"))


SAMPLE = """\
name: Aikyn
flag: true
number: 3
day: 2025-03-14
quoted: "2025-03-15"
empty:
list: [a, {b: c}, 2]
map: {en: One, ru: 2, kk: }
"""


def test_lookups_give_what_is_there() -> None:
    node = top(SAMPLE)
    assert node.text("name") == "Aikyn"
    assert node.text("number") == "3"
    assert node.flag("flag") is True
    assert node.whole("number") == 3
    assert node.day("day") == date(2025, 3, 14)
    assert node.day("quoted") == date(2025, 3, 15)
    assert [leaf.text for leaf in node.leaves("list")] == ["a", "2"]
    assert [one.text("b") for one in node.mappings("list")] == ["c"]
    assert node.mapping("map").texts() == (("en", "One"), ("ru", "2"))
    key = node.key("name")
    assert key is not None
    assert str(key.span) == "case.yaml:1:1"


def test_lookups_give_nothing_for_what_is_absent_or_of_another_kind() -> None:
    node = top(SAMPLE)
    assert [node.text(key, "-") for key in ("absent", "empty", "list")] == ["-", "-", "-"]
    assert [node.flag(key, otherwise=True) for key in ("absent", "number", "list")] == [True, True, True]
    assert [node.whole(key, 7) for key in ("absent", "flag", "name", "list")] == [7, 7, 7, 7]
    assert [node.day(key) for key in ("absent", "name", "list")] == [None, None, None]
    assert [node.leaves(key) + node.mappings(key) for key in ("absent", "name", "map")] == [(), (), ()]
    assert [node.mapping(key).entries for key in ("absent", "name", "list")] == [(), (), ()]
    assert (node.get("absent"), node.key("absent")) == (None, None)


@pytest.mark.parametrize(
    ("text", "day"), [("2024-02-29", date(2024, 2, 29)), ("2025-02-29", None), ("2025-2-9", None), ("٢٠٢٥-٠١-٠١", None), ("", None)]
)
def test_only_days_of_the_calendar_are_days(text: str, day: date | None) -> None:
    assert as_day(text) == day


@pytest.mark.parametrize(
    ("yaml", "text", "place"),
    [
        ("when: org.name", "org.name", "1:7"),
        ("when: 'org.name'", "org.name", "1:8"),
        ('x: 1\nwhen: "a == \\"b\\""', 'a == "b"', "2:8"),
        ("when: >-\n  a and\n  b", "a and b", "2:3"),
        ("when: |\n    a and\n    b\n", "a and\n    b\n".replace("    ", ""), "2:5"),
        ("when: |2\n    a\n", "  a\n", "2:3"),
        ("when: |\n\n  a\n", "\na\n", "2:1"),
        ("when: 'it''s'", "it's", "1:8"),
    ],
)
def test_the_place_of_a_scalars_words_leaves_its_quotation_marks_out(yaml: str, text: str, place: str) -> None:
    leaf = top(yaml).get("when")
    assert isinstance(leaf, Leaf)
    span = written(leaf)
    assert (span.text, str(span)) == (text, f"case.yaml:{place}")


def test_a_place_within_a_quoted_text_has_the_column_of_the_file() -> None:
    leaf = top('x: 1\nwhen: "a and \\"b\\""').get("when")
    assert isinstance(leaf, Leaf)
    span = written(leaf)
    assert str(span.source.span(span.start, span.start + 1)) == "case.yaml:2:8"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("a: 1\nb:\n  c: 2\n\n# A remark.\n", "c: 2"),
        ("a: {b: 1,\n  c: 2}  # a remark\n", "c: 2}"),
        ("a:\n- b\n- |\n  c\n  # no remark\n", "# no remark\n"),
        ("a: 'b'\n", "'b'"),
        ("a:\n  b:\n", "b:"),
        ("{a: []}\n# A remark.\n", "{a: []}"),
    ],
)
def test_a_node_ends_with_its_last_value(text: str, ends: str) -> None:
    node = read_yaml(Source("x.yaml", text)).value
    assert node is not None
    assert whole(node).text.endswith(ends)
