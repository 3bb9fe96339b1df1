"""Figures that a text asks for: drawn from the facts of the case, with caption, number and source in the document's language."""

from __future__ import annotations

import pytest
from workspace import CASE, FACTS, PROFILE, built, clause, flat, heads, library, stages

from briefkit.figures import figures_in
from briefkit.tree import Figure
from briefkit.walk import plain

MORE = """\
served: {type: records, of: group, question: {en: Whom?}}
group.name: {type: text, question: {en: Name?}}
group.people: {type: count, question: {en: How many?}}
funds: {type: records, of: fund, question: {en: Funds?}}
fund.origin: {type: text, question: {en: Origin?}}
fund.amount_kzt: {type: money, question: {en: Sum?}}
services: {type: records, of: service, question: {en: Where?}}
service.region: {type: text, question: {en: Region?}}
service.number: {type: count, question: {en: How many?}}
targets: {type: records, of: target, question: {en: Targets?}}
target.number: {type: text, question: {en: Number?}}
target.what: {type: text, question: {en: What?}}
target.people: {type: count, question: {en: How many?}}
steps: {type: records, of: step, question: {en: Steps?}}
step.what: {type: text, question: {en: What?}}
step.date: {type: date, question: {en: Day?}}
dev.year: {type: text, question: {en: Year?}}
dev.figures_from: {type: act, question: {en: From?}}
"""
EXHIBITS = "exhibits: [{id: x1, title: Report, file: x1.txt}, {id: x2, title: Order, file: x2.txt}]\n"
SERVED = """\
facts:
  served:
    - {name: older people, people: {value: 1320, source: "@x1, p 2"}}
    - {name: children, people: {value: 40, source: "@x1, p 2"}}
"""
HAPPENED = """\
facts:
  measures:
    - {id: b, type: warning, date: {value: 2025-06-02, source: "@x2, p 1"}}
    - {id: a, complained_of: true, type: fine, date: {value: 2025-03-14, source: "@x1, p 1"}, amount_kzt: 1200000}
    - {id: c, type: fine}
  steps: [{what: an appeal, date: 2025-04-01}]
"""
OWN = CASE + EXHIBITS + "clauses: none\nsections: {law: law.md}\n"
TEXT = "See [figure](#beneficiaries).\n\n::: beneficiaries\n:::"


def layer(text: str = "", profile: str = PROFILE) -> dict[str, str]:
    """The small library with the facts of figures, and a clause of this text."""
    clauses = [clause(text, slug="share", more="when: served\n")] if text else []
    return library(*clauses, facts=FACTS + MORE, profile=profile.replace("[en]", "[en, ru, kk]"))


def printed(words: str, more: str = "", language: str = "en") -> str:
    return flat(built(OWN + f"language: {language}\n" + more, layer(), {"law.md": words}).decode())


def figures(words: str, more: str = "") -> list[Figure]:
    opinion = stages(OWN + more, layer(), {"law.md": words}).value.opinion
    assert opinion is not None
    return figures_in(opinion)


def codes(words: str, more: str = "") -> list[tuple[str, str]]:
    """What is said of a text, each with what it points at."""
    return heads(stages(OWN + more, layer(), {"law.md": words}).diagnostics)


class TestWhatIsDrawn:
    def test_bars_are_the_records_in_their_order(self):
        (figure,) = figures("::: beneficiaries\n:::", SERVED)
        assert [(plain(mark.label), plain(mark.shown), mark.size) for mark in figure.marks] == [
            ("Older people", "1,320", 1320),
            ("Children", "40", 40),
        ]
        assert figure.shape == "bars"

    def test_funds_are_sums_and_services_have_regions(self):
        facts = "facts: {funds: [{origin: foundations abroad, amount_kzt: 41500000.5}], services: [{region: Alatau, number: 12}]}\n"
        funds, services = figures("::: funding\n:::\n\n::: services\n:::", facts)
        assert [(plain(mark.label), plain(mark.shown)) for mark in (*funds.marks, *services.marks)] == [
            ("Foundations abroad", "KZT\u00a041,500,000.5"),
            ("Alatau", "12"),
        ]

    def test_a_target_has_its_sign_and_may_have_no_number(self):
        facts = 'facts: {targets: [{number: "16.10", what: legal advice, people: 7}, {number: 3.8}]}\n'
        (figure,) = figures("::: sdg-targets\n:::", facts)
        assert [(plain(mark.sign), plain(mark.label), mark.size) for mark in figure.marks] == [
            ("16.10", "Legal advice", 7),
            ("3.8", "", None),
        ]

    def test_a_timeline_is_what_is_dated_in_order_of_date(self):
        (figure,) = figures("::: timeline\n:::", HAPPENED)
        assert [(plain(mark.shown), plain(mark.label), mark.kind) for mark in figure.marks] == [
            ("14\u00a0March 2025", "A fine, KZT\u00a01,200,000", "measure"),
            ("1\u00a0April 2025", "An appeal", "remedy"),
            ("2\u00a0June 2025", "A warning", "measure"),
        ]
        assert figure.shape == "timeline"
        assert plain(figure.source) == "Source: Exhibit\u00a01, p\u00a01; Exhibit\u00a02, p\u00a01"

    def test_every_value_stays_a_fact(self):
        opinion = stages(OWN + SERVED, layer(), {"law.md": TEXT}).value.opinion
        paths = {
            path for figure in figures_in(opinion) for mark in figure.marks for one in (*mark.label, *mark.shown) for path in one.paths
        }
        assert paths == {"group.name", "group.people"}


