"""Whatever the style, the items and the order of citations: no exception, the same again, and no mark in what is printed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import quoteattr

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefkit.cite import marks
from briefkit.cite.elements import parser
from briefkit.cite.processor import CitedItem, Processor
from briefkit.cite.style import compile_style
from briefkit.cite.typesetting import inlines
from briefkit.source import Source
from briefkit.tree import Emphasis, Inline, NoteRef, Strong, Text

from .desk import authority, note, notes, ref
from .desk import cited as cited_whole
from .small import TITLE, Item, document, style

AFFIXES = (".", ", ", " ", "(", "»", "?", "! ", "“", " & ")
LOOK = {
    "prefix": AFFIXES,
    "suffix": AFFIXES,
    "font-style": ("italic", "normal", "oblique"),
    "font-weight": ("bold", "light"),
    "font-variant": ("small-caps", "normal"),
    "text-decoration": ("underline", "none"),
    "vertical-align": ("sup", "baseline"),
    "text-case": ("title", "sentence", "uppercase", "lowercase", "capitalize-first", "capitalize-all"),
    "display": ("block", "left-margin", "right-inline", "indent"),
    "quotes": ("true",),
    "strip-periods": ("true",),
}
VARIABLES = ("title", "title-short", "page", "volume", "edition", "locator", "number", "first-reference-note-number", "citation-number")
NAME = {
    "and": ("text", "symbol"),
    "et-al-min": ("1", "2", "3", "²"),
    "et-al-use-first": ("1", "2"),
    "et-al-use-last": ("true",),
    "et-al-subsequent-min": ("1", "2"),
    "et-al-subsequent-use-first": ("1",),
    "initialize-with": ("", ".", ". "),
    "initialize": ("false",),
    "name-as-sort-order": ("all", "first"),
    "delimiter-precedes-last": ("always", "never", "contextual", "after-inverted-name"),
    "delimiter-precedes-et-al": ("always", "never", "after-inverted-name"),
    "sort-separator": (", ", " "),
}
ELEMENTS = {
    "text": {"variable": (*VARIABLES, "year-suffix", "citation-label", "page-first", "publisher"), "form": ("short",), **LOOK},
    "number": {"variable": VARIABLES, "form": ("ordinal", "long-ordinal", "roman", "numeric"), **LOOK},
    "label": {"variable": ("locator", "page", "volume"), "form": ("short", "symbol"), "plural": ("always", "never"), **LOOK},
    "date": {
        "variable": ("issued", "accessed"),
        "form": ("text", "numeric"),
        "date-parts": ("year", "year-month"),
        "delimiter": ("-",),
        **LOOK,
    },
    "date-part": {"name": ("year", "month", "day"), "form": ("short", "numeric-leading-zeros", "ordinal"), "range-delimiter": ("/",)},
    "group": {"delimiter": (", ", " "), **LOOK},
    "names": {"variable": ("author", "editor", "author editor", "editor translator"), "delimiter": (", ",), "font-style": ("italic",)},
    "name": {"form": ("short", "long", "count"), "delimiter": ("; ",), **NAME},
    "et-al": {"term": ("and others", "et-al"), "font-style": ("italic",)},
    "name-label": {"form": ("short", "verb"), "prefix": (" (",), "suffix": (")",)},
    "if": {
        "type": ("treaty", "book", "report treaty"),
        "variable": ("title", "locator page", "year-suffix", "issued"),
        "is-numeric": ("volume", "locator"),
        "position": ("first", "subsequent", "ibid", "ibid-with-locator", "near-note"),
        "locator": ("page", "article-locator"),
        "disambiguate": ("true",),
        "is-uncertain-date": ("issued",),
        "match": ("any", "none", "all"),
    },
    "citation": {
        "near-note-distance": ("0", "2", "²"),
        "collapse": ("year", "year-suffix", "year-suffix-ranged", "citation-number"),
        "cite-group-delimiter": (", ",),
        "year-suffix-delimiter": (",",),
        "after-collapse-delimiter": ("; ",),
        "disambiguate-add-names": ("true",),
        "disambiguate-add-givenname": ("true",),
        "disambiguate-add-year-suffix": ("true",),
        "givenname-disambiguation-rule": ("all-names", "primary-name", "by-cite", "all-names-with-initials"),
        **NAME,
    },
    "root": {
        "page-range-format": ("chicago", "minimal", "expanded", "minimal-two"),
        "demote-non-dropping-particle": ("never", "sort-only"),
        "default-locale": ("en-US", "en-GB", "ru-RU", "de-DE", "fr-FR", "xx"),
    },
    "bibliography": {
        "subsequent-author-substitute": ("—",),
        "second-field-align": ("flush",),
        "subsequent-author-substitute-rule": ("partial-each", "partial-first", "complete-each"),
    },
}
SORTS = (
    "",
    *(
        f"<sort><key {key}/></sort>"
        for key in ('variable="title"', 'macro="a" sort="descending"', 'variable="issued"', 'variable="author"')
    ),
)
WORDS_OF_STYLES = ("x", "see ", "“a”", "'s", "&lt;i&gt;b&lt;/i&gt;")
TERMS = ("ibid", "and", "no date", "unheard-of")


class Author:
    """Writes a style of valid elements by chance; the same number gives the same style."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)
        self.calls = False  # a macro calls no other: none of them can be circular

    def style(self) -> str:
        macro = self.several(2)
        self.calls = True
        sort = self.chance.choice(SORTS)
        return style(
            self.several(2) or TITLE,
            citation=self.some("citation"),
            root=self.some("root"),
            sort=sort,
            kind=self.chance.choice(("note", "in-text")),
            parts=f'<macro name="a">{macro}</macro>',
            bibliography=f"<bibliography {self.some('bibliography')}>{sort}<layout suffix='.'>{self.several(1)}</layout></bibliography>",
        )

    def some(self, name: str) -> str:
        """Some of an element's attributes; what it is about is seldom missing."""
        likely = {"variable": 0.95, "name": 0.95}
        chosen = {key: self.chance.choice(values) for key, values in ELEMENTS[name].items() if self.chance.random() < likely.get(key, 0.25)}
        return " ".join(f"{key}={quoteattr(value)}" for key, value in chosen.items())

    def several(self, depth: int) -> str:
        return "".join(self.one(depth) for _ in range(self.chance.randint(0, 3)))

    def one(self, depth: int) -> str:
        kind = self.chance.choice(("text", "text", "number", "label", "date", "value", "term", "call", "group", "choose", "names", "names"))
        if kind == "value":
            return f'<text value="{self.chance.choice(WORDS_OF_STYLES)}"/>'
        if kind == "term":
            return f'<text term="{self.chance.choice(TERMS)}" text-case="uppercase"/><text term="{self.chance.choice(TERMS)}"/>'
        if kind == "call":
            return '<text macro="a"/>' if self.calls else TITLE
        if kind == "choose":
            return f"<choose><if {self.some('if')}>{self.inner(depth)}</if><else>{self.inner(depth)}</else></choose>"
        inside = {"group": self.inner, "names": self.names, "date": lambda _: f"<date-part {self.some('date-part')}/>" * 2}.get(
            kind, lambda _: ""
        )
        return f"<{kind} {self.some(kind)}>{inside(depth)}</{kind}>"

    def inner(self, depth: int) -> str:
        return self.several(depth - 1) if depth else TITLE

    def names(self, depth: int) -> str:
        label = f"<label {self.some('name-label')}/>" * self.chance.randint(0, 1)
        substitute = f"<substitute><names variable='editor'/>{self.inner(depth)}</substitute>" * self.chance.randint(0, 1)
        return f"<name {self.some('name')}/><et-al {self.some('et-al')}/>{label}{substitute}"


