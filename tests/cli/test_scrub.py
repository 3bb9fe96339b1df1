"""briefkit scrub: what it prints, what it writes, how it exits."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from pathlib import Path

import docx
import pytest
from conftest import Run

COMMENTED = "“commented.docx” has comments, which tell who wrote them by name and by words."


def written(path: Path, author: str = "Zhanar", comment: str = "") -> Path:
    made = docx.Document()
    made.core_properties.author = author
    paragraph = made.add_paragraph("Words of the text.")
    if comment:
        made.add_comment(paragraph.runs, comment, author=author, initials="Z")
    made.save(str(path))
    return path


@pytest.fixture
def place(folder: Path) -> Path:
    """A folder with two Word files, of which one has a comment."""
    written(folder / "plain.docx")
    written(folder / "commented.docx", comment="Ask him")
    return folder


def test_check_reports_and_writes_nothing(place: Path, briefkit: Run) -> None:
    shown = briefkit("scrub", "--check", "plain.docx", "commented.docx")
    assert shown.exit_code == 1
    lines = shown.stdout.splitlines()
    assert "plain.docx\tdocProps/core.xml\tauthor: Zhanar" in lines
    assert "commented.docx\tword/comments.xml\tZhanar commented: “Ask him”" in lines
    assert "plain.docx: " in shown.stderr and " things were found." in shown.stderr
    assert sorted(path.name for path in place.glob("*.docx")) == ["commented.docx", "plain.docx"]


def test_each_file_is_reported_and_the_others_are_written(place: Path, briefkit: Run) -> None:
    done = briefkit("scrub", "commented.docx", "missing.docx", "plain.docx")
    assert done.exit_code == 1
    assert f"error[scrub-undecided]: {COMMENTED}\n  hint: add --drop-comments to take them out; --check lists them" in done.stderr
    assert "Nothing was written for commented.docx." in done.stderr
    assert "There is no file “missing.docx”." in done.stderr
    assert done.stdout.startswith("Wrote plain.scrubbed.docx: ") and done.stdout.endswith(" things were taken out\n")
    assert sorted(path.name for path in place.glob("*.scrubbed.*")) == ["plain.scrubbed.docx"]


def test_what_is_decided_is_done(place: Path, briefkit: Run) -> None:
    done = briefkit("scrub", "commented.docx", "--drop-comments", "-o", "out.docx")
    assert done.exit_code == 0
    made = docx.Document("out.docx")
    assert [one.text for one in made.paragraphs] == ["Words of the text."]
    assert (list(made.comments), made.core_properties.author) == ([], "")


def test_the_same_file_gives_the_same_bytes(place: Path, briefkit: Run) -> None:
    for name in ("one.docx", "two.docx"):
        assert briefkit("scrub", "plain.docx", "-o", name).exit_code == 0
    assert (place / "one.docx").read_bytes() == (place / "two.docx").read_bytes()


def test_as_data(place: Path, briefkit: Run) -> None:
    shown = json.loads(briefkit("scrub", "plain.docx", "commented.docx", "--format", "json").stdout)
    first, second = shown["files"]
    assert (first["file"], first["output"], first["diagnostics"]) == ("plain.docx", "plain.scrubbed.docx", [])
    assert {"kind": "author", "part": "docProps/core.xml", "what": "author: Zhanar", "stays": False} in first["found"]
    assert second["output"] is None
    assert [one["code"] for one in second["diagnostics"]] == ["scrub-undecided"]


def test_no_file_is_written_over(place: Path, briefkit: Run) -> None:
    before = (place / "plain.docx").read_bytes()
    (place / "plain.scrubbed.docx").write_bytes(b"Somebody's own")
    refused = briefkit("scrub", "plain.docx")
    assert refused.exit_code == 1 and "“plain.scrubbed.docx” is there already, with other content." in refused.stderr
    assert (place / "plain.scrubbed.docx").read_bytes() == b"Somebody's own"
    assert briefkit("scrub", "plain.docx", "--force").exit_code == 0
    itself = briefkit("scrub", "plain.docx", "-o", "plain.docx", "--force")
    assert itself.exit_code == 1 and "is the file that is scrubbed, and it stays as it is." in itself.stderr
    assert (place / "plain.docx").read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="rights are those of Unix")
def test_what_its_owner_alone_may_read_stays_so(place: Path, briefkit: Run) -> None:
    (place / "plain.docx").chmod(0o600)
    briefkit("scrub", "plain.docx")
    assert stat.S_IMODE((place / "plain.scrubbed.docx").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plain.docx", "--accept-changes", "--reject-changes"), "--accept-changes and --reject-changes exclude each other."),
        (("plain.docx", "--check", "-o", "a.docx"), "--check writes nothing: give no -o."),
        (("plain.docx", "commented.docx", "-o", "a.docx"), "-o is for one file; several are written beside their originals."),
        (("plain.docx", "-o", "a.pdf"), "What is scrubbed stays what it was: -o must end in .docx."),
        ((), "Missing argument 'FILE...'."),
    ],
)
def test_wrong_usage(place: Path, briefkit: Run, words: tuple[str, ...], said: str) -> None:
    shown = briefkit("scrub", *words)
    assert (shown.exit_code, said in shown.stderr) == (2, True), shown.stderr


@pytest.mark.parametrize(
    ("name", "said", "hint"),
    [
        ("a.doc", "it is neither a .docx, an .odt nor a .pdf file", "save it as .docx, .odt or .pdf first"),
        ("a.docm", "it is neither a .docx, an .odt nor a .pdf file", "save it in Word as .docx, which leaves its macros behind"),
        ("a.txt", "it is neither a .docx, an .odt nor a .pdf file", "name a .docx, .odt or .pdf file"),
        ("a.docx", "it is not a readable zip file", "open it in the program that made it"),
        ("a.pdf", "it is damaged, or no PDF", "print it to a new PDF"),
    ],
)
def test_what_cannot_be_scrubbed(place: Path, briefkit: Run, name: str, said: str, hint: str) -> None:
    (place / name).write_bytes(b"something else")
    for option in ((), ("--check",)):
        shown = briefkit("scrub", name, *option)
        assert shown.exit_code == 1
        assert said in shown.stderr and hint in shown.stderr
    assert list(place.glob("*.scrubbed.*")) == []


def test_a_file_of_200_mb_says_what_to_do(place: Path, briefkit: Run) -> None:
    with (place / "large.pdf").open("wb") as file:
        file.truncate(200_000_000)
    shown = briefkit("scrub", "large.pdf")
    assert shown.exit_code == 1
    assert "error[file-too-large]: “large.pdf” is larger than 150 MB." in shown.stderr
    assert "hint: divide it, or make its pictures smaller" in shown.stderr


def test_a_zip_bomb_is_refused(place: Path, briefkit: Run) -> None:
    with zipfile.ZipFile(place / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(60_000_000))
    shown = briefkit("scrub", "bomb.docx")
    assert shown.exit_code == 1
    assert "is packed suspiciously small" in shown.stderr and "hint:" in shown.stderr
