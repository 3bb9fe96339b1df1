"""How the page of a comparison looks, besides what all pages have: what is gone, what is new."""

from __future__ import annotations

STYLE = """\
.changes { margin: .2rem 0; padding: 0; list-style: none; }
.changes > li { margin: .6rem 0; }
.fate { font-size: .85rem; border: 1px solid currentColor; border-radius: .2rem; padding: 0 .35em; white-space: nowrap; }
.added { color: var(--new); }
.removed { color: var(--gone); }
.passage { margin: .1rem 0 .9rem; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line);
  white-space: pre-line; unicode-bidi: isolate; }
del, ins { border-radius: .15rem; padding: 0 .1em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { color: var(--gone); background: var(--gone-paper); text-decoration: none; }
del .said { text-decoration: line-through; }
ins { color: var(--new); background: var(--new-paper); text-decoration: none; }
ins .said { text-decoration: underline; text-underline-offset: .15em; }
del::before { content: "[\\2212"; } del::after { content: "]"; }
ins::before { content: "[+"; } ins::after { content: "]"; }
@media (max-width: 30rem) { .passage { padding-left: .6rem; } }
"""
