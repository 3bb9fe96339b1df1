"""Bad styles: each is a diagnostic with its place, and never a traceback."""

from __future__ import annotations

import time

import pytest
from patience import PATIENCE

from briefkit.diagnostics import Severity
from briefkit.source import Source

from .desk import cited, note, notes, read, ref

CSL = 'xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"'
INFO = "<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated></info>"
TITLE = '<text variable="title-short"/>'


def whole(layout: str, macros: str = "", citation: str = "", root: str = "") -> str:
    """A style of one line for each of its parts; the citation stands on line 3."""
    return f"<style {CSL} {root}>{INFO}\n{macros}\n<citation {citation}>\n<layout>{layout}</layout></citation></style>"


def chain(length: int, calls: int = 1) -> str:
    """Macros of which each calls the next one so many times."""
    links = (f'<macro name="m{at}">' + f'<text macro="m{at + 1}"/>' * calls + "</macro>" for at in range(length))
    return "".join(links) + f'<macro name="m{length}">{TITLE}</macro>'


def macro(name: str, inside: str) -> str:
    return f'<macro name="{name}">{inside}</macro>'


CALL = '<text macro="a"/>'
WRONG = {
    "empty": ("", "not well-formed"),
    "not closed": (whole("<group>"), "not well-formed"),
    "another root": (f"<citation {CSL}/>", "not a CSL style"),
    "no namespace": ("<style><citation><layout/></citation></style>", "not a CSL style"),
    "no citation": (f"<style {CSL}>{INFO}<bibliography><layout/></bibliography></style>", "no layout for citations"),
    "no layout": (f"<style {CSL}>{INFO}<citation/></style>", "no layout for citations"),
    "nested 5,000 deep": (whole("<group>" * 5000 + TITLE + "</group>" * 5000), "not well-formed"),
    "nested 200 deep": (whole("<group>" * 200 + TITLE + "</group>" * 200), "nests too deeply"),
    "macros 5,000 deep": (whole('<text macro="m0"/>', chain(5000)), "nests too deeply"),
    "macros that double": (whole('<text macro="m0"/>', chain(40, calls=2)), "too many macros"),
    "a macro in itself": (whole(CALL, macro("a", CALL)), "calls itself"),
    "through a group": (whole(CALL, macro("a", f"<group>{CALL}</group>")), "calls itself"),
    "through a choice": (whole(CALL, macro("a", f'<choose><if type="book">{CALL}</if><else>{CALL}</else></choose>')), "calls itself"),
    "through a substitute": (whole(CALL, macro("a", f'<names variable="author"><substitute>{CALL}</substitute></names>')), "calls itself"),
    "through three macros": (
        whole(CALL, macro("a", '<text macro="b"/>') + macro("b", '<text macro="c"/>') + macro("c", CALL)),
        "The macro “a” calls itself",
    ),
    "a key's macro": (whole(TITLE).replace("<layout>", '<sort><key macro="x"/></sort><layout>'), "“x”"),
    "an entity": ('<!DOCTYPE style [<!ENTITY a "b">]>' + whole("&a;"), "document type"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_style_that_cannot_be_used_is_an_error(name: str) -> None:
    text, message = WRONG[name]
    start = time.monotonic()
    found = cited(note(ref("iccpr")), style=Source("own.csl", text))
    assert time.monotonic() - start < PATIENCE
    problem = found.diagnostics[0]
    assert (problem.code, problem.severity) == ("bad-style", Severity.ERROR)
    assert message in problem.message
    assert problem.span is not None
    assert read(next(notes(found.value)).children) == "[not rendered: iccpr]."


INVALID = {
    "an unknown element": (whole(f'<texxt variable="title"/>{TITLE}'), 4),
    "an unknown variable": (whole(f'\n<text variable="titel"/>{TITLE}'), 5),
    "an unknown attribute": (whole(f'\n<text variabel="title"/>{TITLE}'), 5),
    "an else without an if": (whole(f"\n<choose><else>{TITLE}</else></choose>{TITLE}"), 5),
    "words between elements": (whole(f"hello{TITLE}"), 4),
}


@pytest.mark.parametrize("name", INVALID)
def test_a_style_that_the_schema_refuses_is_used_with_a_warning_at_its_line(name: str) -> None:
    text, line = INVALID[name]
    found = cited(note(ref("iccpr")), style=Source("own.csl", text))
    assert {problem.severity for problem in found.diagnostics} == {Severity.WARNING}
    assert {problem.code for problem in found.diagnostics} == {"bad-style"}
    assert line in {problem.span.line for problem in found.diagnostics if problem.span}
    assert read(next(notes(found.value)).children).startswith("ICCPR")


STRANGE = {
    "a distance in superscript": (whole(TITLE, citation='near-note-distance="²"'), "ICCPR"),
    "a distance without end": (whole(TITLE, citation=f'near-note-distance="{"9" * 5000}"'), "ICCPR"),
    "a number of names in superscript": (whole(TITLE, citation='et-al-min="²" et-al-use-first="²"'), "ICCPR"),
    "macros of the same name": (whole(CALL, macro("a", "") + macro("a", TITLE)), "ICCPR"),
    "macros that nobody calls": (whole(TITLE, chain(100)), "ICCPR"),
    "a deep but reasonable style": (whole("<group>" * 90 + TITLE + "</group>" * 90), "ICCPR"),
    "an unknown language": (whole(TITLE, root='default-locale="xx-YY"'), "ICCPR"),
    "a text of nothing": (whole(f"<text/><number/><date/><names/><label/><choose/><group/>{TITLE}"), "ICCPR"),
    "an unknown form": (whole(f'<text term="and" form="tiny" prefix=" " suffix=" "/>{TITLE}'), "ICCPR"),
    "an unknown form of a date": (whole(f'<date variable="issued" form="tiny"><date-part name="year"/></date>{TITLE}'), "ICCPR"),
    "unknown date parts": (whole(f'<date variable="issued"><date-part name="week"/><date-part/></date>{TITLE}'), "ICCPR"),
    "one in a localized date": (
        whole(f'<date variable="issued" form="text"><date-part name="era"/></date> {TITLE}'),
        "16 December 1966ICCPR",
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_styles_are_used_for_what_they_say(name: str) -> None:
    text, shown = STRANGE[name]
    found = cited(note(ref("iccpr")), note(ref("udhr")), note(ref("iccpr")), style=Source("own.csl", text))
    assert {problem.severity for problem in found.diagnostics} <= {Severity.WARNING}
    assert read(next(notes(found.value)).children).strip() == shown.strip()


def test_a_dependent_style_names_its_parent() -> None:
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/oscola"/>'
    found = cited(note(ref("iccpr")), style=Source("own.csl", f"<style {CSL}>{INFO.replace('</info>', link + '</info>')}</style>"))
    assert found.diagnostics[0].message == "The style depends on another."
    assert "http://www.zotero.org/styles/oscola" in found.diagnostics[0].hint


def test_a_style_for_the_text_is_used_with_a_warning() -> None:
    found = cited(note(ref("iccpr")), style=Source("own.csl", whole(TITLE).replace('class="note"', 'class="in-text"')))
    assert [problem.severity for problem in found.diagnostics] == [Severity.WARNING]
    assert "made for citations in the text" in found.diagnostics[0].message
