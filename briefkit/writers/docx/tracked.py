"""A comparison of two libraries as a Word document with tracked changes: accept them all for the new words, reject them for the old.

What is not a change – headings, the names of values – is not tracked; what the comparison says of a thing is a comment at its heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from briefkit.diff import Comparison, Edition
from briefkit.diff.aligned import compare_texts
from briefkit.diff.paired import Pair, Text, Value, pairs
from briefkit.diff.said import FATES, KINDS, WEIGHTS, Tell, named
from briefkit.diff.words import compare_words
from briefkit.messages import Message, say
from briefkit.ooxml import Element, w
from briefkit.tree import Opinion
from briefkit.tree import Text as Words
from briefkit.writers.docx.bits import bits_of, lines_of, moves_in
from briefkit.writers.docx.desk import finished
from briefkit.writers.docx.pen import Pen
from briefkit.writers.docx.revisions import Bit, Tracker
from briefkit.writers.docx.runs import language_runs

AUTHOR = "briefkit"
NO_CLOCK = "1970-01-01T00:00:00Z"  # Word wants a date of a change; this one tells nothing of who works when
_LABELS = 3  # of ten parts of a table's width
_SHORT = 500  # characters of a row that stays on one page


def write_tracked(
    comparison: Comparison, old: Edition, new: Edition, template: bytes, tell: Tell = str, language: str = "en", date: str = NO_CLOCK
) -> bytes:
    """The document, in a Word template's look: the same bytes for the same comparison.

    `language` is the one that `tell` speaks. The texts are shown whole, unchanged paragraphs included, so that what is accepted is a text.
    """
    title = tell(say("Changes in the clause library"))
    around = Opinion((Words(title),), (), language, "", draft=False, short_title=title)
    hand = _Hand(tell, Tracker(AUTHOR, date), comparison)
    return finished(around, template, lambda _, pen, section: _document(hand, tuple(pairs(comparison, old, new)), pen, section))


@dataclass(frozen=True, slots=True)
class _Hand:
    """What all that writes here needs: the reader's language, who signs, and what is compared."""

    tell: Tell
    tracker: Tracker
    comparison: Comparison

    def words(self, message: object, pen: Pen) -> list[Element]:
        return language_runs(self.tell(message), None, pen.language)


def _document(hand: _Hand, found: tuple[Pair, ...], pen: Pen, section: Element) -> Element:
    body = w("body", *_opening(hand, pen))
    for what, together in groupby(found, key=lambda pair: pair.entry.subject.what):
        body.append(pen.paragraph("heading 1", *hand.words(KINDS[what], pen)))
        for pair in together:
            body.extend(_thing(hand, pair, pen))
    # the mark of a document's last paragraph cannot be deleted: words that stay have it
    body.extend([pen.paragraph("Body Text", *hand.words(say("End of the changes."), pen))] if found else [])
    body.append(section)
    return w("document", body)


def _opening(hand: _Hand, pen: Pen) -> Iterator[Element]:
    comparison = hand.comparison
    between = say("From {old} to {new}", old=comparison.old, new=comparison.new)
    how = say("Accept all changes for the new words, reject all for the old ones. Comments say what each change is.")
    yield pen.paragraph("Title", *hand.words(say("Changes in the clause library"), pen))
    yield pen.paragraph("Subtitle", *hand.words(between, pen))
    yield pen.paragraph("Body Text", *hand.words(say("Nothing changed.") if comparison.is_same else how, pen))


def _thing(hand: _Hand, pair: Pair, pen: Pen) -> Iterator[Element]:
    yield pen.paragraph("heading 2", *_commented(hand, pair, pen))
    for change in pair.unread:
        yield pen.paragraph("Warning", *hand.words(change.sentence, pen))
    if pair.values:
        yield _table(hand, pair.values, pen)
        yield pen.paragraph("After Table")
    for text in pair.texts:
        yield pen.paragraph("heading 3", *hand.words(text.label, pen))
        yield from _paragraphs(hand, text, pen)


def _commented(hand: _Hand, pair: Pair, pen: Pen) -> list[Element]:
    """The words of a heading, with what the comparison says of the thing in a comment."""
    subject, fate = pair.entry.subject, FATES[pair.entry.fate]
    about = say("{title} ({thing}): {fate}", title=subject.title, thing=named(subject), fate=fate)
    heading = about if subject.title else say("{thing}: {fate}", thing=named(subject), fate=fate)
    lines = [_told(change.weight, change.sentence) for change in pair.entry.changes]
    number = pen.comments.add([hand.words(line, pen) for line in lines])
    return pen.comments.around([number], hand.words(heading, pen))


def _told(weight: str, sentence: Message) -> Message:
    return say("{weight}: {sentence}", weight=WEIGHTS[weight], sentence=sentence)


# --- values -----------------------------------------------------------------------------------------


def _table(hand: _Hand, values: Iterable[Value], pen: Pen) -> Element:
    """What the files give by name, each value behind what it is called."""
    style = pen.look.style("Brief Table", "table")
    label = pen.width * _LABELS // 10
    flags = w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    properties = w("tblPr", w("tblStyle", val=style) if style else None, w("tblW", w=5000, type="pct"), flags)
    made = w("tbl", properties, w("tblGrid", w("gridCol", w=label), w("gridCol", w=pen.width - label)))
    for value in values:
        bits = lines_of(compare_words(hand.tell(value.old), hand.tell(value.new)))
        words = tuple(hand.tracker.runs(bits, pen.language, pen.language))
        cells = (_cell(label, hand.words(value.label, pen), pen), _cell(pen.width - label, words, pen))
        made.append(w("tr", w("trPr", w("cantSplit")) if len(value.old) + len(value.new) < _SHORT else None, *cells))
    return made


def _cell(width: int, words: Iterable[Element], pen: Pen) -> Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), pen.paragraph("Table Text", *words))


# --- texts ------------------------------------------------------------------------------------------


def _paragraphs(hand: _Hand, text: Text, pen: Pen) -> Iterator[Element]:
    passages = compare_texts(text.old, text.new)
    moves = moves_in(passages)
    for passage in passages:
        yield _paragraph(hand, bits_of(passage, moves), text.language, pen)


def _paragraph(hand: _Hand, bits: list[Bit], language: str, pen: Pen) -> Element:
    mark = hand.tracker.mark(bits)
    return pen.paragraph("Body Text", *hand.tracker.runs(bits, pen.language, language), extra=(mark,) if mark is not None else ())
