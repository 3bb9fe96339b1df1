"""A comparison as a page: what stands in it. How it behaves in a browser, `test_page_in_browser` tells."""

from __future__ import annotations

import re

import pytest
from capitals import capitals
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from showing import AFTER_MOVE, BEFORE_MOVE, NAUGHTY, NEW, OLD, PIECES
from two_editions import as_edition, changed_yaml, compared, with_clause
from workspace import library

from briefkit.diff import Comparison, compare_languages, write_page
from briefkit.diff.scripting import SCRIPT


def parsed(text: str) -> html.HtmlElement:
    return html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))


def page(comparison: Comparison) -> html.HtmlElement:
    return parsed(write_page(comparison))


def words(made: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in made.xpath(path)]


def test_the_summary_leads_to_each_change() -> None:
    made = page(compared(OLD, with_clause("Other words.")))
    (link,) = made.xpath("//nav//a")
    (target,) = made.xpath(f"//*[@id='{link.get('href')[1:]}']")
    assert target.text_content().split() == ["On", "a", "a", "changed"]


def test_the_old_words_stand_beside_the_new_ones_under_the_names_of_the_libraries() -> None:
    made = page(compared(OLD, NEW))
    assert words(made, "//main//div[@class='sides'][1]/div") == [
        "oldThe State deleted: must act [@covenant, art deleted: 22(1)].",
        "newThe State inserted: shall act [@covenant, art inserted: 22(2)].",
        "oldТак должно быть.",
        "newТак inserted: и должно быть.",
    ]


def test_texts_have_their_language() -> None:
    texts = page(compared(OLD, NEW)).xpath("//main//*[contains(@class, 'text')]")
    assert [one.get("lang") for one in texts] == ["en", "en", "ru", "ru"]


def test_a_paragraph_that_is_new_leaves_the_other_side_empty() -> None:
    made = page(compared(with_clause("Some text."), with_clause("Some text.\n\nA second paragraph.")))
    assert words(made, "//main//div[@class='sides']/div") == ["", "newinserted: A second paragraph."]


def test_each_change_tells_its_weight_and_language() -> None:
    changes = page(compared(OLD, NEW)).xpath("//main//li[@class='change']")
    told = [(one.get("data-weight"), one.get("data-language"), one.xpath("string(span[1])")) for one in changes]
    assert told == [
        ("substance", "", "substance"),
        ("substance", "en", "substance"),
        ("substance", "en", "substance"),
        ("wording", "en", "wording"),
        ("wording", "ru", "wording"),
    ]


def test_filters_tell_how_many_changes_they_are_about() -> None:
    assert words(page(compared(OLD, NEW)), "//form//label") == [
        *("substance (3)", "wording (2)"),
        *("English (3)", "Russian (1)", "none: data and conditions (1)"),
    ]


def test_a_sentence_that_moved_is_said_to_have_moved() -> None:
    made = page(compared(BEFORE_MOVE, AFTER_MOVE))
    assert words(made, "//main//*[@class='moved']") == ["moved away: Four five six moves away.", "moved here: Four five six moves away."]


def test_it_needs_nothing_else_and_runs_only_its_own_script() -> None:
    made = page(compared(with_clause("A text."), with_clause(f"A text. {NAUGHTY}")))
    assert made.xpath("//link | //img | //iframe | //@src | //@*[starts-with(name(), 'on')]") == []
    assert [one.text.strip() for one in made.xpath("//script")] == [SCRIPT.strip()]
    assert not re.search(r"fetch|XMLHttp|import|eval|innerHTML|document\.write|https?:|localStorage|cookie", SCRIPT)
    assert "url(" not in made.xpath("string(//style)") and "@import" not in made.xpath("string(//style)")
    assert "<script>alert(1)</script>" in made.xpath("//main")[0].text_content()


def test_without_its_script_everything_is_shown_and_no_button_that_does_nothing() -> None:
    made = page(compared(OLD, NEW))
    assert words(made, "//*[contains(@class, 'away')]") == ["There is no such change."]
    hidden = re.search(r"^(.*) \{ display: none; \}$", made.xpath("string(//style)"), re.M)
    assert hidden is not None and hidden[1] == ".bar, .choice"
    outside = "[not(ancestor::*[@class='bar' or @class='choice'])]"
    assert made.xpath(f"//button{outside} | //input{outside} | //kbd{outside}") == []


