"""briefkit inspect --check: what is wrong with a finished Word file, said for its reader."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Run

from briefkit.ooxml import read_zip, write_zip


def damaged(folder: Path, briefkit: Run) -> None:
    """A memo whose first note was cut out of its text, as `broken.docx`."""
    assert briefkit("build", "case.yaml", "-o", "a.docx").exit_code == 0
    parts = read_zip((folder / "a.docx").read_bytes())
    text = parts["word/document.xml"]
    mark = b'<w:footnoteReference w:id="1"/>'
    assert mark in text
    (folder / "broken.docx").write_bytes(write_zip({**parts, "word/document.xml": text.replace(mark, b"")}))


def test_what_is_sound_is_said_to_be(memo: Path, briefkit: Run) -> None:
    damaged(memo, briefkit)
    done = briefkit("inspect", "--check", "a.docx")
    assert (done.exit_code, done.stdout) == (0, "Nothing is wrong.\n")


def test_what_is_wrong_is_said_in_sentences(memo: Path, briefkit: Run) -> None:
    damaged(memo, briefkit)
    done = briefkit("inspect", "--check", "broken.docx")
    assert done.exit_code == 1
    assert "Note 1 is there, and nothing refers to it.\n" in done.stdout
    data = json.loads(briefkit("inspect", "--check", "broken.docx", "--format", "json").stdout)
    assert data["problems"] == done.stdout.splitlines()


def test_a_file_that_is_no_word_file(memo: Path, briefkit: Run) -> None:
    done = briefkit("inspect", "--check", "case.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "error[bad-document]: “case.yaml” cannot be read" in done.stderr
