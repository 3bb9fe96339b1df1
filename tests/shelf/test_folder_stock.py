"""The files of a library in a folder, and what can be wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from editions_read import FILES, HINT, READ, TEXT, read, refused, texts
from workspace import write

from briefkit.shelf import folder_stock, stock


def test_a_workspace(outside: Path) -> None:
    write(outside / "one", FILES)
    assert texts("one") == READ


def test_a_clauses_folder_under_any_name(outside: Path) -> None:
    write(outside, {path.replace("clauses/", "kept/"): text for path, text in FILES.items()})
    assert texts("kept") == {path: text for path, text in READ.items() if path.startswith("clauses/")}


def test_a_folder_without_a_library(outside: Path) -> None:
    write(outside, {"other/file.md": ""})
    assert refused("other") == ("no-library", "“other” holds no clause library.", HINT)


def test_a_long_text_is_read_whole(outside: Path) -> None:
    write(outside / "one", {**FILES, TEXT: "word " * 100_000})
    assert texts("one")[TEXT] == "word " * 100_000


def test_a_file_that_cannot_be_read_is_named(outside: Path) -> None:
    write(outside / "one", {**FILES, TEXT: b"\xff"})
    files, problems = read("one")
    assert files is not None
    assert (files.unread, [code for code, *_ in problems]) == ((TEXT,), ["file-encoding"])


def test_a_huge_file(outside: Path) -> None:
    write(outside / "one", {**FILES, TEXT: b"x" * 5_000_001})
    files, problems = read("one")
    assert files is not None
    assert (files.unread, problems[0][:2]) == ((TEXT,), ("file-too-large", f"“one/{TEXT}” is larger than 5 MB."))


def test_a_link_that_leads_out(outside: Path) -> None:
    write(outside, {"secret.md": "Secret."})
    write(outside / "one", FILES)
    (outside / "one" / TEXT).unlink()
    (outside / "one" / TEXT).symlink_to(outside / "secret.md")
    files, problems = read("one")
    assert files is not None
    assert (files.unread, [code for code, *_ in problems]) == ((TEXT,), ["file-outside"])


def test_a_link_within_the_library(outside: Path) -> None:
    write(outside / "one", FILES)
    (outside / "one/clauses/arguments/a/ru.md").symlink_to("en.md")
    assert texts("one")["clauses/arguments/a/ru.md"] == "A text."


def test_links_that_lead_to_themselves_or_to_a_folder(outside: Path) -> None:
    write(outside / "one", FILES)
    (outside / "one/clauses/arguments/b.md").symlink_to("b.md")
    (outside / "one/clauses/more").symlink_to("arguments")
    files, problems = read("one")
    assert files is not None
    assert files.unread == ("clauses/arguments/b.md",)
    assert sorted(code for code, *_ in problems) == ["file-outside", "file-unread"]


def test_a_pipe_is_not_waited_for(outside: Path) -> None:
    import os

    write(outside / "one", FILES)
    os.mkfifo(outside / "one" / "clauses" / "pipe.md")
    files, problems = read("one")
    assert files is not None
    assert (files.unread, problems[0][0]) == (("clauses/pipe.md",), "file-unreadable")


def test_a_folder_that_cannot_be_opened_is_no_edition(outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(place: str) -> object:
        raise PermissionError(13, "Permission denied", str(place))

    write(outside / "one", FILES)
    monkeypatch.setattr("os.scandir", closed)
    files, problems = read("one")
    assert files is None
    assert problems[0][:2] == ("file-unreadable", "“one/clauses” cannot be read: Permission denied.")


def test_too_many_files(outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(outside / "one", FILES)
    monkeypatch.setattr(folder_stock, "MAX_FILES", 3)
    assert refused("one")[0] == "library-too-large"


def test_too_much(outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(outside / "one", FILES)
    monkeypatch.setattr(stock, "MAX_TOTAL", 1000)
    assert refused("one")[0] == "library-too-large"
