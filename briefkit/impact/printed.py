"""Impacts on documents as lines for people, and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefkit.diff.changelog import in_markdown
from briefkit.diff.changes import language_name
from briefkit.diff.marked import Line
from briefkit.diff.said import Tell, in_one_line
from briefkit.impact.cases import Impact
from briefkit.messages import Message, listed, say, say_count
from briefkit.pages import escaped


def as_lines(impacts: Sequence[Impact], tell: Tell = str) -> Iterator[Line]:
    """What changes in each document, below a line that counts them; those in which nothing changes are counted alone."""
    yield ()
    yield ((tell(_summary(impacts)), "head"),)
    for impact in impacts:
        if not impact.is_none:
            yield ()
            yield ((in_one_line(tell(_name(impact))), "head"),)
            yield from (((f"  {in_one_line(tell(said))}", ""),) for said in sentences(impact))


def as_changelog(impacts: Sequence[Impact], tell: Tell = str) -> Iterator[str]:
    """The same in Markdown."""
    yield from ("", f"## {tell(say('Impact on documents'))}", "", in_markdown(tell(_summary(impacts))), "")
    for impact in impacts:
        if not impact.is_none:
            yield f"- **{in_markdown(tell(_name(impact)))}**"
            yield from (f"  - {in_markdown(tell(said))}" for said in sentences(impact))


def as_section(impacts: Sequence[Impact], tell: Tell = str) -> Iterator[str]:
    """The same as a part of a page."""
    heading = escaped(tell(say("Impact on documents")))
    yield f'<section aria-labelledby="impact">\n<h2 id="impact">{heading}</h2>'
    yield f"<p>{escaped(tell(_summary(impacts)))}</p>\n<ul>"
    for impact in impacts:
        if not impact.is_none:
            yield f"<li><strong>{escaped(tell(_name(impact)))}</strong>\n<ul>"
            yield from (f"<li>{escaped(tell(said))}</li>" for said in sentences(impact))
            yield "</ul></li>"
    yield "</ul>\n</section>"


def _name(impact: Impact) -> Message:
    return say("{case} ({language})", case=impact.case, language=language_name(impact.language))


def _summary(impacts: Sequence[Impact]) -> Message:
    changed = sum(not impact.is_none for impact in impacts)
    if not impacts:
        return say("Impact: there are no cases to build.")
    return say_count(
        "Impact: {changed} of {number} document would change.",
        "Impact: {changed} of {number} documents would change.",
        len(impacts),
        changed=changed,
    )


def sentences(impact: Impact) -> Iterator[Message]:
    """What happens to a document, in sentences."""
    was_made, is_made = impact.made
    if is_made and not was_made:
        yield say("It is new: with the old library no such document could be made.")
    if was_made and not is_made:
        yield say("With the new library no such document can be made.")
    if impact.differences:
        yield _counted(impact)
        yield say("They stand in: {places}.", places=listed(_place(name, number) for name, number in impact.by_clause.items()))
    if impact.joined:
        yield say("New in the document: {clauses}.", clauses=", ".join(impact.joined))
    if impact.left:
        yield say("No longer in the document: {clauses}.", clauses=", ".join(impact.left))
    if impact.filed is not None and impact.differences:
        yield _filed(impact)
    for error in impact.errors:
        yield say("It no longer builds: {problem}", problem=error.message)


def _counted(impact: Impact) -> Message:
    number, notes = len(impact.differences), impact.in_notes_alone
    if notes == number:
        return say_count("{number} paragraph has other notes.", "{number} paragraphs have other notes.", number)
    if notes:
        return say_count(
            "{number} paragraph reads differently; in {notes} more the notes do.",
            "{number} paragraphs read differently; in {notes} more the notes do.",
            number - notes,
            notes=notes,
        )
    return say_count("{number} paragraph reads differently.", "{number} paragraphs read differently.", number)


def _place(name: str, number: int) -> Message:
    if name:
        return say("{clause} ({number})", clause=name, number=number)
    return say("outside the clauses ({number})", number=number)


def _filed(impact: Impact) -> Message:
    assert impact.filed is not None
    day, to = impact.filed.on, impact.filed.to
    if impact.filed_paragraphs:
        return say(
            "Pending: it was filed on {day} ({to}) with the old text of its paragraphs {paragraphs}.",
            day=day,
            to=to,
            paragraphs=", ".join(str(number) for number in impact.filed_paragraphs),
        )
    return say("Pending: it was filed on {day} ({to}) with the old text.", day=day, to=to)


def as_data(impact: Impact, tell: Tell = str) -> dict[str, Any]:
    """An impact for a program: numbers and names, and no text of the case."""
    filed = impact.filed
    return {
        "case": impact.case,
        "language": impact.language,
        "made_before": impact.made[0],
        "made_now": impact.made[1],
        "paragraphs": len(impact.differences),
        "in_notes_alone": impact.in_notes_alone,
        "clauses": [{"clause": name, "paragraphs": number} for name, number in impact.by_clause.items()],
        "joined": list(impact.joined),
        "left": list(impact.left),
        "errors": [{"code": one.code, "message": tell(one.message)} for one in impact.errors],
        "filed": filed and {"on": filed.on.isoformat(), "to": filed.to, "paragraphs": list(impact.filed_paragraphs)},
    }


_NAMES = {"type": "array", "items": {"type": "string"}}
_NUMBERS = {"type": "array", "items": {"type": "integer"}}


def _object(properties: dict[str, Any], kind: str | list[str] = "object") -> dict[str, Any]:
    return {"type": kind, "properties": properties, "required": list(properties), "additionalProperties": False}


# what `as_data` gives, for the schema that is published
SCHEMA = _object(
    {
        "case": {"type": "string", "description": "the file of the case"},
        "language": {"type": "string", "description": "the language that its document was made in"},
        "made_before": {"type": "boolean", "description": "whether the old edition makes a document of the case at all"},
        "made_now": {"type": "boolean", "description": "whether the new one does; where one does not, nothing is compared"},
        "paragraphs": {"type": "integer", "description": "how many paragraphs read differently, their notes among them"},
        "in_notes_alone": {"type": "integer", "description": "how many of these differ in their notes alone"},
        "clauses": {
            "type": "array",
            "description": "where they stand; the empty name: in a standard text, a heading of the profile, a text of the case",
            "items": _object({"clause": {"type": "string"}, "paragraphs": {"type": "integer"}}),
        },
        "joined": {**_NAMES, "description": "clauses that are new in the document"},
        "left": {**_NAMES, "description": "clauses that are no longer in it"},
        "errors": {
            "type": "array",
            "description": "what only the new edition brings, and keeps the document from being built",
            "items": _object({"code": {"type": "string"}, "message": {"type": "string"}}),
        },
        "filed": {
            **_object({"on": {"type": "string", "format": "date"}, "to": {"type": "string"}, "paragraphs": _NUMBERS}, ["object", "null"]),
            "description": "for a pending case: when and to whom it was filed, and its paragraphs, by number, that read differently now",
        },
    }
)
