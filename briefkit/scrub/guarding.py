"""The guard: a file whose words would change is not written."""

from __future__ import annotations

from briefkit.messages import say
from briefkit.scrub.found import Unscrubbable


class TextChanged(Unscrubbable):
    """The words of a file would not be the same: a fault of briefkit, and nothing is written."""


def compare(before: object, after: object) -> None:
    """Raises TextChanged where the words of before are not those of after."""
    if before != after:
        said = say("its text would not stay the same to the letter")
        raise TextChanged(said, say("please report this; meanwhile save the file anew in the program that made it, and try again"))
