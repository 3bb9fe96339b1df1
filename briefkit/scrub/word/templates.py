"""A Word template as a document may take it over: its headers, footers and pictures without what they tell of who made it, and where.

Its text is no part of any document, and of its settings and properties the writer takes what concerns the page alone. So what is left to
do is in its letterhead: fields that print a path or a user's name, names of files behind pictures, links into an office's network.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from briefkit.diagnostics import Checked, diagnose
from briefkit.messages import say
from briefkit.ooxml import (
    BadPackage,
    Element,
    content_type,
    content_types_part,
    main_part,
    parse,
    qn,
    read_zip,
    relationships,
    relationships_part,
    rels_name,
    write_zip,
)
from briefkit.ooxml.names import CONTENT_TYPES
from briefkit.scrub.found import Unscrubbable
from briefkit.scrub.packages import put_in_place, strip_asides, take_out, written
from briefkit.scrub.word.drawings import cleaned_pictures, cleared_drawings
from briefkit.scrub.word.fields import Field, cut_fields, fields_of
from briefkit.scrub.word.links import cut_links
from briefkit.scrub.word.package import Package

_LETTERHEAD = ("header+xml", "footer+xml")
# What these print is of the machine, or of whoever used it: of the template's maker, and nothing that a document has to say.
_OF_THE_MACHINE = {
    *("AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "TEMPLATE", "FILENAME", "FILESIZE"),
    *("CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM"),
}
_NAMES_PEOPLE = re.compile(r"\s*(?:DOCPROPERTY|INFO)\s+\"?(?:Author|LastSavedBy|LastAuthor|Manager|Template|FileName)\b", re.IGNORECASE)
_NUMBERS = ("}paraId", "}textId", "}durableId")  # of later versions of Word: copies share them
_FIRST_BOOKMARK = 90_000_000  # beyond those of any document
_PLAIN_NAME = re.compile(r"image\d*\.\w+")


def quieted(template: bytes, places: Collection[str]) -> Checked[bytes | None]:
    """The template. `places` are the tags of the content controls that a document fills; others go, their content stays.

    Problem: `bad-template`.
    """
    try:
        return Checked(_quieted(template, places))
    except (BadPackage, Unscrubbable) as problem:
        said = say("The Word template cannot be used: {reason}.", reason=problem.message)
        hint = problem.hint if isinstance(problem, Unscrubbable) and problem.hint else say("save it again in Word as .docx or .dotx")
        return Checked(None, (diagnose("bad-template", said, hint=hint),))


def _quieted(data: bytes, places: Collection[str]) -> bytes:
    parts = _with_plain_names(read_zip(data))
    kinds = {name: content_type(parts, name) for name in parts}
    names = [name for name in parts if kinds[name].endswith(_LETTERHEAD)]
    trees = {name: parse(parts[name], name) for name in names}
    links = {name: list(relationships(parts, name)) for name in names}
    pictures = {name: parts[name] for name in parts if kinds[name].startswith("image/")}
    word = Package(main_part(parts), trees, dict(pictures), links, kinds)
    for tree in trees.values():
        strip_asides(tree)
        _quiet(tree, places)
    _name_bookmarks(trees)
    for _ in (*cut_links(word), *cut_fields(word), *cleared_drawings(word), *cleaned_pictures(word)):
        pass  # what was found is told to nobody: it is not the document's
    made = {name: written(tree) for name, tree in word.trees.items()} | word.others
    rels = {rels_name(name): relationships_part(name, held) for name, held in word.links.items() if held}
    types = {name: kind for name, kind in word.types.items() if kind and name != CONTENT_TYPES and not name.endswith(".rels")}
    return write_zip({**parts, **made, **rels, CONTENT_TYPES: content_types_part(types)})


def _with_plain_names(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts, pictures under names that are none of the user's files'."""
    kinds = {name: content_type(parts, name) for name in parts}
    named = [name for name, kind in kinds.items() if kind.startswith("image/") and not _PLAIN_NAME.fullmatch(posixpath.basename(name))]
    free = (f"image{number}" for number in range(9_001, 9_001 + len(named)))  # hardly any file has so many of its own
    plain = {old: f"{posixpath.dirname(old)}/{new}.{old.rpartition('.')[2]}" for old, new in zip(named, free, strict=True)}
    if not plain:
        return dict(parts)
    made = {plain.get(name, name): content for name, content in parts.items()}
    for name in parts:
        links = relationships(parts, name) if rels_name(name) in parts else ()
        if any(link.target in plain for link in links):
            made[rels_name(name)] = relationships_part(name, [replace(link, target=plain.get(link.target, link.target)) for link in links])
    types = {plain.get(name, name): kind for name, kind in kinds.items() if kind and name != CONTENT_TYPES and not name.endswith(".rels")}
    return {**made, CONTENT_TYPES: content_types_part(types)}


def _quiet(tree: Element, places: Collection[str]) -> None:
    """Take out of a header or a footer what names people, machines and programs."""
    for field in [one for one in fields_of(tree) if _is_of_the_machine(one.instruction)]:
        for node in list(_between(tree, field)):
            take_out(node)
    for node in [one for one in tree.iter(qn("w:fldSimple")) if _is_of_the_machine(one.get(qn("w:instr"), ""))]:
        take_out(node)
    for control in list(tree.iter(qn("w:sdt"))):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is None or tag.get(qn("w:val")) not in places:
            _unwrap(control)
    for node in list(tree.iter(qn("w:permStart"), qn("w:permEnd"))):
        take_out(node)
    for node in tree.iter("{*}*"):
        for key in [one for one in node.attrib if str(one).endswith(_NUMBERS)]:
            del node.attrib[key]


def _is_of_the_machine(instruction: str) -> bool:
    name = (instruction.split() or [""])[0].upper()
    return name in _OF_THE_MACHINE or _NAMES_PEOPLE.match(instruction) is not None


def _between(tree: Element, field: Field) -> Iterator[Element]:
    """The runs of a field with its result, from its first mark to its last."""
    first, last = field.marks[0].getparent(), field.marks[-1].getparent()
    inside = False
    for run in list(tree.iter(qn("w:r"))):
        inside = inside or run is first
        if inside:
            yield run
        if run is last:
            return


def _unwrap(control: Element) -> None:
    content = control.find(qn("w:sdtContent"))
    for node in list(control):
        if node is not content:
            take_out(node)
    if content is None:
        take_out(control)
        return
    put_in_place(content)
    put_in_place(control)


def _name_bookmarks(trees: Mapping[str, Element]) -> None:
    """Give bookmarks names by their place, in what refers to them too."""
    starts = [node for name in sorted(trees) for node in trees[name].iter(qn("w:bookmarkStart"))]
    names = {node.get(qn("w:name"), ""): f"_Ref{_FIRST_BOOKMARK + place}" for place, node in enumerate(starts)}
    for node in starts:
        node.set(qn("w:name"), names[node.get(qn("w:name"), "")])
    for tree in trees.values():
        for node in tree.iter(qn("w:instrText")):
            node.text = re.sub(r"[^\s\"\\]+", lambda word: names.get(word[0], word[0]), node.text or "")
        for node in tree.iter(qn("w:hyperlink")):
            if (anchor := node.get(qn("w:anchor"))) in names:
                node.set(qn("w:anchor"), names[anchor])
