"""The language of `when` and `{% if %}`: read, look through, decide, explain.

A condition is true, false or unknown (None): a fact that is not given makes what hangs on it unknown, and
`false and unknown` is false, `true or unknown` is true (Kleene's logic).
"""

from briefkit.conditions.deciding import Budget, Scopes, decide, look_up
from briefkit.conditions.explaining import explain, settle
from briefkit.conditions.looking import amongs_in, comparisons_in, paths_in
from briefkit.conditions.reading import read_condition, whole_text

__all__ = [
    "Budget",
    "Scopes",
    "amongs_in",
    "comparisons_in",
    "decide",
    "explain",
    "look_up",
    "paths_in",
    "read_condition",
    "settle",
    "whole_text",
]
