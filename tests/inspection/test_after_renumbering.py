"""References go on being right when Word renumbers: a paragraph with a note that somebody puts in moves every number after it by one."""

from __future__ import annotations

from copy import deepcopy
from functools import cache

import pytest
from workspace import ROOT

from briefkit.build import Inputs, build
from briefkit.inspection import fields, read_word, result_problems
from briefkit.ooxml import Element, parse, qn, read_zip, serialize, write_zip
from briefkit.shelf import read_inputs

DOCUMENT, NOTES = "word/document.xml", "word/footnotes.xml"
NEW = "9999"  # the number, in the file, of the note that comes in


@cache
def opinion() -> bytes:
    inputs = read_inputs(ROOT / "examples" / "reporting-fine" / "case.yaml", {})
    assert isinstance(inputs, Inputs)
    return build(inputs, ["docx"]).value["docx"]


def numbered(body: Element) -> Element:
    """The first numbered paragraph."""
    return next(
        one for one in body.iter(qn("w:p")) if one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}[@{qn('w:val')}='NumberedParagraph']") is not None
    )


def with_a_paragraph_more(data: bytes) -> bytes:
    """The document as somebody edited it, with a numbered paragraph and a note before all others."""
    parts = read_zip(data)
    body, notes = parse(parts[DOCUMENT], DOCUMENT), parse(parts[NOTES], NOTES)
    first = numbered(body)
    made = deepcopy(first)
    for node in [one for one in made if one.tag != qn("w:pPr")]:
        made.remove(node)
    reference = deepcopy(next(body.iter(qn("w:footnoteReference"))).getparent())
    assert reference is not None
    next(reference.iter(qn("w:footnoteReference"))).set(qn("w:id"), NEW)
    made.append(reference)
    first.addprevious(made)
    note = deepcopy(notes[-1])
    note.set(qn("w:id"), NEW)
    notes.append(note)
    return write_zip({**parts, DOCUMENT: serialize(body), NOTES: serialize(notes)})


def live(data: bytes, *kinds: str) -> list[str]:
    """What the live references to numbers show."""
    word = read_word(data)
    found = [(words, result) for _, story in word.stories for words, result in fields(story)]
    return [result for words, result in found if words[0] in kinds and (words[0] == "NOTEREF" or "\\r" in words)]


@pytest.mark.parametrize("kind", ["REF", "NOTEREF"])
def test_each_number_after_what_came_in_is_one_higher(kind: str) -> None:
    wrong = [one for one in result_problems(read_word(with_a_paragraph_more(opinion()))) if str(one.values["field"]).startswith(f"{kind} ")]
    assert len(wrong) == len(live(opinion(), kind)) > 3
    assert [int(str(one.values["right"])) for one in wrong] == [int(str(one.values["shown"])) + 1 for one in wrong]


def test_before_that_each_is_right() -> None:
    assert list(result_problems(read_word(opinion()))) == []
