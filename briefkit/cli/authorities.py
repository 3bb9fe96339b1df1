"""Commands about authorities: list, show, verify; those that bring them in and out stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from briefkit.cli.clauses import read_library_here
from briefkit.cli.exchange import export_authorities, import_authorities
from briefkit.cli.options import case_file, format_option
from briefkit.cli.printing import errors, finish, show_diagnostics, show_json, show_table, stop
from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean
from briefkit.model.library import STATUSES, Authority, Library, Pinpoint, Verification


@click.group()
def authorities() -> None:
    """List and show the authorities, bring them in and out, and record that a source was seen."""


authorities.add_command(import_authorities)
authorities.add_command(export_authorities)


@authorities.command("list")
@click.argument("case", required=False, type=click.Path(path_type=Path))
@click.option("--style", help="With a case: a citation style, by name or .csl file.")
@click.option("--lang", "language", help="With a case: en, ru or kk.")
@format_option
def list_authorities(case: Path | None, form: str, **options: str | None) -> None:
    """List the authorities of the library; or of a case, its table of authorities: by category, in full, with every note and paragraph.

    \b
    Example:
      briefkit authorities list
      briefkit authorities list examples/reporting-fine/case.yaml
    """
    if case is not None:
        from briefkit.cli.tables import show_authorities_of

        show_authorities_of(case, form, **options)
        return
    library, problems = read_library_here()
    found = library.authorities
    if form == "json":
        show_json([_as_data(one) for one in found])
    else:
        rows = [(one.id, _short(one), one.status, _verified_count(one), "" if one.confirmed else "unconfirmed") for one in found]
        show_table("Authorities", ("id", "short form", "status", "pinpoints verified", "identity"), rows)
    show_diagnostics(problems, Severity.ERROR)
    finish(problems)


def _short(authority: Authority) -> str:
    return str(authority.csl.get("title-short") or authority.csl.get("title", ""))


def _verified_count(authority: Authority) -> str:
    return f"{sum(1 for pinpoint in authority.pinpoints if pinpoint.verified)}/{len(authority.pinpoints)}"


def _as_data(authority: Authority) -> dict[str, object]:
    return {
        "id": authority.id,
        "csl": dict(authority.csl),
        "status": authority.status,
        "confirmed": authority.confirmed,
        "pinpoints": [{"loc": one.loc, "says": one.says, "verified": _recorded(one)} for one in authority.pinpoints],
    }


def _recorded(pinpoint: Pinpoint) -> dict[str, str] | None:
    seen = pinpoint.verified
    return {"seen": seen.seen, "by": seen.by, "on": seen.on.isoformat()} if seen else None


@authorities.command("show")
@click.argument("authority")
@click.option("--style", default="international-law", help="A citation style of the workspace.")
@click.option("--lang", "language", default="en", help="en, ru or kk.")
@format_option
def show_authority(authority: str, style: str, language: str, form: str) -> None:
    """Show an authority: how it is cited first, later and in a sentence, its status, and its pinpoints.

    \b
    Example:
      briefkit authorities show sr-23-39
    """
    found = _find(*read_library_here(), authority)
    if form == "json":
        show_json(_as_data(found))
        return
    for name, value in (*_forms(found, style, language), *_about(found)):
        click.echo(f"{name + ':':12}{value}")
    rows = [(one.loc, "verified" if one.verified else "not verified", one.says) for one in found.pinpoints]
    click.echo()
    show_table("Pinpoints", ("pinpoint", "", "what it says"), rows)


def _find(library: Library, problems: Iterable[Diagnostic], name: str) -> Authority:
    """An authority by its id; where there is none, what is wrong with the library may be why."""
    found = library.authority(name)
    if found is None:
        hint = did_you_mean(name, [one.id for one in library.authorities], "briefkit authorities list shows all")
        stop(*errors(problems), diagnose("unknown-authority", f"There is no authority “{name}”.", hint=hint))
    return found


def _forms(authority: Authority, style: str, language: str) -> Iterable[tuple[str, str]]:
    from briefkit.build import locale_texts, style_named
    from briefkit.cite import forms
    from briefkit.markup import read_pinpoint
    from briefkit.shelf import lacks_style, packaged_layers, packaged_names, read_layers
    from briefkit.walk import plain

    problems: list[Diagnostic] = []
    layers = read_layers(Path.cwd(), problems)
    layers = (*packaged_layers([style], layers, problems), *layers)
    source = style_named(style, layers, more=packaged_names() if lacks_style(style, layers) else ())
    if source.value is None:
        stop(*source.diagnostics)
    locator = read_pinpoint(authority.pinpoints[0].loc) if authority.pinpoints else None
    shown = forms(authority, locator, source.value, language, locale_texts(layers))
    if shown.has_errors:
        stop(*shown.diagnostics)
    return [(name, plain(inlines)) for name, inlines in shown.value]


def _about(authority: Authority) -> Iterable[tuple[str, str]]:
    from briefkit.authorities import shelfmark

    yield "status", STATUSES.get(authority.status, authority.status)
    if authority.in_force or authority.in_force_until:
        yield "in force", f"{authority.in_force or '…'} to {authority.in_force_until or '…'}"
    yield "source", str(shelfmark(authority))
    if authority.recalled:
        yield "recalled", str(authority.recalled)
    yield "identity", "confirmed" if authority.confirmed else "not confirmed: check title, symbol and dates"
    if authority.note:
        yield "note", authority.note


@authorities.command("verify")
@click.argument("authority")
@click.argument("pinpoint")
@click.option("--seen", required=True, help="What you saw: the address or the edition of the source.")
@click.option("--by", required=True, help="Who saw it, by role: local counsel, researcher.")
@click.option("--on", default=None, help="The day on which it was seen (YYYY-MM-DD); today unless given.")
@click.option("--case", "case", type=click.Path(path_type=Path), help="Record it in this case alone, not in the library.")
def verify_pinpoint(authority: str, pinpoint: str, seen: str, by: str, on: str | None, case: Path | None) -> None:
    """Record that you saw a pinpoint in its source. Only a person who did should say so.

    \b
    Example:
      briefkit authorities verify gc-31 "para 8" --seen https://undocs.org/CCPR/C/21/Rev.1/Add.13 \\
        --by "local counsel" --case case.yaml
    """
    from briefkit.shelf import record_in_case, record_in_library
    from briefkit.yamlmarks import as_day

    day = date.today() if on is None else as_day(on)
    if day is None:
        stop(diagnose("bad-date", f"“{on}” is not a date, written YYYY-MM-DD.", hint="for example 2026-11-24"))
    if day > date.today():
        stop(diagnose("bad-date", f"{day} has not come yet.", hint="give the day on which you saw it"))
    verification = Verification(seen, by, day)
    if case is not None:
        problems = record_in_case(case_file(case), authority, pinpoint, verification)
    else:
        problems = record_in_library(_find(*read_library_here(), authority), pinpoint, verification)
    if problems:
        stop(*problems)
    click.echo(f"Recorded: {authority}, {pinpoint} was seen on {day.isoformat()} by {by}.")
