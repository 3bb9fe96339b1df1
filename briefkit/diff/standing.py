"""Changes of a condition: of that under which a clause stands, or of one within its text under which a passage stands.

Where `language` is empty it is the clause's own. `gained` and `lost` are facts with which it now stands and did not, or the other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from briefkit.diff.changes import InText, in_words, language_name
from briefkit.diff.deciding import Example, decide_both
from briefkit.diff.words import Passage
from briefkit.messages import Message, enumerated, say
from briefkit.model.conditions import Condition
from briefkit.model.facts import Vocabulary
from briefkit.model.libraries import Clause
from briefkit.yamlmarks import Mapping, read_yaml


@dataclass(frozen=True, slots=True)
class Passed:
    """Where a condition stands that is no clause's own: the language of the text, and the words that its passage begins with."""

    language: str = ""
    begins: str = ""


@dataclass(frozen=True, slots=True)
class _OfCondition(InText):
    old: str  # as it is written; empty where it always stands
    new: str
    begins: str = field(default="", kw_only=True)  # the first words of the passage

    @property
    def whose(self) -> Message:
        language = language_name(self.language)
        if not self.begins:
            return say("{language} text", language=language)
        return say("{language} text from “{words} …”", language=language, words=self.begins)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return in_words(self.old, self.new)


def _facts(example: Example) -> Message:
    return enumerated(example) if example else say("no fact given")


@dataclass(frozen=True, slots=True)
class ConditionWidened(_OfCondition):
    """It stands wherever it stood, and with other facts as well."""

    name: ClassVar[str] = "condition-widened"
    gained: Example

    @property
    def sentence(self) -> Message:
        old, new, facts = self.old, self.new, _facts(self.gained)
        if self.language:
            return say(
                "{text}: it stood when “{old}”, and now when “{new}”, which is wider: with {facts} it now stands, and did not.",
                text=self.whose,
                old=old,
                new=new,
                facts=facts,
            )
        if not new:
            return say("It stood when “{old}”, and now always stands: with {facts} it now stands, and did not.", old=old, facts=facts)
        return say(
            "It stood when “{old}”, and now when “{new}”, which is wider: with {facts} it now stands, and did not.",
            old=old,
            new=new,
            facts=facts,
        )


@dataclass(frozen=True, slots=True)
class ConditionNarrowed(_OfCondition):
    """It stands only where it stood, and with some facts no longer."""

    name: ClassVar[str] = "condition-narrowed"
    lost: Example

    @property
    def sentence(self) -> Message:
        old, new, facts = self.old, self.new, _facts(self.lost)
        if self.language:
            return say(
                "{text}: it stood when “{old}”, and now when “{new}”, which is narrower: with {facts} it no longer stands.",
                text=self.whose,
                old=old,
                new=new,
                facts=facts,
            )
        if not old:
            return say("It always stood, and now stands when “{new}”: with {facts} it no longer stands.", new=new, facts=facts)
        return say(
            "It stood when “{old}”, and now when “{new}”, which is narrower: with {facts} it no longer stands.",
            old=old,
            new=new,
            facts=facts,
        )


@dataclass(frozen=True, slots=True)
class ConditionAltered(_OfCondition):
    """It stands with other facts than before; both examples are empty where it cannot be told with which."""

    name: ClassVar[str] = "condition-altered"
    gained: Example = ()
    lost: Example = ()

    @property
    def sentence(self) -> Message:
        found = _difference(self.gained, self.lost)
        if self.language:
            return say(
                "{text}: it stood when “{old}”, and now when “{new}”. {difference}",
                text=self.whose,
                old=self.old,
                new=self.new,
                difference=found,
            )
        if not self.old:
            return say("It always stood, and now stands when “{new}”. {difference}", new=self.new, difference=found)
        if not self.new:
            return say("It stood when “{old}”, and now always stands. {difference}", old=self.old, difference=found)
        return say("It stood when “{old}”, and now when “{new}”. {difference}", old=self.old, new=self.new, difference=found)


def _difference(gained: Example, lost: Example) -> Message:
    if gained and lost:
        return say("With {gained} it now stands, and did not; with {lost} it no longer stands.", gained=_facts(gained), lost=_facts(lost))
    if gained:
        return say("With {facts} it now stands, and did not.", facts=_facts(gained))
    if lost:
        return say("With {facts} it no longer stands.", facts=_facts(lost))
    return say("With which facts they differ cannot be told.")


@dataclass(frozen=True, slots=True)
class ConditionRewritten(_OfCondition):
    """It is written otherwise and decides the same, whatever the facts."""

    name: ClassVar[str] = "condition-rewritten"

    @property
    def weight(self) -> str:
        return "form"

    @property
    def sentence(self) -> Message:
        old, new = self.old, self.new
        if self.language:
            return say("{text}: the condition “{old}” is now written “{new}”, and decides the same.", text=self.whose, old=old, new=new)
        if not old:
            return say("It always stood; now its condition is “{new}”, which always holds.", new=new)
        if not new:
            return say("Its condition “{old}” is gone; it always held.", old=old)
        return say("Its condition “{old}” is now written “{new}”, and decides the same.", old=old, new=new)


OfCondition = ConditionWidened | ConditionNarrowed | ConditionAltered | ConditionRewritten


def compare_conditions(
    written: tuple[str, str], read: tuple[Condition | None, Condition | None], vocabulary: Vocabulary, where: Passed = Passed()
) -> Iterator[OfCondition]:
    """What changed between two conditions, as they are written and as they were read; one that is not well formed was read as None."""
    old, new = (" ".join(one.split()) for one in written)
    if old == new:
        return
    language, begins = where.language, where.begins
    if any(text and condition is None for text, condition in zip((old, new), read, strict=True)):
        yield ConditionAltered(language, old, new, begins=begins)
        return
    verdict = decide_both(*read, vocabulary)
    gained, lost = verdict.gained, verdict.lost
    if not verdict.is_proved or (gained is not None and lost is not None):
        yield ConditionAltered(language, old, new, gained or (), lost or (), begins=begins)
    elif gained is not None:
        yield ConditionWidened(language, old, new, gained, begins=begins)
    elif lost is not None:
        yield ConditionNarrowed(language, old, new, lost, begins=begins)
    else:
        yield ConditionRewritten(language, old, new, begins=begins)


def written_condition(clause: Clause) -> str:
    """The condition as its file has it, also where it is not well formed; empty where there is none."""
    read = read_yaml(clause.span.source).value
    return " ".join(read.text("when").split()) if isinstance(read, Mapping) else ""
