"""Checks of finished Word files that validity to the schema does not cover: what refers to what, and what it shows.

Each check is a pure function over a package that was read, and gives sentences; none means that all is well.
Callers want `problems`, which runs them all over the bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefkit.ooxml import BadPackage, Element, main_part, parse, qn, read_zip, relationships
from briefkit.ooxml.names import COMMENTS, FOOTER, FOOTNOTES, HEADER, NUMBERING, STYLES

_VAL, _ID, _TYPE = qn("w:val"), qn("w:id"), qn("w:type")
_RELATIONSHIP = (qn("r:id"), qn("r:embed"), qn("r:link"))


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parsed parts of a Word file; those with text are `stories`, by part name, the body first."""

    body: Element
    notes: Element | None
    styles: Element | None
    numbering: Element | None
    comments: Element | None
    stories: tuple[tuple[str, Element], ...]
    links: dict[str, frozenset[str]]  # part -> the ids of its relationships


def read_word(data: bytes) -> WordFile:
    """The file's parts. Raises BadPackage for what is no Word file."""
    parts = read_zip(data)
    main = main_part(parts)
    related = [link for link in relationships(parts, main) if link.target in parts and not link.external]

    def of_kind(*kinds: str) -> list[tuple[str, Element]]:
        names = dict.fromkeys(link.target for link in related if link.type in kinds)
        return [(name, parse(parts[name], name)) for name in names]

    def one(kind: str) -> Element | None:
        return next((root for _, root in of_kind(kind)), None)

    body = parse(parts[main], main)
    notes, comments = of_kind(FOOTNOTES), of_kind(COMMENTS)
    stories = ((main, body), *notes, *comments, *of_kind(HEADER, FOOTER))
    links = {name: frozenset(link.id for link in relationships(parts, name)) for name, _ in stories}
    return WordFile(body, notes[0][1] if notes else None, one(STYLES), one(NUMBERING), one(COMMENTS), stories, links)


def problems(data: bytes) -> tuple[str, ...]:
    """Everything that the checks below find wrong in a Word file, in their order."""
    try:
        word = read_word(data)
    except BadPackage as problem:
        return (str(problem),)
    return tuple(found for check in CHECKS for found in check(word))


def note_problems(word: WordFile) -> Iterator[str]:
    """Each footnote reference has its note and each note its reference, once and in order (ECMA-376 Part 1 §17.11)."""
    referred = _values(word.body, "footnoteReference", _ID)
    notes = [] if word.notes is None else [note for note in word.notes if note.get(_TYPE) is None]
    there = [note.get(_ID, "") for note in notes]
    if referred != there:
        yield f"footnotes {there} do not answer to their references {referred}"
    for note in notes:
        if len(_values(note, "footnoteRef", _ID)) != 1:
            yield f"footnote {note.get(_ID)} does not show its number once"


def comment_problems(word: WordFile) -> Iterator[str]:
    """Each comment has its sign and the two ends of its anchor in the body, once and in order, and no author but the program (§17.13.4)."""
    there = [] if word.comments is None else [note.get(_ID, "") for note in word.comments]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = _values(word.body, name, _ID)
        if sorted(found) != sorted(there):
            yield f"comments {there} do not answer to their {name} {found}"
        if any(_values(story, name, _ID) for _, story in word.stories[1:]):
            yield f"a {name} stands outside the body"
    ends: set[str] = set()
    for node in word.body.iter(qn("w:commentRangeEnd"), qn("w:commentRangeStart"), qn("w:commentReference")):
        number = node.get(_ID, "")
        if node.tag == qn("w:commentRangeEnd"):
            ends.add(number)
        elif (node.tag == qn("w:commentReference")) != (number in ends):
            yield f"the anchor of comment {number} is out of order"
    for note in word.comments if word.comments is not None else ():
        if note.get(qn("w:author")) != "briefkit" or note.get(qn("w:date")) is not None:
            yield f"comment {note.get(_ID)} tells who wrote it and when"