def test_each_title_stands_escaped() -> None:
    made = page(compared(OLD, changed_yaml(OLD, "{en: On a}", "{en: '<b>&amp;'}")))
    assert made.xpath("//b") == []
    assert words(made, "//h3") == ["<b>&amp; a changed"]


@given(st.text(st.characters(exclude_categories=("Cs", "Co")), max_size=40))
def test_any_name_of_a_library_stands_escaped(name: str) -> None:
    found = compared(OLD, NEW)
    made = page(Comparison(f'<b>"{name}', "new", found.entries))
    assert made.xpath("//b") == []
    assert len(made.xpath("//article")) == 1


def test_every_id_stands_once() -> None:
    new = changed_yaml({**library(), **NEW}, "{en: Name?}", "{en: Its name?}", "clauses/facts.yaml")
    ids = page(compared(OLD, new)).xpath("//@id")
    assert sorted(ids) == sorted(set(ids)) == ["change-0", "change-1", "nothing", "where"]


def test_nothing_changed() -> None:
    assert page(compared(OLD, OLD)).xpath("normalize-space(//body)") == "Changes in the clause library From old to new Nothing changed."


def test_the_same_page_each_time() -> None:
    assert write_page(compared(OLD, NEW)) == write_page(compared(OLD, NEW))


def test_all_words_of_the_program_are_said_in_its_language() -> None:
    made = parsed(write_page(compared(BEFORE_MOVE, AFTER_MOVE), capitals, "kk"))
    assert made.get("lang") == "kk"
    own = made.xpath("//header | //ul[@class='legend'] | //summary | //form | //div[@class='bar'] | //h2 | //*[@id='nothing']")
    left = " ".join([one.text_content() for one in own] + made.xpath("//@aria-label"))
    assert set(re.findall(r"[a-z]+", left)) == {"old", "new"}
    assert made.xpath("string(//@data-at)") == "{at} OF {all}"


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_any_two_texts_can_be_shown(old: str, new: str) -> None:
    found = compared(with_clause(old), with_clause(new))
    assert found.is_same == (old == new)
    made = page(found)
    assert len(made.xpath("//article")) == len(found.entries)
    assert len(made.xpath("//*[contains(@class, 'change')][@data-weight]")) == sum(len(entry.changes) for entry in found.entries)


@pytest.mark.parametrize("what", ["added", "removed"])
def test_a_whole_clause(what: str) -> None:
    old, new = (library(), OLD) if what == "added" else (OLD, library())
    made = page(compared(old, new))
    assert made.xpath("string(//main//span[contains(@class, 'fate')])") == what
    assert len(made.xpath("//main//div[@class='whole']//ins" if what == "added" else "//main//div[@class='whole']//del")) == 2


def test_a_fact_of_which_no_more_is_said_is_a_change_to_walk_to() -> None:
    new = changed_yaml(library(), "org.name:", "org.other: {type: text}\norg.name:", "clauses/facts.yaml")
    (article,) = page(compared(library(), new)).xpath("//article")
    assert (article.get("class"), article.get("data-weight"), article.xpath(".//li")) == ("change", "substance", [])


def test_terms_have_a_heading() -> None:
    new = {**library(), "clauses/glossary.yaml": "- term: {en: dissolution, ru: роспуск}\n"}
    assert words(page(compared(library(), new)), "//h2") == ["Terms"]


def test_two_languages_of_a_clause_stand_side_by_side_without_marks() -> None:
    holdings = as_edition(with_clause("The State must act [@covenant].", ru="Так должно быть.")).holdings
    clause = next(one for one in holdings.clauses if one.slug == "a")
    made = page(compare_languages(clause, "en", "ru", holdings))
    assert words(made, "//h1") == ["Two languages of a clause"]
    assert words(made, "(//div[@class='sides'])[last()]/div") == ["EnglishThe State must act [@covenant].", "RussianТак должно быть."]
    assert made.xpath("//main//del | //main//ins") == []
    assert made.xpath("(//div[@class='sides'])[last()]//div[@class='text']/@lang") == ["en", "ru"]


def test_two_languages_that_agree_stand_side_by_side_as_well() -> None:
    holdings = as_edition(with_clause("The State must act.", ru="Так должно быть.")).holdings
    clause = next(one for one in holdings.clauses if one.slug == "a")
    made = page(compare_languages(clause, "en", "ru", holdings))
    assert "Nothing changed" not in made.text_content()
    assert words(made, "(//div[@class='sides'])[last()]/div") == ["EnglishThe State must act.", "RussianТак должно быть."]
