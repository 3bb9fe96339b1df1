"""The forms of the house style: what a first and a later note look like for each kind of authority."""

from __future__ import annotations

import pytest
from citeproc import SCHEMA_PATH
from lxml import etree

from briefkit.cite import forms
from briefkit.tree import Emphasis, Locator, Text

from .desk import HOUSE, SHELF, STYLE_FILE, authority, note, printed, read, ref

# The nine forms of the law pack, to the letter; X stands for the number of the first note.
NINE = [
    (
        "iccpr",
        "article 22(2)",
        "International Covenant on Civil and Political Rights (adopted 16 December 1966, entered into force 23 March 1976)"
        " 999 UNTS 171 (ICCPR) art 22(2).",
        "ICCPR (n X) art 22(2).",
    ),
    (
        "icescr",
        "article 2(1)",
        "International Covenant on Economic, Social and Cultural Rights (adopted 16 December 1966, entered into force 3 January 1976)"
        " 993 UNTS 3 (ICESCR) art 2(1).",
        "ICESCR (n X) art 2(1).",
    ),
    (
        "hrc-res-22-6",
        "paragraph 9",
        "UNHRC Res 22/6 (21 March 2013) UN Doc A/HRC/RES/22/6, para 9.",
        "HRC Res 22/6 (n X) para 9.",
    ),
    (
        "sr-23-39",
        "paragraph 8",
        "UNHRC 'Report of the Special Rapporteur on the rights to freedom of peaceful assembly and of association, Maina Kiai'"
        " (24 April 2013) UN Doc A/HRC/23/39, para 8.",
        "UNHRC, 'Kiai 2013 report' (n X) para 8.",
    ),
    (
        "hrctte-kaz-co-2",
        "paragraph 5",
        "UN Human Rights Committee 'Concluding Observations on the Second Periodic Report of Kazakhstan' (9 August 2016)"
        " UN Doc CCPR/C/KAZ/CO/2, para 5.",
        "UN Human Rights Committee, CCPR/C/KAZ/CO/2 (n X) para 5.",
    ),
    (
        "korneenko-2006",
        "paragraph 7.2",
        "*Korneenko et al v Belarus* Communication no 1274/2004 (UN Human Rights Committee, 31 October 2006)"
        " UN Doc CCPR/C/88/D/1274/2004, para 7.2.",
        "*Korneenko* (2006) (n X) para 7.2.",
    ),
    (
        "ecodefence",
        "",
        "*Ecodefence and Others v Russia* App nos 9988/13 and 60 others (ECtHR, 14 June 2022).",
        "*Ecodefence* (n X).",
    ),
    (
        "joint-guidelines-foa",
        "paragraph 32",
        "European Commission for Democracy through Law (Venice Commission) and OSCE Office for Democratic Institutions and Human Rights,"
        " 'Joint Guidelines on Freedom of Association' (17 December 2014) CDL-AD(2014)046, para 32.",
        "Joint Guidelines (n X) para 32.",
    ),
    (
        "kz-aoc-2014",
        "article 460-1",
        "Code of Administrative Offences 2014 (Kazakhstan) art 460-1.",
        "Code of Administrative Offences 2014, art 460-1.",
    ),
]

OTHERS = [
    ("udhr", "article 20(1)", "Universal Declaration of Human Rights (adopted 10 December 1948) UNGA Res 217 A(III) (UDHR) art 20(1)."),
    (
        "agenda-2030",
        "paragraph 39",
        "Transforming Our World: The 2030 Agenda for Sustainable Development, UNGA Res 70/1 (25 September 2015) UN Doc A/RES/70/1,"
        " para 39.",
    ),
    (
        "copenhagen-1990",
        "paragraph 9.3",
        "Document of the Copenhagen Meeting of the Conference on the Human Dimension of the CSCE (29 June 1990) 29 ILM 1305, para 9.3.",
    ),
    ("fatf-r8", "", "Financial Action Task Force, 'The FATF Recommendations' (November 2023)."),
    (
        "gc-31",
        "paragraph 6",
        "UN Human Rights Committee 'General Comment No 31: The Nature of the General Legal Obligation Imposed on States Parties to the"
        " Covenant' (26 May 2004) UN Doc CCPR/C/21/Rev.1/Add.13, para 6.",
    ),
    ("c-78-18", "paragraph 112", "Case C-78/18 *Commission v Hungary* EU:C:2020:476, para 112."),
    (
        "kz-order-51-2016",
        "paragraph 4",
        "Rules for the provision of information by non-governmental organisations, Order of the Minister of Culture and Sports No 51"
        " (Kazakhstan, 19 February 2016), para 4.",
    ),
    ("nowak", "page 500", "Manfred Nowak, *UN Covenant on Civil and Political Rights: CCPR Commentary* (2nd edn, NP Engel 2005) 500."),
    ("article", "page 40", "Jane Doe and Richard Roe, 'The State's duty to protect' (2012) 12 Human Rights Law Review 34, 40."),
    ("chapter", "page 7", "Jane Doe, 'Association' in Richard Roe (ed), *Rights in Context* (OUP 2012) 7."),
    ("site", "", "'Civic Freedom Monitor: Kazakhstan' (*ICNL*, 2 May 2024) <https://www.icnl.org/kz> accessed 1 November 2026."),
]

