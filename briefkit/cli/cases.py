"""Commands about one case: plan, build, check, cite."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefkit.cli.locking import kept, lock_options, locked_inputs, show_locked
from briefkit.cli.options import case_argument, case_file, choices, chosen, final_option, force_option, format_option, least, verbosity
from briefkit.cli.printing import as_data, count, finish, show, show_diagnostics, show_json, show_table, summed_up
from briefkit.cli.publishing import default_output, names_in_names, public_options, refuse_with_public, report_on, show_report
from briefkit.cli.speaking import tell, wrong_usage
from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.messages import say, say_count

if TYPE_CHECKING:
    from briefkit.build import Inputs
    from briefkit.pagination import Press

UNVERIFIED = {"unverified-pinpoint", "unverified-authority"}


@click.command()
@case_argument
@choices
@format_option
def plan(case: Path, form: str, **options: str | None) -> None:
    """Show which clauses the document takes, in order, and why each other one is left out.

    \b
    Example:
      briefkit plan examples/reporting-fine/case.yaml
    """
    from briefkit.build import run_stages
    from briefkit.model.naming import in_language

    stages = run_stages(read_case_inputs(case, options, form, {"in": [], "out": []}))
    made = stages.value.plan
    if form == "json":
        show_json(
            {
                "in": [
                    {"clause": one.clause.slug, "part": one.part.id, "tone": one.tone, "reason": tell(one.reason)} for one in made.planned
                ],
                "out": [{"clause": one.clause.slug, "reason": tell(one.reason)} for one in made.left_out],
                "diagnostics": [as_data(problem) for problem in stages.diagnostics],
            }
        )
    else:
        language = stages.value.case.language if stages.value.case else "en"
        rows = [(one.part.id, one.clause.slug, in_language(one.clause.title, language), one.tone, one.reason) for one in made.planned]
        part, clause, title, because = say("part"), say("clause"), say("title"), say("because")
        show_table(say("In the document, in this order"), (part, clause, title, say("tone"), because), rows)
        out = say("left out")
        left = [(out, one.clause.slug, in_language(one.clause.title, language), "", one.reason) for one in made.left_out]
        show_table(say("Left out"), ("", clause, title, "", because), left)
        show_diagnostics(stages.diagnostics, Severity.ERROR)
    finish(stages.diagnostics)


@click.command()
@case_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Where to; .docx, .pdf, .odt, .html or .txt. May be repeated.",
)
@click.option("--pages", is_flag=True, help="Page numbers in the contents and the table of authorities, by LibreOffice.")
@click.option("--index", is_flag=True, help="An index of facts and exhibits at the end.")
@click.option("--zotero", is_flag=True, help="Citations that a user of Zotero can go on with in Word (see docs/zotero.md).")
@click.option("--paper", help="a4 or letter, in place of what the case says; absent, the template's own.")
@choices
@lock_options
@public_options
@final_option
@force_option
@format_option
@verbosity
def build(
    case: Path,
    outputs: tuple[Path, ...],
    pages: bool,
    index: bool,
    zotero: bool,
    lock: bool,
    locked: bool,
    public: bool,
    report: Path | None,
    final: bool,
    force: bool,
    form: str,
    quiet: bool,
    verbose: bool,
    **options: str | None,
) -> None:
    """Build the document of a case. Nothing is written while there is an error.

    A final build and a PDF have page numbers, as --pages gives them: LibreOffice lays the document out, which takes some seconds.

    A working draft says in Word which clause each paragraph comes from, and its sources are kept beside the case: see briefkit inspect.

    With --public, names become pseudonyms, days months and sums rounder ones; the finished files are searched for what is confidential,
    and nothing is written while any of it is found in them. What may still give somebody away is in the --report.

    \b
    Example:
      briefkit build examples/reporting-fine/case.yaml -o opinion.docx -o opinion.pdf
      briefkit build examples/reporting-fine/case.yaml --public --report leaks.html
    """
    from briefkit.build import build_with_sources
    from briefkit.case import named_files
    from briefkit.cli.speaking import tell_in
    from briefkit.shelf import Output, write_outputs
    from briefkit.writers import PRESSED

    case = case_file(case)
    refuse_with_public(public, zotero, lock)
    outputs = outputs or (default_output(case, public),)
    problems = tuple(_unknown_endings(outputs))
    if zotero and not any(_wanted(path) == "docx" for path in outputs):
        raise wrong_usage(say("--zotero is for Word documents: give an output that ends in .docx."))
    inputs = replace(read_case_inputs(case, options, form, {"outputs": []}), index=index, zotero=zotero, public=public)
    inputs, pins = locked_inputs(case, inputs, form, lock, locked)
    wanted = [_wanted(path) for path in outputs if not problems]
    with _press(pages or final or any(_ending(path) in PRESSED for path in outputs)) as press:
        built = build_with_sources(inputs, wanted, final, tell_in, press)
    problems += (*built.diagnostics, *names_in_names(outputs, built.value.stages))
    made = list(report_on(report, built.value.stages, problems))
    if built.value.outputs and not any(one.is_error for one in problems):
        made += [Output(path, built.value.outputs[_wanted(path)]) for path in outputs]
    if made:
        read = [case.parent / file.path for file in named_files(inputs.case.case)]
        read += [Path(given) for name in ("style", "template") if (given := options[name])]
        problems += write_outputs(made, case, force, read)
    written = bool(built.value.outputs) and not any(problem.is_error for problem in problems)
    if written and built.value.sources:
        problems += tuple(kept(case, built.value.sources, final, lock, pins))
    if form == "json":
        paths = [path.as_posix() for path in outputs] if written else []
        show_json({"outputs": paths, "diagnostics": [as_data(problem) for problem in problems]})
    else:
        _report(problems, outputs if written else (), case, quiet, verbose)
        if written and lock:
            show_locked(case, problems)
        show_report(report, made, problems)
    finish(problems)


def _press(wanted: bool) -> AbstractContextManager[Press | None]:
    """What lays documents out, where that is wanted."""
    if not wanted:
        return nullcontext()
    from briefkit.press import Office

    return Office()


def _report(problems: tuple[Diagnostic, ...], written: tuple[Path, ...], case: Path, quiet: bool, verbose: bool) -> None:
    """The problems, and what was built. A draft's unverified pinpoints are counted, since the draft itself marks them."""
    unverified = [problem for problem in problems if problem.code in UNVERIFIED and not problem.is_error]
    show_diagnostics([problem for problem in problems if verbose or problem not in unverified], least(quiet, verbose))
    for path in written:
        show(say("Built {file}", file=path))
    if not written:
        show(say("Nothing was built: {errors}.", errors=count(problem for problem in problems if problem.is_error)), err=True)
    elif not quiet:
        _show_work_left(len(unverified), sum(problem.code == "clause-not-adopted" for problem in problems), case)


