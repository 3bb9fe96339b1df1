"""What each kind of citation becomes for Zotero, and what is said of a refresh. Small cases, built as a user builds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from livefields import Field, bibliographies, citations, fields, part, preferences
from workspace import CASE, STYLE, inputs, library

from briefkit.build import build
from briefkit.diagnostics import Checked
from briefkit.ooxml import qn
from briefkit.source import Source
from briefkit.zotero import official_style
from briefkit.zotero.preferences import preferences as properties
from briefkit.zotero.styles import OfficialStyle

ALL = "clauses: none\nsections: {law: law.md}\n"
TABLE = "\n\n::: authorities\n:::\n"


def made(
    text: str, case: str = "", files: Mapping[str, str] | None = None, final: bool = False, **changes: Any
) -> Checked[dict[str, bytes]]:
    layer = library() | changes.pop("layer", {})
    given = inputs(CASE + ALL + case, layer, {"law.md": text, **(files or {})})
    return build(replace(given, zotero=changes.pop("zotero", True)), ["docx"], final)


def live(text: str, case: str = "", files: Mapping[str, str] | None = None, **changes: Any) -> list[Field]:
    done = made(text, case, files, **changes)
    assert not done.has_errors, done.diagnostics
    return citations(done.value["docx"])


def items(text: str, case: str = "", files: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    [one] = live(text, case, files)
    return list(one.citation["citationItems"])


def said(done: Checked[dict[str, bytes]], code: str) -> list[str]:
    return [one.message for one in done.diagnostics if one.code == code]


def own(*references: str) -> dict[str, Any]:
    """A case with references of its own, in CSL's YAML."""
    return {"case": "refs: refs.json\n", "files": {"refs.json": "[" + ",".join(references) + "]"}}


# --- citations ---------------------------------------------------------------------------------------


def test_a_citation_has_its_place_and_the_words_around_it() -> None:
    first, second = items("It is protected [see *also* @covenant, art 22(1), for all; -@report, para 7].")
    assert first["id"] == "covenant"
    assert {name: first[name] for name in ("locator", "label", "prefix", "suffix")} == {
        "locator": "22(1)",
        "label": "article-locator",
        "prefix": "see <i>also</i> ",
        "suffix": ", for all",
    }
    assert {name: second[name] for name in ("locator", "label", "suppress-author")} == {
        "locator": "7",
        "label": "paragraph",
        "suppress-author": True,
    }
    assert "prefix" not in second and "suffix" not in second and "suppress-author" not in first


def test_a_kind_of_place_that_no_style_names_stands_in_words() -> None:
    [item] = items("It is so [@report, principle 7, at the end].")
    assert "locator" not in item and "label" not in item
    assert item["suffix"] == ", principle 7, at the end"


def test_what_is_printed_in_italics_is_so_in_rich_text_and_plain_in_the_plain_one() -> None:
    case = own('{"id": "doe", "type": "legal_case", "title": "Doe v Ұлт {a}", "issued": "2020", "authority": "ECtHR"}')
    [one] = live("It was held [@doe].", **case)
    told = one.citation["properties"]
    assert "{\\i{}Doe v \\uc0\\u1200{}\\uc0\\u1083{}\\uc0\\u1090{} \\{a\\}}" in told["formattedCitation"]
    assert "Doe v Ұлт {a}" in told["plainCitation"] == one.seen


def test_data_of_any_words_is_one_line_of_json() -> None:
    title = 'A \\"quoted\\" title,\\nof two lines \\\\ \\u2028 <b>&amp;' + " long" * 700
    [one] = live("It is so [@doe].", **own(f'{{"id": "doe", "type": "book", "title": "{title}", "issued": "2020"}}'))
    assert "\n" not in one.code and "\u2028" not in one.code
    [item] = one.citation["citationItems"]
    assert item["itemData"]["title"].startswith('A "quoted" title,\nof two lines \\ \u2028 <b>&amp; long')
    assert item["itemData"]["issued"] == {"date-parts": [[2020]]}


def test_a_long_instruction_stands_in_several_runs() -> None:
    long = f'{{"id": "doe", "type": "book", "title": "{"long " * 1_000}", "issued": "2020"}}'
    notes = part(made("It is so [@doe].", **own(long)).value["docx"], "word/footnotes.xml")
    assert notes is not None
    pieces = [len(node.text or "") for node in notes.iter(qn("w:instrText"))]
    assert len(pieces) > 2 and max(pieces) <= 2_000


