"""Any tree at all gives a page that is whole: tags closed, ids unique, references that lead somewhere, nothing that runs."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from trees import every_node, many_notes, opinions

from briefkit.tree import Opinion
from briefkit.writers.html import write

_VOID = {"br", "meta"}
_KNOWN = {
    *("html", "head", "title", "style", "body", "main", "header", "nav", "section", "div", "details", "summary"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("a", "em", "strong", "sup", "mark", "span"),
}
_LINES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "em", "strong", "sup", "mark", "span", "summary", "title"}
_WORDS = {"a", "em", "strong", "sup", "mark", "span", "br"}


class Page(HTMLParser):
    """A page as a strict reader takes it in: every tag is closed where it was opened, and holds what it may."""

    def __init__(self, made: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(made.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _KNOWN | _VOID
        assert tag in _WORDS or not self.open or self.open[-1] not in _LINES
        assert tag != "a" or "a" not in self.open
        given = dict(attrs)
        assert len(given) == len(attrs)
        assert all(value is not None for name, value in attrs if name != "open")
        self.ids += [given["id"] or ""] if "id" in given else []
        self.targets += [given["href"] or ""] if "href" in given else []
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def whole(opinion: Opinion) -> Page:
    made = write(opinion)
    assert write(opinion) == made
    page = Page(made)
    assert len(page.ids) == len(set(page.ids))
    for target in page.targets:
        assert target[1:] in page.ids if target.startswith("#") else target.startswith(("http://", "https://", "mailto:"))
    return page


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(opinions)
def test_any_tree_makes_a_whole_page(opinion: Opinion) -> None:
    whole(opinion)


def test_every_node_makes_a_whole_page() -> None:
    page = whole(every_node())
    assert {"para-1", "para-2", "note-1", "note-3", "ref-3", "heading-4", "to-do-1"} <= set(page.ids)


def test_five_thousand_notes_are_whole() -> None:
    assert "note-5000" in whole(many_notes(5_000)).ids
