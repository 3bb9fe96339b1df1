"""Rendering: one citation by one style, as a marked string and as inlines.

Documents cite the same authorities over and over, so what was rendered once is kept for as long as its document is cited.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from citeproc.source import VariableError

from briefkit.cite.cleanup import clean
from briefkit.cite.elements import Item
from briefkit.cite.locators import NO_BREAK_SPACE, is_plural, shown, term
from briefkit.cite.marks import ITALIC, ROMAN, inlines, marked
from briefkit.cite.positions import Standing
from briefkit.cite.style import Style
from briefkit.cite.works import Work, without_author
from briefkit.model.library import Authority
from briefkit.tree import Inline, Locator, Ref


class CitationFailed(Exception):
    """The style could not render a citation; the message says why, in words for the user."""


@dataclass(frozen=True, slots=True, eq=False)
class Press:
    """Renders the citations of one document by one style. Holds what it rendered; nothing else changes."""

    style: Style
    authorities: Mapping[str, Authority]
    _works: dict[str, Work] = field(default_factory=dict)
    _rendered: dict[tuple[object, ...], tuple[Inline, ...]] = field(default_factory=dict)

    def in_note(self, ref: Ref, standing: Standing) -> tuple[Inline, ...]:
        """A citation as it stands in a note, without its prefix and suffix. Raises CitationFailed."""
        key = (ref.authority, ref.locator, ref.suppress_author, standing)
        if key not in self._rendered:
            self._rendered[key] = self._render(ref, standing)
        return self._rendered[key]

    def in_text(self, ref: Ref) -> tuple[Inline, ...]:
        """The short form for a sentence: short title, italic for a case, with its year for a statute; no note number."""
        csl = self.authorities[ref.authority].csl
        name, kind = marked(str(csl.get("title-short") or csl.get("title") or ref.authority)), csl.get("type")
        if kind == "legal_case":
            name = f"{ITALIC}{name}{ROMAN}"
        year = self._work(ref).year if kind == "legislation" else ""
        pinpoint = f"{',' if year else ''} {self._pinpoint(ref.locator)}" if ref.locator else ""
        return inlines(f"{name}{f' {year}' if year else ''}{pinpoint}")

    def ordered(self, refs: Sequence[Ref]) -> tuple[Ref, ...]:
        """The citations of one bracket in the style's order, or as written where it has none (CSL: Sorting). Raises CitationFailed."""
        if self.style.sort is None or len(refs) < 2:
            return tuple(refs)
        items = [Item(self._work(ref), ref.locator) for ref in refs]
        order = {id(item): ref for item, ref in zip(items, refs, strict=True)}
        self.style.layout.repressed = {}
        try:
            return tuple(order[id(item)] for item in self.style.sort.sort(items, self.style.layout))
        except Exception as error:
            raise CitationFailed(f"The style could not sort the citations ({_reason(error)}).") from error

    def _render(self, ref: Ref, standing: Standing) -> tuple[Inline, ...]:
        text = clean(self._process(Item(self._work(ref), ref.locator, standing), ref.authority))
        if not text:
            raise CitationFailed(f"The style prints nothing for “{ref.authority}”.")
        return inlines(text, ref.authority, standing.first_note)

    def _process(self, item: Item, name: str) -> str:
        self.style.layout.repressed = {}
        try:
            text = self.style.layout.render_children(item)
        except VariableError:
            return ""
        except Exception as error:  # any item may meet a gap of the engine below: a sentence for the user, never a traceback
            raise CitationFailed(f"The style could not render “{name}” ({_reason(error)}).") from error
        return "" if text is None else str(text)

    def _work(self, ref: Ref) -> Work:
        if ref.authority not in self._works:
            try:
                self._works[ref.authority] = Work(self.authorities[ref.authority].csl)
            except Exception as error:
                raise CitationFailed(f"The details of “{ref.authority}” could not be read ({_reason(error)}).") from error
        work = self._works[ref.authority]
        return without_author(work) if ref.suppress_author else work

    def _pinpoint(self, locator: Locator) -> str:
        root = self.style.root
        find = root.get_plural_term if is_plural(locator) else root.get_single_term
        label = "" if locator.label == "custom" else str(find(term(locator.label), "short") or find(term(locator.label)))
        return NO_BREAK_SPACE.join(part for part in (label, shown(locator)) if part)


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
