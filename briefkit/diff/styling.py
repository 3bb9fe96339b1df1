"""How the page of a comparison looks, besides what all pages have: what is gone, what is new, two texts side by side."""

from __future__ import annotations

STYLE = """\
body { max-width: 76rem; }
.legend { margin: .5rem 0 1rem; padding: 0; list-style: none; color: var(--quiet); }
.legend li { display: inline-block; margin-right: 1.25rem; }
nav summary { padding: .3rem 0; color: var(--quiet); cursor: pointer; }
nav summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.bar, .choice { display: none; }
.lively .choice { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1rem 0; }
.choice fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
.choice legend { padding: 0; color: var(--quiet); font-size: .9rem; }
.choice label { display: inline-block; margin: .15rem 1rem .15rem 0; padding: .3rem 0; }
.choice input { width: 1.05rem; height: 1.05rem; margin: 0 .4rem 0 0; vertical-align: -.1rem; accent-color: var(--link); }
.choice input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.lively .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; position: sticky; top: 0; z-index: 1;
  margin: 0 -1.25rem; padding: .5rem 1.25rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.bar button { font: inherit; font-size: .95rem; color: var(--link); background: var(--paper); border: 1px solid var(--link);
  border-radius: .3rem; padding: .35rem .8rem; min-height: 2.6rem; cursor: pointer; }
.bar button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.bar .keys { color: var(--quiet); font-size: .9rem; margin-left: auto; }
#where { min-width: 8rem; }
.away { display: none; }
.changes { margin: .2rem 0; padding: 0; list-style: none; }
.change { scroll-margin-top: 4.5rem; padding: .1rem .5rem; margin: .6rem -.5rem; border-radius: .2rem; }
.change:focus { outline: 3px solid var(--link); outline-offset: 1px; }
h2, h3 { scroll-margin-top: 4.5rem; }
.fate, .weight { font-size: .85rem; font-weight: normal; border: 1px solid currentColor; border-radius: .2rem;
  padding: 0 .35em; white-space: nowrap; }
.weight { color: var(--quiet); margin-right: .35em; }
.weight.substance { color: var(--ink); font-weight: bold; }
.added { color: var(--new); }
.removed { color: var(--gone); }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .25rem 1.5rem; margin: .1rem 0 .9rem; }
.whole { margin: .1rem 0 .9rem; max-width: 46rem; }
.side { font-size: .85rem; color: var(--quiet); display: block; }
.text { padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line); white-space: pre-line; unicode-bidi: isolate; }
del, ins { border-radius: .15rem; padding: 0 .1em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { color: var(--gone); background: var(--gone-paper); text-decoration: none; }
del .said { text-decoration: line-through; }
ins { color: var(--new); background: var(--new-paper); text-decoration: none; }
ins .said { text-decoration: underline; text-underline-offset: .15em; }
del::before { content: "[\\2212"; } del::after { content: "]"; }
ins::before { content: "[+"; } ins::after { content: "]"; }
.moved .said { text-decoration: underline dotted; text-underline-offset: .15em; }
.moved .label { font-size: .85em; font-style: italic; }
@media (max-width: 44rem) {
  .sides { grid-template-columns: minmax(0, 1fr); }
  .sides > .empty, .keys { display: none; }
}
@media (max-width: 30rem) { .text { padding-left: .6rem; } .lively .bar { margin: 0 -.9rem; padding: .4rem .9rem; } }
@media print {
  .lively .bar, .lively .choice { display: none; }
  li.away, p.change.away { display: list-item; } article.away, section.away, nav details.away { display: block; }
  #nothing { display: none; }
  .sides { break-inside: avoid; } .place, .side { break-after: avoid; }
}
"""
