"""A comparison as its readers get it: lines of a terminal, data, a page."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from two_editions import changed_yaml, compared, with_clause
from workspace import library

from briefkit.diff import Comparison, as_data, as_lines, write_page

NAUGHTY = '<script>alert(1)</script> & "quoted" \u202e turned \x1b[31m red'


def lines(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    return ["".join(text for text, _ in line) for line in as_lines(compared(old, new))]


def page(comparison: Comparison) -> html.HtmlElement:
    return html.document_fromstring(write_page(comparison).encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))


OLD = with_clause("The State must act [@covenant, art 22(1)].", ru="Так должно быть.")
NEW = changed_yaml(with_clause("The State shall act [@covenant, art 22(2)].", ru="Так и должно быть."), "draft", "reviewed")


class TestLines:
    def test_grouped_by_clause_with_marks(self) -> None:
        assert lines(OLD, NEW) == [
            "old → new: 1 clause changed, 1 citation with other pinpoints.",
            "",
            "clause a – On a",
            "  Its status was “draft” and is now “reviewed”.",
            "  English text: 2 words deleted, 2 inserted, in 1 paragraph.",
            "    line 1: The State [-must-]{+shall+} act [@covenant, art [-22(1)].-]{+22(2)].+}",
            "  The English text cites @covenant at art 22(2) instead of art 22(1).",
            "  Russian text: 0 words deleted, 1 inserted, in 1 paragraph.",
            "    line 1: Так {+и+} должно быть.",
        ]

    def test_the_same(self) -> None:
        assert lines(OLD, OLD) == ["old → new: no changes."]

    def test_what_is_new_as_a_whole_takes_one_line_each(self) -> None:
        new = changed_yaml(library(), "org.name:", "org.title: {type: text}\norg.other: {type: text}\norg.name:", "clauses/facts.yaml")
        assert lines(library(), new)[1:] == ["", "fact org.other: new", "fact org.title: new"]

    def test_no_text_reaches_the_terminal_as_a_command(self) -> None:
        shown = "\n".join(lines(with_clause("A text."), with_clause(f"A text. {NAUGHTY}")))
        assert "\x1b" not in shown
        assert "[U+202E]" in shown


class TestData:
    def test_passages_hold_what_changed(self) -> None:
        data = json.loads(json.dumps(as_data(compared(OLD, NEW))))
        assert (data["old"], data["new"], data["same"]) == ("old", "new", False)
        entry = data["entries"][0]
        assert (entry["what"], entry["id"], entry["title"], entry["fate"]) == ("clause", "a", "On a", "changed")
        status, text, pinpoints, _ = entry["changes"]
        assert (status["change"], status["old"], status["new"]) == ("status-changed", "draft", "reviewed")
        assert text["passages"][0]["pieces"][:2] == [{"same": "The State "}, {"deleted": "must ", "inserted": "shall "}]
        assert (pinpoints["change"], pinpoints["dropped"], pinpoints["added"]) == ("pinpoints-changed", ["art 22(1)"], ["art 22(2)"])

    def test_of_a_verification(self) -> None:
        path, said = "clauses/authorities/all.yaml", "      verified: {seen: the printed volume, by: a tester, on: 2026-01-02}\n"
        (change,) = as_data(compared(library(), changed_yaml(library(), said, "", path)))["entries"][0]["changes"]
        assert (change["loc"], change["new"]) == ("art 22(1)", None)
        assert change["old"] == {"seen": "the printed volume", "by": "a tester", "on": "2026-01-02"}


class TestPage:
    def test_the_summary_leads_to_each_change(self) -> None:
        made = page(compared(OLD, with_clause("Other words.")))
        (link,) = made.xpath("//nav//a")
        (target,) = made.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert target.text_content().split() == ["On", "a", "a", "changed"]

    def test_texts_have_their_language(self) -> None:
        passages = page(compared(OLD, NEW)).xpath("//main//div[@class='passage']")
        assert [one.get("lang") for one in passages] == ["en", "ru"]

    def test_deletions_and_insertions_are_elements_with_words(self) -> None:
        made = page(compared(OLD, NEW))
        assert [one.text_content() for one in made.xpath("//main//del")] == ["deleted: must", "deleted: 22(1)]."]
        assert [one.text_content() for one in made.xpath("//main//ins")] == ["inserted: shall", "inserted: 22(2)].", "inserted: и"]

    def test_it_needs_nothing_else_and_runs_nothing(self) -> None:
        made = page(compared(with_clause("A text."), with_clause(f"A text. {NAUGHTY}")))
        assert made.xpath("//script | //link | //img | //iframe | //@src | //@*[starts-with(name(), 'on')]") == []
        assert "url(" not in made.xpath("string(//style)") and "@import" not in made.xpath("string(//style)")
        assert "<script>alert(1)</script>" in made.xpath("//main")[0].text_content()

    @given(st.text(st.characters(exclude_categories=("Cs", "Co")), max_size=40))
    def test_any_title_stands_escaped(self, title: str) -> None:
        found = compared(OLD, NEW)
        made = page(Comparison(f"<b>{title}", "new", found.entries))
        assert made.xpath("//b") == []
        assert len(made.xpath("//article")) == 1

    def test_every_id_stands_once(self) -> None:
        new = changed_yaml({**library(), **NEW}, "{en: Name?}", "{en: Its name?}", "clauses/facts.yaml")
        ids = page(compared(OLD, new)).xpath("//@id")
        assert len(ids) == len(set(ids)) == 2

    def test_nothing_changed(self) -> None:
        words = page(compared(OLD, OLD)).xpath("normalize-space(//body)")
        assert words == "Changes in the clause library From old to new Nothing changed."

    def test_the_same_page_each_time(self) -> None:
        assert write_page(compared(OLD, NEW)) == write_page(compared(OLD, NEW))


PIECES = [
    "[@covenant, art 1]",
    "[see @report; -@covenant]",
    "{% if tone %}",
    "{% endif %}",
    "{{ org.name }}",
    "^[a",
    "]",
    "<b>",
    "\n\n",
    "> ",
    "a ",
    "&lt;",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_any_two_texts_can_be_shown(old: str, new: str) -> None:
    found = compared(with_clause(old), with_clause(new))
    assert found.is_same == (old == new)
    assert json.loads(json.dumps(as_data(found)))["same"] == found.is_same
    assert len(page(found).xpath("//article")) == len(found.entries)
    assert not any("\n" in text for line in as_lines(found) for text, _ in line)


@pytest.mark.parametrize("what", ["added", "removed"])
def test_a_whole_clause(what: str) -> None:
    old, new = (library(), OLD) if what == "added" else (OLD, library())
    made = page(compared(old, new))
    assert made.xpath("string(//main//span[contains(@class, 'fate')])") == what
    assert len(made.xpath("//main//ins" if what == "added" else "//main//del")) == 2
