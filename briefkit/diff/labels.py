"""What the values of a library's files are called, as a sentence begins that tells of them, and how much a change of them weighs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefkit.diff.changes import language_name
from briefkit.messages import Message, say

Label = tuple[Message, str]  # the words, and the weight

# Of clauses, authorities, facts, profiles and terms, by the name that the model has for it.
FIELDS: Mapping[str, Label] = MappingProxyType(
    {
        "adverse": (say("What in it speaks against clauses"), "substance"),
        "after": (say("The fact that it runs from"), "substance"),
        "asks": (say("The facts that it expects"), "substance"),
        "audience": (say("Its audience"), "substance"),
        "authorities": (say("Its categories of authorities"), "form"),
        "authorities_by": (say("What its table of authorities counts"), "form"),
        "by_role": (say("What public versions print instead, with the role"), "wording"),
        "catalogue": (say("Its catalogue number"), "form"),
        "clauses": (say("The named clauses"), "substance"),
        "closes": (say("The texts that it ends with"), "substance"),
        "columns": (say("Its columns"), "form"),
        "confidential": (say("Whether it is confidential"), "substance"),
        "contents": (say("Whether it has a table of contents"), "form"),
        "counterparts": (say("The rights of the Covenants that it protects as well"), "substance"),
        "dated": (say("Whether the date stands below its title"), "form"),
        "finds": (say("The breaches that it finds"), "substance"),
        "forbidden": (say("The words that it forbids"), "substance"),
        "group": (say("The group that it is listed in"), "form"),
        "heading": (say("The heading"), "wording"),
        "help": (say("Help"), "wording"),
        "identifying": (say("Whether it identifies somebody"), "substance"),
        "in_force": (say("The day on which it entered into force"), "substance"),
        "in_force_until": (say("The day until which it is in force"), "substance"),
        "kind": (say("Its kind"), "substance"),
        "kinds": (say("The kinds of clauses"), "substance"),
        "languages": (say("Its languages"), "substance"),
        "late": (say("The authorities that wait for its second half"), "substance"),
        "limits": (say("Its limits"), "substance"),
        "lists": (say("What is listed"), "substance"),
        "named": (say("Whether the kind of document stands below its title"), "form"),
        "note": (say("The note on it"), "wording"),
        "numbered": (say("Whether paragraphs are numbered"), "form"),
        "of": (say("The name of its records"), "substance"),
        "opens": (say("The texts that it begins with"), "substance"),
        "passim": (say("From how many places on its table of authorities says “passim”"), "form"),
        "place": (say("Its place"), "form"),
        "public": (say("What public versions print"), "substance"),
        "public_only": (say("Whether it always names nobody"), "substance"),
        "question": (say("Question"), "wording"),
        "required": (say("Whether text is required"), "substance"),
        "says": (say("What it says"), "wording"),
        "sourced": (say("Whether every figure and day has a source"), "substance"),
        "step": (say("Its step of the argument"), "substance"),
        "style": (say("Its citation style"), "form"),
        "styles": (say("Its citation styles of single languages"), "form"),
        "template": (say("Its template"), "form"),
        "title": (say("Title"), "wording"),
        "titles": (say("Title"), "substance"),
        "type": (say("Its type"), "substance"),
    }
)

# Of an authority's own data, by the variable of CSL; all that a citation may print is substance.
VARIABLES: Mapping[str, Message] = MappingProxyType(
    {
        "URL": say("Its address"),
        "abstract": say("Its summary"),
        "accessed": say("Its day on which it was opened"),
        "archive": say("Its archive"),
        "archive_location": say("Its place in an archive"),
        "author": say("Its author"),
        "authority": say("Its authority"),
        "available-date": say("Its day of entry into force or publication"),
        "chapter-number": say("Its chapter number"),
        "collection-title": say("Its collection title"),
        "container-title": say("Its series or collection"),
        "container-title-short": say("Its series or collection in short"),
        "DOI": say("Its DOI"),
        "edition": say("Its edition"),
        "editor": say("Its editor"),
        "event-date": say("Its event date"),
        "event-title": say("Its event title"),
        "genre": say("Its genre"),
        "ISBN": say("Its ISBN"),
        "issue": say("Its issue"),
        "issued": say("Its date"),
        "jurisdiction": say("Its jurisdiction"),
        "language": say("Its language"),
        "number": say("Its number"),
        "original-date": say("Its original date"),
        "page": say("Its page"),
        "publisher": say("Its publisher"),
        "publisher-place": say("Its publisher place"),
        "section": say("Its section"),
        "submitted": say("Its day of submission"),
        "title": say("Its title"),
        "title-short": say("Its short title"),
        "translator": say("Its translator"),
        "type": say("Its type"),
        "volume": say("Its volume"),
    }
)


def field_label(name: str) -> Label:
    """What a field is called; one that comes later and has no words of its own, by its name."""
    return FIELDS.get(name) or (say("Its field “{name}”", name=name.replace("_", " ")), "substance")


def variable_label(name: str) -> Message:
    return VARIABLES.get(name) or say("Its field “{name}”", name=name)


def of_part(label: Message, part: str) -> Message:
    """A field of a part of a profile."""
    return say("{field} in its part “{part}”", field=label, part=part)


def of_language(label: Message, language: str) -> Message:
    """A field of which each language has its own."""
    return say("{field} ({language})", field=label, language=language_name(language))
