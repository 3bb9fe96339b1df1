"""Two documents of one client side by side: where they contradict each other, and what the domestic one did not raise."""

from __future__ import annotations

from briefkit.against.contradictions import contradictions
from briefkit.against.exhaustion import INTERNATIONAL, unraised_claims
from briefkit.against.sides import Side
from briefkit.diagnostics import Diagnostic
from briefkit.model.libraries import Library


def compare_sides(one: Side, other: Side, library: Library) -> tuple[Diagnostic, ...]:
    """All that two documents do not say alike, and, where one alone is made for an international body, the claims not raised at home.

    Problems: `case-contradicts`, `clauses-exclude`, `relief-differs`, `texts-not-compared`, `claim-not-raised`. Tone is left to people:
    no machine can tell whether one text concedes what another disputes.
    """
    found = tuple(contradictions(one, other, library))
    for international, domestic in ((one, other), (other, one)):
        if international.audience == INTERNATIONAL != domestic.audience:
            found += tuple(unraised_claims(international, domestic, library))
    return found


__all__ = ["Side", "compare_sides"]
