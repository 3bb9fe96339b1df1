"""Shapes of the files that users write: one description checks a file and gives its JSON Schema.

A shape is a frozen value; `check` lists everything in a node that does not fit it, `json_schema` says the same to
an editor (JSON Schema, draft 2020-12).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.messages import Message, say
from briefkit.yamlmarks import Leaf, Listing, Mapping, Node, as_day


@dataclass(frozen=True, slots=True)
class Words:
    """A text that says something, or nothing if it may be `blank`. Numbers and dates are taken as they are written."""

    blank: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number, `least` or more."""

    least: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, written YYYY-MM-DD; with `partial` also YYYY-MM or YYYY."""

    partial: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word out of a few; `code` is the diagnostic for any other."""

    choices: tuple[str, ...]
    code: str = "unknown-choice"


@dataclass(frozen=True, slots=True)
class ListOf:
    item: Shape


@dataclass(frozen=True, slots=True)
class MapOf:
    """Keys of the user's choosing (or of `keys`, if given), each with a value of one shape."""

    value: Shape
    keys: tuple[str, ...] = ()
    code: str = "unknown-key"


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    shape: Shape
    about: Message
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Known keys only, unless `open`."""

    fields: tuple[Field, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Either:
    """Any of several shapes, told apart by whether the value is a word, a list or a mapping."""

    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Anything:
    """Any value; read by somebody else."""


Shape = Words | Whole | Flag | Day | OneOf | ListOf | MapOf | Record | Either | Anything


def check(node: Node, shape: Shape) -> Iterator[Diagnostic]:
    """Everything in a node that does not fit a shape."""
    match shape:
        case Record():
            yield from _check_record(node, shape)
        case MapOf():
            yield from _check_map(node, shape)
        case ListOf():
            yield from _check_list(node, shape)
        case Either():
            yield from _check_either(node, shape)
        case Anything():
            return
        case _:
            yield from _check_leaf(node, shape)


def _check_either(node: Node, shape: Either) -> Iterator[Diagnostic]:
    """Nothing if one of the shapes fits; else what the first of the node's own kind finds."""
    alike = [one for one in shape.shapes if _kind(one) is type(node)] or [shape.shapes[0]]
    found = [tuple(check(node, one)) for one in alike]
    yield from () if () in found else found[0]


def _kind(shape: Shape) -> type:
    if isinstance(shape, Record | MapOf):
        return Mapping
    return Listing if isinstance(shape, ListOf) else Leaf


def _check_record(node: Node, shape: Record) -> Iterator[Diagnostic]:
    if not isinstance(node, Mapping):
        yield _wrong(node, _GIVEN[Mapping])
        return
    known = {field.name: field for field in shape.fields}
    for key, value in node.entries:
        if key.text in known:
            yield from check(value, known[key.text].shape)
        elif not shape.open:
            hint = did_you_mean(key.text, known, say("the keys here are {keys}", keys=", ".join(known)))
            yield diagnose("unknown-key", say("“{key}” is not a key that can stand here.", key=key.text), key.span, hint)
    for field in shape.fields:
        if field.required and node.get(field.name) is None:
            yield diagnose("missing-key", say("The key “{key}” is missing.", key=field.name), node.span, field.about)


def _check_map(node: Node, shape: MapOf) -> Iterator[Diagnostic]:
    if not isinstance(node, Mapping):
        yield _wrong(node, _GIVEN[Mapping])
        return
    for key, value in node.entries:
        if shape.keys and key.text not in shape.keys:
            hint = did_you_mean(key.text, shape.keys, say("one of {names}", names=", ".join(shape.keys)))
            yield diagnose(shape.code, say("“{name}” is not one of the names that can stand here.", name=key.text), key.span, hint)
        yield from check(value, shape.value)


def _check_list(node: Node, shape: ListOf) -> Iterator[Diagnostic]:
    if not isinstance(node, Listing):
        yield _wrong(node, _GIVEN[Listing])
        return
    for item in node.items:
        yield from check(item, shape.item)


