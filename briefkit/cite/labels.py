"""Citation labels: what [Doe65] is made of (CSL: citation-label; its form is the reference processor's default)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefkit.cite.disambiguation import letters
from briefkit.cite.items import Item
from briefkit.cite.marks import bare

_WIDTHS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}


def citation_labels(items: Sequence[Item]) -> dict[str, str]:
    """A label for each item: letters of its authors' names, two digits of its year, and a letter where two would be alike."""
    plain = {item.id: _label(item) for item in items}
    count = Counter(plain.values())
    seen: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for name, label in plain.items():
        labels[name] = label + (letters(seen[label]) if count[label] > 1 else "")
        seen[label] += 1
    return labels


def _label(item: Item) -> str:
    if own := item.texts.get("citation-label"):
        return bare(own)
    names = next((item.names[role] for role in ("author", "editor", "translator") if role in item.names), ())
    widths = _WIDTHS.get(len(names), (1, 1, 1, 1))
    people = "".join(bare(name.family or name.literal)[:width] for name, width in zip(names, widths, strict=False))
    date = item.dates.get("issued")
    year = f"{abs(date.start.year) % 100:02}" if date and date.start else ""
    return people + year