class TestWhatStandsBelow:
    @pytest.mark.parametrize(
        ("language", "caption", "source", "reference"),
        [
            ("en", "Figure 1. People served, by group", "Source: Exhibit 1, p 2", "See Figure 1."),
            ("ru", "Рисунок 1. Получатели помощи по группам", "Источник: Приложение 1, с. 2", "See Рисунок 1."),
            ("kk", "1-сурет. Көмек алған адамдар (топтар бойынша)", "Дереккөз: 1-қосымша", "See 1-сурет."),
        ],
    )
    def test_it_is_in_the_language(self, language, caption, source, reference):
        text = printed(TEXT, SERVED, language)
        assert caption in text
        assert source in text
        assert reference in text

    def test_the_year_is_that_of_the_figures(self):
        assert (
            "Figure 1. People served, by group, 2024\n" in built(OWN + SERVED + '  dev.year: "2024"\n', layer(), {"law.md": TEXT}).decode()
        )
        assert "по группам, 2024 год" in printed(TEXT, SERVED + '  dev.year: "2024"\n', "ru")
        assert "2024" not in printed("::: timeline\n:::", HAPPENED + '  dev.year: "2024"\n')

    def test_a_paragraph_within_it_is_its_caption(self):
        text = printed("::: beneficiaries\nWhom *we* served [@covenant, art 22(1)].\n:::", SERVED)
        assert "Figure 1. Whom we served.[1]" in text
        assert "People served" not in text

    def test_a_source_is_named_once_and_says_that_it_is_the_associations_own(self):
        reported = SERVED.replace('2"}', '2", as_reported: true}')
        assert "Source: Exhibit 1, p 2 (as reported by the association)" in printed(TEXT, reported)

    def test_without_sources_the_document_of_all_figures_is_the_source(self):
        bare = "facts: {served: [{name: children, people: 4}], dev.figures_from: '@x2, p 9'}\n"
        assert "Source: Exhibit 1, p 9" in printed(TEXT, bare)

    def test_figures_are_counted_apart_from_tables(self):
        facts = HAPPENED + SERVED.removeprefix("facts:\n")
        text = printed("::: chronology\n:::\n\n::: timeline\n:::\n\n" + TEXT, facts)
        assert "Table 1. Chronology" in text
        assert "Figure 1. Measures" in text
        assert "Figure 2. People served" in text
        assert "See Figure 2." in text

    def test_a_reference_may_say_what_it_leads_to_in_words(self):
        assert "the picture 1" in printed("Look at [the picture](#beneficiaries).\n\n::: beneficiaries\n:::", SERVED)


class TestWhereItStands:
    def test_the_cases_own_text_has_it_before_a_clause(self):
        texts = {"law.md": "Here.\n\n::: beneficiaries\nOwn\n:::"}
        case = CASE + EXHIBITS + "sections: {facts: law.md}\n" + SERVED
        text = flat(built(case, layer("There.\n\n::: beneficiaries\n:::"), texts).decode())
        assert text.count("Figure 1.") == 1
        assert text.index("Figure 1. Own") < text.index("There.")

    def test_a_clause_may_place_it(self):
        case = CASE + EXHIBITS + SERVED
        assert "Figure 1. People served" in flat(built(case, layer("There.\n\n::: beneficiaries\n:::")).decode())

    def test_a_part_of_a_profile_may_list_it(self):
        profile = PROFILE.replace("kinds: [facts]", "kinds: [facts]\n    lists: timeline")
        assert "Figure 1. Measures" in flat(built(OWN + HAPPENED, layer(profile=profile), {"law.md": "Words."}).decode())
        assert "Figure" not in built(OWN, layer(profile=profile), {"law.md": "Words."}).decode()

    def test_it_may_stand_in_a_list(self):
        assert "Figure 1." in printed("- words\n\n  ::: beneficiaries\n  :::\n", SERVED)


