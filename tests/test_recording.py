"""A verification written into a file: the rest of the file stays as it is, and the file reads as verified."""

from __future__ import annotations

from datetime import date

import pytest

from briefkit.csl import read_authority
from briefkit.diagnostics import Diagnostic
from briefkit.model.libraries import Verification
from briefkit.recording import in_case, in_library
from briefkit.source import Source
from briefkit.yamlmarks import Listing, Mapping, plain, read_yaml

SEEN = Verification('the “printed” volume: p 5, "left"', "local counsel", date(2026, 11, 24))
FIELDS = r'seen: "the “printed” volume: p 5, \"left\"", by: "local counsel", on: 2026-11-24'
HEAD = "# kept\n- id: a\n  type: report   # kept too\n  custom:\n    pinpoints:\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("    - loc: art 5\n      says: x\n", f"    - verified: {{{FIELDS}}}\n      loc: art 5\n      says: x\n"),
        ("    - loc: art 5", f"    - verified: {{{FIELDS}}}\n      loc: art 5"),
        ("    -   loc: art 5   # why\n        says: x\n", f"    -   verified: {{{FIELDS}}}\n        loc: art 5   # why\n        says: x\n"),
        ("    - {loc: art 5, says: x}\n", f"    - {{loc: art 5, says: x, verified: {{{FIELDS}}}}}\n"),
        ("    - { loc: art 5, says: 'x}' }\n", f"    - {{ loc: art 5, says: 'x}}', verified: {{{FIELDS}}}}}\n"),
        ("    - {loc: art 5, says: x,}\n", f"    - {{loc: art 5, says: x, verified: {{{FIELDS}}}}}\n"),
        (
            "    - {loc: art 5,\n       says: x}\n    # kept\n",
            f"    - {{loc: art 5,\n       says: x, verified: {{{FIELDS}}}}}\n    # kept\n",
        ),
    ],
    ids=["block", "no line end", "wide block", "flow", "flow with a brace", "flow with a comma", "flow on two lines"],
)
def test_in_a_library(written: str, expected: str) -> None:
    source = Source("a.yaml", HEAD + written)
    recorded = in_library(source, first_pinpoint(source), SEEN)
    assert recorded == HEAD + expected
    assert first_pinpoint(Source("a.yaml", recorded)).verified == SEEN


def first_pinpoint(source: Source):  # type: ignore[no-untyped-def]
    problems: list[Diagnostic] = []
    read = read_yaml(source)
    assert read.diagnostics == ()
    assert isinstance(read.value, Listing)
    [item] = read.value.items
    assert isinstance(item, Mapping)
    authority = read_authority(item, problems)
    assert authority is not None
    return authority.pinpoints[0]


ENTRY = f'{{cite: "@a, art 5", {FIELDS}}}'
OLD = '{cite: "@b", seen: x, by: y, on: 2026-01-01}'


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("title: x\n", f"title: x\nverified:\n  - {ENTRY}\n"),
        ("title: x\n\n\n", f"title: x\nverified:\n  - {ENTRY}\n"),
        ("title: x", f"title: x\nverified:\n  - {ENTRY}\n"),
        ("verified:\ntitle: x\n", f"verified:\n  - {ENTRY}\ntitle: x\n"),
        ("verified:   # none\ntitle: x\n", f"verified:\n  - {ENTRY}   # none\ntitle: x\n"),
        ("verified: []\ntitle: x\n", f"verified:\n  - {ENTRY}\ntitle: x\n"),
        (f"verified: [{OLD}]\ntitle: x\n", f"verified: [{OLD}, {ENTRY}]\ntitle: x\n"),
        (f"verified: [\n  {OLD},\n]\ntitle: x\n", f"verified: [\n  {OLD}, {ENTRY},\n]\ntitle: x\n"),
        (f"verified:\n  - {OLD}\ntitle: x\n", f"verified:\n  - {OLD}\n  - {ENTRY}\ntitle: x\n"),
        (f"verified:\n- {OLD}\n\n# why\ntitle: x\n", f"verified:\n- {OLD}\n- {ENTRY}\n\n# why\ntitle: x\n"),
        (
            'verified:\n  - cite: "@b"\n    seen: x\n    by: y\n    on: 2026-01-01\ntitle: x\n',
            f'verified:\n  - cite: "@b"\n    seen: x\n    by: y\n    on: 2026-01-01\n  - {ENTRY}\ntitle: x\n',
        ),
        (f"title: x\nverified:\n  - {OLD}", f"title: x\nverified:\n  - {OLD}\n  - {ENTRY}"),
        ('{"title": "x"}\n', f'{{"title": "x", "verified": [{ENTRY}]}}\n'),
        ('{"title": "x",\n "verified": []}\n', f'{{"title": "x",\n "verified": [{ENTRY}]}}\n'),
        ("verified: null\ntitle: x\n", f"verified:\n  - {ENTRY}\ntitle: x\n"),
        ("{title: x,}", f'{{title: x, "verified": [{ENTRY}]}}'),
    ],
)
def test_in_a_case(case: str, expected: str) -> None:
    recorded = in_case(Source("case.yaml", case), "@a, art 5", SEEN)
    assert recorded == expected
    before, after = read_yaml(Source("case.yaml", case)), read_yaml(Source("case.yaml", recorded))
    assert (before.diagnostics, after.diagnostics) == ((), ())
    assert isinstance(before.value, Mapping)
    assert isinstance(after.value, Mapping)
    entry = {"cite": "@a, art 5", "seen": SEEN.seen, "by": SEEN.by, "on": "2026-11-24"}
    old, new = plain(before.value), plain(after.value)
    assert new.pop("verified") == [*(old.pop("verified", None) or []), entry]
    assert new == old
