"""Short forms: no two authorities of one document may print the same one.

CSL tells works apart by all that a later note prints, the number of the first note included: “Korneenko (n 4)” and “Korneenko
(n 7)” differ. A reader of treaties, cases and documents should not have to look: those are told apart by their names alone, by what
the style adds where it is asked to (`disambiguate="true"`), and in a sentence by the year. Books and articles go by their authors,
and are left to their numbers; so is all that a style names by its number alone (“supra note 4”).

A style that introduces short forms (“hereinafter”) would begin here: what it introduces must be what is told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefkit.cite.context import Shown
from briefkit.cite.locators import NO_BREAK_SPACE
from briefkit.cite.marks import FIRST_NOTE, bare
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Message, enumerated, say
from briefkit.tree import Cite, Document, Inline, Note, Ref
from briefkit.walk import inlines_of, inlines_within, plain

if TYPE_CHECKING:
    from briefkit.cite.processor import Processor
    from briefkit.cite.rendering import Press

_WORD = re.compile(r"\w{2,}")
INSTRUMENTS = frozenset(("bill", "hearing", "legal_case", "legislation", "regulation", "report", "standard", "treaty"))


def tell_apart(processor: Processor) -> None:
    """Asks the style for more about the instruments whose later notes differ by their numbers alone, where that tells them apart."""
    names = [name for name in processor.order if processor.items[name].type in INSTRUMENTS]
    for group in _alike(names, lambda name: _later(processor, name)):
        more = {name: replace(processor.shown.get(name, Shown()), condition=True) for name in group}
        if len({_later(processor, name, shown) for name, shown in more.items()}) > 1:
            processor.show(more)


def same_mentions(names: Iterable[str], mention: Callable[[str], str]) -> frozenset[str]:
    """The authorities whose mention in a sentence is another's too: they take their years."""
    return frozenset(name for group in _alike(names, mention) for name in group)


def clashes(press: Press, document: Document) -> Iterator[Diagnostic]:
    """`short-form-clash` for each two that still print the same later note, or the same mention in a sentence, in this document."""
    everything = tuple(inlines_of(document))
    within = (inline for note in everything if isinstance(note, Note) for inline in inlines_within(note.children))
    notes = [ref.authority for ref in _refs(within, in_text=False)]
    again = {name for name, times in Counter(notes).items() if times > 1}
    for group in _alike(dict.fromkeys(name for name in notes if name in press.authorities), lambda name: _later(press.processor, name)):
        if again.intersection(group) and any(_is_named(press.processor, name) for name in group):
            words = _shown(_later(press.processor, group[0]).replace(FIRST_NOTE, "…"))
            said = say("{authorities} read alike in later notes: “{words}”.", authorities=_named(group), words=words)
            yield _clash(press, group, said)
    mentioned = [ref.authority for ref in _refs(everything, in_text=True)]
    cited = (name for name in dict.fromkeys((*mentioned, *notes)) if name in press.authorities)
    for group in _alike(cited, lambda name: plain(press.in_text(Ref(name)))):
        if set(mentioned).intersection(group):
            words = _shown(plain(press.in_text(Ref(group[0]))))
            yield _clash(press, group, say("{authorities} read alike in the text: “{words}”.", authorities=_named(group), words=words))


def _refs(inlines: Iterable[Inline], in_text: bool) -> Iterator[Ref]:
    for inline in inlines:
        if isinstance(inline, Cite) and inline.in_text is in_text:
            yield from inline.refs


def _clash(press: Press, group: list[str], said: Message) -> Diagnostic:
    hint = say("give each a title-short of its own, or take a style that adds what tells them apart")
    return diagnose("short-form-clash", said, press.authorities[group[-1]].span, hint)


def _named(group: list[str]) -> Message:
    return enumerated([say("“{name}”", name=name) for name in group])


def _shown(printed: str) -> str:
    return bare(printed).replace(NO_BREAK_SPACE, " ")


def _later(processor: Processor, name: str, shown: Shown | None = None) -> str:
    """What a later note prints without a pinpoint; a work that goes by its author with the number of its first note."""
    text = processor.later(name, shown or processor.shown.get(name, Shown()))
    if processor.items[name].type not in INSTRUMENTS:
        text = text.replace(FIRST_NOTE, str(processor.first_notes.get(name, 0)))
    return text


def _is_named(processor: Processor, name: str) -> bool:
    """Whether a later note holds any word of the work itself."""
    printed = set(_WORD.findall(bare(_later(processor, name)).casefold()))
    return any(printed.intersection(_WORD.findall(bare(text).casefold())) for text in processor.items[name].texts.values())


def _alike(names: Iterable[str], printed: Callable[[str], str]) -> list[list[str]]:
    """The groups of names that print the same; what prints nothing is alike to nothing."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(bare(printed(name).replace(FIRST_NOTE, "…")), []).append(name)
    return [group for text, group in groups.items() if len(group) > 1 and text]
