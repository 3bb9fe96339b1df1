"""One authority for people and for programs: its forms in every style and language, its standing, who cites it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefkit.cli.chosen import unknown_authority
from briefkit.cli.clauses import read_library_here
from briefkit.cli.completing import authority_ids
from briefkit.cli.options import format_option
from briefkit.cli.printing import errors, finish, show, show_diagnostics, show_json, show_named, show_table, stop
from briefkit.diagnostics import Diagnostic, Severity
from briefkit.messages import say
from briefkit.model.libraries import STATUSES, Authority, Library, Pinpoint
from briefkit.model.naming import LANGUAGES
from briefkit.source import Source

if TYPE_CHECKING:
    from briefkit.libraries import Layer

_LOCALE = re.compile(r"<style\b[^>]*\bdefault-locale=[\"']([a-z]+)")
Forms = tuple[tuple[str, str], ...]  # a form's name, and what it prints


@click.command("show")
@click.argument("authority", shell_complete=authority_ids)
@click.option("--style", help="One citation style, by name; every style of the workspace unless given.")
@click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    help="Unless given, the style's own, and for an English style each that has a title.",
)
@format_option
def show_authority(authority: str, style: str | None, language: str | None, form: str) -> None:
    """Show an authority: how each style cites it first, later and in a sentence; its status, its pinpoints, the clauses that cite it.

    \b
    Example:
      briefkit authorities show belyatsky
      briefkit authorities show iccpr --style ru-notes --lang ru
    """
    from briefkit.worklist import cited_in_clauses

    library, wrong = read_library_here()
    found = find_authority(library, wrong, authority)
    problems: list[Diagnostic] = []
    shown = tuple(_forms(found, style, language, problems))
    cited: dict[str, list[str]] = {}
    for one in cited_in_clauses(library, found.id):
        cited.setdefault(one.place, []).extend([one.loc] if one.loc and one.loc not in cited.get(one.place, ()) else [])
    if form == "json":
        forms = [{"style": name, "language": tongue, **_keyed(lines)} for name, tongue, lines in shown]
        cited_by = [{"clause": clause, "pinpoints": locs} for clause, locs in cited.items()]
        show_json({**authority_data(found), "forms": forms, "cited_by": cited_by})
    else:
        _print(found, shown, cited)
        show_diagnostics(dict.fromkeys(problems), Severity.WARNING)
    finish(problems)


def _keyed(lines: Forms) -> dict[str, str]:
    return {name.replace(" ", "_"): value for name, value in lines}


def _print(authority: Authority, shown: Iterable[tuple[str, str, Forms]], cited: dict[str, list[str]]) -> None:
    for style, language, lines in shown:
        show(f"{style}, {language}")
        show_named(lines, width=10, before="  ")
        show()
    citing = ", ".join(f"{clause} ({', '.join(locs)})" if locs else clause for clause, locs in cited.items())
    show_named([*_about(authority), (say("cited by"), citing or say("no clause"))], width=12)
    rows = [(one.loc, say("verified") if one.verified else say("not verified"), one.says) for one in authority.pinpoints]
    show()
    show_table(say("Pinpoints"), (say("pinpoint"), "", say("what it says")), rows)


def find_authority(library: Library, problems: Iterable[Diagnostic], name: str) -> Authority:
    """An authority by its id; where there is none, what is wrong with the library may be why."""
    found = library.authority(name)
    if found is None:
        stop(*errors(problems), unknown_authority(name, [one.id for one in library.authorities]))
    return found


def authority_data(authority: Authority) -> dict[str, Any]:
    """An authority for a program."""
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


def _about(authority: Authority) -> Iterable[tuple[str, str]]:
    from briefkit.authorities import shelfmark

    yield say("status"), STATUSES.get(authority.status, authority.status)
    if authority.in_force or authority.in_force_until:
        yield say("in force"), say("{first} to {last}", first=authority.in_force or "…", last=authority.in_force_until or "…")
    yield say("source"), str(shelfmark(authority))
    if authority.recalled:
        yield say("recalled"), authority.recalled.said
    yield say("identity"), say("confirmed") if authority.confirmed else say("not confirmed: check title, symbol and dates")
    if authority.note:
        yield say("note"), authority.note


# --- how it is cited ------------------------------------------------------------------------------


def _languages(authority: Authority, style: Source) -> list[str]:
    """The languages that have words for an authority in a style: the style's own where this is not English, else those of its titles."""
    made_for = _LOCALE.search(style.text)
    if made_for and made_for[1] != "en" and made_for[1] in LANGUAGES:
        return [made_for[1]]
    own = str(authority.csl.get("language") or "en").split("-")[0].lower()
    titled = {own, *dict(authority.titles)}
    return [language for language in LANGUAGES if language in titled] or ["en"]


def _forms(authority: Authority, style: str | None, language: str | None, problems: list[Diagnostic]) -> Iterator[tuple[str, str, Forms]]:
    """Each style and language with the forms that they print, the authority's first pinpoint in them."""
    from briefkit.build import locale_texts, style_named
    from briefkit.cite import forms
    from briefkit.markup import read_pinpoint
    from briefkit.shelf import lacks_style, packaged_layers, packaged_names, read_layers
    from briefkit.walk import plain

    layers = read_layers(Path.cwd(), [])
    layers = (*packaged_layers([style or ""], layers, problems), *layers)
    locator = read_pinpoint(authority.pinpoints[0].loc) if authority.pinpoints else None
    texts = locale_texts(layers)
    for name in [style] if style else _styles(layers):
        source = style_named(name, layers, more=packaged_names() if lacks_style(name, layers) else ())
        if source.value is None:
            stop(*source.diagnostics)
        for tongue in [language] if language else _languages(authority, source.value):
            shown = forms(authority, locator, source.value, tongue, texts)
            problems.extend(shown.diagnostics)
            yield name, tongue, tuple((form, plain(inlines)) for form, inlines in shown.value)


def _styles(layers: Iterable[Layer]) -> list[str]:
    """The names of the styles of a workspace."""
    paths = {path for layer in layers for path in layer if path.startswith("styles/") and path.endswith(".csl")}
    return sorted(path.removeprefix("styles/").removesuffix(".csl") for path in paths)
