"""Tracked changes as Word keeps them (ECMA-376 Part 1 §17.13.5): words that go, that come, that move, and marks of paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from briefkit.ooxml import Element, qn, w
from briefkit.writers.docx.fields import run
from briefkit.writers.docx.runs import language_runs

# What happens to some words: they stay, go, come, or move.
STAYS, GOES, COMES, LEAVES, ARRIVES = "stays", "goes", "comes", "leaves", "arrives"
OLD, NEW = (STAYS, GOES, LEAVES), (STAYS, COMES, ARRIVES)  # what the old text has, and what the new one


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words and what happens to them; a move is known at both of its ends by its name. A line's end in them is one."""

    words: str
    fate: str = STAYS
    move: str = ""


class Tracker:
    """Signs the changes of one document, each with a number of its own."""

    def __init__(self, author: str, date: str) -> None:
        self._signed = {"author": author, "date": date}
        self._numbers = count(1)

    def sign(self) -> dict[str, str | int]:
        return {"id": next(self._numbers), **self._signed}

    def mark(self, bits: Iterable[Bit]) -> Element | None:
        """The mark of a paragraph that only one of the texts has, for its properties; None where both have it."""
        fates = {bit.fate for bit in bits if bit.words.strip()}
        if not fates or (fates & set(OLD) and fates & set(NEW)):
            return None
        return w("rPr", w("ins" if fates <= set(NEW) else "del", **self.sign()))

    def runs(self, bits: Iterable[Bit], document: str, language: str) -> Iterator[Element]:
        """The content of a paragraph, in a document's language or another."""
        for bit in joined(bits):
            content = list(_content(bit, document, language))
            if content:
                yield from self._changed(bit, content)

    def _changed(self, bit: Bit, content: list[Element]) -> Iterable[Element]:
        match bit.fate:
            case "goes":
                return (w("del", *map(_deleted, content), **self.sign()),)
            case "comes":
                return (w("ins", *content, **self.sign()),)
            case "leaves":
                return self._move("moveFrom", bit.move, content)
            case "arrives":
                return self._move("moveTo", bit.move, content)
            case _:
                return content

    def _move(self, name: str, move: str, content: list[Element]) -> tuple[Element, ...]:
        """One end of a move: its words, within a range that has the same name at both ends (§17.13.5.21-28)."""
        signed = self.sign()
        return (
            w(f"{name}RangeStart", name=move, **signed),
            w(name, *content, **self.sign()),
            w(f"{name}RangeEnd", id=signed["id"]),
        )


def joined(bits: Iterable[Bit]) -> list[Bit]:
    """The bits with neighbours of one fate as one."""
    made: list[Bit] = []
    for bit in bits:
        if not bit.words:
            continue
        if made and (made[-1].fate, made[-1].move) == (bit.fate, bit.move):
            made[-1] = Bit(made[-1].words + bit.words, bit.fate, bit.move)
        else:
            made.append(bit)
    return made


def _content(bit: Bit, document: str, language: str) -> Iterator[Element]:
    for number, line in enumerate(bit.words.split("\n")):
        if number:
            yield run(w("br"))
        yield from language_runs(line, None, document, language)


def _deleted(content: Element) -> Element:
    """A run whose words are those of a deletion (§17.3.3.7)."""
    for node in content.iter(qn("w:t")):
        node.tag = qn("w:delText")
    return content
