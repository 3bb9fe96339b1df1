"""The layers of a workspace, gathered file by file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefkit.csl import read_authority
from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean, in_order
from briefkit.formats import AUTHORITIES
from briefkit.libraries.checks import check_library
from briefkit.libraries.entries import read_clause, read_facts, read_glossary, read_status_words, read_stored, read_tones
from briefkit.libraries.profiles import read_profiles
from briefkit.libraries.reviews import read_review_notes, read_reviews
from briefkit.messages import NOTHING, Message, say
from briefkit.model.facts import FactDeclaration
from briefkit.model.glossary import Term
from briefkit.model.libraries import Authority, Clause, Library, StatusWords, StoredSource, ToneRule
from briefkit.model.naming import LANGUAGES, in_language
from briefkit.model.profiles import Boilerplate
from briefkit.model.reviews import Review, ReviewNote
from briefkit.shaped import read_shaped
from briefkit.source import Source
from briefkit.yamlmarks import Listing
from briefkit.yamlmarks import Mapping as Marked

Layer = Mapping[str, Source]  # path below the workspace, with forward slashes -> text


@dataclass
class _Gathered:
    """What was read so far: things by id, the ids of the layer at hand, and what is wrong."""

    clauses: dict[str, Clause] = field(default_factory=dict)
    authorities: dict[str, Authority] = field(default_factory=dict)
    sources: dict[tuple[str, str], StoredSource] = field(default_factory=dict)
    facts: dict[str, FactDeclaration] = field(default_factory=dict)
    profiles: dict[str, Source] = field(default_factory=dict)
    boilerplate: dict[str, dict[str, Source]] = field(default_factory=dict)
    status_words: StatusWords = field(default_factory=StatusWords)
    tones: tuple[ToneRule, ...] = ()
    glossary: dict[str, Term] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)
    review_notes: list[ReviewNote] = field(default_factory=list)
    in_layer: dict[str, Authority] = field(default_factory=dict)
    known: Library = field(default_factory=Library)
    known_clauses: Mapping[str, Clause] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)


def read_library(layers: Iterable[Layer], alone: bool = False, known: Library | None = None) -> Checked[Library]:
    """The library of a workspace: each file checked against its format, each name against what it names.

    With `alone` each file is checked for itself: of a library that is read in part, what a name stands for may not have been read.
    What the same words mean of a clause.yaml, or of facts.yaml, is taken over from a `known` library, and what is wrong with them is
    not said again.
    """
    gathered = _Gathered(known=known, known_clauses={one.slug: one for one in known.clauses}) if known else _Gathered()
    for layer in layers:
        gathered.in_layer = {}
        for path in sorted(layer):
            _read(path, layer, gathered)
    library = Library(
        tuple(gathered.clauses[slug] for slug in sorted(gathered.clauses)),
        tuple(gathered.authorities[name] for name in sorted(gathered.authorities)),
        tuple(gathered.sources[key] for key in sorted(gathered.sources)),
        tuple(gathered.facts.values()),
        read_profiles(gathered.profiles, gathered.problems),
        gathered.status_words,
        tuple(Boilerplate(name, tuple(texts.items())) for name, texts in sorted(gathered.boilerplate.items())),
        tuple(gathered.glossary.values()),
        gathered.tones,
        tuple(gathered.reviews),
        tuple(gathered.review_notes),
    )
    return Checked(library, in_order([*gathered.problems, *(() if alone else check_library(library))]))


def _read(path: str, layer: Layer, gathered: _Gathered) -> None:
    for pattern, reader in _READERS:
        if found := pattern.fullmatch(path):
            reader(found, layer, gathered)
            return
    if hint := _why_unread(path, layer):
        gathered.problems.append(diagnose("file-unread", say("Nothing reads this file where it stands."), layer[path].whole(), hint))


def _why_unread(path: str, layer: Layer) -> Message:
    """What to do with a file that looks as if it were meant; empty for one that is read otherwise, or tells about the folder."""
    top, _, below = path.partition("/")
    folder, _, name = path.rpartition("/")
    place = below.split("/")[0]
    if (
        name.lower() == "readme.md"
        or name.endswith(".csl")
        or (top == "styles" and name.endswith(".md") and place not in ("profiles", "boilerplate"))
    ):
        return NOTHING
    if folder == "styles/locales":
        wanted = say("locales-<language>.xml and names-<language or style>.yaml stand here")
        return NOTHING if re.fullmatch(r"locales-[\w-]+\.xml|names-[\w.-]+\.yaml", name) else wanted
    if name.endswith(".yml"):
        return say("name it {file}", file=f"{name.removesuffix('.yml')}.yaml")
    if _TEXT.fullmatch(path):
        lacking = say("add clause.yaml beside it; “briefkit schema clause” says what stands there")
        return NOTHING if f"{folder}/clause.yaml" in layer else lacking
    if place in _PLACES or top == "styles":
        return _PLACES.get(place, _PLACES["profiles"])
    return did_you_mean(place, _PLACES, say("below clauses stand arguments, authorities, sources and facts.yaml"))


def _clause(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    folder, slug = found["folder"], found["slug"]
    texts = tuple((language, layer[path]) for language in LANGUAGES if (path := f"{folder}/{language}.md") in layer)
    source, known = layer[found.group()], gathered.known_clauses.get(slug)
    if known is not None and known.span.source.text == source.text:
        gathered.clauses[slug] = replace(known, texts=texts)
        return
    clause = read_clause(slug, source, texts, gathered.problems)
    if clause is not None:
        gathered.clauses[slug] = clause


def _authorities(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    for authority in _listed(layer[found.group()], gathered.problems):
        earlier = gathered.in_layer.get(authority.id)
        if earlier is not None:
            hint = say("it stands at {place} already", place=str(earlier.span))
            said = say("The id “{name}” is given twice.", name=authority.id)
            gathered.problems.append(diagnose("duplicate-id", said, authority.span, hint))
        gathered.in_layer[authority.id] = gathered.authorities[authority.id] = authority


def _listed(source: Source, problems: list[Diagnostic]) -> Iterator[Authority]:
    node = read_shaped(source, AUTHORITIES, problems)
    for item in node.items if isinstance(node, Listing) else ():
        authority = read_authority(item, problems) if isinstance(item, Marked) else None
        if authority is not None:
            yield authority


def _facts(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    source, known = layer[found.group()], gathered.known.facts
    span = known[0].span if known else None
    facts = known if span and span.source.text == source.text else read_facts(source, gathered.problems)
    gathered.facts.update((one.path, one) for one in facts)


def _stored(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    stored = read_stored(layer[found.group()], gathered.problems)
    if stored is not None:
        key = (stored.authority, stored.language)
        gathered.sources[key] = _with_earlier(stored, gathered.sources.get(key))


def _with_earlier(stored: StoredSource, earlier: StoredSource | None) -> StoredSource:
    """A stored text with the places that only an earlier file or layer has: a text of one article takes no other away."""
    own = {text.loc for text in stored.texts}
    kept = tuple(text for text in earlier.texts if text.loc not in own) if earlier else ()
    if earlier is None or not kept:
        return stored
    return replace(stored, origin=f"{earlier.origin}; {stored.origin}", texts=(*kept, *stored.texts))


def _profile(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    gathered.profiles[found["name"]] = layer[found.group()]


def _boilerplate(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    gathered.boilerplate.setdefault(found["name"], {})[found["language"]] = layer[found.group()]


def _tone_rules(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    gathered.tones = read_tones(layer[found.group()], gathered.problems)


def _status_words(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    gathered.status_words = read_status_words(layer[found.group()], gathered.problems)


def _glossary(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    """Terms by their English name, so that a later layer may choose another word for one."""
    terms = read_glossary(layer[found.group()], gathered.problems)
    gathered.glossary.update((in_language(one.names, "en").casefold(), one) for one in terms)


def _reviews(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    gathered.reviews.extend(read_reviews(layer[found.group()], gathered.problems))


def _review_notes(found: re.Match[str], layer: Layer, gathered: _Gathered) -> None:
    gathered.review_notes.extend(read_review_notes(layer[found.group()], gathered.problems))


_TEXT = re.compile(rf"clauses/arguments/[^/]+/({'|'.join(LANGUAGES)})\.md")
_PLACES = {
    "arguments": say("a clause is clauses/arguments/<name>/clause.yaml, with its texts beside it: en.md, ru.md, kk.md"),
    "authorities": say("authorities stand in clauses/authorities/<name>.yaml"),
    "sources": say("the text of an authority stands in clauses/sources/<authority>.<language>.md"),
    "rules": say("what checks look for stands in clauses/rules/status.yaml and tone.yaml"),
    "boilerplate": say("a text of profiles stands in styles/boilerplate/<name>.<language>.md"),
    "profiles": say("profiles stand in styles/profiles/<name>.yaml"),
    "facts.yaml": say("the facts stand in clauses/facts.yaml"),
    "glossary.yaml": say("the terms stand in clauses/glossary.yaml"),
    "reviews": say("what reviewers answered stands in clauses/reviews/notes/<name>.yaml"),
    "reviews.yaml": say("who reviewed what stands in clauses/reviews.yaml"),
}
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Layer, _Gathered], None]], ...] = (
    (re.compile(r"(?P<folder>clauses/arguments/(?P<slug>[^/]+))/clause\.yaml"), _clause),
    (re.compile(r"clauses/authorities/[^/]+\.yaml"), _authorities),
    (re.compile(r"clauses/facts\.yaml"), _facts),
    (re.compile(r"clauses/glossary\.yaml"), _glossary),
    (re.compile(r"clauses/reviews\.yaml"), _reviews),
    (re.compile(r"clauses/reviews/notes/[^/]+\.yaml"), _review_notes),
    (re.compile(r"clauses/rules/status\.yaml"), _status_words),
    (re.compile(r"clauses/rules/tone\.yaml"), _tone_rules),
    (re.compile(r"clauses/sources/[^/]+\.md"), _stored),
    (re.compile(r"styles/profiles/(?P<name>[^/]+)\.yaml"), _profile),
    (re.compile(rf"styles/boilerplate/(?P<name>[^/.]+)\.(?P<language>{'|'.join(LANGUAGES)})\.md"), _boilerplate),
)
