"""What a line's end may not part: a label and its number, a number and its unit, a day and its month, a year and the word for it.

A space becomes a no-break space and a hyphen a non-breaking one, character for character, so that a line can be poured back into the nodes
that it came from. Of English only spaces are held. Each writer shows a non-breaking hyphen so that readers can copy a plain one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from briefkit.tree import (
    AnnexRef,
    Cite,
    Count,
    CountRef,
    Emphasis,
    Fact,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Opinion,
    ParagraphRef,
    Remark,
    Strong,
    Text,
)
from briefkit.walk import Line, plain, rewrite_lines
from briefkit.wording import NBSP

HYPHEN = "\N{NON-BREAKING HYPHEN}"
_OTHER = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for what is no words: a note's sign, a remark

# --- before a number ----------------------------------------------------------------------------------
_LATIN = r"[Aa]rt(?:icle)?s?|[Pp]ara(?:graph)?s?|[Pp]rinciples?|pp?|nn?|[Nn]os?\.?|[Ss]ections?|[Cc]h"
_SHORT = r"(?:стст|ст|пп|подп|п|ч|гл|абз|разд|сс|с|т|сн|прил|табл)\."
_STEMS = (
    *("стать", "статей", "пункт", "подпункт", "част[ьиея]", "абзац", "глав", "раздел", "параграф", "страниц", "сноск", "таблиц"),
    *("принцип", "правил", "задач", "рекомендаци", "приложени", "протокол", "поправк", "номер", "том"),
)
_FULL = rf"(?i:{'|'.join(_STEMS)})[а-я]{{0,3}}"
_LABELLED = re.compile(rf"(?<![\w.])(?:{_LATIN}|§§?|№|{_SHORT}|{_FULL}) (?=[\dIVXLC№])")
_PART = rf"(?:(?i:пункт|част[ьиея])[а-я]{{0,3}}|[пч]\.){NBSP}[\d.()]+"
_WITHIN = re.compile(rf"(?<![\w.]){_PART} (?=(?:(?i:стать|статей)[а-я]{{0,3}}|ст\.){NBSP}\d)")  # пункта 2 статьи 22

# --- after a number -----------------------------------------------------------------------------------
_MONTHS = (
    "(?:(?i:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр|ма(?=[йяею]))[а-я]{0,3}"
    "|(?i:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)[а-яәғқңөұүһі]{0,6}"
    "|January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = re.compile(rf"(?<!\d)\d{{1,2}} (?={_MONTHS}(?!\w))")
_YEARS = r"гг?\.|ж\.|год(?:а|у|ом|е|ы|ов|ам|ами|ах)?|лет|жыл(?:ғы|ы|да|дан|дың|ға|ғыға|дар)?"
_SUMS = r"тенге|теңге|тыс\.|мың|млн|млрд|трлн|миллион\w*|миллиард\w*|KZT|МРП|АЕК|процент\w*|пайыз\w*"
_UNITS = re.compile(rf"(?<=\d) (?=(?:{_YEARS}|{_SUMS})(?!\w)|%)")
_MULTIPLES = re.compile(r"(?<=тыс\.|.мың|.млн|млрд|трлн) (?=(?:тенге|теңге)(?!\w))")
_THOUSANDS = re.compile(rf"(?<![\d.,{NBSP}])\d{{1,3}}(?: \d{{3}})+(?!\d)")

# --- Russian and Kazakh alone -------------------------------------------------------------------------
_DASH = re.compile(r"(?<=\S) (?=[–—](?:\s|$))")
_LETTER = "[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]"
_HYPHEN = re.compile(
    r"(?<=[\d)\]])-(?=\w)|(?<=\w)-(?=\d)"  # 22-баптың, C-78/18, 00-000
    rf"|(?<=[A-Z])-(?=[A-Z]|{_LETTER})"  # CDL-AD, V.B-бөлім
    rf"|(?<![\w-]){_LETTER}{{1,3}}-(?={_LETTER})|(?<={_LETTER})-(?={_LETTER}{{1,3}}(?![\w-]))"  # из-за, какой-то, ФАТФ-тың
)

# Addresses break where they may, and are copied as they are.
_ADDRESS = re.compile(r"\S*(?:://|@)\S*|(?<![\w.-])(?:[A-Za-z][\w-]*\.)+[A-Za-z]{2,}(?:/\S*)?")


def unbroken(opinion: Opinion) -> Opinion:
    """The document with all that belongs together held together."""
    language = opinion.language

    def hold(line: Line) -> Line:
        return _held(line, language)

    return replace(
        opinion,
        title=hold(opinion.title),
        blocks=rewrite_lines(opinion.blocks, hold),
        date=hold_words(opinion.date, language),
        subtitle=tuple(hold_words(line, language) for line in opinion.subtitle),
        short_title=hold_words(opinion.short_title, language),
    )


def hold_words(text: str, language: str) -> str:
    """A text in which what belongs together is held together; as long as it was."""
    made, at = [], 0
    for address in _ADDRESS.finditer(text):
        made += [_hold(text[at : address.start()], language), address.group()]
        at = address.end()
    return "".join((*made, _hold(text[at:], language)))


def loose(text: str) -> str:
    """A text with plain spaces and hyphens again, for what is no line of a page: a file's title, plain text once it stands in lines."""
    return text.replace(NBSP, " ").replace(HYPHEN, "-")


