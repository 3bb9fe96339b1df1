"""One case in one language with both editions of the library: which paragraphs of its document read differently, and because of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefkit.build import Inputs, Stages, run_stages
from briefkit.diagnostics import Checked, Diagnostic
from briefkit.impact.reading import Difference, differences, pieces_of
from briefkit.model.case import Filing
from briefkit.model.libraries import Library


@dataclass(frozen=True, slots=True)
class Built:
    """What a build of a case reads with one edition, and that edition's library as it was read."""

    inputs: Inputs
    holdings: Checked[Library]

    def stages(self) -> Checked[Stages]:
        return run_stages(self.inputs, holdings=self.holdings)


@dataclass(frozen=True, slots=True)
class Impact:
    """What changes in the document of a case, made in one language.

    `joined` and `left` are clauses; `errors` are those that only the new edition brings. `filed` is given for a case that is pending.
    `made` tells whether the old edition makes a document of it at all, and whether the new one does: else there is nothing to compare.
    """

    case: str
    language: str
    differences: tuple[Difference, ...] = ()
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    filed: Filing | None = None
    made: tuple[bool, bool] = (True, True)

    @property
    def is_none(self) -> bool:
        return self.made[0] == self.made[1] and not (self.differences or self.joined or self.left or self.errors)

    def of_clause(self, slug: str) -> Impact:
        """What of it stands in one clause, by either of its names; that a document is made no more stays."""
        return replace(
            self,
            differences=tuple(one for one in self.differences if slug in one.clauses),
            joined=tuple(name for name in self.joined if name == slug),
            left=tuple(name for name in self.left if name == slug),
        )

    @property
    def by_clause(self) -> Mapping[str, int]:
        """In how many paragraphs each clause reads differently; under the empty name those that come from no clause."""
        return Counter(one.clause for one in self.differences)

    @property
    def in_notes_alone(self) -> int:
        return sum(one.is_in_notes_alone for one in self.differences)

    @property
    def filed_paragraphs(self) -> tuple[int, ...]:
        """The numbers, as they were filed, of the numbered paragraphs that read differently now."""
        if self.filed is None:
            return ()
        return tuple(dict.fromkeys(one.old.number for one in self.differences if one.old and one.old.number))


def impact(case: str, language: str, old: Built, new: Built) -> Impact | None:
    """The impact on one document; None if the case is not made in this language."""
    before, after = old.stages(), new.stages()
    made = after.value.case or before.value.case
    if made is not None and made.language != language:
        return None
    filed = made.filed if made is not None and made.filed is not None and made.filed.is_pending else None
    found = Impact(case, language, errors=_only_new(before.diagnostics, after.diagnostics), filed=filed)
    one, other = before.value.opinion, after.value.opinion
    if one is None or other is None:
        return replace(found, made=(one is not None, other is not None))
    was, now = ([planned.clause.slug for planned in run.value.plan.planned] for run in (before, after))
    return replace(
        found,
        differences=differences(pieces_of(one), pieces_of(other)),
        joined=tuple(slug for slug in now if slug not in was),
        left=tuple(slug for slug in was if slug not in now),
    )


def _only_new(old: tuple[Diagnostic, ...], new: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The errors that only the new edition brings. Their places do not count: a line above moves them."""
    known = Counter((one.code, one.message) for one in old if one.is_error)
    found: list[Diagnostic] = []
    for one in new:
        if one.is_error and known[one.code, one.message]:
            known[one.code, one.message] -= 1
        elif one.is_error:
            found.append(one)
    return tuple(found)
