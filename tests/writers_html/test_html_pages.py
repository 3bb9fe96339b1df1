"""The document as a page for a browser: what its reader sees, node by node."""

from __future__ import annotations

import re

import pytest
from lxml import html
from trees import every_node
from workspace import CASE, built

from briefkit.roles import ROLES
from briefkit.tree import (
    AnnexRef,
    Cite,
    ClauseText,
    Count,
    CountRef,
    Emphasis,
    Fact,
    Foreign,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Opinion,
    Paragraph,
    ParagraphRef,
    Quotation,
    Ref,
    Remark,
    Strong,
    Styled,
    Table,
    Text,
    cell,
)
from briefkit.writers.html import write


def opinion(*blocks: object, draft: bool = True, language: str = "en", **more: object) -> Opinion:
    return Opinion(**{"title": (Text("T"),), "profile": "memo"} | more, blocks=blocks, draft=draft, language=language)  # type: ignore[arg-type]


def page(*blocks: object, **more: object) -> html.HtmlElement:
    return html.document_fromstring(write(opinion(*blocks, **more)))  # type: ignore[arg-type]


def inside(*blocks: object, **more: object) -> str:
    """What stands in the text's column below the title, as it is written, on one line."""
    written = write(opinion(*blocks, **more)).decode()  # type: ignore[arg-type]
    return re.search(r"</header>\n(.*?)\n?</main>", written, re.DOTALL)[1].replace("\n", "")  # type: ignore[index]


def inline(*inlines: object, **more: object) -> str:
    return inside(Paragraph(inlines), **more).removeprefix("<p>").removesuffix("</p>")  # type: ignore[arg-type]


def p(*words: str | Inline, number: int = 0) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in words), number)


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (Text("a\nb\x00c\ud800"), "a bc\ufffd"),
        (Text("<script>alert('1')</script> &amp;"), "&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp;amp;"),
        (Fact("<b>\x85\x9f", ("x",)), "&lt;b&gt; "),
        (Emphasis((Text("a"), Strong((Text("b"),)))), "<em>a<strong>b</strong></em>"),
        (Foreign((Text("закон"),), "ru"), '<span lang="ru-RU">закон</span>'),
        (Foreign((Text("loi"),), "fr"), '<span lang="fr">loi</span>'),
        (Foreign((Text("x"),), '"><b>'), "x"),
        (Text("a\u00a0b"), "a\u00a0b"),
        (Cite((Ref("a", prefix=(Text("never shown"),)),), shown=(Text("A "), Emphasis((Text("v"),)), Text(" B"))), "A <em>v</em> B"),
        (ParagraphRef("a", 12), "12"),
        (NoteRef("a", 4), "4"),
        (CountRef("table", "a", 3), "3"),
    ],
)
def test_an_inline(node: object, written: str) -> None:
    assert inline(node) == written


def test_a_line_break() -> None:
    assert inline(Text("a"), LineBreak(), Text("b")) == "a<br>b"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("https://example.org/доклад", "https://example.org/%D0%B4%D0%BE%D0%BA%D0%BB%D0%B0%D0%B4"),
        ("mailto:a@b.org", "mailto:a@b.org"),
    ],
)
def test_a_link(address: str, target: str) -> None:
    (link,) = page(Paragraph((Link((Text("words"),), address),))).iterfind(".//main//a")
    assert (link.get("href"), link.text) == (target, "words")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "#para-1", "file:///etc/passwd", ""])
def test_no_other_address_is_a_link(address: str) -> None:
    assert inline(Link((Text("words"),), address)) == "words"


def test_a_link_holds_no_other_link() -> None:
    within = Link((Text("a"), Link((Text("b"),), "https://b.org"), ParagraphRef("x", 1), Note((Text("n"),), 1)), "https://a.org")
    (link,) = page(Paragraph((within,), 1)).iterfind(".//main//a[@href='https://a.org']")
    assert link.text_content() == "ab11"
    assert link.findall(".//a") == []


def test_numbered_paragraphs_carry_numbers_that_are_copied_and_linked() -> None:
    made = page(p("one", number=1), p("two", number=2))
    assert [(one.get("id"), one.text_content()) for one in made.iterfind(".//p[@class='numbered']")] == [
        ("para-1", "1. one"),
        ("para-2", "2. two"),
    ]
    assert [one.get("href") for one in made.iterfind(".//a[@class='number']")] == ["#para-1", "#para-2"]


def test_a_reference_leads_to_a_paragraph_that_comes_later() -> None:
    made = page(p("see ", ParagraphRef("aim", 2), number=1), p("aim", number=2))
    (link,) = made.xpath("//p[@id='para-1']/a[not(@class)]")
    assert (link.text, made.get_element_by_id(link.get("href")[1:]).text_content()) == ("2", "2. aim")