class TestWhatIsWrong:
    @pytest.mark.parametrize("name", ["beneficiaries", "funding", "services", "sdg-targets", "timeline"])
    def test_no_facts_give_no_figure(self, name):
        assert codes(f"Words.\n\n::: {name}\n:::") == [("figure-empty", f"::: {name}")]

    @pytest.mark.parametrize(
        ("name", "records", "record"),
        [
            ("beneficiaries", "served", "{name: children}"),
            ("beneficiaries", "served", "{people: {value: 4, source: a}}"),
            ("funding", "funds", "{origin: {value: abroad, source: a}}"),
            ("sdg-targets", "targets", "{what: {value: advice, source: a}}"),
        ],
    )
    def test_a_record_must_have_what_is_shown_of_it(self, name, records, record):
        found = codes(f"::: {name}\n:::", f"facts:\n  {records}:\n  - {record}\n")
        assert [one for one in found if one[0] != "figure-unsourced"] == [("figure-incomplete", record)]

    @pytest.mark.parametrize("value", ["many", '"40"', "-4", "4.5", ".nan", ".inf", "true", "2025-01-01", "[4]"])
    def test_what_is_no_number_is_said_once_where_it_stands(self, value):
        found = codes(TEXT, f"facts:\n  served:\n  - name: children\n    people: {value}\n")
        assert [code for code, _ in found if code != "figure-unsourced"] == ["wrong-fact"]

    @pytest.mark.parametrize("value", ["-4", ".nan", ".inf", "-.inf", "a lot", "1e999"])
    def test_a_sum_that_is_none_is_said_once(self, value):
        found = codes("::: funding\n:::", f"facts:\n  funds:\n  - origin: abroad\n    amount_kzt: {value}\n")
        assert [code for code, _ in found if code != "figure-unsourced"] == ["wrong-fact"]

    def test_a_number_may_be_too_long(self):
        number = "9" * 16
        assert codes(TEXT, f"facts:\n  served:\n  - name: children\n    people: {{value: {number}, source: a}}\n") == [
            ("figure-too-large", number)
        ]
        assert codes(TEXT, f"facts:\n  served:\n  - name: children\n    people: {{value: {number[1:]}, source: a}}\n") == []

    def test_there_may_be_too_many(self):
        rows = "".join(f"  - {{name: group {number}, people: {{value: 4, source: a}}}}\n" for number in range(17))
        assert codes("::: beneficiaries\n:::", "facts:\n  served:\n" + rows) == [("figure-too-large", "::: beneficiaries")]

    def test_numbers_need_a_source(self):
        assert codes("::: beneficiaries\n:::", "facts: {served: [{name: children, people: 4}]}\n") == [
            ("figure-unsourced", "::: beneficiaries")
        ]

    def test_a_figure_stands_once(self):
        assert codes("::: beneficiaries\n:::\n\n::: beneficiaries\n:::", SERVED)[0][0] == "duplicate-id"

    def test_a_table_may_not_have_its_name(self):
        table = "| a |\n|---|\n| b |\n\nTable: Words {id=beneficiaries}\n\n"
        assert codes(table + "::: beneficiaries\n:::", SERVED)[0][0] == "duplicate-id"

    def test_it_holds_its_caption_alone(self):
        for inner in ("One.\n\nTwo.", "- a list", "# A heading"):
            assert codes(f"::: beneficiaries\n{inner}\n:::", SERVED) == [("markup-unsupported", "::: beneficiaries")]

    def test_a_reference_needs_its_figure(self):
        assert codes("[figure](#beneficiaries)") == [("dead-reference", "[figure](#beneficiaries)")]
        assert codes("[table](#beneficiaries)\n\n::: beneficiaries\n:::", SERVED) == [("dead-reference", "[table](#beneficiaries)")]

    def test_a_name_that_is_nearly_right_is_told(self):
        (problem,) = stages(OWN + SERVED, layer(), {"law.md": "::: beneficiary\n:::"}).diagnostics
        assert (problem.code, str(problem.hint)) == ("unknown-role", "did you mean “beneficiaries”?")

    def test_an_image_from_a_file_is_refused_with_what_to_do(self):
        (problem,) = stages(OWN, layer(), {"law.md": "![A map](images/map.png)"}).diagnostics
        assert problem.code == "markup-unsupported"
        assert "exhibit" in str(problem.hint)
        assert "::: timeline" in str(problem.hint)


def test_a_table_of_a_profile_has_no_room_for_a_figure():
    columns = "\n    columns:\n      - {id: what, heading: {en: What}}\n      - {id: said, heading: {en: Said}}"
    profile = PROFILE.replace("kinds: [treaty-obligation, soft-law]", "kinds: [treaty-obligation, soft-law]" + columns)
    text = "## One\n\n:::: said\n::: beneficiaries\n:::\n::::\n"
    assert [one.code for one in stages(OWN + SERVED, layer(profile=profile), {"law.md": text}).diagnostics] == ["markup-unsupported"]
