"""How the text is set: what belongs together stays so, everyone can read tables and pictures, and no space is made of empty lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefkit.inspection.word_file import VAL, WordFile, is_stop, shown
from briefkit.messages import Message, say, say_count
from briefkit.ooxml import Element, qn

_P, _TABLE, _ROW, _CELL, _CONTROL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "sdt"))
_DRAWING = qn("wp:docPr")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_PRINTS = tuple(
    qn(f"w:{name}")
    for name in ("t", "tab", "br", "drawing", "pict", "object", "footnoteReference", "commentReference", "fldChar", "sym", "noBreakHyphen")
)
_CAPTION = "caption"


def keeping_problems(word: WordFile) -> Iterator[Message]:
    """A heading stays with what follows it, a caption with its table, a picture with its caption, the head of a table with its rows."""
    wrong: Counter[str] = Counter()
    for paragraph, after in _in_order(word.body):
        if _must_keep(paragraph, after, word) and not word.sheet.is_on(paragraph, "keepNext"):
            wrong[word.sheet.name(word.sheet.style_of(paragraph))] += 1
    for name in sorted(wrong):
        yield say("Paragraphs in “{style}” may stand at the foot of a page without what belongs to them.", style=name)


def _in_order(body: Element) -> Iterator[tuple[Element, Element | None]]:
    """Each paragraph outside tables, with the paragraph or table after it."""
    flow = [node for node in body.iter(_P, _TABLE) if next(node.iterancestors(_P, _TABLE), None) is None]
    pairs = zip(flow, [*flow[1:], None], strict=True)
    return ((node, after) for node, after in pairs if node.tag == _P)


def _must_keep(paragraph: Element, after: Element | None, word: WordFile) -> bool:
    if after is None:
        return False
    if word.sheet.outline(paragraph) is not None:
        return True
    if word.sheet.name(word.sheet.style_of(paragraph)).casefold() == _CAPTION and after.tag == _TABLE:
        return True
    shows = next(paragraph.iter(_DRAWING), None) is not None
    return shows and after.tag == _P and word.sheet.name(word.sheet.style_of(after)).casefold() == _CAPTION


def widow_problems(word: WordFile) -> Iterator[Message]:
    """No paragraph lets a page begin or end with one line of it (§17.3.1.44)."""
    loose = {
        word.sheet.style_of(one) for _, story in word.written for one in story.iter(_P) if not word.sheet.is_on(one, "widowControl", True)
    }
    for style in sorted(loose):
        yield say("Paragraphs in “{style}” may leave a single line on a page.", style=word.sheet.name(style))


def table_problems(word: WordFile) -> Iterator[Message]:
    """The head of a table stands on each of its pages (§17.4.78)."""
    headless = [table for table in word.body.iter(_TABLE) if _has_head(table) and not _repeats(table)]
    if headless:
        yield say_count("One table does not repeat its head.", "{number} tables do not repeat their head.", len(headless))


def _has_head(table: Element) -> bool:
    """Whether the first of several rows is formatted as a head (§17.4.56)."""
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    several = len(table.findall(_ROW)) > 1
    if look is None or not several:
        return False
    told = look.get(qn("w:firstRow"))
    return told in ("1", "true", "on") if told is not None else bool(int(look.get(VAL, "0"), 16) & 0x20)


def _repeats(table: Element) -> bool:
    return table.find(f"{_ROW}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def picture_problems(word: WordFile) -> Iterator[Message]:
    """A picture in the text says in words what it shows, or that it is an ornament (§20.4.2.5)."""
    pictures = [node for _, story in word.written for node in story.iter(_DRAWING)]
    silent = [node for node in pictures if not (node.get("descr") or "").strip() and next(node.iter(_DECORATIVE), None) is None]
    if silent:
        yield say_count(
            "One picture has no words for those who do not see it.",
            "{number} pictures have no words for those who do not see them.",
            len(silent),
        )


def empty_problems(word: WordFile) -> Iterator[Message]:
    """No paragraph is empty but where Word needs one: after a table, at the end of a section, in a cell, behind a list's mark."""
    empty = [one for one in word.body.iter(_P) if _is_empty(one) and not _is_needed(one, word)]
    if empty:
        styles = ", ".join(dict.fromkeys(word.sheet.name(word.sheet.style_of(one)) for one in empty))
        yield say_count("One paragraph is empty ({styles}).", "{number} paragraphs are empty ({styles}).", len(empty), styles=styles)


def _is_empty(paragraph: Element) -> bool:
    """Whether a paragraph prints nothing: no words but spaces, no picture, no note, no field."""
    return all(node.tag == qn("w:t") and not (node.text or "").strip() for node in paragraph.iter(*_PRINTS) if not is_stop(node))


def _is_needed(paragraph: Element, word: WordFile) -> bool:
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        return True
    before, parent = paragraph.getprevious(), paragraph.getparent()
    if before is not None and before.tag == _TABLE:
        return True
    if parent is not None and parent.tag == _CELL and len(parent.findall(_P)) == 1:
        return True
    numbered = word.sheet.property_of(paragraph, "numPr")
    number = numbered.find(qn("w:numId")) if numbered is not None else None
    return number is not None and number.get(VAL) != "0"


def heading_problems(word: WordFile) -> Iterator[Message]:
    """No level of headings is left out on the way down."""
    last = -1
    for paragraph, level in _headings(word):
        if level > last + 1:
            text = " ".join(shown(paragraph).split())
            yield say(
                "The heading “{heading}” is of level {level} and follows one of level {before}.",
                heading=text,
                level=level + 1,
                before=last + 1,
            )
        last = level


def _headings(word: WordFile) -> Iterable[tuple[Element, int]]:
    found = ((one, word.sheet.outline(one)) for one in word.body.iter(_P))
    return ((one, level) for one, level in found if level is not None and not _is_empty(one))
