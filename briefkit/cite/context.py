"""What a node is rendered for: an item, its citation, and what the document has decided about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefkit.cite.items import Item, Name
from briefkit.cite.locales import Locale
from briefkit.cite.marks import YEAR_SUFFIX, wrapped

NOTHING, EMPTY, FULL = 0, 1, 2  # of a rendered node: it asked for no variable, for empty ones only, or for one that is there
Rendered = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation of an item: its locator and its standing in the document."""

    locator: str = ""
    label: str = ""
    positions: frozenset[str] = frozenset({"first"})
    first_note: int = 0
    several: bool | None = None  # whether the locator names several places, where that is known; then it is set already
    numeric: bool | None = None  # whether it is numeric, where that is known
    own_label: bool = False  # the locator carries its own words ("Principle 7")


@dataclass(frozen=True, slots=True)
class Shown:
    """What disambiguation has decided about an item: names shown, and how fully each; a condition; a suffix to the year.

    `names` counts those shown of each names list in order of rendering (0: as the style says); `given` holds, per
    list, 0 (as the style says), 1 (initials) or 2 (the whole given name) for each name.
    """

    names: tuple[int, ...] = ()
    given: tuple[tuple[int, ...], ...] = ()
    condition: bool = False
    year_suffix: str = ""


@dataclass(slots=True)
class Context:
    """One rendering of one item. It is made anew for each; the sets in it are its only state."""

    item: Item
    cite: Cite
    locale: Locale
    options: Mapping[str, str]  # of the style and the area, as names inherit them
    area: str = "citation"
    shown: Shown = field(default_factory=Shown)
    default_language: str = "en"
    sorting: Mapping[str, str] | None = None  # options of a sort key
    suppress_author: bool = False
    used: list[str] = field(default_factory=list)  # variables printed so far
    suppressed: set[str] = field(default_factory=set)  # those printed in the place of others
    lists: int = 0  # names lists rendered so far
    listed: list[tuple[int, int]] = field(default_factory=list)  # of each list: how many names there are, how many are shown
    people: list[tuple[Name, ...]] = field(default_factory=list)  # the names of each list
    implicit_suffix: bool = False  # the style names no year-suffix: it follows the first year
    suffix_taken: bool = False  # the year-suffix was printed
    label: str = ""  # citation-label
    number: int = 0  # citation-number
    omit_names: bool = False  # the first names are not printed: a cite before has them
    names: str = ""  # the first names, as printed
    names_alone: str = ""  # the same without their label
    each_name: tuple[str, ...] = ()  # each of them
    name_options: Mapping[str, str] = field(default_factory=dict)  # and how they are written

    @property
    def language(self) -> str:
        return self.item.language or self.default_language

    @property
    def takes_suffix(self) -> bool:
        """Whether the suffix of the year (CSL: Disambiguation) is still to be printed, after the first year."""
        return self.implicit_suffix and not self.suffix_taken and bool(self.shown.year_suffix) and self.sorting is None

    def take_suffix(self) -> str:
        """The suffix of the year, once."""
        self.suffix_taken = True
        return wrapped(self.shown.year_suffix, YEAR_SUFFIX)

    def sorted_by(self, options: Mapping[str, str]) -> Context:
        """The same item, rendered for a sort key (CSL: Sorting)."""
        return replace(self, sorting=options, used=[], suppressed=set(), lists=0, listed=[], people=[])