def bookmark_problems(word: WordFile) -> Iterator[str]:
    """Bookmarks open and close once and have names of their own; every field and inner link leads to one (§17.13.6)."""
    starts = [node for _, story in word.stories for node in story.iter(qn("w:bookmarkStart"))]
    ends = [node.get(_ID) for _, story in word.stories for node in story.iter(qn("w:bookmarkEnd"))]
    names = [node.get(qn("w:name"), "") for node in starts]
    yield from (f"bookmark {name} stands {count} times" for name, count in Counter(names).items() if count > 1)
    if sorted(map(str, ends)) != sorted(str(node.get(_ID)) for node in starts) or len(set(ends)) != len(ends):
        yield "bookmarks do not open and close once each"
    for _, story in word.stories:
        anchors = {node.get(qn("w:anchor")) for node in story.iter(qn("w:hyperlink"))} - {None}
        targets = {words[1] for words, _ in fields(story) if words[0] in ("REF", "NOTEREF", "PAGEREF")}
        yield from (f"there is no bookmark {name}, which is referred to" for name in sorted({*map(str, anchors), *targets} - set(names)))


def field_problems(word: WordFile) -> Iterator[str]:
    """The marks of fields come as begin, separate, end, one field within another at most (§17.16.18)."""
    for name, story in word.stories:
        open_fields: list[str] = []
        for mark in _values(story, "fldChar", qn("w:fldCharType")):
            if mark == "begin":
                open_fields.append(mark)
            elif not open_fields or (mark == "separate" and open_fields[-1] != "begin"):
                yield f"{name} has a field's {mark} out of place"
            elif mark == "separate":
                open_fields[-1] = mark
            else:
                open_fields.pop()
        if open_fields:
            yield f"{name} has a field that does not end"


def style_problems(word: WordFile) -> Iterator[str]:
    """Every style that is used is there (§17.7)."""
    there = {(node.get(_TYPE), node.get(qn("w:styleId"))) for node in _iter(word.styles, "style")}
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        used = {value for _, story in word.stories for value in _values(story, tag, _VAL)}
        yield from (f"there is no {kind} style {value}" for value in sorted(used) if (kind, value) not in there)


def numbering_problems(word: WordFile) -> Iterator[str]:
    """Every numbering that is used is there, once, and is an instance of a definition that is (§17.9)."""
    numbers = [node.get(qn("w:numId"), "") for node in _iter(word.numbering, "num")]
    kinds = {node.get(qn("w:abstractNumId")) for node in _iter(word.numbering, "abstractNum")}
    roots = [story for _, story in word.stories] + ([word.styles] if word.styles is not None else [])
    used = {value for root in roots for value in _values(root, "numId", _VAL)} - {"0"}
    yield from (f"there is no numbering {value}" for value in sorted(used - set(numbers)))
    yield from (f"numbering {number} stands {count} times" for number, count in Counter(numbers).items() if count > 1)
    instances = {value for node in _iter(word.numbering, "num") for value in _values(node, "abstractNumId", _VAL)}
    yield from (f"there is no definition of numbering {value}" for value in sorted(instances - kinds))


def link_problems(word: WordFile) -> Iterator[str]:
    """Every relationship that a part names is one that it has (Part 2 §6.5)."""
    for name, story in word.stories:
        used = {value for node in story.iter("{*}*") for key in _RELATIONSHIP if (value := node.get(key))}
        yield from (f"{name} has no relationship {value}" for value in sorted(used - word.links[name]))


def result_problems(word: WordFile) -> Iterator[str]:
    """What a live reference shows is the number that its target has (§17.16.5.37, §17.16.5.47)."""
    shown = {**_note_numbers(word), **_paragraph_numbers(word), **_counted_numbers(word)}
    for _, story in word.stories:
        for words, result in fields(story):
            if words[0] in ("REF", "NOTEREF") and shown.get(words[1]) != result:
                yield f"{' '.join(words)} shows {result!r}, its target has {shown.get(words[1])!r}"


