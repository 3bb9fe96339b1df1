"""Markdown into blocks: what a brief holds, what it refuses, and where each stands."""

from __future__ import annotations

import time

import pytest
from facts import CASE, VOCABULARY, facts, filled, inlines, said, whole, written
from patience import PATIENCE

from briefkit.markup import read_line, read_markup
from briefkit.template import fill, prepare
from briefkit.tree import Block, Cite, Emphasis, Fact, Heading, Items, LineBreak, Note, Paragraph, Quotation, Remark, Strong, Table, Text
from briefkit.walk import blocks_within, own_inlines, plain


def outline(blocks: tuple[Block, ...]) -> list[object]:
    """The shape of blocks with their words."""
    found: list[object] = []
    for block in blocks:
        match block:
            case Heading():
                found.append((f"h{block.level}", plain(block.children)))
            case Paragraph():
                found.append(plain(block.children))
            case Quotation():
                found.append(("quote", *outline(block.blocks)))
            case Items():
                found.append((block.start if block.ordered else "-", *[outline(item) for item in block.items]))
            case Table():
                rows = (block.header, *block.rows)
                found.append([["".join(plain(own_inlines(one)) for one in cell) for cell in row] for row in rows])
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("\n\n \n", []),
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("# a\n\n### b #", [("h1", "a"), ("h3", "b")]),
        ("> a\n> b\n>\n> > c", [("quote", "a b", ("quote", "c"))]),
        ("- a\n- b\n\n  c\n  - d", [("-", ["a"], ["b", "c", ("-", ["d"])])]),
        ("3. a\n4. b", [(3, ["a"], ["b"])]),
        ("0. a", [(0, ["a"])]),
        ("| a | b |\n|---|---|\n| c | |\n", [[["a", "b"], ["c", ""]]]),
        ("| a |\n|---|\n", [[["a"]]]),
        ("a\n---", ["a ---"]),
        ("a\n===", ["a ==="]),
        ("    indented", ["indented"]),
        ("***", ["***"]),
        ("<b>x</b> &amp; &copy; &#169;", ["<b>x</b> & © ©"]),
        ("`x [@ y]`", ["x [@ y]"]),
        ("[a]: https://e.org", ["[a]: https://e.org"]),
        ("1986\\. A year", ["1986. A year"]),
    ],
)
def test_blocks_are_read(text: str, wanted: list[object]) -> None:
    read = written(text)
    assert read.diagnostics == ()
    assert outline(read.value) == wanted


def test_a_comment_on_lines_of_its_own_parts_nothing() -> None:
    assert outline(written("one\n{# two #}\nthree").value) == ["one three"]
    assert outline(written("| a |\n|---|\n| b |\n{# c #}\n| d |").value) == [[["a"], ["b"], ["d"]]]


def test_headings_begin_at_the_level_that_is_asked_for() -> None:
    read = read_markup(filled("# a\n\n## b").value, "en", top=3)
    assert outline(read.value) == [("h3", "a"), ("h4", "b")]


def test_a_table_knows_how_its_columns_are_aligned() -> None:
    (table,) = written("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |").value
    assert isinstance(table, Table)
    assert table.aligned == ("left", "left", "center", "right")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("*a* **b** _c_", [Emphasis, Text, Strong, Text, Emphasis]),
        ("***a***", [Emphasis]),
        ("a  \nb", [Text, LineBreak, Text]),
        ("a\\\nb", [Text, LineBreak, Text]),
        ("a {% note %}x{% endnote %}", [Text, Remark]),
        ("{{ org.name }}'s", [Fact, Text]),
    ],
)
def test_inlines_are_read(text: str, kinds: list[type]) -> None:
    (paragraph,) = written(text).value
    assert [type(one) for one in own_inlines(paragraph)] == kinds


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("\"a 'b' c\"", "en", "“a ‘b’ c”"),
        ("\"a 'b' c\"", "ru", "«a „b“ c»"),
        ("\"a 'b' c\"", "kk", "«a “b” c»"),
        ('"a"', "de", "“a”"),
        ("it's", "en", "it’s"),
        ("^[The Court's \"view\" -- it's]", "en", "The Court’s “view” -- it’s"),
        ('^[see "a" in ["b" on @x]]', "ru", "see «a» in «b» on"),
        ("(c) ... --", "en", "(c) ... --"),
    ],
)
def test_quotation_marks_are_those_of_the_language(text: str, language: str, shown: str) -> None:
    (paragraph,) = written(text, language=language).value
    (line,) = [one.children for one in own_inlines(paragraph) if isinstance(one, Note)] or [tuple(own_inlines(paragraph))]
    affixes = [ref.prefix for one in line if isinstance(one, Cite) for ref in one.refs]
    assert plain(line) + "".join(plain(prefix) for prefix in affixes) == shown


