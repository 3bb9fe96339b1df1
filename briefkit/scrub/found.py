"""What a file tells besides its text, as values: what was found where, what the user decides, why a file cannot be scrubbed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from briefkit.messages import NOTHING, Message

CHANGE, COMMENT, SIGNATURE = "change", "comment", "signature"  # kinds of findings that are decided, or told, apart
SHOWN = 60  # characters of a value that a report shows


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a file tells: its kind (a word for programs), the part that holds it (empty for the file), and a sentence.

    What `stays` cannot be taken out by briefkit; a person has to see to it.
    """

    kind: str
    part: str
    what: Message
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """What scrubbing may not decide alone: what becomes of tracked changes, and whether comments go."""

    changes: Literal["", "accept", "reject"] = ""
    drop_comments: bool = False


UNDECIDED = Decisions()


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """The file without what was found in it."""

    data: bytes
    findings: tuple[Finding, ...]


class Unscrubbable(ValueError):
    """A file that cannot be scrubbed: why, and what its user can do."""

    def __init__(self, message: Message, hint: Message = NOTHING) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def brief(value: str) -> str:
    """A value on one line of a report."""
    line = " ".join(value.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def each_once(values: Iterable[str]) -> tuple[str, ...]:
    """Values that are not empty, each once, as a report shows them."""
    return tuple(dict.fromkeys(brief(value) for value in values if value.strip()))
