"""A fixture of the CSL test suite: a text file of sections, and what the processor under test makes of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lxml import etree

from briefkit.cite.elements import parser
from briefkit.cite.processor import Citation, CitedItem, Processor
from briefkit.cite.style import compile_style
from tests.csl_suite.html import to_html

_SECTION = re.compile(r">>=+ ([A-Z0-9-]+) =+>{0,2}\r?\n(.*?)\r?\n?<<=+ \1 =+<<", re.DOTALL)
_POSITIONS = {0: {"first"}, 1: {"subsequent"}, 2: {"subsequent", "ibid"}, 3: {"subsequent", "ibid", "ibid-with-locator"}}


@dataclass(frozen=True)
class Fixture:
    name: str
    sections: dict[str, str]

    @property
    def expected(self) -> str:
        return self.sections.get("RESULT", "").strip()

    def section(self, name: str) -> Any:
        return json.loads(self.sections[name]) if name in self.sections else None


@dataclass(frozen=True)
class Result:
    """What became of a fixture; an exception is found as its name and message."""

    passed: bool
    expected: str
    found: str


def run_folder(folder: Path) -> dict[str, Result]:
    """The results of all fixtures of a folder, by name."""
    fixtures = [read_fixture(path) for path in sorted(folder.glob("*.txt"))]
    return {fixture.name: _result(fixture) for fixture in fixtures}


def _result(fixture: Fixture) -> Result:
    try:
        found = run_fixture(fixture).strip()
    except Exception as error:
        return Result(False, fixture.expected, f"{type(error).__name__}: {error}")
    return Result(found == fixture.expected, fixture.expected, found)


def read_fixture(path: Path) -> Fixture:
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    return Fixture(path.stem, dict(_SECTION.findall(text)))


def run_fixture(fixture: Fixture) -> str:
    """What the processor prints for a fixture."""
    root = etree.fromstring(fixture.sections["CSL"].strip().encode("utf-8"), parser())
    style = compile_style(root)
    given = fixture.section("INPUT")
    items = {str(item.get("id", at)): {**item, "id": str(item.get("id", at))} for at, item in enumerate(given)}
    processor = Processor(style, items)
    mode = fixture.sections["MODE"].strip()
    if citations := fixture.section("CITATIONS"):
        return _sequence(processor, citations, mode)
    entries = fixture.section("BIBENTRIES")
    ids = [str(name) for name in entries[-1]] if entries else list(items)
    processor.register(ids)
    if mode.startswith("bibliography"):
        return _bibliography(processor)
    listed = fixture.section("CITATION-ITEMS") or [[{"id": name} for name in ids]]
    citations = [Citation(tuple(_cited(item) for item in group)) for group in listed]
    return "\n".join(to_html(processor.cite(one), style.locale) for one in citations)


def _cited(item: dict[str, Any]) -> CitedItem:
    positions = _POSITIONS.get(item.get("position", 0), {"first"}) | ({"near-note"} if item.get("near-note") else set())
    return CitedItem(
        str(item["id"]),
        str(item.get("locator") or ""),
        str(item.get("label") or ""),
        str(item.get("prefix") or ""),
        str(item.get("suffix") or ""),
        bool(item.get("suppress-author")),
        bool(item.get("author-only")),
        frozenset(positions),
        int(item.get("first-reference-note-number") or 0),
    )


def _bibliography(processor: Processor) -> str:
    entries = [to_html(entry, processor.style.locale) for entry in processor.bibliography()]
    body = "\n".join(f'  <div class="csl-entry">{entry}</div>' for entry in entries)
    return f'<div class="csl-bib-body">\n{body}\n</div>'


def _sequence(processor: Processor, steps: list[Any], mode: str) -> str:
    """Insertions one after another; the result lists every note, `>>` before those that the last step made or changed."""
    citations: dict[str, Citation] = {}
    before: dict[str, str] = {}
    texts: dict[str, str] = {}
    for data, earlier, later in steps:
        name = str(data.get("citationID") or f"CITATION-{len(citations)}")
        note = int(data.get("properties", {}).get("noteIndex") or 0)
        citations[name] = Citation(tuple(_plain(item) for item in data["citationItems"]), note, name)
        order = [str(one) for one, _ in earlier] + [name] + [str(one) for one, _ in later]
        for one, number in [*earlier, *later]:
            if str(one) in citations:
                citations[str(one)] = replace(citations[str(one)], note=int(number))
        before = texts
        cited = processor.cite_document([citations[one] for one in order])
        texts = {one: to_html(text, processor.style.locale, first) for one, (text, first) in zip(order, cited, strict=True)}
        made = name
    if mode.startswith("bibliography"):
        return _bibliography(processor)
    changed = {one for one, text in texts.items() if before.get(one) != text} | {made}
    return "\n".join(f"{'>>' if one in changed else '..'}[{at}] {text}" for at, (one, text) in enumerate(texts.items()))


def _plain(item: dict[str, Any]) -> CitedItem:
    cited = _cited(item)
    return CitedItem(cited.id, cited.locator, cited.label, cited.prefix, cited.suffix, cited.suppress_author, cited.author_only)
