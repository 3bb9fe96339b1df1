"""A fact stays a fact: whatever its value, wherever it is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from facts import facts, written
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefkit.markup import read_markup
from briefkit.model.facts import FactDeclaration, Record, Vocabulary
from briefkit.source import Source
from briefkit.template import check_template, fill, prepare
from briefkit.tree import Block, Fact, Inline, Remark
from briefkit.walk import blocks_within, inlines_within, own_inlines, rewrite_inlines, rewrite_lines

CONTEXTS = [
    "{{ org.name }}",
    "A paragraph of {{ org.name }}, and more.",
    "*emphasis {{ org.name }}* and **{{ org.name }}**",
    "*{{ org.name }}*",
    "# {{ org.name }}",
    "| a | {{ org.name }} |\n|---|---|\n| x | *{{ org.name }}* |",
    "- {{ org.name }}\n- b {{ org.name }}",
    "1. {{ org.name }}",
    "> {{ org.name }} is quoted",
    "word^[a note on {{ org.name }}; see [@iccpr, art 22]].",
    "word [see {{ org.name }} on @iccpr, art 22, {{ org.name }}].",
    "[{{ org.name }}](https://example.org)",
    "[{{ org.name }}](#slug)",
    "[{{ org.name }}](@iccpr)",
    "[{{ org.name }}] (in brackets) `{{ org.name }}`",
    "\"{{ org.name }}\" said '{{ org.name }}'",
    "art {{ org.name }}, line  \n{{ org.name }}",
    "{{ org.name }}\n\n    {{ org.name }}",
    "{% for aim in org.aims %}{{ aim }}, {% endfor %}",
]
MARKUP = [
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
    ")",
    "@",
    "@iccpr",
    "[@iccpr, art 5]",
    "^[",
    "`",
    "#",
    "> ",
    "- ",
    "|",
    "\n",
    "\n\n",
    "{{",
    "}}",
    "{% if %}",
    "{#",
    "<b>",
]
MARKUP += [
    "&amp;",
    "\\",
    "!",
    "https://e.org",
    "<https://e.org>",
    '"',
    "'",
    ":",
    ";",
    "art 22",
    "para",
    "note",
    "\ue000",
    "0",
    "\ue001",
    "1.",
    "  ",
    "---",
    "😀",
]
VALUES = st.text(min_size=1) | st.lists(st.sampled_from(MARKUP), min_size=1, max_size=6).map("".join)


def case(value: str) -> Record:
    return facts(org={"name": value, "aims": [value]})


def shown(text: str, value: str) -> tuple[Block, ...]:
    read = written(text, case(value))
    assert read.diagnostics == ()
    return read.value


def found_facts(blocks: tuple[Block, ...]) -> list[Fact]:
    inlines = [one for block in blocks_within(blocks) for one in inlines_within(own_inlines(block))]
    return [one for one in inlines if isinstance(one, Fact)]


def with_value(blocks: tuple[Block, ...], value: str) -> tuple[Block, ...]:
    """The same blocks with every fact of that value."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        return (replace(inline, text=value),) if isinstance(inline, Fact) else (inline,)

    return rewrite_lines(blocks, lambda line: rewrite_inlines(line, change))


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(CONTEXTS), VALUES)
@example("[{{ org.name }}](#slug)", "para")
@example("[{{ org.name }}](@iccpr)", "note")
def test_a_value_is_its_own_text_and_changes_nothing_else(text: str, value: str) -> None:
    blocks = shown(text, value)
    printed = found_facts(blocks)
    assert len(printed) == text.count("{{")
    assert {one.text for one in printed} == {value}
    assert all(one.origin.span is not None and one.origin.span.text.startswith("{{") for one in printed)
    assert blocks == with_value(shown(text, "plain"), value)


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_a_remark_holds_a_value_as_words(value: str) -> None:
    blocks = shown("x {% note %}a {{ org.name }} b{% endnote %}", value)
    remarks = [one for block in blocks for one in own_inlines(block) if isinstance(one, Remark)]
    assert [one.text for one in remarks] == [" ".join(f"a {value} b".split())]


