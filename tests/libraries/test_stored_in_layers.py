"""A stored text of one place takes no other place of its authority away, whichever layer it stands in."""

from __future__ import annotations

import pytest
from workspace import library, sources

from briefkit.libraries import read_library

HEAD = "---\nauthority: covenant\nlanguage: en\norigin: the printed volume\n---\n\n"


@pytest.mark.parametrize("path", ["clauses/sources/covenant.en.md", "clauses/sources/more.en.md"])
def test_a_later_layer_adds_places_and_replaces_its_own(path: str) -> None:
    added = {path: f"{HEAD}## art 50\n\nAnother article.\n"}
    [stored] = read_library([sources(library()), sources(added)]).value.sources
    assert [(text.loc, text.text) for text in stored.texts] == [("art 22(1)", "Quoted. A quotation."), ("art 50", "Another article.")]
    assert stored.origin == "written for the tests; the printed volume"
    corrected = {path: f"{HEAD}## art 22(1)\n\nAs it was corrected.\n"}
    [stored] = read_library([sources(library()), sources(corrected)]).value.sources
    assert [(text.loc, text.text) for text in stored.texts] == [("art 22(1)", "As it was corrected.")]
    assert stored.origin == "the printed volume"
