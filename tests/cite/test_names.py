"""Names in print: order, particles, initials, lists, labels, substitutes (CSL 1.0.2, "Names")."""

from __future__ import annotations

import pytest

from .small import TITLE, Item, by, cited, document, once, person, processor

NOWAK, KIAI = person("Nowak", "Manfred"), person("Kiai", "Maina")
BERG = person("Berg", "Jan Pieter", **{"non-dropping-particle": "van der"})
HUMBOLDT = person("Humboldt", "Alexander", **{"dropping-particle": "von"})
FONTAINE = person("La Fontaine", "Jean", **{"dropping-particle": "de"})
HAQ = person("Haq", "Shawan", **{"non-dropping-particle": "al-"})
KING = person("King", "Martin Luther", suffix="Jr")
COMMITTEE = {"literal": "UN Human Rights Committee"}
KENES = person("Кенесарин", "Бауыржан Нұрланұлы")


def names(options: str = "", inside: str = "", attributes: str = "") -> str:
    return f'<names variable="author" {attributes}><name {options}/>{inside}</names>'


def shown(options: str, *people: Item, root: str = "", language: str = "") -> str:
    return once(names(options), by(*people), root=root, language=language)


# --- one name ---------------------------------------------------------------------------------------

INVERTED = 'name-as-sort-order="all"'


@pytest.mark.parametrize(
    ("name", "long", "short", "inverted", "sort_only", "never"),
    [
        (NOWAK, "Manfred Nowak", "Nowak", "Nowak, Manfred", "Nowak, Manfred", "Nowak, Manfred"),
        (
            BERG,
            "Jan Pieter van der Berg",
            "van der Berg",
            "Berg, Jan Pieter van der",
            "van der Berg, Jan Pieter",
            "van der Berg, Jan Pieter",
        ),
        (HUMBOLDT, "Alexander von Humboldt", "Humboldt", "Humboldt, Alexander von", "Humboldt, Alexander von", "Humboldt, Alexander von"),
        (FONTAINE, "Jean de La Fontaine", "La Fontaine", "La Fontaine, Jean de", "La Fontaine, Jean de", "La Fontaine, Jean de"),
        (HAQ, "Shawan al-Haq", "al-Haq", "Haq, Shawan al-", "al-Haq, Shawan", "al-Haq, Shawan"),
        (KING, "Martin Luther King Jr", "King", "King, Martin Luther, Jr", "King, Martin Luther, Jr", "King, Martin Luther, Jr"),
        ({**KING, "comma-suffix": True}, "Martin Luther King, Jr", "King", *(["King, Martin Luther, Jr"] * 3)),
        (COMMITTEE, *(["UN Human Rights Committee"] * 5)),
        (KENES, "Бауыржан Нұрланұлы Кенесарин", "Кенесарин", *(["Кенесарин, Бауыржан Нұрланұлы"] * 3)),
        (person("毛", "泽东"), "毛泽东", "毛", "毛泽东", "毛泽东", "毛泽东"),
        ({**person("Nagy", "Imre"), "static-ordering": True}, "Imre Nagy", "Nagy", "Imre Nagy", "Imre Nagy", "Imre Nagy"),
    ],
)
def test_forms_and_orders(name: Item, long: str, short: str, inverted: str, sort_only: str, never: str) -> None:
    assert shown("", name) == long
    assert shown('form="short"', name) == short
    assert shown(INVERTED, name) == inverted
    assert shown(INVERTED, name, root='demote-non-dropping-particle="sort-only"') == sort_only
    assert shown(INVERTED, name, root='demote-non-dropping-particle="never"') == never


@pytest.mark.parametrize(
    ("given", "mark", "initials"),
    [
        ("Manfred", ".", "M."),
        ("Jan Pieter", ". ", "J. P."),
        ("Jan Pieter", ".", "J.P."),
        ("Jan Pieter", "", "JP"),
        ("Jan Pieter", " ", "J P"),
        ("Jean-Luc", ".", "J.-L."),
        ("J.P.", ". ", "J. P."),
        ("Бауыржан Нұрланұлы", ".", "Б.Н."),
        ("Бауыржан Нұрланұлы", ". ", "Б. Н."),
        ("Ғалымжан", ".", "Ғ."),
        ("Émile", ".", "É."),
        ("TSerendorj", ".", "Ts."),
        ("Guy de", ".", "G. de"),
        ("M.E.", ".", "M.E."),
        ("ME.", ".", "ME."),
        ("Ch. Louis", ". ", "Ch. L."),
        ("Ludwig “Lu”", ".", "L.“L.”"),
        ("Jan ’", ".", "J."),
    ],
)
def test_initials(given: str, mark: str, initials: str) -> None:
    assert shown(f'initialize-with="{mark}"', person("Family", given, **{"parse-names": False})) == f"{initials} Family"


