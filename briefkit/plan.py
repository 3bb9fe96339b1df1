"""Which clauses stand in a document, in which order and part, and why the others do not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from briefkit.conditions import Budget, decide, explain
from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean, in_order
from briefkit.messages import NOTHING, Message, say
from briefkit.model.case import Case, LeftOut, Plan, Planned
from briefkit.model.conditions import Condition
from briefkit.model.libraries import STEPS, Clause, Library
from briefkit.model.naming import Named
from briefkit.model.profiles import Part, Profile
from briefkit.source import Span


@dataclass
class _Draft:
    """The plan in the making: the reason of each clause that is in, and of each that is out."""

    chosen: dict[str, Message] = field(default_factory=dict)
    left_out: dict[str, Message] = field(default_factory=dict)
    undecided: dict[str, Diagnostic] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)  # of all conditions together
    pinned: Collection[str] | None = None

    def may_stand(self, slug: str) -> bool:
        return self.pinned is None or slug in self.pinned


def make_plan(case: Case, library: Library, pinned: Collection[str] | None = None) -> Checked[Plan]:
    """The plan of a case; empty without a profile. Where clauses are `pinned`, no other joins unless the case includes it.

    Problems: `unknown-clause`, `requires-false`, `clause-conflict`, `clause-unplaced`, `missing-text`, `lock-unpinned`, and
    `undecided-clause` where a fact that a clause depends on is not given.
    """
    if case.profile is None or case.choice.none:
        return Checked(Plan())
    draft = _Draft(pinned=pinned)
    _check_names(case, library, draft)
    for clause in library.clauses:
        _judge(clause, case, case.profile, draft)
    _add_required(case, case.profile, library, draft)
    _check_conflicts(library, draft)
    draft.problems.extend(draft.undecided.values())
    planned = _placed(case, case.profile, library, draft)
    left = tuple(LeftOut(clause, draft.left_out[clause.slug]) for clause in library.clauses if clause.slug in draft.left_out)
    return Checked(Plan(tuple(planned), tuple(sorted(left, key=lambda one: _rank(one.clause)))), in_order(draft.problems))


def _check_names(case: Case, library: Library, draft: _Draft) -> None:
    choice = case.choice
    slugs = [clause.slug for clause in library.clauses]
    for named in (*choice.include, *choice.exclude, *choice.order, *(name for name, _ in choice.tones)):
        if named.name not in slugs:
            hint = did_you_mean(named.name, slugs, say("briefkit clauses list shows all"))
            draft.problems.append(diagnose("unknown-clause", say("There is no clause “{clause}”.", clause=named.name), named.span, hint))
    for named in choice.include:
        if _has(choice.exclude, named.name):
            said = say("The clause “{clause}” is included and excluded.", clause=named.name)
            draft.problems.append(diagnose("clause-conflict", said, named.span, say("keep one of the two")))


def _has(names: Iterable[Named], slug: str) -> bool:
    return any(named.name == slug for named in names)


def _judge(clause: Clause, case: Case, profile: Profile, draft: _Draft) -> None:
    """Whether a clause is in by itself, and why."""
    holds = True if clause.when is None else _holds(clause.when, case, draft)
    why_not = _why_not(clause, case, profile, holds)
    if _has(case.choice.exclude, clause.slug):
        draft.left_out[clause.slug] = say("the case excludes it")
    elif _has(case.choice.include, clause.slug):
        draft.chosen[clause.slug] = say("the case includes it")
    elif why_not:
        draft.left_out[clause.slug] = why_not
        if holds is None and clause.when is not None and not _why_not(clause, case, profile, True):
            reason = explain(clause.when, (case.facts,))
            said = say("The clause “{clause}” is left out because {reason}.", clause=clause.slug, reason=reason)
            hint = say("give the fact, or exclude the clause")
            draft.undecided[clause.slug] = diagnose("undecided-clause", said, clause.when.span, hint)
    elif not draft.may_stand(clause.slug):
        draft.left_out[clause.slug] = _UNPINNED
        said = say("The clause “{clause}” would join the document, and is left out: it is not pinned.", clause=clause.slug)
        draft.problems.append(diagnose("lock-unpinned", said, clause.span, say("build with --lock to take it in")))
    else:
        draft.chosen[clause.slug] = _because(clause, case)


_UNPINNED = say("the document is locked, and this clause is not pinned")


def _holds(when: Condition, case: Case, draft: _Draft) -> bool | None:
    reported = draft.budget.spent
    holds = decide(when, (case.facts,), draft.budget)
    if draft.budget.spent and not reported:
        said = say("The conditions ask more of the case's records than briefkit looks through; this one and those after it stay open.")
        draft.problems.append(diagnose("template-limit", said, when.span, say("ask any(…) less often, or give fewer records")))
    return holds


def _why_not(clause: Clause, case: Case, profile: Profile, holds: bool | None) -> Message:
    if clause.status == "retired":
        return say("it is retired")
    if profile.audience not in clause.audiences:
        named = ", ".join(clause.audiences)
        return say("it is written for {audiences}, not for {audience}", audiences=named, audience=profile.audience)
    if _part_of(clause, profile) is None:
        return say("the profile “{profile}” has no part for clauses of the kind {kind}", profile=profile.id, kind=clause.kind)
    return NOTHING if clause.when is None or holds else _not_held(clause.when, case, holds)


def _not_held(when: Condition, case: Case, holds: bool | None) -> Message:
    condition, reason = when.span.text, explain(when, (case.facts,))
    if holds is False:
        if reason:
            return say("its condition “{condition}” is false: {reason}", condition=condition, reason=reason)
        return say("its condition “{condition}” is false", condition=condition)
    if reason:
        return say("its condition “{condition}” is undecided: {reason}", condition=condition, reason=reason)
    return say("its condition “{condition}” is undecided", condition=condition)


def _because(clause: Clause, case: Case) -> Message:
    if clause.when is None:
        return say("it has no condition")
    return explain(clause.when, (case.facts,)) or say("its condition is always true")


def _add_required(case: Case, profile: Profile, library: Library, draft: _Draft) -> None:
    waiting = list(draft.chosen)
    while waiting:
        clause = library.clause(waiting.pop(0))
        for named in clause.requires if clause else ():
            required = library.clause(named.name)
            if required is None or named.name in draft.chosen:
                continue
            if _may_join(named, required, case, profile, draft):
                draft.chosen[named.name] = say("“{clause}” requires it", clause=clause.slug if clause else "")
                draft.left_out.pop(named.name, None)
                waiting.append(named.name)


def _may_join(named: Named, required: Clause, case: Case, profile: Profile, draft: _Draft) -> bool:
    """Whether a clause that another requires can stand; one whose condition is undecided does, and that is said."""
    holds = True if required.when is None else decide(required.when, (case.facts,), draft.budget)
    if _has(case.choice.exclude, named.name):
        reason, hint = say("the case excludes it"), say("exclude both, or none")
    elif required.status == "retired" or profile.audience not in required.audiences or holds is False:
        reason, hint = _why_not(required, case, profile, holds), say("include it in the case, or exclude the clause that requires it")
    elif not draft.may_stand(named.name):
        reason, hint = _UNPINNED, say("build with --lock, or exclude the clause that requires it")
    else:
        if holds is None and required.when is not None:
            draft.undecided[named.name] = _joins_undecided(named, explain(required.when, (case.facts,)))
        return True
    said = say("The clause “{clause}” is required here, but {reason}.", clause=named.name, reason=reason)
    draft.problems.append(diagnose("requires-false", said, named.span, hint))
    return False


def _joins_undecided(named: Named, reason: Message) -> Diagnostic:
    said = say("The clause “{clause}” is in because it is required here, although {reason}.", clause=named.name, reason=reason)
    return diagnose("undecided-clause", said, named.span, say("give the fact, or exclude the clause that requires it"))


def _check_conflicts(library: Library, draft: _Draft) -> None:
    reported: set[frozenset[str]] = set()
    for clause in library.clauses:
        for named in clause.conflicts if clause.slug in draft.chosen else ():
            pair = frozenset((clause.slug, named.name))
            if named.name in draft.chosen and pair not in reported:
                reported.add(pair)
                said = say("The clauses “{clause}” and “{other}” cannot stand in one document.", clause=clause.slug, other=named.name)
                draft.problems.append(diagnose("clause-conflict", said, named.span, say("exclude one of them in the case")))


def _part_of(clause: Clause, profile: Profile) -> Part | None:
    """The part that names a clause, else the first that takes its kind."""
    named = (part for part in profile.parts if _has(part.clauses, clause.slug))
    by_kind = (part for part in profile.parts if clause.kind in part.kinds)
    return next(named, None) or next(by_kind, None)


def _rank(clause: Clause) -> tuple[bool, str, str]:
    return (not clause.catalogue, clause.catalogue, clause.slug)


def _placed(case: Case, profile: Profile, library: Library, draft: _Draft) -> Iterator[Planned]:
    by_part: dict[str, list[Clause]] = {part.id: [] for part in profile.parts}
    for slug in draft.chosen:
        clause = library.clause(slug)
        part = _part_of(clause, profile) if clause else None
        if clause and part:
            by_part[part.id].append(clause)
        elif clause:
            said = say("The profile “{profile}” has no part that takes the clause “{clause}”.", profile=profile.id, clause=slug)
            draft.problems.append(diagnose("clause-unplaced", said, _include_span(case, slug, profile)))
    tones = {named.name: tone for named, tone in case.choice.tones}
    for part in profile.parts:
        for clause in sorted(by_part[part.id], key=lambda one: _order(one, part, case)):
            text = clause.text(case.language)
            if text is None or not text.text.strip():
                hint = say("add {language}.md beside it, or exclude the clause", language=case.language)
                said = say("The clause “{clause}” has no text in “{language}”.", clause=clause.slug, language=case.language)
                draft.problems.append(diagnose("missing-text", said, clause.span, hint))
            yield Planned(clause, part, tones.get(clause.slug, case.tone), draft.chosen[clause.slug])


def _include_span(case: Case, slug: str, profile: Profile) -> Span:
    return next((named.span for named in case.choice.include if named.name == slug), profile.span)


def _order(clause: Clause, part: Part, case: Case) -> tuple[int, int, int, tuple[bool, str, str]]:
    """The case's order first, then the profile's, then that of an argument, then the catalogue's."""
    named = clause.step if clause.step in STEPS else _STEP_OF.get(clause.kind, STEPS[0])  # an unknown one is reported by its shape
    step = STEPS.index(named)
    return (_position(clause.slug, case.choice.order), _position(clause.slug, part.clauses), step, _rank(clause))


# The step of a kind of clause where the clause names none.
_STEP_OF = {"procedure": "non-discrimination", "development-benefit": "development", "remedy": "remedy"}


def _position(slug: str, names: tuple[Named, ...]) -> int:
    return next((at for at, named in enumerate(names) if named.name == slug), len(names))
