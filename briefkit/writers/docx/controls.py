"""Clauses in content controls (ECMA-376 Part 1 §17.5.2.29): in a working draft, each clause's paragraphs tell which clause they are.

A control has the clause's title, and a tag that names clause, version and language. It is open to every edit, and its name moves with
its paragraphs. A document to file has none.
"""

from __future__ import annotations

from briefkit.ooxml import Element, clean, qn, w
from briefkit.provenance.tags import LONGEST, shortened, tag_of
from briefkit.tree import ClauseText, Heading
from briefkit.walk import plain
from briefkit.writers.docx.pen import Pen
from briefkit.writers.unbroken import loose


def controlled(node: ClauseText, content: list[Element], pen: Pen) -> list[Element]:
    """The elements of a clause within its control; themselves in a document to file."""
    if not pen.working or not content:
        return content
    title = shortened(clean(_title(node)), LONGEST)
    properties = w(
        "sdtPr",
        w("alias", val=title) if title else None,
        w("tag", val=clean(tag_of(node.clause, node.version, node.language))),
        w("id", val=pen.next_control()),
    )
    return [w("sdt", properties, w("sdtContent", *content))]


def _title(node: ClauseText) -> str:
    heading = next((block for block in node.blocks if isinstance(block, Heading)), None)
    return " ".join(loose(plain(heading.children)).split()) if heading else ""


def controls_in(part: Element) -> set[int]:
    """The numbers of the controls in a part; those of a document are all different (§17.5.2.18)."""
    found = (node.get(qn("w:val"), "") for node in part.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}"))
    return {int(number) for number in found if number.removeprefix("-").isdecimal()}
