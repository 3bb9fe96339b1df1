"""Texts that somebody wrote, as a public version has them: names, days, sums."""

from __future__ import annotations

from datetime import date

import pytest

from briefkit.publication.days import days_in, foreign_sums_in, sums_in, without_days
from briefkit.publication.disguise import Disguise
from briefkit.publication.passing import disguised
from briefkit.source import Source
from briefkit.tree import Cite, Fact, Link, Note, Opinion, Origin, Paragraph, Remark, Strong, Text
from briefkit.walk import plain
from briefkit.wording import write_month

OWN, LIBRARY = Origin(Source("own/facts.md", "…").whole()), Origin(Source("clauses/arguments/a/en.md", "…").whole())


def disguise(language: str = "en", **changes: object) -> Disguise:
    names = {
        "Example Steppe Initiative": "Organisation\u00a0A",
        "O’Neil": "Person A",
        "+7 700 000 00 00": "[contact details]",
        "Al": "Person B",
    }
    russian = {"«Степная инициатива»": "Организация\u00a0А"}
    given: dict[str, object] = {
        "names": names if language == "en" else russian,
        "general": {"the Department of Example": "a State authority"},
        "days": frozenset({date(2025, 3, 14)}),
        "sums": frozenset({1_200_000}),
        "paths": frozenset({"org.name", "measure.date", "measure.amount_kzt", "expert.name"}),
        "own": frozenset({"own/facts.md"}),
    }
    return Disguise(language, **{**given, **changes})  # type: ignore[arg-type]


def said(*line: object, language: str = "en") -> str:
    """The words of a paragraph after the disguise."""
    [made] = disguised(Opinion((), (Paragraph(line),), language, "test"), disguise(language)).blocks  # type: ignore[arg-type]
    assert isinstance(made, Paragraph)
    return plain(made.children).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("It was Example Steppe Initiative.", "It was Organisation A."),
        ("It was EXAMPLE\nsteppe\u00a0Initiative.", "It was Organisation A."),
        ("The work of the Example Steppe Initiative went on.", "The work of Organisation A went on."),
        ("Examples: an Example Steppe Initiatives.", "Examples: an Example Steppe Initiatives."),
        ("She met O'Neil.", "She met Person A."),
        ("Call +7 700 000 00 00.", "Call [contact details]."),
        ("All are equal; Al is too short a name.", "All are equal; Al is too short a name."),
        ("It came on 14 March 2025.", "It came on a day in March 2025."),
        ("The decision of 14 March 2025.", "The decision of March 2025."),
        ("It came on 15 March 2025.", "It came on 15 March 2025."),
        ("A fine of KZT 1,200,000 and KZT 5,000.", "A fine of about KZT 1,000,000 and KZT 5,000."),
        ("A fine of about KZT 1,200,000.", "A fine of about KZT 1,000,000."),
        ("By decision of the Department of Example.", "By decision of a State authority."),
    ],
)
def test_own_text_is_printed_without_names_days_and_sums_of_the_case(written: str, printed: str) -> None:
    assert said(Text(written, OWN)) == printed


def test_in_the_librarys_texts_only_names_are_replaced() -> None:
    written = "On 14 March 2025 the Department of Example met Example Steppe Initiative over KZT 1,200,000."
    assert said(Text(written, LIBRARY)) == written.replace("Example Steppe Initiative", "Organisation A")


def test_names_are_found_in_quotation_marks_and_without_them() -> None:
    assert said(Text("Это «Степная инициатива».", OWN), language="ru") == "Это Организация А."
    assert said(Text("Это Степная инициатива.", OWN), language="ru") == "Это Организация А."
    assert said(Text("Это “Степная инициатива”.", OWN), language="ru") == "Это Организация А."


def test_a_word_for_the_kind_is_not_said_twice() -> None:
    assert said(Text("Дело организации «Степная инициатива»", OWN), language="ru") == "Дело организации А"
    fact = Fact("Организация\u00a0А", ("org.name",), LIBRARY)
    assert said(Text("ее бюджет (организации ", LIBRARY), fact, Text(")", LIBRARY), language="ru") == "ее бюджет (организации А)"
    assert said(Text("бюджет организации (", LIBRARY), fact, Text(")", LIBRARY), language="ru") == "бюджет организации (Организация А)"


def test_a_role_that_stands_before_a_person_is_not_said_twice() -> None:
    def fact(words: str) -> Fact:
        return Fact(words, ("expert.name",), LIBRARY)

    assert said(Text("подготовил главный бухгалтер ", OWN), fact("главный бухгалтер"), Text(". Он", OWN), language="ru") == (
        "подготовил главный бухгалтер. Он"
    )
    assert said(Text("her Director ", OWN), fact("the director"), Text(", who", OWN)) == "her Director, who"
    assert said(Text("the codirector ", OWN), fact("the director"), Text(", who", OWN)) == "the codirector the director, who"
    person = disguise(names={"Asel Nurlan": "the director"})
    assert person.in_text("The director Asel Nurlan came. Asel Nurlan spoke.") == "The director came. The director spoke."


