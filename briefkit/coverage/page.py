"""The matrix as one page: the four lists first, then each issue with its clauses, their authorities and facts side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefkit.coverage import Coverage
from briefkit.coverage.printed import lists_of, spans
from briefkit.coverage.rows import Cited, Row
from briefkit.coverage.styling import STYLE
from briefkit.coverage.uses import UsedFact
from briefkit.diagnostics import Diagnostic, Severity
from briefkit.model.libraries import STATUSES
from briefkit.pages import escaped, whole_page

_TAG = re.compile(r"</?\w+>")  # italics in a title of CSL


def write_page(coverage: Coverage, title: str, language: str) -> str:
    """The page, as HTML. `title` is the document's, in the language of the document."""
    return whole_page(f"{title}: coverage", STYLE, _body(coverage, title, language))


def _body(coverage: Coverage, title: str, language: str) -> Iterator[str]:
    yield f'<header>\n<h1>Coverage</h1>\n<p class="quiet" lang="{escaped(language)}">{escaped(title)}</p>\n</header>'
    yield '<nav aria-label="On this page">\n<ul>'
    for name, heading, found in lists_of(coverage):
        yield f'<li><a href="#{name}">{heading}</a>: {len(found)}</li>'
    yield '<li><a href="#matrix">The matrix</a></li>\n</ul>\n</nav>\n<main>'
    for name, heading, found in lists_of(coverage):
        yield f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>'
        yield from _list(found)
        yield "</section>"
    yield '<h2 id="matrix">The matrix</h2>'
    for issue, rows in groupby(coverage.rows, key=lambda row: row.issue):
        yield f'<section class="issue">\n<h3 lang="{escaped(language)}">{escaped(issue)}</h3>'
        for row in rows:
            yield from _row(row, language)
        yield "</section>"
    yield "</main>"


def _list(found: Iterable[Diagnostic]) -> Iterator[str]:
    problems = tuple(found)
    if not problems:
        yield '<p class="quiet">None.</p>'
        return
    calm = " calm" if all(one.severity is Severity.NOTE for one in problems) else ""
    yield f'<ul class="list{calm}">'
    for one in problems:
        place = f'<span class="place"><code>{escaped(str(one.span))}</code></span>' if one.span else ""
        hint = f'<span class="hint">{escaped(one.hint)}</span>' if one.hint else ""
        yield f"<li>{escaped(one.message)}{hint}{place}</li>"
    yield "</ul>"


def _row(row: Row, language: str) -> Iterator[str]:
    name = f"Clause <code>{escaped(row.clause)}</code>" if row.clause else "Own text"
    number = f'<span class="number">{escaped(row.catalogue)}</span> ' if row.catalogue else ""
    paragraphs = f", paras {', '.join(spans(row.paragraphs))}" if row.paragraphs else ""
    yield f'<article>\n<h4>{number}<span lang="{escaped(language)}">{escaped(row.title)}</span></h4>'
    yield f'<p class="quiet">{name}, part <code>{escaped(row.part)}</code>{paragraphs}</p>\n<div class="sides">'
    yield from _side("Authorities", [_authority(one) for one in row.cited])
    yield from _side("Facts", _facts(row.facts))
    yield "</div>\n</article>"


def _side(heading: str, items: Iterable[str]) -> Iterator[str]:
    listed = tuple(items)
    yield f'<div>\n<p class="side">{heading}</p>'
    yield "<ul>" if listed else '<p class="quiet">None.</p>'
    yield from (f"<li>{item}</li>" for item in listed)
    yield "</ul>\n</div>" if listed else "</div>"


def _authority(cited: Cited) -> str:
    authority = cited.authority
    name = _TAG.sub("", str(authority.csl.get("title-short") or authority.csl.get("title") or authority.id))
    places = "".join(f", {escaped(place)}" for place in cited.places)
    state = (
        f'<span class="open">not verified: {escaped(", ".join(cited.left))}</span>' if cited.left else '<span class="seen">verified</span>'
    )
    said = f"{escaped(name)}{places} <code>{escaped(authority.id)}</code>"
    return f'{said} – <span class="quiet">{escaped(STATUSES[authority.status])}</span>; {state}'


def _facts(facts: Iterable[UsedFact]) -> Iterator[str]:
    """The printed facts with their sources, and in one line those that conditions ask about."""
    used = tuple(facts)
    for fact in (one for one in used if one.printed):
        yield _path(fact) + (f' <span class="quiet">from {escaped(", ".join(fact.sources))}</span>' if fact.sources else "")
    if asked := [_path(one) + ("" if one.given else " (not given)") for one in used if not one.printed]:
        yield f'<span class="quiet">asked about: {", ".join(asked)}</span>'


def _path(fact: UsedFact) -> str:
    return f"<code>{escaped(fact.path)}</code>"
