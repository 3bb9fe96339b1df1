"""What two documents of one client say differently: facts, clauses that exclude each other, the relief that only one asks for."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.against.sides import Side
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Message, listed, say, verbatim
from briefkit.model.case import Planned
from briefkit.model.facts import DOCUMENT_FACTS, FactNode, Given, Record, Vocabulary, each_once
from briefkit.model.libraries import Library
from briefkit.tree import Fact
from briefkit.walk import inlines_within, own_inlines
from briefkit.wording import NBSP, write_fact

# Facts about a document, its forum and who signs it, which may differ from document to document.
_OF_A_DOCUMENT = frozenset(
    ("addressee", "challenged", "communication", "court", "document", "draft", "expert", "forum", "intervener", "meeting")
    + ("procedure", "representative", "respondent", "reviewed", "signatory")
    + tuple(one.path for one in DOCUMENT_FACTS)
)
_TEXTS = ("text", "person")
_LISTS = ("list", "records")  # one document may name more than the other without a contradiction
_RELIEF = "relief.requested"


def contradictions(one: Side, other: Side, library: Library) -> Iterator[Diagnostic]:
    """Where two documents contradict each other, in the order of the first one's facts."""
    vocabulary = Vocabulary.of(library.facts)
    alike = one.case.language == other.case.language
    here, there = dict(_named(one.case.facts)), dict(_named(other.case.facts))
    for name, given in here.items():
        if name in there and _differ(given, there[name], one, other, alike):
            yield _contradiction(name, (given, one), (there[name], other), vocabulary)
    yield from _exclusions(one, other)
    if alike:
        yield from _relief(one, other)
        yield from _relief(other, one)
    else:
        said = say(
            "{file} is in “{language}” and {other_file} in “{other_language}”: texts and relief are not compared.",
            file=one.name,
            language=one.case.language,
            other_file=other.name,
            other_language=other.case.language,
        )
        yield diagnose("texts-not-compared", said, hint=say("--lang reads both in one language, if both have it"))


# --- facts ----------------------------------------------------------------------------------------


def _named(facts: Record) -> Iterator[tuple[str, Given]]:
    """The facts that should be the same in every document, each with a name that tells records apart."""
    for key, node in each_once(facts).entries:
        if key not in _OF_A_DOCUMENT:
            yield from _within(node, key)


def _within(node: FactNode, name: str) -> Iterator[tuple[str, Given]]:
    if isinstance(node, Given):
        yield name, node
    elif isinstance(node, Record):
        for key, inner in node.entries:
            yield from _within(inner, f"{name}.{key}")
    else:
        marks = [_mark(item) for item in node.items]
        for item, mark in zip(node.items, marks, strict=True):
            if mark and marks.count(mark) == 1:
                yield from _within(item, f"{name} ({mark})")


def _mark(item: Record) -> str:
    """What a record is known by in both documents: its id, else its date; a record without either is not compared."""
    for name in ("id", "date"):
        if isinstance(found := item.get(name), Given):
            return str(found.value)
    return ""


def _differ(given: Given, twin: Given, one: Side, other: Side, alike: bool) -> bool:
    """Whether two values of a fact contradict each other. Figures of different days do not, and texts need one language."""
    if given.type in _LISTS or given.type != twin.type or (given.as_of and twin.as_of and given.as_of != twin.as_of):
        return False
    if given.type in _TEXTS:
        return alike and _folded(given.value) != _folded(twin.value)
    if given.type == "act":
        own = {exhibit.id for side in (one, other) for exhibit in side.case.exhibits}
        cited = str(given.value).removeprefix("@").split(",")[0].strip()
        return cited not in own and _folded(given.value) != _folded(twin.value)
    return given.value != twin.value


def _folded(value: object) -> str:
    return " ".join(str(value).casefold().split())


def _contradiction(name: str, here: tuple[Given, Side], there: tuple[Given, Side], vocabulary: Vocabulary) -> Diagnostic:
    (given, one), (twin, other) = here, there
    said = say(
        "“{fact}” is {value} here, and {other_value} in {place}.",
        fact=name,
        value=_shown(given, one, vocabulary),
        other_value=_shown(twin, other, vocabulary),
        place=twin.span,
    )
    return diagnose("case-contradicts", said, given.span, say("say the same in both; a figure of another day says so: {value: …, date: …}"))


def _shown(given: Given, side: Side, vocabulary: Vocabulary) -> Message:
    """The value as it is printed, and where it is."""
    text = write_fact(given, vocabulary.declared.get(given.path), side.case.language)
    blocks = ((number, inlines_within(own_inlines(block))) for block, number in side.placed_blocks())
    places = dict.fromkeys(number for number, inlines in blocks if number and any(_is_print(one, given, text) for one in inlines))
    value, paragraphs = text.replace(NBSP, " "), ", ".join(map(str, places))
    if len(places) > 1:
        return say("{value} (printed in paras {paragraphs})", value=value, paragraphs=paragraphs)
    return say("{value} (printed in para {paragraph})", value=value, paragraph=paragraphs) if places else verbatim(value)


def _is_print(inline: object, given: Given, text: str) -> bool:
    return isinstance(inline, Fact) and given.path in inline.paths and inline.text.casefold() == text.casefold()


# --- clauses and relief ---------------------------------------------------------------------------


def _exclusions(one: Side, other: Side) -> Iterator[Diagnostic]:
    for mine in one.plan.planned:
        for theirs in other.plan.planned:
            if _excludes(mine, theirs) or _excludes(theirs, mine):
                said = say(
                    "“{clause}” stands in {file}, and “{other_clause}”, which cannot stand beside it, in {other_file}.",
                    clause=mine.clause.slug,
                    file=one.name,
                    other_clause=theirs.clause.slug,
                    other_file=other.name,
                )
                yield diagnose("clauses-exclude", said, mine.clause.span, say("exclude one of them: the other side reads both documents"))


def _excludes(mine: Planned, theirs: Planned) -> bool:
    return any(named.name == theirs.clause.slug for named in mine.clause.conflicts)


def _relief(one: Side, other: Side) -> Iterator[Diagnostic]:
    """What one document asks for and the other does not; nothing where the other asks for nothing at all."""
    mine, theirs = _requested(one), _requested(other)
    if mine is None or theirs is None:
        return
    asked = {_folded(item) for item in _items(theirs)}
    more = [str(item) for item in _items(mine) if _folded(item) not in asked]
    if more:
        relief = listed((say("“{words}”", words=item) for item in more), "; ")
        said = say(
            "{file} asks for {relief}, and {other_file} does not, at least not in these words.",
            file=one.name,
            relief=relief,
            other_file=other.name,
        )
        yield diagnose("relief-differs", said, mine.span, say("ask for the same, or be ready to say why the forum calls for more or less"))


def _requested(side: Side) -> Given | None:
    relief = side.case.facts.get(_RELIEF.split(".")[0])
    found = relief.get(_RELIEF.split(".")[1]) if isinstance(relief, Record) else None
    return found if isinstance(found, Given) else None


def _items(given: Given) -> tuple[object, ...]:
    return given.value if isinstance(given.value, tuple) else (given.value,)
