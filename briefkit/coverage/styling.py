"""How the page of a matrix looks, besides what all pages have: authorities and facts side by side, below each other on a phone."""

from __future__ import annotations

STYLE = """\
body { max-width: 70rem; }
.issue h3 { font-size: 1.2rem; }
article { padding: .75rem 0 1rem; border-top: 1px solid var(--line); break-inside: avoid; }
article h4 { font-size: 1.05rem; line-height: 1.35; margin: 0; }
article > .quiet { margin: .1rem 0 .5rem; font-size: .95rem; }
.sides { display: grid; grid-template-columns: 3fr 2fr; gap: .25rem 2rem; }
.side { margin: 0 0 .2rem; font-size: .95rem; color: var(--quiet); }
.sides ul, .list { margin: 0; padding: 0; list-style: none; }
.sides li { margin: 0 0 .35rem; padding-left: 1rem; text-indent: -1rem; line-height: 1.4; }
.list li { margin: 0 0 .9rem; padding-left: .9rem; border-left: 3px solid var(--gone); }
.list .hint { display: block; color: var(--quiet); }
.list.calm li { border-left-color: var(--line); }
.open { color: var(--gone); }
.seen { color: var(--new); }
.open, .seen { font-size: .9rem; }
.number { color: var(--quiet); font-weight: normal; }
@media (max-width: 44rem) { .sides { grid-template-columns: 1fr; } .side { margin-top: .4rem; } }
"""
