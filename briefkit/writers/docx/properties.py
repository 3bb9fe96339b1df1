"""The document's core properties (ECMA-376 Part 2 §8): its title and language. No author, no machine, no day."""

from __future__ import annotations

from briefkit.ooxml import clean, element, serialize
from briefkit.tree import Opinion
from briefkit.walk import plain
from briefkit.writers.unbroken import loose
from briefkit.writers.words import words


def core_properties(opinion: Opinion) -> bytes:
    """The part `docProps/core.xml`."""
    title = element("dc:title", text=clean(loose(plain(opinion.title)).strip()))
    language = element("dc:language", text=words(opinion.language).tag)
    return serialize(element("cp:coreProperties", None, language, title))
