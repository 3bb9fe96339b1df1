"""Values that a case may give once, or once for each language: `{en: …, ru: …}`."""

from __future__ import annotations

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Message, say
from briefkit.model.naming import LANGUAGES
from briefkit.yamlmarks import Leaf, Mapping, Node


def is_spoken(node: Node | None) -> bool:
    """Whether a node holds a value for each language, rather than being the value."""
    return isinstance(node, Mapping) and bool(node.entries) and all(key.text in LANGUAGES for key, _ in node.entries)


def spoken(node: Node | None, language: str, lacking: Message, problems: list[Diagnostic]) -> Node | None:
    """The value in a language. Where it is not given in that one: `missing-text`, which `lacking` says, and the first that is given."""
    if not isinstance(node, Mapping) or not is_spoken(node):
        return node
    found = node.get(language)
    if found is not None:
        return found
    given = ", ".join(key.text for key, _ in node.entries)
    hint = say("it is given in {languages}; add {language}: beside it", languages=given, language=language)
    problems.append(diagnose("missing-text", lacking, node.span, hint))
    return node.entries[0][1]


def languages_given(node: Node | None) -> tuple[str, ...]:
    """The languages that a value is given in, as they are listed; none where it is the same for all."""
    return tuple(key.text for key, _ in node.entries) if isinstance(node, Mapping) and is_spoken(node) else ()


def in_any(node: Node | None) -> tuple[Leaf, ...]:
    """The value in every language that it is given in."""
    if isinstance(node, Leaf):
        return (node,)
    return tuple(value for _, value in node.entries if isinstance(value, Leaf)) if isinstance(node, Mapping) else ()
