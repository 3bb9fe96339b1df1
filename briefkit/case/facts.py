"""The facts of a case, each against its declaration."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from briefkit.case.spoken import is_spoken, spoken
from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.formats import FACT_GIVEN, SECRET_FACTS
from briefkit.markup import read_refs_at
from briefkit.messages import say
from briefkit.model.facts import DOCUMENT_FACTS, FactDeclaration, FactNode, Given, Record, Records, Scalar, Vocabulary
from briefkit.shapes import Anything, MapOf, check
from briefkit.source import Source
from briefkit.yamlmarks import Leaf, Listing, Mapping, Node, as_day, read_yaml

_YES = {"true", "yes", "да", "иә"}
_NO = {"false", "no", "нет", "жоқ"}
_CITED = re.compile(r"(?<![\w.])@\w")  # not an address of e-mail
_DOCUMENT = {one.path for one in DOCUMENT_FACTS}
_EXPECTED = {
    "text": say("a text"),
    "person": say("a person's name or role"),
    "date": say("a date, written YYYY-MM-DD"),
    "money": say("a sum, written as a number"),
    "count": say("a whole number, {least} or more", least=0),
    "list": say("a list"),
    "choice": say("one of its choices"),
    "yes-no": say("true or false"),
    "act": say('an act and its article, such as "@kz-aoc-2014, art 460-1"'),
    "records": say("a list of records"),
}


def read_facts(
    node: Node | None,
    secret: Source | None,
    declarations: Iterable[FactDeclaration],
    language: str,
    citable: Sequence[str],
    problems: list[Diagnostic],
) -> Record:
    """The facts of a case and of the secret file beside it, as one record, with the record complained of under its own name.

    A value may be given for each language. `citable` are the ids that the source of a fact may name. Problems: `unknown-fact`,
    `wrong-fact`, `unknown-choice`, `bad-date`, `duplicate-id`, `missing-text`, `unknown-authority`, those of citations.
    """
    declared = tuple(declarations)
    reader = _FactReader(Vocabulary.of(declared), language, citable, problems)
    open_facts = reader.record(node, ()) if isinstance(node, Mapping) else Record(())
    span = node.span if node else None
    merged = Record(_joined((*open_facts.entries, *_secret(secret, reader, problems).entries), problems), span)
    aliases = [alias for one in declared if one.type == "records" for alias in _complained_of(one, merged, problems)]
    return Record((*merged.entries, *aliases), span)


def _secret(secret: Source | None, reader: _FactReader, problems: list[Diagnostic]) -> Record:
    """The facts of the secret file: its keys, or what stands under its one key `facts`."""
    read = read_yaml(secret) if secret else None
    problems.extend(read.diagnostics if read else ())
    node = read.value if read else None
    if node is None:
        return Record(())
    wrapped = isinstance(node, Mapping) and node.key("facts") is not None
    problems.extend(check(node, SECRET_FACTS if wrapped else MapOf(Anything())))
    given = node.get("facts") if isinstance(node, Mapping) and wrapped else node
    return reader.record(given, ()) if isinstance(given, Mapping) else Record(())


def _joined(entries: Iterable[tuple[str, FactNode]], problems: list[Diagnostic]) -> tuple[tuple[str, FactNode], ...]:
    """The entries with each name once: two records as one; a fact given twice is reported."""
    joined: dict[str, FactNode] = {}
    for name, node in entries:
        earlier = joined.get(name)
        if isinstance(earlier, Record) and isinstance(node, Record):
            joined[name] = Record(_joined((*earlier.entries, *node.entries), problems), earlier.span)
        elif earlier is None:
            joined[name] = node
        else:
            hint = say("keep one; it stands at {place} already", place=str(earlier.span))
            problems.append(diagnose("duplicate-id", say("The fact “{fact}” is given twice.", fact=name), node.span, hint))
    return tuple(joined.items())


def _nested(node: Mapping) -> Iterator[tuple[Leaf, Node]]:
    """The entries of a mapping; a fact given by its path, `org.name: X`, is one within `org`."""
    for key, value in node.entries:
        first, _, rest = key.text.partition(".")
        if first and rest:
            yield Leaf(first, first, key.span), Mapping(((Leaf(rest, rest, key.span), value),), key.span)
        else:
            yield key, value


def _complained_of(declaration: FactDeclaration, facts: Record, problems: list[Diagnostic]) -> Iterator[tuple[str, FactNode]]:
    """The record that is complained of, under the name of its fields; the only record if there is one."""
    records = facts.get(declaration.path)
    if not isinstance(records, Records) or facts.get(declaration.of) is not None:
        return
    marked = [item for item in records.items if _is_marked(item)]
    if len(marked) > 1:
        said = say("Only one of “{records}” can be the one complained of.", records=declaration.path)
        problems.append(diagnose("wrong-fact", said, marked[1].span, say("set complained_of: true once")))
    chosen = marked or (records.items if len(records.items) == 1 else ())
    if chosen:
        yield declaration.of, chosen[0]


def _is_marked(item: Record) -> bool:
    mark = item.get("complained_of")
    return isinstance(mark, Given) and mark.value is True


class _FactReader:
    def __init__(self, vocabulary: Vocabulary, language: str, citable: Sequence[str], problems: list[Diagnostic]) -> None:
        self.vocabulary, self.language, self.citable, self.problems = vocabulary, language, citable, problems

    def record(self, node: Mapping, names: tuple[str, ...]) -> Record:
        entries = [(key.text, read) for key, value in _nested(node) if (read := self._entry(key, value, names)) is not None]
        return Record(_joined(entries, self.problems), node.span)

    def _entry(self, key: Leaf, value: Node, outer: tuple[str, ...]) -> FactNode | None:
        names = (*outer, key.text)
        if key.text in _DOCUMENT and not outer:
            said = say("“{name}” is no fact of the case, but a property of the document.", name=key.text)
            self.problems.append(diagnose("unknown-fact", said, key.span, say("the case and its profile say it")))
            return None
        declaration = self.vocabulary.find(names)
        if declaration is not None:
            return self._records(value, declaration) if declaration.type == "records" else self._given(value, declaration)
        if key.text == "id" and outer and isinstance(value, Leaf):
            return Given(value.text, "text", ".".join(names), value.span)
        if isinstance(value, Mapping) and self.vocabulary.knows(names):
            return self.record(value, names)
        path = ".".join(names)
        if self.vocabulary.knows(names):
            said = say("“{name}” is no fact itself: it holds facts, each with a value of its own.", name=path)
            self.problems.append(diagnose("unknown-fact", said, key.span, say("give {name}: {{…}}, or leave it out", name=path)))
            return None
        hint = did_you_mean(path, _all_names(self.vocabulary), say("the facts are declared in clauses/facts.yaml"))
        self.problems.append(diagnose("unknown-fact", say("No fact “{fact}” is declared.", fact=path), key.span, hint))
        return None

    def _records(self, node: Node, declaration: FactDeclaration) -> Records | None:
        if not isinstance(node, Listing):
            self._wrong(node, declaration)
            return None
        items = tuple(self.record(item, (declaration.of,)) for item in node.items if isinstance(item, Mapping))
        for item in node.items:
            if not isinstance(item, Mapping):
                self._wrong(item, declaration)
        self._same_ids(items)
        return Records(items, node.span)

    def _same_ids(self, items: tuple[Record, ...]) -> None:
        seen: set[Scalar | tuple[Scalar, ...]] = set()
        for item in items:
            name = item.get("id")
            if isinstance(name, Given) and name.value in seen:
                said = say("Two records have the id “{name}”.", name=name.value)
                self.problems.append(diagnose("duplicate-id", said, name.span, say("rename one of them")))
            elif isinstance(name, Given):
                seen.add(name.value)

    def _given(self, node: Node, declaration: FactDeclaration) -> Given:
        about = node if isinstance(node, Mapping) and not is_spoken(node) else None
        lacking = say("The fact {fact} is not given in “{language}”.", fact=declaration.path, language=self.language)
        bare = spoken(about.get("value") if about else node, self.language, lacking, self.problems)
        if about:
            self._about(about)
        if bare is None:
            return _as_written(node, declaration)
        value = self._value(bare, declaration)
        if value is None:
            return _as_written(bare, declaration)
        source, day, reported = (about.text("source"), about.day("date"), about.flag("as_reported")) if about else ("", None, False)
        return Given(value, declaration.type, declaration.path, bare.span, source, day, reported)

    def _about(self, node: Mapping) -> None:
        """What stands around a value. A source that is a citation names something that there is; other words stand as they are."""
        self.problems.extend(check(node, FACT_GIVEN))
        source = node.get("source")
        if isinstance(source, Leaf) and source.text.startswith(("@", "[@")):
            self._cited(source, source.text.strip("[]"))
        elif isinstance(source, Leaf) and _CITED.search(source.text):
            said = say("A source is words or a citation: this citation would be printed as it is typed.")
            self.problems.append(diagnose("citation-syntax", said, source.span, say('write the citation alone: "@x1, p 1"')))

    def _cited(self, leaf: Leaf, text: str) -> bool:
        """Whether a citation can be read; each authority or exhibit that it names must be there."""
        refs = read_refs_at(text, leaf.span, self.problems)
        for ref in refs:
            if ref.authority not in self.citable:
                hint = did_you_mean(ref.authority, self.citable, say("briefkit authorities list shows all"))
                said = say("There is no authority or exhibit “{name}”.", name=ref.authority)
                self.problems.append(diagnose("unknown-authority", said, leaf.span, hint))
        return bool(refs)

    def _value(self, node: Node, declaration: FactDeclaration) -> Scalar | tuple[Scalar, ...] | None:
        if declaration.type == "list":
            items = node.items if isinstance(node, Listing) else (node,)
            if not items:
                said = say("The list {fact} is empty.", fact=declaration.path)
                self.problems.append(diagnose("wrong-fact", said, node.span, say("give at least one, or leave it out")))
            values = [self._scalar(item, declaration, "choice" if declaration.choices else "text") for item in items]
            return tuple(value for value in values if value is not None)
        return self._scalar(node, declaration, declaration.type)

    def _scalar(self, node: Node, declaration: FactDeclaration, kind: str) -> Scalar | None:
        if not isinstance(node, Leaf) or node.value is None:
            self._wrong(node, declaration)
            return None
        value = _READERS[kind](node)
        if kind == "choice" and node.text not in dict(declaration.choices):
            self._not_a_choice(node, declaration)
            return None
        if value is None:
            self._wrong(node, declaration)
        elif kind == "act" and not self._cited(node, node.text):
            return None
        return value

    def _not_a_choice(self, node: Leaf, declaration: FactDeclaration) -> None:
        choices = [value for value, _ in declaration.choices]
        hint = did_you_mean(node.text, choices, say("one of {names}", names=", ".join(choices)))
        said = say("“{text}” is not a choice of {fact}.", text=node.text, fact=declaration.path)
        self.problems.append(diagnose("unknown-choice", said, node.span, hint))

    def _wrong(self, node: Node, declaration: FactDeclaration) -> None:
        if declaration.type == "date" and isinstance(node, Leaf):
            said = say("“{text}” is not a date, written YYYY-MM-DD.", text=node.text)
            self.problems.append(diagnose("bad-date", said, node.span, say("for example 2025-03-14")))
            return
        fact, expected = declaration.path, _EXPECTED[declaration.type]
        said = (
            say("The fact {fact} must be {expected}; “{text}” is not.", fact=fact, expected=expected, text=node.text)
            if isinstance(node, Leaf) and node.text
            else say("The fact {fact} must be {expected}; this is not.", fact=fact, expected=expected)
        )
        self.problems.append(diagnose("wrong-fact", said, node.span))


def _all_names(vocabulary: Vocabulary) -> set[str]:
    """Every declared path, and the common names within them: `org` of `org.name`."""
    names = [path.split(".") for path in vocabulary.declared]
    return {".".join(one[:length]) for one in names for length in range(1, len(one) + 1)}


def _as_written(node: Node, declaration: FactDeclaration) -> Given:
    """A fact whose value was reported as wrong: given all the same, so that nothing else reports it as missing."""
    return Given(node.text if isinstance(node, Leaf) else "", "text", declaration.path, node.span)


def _as_yes_no(leaf: Leaf) -> bool | None:
    word = leaf.text.casefold()
    return True if word in _YES else False if word in _NO else None


def _as_money(leaf: Leaf) -> int | float | None:
    value = leaf.value
    return value if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < math.inf else None


def _as_count(leaf: Leaf) -> int | None:
    value = leaf.value
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _as_text(leaf: Leaf) -> str | None:
    return leaf.text.strip() or None if not isinstance(leaf.value, bool) else None


_READERS = {
    "text": _as_text,
    "person": _as_text,
    "choice": _as_text,
    "act": lambda leaf: leaf.text if leaf.text.startswith("@") else None,
    "date": lambda leaf: as_day(leaf.text),
    "money": _as_money,
    "count": _as_count,
    "yes-no": _as_yes_no,
}