def _show_work_left(unverified: int, waiting: int, case: Path) -> None:
    if unverified:
        said = say_count(
            "{number} citation is not verified and is marked in the draft; “{command}” lists what to open.",
            "{number} citations are not verified and are marked in the draft; “{command}” lists what to open.",
            unverified,
            command=f"briefkit check {case}",
        )
        show(said, err=True)
    if waiting:
        said = say_count(
            "{number} draft or lagging text is not adopted by counsel; “-o checklist.docx” lists what to read.",
            "{number} drafts or lagging texts are not adopted by counsel; “-o checklist.docx” lists what to read.",
            waiting,
        )
        show(said, err=True)


def _wanted(path: Path) -> str:
    """What a file is to hold, by its name: counsel's checklist in checklist.docx or opinion-checklist.docx, else the document."""
    listed = path.stem == "checklist" or path.stem.endswith("-checklist")
    return f"checklist.{_ending(path)}" if listed else _ending(path)


def _ending(path: Path) -> str:
    return path.suffix.removeprefix(".").lower()


def _unknown_endings(outputs: tuple[Path, ...]) -> list[Diagnostic]:
    from briefkit.writers import ENDINGS

    known = [f".{ending}" for ending in ENDINGS]

    def unknown(path: Path) -> Diagnostic:
        hint = did_you_mean(path.suffix, known, say("use {endings}", endings=", ".join(known)))
        said = say("“{file}”: there is no writer for “{ending}”.", file=path, ending=path.suffix)
        return diagnose("output-unknown", said, hint=hint)

    return [unknown(path) for path in outputs if _ending(path) not in ENDINGS]


