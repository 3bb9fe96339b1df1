"""What a line's end may not part, and how each writer holds it together."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.inspection import fields, problems
from briefkit.ooxml import parse, qn, read_zip
from briefkit.tree import Cite, Emphasis, Fact, Inline, Link, Note, Opinion, Paragraph, ParagraphRef, Ref, Text
from briefkit.walk import plain
from briefkit.writers import WRITERS, Look
from briefkit.writers.unbroken import hold_words, loose, unbroken

HOUSE = Look((Path(__file__).parents[1] / "styles/house.docx").read_bytes())


def seen(text: str) -> str:
    """A no-break space as ~, a non-breaking hyphen as =."""
    return text.replace("\u00a0", "~").replace("\u2011", "=")


def opinion(*children: Inline, language: str = "ru") -> Opinion:
    return Opinion((), (Paragraph(children, 1, "x"),), language, "memo", draft=False)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("в статьях 19, 21 и статье 22", "в статьях~19, 21 и статье~22"),
        ("№ 7, ст. 22, п. 3, с. 4, часть 2, принципа 7, глава IV", "№~7, ст.~22, п.~3, с.~4, часть~2, принципа~7, глава~IV"),
        ("пункта 2 статьи 22 Пакта", "пункта~2~статьи~22 Пакта"),
        ("подпункта 1 пункта 2 статьи 22", "подпункта~1 пункта~2~статьи~22"),
        ("14 марта 2025 года, 4 мая 2024 г., в 2026 году", "14~марта 2025~года, 4~мая 2024~г., в 2026~году"),
        ("1 200 000 тенге, 12 млн тенге, 5 тыс. тенге", "1~200~000~тенге, 12~млн~тенге, 5~тыс.~тенге"),
        ("Пакт – договор", "Пакт~– договор"),
        ("из-за, какой-то, государство-участник", "из=за, какой=то, государство-участник"),
        ("C-78/18, CDL-AD(2019)002, 00-000, 460-1", "C=78/18, CDL=AD(2019)002, 00=000, 460=1"),
        ("https://a-1.kz/1-2-3, a-1@b-2.kz, adilet-1.zan.kz/5-5", "https://a-1.kz/1-2-3, a-1@b-2.kz, adilet-1.zan.kz/5-5"),
        ("чаща 5, запункт 3, статья о 5", "чаща 5, запункт 3, статья о 5"),
        ("", ""),
    ],
)
def test_russian(text: str, held: str) -> None:
    assert seen(hold_words(text, "ru")) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("22-баптың 2-тармағы, 22(1)-бап, V.B-бөлім, 17.17-міндет", "22=баптың 2=тармағы, 22(1)=бап, V.B=бөлім, 17.17=міндет"),
        ("2025 жылғы 16 қарашадағы, 2026 жылы", "2025~жылғы 16~қарашадағы, 2026~жылы"),
        ("ФАТФ-тың, БҰҰ-дағы, жан-жақты, ақшаны-теңгені", "ФАТФ=тың, БҰҰ=дағы, жан=жақты, ақшаны-теңгені"),
        ("1 200 000 теңге – айыппұл", "1~200~000~теңге~– айыппұл"),
    ],
)
def test_kazakh(text: str, held: str) -> None:
    assert seen(hold_words(text, "kk")) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("art 22 and para 5, § 5, Section IV, No. 5", "art~22 and para~5, §~5, Section~IV, No.~5"),
        ("part 5 of the smart 22", "part 5 of the smart 22"),
        ("24 April 2020, May 5", "24~April 2020, May 5"),
        ("C-78/18 – CDL-AD(2019)002", "C-78/18 – CDL-AD(2019)002"),
    ],
)
def test_of_english_spaces_alone_are_held(text: str, held: str) -> None:
    assert seen(hold_words(text, "en")) == held


PIECES = ["статьи", "п.", "№", "22", "1 200", "года", "мая", "-", "–", " ", "из", "баптың", "https://", "@", "\n", "\u00a0", "C", "/", "("]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES)).map("".join)


@given(TEXTS, st.sampled_from(["en", "ru", "kk"]))
def test_nothing_but_spaces_and_hyphens_changes(text: str, language: str) -> None:
    held = hold_words(text, language)
    assert len(held) == len(text)
    assert loose(held) == loose(text)


@given(st.lists(TEXTS), st.sampled_from(["en", "ru", "kk"]))
def test_a_line_is_held_across_its_nodes_and_each_keeps_its_own(texts: list[str], language: str) -> None:
    nodes = [node for text in texts for node in (Text(text), Emphasis((Fact(text, ("a",)),)), Note((Text(text),)))]
    [paragraph] = unbroken(opinion(*nodes, language=language)).blocks
    assert isinstance(paragraph, Paragraph)
    assert [loose(plain((one,))) for one in paragraph.children] == [loose(plain((one,))) for one in nodes]


def test_a_label_holds_the_number_of_a_fact_and_a_citation() -> None:
    line = (Text("по статье "), Fact("22", ("a",)), Text(", "), Cite((Ref("x"),), shown=(Text("п. 2 от 5 мая"),)), Note((Text("ст. 5"),)))
    [paragraph] = unbroken(opinion(*line)).blocks
    assert isinstance(paragraph, Paragraph)
    assert seen(plain(paragraph.children)) == "по статье~22, п.~2 от 5~мая"
    assert isinstance(note := paragraph.children[-1], Note)
    assert seen(plain(note.children)) == "ст.~5"


def test_an_address_that_is_shown_is_shown_as_it_is() -> None:
    address = Link((Text("mailto:из-за 5 мая"),), "mailto:из-за 5 мая")
    [paragraph] = unbroken(opinion(address, Link((Text("из-за"),), "https://a.kz/"))).blocks
    assert isinstance(paragraph, Paragraph)
    assert [seen(plain((one,))) for one in paragraph.children] == ["mailto:из-за 5 мая", "из=за"]


REFERRING = (Text("Мұны C-78/18 ісі көрсетеді ("), ParagraphRef("x", 1), Text("-тармақ; 1–4-баптар)."))


def test_word_holds_a_hyphen_by_its_own_sign_and_readers_see_a_plain_one() -> None:
    made = WRITERS["docx"](opinion(*REFERRING, language="kk"), HOUSE)
    body = parse(read_zip(made)["word/document.xml"], "document")
    assert problems(made) == ()
    assert [(code[0], result) for code, result in fields(body)] == [("REF", "1")]  # the field holds the number alone
    assert len(list(body.iter(qn("w:noBreakHyphen")))) == 3
    assert "\u2011" not in "".join(node.text or "" for node in body.iter(qn("w:t")))
    [read] = [one.text for one in docx.Document(BytesIO(made)).paragraphs if one.text]
    assert read == "Мұны C-78/18 ісі көрсетеді (1-тармақ; 1–4-баптар)."


def test_pandoc_reads_a_plain_hyphen(tmp_path: Path) -> None:
    pandoc = pytest.importorskip("pypandoc", reason="This needs the package pypandoc_binary.")
    (tmp_path / "made.docx").write_bytes(WRITERS["docx"](opinion(Text("CDL-AD және 22-бап"), language="kk"), HOUSE))
    assert pandoc.convert_file(str(tmp_path / "made.docx"), "plain").strip().replace("\u2011", "-").endswith("CDL-AD және 22-бап")


def test_a_page_holds_them_in_a_span_and_plain_text_not_at_all() -> None:
    made = opinion(*REFERRING, language="kk")
    page = WRITERS["html"](made, HOUSE).decode()
    assert re.findall(r'<span class="unbroken">(.*?)</span>', page) == ["C-78", "-тармақ;", "1–4-баптар)."]
    assert "\u2011" not in page
    assert "(1-тармақ; 1–4-баптар)." in WRITERS["txt"](made, HOUSE).decode()
    english = WRITERS["html"](opinion(Text("C-78/18, pp 3–4"), language="en"), HOUSE).decode()
    assert 'class="unbroken"' not in english


def test_a_files_title_has_plain_signs() -> None:
    made = WRITERS["docx"](Opinion((Text("По статье 22 и C-78/18"),), (), "ru", "memo"), HOUSE)
    assert docx.Document(BytesIO(made)).core_properties.title == "По статье 22 и C-78/18"
