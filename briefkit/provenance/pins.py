"""Pins: which version of each text a document is made of, and its hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefkit.libraries import Layer
from briefkit.model.libraries import Clause, Library
from briefkit.model.profiles import Boilerplate, Profile
from briefkit.provenance.hashes import hash_of, hash_of_authority, hash_of_clause, hash_of_fact
from briefkit.source import Source

STYLES = "styles"
NAMED = ("profile", "style", "template")  # of which a document has one each
Hashes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ClausePin:
    """A clause: its version, the hash of its text in the document's language, and that of what else is known of it."""

    version: int
    text: str
    data: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A profile, a citation style or a Word template by name; without a hash it is not there."""

    name: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Pins:
    """All that a document in one language takes from the library. `texts` are standard texts; `build` is the id of its kept sources."""

    language: str
    profile: Pin = Pin()
    style: Pin = Pin()
    template: Pin = Pin()
    clauses: Mapping[str, ClausePin] = field(default_factory=dict)
    authorities: Hashes = field(default_factory=dict)
    texts: Hashes = field(default_factory=dict)
    facts: Hashes = field(default_factory=dict)
    build: str = ""
    briefkit: str = ""


@dataclass(frozen=True, slots=True)
class Holdings:
    """A library with the files that are no part of it but of its documents: citation styles in its layers, Word templates by name."""

    held: Library
    layers: Sequence[Layer]
    looks: Mapping[str, bytes]

    def pins_like(self, pins: Pins) -> Pins:
        """What pins would be today for the same names; what is not there any more is left out, or has no hash."""
        library = self.held
        profile = library.profile(pins.profile.name)
        look = self.looks.get(pins.template.name)
        return Pins(
            language=pins.language,
            profile=Pin(pins.profile.name, hash_of_profile(profile) if profile else ""),
            style=Pin(pins.style.name, hash_of_files(style_files(pins.style.name, pins.language, self.layers))),
            template=Pin(pins.template.name, hash_of(look) if look is not None else ""),
            clauses={one.slug: pin_of(one, pins.language) for one in library.clauses if one.slug in pins.clauses},
            authorities={one.id: hash_of_authority(one) for one in library.authorities if one.id in pins.authorities},
            texts=hashes_of_texts((one for one in library.boilerplate if one.name in pins.texts), pins.language),
            facts={one.path: hash_of_fact(one) for one in library.facts if one.path in pins.facts},
        )


def pin_of(clause: Clause, language: str) -> ClausePin:
    text = clause.text(language)
    return ClausePin(clause.version, hash_of(text.text) if text else "", hash_of_clause(clause, language))


def hashes_of_texts(texts: Iterable[Boilerplate], language: str) -> Hashes:
    return {one.name: hash_of(text.text) for one in texts if (text := one.text(language))}


def hash_of_profile(profile: Profile) -> str:
    return hash_of_files(profile_files(profile))


def profile_files(profile: Profile) -> dict[str, Source]:
    """The file of a profile, and that of the profile that it is like, by their paths in a workspace."""
    spans = (profile.span, *(part.span for part in profile.parts if part.span))
    sources = dict.fromkeys(span.source for span in spans)
    return {f"{STYLES}/profiles/{source.name.rpartition('/')[2]}": source for source in sources}


def style_files(name: str, language: str, layers: Sequence[Layer]) -> dict[str, Source]:
    """A citation style with what it prints in a language: its locale, and names of bodies that the project has for either."""
    wanted = (f"{STYLES}/{name}.csl", *(f"{STYLES}/locales/names-{one}.yaml" for one in (language, name)))
    found: dict[str, Source] = {}
    for layer in layers:
        locales = (path for path in layer if path.startswith(f"{STYLES}/locales/locales-{language}"))
        found.update({path: layer[path] for path in (*wanted, *sorted(locales)) if path in layer})
    return found if f"{STYLES}/{name}.csl" in found else {}


def hash_of_files(files: Mapping[str, Source]) -> str:
    """The hash of some files; empty for none."""
    return hash_of(*(part for path in sorted(files) for part in (path, files[path].text))) if files else ""
