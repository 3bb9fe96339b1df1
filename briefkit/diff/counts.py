"""What changed, in numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefkit.messages import Message, say_count

Count = Callable[[int], Message]

# By the kind of thing and its fate.
THINGS: Mapping[tuple[str, str], Count] = MappingProxyType(
    {
        ("clause", "added"): lambda n: say_count("{number} clause added", "{number} clauses added", n),
        ("clause", "removed"): lambda n: say_count("{number} clause removed", "{number} clauses removed", n),
        ("clause", "renamed"): lambda n: say_count("{number} clause renamed", "{number} clauses renamed", n),
        ("clause", "changed"): lambda n: say_count("{number} clause changed", "{number} clauses changed", n),
        ("clause", "not-compared"): lambda n: say_count("{number} clause not compared", "{number} clauses not compared", n),
        ("authority", "added"): lambda n: say_count("{number} authority added", "{number} authorities added", n),
        ("authority", "removed"): lambda n: say_count("{number} authority removed", "{number} authorities removed", n),
        ("authority", "changed"): lambda n: say_count("{number} authority changed", "{number} authorities changed", n),
        ("authority", "not-compared"): lambda n: say_count("{number} authority not compared", "{number} authorities not compared", n),
        ("source", "added"): lambda n: say_count("{number} source added", "{number} sources added", n),
        ("source", "removed"): lambda n: say_count("{number} source removed", "{number} sources removed", n),
        ("source", "changed"): lambda n: say_count("{number} source changed", "{number} sources changed", n),
        ("source", "not-compared"): lambda n: say_count("{number} source not compared", "{number} sources not compared", n),
        ("fact", "added"): lambda n: say_count("{number} fact added", "{number} facts added", n),
        ("fact", "removed"): lambda n: say_count("{number} fact removed", "{number} facts removed", n),
        ("fact", "changed"): lambda n: say_count("{number} fact changed", "{number} facts changed", n),
        ("fact", "not-compared"): lambda n: say_count("{number} fact not compared", "{number} facts not compared", n),
        ("profile", "added"): lambda n: say_count("{number} profile added", "{number} profiles added", n),
        ("profile", "removed"): lambda n: say_count("{number} profile removed", "{number} profiles removed", n),
        ("profile", "changed"): lambda n: say_count("{number} profile changed", "{number} profiles changed", n),
        ("profile", "not-compared"): lambda n: say_count("{number} profile not compared", "{number} profiles not compared", n),
        ("standard text", "added"): lambda n: say_count("{number} standard text added", "{number} standard texts added", n),
        ("standard text", "removed"): lambda n: say_count("{number} standard text removed", "{number} standard texts removed", n),
        ("standard text", "changed"): lambda n: say_count("{number} standard text changed", "{number} standard texts changed", n),
        ("standard text", "not-compared"): lambda n: say_count(
            "{number} standard text not compared", "{number} standard texts not compared", n
        ),
        ("term", "added"): lambda n: say_count("{number} term added", "{number} terms added", n),
        ("term", "removed"): lambda n: say_count("{number} term removed", "{number} terms removed", n),
        ("term", "changed"): lambda n: say_count("{number} term changed", "{number} terms changed", n),
        ("term", "not-compared"): lambda n: say_count("{number} term not compared", "{number} terms not compared", n),
        ("rule", "added"): lambda n: say_count("{number} rule added", "{number} rules added", n),
        ("rule", "removed"): lambda n: say_count("{number} rule removed", "{number} rules removed", n),
        ("rule", "changed"): lambda n: say_count("{number} rule changed", "{number} rules changed", n),
        ("rule", "not-compared"): lambda n: say_count("{number} rule not compared", "{number} rules not compared", n),
    }
)

# Changes within clauses that a reviewer looks for first, by their names.
CHANGES: Mapping[tuple[str, ...], Count] = MappingProxyType(
    {
        ("condition-widened", "condition-narrowed", "condition-altered"): lambda n: say_count(
            "{number} condition changed", "{number} conditions changed", n
        ),
        ("citation-added",): lambda n: say_count("{number} citation added", "{number} citations added", n),
        ("citation-replaced",): lambda n: say_count("{number} citation replaced", "{number} citations replaced", n),
        ("citation-dropped",): lambda n: say_count("{number} citation dropped", "{number} citations dropped", n),
        ("pinpoints-changed",): lambda n: say_count("{number} citation with other pinpoints", "{number} citations with other pinpoints", n),
        ("signal-changed",): lambda n: say_count("{number} signal changed", "{number} signals changed", n),
        ("modal-changed", "negation-changed"): lambda n: say_count(
            "{number} change of duty or denial", "{number} changes of duty or denial", n
        ),
        ("quotation-changed",): lambda n: say_count("{number} quotation changed", "{number} quotations changed", n),
        ("sentence-moved",): lambda n: say_count("{number} move of sentences", "{number} moves of sentences", n),
        ("translation-stale",): lambda n: say_count("{number} stale translation", "{number} stale translations", n),
    }
)
