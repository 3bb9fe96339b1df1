"""What a document was made of, as files: the case and its own texts, and of the library exactly what the document took.

The folder is laid out as a workspace, so that it can be compared with the library of later days. Facts that must not leave the office
(case.secret.yaml) are no part of it, and neither are exhibits, nor the Word template, of which only the name and a hash are known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefkit import __version__
from briefkit.case import CaseFiles
from briefkit.libraries import Layer
from briefkit.model.case import Case, Plan
from briefkit.model.libraries import Library
from briefkit.provenance import ABOUT
from briefkit.provenance.asked import facts_asked
from briefkit.provenance.entries import listed, mapped
from briefkit.provenance.hashes import hash_of, hash_of_authority, hash_of_fact
from briefkit.provenance.locks import written_pins
from briefkit.provenance.pins import Pin, Pins, hash_of_files, hash_of_profile, hashes_of_texts, pin_of, profile_files, style_files
from briefkit.source import Source, Span
from briefkit.tables import cited_places
from briefkit.tree import Opinion

AUTHORITIES = "clauses/authorities/cited.yaml"
FACTS = "clauses/facts.yaml"
PINS = "lock.yaml"
CASE = "case"  # the folder of the case's own files
ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Materials:
    """What the stages of a build had before them and gave."""

    case: Case
    files: CaseFiles
    plan: Plan
    opinion: Opinion
    holdings: Library
    layers: Sequence[Layer]
    style: str
    template: tuple[str, bytes]
    index: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a document by their paths in a folder of their own, and its pins. The same sources have the same id."""

    files: Mapping[str, str]
    pins: Pins

    @property
    def id(self) -> str:
        return hash_of(*(part for path in sorted(self.files) for part in (path, self.files[path])))[:ID_LENGTH]


def sources_of(made: Materials) -> Sources:
    """The sources of a document."""
    taken = _Taken(made)
    files = {path: source.text for path, source in (*_own(made.files), *taken.files())}
    files[AUTHORITIES] = listed(one.entry for one in taken.authorities if one.entry)
    files[FACTS] = mapped(one.entry for one in taken.facts if one.entry)
    files[PINS] = written_pins((taken.pins,))
    files[ABOUT] = json.dumps(_about(made), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return Sources({path: text for path, text in files.items() if text}, taken.pins)


def _about(made: Materials) -> dict[str, object]:
    """What kind of document it is, whoever chose that: the case or the command line."""
    case = made.case
    return {
        "briefkit": __version__,
        "case": _file_name(made.files.case),
        "profile": case.profile.id if case.profile else "",
        "language": case.language,
        "tone": case.tone,
        "date": case.date.isoformat() if case.date else "",
        "index": made.index,
    }


def _own(files: CaseFiles) -> Iterator[tuple[str, Source]]:
    """The case's own files; one that stands above its folder stands in a folder “up” here."""
    yield f"{CASE}/{_file_name(files.case)}", files.case
    for path, source in files.texts.items():
        steps = ("up" if step == ".." else step for step in path.split("/") if step not in ("", "."))
        yield "/".join((CASE, *steps)), source


def _file_name(source: Source) -> str:
    return source.name.rpartition("/")[2]


class _Taken:
    """What a document took of its library."""

    def __init__(self, made: Materials) -> None:
        self.made = made
        self.language = made.case.language
        self.profile = made.case.profile
        self.clauses = [one.clause for one in made.plan.planned]
        cited = cited_places(made.opinion)
        self.authorities = [one for one in made.holdings.authorities if one.id in cited]
        parts = self.profile.parts if self.profile else ()
        named = {name.name for part in parts for name in (*part.opens, *part.closes)}
        self.texts = [one for one in made.holdings.boilerplate if one.name in named]
        self.facts = facts_asked(tuple(self._templates()), self.clauses, self.profile, made.opinion, made.holdings)
        self.pins = self._pins()

    def _templates(self) -> Iterator[Span]:
        texts = [one.text(self.language) for one in self.clauses]
        texts += [one.text(self.language) for one in self.texts]
        texts += [section.text for section in self.made.case.sections]
        yield from (text.span(0, len(text.text)) for text in texts if text)
        if self.made.case.title:
            yield self.made.case.title

    def files(self) -> Iterator[tuple[str, Source]]:
        for clause in self.clauses:
            folder = f"clauses/arguments/{clause.slug}"
            yield f"{folder}/clause.yaml", clause.span.source
            if text := clause.text(self.language):
                yield f"{folder}/{self.language}.md", text
        for one in self.texts:
            if text := one.text(self.language):
                yield f"styles/boilerplate/{one.name}.{self.language}.md", text
        yield from profile_files(self.profile).items() if self.profile else ()
        yield from style_files(self.made.style, self.language, self.made.layers).items()

    def _pins(self) -> Pins:
        made, (name, template) = self.made, self.made.template
        return Pins(
            language=self.language,
            profile=Pin(self.profile.id, hash_of_profile(self.profile)) if self.profile else Pin(),
            style=Pin(made.style, hash_of_files(style_files(made.style, self.language, made.layers))),
            template=Pin(name, hash_of(template)),
            clauses={one.slug: pin_of(one, self.language) for one in self.clauses},
            authorities={one.id: hash_of_authority(one) for one in self.authorities},
            texts=hashes_of_texts(self.texts, self.language),
            facts={one.path: hash_of_fact(one) for one in self.facts},
            briefkit=__version__,
        )
