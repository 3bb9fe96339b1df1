"""All objects of a PDF that hold others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf


def every(file: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream of a file, those too that stand within others."""
    ahead: list[pikepdf.Object] = [file.trailer]
    seen: set[tuple[int, int]] = set()
    while ahead:
        thing = ahead.pop()
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            yield thing
        ahead += children(thing)


def as_list(thing: Any) -> list[Any]:
    """What an array holds; nothing where there is no array."""
    return [thing[number] for number in range(len(thing))] if isinstance(thing, pikepdf.Array) else []


def children(thing: pikepdf.Object) -> list[pikepdf.Object]:
    """What an object holds, or leads to."""
    if isinstance(thing, pikepdf.Array):
        held = as_list(thing)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        held = [thing[key] for key in sorted(thing.keys())]
    else:
        return []
    return [one for one in held if isinstance(one, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream))]
