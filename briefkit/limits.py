"""What a forum limits and forbids, against a finished document.

Words are counted as a reader of the body meets them: headings, paragraphs, quotations, lists and tables, annexes too; without
the cover, the title and the remarks to the drafter, and without the notes unless the limit counts them. Pages are known only to
whoever lays the document out.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from briefkit.diagnostics import Diagnostic, Severity, diagnose
from briefkit.messages import say
from briefkit.model.case import Case
from briefkit.model.naming import in_language
from briefkit.model.profiles import Ban, Limit, Profile
from briefkit.ourwords import before_part, beginning_with, our_lines, words_found
from briefkit.tree import Note, Opinion
from briefkit.walk import blocks_within, inlines_within, own_inlines, plain

_UNITS = {"words": "words", "pages": "pages", "copies": "copies"}
_NAMES = {"fee": "the fee", "deadline": "the deadline", "translation": "the certified translation", "copies": "the number of copies"}


def count_words(opinion: Opinion, notes: bool = False) -> int:
    """The words of the body, and those of its notes if asked for: runs of characters with a letter or a digit among them."""
    lines = [tuple(own_inlines(block)) for block in blocks_within(opinion.blocks[max(opinion.before_contents, 0) :])]
    if notes:
        lines += [inline.children for line in lines for inline in inlines_within(line) if isinstance(inline, Note)]
    words = (word for line in lines for word in plain(line).split())
    return sum(1 for word in words if any(char.isalnum() for char in word))


def check_limits(opinion: Opinion, case: Case, profile: Profile, final: bool = False) -> Iterator[Diagnostic]:
    """What goes past a limit of the profile or is forbidden by it, limits that nobody checked, and those that cannot be counted.

    Problems: `limit-exceeded` and `forbidden-content`, errors in a final build if they are verified; `unverified-limit`,
    `limit-uncounted`.
    """
    for limit in profile.limits:
        if not limit.verified:
            said = say("{named} was not checked at its source.", named=_named(limit, case.language))
            yield diagnose("unverified-limit", said, limit.span, say("open the rule, then set verified: true in the profile"))
        yield from _checked(limit, opinion, case, final)
    for ban in profile.forbidden:
        if not ban.verified:
            said = say("What is forbidden here ({source}) was not checked at its source.", source=ban.source)
            yield diagnose("unverified-limit", said, ban.span, say("open the rule, then set verified: true in the profile"))
        yield from _forbidden(ban, opinion, case, profile, final)


def _named(limit: Limit, language: str) -> str:
    if limit.max and limit.of in _UNITS:
        return f"The limit of {limit.max:,} {_UNITS[limit.of]} ({limit.source})"
    says = in_language(limit.says, language)
    what = {
        "languages": f"The rule on languages: {', '.join(limit.languages)}",
        "type-size": f"The least size of type, {limit.min} points,",
    }
    name = what.get(limit.of, f"What the forum asks on {_NAMES.get(limit.of, limit.of)}")
    return f"{name}{f': {says}' if says else ''} ({limit.source})"


def _checked(limit: Limit, opinion: Opinion, case: Case, final: bool) -> Iterator[Diagnostic]:
    match limit.of:
        case "words" if limit.max:
            yield from _too_long(limit, opinion, case, final)
        case "languages" if limit.languages:
            if case.language not in limit.languages:
                said = say(
                    "{named} is not met: this document is in “{language}”.", named=_named(limit, case.language), language=case.language
                )
                yield _broken(limit, said, "build it in one of these languages (--lang), or have it translated", final)
        case "deadline" if limit.after and (limit.months or limit.days):
            yield from _too_late(limit, case, final)
        case "pages":
            said = say("{named} is not applied: pages are counted only where the document is laid out.", named=_named(limit, case.language))
            yield diagnose("limit-uncounted", said, limit.span, say("look at the number of pages in Word"))
        case "type-size" if limit.min:
            pass  # known to whoever has the Word template; see `check_type`
        case _:
            yield diagnose("limit-uncounted", say("{named} has to be seen to by a person.", named=_named(limit, case.language)), limit.span)


def _broken(limit: Limit, said: str, hint: str, final: bool) -> Diagnostic:
    severity = Severity.ERROR if final and limit.verified else Severity.WARNING
    return diagnose("limit-exceeded", said, limit.span, hint, severity)


def _too_long(limit: Limit, opinion: Opinion, case: Case, final: bool) -> Iterator[Diagnostic]:
    notes = limit.counting == "body-and-notes"
    counted = count_words(opinion, notes)
    if counted > limit.max:
        how = "the body and the notes have" if notes else "the body has"
        without = "without the title" if notes else "without the title and the notes"
        said = say(
            "{named} is exceeded: {how} {counted:,}, counted with its headings and {without}.",
            named=_named(limit, case.language),
            how=how,
            counted=counted,
            without=without,
        )
        yield _broken(limit, said, f"shorten it by {counted - limit.max:,}", final)


def _too_late(limit: Limit, case: Case, final: bool) -> Iterator[Diagnostic]:
    started = case.facts.day(limit.after)
    if started is None or case.date is None:
        missing = say("the case gives no date of its own") if started else say("the case does not give “{after}”", after=limit.after)
        yield diagnose(
            "limit-uncounted", say("{named} cannot be counted: {missing}.", named=_named(limit, case.language), missing=missing), limit.span
        )
        return
    last = _last_day(started, limit)
    if case.date > last:
        said = say(
            "{named} ran until {last}, counted from {started}; this document is of {date}.",
            named=_named(limit, case.language),
            last=last,
            started=started,
            date=case.date,
        )
        yield _broken(limit, said, "ask for the time limit to be restored, and say why", final)


def _last_day(started: date, limit: Limit) -> date:
    """The day on which a deadline ends; the last of the calendar where it would end later than that."""
    try:
        return _months_after(started, limit.months) + timedelta(days=limit.days)
    except (OverflowError, ValueError):
        return date.max


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def check_type(points: float, limits: Iterable[Limit], final: bool = False) -> Iterator[Diagnostic]:
    """Whether the text of a Word template, so many points high, is as large as the forum asks; 0 where nobody knows."""
    for limit in limits:
        if limit.of == "type-size" and points and points < limit.min:
            said = say("{named} is not met: the template’s text has {points:g}.", named=_named(limit, "en"), points=points)
            yield _broken(limit, said, "choose another --template, or enlarge its style “Body Text”", final)


# --- what is forbidden -------------------------------------------------------------------------------


def _forbidden(ban: Ban, opinion: Opinion, case: Case, profile: Profile, final: bool) -> Iterator[Diagnostic]:
    wanted = beginning_with(dict(ban.words).get(case.language, ()))
    if wanted is None or (ban.tone and ban.tone != case.tone):
        return
    severity = Severity.ERROR if final and ban.verified else Severity.WARNING
    until = [part.span for part in profile.parts if part.id == ban.before]
    for spoken, line in our_lines(before_part(opinion.blocks, until), case.language):
        for found, place in words_found(line, wanted) if spoken == case.language else ():
            said = say("“{found}” does not belong here ({source}).", found=found, source=ban.source)
            yield diagnose("forbidden-content", said, place, in_language(ban.says, case.language), severity)
