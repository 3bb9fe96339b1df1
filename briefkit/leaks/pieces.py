"""What is searched of a file: texts, each with the part that it stands in, and how much of a file is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.messages import Message, say
from briefkit.ooxml import LIMITS, BadPackage

MIB = 1024 * 1024
MOST = 128 * MIB  # of a file; a brief has a few
DEEPEST = 4  # files within files

# Between texts that are searched together: so much that no name or number reaches from one into the next.
APART = "\n" * 5


class Unsearchable(ValueError):
    """A file of which a part cannot be read, so that nobody can say what it holds; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, and the part of the file that holds it.

    `raw` ones come from bytes that nothing explains: short words there mean nothing. `again` is a text that was given already, read
    in another way.
    """

    part: str
    text: str
    raw: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Inside:
    """A file within the file that is searched: its name and bytes."""

    part: str
    data: bytes


Found = Piece | Inside


class Budget:
    """How much may still be unpacked, of all files within a file together."""

    def __init__(self, left: int = LIMITS.total) -> None:
        self.left = left

    def take(self, data: bytes) -> bytes:
        self.left -= len(data)
        if self.left < 0:
            raise BadPackage(say("it unpacks to more than {number} MB", number=LIMITS.total // MIB))
        return data
