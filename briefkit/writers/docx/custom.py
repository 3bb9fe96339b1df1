"""The document's custom properties (ECMA-376 Part 1 §22.3): what a program may read of it and nobody prints; Word keeps them when it saves.

A working draft tells what it was built from. A document to file tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefkit import __version__
from briefkit.ooxml import clean, element, serialize
from briefkit.provenance.drafts import named_properties
from briefkit.tree import Opinion

_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that users may add to
_FIRST = 2  # the numbers 0 and 1 are the standard's own


def draft_properties(opinion: Opinion) -> dict[str, str]:
    """What a working draft tells of its build; nothing where nobody keeps what it was built from."""
    return named_properties(opinion, __version__) if opinion.is_working and opinion.build else {}


def custom_properties(values: Mapping[str, str]) -> bytes | None:
    """The part `docProps/custom.xml`; None for no properties."""
    if not values:
        return None
    root = element("op:Properties")
    for number, (name, value) in enumerate(values.items(), start=_FIRST):
        about = {"fmtid": _FORMAT, "pid": str(number), "name": clean(name)}
        root.append(element("op:property", about, element("vt:lpwstr", text=clean(value))))
    return serialize(root)
