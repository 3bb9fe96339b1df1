"""JSON's escapes of characters above U+FFFF, as every writer of ASCII JSON makes them; places stay those of the file."""

from __future__ import annotations

import json

import pytest
from facts import said
from hypothesis import given
from hypothesis import strategies as st

from briefkit.source import Source
from briefkit.yamlmarks import Leaf, Listing, Mapping, plain, read_yaml


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]))))
def test_what_json_writes_is_read(values: list[str]) -> None:
    read = read_yaml(Source("refs.json", json.dumps(values)))
    assert read.diagnostics == ()
    assert read.value is not None
    assert plain(read.value) == values


def test_what_stands_behind_them_keeps_its_place() -> None:
    text = json.dumps([{"title": "𝐀 and 𝐁", "issued": "𝐂"}, {"id": "x"}], indent=1)
    node = read_yaml(Source("refs.json", text)).value
    assert isinstance(node, Listing)
    first, second = node.items
    assert isinstance(first, Mapping)
    assert isinstance(second, Mapping)
    assert [leaf.span.text for _, leaf in first.entries] == ['"\\ud835\\udc00 and \\ud835\\udc01"', '"\\ud835\\udc02"']
    assert [(key.span.text, str(key.span)) for key, _ in second.entries] == [('"id"', "refs.json:7:3")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('["\\ud835\\udc00", "\\ud835"]', ("yaml-syntax", "refs.json:1:21")),
        ('["\\ud835\\udc00", "\\ue000"]', ("private-use-character", "refs.json:1:18")),
        ('["\\ud835\\udc00" "b"]', ("yaml-syntax", "refs.json:1:17")),
    ],
)
def test_a_mistake_behind_one_is_pointed_at(text: str, expected: tuple[str, str]) -> None:
    [problem] = read_yaml(Source("refs.json", text)).diagnostics
    assert (problem.code, str(problem.span)) == expected


@pytest.mark.parametrize("text", ['["\\\\ud835\\\\udc00"]', '["\\\\\\\\ud835\\\\udc00"]'])
def test_an_escaped_backslash_begins_no_escape(text: str) -> None:
    node = read_yaml(Source("refs.json", text)).value
    assert node is not None
    assert plain(node) == json.loads(text)


def test_yaml_has_no_such_escapes() -> None:
    assert said(read_yaml(Source("case.yaml", "title: '\\ud835\\udc00'")).diagnostics) == []
    leaf = read_yaml(Source("case.yaml", "'\\ud835\\udc00'")).value
    assert isinstance(leaf, Leaf)
    assert leaf.text == "\\ud835\\udc00"
