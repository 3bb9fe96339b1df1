"""The files of a library in a zip file, and what can be wrong with it."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from editions_read import FILES, HINT, READ, TEXT, read, refused, texts

from briefkit.shelf import zip_stock


def packed(files: Mapping[str, str | bytes], within: str = "") -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(within + path, content)
    return made.getvalue()


@pytest.mark.parametrize("within", ["", "library-main/", "a/b/"])
def test_a_workspace_at_the_top_or_wrapped_in_a_folder(outside: Path, within: str) -> None:
    (outside / "one.zip").write_bytes(packed(FILES, within))
    assert texts("one.zip") == READ


def test_what_stands_beside_the_folder_that_wraps_it(outside: Path) -> None:
    (outside / "one.ZIP").write_bytes(
        packed({"readme.md": "", "__MACOSX/a.md": "", **{f"lib/{path}": text for path, text in FILES.items()}})
    )
    assert texts("one.ZIP") == READ


def test_a_clauses_folder(outside: Path) -> None:
    clauses = {path: text for path, text in READ.items() if path.startswith("clauses/")}
    (outside / "one.zip").write_bytes(packed({path.removeprefix("clauses/"): text for path, text in clauses.items()}, "kept/"))
    assert texts("one.zip") == clauses


def test_a_file_that_cannot_be_read_is_named(outside: Path) -> None:
    (outside / "one.zip").write_bytes(packed({**FILES, TEXT: b"\xff"}, "lib/"))
    files, problems = read("one.zip")
    assert files is not None
    assert (files.unread, problems[0][:2]) == ((TEXT,), ("file-encoding", f"“one.zip:{TEXT}” is not UTF-8 text."))


def test_other_files_are_left_packed(outside: Path) -> None:
    (outside / "one.zip").write_bytes(packed({**FILES, "styles/house.docx": b"0" * 6_000_000}))
    assert texts("one.zip") == READ


@pytest.mark.parametrize("files", [{}, {"other/file.md": ""}, {"a/clauses/x.md": "", "b/clauses/x.md": ""}])
def test_an_archive_without_a_library(outside: Path, files: dict[str, str]) -> None:
    (outside / "one.zip").write_bytes(packed(files))
    assert refused("one.zip") == ("no-library", "“one.zip” holds no clause library.", HINT)


class TestUnsafe:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"PK\3\4 no more", "it is not a readable zip file"),
            (b"", "it is not a readable zip file"),
            (packed({**FILES, "clauses/../../out.md": "x"}), "its file 'clauses/../../out.md' has a name that leads out of the archive"),
            (packed({**FILES, "/clauses/a.md": "x"}), "its file '/clauses/a.md' has a name that leads out of the archive"),
            (packed({**FILES, TEXT.upper().replace(".MD", ".md"): "x"}), "it holds 'CLAUSES/ARGUMENTS/A/EN.md' twice"),
            (packed({**FILES, TEXT: b"0" * 4_900_000}), f"its file '{TEXT}' is packed suspiciously small"),
            (packed({**FILES, TEXT: b"0" * 5_100_000}), f"its file '{TEXT}' is too large"),
        ],
    )
    def test_is_refused_whole(self, outside: Path, data: bytes, said: str) -> None:
        (outside / "one.zip").write_bytes(data)
        hint = "pack the folder that holds clauses/ again, without a password"
        assert refused("one.zip") == ("bad-zip", f"“one.zip” is not read: {said}.", hint)
        assert [one.name for one in outside.iterdir()] == ["one.zip"]

    def test_a_link(self, outside: Path) -> None:
        with zipfile.ZipFile(outside / "one.zip", "w") as archive:
            entry = zipfile.ZipInfo(TEXT)
            entry.external_attr = 0o120777 << 16
            archive.writestr(entry, "/etc/hostname")
        assert refused("one.zip")[1] == f"“one.zip” is not read: its file '{TEXT}' is a link."

    def test_a_password(self, outside: Path) -> None:
        data = bytearray(packed(FILES))
        central = data.index(b"PK\1\2")
        data[central + 8 : central + 10] = struct.pack("<H", 1)
        (outside / "one.zip").write_bytes(data)
        assert refused("one.zip")[1] == "“one.zip” is not read: it is encrypted."

    def test_too_many_files_and_too_much(self, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (outside / "one.zip").write_bytes(packed(FILES))
        monkeypatch.setattr(zip_stock, "MAX_TOTAL", 1000)
        assert "is too large" in refused("one.zip")[1]
        monkeypatch.setattr(zip_stock, "MAX_FILES", 3)
        assert refused("one.zip")[1] == "“one.zip” is not read: it holds more than 3 files."

    def test_an_archive_that_is_itself_too_large(self, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("briefkit.shelf.reading.MAX_ARCHIVE", 100)
        (outside / "one.zip").write_bytes(packed(FILES))
        assert refused("one.zip")[0] == "file-too-large"
