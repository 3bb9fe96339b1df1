"""One file of a workspace into one noun: a clause, the facts, a stored source, a profile."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.conditions import read_condition
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.formats import CLAUSE, FACTS, GLOSSARY, SOURCE, STATUS_WORDS, TONE_RULES
from briefkit.messages import say
from briefkit.model.conditions import Condition
from briefkit.model.facts import FactDeclaration
from briefkit.model.glossary import Term
from briefkit.model.libraries import Clause, StatusWords, StoredSource, StoredText, ToneRule
from briefkit.model.naming import AUDIENCES
from briefkit.shaped import names, read_shaped
from briefkit.source import Source, Span
from briefkit.yamlmarks import Leaf, Listing, Mapping, Node, whole, written

_HEAD = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*\n", re.DOTALL)
_PINPOINT = re.compile(r"^##[ \t]+(?P<loc>[^\n{]+?)[ \t]*(?P<mark>\{\.not-quotable\})?[ \t]*$", re.MULTILINE)


def read_clause(slug: str, source: Source, texts: tuple[tuple[str, Source], ...], problems: list[Diagnostic]) -> Clause | None:
    """A clause from its `clause.yaml` and its texts per language."""
    node = read_shaped(source, CLAUSE, problems)
    if not isinstance(node, Mapping):
        return None
    translations = node.mapping("translations")
    return Clause(
        slug=slug,
        title=node.mapping("title").texts(),
        catalogue=node.text("catalogue"),
        kind=node.text("kind"),
        when=_when(node.get("when"), problems),
        audiences=tuple(leaf.text for leaf in node.leaves("audiences")) or AUDIENCES,
        requires=names(node, "requires"),
        conflicts=names(node, "conflicts"),
        version=node.whole("version", 1),
        translations=tuple((key.text, translations.whole(key.text)) for key, _ in translations.entries),
        status=node.text("status", "draft"),
        texts=texts,
        span=node.span,
        step=node.text("step"),
    )


def _when(node: Node | None, problems: list[Diagnostic]) -> Condition | None:
    if not isinstance(node, Leaf) or node.value is None:
        return None
    read = read_condition(written(node))
    problems.extend(read.diagnostics)
    return read.value


def read_facts(source: Source, problems: list[Diagnostic]) -> Iterator[FactDeclaration]:
    """The declarations of a `facts.yaml`."""
    node = read_shaped(source, FACTS, problems)
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if isinstance(value, Mapping):
            choices = value.mapping("choices")
            yield FactDeclaration(
                path=key.text,
                type=value.text("type", "text"),
                question=value.mapping("question").texts(),
                help=value.mapping("help").texts(),
                choices=tuple((choice.text, choices.mapping(choice.text).texts()) for choice, _ in choices.entries),
                of=value.text("of"),
                confidential=value.flag("confidential"),
                identifying=value.flag("identifying"),
                public=value.mapping("public").texts(),
                by_role=value.mapping("by_role").texts(),
                span=key.span,
                entry=Span(source, key.span.start, whole(value).end),
            )


def read_stored(source: Source, problems: list[Diagnostic]) -> StoredSource | None:
    """A stored source: YAML between `---` lines at the head, then a `##` heading for each pinpoint with its text."""
    head = _HEAD.match(source.text)
    if head is None:
        hint = say("begin the file with ---, the keys authority, language and origin, and ---")
        problems.append(diagnose("missing-key", say("A stored source says at its head what it is."), source.whole(), hint))
        return None
    yaml = Source(source.name, source.text[: head.start("yaml")].replace("-", " ") + head["yaml"])
    node = read_shaped(yaml, SOURCE, problems)
    if not isinstance(node, Mapping):
        return None
    texts = tuple(_stored_texts(source, head.end()))
    return StoredSource(node.text("authority"), node.text("language"), node.text("origin"), texts)


def _stored_texts(source: Source, start: int) -> Iterator[StoredText]:
    headings = list(_PINPOINT.finditer(source.text, start))
    for number, heading in enumerate(headings):
        end = headings[number + 1].start() if number + 1 < len(headings) else len(source.text)
        text = source.text[heading.end() : end].strip()
        yield StoredText(heading["loc"], text, heading["mark"] is None, source.span(heading.start(), heading.end()))


def read_status_words(source: Source, problems: list[Diagnostic]) -> StatusWords:
    """The phrases of a `rules/status.yaml`; none where it cannot be read."""
    node = read_shaped(source, STATUS_WORDS, problems)
    if not isinstance(node, Mapping):
        return StatusWords()
    return StatusWords(*(_phrases(node.mapping(key)) for key in ("binding", "denied", "labels")))


def read_tones(source: Source, problems: list[Diagnostic]) -> tuple[ToneRule, ...]:
    """The rules of a `rules/tone.yaml`, one for each tone that has any."""
    node = read_shaped(source, TONE_RULES, problems)
    found = [(key.text, value) for key, value in node.entries] if isinstance(node, Mapping) else []
    return tuple(
        ToneRule(
            tone,
            _phrases(rule.mapping("words")),
            rule.mapping("says").texts(),
            tuple(leaf.text for leaf in rule.leaves("late")),
            rule.flag("sourced"),
            _phrases(rule.mapping("but_in")),
        )
        for tone, rule in found
        if isinstance(rule, Mapping)
    )


def _phrases(node: Mapping) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((key.text, tuple(leaf.text for leaf in node.leaves(key.text) if leaf.text)) for key, _ in node.entries)


def read_glossary(source: Source, problems: list[Diagnostic]) -> Iterator[Term]:
    """The terms of a `glossary.yaml`; the place of each is where it is named."""
    node = read_shaped(source, GLOSSARY, problems)
    for item in node.items if isinstance(node, Listing) else ():
        names = item.mapping("term") if isinstance(item, Mapping) else None
        if isinstance(item, Mapping) and names and names.texts():
            yield Term(names.texts(), _phrases(item.mapping("instead_of")), item.text("note"), names.span)
