"""The tables of examples, one for each style: what every kind of source looks like, to the letter.

A lawyer can review `examples/*.yaml` without reading any program. `BRIEFKIT_UPDATE_GOLDENS=1 pytest tests/citation_styles` writes the
tables anew: read the difference as an editor before you commit it.
"""

from __future__ import annotations

import os

import pytest
import yaml

from .desk import HERE, STYLES, listed, mention, notes

# Each source, a place in it, and another place. One of each kind that international-law.csl names, and those that differ within a kind.
SOURCES = (
    ("iccpr", "art 22(2)", "arts 19, 21, 22(1)"),  # a treaty
    ("udhr", "art 20(1)", "art 29(2)"),  # a declaration like a treaty
    ("hrc-res-22-6", "para 9", "paras 8-9"),  # a resolution by its number
    ("hrd-declaration", "art 13", "art 3"),  # an instrument in a resolution
    ("agenda-2030", "para 39", "target 16.7"),
    ("copenhagen-1990", "para 9.3", "para 10"),  # an instrument in a series
    ("cm-rec-2007-14", "para 50", "para 51"),  # other standards
    ("astana-2010", "para 6", "para 7"),
    ("fatf-r8", "", "section II"),
    ("sr-23-39", "para 8", "para 82(b)"),  # UN reports
    ("sr-kz-2015", "paras 10-12", "para 90"),
    ("cescr-hrctte-joint", "para 2", "para 3"),
    ("gc-31", "para 6", "paras 15-16"),  # a general comment
    ("hrctte-kaz-co-1", "para 27", "para 28"),  # concluding observations
    ("hrctte-kaz-co-2", "para 5", "para 53"),
    ("joint-guidelines-foa", "para 32", "para 26"),  # Venice Commission, ODIHR
    ("vc-russia-2014", "para 5", "section IV.B"),
    ("busan", "para 22(a)", "para 22(b)"),  # a report of others
    ("istanbul-principles", "principle 5", ""),
    ("korneenko-2006", "para 7.2", "paras 7.6-7.7"),  # Views
    ("korneenko-2012", "para 10.8", "para 10.9"),
    ("tebieti", "para 82", "paras 72-73"),  # ECtHR
    ("gorzelik", "para 92", "para 88"),
    ("ecodefence", "", "para 139"),
    ("c-78-18", "para 112", "para 113"),  # CJEU
    ("judgment", "para 5", "para 6"),  # a domestic judgment
    ("kz-const-1995", "art 5", "art 23"),  # statutes
    ("kz-aoc-2014", "art 460-1", "arts 460-462"),
    ("kz-ncolaw-2001", "art 41(3)", "art 5"),
    ("kz-order-51-2016", "para 4", "para 5"),  # orders
    ("kz-cc-2005", "para 1", "para 2"),
    ("kz-nap-2016-2020", "", "section II"),
    ("book", "p 500", "pp 12-15"),  # literature
    ("edited-book", "p 7", "ch 2"),
    ("book-in-russian", "p 7", "p 8"),
    ("article", "p 40", ""),
    ("article-by-four", "", "p 3"),
    ("chapter", "p 101", ""),
    ("page", "", ""),
)


def _forms(style: str, name: str, pin: str, other: str) -> dict[str, str]:
    here, there = (f"{name}, {place}" if place else name for place in (pin, other))
    elsewhere = "vclt" if name != "vclt" else "echr"
    first, again, other_place, _, later = notes(style, here, here, there, elsewhere, here)
    (entry,) = listed(style, [name])
    found = {"first": first, "later": later, "at once": again, "at once, elsewhere": other_place}
    return {"place": pin or "none", **found, "in a sentence": mention(style, here), "in the list": entry}


@pytest.mark.parametrize("style", STYLES)
def test_every_kind_of_source_comes_out_as_its_table_has_it(style: str) -> None:
    found = {name: _forms(style, name, pin, other) for name, pin, other in SOURCES}
    path = HERE / "examples" / f"{style}.yaml"
    if os.environ.get("BRIEFKIT_UPDATE_GOLDENS"):
        path.write_text(_table(style, found), encoding="utf-8", newline="\n")
    expected = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert found == expected, "read the difference; if it is meant: BRIEFKIT_UPDATE_GOLDENS=1 pytest tests/citation_styles"


def _table(style: str, found: dict[str, dict[str, str]]) -> str:
    head = f"""\
# {style}.csl: how each kind of source is cited. Italics stand between asterisks; non-breaking spaces are shown as plain ones.
# first · later (after another source) · at once (the next note, the same place) · at once, elsewhere (then another place, or none)
# · in a sentence · in the list of sources. "place" is what the first note pins down.
"""
    written = [yaml.safe_dump({name: forms}, allow_unicode=True, sort_keys=False, width=10_000) for name, forms in found.items()]
    return "\n".join([head, *written])
