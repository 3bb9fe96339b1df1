"""Figures in Word: a picture in two forms with its description, its caption, its source; no id twice, no part that is not listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx_samples import HOUSE, words
from figures_shown import BARS, TIMELINE, bar, figure
from templates_of_others import firm_template
from test_docx_details import opinion, part, shown

from briefkit.inspection import fields, problems
from briefkit.ooxml import content_type, parse, qn, read_zip, relationships
from briefkit.tree import CountRef, Paragraph, Text
from briefkit.writers.docx import graft, write
from briefkit.writers.docx.sections import text_width

TEMPLATE = HOUSE.read_bytes()
EMU = 12_700


def parts(*figures, template: bytes = TEMPLATE, **more):
    return read_zip(write(opinion(*figures, **more), template))


def test_it_stands_above_its_caption_and_its_source():
    assert shown(part(opinion(BARS))) == [
        ("Figure", "", ""),
        ("Caption", "", "Figure\u00a01. People served"),
        ("SourceLine", "", "Source: Exhibit 1"),
    ]


def test_it_is_kept_together_by_its_styles():
    styles = parse(parts(BARS)["word/styles.xml"], "styles")
    kept = {
        style.get(qn("w:styleId")) for style in styles.iter(qn("w:style")) if style.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    }
    assert {"Figure", "Caption"} <= kept


def test_the_picture_has_a_vector_form_and_a_raster_one_for_a_word_that_knows_none():
    made = parts(BARS)
    names = {link.id: link.target for link in relationships(made, "word/document.xml")}
    root = part(opinion(BARS))
    raster, vector = (names[next(root.iter(qn(name))).get(qn("r:embed"))] for name in ("a:blip", "asvg:svgBlip"))
    assert made[raster].startswith(b"\x89PNG")
    assert made[vector].startswith(b"<svg ")
    assert (content_type(made, raster), content_type(made, vector)) == ("image/png", "image/svg+xml")


@pytest.mark.parametrize(
    ("language", "name", "told"),
    [
        ("en", "Figure\u00a01", "Bar chart."),
        ("ru", "Рисунок\u00a01", "Столбчатая диаграмма."),
        ("kk", "1-сурет", "Бағаналы диаграмма."),
    ],
)
def test_it_is_described_in_the_language(language, name, told):
    (described,) = part(opinion(BARS, language=language)).iter(qn("wp:docPr"))
    assert described.get("name") == name
    assert described.get("descr") == f"{told} Older people: 320; Children: 40; Nobody: 0."


def test_nothing_is_formatted_directly():
    root = part(opinion(BARS, TIMELINE))
    assert list(root.iter(qn("w:rPr"), qn("w:jc"), qn("w:ind"), qn("w:spacing"))) == []


def test_the_number_is_counted_by_word_and_referred_to():
    made = opinion(
        Paragraph((Text("See Figure "), CountRef("figure", "served", 2))), BARS, replace(TIMELINE, caption=figure(number=2).caption)
    )
    assert [(" ".join(code), result) for code, result in fields(part(made))] == [
        ("REF _Ref_f2 \\h", "2"),
        ("SEQ Figure \\* ARABIC", "1"),
        ("SEQ Figure \\* ARABIC", "2"),
    ]
    assert problems(write(made, TEMPLATE)) == ()


def test_drawings_have_numbers_of_their_own():
    numbers = [node.get("id") for node in part(opinion(BARS, TIMELINE, BARS)).iter(qn("wp:docPr"))]
    assert numbers == ["1", "2", "3"]


def test_it_is_as_wide_as_the_text_and_lower_than_a_page():
    (extent,) = part(opinion(BARS)).iter(qn("wp:extent"))
    long = figure(*(bar("many words " * 12, 5) for _ in range(16)))
    (shrunk,) = part(opinion(long)).iter(qn("wp:extent"))
    assert int(extent.get("cx")) == text_width(next(part(opinion(BARS)).iter(qn("w:sectPr")))) / 20 * EMU
    assert int(shrunk.get("cy")) / EMU < 0.86 * 29.7 / 2.54 * 72
    assert int(shrunk.get("cx")) <= int(extent.get("cx"))


class TestInATemplateOfOthers:
    """One in Arial, with a logo in its header, and without our styles."""

    FIRM = graft(firm_template(), TEMPLATE)

    def test_the_letters_are_like_those_of_the_template(self):
        assert parts(BARS, template=self.FIRM)["word/media/figure1.svg"] != parts(BARS)["word/media/figure1.svg"]

    def test_the_number_of_the_logo_is_taken(self):
        root = parse(parts(BARS, template=self.FIRM)["word/document.xml"], "document")
        assert [node.get("id") for node in root.iter(qn("wp:docPr"))] == ["2"]

    def test_the_logo_is_still_there(self):
        assert len([name for name in parts(BARS, template=self.FIRM) if name.startswith("word/media/")]) == 3


def test_the_same_bytes_each_time():
    assert write(opinion(BARS, TIMELINE), TEMPLATE) == write(opinion(BARS, TIMELINE), TEMPLATE)


@pytest.mark.parametrize("label", ["<&>\"'", "a\x00b\x07", "\ud800", "ә ғ қ", "漢字 😀", "%20{page}", "x" * 400, "", " "])
def test_any_words_make_a_whole_file(label):
    shown = replace(figure(bar(label, 3, label), bar("b", 2)), caption=words(f"Figure {label}"), source=words(f"Source: {label}"))
    assert problems(write(opinion(shown, shown), TEMPLATE)) == ()


def test_a_figure_of_nothing_makes_a_whole_file():
    assert problems(write(opinion(figure(), figure(shape="timeline")), TEMPLATE)) == ()
