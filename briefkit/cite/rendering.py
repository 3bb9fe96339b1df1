"""Rendering: one citation of a document by its style, as inlines.

Documents cite the same authorities over and over, so what was rendered once is kept for as long as its document is cited. The number
of the first note is a mark within what is kept, so that it does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefkit.cite.cleanup import trimmed
from briefkit.cite.context import Cite, Context
from briefkit.cite.locators import NO_BREAK_SPACE, is_plural, shown, term
from briefkit.cite.marks import ITALIC, LOCATOR, OWN_WORDS, SEAM, bare, wrapped
from briefkit.cite.nodes import page_text
from briefkit.cite.positions import FIRST, Standing
from briefkit.cite.processor import Processor
from briefkit.cite.richtext import read_rich
from briefkit.cite.shortforms import same_mentions, tell_apart
from briefkit.cite.sorting import sorted_items
from briefkit.cite.style import Style
from briefkit.cite.typesetting import inlines
from briefkit.messages import Message, say
from briefkit.model.libraries import Authority
from briefkit.tree import Inline, Locator, Ref
from briefkit.walk import plain

_ABUTTING = re.compile(f"(?<=[^\\s\u00a0(\\[“‘«/–—-]){OWN_WORDS}")  # a style that trusts in its label's space leaves none before it


class CitationFailed(Exception):
    """The style could not render a citation; the message says why, in words for the user."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True, eq=False)
class Press:
    """Renders the citations of one document by one style. Holds what it rendered; nothing else changes."""

    style: Style
    authorities: Mapping[str, Authority]
    processor: Processor
    dated: frozenset[str] = frozenset()  # those that a sentence mentions with their years, for another has the same name
    _rendered: dict[tuple[object, ...], str] = field(default_factory=dict)

    @classmethod
    def of(cls, style: Style, authorities: Mapping[str, Authority], cited: Iterable[str], notes: Mapping[str, int] | None = None) -> Press:
        """A press for the authorities that a document cites, in order of first citation: they are told apart from one another.

        `notes` holds the number of the note that first cites each: what a style prints of it tells authorities apart as well.
        """
        names = [name for name in dict.fromkeys(cited) if name in authorities]
        processor = Processor(style, {name: authorities[name].csl for name in names})
        processor.register(names, notes)
        if style.has_condition:
            tell_apart(processor)
        press = cls(style, authorities, processor)
        return replace(press, dated=same_mentions(names, lambda name: plain(press.in_text(Ref(name)))))

    def in_note(self, ref: Ref, standing: Standing, capital: bool = False) -> tuple[Inline, ...]:
        """A citation as it stands in a note, without its prefix and suffix; `capital` if a sentence begins here. Raises CitationFailed."""
        key = (ref.authority, ref.locator, ref.suppress_author, standing.positions, bool(standing.first_note), capital)
        if key not in self._rendered:
            self._rendered[key] = self._render(ref, standing, capital)
        return inlines(self._rendered[key], self.style.locale, ref.authority, standing.first_note)

    def in_text(self, ref: Ref) -> tuple[Inline, ...]:
        """The short form for a sentence: short title, italic for a case, with its year for a statute or to tell it apart; no note number.

        English runs the year and the pinpoint on (ICCPR art 22); Russian and Kazakh have the year in brackets and a comma.
        """
        csl = self.authorities[ref.authority].csl
        name, kind = read_rich(str(csl.get("title-short") or csl.get("title") or ref.authority)), csl.get("type")
        if kind == "legal_case":
            name = wrapped(name, ITALIC)
        issued = self.processor.items[ref.authority].dates.get("issued") if ref.authority in self.processor.items else None
        year = str(issued.start.year) if (kind == "legislation" or ref.authority in self.dated) and issued and issued.start else ""
        runs_on = self.style.locale.language.split("-")[0] not in {"ru", "kk"}
        dated = (f" {year}" if runs_on and kind == "legislation" else f" ({year})") if year else ""
        pinpoint = f"{',' if year or not runs_on else ''} {self._pinpoint(ref.locator)}" if ref.locator else ""
        return inlines(f"{name}{dated}{pinpoint}", self.style.locale)

    def in_full(self, name: str) -> tuple[Inline, ...]:
        """An authority as a list of authorities names it: the style's bibliography, else its first note. Raises CitationFailed."""
        text = self.processor.entry(name)
        if not bare(text).strip():
            return self.in_note(Ref(name), Standing(frozenset({FIRST}), 0))
        return inlines(trimmed(text), self.style.locale, name)

    def ordered(self, refs: Sequence[Ref]) -> tuple[Ref, ...]:
        """The citations of one bracket in the style's order, or as written where it has none (CSL: Sorting)."""
        area = self.style.citation
        if not area.keys or len(refs) < 2:
            return tuple(refs)

        def context_of(ref: Ref) -> Context:
            return self.processor.context(ref.authority, area, "citation", self._cite(ref, Standing()))

        return tuple(sorted_items(refs, area.keys, context_of))

    def _render(self, ref: Ref, standing: Standing, capital: bool) -> str:
        cite = self._cite(ref, standing)
        text = self.processor.kept(ref.authority, cite, ref.suppress_author, capital and self.style.is_note, around=False)
        if not bare(text).strip() and LOCATOR not in text and not standing.first_note:
            raise CitationFailed(say("The style prints nothing for “{authority}”.", authority=ref.authority))
        text = _ABUTTING.sub(" ", text.replace(SEAM, "")).replace(OWN_WORDS, "")
        return self.style.citation.format.font(trimmed(text).replace(LOCATOR, cite.locator))

    def _pinpoint(self, locator: Locator) -> str:
        locale = self.style.locale
        behind = locale.language.startswith("kk")  # Kazakh writes the label after the number: 22-бап
        label = "" if locator.label == "custom" else locale.term(term(locator.label), "long" if behind else "short", is_plural(locator))
        parts = [part for part in (label, self._shown(locator)) if part]
        return "-".join(reversed(parts)) if behind else NO_BREAK_SPACE.join(parts)

    def _shown(self, locator: Locator) -> str:
        return shown(locator, self.style.locale.language.split("-")[0])

    def _cite(self, ref: Ref, standing: Standing) -> Cite:
        locator, positions, first = ref.locator, standing.positions, standing.first_note
        if locator is None:
            return Cite(positions=positions, first_note=first)
        label, value = "" if locator.label == "custom" else term(locator.label), read_rich(self._shown(locator))
        if label == "page":
            value = page_text(value, self.style.citation.options, self.style.locale)
        return Cite(value, label, positions, first, several=is_plural(locator), own_label=not label)
