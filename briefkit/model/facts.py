"""Facts: what a library declares, and what a case gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from briefkit.source import Span

FACT_TYPES = ("text", "date", "money", "count", "list", "choice", "yes-no", "person", "act", "records")

Scalar = str | int | float | bool | date


@dataclass(frozen=True, slots=True)
class FactDeclaration:
    """A fact that a library knows: its type, the question that asks for it, and how public versions treat it.

    `of` is set for the type "records": the prefix of the fields' own declarations (`measures` of `measure`). `public` is what a public
    version prints instead, per language; `{letter}` in it tells values apart. `by_role` is that of somebody whose role the case gives.
    """

    path: str
    type: str
    question: tuple[tuple[str, str], ...] = ()
    help: tuple[tuple[str, str], ...] = ()
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()  # value -> label per language
    of: str = ""
    confidential: bool = False
    identifying: bool = False
    span: Span | None = None
    entry: Span | None = field(default=None, compare=False)  # all that the file says of it
    public: tuple[tuple[str, str], ...] = ()
    by_role: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A fact with a value: a scalar, or a tuple of scalars for a list. `source` is a citation as written.

    `public` is what a public version prints instead, one for each value; conditions ask for the value itself all the same.
    """

    value: Scalar | tuple[Scalar, ...]
    type: str
    path: str
    span: Span
    source: str = ""
    as_of: date | None = None
    as_reported: bool = False
    public: tuple[str, ...] = ()

    @property
    def each(self) -> tuple[Given, ...]:
        """The values of a list, each as a fact of its own; of anything else, itself."""
        if not isinstance(self.value, tuple):
            return (self,)
        public = self.public or ("",) * len(self.value)
        return tuple(replace(self, value=value, public=(one,) if one else ()) for value, one in zip(self.value, public, strict=True))


@dataclass(frozen=True, slots=True)
class Record:
    """Facts under a common name (`org`), or one record of a list (a measure)."""

    entries: tuple[tuple[str, FactNode], ...]
    span: Span | None = None

    def get(self, name: str) -> FactNode | None:
        return next((node for key, node in self.entries if key == name), None)

    def at(self, path: str) -> FactNode | None:
        """The fact at a path, `org.name`; None where it is not given."""
        first, _, rest = path.partition(".")
        node = self.get(first)
        if not rest:
            return node
        return node.at(rest) if isinstance(node, Record) else None

    def day(self, path: str) -> date | None:
        """The day at a path; None where none is given."""
        node = self.at(path)
        return node.value if isinstance(node, Given) and isinstance(node.value, date) else None


@dataclass(frozen=True, slots=True)
class Records:
    """A list of records, such as the chronology of measures."""

    items: tuple[Record, ...]
    span: Span | None = None


FactNode = Given | Record | Records


def given_facts(node: FactNode) -> Iterator[Given]:
    """Every given value below a node, in document order."""
    if isinstance(node, Given):
        yield node
    elif isinstance(node, Record):
        for _, child in node.entries:
            yield from given_facts(child)
    else:
        for item in node.items:
            yield from given_facts(item)


def each_once(facts: Record) -> Record:
    """The facts without the second names of records: the measure complained of stands among the measures already."""
    listed = [item for _, node in facts.entries if isinstance(node, Records) for item in node.items]
    return replace(facts, entries=tuple((name, node) for name, node in facts.entries if not any(node is item for item in listed)))


DOCUMENT_FACTS = (
    *(FactDeclaration(path, "text") for path in ("tone", "language", "audience", "profile")),
    FactDeclaration("date", "date"),
)


def in_tone(facts: Record, tone: str) -> Record:
    """The facts of a document as a clause with a tone of its own asks for them."""
    entries = ((name, replace(node, value=tone) if name == "tone" and isinstance(node, Given) else node) for name, node in facts.entries)
    return replace(facts, entries=tuple(entries))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The facts that a library declares, by path. Every document knows its tone, language, audience, profile and date."""

    declared: Mapping[str, FactDeclaration]

    @classmethod
    def of(cls, declarations: Iterable[FactDeclaration]) -> Vocabulary:
        return cls({one.path: one for one in (*DOCUMENT_FACTS, *declarations)})

    def resolve(self, names: tuple[str, ...]) -> str:
        """The declared path of a fact: a field of a record (`measures.date`) is declared under `of` (`measure.date`)."""
        first = self.declared.get(names[0]) if names else None
        if first and first.type == "records" and len(names) > 1:
            return ".".join((first.of, *names[1:]))
        return ".".join(names)

    def find(self, names: tuple[str, ...]) -> FactDeclaration | None:
        return self.declared.get(self.resolve(names))

    def crosses(self, names: tuple[str, ...]) -> bool:
        """Whether a path reaches into a list of records (`measures.date`): only a loop, any(…) and all(…) may go there."""
        first = self.declared.get(names[0]) if len(names) > 1 else None
        return first is not None and first.type == "records"

    def knows(self, names: tuple[str, ...]) -> bool:
        """Whether a path is a declared fact, or the common name of several (`org`)."""
        path = self.resolve(names)
        return path in self.declared or any(known.startswith(path + ".") for known in self.declared)