@pytest.mark.parametrize("entity", ["&#xE000;0&#xE001;", "&#57344;0&#57345;", "&#XE000;9&#xe001;", "\ue0000\ue001"])
def test_the_text_cannot_forge_a_fact(entity: str) -> None:
    blocks = shown(f"{{{{ org.name }}}} {entity} **{entity}** [{entity}](https://e.org)", "value")
    assert len(found_facts(blocks)) == 1
    words = "".join(getattr(one, "text", "") for block in blocks_within(blocks) for one in inlines_within(own_inlines(block)))
    assert words.count("\ufffd") == 6
    assert not any(0xE000 <= ord(char) <= 0xF8FF for char in words)


# --- any text at all -------------------------------------------------------------------------------

PIECES = [
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "{# ",
    " #}",
    "if ",
    "elif ",
    "else",
    "endif",
    "for m in measures",
    "endfor",
    "note",
    "endnote",
    "org.name",
    "m.type",
]
PIECES += [
    "{{ org.name }}",
    "{% if org %}",
    "{% else %}",
    "{% endif %}",
    "{% for m in org.aims %}",
    "{% endfor %}",
    "{% note %}",
    "{% endnote %}",
    "{{ m }}",
]
PIECES += MARKUP + [
    "\t",
    "\r\n",
    "\u2028",
    "\x0b",
    "| a | b |\n|--|--|\n",
    "```\n",
    "@{",
    "}",
    ", ",
    "[^",
    "![",
    "](",
    "\x00",
    "é",
    "{{-",
    "-%}",
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
ANY = facts(org={"name": "Aikyn", "aims": ["*a*", "[@b]"]}, measures=[{"type": "fine", "act": "@x, art 1"}], tone="neutral")
SMALL = Vocabulary.of(
    [FactDeclaration("org.name", "text"), FactDeclaration("org.aims", "list"), FactDeclaration("measures", "records", of="measure")]
)


def places(value: Any) -> list[Any]:
    """The span of everything in a tree."""
    if isinstance(value, tuple):
        return [span for one in value for span in places(one)]
    if not hasattr(value, "origin"):
        return []
    inner = ("children", "blocks", "items", "header", "rows", "refs", "prefix", "suffix", "shown")
    return [value.origin.span, *(span for name in inner for span in places(getattr(value, name, ())))]


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from(["en", "ru"]))
@example("{% endfor %}", "en")
@example("{% for _fact in org.aims %}{{ org.name }}{% endfor %}", "en")
@example("*" * 1000 + "a" + "*" * 1000, "en")
def test_any_text_is_read_or_refused_with_places_within_it(text: str, language: str) -> None:
    source = Source("any.md", text)
    span = source.span(0, len(text))
    prepared = prepare(span)
    problems = [*check_template(span, SMALL)]
    done = fill(prepared.value, ANY, SMALL, language)
    read = read_markup(done.value, language)
    problems += [*prepared.diagnostics, *done.diagnostics, *read.diagnostics]
    for one in [*(problem.span for problem in problems), *(used.span for used in prepared.value.used), *places(read.value)]:
        assert one is not None
        assert one.source == source
        assert 0 <= one.start <= one.end <= len(text)
    words = [one.text for block in blocks_within(read.value) for one in inlines_within(own_inlines(block)) if hasattr(one, "text")]
    assert not any(0xE000 <= ord(char) <= 0xF8FF for word in words for char in word)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([piece for piece in PIECES if "{" not in piece and "}" not in piece]), max_size=20).map("".join))
def test_a_text_without_tags_is_filled_with_itself(text: str) -> None:
    source = Source("any.md", text)
    done = fill(prepare(source.span(0, len(text))).value, ANY, SMALL, "en")
    assert done.diagnostics == ()
    wanted = "".join("\ufffd" if 0xE000 <= ord(char) <= 0xF8FF else char for char in text)
    assert done.value.text == wanted.replace("\r\n", "\n").replace("\r", "\n")
