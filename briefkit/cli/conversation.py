"""An interview in a terminal, line by line: nothing is drawn, so that any terminal, and any reader of a screen, can follow."""

from __future__ import annotations

from pathlib import Path

import click

from briefkit.cli.printing import stop
from briefkit.interview import Answer, Complaint, Interview, Question, Topic, next_question, read_answer, resumed, say, shown, skipped, take
from briefkit.model.naming import LANGUAGES
from briefkit.shelf import KeptAnswer, keep_answers, kept_answers

BACK, HELP, STOP = "<", "?", "."
NEEDED = (Topic("language"), Topic("profile"))  # all other questions follow from these


def converse(interview: Interview, case: Path, command: str) -> Interview:
    """Ask until there is nothing more to ask; every answer is kept, so that `command` goes on where somebody stopped."""
    languages = (interview.language,) if interview.of_document("language") else LANGUAGES
    for language in languages:
        click.echo(say("welcome", language))
    interview = resumed(interview, [(Topic(one.path, one.row, one.field), one.typed) for one in kept_answers(case)])
    if interview.answers:
        click.echo(say("resumed", interview.language, number=len(interview.answers)))
    taken_back: Answer | None = None
    while (question := next_question(interview)) is not None:
        _put(question, interview.language, taken_back)
        answer = _answered(question, interview)
        if answer is None:
            click.echo(say("stopped", interview.language, command=command))
            raise SystemExit(0)
        taken_back = interview.answers[-1] if answer == BACK else None
        interview = interview.without_last() if isinstance(answer, str) else interview.with_answer(answer)
        problems = keep_answers(case, [KeptAnswer(one.topic.path, one.topic.row, one.topic.field, one.typed) for one in interview.every])
        if problems:
            stop(*problems)
    return interview


def agreed(text: str, interview: Interview) -> bool:
    """Whether a yes or no is answered with yes, in any language of the interview; no answer is a no."""
    typed = _line(f"{text} ")
    question = Question(Topic(""), text, "yes-no")
    return bool(typed) and read_answer(typed, question, interview.language, interview.holdings) is True


def _put(question: Question, language: str, taken_back: Answer | None) -> None:
    progress = say("progress", language, number=question.number, about=question.about)
    row = f" – {say('record', language, number=question.topic.row + 1)}" if question.topic.field else ""
    click.echo(f"\n{progress}{row}")
    click.echo(question.text + (f" [{say('confidential', language)}]" if question.confidential else ""))
    for number, (_, label) in enumerate(question.choices, start=1):
        click.echo(f"  {number}. {label}")
    if question.type == "list":
        click.echo(f"  {say('several' if question.choices else 'listed', language)}")
    if taken_back is not None and taken_back.typed:
        click.echo(f"  {say('was', language, typed=' '.join(taken_back.typed.split()))}")


def _answered(question: Question, interview: Interview) -> Answer | str | None:
    """The answer to a question, BACK, or None to stop."""
    while True:
        typed = _typed(question)
        if typed == STOP:
            return None
        if typed == HELP:
            _explain(question, interview.language)
        elif typed == BACK and interview.answers:
            return BACK
        elif typed == BACK:
            click.echo(f"  {say('first-question', interview.language)}")
        elif not typed and question.topic in NEEDED:
            click.echo(f"  {say('must-answer', interview.language)}")
        elif not typed:
            return skipped(question.topic)
        elif (answer := _taken(question, typed, interview)) is not None:
            return answer


def _taken(question: Question, typed: str, interview: Interview) -> Answer | None:
    """The answer, shown as it was understood; None where it was a complaint, which is said."""
    answer, language = take(question.topic, typed, interview), interview.language
    if isinstance(answer, Complaint):
        example = " " + say("example", language, example=answer.example) if answer.example else ""
        click.echo(f"  {answer.said}{example}")
        return None
    if understood := shown(answer, interview):
        click.echo(f"  {say('read-as', language, value=understood)}")
    return answer


def _explain(question: Question, language: str) -> None:
    example = "" if question.choices or question.type in ("text", "person") else say(f"example-{question.type}", language)
    lines = [question.help] if question.help else []
    lines += [say("example", language, example=example)] if example else []
    for line in lines or [say("no-help", language)]:
        click.echo(f"  {line}")


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
