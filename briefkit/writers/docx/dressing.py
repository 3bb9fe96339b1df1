"""The template's styles, settings and numbering, made fit for one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefkit.ooxml import Element, bare, qn, w
from briefkit.writers.docx.words import Words

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


def neutral(part: Element) -> Element:
    """Take comments and the marks of editing sessions (rsids) out of a part: those tell which documents one hand wrote."""
    bare(part)
    for node in part.iter("{*}*"):
        for name in [name for name in node.attrib if str(name).startswith(qn("w:rsid"))]:
            del node.attrib[name]
    for style in part.iterfind(qn("w:style")):
        for node in style.findall(qn("w:rsid")):
            style.remove(node)
    return part


def dress_styles(styles: Element, words: Words) -> None:
    """Set the language of all text that has none of its own (ECMA-376 Part 1 §17.7.5.1, §17.3.2.20)."""
    defaults = _child(styles, "docDefaults", first=True)
    properties = _child(_child(defaults, "rPrDefault", first=True), "rPr")
    _child(properties, "lang").set(qn("w:val"), words.tag)


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


def dress_numbering(numbering: Element, lists: Sequence[tuple[int, int]], first: int, ordered: str | None, words: Words) -> None:
    """Add an instance of the ordered list for each list of the document, which starts it afresh (§17.9.15, §17.9.26)."""
    if words.cyrillic:
        for form in numbering.iter(qn("w:numFmt")):
            letters = {"lowerLetter": "russianLower", "upperLetter": "russianUpper"}
            form.set(qn("w:val"), letters.get(form.get(qn("w:val"), ""), form.get(qn("w:val"), "")))
    place = next((at for at, node in enumerate(numbering) if node.tag == qn("w:numIdMacAtCleanup")), len(numbering))
    kind = _abstract(numbering, ordered)
    if kind is not None:
        numbering[place:place] = [_instance(first + at, kind, *opened) for at, opened in enumerate(lists)]


def _instance(number: int, kind: str, level: int, start: int) -> Element:
    override = w("lvlOverride", w("startOverride", val=start), ilvl=level)
    return w("num", w("abstractNumId", val=kind), override, numId=number)


def _abstract(numbering: Element, number: str | None) -> str | None:
    """The definition that a numbering is an instance of."""
    for node in numbering.iterfind(qn("w:num")):
        if node.get(qn("w:numId")) == number:
            kind = node.find(qn("w:abstractNumId"))
            return kind.get(qn("w:val")) if kind is not None else None
    return None


def first_free_number(numbering: Element) -> int:
    """A numId above all that the template uses."""
    used = [node.get(qn("w:numId"), "0") for node in numbering.iterfind(qn("w:num"))]
    return max((int(number) for number in used if number.isdecimal()), default=0) + 1


def notes_part(notes: Iterable[Element]) -> Element:
    """The footnotes part (§17.11.10): the two separators, then the notes."""
    made = w("footnotes")
    for number, kind in SEPARATORS:
        made.append(w("footnote", w("p", w("r", w(kind))), type=kind, id=number))
    made.extend(notes)
    return made
