"""The command new: questions and answers into a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefkit.cli.printing import errors, finish, show, show_diagnostics, show_table, stop
from briefkit.cli.speaking import speaking, tell, tell_in
from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean
from briefkit.messages import Message, listed, say
from briefkit.model.naming import LANGUAGES

if TYPE_CHECKING:
    from briefkit.interview import Interview
    from briefkit.model.libraries import Library


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--profile", help="A kind of document (styles/profiles).")
@click.option("--lang", "language", help="en, ru or kk: the language of the questions and of the document.")
@click.option("--answers", type=click.Path(path_type=Path), help="Ask nothing: take the answers from this file.")
@click.option("--force", is_flag=True, help="Write over a case that is there; texts of your own are kept.")
@click.pass_context
def new(context: click.Context, case: Path, profile: str | None, language: str | None, answers: Path | None, force: bool) -> None:
    """Make a case by questions: only what the kind of document and its clauses need to know.

    Enter skips a question, < goes back, ? explains, and a full stop saves and stops; the same command goes on later. Confidential answers
    are written to a file of their own beside the case, which nobody else can read.

    With --answers, a YAML file answers instead: the path of a fact and what you would type, such as “error.date: 14.03.2025”.

    \b
    Example:
      briefkit new complaint.yaml --profile court-complaint --lang ru
      briefkit new complaint.yaml --answers answers.yaml
    """
    from briefkit.shelf import present

    case = case if case.suffix in (".yaml", ".yml") else case / "case.yaml"
    stop_for(() if force else present(case))
    begun = _begun(_library(case), profile, language)
    interview = _from_file(answers, begun) if answers else _from_person(begun, case, force)
    with speaking(interview.language):  # it goes on in the language of the questions, whichever the program speaks otherwise
        _write(case, interview, force)
        ready = _show_end(case, interview)
        if ready and answers is None and _wants_to_build(interview):
            from briefkit.cli.cases import build

            context.invoke(build, case=case)
        else:
            command = f"briefkit build {case}"
            show(say("Next: {command}", command=command) if ready else say("Once that is put right: {command}", command=command))


def stop_for(problems: Iterable[Diagnostic]) -> None:
    """Show the problems, and exit with 1 if there is an error among them."""
    problems = tuple(problems)
    show_diagnostics(problems)
    finish(problems)


# --- before -----------------------------------------------------------------------------------------------


def _library(case: Path) -> Library:
    """The library that holds where the case is to stand; what is wrong with it, if anything, is said once the case is there."""
    from briefkit.libraries import read_library
    from briefkit.shelf import read_layers

    return read_library(read_layers(case.parent, [])).value


def _begun(library: Library, profile: str | None, language: str | None) -> Interview:
    """The interview with what the options say already."""
    from briefkit.interview import Answer, Interview, Topic
    from briefkit.source import Source

    known = [one.id for one in library.profiles]
    if profile is not None and profile not in known:
        hint = did_you_mean(profile, known, say("one of {names}", names=listed(known)))
        stop(diagnose("unknown-profile", say("There is no profile “{profile}”.", profile=profile), hint=hint))
    made_in = next((one.languages for one in library.profiles if one.id == profile), LANGUAGES)
    if language is not None and language not in made_in:
        said = say("The document cannot be made in the language “{language}”.", language=language)
        stop(diagnose("unknown-language", said, hint=say("one of {names}", names=listed(made_in))))
    if profile is not None and len(made_in) == 1:
        [language] = made_in  # there is nothing to choose
    options = [("language", language), ("profile", profile)]
    return Interview(library, tuple(Answer(Topic(name), value, value, Source(name, value).whole()) for name, value in options if value))


def _from_file(answers: Path, interview: Interview) -> Interview:
    """The interview answered from a file; exits if an answer is wrong, since nobody is there to be asked again."""
    from briefkit.interview import answer_from
    from briefkit.shelf import read_text

    problems: list[Diagnostic] = []
    source = read_text(answers, problems)
    stop_for(problems)
    answered = answer_from(source, interview, tell_in) if source else Checked(interview)
    with speaking(answered.value.language):
        stop_for(answered.diagnostics)
    return answered.value


def _from_person(interview: Interview, case: Path, force: bool) -> Interview:
    from briefkit.cli.conversation import converse

    options = [
        f"--{name} {interview.of_document(key)}" for name, key in (("profile", "profile"), ("lang", "language")) if key in _given(interview)
    ]
    return converse(interview, case, " ".join(("briefkit new", str(case), *options, *(["--force"] if force else []))))


def _given(interview: Interview) -> set[str]:
    return {one.topic.path for one in interview.given}


def _wants_to_build(interview: Interview) -> bool:
    from briefkit.cli.conversation import agreed

    return agreed(say("Build now?"), interview)


# --- after ------------------------------------------------------------------------------------------------


def _write(case: Path, interview: Interview, force: bool) -> None:
    """Write the files of the case, and say what became of each."""
    from briefkit.interview import case_texts
    from briefkit.shelf import forget_answers, write_case

    made = write_case(case, case_texts(interview, case.stem, tell_in), force)
    stop_for(made.diagnostics)
    forget_answers(case)
    for path in made.value.written:
        show(say("Wrote {file}", file=path))
    for path in made.value.kept:
        show(say("Kept {file}, which was there already", file=path))
    for path in made.value.exposed:
        show(say("The file .gitignore does not keep {file} out of version control: add the line *.secret.yaml to it.", file=path))


def _show_end(case: Path, interview: Interview) -> bool:
    """The plan, what is still unknown, and what stands in the way of a document; whether one can be built."""
    from briefkit.build import run_stages
    from briefkit.cli.cases import read_case_inputs
    from briefkit.interview import unknown_facts
    from briefkit.model.naming import in_language

    stages = run_stages(read_case_inputs(case, {}))
    rows = [
        (one.part.id, one.clause.slug, in_language(one.clause.title, interview.language), one.reason) for one in stages.value.plan.planned
    ]
    _show(say("In the document, in this order"), (say("part"), say("clause"), say("title"), say("because")), rows)
    of_document = say("(the document itself)")
    unknown = [(one.path, one.text, listed(one.clauses) or of_document) for one in unknown_facts(interview)]
    _show(say("Still unknown"), (say("fact"), say("question"), say("clauses that wait for it")), unknown)
    missing = {_printed(one) for one in stages.diagnostics if one.code == "missing-fact"}
    click.echo()
    if missing:
        show(say("The document cannot be built without: {facts}. Give them in {case}.", facts=listed(sorted(missing)), case=case))
    found = errors(stages.diagnostics)
    show_diagnostics(one for one in found if one.code != "missing-fact")
    return not found


def _show(title: Message, columns: tuple[Message, ...], rows: Sequence[tuple[str, ...]]) -> None:
    if rows:
        click.echo(f"\n{tell(title)}")
        show_table("", columns, rows)


def _printed(problem: Diagnostic) -> str:
    """The fact that a text prints and nobody gave."""
    return problem.span.text.strip("{ }").partition("|")[0].strip() if problem.span else ""
