"""A YAML file read and checked against its shape in one step, and the small pieces that every format shares."""

from __future__ import annotations

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.libraries import Verification
from briefkit.model.naming import Named
from briefkit.shapes import Shape, check
from briefkit.source import Source
from briefkit.yamlmarks import Mapping, Node, read_yaml


def read_shaped(source: Source, shape: Shape, problems: list[Diagnostic]) -> Node | None:
    """The YAML of a source, or None if there is none; all that does not fit the shape is added to `problems`."""
    read = read_yaml(source)
    problems.extend(read.diagnostics)
    if read.value is None:
        if not read.diagnostics:
            problems.append(diagnose("missing-key", say("The file is empty."), source.whole()))
        return None
    problems.extend(check(read.value, shape))
    return read.value


def names(mapping: Mapping, key: str) -> tuple[Named, ...]:
    """The names in a list, each with its place."""
    return tuple(Named(leaf.text, leaf.span) for leaf in mapping.leaves(key))


def verification(mapping: Mapping) -> Verification | None:
    """A recorded verification; None if anything of it is missing, which its shape reports."""
    day, on = mapping.day("on"), mapping.get("on")
    seen, by = mapping.text("seen").strip(), mapping.text("by").strip()
    return Verification(seen, by, day, on.span) if day and on and seen and by else None
