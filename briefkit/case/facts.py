"""The facts of a case, each against its declaration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.markup import read_refs_at
from briefkit.model.facts import DOCUMENT_FACTS, FactDeclaration, FactNode, Given, Record, Records, Scalar, Vocabulary
from briefkit.source import Source
from briefkit.yamlmarks import Leaf, Listing, Mapping, Node, as_day, read_yaml

_YES = {"true", "yes", "да", "иә"}
_NO = {"false", "no", "нет", "жоқ"}
_ABOUT = ("value", "source", "date", "as_reported")
_DOCUMENT = {one.path for one in DOCUMENT_FACTS}
_EXPECTED = {
    "text": "a text",
    "person": "a person's name or role",
    "date": "a date, written YYYY-MM-DD",
    "money": "a sum, written as a number",
    "count": "a whole number, 0 or more",
    "list": "a list",
    "choice": "one of its choices",
    "yes-no": "true or false",
    "act": 'an act and its article, such as "@kz-aoc-2014, art 460-1"',
    "records": "a list of records",
}


def read_facts(
    node: Node | None,
    secret: Source | None,
    declarations: Iterable[FactDeclaration],
    citable: Sequence[str],
    problems: list[Diagnostic],
) -> Record:
    """The facts of a case and of the secret file beside it, as one record, with the record complained of under its own name.

    `citable` are the ids that the source of a fact may name. Problems: `unknown-fact`, `wrong-fact`, `unknown-choice`,
    `bad-date`, `duplicate-id`, `unknown-authority`, those of citations.
    """
    declared = tuple(declarations)
    reader = _FactReader(Vocabulary.of(declared), citable, problems)
    open_facts = reader.record(node, ()) if isinstance(node, Mapping) else Record(())
    merged = _merged(open_facts, _secret(secret, reader, problems), problems)
    aliases = [alias for one in declared if one.type == "records" for alias in _complained_of(one, merged, problems)]
    return Record((*merged.entries, *aliases), node.span if node else None)


def _secret(secret: Source | None, reader: _FactReader, problems: list[Diagnostic]) -> Record:
    if secret is None:
        return Record(())
    read = read_yaml(secret)
    problems.extend(read.diagnostics)
    if not isinstance(read.value, Mapping):
        return Record(())
    inner = read.value.get("facts")
    return reader.record(inner if isinstance(inner, Mapping) else read.value, ())


def _merged(one: Record, other: Record, problems: list[Diagnostic]) -> Record:
    """Two records as one; a fact given in both is reported."""
    entries = dict(one.entries)
    for name, node in other.entries:
        earlier = entries.get(name)
        if isinstance(earlier, Record) and isinstance(node, Record):
            entries[name] = _merged(earlier, node, problems)
        elif earlier is None:
            entries[name] = node
        else:
            problems.append(diagnose("duplicate-id", f"The fact “{name}” is given in both files.", node.span, "keep it in the secret file"))
    return Record(tuple(entries.items()), one.span or other.span)


def _complained_of(declaration: FactDeclaration, facts: Record, problems: list[Diagnostic]) -> Iterator[tuple[str, FactNode]]:
    """The record that is complained of, under the name of its fields; the only record if there is one."""
    records = facts.get(declaration.path)
    if not isinstance(records, Records) or facts.get(declaration.of) is not None:
        return
    marked = [item for item in records.items if _is_marked(item)]
    if len(marked) > 1:
        said = f"Only one of “{declaration.path}” can be the one complained of."
        problems.append(diagnose("wrong-fact", said, marked[1].span, "set complained_of: true once"))
    chosen = marked or (records.items if len(records.items) == 1 else ())
    if chosen:
        yield declaration.of, chosen[0]


def _is_marked(item: Record) -> bool:
    mark = item.get("complained_of")
    return isinstance(mark, Given) and mark.value is True


class _FactReader:
    def __init__(self, vocabulary: Vocabulary, citable: Sequence[str], problems: list[Diagnostic]) -> None:
        self.vocabulary, self.citable, self.problems = vocabulary, citable, problems

    def record(self, node: Mapping, names: tuple[str, ...]) -> Record:
        entries = [(key.text, read) for key, value in node.entries if (read := self._entry(key, value, names)) is not None]
        return Record(tuple(entries), node.span)

    def _entry(self, key: Leaf, value: Node, outer: tuple[str, ...]) -> FactNode | None:
        names = (*outer, key.text)
        if key.text in _DOCUMENT and not outer:
            said = f"“{key.text}” is no fact of the case, but a property of the document."
            self.problems.append(diagnose("unknown-fact", said, key.span, "the case and its profile say it"))
            return None
        declaration = self.vocabulary.find(names)
        if declaration is not None:
            return self._records(value, declaration) if declaration.type == "records" else self._given(value, declaration)
        if key.text == "id" and outer and isinstance(value, Leaf):
            return Given(value.text, "text", ".".join(names), value.span)
        if isinstance(value, Mapping) and self.vocabulary.knows(names):
            return self.record(value, names)
        path = ".".join(names)
        hint = did_you_mean(path, self.vocabulary.declared, "the facts are declared in clauses/facts.yaml")
        self.problems.append(diagnose("unknown-fact", f"No fact “{path}” is declared.", key.span, hint))
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
                self.problems.append(diagnose("duplicate-id", f"Two records have the id “{name.value}”.", name.span, "rename one of them"))
            elif isinstance(name, Given):
                seen.add(name.value)

    def _given(self, node: Node, declaration: FactDeclaration) -> Given:
        about = node if isinstance(node, Mapping) else None
        bare = about.get("value") if about else node
        if about:
            self._about(about)
        if bare is None:
            self.problems.append(diagnose("missing-key", "The fact has no value.", node.span, "give it under the key value"))
            return _as_written(node, declaration)
        value = self._value(bare, declaration)
        if value is None:
            return _as_written(bare, declaration)
        source, day, reported = (about.text("source"), about.day("date"), about.flag("as_reported")) if about else ("", None, False)
        return Given(value, declaration.type, declaration.path, bare.span, source, day, reported)

    def _about(self, node: Mapping) -> None:
        for key, value in node.entries:
            if key.text not in _ABOUT:
                hint = did_you_mean(key.text, _ABOUT, "a fact has a value, source, date and as_reported")
                self.problems.append(diagnose("unknown-key", f"“{key.text}” is not a key that can stand here.", key.span, hint))
            if key.text == "date" and not (isinstance(value, Leaf) and as_day(value.text)):
                self.problems.append(diagnose("bad-date", "This is not a date, written YYYY-MM-DD.", value.span, "for example 2025-03-14"))
            if key.text == "source" and isinstance(value, Leaf) and value.text.startswith("@"):
                self._cited(value)

    def _cited(self, source: Leaf) -> None:
        """A source that is a citation names something that there is; any other words stand as they are."""
        for ref in read_refs_at(source.text, source.span, self.problems):
            if ref.authority not in self.citable:
                hint = did_you_mean(ref.authority, self.citable, "briefkit authorities list shows all")
                said = f"There is no authority or exhibit “{ref.authority}”."
                self.problems.append(diagnose("unknown-authority", said, source.span, hint))

    def _value(self, node: Node, declaration: FactDeclaration) -> Scalar | tuple[Scalar, ...] | None:
        if declaration.type == "list":
            items = node.items if isinstance(node, Listing) else (node,)
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
        elif kind == "act":
            refs = read_refs_at(node.text, node.span, self.problems)
            return value if refs else None
        return value

    def _not_a_choice(self, node: Leaf, declaration: FactDeclaration) -> None:
        choices = [value for value, _ in declaration.choices]
        hint = did_you_mean(node.text, choices, "one of " + ", ".join(choices))
        self.problems.append(diagnose("unknown-choice", f"“{node.text}” is not a choice of {declaration.path}.", node.span, hint))

    def _wrong(self, node: Node, declaration: FactDeclaration) -> None:
        expected = _EXPECTED[declaration.type]
        if declaration.type == "date" and isinstance(node, Leaf):
            problem = diagnose("bad-date", f"“{node.text}” is not {expected}.", node.span, "for example 2025-03-14")
        else:
            said = f"“{node.text}”" if isinstance(node, Leaf) and node.text else "this"
            problem = diagnose("wrong-fact", f"The fact {declaration.path} must be {expected}; {said} is not.", node.span)
        self.problems.append(problem)


def _as_written(node: Node, declaration: FactDeclaration) -> Given:
    """A fact whose value was reported as wrong: given all the same, so that nothing else reports it as missing."""
    return Given(node.text if isinstance(node, Leaf) else "", "text", declaration.path, node.span)


def _as_yes_no(leaf: Leaf) -> bool | None:
    word = leaf.text.casefold()
    return True if word in _YES else False if word in _NO else None


def _as_money(leaf: Leaf) -> int | float | None:
    value = leaf.value
    return value if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 else None


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

