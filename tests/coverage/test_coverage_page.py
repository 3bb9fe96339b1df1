"""The matrix as a page for a browser."""

from __future__ import annotations

from lxml import html
from matrices import matrix_of
from workspace import CASE, clause, library

from briefkit.coverage.page import write_page

LAYER = library(
    clause("Law [@covenant, art 22(2)] for {{ org.name }}.", slug="law", title="On law"),
    clause("No law. {{ error.days_late }}", slug="bare", title="On <nothing>"),
)
CASE_WITH_FACTS = CASE + 'facts: {org.name: {value: Aikyn, source: "<x1>"}, error.days_late: 9, forum: courts}\n'


def page(title: str = "A test", language: str = "en") -> html.HtmlElement:
    made = write_page(matrix_of(CASE_WITH_FACTS, LAYER), title, language)
    return html.document_fromstring(made.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))


def test_the_summary_counts_and_leads_to_the_lists() -> None:
    made = page()
    links = [(one.text_content(), one.xpath("a/@href")[0][1:]) for one in made.xpath("//nav//li")]
    assert [said for said, _ in links] == [
        "Facts that nothing uses: 1",
        "Claims without authority: 1",
        "Asserted facts without a source: 1",
        "Adverse authority that is not met: 0",
        "The matrix",
    ]
    assert all(made.xpath(f"//h2[@id='{name}']") for _, name in links)


def test_a_list_says_what_and_where() -> None:
    [item] = page().xpath("//section[h2[@id='claims_without_authority']]//li")
    assert item.text_content().startswith("The clause “bare” argues and cites nothing.")
    assert item.xpath("span[@class='place']")[0].text_content() == "clauses/arguments/bare/clause.yaml:1:1"


def test_authorities_and_facts_stand_side_by_side() -> None:
    law = page().xpath("//article[h4[contains(., 'On law')]]")[0]
    authorities, facts = law.xpath(".//div[@class='sides']/div")
    assert authorities.xpath(".//li")[0].text_content() == "CT, art 22(2) covenant – binding on Kazakhstan; not verified: art 22(2)"
    assert [one.text_content() for one in facts.xpath(".//li")] == ["org.name from <x1>"]


def test_no_text_becomes_markup_and_no_script_runs() -> None:
    made = page('<script>alert(1)</script> "quoted"', 'ru" onload="x')
    assert made.xpath("//script") == []
    assert made.xpath("//@onload") == []
    assert "On <nothing>" in made.text_content()
    assert made.xpath("//@src") == []
