"""What the health of a library says of reviews: which are missing, which no longer stand, which are old."""

from __future__ import annotations

from datetime import date

import pytest
from reviewed import files, holdings, review, what

from briefkit.health import check_health, subject_of

TODAY = date(2026, 11, 24)
EN, RU = what(holdings()).hash, what(holdings(), "ru").hash
CODES = ("clause-draft", "review-missing", "review-changed", "review-old")


def found(*entries: str, status: str = "draft", language: str = "") -> list[tuple[str, str]]:
    """What is said of reviews, with the place it points at."""
    layer = {**files(), "clauses/reviews.yaml": "".join(entries)}
    path = "clauses/arguments/a/clause.yaml"
    layer[path] = layer[path].replace("status: draft", f"status: {status}")
    problems = check_health(subject_of(holdings(layer), (), TODAY, language))
    return [(one.code, one.span.source.name.rpartition("/")[2] if one.span else "") for one in problems if one.code in CODES]


@pytest.mark.parametrize(
    ("entries", "language", "said"),
    [
        ((), "", ["clause-draft"]),
        ((review(EN),), "", ["clause-draft"]),
        ((review(EN),), "ru", ["clause-draft"]),
        ((review(EN),), "en", []),
        ((review(EN), review(RU, language="ru")), "", []),
    ],
)
def test_a_draft_is_one_until_each_of_its_texts_is_signed(entries: tuple[str, ...], language: str, said: list[str]) -> None:
    assert [code for code, _ in found(*entries, language=language)] == said


def test_one_that_says_it_is_reviewed_and_that_nobody_signed() -> None:
    assert found(review(EN), status="reviewed") == [("review-missing", "clause.yaml")]
    assert found(review(EN), status="reviewed", language="en") == []
    assert found(status="retired") == []


@pytest.mark.parametrize("status", ["draft", "reviewed"])
def test_a_review_of_what_is_no_longer_there(status: str) -> None:
    assert ("review-changed", "en.md") in found(review("0" * 64), status=status)
    assert ("review-changed", "en.md") not in found(review("0" * 64), review(EN, by="editor"), status=status)


def test_a_review_of_more_than_a_year_ago() -> None:
    assert ("review-old", "reviews.yaml") not in found(review(EN, on="2025-11-24"))
    assert ("review-old", "reviews.yaml") in found(review(EN, on="2025-11-23"))
    assert ("review-old", "reviews.yaml") not in found(review(EN, on="2025-11-23"), review(EN, by="editor"))
