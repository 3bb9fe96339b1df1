"""Annexes that the text names: the words of their headings, which Word keeps right."""

from docx_samples import HOUSE, words
from test_docx_counts import bookmarks, codes
from test_docx_details import opinion

from briefkit.inspection import problems
from briefkit.tree import AnnexRef, Emphasis, Heading, Note, Paragraph, Text
from briefkit.writers.docx import write

TEMPLATE = HOUSE.read_bytes()
PAPERS = Heading(1, words("Annex. Papers"), "papers", annex=True)
RULES = Heading(1, words("Annex. Rules"), "rules", annex=True)


def test_a_reference_shows_the_heading_that_stands_there_and_leads_to_it():
    see = Paragraph((Text("See "), AnnexRef("rules", "Annex. Old rules"), Text(".")))
    made = opinion(see, PAPERS, Paragraph(words("A.")), RULES, Paragraph(words("B.")))
    assert codes(made) == [("REF _Ref_a2 \\h", "Annex. Rules")]
    assert bookmarks(made) == ["_Toc00000001", "_Toc00000002", "_Ref_a2"]
    assert problems(write(made, TEMPLATE)) == ()


def test_a_note_and_words_in_italics_refer_too():
    note = Note((Text("In "), Emphasis((AnnexRef("papers"),))), 1)
    made = opinion(Paragraph((Text("Words"), note)), PAPERS, Paragraph(words("A.")))
    assert codes(made, "footnotes") == [("REF _Ref_a1 \\h", "Annex. Papers")]
    assert problems(write(made, TEMPLATE)) == ()


def test_hyphens_that_end_no_line_are_those_of_the_heading():
    heading = Heading(1, words("Annex\u00a0A\u20111"), "a", annex=True)
    made = opinion(Paragraph((AnnexRef("a", "Annex A-1"),)), heading, Paragraph(words("A.")))
    assert [code for code, _ in codes(made)] == ["REF _Ref_a1 \\h"]
    assert problems(write(made, TEMPLATE)) == ()


def test_what_is_no_annex_is_plain_words():
    made = opinion(Paragraph((AnnexRef("law", "The law"), AnnexRef("no", "None"))), Heading(1, words("Law"), "law"), Paragraph(words("A.")))
    assert codes(made) == []
    assert bookmarks(made) == ["_Toc00000001"]


def test_two_annexes_of_one_name_have_one_bookmark():
    made = opinion(Paragraph((AnnexRef("rules"),)), RULES, Paragraph(words("A.")), RULES, Paragraph(words("B.")))
    assert bookmarks(made) == ["_Toc00000001", "_Ref_a1", "_Toc00000002"]
    assert problems(write(made, TEMPLATE)) == ()


def test_contents_and_headings_hold_the_words_alone():
    made = opinion(Heading(1, (Text("On "), AnnexRef("rules"))), Paragraph(words("A.")), RULES, Paragraph(words("B.")), contents=True)
    assert [code.split()[0] for code, _ in codes(made)].count("REF") == 1
    assert problems(write(made, TEMPLATE)) == ()
