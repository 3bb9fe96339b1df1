"""Citations in pandoc's syntax, as the text holds them."""

from __future__ import annotations

import pytest
from facts import CASE, NO_PLACE, facts, inlines, said, written

from briefkit.diagnostics import Diagnostic
from briefkit.markup import read_refs_at
from briefkit.model.facts import Record
from briefkit.source import Source
from briefkit.tree import Cite, Emphasis, Fact, Inline, Link, Locator, Note, NoteRef, ParagraphRef, Ref, Strong, Text
from briefkit.walk import plain


def cites(text: str) -> list[Cite]:
    return cites_of(text, CASE)


def cites_of(text: str, given: Record) -> list[Cite]:
    read = written(text, given)
    assert read.diagnostics == ()
    return [inline for inline in inlines(read.value) if isinstance(inline, Cite)]


def shape(ref: Ref) -> tuple[str, str, str, str, str]:
    """What a reader sees of a ref: prefix, id (with a minus sign where its author is left out), label, value, suffix."""
    locator = ref.locator or Locator("", "")
    return plain(ref.prefix), ("-" if ref.suppress_author else "") + ref.authority, locator.label, locator.value, plain(ref.suffix)


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("[@iccpr]", [("", "iccpr", "", "", "")]),
        ("[@iccpr, art 22(1)]", [("", "iccpr", "article", "22(1)", "")]),
        ("[@iccpr art. 22]", [("", "iccpr", "article", "22", "")]),
        ("[@iccpr, 22]", [("", "iccpr", "page", "22", "")]),
        ("[see @iccpr, art 22, emphasis added]", [("see", "iccpr", "article", "22", ", emphasis added")]),
        ("[@iccpr and more]", [("", "iccpr", "", "", "and more")]),
        ("[@iccpr 2006 edition]", [("", "iccpr", "", "", "2006 edition")]),
        ("[-@iccpr, p 5]", [("", "-iccpr", "page", "5", "")]),
        ("[see -@iccpr]", [("see", "-iccpr", "", "", "")]),
        ("[@a, art 1; cf @b, para 2]", [("", "a", "article", "1", ""), ("cf", "b", "paragraph", "2", "")]),
        ("[@a, {schedule; two}; @b]", [("", "a", "custom", "schedule; two", ""), ("", "b", "", "", "")]),
        ("[@{https://e.org/x}, p 1]", [("", "https://e.org/x", "page", "1", "")]),
        ("[@sr-23-39:x/y.z, para 8]", [("", "sr-23-39:x/y.z", "paragraph", "8", "")]),
        ("[@iccpr.]", [("", "iccpr", "", "", ".")]),
        ("[@закон-1, ст. 5]", [("", "закон-1", "article", "5", "")]),
        ("[write to a@b.org and @iccpr]", [("write to a@b.org and", "iccpr", "", "", "")]),
        ("[A &amp; B in @a, art 1 &#167; x; @b]", [("A & B in", "a", "article", "1", "§ x"), ("", "b", "", "", "")]),
        ("[@a, note that it changed]", [("", "a", "", "", ", note that it changed")]),
        ("[@a, art 1, v Kazakhstan]", [("", "a", "article", "1", ", v Kazakhstan")]),
        ("[@x, с изменениями]", [("", "x", "", "", ", с изменениями")]),
        ("[@x, ст. 5, с 2024 года]", [("", "x", "article", "5", ", с 2024 года")]),
        ("[@x, 22-бап]", [("", "x", "article", "22", "")]),
        ("[@a, art 1 (3 judges dissenting)]", [("", "a", "article", "1", "(3 judges dissenting)")]),
        ("[@a, art 1 (as amended in 2024)]", [("", "a", "article", "1", "(as amended in 2024)")]),
    ],
)
def test_a_citation_is_read_as_pandoc_reads_it(text: str, refs: list[tuple[str, str, str, str, str]]) -> None:
    (cite,) = cites(f"Word {text}.")
    assert [shape(ref) for ref in cite.refs] == refs
    assert not cite.in_text


@pytest.mark.parametrize(
    ("text", "authority", "locator", "span"),
    [
        ("As @iccpr says", "iccpr", None, "@iccpr"),
        ("As @iccpr, art 22 says", "iccpr", None, "@iccpr"),
        ("As @iccpr [art 22] says", "iccpr", Locator("article", "22"), "@iccpr [art 22"),
        ("As @iccpr [x](https://e.org) says", "iccpr", None, "@iccpr"),
        ("(@iccpr)", "iccpr", None, "@iccpr"),
        ("@iccpr's", "iccpr", None, "@iccpr"),
    ],
)
def test_an_authority_named_in_the_text_stands_in_its_sentence(text: str, authority: str, locator: Locator | None, span: str) -> None:
    (cite,) = cites(text)
    assert cite.in_text
    assert [(ref.authority, ref.locator) for ref in cite.refs] == [(authority, locator)]
    assert cite.refs[0].origin.span is not None
    assert cite.refs[0].origin.span.text.startswith(span)