STYLES = st.integers(0, 2**32).map(lambda number: Author(number).style())

# --- items --------------------------------------------------------------------------------------------

TEXTS = st.text("aБ Қя.,;:?!'\"“”‘’<i>/b-–&1²\ue000\ue042", max_size=14) | st.sampled_from(
    ("Views", "<i>Lawless</i>", "12-14", "1\\-2", "van der Berg")
)
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)
PEOPLE = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("family", "given", "suffix", "dropping-particle", "non-dropping-particle"), TEXTS),
        "literal": ODD,
        **dict.fromkeys(("comma-suffix", "static-ordering", "isInstitution", "parse-names"), st.booleans()),
    },
)
DATES = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": st.lists(st.lists(st.integers(-50, 2100) | TEXTS, max_size=4) | ODD, max_size=3),
        "season": st.integers(0, 5) | TEXTS,
        "circa": ODD,
        "raw": TEXTS | st.sampled_from(("2016-08-09", "May-June 2000", "5-7 May 2000", "c. 44 BC", "2001/")),
        "literal": ODD,
    },
)
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(("treaty", "report", "book", "unheard-of"))},
    optional={
        **dict.fromkeys((*VARIABLES[:5], "number", "publisher", "language", "citation-label"), TEXTS | ODD),
        **dict.fromkeys(("author", "editor", "translator"), st.lists(PEOPLE | ODD, max_size=4) | ODD),
        **dict.fromkeys(("issued", "accessed"), DATES | ODD),
    },
)
WORDS = st.sampled_from(("", "", "see ", "cf", ", and", ". So it is", "“x”"))
CITED = st.builds(
    CitedItem,
    st.sampled_from("abcz"),
    st.sampled_from(("", "", "22", "7.2-7.4", "19, 21 and 22(2)", "Annex", "²")),
    st.sampled_from(("", "page", "article-locator", "sub verbo", "odd")),
    WORDS,
    WORDS,
    st.booleans(),
)
DOCUMENTS = st.lists(st.tuples(st.lists(CITED, max_size=3), st.integers(0, 2)), max_size=6)


