"""Fields of a Word file that name people, files or a reference manager's data: what they show stays as text (ECMA-376 Part 1 §17.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefkit.messages import say
from briefkit.ooxml import Element, qn
from briefkit.scrub.addresses import is_local, tells_a_file
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.packages import put_in_place, take_out
from briefkit.scrub.word.package import Package

_R, _RPR, _CHAR, _INSTR, _SIMPLE = (qn(f"w:{name}") for name in ("r", "rPr", "fldChar", "instrText", "fldSimple"))
_DATA = qn("w:fldData")
_TELLING = {
    *("ADDIN", "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "TEMPLATE", "FILENAME", "DOCPROPERTY", "DOCVARIABLE"),
    *("INFO", "COMMENTS", "KEYWORDS", "SUBJECT", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "INCLUDETEXT", "INCLUDE"),
    *(
        "INCLUDEPICTURE",
        "IMPORT",
        "LINK",
        "DDE",
        "DDEAUTO",
        "EMBED",
        "DATABASE",
        "RD",
        "AUTOTEXT",
        "AUTOTEXTLIST",
        "GLOSSARY",
        "DATA",
        "PRIVATE",
    ),
    *("FILLIN", "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK", "GREETINGLINE"),
}
_HOLDING = {"IF", "SET", "ASK", "COMPARE", "MACROBUTTON"}  # what they show depends on the page, or on other fields, so they stay
# A text between quotation marks, a switch, a word (§17.16.1).
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|\\([A-Za-z*#@])(?=[\s"]|$)|(\S+)')
_TIP = re.compile(r'\\o\s+"([^"]*)"')
_TAKING = "lot"  # the switches of a link behind which a text stands: a place in the file, a tip, a window


@dataclass(slots=True)
class Field:
    """A field while it is read: its instruction, what stands in it before the result, its own marks, and how far it was read."""

    marks: list[Element] = field(default_factory=list)
    code: list[Element] = field(default_factory=list)
    instruction: str = ""
    in_code: bool = True


def fields_of(tree: Element) -> Iterator[Field]:
    """The complex fields of a part that have an end, the inner ones first."""
    open_fields: list[Field] = []
    for node in (child for run in tree.iter(_R) for child in run if child.tag != _RPR):
        kind = node.get(qn("w:fldCharType")) if node.tag == _CHAR else None
        for outer in open_fields if kind == "begin" or not open_fields else open_fields[:-1]:
            if outer.in_code:
                outer.code.append(node)
        if kind == "begin":
            open_fields.append(Field([node]))
        elif open_fields:
            one = open_fields[-1]
            if kind is not None:
                one.marks.append(node)
                one.in_code = False
            elif one.in_code:
                one.code.append(node)
                one.instruction += (node.text or "") if node.tag == _INSTR else ""
            if kind == "end":
                yield open_fields.pop()


def tells(instruction: str) -> bool:
    """Whether a field names a person, a file or data outside the text."""
    name = _name(instruction)
    if name == "HYPERLINK":
        tip = _TIP.search(instruction)
        return is_local(_address(instruction)) or (tip is not None and tells_a_file(tip[1]))
    return name in _TELLING


def _name(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()


def _address(instruction: str) -> str:
    """Where a link leads outside the document; empty where it does not."""
    skip = True  # the name of the field
    for quoted, switch, word in _TOKEN.findall(instruction):
        if skip or switch:
            skip = bool(switch) and switch.lower() in _TAKING
        else:
            return str(quoted or word).replace("\\\\", "\\")
    return ""


def cut_fields(word: Package) -> Iterator[Finding]:
    """Leave the results of telling fields as plain text."""
    for name, tree in word.stories:
        told = [one for one in fields_of(tree) if tells(one.instruction)]
        for one in told:
            for node in (*one.code, *one.marks):
                _remove(node)
            yield Finding("field", name, say("A field tells: {instruction}", instruction=brief(one.instruction)))
        yield from _holding(name, tree)
        for node in list(tree.iter(_SIMPLE)):
            instruction = node.get(qn("w:instr"), "")
            if tells(instruction):
                put_in_place(node)
                yield Finding("field", name, say("A field tells: {instruction}", instruction=brief(instruction)))
        for node in list(tree.iter(_DATA)):
            take_out(node)
            yield Finding("field", name, say("A field has data that no program shows."))


def _holding(part: str, tree: Element) -> Iterator[Finding]:
    for instruction in (one.instruction for one in fields_of(tree) if _name(one.instruction) in _HOLDING):
        said = say(
            "A field holds words that it may not show, and stays; in Word, Ctrl+Shift+F9 makes it text: {instruction}",
            instruction=brief(instruction),
        )
        yield Finding("field", part, said, stays=True)


def _remove(node: Element) -> None:
    """Take out a piece of a run, and the run where it held nothing else."""
    run = node.getparent()
    take_out(node)
    if run is not None and run.tag == _R and all(one.tag == _RPR for one in run):
        take_out(run)
