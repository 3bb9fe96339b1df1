"""What the matrix shows to be missing: facts without use or source, claims without authority, adverse authority that is not met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefkit.conditions import paths_in
from briefkit.coverage.rows import Row
from briefkit.coverage.uses import OF_EVERY_DOCUMENT, asked_names, given_at, printed_facts
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.markup import places_of, refs_within, single_locs
from briefkit.messages import Message, listed, say
from briefkit.model.case import Case, Plan
from briefkit.model.facts import FactNode, Given, Record, Records, Vocabulary, each_once, given_facts
from briefkit.model.libraries import Adverse, Authority, Library
from briefkit.model.profiles import Profile
from briefkit.source import Source, Span
from briefkit.template import prepare
from briefkit.tree import Opinion, Paragraph

_ASSERTED = ("date", "money", "count")
_TOLD = ("measure.", "remedies.", "step.")  # texts about measures and remedies are asserted as well
_MARKS = ("id", "complained_of")  # fields that tell records apart, and say nothing
_CHECKED = ("rule.adopted",)  # facts that the checks of time ask about


def unused_facts(case: Case, plan: Plan, opinion: Opinion, library: Library) -> Iterator[Diagnostic]:
    """The facts that are given, and that no text prints and no condition asks about."""
    vocabulary = Vocabulary.of(library.facts)
    title = Paragraph(opinion.title)
    used = {one.span for one in printed_facts((title, *opinion.blocks), case.facts, vocabulary, case.language)}
    used |= {one.span for names in _asked(case, plan, library) for one in given_at(case.facts, names)}
    for one in {one.span: one for one in given_facts(case.facts)}.values():
        if one.span not in used and one.path not in OF_EVERY_DOCUMENT and one.path.split(".")[-1] not in _MARKS:
            said = say("“{fact}” is given, and nothing in the document prints it or asks about it.", fact=one.path)
            yield diagnose("fact-without-use", said, one.span, say("use it, or leave it out: what is not needed need not be disclosed"))


def _asked(case: Case, plan: Plan, library: Library) -> Iterator[tuple[str, ...]]:
    """What the conditions ask about: of clauses, those left out among them, and of every text of the document."""
    clauses = (*(one.clause for one in plan.planned), *(one.clause for one in plan.left_out))
    for when in (clause.when for clause in clauses if clause.when is not None):
        yield from (path.names for path in paths_in(when))
    for text in _texts(case, plan, library):
        yield from asked_names(text)
        yield from (
            used.names for used in prepare(text.span(0, len(text.text))).value.used if used.printed and _is_counted(text, used.span)
        )
    profile = case.profile
    facts = [*(ask.fact for ask in profile.asks), *(limit.after for limit in profile.limits)] if profile else []
    yield from (tuple(path.split(".")) for path in (*facts, *_CHECKED) if path)


def _is_counted(text: Source, span: Span) -> bool:
    """Whether a printed fact is printed as the number of its values, or as one of them."""
    return "|" in text.text[span.start : span.end]


def _texts(case: Case, plan: Plan, library: Library) -> Iterator[Source]:
    texts = [planned.clause.text(case.language) for planned in plan.planned]
    texts += [section.text for section in case.sections]
    named = _boilerplate(case.profile) if case.profile else ()
    texts += [one.text(case.language) for one in library.boilerplate if one.name in named]
    yield from (text for text in texts if text is not None)


def _boilerplate(profile: Profile) -> tuple[str, ...]:
    return tuple(named.name for part in profile.parts for named in (*part.opens, *part.closes))


def unsupported_claims(rows: Iterable[Row]) -> Iterator[Diagnostic]:
    """The clauses and own texts of the argument that cite nothing at all, no exhibit either."""
    for row in rows:
        if row.argues and row.paragraphs and not row.refs:
            hint = say("cite what the claim rests on, or say that it is the author’s own view")
            yield diagnose("claim-without-authority", _cites_nothing(row), row.span, hint)


def _cites_nothing(row: Row) -> Message:
    if row.clause:
        return say("The clause “{clause}” argues and cites nothing.", clause=row.clause)
    return say("The text of the part “{part}” argues and cites nothing.", part=row.part)


# --- facts without a source -----------------------------------------------------------------------


def unsourced_facts(case: Case, opinion: Opinion, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """The printed dates, sums, counts, and texts about measures and remedies, whose source the case does not name; one for a record.

    Steps with sources stand for the remedies that are summed up beside them.
    """
    printed = {one.span for one in printed_facts(opinion.blocks, case.facts, vocabulary, case.language)}
    groups = tuple(_groups(case.facts))
    steps_sourced = any(one.source and one.path.startswith("step.") for _, given in groups for one in given)
    for name, given in groups:
        sourced = any(one.source for one in given) or (steps_sourced and any(one.path.startswith("remedies.") for one in given))
        bare = [one for one in given if one.span in printed and not one.source and _is_asserted(one, sourced)]
        if bare:
            yield _without_source(name, bare)


def _without_source(name: str, bare: Sequence[Given]) -> Diagnostic:
    fields = ", ".join(dict.fromkeys(one.path.split(".")[-1] for one in bare))
    if not name:
        said = say("“{fact}” is asserted, and the case names no source.", fact=bare[0].path)
    elif len(bare) == 1:
        said = say("{record}: {field} is asserted, and the case names no source.", record=name, field=fields)
    else:
        said = say("{record}: {fields} are asserted, and the case names no source.", record=name, fields=fields)
    hint = say('give it as {value: …, source: "@x1, p 1"}, or name the source in words')
    return diagnose("fact-without-source", said, bare[0].span, hint)


def _is_asserted(given: Given, sourced: bool) -> bool:
    """Whether a fact needs a source; for the words of a record it is enough that the record has one."""
    if given.type in _ASSERTED:
        return given.path not in OF_EVERY_DOCUMENT
    return given.type in ("text", "list") and given.path.startswith(_TOLD) and not sourced


def _groups(node: FactNode, name: str = "") -> Iterator[tuple[str, tuple[Given, ...]]]:
    """The given facts, those of a record of a list together under its name."""
    if isinstance(node, Given):
        yield "", (node,)
    elif isinstance(node, Records):
        for number, item in enumerate(node.items, start=1):
            yield f"{name} {number}{_id(item)}", tuple(given_facts(item))
    else:
        for key, inner in each_once(node).entries:
            yield from _groups(inner, key)


def _id(item: Record) -> str:
    """The id of a record in brackets, if it has one."""
    found = item.get("id")
    return f" ({found.value})" if isinstance(found, Given) else ""


# --- adverse authority ----------------------------------------------------------------------------


def unmet_authority(case: Case, plan: Plan, opinion: Opinion, citable: Mapping[str, Authority]) -> Iterator[Diagnostic]:
    """The authorities that are known to speak against a clause of the document, and that it does not cite."""
    cited: dict[str, set[str]] = {}
    for ref in refs_within(opinion.blocks):
        cited.setdefault(ref.authority, set()).update(single_locs(ref.locator) if ref.locator else ())
    for authority in citable.values():
        if case.date and authority.in_force and authority.in_force > case.date:
            continue
        for adverse in authority.adverse:
            against = [one.clause.slug for one in plan.planned if _is_against(adverse, one.clause.slug, one.clause.catalogue)]
            if against and not _is_met(adverse, cited.get(authority.id)):
                yield _unmet(authority, adverse, against)


def _is_against(adverse: Adverse, slug: str, catalogue: str) -> bool:
    return any(named.name in (slug, catalogue) for named in adverse.to if named.name)


def _is_met(adverse: Adverse, cited: set[str] | None) -> bool:
    return cited is not None and (not adverse.at or any(place in cited for place in places_of(adverse.at)))


def _unmet(authority: Authority, adverse: Adverse, against: Sequence[str]) -> Diagnostic:
    place = f"{authority.id}, {adverse.at}" if adverse.at else authority.id
    clauses = listed(say("“{name}”", name=slug) for slug in against)
    said = say("{place} is not cited, and it speaks against {clauses}: {says}", place=place, clauses=clauses, says=adverse.says)
    return diagnose("adverse-not-met", said, authority.span, say("cite it and answer it; the other side will"))