def test_initials_that_are_there_are_put_in_form_where_names_are_not_shortened() -> None:
    assert shown('initialize="false" initialize-with=". "', person("Doe", "J P")) == "J. P. Doe"
    assert shown('initialize="false" initialize-with="."', person("Doe", "Jane P.")) == "Jane P. Doe"
    assert shown('initialize-with="."', person("Doe", "Jean-Luc"), root='initialize-with-hyphen="false"') == "J.L. Doe"


def test_a_given_name_longer_than_any_is_left_whole() -> None:
    assert shown('initialize-with="."', person("Doe", "Ab " * 400 + "c")).startswith("Ab Ab")


def test_parts_of_a_name_are_set_apart() -> None:
    parts = '<name-part name="family" font-variant="small-caps" text-case="uppercase"/><name-part name="given" prefix="(" suffix=")"/>'
    layout = f'<names variable="author"><name name-as-sort-order="all">{parts}</name></names>'
    assert once(layout, by(NOWAK)) == '<span style="font-variant:small-caps;">NOWAK</span>, (Manfred)'
    assert once(f'<names variable="author"><name form="short">{parts}</name></names>', by(BERG)).count("VAN DER") == 1


# --- lists ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "count", "text"),
    [
        ('and="text"', 2, "Nowak and Kiai"),
        ('and="text"', 3, "Nowak, Kiai, and Berg"),
        ('and="symbol"', 2, "Nowak &#38; Kiai"),
        ('and="text" delimiter-precedes-last="never"', 3, "Nowak, Kiai and Berg"),
        ('and="text" delimiter-precedes-last="always"', 2, "Nowak, and Kiai"),
        ('and="text" delimiter="; "', 3, "Nowak; Kiai; and Berg"),
        ("", 3, "Nowak, Kiai, Berg"),
        ('delimiter="/"', 2, "Nowak/Kiai"),
        ('and="text"', 1, "Nowak"),
        ('et-al-min="3" et-al-use-first="1"', 3, "Nowak et al."),
        ('et-al-min="3" et-al-use-first="2"', 3, "Nowak, Kiai, et al."),
        ('et-al-min="3" et-al-use-first="1"', 2, "Nowak, Kiai"),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', 3, "Nowak, et al."),
        ('et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"', 3, "Nowak, Kiai et al."),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', 3, "Nowak, … Berg"),
        ('et-al-min="²" et-al-use-first="1"', 3, "Nowak, Kiai, Berg"),
        ('and="text" delimiter=" /" delimiter-precedes-last="always"', 2, "Nowak / and Kiai"),
    ],
)
def test_lists_of_names(options: str, count: int, text: str) -> None:
    people = [NOWAK, KIAI, person("Berg")][:count]
    assert shown(f'form="short" {options}', *people) == text


def test_a_comma_after_an_inverted_name_alone() -> None:
    options = 'name-as-sort-order="first" and="text" delimiter-precedes-last="after-inverted-name"'
    assert shown(options, NOWAK, KIAI) == "Nowak, Manfred, and Maina Kiai"
    assert shown(options, NOWAK, KIAI, KING) == "Nowak, Manfred, Maina Kiai and Martin Luther King Jr"
    options = 'name-as-sort-order="first" et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="after-inverted-name"'
    assert shown(options, NOWAK, KIAI) == "Nowak, Manfred, et al."


@pytest.mark.parametrize(
    ("language", "text"), [("ru-RU", "Нурланов и Кенесарин"), ("en", "Нурланов and Кенесарин"), ("de", "Нурланов und Кенесарин")]
)
def test_the_last_two_names_are_joined_in_the_language_of_the_style(language: str, text: str) -> None:
    assert shown('form="short" and="text"', person("Нурланов"), KENES, language=language) == text


def test_later_citations_may_name_fewer() -> None:
    made = processor(
        names('form="short"'),
        by(NOWAK, KIAI, KING),
        by(COMMITTEE),
        citation='et-al-min="4" et-al-use-first="1" et-al-subsequent-min="2" et-al-subsequent-use-first="1"',
    )
    assert document(made, [[cited()], [cited("b")], [cited()]]) == ["Nowak, Kiai, King", "UN Human Rights Committee", "Nowak et al."]
    assert document(made, [[cited()], [cited("b")], [cited()]], [0, 0, 0])[2] == "Nowak et al."


def test_options_are_inherited_from_the_citation_and_the_style() -> None:
    assert once(names(), by(NOWAK, KIAI), root='and="text" initialize-with="." name-form="long"') == "M. Nowak and M. Kiai"
    assert once(names(), by(NOWAK, KIAI), root='and="text"', citation='and="symbol" name-form="short"') == "Nowak &#38; Kiai"
    assert once(names('and="text"'), by(NOWAK, KIAI), citation='and="symbol" name-delimiter=" + "') == "Manfred Nowak and Maina Kiai"