def test_a_kazakh_kind_of_body_is_not_said_twice() -> None:
    fact = Fact("А\u00a0ұйымы", ("org.name",), LIBRARY)
    assert said(fact, Text(" ұйымының өтініші", OWN), language="kk") == "А ұйымының өтініші"
    assert said(fact, Text(" мен ұйымы", OWN), language="kk") == "А ұйымы мен ұйымы"
    assert disguise("kk", names={"«Дала»": "А\u00a0ұйымы"}).in_text("«Дала» ұйымына") == "А\u00a0ұйымына"


def test_a_name_that_may_be_a_word_is_replaced_in_quotation_marks_alone() -> None:
    hope = disguise("ru", names={"ОФ «Надежда»": "Организация\u00a0А"}, marked={"«Надежда»": "Организация\u00a0А"})
    written = 'ОФ «Надежда», на “Надежда” и "надежда"; надежда есть'
    assert hope.in_text(written).replace("\xa0", " ") == "Организация А, на Организация А и Организация А; надежда есть"


@pytest.mark.parametrize("address", ["aru.kz", "www.aru.kz", "https://www.aru.kz", "http://aru.kz/news/1?a=b", "https://aru.kz/a/"])
def test_of_an_address_on_the_web_nothing_stays(address: str) -> None:
    site = disguise(names={"www.aru.kz": "[contact details]"})
    assert site.in_text(f"See {address}, or {address}.") == "See [contact details], or [contact details]."
    assert site.in_text("See https://karu.kz/a and aru.kzt.") == "See https://karu.kz/a and aru.kzt."


def test_a_sentence_begins_with_a_capital() -> None:
    name = Fact("the expert", ("expert.name",), LIBRARY)
    assert said(name, Text(" came. ", OWN), name, Text(" saw ", OWN), name) == "The expert came. The expert saw the expert"
    assert said(Strong((name,)), Text(" came", OWN)) == "The expert came"


def test_what_is_rounded_is_rounded_once() -> None:
    fine = Fact("about KZT 1,200,000", ("measure.amount_kzt",), LIBRARY)
    assert said(Text("a fine of about ", LIBRARY), fine) == "a fine of about KZT 1,200,000"
    assert disguise(sums=frozenset({1_000_000})).in_title("KZT 1,000,000 of 1 May 2025") == "about KZT\xa01,000,000 of May 2025"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("оштрафован на 1 200 000 тенге", "оштрафован на сумму около 1 000 000 тенге"),
        ("штраф в 1 200 000 тенге", "штраф в размере около 1 000 000 тенге"),
        ("штраф около 1 200 000 тенге", "штраф около 1 000 000 тенге"),
        ("штраф 1 200 000 тенге", "штраф около 1 000 000 тенге"),
    ],
)
def test_about_a_sum_reads_well_after_a_russian_preposition(written: str, printed: str) -> None:
    assert said(Text(written, OWN), language="ru") == printed
    before, _, _ = written.partition("1")
    fact = Fact("около 1 000 000 тенге", ("measure.amount_kzt",), LIBRARY)
    assert said(Text(before, LIBRARY), fact, language="ru") == printed


def test_a_printed_month_reads_well_after_what_stands_before_it() -> None:
    month = Fact("March 2025", ("measure.date",), LIBRARY)
    assert said(Text("taken on ", LIBRARY), month) == "taken on a day in March 2025"
    assert said(Text("a fine, dated ", LIBRARY), month) == "a fine, dated March 2025"
    russian = Fact(write_month(date(2025, 3, 14), "ru"), ("measure.date",), LIBRARY)
    assert said(Text("мера от ", LIBRARY), russian, language="ru") == "мера от … марта 2025 года"
    assert said(Text("(дата: ", LIBRARY), russian, language="ru") == "(дата: март 2025 года"
    kazakh = Fact(write_month(date(2025, 3, 14), "kk"), ("measure.date",), LIBRARY)
    assert said(Text("органдарға ", LIBRARY), kazakh, Text(" күнгі", LIBRARY), language="kk") == "органдарға 2025 жылғы … наурыз күнгі"


def test_a_sentence_may_begin_with_a_day() -> None:
    text = "14 марта 2025 года суд отказал. 14.03.2025 она ушла. 14 марта 2025 года – отказ"
    assert said(Text(text, OWN), language="ru") == "… марта 2025 года суд отказал. … марта 2025 года она ушла. Март 2025 года – отказ"
    month = Fact(write_month(date(2025, 3, 14), "ru"), ("measure.date",), LIBRARY)
    assert said(month, Text(" суд отказал", OWN), language="ru") == "… марта 2025 года суд отказал"
    assert said(month, language="ru") == "Март 2025 года"
    assert said(Text("14 March 2025 was a Friday", OWN)) == "March 2025 was a Friday"


