"""How the page looks: on a wide screen, on a phone, on paper."""

from __future__ import annotations

import re

from briefkit.writers.html.escaping import css_string
from briefkit.writers.words import Words

_SIZES = {"a4": "A4", "letter": "letter"}


def page_margins(title: str, words: Words, draft: bool, paper: str) -> str:
    """What stands in the margins of each printed page: title and state above, page numbers below."""
    pieces = re.split("({page}|{pages})", words.page)
    numbers = " ".join({"{page}": "counter(page)", "{pages}": "counter(pages)"}.get(one) or css_string(one) for one in pieces if one)
    state = words.draft if draft else ""
    return f"""@page {{
  size: {_SIZES[paper]}; margin: 25mm 25mm 22mm;
  @top-left {{ content: {css_string(title)}; font: 9pt serif; color: #555; white-space: nowrap; overflow: hidden; }}
  @top-right {{ content: {css_string(state)}; font: bold 9pt serif; color: #9c1c1c; }}
  @bottom-center {{ content: {numbers}; font: 9pt serif; color: #555; }}
}}
@page :first {{ @top-left {{ content: none; }} }}
"""


# Every block of a wide page is a float at the left and its notes are floats at the right: a note begins beside its block, or
# below the note before it, and never pushes the text apart.
STYLE = """\
:root { color-scheme: light; --ink: #1b1b1b; --quiet: #5c5c5c; --rule: #c8c8c8; --link: #1f3a6e; --warn: #9c1c1c; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1rem 1rem 4rem; max-width: 40rem; color: var(--ink); background: #fff;
  font: 1.125rem/1.5 "Times New Roman", Tinos, "Noto Serif", serif; overflow-wrap: break-word; }
p, ul, ol, blockquote, .table { margin: 0 0 .8em; }
a { color: var(--link); text-decoration: underline; text-decoration-thickness: .05em; text-underline-offset: .15em; }
a:focus-visible, .table:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
em em, strong strong { font-style: normal; }
:target { background: #fff4cc; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .6em; text-wrap: balance; }
h1 { font-size: 1.7rem; margin: 0 0 .5em; }
h2 { font-size: 1.35rem; margin-top: 2em; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1.125rem; font-style: italic; }
header { text-align: center; margin: 2.5rem 0 2rem; }
.subtitle { font-size: 1.2rem; margin: 0 0 .3em; }
.date { margin: .8em 0 0; }
.state { max-width: none; margin: 0 0 1.5rem; padding: .4rem .8rem; border: 1px solid var(--warn); color: var(--warn); font-size: 1rem; }
.state a { color: inherit; }
.contents { margin: 0 0 2rem; padding: .8rem 0; border: solid var(--rule); border-width: 1px 0; font-size: 1rem; }
.contents h2 { font-size: 1.125rem; margin: 0 0 .5em; }
.contents ul { list-style: none; margin: 0; padding: 0; }
.contents li { margin: 0; padding: .2em 0 .2em 1.2em; text-indent: -1.2em; line-height: 1.35; }
.contents .depth-1 { font-weight: bold; padding-top: .5em; }
.contents .depth-2 { padding-left: 2.4em; }
.contents .depth-3 { padding-left: 3.6em; font-style: italic; }
.contents a { text-decoration: none; }
.number { color: inherit; text-decoration: none; padding: .2em .3em .2em 0; }
sup { line-height: 0; font-size: .7em; vertical-align: .45em; }
sup a { text-decoration: none; padding: .6em .05em; }
.notes { margin: -.2rem 0 1rem; padding-left: .8rem; border-left: 2px solid var(--rule); font-size: .9375rem; line-height: 1.4; }
.note { margin: 0 0 .35em; }
.note .back { text-decoration: none; font-weight: bold; padding: .2em .4em .2em 0; }
blockquote { padding-left: 1.5rem; font-size: 1.0625rem; }
blockquote :last-child, li > :last-child, td > :last-child, th > :last-child { margin-bottom: 0; }
ul, ol { padding-left: 1.8rem; }
li { margin: 0 0 .35em; }
li > p { margin-bottom: .35em; }
.unbroken { white-space: nowrap; }
.lettered { list-style: none; }
.lettered > li { position: relative; }
.letter { position: absolute; right: 100%; margin-right: .5em; white-space: nowrap; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; line-height: 1.35; border-bottom: 1px solid var(--ink); }
.many table { min-width: 36rem; }
caption, .caption { font-weight: bold; text-align: left; padding: 0 0 .4em; }
th, td { padding: .4em .8em .4em 0; text-align: left; vertical-align: top; border-top: 1px solid var(--rule); }
th { vertical-align: bottom; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--ink); }
table .right { text-align: right; } table .center { text-align: center; }
td > p, th > p { margin-bottom: .3em; }
.drawn { margin: 0 0 1.2rem; }
.drawn svg { display: block; width: 100%; height: auto; margin: .4rem 0 .6rem; }
figcaption { font-weight: bold; padding: 0 0 .4em; }
.drawn .source-line { margin: 0; }
.remark { background: #fff0d9; color: var(--warn); font-weight: bold; padding: 0 .1em; }
.remark a { color: inherit; text-decoration: none; }
#to-do { clear: both; margin: 2rem 0 0; padding: .8rem 1rem; border: 1px solid var(--warn); font-size: 1rem; }
#to-do summary { font-weight: bold; color: var(--warn); cursor: pointer; }
#to-do ul { margin: .6rem 0 0; }
#to-do li { overflow-wrap: anywhere; }

.letterhead { padding-bottom: .5rem; border-bottom: 1px solid #808080; margin-bottom: 1.6rem; font-size: 1rem; }
.addressee { margin: 0 0 1.2rem 35%; }
.reference { margin-bottom: 1.2rem; }
.letterhead p, .addressee p, .reference p, .signature p, .enclosures p { margin: 0; }
.subject { font-weight: bold; margin: .5rem 0 1.2rem; }
.salutation { margin-bottom: .8rem; }
.closing { margin-top: 1.4rem; }
.signature-line p { margin: 3.6rem 0 0; padding-top: .25rem; border-top: 1px solid var(--ink); max-width: 17rem; }
.signature-line { margin-bottom: .6rem; }
.signature { margin-bottom: 1.2rem; }
.enclosures { margin: 1.6rem 0 1rem; font-size: 1rem; }
.disclaimer { margin: 2rem 0 1rem; padding-top: .4rem; border-top: 1px solid #808080; font-size: .875rem; line-height: 1.4; }
.cover-number { text-align: center; }
.cover-note { text-align: center; font-size: .9375rem; margin: 1.2rem 0; padding: 0 8%; }
.warning { border: 1.5px solid var(--warn); padding: .7rem .9rem; margin: 0 0 1.2rem; }
.centred { text-align: center; }
.reviewed-text { border-left: 3px solid #a6a6a6; padding-left: 1rem; margin-bottom: 1rem; font-size: 1.0625rem; }
.source-line { font-size: .875rem; color: var(--quiet); margin: -.4rem 0 1.2rem; }
.warning > :last-child, .letterhead > :last-child, .disclaimer > :last-child, .source-line > :last-child { margin-bottom: 0; }

@media screen and (min-width: 40rem) {
  body { padding: 2rem 2rem 5rem; }
  .numbered { padding-left: 2.6rem; text-indent: -2.6rem; }
  .number { display: inline-block; min-width: 2.6rem; text-indent: 0; padding: 0; margin-right: -.25em; }
  .addressee { margin-left: 50%; }
  .counted .notes, .counted .flow > :is(ul, ol, blockquote), .counted > :is(ul, ol, blockquote) { margin-left: 2.6rem; }
}
@media screen and (min-width: 62rem) {
  body { max-width: 59rem; }
  .flow::after { content: ""; display: block; clear: both; }
  .flow .flow::after { content: none; }
  .flow > :where(:not(.flow, .notes)) { float: left; clear: left; width: 36rem; }
  .counted .flow > :is(ul, ol, blockquote), .counted > :is(ul, ol, blockquote) { width: 33.4rem; }
  .flow > .addressee { width: 18rem; margin-left: 18rem; }
  .flow > .many, .flow > header, .flow > h2 { clear: both; }
  .flow > .many { width: 100%; }
  .flow > .notes { float: right; clear: right; width: 16.5rem; margin: .2rem 0 .6rem; padding: 0; border: 0; font-size: .875rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 11.5pt; line-height: 1.4; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; } h4, h5, h6 { font-size: 12pt; }
  h1, h2, h3, h4, h5, h6, caption, .caption, .subject, .salutation, .closing, .signature-line { break-after: avoid; }
  h1, h2, h3, h4, h5, h6, tr, figure, .note, .addressee, .signature, .signature-line, .disclaimer, .warning { break-inside: avoid; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
  .numbered { padding-left: 11mm; text-indent: -11mm; }
  .number { display: inline-block; min-width: 11mm; text-indent: 0; padding: 0; margin-right: -.25em; }
  .counted .flow > :is(ul, ol, blockquote), .counted > :is(ul, ol, blockquote) { margin-left: 11mm; }
  .notes { margin: 0 0 3mm; padding: 0; border: 0; font-size: 9.5pt; line-height: 1.3; }
  .counted .notes { margin-left: 11mm; }
  .note { margin: 0; padding: 0 0 .8mm 3mm; border-left: .6pt solid #999; }
  p:has(+ .table), p:has(+ ul), p:has(+ ol), p:has(+ blockquote) { break-after: avoid; }
  table, .contents { font-size: 10pt; } .many table { min-width: 0; } .table { overflow: visible; }
  .contents { break-after: page; }
  .title-page, .annex { break-before: page; }
  .state { display: none; }
  .addressee { margin-left: 50%; }
  :target { background: none; }
  #to-do { break-before: page; font-size: 10pt; line-height: 1.3; }
}
"""
