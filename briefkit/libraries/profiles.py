"""Profiles: kinds of documents, each a file; one may be another under a name of its own (`like`)."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.formats import LIKE_PROFILE, PROFILE
from briefkit.messages import say
from briefkit.model.naming import LANGUAGES, Named
from briefkit.model.profiles import PASSIM, PLACES, Ask, Ban, Column, Limit, Part, Profile
from briefkit.shaped import names
from briefkit.shapes import check
from briefkit.source import Source
from briefkit.yamlmarks import Leaf, Mapping, read_yaml


def read_profiles(sources: MappingOf[str, Source], problems: list[Diagnostic]) -> tuple[Profile, ...]:
    """The profiles of a workspace by name, in the order of the names; the id of each is the name of its file."""
    nodes: dict[str, Mapping] = {}
    for name, source in sources.items():
        read = read_yaml(source)
        problems.extend(read.diagnostics)
        if isinstance(read.value, Mapping):
            problems.extend(check(read.value, LIKE_PROFILE if read.value.key("like") else PROFILE))
            nodes[name] = read.value
        elif not read.diagnostics:
            problems.append(
                diagnose("missing-key", say("The profile holds no keys."), source.whole(), say("“briefkit schema profile” says which"))
            )
    return tuple(read_profile(name, _whole(node, nodes, problems)) for name, node in sorted(nodes.items()))


def _whole(node: Mapping, nodes: MappingOf[str, Mapping], problems: list[Diagnostic]) -> Mapping:
    """The keys of a profile, and those of the profile that it is like; likeness goes one step."""
    like = node.get("like")
    if not isinstance(like, Leaf):
        return node
    model = nodes.get(like.text)
    if model is None or model.key("like"):
        whole = [name for name, one in nodes.items() if not one.key("like")]
        hint = did_you_mean(like.text, whole, say("one of {names}", names=", ".join(whole)))
        said = say("There is no profile “{profile}” with parts of its own.", profile=like.text)
        problems.append(diagnose("unknown-profile", said, like.span, hint))
        return node
    own = {key.text for key, _ in node.entries}
    return Mapping((*node.entries, *((key, value) for key, value in model.entries if key.text not in own)), node.span)


def read_profile(name: str, node: Mapping) -> Profile:
    """A profile from its keys, whose shape was checked."""
    return Profile(
        id=name,
        title=node.mapping("title").texts(),
        audience=node.text("audience"),
        parts=tuple(_part(part) for part in node.mappings("parts")),
        languages=tuple(one for one in _words(node, "languages") if one in LANGUAGES),
        style=node.text("style"),
        template=node.text("template"),
        contents=node.flag("contents"),
        limits=tuple(_limit(limit) for limit in node.mappings("limits")),
        span=node.span,
        authorities=_words(node, "authorities"),
        authorities_by=node.text("authorities_by", "pages"),
        passim=node.whole("passim", PASSIM),
        styles=node.mapping("styles").texts(),
        forbidden=tuple(_ban(ban) for ban in node.mappings("forbidden")),
        asks=tuple(Ask(ask.text("fact"), ask.mapping("says").texts(), (ask.get("fact") or ask).span) for ask in node.mappings("asks")),
        dated=node.flag("dated", otherwise=True),
        named=node.flag("named", otherwise=True),
        public_only=node.flag("public"),
    )


def _words(node: Mapping, key: str) -> tuple[str, ...]:
    return tuple(leaf.text for leaf in node.leaves(key))


def _part(node: Mapping) -> Part:
    return Part(
        id=node.text("id"),
        heading=node.mapping("heading").texts(),
        kinds=_words(node, "kinds"),
        clauses=names(node, "clauses"),
        required=node.flag("required"),
        numbered=node.flag("numbered", otherwise=True),
        span=node.span,
        place=place if (place := node.text("place", "body")) in PLACES else "body",
        opens=names(node, "opens"),
        closes=names(node, "closes"),
        lists=node.text("lists"),
        columns=tuple(Column(column.text("id"), column.mapping("heading").texts()) for column in node.mappings("columns")),
    )


def _limit(node: Mapping) -> Limit:
    return Limit(
        of=node.text("of"),
        source=node.text("source"),
        verified=node.flag("verified"),
        max=node.whole("max"),
        min=node.whole("min"),
        languages=_words(node, "languages"),
        months=node.whole("months"),
        days=node.whole("days"),
        after=node.text("after"),
        counting=node.text("counting", "body"),
        says=node.mapping("says").texts(),
        span=node.span,
    )


def _ban(node: Mapping) -> Ban:
    words = node.mapping("words")
    return Ban(
        words=tuple((key.text, _words(words, key.text)) for key, _ in words.entries),
        says=node.mapping("says").texts(),
        source=node.text("source"),
        verified=node.flag("verified"),
        tone=node.text("tone"),
        before=node.text("before"),
        span=node.span,
    )


def boilerplate_named(profile: Profile) -> tuple[Named, ...]:
    """The boilerplate that a profile prints."""
    return tuple(named for part in profile.parts for named in (*part.opens, *part.closes))
