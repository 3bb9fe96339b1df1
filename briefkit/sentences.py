"""A paragraph of a template cut into its sentences, so that each is compared, moved and counted as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


# --- for git ---------------------------------------------------------------------------------------

_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_SHOWN = "[…]"  # where a citation stands in its sentence
_HEAD = re.compile(r"---\n(?:.*\n)*?---\n")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def linewise(text: str) -> str:
    """A text as git compares it best: each sentence on a line, however it is wrapped, and each of its citations on a line below.

    What stands at its head between two lines of hyphens stays as it is.
    """
    found = _HEAD.match(text)
    head, rest = (found.group(), text[found.end() :]) if found else ("", text)
    lines = (line for paragraph in _PARAGRAPHS.split(rest.strip()) for line in (*_lines(paragraph), ""))
    return head + ("\n".join(lines).rstrip("\n") + "\n" if rest.strip() else "")


def _lines(paragraph: str) -> Iterator[str]:
    for sentence in sentences_in(paragraph):
        indent = sentence[: len(sentence) - len(sentence.lstrip(" \t"))]
        yield indent + " ".join(_CITATION.sub(_SHOWN, sentence).split())
        yield from (f"    {' '.join(cited.split())}" for cited in _CITATION.findall(sentence))
