"""The writer of pages for a browser: one file that needs no other, runs no script, and reads on a phone and on paper.

A note stands beside its paragraph where the screen has room, and below it where not. Every id is a place in the order of
the page (`para-12`, `note-3`), so that nothing in the file names a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.tree import Opinion
from briefkit.walk import plain
from briefkit.writers.addresses import linkable
from briefkit.writers.html.blocks import contents, flow
from briefkit.writers.html.escaping import escaped, printed
from briefkit.writers.html.inlines import line
from briefkit.writers.html.pen import Found, Pen
from briefkit.writers.html.styling import STYLE, page_margins
from briefkit.writers.unbroken import loose
from briefkit.writers.words import tag, words

__all__ = ["write"]

# No script, frame, image, font or form, from anywhere; a browser keeps even its own extensions of these out.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(opinion: Opinion, paper: str = "") -> bytes:
    """The document as one HTML file in UTF-8, printed on `paper`: the same bytes for the same opinion. Writes any tree."""
    where = _short_title(opinion)
    first = Pen(opinion.language, opinion.draft, Found(), where)
    list(_main(opinion, first))  # a reference may lead to what is written after it
    pen = Pen(opinion.language, opinion.draft, first.found, where)
    return ("\n".join((*_head(opinion, paper), *_body(opinion, pen))) + "\n").encode("utf-8")


def _head(opinion: Opinion, paper: str) -> Iterator[str]:
    language = tag(opinion.language)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language}">' if language else "<html>"
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">'
    yield f"<title>{escaped(_short_title(opinion)) or '–'}</title>"
    yield f"<style>\n{page_margins(_short_title(opinion), words(opinion.language), opinion.draft, paper or 'a4')}{STYLE}</style>"
    yield "</head>"


def _short_title(opinion: Opinion) -> str:
    return loose(opinion.short_title or plain(opinion.title)).strip()


def _body(opinion: Opinion, pen: Pen) -> Iterator[str]:
    yield "<body>"
    if opinion.draft:
        yield from _state(pen)
    yield '<main class="flow counted">' if pen.known.paragraphs else '<main class="flow">'
    yield from _main(opinion, pen)
    yield "</main>"
    if pen.found.tasks:
        yield from _to_do(pen)
    yield "</body>"
    yield "</html>"


def _main(opinion: Opinion, pen: Pen) -> Iterator[str]:
    above = max(opinion.before_title, 0)
    cover = max(opinion.before_contents, above)
    yield from flow(opinion.blocks[:above], pen)
    yield from _title(opinion, pen)
    yield from flow(opinion.blocks[above:cover], pen)
    if opinion.contents:
        yield from contents(pen.known.entries, words(opinion.language).contents)
    yield from flow(opinion.blocks[cover:], pen)


def _title(opinion: Opinion, pen: Pen) -> Iterator[str]:
    """The title, its lines and the date, as far as there are any."""
    title = line(opinion.title, pen)
    lines = [f"<h1>{title}</h1>"] if title.strip() else []
    lines += [f'<p class="subtitle">{printed(one, opinion.language)}</p>' for one in opinion.subtitle if one.strip()]
    lines += [f'<p class="date">{escaped(opinion.date)}</p>'] if opinion.date.strip() else []
    if lines:
        yield '<header class="title-page">' if opinion.title_page else "<header>"
        yield from lines
        yield "</header>"
    yield from pen.notes_here()


def _state(pen: Pen) -> Iterator[str]:
    """That this is a draft, and how much is to be done before it is none."""
    language = words(pen.language)
    tasks = len(pen.known.tasks)
    left = f' · <a href="#to-do">{escaped(language.to_do)} ({tasks})</a>' if tasks else ""
    yield f'<p class="state"><strong>{escaped(language.draft)}</strong>{left}</p>'


def _to_do(pen: Pen) -> Iterator[str]:
    """What the remarks say, by place, for those who cannot hover over them."""
    yield '<details id="to-do" open>'
    yield f"<summary>{escaped(words(pen.language).to_do)}</summary>"
    yield "<ul>"
    for number, task in enumerate(pen.found.tasks, start=1):
        said = "<br>".join(_with_links(one) for one in task.said)
        yield f'<li id="to-do-{number}"><a href="#remark-{task.remark}">{escaped(task.where) or "…"}</a>: {said}</li>'
    yield "</ul>"
    yield "</details>"


def _with_links(said: str) -> str:
    """What a remark says, where it names a source's address in angle brackets with a link to that."""
    words, *rest = re.split(r"<(https?://[^<>\s]+)>", said)
    made = escaped(words)
    for address, after in zip(rest[::2], rest[1::2], strict=True):
        target = linkable(address)
        made += (f'<a href="{escaped(target)}">{escaped(address)}</a>' if target else escaped(f"<{address}>")) + escaped(after)
    return made
