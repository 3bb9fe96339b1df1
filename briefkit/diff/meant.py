"""What changed in the meaning of sentences that were reworded, as far as single words tell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from briefkit.diff.aligned import Facing, Row
from briefkit.diff.changes import Change
from briefkit.diff.meaning import FigureChanged, ModalChanged, NegationChanged, QuotationChanged
from briefkit.diff.substance import Modal, figures_in, modals_in, negations_in, net

_TAG = re.compile(r"\{%(?:(?!%\}|\{%).)*%\}|\{\{(?:(?!\}\}|\{\{).)*\}\}", re.DOTALL)
_CITATION = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]|\{#(?:(?!#\}|\{#).)*#\}", re.DOTALL)
_LED_TO = re.compile(r"(?<=\])\([^()\s]*\)")  # where a link or a live reference leads
_QUOTATION = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^„“]+)“")
_QUOTED = 3  # words; less is a term, or a word that is spoken of


def own_words(sentence: str) -> str:
    """A sentence without tags, facts, citations, remarks, and the names that its references lead to."""
    return " ".join(_LED_TO.sub("", _CITATION.sub(" ", _TAG.sub(" ", sentence))).split())


def tags_and_facts(sentence: str) -> list[str]:
    return [" ".join(found.split()) for found in _TAG.findall(sentence)]


def weigh(facing: Facing, language: str) -> str:
    """How much the rewording of a sentence weighs; what is cited is weighed elsewhere."""
    if any(net(tags_and_facts(facing.old), tags_and_facts(facing.new))):
        return "substance"
    old, new = own_words(facing.old), own_words(facing.new)
    if old == new or (old.startswith("#") and old.casefold() == new.casefold()):
        return "form"
    return "substance" if any(change.weight == "substance" for change in _of_words(old, new, language)) else "wording"


def changes_of_meaning(rows: Iterable[tuple[Row, tuple[str, ...]]], language: str) -> Iterator[Change]:
    """The changes of rows, each given with its tones: words of duty, of denial, of number, and quotations."""
    found: Counter[OfWords] = Counter()
    quotations: dict[QuotationChanged, None] = {}
    for row, tones in rows:
        for facing in row.changed:
            if facing.is_pair:
                changes = _of_words(own_words(facing.old), own_words(facing.new), language)
                found.update(replace(change, tones=tones) for change in changes)
        quotations.update((replace(change, tones=tones), None) for change in quotations_of(row, language))
    yield from sorted((replace(change, places=number) for change, number in found.items()), key=_order)
    yield from quotations


def _order(change: OfWords) -> int:
    return (ModalChanged, NegationChanged, FigureChanged).index(type(change))


OfWords = ModalChanged | NegationChanged | FigureChanged


@lru_cache(maxsize=64)  # a sentence is weighed first, and its changes are told later
def _of_words(old: str, new: str, language: str) -> tuple[OfWords, ...]:
    """The changes of words that matter, between the own words of two sentences."""
    return tuple(_words_of_meaning(old, new, language))


def _words_of_meaning(old: str, new: str, language: str) -> Iterator[OfWords]:
    yield from _modals(modals_in(old, language), modals_in(new, language), language)
    for dropped, added in _pairs(*net(negations_in(old, language), negations_in(new, language))):
        yield NegationChanged(language, dropped, added)
    for dropped, added in _pairs(*net(figures_in(old, language), figures_in(new, language))):
        yield FigureChanged(language, dropped, added)


def _pairs(dropped: list[str], added: list[str]) -> list[tuple[str, str]]:
    """Each word with the one that came in its place; where there are more of one kind, nobody knows which came for which."""
    if len(dropped) == len(added):
        return list(zip(dropped, added, strict=True))
    return [*((one, "") for one in dropped), *(("", other) for other in added)]


def _modals(old: list[Modal], new: list[Modal], language: str) -> Iterator[ModalChanged]:
    strength = {one.words: one.strength for one in (*old, *new)}
    dropped, added = net((one.words for one in old), (one.words for one in new))
    for one, other in _pairs(dropped, added):
        yield ModalChanged(language, one, other, _effect(strength[one], strength[other]) if one and other else "")


def _effect(old: int, new: int) -> str:
    return "equal" if old == new else "weaker" if new < old else "stronger"


def quotations_of(row: Row, language: str) -> Iterator[QuotationChanged]:
    """The quotations of a paragraph that read otherwise; in one that is new or gone as a whole, the sentences tell it."""
    if row.old and row.new:
        for old, new in _pairs(*net(_quoted(row.old), _quoted(row.new))):
            yield QuotationChanged(language, old, new)


def _quoted(paragraph: str) -> list[str]:
    if paragraph.lstrip().startswith(">"):
        return [own_words(re.sub(r"^[ \t]*>[ \t]?", "", paragraph, flags=re.MULTILINE))]
    found = (own_words("".join(groups)) for groups in _QUOTATION.findall(paragraph))
    return [words for words in found if len(words.split()) >= _QUOTED]