PLAIN = ["a@b.org", "\\@iccpr", "`@ iccpr`", "@", "[plain]", "[a@b.org]", "[\\@ home]", "[x `@`]", "a@{b}", "@@x", "\\[@ iccpr]"]


@pytest.mark.parametrize("text", PLAIN)
def test_what_only_looks_like_a_citation_stays_text(text: str) -> None:
    assert cites(text) == []


@pytest.mark.parametrize(
    ("text", "code", "span", "words"),
    [
        ("[@a @b]", "citation-syntax", "@a @b", "Two authorities stand here without a semicolon."),
        ("[@a; and more]", "citation-syntax", "and more", "This part of a citation names no authority."),
        ("[@a; ]", "citation-syntax", "", "This part of a citation names no authority."),
        ("[@a, art 1", "citation-syntax", "[", "A citation is opened with “[” and never closed in this paragraph."),
        ("x [see @a", "citation-syntax", "[", "A citation is opened"),
        ("x ^[note", "citation-syntax", "^", "A citation is opened"),
        ("[@a, art]", "bad-pinpoint", "art", "“art” is not a pinpoint: after “art” comes a number."),
        ("[@a, artcle 5]", "bad-pinpoint", "artcle", "“artcle” is not a kind of pinpoint."),
        ("[@{{ org.name }}, art 5]", "fact-in-citation", "@{{ org.name }}, art 5", "A fact cannot stand"),
        ("[@a{{ org.name }}]", "fact-in-citation", "@a{{ org.name }}", "A fact cannot stand"),
        ("[@a, art {{ tone }}]", "fact-in-citation", "@a, art {{ tone }}", "A fact cannot stand"),
        ("[@a, art 22({{ tone }})]", "fact-in-citation", "@a, art 22({{ tone }})", "A fact cannot stand"),
        ("[@a, {{ '{' }}x}]", "template-forbidden", "'{'", "Only facts can be printed here."),
        ("[@a, {x {{ tone }}}]", "fact-in-citation", "@a, {x {{ tone }}}", "A fact cannot stand"),
        ("See [@ iccpr, art 5].", "citation-syntax", "[@ iccpr, art 5]", "This bracket holds “@” and cites nothing."),
        ("See [see@iccpr].", "citation-syntax", "[see@iccpr]", "This bracket holds “@” and cites nothing."),
        ("See [@{Ex 2}].", "citation-syntax", "[@{Ex 2}]", "This bracket holds “@” and cites nothing."),
        ("See [@{}].", "citation-syntax", "[@{}]", "This bracket holds “@” and cites nothing."),
        ("See @{Ex 2}.", "citation-syntax", "@{", "Here “@{” begins no id"),
        ("See @{open.", "citation-syntax", "@{", "Here “@{” begins no id"),
        ("See [as @{Ex 2} and @b].", "citation-syntax", "@{", "Here “@{” begins no id"),
        ("^[a ^[b] c]", "markup-unsupported", "b", "A footnote cannot stand within a footnote."),
    ],
)
def test_a_broken_citation_is_pointed_at(text: str, code: str, span: str, words: str) -> None:
    found = written(text).diagnostics
    assert said(found) == [(code, span)]
    assert found[0].message.startswith(words)


@pytest.mark.parametrize(
    "citation",
    [
        "@iccpr: art 99",
        "@iccpr, article99",
        "@iccpr, art 22(1) and art 99",
        "@iccpr, art 22(1), para 99",
        "@iccpr, art 22(1), p.99",
        "@iccpr, art 22(1) or 99",
        "@iccpr and 99",
        "@iccpr: 99",
        "@iccpr (ст. 99)",
        "@iccpr, п. 2 ст. 22",
        "@iccpr, 22-баптың 1-тармағы",
        "@iccpr, art 22(1), read with *article* 2",
        "@iccpr, art 22(1), read with art&nbsp;2",
        "@iccpr, art 22(1), с. 5",
        "@iccpr, art 22(1), § 5",
        "@iccpr, art 22(1), art {{ tone }}",
    ],
)
def test_a_pinpoint_that_nothing_would_check_is_pointed_at(citation: str) -> None:
    (problem,) = written(f"Word [{citation}].").diagnostics
    assert said((problem,)) == [("bad-pinpoint", citation)]
    assert problem.message.endswith("holds another pinpoint, which nothing would check.")
    assert problem.hint.startswith("cite it separately: [@a, art 1; @a, para 2]")


