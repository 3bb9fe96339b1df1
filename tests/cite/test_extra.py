"""Zotero's Extra field."""

from __future__ import annotations

import pytest

from briefkit.cite.items import Name, read_item


def item(note: str, **more: object):  # type: ignore[no-untyped-def]
    return read_item({"id": "a", "type": "report", "title": "T", "note": note, **more})


def test_lines_of_the_note_give_variables() -> None:
    read = item("event-date: 2004-10-01\njurisdiction: KZ\nreviewed-author: Hall || W.C.\nreviewed-author: Ministry")
    assert read.texts["jurisdiction"] == "KZ"
    assert read.dates["event-date"].start.year == 2004
    assert read.names["reviewed-author"] == (Name("Hall", "W.C."), Name(literal="Ministry"))


def test_what_the_item_has_stays_but_for_dates_and_its_type() -> None:
    read = item("title: Another\nissued: 2001\ntype: treaty", issued={"date-parts": [[1999]]})
    assert (read.texts["title"], read.dates["issued"].start.year, read.type) == ("T", 2001, "treaty")


@pytest.mark.parametrize("note", ["See also: the annex", "Words.\nMore words: x\njurisdiction: KZ", "nonsense: x", "jurisdiction:"])
def test_words_are_no_variables(note: str) -> None:
    assert "jurisdiction" not in item(note).texts


def test_the_first_line_may_be_words() -> None:
    assert item("A remark of its reader\njurisdiction: KZ").texts["jurisdiction"] == "KZ"
    assert item("Read it. {:jurisdiction: KZ}").texts["jurisdiction"] == "KZ"
