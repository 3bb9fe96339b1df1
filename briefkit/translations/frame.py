"""The frame of a new translation: all that it keeps of the English text, with a mark where words are to stand."""

from __future__ import annotations

import re

from briefkit.markup import IN_WORDS
from briefkit.translations.written import only_tags, paragraphs_in

TO_TRANSLATE = "‹…›"
# What stands as it is: facts and tags, citations, references, authorities named in a sentence, and the bones of lists and tables.
_KEPT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\[[^\[\]]*@[^\[\]]*\](?:\(@[\w-]+\)|\{\.optional\})?|\[[^\[\]]*\]\([#@][\w-]+\)"
    r"|(?<![\w@])@[\w-]+(?: \[[^\[\]@]+\](?!\())?|\^\[|[\[\]|]|\{lang=[\w-]+\}"
    r"|^(?:#{1,6}|[-*+]|\d+[.)]|>|:::.*$|\|[-:| ]+\|$)(?: |$)",
    re.DOTALL | re.MULTILINE,
)
_BONES = re.compile(r":::|\||#|[-*+] |\d+[.)] ")  # of what is no paragraph
_WORDS = re.compile(r"\w")
_QUOTED = re.compile(r"[“”«»]")


def frame(english: str, language: str) -> str:
    """A text with the English one's tags, citations, references and facts in place.

    Before each paragraph stand its English words in a remark, and `TO_TRANSLATE` where a translation puts its own. A block
    quotation joins the paragraph before it, where its sense is given: only an authentic text is quoted.
    """
    written: list[str] = []
    for block in _with_quotations(paragraphs_in(english)):
        written.append(block if only_tags(block) else f"{{# {block} #}}\n{_framed(block, language)}")
    return "\n\n".join(written) + "\n"


def _with_quotations(blocks: list[str]) -> list[str]:
    """The blocks, each quotation with the paragraph that it follows."""
    joined: list[str] = []
    for block in blocks:
        if block.startswith(">") and joined and not only_tags(joined[-1]) and not _BONES.match(joined[-1]):
            joined[-1] += "\n" + block
        else:
            joined.append(block)
    return joined


def _framed(block: str, language: str) -> str:
    """A block with its words taken out."""
    pieces: list[str] = []
    at = 0
    lines = re.sub(r"\n>[ \t]*", " ", block) if not block.startswith(">") else block
    for found in _KEPT.finditer(lines):
        pieces += [_empty(lines[at : found.start()]), _placed(found.group(), language)]
        at = found.end()
    return "".join((*pieces, _empty(lines[at:])))


def _empty(words: str) -> str:
    """The mark in the place of words, between the spaces and stops around them."""
    words = _QUOTED.sub("", words)
    found = list(_WORDS.finditer(words))
    if not found:
        return words
    return words[: found[0].start()] + TO_TRANSLATE + words[found[-1].end() :]


def _placed(kept: str, language: str) -> str:
    """What is kept, a pinpoint in words by its name in the language."""
    if not kept.startswith("["):
        return kept
    return re.sub(r"(?<=\{)[^{}]+(?=\})", lambda words: IN_WORDS.get(words.group(), {}).get(language, words.group()), kept)