@click.command()
@click.argument("case", type=click.Path(path_type=Path), required=False)
@click.option("--library", is_flag=True, help="Check a clause library instead: CASE is then its folder; absent, the one you stand in.")
@click.option("--against", type=click.Path(path_type=Path), help="Compare instead: another case of the same client.")
@choices
@final_option
@format_option
@verbosity
def check(
    case: Path | None,
    library: bool,
    against: Path | None,
    final: bool,
    form: str,
    quiet: bool,
    verbose: bool,
    language: str | None,
    **options: str | None,
) -> None:
    """List everything that is wrong with a case, or unverified, with the source to open. Writes nothing.

    With --library, what is wrong with the clauses, authorities, facts and terms themselves, and what the library holds in numbers.

    With --against, where the documents of two cases of one client contradict each other: facts with different values, clauses that exclude
    each other, what one asks for and the other does not. Where one is made for a body of the United Nations, also the claims under the
    Covenants that the other does not raise in substance.

    \b
    Example:
      briefkit check examples/reporting-fine/case.yaml
      briefkit check --library --lang ru
      briefkit check communication/case.yaml --against complaint/case.yaml
    """
    if library and (final or against or any(options.values())):
        raise wrong_usage(say("--library takes --lang alone: a library has no profile, tone, style or template, and is never final."))
    if against is not None and final:
        raise wrong_usage(say("--against compares drafts: it takes no --final."))
    if library:
        from briefkit.cli.health import check_library_at

        check_library_at(case or Path(), language or "", form, quiet, verbose)
    elif case is None:
        raise wrong_usage(say("Give the CASE to check, or --library to check the clause library."))
    elif against is not None:
        from briefkit.cli.coverage import check_against

        check_against(case, against, {**options, "language": language}, form, quiet, verbose)
    else:
        _check_case(case, final, form, quiet, verbose, {**options, "language": language})


def _check_case(case: Path, final: bool, form: str, quiet: bool, verbose: bool, options: dict[str, str | None]) -> None:
    from briefkit.build import build as build_document
    from briefkit.diagnostics import in_order
    from briefkit.shelf.exposed import check_exposed

    inputs = read_case_inputs(case, options, form)
    problems = in_order((*build_document(inputs, (), final).diagnostics, *check_exposed(case_file(case), inputs)))
    if form == "json":
        show_json([as_data(problem) for problem in problems])
    else:
        show_diagnostics(problems, least(quiet, verbose))
        show(summed_up(problems, say("Nothing to report.")), err=True)
    finish(problems)


@click.command()
@case_argument
@click.option("--style", "styles", multiple=True, help="A citation style, by name or .csl file. May be repeated: side by side.")
@click.option("--lang", "language", help="en, ru or kk.")
@click.option("--tone", help="cooperative, neutral or adversarial.")
@click.option("--profile", help="A kind of document (styles/profiles).")
@format_option
def cite(case: Path, styles: tuple[str, ...], form: str, **options: str | None) -> None:
    """Show the footnotes of a document, in one or more citation styles.

    \b
    Example:
      briefkit cite examples/reporting-fine/case.yaml --style international-law
    """
    from briefkit.build import run_stages
    from briefkit.writers.text import note_texts

    columns: list[tuple[str, dict[int, str]]] = []
    problems: list[Diagnostic] = []
    for style in styles or ("",):
        stages = run_stages(read_case_inputs(case, {**options, "style": style}, form, {"notes": []}))
        problems.extend(stages.diagnostics)
        if stages.value.opinion is not None:
            columns.append((style, dict(note_texts(stages.value.opinion))))
    numbers = sorted({number for _, notes in columns for number in notes})
    if form == "json":
        notes = [{"number": number, "notes": {name or "note": texts.get(number, "") for name, texts in columns}} for number in numbers]
        show_json({"notes": notes, "diagnostics": [as_data(problem) for problem in dict.fromkeys(problems)]})
    else:
        rows = [(str(number), *(texts.get(number, "") for _, texts in columns)) for number in numbers]
        show_table(say("Footnotes"), (say("n"), *(name or say("footnote") for name, _ in columns)), rows)
        show_diagnostics(dict.fromkeys(problems), Severity.ERROR)
    finish(problems)


def read_case_inputs(case: Path, options: dict[str, str | None], form: str = "text", empty: dict[str, list[str]] | None = None) -> Inputs:
    """All that the case reads; exits if there is no case to read. `empty` is what the command's JSON holds then, besides."""
    from briefkit.shelf import read_inputs

    inputs = read_inputs(case_file(case), chosen(**options))
    if isinstance(inputs, tuple):
        if form == "json":
            problems = [as_data(problem) for problem in inputs]
            show_json(problems if empty is None else {**empty, "diagnostics": problems})
        else:
            show_diagnostics(inputs)
        raise SystemExit(1)
    return inputs
