"""What a tone keeps to: words that it does not use before the remedy, sources that come late, facts that need a source."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import in_every_language, say
from briefkit.model.case import Case
from briefkit.model.facts import Given, given_facts
from briefkit.model.libraries import Library, ToneRule
from briefkit.ourwords import before_part, beginning_with, our_lines, words_found
from briefkit.tree import Cite, Fact, Opinion
from briefkit.walk import inlines_of

_ASSERTED = ("date", "money", "count")  # the types of facts that a reader would ask the source of


def check_tone(opinion: Opinion, case: Case, library: Library) -> Iterator[Diagnostic]:
    """`tone-departed` for words and sources that a tone does not use where they stand; `fact-unsourced` for a figure or a day
    that an adversarial document prints and gives no source for.
    """
    rule = next((one for one in library.tones if one.tone == case.tone), None)
    if rule is None:
        return
    yield from _words(rule, opinion, case)
    yield from _late(rule, opinion)
    if rule.sourced:
        yield from _unsourced(opinion, case)


def _words(rule: ToneRule, opinion: Opinion, case: Case) -> Iterator[Diagnostic]:
    """The words that the tone does not use before the remedy, in our own text outside notes."""
    wanted = beginning_with(dict(rule.words).get(case.language, ()))
    spared = beginning_with(dict(rule.but_in).get(case.language, ()))
    parts = case.profile.parts if case.profile else ()
    remedy = [part.span for part in parts if "remedy" in part.kinds or part.id == "remedy"]
    for spoken, line in our_lines(before_part(opinion.blocks, remedy), case.language) if wanted else ():
        for found, place in words_found(line, wanted, spared) if wanted and spoken == case.language else ():
            said = say("“{word}” is not a word of the {tone} tone before the remedy.", word=found, tone=rule.tone)
            yield diagnose("tone-departed", said, place, in_every_language(rule.says))


def _late(rule: ToneRule, opinion: Opinion) -> Iterator[Diagnostic]:
    """The sources that have to wait for the second half of the document."""
    cites = [one for one in inlines_of(opinion) if isinstance(one, Cite)]
    for cite in cites[: len(cites) // 2] if rule.late else ():
        for ref in (one for one in cite.refs if one.authority in rule.late):
            said = say(
                "In the {tone} tone {authority} is not used in the first half of the document.", tone=rule.tone, authority=ref.authority
            )
            yield diagnose("tone-departed", said, ref.origin.span, say("move it further back, or leave it out"))


def _unsourced(opinion: Opinion, case: Case) -> Iterator[Diagnostic]:
    """Each figure and day that is printed and whose source the case does not give, once, where the case gives it."""
    printed = {path for one in inlines_of(opinion) if isinstance(one, Fact) for path in one.paths}
    for given in dict.fromkeys(one for one in given_facts(case.facts) if _needs_source(one) and one.path in printed):
        said = say("The document asserts “{fact}”, and the case gives no source for it.", fact=given.path)
        yield diagnose("fact-unsourced", said, given.span, say('give it as {value: …, source: "@x1, p 1"}'))


def _needs_source(given: Given) -> bool:
    return given.type in _ASSERTED and not given.source and given.path != "date"