def _hold(text: str, language: str) -> str:
    for spaces in (_LABELLED, _DAY, _UNITS, _MULTIPLES):
        text = spaces.sub(lambda found: found.group().replace(" ", NBSP), text)
    if language not in ("ru", "kk"):
        return text
    for spaces in (_WITHIN, _THOUSANDS, _DASH):
        text = spaces.sub(lambda found: found.group().replace(" ", NBSP), text)
    return _HYPHEN.sub(lambda found: found.group().replace("-", HYPHEN), text)


# --- lines --------------------------------------------------------------------------------------------


def _held(line: Iterable[Inline], language: str) -> Line:
    nodes = tuple(line)
    poured = _Poured(hold_words("".join(map(_words, nodes)), language), language)
    return tuple(poured.back(node) for node in nodes)


def _words(node: Inline) -> str:
    """What a node has in its line; a note has a line of its own."""
    match node:
        case Emphasis() | Strong() | Foreign():
            return "".join(map(_words, node.children))
        case Cite():
            return "".join(map(_words, node.shown))
        case Note() | Remark() | Link():
            return _OTHER
        case Text() | Fact() | LineBreak() | ParagraphRef() | NoteRef() | Count() | CountRef() | AnnexRef():
            return plain((node,))
        case _:
            assert_never(node)


@dataclass(slots=True)
class _Poured:
    """The words of a line, which its nodes take back one after another."""

    words: str
    language: str
    at: int = 0

    def back(self, node: Inline) -> Inline:
        match node:
            case Text() | Fact():
                return replace(node, text=self._taken(len(node.text)))
            case AnnexRef():
                return replace(node, heading=self._taken(len(node.heading)))
            case Emphasis() | Strong() | Foreign():
                return replace(node, children=tuple(map(self.back, node.children)))
            case Cite():
                return replace(node, shown=tuple(map(self.back, node.shown)))
            case Note():
                self._taken(1)
                return replace(node, children=_held(node.children, self.language))
            case Link():
                self._taken(1)
                same = plain(node.children) == node.address
                return node if same else replace(node, children=_held(node.children, self.language))
            case LineBreak() | ParagraphRef() | NoteRef() | Count() | CountRef() | Remark():
                self._taken(len(_words(node)))
                return node
            case _:
                assert_never(node)

    def _taken(self, length: int) -> str:
        self.at += length
        return self.words[self.at - length : self.at]
