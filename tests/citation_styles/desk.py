"""What the tests of the project's styles share: the library as it is shipped, invented works, and what a reader sees of a citation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from briefkit.build import locale_texts
from briefkit.cite import cite
from briefkit.cite.languages import named, namings
from briefkit.cite.rendering import Press
from briefkit.cite.style import read_style
from briefkit.cite.typesetting import inlines
from briefkit.diagnostics import Diagnostic
from briefkit.libraries import Layer, read_library
from briefkit.markup import read_pinpoint
from briefkit.model.libraries import Authority
from briefkit.shelf import read_layers
from briefkit.source import Source
from briefkit.tree import Cite, Emphasis, Fact, Inline, Link, Manuscript, Note, NoteRef, Opinion, Paragraph, Ref, Remark, Strong, Text
from briefkit.walk import inlines_of

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STYLES = {  # the project's styles, and the language that each is made for
    "international-law": "en",
    "international-law-no-ibid": "en",
    "un-editorial": "en",
    "odihr-venice": "en",
    "ru-notes": "ru",
    "kk-notes": "kk",
}
LANGUAGES = ("en", "ru", "kk")


@cache
def shipped() -> Layer:
    problems: list[Diagnostic] = []
    (layer,) = read_layers(ROOT, problems)
    assert problems == []
    return layer


@cache
def texts() -> Mapping[str, Source]:
    return locale_texts([shipped()])


@cache
def authorities() -> tuple[Authority, ...]:
    """Those of the library, and the invented ones."""
    invented = yaml.safe_load((HERE / "fictional.yaml").read_text(encoding="utf-8"))
    return (*read_library([shipped()]).value.authorities, *(Authority(one["id"], _dated(one), "literature", True) for one in invented))


def _dated(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: str(value) if key in {"issued", "accessed"} else value for key, value in item.items()}


def authority(name: str) -> Authority:
    return next(one for one in authorities() if one.id == name)


def style(name: str) -> Source:
    return shipped()[f"styles/{name}.csl"]


def ref(written: str) -> Ref:
    """A reference as its user writes it: "iccpr, art 22(1)"."""
    name, _, pin = written.partition(", ")
    locator = read_pinpoint(pin) if pin else None
    assert bool(pin) == (locator is not None), written
    return Ref(name, locator)


def cited(inlines: Iterable[Inline], name: str, language: str) -> Opinion:
    paragraphs = tuple(Paragraph((one,)) for one in inlines)
    return cite(Manuscript((Text("Opinion"),), paragraphs, language, "legal-opinion"), authorities(), (), style(name), texts()).value


def notes(name: str, *written: str, language: str = "") -> list[str]:
    """The notes of a document, each of one bracket: "iccpr, art 22; gc-31"."""
    brackets = [Note((Cite(tuple(ref(one) for one in bracket.split("; "))),)) for bracket in written]
    return [read(note.children) for note in notes_of(cited(brackets, name, language or STYLES[name]))]


def notes_of(opinion: Opinion) -> list[Note]:
    return [inline for inline in inlines_of(opinion) if isinstance(inline, Note)]


def mention(name: str, written: str, language: str = "") -> str:
    """What stands in a sentence."""
    (shown,) = mentions(name, [written], language)
    return shown


def mentions(name: str, written: Iterable[str], language: str = "") -> list[str]:
    """What stands in the sentences of one document, a paragraph for each."""
    opinion = cited([Cite((ref(one),), in_text=True) for one in written], name, language or STYLES[name])
    return [read(block.children) for block in opinion.blocks if isinstance(block, Paragraph)]


def listed(name: str, wanted: Sequence[str], language: str = "") -> list[str]:
    """The entries of a bibliography, in its order."""
    language = language or STYLES[name]
    tables = namings(texts(), language, style(name)).value
    known = {one: named(authority(one), language, tables) for one in wanted}
    read_ = read_style(style(name), language, texts()).value
    assert read_ is not None
    press = Press.of(read_, known, wanted)
    return [read(inlines(text, read_.locale)) for text in press.processor.bibliography()]


def read(line: tuple[Inline, ...]) -> str:
    """What a line prints; italics between asterisks, non-breaking spaces plain."""
    return "".join(_read(inline) for inline in line)


def _read(inline: Inline) -> str:
    if isinstance(inline, Text | Fact):
        return inline.text.replace("\N{NO-BREAK SPACE}", " ")
    if isinstance(inline, Emphasis):
        return f"*{read(inline.children)}*"
    if isinstance(inline, Strong | Link):
        return read(inline.children)
    if isinstance(inline, Cite):
        return read(inline.shown)
    if isinstance(inline, NoteRef | Note):
        return str(inline.number)
    return f"[{inline.text}]" if isinstance(inline, Remark) else ""