@pytest.mark.parametrize(
    ("text", "span", "words"),
    [
        ("a\n\n```\ncode\n```\n\nb", "```\ncode\n```", "Code cannot stand in a brief."),
        ("~~~\nx", "~~~\nx", "Code cannot stand in a brief."),
        ("a ![x](y.png) b", "![x](y.png)", "An image cannot stand in the text."),
        ("a <!-- secret\nnote --> b", "<!-- secret\nnote -->", "This comment would be printed."),
        ("a <!-- secret\n\nb", "<!--", "This comment would be printed."),
        ("a [^1].", "[^1]", "Footnotes are not numbered by hand."),
        ("[^one]: foot", "[^one]", "Footnotes are not numbered by hand."),
        ("*a* ^[b <!-- c -->] d", "<!-- c -->", "This comment would be printed."),
        ("> " * 21 + "a", "> " * 21 + "a", "Lists and quotations nest too deep here."),
        ("\n".join("  " * level + "- x" for level in range(21)), "- x", "Lists and quotations nest too deep here."),
        ("\n".join("  " * level + "- x" for level in range(40)), None, "Lists and quotations nest too deep here."),
        ("*" * 50 + "a" + "*" * 50, "*" * 50 + "a" + "*" * 50, "Emphasis nests too deep here."),
        ("*a _b " * 300 + "x" + "_ *" * 300, None, "Emphasis nests too deep here."),
    ],
)
def test_what_a_brief_cannot_hold_is_pointed_at(text: str, span: str | None, words: str) -> None:
    found = written(text).diagnostics
    assert [(problem.code, problem.message) for problem in found] == [("markup-unsupported", words)]
    assert found[0].span is not None
    assert span is None or found[0].span.text == span
    assert found[0].hint


def test_what_follows_a_refused_block_is_still_read() -> None:
    deep = "> " * 30 + "a\n\nafter"
    assert outline(written(deep).value)[-1] == "after"
    assert outline(written("```\nx\n```\n\nafter").value) == ["after"]


@pytest.mark.parametrize("levels", [10, 20, 21])
def test_lists_are_taken_to_twenty_levels_and_none_of_their_words_is_lost(levels: int) -> None:
    read = written("\n".join("  " * level + f"- level{level}" for level in range(levels)))
    words = [plain(own_inlines(block)) for block in blocks_within(read.value)]
    assert {f"level{level}" for level in range(min(levels, 20))} == set(words) - {""}
    assert read.has_errors is (levels > 20)


@pytest.mark.parametrize(
    "text",
    ["]" * 20_000, "*" * 20_000, "`" * 5_000 + "a", "> " * 5_000, "- " * 2_000, "[a](" * 5_000, "@{" * 10_000, "^[a] " * 4_000]
    + ["[@a; " + "b; " * 10_000 + "@c]", "[@a, art " + "1, " * 10_000 + "]", "[@a, " + "1-" * 20_000 + "]"]
    + ["[@a, x " + "art " * 10_000 + "]"],
)
def test_markup_that_goes_nowhere_takes_little_time(text: str) -> None:
    start = time.monotonic()
    written(text)
    assert time.monotonic() - start < PATIENCE


DEEP = ["[" * 20_000, "[" * 20_000 + "]" * 20_000, "^[" * 5_000, "![" * 3_000, "[@a " * 3_000, "| [" + "[" * 90 + " |\n|--|"]


