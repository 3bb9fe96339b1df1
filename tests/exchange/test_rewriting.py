"""Items written into files: whatever they hold, it reads as it should, and the rest of the file stays."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefkit.csl import read_authority
from briefkit.exchange import Incoming, merge, rewrite
from briefkit.source import Source
from briefkit.yamlmarks import Listing, Mapping, read_yaml

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Co")), min_size=1, max_size=30).filter(str.strip)
LOOKS = st.sampled_from(
    ["1e5", "1.50", "007", "true", "null", "~", "no", "2020-01-02", "2020-02-30", "- x", "a: b", "#", "&a", "*a", "!x", "'", '"', "{", "]"]
)
DAYS = st.tuples(st.integers(1, 2999), st.integers(1, 12), st.integers(1, 31)).flatmap(
    lambda day: st.sampled_from([[day[0]], [*day[:2]], [*day]])
)
VALUES = st.fixed_dictionaries(
    {"title": st.one_of(TEXTS, LOOKS)},
    optional={
        "note": st.one_of(TEXTS, LOOKS),
        "volume": LOOKS,
        "author": st.lists(st.fixed_dictionaries({"family": st.one_of(TEXTS, LOOKS), "given": TEXTS}), min_size=1, max_size=2),
        "issued": st.fixed_dictionaries({"date-parts": st.lists(DAYS, min_size=1, max_size=2)}),
        "accessed": st.fixed_dictionaries({"literal": TEXTS}),
    },
)
BEFORE = {
    "a.yaml": "# head\n- id: first\n  type: book\n  title: First   # said\n  custom: {status: literature, confirmed: true}\n# foot\n",
    "refs.json": '[\n  {"id": "first", "type": "book", "title": "First"}\n]\n',
}


def incoming(name: str, csl: dict[str, Any]) -> Incoming:
    return Incoming(name, {"type": "book", **csl}, Source("in.json", "").whole())


def read(name: str, text: str) -> dict[str, dict[str, Any]]:
    node = read_yaml(Source(name, text))
    assert node.diagnostics == ()
    assert isinstance(node.value, Listing)
    found = [read_authority(one, [], own=True) for one in node.value.items if isinstance(one, Mapping)]
    return {one.id: dict(one.csl) for one in found if one}


@pytest.mark.parametrize("name", BEFORE)
@given(csl=VALUES)
def test_anything_can_be_added(name: str, csl: dict[str, Any]) -> None:
    source = Source(name, BEFORE[name])
    done = rewrite(source, merge([incoming("new", csl)], {}), in_library=name == "a.yaml")
    assert done.diagnostics == ()
    [file] = done.value
    assert file.text.startswith(BEFORE[name].removesuffix("\n]\n"))
    assert read(name, file.text)["new"] == {"id": "new", "type": "book", **csl}


@pytest.mark.parametrize("name", BEFORE)
@example(
    first={"title": "A", "author": [{"family": "B", "given": "C\u00a0"}]}, second={"title": "A", "author": [{"family": "B", "given": "C"}]}
)
@given(first=VALUES, second=VALUES)
def test_anything_can_be_replaced_by_anything(name: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    titles = [str(one["title"]) for one in (first, second)]
    assume(titles[0] == titles[1] or titles[0].strip() != titles[1].strip())  # a change of the spaces around it alone is refused
    source = Source(name, BEFORE[name])
    added = rewrite(source, merge([incoming("new", first)], {}), in_library=name == "a.yaml").value[0]
    held = Source(name, added.text)
    node = read_yaml(held).value
    assert isinstance(node, Listing)
    known = read_authority(node.items[1], [], own=True)  # type: ignore[arg-type]
    assert known is not None
    outcomes = merge([incoming("new", second)], {"new": known}, replacing=True)
    done = rewrite(held, outcomes, in_library=name == "a.yaml")
    assert done.diagnostics == ()
    text = done.value[0].text if done.value else held.text
    assert read(name, text)["new"] == {"id": "new", "type": "book", **second}
    assert text.count("# head") == BEFORE[name].count("# head")


def test_a_json_file_without_a_line_end() -> None:
    done = rewrite(Source("refs.json", "[]"), merge([incoming("new", {"title": "T"})], {}), in_library=False)
    assert json.loads(done.value[0].text) == [{"id": "new", "type": "book", "title": "T"}]
