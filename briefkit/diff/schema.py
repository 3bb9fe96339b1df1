"""The JSON Schema of what `as_data` gives: a definition for each kind of change, made from the changes themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from briefkit.diff import compare  # noqa: F401 - with it come all the rooms that know kinds of changes
from briefkit.diff.changes import WEIGHTS, Weighty
from briefkit.diff.data import LEFT_OUT
from briefkit.diff.said import FATES, KINDS
from briefkit.model.naming import LANGUAGES, TONES

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_LINE = {"type": "integer", "description": "where it begins, in the new text unless it is deleted; counted from 1"}
_BESIDE = {
    "line": _LINE,
    "first": {**_TEXT, "description": "a paragraph in the first of two languages"},
    "second": {**_TEXT, "description": "the same paragraph in the second"},
}
_PIECE = {
    "same": {**_TEXT, "description": "words that both texts have, as the new one has them"},
    "deleted": {**_TEXT, "description": "words that only the old text has"},
    "inserted": {**_TEXT, "description": "words that only the new text has"},
    "moved": {"const": True, "description": "a sentence that stands elsewhere in the other text"},
}


def schema() -> Schema:
    """The schema, without its title. Where nothing could be compared there are diagnostics alone."""
    compared = {
        "old": {**_TEXT, "description": "the old library, as it was named"},
        "new": {**_TEXT, "description": "the new library, as it was named"},
        "same": {"type": "boolean", "description": "whether nothing changed"},
        "summary": {**_list_of(_TEXT), "description": "what changed, in numbers, for people"},
        "entries": _list_of({"$ref": "#/$defs/entry"}),
    }
    troubles = {"diagnostics": {**_list_of({"type": "object"}), "description": "what kept libraries or files from being compared"}}
    return {
        **_object({**compared, **troubles}, optional=(*compared, *troubles)),
        "anyOf": [{"required": list(compared)}, {"required": list(troubles), "not": {"required": ["entries"]}}],
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    known = {change.name: _change(change) for change in kinds_of_changes()}
    return {
        "entry": _object(
            {
                "what": {"enum": list(KINDS)},
                "id": _TEXT,
                "title": {**_TEXT, "description": "for people; empty where it has none"},
                "fate": {"enum": list(FATES)},
                "weight": {"enum": list(WEIGHTS), "description": "the heaviest of its changes"},
                "changes": {**_list_of({"anyOf": [{"$ref": f"#/$defs/{name}"} for name in known]}), "minItems": 1},
            }
        ),
        "passage": {"anyOf": [_object({"line": _LINE, "pieces": _list_of(_object(_PIECE, optional=tuple(_PIECE)))}), _object(_BESIDE)]},
        **known,
    }


def kinds_of_changes() -> list[Any]:
    """Every change that has a name, by its name."""
    return [change for _, change in sorted({change.name: change for change in _below(Weighty)}.items())]


def _below(kind: Any) -> Iterator[Any]:
    for one in kind.__subclasses__():
        if isinstance(vars(one).get("name"), str):
            yield one
        yield from _below(one)


def _change(kind: Any) -> Schema:
    """A change: what all of them say, and its own values."""
    said = {
        "change": {"const": kind.name},
        "sentence": {**_TEXT, "description": "the change, for people"},
        "weight": {"enum": list(WEIGHTS)},
        "language": {"enum": ["", *LANGUAGES], "description": "empty where it concerns none, or more than one"},
        "tone": {"enum": ["", *TONES], "description": "empty where it concerns none, or more than one"},
    }
    own = {name: of for name, of in _fields(kind).items() if name not in said}
    shown = {"passages": {**_list_of({"$ref": "#/$defs/passage"}), "description": "the paragraphs that show it"}}
    about = " ".join((kind.__doc__ or "").split())
    described = {} if about.startswith(f"{kind.__name__}(") else {"description": about}  # what Python makes up tells nobody anything
    return {**described, **_object({**said, **own, **shown}, optional=("passages",))}


def _fields(kind: type) -> Schema:
    hints = get_type_hints(kind)
    return {field.name: _of(hints[field.name]) for field in fields(kind) if field.name not in LEFT_OUT}


def _of(kind: Any) -> Schema:
    """The values of a type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return {"anyOf": [_of(one) for one in inner]}
    if origin is tuple:
        return _list_of(_of(inner[0]))
    if is_dataclass(kind) and isinstance(kind, type):
        return _object(_fields(kind))
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object"}
    return _simple(kind)


def _simple(kind: type) -> Schema:
    if kind is date:
        return {"type": "string", "format": "date"}
    names = {bool: "boolean", int: "integer", NoneType: "null"}
    return {"type": next((name for one, name in names.items() if issubclass(kind, one)), "string")}


def _object(properties: Mapping[str, Any], optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}
