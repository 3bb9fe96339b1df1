"""A comparison as one page: each change with the old words beside the new ones, to filter and to walk through by keyboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefkit.diff.changes import Change, has_lines, language_name
from briefkit.diff.comparison import Comparison, Entry
from briefkit.diff.marked import in_numbers, languages_of
from briefkit.diff.said import FATES, KINDS, WEIGHTS, Tell
from briefkit.diff.scripting import SCRIPT
from briefkit.diff.sides import in_two_languages, side_by_side, text_of
from briefkit.diff.styling import STYLE
from briefkit.diff.words import Piece
from briefkit.messages import Message, say
from briefkit.model.naming import LANGUAGES
from briefkit.pages import escaped, whole_page

FEW = 20  # entries of which the lists are open from the start


def write_page(comparison: Comparison, tell: Tell = str, language: str = "en", above: Iterable[str] = ()) -> str:
    """The page, as HTML: a summary with links, and then each thing that changed. `language` is the one that `tell` speaks.

    What else is to be read, as HTML, stands `above` the changes.
    """
    return whole_page(tell(_title(comparison)), STYLE, _body(comparison, tell, above), language)


def _title(comparison: Comparison) -> Message:
    if comparison.beside:
        return say("{one} and {other}: two languages of a clause", one=comparison.old, other=comparison.new)
    return say("{old} → {new}: changes in the clause library", old=comparison.old, new=comparison.new)


def _body(comparison: Comparison, tell: Tell, above: Iterable[str]) -> Iterator[str]:
    heading, between = say("Changes in the clause library"), say("From {old} to {new}", old=comparison.old, new=comparison.new)
    if comparison.beside:
        heading, between = say("Two languages of a clause"), say("{one} and {other}", one=comparison.old, other=comparison.new)
    yield f'<header>\n<h1>{_said(heading, tell)}</h1>\n<p class="quiet">{_said(between, tell)}</p>\n</header>'
    if not comparison.entries:
        yield f"<p>{_said(say('Nothing changed.'), tell)}</p>"
        yield from above
        return
    yield from _summary(comparison, tell)
    yield from above
    yield from _choice(comparison, tell)
    yield from _bar(tell)
    yield "<main>"
    yield from _sections(comparison, tell)
    yield f'<p id="nothing" class="away">{_said(say("There is no such change."), tell)}</p>'
    yield f"</main>\n<script>\n{SCRIPT}</script>"


def _said(message: object, tell: Tell) -> str:
    return escaped(tell(message))


def _anchor(number: int) -> str:
    return f"change-{number}"


# --- above the changes ------------------------------------------------------------------------------


def _summary(comparison: Comparison, tell: Tell) -> Iterator[str]:
    yield f"<p><strong>{', '.join(_said(one, tell) for one in in_numbers(comparison))}.</strong></p>"
    if not comparison.beside:
        yield from _legend(tell)
    yield f'<nav aria-label="{_said(say("What changed"), tell)}">'
    is_open = " open" if len(comparison.entries) <= FEW else ""
    for what, entries in _by_kind(comparison):
        listed = tuple(entries)
        yield f"<details{is_open}>\n<summary>{_said(KINDS[what], tell)} ({len(listed)})</summary>\n<ul>"
        for number, entry in listed:
            link = f'<a href="#{_anchor(number)}">{escaped(entry.subject.id)}</a>'
            yield f'<li data-to="{_anchor(number)}">{link} {_fate(entry, tell)}</li>'
        yield "</ul>\n</details>"
    yield "</nav>"


def _legend(tell: Tell) -> Iterator[str]:
    """How to read the marks, by examples of them."""
    gone, new = Piece(tell(say("deleted words")), "", same=False), Piece("", tell(say("inserted words")), same=False)
    moved = Piece("", tell(say("a sentence that stood elsewhere")), same=False, moved=True)
    yield f'<ul class="legend" aria-label="{_said(say("How to read it"), tell)}">'
    yield from (f"<li>{text_of([piece], tell)}</li>" for piece in (gone, new, moved))
    yield f"<li>{_said(say('“…” stands for words that are the same'), tell)}</li>\n</ul>"


def _choice(comparison: Comparison, tell: Tell) -> Iterator[str]:
    """The filters, each with how many changes it is about. Only the script shows them, since nothing works without it."""
    changes = [change for entry in comparison.entries for change in entry.changes]
    weights, languages = Counter(change.weight for change in changes), Counter(change.language for change in changes)
    yield f'<form class="choice" aria-label="{_said(say("Which changes are shown"), tell)}">'
    yield from _boxes("weight", say("Weight"), [(name, said, weights[name]) for name, said in WEIGHTS.items()], tell)
    named = [(name, language_name(name), languages[name]) for name in dict.fromkeys((*LANGUAGES, *languages)) if name]
    yield from _boxes("language", say("Language"), [*named, ("", say("none: data and conditions"), languages[""])], tell)
    yield "</form>"


def _boxes(name: str, legend: Message, boxes: Iterable[tuple[str, Message, int]], tell: Tell) -> Iterator[str]:
    yield f"<fieldset>\n<legend>{_said(legend, tell)}</legend>"
    for value, said, count in boxes:
        if count:
            box = f'<input type="checkbox" name="{name}" value="{escaped(value)}" autocomplete="off" checked>'
            yield f"<label>{box}{_said(said, tell)} ({count})</label>"
    yield "</fieldset>"


def _bar(tell: Tell) -> Iterator[str]:
    at = say("{at} of {all}", at="{at}", all="{all}")
    everything = say("changes shown: {all}", all="{all}")
    yield f'<div class="bar" role="group" aria-label="{_said(say("From change to change"), tell)}">'
    for step, said in ((-1, say("← Previous")), (1, say("Next →"))):
        yield f'<button type="button" data-step="{step}">{_said(said, tell)}</button>'
    yield f'<span id="where" role="status" data-at="{_said(at, tell)}" data-all="{_said(everything, tell)}"></span>'
    yield f'<span class="keys">{_said(say("Keys: n or j for the next change, p or k for the previous one"), tell)}</span>\n</div>'


# --- the changes --------------------------------------------------------------------------------------


def _by_kind(comparison: Comparison) -> Iterator[tuple[str, Iterator[tuple[int, Entry]]]]:
    """The entries of each kind, with their numbers on the page."""
    return groupby(enumerate(comparison.entries), key=lambda one: one[1].subject.what)


def _sections(comparison: Comparison, tell: Tell) -> Iterator[str]:
    for what, entries in _by_kind(comparison):
        yield f"<section>\n<h2>{_said(KINDS[what], tell)}</h2>"
        for number, entry in entries:
            yield from _brief(entry, _anchor(number), tell) if entry.is_brief else _entry(entry, _anchor(number), comparison, tell)
        yield "</section>"


def _brief(entry: Entry, anchor: str, tell: Tell) -> Iterator[str]:
    """A thing of which there is no more to say than that it is new, or gone: it is the change itself."""
    yield f'<article{_as_change(entry.changes[0])} aria-labelledby="{anchor}">\n{_heading(entry, anchor, tell)}\n</article>'


def _entry(entry: Entry, anchor: str, comparison: Comparison, tell: Tell) -> Iterator[str]:
    yield f'<article aria-labelledby="{anchor}">\n{_heading(entry, anchor, tell)}\n<ul class="changes">'
    languages = languages_of(entry)
    for change in entry.changes:
        yield f"<li{_as_change(change)}>{_weight(change, tell)}{_said(change.sentence, tell)}"
        if languages:
            yield from in_two_languages(change, languages, tell)
        else:
            yield from side_by_side(change, comparison, has_lines(change), tell)
        yield "</li>"
    yield "</ul>\n</article>"


def _heading(entry: Entry, anchor: str, tell: Tell) -> str:
    title = f"{_said(entry.subject.title, tell)} " if entry.subject.title else ""
    return f'<h3 id="{anchor}">{title}<code>{escaped(entry.subject.id)}</code> {_fate(entry, tell)}</h3>'


def _as_change(change: Change) -> str:
    """What the script knows a change by; it takes the focus when somebody walks to it."""
    return f' class="change" tabindex="-1" data-weight="{escaped(change.weight)}" data-language="{escaped(change.language)}"'


def _fate(entry: Entry, tell: Tell) -> str:
    return f'<span class="fate {entry.fate}">{_said(FATES[entry.fate], tell)}</span>'


def _weight(change: Change, tell: Tell) -> str:
    return f'<span class="weight {change.weight}">{_said(WEIGHTS[change.weight], tell)}</span> '
