"""Pins as a file beside the case, `case.lock.yaml`: written by the program, read and compared by people, kept under version control."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from briefkit.diagnostics import Diagnostic
from briefkit.formats import LOCK
from briefkit.model.naming import LANGUAGES
from briefkit.provenance.pins import NAMED, ClausePin, Hashes, Pin, Pins
from briefkit.shaped import read_shaped
from briefkit.source import Source
from briefkit.yamlmarks import Mapping as Marked

_HEAD = """\
# Written by “briefkit build --lock”: the texts that the document is made of, in each language it was locked in.
# “briefkit build --locked” uses exactly these; “briefkit outdated” lists which of them moved since.
"""
_PLAIN = re.compile(r"[a-z]([a-z0-9_.-]*[a-z0-9])?")  # a key that needs no quotation marks
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))  # what some readers of YAML take for something else
_HASHED = ("authorities", "texts", "facts")


def written_lock(pins: Iterable[Pins]) -> str:
    """The file of a case."""
    return _HEAD + written_pins(pins)


def written_pins(pins: Iterable[Pins]) -> str:
    return "".join(f"{line}\n" for one in sorted(pins, key=lambda one: LANGUAGES.index(one.language)) for line in _lines(one))


def _lines(pins: Pins) -> Iterator[str]:
    yield f"{pins.language}:"
    yield from (f"  {name}: {_quoted(text)}" for name in ("build", "briefkit") if (text := getattr(pins, name)))
    for name in NAMED:
        pin: Pin = getattr(pins, name)
        yield f"  {name}: {{name: {_quoted(pin.name)}, hash: {_quoted(pin.hash)}}}"
    yield "  clauses:" if pins.clauses else "  clauses: {}"
    for slug, clause in sorted(pins.clauses.items()):
        hashes = f"text: {_quoted(clause.text)}, data: {_quoted(clause.data)}"
        yield f"    {_key(slug)}: {{version: {clause.version}, {hashes}}}"
    for name in _HASHED:
        hashed: Hashes = getattr(pins, name)
        yield f"  {name}:" if hashed else f"  {name}: {{}}"
        yield from (f"    {_key(one)}: {_quoted(text)}" for one, text in sorted(hashed.items()))


def _key(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text not in _WORDS else _quoted(text)


def _quoted(text: str) -> str:
    """A text in quotation marks, or a hash of digits alone would be read as a number."""
    return json.dumps(text, ensure_ascii=False)


def read_lock(source: Source, problems: list[Diagnostic]) -> Mapping[str, Pins]:
    """The pins of a file by language. Problems: those of YAML and of its shape."""
    node = read_shaped(source, LOCK, problems)
    if not isinstance(node, Marked):
        return {}
    return {key.text: _pins(key.text, value) for key, value in node.entries if key.text in LANGUAGES and isinstance(value, Marked)}


def _pins(language: str, node: Marked) -> Pins:
    clauses = ((key.text, value) for key, value in node.mapping("clauses").entries if isinstance(value, Marked))
    return Pins(
        language=language,
        profile=_pin(node.mapping("profile")),
        style=_pin(node.mapping("style")),
        template=_pin(node.mapping("template")),
        clauses={slug: ClausePin(one.whole("version"), one.text("text"), one.text("data")) for slug, one in clauses},
        authorities=dict(node.mapping("authorities").texts()),
        texts=dict(node.mapping("texts").texts()),
        facts=dict(node.mapping("facts").texts()),
        build=node.text("build"),
        briefkit=node.text("briefkit"),
    )


def _pin(node: Marked) -> Pin:
    return Pin(node.text("name"), node.text("hash"))