def test_a_note_begins_anew_and_is_gone_through_too() -> None:
    note = Note((Fact("the expert", ("expert.name",), LIBRARY), Text(" of Example Steppe Initiative", OWN)), 1)
    [made] = disguised(Opinion((), (Paragraph((Text("Seen", OWN), note)),), "en", "test"), disguise()).blocks
    assert isinstance(made, Paragraph)
    shown = made.children[1]
    assert isinstance(shown, Note) and plain(shown.children) == "The expert of Organisation\u00a0A"


def test_an_address_that_names_somebody_is_no_link_any_more() -> None:
    link = Link((Text("write to us", OWN),), "mailto:+7 700 000 00 00", OWN)
    kept = Link((Text("read", OWN),), "https://example.org", OWN)
    [made] = disguised(Opinion((), (Paragraph((link, Text(" or ", OWN), kept)),), "en", "test"), disguise()).blocks
    assert isinstance(made, Paragraph)
    assert made.children == (Text("write to us", OWN), Text(" or ", OWN), kept)


def test_the_title_and_its_short_form_in_the_header_are_gone_through() -> None:
    title, name = "The case of Example Steppe Initiative", "Example Steppe Initiative"
    made = disguised(Opinion((Text(title, OWN),), (), "en", "test", short_title=title, subtitle=(name,)), disguise())
    assert (plain(made.title), made.short_title) == ("The case of Organisation\u00a0A",) * 2
    assert made.subtitle == ("Organisation\u00a0A",)


def test_marks_of_unverified_pinpoints_stay_without_their_comments_and_other_remarks_go() -> None:
    cite = Cite((), shown=(Text("Report, para 3", OWN), Remark("verify", OWN, "opened by Example Steppe Initiative")), origin=OWN)
    [made] = disguised(Opinion((), (Paragraph((cite, Remark("ask the client", OWN, "ask", mark=False))),), "en", "test"), disguise()).blocks
    assert isinstance(made, Paragraph)
    [shown] = made.children
    assert isinstance(shown, Cite) and shown.shown == (Text("Report, para 3", OWN), Remark("verify", OWN, ""))


@pytest.mark.parametrize(
    ("language", "written", "printed"),
    [
        ("en", "on 22 April 2025, of April 22, 2025, 2025-04-22", "on a day in April 2025, of April 2025, April 2025"),
        ("ru", "от 22 апреля 2025 года; 22.04.2025 г.; 1 апреля 2025 г.", "от … апреля 2025 года; апрель 2025 года; апрель 2025 года"),
        ("kk", "2025 жылғы 22 сәуір; шешім 2025 жылғы 22 сәуірде", "2025 жылғы сәуір; шешім 2025 жылғы … сәуірде"),
        ("en", "art 22.04.20255, 31 February 2025, 30 May", "art 22.04.20255, 31 February 2025, May"),
    ],
)
def test_days_are_known_in_every_language(language: str, written: str, printed: str) -> None:
    assert without_days(written, language).replace("\xa0", " ") == printed


@pytest.mark.parametrize(
    ("language", "written", "printed"),
    [
        (
            "en",
            "On 14 March it came; on the 14th of March; of March 14; 15 March",
            "On a day in March it came; on a day in March; of March; 15 March",
        ),
        ("ru", "14 марта суд отказал, к 14 марта", "… марта суд отказал, к … марта"),
        ("kk", "14 наурызда; 2025 жылғы 14 наурызда", "… наурызда; 2025 жылғы … наурызда"),
    ],
)
def test_a_day_of_the_case_is_not_told_without_its_year_either(language: str, written: str, printed: str) -> None:
    assert said(Text(written, OWN), language=language) == printed


def test_a_month_is_no_verb() -> None:
    assert disguise(days={date(2025, 5, 1)}).in_text("article 1 may apply; 1 May 2025") == "article 1 may apply; May 2025"


@pytest.mark.parametrize("written", ["KZT 1.2 million", "1,2 млн тенге", "1200 тыс. тенге", "1,2 миллиона тенге", "1 200 мың теңге"])
def test_a_sum_is_known_by_its_thousands_and_millions(written: str) -> None:
    assert [one.value for one in sums_in(written)] == [1_200_000]
    assert disguise().in_text(f"a fine of {written}.") == "a fine of about KZT\xa01,000,000."


def test_sums_in_other_money_are_known() -> None:
    text = "USD 41,300; €500; 1,2 млн рублей; 300 долларов США; 5 евро; US$3 million. EURO 2024, 5 people, $, рубль"
    found = ["USD 41,300", "€500", "1,2 млн рублей", "300 долларов", "5 евро", "US$3 million"]
    assert [text[one.start : one.end] for one in foreign_sums_in(text)] == found


def test_days_and_sums_know_their_places() -> None:
    text = "On 1 May 2025 it paid 1 200 000 тенге, or KZT 1,200,000.50."
    assert [(text[one.start : one.end], one.value) for one in days_in(text)] == [("1 May 2025", date(2025, 5, 1))]
    assert [(text[one.start : one.end], one.value) for one in sums_in(text)] == [
        ("1 200 000 тенге", 1_200_000),
        ("KZT 1,200,000.50", 1_200_000),
    ]
