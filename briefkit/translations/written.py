"""A text as it is written: its paragraphs, and the tags between them."""

from __future__ import annotations

import re

_TAGS = re.compile(r"(?:\{%(?:(?!%\}).)*%\}\s*)+", re.DOTALL)
_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
_GAP = re.compile(r"\n\s*\n")


def paragraphs_in(text: str) -> list[str]:
    """What blank lines part, tags among it; remarks, which print nothing, are left out."""
    return [block.strip() for block in _GAP.split(_REMARK.sub("", text)) if block.strip()]


def only_tags(block: str) -> bool:
    """Whether a block has no words."""
    return _TAGS.fullmatch(block) is not None