def test_each_citation_of_a_note_with_words_is_a_field_and_the_words_are_text() -> None:
    document = made("It is so.^[The first is [@covenant, art 22(1)], the second [@report], and @report says so.]").value["docx"]
    first, second = citations(document)
    assert (first.citation["citationItems"][0]["id"], second.citation["citationItems"][0]["id"]) == ("covenant", "report")
    notes = part(document, "word/footnotes.xml")
    assert notes is not None
    words = "".join(node.text or "" for node in notes.iter(qn("w:t")))
    assert words.strip().startswith(f"The first is {first.seen}, the second {second.seen}")
    assert "and Report on Testing\u00a0[verify] says so." in words
    assert all(one.citation["properties"]["dontUpdate"] for one in (first, second))


def test_zotero_prints_the_number_of_a_note_itself_and_a_citation_it_leaves_alone_keeps_a_live_one() -> None:
    text = "One [@report].\n\nTwo [@covenant, art 22(1)].\n\nThree [@report, para 8].\n\nFour.^[But see [@covenant, art 19].]"
    *_, third, fourth = live(text)
    assert "(n 1)" in third.seen.replace("\u00a0", " ") and not third.within
    assert "dontUpdate" not in third.citation["properties"]
    assert "(n 2)" in fourth.seen.replace("\u00a0", " ")
    assert [one.code.split()[0] for one in fourth.within] == ["NOTEREF"]
    assert fourth.citation["properties"]["dontUpdate"] is True


def test_the_mark_of_an_unverified_citation_stands_behind_its_field() -> None:
    document = made("One [@covenant, art 22(2)].").value["docx"]
    [one] = citations(document)
    notes = part(document, "word/footnotes.xml")
    assert notes is not None
    assert one.seen.endswith("art\u00a022(2).")
    assert "".join(node.text or "" for node in notes.iter(qn("w:t"))).endswith(f"{one.seen}\u00a0[verify]")


def test_an_exhibit_is_told_by_its_number_and_left_alone() -> None:
    case = "exhibits: [{id: letter-of-ivanova, title: A letter}]\n"
    [one] = live("It was said [@letter-of-ivanova, p 2].", case)
    [item] = one.citation["citationItems"]
    assert (item["id"], item["itemData"]) == ("exhibit-1", {"id": "exhibit-1", "type": "document", "title": "A letter"})
    assert one.citation["properties"]["dontUpdate"] is True
    assert "ivanova" not in one.code


def test_a_mention_in_a_sentence_is_no_citation_of_zoteros() -> None:
    assert live("The @covenant says so.^[As @report has it.]") == []


def test_two_sources_that_share_an_id_have_two_addresses() -> None:
    def address(title: str) -> str:
        [item] = items("It is so [@doe].", **own(f'{{"id": "doe", "type": "book", "title": "{title}", "issued": "2020"}}'))
        [one] = item["uris"]
        return str(one)

    assert address("One book") != address("Another book")
    assert address("One book") == address("One book")


# --- the document ------------------------------------------------------------------------------------


def test_a_final_document_tells_zotero_only_what_was_asked_for() -> None:
    text = "It is protected [@covenant, art 22(1)]."
    asked, plain = (made(text, final=True, zotero=wanted).value["docx"] for wanted in (True, False))
    assert part(plain, "docProps/custom.xml") is None and not citations(plain)
    custom = part(asked, "docProps/custom.xml")
    assert custom is not None
    assert [one.get("name") for one in custom] == ["ZOTERO_PREF_1", "ZOTERO_PREF_2"]
    assert len(citations(asked)) == 1


def test_the_bibliography_takes_over_the_last_category_and_leaves_out_the_others() -> None:
    document = made("One [@covenant, art 22(1)]. Two [@report]." + TABLE).value["docx"]
    covenant, report = (one.citation["citationItems"][0]["uris"] for one in citations(document))
    [one] = bibliographies(document)
    assert one.bibliography == {"uncited": [], "omitted": [covenant], "custom": []}
    assert "Report on Testing" in one.seen and "Covenant" not in one.seen
    assert report not in one.bibliography["omitted"]


def test_literature_is_the_bibliography_wherever_it_stands() -> None:
    layer = library()
    profile = layer["styles/profiles/test.yaml"] + "authorities: [literature, treaties]\n"
    case = own('{"id": "doe", "type": "book", "title": "A book", "issued": "2020"}')
    document = made("One [@covenant, art 22(1)]. Two [@doe]." + TABLE, layer={"styles/profiles/test.yaml": profile}, **case).value["docx"]
    [one] = bibliographies(document)
    assert "A book" in one.seen and "Covenant" not in one.seen


def test_preferences_are_cut_into_pieces_that_neither_begin_nor_end_with_a_space() -> None:
    for length in range(1, 600):
        pieces = list(properties(OfficialStyle("x" * length, is_own=True), "en", "s").values())
        assert all(0 < len(piece) <= 255 and piece == piece.strip() for piece in pieces)
        assert f'<style id="{"x" * length}" locale="en-GB"' in "".join(pieces)


# --- the style ---------------------------------------------------------------------------------------


