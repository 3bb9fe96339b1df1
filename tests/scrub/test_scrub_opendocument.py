"""OpenDocument texts: each thing that tells more than the text goes, the text stays to the letter."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

import pictures_by_hand as by_hand
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from telling_odts import KIND, SECRET, TELLING, TEXT, Odt, deleted, inserted, picture, region, style
from telling_words import everything_in

from briefkit.ooxml import read_zip
from briefkit.scrub import Decisions, Finding, look_into, scrub

Way = Literal["accept", "reject"]


def found(odt: Odt) -> tuple[Finding, ...]:
    looked = look_into(odt.data(), "a.odt")
    assert looked.value is not None, looked.diagnostics
    return looked.value.findings


def scrubbed(odt: Odt, way: Way = "accept") -> bytes:
    made = scrub(odt.data(), "a.odt", Decisions(way, True))
    assert made.value is not None, made.diagnostics
    return made.value.data


def words(data: bytes) -> list[str]:
    """The paragraphs of the body."""
    root = etree.fromstring(read_zip(data)["content.xml"])
    return ["".join(node.itertext()) for node in root.iter("{*}p", "{*}h")]


@pytest.mark.parametrize("name", TELLING)
def test_each_thing_is_found_and_goes(name: str) -> None:
    odt, kind, said = TELLING[name]
    assert SECRET.encode() in everything_in(odt.data())
    reported = [str(finding.what) for finding in found(odt) if finding.kind == kind]
    assert any(said in one for one in reported), reported
    made = scrubbed(odt)
    assert SECRET.encode() not in everything_in(made)
    assert words(made)[0] == "The text."
    again = look_into(made, "a.odt").value
    assert again is not None and again.findings == () and again.data == made


def test_a_file_that_tells_nothing_is_left_in_peace() -> None:
    link = '<text:p><text:a xlink:href="https://example.org">A link</text:a></text:p>'
    odt = Odt(TEXT + link, meta="<dc:title>On</dc:title>")
    assert found(odt) == ()
    held = everything_in(scrubbed(odt))
    assert b"https://example.org" in held and b"<dc:title>On</dc:title>" in held


def test_it_begins_with_its_kind_and_lists_what_it_holds() -> None:
    made = scrubbed(Odt(TEXT + picture(), parts={"Pictures/a.png": by_hand.png(), "Thumbnails/a.png": b""}))
    with zipfile.ZipFile(BytesIO(made)) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type, package.read(first)) == ("mimetype", zipfile.ZIP_STORED, KIND.encode())
        root = etree.fromstring(package.read("META-INF/manifest.xml"))
        listed = {next(value for key, value in node.attrib.items() if key.endswith("}full-path")) for node in root}
        assert listed == {"/", *package.namelist()} - {"mimetype", "META-INF/manifest.xml"}


def test_a_formula_stays() -> None:
    object_ = '<text:p><draw:frame draw:name="a"><draw:object xlink:href="./Object 1"/></draw:frame></text:p>'
    odt = Odt(
        TEXT + object_,
        parts={"Object 1/content.xml": b"<math/>", "Object 1/settings.xml": f"<a>{SECRET}</a>".encode()},
        kinds={"Object 1/": "application/vnd.oasis.opendocument.formula"},
    )
    held = read_zip(scrubbed(odt))
    assert b"<math/>" in held["Object 1/content.xml"] and b"./Object 1" in held["content.xml"]
    assert "Object 1/settings.xml" not in held


def test_changes_within_and_across_paragraphs() -> None:
    body = (
        f"<text:p>One {inserted(1, 'new')}{deleted(2)}.</text:p><text:p>Two <text:change-start text:change-id='c3'/>"
        f'and</text:p><text:p>more<text:change-end text:change-id="c3"/>.</text:p><text:p>Three {deleted(4)}.</text:p>'
    )
    changes = region(1, "insertion") + region(2, "deletion", "<text:p>old</text:p>") + region(3, "insertion")
    changes += region(4, "deletion", "<text:p>and</text:p><text:p>four</text:p>")
    odt = Odt(body, changes)
    assert words(scrubbed(odt)) == ["One new.", "Two and", "more.", "Three ."]
    assert words(scrubbed(odt, "reject")) == ["One old.", "Two .", "Three and", "four."]


def test_changes_that_only_their_program_can_reject() -> None:
    odt = Odt(
        f"<text:p>The {deleted(1)}</text:p>",
        region(1, "deletion", "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"),
    )
    made = scrub(odt.data(), "a.odt", Decisions("reject", True))
    assert made.value is None
    assert "use --accept-changes" in made.diagnostics[0].hint
    assert words(scrubbed(odt)) == ["The "]


_CLIP = style("fr1", '<style:graphic-properties fo:clip="rect(0cm, 0cm, 0cm, 1.0583cm)"/>', "graphic")


def sizes(data: bytes) -> list[tuple[int, int]]:
    made = []
    for name, held in read_zip(data).items():
        if name.startswith("Pictures/"):
            with Image.open(BytesIO(held)) as image:
                made.append(image.size)
    return made


def test_the_hidden_half_of_a_picture_is_cut_off() -> None:
    """80 dots at 96 an inch, as the file says, are 2.1164 cm wide."""
    odt = Odt(TEXT + picture(), styles=_CLIP, parts={"Pictures/a.png": by_hand.png()})
    assert [str(one.what) for one in found(odt) if one.kind == "crop"] == ["A part of the picture is hidden (cropped)."]
    made = scrubbed(odt)
    assert sizes(made) == [(40, 40)]
    assert b"fo:clip=" not in everything_in(made)


def test_what_cannot_be_cut_is_named_as_left() -> None:
    pictures = picture() + picture("Pictures/b.emf")
    odt = Odt(TEXT + pictures, styles=_CLIP, parts={"Pictures/a.png": by_hand.png(), "Pictures/b.emf": by_hand.emf()})
    made = scrub(odt.data(), "a.odt")
    assert made.value is not None
    assert {one.code for one in made.diagnostics} == {"scrub-left"}
    assert b"fo:clip=" in everything_in(made.value.data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            Odt(TEXT, manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>").data(),
            "it is protected with a password",
        ),
        (Odt(TEXT, parts={"content.xml": b"\0"}, manifest="<manifest:encryption-data/>").data(), "it is protected with a password"),
        (Odt(TEXT).data().replace(KIND.encode(), b"application/vnd.oasis.opendocument.tex_"), "not a readable zip file"),
        (Odt(TEXT).data()[:-90], "not a readable zip file"),
        (b"", "not a readable zip file"),
        (Odt(TEXT, parts={"content.xml": b"<!DOCTYPE a><a/>"}).data(), "content.xml declares a DOCTYPE"),
        (Odt(TEXT, parts={"Pictures/a.png": bytes(70_000_000)}).data(), "too large"),
    ],
)
def test_what_cannot_be_scrubbed_says_why_and_what_to_do(data: bytes, said: str) -> None:
    made = look_into(data, "a.odt")
    assert made.value is None
    assert made.diagnostics[0].code == "scrub-unreadable"
    assert said in made.diagnostics[0].message and made.diagnostics[0].hint


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=12).filter(
    lambda one: one.strip()
)
_PIECES = st.lists(st.tuples(st.sampled_from(["plain", "ins", "del", "hidden", "link", "field", "comment"]), _WORDS), max_size=6)


def _drawn(kind: str, text: str, number: int) -> str:
    said = escape(text)
    return {
        "plain": f"<text:span>{said}</text:span>",
        "ins": inserted(number, said),
        "del": deleted(number),
        "hidden": f'<text:span text:style-name="T1">{said}</text:span>',
        "link": f'<text:a xlink:href="file:///a">{said}</text:a>',
        "field": f"<text:author-name>{said}</text:author-name>",
        "comment": f'<office:annotation office:name="a"><text:p>{said}</text:p></office:annotation>',
    }[kind]


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=4), st.sampled_from(["accept", "reject"]))
def test_the_text_is_the_same_to_the_letter(paragraphs: list[list[tuple[str, str]]], way: Way) -> None:
    numbered = [[(kind, text, 10 * at + place + 1) for place, (kind, text) in enumerate(pieces)] for at, pieces in enumerate(paragraphs)]
    pieces = [piece for one in numbered for piece in one]
    changes = "".join(region(number, "insertion") for kind, _, number in pieces if kind == "ins")
    changes += "".join(region(number, "deletion", f"<text:p>{escape(text)}</text:p>") for kind, text, number in pieces if kind == "del")
    body = "".join(f"<text:p>{''.join(_drawn(*piece) for piece in one)}</text:p>" for one in numbered)
    odt = Odt(body, changes, styles=style("T1", '<style:text-properties text:display="none"/>'))
    gone = {"hidden", "comment", "del" if way == "accept" else "ins"}
    assert words(scrubbed(odt, way)) == ["".join(text for kind, text in one if kind not in gone) for one in paragraphs]
