"""briefkit authorities verify: what may be recorded, and what then counts as seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from workspace import AUTHORITIES, CASE, library, write

SEEN = ("--seen", "the volume", "--by", "counsel", "--on", "2026-03-04")
FILE = "clauses/authorities/all.yaml"


@pytest.fixture
def place(alone: Path) -> Path:
    more = "    - {loc: art 8, says: x}\n    - loc: art 9\n      says: y\n"
    listed = AUTHORITIES.replace("    - {loc: art 19,", more + "    - {loc: art 19,")
    write(alone, {**library(authorities=listed), "case.yaml": CASE + "clauses: none\nsections: {law: law.md}\n"})
    write(alone, {"law.md": "A [@covenant, arts 8 and 9]."})
    return alone


@pytest.mark.parametrize("where", [(), ("--case", "case.yaml")])
def test_several_places_are_recorded_and_count(place: Path, briefkit: Run, where: tuple[str, ...]) -> None:
    assert briefkit("check", "case.yaml").stderr.count("warning[unverified-pinpoint]") == 2
    done = briefkit("authorities", "verify", "covenant", "arts 8 and 9", *SEEN, *where)
    assert (done.exit_code, done.stderr) == (0, "")
    assert briefkit("check", "case.yaml").stderr == "Nothing to report.\n"


def test_several_places_of_the_library_are_recorded_each(place: Path, briefkit: Run) -> None:
    briefkit("authorities", "verify", "covenant", "arts 8 and 9", *SEEN)
    fields = 'verified: {seen: "the volume", by: "counsel", on: 2026-03-04}'
    text = (place / FILE).read_text(encoding="utf-8")
    assert f"    - {{loc: art 8, says: x, {fields}}}\n    - {fields}\n      loc: art 9\n      says: y\n" in text


@pytest.mark.parametrize("where", [(), ("--case", "case.yaml")])
@pytest.mark.parametrize("loc", ["art 5, para 3", "art 8 blah blah", "the preamble", ""])
def test_a_pinpoint_that_is_not_read_to_its_end_is_refused(place: Path, briefkit: Run, loc: str, where: tuple[str, ...]) -> None:
    before = {name: (place / name).read_bytes() for name in (FILE, "case.yaml")}
    done = briefkit("authorities", "verify", "covenant", loc, *SEEN, *where)
    assert done.exit_code == 1
    assert "error[bad-pinpoint]" in done.stderr
    assert {name: (place / name).read_bytes() for name in before} == before


def test_a_place_that_has_a_name_alone_stands_in_braces(place: Path, briefkit: Run) -> None:
    refused = briefkit("authorities", "verify", "covenant", "merits", *SEEN, "--case", "case.yaml")
    assert refused.exit_code == 1
    assert "in braces: {merits}" in refused.stderr
    done = briefkit("authorities", "verify", "covenant", "{merits}", *SEEN, "--case", "case.yaml")
    assert done.exit_code == 0, done.stderr
    assert "@covenant, {merits}" in (place / "case.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("where", [(), ("--case", "case.yaml")])
def test_an_authority_that_there_is_not(place: Path, briefkit: Run, where: tuple[str, ...]) -> None:
    done = briefkit("authorities", "verify", "covenent", "art 8", *SEEN, *where)
    assert done.exit_code == 1
    assert done.stderr == "error[unknown-authority]: There is no authority “covenent”.\n  hint: did you mean “covenant”?\n\n"


@pytest.mark.parametrize("where", [(), ("--case", "case.yaml")])
def test_a_day_that_has_not_come(place: Path, briefkit: Run, where: tuple[str, ...]) -> None:
    done = briefkit("authorities", "verify", "covenant", "art 8", "--seen", "x", "--by", "y", "--on", "2199-01-01", *where)
    assert done.exit_code == 1
    assert done.stderr.startswith("error[bad-date]: 2199-01-01 has not come yet.")


def test_a_day_that_has_not_come_in_a_file(place: Path, briefkit: Run) -> None:
    record = 'verified: [{cite: "@covenant, arts 8, 9", seen: x, by: y, on: 2199-01-01}]\n'
    done = briefkit("check", "case.yaml", files={"case.yaml": (place / "case.yaml").read_text(encoding="utf-8") + record})
    assert done.exit_code == 1
    assert "error[bad-date]: On 2199-01-01 nobody can have seen it yet.\n  --> case.yaml:5:63" in done.stderr