def test_a_fact_around_a_citation_is_never_taken_for_a_pinpoint() -> None:
    (cite,) = cites_of("[@iccpr, art 22, {{ org.name }}]", facts(org={"name": "art 5"}))
    assert shape(cite.refs[0]) == ("", "iccpr", "article", "22", ", art 5")


def test_no_message_shows_the_marks_that_facts_travel_in() -> None:
    for text in ("[@a, art {{ tone }}]", "[@a, artcle 5 {{ tone }}]", "[x](y{{ tone }})", "[@{{ tone }} @b]"):
        for problem in written(text).diagnostics:
            assert not any(0xE000 <= ord(char) <= 0xF8FF for char in problem.message + problem.hint)


def test_facts_may_stand_around_a_citation() -> None:
    (cite,) = cites("[{{ org.name }} relies on @iccpr, art 22, for {{ tone }}]")
    (ref,) = cite.refs
    assert [type(one) for one in ref.prefix] == [Fact, Text]
    assert shape(ref) == ("Aikyn relies on", "iccpr", "article", "22", ", for neutral")


def test_affixes_keep_their_emphasis() -> None:
    (cite,) = cites("[*see* @iccpr, **not** there]")
    assert [type(one) for one in cite.refs[0].prefix] == [Emphasis]


def kinds(text: str) -> list[str]:
    read = written(text)
    assert read.diagnostics == ()
    return [type(one).__name__ for one in inlines(read.value)]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Word [@a].", ["Text", "Note", "Cite"]),
        ("Word ^[See [@a] and @b; *so*].", ["Text", "Note", "Text", "Cite", "Text", "Cite", "Text", "Emphasis", "Text"]),
        ("^[]", ["Note"]),
        ("*[@a]*", ["Emphasis", "Note", "Cite"]),
        ("[@a][@b]", ["Note", "Cite", "Note", "Cite"]),
    ],
)
def test_a_bracketed_citation_is_a_footnote_and_stands_in_place_within_one(text: str, nodes: list[str]) -> None:
    found = kinds(text)
    assert [node for node in found if node != "Text"] == [node for node in nodes if node != "Text"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("word [@a].", ["word.", Note]),
        ("word [@a] [@b], and", ["word,", Note, Note, " and"]),
        ("word [@a] and", ["word", Note, " and"]),
        ("word ^[x]?! Next", ["word?!", Note, " Next"]),
        ("*word [@a].* Next", ["*word.*", Note, " Next"]),
        ("**word [@a], and**", ["*word,*", Note, "* and*"]),
        ("[word ^[x].](https://e.org)", ["*word.*", Note]),
        ("word ^[x] {% note %}y{% endnote %}. Next", ["word", Note]),
    ],
)
def test_a_note_stands_close_to_its_word_and_after_punctuation(text: str, words: list[str | type]) -> None:
    (paragraph,) = written(text).value
    children: tuple[Inline, ...] = getattr(paragraph, "children", ())
    assert shown(children)[: len(words)] == words


def shown(line: tuple[Inline, ...]) -> list[str | type]:
    """Texts, those within emphasis, strong and links between asterisks, and the kinds of other inlines."""
    found: list[str | type] = []
    for one in line:
        if isinstance(one, Emphasis | Strong | Link):
            found += [f"*{inner}*" if isinstance(inner, str) else inner for inner in shown(one.children)]
        else:
            found.append(one.text if isinstance(one, Text) else type(one))
    return found


@pytest.mark.parametrize(
    ("text", "language", "words", "target"),
    [
        ("[para](#three-part-test)", "en", "para\u00a00", ParagraphRef("three-part-test")),
        ("[para](#three-part-test)", "ru", "п.\u00a00", ParagraphRef("three-part-test")),
        ("[paragraph](#x)", "en", "paragraph\u00a00", ParagraphRef("x")),
        ("[note](@iccpr)", "en", "n\u00a00", NoteRef("iccpr")),
        ("[note](@iccpr)", "kk", "0-сілтеме", NoteRef("iccpr")),
        ("[para](#үш-шарт)", "kk", "0-тармақ", ParagraphRef("үш-шарт")),
        ("[note](@закон-1)", "ru", "сн.\u00a00", NoteRef("закон-1")),
    ],
)
def test_live_references_say_para_and_note_in_the_documents_language(
    text: str, language: str, words: str, target: ParagraphRef | NoteRef
) -> None:
    read = written(text, language=language)
    found = inlines(read.value)
    assert plain(found) == words
    [live] = [one for one in found if isinstance(one, type(target))]
    assert getattr(live, "target", getattr(live, "authority", "")) == getattr(target, "target", getattr(target, "authority", ""))


