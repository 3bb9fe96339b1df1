"""Trees for the tests of the writers: one that holds every node, one of many notes, and a strategy for any tree at all."""

from __future__ import annotations

from hypothesis import strategies as st

from briefkit.tree import (
    AnnexRef,
    Authorities,
    AuthorityCategory,
    Block,
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
    ListedAuthority,
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


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def every_node() -> Opinion:
    """A short opinion in which each kind of node stands at least once."""
    first = Note((Cite((Ref("iccpr"),), shown=(Text("Covenant, art\u00a022(1); "), Emphasis(words("ibid")))),), 1)
    second = Note((Text("Case (n\u00a0"), NoteRef("iccpr", 1), Text("), see para\u00a0"), ParagraphRef("aim", 2)), 2)
    third = Note((Link(words("Report"), "https://example.org/доклад?a=b c"), Text(".")), 3)
    nested = Items(((Paragraph(words("inner")),),), ordered=True, start=3)
    items = Items(
        ((Paragraph(words("one")), Paragraph(words("more of one")), nested), (Quotation((Paragraph(words("said")),)),), ()), ordered=True
    )
    table = Table(
        (cell(*words("Date")), cell(*words("Sum"))),
        ((cell(*words("1\u00a0May")), cell(Text("12"), third)), (cell(*words("short row")),)),
        ("left", "right"),
        caption=(Text("Table\u00a0"), Count("table", "sums", 1), Text(". Sums")),
    )
    letters = Items(((Paragraph(words("declare")),), (Paragraph(words("order")),)), ordered=True, lettered=True)
    text: tuple[Block, ...] = (
        Heading(2, (Text("Қазақстан "), Strong(words("құқығы")))),
        Paragraph((Text("The right"), first, Text(" is\tof "), Fact("Әлем ТОО", ("org.name",)), Text(".")), 1),
        Paragraph((Emphasis((Text("A "), Emphasis(words("v")), Strong(words(" B")))), LineBreak(), Text("see"), second), 2, "aim"),
        Quotation((Paragraph((Text("Quoted"), Remark("unverified"))), Items(((Paragraph(words("point")),),)))),
        items,
        Items(((Paragraph(words("bullet")), Items(((Paragraph(words("deeper")),),))),)),
        table,
        Paragraph((Text("Note\u00a0"), NoteRef("x", 3), Text(", "), Link((Emphasis(words("site")),), "https://example.org/"))),
        Paragraph(
            (
                Text("Table\u00a0"),
                CountRef("table", "sums", 1),
                Text(", Exhibit\u00a0"),
                CountRef("exhibit", "order", 1),
                Text(", "),
                AnnexRef("papers", "Annex"),
            )
        ),
    )
    annex: tuple[Block, ...] = (
        Heading(1, words("Annex"), "papers", annex=True),
        Styled("source-line", (Paragraph((Text("Exhibit\u00a0"), Count("exhibit", "order", 1))),)),
        Styled("", (Paragraph((Text("Приказ "), Foreign(words("ex officio"), "la"))),), "ru"),
        letters,
    )
    deep = (Heading(3, words("Deeper")), Heading(5, words("Deep")))
    return Opinion(
        title=(Text("Opinion on "), Emphasis(words("A v B"))),
        blocks=(Heading(1, words("Law")), ClauseText("right", 1, "en", text), *deep, *annex),
        language="en",
        profile="memo",
        date="1\u00a0November 2026",
        subtitle=("to the Court",),
        contents=True,
        short_title="A v B",
    )


def many_notes(count: int) -> Opinion:
    """As many paragraphs as notes, each of which refers to the one before."""

    def note(number: int) -> Note:
        return Note((Text("See (n\u00a0"), NoteRef("a", max(number - 1, 1)), Text(")")), number)

    blocks = tuple(Paragraph((Text("Words"), note(number)), number) for number in range(1, count + 1))
    return Opinion(title=words("Many"), blocks=blocks, language="en", profile="memo")


# --- any tree ----------------------------------------------------------------------------------------

texts = st.one_of(st.text(max_size=12), st.sampled_from(["\x00", "a\tb", "\ud800", "ә ғ қ", "<&>", "\ufffe", "{page}", "%20", "\u2011"]))
numbers = st.integers(min_value=-1, max_value=6)
ADDRESSES = ("https://a.kz/б?x=1 2", "mailto:a@b.org", "http://[", "https://x:99999", "javascript:1", "http://a b")
addresses = st.one_of(texts, st.sampled_from(ADDRESSES))
leaves: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, texts),
    st.builds(Fact, texts, st.just(("a.b",))),
    st.builds(LineBreak),
    st.builds(ParagraphRef, st.just("x"), numbers),
    st.builds(NoteRef, st.just("x"), numbers),
    st.builds(AnnexRef, st.just("papers"), texts),
    st.builds(Remark, texts, comment=texts, mark=st.booleans()),
    st.builds(Count, st.sampled_from(["table", "exhibit"]), st.sampled_from(["a", "б b"]), numbers),
    st.builds(CountRef, st.sampled_from(["table", "exhibit"]), st.sampled_from(["a", "б b"]), numbers),
)


def _holding(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    children = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Emphasis, children),
        st.builds(Strong, children),
        st.builds(Foreign, children, st.sampled_from(["ru", "kk", "xx", ""])),
        st.builds(Link, children, addresses),
        st.builds(Note, children, numbers),
        st.builds(Cite, st.sampled_from([(), (Ref("a"),), (Ref("iccpr"),)]), st.booleans(), children),
    )


inlines = st.recursive(leaves, _holding, max_leaves=8)
lines = st.lists(inlines, max_size=4).map(tuple)
sides = st.lists(st.sampled_from(["left", "right", "center", "?"]), max_size=3).map(tuple)
simple: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, numbers, lines, annex=st.booleans()),
    st.builds(Paragraph, lines, numbers),
)
listed = st.builds(ListedAuthority, st.sampled_from(["a", "iccpr"]), lines, texts, lines)
categories = st.builds(AuthorityCategory, st.integers(8, 14), texts, st.lists(listed, max_size=2).map(tuple))
roles = st.sampled_from(["addressee", "signature", "no such role", ""])


def _of_blocks(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    within = st.lists(inner, max_size=3).map(tuple)
    rows = st.lists(within, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Quotation, within),
        st.builds(Styled, roles, within, st.sampled_from(["", "ru"])),
        st.builds(Items, st.lists(within, max_size=3).map(tuple), st.booleans(), st.integers(-5, 10**9), lettered=st.booleans()),
        st.builds(Table, rows, st.lists(rows, max_size=3).map(tuple), sides, caption=lines),
        st.builds(ClauseText, texts, numbers, st.just("en"), within),
        st.builds(Authorities, st.lists(categories, max_size=2).map(tuple), st.booleans(), numbers),
    )


blocks = st.recursive(simple, _of_blocks, max_leaves=8)
opinions = st.builds(
    Opinion,
    title=lines,
    blocks=st.lists(blocks, max_size=5).map(tuple),
    language=st.sampled_from(["en", "ru", "kk", "xx", ""]),
    profile=st.just("memo"),
    date=texts,
    subtitle=st.lists(texts, max_size=2).map(tuple),
    contents=st.booleans(),
    draft=st.booleans(),
    short_title=texts,
    before_title=numbers,
    before_contents=numbers,
    title_page=st.booleans(),
)
