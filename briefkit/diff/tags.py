"""How the tags of a text changed: the conditions under which its passages stand, and its loops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import ClassVar

from briefkit.diff.branches import Branches, condition_of
from briefkit.diff.changes import Change, InText
from briefkit.diff.fields import quoted
from briefkit.diff.marks import Mark, has_same_marks
from briefkit.diff.meant import own_words
from briefkit.diff.standing import Passed, compare_conditions
from briefkit.messages import Message, say
from briefkit.model.facts import Vocabulary

_NO_CONDITION = ("end", "note")  # a note to the drafter is printed under no condition
_NEAR, _SHOWN = 400, 8  # characters below a tag in which the words are found that name its passage, and how many words are shown


@dataclass(frozen=True, slots=True)
class TagsChanged(InText):
    """Tags that came, went, or took the place of others."""

    name: ClassVar[str] = "tags-changed"
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def sentence(self) -> Message:
        if not self.old:
            return say("{text}: passages stand under new tags: {tags}.", text=self.whose, tags=quoted(self.new))
        if not self.new:
            return say("{text}: passages stand under these tags no longer: {tags}.", text=self.whose, tags=quoted(self.old))
        return say(
            "{text}: passages stand under {tags}, and stood under {others}.",
            text=self.whose,
            tags=quoted(self.new),
            others=quoted(self.old),
        )


def compare_tags(was: Branches, now: Branches, vocabulary: Vocabulary, language: str) -> Iterator[Change]:
    """Conditions that took the place of others one by one are decided; of any other tags it is told which they are."""
    if has_same_marks(was.text, now.text):
        return
    old, new = [tag.written for tag in was.tags], [tag.written for tag in now.tags]
    if old == new:
        return
    dropped, added = list[str](), list[str]()
    for tag, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        pairs = [(one, begin + one - start) for one in range(start, end)] if tag == "replace" and end - start == stop - begin else []
        if pairs and all(_is_condition(was.tags[one]) and _is_condition(now.tags[other]) for one, other in pairs):
            for one, other in pairs:
                yield from _decided(was.tags[one], now.tags[other], now.text, vocabulary, language)
        elif tag != "equal":
            dropped += old[start:end]
            added += new[begin:stop]
    gone, come = (tuple(one for one in tags if not one.startswith(_NO_CONDITION)) for tags in (dropped, added))
    if gone or come:
        yield TagsChanged(language, gone, come)


def _is_condition(tag: Mark) -> bool:
    return tag.word in ("if", "elif") and condition_of(tag.rest) is not None


def _decided(old: Mark, new: Mark, text: str, vocabulary: Vocabulary, language: str) -> Iterator[Change]:
    words = " ".join(own_words(text[new.end : new.end + _NEAR]).split()[:_SHOWN])
    read = condition_of(old.rest), condition_of(new.rest)
    yield from compare_conditions((old.rest, new.rest), read, vocabulary, Passed(language, words))