@pytest.mark.parametrize("link", ["[para](#nope)", "[note](@nosuch)", "[*a* b](https://e.org)", "<https://e.org>"])
def test_a_link_knows_its_place(link: str) -> None:
    for text, line in ((f"Some *words* and {link}.", 1), (f"| a |\n|---|\n| b {link} |", 3), (f"x ^[see\n{link}]", 2)):
        (found,) = [one for one in inlines(written(text).value) if isinstance(one, ParagraphRef | NoteRef | Link)]
        assert found.origin.span is not None
        assert (found.origin.span.text, found.origin.span.line) == (link, line)


def test_a_link_to_the_web_is_a_link() -> None:
    (link,) = [one for one in inlines(written("[*the* site](https://e.org/a?b=1) x").value) if isinstance(one, Link)]
    assert (link.address, plain(link.children)) == ("https://e.org/a?b=1", "the site")


@pytest.mark.parametrize("address", ["ftp://e.org", "clause.md", "", "file:///etc/passwd", "javascript:alert(1)"])
def test_a_brief_links_nowhere_else(address: str) -> None:
    found = written(f"A *brief* [x]({address}).").diagnostics
    assert said(found) == [("markup-unsupported", f"[x]({address})")]
    assert found[0].message == f"A brief cannot link to “{address}”."


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://e.org/{{ tone }})",
        "[x](https://{{ tone }}.org)",
        "[x](#{{ tone }})",
        "[note](@{{ tone }})",
        "<https://e.org/{{ tone }}>",
    ],
)
def test_a_fact_is_no_part_of_an_address(text: str) -> None:
    found = written(text).diagnostics
    assert said(found) == [("markup-unsupported", text)]
    assert found[0].message == "A fact cannot stand in a link's address."


# --- acts: facts that are citations ----------------------------------------------------------------

ACT = facts(measures=[{"type": "fine", "act": "@kz-aoc-2014, art 460-1"}], org={"name": "@iccpr"})
PRINT_ACT = "{% for m in measures %}{{ m.act }}{% endfor %}"


def test_an_act_is_cited_by_its_short_form_in_the_text_and_in_full_in_a_note() -> None:
    in_text, in_note = [
        [one for one in inlines(written(text, ACT).value) if isinstance(one, Cite)] for text in (PRINT_ACT, f"^[{PRINT_ACT}]")
    ]
    for (cite,), stands in ((in_text, True), (in_note, False)):
        assert cite.in_text is stands
        assert [(ref.authority, ref.locator) for ref in cite.refs] == [("kz-aoc-2014", Locator("article", "460-1"))]
        assert cite.origin.span is not None
        assert (cite.origin.span.text, cite.origin.facts) == ("{{ m.act }}", ("measure.act",))
        assert cite.refs[0].origin.span is NO_PLACE  # where the fact is given


def test_an_act_in_a_citations_prefix_or_suffix_stands_in_its_words() -> None:
    text = "Word [under {{ measures_act }} see @iccpr, art 22; @udhr, as {{ measures_act }} has it]."
    looped = "{% for m in measures %}" + text.replace("measures_act", "m.act") + "{% endfor %}"
    (cite,) = [one for one in inlines(written(looped, ACT).value) if isinstance(one, Cite) and not one.in_text]
    first, second = cite.refs
    within = [one for one in (*first.prefix, *second.suffix) if isinstance(one, Cite)]
    assert [(one.in_text, one.refs[0].authority) for one in within] == [(True, "kz-aoc-2014")] * 2
    assert [one.in_text for one in inlines(written(looped, ACT).value) if isinstance(one, Cite)] == [False, True, True]


def test_an_act_keeps_the_words_around_its_citation() -> None:
    act = facts(measures=[{"act": "@kz-aoc-2014, art 460-1, as *amended* in 2024"}])
    (cite,) = [one for one in inlines(written(PRINT_ACT, act).value) if isinstance(one, Cite)]
    assert shape(cite.refs[0]) == ("", "kz-aoc-2014", "article", "460-1", ", as *amended* in 2024")


def test_only_an_act_may_be_a_citation() -> None:
    assert [type(one) for one in inlines(written("{{ org.name }}", ACT).value)] == [Fact]
    no_citation = facts(measures=[{"act": "Article 5"}])
    assert [type(one) for one in inlines(written(PRINT_ACT, no_citation).value)] == [Fact]


def test_a_value_that_is_a_citation_points_at_its_file() -> None:
    problems: list[Diagnostic] = []
    span = Source("case.yaml", "act: '@a @b'").span(5, 12)
    assert read_refs_at("@a @b", span, problems) == ()
    assert said(tuple(problems)) == [("citation-syntax", "'@a @b'")]
