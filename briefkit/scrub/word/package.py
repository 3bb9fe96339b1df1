"""A Word file in its parts: taken apart, and put together again from those that the document still uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefkit.messages import say
from briefkit.ooxml import (
    Element,
    Relationship,
    content_types_part,
    main_part,
    parse,
    qn,
    relationships,
    relationships_part,
    rels_name,
    write_zip,
)
from briefkit.ooxml.names import CONTENT_TYPES, OFFICE
from briefkit.scrub.found import Finding, Unscrubbable, brief
from briefkit.scrub.packages import opened, strip_asides, written

# Kinds of links that count only where the part names them; the others hold by being there.
_BY_NAME = {
    *("image", "hyperlink", "header", "footer", "chart", "chartEx"),
    *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors"),
}
_CONFLICTS = tuple(f"{{http://schemas.microsoft.com/office/word/2010/wordml}}conflict{kind}" for kind in ("Ins", "Del"))
_STORIES = ("document.main+xml", "template.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")


@dataclass(slots=True)
class Package:
    """The parts of a Word file while it is scrubbed: XML as trees, the rest as bytes, and how they hang together."""

    main: str
    trees: dict[str, Element]
    others: dict[str, bytes]
    links: dict[str, list[Relationship]]
    types: dict[str, str]

    @property
    def stories(self) -> Iterator[tuple[str, Element]]:
        """The parts that hold text, by name: body, notes, headers and footers."""
        return ((name, tree) for name, tree in self.trees.items() if self.types[name].endswith(_STORIES))

    def of_kind(self, kind: str) -> Iterator[tuple[str, Element]]:
        """The XML parts that the document has a link of a kind to."""
        targets = dict.fromkeys(link.target for link in self.links.get(self.main, ()) if kind_of(link) == kind and not link.external)
        return ((name, self.trees[name]) for name in targets if name in self.trees)


def kind_of(link: Relationship) -> str:
    """The kind of a link: the last word of its type."""
    return link.type.rpartition("/")[2]


def take_apart(data: bytes) -> tuple[Package, tuple[Finding, ...]]:
    """The parts of a Word file, and what its zip tells. Raises BadPackage or Unscrubbable."""
    parts, told = opened(data)
    main = main_part(parts)
    types = _types(parts)
    if not types[main].endswith(_STORIES[:2]) and "macroEnabled" not in types[main]:
        raise Unscrubbable(say("it is no Word document (.docx)"))
    _refuse(parts, types[main])
    names = [name for name in parts if name != CONTENT_TYPES and not name.endswith(".rels")]
    trees = {name: parse(parts[name], name) for name in names if _is_xml(name, types[name])}
    if any(next(tree.iter(*_CONFLICTS), None) is not None for tree in trees.values()):
        said = say("two people changed the same words, and Word was not told whose change holds")
        raise Unscrubbable(said, say("open it in Word, settle the conflict, and save it again"))
    links = {name: list(relationships(parts, name)) for name in ("", *names) if rels_name(name) in parts}
    others = {name: parts[name] for name in names if name not in trees}
    asides = [name for name, tree in trees.items() if strip_asides(tree)]
    found = (Finding("aside", name, say("The XML of the part has comments that no program shows.")) for name in asides)
    return Package(main, trees, others, links, types), (*told, *found)


def _types(parts: dict[str, bytes]) -> dict[str, str]:
    """The content type of each part (ECMA-376 Part 2 §7.2.3)."""
    root = parse(parts[CONTENT_TYPES], CONTENT_TYPES) if CONTENT_TYPES in parts else None
    if root is None:
        raise Unscrubbable(say("it has no list of content types: it is not an Office file"))
    own = {node.get("PartName", "").casefold(): node.get("ContentType", "") for node in root.iter(qn("ct:Override"))}
    usual = {node.get("Extension", "").casefold(): node.get("ContentType", "") for node in root.iter(qn("ct:Default"))}
    return {name: own.get(f"/{name}".casefold()) or usual.get(name.rpartition(".")[2].casefold(), "") for name in parts}


def _is_xml(name: str, kind: str) -> bool:
    return kind.endswith(("+xml", "/xml")) and "svg" not in kind and not name.endswith(".svg")


def _refuse(parts: dict[str, bytes], kind: str) -> None:
    """What cannot be scrubbed by halves."""
    if "macroEnabled" in kind or any(name.casefold().endswith("vbaproject.bin") for name in parts):
        raise Unscrubbable(say("it holds macros, which are programs"), say("save it in Word as .docx, which leaves them behind"))
    links = (link for name in parts if name.endswith(".rels") for link in relationships(parts, _owner(name)))
    if any(kind_of(link) == "aFChunk" for link in links):
        said = say("it holds another document that Word takes in only when it is opened")
        raise Unscrubbable(said, say("open it in Word and save it again"))


def _owner(name: str) -> str:
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def names_of_links(node: Element) -> Iterator[tuple[str, str]]:
    """The attributes of an element that name links, with the ids."""
    return ((str(key), str(value)) for key, value in node.attrib.items() if str(key).startswith(f"{{{OFFICE}}}"))


def prune(word: Package) -> Iterator[Finding]:
    """Take out links that nothing uses, and parts that nothing leads to, which are told of."""
    for name, links in word.links.items():
        tree = word.trees.get(name)
        used = {value for node in tree.iter("{*}*") for _, value in names_of_links(node)} if tree is not None else set()
        idle = [link for link in links if kind_of(link) in _BY_NAME and link.id not in used]
        word.links[name] = [link for link in links if link not in idle]
        told = (link for link in idle if link.external)
        yield from (Finding("link", name, say("A link that nothing uses: {address}", address=brief(link.target))) for link in told)
    for name in _unreached(word):
        word.trees.pop(name, None)
        word.others.pop(name, None)
        word.links.pop(name, None)
        yield Finding("orphan", name, say("Nothing in the document uses this part."))


def _unreached(word: Package) -> list[str]:
    reached, ahead = set[str](), [""]
    while ahead:
        for link in word.links.get(ahead.pop(), ()):
            if not link.external and link.target not in reached:
                reached.add(link.target)
                ahead.append(link.target)
    return [name for name in (*word.trees, *word.others) if name not in reached]


def put_together(word: Package) -> bytes:
    """The file, the same bytes for the same parts."""
    parts = {name: written(tree) for name, tree in word.trees.items()} | word.others
    there = {name: [one for one in links if one.external or one.target in parts] for name, links in word.links.items()}
    links = {rels_name(name): relationships_part(name, held) for name, held in there.items() if held}
    return write_zip({CONTENT_TYPES: content_types_part({name: word.types[name] for name in parts}), **parts, **links})
