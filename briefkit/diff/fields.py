"""Changes of values that a file gives by name, and of what an authority's data say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, ClassVar

from briefkit.diff.changes import Told, Weighty, in_words
from briefkit.diff.labels import field_label, of_language, of_part
from briefkit.diff.words import Passage
from briefkit.messages import Message, enumerated, say
from briefkit.model.naming import LANGUAGES, Named, Texts


def quoted(names: Iterable[str]) -> Message:
    """“a”, “b” and “c”."""
    return enumerated([say("“{name}”", name=name) for name in names])


@dataclass(frozen=True, slots=True)
class FieldChanged(Weighty):
    """A value that is a text: a title, a date, a note. Long ones are shown word by word."""

    name: ClassVar[str] = "field-changed"
    field: Message  # as a sentence begins: “Title (English)”
    old: str
    new: str
    language: str = ""
    weight: str = "substance"

    @property
    def sentence(self) -> Message:
        if self.passages:
            return say("{field} changed.", field=self.field)
        if not self.old:
            return say("{field} is now given: “{new}”.", field=self.field, new=self.new)
        if not self.new:
            return say("{field} is gone: “{old}”.", field=self.field, old=self.old)
        return say("{field} was “{old}” and is now “{new}”.", field=self.field, old=self.old, new=self.new)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return in_words(self.old, self.new)


@dataclass(frozen=True, slots=True)
class NamesChanged(Told):
    """A value that is a set of names: the kinds of clauses of a part, the choices of a fact."""

    name: ClassVar[str] = "names-changed"
    field: Message  # as a sentence begins: “Its choices”
    dropped: tuple[str, ...]
    added: tuple[str, ...]
    weight: str = "substance"
    language: str = ""

    @property
    def sentence(self) -> Message:
        field, added, dropped = self.field, quoted(self.added), quoted(self.dropped)
        if self.added and self.dropped:
            return say("{field}: {added} added, {dropped} dropped.", field=field, added=added, dropped=dropped)
        if self.added:
            return say("{field}: {added} added.", field=field, added=added)
        if self.dropped:
            return say("{field}: {dropped} dropped.", field=field, dropped=dropped)
        return say("{field}: in another order.", field=field)


# --- comparing ------------------------------------------------------------------------------------


def compare_values(field: Message, old: str, new: str, language: str = "", weight: str = "substance") -> Iterator[FieldChanged]:
    """A field with another value; `field` as a sentence begins. Where letters differ in size alone, or spaces, it is a matter of form."""
    if old != new:
        yield FieldChanged(field, old, new, language, "form" if _is_alike(old, new) else weight)


def _is_alike(old: str, new: str) -> bool:
    return old.casefold().split() == new.casefold().split()


def compare_per_language(field: Message, old: Texts, new: Texts, weight: str = "wording") -> Iterator[FieldChanged]:
    """A text per language, such as a title."""
    before, after = dict(old), dict(new)
    for language in dict.fromkeys((*before, *after)):
        yield from compare_values(of_language(field, language), before.get(language, ""), after.get(language, ""), language, weight)


def compare_names(
    field: Message, old: Sequence[str], new: Sequence[str], weight: str = "substance", language: str = ""
) -> Iterator[NamesChanged]:
    """A list of names, its order included; another order alone is a matter of form."""
    if tuple(old) != tuple(new):
        dropped = tuple(name for name in old if name not in new)
        added = tuple(name for name in new if name not in old)
        yield NamesChanged(field, dropped, added, weight if dropped or added else "form", language)


def compare_fields(old: Any, new: Any, told: Collection[str] = (), part: str = "") -> Iterator[FieldChanged | NamesChanged]:
    """Every field of two values of one dataclass, but those in `told` and places in files; a field that comes later is compared as well."""
    for name in [field.name for field in fields(new) if field.compare and field.name not in (*told, "span")]:
        before, after = getattr(old, name), getattr(new, name)
        label, weight = field_label(name)
        label = of_part(label, part) if part else label
        if not isinstance(after, tuple):
            yield from compare_values(label, written(before), written(after), weight=weight)
        elif _are_texts((*before, *after)):
            yield from compare_per_language(label, before, after, weight)
        else:
            yield from compare_names(label, [written(one) for one in before], [written(one) for one in after], weight)


def _are_texts(pairs: tuple[Any, ...]) -> bool:
    """Whether these are texts per language."""
    return all(isinstance(one, tuple) and len(one) == 2 and one[0] in LANGUAGES and isinstance(one[1], str) for one in pairs)


def written(value: Any) -> str:
    """A value of a library as a person writes it; what says nothing is empty."""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, Named):
        return value.name
    if isinstance(value, tuple):
        return ", ".join(written(one) for one in value)
    if is_dataclass(value):
        given = ((field.name, getattr(value, field.name)) for field in fields(value) if field.name != "span")
        return ", ".join(f"{name.replace('_', ' ')} {written(one)}" for name, one in given if one)
    return "" if value is None else str(value)
