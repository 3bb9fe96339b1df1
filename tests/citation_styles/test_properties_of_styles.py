"""What holds of every style of the project, whatever it cites: valid CSL, and clean punctuation for every authority in every language."""

from __future__ import annotations

import re

import pytest
from citeproc import SCHEMA_PATH
from lxml import etree

from briefkit.cite.style import read_style
from briefkit.markup import read_pinpoint

from .desk import LANGUAGES, STYLES, authorities, listed, mentions, notes, shipped, style, texts

LIBRARY = tuple(one for one in authorities() if one.status != "literature")

# What no citation may hold: a space too many, punctuation that meets, brackets or quotation marks around nothing.
DIRTY = re.compile(
    r"  |^\s|\s$| [,;.)\]»”]|[(\[«] |\(\)|\[\]|«»|“”|‘’|\*\*"
    r"|,,|,\.|,;|;;|;,|;\.|::|:,|:\.|:;|\.\.|!\.|\?\."
    r"|\. \.|// //|//[.,;]|// ?$|: ?$|№ ?(?:$|[.,;)])|\b(\w+) \1\b"
)
DIRTY_COMMA = re.compile(r"(?<![\w.)\]»”’*>%]),")  # it follows a word, the stop of an abbreviation, or a closing mark


def _dirt(text: str) -> str | None:
    found = DIRTY.search(text) or DIRTY_COMMA.search(text)
    return found.group() if found else None


def _balanced(text: str) -> bool:
    marks = ("()", "[]", "<>", "«»", "„“" if "„" in text else "“”")
    return all(text.count(opened) == text.count(closed) for opened, closed in marks)


def test_every_style_of_the_project_has_its_table() -> None:
    styles = {path[len("styles/") : -len(".csl")] for path in shipped() if path.endswith(".csl")}
    assert styles == set(STYLES)


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_valid_csl_with_a_title_an_id_and_a_licence_of_its_own(name: str) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    root = etree.fromstring(style(name).text.encode())
    assert schema.validate(root), schema.error_log
    assert "by-sa/3.0" in root.findtext("{*}info/{*}rights", "") or root.find("{*}info/{*}rights").get("license", "").endswith("by-sa/3.0/")


def test_no_two_styles_share_an_id_or_a_title() -> None:
    roots = [etree.fromstring(style(name).text.encode()) for name in STYLES]
    for path in ("{*}info/{*}id", "{*}info/{*}title"):
        assert len({root.findtext(path) for root in roots}) == len(STYLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_read_without_a_word_in_every_language(name: str, language: str) -> None:
    assert read_style(style(name), language, texts()).diagnostics == ()


@pytest.mark.parametrize("name", STYLES)
def test_no_macro_of_a_style_is_left_unused(name: str) -> None:
    root = etree.fromstring(style(name).text.encode())
    called = {one.get("macro") for one in root.iterfind(".//{*}text")} | {one.get("macro") for one in root.iterfind(".//{*}key")}
    assert {one.get("name") for one in root.iterfind("{*}macro")} <= called


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STYLES)
def test_every_authority_comes_out_clean(name: str, language: str) -> None:
    assert len(LIBRARY) >= 85
    places = {one.id: [loc for pinpoint in one.pinpoints if read_pinpoint(loc := pinpoint.loc)][:2] or ["p 40"] for one in authorities()}
    written: list[str] = []
    for one, pins in places.items():  # first, ibid, ibid with a pinpoint, later with another, beside others, and alone again
        other = "vclt" if one != "vclt" else "echr"
        here = [f"{one}, {pin}" for pin in pins]
        written += [one, one, here[0], other, here[-1], f"{one}; {other}, art 1", other, one]
    forms = notes(name, *written, language=language)
    sentences = [*places, *(f"{one}, {pins[0]}" for one, pins in places.items())]
    forms += [f"{mentioned}." for mentioned in mentions(name, sentences, language)]
    forms += listed(name, list(places), language)
    assert [(_dirt(form), form) for form in forms if _dirt(form) or not _balanced(form)] == []


@pytest.mark.parametrize("name", STYLES)
def test_every_note_ends_with_one_full_stop(name: str) -> None:
    for note in notes(name, *(one.id for one in authorities() for _ in range(2))):
        assert re.search(r"[^.]\.”?$", note), note


@pytest.mark.parametrize("spoilt", ["a  b", "a ,b", "a..", "a,, b", "() a", "a // // b", "a (b) .", "of of", "x, ,y", "№ .", "“”"])
def test_the_property_knows_dirt_when_it_sees_it(spoilt: str) -> None:
    assert _dirt(spoilt)


@pytest.mark.parametrize(
    "clean", ["ibid., para. 9.", "(2nd ed., OUP, 2012), p. 4", "*Name v. State*, no. 1/03, § 82.", "Title : вид, № 5 // Том. Т. 9."]
)
def test_the_property_lets_clean_forms_be(clean: str) -> None:
    assert _dirt(clean) is None
