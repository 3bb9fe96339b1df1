"""A whole document: positions, several citations in a note, free notes, mentions, exhibits, references to notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefkit.cite import cite
from briefkit.tree import (
    Cite,
    ClauseText,
    Emphasis,
    Fact,
    Heading,
    Items,
    LineBreak,
    Link,
    Manuscript,
    Note,
    NoteRef,
    Opinion,
    Paragraph,
    Quotation,
    Remark,
    Strong,
    Table,
    Text,
    cell,
)
from briefkit.walk import own_inlines

from .desk import EXHIBITS, HOUSE, SHELF, at, cited, manuscript, mention, note, notes, printed, read, ref

ICCPR = (
    "International Covenant on Civil and Political Rights (adopted 16 December 1966, entered into force 23 March 1976) 999 UNTS 171 (ICCPR)"
)


def text(words: str) -> Note:
    return Note((Text(words),))


# --- positions ---------------------------------------------------------------------------------


def test_ibid_follows_the_same_source_and_a_new_pinpoint_is_added() -> None:
    found = printed(*(note(ref("iccpr", pin)) for pin in ("article 22", "article 22", "article 19", "article 19", "")))
    assert found[1:] == ["ibid.", "ibid art 19.", "ibid.", "ICCPR (n 1)."]


def test_a_pinpoint_after_none_is_ibid_with_that_pinpoint() -> None:
    assert printed(note(ref("iccpr")), note(ref("iccpr", "article 22")))[1] == "ibid art 22."


def test_another_source_between_two_breaks_ibid() -> None:
    assert printed(note(ref("iccpr")), note(ref("udhr")), note(ref("iccpr", "article 2")))[2] == "ICCPR (n 1) art 2."


def test_a_free_note_between_two_breaks_ibid() -> None:
    assert printed(note(ref("iccpr")), text("On the drafting history."), note(ref("iccpr")))[2] == "ICCPR (n 1)."


def test_a_note_of_several_sources_breaks_ibid() -> None:
    found = printed(note(ref("iccpr"), ref("udhr")), note(ref("udhr")))
    assert found[1] == "UDHR (n 1)."


def test_ibid_within_a_note() -> None:
    assert printed(note(ref("udhr")), note(ref("iccpr"), ref("iccpr", "article 2")))[1] == f"{ICCPR}; ibid art 2."


def test_first_note_numbers_count_free_notes() -> None:
    assert printed(text("Free."), note(ref("iccpr")), text("Free too."), note(ref("iccpr")))[3] == "ICCPR (n 2)."


def test_mentions_in_the_text_do_not_count() -> None:
    found = printed(mention("iccpr"), note(ref("iccpr")), mention("udhr"), note(ref("iccpr")))
    assert found == [f"{ICCPR}.", "ibid."]


# --- what stands around a citation ---------------------------------------------------------------


def test_several_sources_stand_in_the_authors_order() -> None:
    found = printed(note(ref("udhr"), ref("iccpr")), text("Free."), note(ref("iccpr", "article 22"), ref("udhr", "article 20")))
    assert found[2] == "ICCPR (n 1) art 22; UDHR (n 1) art 20."


def test_words_before_and_after_a_citation() -> None:
    start = (note(ref("iccpr")), note(ref("udhr")))
    found = printed(*start, note(ref("iccpr", prefix="see"), ref("udhr", prefix="but see ", suffix=", emphasis added")))
    assert found[2] == "see ICCPR (n 1); but see UDHR (n 2), emphasis added."
    assert printed(*start, note(ref("iccpr", suffix="(emphasis added).")))[2] == "ICCPR (n 1) (emphasis added)."
    assert printed(*start, note(ref("iccpr", prefix="(", suffix=")")))[2] == "(ICCPR (n 1))."


def test_a_note_ends_with_one_full_stop() -> None:
    assert printed(text("No stop"), text("A stop."), text("Why?"), text("Quoted.’")) == ["No stop.", "A stop.", "Why?", "Quoted.'"]
    ends = (Emphasis((Text("end"),)), Fact("end.", ("a",)), Link((Text("end"),), "https://a.kz"), Strong((Text("end!"),)), LineBreak())
    assert printed(*(Note((Text("x "), end)) for end in ends)) == ["x *end*.", "x end.", "x end.", "x end!", "x ."]
    assert printed(Note((Text("A thing"), Remark("check this"))))[0] == "A thing[check this]."
    assert printed(Note(()))[0] == ""


def test_a_citation_stands_in_place_in_a_free_note() -> None:
    free = Note((Text("The same rule binds; see "), Cite((ref("iccpr", "article 22"),)), Text(", and the literature")))
    assert printed(note(ref("iccpr")), free)[1] == "The same rule binds; see ibid art 22, and the literature."
    closing = Note((Text("See "), Cite((ref("iccpr", "article 22"),))))
    assert printed(note(ref("udhr")), closing)[1] == f"See {ICCPR} art 22."


def test_two_citations_in_one_free_note_follow_each_other() -> None:
    free = Note((Text("See "), Cite((ref("iccpr"),)), Text(" and "), Emphasis((Cite((ref("iccpr", "article 2"),)),))))
    assert printed(free)[0] == f"See {ICCPR} and *ibid art 2*."


def test_an_unverified_pinpoint_is_marked_before_the_full_stop() -> None:
    assert printed(note(ref("udhr", "article 20", unverified=("art 20",)), ref("iccpr")))[0] == (
        f"Universal Declaration of Human Rights (adopted 10 December 1948) UNGA Res 217 A(III) (UDHR) art 20 [verify]; {ICCPR}."
    )


def test_a_suppressed_author_is_not_printed() -> None:
    assert printed(note(ref("fatf-r8", suppress_author=True)))[0] == "'The FATF Recommendations' (November 2023)."


# --- in the text -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "pin", "shown"),
    [
        ("iccpr", "", "ICCPR"),
        ("iccpr", "article 22(1)", "ICCPR art 22(1)"),
        ("korneenko-2006", "", "*Korneenko* (2006)"),
        ("ecodefence", "paragraph 9-10", "*Ecodefence* paras 9–10"),
        ("sr-23-39", "custom Annex", "Kiai 2013 report Annex"),
        ("hrctte-kaz-co-2", "", "Concluding Observations on the Second Periodic Report of Kazakhstan"),
        ("x2", "page 3", "Exhibit 1, p 3"),
        ("kz-aoc-2014", "", "Code of Administrative Offences 2014"),
        ("kz-aoc-2014", "article 460-1", "Code of Administrative Offences 2014, art 460-1"),
    ],
)
def test_a_mention_prints_the_short_form_without_a_note_number(name: str, pin: str, shown: str) -> None:
    found = cited(mention(name, pin))
    assert found.diagnostics == ()
    assert read(first_line(found.value)) == shown


def test_a_mention_within_a_note_stays_a_mention() -> None:
    assert printed(Note((Text("As to "), mention("udhr"), Text(", see "), Cite((ref("iccpr"),)))))[0] == f"As to UDHR, see {ICCPR}."
    assert printed(Note((mention("udhr"),)))[0] == "UDHR."


# --- exhibits --------------------------------------------------------------------------------------


def test_exhibits_are_numbered_by_first_use() -> None:
    found = printed(note(ref("x2", "page 2")), note(ref("x1")), note(ref("x2", "page 3-4")), note(ref("iccpr"), ref("x1", "paragraph 1")))
    assert found == [
        "Exhibit 1: Bank statement, p 2.",
        "Exhibit 2: Protocol of 14 March 2025.",
        "Exhibit 1, pp 3–4.",
        f"{ICCPR}; Exhibit 2, para 1.",
    ]


def test_an_exhibit_breaks_ibid_and_has_none() -> None:
    found = printed(note(ref("iccpr")), note(ref("x1")), note(ref("x1")), note(ref("iccpr")))
    assert found[2:] == ["Exhibit 1.", "ICCPR (n 1)."]


@pytest.mark.parametrize(
    ("language", "pinpoint", "shown"),
    [
        ("ru", "page 2", "Приложение 1, с. 2."),
        ("kk", "page 2", "1-қосымша, 2-бет."),
        ("kk", "paragraph 3-4", "1-қосымша, 3–4-тармақтар."),
        ("de", "page 2", "Exhibit 1, p 2."),
    ],
)
def test_exhibits_are_named_in_the_documents_language(language: str, pinpoint: str, shown: str) -> None:
    assert printed(note(ref("x1")), note(ref("x1", pinpoint)), language=language)[1] == shown


def test_an_exhibits_pinpoint_may_carry_its_own_words() -> None:
    assert printed(note(ref("x1")), note(ref("x1", "custom stamp")), note(ref("x1", "line 3")))[1:] == [
        "Exhibit 1, stamp.",
        "Exhibit 1, line 3.",
    ]


# --- references to notes ---------------------------------------------------------------------------


def test_a_reference_leads_to_the_first_note_that_cites_even_from_before_it() -> None:
    found = cited(
        NoteRef("iccpr"), note(ref("udhr")), Note((Text("See "), Cite((ref("iccpr"),)))), note(ref("iccpr")), NoteRef("x1"), note(ref("x1"))
    )
    assert found.diagnostics == ()
    numbers = [
        block.children[0].number for block in found.value.blocks if isinstance(block, Paragraph) and isinstance(block.children[0], NoteRef)
    ]
    assert numbers == [2, 4]


def test_a_reference_to_a_note_that_is_not_there_is_reported_where_it_stands() -> None:
    found = cited(NoteRef("udhr", origin=at("user's")), note(ref("iccpr")), mention("udhr"))
    assert [(problem.code, problem.span and problem.span.text) for problem in found.diagnostics] == [("dead-reference", "user's")]
    assert "udhr" in found.diagnostics[0].message


# --- the document as a whole ----------------------------------------------------------------------


def first_line(opinion: Opinion) -> tuple[object, ...]:
    block = opinion.blocks[0]
    assert isinstance(block, Paragraph)
    return block.children  # type: ignore[return-value]


def everywhere() -> Manuscript:
    def one() -> Paragraph:
        return Paragraph((Text("x"), note(ref("iccpr"))))

    line = (note(ref("iccpr")),)
    blocks = (
        Heading(1, line),
        one(),
        Quotation((one(),)),
        Items(((one(),), (one(), one()))),
        Table((cell(*line), cell(*line)), ((cell(*line), cell(Strong(line))),)),
        ClauseText("c", 1, "en", (Paragraph((Emphasis((Link(line, "https://a.kz"),)),)),)),
    )
    return Manuscript(
        (Text("T"), *line), blocks, "en", "memo", date="1 November 2026", subtitle=("a",), contents=True, draft=False, short_title="t"
    )


def test_notes_are_numbered_wherever_they_stand() -> None:
    opinion = cite(everywhere(), SHELF, EXHIBITS, HOUSE).value
    table = opinion.blocks[4]
    assert isinstance(table, Table)
    header, row = ([line for block in cells for line in [tuple(own_inlines(block[0]))]] for cells in (table.header, table.rows[0]))
    assert [read(line) for line in (*header, *row)] == ["8", "9", "10", "11"]
    assert read(opinion.title) == "T1"
    first = opinion.title[1]
    assert isinstance(first, Note)
    assert read(first.children) == f"{ICCPR}."
    assert all(read(one.children) == "ibid." for line in (*header, row[0]) for one in line if isinstance(one, Note))
    clause = opinion.blocks[5]
    assert isinstance(clause, ClauseText)
    assert isinstance(clause.blocks[0], Paragraph)
    assert read(clause.blocks[0].children) == "*12*"


def test_all_else_of_the_manuscript_is_carried_over() -> None:
    written = everywhere()
    opinion = cite(written, SHELF, EXHIBITS, HOUSE).value
    assert isinstance(opinion, Opinion)
    carried = ("language", "profile", "date", "subtitle", "contents", "draft", "short_title")
    assert [getattr(opinion, name) for name in carried] == [getattr(written, name) for name in carried]


def test_a_note_in_a_note_is_counted_and_leaves_its_outer_note_whole() -> None:
    nested = Note((Cite((ref("iccpr"),)), Text(" and "), note(ref("udhr")), Text(" and "), Cite((ref("iccpr", "article 2"),))))
    assert printed(nested)[0] == f"{ICCPR} and 2 and ibid art 2."


def test_citing_twice_gives_the_same() -> None:
    written = manuscript(
        note(ref("iccpr")), note(ref("x1")), note(ref("korneenko-2006", "paragraph 7.2")), mention("udhr"), note(ref("iccpr"))
    )
    once = cite(written, SHELF, EXHIBITS, HOUSE)
    other = cite(manuscript(note(ref("iccpr")), language="ru"), SHELF, EXHIBITS, HOUSE)
    assert cite(written, SHELF, EXHIBITS, HOUSE) == once
    assert cite(manuscript(note(ref("iccpr")), language="ru"), SHELF, EXHIBITS, HOUSE) == other
    again = Manuscript(once.value.title, once.value.blocks, "en", "legal-opinion")
    assert [read(one.children) for one in notes(cite(again, SHELF, EXHIBITS, HOUSE).value)] == [
        read(one.children) for one in notes(once.value)
    ]


def test_an_unknown_id_is_shown_and_not_reported_again() -> None:
    assert printed(note(ref("typo", "article 1"), ref("iccpr"))) == [f"[unknown: typo]; {ICCPR}."]
    assert read(first_line(cited(mention("typo")).value)) == "[unknown: typo]"  # type: ignore[arg-type]


def test_an_authority_that_cannot_be_rendered_is_reported_where_it_is_cited() -> None:
    bad = (*SHELF, *(replace(SHELF[0], id=name, csl={"id": name, "type": "report", "title": "T", **more}) for name, more in BAD.items()))
    for name in BAD:
        found = cited(note(replace(ref(name), origin=at("text"))), note(ref("iccpr")), shelf=bad)
        assert [(problem.code, problem.span and problem.span.text) for problem in found.diagnostics] == [("citation-failed", "text")], name
        assert [read(one.children) for one in notes(found.value)] == [f"[not rendered: {name}].", f"{ICCPR}."]


BAD = {
    "nothing": {"title": ""},
    "space": {"title": " "},
}
