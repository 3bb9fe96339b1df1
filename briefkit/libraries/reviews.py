"""Reviews and the notes of reviewers, as the files of a workspace hold them."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic
from briefkit.formats import REVIEW_NOTES, REVIEWS
from briefkit.model.naming import Named
from briefkit.model.reviews import Review, ReviewNote
from briefkit.shaped import read_shaped
from briefkit.shapes import Shape
from briefkit.source import Source
from briefkit.yamlmarks import Listing, Mapping, read_yaml


def read_reviews(source: Source, problems: list[Diagnostic]) -> Iterator[Review]:
    """The reviews of a `reviews.yaml`. One that lacks anything counts for nothing, and is reported."""
    for item in _items(source, REVIEWS, problems):
        if review := _review(item):
            yield review


def _review(item: Mapping) -> Review | None:
    clause, day, version = item.get("clause"), item.day("on"), item.whole("version")
    name, language, by, seen = (item.text(key).strip() for key in ("clause", "language", "by", "seen"))
    if clause is None or day is None or not all((name, language, by, version, seen)):
        return None
    return Review(Named(name, clause.span), language, by, day, version, seen, item.span)


def read_review_notes(source: Source, problems: list[Diagnostic]) -> Iterator[ReviewNote]:
    """The notes of a file of `reviews/notes`."""
    for item in _items(source, REVIEW_NOTES, problems):
        texts = ("clause", "language", "seen", "quoted", "comment", "proposed", "decision", "asked", "by")
        said = {key: item.text(key) for key in texts}
        yield ReviewNote(**said, paragraph=item.whole("paragraph"), on=item.day("on"), span=item.span)


def _items(source: Source, shape: Shape, problems: list[Diagnostic]) -> Iterator[Mapping]:
    """The entries of a list. A file without any is no mistake here: notes that were dealt with are taken out."""
    read = read_yaml(source)
    node = None if read.value is None and not read.diagnostics else read_shaped(source, shape, problems)
    return (item for item in (node.items if isinstance(node, Listing) else ()) if isinstance(item, Mapping))
