"""What a document still needs to know, derived from the conditions and texts of its clauses and from its profile.

A condition is gone through as far as it is open: where its left side may settle it, its right side is not asked about yet.
Of a text only what may be printed counts: what stands in an `if` whose condition is false is never asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefkit.conditions import decide, paths_in, settle
from briefkit.interview.topics import DOCUMENT, Interview, Topic, chosen_row, facts_of, is_closed, lists_of, rows_begun
from briefkit.model.conditions import Among, And, Compare, Condition, Literal, Not, Or, Path
from briefkit.model.facts import FactDeclaration, Given, Record, Vocabulary
from briefkit.model.libraries import Clause
from briefkit.model.profiles import Profile
from briefkit.roles import MADE_OF
from briefkit.source import Source, Span
from briefkit.template import Data, Prepared, Tag, Used, prepare

Names = tuple[str, ...]

_PLACED = re.compile(r"^:::+ *(?P<name>[\w-]+) *$", re.MULTILINE)  # a listing or a figure in a text


@dataclass(slots=True)
class _Branch:
    """An `if` or a loop that is open: whether what stands there may be printed, and whether a later branch still may."""

    live: bool
    later: bool = False


@dataclass(frozen=True, slots=True)
class Needs:
    """What one state of an interview leaves open."""

    interview: Interview
    facts: Record
    vocabulary: Vocabulary
    lists: tuple[FactDeclaration, ...]
    answered: frozenset[Topic] = field(default_factory=frozenset)

    @classmethod
    def of(cls, interview: Interview) -> Needs:
        library = interview.holdings
        answered = frozenset(one.topic for one in interview.every)
        return cls(interview, facts_of(interview), Vocabulary.of(library.facts), lists_of(library), answered)

    # --- from names to what can be asked ----------------------------------------------------------

    def topics(self, names: Names) -> tuple[Topic, ...]:
        """The questions that would give a fact; none where they were asked, or where nothing is declared."""
        for one in self.lists:
            if names[0] in (one.path, one.of):
                return tuple(topic for topic in self._in_records(one, names) if topic not in self.answered)
        path = self.vocabulary.resolve(names)
        topic = Topic(path)
        return (topic,) if path in self.vocabulary.declared and path not in DOCUMENT and topic not in self.answered else ()

    def _in_records(self, declaration: FactDeclaration, names: Names) -> Iterator[Topic]:
        rows, path = rows_begun(self.interview, declaration.path), ".".join(names[1:])
        if not rows:
            yield from () if is_closed(self.interview, declaration.path) else (Topic(declaration.path, 0),)
        elif path and f"{declaration.of}.{path}" in self.vocabulary.declared:
            chosen = chosen_row(self.interview, declaration.path)
            one = () if chosen is None else (chosen,)
            yield from (Topic(declaration.path, row, path) for row in (range(rows) if names[0] == declaration.path else one))

    # --- conditions -----------------------------------------------------------------------------------

    def open_in(self, condition: Condition) -> tuple[Names, ...]:
        """The facts that would decide a condition and can still be asked for, the first of them alone."""
        if decide(condition, (self.facts,)) is not None:
            return ()
        match condition:
            case Path() | Literal() | Compare():
                return tuple(names for names in self._named(condition) if self.topics(names))
            case Not():
                return self.open_in(condition.condition)
            case And() | Or():
                return self.open_in(condition.left) or self.open_in(condition.right)
            case Among():
                return tuple(names for names in self._named(condition) if self.topics(names))

    def _named(self, condition: Condition) -> Iterator[Names]:
        """The facts that a condition names and that are not given; a name within any(…) is a field, or else a fact at large."""
        for path in paths_in(condition):
            at_large = tuple(path.span.text.split("."))
            names = path.names if self.vocabulary.knows(path.names) else at_large
            if not isinstance(self.facts.at(".".join(names)), Given):
                yield names

    def _settled(self, condition: Condition) -> Condition:
        """A condition of a text, in which a fact that was asked for in vain is absent; a yes or no that nobody gave is neither."""

        def absent(path: Path) -> bool:
            declared = self.vocabulary.find(path.names)
            return declared is not None and declared.type != "yes-no" and not self.topics(path.names) and self.facts.at(str(path)) is None

        return settle(condition, absent)

    # --- texts ----------------------------------------------------------------------------------------

    def in_text(self, text: Source, ahead: bool = False) -> Iterator[Names]:
        """The facts that a text asks for or prints, where it may come to that; `ahead` looks past conditions that are still open."""
        prepared = prepare(text.span(0, len(text.text))).value
        printed = {one.span.start: one for one in prepared.used if one.printed}
        branches: list[_Branch] = []
        for segment in prepared.segments:
            if isinstance(segment, Tag):
                yield from self._at_tag(segment, prepared, branches, ahead)
            elif (expression := getattr(segment, "expression", None)) is not None and all(one.live for one in branches):
                yield printed[expression.start].names
            elif isinstance(segment, Data) and all(one.live for one in branches):
                yield from _placed(segment.span)

    def _at_tag(self, tag: Tag, prepared: Prepared, branches: list[_Branch], ahead: bool) -> Iterator[Names]:
        outer = all(one.live for one in (branches if tag.word in ("if", "for") else branches[:-1]))
        match tag.word:
            case "for":
                yield from (one.names for one in _asked(tag, prepared) if outer)
                branches.append(_Branch(outer))
            case "if":
                branches.append(_Branch(False, True))
                yield from self._at_branch(tag, prepared, branches[-1], ahead) if outer else ()
            case "elif" if branches[-1].later:
                yield from self._at_branch(tag, prepared, branches[-1], ahead) if outer else ()
            case "elif" | "else":
                branches[-1].live = branches[-1].later
            case "endif" | "endfor":
                branches.pop()

    def _at_branch(self, tag: Tag, prepared: Prepared, branch: _Branch, ahead: bool) -> Iterator[Names]:
        """An `if` or `elif` that is reached. While its own facts can be asked for, nothing after it is asked."""
        condition = prepared.conditions.get(tag.span.start)
        in_loop = any(not one.written for one in _asked(tag, prepared))
        asked = self._asked_by(tag, prepared, condition, in_loop)
        yield from asked
        if asked:
            branch.live, branch.later = ahead, False
        elif in_loop:  # it holds for some of the records, and fails for others
            branch.live = True
        else:
            branch.live = condition is not None and decide(self._settled(condition), (self.facts,)) is True
            branch.later = not branch.live

    def _asked_by(self, tag: Tag, prepared: Prepared, condition: Condition | None, in_loop: bool) -> tuple[Names, ...]:
        if in_loop:
            return tuple(one.names for one in _asked(tag, prepared) if self.topics(one.names))
        return self.open_in(self._settled(condition)) if condition is not None else ()

    # --- the document ---------------------------------------------------------------------------------

    def candidates(self) -> Iterator[Clause]:
        """The clauses that a document of the profile may hold."""
        profile, language = self.interview.profile, self.interview.language
        for clause in self.interview.holdings.clauses if profile else ():
            if profile and clause.status != "retired" and takes(profile, clause) and clause.text(language):
                yield clause

    def standing(self) -> dict[str, Clause]:
        """The clauses that are in as things stand, and those that they require."""
        known = {one.slug: one for one in self.candidates()}
        chosen = {slug: one for slug, one in known.items() if one.when is None or decide(one.when, (self.facts,)) is True}
        waiting = list(chosen.values())
        while waiting:
            for named in waiting.pop().requires:
                required = known.get(named.name)
                if required is not None and named.name not in chosen:
                    chosen[named.name] = required
                    waiting.append(required)
        return chosen

    def of_conditions(self) -> list[Topic]:
        """What conditions of clauses wait for, that which decides most of them first."""
        counted: Counter[Topic] = Counter()
        for clause in self.candidates():
            open_names = self.open_in(clause.when) if clause.when is not None else ()
            counted.update({topic for names in open_names for topic in self.topics(names)})
        return sorted(self._in_order(counted), key=lambda topic: -counted[topic])

    def of_texts(self, ahead: bool = False) -> list[Topic]:
        """What the clauses which are in, and the profile, print or ask about, in the order in which the library declares it."""
        texts = [clause.text(self.interview.language) for clause in self.standing().values()]
        texts += self.boilerplate().values()
        needed = [names for text in texts if text is not None for names in self.in_text(text, ahead)]
        needed += self.of_profile()
        return self._in_order({topic for names in needed for topic in self.topics(names)})

    def _in_order(self, topics: Iterable[Topic]) -> list[Topic]:
        """Topics in the order in which the library declares their facts, a record after the other."""
        places = {path: at for at, path in enumerate(self.vocabulary.declared)}
        return sorted(topics, key=lambda topic: (places[self.declared_at(topic)], topic.row))

    def declared_at(self, topic: Topic) -> str:
        """The path under which the fact of a topic is declared."""
        return self.vocabulary.resolve((*topic.path.split("."), *topic.field.split("."))) if topic.field else topic.path

    def boilerplate(self) -> dict[str, Source]:
        """The standard texts of the profile by name, in the document's language."""
        texts = {one.name: one.text(self.interview.language) for one in self.interview.holdings.boilerplate}
        profile = self.interview.profile
        named = [one.name for part in profile.parts for one in (*part.opens, *part.closes)] if profile else []
        return {name: text for name in named if (text := texts.get(name)) is not None}

    def of_profile(self) -> Iterator[Names]:
        """What the forum expects, what its time limits run from, and what its listings are made of."""
        profile = self.interview.profile
        if profile is None:
            return
        yield from (tuple(ask.fact.split(".")) for ask in profile.asks)
        yield from (tuple(limit.after.split(".")) for limit in profile.limits if limit.after)
        for part in profile.parts:
            yield from _made_of(part.lists)


def takes(profile: Profile, clause: Clause) -> bool:
    """Whether a document of a profile may hold a clause."""
    named = any(one.name == clause.slug for part in profile.parts for one in part.clauses)
    return profile.audience in clause.audiences and (named or any(clause.kind in part.kinds for part in profile.parts))


def _asked(tag: Tag, prepared: Prepared) -> Iterator[Used]:
    """The facts that a tag names."""
    return (one for one in prepared.used if not one.printed and tag.span.start <= one.span.start < tag.span.end)


def _placed(text: Span) -> Iterator[Names]:
    """The facts that the listings and figures in a text are made of."""
    for found in _PLACED.finditer(text.text):
        yield from _made_of(found["name"])


def _made_of(listing: str) -> Iterator[Names]:
    for records, fields in MADE_OF.get(listing, ()):
        yield (records,)
        yield from ((records, name) for name in fields)