def test_a_note_stands_below_its_paragraph_and_leads_back() -> None:
    made = page(p("words", Note((Text("said"),), 1), "."), p("more"))
    note = made.get_element_by_id("note-1")
    assert note.text_content() == "1 said"
    assert (note.get("role"), note.getparent().getprevious().text_content()) == ("doc-footnote", "words1.")
    (sign,) = made.xpath("//a[@role='doc-noteref']")
    (back,) = note.iterfind("a")
    assert (sign.get("href"), back.get("href"), back.get("role")) == ("#note-1", "#ref-1", "doc-backlink")
    assert back.get("aria-label") == "Back to note 1 in the text"
    assert made.get_element_by_id("ref-1").text_content() == "1"


def test_two_notes_at_one_place_are_told_apart() -> None:
    made = page(p("a", Note((Text("x"),), 1), Note((Text("y"),), 2)))
    assert made.find(".//main/p").text_content() == "a1,2"


def test_a_note_within_a_note_stands_in_brackets() -> None:
    made = page(p("a", Note((Text("x"), Note((Text("y"),), 2)), 1)))
    assert made.get_element_by_id("note-1").text_content() == "1 x (y)"
    assert made.xpath("count(//*[@role='doc-footnote'])") == 1


def test_a_reference_to_a_note_is_a_link_from_note_to_note() -> None:
    made = page(p("a", Note((Text("x"),), 1), Note((Text("see n "), NoteRef("x", 1)), 2)))
    assert [link.get("href") for link in made.get_element_by_id("note-2").iterfind("a")] == ["#ref-2", "#note-1"]


def test_notes_of_a_list_a_table_and_a_quotation_follow_it_whole() -> None:
    noted = p("a", Note((Text("x"),), 1))
    for block in (Items(((noted,), (p("b"),))), Table((), ((noted.children and (noted,),),)), Quotation((noted, p("b")))):
        assert re.search(r'</(ul|div|blockquote)><div class="notes">', inside(block))


def test_headings_stand_below_the_title_and_leave_no_level_out() -> None:
    levels = [1, 3, 3, 2, 5, 1, 9]
    made = page(*(Heading(level, (Text(f"H{at}"),)) for at, level in enumerate(levels)), contents=True)
    assert made.findtext(".//h1") == "T"
    found = [one.tag for one in made.iterfind(".//main/*") if re.fullmatch("h[2-6]", one.tag)]
    assert found == ["h2", "h3", "h3", "h3", "h4", "h2", "h3"]


def test_the_contents_lead_to_the_headings() -> None:
    noted = Heading(2, (Text("Two"), Note((Text("n"),), 1), Remark("r"), Link((Text(" here"),), "https://a.org")))
    made = page(Heading(1, (Text("One"),)), noted, Heading(4, (Text("Deep"),)), contents=True)
    links = made.findall(".//nav//a")
    assert [(link.text_content(), made.get_element_by_id(link.get("href")[1:]).tag) for link in links] == [
        ("One", "h2"),
        ("Two here", "h3"),
    ]
    assert made.findtext(".//nav/h2") == "Contents"
    assert page(Heading(1, (Text("One"),))).find(".//nav") is None


def test_what_stands_above_the_title_and_before_the_contents() -> None:
    blocks = [p("above"), p("cover"), Heading(1, (Text("Text"),))]
    made = page(*blocks, before_title=1, before_contents=2, contents=True, subtitle=("Sub",), date="1 May", title_page=True)
    assert [(one.tag, one.text_content().split()[0]) for one in made.find(".//main")] == [
        ("p", "above"),
        ("header", "T"),
        ("p", "cover"),
        ("nav", "Contents"),
        ("h2", "Text"),
    ]
    assert made.find(".//header").get("class") == "title-page"
    assert [one.text for one in made.find(".//header")] == ["T", "Sub", "1 May"]


def test_lists() -> None:
    inner = Items(((p("x"),),), ordered=True, start=3)
    assert inside(Items(((p("a"),), (p("b"), inner), ()))) == ('<ul><li>a</li><li><p>b</p><ol start="3"><li>x</li></ol></li><li></li></ul>')


def test_lettered_lists_in_english_count_by_themselves_and_elsewhere_in_words() -> None:
    items = Items(((p("a"),), (p("b"),)), ordered=True, lettered=True)
    assert inside(items) == '<ol type="A"><li>a</li><li>b</li></ol>'
    made = page(items, language="ru")
    assert [one.text_content().split() for one in made.iterfind(".//ol[@class='lettered']/li")] == [["А.", "a"], ["Б.", "b"]]
    long = page(Items(tuple((p("a"),) for _ in range(27)), ordered=True, lettered=True))
    assert long.findall(".//ol/li")[-1].text_content().split() == ["AA.", "a"]


