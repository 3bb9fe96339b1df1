"""What a working draft tells of itself: its build, in properties that nobody prints, and the clause of each paragraph."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefkit.ooxml import Element, main_part, parse, qn, read_zip, relationships, serialize
from briefkit.ooxml.names import CUSTOM_PROPERTIES
from briefkit.provenance.tags import Tag, read_tag
from briefkit.tree import Opinion

_PREFIX = "briefkit-"
_LONGEST = 200  # characters of a value that are read


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file says that it was built from; all is empty in one that says nothing. The clauses stand in the document's order."""

    build: str = ""
    version: str = ""
    profile: str = ""
    language: str = ""
    date: str = ""
    clauses: tuple[Tag, ...] = ()

    @property
    def is_silent(self) -> bool:
        return not (self.build or self.clauses)


def named_properties(opinion: Opinion, version: str) -> dict[str, str]:
    """The properties of a draft by their names."""
    given = {"build": opinion.build, "version": version, "profile": opinion.profile, "language": opinion.language, "date": opinion.date}
    return {f"{_PREFIX}{name}": value for name, value in given.items() if value}


def read_draft(data: bytes) -> Draft:
    """What a Word file tells. Raises BadPackage for what is no Word file, or is none that can be read safely."""
    parts = read_zip(data)
    main = main_part(parts)
    body = parse(parts[main], main)
    tags = (read_tag(node.get(qn("w:val"), "")) for node in body.iterfind(f".//{qn('w:sdtPr')}/{qn('w:tag')}"))
    said = {name.removeprefix(_PREFIX): _visible(value) for name, value in _properties(parts) if name.startswith(_PREFIX)}
    told = {name: said.get(name, "") for name in ("build", "version", "profile", "language", "date")}
    return Draft(**told, clauses=tuple(dict.fromkeys(tag for tag in tags if tag)))


def _visible(value: str) -> str:
    """A value that may be anybody's, without what would move a cursor or turn the direction of writing."""
    return "".join(char for char in value[:_LONGEST] if unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp"))


def _properties(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for part in _parts_with_properties(parts):
        for node in parse(parts[part], part).iter(qn("op:property")):
            yield node.get("name", ""), "".join(str(text) for text in node.itertext())


def _parts_with_properties(parts: Mapping[str, bytes]) -> list[str]:
    return [link.target for link in relationships(parts) if link.type == CUSTOM_PROPERTIES and link.target in parts]


# --- taken out ------------------------------------------------------------------------------------


def silent(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a Word file without what a draft tells of itself; all else stays as it is. Raises BadPackage as above."""
    made = dict(parts)
    main = main_part(parts)
    body = parse(parts[main], main)
    if _unwrapped(body):
        made[main] = serialize(body)
    for part in _parts_with_properties(parts):
        root = parse(parts[part], part)
        told = [node for node in root.iter(qn("op:property")) if node.get("name", "").startswith(_PREFIX)]
        for node in told:
            root.remove(node)
        made[part] = serialize(root) if told else made[part]
    return made


def _unwrapped(body: Element) -> bool:
    """Put what stands in the controls of clauses in their places; whether there were any."""
    controls = [node for node in body.iter(qn("w:sdt")) if _is_of_clause(node)]
    for control in controls:
        parent, content = control.getparent(), control.find(qn("w:sdtContent"))
        if parent is not None:
            place = parent.index(control)
            parent[place : place + 1] = list(content) if content is not None else []
    return bool(controls)


def _is_of_clause(control: Element) -> bool:
    tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return tag is not None and read_tag(tag.get(qn("w:val"), "")) is not None
