"""The limits of a forum against a finished document.

Words are counted as a reader of the body meets them: headings, paragraphs, quotations, lists and tables; without the
title, the notes and the remarks to the drafter. Pages are known only to whoever lays the document out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.diagnostics import Diagnostic, Severity, diagnose
from briefkit.model.profiles import Limit
from briefkit.tree import Opinion
from briefkit.walk import lines_of, plain


def count_words(opinion: Opinion) -> int:
    """The words of the body: runs of characters with a letter or a digit among them."""
    words = (word for line in lines_of(opinion) for word in plain(line).split())
    return sum(1 for word in words if any(char.isalnum() for char in word))


def check_limits(opinion: Opinion, limits: Iterable[Limit], final: bool = False) -> Iterator[Diagnostic]:
    """What exceeds a limit, and limits that nobody checked or that cannot be counted.

    Problems: `limit-exceeded`, an error in a final build if the limit is verified; `unverified-limit`, `limit-uncounted`.
    """
    for limit in limits:
        named = f"The limit of {limit.max:,} {limit.of} ({limit.source})"
        if not limit.verified:
            hint = "open the rule, then set verified: true in the profile"
            yield diagnose("unverified-limit", f"{named} was not checked at its source.", limit.span, hint)
        if limit.of == "words":
            yield from _exceeded(count_words(opinion), limit, named, final)
        else:
            said = f"{named} is not applied: pages are counted only where the document is laid out."
            yield diagnose("limit-uncounted", said, limit.span, "look at the number of pages in Word")


def _exceeded(counted: int, limit: Limit, named: str, final: bool) -> Iterator[Diagnostic]:
    if counted > limit.max:
        said = f"{named} is exceeded: the body has {counted:,}, counted with its headings and without the title and the notes."
        severity = Severity.ERROR if final and limit.verified else Severity.WARNING
        yield diagnose("limit-exceeded", said, limit.span, f"shorten it by {counted - limit.max:,}", severity)
