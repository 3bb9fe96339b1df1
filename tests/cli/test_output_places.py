"""Where `briefkit build -o` writes: links, long names, rights of new files, and never over what somebody wrote."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from workspace import HOUSE, write

POSIX = pytest.mark.skipif(os.name == "nt", reason="rights and links of files are POSIX's")


@pytest.fixture
def mask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@POSIX
def test_a_new_file_has_the_rights_that_the_umask_leaves(memo: Path, briefkit: Run, mask: None) -> None:
    assert briefkit("build", "case.yaml").exit_code == 0
    assert stat.S_IMODE((memo / "case.docx").stat().st_mode) == 0o600


@POSIX
def test_a_link_stays_a_link(memo: Path, briefkit: Run) -> None:
    (memo / "out").mkdir()
    (memo / "l.docx").symlink_to(memo / "out" / "real.docx")
    for _ in range(2):
        assert briefkit("build", "case.yaml", "-o", "l.docx").exit_code == 0
    assert (memo / "l.docx").is_symlink()
    assert (memo / "out" / "real.docx").read_bytes().startswith(b"PK")
    assert [path.name for path in (memo / "out").iterdir()] == ["real.docx"]


@POSIX
def test_a_link_that_leads_to_itself(memo: Path, briefkit: Run) -> None:
    (memo / "l.docx").symlink_to(memo / "l.docx")
    done = briefkit("build", "case.yaml", "-o", "l.docx")
    assert done.exit_code == 1
    assert "error[output-unwritable]" in done.stderr


@pytest.mark.parametrize("length", [245, 246, 255])
def test_a_name_as_long_as_the_disk_takes(memo: Path, briefkit: Run, length: int) -> None:
    name = "n" * (length - len(".txt")) + ".txt"
    for _ in range(2):
        assert briefkit("build", "case.yaml", "-o", name).exit_code == 0
    assert (memo / name).is_file()


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_name_that_is_too_long(memo: Path, briefkit: Run, force: list[str]) -> None:
    done = briefkit("build", "case.yaml", "-o", "n" * 300 + ".txt", *force)
    assert done.exit_code == 1
    assert "error[output-unwritable]" in done.stderr


@pytest.mark.parametrize("name", ["note.txt", "letter.docx"])
def test_a_file_that_briefkit_did_not_build(memo: Path, briefkit: Run, name: str) -> None:
    write(memo, {name: "my notes"})
    done = briefkit("build", "case.yaml", "-o", name)
    assert done.exit_code == 1
    assert f"error[output-changed]: “{name}” was changed since briefkit built it, or was not built by it." in done.stderr
    assert (memo / name).read_bytes() == b"my notes"
    assert briefkit("build", "case.yaml", "-o", name, "--force").exit_code == 0
    assert briefkit("build", "case.yaml", "-o", name).exit_code == 0


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("sections: {text: body.txt}", "body.txt"),
        ("sections: {text: body.txt}", "./x/../body.txt"),
        ("sections: {text: body.md}\nrefs: refs.txt", "refs.txt"),
        ("sections: {text: body.md}\nexhibits: [{id: x, title: X, file: letter.docx}]", "letter.docx"),
        ("sections: {text: body.md}", "own.docx"),
    ],
)
def test_what_the_case_is_made_of_is_never_written(memo: Path, briefkit: Run, line: str, name: str) -> None:
    case = f"profile: memo\ntitle: A memo\nclauses: none\n{line}\n"
    write(memo, {"x/y": "", "body.txt": "Words.", "refs.txt": "[]", "letter.docx": "x", "own.docx": HOUSE, "case.yaml": case})
    before = (memo / name).read_bytes()
    done = briefkit("build", "case.yaml", "--template", "own.docx", "-o", name, "--force")
    assert done.exit_code == 1
    assert "is a file that the case itself is made of" in done.stderr
    assert (memo / name).read_bytes() == before
