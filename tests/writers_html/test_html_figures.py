"""Figures on a page: drawn in it, described for those who cannot see them, nothing from elsewhere, no id twice."""

from __future__ import annotations

import re
from dataclasses import replace

from figures_shown import BARS, TIMELINE, bar, figure, words

from briefkit.tree import CountRef, Opinion, Paragraph, Text
from briefkit.writers.html import write


def page(*blocks, language: str = "en") -> str:
    return write(Opinion(title=(), blocks=blocks, language=language, profile="memo")).decode()


def test_it_stands_in_the_page_with_its_caption_and_its_source():
    made = page(BARS)
    (inside,) = re.findall(r'<figure class="drawn">(.*?)</figure>', made, re.DOTALL)
    assert inside.index("<svg ") < inside.index("<figcaption>") < inside.index("Source: Exhibit 1")
    assert 'Figure\u00a0<span id="figure-1">1</span>. People served</figcaption>' in inside


def test_it_is_described_in_the_language():
    assert 'role="img" aria-label="Столбчатая диаграмма. Older people: 320; Children: 40; Nobody: 0."' in page(BARS, language="ru")


def test_a_reference_leads_to_it():
    assert 'See <a href="#figure-1">1</a>' in page(Paragraph((Text("See "), CountRef("figure", "served", 1))), BARS)


def test_ids_are_given_once_and_answer_to_their_references():
    made = page(BARS, TIMELINE, BARS)
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(ids)
    assert "drawing-3-1" in ids


def test_nothing_comes_from_elsewhere_and_no_style_is_everybodys():
    made = page(BARS, TIMELINE)
    assert made.count("<style>") == 1
    assert not re.search(r"<image|<script|<!DOCTYPE svg|url\((?!#)|href=\"(?!#)", made)


def test_words_cannot_become_tags():
    made = page(replace(figure(bar('<b>"&', 4)), source=words("<i>")))
    assert "<b>" not in made
    assert "<i>" not in made
    assert 'aria-label="Bar chart. &lt;b&gt;&quot;&amp;: 4."' in made


def test_the_same_bytes_each_time():
    assert page(BARS, TIMELINE) == page(BARS, TIMELINE)
