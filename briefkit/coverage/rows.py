"""The rows of the matrix: each clause, and each text of the case's own, with its issue, what it cites and which facts it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefkit.coverage.uses import UsedFact, facts_of
from briefkit.markup import refs_within, single_locs
from briefkit.messages import say
from briefkit.model.case import Case, Plan, Planned, Section
from briefkit.model.facts import Vocabulary
from briefkit.model.libraries import ARGUMENTS, STEPS, Authority
from briefkit.model.naming import Texts, in_language
from briefkit.model.profiles import Part
from briefkit.source import Span
from briefkit.tree import Block, ClauseText, Opinion, Paragraph, Ref
from briefkit.walk import blocks_within

# What an issue is called: the steps of an argument, and the kinds of clauses that are an issue by themselves.
ISSUES: Mapping[str, Texts] = MappingProxyType(
    {
        "facts": (("en", "Facts"), ("ru", "Факты"), ("kk", "Фактілер")),
        "scope": (("en", "What is protected"), ("ru", "Что защищено"), ("kk", "Не қорғалады")),
        "legality": (("en", "Legality"), ("ru", "Законность"), ("kk", "Заңдылық")),
        "aim": (("en", "Legitimate aim"), ("ru", "Правомерная цель"), ("kk", "Заңды мақсат")),
        "necessity": (
            ("en", "Necessity and proportionality"),
            ("ru", "Необходимость и соразмерность"),
            ("kk", "Қажеттілік және мөлшерлестік"),
        ),
        "non-discrimination": (("en", "Non-discrimination"), ("ru", "Недискриминация"), ("kk", "Кемсітпеушілік")),
        "procedure": (("en", "Procedure"), ("ru", "Процедура"), ("kk", "Рәсім")),
        "development": (("en", "Benefit for development"), ("ru", "Польза для развития"), ("kk", "Дамуға пайдасы")),
        "remedy": (("en", "Remedy"), ("ru", "Средство правовой защиты"), ("kk", "Құқықтық қорғау құралы")),
    }
)
_OF_A_KIND = {"facts": "facts", "procedure": "procedure", "development-benefit": "development", "remedy": "remedy"}


@dataclass(frozen=True, slots=True)
class Cited:
    """An authority that a row cites: the places in it, and those of them that nobody is recorded to have seen."""

    authority: Authority
    places: tuple[str, ...]
    unverified: tuple[str, ...]

    @property
    def left(self) -> tuple[str, ...]:
        """What of it is left to verify."""
        return (*(() if self.authority.confirmed else (say("its identity"),)), *self.unverified)


@dataclass(frozen=True, slots=True)
class Row:
    """A clause, or a text of the case's own (`clause` and `catalogue` are empty then). `paragraphs` are the numbered ones."""

    issue: str
    title: str
    part: str
    span: Span
    paragraphs: tuple[int, ...]
    refs: tuple[Ref, ...]
    cited: tuple[Cited, ...]
    facts: tuple[UsedFact, ...]
    clause: str = ""
    catalogue: str = ""
    argues: bool = False


def rows_of(case: Case, plan: Plan, opinion: Opinion, vocabulary: Vocabulary, citable: Mapping[str, Authority]) -> tuple[Row, ...]:
    """The rows of a document by issue, in the order of an argument; texts of the case's own come last, in the order of its parts."""
    maker = _Maker(case, opinion, vocabulary, citable)
    parts = [part.id for part in case.profile.parts] if case.profile else []
    own = sorted(case.sections, key=lambda one: parts.index(one.part.name) if one.part.name in parts else len(parts))
    clauses = sorted(plan.planned, key=lambda one: tuple(ISSUES).index(issue_of(one)))
    return (*(maker.clause(one) for one in clauses), *(row for one in own for row in maker.section(one)))


def issue_of(planned: Planned) -> str:
    """The key of the issue of a clause: its step, else what its kind says."""
    clause = planned.clause
    return clause.step or _OF_A_KIND.get(clause.kind, STEPS[0])


class _Maker:
    """Makes the rows of one document."""

    def __init__(self, case: Case, opinion: Opinion, vocabulary: Vocabulary, citable: Mapping[str, Authority]) -> None:
        self.case, self.opinion, self.vocabulary, self.citable = case, opinion, vocabulary, citable

    def clause(self, planned: Planned) -> Row:
        clause, language = planned.clause, self.case.language
        blocks = [one for one in blocks_within(self.opinion.blocks) if isinstance(one, ClauseText) and one.clause == clause.slug]
        text = clause.text(language)
        refs = tuple(refs_within(blocks))
        return Row(
            issue=in_language(ISSUES[issue_of(planned)], language),
            title=in_language(clause.title, language),
            part=planned.part.id,
            span=clause.span,
            paragraphs=_numbers(blocks_within(blocks)),
            refs=refs,
            cited=tuple(_cited(refs, self.citable)),
            facts=facts_of(blocks, text, clause.when, self.case.facts, self.vocabulary, language),
            clause=clause.slug,
            catalogue=clause.catalogue,
            argues=clause.kind in ARGUMENTS,
        )

    def section(self, section: Section) -> Iterator[Row]:
        part = self._part(section.part.name)
        if section.text is None or part is None:
            return
        blocks = [one for one in blocks_within(self.opinion.blocks) if one.origin.span and one.origin.span.source == section.text]
        lone = [one for one in blocks if not isinstance(one, ClauseText)]
        refs = tuple(dict.fromkeys(refs_within(lone)))
        heading = in_language(part.heading, self.case.language) or part.id
        yield Row(
            issue=heading,
            title=heading,
            part=part.id,
            span=section.text.whole(),
            paragraphs=_numbers(lone),
            refs=refs,
            cited=tuple(_cited(refs, self.citable)),
            facts=facts_of(lone, section.text, None, self.case.facts, self.vocabulary, self.case.language),
            argues=any(kind in ARGUMENTS for kind in part.kinds),
        )

    def _part(self, name: str) -> Part | None:
        return next((part for part in self.case.profile.parts if part.id == name), None) if self.case.profile else None


def _numbers(blocks: Iterable[Block]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.number for one in blocks if isinstance(one, Paragraph) and one.number))


def _cited(refs: Iterable[Ref], citable: Mapping[str, Authority]) -> Iterator[Cited]:
    """Each authority once, with all its places; exhibits are sources of facts, and no authorities."""
    grouped: dict[str, list[Ref]] = {}
    for ref in refs:
        grouped.setdefault(ref.authority, []).append(ref)
    for name, found in grouped.items():
        if name in citable:
            places = dict.fromkeys(place for ref in found if ref.locator for place in single_locs(ref.locator))
            yield Cited(citable[name], tuple(places), tuple(dict.fromkeys(place for ref in found for place in ref.unverified if place)))
