"""Changes of values that a file gives by name, and of what an authority's data say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, ClassVar

from briefkit.diff.changes import Plain, in_words, language_name
from briefkit.diff.words import Passage
from briefkit.model.libraries import Recall, Verification
from briefkit.model.naming import LANGUAGES, Named, Texts


def listed(names: Iterable[str]) -> str:
    """“a”, “b” and “c”."""
    quoted = [f"“{name}”" for name in names]
    return " and ".join((", ".join(quoted[:-1]), quoted[-1])) if len(quoted) > 1 else "".join(quoted)


@dataclass(frozen=True, slots=True)
class FieldChanged:
    """A value that is a text: a title, a date, a note. Long ones are shown word by word."""

    name: ClassVar[str] = "field-changed"
    field: str  # as a sentence begins: “Title (English)”
    old: str
    new: str
    language: str = ""

    @property
    def sentence(self) -> str:
        if self.passages:
            return f"{self.field} changed."
        if not self.old:
            return f"{self.field} is now given: “{self.new}”."
        return f"{self.field} was “{self.old}” and is now “{self.new}”." if self.new else f"{self.field} is gone: “{self.old}”."

    @property
    def passages(self) -> tuple[Passage, ...]:
        return in_words(self.old, self.new)


@dataclass(frozen=True, slots=True)
class NamesChanged(Plain):
    """A value that is a set of names: audiences, the clauses that a clause requires."""

    name: ClassVar[str] = "names-changed"
    field: str  # as a sentence begins: “The audiences”
    dropped: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def sentence(self) -> str:
        if not self.dropped and not self.added:
            return f"{self.field} stand in another order."
        said = [f"with {listed(self.added)}"] * bool(self.added) + [f"without {listed(self.dropped)}"] * bool(self.dropped)
        return f"{self.field} are now {' and '.join(said)}."


# --- authorities ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PinpointListed(Plain):
    """A pinpoint that an authority did not list before."""

    name: ClassVar[str] = "pinpoint-listed"
    loc: str
    says: str

    @property
    def sentence(self) -> str:
        return f"It now lists {self.loc}" + (f": “{self.says}”." if self.says else ".")


@dataclass(frozen=True, slots=True)
class PinpointUnlisted(Plain):
    """A pinpoint that an authority no longer lists."""

    name: ClassVar[str] = "pinpoint-unlisted"
    loc: str
    says: str

    @property
    def sentence(self) -> str:
        return f"It no longer lists {self.loc}" + (f": “{self.says}”." if self.says else ".")


@dataclass(frozen=True, slots=True)
class VerificationChanged(Plain):
    """That somebody recorded that they saw a pinpoint, that this was withdrawn, or that the record says something else."""

    name: ClassVar[str] = "verification-changed"
    loc: str
    old: Verification | None
    new: Verification | None

    @property
    def sentence(self) -> str:
        if self.new is None:
            return f"The verification of {self.loc} was withdrawn."
        changed = f"The verification of {self.loc} changed" if self.old else f"{self.loc} was verified"
        return f"{changed}: {self.new.seen}, by {self.new.by}, on {self.new.on.isoformat()}."


@dataclass(frozen=True, slots=True)
class IdentityChanged(Plain):
    """Whether somebody checked an authority's title, symbol and dates."""

    name: ClassVar[str] = "identity-changed"
    confirmed: bool

    @property
    def sentence(self) -> str:
        return "Its identity was confirmed." if self.confirmed else "Its identity is no longer confirmed."


@dataclass(frozen=True, slots=True)
class RecallChanged(Plain):
    """That an authority was superseded or withdrawn, or that it stands again."""

    name: ClassVar[str] = "recall-changed"
    old: Recall | None
    new: Recall | None

    @property
    def sentence(self) -> str:
        return f"It was {self.new}." if self.new else f"It is no longer marked as {self.old.how if self.old else 'recalled'}."


# --- comparing ------------------------------------------------------------------------------------


def compare_values(field: str, old: str, new: str, language: str = "") -> Iterator[FieldChanged]:
    """A field with another value; `field` as a sentence begins."""
    if old != new:
        yield FieldChanged(field, old, new, language)


def compare_per_language(field: str, old: Texts, new: Texts) -> Iterator[FieldChanged]:
    """A text per language, such as a title."""
    before, after = dict(old), dict(new)
    for language in dict.fromkeys((*before, *after)):
        whose = f"{field} ({language_name(language)})"
        yield from compare_values(whose, before.get(language, ""), after.get(language, ""), language)


def compare_names(field: str, old: Sequence[str], new: Sequence[str]) -> Iterator[NamesChanged]:
    """A list of names, its order included."""
    if tuple(old) != tuple(new):
        dropped = tuple(name for name in old if name not in new)
        yield NamesChanged(field, dropped, tuple(name for name in new if name not in old))


# How a sentence begins that tells of a field; of any other it begins with “Its” and the field's name.
_BEGINNINGS = {
    "authorities": "Its categories of authorities",
    "catalogue": "Its catalogue number",
    "clauses": "The named clauses",
    "confidential": "Whether it is confidential",
    "conflicts": "The clauses that it excludes",
    "contents": "Whether it has a table of contents",
    "dated": "Whether the date stands below its title",
    "forbidden": "The words that it forbids",
    "heading": "The heading",
    "help": "Help",
    "identifying": "Whether it identifies somebody",
    "in_force": "The day on which it entered into force",
    "in_force_until": "The day until which it is in force",
    "kinds": "The kinds of clauses",
    "named": "Whether the kind of document stands below its title",
    "note": "The note on it",
    "numbered": "Whether paragraphs are numbered",
    "of": "The name of its records",
    "question": "Question",
    "required": "Whether text is required",
    "requires": "The clauses that it requires",
    "title": "Title",
    "titles": "Title",
}


def compare_fields(old: Any, new: Any, told: Collection[str] = (), where: str = "") -> Iterator[FieldChanged | NamesChanged]:
    """Every field of two values of one dataclass, but those in `told` and places in files; a field that comes later is compared as well."""
    for name in [field.name for field in fields(new) if field.name not in (*told, "span")]:
        before, after = getattr(old, name), getattr(new, name)
        begins = _BEGINNINGS.get(name, f"Its {name.replace('_', ' ')}") + where
        if not isinstance(after, tuple):
            yield from compare_values(begins, written(before), written(after))
        elif _are_texts((*before, *after)):
            yield from compare_per_language(begins, before, after)
        else:
            yield from compare_names(begins, [written(one) for one in before], [written(one) for one in after])


def _are_texts(pairs: tuple[Any, ...]) -> bool:
    """Whether these are texts per language."""
    return all(isinstance(one, tuple) and len(one) == 2 and one[0] in LANGUAGES and isinstance(one[1], str) for one in pairs)


def written(value: Any) -> str:
    """A value of a library as a person writes it; what says nothing is empty."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Named):
        return value.name
    if isinstance(value, tuple):
        return ", ".join(written(one) for one in value)
    if is_dataclass(value):
        given = ((field.name, getattr(value, field.name)) for field in fields(value) if field.name != "span")
        return ", ".join(f"{name.replace('_', ' ')} {written(one)}" for name, one in given if one)
    return "" if value is None else str(value)
