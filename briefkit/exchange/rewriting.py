"""Outcomes into the texts of files: items appended, or their data replaced where they stand. Everything else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from briefkit.csl import read_authority
from briefkit.diagnostics import Checked, diagnose
from briefkit.exchange.merging import Outcome
from briefkit.exchange.texts import json_items, json_value, yaml_items, yaml_value
from briefkit.exchange.tidy import differing
from briefkit.messages import say
from briefkit.source import Source
from briefkit.yamlmarks import Leaf, Listing, Node, plain, read_yaml
from briefkit.yamlmarks import Mapping as Marked

UNCHECKED: Mapping[str, Any] = MappingProxyType({"status": "literature", "confirmed": False})  # what nobody has looked at yet

_SPACES = frozenset(" \t\r\n")  # of YAML: any other, such as a non-breaking one, is part of a value


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file's new text; `source` is what it held, empty for a new file."""

    source: Source
    text: str


def rewrite(target: Source, outcomes: Iterable[Outcome], in_library: bool) -> Checked[tuple[Rewritten, ...]]:
    """The files to write: the target with the items that are added, and each file in which an item is replaced.

    An item of the library gets the project's own fields, unless it brings them. A text that would not read as it should is refused
    (`output-unwritable`), so that a file which is written unusually is not broken.
    """
    outcomes = tuple(outcomes)
    added = [_with_custom(one, in_library) for one in outcomes if one.what == "added"]
    replaced: dict[Source, dict[str, dict[str, Any]]] = {}
    for one in outcomes:
        if one.what == "replaced" and one.earlier and one.earlier.span:
            replaced.setdefault(one.earlier.span.source, {})[one.id] = one.csl
    sources = dict.fromkeys((*([target] if added else []), *replaced))
    files: list[Rewritten] = []
    for source in sources:
        new = added if source == target else []
        text = _appended(_replaced(source, replaced.get(source, {})), new)
        if not _reads_as_meant(source, text, replaced.get(source, {}), new):
            hint = say("write the file as a list of items, each key on its own line")
            return Checked(
                (), (diagnose("output-unwritable", say("“{file}” cannot be changed safely.", file=source.name), source.whole(), hint),)
            )
        files.append(Rewritten(source, text))
    return Checked(tuple(files))


def _with_custom(outcome: Outcome, in_library: bool) -> dict[str, Any]:
    custom = outcome.item.custom or (UNCHECKED if in_library else {})
    return {**outcome.csl, "custom": dict(custom)} if custom else outcome.csl


def _is_json(source: Source) -> bool:
    return source.name.lower().endswith(".json")


# --- appending ------------------------------------------------------------------------------------


def _appended(source: Source, items: list[dict[str, Any]]) -> str:
    if not items:
        return source.text
    node = read_yaml(source).value
    listed = node if isinstance(node, Listing) else None
    if _is_json(source):
        return _appended_json(source.text, listed, items)
    kept = source.text.rstrip()
    if listed is not None and source.text[listed.span.start] == "[" and not listed.items:
        kept = source.text[: listed.span.start].rstrip()  # an empty list
    before = f"{kept}\n\n" if kept else ""
    return before + yaml_items(items, source.column_at(listed.span.start) - 1 if listed and listed.items else 0)


def _appended_json(text: str, listed: Listing | None, items: list[dict[str, Any]]) -> str:
    if listed is None:
        return f"[\n{json_items(items)}\n]\n"
    at = listed.span.end - 1
    kept = text[:at].rstrip().removesuffix(",")
    return f"{kept}{',' if listed.items else ''}\n{json_items(items)}\n{text[at:]}"


# --- replacing ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def _replaced(source: Source, items: Mapping[str, Mapping[str, Any]]) -> Source:
    """The source with the data of some items replaced, key by key: what is the same keeps its words and its comments."""
    node = read_yaml(source).value
    nodes = [one for one in node.items if isinstance(one, Marked)] if isinstance(node, Listing) else []
    edits = [edit for one in nodes if one.text("id") in items for edit in _edits(source, one, items[one.text("id")])]
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        pieces += [source.text[at : edit.start], edit.text]
        at = edit.end
    return Source(source.name, "".join((*pieces, source.text[at:])))


