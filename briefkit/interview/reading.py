"""An answer as it was typed into the value that it means, or into a complaint."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefkit.diagnostics import Diagnostic
from briefkit.interview.days import read_day
from briefkit.interview.questions import Question, in_words, is_askable, question_about
from briefkit.interview.sums import read_count, read_sum
from briefkit.interview.topics import Answer, Interview, Topic, Value
from briefkit.markup import read_refs_at
from briefkit.messages import NOTHING, Message, Tell, listed, say, verbatim
from briefkit.model.facts import FactDeclaration, Given
from briefkit.model.libraries import Library
from briefkit.source import Source, Span
from briefkit.wording import write_fact


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why an answer cannot be taken, with an example of one that can."""

    said: Message
    example: Message = NOTHING


_EXAMPLES = {  # of each type of fact that has a way of being written
    "date": say("14 March 2025 or 2025-03-14"),
    "money": say("1,200,000 or 1.2 million"),
    "count": verbatim("12"),
    "yes-no": say("yes"),
    "list": say("one thing; another"),
    "act": verbatim("@kz-aoc-2014, art 460-1"),
}
_NO_TEXT = say("This cannot stand in a text.")
_YES = {"yes", "y", "true", "да", "д", "иә", "ия"}
_NO = {"no", "n", "false", "нет", "н", "жоқ"}


def example_for(question: Question) -> Message:
    """How an answer to a question may be written; nothing where its choices show it, or where any words will do."""
    return NOTHING if question.choices else _EXAMPLES.get(question.type, NOTHING)


def take(topic: Topic, typed: str, interview: Interview, tell: Tell, span: Span | None = None) -> Answer | Complaint:
    """The answer to the question about a topic, as it was typed; nothing typed skips the question."""
    source = Source(str(topic), typed)
    place = span or source.span(0, len(typed))
    if not typed.strip():
        return Answer(topic, "", None, place)
    question = in_words(question_about(topic, interview), interview.language, tell)
    value = read_answer(typed, question, interview.language, interview.holdings)
    return value if isinstance(value, Complaint) else Answer(topic, typed, value, place)


def resumed(interview: Interview, kept: Iterable[tuple[Topic, str]], tell: Tell) -> Interview:
    """The interview with answers of an earlier sitting, without those that the library, or an option, has overtaken."""
    for topic, typed in kept:
        if not is_askable(topic, interview) or topic in {one.topic for one in interview.every}:
            continue
        answer = take(topic, typed, interview, tell)
        if not isinstance(answer, Complaint):
            interview = interview.with_answer(answer)
    return interview


def shown(answer: Answer, interview: Interview, tell: Tell) -> str:
    """An answer as it was understood, where that is worth showing: a day, a sum, a choice or a list in words."""
    question = in_words(question_about(answer.topic, interview), interview.language, tell)
    if answer.value is None or question.type not in ("date", "money", "choice", "list"):
        return ""
    labels = question.labels or tuple((value, ((interview.language, label),)) for value, label in question.choices)
    declaration = FactDeclaration(str(answer.topic), question.type, choices=labels)
    return write_fact(Given(answer.value, question.type, str(answer.topic), answer.span), declaration, interview.language)


def read_answer(typed: str, question: Question, language: str, library: Library) -> Value | Complaint:
    """What a typed answer means. It is never guessed at: what can be read in two ways is a complaint."""
    reader = _READERS.get(question.type, _text)
    if question.type == "list":
        return _list(typed, question, language)
    if question.type == "act":
        return _act(typed, library)
    return reader(clean(typed), question, language)


def clean(typed: str) -> str:
    """One line, its white space single, without what no text can hold."""
    kept = (char for char in " ".join(typed.split()) if unicodedata.category(char) not in ("Cc", "Cs"))
    return " ".join("".join(kept).split())


