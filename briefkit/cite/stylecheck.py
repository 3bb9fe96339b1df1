"""What can be wrong with a style's file: each a diagnostic with its line.

What cannot be rendered is an error, and there is no style then; what the schema of CSL refuses and can be rendered is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import Any

from citeproc import SCHEMA_PATH
from lxml import etree

from briefkit.cite.elements import parser
from briefkit.cite.locales import CSL
from briefkit.diagnostics import Checked, Diagnostic, Severity, diagnose, did_you_mean
from briefkit.messages import NOTHING, Message, say
from briefkit.source import Source, Span

LARGEST = 2_000_000  # characters; the longest style of the public repository has a tenth of it
DEEPEST = 120  # elements within one another, those of called macros included; public styles stay below 70
LONGEST = 50_000  # elements that one citation may come to; public styles stay below 2,000


def parse_style(source: Source) -> Checked[Any]:
    """The root element, or None with `bad-style`: not XML, not CSL, no citation layout, or macros that lead nowhere.

    Departures from the schema are warnings.
    """
    parsed = _parse(source)
    if isinstance(parsed, Diagnostic):
        return Checked(None, (parsed,))
    problems = tuple(_problems(source, parsed))
    return Checked(None, problems) if problems else Checked(parsed, tuple(_schema_warnings(source)))


def parse_locale(source: Source) -> Checked[Any]:
    """The root element of a locale file, or None with `bad-style`. Departures from the schema are warnings."""
    parsed = _parse(source)
    if isinstance(parsed, Diagnostic):
        return Checked(None, (parsed,))
    if parsed.tag != f"{{{CSL}}}locale":
        return Checked(None, (diagnose("bad-style", say("The file is not a CSL locale."), _at(source, parsed.sourceline)),))
    return Checked(parsed, tuple(_schema_warnings(source, is_locale=True)))


MOST_WARNINGS = 3  # one slip makes the schema complain of all that follows


def _schema_warnings(source: Source, is_locale: bool = False) -> Iterator[Diagnostic]:
    """Where a style (or a locale) that can be used departs from the schema of CSL 1.0.2: what the schema does not know prints nothing."""
    schema = _schema()
    plain = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    if not schema.validate(etree.fromstring(source.text.encode("utf-8", "replace"), plain)):
        for error in list(schema.error_log)[:MOST_WARNINGS]:
            if is_locale:
                said = say("The locale departs from the CSL schema: {reason}.", reason=error.message)
            else:
                said = say("The style departs from the CSL schema: {reason}.", reason=error.message)
            hint = say("what the schema does not know is not printed")
            yield diagnose("bad-style", said, _at(source, error.line), hint, Severity.WARNING)


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMA_PATH))


def _parse(source: Source) -> Any:
    if len(source.text) > LARGEST:
        return diagnose("bad-style", say("The style is larger than {number:,} characters.", number=LARGEST), source.whole())
    try:
        root = etree.fromstring(source.text.encode("utf-8", "replace"), parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        return diagnose("bad-style", say("The style is not well-formed XML: {reason}", reason=error.msg), _at(source, line, column))
    information: Any = root.getroottree().docinfo
    if information.doctype:
        return diagnose("bad-style", say("The style declares a document type, which styles may not."), source.whole())
    return root


def _problems(source: Source, root: Any) -> Iterator[Diagnostic]:
    if root.tag != f"{{{CSL}}}style":
        yield diagnose(
            "bad-style", say("The file is not a CSL style."), _at(source, root.sourceline), say("a style is <style xmlns=…> of CSL 1.0")
        )
        return
    if root.find(f"{{{CSL}}}citation/{{{CSL}}}layout") is None:
        yield diagnose("bad-style", *_without_layout(source, root))
    yield from _macro_problems(source, root)


def _without_layout(source: Source, root: Any) -> tuple[Message, Span, Message]:
    links = root.findall(f"{{{CSL}}}info/{{{CSL}}}link")
    parent = next((str(link.get("href")) for link in links if link.get("rel") == "independent-parent"), "")
    if parent:
        return say("The style depends on another."), _at(source, root.sourceline), say("name its parent instead: {parent}", parent=parent)
    return say("The style has no layout for citations."), _at(source, root.sourceline), NOTHING


def _macro_problems(source: Source, root: Any) -> Iterator[Diagnostic]:
    """Macros that are called and do not exist, that call themselves, or that call one another without measure."""
    macros = {str(macro.get("name")): macro for macro in root.findall(f"{{{CSL}}}macro")}
    for call in root.iter(f"{{{CSL}}}text", f"{{{CSL}}}key"):
        name = call.get("macro")
        if name is not None and name not in macros:
            hint = did_you_mean(name, macros)
            yield diagnose(
                "bad-style", say("The style calls a macro “{name}” that it does not have.", name=name), _at(source, call.sourceline), hint
            )
    calls = {name: [called for called in _called(macro) if called in macros] for name, macro in macros.items()}
    try:
        order = list(TopologicalSorter(calls).static_order())
    except CycleError as error:
        name = min(error.args[1], key=list(macros).index)
        yield diagnose("bad-style", say("The macro “{name}” calls itself.", name=name), _at(source, macros[name].sourceline))
        return
    yield from _measured(source, root, [macros[name] for name in order])


def _called(macro: Any) -> tuple[str, ...]:
    return tuple(str(call.get("macro")) for call in macro.iter(f"{{{CSL}}}text") if call.get("macro") is not None)


def _measured(source: Source, root: Any, macros: list[Any]) -> Iterator[Diagnostic]:
    """Styles that would not come to an end within reason: a few macros that call each other twice make millions of elements."""
    extents: dict[str, Extent] = {}
    for macro in macros:
        extents[str(macro.get("name"))] = _extent(macro, extents)
    for layout in root.iter(f"{{{CSL}}}layout"):
        size, depth = _extent(layout, extents)
        if size > LONGEST or depth > DEEPEST:
            said = say(
                "The style nests too deeply or calls too many macros: {levels} levels, {elements} elements for one citation.",
                levels=depth,
                elements=size,
            )
            yield diagnose("bad-style", said, _at(source, layout.sourceline))


Extent = tuple[int, int]  # elements, levels


def _extent(root: Any, macros: Mapping[str, Extent]) -> Extent:
    """How many elements one rendering of an element comes to, and how deep; of the branches of a choice only one is rendered."""
    known: dict[Any, Extent] = {}
    for element in reversed(list(root.iter(f"{{{CSL}}}*"))):  # children before their parents
        inner = [known[child] for child in element if child in known]
        inner += [macros[name]] if (name := element.get("macro")) in macros else []
        total = max if element.tag == f"{{{CSL}}}choose" else sum
        known[element] = (1 + total([size for size, _ in inner] or [0]), 1 + max((depth for _, depth in inner), default=0))
    return known[root]


def _at(source: Source, line: int | None, column: int = 0) -> Span:
    """The rest of a line from a column (counted from 1; 0 is the first character that is not a space)."""
    text = source.text.split("\n")
    line = min(max(line or 1, 1), len(text))
    start = sum(len(one) + 1 for one in text[: line - 1])
    written = text[line - 1]
    offset = min(max(column - 1, 0), len(written)) if column else len(written) - len(written.lstrip())
    return source.span(start + offset, start + len(written))
