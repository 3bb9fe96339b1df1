"""`briefkit build --zotero`, as a user runs it."""

from __future__ import annotations

from pathlib import Path

from conftest import Run
from livefields import citations, preferences


def test_build_makes_citations_live_and_says_what_a_refresh_changes(memo: Path, briefkit: Run) -> None:
    result = briefkit("build", "case.yaml", "--zotero", "-o", "memo.docx", "-o", "memo.txt")
    assert result.exit_code == 0
    assert "warning[zotero-style-unknown]" in result.output and "warning[zotero-refresh]" in result.output
    document = (memo / "memo.docx").read_bytes()
    [one] = citations(document)
    assert one.citation["citationItems"][0]["id"] == "iccpr"
    assert preferences(document)[1] is not None


def test_without_the_option_nothing_is_live(memo: Path, briefkit: Run) -> None:
    result = briefkit("build", "case.yaml", "-o", "memo.docx")
    assert result.exit_code == 0 and "zotero" not in result.output
    assert citations((memo / "memo.docx").read_bytes()) == []


def test_the_option_wants_a_word_document(memo: Path, briefkit: Run) -> None:
    result = briefkit("build", "case.yaml", "--zotero", "-o", "memo.html", "-o", "checklist.docx")
    assert result.exit_code == 2
    assert "--zotero is for Word documents: give an output that ends in .docx." in result.output
    assert not (memo / "memo.html").exists()
