"""Pages for a browser: files that need no other and run no script, in which every text is escaped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape

_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they turn what stands beside them

# Plain, on a screen of any width and in print, in light and dark; what one kind of page needs besides, its own room adds.
STYLE = """\
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --quiet: #595959; --line: #c9c9c9; --gone: #8f1414; --gone-paper: #fbe9e7;
  --new: #0b5a26; --new-paper: #e3f3e6; --link: #1a4480; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #161616; --quiet: #a8a8a8; --line: #444; --gone: #ffb4a9; --gone-paper: #3d1512;
    --new: #a6e3b4; --new-paper: #10331b; --link: #9dc1ff; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 4rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.55 Georgia, "Times New Roman", Tinos, "Liberation Serif", serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 2rem 0 .5rem; }
h3 code { font-size: .95em; }
code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .88em; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.quiet, .place { color: var(--quiet); }
.place { display: block; font-size: .85rem; margin-top: .4rem; }
nav p { margin: 1rem 0 0; color: var(--quiet); }
nav ul { columns: 16rem; margin: .2rem 0; padding: 0; list-style: none; }
nav li { margin: 0 0 .3rem; break-inside: avoid; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 30rem) { body { padding: 1rem .9rem 3rem; font-size: 1rem; } }
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #999; --gone: #000; --gone-paper: #fff;
    --new: #000; --new-paper: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  h2, h3 { break-after: avoid; } li { break-inside: auto; } nav a { text-decoration: none; }
  @page { margin: 20mm; }
}
"""


def whole_page(title: str, style: str, body: Iterable[str], language: str = "en") -> str:
    """A page of its title, a style besides the common one, and a body that is HTML already."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escaped(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(title)}</title>",
            f"<style>\n{STYLE}{style}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>\n",
        )
    )


def escaped(text: str) -> str:
    """A text that no browser takes for anything else."""
    return escape(visible(text))


def visible(text: str) -> str:
    """A text that moves nothing on the reader's screen: control characters as spaces, those that turn the direction by their number."""
    return text if text.isprintable() else "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in _DIRECTIONS:
        return f"[U+{ord(char):04X}]"
    return " " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n" else char
