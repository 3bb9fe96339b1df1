"""Words in bytes that nothing explains: whatever could be read, in the encodings that are usual for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.leaks.pieces import APART

_LEAST = 6
_RUNS = (
    ("utf-8", re.compile(rb"(?:[\x20-\x7e\t\r\n]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){%d,}" % _LEAST)),
    ("utf-16-le", re.compile(rb"(?:[\x20-\x7e]\x00|[\x00-\xff]\x04){%d,}" % _LEAST)),
    ("utf-16-be", re.compile(rb"(?:\x00[\x20-\x7e]|\x04[\x00-\xff]){%d,}" % _LEAST)),
    ("cp1251", re.compile(rb"[\x20-\x7e\xa8\xb8\xc0-\xff]{%d,}" % _LEAST)),
)


def strings(data: bytes) -> Iterator[str]:
    """What of some bytes could be words, by each encoding."""
    for encoding, run in _RUNS:
        text = APART.join(found.decode(encoding, "ignore") for found in run.findall(data))
        if text:
            yield text
