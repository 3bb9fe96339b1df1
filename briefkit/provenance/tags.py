"""How a working draft names the clause that its paragraphs come from: `briefkit:three-part-test:v3:en`, the tag of a content control."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

LONGEST = 64  # what Word takes as the tag or the title of a content control
_TAG = re.compile(r"briefkit:(?P<name>.+):v(?P<version>-?[0-9]{1,9}):(?P<language>[a-z]{2,8})", re.DOTALL)
_MARKED = 9  # characters of the mark that tells apart names which are cut short: “~” and eight of a hash


@dataclass(frozen=True, slots=True)
class Tag:
    """A clause by the name that its tag has, which is its slug, or the beginning of a long one; its version and its language."""

    name: str
    version: int
    language: str

    def names(self, slug: str) -> bool:
        """Whether it is the tag of a clause of this slug."""
        return self.name == _named(slug, self.version, self.language)


def tag_of(slug: str, version: int, language: str) -> str:
    """The tag of a clause, never longer than Word takes."""
    return f"briefkit:{_named(slug, version, language)}:v{version}:{language}"


def read_tag(tag: str) -> Tag | None:
    """What a tag says; None for one of another program."""
    found = _TAG.fullmatch(tag)
    return Tag(found["name"], int(found["version"]), found["language"]) if found else None


def _named(slug: str, version: int, language: str) -> str:
    room = LONGEST - len(f"briefkit::v{version}:{language}")
    if _length(slug) <= room:
        return slug
    mark = hashlib.sha256(slug.encode("utf-8", "replace")).hexdigest()[: _MARKED - 1]
    return f"{shortened(slug, room - _MARKED)}~{mark}"


def shortened(text: str, room: int) -> str:
    """The beginning of a text that takes no more than so many places as Word counts them, in halves of rare characters."""
    while _length(text) > room:
        text = text[:-1]
    return text


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