def _check_leaf(node: Node, shape: Words | Whole | Flag | Day | OneOf) -> Iterator[Diagnostic]:
    if not isinstance(node, Leaf):
        yield _wrong(node, _expected(shape))
        return
    match shape:
        case Words():
            fits = node.value is not None and not isinstance(node.value, bool) and bool(shape.blank or node.text.strip())
        case Whole():
            fits = isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= shape.least
        case Flag():
            fits = isinstance(node.value, bool)
        case Day():
            fits = as_day(node.text) is not None or (shape.partial and _is_partial_day(node.text))
        case OneOf():
            fits = node.text in shape.choices
        case _:
            assert_never(shape)
    if not fits:
        yield _wrong(node, _expected(shape), shape)


def _is_partial_day(text: str) -> bool:
    return re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2]))?", text) is not None


_GIVEN: dict[type, Message] = {Leaf: say("a single value"), Listing: say("a list"), Mapping: say("keys with values")}


def _expected(shape: Words | Whole | Flag | Day | OneOf) -> Message:
    match shape:
        case Words():
            return say("a text")
        case Whole():
            return say("a whole number, {least} or more", least=shape.least)
        case Flag():
            return say("true or false")
        case Day():
            return say("a date, written YYYY-MM-DD")
        case OneOf():
            return say("one of {names}", names=", ".join(shape.choices))
        case _:
            assert_never(shape)


def _wrong(node: Node, expected: Message, shape: Shape | None = None) -> Diagnostic:
    if isinstance(node, Leaf) and (node.value is None or not node.text.strip()):
        return diagnose(
            "wrong-type",
            say("Nothing is given here; this must be {expected}.", expected=expected),
            node.span,
            say("give a value or remove the key"),
        )
    if isinstance(shape, OneOf) and isinstance(node, Leaf):
        hint = did_you_mean(node.text, shape.choices, expected)
        return diagnose(shape.code, say("“{text}” is not one of the choices.", text=node.text), node.span, hint)
    if isinstance(shape, Day) and isinstance(node, Leaf):
        said = say("“{text}” is not a date, written YYYY-MM-DD.", text=node.text)
        return diagnose("bad-date", said, node.span, say("for example 2025-03-14"))
    given = say("“{text}”", text=node.text) if isinstance(node, Leaf) else _GIVEN[type(node)]
    return diagnose("wrong-type", say("This must be {expected}, not {given}.", expected=expected, given=given), node.span)


def json_schema(shape: Shape) -> dict[str, Any]:
    """The JSON Schema of a shape."""
    match shape:
        case Words():
            return {"type": ["string", "number"]} | ({} if shape.blank else {"pattern": r"\S"})
        case Whole():
            return {"type": "integer", "minimum": shape.least}
        case Flag():
            return {"type": "boolean"}
        case Day():
            return _day_schema(shape)
        case OneOf():
            return {"enum": list(shape.choices)}
        case ListOf():
            return {"type": "array", "items": json_schema(shape.item)}
        case MapOf():
            return _map_schema(shape)
        case Record():
            return _record_schema(shape)
        case Either():
            return {"anyOf": [json_schema(one) for one in shape.shapes]}
        case Anything():
            return {}
        case _:
            assert_never(shape)


def _day_schema(shape: Day) -> dict[str, Any]:
    if not shape.partial:
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    year = {"minimum": 1000, "maximum": 9999}  # a year alone is a number in YAML
    return {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$", **year}


def _map_schema(shape: MapOf) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "additionalProperties": json_schema(shape.value)}
    if shape.keys:
        schema["propertyNames"] = {"enum": list(shape.keys)}
    return schema


def _record_schema(shape: Record) -> dict[str, Any]:
    properties = {field.name: {**json_schema(field.shape), "description": field.about} for field in shape.fields}
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": shape.open}
    required = [field.name for field in shape.fields if field.required]
    return {**schema, "required": required} if required else schema
