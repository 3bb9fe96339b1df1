"""A verification written into a file as a person would write it: everything else in the file stays as it is."""

from __future__ import annotations

import json

from briefkit.model.libraries import Pinpoint, Verification
from briefkit.source import Source
from briefkit.yamlmarks import Leaf, Listing, Mapping, read_yaml


def _fields(verification: Verification) -> str:
    seen, by = (json.dumps(text, ensure_ascii=False) for text in (verification.seen, verification.by))
    return f"seen: {seen}, by: {by}, on: {verification.on.isoformat()}"


def in_library(source: Source, pinpoint: Pinpoint, verification: Verification) -> str:
    """The text of an authorities file with the pinpoint verified. `pinpoint.span` is its mapping, without a verification."""
    assert pinpoint.span is not None
    start, end = pinpoint.span.start, pinpoint.span.end
    written = "verified: {" + _fields(verification) + "}"
    if source.text[start] == "{":
        at = source.text.rindex("}", start, end)
        before = source.text[:at].rstrip().removesuffix(",")
        return f"{before}, {written}}}" + source.text[at + 1 :]
    line_end = source.text.find("\n", start)
    indent = " " * (source.column_at(start) - 1)
    first, rest = source.text[start:line_end], source.text[line_end:]
    return f"{source.text[:start]}{written}\n{indent}{first}{rest}"


def in_case(source: Source, cite: str, verification: Verification) -> str:
    """The text of a case with one more entry under `verified`. The case is a mapping."""
    entry = f"{{cite: {json.dumps(cite, ensure_ascii=False)}, {_fields(verification)}}}"
    node = read_yaml(source).value
    assert isinstance(node, Mapping)
    flow = source.text[node.span.start] == "{"  # JSON, or YAML written like it
    listed = node.get("verified")
    if isinstance(listed, Listing) and listed.items:
        return _after(source, listed, entry)
    if isinstance(listed, Listing | Leaf):
        key = node.key("verified")
        assert key is not None
        at = listed.span.end if listed.span.text else source.text.index(":", key.span.end) + 1
        written = f" [{entry}]" if flow else f"\n  - {entry}"
        return f"{source.text[: key.span.end]}:{written}{source.text[at:]}"
    return _with_key(source, node, f'"verified": [{entry}]' if flow else f"verified:\n  - {entry}")


def naming_references(source: Source, path: str) -> str:
    """The text of a case, which names no file of references yet, with the key `refs`."""
    node = read_yaml(source).value
    assert isinstance(node, Mapping)
    return _with_key(source, node, f'"refs": "{path}"' if source.text[node.span.start] == "{" else f"refs: {path}")


def _with_key(source: Source, node: Mapping, entry: str) -> str:
    """One more key at the end of a case."""
    if source.text[node.span.start] == "{":
        at = source.text.rindex("}", node.span.start, node.span.end)
        before = source.text[:at].rstrip().removesuffix(",")
        return f"{before}, {entry}{source.text[at:]}"
    return f"{source.text.rstrip()}\n{entry}\n"


def _after(source: Source, listed: Listing, entry: str) -> str:
    last = listed.items[-1].span
    if source.text[listed.span.start] == "[":
        return f"{source.text[: last.end]}, {entry}{source.text[last.end :]}"
    indent = " " * (source.column_at(listed.span.start) - 1)
    end = len(source.text[: last.end].rstrip())
    while (line := source.text[source.text.rindex("\n", 0, end) + 1 : end]).lstrip().startswith("#") and not line.startswith(indent + " "):
        end = len(source.text[: end - len(line)].rstrip())  # a comment below the list belongs to what follows
    return f"{source.text[:end]}\n{indent}- {entry}{source.text[end:]}"
