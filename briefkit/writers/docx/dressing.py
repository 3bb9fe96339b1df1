"""The template's styles, settings and numbering, made fit for one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefkit.ooxml import Element, bare, qn, unwrap, w
from briefkit.writers.docx.look import Look
from briefkit.writers.docx.pen import OrderedList
from briefkit.writers.words import Words

# Settings that say how pages look or words break; all others tell about people, machines and habits (§17.15.1).
_KEPT_SETTINGS = frozenset(
    qn(f"w:{name}")
    for name in (
        *("displayBackgroundShape", "mirrorMargins", "alignBordersAndEdges", "gutterAtTop", "defaultTabStop", "autoHyphenation"),
        *("consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldPrinting"),
        *("characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore", "compat", "themeFontLang", "clrSchemeMapping"),
        *("decimalSymbol", "listSeparator"),
    )
)
_AFTER_NOTES = frozenset(qn(f"w:{name}") for name in ("compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"))
SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))  # the two notes that hold the rules above the notes


_CYRILLIC = {"lowerLetter": "russianLower", "upperLetter": "russianUpper"}
_NO_NUMBERING = "0"  # the id by which a style takes back what it would inherit (§17.9.18)
_UNMARKED = "32767"  # the id of a definition for lists that the template has no numbering for


def neutral(part: Element) -> Element:
    """Take comments, changes with their authors, and the marks of editing sessions (rsids) out of a part: those tell whose hand wrote."""
    bare(part)
    _accept_changes(part)
    for node in part.iter("{*}*"):
        for name in [name for name in node.attrib if str(name).startswith(qn("w:rsid"))]:
            del node.attrib[name]
    for style in part.iterfind(qn("w:style")):
        for node in style.findall(qn("w:rsid")):
            style.remove(node)
    return part


# What a change leaves when it is accepted (§17.13.5): its words, or nothing.
_INSERTED = tuple(qn(f"w:{name}") for name in ("ins", "moveTo"))
_GONE = tuple(
    qn(f"w:{name}")
    for name in (
        *("del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "numberingChange"),
        *(f"{kind}Change" for kind in ("pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "tcPr", "trPr", "tblGrid")),
    )
)


def _accept_changes(part: Element) -> None:
    for node in list(part.iter(*_GONE)):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    unwrap(part, *_INSERTED)


def dress_styles(styles: Element, words: Words) -> None:
    """Set the language of all text that has none of its own (ECMA-376 Part 1 §17.7.5.1, §17.3.2.20)."""
    defaults = _child(styles, "docDefaults", first=True)
    properties = _child(_child(defaults, "rPrDefault", first=True), "rPr")
    _child(properties, "lang").set(qn("w:val"), words.tag)


def drop_lost_numbering(styles: Element, numbers: Iterable[str]) -> None:
    """Take numberings that are not there out of the styles: a list of the document may get the id of one, and the style would join it."""
    there = {_NO_NUMBERING, *numbers}
    for properties in styles.iter(qn("w:pPr")):
        numbered = properties.find(qn("w:numPr"))
        number = numbered.find(qn("w:numId")) if numbered is not None else None
        if numbered is not None and number is not None and number.get(qn("w:val"), "") not in there:
            properties.remove(numbered)


def _child(parent: Element, name: str, first: bool = False) -> Element:
    found = parent.find(qn(f"w:{name}"))
    if found is None:
        found = w(name)
        parent.insert(0 if first else len(parent), found)
    return found


def dress_settings(settings: Element, words: Words) -> None:
    """Keep what concerns the page, list the notes that separate notes from text (§17.11.9), set the language."""
    for node in list(settings):
        if node.tag not in _KEPT_SETTINGS:
            settings.remove(node)
    place = next((at for at, node in enumerate(settings) if node.tag in _AFTER_NOTES), len(settings))
    settings.insert(place, w("footnotePr", *(w("footnote", id=number) for number, _ in SEPARATORS)))
    language = settings.find(qn("w:themeFontLang"))
    if language is not None:
        language.set(qn("w:val"), words.tag)


def dress_numbering(numbering: Element, lists: Sequence[OrderedList], first: int, look: Look, words: Words) -> None:
    """Add an instance of its kind of list for each list of the document, which starts it afresh (§17.9.15, §17.9.26)."""
    if words.cyrillic:
        for form in numbering.iter(qn("w:numFmt")):
            form.set(qn("w:val"), _CYRILLIC.get(form.get(qn("w:val"), ""), form.get(qn("w:val"), "")))
    kinds = {style: _abstract(numbering, look.numbering(style)) for style in {opened.style for opened in lists}}
    made = [_instance(number, kinds[opened.style], opened) for number, opened in enumerate(lists, start=first)]
    place = next((at for at, node in enumerate(numbering) if node.tag == qn("w:numIdMacAtCleanup")), len(numbering))
    numbering[place:place] = made


def _instance(number: int, kind: str, opened: OrderedList) -> Element:
    override = w("lvlOverride", w("startOverride", val=opened.start), ilvl=opened.level)
    return w("num", w("abstractNumId", val=kind), override, numId=number)


def _abstract(numbering: Element, number: str | None) -> str:
    """The definition that a numbering is an instance of; one that is made here, with no marks, where there is none."""
    for node in numbering.iterfind(qn("w:num")):
        kind = node.find(qn("w:abstractNumId"))
        if node.get(qn("w:numId")) == number and kind is not None:
            return kind.get(qn("w:val"), "")
    if not any(node.get(qn("w:abstractNumId")) == _UNMARKED for node in numbering):
        numbering.insert(0, w("abstractNum", w("multiLevelType", val="multilevel"), abstractNumId=_UNMARKED))
    return _UNMARKED


def first_free_number(numbering: Element) -> int:
    """A numId above all that the template uses."""
    used = [node.get(qn("w:numId"), "0") for node in numbering.iterfind(qn("w:num"))]
    return max((int(number) for number in used if number.isdecimal()), default=0) + 1


def last_bookmark(part: Element) -> int:
    """The highest id of a bookmark in a part; those of a document are all different (§17.13.6.2)."""
    used = [node.get(qn("w:id"), "") for node in part.iter(qn("w:bookmarkStart"))]
    return max((int(number) for number in used if number.isdecimal()), default=0)


def notes_part(notes: Iterable[Element]) -> Element:
    """The footnotes part (§17.11.10): the two separators, then the notes."""
    made = w("footnotes")
    for number, kind in SEPARATORS:
        made.append(w("footnote", w("p", w("r", w(kind))), type=kind, id=number))
    made.extend(notes)
    return made
