"""Words in bytes that nothing explains: whatever could be read, in the encodings that are usual for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.leaks.pieces import APART

# Runs of at least six characters.
_RUNS = (
    ("utf-8", re.compile(rb"(?:[\x20-\x7e\t\r\n]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}")),
    ("cp1251", re.compile(rb"[\x20-\x7e\xa8\xb8\xc0-\xff]{6,}")),
)
_WIDE = re.compile("[\x20-\x7e\u00a0-\u04ff\u1e00-\u1eff\u2000-\u206f]{6,}")
_LENGTHS = (0, 1, 2)  # characters before a text that may be its length, and look like letters


def strings(data: bytes) -> Iterator[str]:
    """What of some bytes could be words, by each encoding."""
    for runs in _runs(data):
        yield APART.join(run[length:] for length in _LENGTHS for run in runs)


def _runs(data: bytes) -> Iterator[list[str]]:
    for encoding, run in _RUNS:
        yield [found.decode(encoding, "ignore") for found in run.findall(data)]
    for encoding in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):  # a character of two bytes may begin at any
            yield _WIDE.findall(data[start:].decode(encoding, "replace"))