def _text(typed: str, question: Question, language: str) -> Value | Complaint:
    refused = any(unicodedata.category(char) in ("Co", "Cn") for char in typed) or not typed
    return Complaint(_NO_TEXT) if refused else typed


def _date(typed: str, question: Question, language: str) -> Value | Complaint:
    day = read_day(typed)
    return Complaint(day, _EXAMPLES["date"]) if isinstance(day, Message) else day


def _money(typed: str, question: Question, language: str) -> Value | Complaint:
    amount = read_sum(typed, language)
    return Complaint(amount, _EXAMPLES["money"]) if isinstance(amount, Message) else amount


def _count(typed: str, question: Question, language: str) -> Value | Complaint:
    number = read_count(typed)
    return Complaint(number, _EXAMPLES["count"]) if isinstance(number, Message) else number


def _yes_no(typed: str, question: Question, language: str) -> Value | Complaint:
    word = typed.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    return Complaint(say("“{typed}”: answer yes or no.", typed=typed), _EXAMPLES["yes-no"])


def _choice(typed: str, question: Question, language: str) -> Value | Complaint:
    """A choice by its number, its label in any language, or its name in a file."""
    if typed.isdecimal() and 1 <= int(typed) <= len(question.choices):
        return question.choices[int(typed) - 1][0]
    named = {_alike(word): value for value, label in question.choices for word in (value, label)}
    named |= {_alike(label): value for value, labels in question.labels for _, label in labels}
    if _alike(typed) in named:
        return named[_alike(typed)]
    said = say("“{typed}” is none of the choices.", typed=typed)
    near = _near(typed, question)
    first = verbatim(f"1 ({question.choices[0][1]})" if question.choices else "1")
    return Complaint(listed((said, say("Did you mean “{near}”?", near=near)), " ") if near else said, first)


def _alike(word: str) -> str:
    return " ".join(word.split()).casefold().replace("ё", "е")


def _near(typed: str, question: Question) -> str:
    """The choice that was typed but for a slip; empty where there is none."""
    import difflib

    near = difflib.get_close_matches(typed.casefold(), [label.casefold() for _, label in question.choices], 1)
    return next((label for _, label in question.choices if near and label.casefold() == near[0]), "")


def _list(typed: str, question: Question, language: str) -> Value | Complaint:
    """Several answers: one a line, or between semicolons; choices between commas too."""
    pieces = typed.split("\n") if "\n" in typed.strip() else typed.split(";")
    if question.choices:
        known = {_alike(word) for value, labels in question.labels for word in (value, *(label for _, label in labels))}
        pieces = [part for piece in pieces for part in ([piece] if _alike(piece) in known else piece.split(","))]
    values: list[Value] = []
    for piece in filter(None, map(clean, pieces)):
        value = (_choice if question.choices else _text)(piece, question, language)
        if isinstance(value, Complaint):
            return value
        values.append(value)
    found = tuple(str(value) for value in dict.fromkeys(values))
    return found or Complaint(_NO_TEXT, _EXAMPLES["list"])


def _act(typed: str, library: Library) -> Value | Complaint:
    """A citation of an act that the library knows."""
    text = clean(typed)
    wrong: list[Diagnostic] = []
    refs = read_refs_at(text, Source("", text).whole(), wrong) if text.startswith("@") else ()
    if not refs or wrong:
        return Complaint(say("“{typed}” is not a citation of an act.", typed=text), _EXAMPLES["act"])
    for ref in refs:
        if library.authority(ref.authority) is None:
            return Complaint(_no_authority(ref.authority), _EXAMPLES["act"])
    return text


def _no_authority(name: str) -> Message:
    return say("There is no authority “{name}”; an exhibit is cited in the case itself, once it is listed there.", name=name)


_READERS: dict[str, Callable[[str, Question, str], Value | Complaint]] = {
    "text": _text,
    "person": _text,
    "date": _date,
    "money": _money,
    "count": _count,
    "yes-no": _yes_no,
    "choice": _choice,
}
