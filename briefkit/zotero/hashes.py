"""Short hashes as Zotero writes them."""

from __future__ import annotations

import hashlib

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def short_hash(text: str, length: int, digits: str = _DIGITS) -> str:
    """Letters and digits that stand for a text: the same ones each time."""
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest(), "big")
    made = ""
    for _ in range(length):
        number, at = divmod(number, len(digits))
        made += digits[at]
    return made
