"""What is remembered while a page is written: places counted, notes to be set down, remarks gathered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from briefkit.tree import Count, Remark


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the depth of the heading from 1, its place, its words as HTML."""

    depth: int
    place: int
    words: str


@dataclass(slots=True)
class Task:
    """What is to be done at one place before filing: the first remark there, and what the remarks say."""

    where: str
    remark: int
    said: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """What a document numbers, by its own number or name, and the place of it in the order of the page, from 1.

    The number that is shown is the place, as Word counts too: a tree whose numbers are wrong still gets true references.
    """

    paragraphs: dict[int, int] = field(default_factory=dict)
    notes: dict[int, int] = field(default_factory=dict)
    counts: dict[tuple[str, str], str] = field(default_factory=dict)
    annexes: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


@dataclass(slots=True)
class Pen:
    """The one mutable thing of the writer. A page is written twice: what the first writing found is `known` to the second."""

    language: str
    draft: bool
    known: Found
    where: str  # what a person would call this place: "n 4", the words of the heading above
    found: Found = field(default_factory=Found)
    set_aside: list[str] = field(default_factory=list)  # notes that are written and not yet set down
    outline: list[int] = field(default_factory=list)  # the levels of the headings that this place stands under
    paragraphs: int = 0
    notes: int = 0
    headings: int = 0
    tables: int = 0
    drawings: int = 0
    remarks: int = 0
    counted: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def at(self, where: str) -> Iterator[None]:
        """Call the place so while it is written."""
        before, self.where = self.where, where
        yield
        self.where = before

    def paragraph(self, number: int) -> int:
        """The place of a numbered paragraph."""
        self.paragraphs += 1
        self.found.paragraphs.setdefault(number, self.paragraphs)
        return self.paragraphs

    def note(self, number: int) -> int:
        """The place of a note."""
        self.notes += 1
        self.found.notes.setdefault(number, self.notes)
        return self.notes

    def count(self, node: Count) -> str:
        """The id of a counted table, figure or exhibit."""
        kind = node.kind if node.kind in ("table", "figure") else "exhibit"
        self.counted[kind] = self.counted.get(kind, 0) + 1
        made = f"{kind}-{self.counted[kind]}"
        self.found.counts.setdefault((node.kind, node.name), made)
        return made

    def depth(self, level: int) -> int:
        """How deep a heading stands, from 1: no level of the page is left out, whatever the tree does."""
        while self.outline and self.outline[-1] >= level:
            self.outline.pop()
        self.outline.append(level)
        return len(self.outline)

    def remark(self, node: Remark) -> tuple[int, int]:
        """The place of a remark, and that of the task that it belongs to: one for each place that has a name."""
        self.remarks += 1
        tasks, said = self.found.tasks, node.comment or node.text
        if not tasks or tasks[-1].where != self.where:
            tasks.append(Task(self.where, self.remarks))
        if said not in tasks[-1].said:
            tasks[-1].said.append(said)
        return self.remarks, len(tasks)

    def notes_here(self) -> Iterator[str]:
        """The notes to what was written since they were last set down."""
        if self.set_aside:
            yield '<div class="notes">'
            yield from self.set_aside
            yield "</div>"
            self.set_aside.clear()
