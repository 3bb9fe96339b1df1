"""The facts that a document asks for: in its texts and conditions, in its profile, and in what it lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefkit.conditions import paths_in
from briefkit.model.facts import FactDeclaration, Vocabulary
from briefkit.model.libraries import Clause, Library
from briefkit.model.profiles import Profile
from briefkit.roles import MADE_OF
from briefkit.source import Span
from briefkit.template import prepare
from briefkit.tree import Cite, Fact, Opinion
from briefkit.walk import inlines_of

Names = tuple[str, ...]
_PLACED = re.compile(r"^ *:{3,} *(?:\{\.)?(?P<name>[\w-]+)", re.MULTILINE)


def facts_asked(
    templates: Iterable[Span], clauses: Sequence[Clause], profile: Profile | None, opinion: Opinion, library: Library
) -> tuple[FactDeclaration, ...]:
    """The declarations of these facts, as the library has them; of records, those of all their fields."""
    vocabulary, texts = Vocabulary.of(library.facts), tuple(templates)
    named = (*_in_templates(texts), *_in_conditions(clauses), *_in_profile(profile), *_placed(texts), *_printed(opinion))
    asked = {vocabulary.resolve(names) for names in named if names}
    within = {
        one.of for one in library.facts if one.of and (asked & {one.path, one.of} or any(name.startswith(f"{one.of}.") for name in asked))
    }
    return tuple(one for one in library.facts if _stems(one.path) & (asked | within) or one.of in within)


def _stems(path: str) -> set[str]:
    """A path, and the common names that it stands under: org, org.name."""
    words = path.split(".")
    return {".".join(words[:count]) for count in range(1, len(words) + 1)}


def _in_templates(templates: Iterable[Span]) -> Iterator[Names]:
    for template in templates:
        for used in prepare(template).value.used:
            yield from (used.names, used.at_large)


def _in_conditions(clauses: Iterable[Clause]) -> Iterator[Names]:
    for clause in clauses:
        for path in paths_in(clause.when) if clause.when else ():
            yield from (path.names, tuple(path.span.text.split(".")))


def _in_profile(profile: Profile | None) -> Iterator[Names]:
    if profile is not None:
        paths = (*(ask.fact for ask in profile.asks), *(limit.after for limit in profile.limits if limit.after))
        yield from (tuple(path.split(".")) for path in paths)
        yield from ((name,) for part in profile.parts for name, _ in MADE_OF.get(part.lists, ()))


def _placed(templates: Iterable[Span]) -> Iterator[Names]:
    """The records of the listings and figures that a text places: `::: timeline`."""
    for template in templates:
        for placed in _PLACED.finditer(template.text):
            yield from ((name,) for name, _ in MADE_OF.get(placed["name"], ()))


def _printed(opinion: Opinion) -> Iterator[Names]:
    """What the document prints, in its listings too; an act stands there as a citation."""
    for one in inlines_of(opinion):
        paths = one.paths if isinstance(one, Fact) else one.origin.facts if isinstance(one, Cite) else ()
        yield from (tuple(path.split(".")) for path in paths)
