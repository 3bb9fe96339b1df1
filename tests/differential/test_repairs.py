"""What the comparison with pandoc found wrong in this processor and was put right: each in a small style of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from briefkit.cite import cite
from briefkit.model.libraries import Authority
from briefkit.source import Source
from briefkit.tree import Cite, Locator, Manuscript, Note, Paragraph, Ref, Text
from briefkit.writers.text import note_texts

ITEMS: tuple[dict[str, Any], ...] = (
    {"id": "treaty", "type": "treaty", "title": "An invented covenant", "title-short": "AIC"},
    {"id": "written", "type": "book", "author": [{"family": "Harrow"}], "editor": [{"family": "Quill"}], "title": "Assemblies"},
    {"id": "later", "type": "book", "author": [{"family": "Harrow"}], "title": "Notices"},
    {"id": "edited", "type": "book", "editor": [{"family": "Quill"}], "translator": [{"family": "Ferry"}], "title": "Essays"},
    {"id": "asking", "type": "article", "title": "Is a notice a permit?"},
)
PARTS = (
    '<macro name="author"><names variable="author"><label form="short" prefix=", "/><substitute><choose><if type="song">'
    '<names variable="composer"/></if></choose><choose><if match="none" type="song"><names variable="editor"/>'
    '<names variable="translator"/></if></choose><text variable="title"/></substitute></names></macro>'
)
INFO = "<info><title>Own</title><id>own</id><updated>2026-11-01T00:00:00+00:00</updated></info>"


def style(layout: str, options: str = "") -> Source:
    head = f'xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-GB" {options}'
    text = f'<style {head}>{INFO}{PARTS}<citation><layout delimiter="; " suffix=".">{layout}</layout></citation></style>'
    return Source("own.csl", text)


def shown(own: Source, *notes: Ref | tuple[Ref, ...]) -> list[str]:
    """What the notes of a document print."""
    cites = [Cite(refs if isinstance(refs, tuple) else (refs,)) for refs in notes]
    document = Manuscript((Text("Own"),), tuple(Paragraph((Note((one,)),)) for one in cites), "en", "memo")
    shelf: list[Mapping[str, Any]] = list(ITEMS)
    found = cite(document, [Authority(str(item["id"]), item, "literature", True) for item in shelf], (), own)
    assert found.diagnostics == ()
    return [text.replace("’", "'").replace("‘", "'") for _, text in note_texts(found.value)]


def test_the_number_of_the_first_note_has_a_label() -> None:
    own = style(
        '<choose><if position="subsequent"><group delimiter=" "><label variable="first-reference-note-number" form="short"/>'
        '<text variable="first-reference-note-number"/></group></if><else><text variable="title"/></else></choose>'
    )
    terms = '<locale><terms><term name="first-reference-note-number" form="short">n</term></terms></locale>'
    own = Source(own.name, own.text.replace(INFO, INFO + terms))
    assert shown(own, Ref("treaty"), Ref("asking"), Ref("treaty"))[2] == "n 1."


def test_an_abbreviation_stays_in_capitals_in_title_case() -> None:
    assert shown(style('<text variable="title" form="short" text-case="title"/>'), Ref("treaty")) == ["AIC."]


def test_a_choice_that_offers_nobody_does_not_end_the_search_and_the_first_found_does() -> None:
    found = shown(style('<group delimiter="; "><text macro="author"/><names variable="translator"/></group>'), Ref("edited"), Ref("asking"))
    assert found == ["Quill, ed.; Ferry.", "Is a notice a permit?"]


@pytest.mark.parametrize(
    ("work", "printed"), [("written", "in Assemblies."), ("edited", "in Essays."), ("asking", "Is a notice a permit?, in.")]
)
def test_a_suppressed_author_is_followed_by_nobody_else_but_a_title_in_that_place_stays(work: str, printed: str) -> None:
    title = "" if work == "asking" else '<text variable="title"/>'
    inner = f'<group delimiter=" "><text value="in"/>{title}</group>'
    own = style(f'<group delimiter=", "><text macro="author"/>{inner}</group>')
    assert shown(own, Ref(work, suppress_author=True)) == [printed]


def test_pages_of_a_pinpoint_have_the_styles_page_ranges_and_articles_do_not() -> None:
    own = style('<text variable="locator"/>', 'page-range-format="minimal"')
    assert shown(own, Ref("later", Locator("page", "341-344")), Ref("later", Locator("article", "460-465"))) == ["341–4.", "460–465."]


def test_a_question_in_quotation_marks_ends_a_note() -> None:
    assert shown(style('<text variable="title" quotes="true"/>'), Ref("asking")) == ["'Is a notice a permit?'"]


def test_works_that_their_note_numbers_tell_apart_need_no_title() -> None:
    own = style(
        '<group delimiter=" "><text macro="author"/><choose><if disambiguate="true"><text variable="title"/></if></choose>'
        '<text variable="first-reference-note-number" prefix="(n " suffix=")"/></group>'
    )
    apart = shown(own, Ref("written"), Ref("later"), Ref("written"))
    together = shown(own, (Ref("written"), Ref("later")), Ref("written"))
    assert (apart[2], together[1]) == ("Harrow (n 1).", "Harrow Assemblies (n 1).")


def test_a_pinpoint_in_words_keeps_off_the_word_before_it() -> None:
    own = style('<text variable="title"/><group><label variable="locator" prefix=" "/><text variable="locator"/></group>')
    assert shown(own, Ref("treaty", Locator("custom", "annex 2")))[0] == "An invented covenant annex 2."