def test_a_table() -> None:
    caption = (Text("Table "), Count("table", "sums", 1), Text(". Sums"))
    table = Table((cell(Text("Date")), cell(Text("Sum"))), (((p("1 May"), p("2 May")), cell(Text("7"))), (cell(Text("x")),)), ("", "right"))
    made = page(Table(table.header, table.rows, table.aligned, caption=caption), p("see Table ", CountRef("table", "sums", 1)))
    frame = made.find(".//div[@class='table']")
    assert frame.findtext("table/caption") == "Table "
    assert made.get_element_by_id(frame.get("aria-labelledby")).text_content() == "Table 1. Sums"
    assert [one.get("scope") for one in frame.iterfind(".//thead/tr/th")] == ["col", "col"]
    assert [[one.text_content().split() for one in row] for row in frame.iterfind(".//tbody/tr")] == [
        [["1", "May", "2", "May"], ["7"]],
        [["x"], []],
    ]
    assert [one.get("class") for one in frame.iterfind(".//tr/*")] == [None, "right"] * 3
    link = made.find(".//main/p/a")
    assert (link.get("href"), made.get_element_by_id("table-1").text) == ("#table-1", "1")


def test_a_wide_table_may_take_the_room_of_the_notes_and_a_caption_may_stand_alone() -> None:
    row = tuple(cell(Text("x")) for _ in range(4))
    assert '<div class="table many" tabindex="0"><table><tbody>' in inside(Table((), (row,)))
    assert inside(Table((), (), caption=(Text("C"),))) == '<p class="caption">C</p>'


def test_an_exhibit_is_counted_where_it_is_listed() -> None:
    made = page(p("Exhibit ", Count("exhibit", "x1", 1)), p("see ", CountRef("exhibit", "x1", 1), " ", CountRef("table", "x1", 1)))
    assert [link.get("href") for link in made.iterfind(".//main/p/a")] == ["#exhibit-1"]


def test_an_annex_is_named_by_its_heading_and_led_to() -> None:
    annex = Heading(1, (Text("Annex. A & B"),), "papers", annex=True)
    made = page(p("see ", AnnexRef("papers", "Annex. A & B"), " ", AnnexRef("no", "None")), annex)
    [link] = made.iterfind(".//main/p/a")
    assert (link.text, link.tail) == ("Annex. A & B", " None")
    assert made.get_element_by_id(link.get("href").removeprefix("#")).text == "Annex. A & B"


@pytest.mark.parametrize("role", sorted(ROLES))
def test_each_role_has_its_look(role: str) -> None:
    written = write(opinion(Styled(role, (p("x"),)))).decode()
    assert f'<div class="{role}">\n<p>x</p>\n</div>' in written
    style = re.search("<style>(.*?)</style>", written, re.DOTALL)[1]  # type: ignore[index]
    assert re.search(rf"\.{role}[ ,>{{]", style)


def test_another_language_is_named() -> None:
    made = page(Styled("addressee", (p("Суд"),), "ru"), Styled("", (p("Сот"),), "kk"), language="en")
    assert made.get("lang") == "en-GB"
    assert [(one.get("class"), one.get("lang")) for one in made.iterfind(".//main/div")] == [("addressee", "ru-RU"), ("flow", "kk-KZ")]


def test_a_clause_leaves_no_name_behind() -> None:
    clause = ClauseText("secret-clause", 7, "en", (Heading(2, (Text("A"),), "secret-anchor"), Paragraph((Text("b"),), 1, "secret-para")))
    made = write(opinion(clause, p("see ", ParagraphRef("secret-para", 1)), draft=False))
    assert b"secret" not in made
    assert inside(clause).startswith('<section class="flow"><h2 id="heading-1">A</h2>')


# --- drafts and finals -------------------------------------------------------------------------------


