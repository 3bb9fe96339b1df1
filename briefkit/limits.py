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
from briefkit.messages import Message, in_every_language, say, say_count
from briefkit.model.case import Case
from briefkit.model.profiles import Ban, Limit, Profile
from briefkit.ourwords import before_part, beginning_with, our_lines, words_found
from briefkit.tree import Authorities, Note, Opinion
from briefkit.walk import blocks_within, inlines_within, own_inlines, plain

# What a forum asks in words alone; what it asks in figures is said by `_named`.
_TOPICS = {
    "words": say("What the forum asks on words"),
    "pages": say("What the forum asks on pages"),
    "copies": say("What the forum asks on the number of copies"),
    "fee": say("What the forum asks on the fee"),
    "deadline": say("What the forum asks on the deadline"),
    "translation": say("What the forum asks on the certified translation"),
}


def count_words(opinion: Opinion, notes: bool = False) -> int:
    """The words of the body, and those of its notes if asked for: runs of characters with a letter or a digit among them.

    A table of authorities repeats what the notes say, and is not counted.
    """
    counted = (block for block in blocks_within(opinion.blocks[max(opinion.before_contents, 0) :]) if not isinstance(block, Authorities))
    lines = [tuple(own_inlines(block)) for block in counted]
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
            said = say("{limit} was not checked at its source.", limit=_named(limit))
            yield diagnose("unverified-limit", said, limit.span, say("open the rule, then set verified: true in the profile"))
        yield from _checked(limit, opinion, case, final)
    for ban in profile.forbidden:
        if not ban.verified:
            said = say("What is forbidden here ({source}) was not checked at its source.", source=ban.source)
            yield diagnose("unverified-limit", said, ban.span, say("open the rule, then set verified: true in the profile"))
        yield from _forbidden(ban, opinion, case, profile, final)


def _named(limit: Limit) -> Message:
    """A limit by name, as the subject of a sentence about it."""
    source, number = limit.source, limit.max
    match limit.of:
        case "words" if number:
            return say_count("The limit of {number:,} word ({source})", "The limit of {number:,} words ({source})", number, source=source)
        case "pages" if number:
            return say_count("The limit of {number:,} page ({source})", "The limit of {number:,} pages ({source})", number, source=source)
        case "copies" if number:
            return say_count("The limit of {number:,} copy ({source})", "The limit of {number:,} copies ({source})", number, source=source)
    topic, says = _topic(limit), in_every_language(limit.says)
    return (
        say("{topic}: {words} ({source})", topic=topic, words=says, source=source)
        if says
        else say("{topic} ({source})", topic=topic, source=source)
    )


def _topic(limit: Limit) -> Message:
    match limit.of:
        case "languages":
            return say("The rule on languages: {languages}", languages=", ".join(limit.languages))
        case "type-size":
            return say_count("The least size of type: {number} point", "The least size of type: {number} points", limit.min)
    return _TOPICS.get(limit.of, say("What the forum asks on {topic}", topic=limit.of))


def _checked(limit: Limit, opinion: Opinion, case: Case, final: bool) -> Iterator[Diagnostic]:
    match limit.of:
        case "words" if limit.max:
            yield from _too_long(limit, opinion, case, final)
        case "languages" if limit.languages:
            if case.language not in limit.languages:
                named = _named(limit)
                said = say("{limit} is not met: this document is in “{language}”.", limit=named, language=case.language)
                yield _broken(limit, said, say("build it in one of these languages (--lang), or have it translated"), final)
        case "deadline" if limit.after and (limit.months or limit.days):
            yield from _too_late(limit, case, final)
        case "pages" if limit.max:
            pass  # known to whoever lays the document out; see `check_pages`
        case "type-size" if limit.min:
            pass  # known to whoever has the Word template; see `check_type`
        case _:
            yield diagnose("limit-uncounted", say("{limit} has to be seen to by a person.", limit=_named(limit)), limit.span)


def _broken(limit: Limit, said: Message, hint: Message, final: bool) -> Diagnostic:
    severity = Severity.ERROR if final and limit.verified else Severity.WARNING
    return diagnose("limit-exceeded", said, limit.span, hint, severity)


def _too_long(limit: Limit, opinion: Opinion, case: Case, final: bool) -> Iterator[Diagnostic]:
    notes = limit.counting == "body-and-notes"
    counted = count_words(opinion, notes)
    if counted > limit.max:
        named = _named(limit)
        said = (
            say(
                "{limit} is exceeded: the body and the notes have {number:,}, counted with its headings and without the title.",
                limit=named,
                number=counted,
            )
            if notes
            else say(
                "{limit} is exceeded: the body has {number:,}, counted with its headings and without the title and the notes.",
                limit=named,
                number=counted,
            )
        )
        yield _broken(limit, said, say("shorten it by {number:,}", number=counted - limit.max), final)


def _too_late(limit: Limit, case: Case, final: bool) -> Iterator[Diagnostic]:
    started, named = case.facts.day(limit.after), _named(limit)
    if started is None:
        said = say("{limit} cannot be counted: the case does not give “{fact}”.", limit=named, fact=limit.after)
        yield diagnose("limit-uncounted", said, limit.span)
        return
    if case.date is None:
        said = say("{limit} cannot be counted: the case gives no date of its own.", limit=named)
        yield diagnose("limit-uncounted", said, limit.span)
        return
    last = _last_day(started, limit)
    if case.date > last:
        said = say(
            "{limit} ran until {last}, counted from {first}; this document is of {day}.",
            limit=named,
            last=last,
            first=started,
            day=case.date,
        )
        yield _broken(limit, said, say("ask for the time limit to be restored, and say why"), final)


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
            said = say("{limit} is not met: the template’s text has {points:g}.", limit=_named(limit), points=points)
            yield _broken(limit, said, say("choose another --template, or enlarge its style “Body Text”"), final)


def check_pages(pages: int, limits: Iterable[Limit], final: bool = False) -> Iterator[Diagnostic]:
    """Whether a document of so many pages, all of them counted, is as short as the forum asks; 0 where nobody knows how many."""
    for limit in limits:
        if limit.of != "pages" or not limit.max:
            continue
        named = _named(limit)
        if not pages:
            said = say("{limit} is not applied: pages are counted only where the document is laid out.", limit=named)
            yield diagnose("limit-uncounted", said, limit.span, say("briefkit build --pages lays it out with LibreOffice"))
        elif pages > limit.max:
            said = say("{limit} is exceeded: the document has {number:,}, counted with its cover and annexes.", limit=named, number=pages)
            yield _broken(limit, said, say("shorten the case's own text, or exclude a clause"), final)


# --- what is forbidden -------------------------------------------------------------------------------


def _forbidden(ban: Ban, opinion: Opinion, case: Case, profile: Profile, final: bool) -> Iterator[Diagnostic]:
    wanted = beginning_with(dict(ban.words).get(case.language, ()))
    if wanted is None or (ban.tone and ban.tone != case.tone):
        return
    severity = Severity.ERROR if final and ban.verified else Severity.WARNING
    until = [part.span for part in profile.parts if part.id == ban.before]
    for spoken, line in our_lines(before_part(opinion.blocks, until), case.language):
        for found, place in words_found(line, wanted) if spoken == case.language else ():
            said = say("“{words}” does not belong here ({source}).", words=found, source=ban.source)
            yield diagnose("forbidden-content", said, place, in_every_language(ban.says), severity)
