"""Commands that bring references in and out: import, export."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefkit.cli.chosen import unknown_authority
from briefkit.cli.clauses import read_library_here
from briefkit.cli.completing import authority_ids
from briefkit.cli.options import case_file, format_option
from briefkit.cli.printing import as_data, errors, finish, show, show_diagnostics, show_json, show_table, stop
from briefkit.cli.speaking import tell, wrong_usage
from briefkit.diagnostics import Diagnostic, Severity, diagnose
from briefkit.messages import Message, listed, say, say_count
from briefkit.model.libraries import Authority

if TYPE_CHECKING:
    from briefkit.exchange import Outcome
    from briefkit.shelf import Imported

_file = click.Path(path_type=Path)
case_option = click.option("--case", type=_file, help="A case, in place of the library.")


@click.command("import")
@click.argument("file", type=_file)
@click.option("--into", type=_file, help="The library's file for new items; clauses/authorities/imported.yaml unless given.")
@case_option
@click.option("--replace", "replacing", is_flag=True, help="Replace the data of an item that is there and differs; never its own fields.")
@click.option("--custom", "with_custom", is_flag=True, help="Take the project's own fields too, verifications among them: trust the file.")
@click.option("--dry-run", is_flag=True, help="Say what would become of each item, and write nothing.")
@format_option
def import_authorities(
    file: Path, into: Path | None, case: Path | None, replacing: bool, with_custom: bool, dry_run: bool, form: str
) -> None:
    """Import references from CSL-JSON (as Zotero exports it), BibTeX or RIS, and say what became of each.

    Into the library unless --case is given. There, each new item is unconfirmed until a person has checked it.

    \b
    Example:
      briefkit authorities import zotero.json --dry-run
      briefkit authorities import refs.bib --case my-case/case.yaml
    """
    from briefkit.shelf import Ways, import_into_case, import_into_library

    if into and case:
        raise wrong_usage(say("Give --into or --case, not both."))
    ways = Ways(replacing, with_custom, dry_run)
    done = import_into_case(file, case_file(case), ways) if case else import_into_library(file, into, ways)
    if form == "json":
        show_json(_report(done.value, done.diagnostics))
    else:
        rows = [(_OUTCOMES[one.what], one.id, one.item.title, one.why) for one in done.value.outcomes]
        show_table(say("References"), (say("outcome"), say("id"), say("title"), say("why")), rows)
        show_diagnostics(done.diagnostics, Severity.WARNING)
        show(_summary(done.value, dry_run), err=True)
    finish(done.diagnostics)


_OUTCOMES = {
    "added": say("added"),
    "replaced": say("replaced"),
    "changed": say("changed"),
    "unchanged": say("unchanged"),
    "refused": say("refused"),
}


def _report(imported: Imported, problems: Iterable[Diagnostic]) -> dict[str, object]:
    items = [_outcome(one) for one in imported.outcomes]
    return {"items": items, "files": list(imported.files), "diagnostics": [as_data(problem) for problem in problems]}


def _outcome(one: Outcome) -> dict[str, str]:
    return {"outcome": one.what, "id": one.id, "given": one.item.given, "title": one.item.title, "why": tell(one.why)}


def _summary(imported: Imported, dry_run: bool) -> Message:
    """“2 added, 1 changed; --replace takes what the file has.” and where it stands."""
    outcomes = [one.what for one in imported.outcomes]
    said = _counted(outcomes) if outcomes else say("Nothing was imported")
    if "changed" in outcomes:
        said = say("{counted}; --replace takes the file’s data for what is changed", counted=said)
    files = ", ".join(imported.files)
    if not files:
        return say("{counted}.", counted=said)
    if dry_run:
        return say("{counted}. Would write {files}", counted=said, files=files)
    return say("{counted}. Wrote {files}", counted=said, files=files)


def _counted(outcomes: list[str]) -> Message:
    counted = (
        say_count("{number} added", "{number} added", outcomes.count("added")),
        say_count("{number} replaced", "{number} replaced", outcomes.count("replaced")),
        say_count("{number} changed", "{number} changed", outcomes.count("changed")),
        say_count("{number} unchanged", "{number} unchanged", outcomes.count("unchanged")),
        say_count("{number} refused", "{number} refused", outcomes.count("refused")),
    )
    return listed(one for one in counted if one.number)


@click.command("export")
@click.argument("ids", nargs=-1, shell_complete=authority_ids)
@case_option
@click.option("-o", "--output", type=_file, help="Where to: .json (CSL-JSON) or .bib (BibTeX); CSL-JSON is printed unless given.")
@click.option("--custom", "with_custom", is_flag=True, help="In CSL-JSON, the project's own fields too: status, pinpoints, verifications.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export_authorities(ids: tuple[str, ...], case: Path | None, output: Path | None, with_custom: bool, force: bool) -> None:
    """Export authorities as CSL-JSON, which Zotero and pandoc read, or BibTeX: all, some by id, or those that a case cites.

    \b
    Example:
      briefkit authorities export iccpr gc-31 -o refs.json
      briefkit authorities export --case my-case/case.yaml -o refs.bib
    """
    from briefkit.exchange import as_bibtex, as_csl_json
    from briefkit.shelf import Output, write_new

    ending = output.suffix.lower() if output else ".json"
    if ending not in {".json", ".bib"}:
        stop(
            diagnose(
                "output-unknown",
                say("“{file}”: references are not written as “{ending}”.", file=output, ending=ending),
                hint=say("use .json or .bib"),
            )
        )
    if with_custom and ending == ".bib":
        raise wrong_usage(say("BibTeX has no place for the project's own fields: export .json with --custom."))
    found = _chosen(ids, case)
    text = as_bibtex(found) if ending == ".bib" else as_csl_json(found, with_custom)
    if output is None:
        click.echo(text, nl=False)
        return
    problems = write_new(Output(output, text.encode("utf-8")), force)
    if problems:
        stop(*problems)
    show(say_count("Wrote {file}: {number} authority", "Wrote {file}: {number} authorities", len(found), file=output))


def _chosen(ids: tuple[str, ...], case: Path | None) -> tuple[Authority, ...]:
    """The authorities by their ids, those that a case cites, or all."""
    known, problems = cited_by(case) if case else _all()
    if not ids:
        if errors(problems):
            stop(*errors(problems))
        return known
    by_id = {one.id: one for one in known}
    missing = [unknown_authority(name, by_id) for name in ids if name not in by_id]
    if missing:
        stop(*errors(problems), *missing)
    return tuple(by_id[name] for name in dict.fromkeys(ids))


def _all() -> tuple[tuple[Authority, ...], tuple[Diagnostic, ...]]:
    library, problems = read_library_here()
    return library.authorities, problems


def cited_by(case: Path) -> tuple[tuple[Authority, ...], tuple[Diagnostic, ...]]:
    """The authorities that a case cites, in the order of their citation, and all problems of the case."""
    from briefkit.build import run_stages
    from briefkit.cli.cases import read_case_inputs
    from briefkit.tree import Cite
    from briefkit.walk import inlines_of

    stages = run_stages(read_case_inputs(case, {}))
    opinion, known = stages.value.opinion, stages.value.citable
    cited = dict.fromkeys(ref.authority for one in inlines_of(opinion) if isinstance(one, Cite) for ref in one.refs) if opinion else {}
    return tuple(known[name] for name in cited if name in known), stages.diagnostics