def style(info: str, body: str = '<if position="ibid"/>', kind: str = "note") -> OfficialStyle:
    root = f'<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0"><info>{info}</info><choose>{body}</choose></style>'
    return official_style(Source("some.csl", root))


@pytest.mark.parametrize(
    ("info", "body", "name", "is_own"),
    [
        ("<id>http://www.zotero.org/styles/bluebook-law-review</id>", "", "bluebook-law-review", True),
        ("<id>https://zotero.org/styles/oscola</id>", "", "oscola", True),
        ('<id>urn:x</id><link rel="self" href="http://www.zotero.org/styles/a_b.c"/>', "", "a_b.c", True),
        ('<id>urn:x</id><link rel="template" href="http://www.zotero.org/styles/mhra"/>', "", "mhra", False),
        ('<id>urn:x</id><link rel="documentation" href="http://www.zotero.org/styles/mhra"/>', "", "oscola-no-ibid", False),
        ("<id>http://www.zotero.org/styles/a b</id>", '<if position="ibid-with-locator"/>', "oscola", False),
        ("<id>http://example.org/oscola</id>", '<else-if position="ibid subsequent"/>', "oscola", False),
        ("<id></id>", '<if position="subsequent"/>', "oscola-no-ibid", False),
        ("", '<if position="ibid"/>', "oscola", False),
    ],
)
def test_a_style_is_named_to_zotero_as_it_says_itself_else_as_the_nearest(info: str, body: str, name: str, is_own: bool) -> None:
    found = style(info, body)
    assert (found.name, found.is_own, found.in_notes) == (name, is_own, True)


def test_a_style_for_citations_in_the_text_is_none_of_notes() -> None:
    assert not style("<id>http://www.zotero.org/styles/apa</id>", kind="in-text").in_notes


def test_a_style_that_zotero_has_is_named_and_nothing_is_said_of_it() -> None:
    official = STYLE.replace("urn:uuid:6f7f5c1e-0c7b-4c59-9d0b-3f1f0a1f7a52", "http://www.zotero.org/styles/oscola-2")
    done = made("It is so [@report].", layer={"styles/international-law.csl": official})
    data = preferences(done.value["docx"])[1]
    assert data is not None and data.xpath("string(style/@id)") == "http://www.zotero.org/styles/oscola-2"
    assert said(done, "zotero-style-unknown") == []


# --- what is said ------------------------------------------------------------------------------------


def test_another_style_is_said_with_a_way_to_keep_ones_own() -> None:
    [one] = [one for one in made("It is so [@report].").diagnostics if one.code == "zotero-style-unknown"]
    assert one.message == "Zotero does not have the style of this document. A refresh prints the citations in “oscola”."
    assert one.hint == "to keep the style, install international-law.csl in Zotero, and choose it in the document preferences there"
    assert str(one.span) == "styles/international-law.csl:1:1"


def test_what_a_refresh_changes_is_said_and_how_much_it_leaves_alone() -> None:
    done = made("One [@report].^[See [@covenant, art 22(1)], and [@report].]" + TABLE)
    found = " ".join(said(done, "zotero-refresh"))
    assert "Of what stands under “custom” these hold the title in the document’s language and nothing else." in found
    assert "2 citations stay as they stand when Zotero refreshes" in found
    assert "prints “United Nations documents” in the table of authorities anew" in found
    assert len(said(done, "zotero-refresh")) == 3


def test_what_is_only_mentioned_leaves_the_bibliography_and_that_is_said() -> None:
    done = made("One [@covenant, art 22(1)]. The @report agrees." + TABLE)
    assert "A refresh in Zotero leaves out of the table of authorities what no note cites: report." in said(done, "zotero-refresh")


def test_a_document_without_a_table_has_no_bibliography_and_says_so() -> None:
    done = made("One [@covenant, art 22(1)].")
    assert said(done, "zotero-no-bibliography") and not bibliographies(done.value["docx"])
    assert not said(made("One [@covenant, art 22(1)]." + TABLE), "zotero-no-bibliography")


def test_abstracts_and_notes_that_go_along_unseen_are_said() -> None:
    with_note = own('{"id": "doe", "type": "book", "title": "A book", "issued": "2020", "annote": "weak"}')
    assert said(made("One [@doe].", **with_note), "zotero-unseen") == [
        "The document carries, unseen, the abstracts, keywords or notes that these sources have: doe."
    ]
    assert said(made("One [@report]."), "zotero-unseen") == []


def test_nothing_is_said_of_zotero_unasked() -> None:
    done = made("One [@report].", zotero=False)
    assert not [one.code for one in done.diagnostics if one.code.startswith("zotero")]
    body = part(done.value["docx"], "word/document.xml")
    assert body is not None and not [one for one in fields(body) if "ZOTERO" in one.code]
