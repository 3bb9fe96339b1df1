"""What documents were made of, on the disk: for its owner alone, whole or not at all, found again by its id."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from workspace import clause, inputs, library, write

from briefkit.build import build_with_sources
from briefkit.provenance.sources import Sources
from briefkit.shelf.builds import find_folder, keep_build, last_builds, read_kept

POSIX = pytest.mark.skipif(os.name == "nt", reason="rights of files are POSIX's")


@pytest.fixture
def made() -> Sources:
    found = build_with_sources(inputs(layer=library(clause("Words.", slug="a"))), ["txt"]).value.sources
    assert found is not None
    return found


@pytest.fixture
def case(tmp_path: Path) -> Path:
    write(tmp_path, {"case.yaml": "profile: test\ntitle: A test\n"})
    return tmp_path / "case.yaml"


def folder_of(case: Path, made: Sources) -> Path:
    return case.parent / ".briefkit" / "builds" / made.id


def held(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def test_the_files_are_kept_and_git_passes_over_them(case: Path, made: Sources) -> None:
    assert keep_build(case, made) == ()
    assert held(folder_of(case, made)) == made.files
    assert (case.parent / ".briefkit" / ".gitignore").read_text() == "*\n"


@POSIX
def test_only_their_owner_may_look_into_them(case: Path, made: Sources) -> None:
    before = os.umask(0)
    try:
        keep_build(case, made)
    finally:
        os.umask(before)
    kept = case.parent / ".briefkit"
    for path in (kept, kept / "builds", *folder_of(case, made).rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_second_build_changes_nothing(case: Path, made: Sources) -> None:
    keep_build(case, made)
    before = {path: path.stat().st_mtime_ns for path in folder_of(case, made).rglob("*")}
    keep_build(case, made)
    assert {path: path.stat().st_mtime_ns for path in folder_of(case, made).rglob("*")} == before


@pytest.mark.parametrize("harm", ["altered", "gone", "more"])
def test_what_was_harmed_is_made_whole(case: Path, made: Sources, harm: str) -> None:
    keep_build(case, made)
    file = folder_of(case, made) / "lock.yaml"
    if harm == "gone":
        file.unlink()
    else:
        (file if harm == "altered" else file.with_name("more.txt")).write_text("x")
    keep_build(case, made)
    assert held(folder_of(case, made)) == made.files
    assert sorted(path.name for path in folder_of(case, made).parent.iterdir()) == [made.id, "last.json"]


def test_where_it_cannot_be_kept_that_is_said(case: Path, made: Sources) -> None:
    write(case.parent, {".briefkit": "a file"})
    (problem,) = keep_build(case, made)
    assert (problem.code, problem.is_error) == ("build-unkept", False)
    assert str(problem.message).startswith("What the document was made of could not be kept: ")


def test_a_kept_build_is_read_back(case: Path, made: Sources) -> None:
    keep_build(case, made)
    kept = read_kept(made.id, [case.parent])
    assert kept is not None
    assert (kept.folder, kept.case) == (folder_of(case, made), case)
    assert kept.pins == replace(made.pins, build=made.id)
    assert set(kept.layer) == {path for path in made.files if path.startswith(("clauses/", "styles/"))}


def test_it_is_found_from_beside_above_and_below(case: Path, made: Sources) -> None:
    write(case.parent, {"my/case.yaml": "", "my/out/drafts/x": ""})
    mine = case.parent / "my" / "case.yaml"
    keep_build(mine, made)
    for place in (mine.parent, mine.parent / "out" / "drafts", case.parent):
        assert find_folder(made.id, [place]) == folder_of(mine, made)


@pytest.mark.parametrize("build", ["", "..", "../../etc", "0123456789aB", "0" * 13, "ffffffffffff"])
def test_what_is_no_id_leads_nowhere(case: Path, made: Sources, build: str) -> None:
    keep_build(case, made)
    assert find_folder(build, [case.parent]) is None


@pytest.mark.parametrize("text", ["", "[", "[]", "{}", '{"language": 1}'])
def test_a_build_that_does_not_say_what_it_is(case: Path, made: Sources, text: str) -> None:
    keep_build(case, made)
    (folder_of(case, made) / "build.json").write_text(text)
    assert read_kept(made.id, [case.parent]) is None


def test_the_last_build_in_each_language_is_known(case: Path, made: Sources) -> None:
    other = build_with_sources(inputs(layer=library(clause("Other words.", slug="a"))), ["txt"]).value.sources
    assert other is not None
    for one in (made, other):
        keep_build(case, one)
    assert [kept.pins.build for kept in last_builds(case)] == [other.id]
    assert list(last_builds(case.with_name("another.yaml"))) == []


@pytest.mark.parametrize("text", ["[", "[1]", "7"])
def test_a_record_of_builds_that_cannot_be_read_counts_for_nothing(case: Path, made: Sources, text: str) -> None:
    keep_build(case, made)
    (folder_of(case, made).parent / "last.json").write_text(text)
    assert list(last_builds(case)) == []
