"""A paragraph of a template cut into its sentences, so that each is compared, moved and counted as one."""

from __future__ import annotations

import re

_TAGS = re.compile(r"(?:\{%(?:(?!%\}|\{%).)*%\}\s*|\{#(?:(?!#\}|\{#).)*#\}\s*)+", re.DOTALL)
_SHORTENED = "".join(rf"(?<!\b{word}\.)" for word in ("v", "No", "art", "para", "cf", "г", "гг", "ст", "п", "им", "см", "ср", "қ"))
_CLOSED = r"[»”\"’)\]]*"
# A sentence ends before white space or a tag, where a capital, a quotation, a fact, a citation or the end follows; so “art. 22” and
# “п. 2” do not end one, nor does a name's initial.
_TAG = r"(?:\{%(?:(?!%\}|\{%).)*%\}\s*)"
_BEGINS = r"(?:[«“\"‘(\[{@]|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|\Z)"
_END = re.compile(
    rf"[.!?…](?<![\s(.][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.){_SHORTENED}{_CLOSED}(?:\s*\[[^\[\]@]*@[^\[\]]*\])*"
    rf"(?:\s+(?={_TAG}*{_BEGINS})|(?={_TAG}+{_BEGINS}))",
    re.DOTALL,
)
_LINE = re.compile(r"\n(?=[ \t]*(?:[-*+] |\d+[.)] |#{1,6} |:::|\|))")  # an item, a heading, a row: each stands for itself


def sentences_in(paragraph: str) -> list[str]:
    """The sentences with the white space behind them, and the tags between them; joined, they are the paragraph."""
    ends = sorted({found.end() for pattern in (_END, _LINE) for found in pattern.finditer(paragraph)} | {len(paragraph)})
    sentences: list[str] = []
    start = 0
    for end in ends:
        tags = _TAGS.match(paragraph, start, end)
        if tags and tags.end() < end:
            sentences.append(tags.group())
            start = tags.end()
        if start < end:
            sentences.append(paragraph[start:end])
        start = end
    return sentences


def only_tags(sentence: str) -> bool:
    """Whether a sentence has no words of its own."""
    return not sentence.strip() or _TAGS.fullmatch(sentence.lstrip()) is not None