def press(text: str, items: Sequence[Item]) -> Processor:
    named = {name: {**item, "id": name} for name, item in zip("abc", items, strict=False)}
    return Processor(compile_style(etree.fromstring(text.encode(), parser())), named)


def printed(processor: Processor, rows: Sequence[tuple[list[CitedItem], int]]) -> list[str]:
    number, numbers = 0, []
    for _, step in rows:
        number += step
        numbers.append(number)
    found = document(processor, [cites for cites, _ in rows], numbers) if rows else []
    return found + ["".join(shown(inlines(text, processor.style.locale))) for text in processor.bibliography()]


def shown(line: tuple[Inline, ...]) -> list[str]:
    """The texts of a line, and its references to notes as #."""
    found: list[str] = []
    for one in line:
        if isinstance(one, Emphasis | Strong):
            found += shown(one.children)
        else:
            assert isinstance(one, Text | NoteRef)
            found.append(one.text if isinstance(one, Text) else "#")
    return found


@settings(max_examples=250, deadline=None)
@given(STYLES, st.lists(ITEMS, min_size=1, max_size=3), DOCUMENTS)
def test_any_style_prints_any_items_twice_the_same_and_without_marks(text: str, items: list[Item], rows: Any) -> None:
    processor = press(text, items)
    first = printed(processor, rows)
    assert printed(processor, rows) == first
    assert printed(press(text, items), rows) == first
    assert not any(marks.ANY.search(one) for one in first), first


@settings(max_examples=60, deadline=None)
@given(STYLES, STYLES, st.lists(ITEMS, min_size=1, max_size=2), st.lists(ITEMS, min_size=1, max_size=2), DOCUMENTS)
def test_two_processors_do_not_touch_each_other(text: str, other: str, items: list[Item], others: list[Item], rows: Any) -> None:
    alone = printed(press(text, items), rows)
    one, two = press(text, items), press(other, others)
    printed(two, rows)
    assert printed(one, rows) == alone
    printed(two, rows[:1])
    assert printed(one, rows) == alone


@settings(max_examples=80, deadline=None)
@given(STYLES, ITEMS, st.lists(st.sampled_from(("a", "iccpr", "x1")), min_size=1, max_size=5))
def test_a_document_in_any_style_has_all_its_notes(text: str, item: Item, names: list[str]) -> None:
    own = Source("own.csl", text)
    found = cited_whole(*(note(ref(name, "article 22")) for name in names), style=own, shelf=(authority({**item, "id": "a"}),))
    assert [one.number for one in notes(found.value)] == list(range(1, len(names) + 1))
    assert {problem.code for problem in found.diagnostics} <= {"bad-style", "citation-failed", "title-untranslated"}


class Forgetful(dict[Any, Any]):
    """Keeps nothing."""

    def __contains__(self, key: object) -> bool:
        return False


@settings(max_examples=150, deadline=None)
@given(STYLES, st.lists(ITEMS, min_size=1, max_size=3), DOCUMENTS)
def test_what_is_kept_for_the_next_citation_is_what_would_be_rendered_anew(text: str, items: list[Item], rows: Any) -> None:
    kept, anew = press(text, items), press(text, items)
    anew.style = replace(anew.style, plain_locators=False)
    anew._kept = Forgetful()
    assert printed(kept, rows) == printed(anew, rows)
