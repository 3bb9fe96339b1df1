"""What readers are told of a comparison beside the sentences of its changes: what each thing is, what became of it, how much it weighs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefkit.diff.comparison import Subject
from briefkit.messages import Message, say
from briefkit.pages import visible

Tell = Callable[[object], str]  # says a message in its reader's language

KINDS: Mapping[str, Message] = MappingProxyType(
    {
        "clause": say("Clauses"),
        "authority": say("Authorities"),
        "source": say("Texts of sources"),
        "fact": say("Facts"),
        "profile": say("Profiles"),
        "standard text": say("Standard texts"),
        "term": say("Terms"),
        "rule": say("Rules"),
    }
)
FATES: Mapping[str, Message] = MappingProxyType(
    {
        "added": say("added"),
        "removed": say("removed"),
        "renamed": say("renamed"),
        "changed": say("changed"),
        "not-compared": say("not compared"),
    }
)
WEIGHTS: Mapping[str, Message] = MappingProxyType(
    {
        "substance": say("substance"),
        "wording": say("wording"),
        "form": say("form"),
    }
)


def named(subject: Subject) -> Message:
    """“clause three-part-test”."""
    match subject.what:
        case "clause":
            return say("clause {name}", name=subject.id)
        case "authority":
            return say("authority {name}", name=subject.id)
        case "source":
            return say("source {name}", name=subject.id)
        case "fact":
            return say("fact {name}", name=subject.id)
        case "profile":
            return say("profile {name}", name=subject.id)
        case "standard text":
            return say("standard text {name}", name=subject.id)
        case "term":
            return say("term {name}", name=subject.id)
        case _:
            return say("rule {name}", name=subject.id)


def in_one_line(text: str, ends: bool = False) -> str:
    """A text that stays on its line, whatever it holds; the space behind its last word stays where `ends` asks for it."""
    words = " ".join(visible(text).split())
    return words + " " if ends and words and text[-1:].isspace() else words