def test_names_can_be_counted() -> None:
    assert once(names('form="count"'), by(NOWAK, KIAI)) == "2"
    assert once(names('form="count" et-al-min="2" et-al-use-first="1"'), by(NOWAK, KIAI)) == "1"
    assert once(names('form="count"') + TITLE, {"title": "x"}) == "x"


@pytest.mark.parametrize(("et_al", "text"), [('term="and others"', "Nowak and others"), ('font-style="italic"', "Nowak <i>et al.</i>")])
def test_words_for_the_other_names(et_al: str, text: str) -> None:
    assert once(names('form="short" et-al-min="2" et-al-use-first="1"', f"<et-al {et_al}/>"), by(NOWAK, KIAI)) == text


# --- labels and roles ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "count", "text"),
    [
        ('form="short" prefix=" (" suffix=")"', 1, "Nowak (ed.)"),
        ('form="short" prefix=" (" suffix=")"', 2, "Nowak, Kiai (eds.)"),
        ('form="short" prefix=" (" suffix=")" strip-periods="true"', 2, "Nowak, Kiai (eds)"),
        ('form="verb" prefix=", "', 1, "Nowak, edited by"),
        ('plural="never" prefix=", "', 2, "Nowak, Kiai, editor"),
        ('plural="always" prefix=", "', 1, "Nowak, editors"),
    ],
)
def test_labels_of_names(label: str, count: int, text: str) -> None:
    layout = f'<names variable="editor"><name form="short"/><label {label}/></names>'
    assert once(layout, {"editor": [NOWAK, KIAI][:count]}) == text


def test_a_label_before_the_name_element_stands_before_the_names() -> None:
    layout = '<names variable="editor"><label form="verb" suffix=" "/><name form="short"/></names>'
    assert once(layout, {"editor": [NOWAK]}) == "edited by Nowak"


def test_roles_are_parted_and_one_who_edits_and_translates_is_named_once() -> None:
    layout = '<names variable="editor translator" delimiter="; "><name form="short"/><label form="short" prefix=" (" suffix=")"/></names>'
    assert once(layout, {"editor": [NOWAK], "translator": [KIAI]}) == "Nowak (ed.); Kiai (trans.)"
    both = '<locale><terms><term name="editortranslator" form="short">ed. &amp; tran.</term></terms></locale>'
    assert once(layout, {"editor": [NOWAK], "translator": [NOWAK]}, parts=both) == "Nowak (ed. &#38; tran.)"


# --- substitutes --------------------------------------------------------------------------------------

SUBSTITUTE = (
    '<names variable="author"><name form="short"/><substitute><names variable="editor"/>{}<text variable="title"/></substitute></names>'
)


def test_the_first_substitute_that_prints_takes_the_place_of_missing_names() -> None:
    layout = SUBSTITUTE.format("")
    assert once(layout, {"author": [NOWAK], "editor": [KIAI]}) == "Nowak"
    assert once(layout, {"editor": [KIAI], "title": "T"}) == "Kiai"
    assert once(layout, {"title": "T"}) == "T"


def test_what_was_substituted_is_not_printed_again() -> None:
    layout = SUBSTITUTE.format("") + f'<group prefix=", ">{TITLE}</group><names variable="editor" prefix=", "/>'
    assert once(layout, {"title": "T"}) == "T"
    assert once(layout, {"editor": [KIAI], "title": "T"}) == "Kiai, T"
    macro = f'<macro name="title">{TITLE}</macro>'
    layout = '<names variable="author"><substitute><text macro="title"/></substitute></names>' + f'<group prefix=", ">{TITLE}</group>'
    assert once(layout, {"title": "T"}, parts=macro) == "T"


def test_a_substitute_is_written_as_the_names_that_it_stands_for() -> None:
    layout = '<names variable="author"><name form="short"/><label prefix=", "/><substitute><names variable="editor"/></substitute></names>'
    assert once(layout, {"editor": [KIAI]}) == "Kiai, editor"


def test_a_suppressed_author_leaves_the_rest() -> None:
    made = processor(names('form="short" ', attributes='suffix=", "') + TITLE, by(NOWAK, title="Commentary"))
    assert document(made, [[cited(suppress_author=True)]]) == ["Commentary"]


def test_without_words_for_the_others_the_names_stand_alone() -> None:
    none = '<locale><terms><term name="et-al"/><term name="and" form="symbol"/></terms></locale>'
    people = by(NOWAK, KIAI)
    assert once(names('form="short" et-al-min="2" et-al-use-first="1"'), people, parts=none) == "Nowak"
    assert once(names('form="short" and="symbol"'), people) == "Nowak &#38; Kiai"


def test_others_of_an_eastern_name_follow_without_a_space() -> None:
    cjk = '<locale><terms><term name="et-al">等</term></terms></locale>'
    assert once(names('et-al-min="2" et-al-use-first="1"'), by(person("毛", "泽东"), KIAI), parts=cjk) == "毛泽东等"