LATER = [
    ("gc-31", "paragraph 6", "General Comment 31 (n 1) para 6."),
    ("c-78-18", "paragraph 112", "*Commission v Hungary* (n 1) para 112."),
    ("kz-order-51-2016", "", "Order No 51 (n 1)."),
    ("nowak", "page 500", "Nowak (n 1) 500."),
    ("article", "page 40", "Doe and Roe (n 1) 40."),
    ("site", "", "Civic Freedom Monitor: Kazakhstan (n 1)."),
]


@pytest.mark.parametrize(("name", "pin", "full", "short"), NINE, ids=[form[0] for form in NINE])
def test_the_nine_forms_come_out_to_the_letter(name: str, pin: str, full: str, short: str) -> None:
    first, _, later = printed(note(ref(name, pin)), note(ref("fatf-r8")), note(ref(name, pin)))
    assert first == full
    assert later == short.replace("X", "1")


@pytest.mark.parametrize(("name", "pin", "full"), OTHERS, ids=[form[0] for form in OTHERS])
def test_every_other_kind_has_its_first_note(name: str, pin: str, full: str) -> None:
    assert printed(note(ref(name, pin))) == [full]


@pytest.mark.parametrize(("name", "pin", "short"), LATER, ids=[form[0] for form in LATER])
def test_every_other_kind_has_its_later_note(name: str, pin: str, short: str) -> None:
    assert printed(note(ref(name, pin)), note(ref("fatf-r8")), note(ref(name, pin)))[2] == short


@pytest.mark.parametrize(
    ("pin", "shown"),
    [
        ("article 19, 21 and 22(2)", "arts 19, 21 and 22(2)"),
        ("paragraph 7.2-7.4", "paras 7.2–7.4"),
        ("paragraph 15-16", "paras 15–16"),
        ("article 22(2)", "art 22(2)"),
        ("article 22(1), (2)", "art 22(1), (2)"),
        ("article 460-1", "art 460-1"),
        ("article 460–462", "arts 460–462"),
        ("page 460-1", "pp 460–1"),
        ("chapter 3", "ch 3"),
        ("section II", "s II"),
        ("custom Principle 7", "Principle 7"),
        ("verse 3", "v. 3"),
    ],
)
def test_pinpoints_have_the_label_and_number_that_they_need(pin: str, shown: str) -> None:
    assert printed(note(ref("icescr")), note(ref("iccpr")), note(ref("icescr", pin)))[2] == f"ICESCR (n 1) {shown}."


def test_label_and_number_hold_together_at_a_line_break() -> None:
    (name, shown) = forms(SHELF[0], Locator("article", "22"), HOUSE, "en").value[1]
    assert name == "later"
    assert [node.text for node in shown if isinstance(node, Text)] == ["ICCPR (n\N{NO-BREAK SPACE}", ") art\N{NO-BREAK SPACE}22"]


def test_an_authority_can_be_shown_alone() -> None:
    shown = forms(SHELF[0], Locator("article", "22(1)"), HOUSE, "en")
    assert [(name, read(line)) for name, line in shown.value][1:] == [
        ("later", "ICCPR (n 1) art 22(1)"),
        ("ibid", "ibid art 22(1)"),
        ("in text", "ICCPR art 22(1)"),
    ]
    assert [read(line) for _, line in forms(SHELF[0], None, HOUSE, "en").value][1:] == ["ICCPR (n 1)", "ibid", "ICCPR"]


def test_an_authority_that_prints_nothing_is_a_problem_and_not_an_empty_note() -> None:
    shown = forms(authority({"id": "empty", "type": "report"}), None, HOUSE, "en")
    assert shown.value == ()
    assert [problem.code for problem in shown.diagnostics] == ["citation-failed"]


def test_italics_stop_before_the_space() -> None:
    (_, shown) = forms(next(one for one in SHELF if one.id == "korneenko-2006"), None, HOUSE, "en").value[1]
    assert shown[0] == Emphasis((Text("Korneenko"),))


def test_russian_notes_have_russian_labels() -> None:
    found = printed(note(ref("gc-31", "paragraph 6")), note(ref("gc-31", "paragraph 1-2")), language="ru")
    assert found[0].endswith("(26 мая 2004 г.) UN Doc CCPR/C/21/Rev.1/Add.13, п. 6.")
    assert found[1] == "там же пп. 1–2."


def test_the_style_is_valid_csl() -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    assert schema.validate(etree.parse(str(STYLE_FILE))), schema.error_log
