"""A comparison as a changelog for people."""

from __future__ import annotations

from collections.abc import Mapping

from capitals import capitals
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from showing import AFTER_MOVE, BEFORE_MOVE, NAUGHTY, NEW, OLD
from two_editions import as_edition, changed_yaml, compared, with_clause
from workspace import clause, library

from briefkit.diff import as_changelog, compare_languages


def changelog(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    return list(as_changelog(compared(old, new)))


def test_the_heaviest_changes_come_first() -> None:
    assert changelog(OLD, NEW) == [
        "# Changes in the clause library from old to new",
        "",
        "1 clause changed, 1 citation with other pinpoints.",
        "",
        "## Changed in substance",
        "",
        "- **clause a** – On a",
        "  - Its status was “draft” and is now “reviewed”.",
        "  - English text: 2 words deleted, 2 inserted, in 1 paragraph.",
        r"    - The State ~~must~~ **shall** act \[@covenant, art ~~22(1)\].~~ **22(2)\].**",
        "  - The English text cites @covenant at art 22(2) instead of art 22(1).",
        "",
        "## Changed in wording",
        "",
        "- **clause a** – On a",
        "  - English text: “must” became “shall”.",
        "  - Russian text: 0 words deleted, 1 inserted, in 1 paragraph.",
        "    - Так **и** должно быть.",
    ]


def test_of_two_languages_only_where_they_differ() -> None:
    holdings = as_edition(with_clause("The State must act [@covenant].", ru="Так должно быть.")).holdings
    beside = compare_languages(next(one for one in holdings.clauses if one.slug == "a"), "en", "ru", holdings)
    assert list(as_changelog(beside)) == [
        "# a en and a ru: two languages of a clause",
        "",
        "1 difference.",
        "",
        "- **clause a** – On a",
        "  - Here the text in “ru” lacks the citation “@covenant” of the English text.",
    ]


def test_what_is_new_or_gone_as_a_whole_stands_first_without_its_texts() -> None:
    new = library(clause("Some text [@covenant].", slug="b"))
    assert changelog(OLD, new)[4:] == [
        "## New",
        "",
        "- **clause b** – On b",
        "  - This clause is new. It cites @covenant.",
        "",
        "## Gone",
        "",
        "- **clause a** – On a",
        "  - This clause is gone. It cited @covenant, art 22(1).",
    ]


def test_a_text_that_comes_as_a_whole_is_not_copied() -> None:
    assert changelog(with_clause(), with_clause(ru="Так должно быть."))[6:] == [
        "- **clause a** – On a",
        "  - The Russian text is new: 3 words.",
    ]


def test_a_matter_of_form() -> None:
    assert changelog(OLD, changed_yaml(OLD, "version: 1", "version: 2"))[4:] == [
        "## Changed in form",
        "",
        "- **clause a** – On a",
        "  - Its version was 1 and is now 2.",
    ]


def test_a_moved_sentence() -> None:
    assert any("**moved here: Four five six moves away.**" in line for line in changelog(BEFORE_MOVE, AFTER_MOVE))


def test_nothing_changed() -> None:
    assert changelog(OLD, OLD)[2:] == ["Nothing changed."]


def test_it_is_said_in_the_language_of_the_program() -> None:
    made = list(as_changelog(compared(OLD, changed_yaml(OLD, "version: 1", "version: 2")), capitals))
    assert made[0] == "# CHANGES IN THE CLAUSE LIBRARY FROM old TO new"
    assert made[4:] == ["## CHANGED IN FORM", "", "- **CLAUSE a** – On a", "  - ITS VERSION WAS 1 AND IS NOW 2."]


TEXTS = st.lists(
    st.sampled_from(["# ", "- ", "1. ", "> ", "*", "_a_ ", "`", "~~", "<b>", "[a](b)", "\\", "&amp;", "| ", "w ", "\n\n", "\n"])
)


def _read(lines: list[str]) -> str:
    return MarkdownIt("commonmark").enable("strikethrough").render("\n".join(lines))


@given(TEXTS.map("".join), TEXTS.map("".join))
def test_no_text_is_taken_for_markdown(old: str, new: str) -> None:
    made = _read(changelog(with_clause(old), with_clause(new)))
    assert not any(tag in made for tag in ("<b>", "<code>", "<a ", "<blockquote>", "<ol", "<em>", "<hr"))
    assert made.count("<h1>") == 1


def test_naughty_texts_are_shown_as_they_are() -> None:
    made = _read(changelog(with_clause("A text."), with_clause(f"A text. {NAUGHTY}")))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; [U+202E] turned" in made
    assert "*bold* _x_ `code` [a](b) ~~gone~~" in made
