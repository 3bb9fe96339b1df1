"""What a tone keeps to: words that it does not use before the remedy, sources that come late, facts that need a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.model.case import Case
from briefkit.model.facts import Given, given_facts
from briefkit.model.libraries import Library, ToneRule
from briefkit.model.naming import in_language
from briefkit.source import Span
from briefkit.tree import Block, Cite, Fact, Heading, Note, Opinion, Quotation, Styled, Text
from briefkit.walk import blocks_within, inlines_of, inlines_within, own_inlines

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
    words, spared = dict(rule.words).get(case.language, ()), dict(rule.but_in).get(case.language, ())
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\w*", re.IGNORECASE) if words else None
    for text in _own_texts(opinion, case, spared) if pattern else ():
        span = text.origin.span
        for found in dict.fromkeys(match.group() for match in pattern.finditer(text.text)) if pattern else ():
            at = span.text.find(found) if span else -1
            place = span.source.span(span.start + at, span.start + at + len(found)) if span and at >= 0 else span
            said = f"“{found}” is not a word of the {rule.tone} tone before the remedy."
            yield diagnose("tone-departed", said, place, in_language(rule.says, case.language))


def _own_texts(opinion: Opinion, case: Case, phrases: tuple[str, ...]) -> Iterator[Text]:
    """The document's own words before the remedy: without notes, quotations and headings of clauses, which cannot be reworded there."""
    remedy = {part.span for part in case.profile.parts if "remedy" in part.kinds or part.id == "remedy"} if case.profile else set()
    for block in _before(opinion.blocks, remedy):
        for inline in own_inlines(block):
            inner = () if isinstance(inline, Note) else inlines_within((inline,))
            yield from (_unquoted(one, phrases) for one in inner if isinstance(one, Text))


def _before(blocks: tuple[Block, ...], remedy: set[Span | None]) -> Iterator[Block]:
    """The blocks up to the heading of the remedy, without quotations and a text under review."""
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and block.origin.span in remedy:
            return
        if isinstance(block, Quotation) or (isinstance(block, Styled) and block.role == "reviewed-text"):
            continue
        inner = tuple(blocks_within((block,)))
        quoted = {id(one) for outer in inner if isinstance(outer, Quotation) for one in blocks_within((outer,))}
        yield from (one for one in inner if id(one) not in quoted)


def _unquoted(text: Text, phrases: tuple[str, ...]) -> Text:
    """The text with what stands between quotation marks, and phrases that accuse nobody, blotted out."""
    spared = "|".join(("“[^”]*”", "«[^»]*»", *(rf"{re.escape(phrase)}\w*" for phrase in phrases)))
    blotted = re.sub(spared, lambda found: " " * len(found.group()), text.text, flags=re.IGNORECASE)
    return Text(blotted, text.origin)


def _late(rule: ToneRule, opinion: Opinion) -> Iterator[Diagnostic]:
    """The sources that have to wait for the second half of the document."""
    cites = [one for one in inlines_of(opinion) if isinstance(one, Cite)]
    for cite in cites[: len(cites) // 2] if rule.late else ():
        for ref in (one for one in cite.refs if one.authority in rule.late):
            said = f"In the {rule.tone} tone {ref.authority} is not used in the first half of the document."
            yield diagnose("tone-departed", said, ref.origin.span, "move it further back, or leave it out")


def _unsourced(opinion: Opinion, case: Case) -> Iterator[Diagnostic]:
    """Each figure and day that is printed and whose source the case does not give, once, where the case gives it."""
    printed = {path for one in inlines_of(opinion) if isinstance(one, Fact) for path in one.paths}
    for given in dict.fromkeys(one for one in given_facts(case.facts) if _needs_source(one) and one.path in printed):
        said = f"The document asserts “{given.path}”, and the case gives no source for it."
        yield diagnose("fact-unsourced", said, given.span, 'give it as {value: …, source: "@x1, p 1"}')


def _needs_source(given: Given) -> bool:
    return given.type in _ASSERTED and not given.source and given.path != "date"