def test_a_draft_says_so_and_lists_what_is_to_be_done() -> None:
    noted = p(
        "a", Note((Text("x "), Remark("verify", comment="Open the treaty"), Remark("verify", comment="Open the report")), 1), number=1
    )
    made = page(Heading(1, (Text("Law"),)), noted, p("b", Remark("ask", comment="Ask them"), number=2), p(Remark("plain")))
    assert made.find(".//body/p").text_content() == "Draft · To do before filing (3)"
    listed = made.findall(".//details/ul/li")
    assert [one.text_content() for one in listed] == [
        "n\u00a01: Open the treatyOpen the report",
        "para\u00a02: Ask them",
        "Law: plain",
    ]
    marks = {one.get("id"): one for one in made.iterfind(".//mark")}
    assert [marks[one.find("a").get("href")[1:]].text_content() for one in listed] == ["[verify]", "[ask]", "[plain]"]
    assert [one.find("a").get("href") for one in marks.values()] == ["#to-do-1", "#to-do-1", "#to-do-2", "#to-do-3"]
    assert [one.get("title") for one in marks.values()] == ["Open the treaty", "Open the report", "Ask them", None]


def test_what_is_to_be_opened_is_a_link() -> None:
    said = "Open A/1 <https://example.org/a?b=1&c=(2)> and <b> or <https://x:99999>"
    listed = page(p("a", Remark("verify", comment=said))).find(".//details/ul/li")
    assert listed.text_content() == "T: Open A/1 https://example.org/a?b=1&c=(2) and <b> or <https://x:99999>"
    assert [one.get("href") for one in listed.iterfind("a")] == ["#remark-1", "https://example.org/a?b=1&c=(2)"]


def test_a_remark_that_prints_nothing_is_an_asterisk_that_leads_to_its_comment() -> None:
    made = page(p("a", Remark("read it", mark=False)))
    assert made.findtext(".//mark/a") == "[*]"
    assert made.find(".//details/ul/li").text_content() == "T: read it"


@pytest.mark.parametrize(("language", "said"), [("en", "Draft"), ("ru", "Проект"), ("kk", "Жоба"), ("ru-KZ", "Проект")])
def test_a_draft_says_so_in_its_language(language: str, said: str) -> None:
    assert page(p("a"), language=language).find(".//body/p").text_content() == said


def test_a_final_has_no_remarks_and_does_not_call_itself_a_draft() -> None:
    written = write(opinion(p("a", Remark("b", comment="c")), p(Remark("d")), Heading(1, (Remark("e"),)), draft=False)).decode()
    made = html.document_fromstring(written)
    assert made.find(".//main").text_content().split() == ["T", "a"]
    assert [made.find(".//mark"), made.find(".//details"), made.find(".//body/p")] == [None, None, None]
    assert "Draft" not in written


# --- the file ----------------------------------------------------------------------------------------


def test_the_file_needs_nothing_else_and_runs_nothing() -> None:
    written = write(every_node()).decode()
    made = html.document_fromstring(written)
    assert (
        made.xpath("//script | //link | //img | //iframe | //object | //form | //@style | //@src | //@*[starts-with(name(), 'on')]") == []
    )
    assert "url(" not in written
    assert "@import" not in written
    policy = made.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert [one for one in made.xpath("//@href") if not one.startswith("#")] == [
        "https://example.org/%D0%B4%D0%BE%D0%BA%D0%BB%D0%B0%D0%B4?a=b%20c",
        "https://example.org/",
    ]


@pytest.mark.parametrize("title", ['</style><b>"', "</title><script>x", "a\\", "\n*/ @import x; a"])
def test_a_title_can_be_nothing_but_a_title(title: str) -> None:
    made = page(p("a"), title=(Fact(title, ("x",)),))
    shown = re.sub(r"\s+", " ", title).strip()
    assert made.findtext(".//title").strip() == shown
    assert made.findtext(".//h1").strip() == shown
    assert made.xpath("//script | //b") == []
    assert [one.tag for one in made.find("head") if one.tag != "meta"] == ["title", "style"]
    assert re.findall("@import", made.findtext(".//style")) == []


def test_page_numbers_are_printed_in_the_language() -> None:
    style = page(p("a"), language="ru").findtext(".//style")
    assert 'content: "стр\\2e  " counter(page) " из " counter(pages);' in style


def test_a_document_without_a_title_has_one_in_its_tab() -> None:
    assert page(p("a"), title=(), short_title="A letter").findtext(".//title") == "A letter"
    assert page(p("a"), title=()).findtext(".//title") == "–"


def test_a_case_builds_to_a_page() -> None:
    files = {"law.md": "The Covenant binds.[@covenant, art 22(2)] See [note](@covenant).\n"}
    case = CASE + "clauses: none\nsections: {law: law.md}\n"
    made = html.document_fromstring(built(case, files=files, ending="html"))
    note = made.get_element_by_id("note-1").text_content()
    assert note.startswith("1 Covenant on Testing")
    assert "[verify]" in note
    assert made.get_element_by_id("para-1").text_content().startswith("1. The Covenant binds.1 See ")
    assert "#note-1" in made.xpath("//p[@id='para-1']/a/@href")
