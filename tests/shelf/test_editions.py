"""What is read of two editions to compare them: what differs to the byte, and what is needed to tell of it."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from editions_read import FILES, TEXT
from repositories import commit, git
from test_zip_stock import packed
from workspace import clause, write

from briefkit.shelf import revisions
from briefkit.shelf.editions import read_editions

OTHER = clause("Another text [@covenant, art 19].", slug="b")
OLD = {**FILES, **OTHER}
NEW = {**FILES, **OTHER, TEXT: "A new text."}
KINDS = ("folder", "zip", "revision")
WORTH_READING = {TEXT, "clauses/arguments/a/clause.yaml", "clauses/facts.yaml"}


@pytest.fixture
def places(outside: Path, repository: Path) -> dict[str, tuple[str, str]]:
    """The same two editions as folders, as zip files and as revisions."""
    write(repository, OLD)
    commit()
    write(repository, NEW)
    commit()
    write(outside / "old", OLD)
    write(outside / "new", NEW)
    for name, files in (("old", OLD), ("new", NEW)):
        (outside / f"{name}.zip").write_bytes(packed(files, "library/"))
    return {"folder": ("old", "new"), "zip": ("old.zip", "new.zip"), "revision": ("HEAD~1", "HEAD")}


@pytest.mark.parametrize(("before", "after"), list(product(KINDS, repeat=2)))
def test_any_two_are_compared_and_only_what_is_needed_is_read(places: dict[str, tuple[str, str]], before: str, after: str) -> None:
    both = read_editions(places[before][0], places[after][1])
    assert both.diagnostics == ()
    assert both.value is not None
    old, new = both.value
    assert old.layer.keys() == new.layer.keys() == WORTH_READING
    assert (old.layer[TEXT].text, new.layer[TEXT].text) == ("A text.", "A new text.")
    assert old.paths == new.paths == {path for path in OLD if not path.endswith(".csl")}


@pytest.mark.parametrize(("one", "other"), list(product(KINDS, repeat=2)))
def test_nothing_is_read_of_what_is_the_same(places: dict[str, tuple[str, str]], one: str, other: str) -> None:
    both = read_editions(places[one][0], places[other][0])
    assert both.value is not None
    assert [dict(files.layer) for files in both.value] == [{}, {}]


def test_who_cites_an_authority_that_changed_is_read_from_a_revision_too(places: dict[str, tuple[str, str]], repository: Path) -> None:
    changed = FILES["clauses/authorities/all.yaml"].replace("Covenant on Testing", "Covenant on Tests")
    write(repository, {"clauses/authorities/all.yaml": changed})
    commit()
    both = read_editions("HEAD~1", "HEAD")
    assert both.value is not None
    assert {"clauses/arguments/b/en.md", "clauses/arguments/b/clause.yaml"} <= both.value[0].layer.keys()
    assert TEXT not in both.value[0].layer


def test_what_only_one_of_them_covers_is_left_out(outside: Path) -> None:
    write(outside, NEW)
    write(outside / "old", {path.removeprefix("clauses/"): text for path, text in OLD.items() if path.startswith("clauses/")})
    both = read_editions("old", ".")
    assert both.value is not None
    assert both.value[0].layer.keys() == both.value[1].layer.keys() == WORTH_READING


def test_line_ends_that_git_gave_a_file_on_the_disk_are_no_change(repository: Path) -> None:
    write(repository, {TEXT: "A\nB\n"})
    commit()
    write(repository, {TEXT: "A\r\nB\r\n"})
    both = read_editions("HEAD", ".")
    assert both.value is not None
    assert dict(both.value[0].layer) == {}


def test_a_repository_that_counts_by_sha256() -> None:
    assert revisions.named(b"what is up, doc?", 40) == "bd9dbf5aae1a3862dd1526723246b20206e5fc37"
    assert revisions.named(b"", 64) == "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"


def test_what_cannot_be_read_on_both_sides_is_not_the_same(outside: Path) -> None:
    for name in ("old", "new"):
        write(outside / name, {**FILES, TEXT: b"x" * 5_000_001})
    both = read_editions("old", "new")
    assert both.value is not None
    assert [files.unread for files in both.value] == [(TEXT,), (TEXT,)]
    assert [one.code for one in both.diagnostics] == ["file-too-large", "file-too-large"]


def test_both_sides_are_said(repository: Path) -> None:
    both = read_editions("nothing", "nowhere")
    assert both.value is None
    assert [one.code for one in both.diagnostics] == ["unknown-revision", "unknown-revision"]


def test_a_revision_of_which_git_lost_a_file(repository: Path) -> None:
    write(repository, {TEXT: "A new text."})
    lost = commit()
    name = git("rev-parse", f"{lost}:{TEXT}")
    (repository / ".git" / "objects" / name[:2] / name[2:]).unlink()
    both = read_editions("HEAD~1", "HEAD")
    assert both.value is not None
    assert both.value[1].unread == (TEXT,)
