"""What the rules look at, and the small questions that several of them ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefkit.diagnostics import Severity
from briefkit.lint.sentences import Mention, Sentence
from briefkit.model.glossary import Glossary
from briefkit.model.libraries import Authority, StatusWords
from briefkit.tree import Document, Ref

_TAG = re.compile(r"<[^>]*>")
_COMMITTEE_SYMBOL = re.compile(r"\bCCPR/")
_COUNCIL_SYMBOL = re.compile(r"\bA/HRC/")
_COMMUNICATION = re.compile(r"/D/\d+/(?P<year>\d{4})\b")


@dataclass(frozen=True, slots=True)
class Subject:
    """A document with its authorities: those it cites, and all of the library with the case's own."""

    document: Document
    sentences: tuple[Sentence, ...]
    authorities: Mapping[str, Authority]
    refs: tuple[Ref, ...]
    words: StatusWords
    final: bool = False
    glossary: Glossary = ()

    @property
    def severity(self) -> Severity:
        """Of what is certainly wrong in the data of a source: it may stand in a draft."""
        return Severity.ERROR if self.final else Severity.WARNING

    def mentions(self) -> Iterator[tuple[Sentence, Mention, Authority]]:
        """Every reference to an authority within its sentence."""
        for sentence in self.sentences:
            for mention in sentence.mentions:
                if authority := self.authorities.get(mention.ref.authority):
                    yield sentence, mention, authority

    def cited(self) -> Iterator[tuple[Ref, Authority]]:
        """Every reference of the document to an authority."""
        for ref in self.refs:
            if authority := self.authorities.get(ref.authority):
                yield ref, authority


def symbol(authority: Authority) -> str:
    """Its document symbol or number, or both."""
    values = (authority.csl.get(key) for key in ("archive_location", "number"))
    return " ".join(str(value) for value in values if value)


def is_of_committee(authority: Authority) -> bool:
    """Whether its symbol is one of the Human Rights Committee's."""
    return _COMMITTEE_SYMBOL.search(symbol(authority)) is not None


def is_of_council(authority: Authority) -> bool:
    """Whether its symbol is one of the Human Rights Council's alone."""
    return _COUNCIL_SYMBOL.search(symbol(authority)) is not None and not is_of_committee(authority)


def year_of(authority: Authority) -> int | None:
    """The year of its date."""
    issued = authority.csl.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    try:
        return int(parts[0][0]) if parts else None
    except (IndexError, KeyError, TypeError, ValueError):
        return None


def year_of_communication(authority: Authority) -> int | None:
    """The year in the symbol of a decision on a communication: that of its submission, never of the decision."""
    found = _COMMUNICATION.search(symbol(authority))
    return int(found["year"]) if found else None


def named(authority: Authority) -> tuple[str, ...]:
    """The names by which a text may call it, without markup and without a year in brackets."""
    titles = (_TAG.sub("", str(authority.csl.get(key) or "")) for key in ("title", "title-short"))
    return tuple(dict.fromkeys(name for title in titles if (name := re.sub(r"\s*\(\d{4}\)$", "", title).strip())))


def bodies_of(authority: Authority) -> tuple[str, ...]:
    """Who is said to have made it."""
    people = authority.csl.get("author") or ()
    literal = [str(one["literal"]) for one in people if isinstance(one, Mapping) and "literal" in one]
    return (*(str(authority.csl[key]) for key in ("authority", "publisher") if authority.csl.get(key)), *literal)