def _edits(source: Source, item: Marked, csl: Mapping[str, Any]) -> Iterator[_Edit]:
    flow = source.text[item.span.start] == "{"
    old = read_authority(item, [], own=True)
    assert old is not None
    changed = set(differing(old.csl, csl))
    gone = [key.text not in csl and key.text not in {"id", "custom"} for key, _ in item.entries]
    last = max((at for at, removed in enumerate(gone) if not removed), default=0)  # behind it, all goes at once
    for at, (key, value) in enumerate(item.entries):
        if gone[at] and at < last:
            yield _removal(source, key, value, item.entries[at + 1][0])
        elif key.text in changed and key.text in csl:
            written = json_value(csl[key.text]) if flow else yaml_value(key.text, csl[key.text])
            yield _Edit(key.span.end, _end(source, value), f": {written}")
    if last < len(gone) - 1:
        yield _Edit(_end(source, item.entries[last][1]), _end(source, item.entries[-1][1]), "")
    names = {key.text for key, _ in item.entries}
    yield from _insertion(source, item, {name: csl[name] for name in csl if name in changed and name not in names}, last, flow)


def _removal(source: Source, key: Leaf, value: Node, following: Leaf) -> _Edit:
    """Without a key and its value; a comment behind it stays."""
    end = _end(source, value)
    return _Edit(key.span.start, end if "#" in source.text[end : following.span.start] else following.span.start, "")


def _insertion(source: Source, item: Marked, values: Mapping[str, Any], last: int, flow: bool) -> Iterator[_Edit]:
    """New keys, before the project's own fields, or behind the last key that stays."""
    if not values:
        return
    custom = item.key("custom")
    if flow:
        pairs = ", ".join(f'"{name}": {json_value(value)}' for name, value in values.items())
        at = custom.span.start if custom else _end(source, item.entries[last][1])
        yield _Edit(at, at, f"{pairs}, " if custom else f", {pairs}")
        return
    key = custom or item.entries[0][0]
    indent = " " * (source.column_at(key.span.start) - 1)
    lines = "".join(f"{name}: {yaml_value(name, value)}\n{indent}" for name, value in values.items())
    yield _Edit(key.span.start, key.span.start, lines)


def _end(source: Source, node: Node) -> int:
    """Where a value ends; of a block, the comments below it are not part."""
    end = node.span.end
    while True:
        while source.text[end - 1 : end] in _SPACES:
            end -= 1
        start = source.text.rfind("\n", 0, end) + 1
        if isinstance(node, Leaf) or start <= node.span.start or not re.match(r"[ \t]*#", source.text[start:end]):
            return end
        end = start


# --- reading it again -----------------------------------------------------------------------------


def _reads_as_meant(before: Source, text: str, replaced: Mapping[str, Mapping[str, Any]], added: list[dict[str, Any]]) -> bool:
    """Whether the new text holds what the old one did, the replaced items with their new data, and then the added ones."""
    old, new = _items(before), _items(Source(before.name, text))
    if old is None or new is None or len(new) != len(old) + len(added):
        return False
    for one, other in zip(old, new, strict=False):
        data = replaced.get(one.text("id"))
        if data is None and plain(one) != plain(other):
            return False
        if data is not None and not (_holds(other, data) and plain(one.mapping("custom")) == plain(other.mapping("custom"))):
            return False
    return all(_holds(node, item) for node, item in zip(new[len(old) :], added, strict=True))


def _holds(node: Marked, item: Mapping[str, Any]) -> bool:
    read = read_authority(node, [], own=True)
    wanted = {name: value for name, value in item.items() if name != "custom"}
    custom = node.get("custom")
    same = "custom" not in item or (custom is not None and plain(custom) == item["custom"])
    return read is not None and read.id == item["id"] and not differing(read.csl, wanted) and same


def _items(source: Source) -> list[Marked] | None:
    """The items of a text; None if it cannot be read, or holds anything else."""
    read = read_yaml(source)
    if read.has_errors or not (read.value is None or isinstance(read.value, Listing)):
        return None
    nodes = read.value.items if read.value else ()
    marked = [node for node in nodes if isinstance(node, Marked)]
    return marked if len(marked) == len(nodes) else None
