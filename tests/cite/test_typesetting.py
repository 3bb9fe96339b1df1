"""Typesetting: marked texts as inlines, and how words meet at the edges of a citation."""

from __future__ import annotations

import pytest

from briefkit.cite.edges import begins_sentence, is_closed, last_text, space_after, space_before
from briefkit.cite.locators import is_plural, shown
from briefkit.cite.marks import BOLD, FIRST_NOTE, ITALIC, MEDIUM, NO_DECOR, OBLIQUE, QUOTE, ROMAN, SMALL_CAPS, wrapped
from briefkit.cite.typesetting import inlines
from briefkit.tree import Cite, Emphasis, Fact, Inline, LineBreak, Link, Locator, Note, NoteRef, Ref, Remark, Strong, Text

from .small import processor

LOCALE = processor("", {}, language="en-GB").style.locale


def i(*text: str) -> Emphasis:
    return Emphasis(tuple(Text(one) for one in text))


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("", ()),
        ("a", (Text("a"),)),
        (wrapped("a", ITALIC), (i("a"),)),
        (wrapped("a", OBLIQUE), (i("a"),)),
        (wrapped(" a ", ITALIC), (Text(" "), i("a"), Text(" "))),
        (wrapped(" ", ITALIC), (Text(" "),)),
        (f"a{wrapped('b', SMALL_CAPS)}c", (Text("abc"),)),
        (wrapped("a", BOLD), (Strong((Text("a"),)),)),
        (wrapped(wrapped("a", BOLD), ITALIC), (Emphasis((Strong((Text("a"),)),)),)),
        (wrapped(f"a{wrapped('b', ITALIC)}c", ITALIC), (i("a"), Text("b"), i("c"))),
        (wrapped(f"a{wrapped('b', ROMAN)}", ITALIC), (i("a"), Text("b"))),
        (wrapped(f"a{wrapped('b', MEDIUM)}", BOLD), (Strong((Text("a"),)), Text("b"))),
        (wrapped(wrapped(f"a{wrapped('b', NO_DECOR)}", BOLD), ITALIC), (Emphasis((Strong((Text("a"),)),)), Text("b"))),
        (wrapped("a", ITALIC) + wrapped("b", ITALIC), (i("a", "b"),)),
        (wrapped("a", QUOTE), (Text("‘a’"),)),
        (wrapped(f"a {wrapped('b', QUOTE)}", QUOTE), (Text("‘a “b”’"),)),
        (wrapped(wrapped(wrapped("a", QUOTE), QUOTE), QUOTE), (Text("‘“‘a’”’"),)),
        (f"n {FIRST_NOTE}.", (Text("n "), NoteRef("iccpr", 4), Text("."))),
    ],
)
def test_marked_text_becomes_inlines(text: str, nodes: tuple[Inline, ...]) -> None:
    assert inlines(text, LOCALE, "iccpr", 4) == nodes


def test_many_runs_are_set_in_a_time_that_grows_with_them() -> None:
    found = inlines(wrapped("a", SMALL_CAPS) * 50_000 + wrapped("b", ITALIC) * 50_000, LOCALE)
    assert [type(one) for one in found] == [Text, Emphasis]


# --- edges --------------------------------------------------------------------------------------------

CITED = Cite((Ref("iccpr"),), shown=(Text("ibid."),))


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ((), True),
        ((Text(""),), True),
        ((Text("a"),), False),
        ((Text("a."),), True),
        ((Text("a?"),), True),
        ((Text("a…"),), True),
        ((Text("a.’"),), True),
        ((Text("a,"),), False),
        ((i("a."),), True),
        ((Text("a."), Remark("check")), True),
        ((Text("a."), LineBreak()), True),
        ((Text("a"), NoteRef("b", 2)), False),
        ((CITED,), True),
        ((Text("a."), Note((Text("b"),))), True),
        ((Link((Strong((Text("a!"),)),), "https://a.kz"),), True),
    ],
)
def test_whether_a_note_is_closed(line: tuple[Inline, ...], closed: bool) -> None:
    assert is_closed(line) is closed


@pytest.mark.parametrize(("suffix", "closed"), [(".", False), ("", True), (" ", True), (";", True), ("!", False)])
def test_a_layout_may_close_its_notes_with_another_mark(suffix: str, closed: bool) -> None:
    assert is_closed((Text("a;"),), suffix) is closed


@pytest.mark.parametrize(
    ("prefix", "space"),
    [
        ((), ""),
        ((Text("see"),), " "),
        ((Text("see "),), ""),
        ((Text("("),), ""),
        ((Text("“"),), ""),
        ((NoteRef("a", 1),), " "),
        ((Fact("x", ("a",)),), " "),
    ],
)
def test_the_space_after_a_prefix(prefix: tuple[Inline, ...], space: str) -> None:
    assert space_after(prefix) == space


@pytest.mark.parametrize(
    ("suffix", "space"),
    [
        ((), ""),
        ((Text("and"),), " "),
        ((Text(", and"),), ""),
        ((Text(")"),), ""),
        ((i("and"),), " "),
        ((i(", x"),), ""),
        ((NoteRef("a", 1),), " "),
    ],
)
def test_the_space_before_a_suffix(suffix: tuple[Inline, ...], space: str) -> None:
    assert space_before(suffix) == space


@pytest.mark.parametrize(
    ("words", "first", "begins"),
    [
        ("", True, True),
        ("", False, False),
        ("see", True, False),
        ("This is so.", True, True),
        ("This is ‘so.’", False, True),
        ("art.", True, False),
        ("But why?", False, True),
    ],
)
def test_whether_a_citation_begins_a_sentence(words: str, first: bool, begins: bool) -> None:
    assert begins_sentence((Text(words),) if words else (), first) is begins


def test_the_end_of_a_line_is_that_of_its_last_words() -> None:
    assert last_text((Text("a "), i("b"), Text("  "), Remark("c"))) == "b"
    assert last_text(()) == ""


# --- pinpoints ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "value", "text", "plural"),
    [
        ("article", "22", "22", False),
        ("article", "22(2)", "22(2)", False),
        ("article", "19, 21 and 22(2)", "19, 21 and 22(2)", True),
        ("article", "19 и 22", "19 и 22", True),
        ("article", "19 және 22", "19 және 22", True),
        ("article", "22(1), (2)", "22(1), (2)", False),
        ("article", "460-1", "460-1", False),
        ("article", "460–462", "460–462", True),
        ("paragraph", "7.2-7.4", "7.2–7.4", True),
        ("paragraph", "15-16", "15–16", True),
        ("paragraph", "16-15", "16-15", False),
        ("page", "460-1", "460–1", True),
        ("paragraph", "9" * 5000 + "-" + "9" * 5000, "9" * 5000 + "-" + "9" * 5000, False),
        ("paragraph", "9" * 30 + "-1" + "0" * 30, "9" * 30 + "–1" + "0" * 30, True),
    ],
)
def test_ranges_and_lists_of_places(label: str, value: str, text: str, plural: bool) -> None:
    locator = Locator(label, value)
    assert shown(locator, "en") == text
    assert is_plural(locator) is plural