def count_problems(word: WordFile) -> Iterator[str]:
    """The numbers of tables and exhibits are those that Word will count, and none is counted in a note (§17.16.5.56)."""
    counts: Counter[str] = Counter()
    for words, result in fields(word.body):
        if words[0] == "SEQ":
            counts[words[1]] = int(words[words.index("\\r") + 1]) if "\\r" in words else counts[words[1]] + 1
            if result != str(counts[words[1]]):
                yield f"{' '.join(words)} shows {result!r}, Word will count {counts[words[1]]}"
    if word.notes is not None and any(words[0] == "SEQ" for words, _ in fields(word.notes)):
        yield "a footnote counts a table or an exhibit"


CHECKS: tuple[Callable[[WordFile], Iterable[str]], ...] = (
    *(note_problems, comment_problems, bookmark_problems, field_problems, style_problems),
    *(numbering_problems, link_problems, result_problems, count_problems),
)


def fields(story: Element) -> Iterator[tuple[list[str], str]]:
    """The complex fields of a part, inner before outer: the words of the instruction, and the result as shown."""
    stack: list[tuple[list[str], list[str]]] = []
    separated: list[bool] = []
    for node in story.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        kind = node.get(qn("w:fldCharType")) if node.tag == qn("w:fldChar") else None
        if kind == "begin":
            stack.append(([], []))
            separated.append(False)
        elif not stack:
            continue
        elif kind == "separate":
            separated[-1] = True
        elif kind == "end":
            instruction, result = stack.pop()
            separated.pop()
            yield "".join(instruction).split() or [""], "".join(result)
        else:
            stack[-1][separated[-1]].append(node.text or "")


def _note_numbers(word: WordFile) -> dict[str, str]:
    """The number of the note whose reference stands in each bookmark."""
    found: dict[str, str] = {}
    count = 0
    open_bookmarks: dict[str, str] = {}
    for node in word.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:footnoteReference")):
        if node.tag == qn("w:bookmarkStart"):
            open_bookmarks[node.get(_ID, "")] = node.get(qn("w:name"), "")
        elif node.tag == qn("w:bookmarkEnd"):
            open_bookmarks.pop(node.get(_ID, ""), None)
        else:
            count += 1
            found.update({name: str(count) for name in open_bookmarks.values() if name not in found})
    return {name: number for name, number in found.items() if name.startswith("_RefFn_")}


def _counted_numbers(word: WordFile) -> dict[str, str]:
    """The words in each bookmark of a number that is counted."""
    found: dict[str, str] = {}
    open_bookmarks: dict[str, str] = {}
    for node in word.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:t")):
        if node.tag == qn("w:bookmarkEnd"):
            open_bookmarks.pop(node.get(_ID, ""), None)
        elif node.tag == qn("w:t"):
            found.update({name: found[name] + (node.text or "") for name in open_bookmarks.values()})
        elif (name := node.get(qn("w:name"), "")).startswith(("_Ref_t", "_Ref_x")):
            open_bookmarks[node.get(_ID, "")] = name
            found[name] = ""
    return found


def _paragraph_numbers(word: WordFile) -> dict[str, str]:
    """The number of the paragraph that each bookmark stands in, where its style numbers it (first level alone)."""
    numbered = {node.get(qn("w:styleId"), "") for node in _iter(word.styles, "style") if _values(node, "numId", _VAL)}
    counts: Counter[str] = Counter()
    found: dict[str, str] = {}
    for paragraph in word.body.iter(qn("w:p")):
        style = next(iter(_values(paragraph, "pStyle", _VAL)), "")
        if style in numbered and not _values(paragraph, "numId", _VAL):
            counts[style] += 1
            names = _values(paragraph, "bookmarkStart", qn("w:name"))
            found.update({name: str(counts[style]) for name in names if name.startswith("_Ref_p")})
    return found


def _values(root: Element, tag: str, attribute: str) -> list[str]:
    return [node.get(attribute, "") for node in root.iter(qn(f"w:{tag}"))]


def _iter(root: Element | None, tag: str) -> Iterator[Element]:
    return iter(()) if root is None else root.iter(qn(f"w:{tag}"))
