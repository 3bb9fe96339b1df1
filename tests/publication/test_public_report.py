"""The report on a public version, as a page."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from public_cases import NAME, public_inputs

from briefkit.build import Inputs, Stages, build_with_sources
from briefkit.diagnostics import Diagnostic
from briefkit.publication.report import write_report


def page(own: str = "Own text.", language: str = "en") -> tuple[str, tuple[Diagnostic, ...], Stages]:
    return built_page(public_inputs(own, language))


def page_of(given: Inputs) -> str:
    return built_page(given)[0]


def built_page(given: Inputs) -> tuple[str, tuple[Diagnostic, ...], Stages]:
    built = build_with_sources(given, ["txt"])
    stages = built.value.stages
    assert stages and stages.public and stages.opinion
    found = tuple(one for one in built.diagnostics if one.code.startswith("leak"))
    return write_report(stages.public, stages.opinion, stages.holdings, found, lambda message: f"<{message}>", "kk"), found, stages


def test_it_is_whole_and_says_everything_in_the_readers_language() -> None:
    text, _, _ = page()
    assert text.startswith('<!DOCTYPE html>\n<html lang="kk">') and text.endswith("</html>\n")
    assert "&lt;This page holds the real names." in text  # as `tell` says it, escaped
    assert "<script" not in text and "http" not in text.replace("https://example.org", "")
    assert text.index("This page holds the real names") < text.index(NAME)


def test_its_elements_are_closed() -> None:
    left: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            left.extend([tag] if tag not in ("meta", "br") else [])

        def handle_endtag(self, tag: str) -> None:
            assert left.pop() == tag

    Reader().feed(page("On 2 May 2025 <b> & “a quotation that is long enough”.")[0])
    assert left == []


def test_what_the_texts_say_is_no_markup() -> None:
    text, _, _ = page("On 2 May 2025 it was 5 < 6 & more.")
    assert "it was 5 &lt; 6 &amp; more." in text


def test_a_find_that_is_sure_is_told_from_one_that_may_be_a_word() -> None:
    sure, found, _ = page("Сауле Омарова.")
    assert any(one.is_error for one in found)
    assert "&lt;These were found, so nothing was written:&gt;" in sure
    assert "No confidential value was found in them." not in sure
    quiet, none, _ = page()
    assert none == () and "No confidential value was found in them." in quiet


def test_the_words_of_a_document_stand_in_its_own_language() -> None:
    text, _, _ = page("Текст.", "ru")
    assert '<tbody lang="ru">' in text and "Организация\xa0А" in text and "март 2025\xa0года" in text


def test_what_is_told_in_general_words_and_said_in_full_elsewhere_is_pointed_at() -> None:
    text, _, _ = page("Its legal education is known in the villages.")
    assert "&lt;Words of facts that are told in general words&gt; (2)" in text  # the paragraph and the note, and the caption
    assert "<li>Its legal education is known in the villages.</li>" in text
    assert "<li>Figure 1. Its legal education is known in the villages.</li>" in text
    assert "Words of facts" not in page("Its work is known in the villages.")[0]


def listed(text: str, heading: str) -> list[str]:
    """The passages below a heading of the report."""
    below = text.partition(f"&lt;{heading}&gt;")[2].partition("</ul>")[0]
    return [one.partition("</li>")[0] for one in below.split("<li>")[1:]]


def test_numbers_and_addresses_that_are_no_facts_are_pointed_at() -> None:
    own = "Paid from KZ86125KZT5004100100 by 8 (7242) 26-11-05 and a.b@mail.kz, see other.kz. In 2024-2025 it reached 12 500 people."
    passages = listed(page(own)[0], "Numbers and addresses in the text")
    for number in ("KZ86125KZT5004100100", "8 (7242) 26-11-05", "a.b@mail.kz", "other.kz"):
        alone = page(f"It is {number}.")[0]
        assert listed(alone, "Numbers and addresses in the text") == [f"It is {number}.", f"Figure 1. It is {number}."]
        assert any(number in one for one in passages)
    assert "Numbers and addresses" not in page("In 2024-2025 it reached 12 500 people on 2 May 2025 with KZT 125,000.")[0]


def test_days_without_a_year_and_sums_in_other_money_are_pointed_at() -> None:
    text, _, _ = page("On 15 April it got USD 41,300, and 1,2 млн рублей; on 14 March less.")
    assert [one[:20] for one in listed(text, "Exact days in the text")] == ["On 15 April it got U", "Figure 1. On 15 Apri"]
    assert [one[:20] for one in listed(text, "Exact sums in the text")] == ["On 15 April it got U", "Figure 1. On 15 Apri"]
    assert "14 March" not in text.partition("What it may still give away")[2]


def test_a_town_of_an_address_and_a_district_of_a_body_are_pointed_at() -> None:
    text, _, _ = page("It works near the Lake and in Lakeside.")
    assert not listed(text, "Words of facts that are told in general words")  # “Lake” is short
    built = replace(public_inputs("Он в Караганде; карагандинцы, департамент."), public=True)
    case = built.case.case.text.replace("the Department of Lake District", "Департамент по городу Караганда")
    files = replace(built.case, case=replace(built.case.case, text=case))
    assert listed(page_of(replace(built, case=files)), "Words of facts that are told in general words") == [
        "Он в Караганде; карагандинцы, департамент.",
        "Figure 1. Он в Караганде; карагандинцы, департамент.",
    ]