@pytest.mark.parametrize("text", DEEP)
def test_brackets_without_end_are_refused_at_once(text: str) -> None:
    start = time.monotonic()
    found = written("ok\n\n" + text)
    assert time.monotonic() - start < PATIENCE
    assert [(one.code, one.message) for one in found.diagnostics] == [("markup-unsupported", "Brackets nest too deep here.")]
    span = found.diagnostics[0].span
    assert span is not None
    assert (span.line, span.text) == (3, "[")
    assert plain(own_inlines(found.value[0])) == "ok"


def test_twenty_brackets_within_one_another_are_read() -> None:
    assert written("[" * 20 + "a" + "]" * 20 + " \\[" * 30).diagnostics == ()


# --- places ----------------------------------------------------------------------------------------

PLACED = """\
{# the law #}
# The law

{% if org.foreign_funding %}

First, see [@first, art 1].

{% else %}

Never [@never].

{% endif %}

{% for m in measures %}
{% if m.type == "ban" %}

- {{ m.type }} was imposed [see @second, para 2], {{ org.name }} says ^[So; see [@third]].

  > quoted {# here #} [@fourth, p 4;
  > cf @fifth]

{% endif %}
{% endfor %}

| a | b |
|---|---|
| x [@sixth] | x [@seventh, art 7] |

{{ org.name }}{{ org.name }}{{ org.name }} and @eighth [art 8] ends.
"""


def test_the_place_of_each_citation_is_where_it_stands() -> None:
    read = written(PLACED)
    assert read.diagnostics == ()
    refs = [ref for one in inlines(read.value) if isinstance(one, Cite) for ref in one.refs]
    lines = PLACED.split("\n")
    names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
    assert [ref.authority for ref in refs] == names
    for ref in refs:
        span = ref.origin.span
        assert span is not None
        assert f"@{ref.authority}" in span.text
        at = span.text.index("@")
        assert lines[span.line - 1][span.column - 1 + at :].startswith(f"@{ref.authority}")
    texts = [ref.origin.span.text for ref in refs if ref.origin.span]
    assert texts[:5] == ["@first, art 1", "see @second, para 2", "@third", "@fourth, p 4", "cf @fifth"]
    assert texts[5:] == ["@sixth", "@seventh, art 7", "@eighth [art 8"]


def test_the_place_of_each_fact_is_its_tag() -> None:
    found = [one for one in inlines(written(PLACED).value) if isinstance(one, Fact)]
    assert [one.origin.span.text for one in found if one.origin.span] == ["{{ m.type }}"] + ["{{ org.name }}"] * 4
    assert found[0].origin.facts == ("measure.type",)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("# a\n\nb c\nd\n", ["# a", "b c\nd"]),
        ("  a  \n\n- b\n- c\n", ["a", "- b\n- c", "- b", "- c"]),
        ("> a\n\nb", ["> a", "> a", "b"]),
        ("| a |\n|---|\n| b |\n\nc", ["| a |\n|---|\n| b |", "a", "b", "c"]),
        ("{% if org %}\n\na {{ org.name }}\n\n{% endif %}\n", ["a {{ org.name }}"]),
    ],
)
def test_each_block_knows_its_place(text: str, places: list[str]) -> None:
    blocks = blocks_within(written(text).value)
    assert [block.origin.span.text for block in blocks if block.origin.span] == places


# --- a line ----------------------------------------------------------------------------------------


def test_a_title_is_one_line_in_which_nothing_is_markup() -> None:
    span = whole("The *case* of\n {{ org.name }} [@x], art 5", "case.yaml")
    done = fill(prepare(span).value, CASE, VOCABULARY, "en")
    line = read_line(done.value, "en", span)
    assert plain(line) == "The *case* of Aikyn [@x], art 5"
    assert [type(one) for one in line] == [Text, Fact, Text]


def test_an_empty_title_is_an_empty_line() -> None:
    span = whole("", "case.yaml")
    assert read_line(fill(prepare(span).value, facts(), VOCABULARY, "en").value, "en", span) == ()
    assert said(()) == []
