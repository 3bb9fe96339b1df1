"""A comparison as a changelog for people, in Markdown: what is new and what is gone, then what changed, the heaviest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from briefkit.diff.changes import WEIGHTS, Change
from briefkit.diff.comparison import Comparison, Entry
from briefkit.diff.marked import in_numbers, languages_of, to_show
from briefkit.diff.said import Tell, in_one_line, named
from briefkit.diff.words import Passage
from briefkit.messages import Message, say

AROUND = 10  # words shown before and after each change
_MARKS = re.compile(r"[\\`*\[\]<>|~]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")  # what Markdown may take for something else
_BLOCKS = re.compile(r"^(\d{0,9})([-+#.)])")  # what would begin an item or a heading where a passage begins
_WHOLE = ("added", "removed", "text-added", "text-removed", "source-text-added", "source-text-removed")

HEADINGS = {
    "substance": say("Changed in substance"),
    "wording": say("Changed in wording"),
    "form": say("Changed in form"),
}


def as_changelog(comparison: Comparison, tell: Tell = str) -> Iterator[str]:
    """The lines of the changelog. A thing stands under the heaviest weight of its changes, and once for each lighter one."""
    yield f"# {_said(_title(comparison), tell)}"
    yield ""
    counted = ", ".join(_said(one, tell) for one in in_numbers(comparison)) or _said(say("Nothing changed"), tell)
    yield f"{counted[:1].upper()}{counted[1:]}."
    entries = comparison.entries
    if comparison.beside:
        yield from _items(((entry, [change for change in entry.changes if change.name != "texts-beside"]) for entry in entries), tell)
        return
    yield from _section(say("New"), (one for one in entries if one.fate == "added"), _only_whole, tell)
    yield from _section(say("Gone"), (one for one in entries if one.fate == "removed"), _only_whole, tell)
    rest = [one for one in entries if one.fate not in ("added", "removed")]
    for weight in WEIGHTS:
        yield from _section(HEADINGS[weight], rest, _of_weight(weight), tell)


def _title(comparison: Comparison) -> Message:
    if comparison.beside:
        return say("{one} and {other}: two languages of a clause", one=comparison.old, other=comparison.new)
    return say("Changes in the clause library from {old} to {new}", old=comparison.old, new=comparison.new)


def _of_weight(weight: str) -> Callable[[Change], bool]:
    return lambda change: change.weight == weight


def _only_whole(change: Change) -> bool:
    """Of what is new or gone as a whole, its texts need not be told as well."""
    return change.name in ("added", "removed")


def _section(heading: Message, entries: Iterable[Entry], wanted: Callable[[Change], bool], tell: Tell) -> Iterator[str]:
    found = [(entry, changes) for entry in entries if (changes := [change for change in entry.changes if wanted(change)])]
    if not found:
        return
    yield from ("", f"## {_said(heading, tell)}")
    yield from _items(found, tell)


def _items(found: Iterable[tuple[Entry, list[Change]]], tell: Tell) -> Iterator[str]:
    yield ""
    for entry, changes in found:
        yield f"- {_head(entry, tell)}"
        with_words = not languages_of(entry)
        for change in changes:
            if not entry.is_brief:
                yield from _change(change, with_words, tell)


def _head(entry: Entry, tell: Tell) -> str:
    title = _said(entry.subject.title, tell)
    name = f"**{_said(named(entry.subject), tell)}**"
    return f"{name} – {title}" if title else name


def _change(change: Change, with_words: bool, tell: Tell) -> Iterator[str]:
    """The sentence; the words as well, unless only their form is another, or all of them are new or gone."""
    yield f"  - {_said(change.sentence, tell)}"
    if with_words and change.weight != "form" and change.name not in _WHOLE:
        for passage in change.passages:
            if passage.is_changed:
                yield f"    - {_marked(passage, tell)}"


def _marked(passage: Passage, tell: Tell) -> str:
    """A passage with what is gone struck through and what is new in bold."""
    parts: list[str] = []
    for piece in to_show(passage, AROUND):
        if piece.same:
            parts.append(in_markdown(piece.new, ends=True))
            continue
        away, here = (f"{_said(say('moved away:'), tell)} ", f"{_said(say('moved here:'), tell)} ") if piece.moved else ("", "")
        sides = (("~~", away, piece.old), ("**", here, piece.new))
        marked = [f"{mark}{label}{words}{mark}" for mark, label, text in sides if (words := in_markdown(text))]
        parts.append(" ".join(marked) + (" " if (piece.new or piece.old)[-1:].isspace() else ""))
    return _BLOCKS.sub(r"\1\\\2", "".join(parts).strip())


def _said(text: object, tell: Tell) -> str:
    return in_markdown(tell(text))


def in_markdown(text: str, ends: bool = False) -> str:
    """A text in one line, of which Markdown takes nothing for a mark."""
    return _MARKS.sub(r"\\\g<0>", in_one_line(text, ends))
