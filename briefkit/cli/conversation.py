"""An interview in a terminal, line by line: nothing is drawn, so that any terminal, and any reader of a screen, can follow.

It speaks the language of the interview, which its first answer may choose, whichever language the program speaks otherwise.
"""

from __future__ import annotations

from pathlib import Path

import click

from briefkit.cli.printing import stop
from briefkit.cli.speaking import speaking, tell, tell_in
from briefkit.interview import (
    Answer,
    Complaint,
    Interview,
    Question,
    Topic,
    example_for,
    next_question,
    read_answer,
    resumed,
    shown,
    skipped,
    take,
)
from briefkit.messages import Message, say
from briefkit.model.naming import LANGUAGES
from briefkit.shelf import KeptAnswer, keep_answers, kept_answers

BACK, HELP, STOP = "<", "?", "."
NEEDED = (Topic("language"), Topic("profile"))  # all other questions follow from these
_CONFIDENTIAL = say("confidential")
_SEVERAL = say("Several answers: by numbers, with commas.")
_LISTED = say("Several answers: with semicolons; a semicolon at the end of a line goes on in the next.")


def converse(interview: Interview, case: Path, command: str) -> Interview:
    """Ask until there is nothing more to ask; every answer is kept, so that `command` goes on where somebody stopped."""
    languages = (interview.language,) if interview.of_document("language") else LANGUAGES
    for language in languages:
        click.echo(tell_in(language, say("Enter skips a question, < goes back, ? explains, . saves and stops.")))
    interview = resumed(interview, [(Topic(one.path, one.row, one.field), one.typed) for one in kept_answers(case)], tell_in)
    if interview.answers:
        going_on = say("Going on where you stopped; answers so far: {number}.", number=len(interview.answers))
        click.echo(tell_in(interview.language, going_on))
    taken_back: Answer | None = None
    while (question := next_question(interview)) is not None:
        with speaking(interview.language):
            _put(question, taken_back)
            answer = _answered(question, interview)
            if answer is None:
                click.echo(tell(say("Saved. To go on: {command}", command=command)))
                raise SystemExit(0)
            taken_back = interview.answers[-1] if answer == BACK else None
            interview = interview.without_last() if isinstance(answer, str) else interview.with_answer(answer)
            _keep(case, interview)
    return interview


def agreed(text: Message, interview: Interview) -> bool:
    """Whether a yes or no is answered with yes, in any language of the interview; no answer is a no."""
    typed = _line(f"{tell(text)} ")
    question = Question(Topic(""), text, "yes-no")
    return bool(typed) and read_answer(typed, question, interview.language, interview.holdings) is True


def _keep(case: Path, interview: Interview) -> None:
    problems = keep_answers(case, [KeptAnswer(one.topic.path, one.topic.row, one.topic.field, one.typed) for one in interview.every])
    if problems:
        stop(*problems)


def _put(question: Question, taken_back: Answer | None) -> None:
    progress = tell(say("Question {number} of about {about}", number=question.number, about=question.about))
    row = " – " + tell(say("Record {number}", number=question.topic.row + 1)) if question.topic.field else ""
    click.echo(f"\n{progress}{row}")
    click.echo(_text(question) + (f" [{tell(_CONFIDENTIAL)}]" if question.confidential else ""))
    for number, (_, label) in enumerate(question.choices, start=1):
        click.echo(f"  {number}. {tell(label)}")
    if question.type == "list":
        _show_below(_SEVERAL if question.choices else _LISTED)
    if taken_back is not None and taken_back.typed:
        _show_below(say("The answer was: {typed}", typed=" ".join(taken_back.typed.split())))


def _text(question: Question) -> str:
    """What a question asks; before the language is chosen, in every language."""
    if question.topic == Topic("language"):
        return " / ".join(tell_in(language, question.text) for language in LANGUAGES)
    return tell(question.text)


def _show_below(message: str) -> None:
    """A line that belongs to the question above it."""
    click.echo(f"  {tell(message)}")


def _answered(question: Question, interview: Interview) -> Answer | str | None:
    """The answer to a question, BACK, or None to stop."""
    while True:
        typed = _typed(question)
        if typed == STOP:
            return None
        if typed == HELP:
            _explain(question)
        elif typed == BACK and interview.answers:
            return BACK
        elif typed == BACK:
            _show_below(say("This is the first question."))
        elif not typed and question.topic in NEEDED:
            _show_below(say("The rest depends on this: choose one, or stop with a full stop."))
        elif not typed:
            return skipped(question.topic)
        elif (answer := _taken(question, typed, interview)) is not None:
            return answer


def _taken(question: Question, typed: str, interview: Interview) -> Answer | None:
    """The answer, shown as it was understood; None where it was a complaint, which is said."""
    answer = take(question.topic, typed, interview, tell_in)
    if isinstance(answer, Complaint):
        example = " " + tell(say("For example: {example}", example=answer.example)) if answer.example else ""
        click.echo(f"  {tell(answer.said)}{example}")
        return None
    if understood := shown(answer, interview, tell_in):
        _show_below(say("Read as: {value}", value=understood))
    return answer


def _explain(question: Question) -> None:
    example = example_for(question)
    lines = [question.help] if question.help else []
    lines += [say("For example: {example}", example=example)] if example else []
    for line in lines or [say("There is no more to say about it.")]:
        _show_below(line)


def _typed(question: Question) -> str:
    """A line; for a list also those after it, for as long as a semicolon ends one."""
    lines = [_line("> ")]
    while question.type == "list" and lines[-1].endswith(";"):
        lines.append(_line("… "))
    return " ".join(filter(None, (line for line in lines if line != STOP or len(lines) == 1)))


def _line(prompt: str) -> str:
    """What is typed; the end of the input, or an interruption, stops like a full stop."""
    try:
        return str(click.prompt("", prompt_suffix=prompt, default="", show_default=False)).strip()
    except (click.Abort, KeyboardInterrupt):  # an interruption may come while the prompt is still being written
        click.echo()
        return STOP
