"""Words in another script than the document's carry their language."""

from itertools import pairwise

import pytest
from docx_samples import HOUSE, words
from hypothesis import given
from hypothesis import strategies as st
from test_docx_details import opinion, part

from briefkit.inspection import problems
from briefkit.ooxml import qn
from briefkit.tree import Block, Emphasis, Foreign, Heading, Inline, Note, Paragraph, Quotation, Remark, Styled, Table, Text, cell
from briefkit.writers.docx import write
from briefkit.writers.docx.scripts import pieces, tag

TEMPLATE = HOUSE.read_bytes()


def tagged(*blocks: Block, name: str = "document", **more: object) -> list[tuple[str, str]]:
    """(language, words) of each run that has words."""
    found = []
    for run in part(opinion(*blocks, **more), name).iter(qn("w:r")):
        language, text = run.find(f"{qn('w:rPr')}/{qn('w:lang')}"), "".join(node.text or "" for node in run.iter(qn("w:t")))
        if text:
            found.append((language.get(qn("w:val"), "") if language is not None else "", text))
    return found


def line(*children: Inline) -> Paragraph:
    return Paragraph(children)


@pytest.mark.parametrize(
    ("text", "cyrillic", "cut"),
    [
        (
            "The Law “О некоммерческих организациях” of 2001",
            False,
            [("The Law “", ""), ("О некоммерческих организациях” ", "ru-RU"), ("of 2001", "")],
        ),
        ("12 «Әділет»", False, [("12 «", ""), ("Әділет»", "kk-KZ")]),
        ("Закон об NGO 2001 года", True, [("Закон об ", ""), ("NGO 2001 ", "en-GB"), ("года", "")]),
        ("Әділет туралы", True, [("Әділет туралы", "")]),
        ("", False, []),
        ("№ 7, 2001", True, [("№ 7, 2001", "")]),
        ("Ω и", False, [("Ω ", ""), ("и", "ru-RU")]),
    ],
)
def test_a_text_is_cut_where_its_script_changes(text, cyrillic, cut):
    assert pieces(text, cyrillic) == cut


mixed = st.text(st.sampled_from("abЖжіӘ 1.,“”«»\u00a0-é\n"), max_size=30) | st.text(max_size=20)


@given(mixed, st.booleans())
def test_pieces_joined_give_the_text_back(text, cyrillic):
    cut = pieces(text, cyrillic)
    assert "".join(piece for piece, _ in cut) == text
    assert all(piece for piece, _ in cut)
    assert all((one == "") != (other == "") for (_, one), (_, other) in pairwise(cut))


@given(mixed, st.booleans())
def test_no_piece_holds_two_scripts(text, cyrillic):
    for piece, _ in pieces(text, cyrillic):
        assert not (any("a" <= char <= "z" for char in piece) and any("а" <= char <= "я" for char in piece))


@pytest.mark.parametrize(
    ("language", "name"),
    [("ru", "ru-RU"), ("kk-KZ", "kk-KZ"), ("EN", "en-GB"), ("fr", "fr"), ("uz-Latn-UZ", "uz-Latn-UZ"), ("", ""), ("x y", ""), ('"', "")],
)
def test_languages_as_word_names_them(language, name):
    assert tag(language) == name


def test_cyrillic_in_an_english_document():
    assert tagged(line(Text("the word закон, then"))) == [("", "the word "), ("ru-RU", "закон, "), ("", "then")]
    assert tagged(line(Emphasis(words("Қазақстан")))) == [("kk-KZ", "Қазақстан")]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_latin_in_a_document_in_cyrillic(language):
    assert tagged(line(Text("решение ECtHR")), language=language) == [("", "решение "), ("en-GB", "ECtHR")]


def test_foreign_words_are_in_the_language_that_their_author_says():
    made = tagged(line(Text("a "), Foreign((Text("Заң, art 2"), Emphasis(words("c"))), "kk"), Foreign(words("loi"), "fr")))
    assert made == [("", "a "), ("kk-KZ", "Заң, art 2"), ("kk-KZ", "c"), ("fr", "loi")]
    assert tagged(line(Foreign(words("a"), "en"), Foreign(words("b"), "no language"))) == [("", "a"), ("", "b")]


def test_blocks_in_another_language():
    blocks = (
        Heading(1, words("Бап")),
        Quotation((line(Text("мәтін NGO"), Note((Text("ескерту"),), 1)),)),
        Table((), ((cell(*words("ұя")),),)),
    )
    made = (Styled("", blocks, "kk"), line(Text("text")))
    assert tagged(*made) == [("kk-KZ", "Бап"), ("kk-KZ", "мәтін "), ("", "NGO"), ("kk-KZ", "ұя"), ("", "text")]
    assert ("kk-KZ", "ескерту") in tagged(*made, name="footnotes")
    assert problems(write(opinion(*made), TEMPLATE)) == ()


def test_words_of_the_cover_the_contents_and_the_drafter():
    made = tagged(Heading(1, words("О праве")), line(Remark("проверить")), title=words("Дело A"), contents=True)
    russian = [text for language, text in made if language == "ru-RU"]
    assert russian == ["Дело ", "О праве", "О праве", "проверить]"]
    assert ("ru-RU", "Дело ") in tagged(name="header", title=words("Дело A"))
