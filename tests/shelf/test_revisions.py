"""The files of a library in a git revision, and what can be wrong with it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from editions_read import HINT, READ, TEXT, read, refused, texts
from repositories import commit, git
from workspace import write

from briefkit.shelf import git as calls
from briefkit.shelf import revisions


class TestRevisions:
    def test_by_every_name_that_git_knows(self, repository: Path) -> None:
        first = git("rev-parse", "HEAD")
        git("tag", "--annotate", "-m", "A tag", "v1")
        write(repository, {TEXT: "Another text."})
        commit()
        for name in ("HEAD~1", "v1", first, first[:10], "main^"):
            assert texts(name) == READ
        assert texts("HEAD")[TEXT] == texts(".")[TEXT] == "Another text."

    def test_line_ends_and_marks_as_in_a_file(self, repository: Path) -> None:
        write(repository, {TEXT: b"\xef\xbb\xbfA\r\nB\r\n"})
        commit()
        assert texts("HEAD")[TEXT] == "A\nB\n"

    def test_names_that_are_not_plain(self, repository: Path) -> None:
        write(repository, {"clauses/arguments/құқық is\tлюбой/en.md": "Қ", "clauses/arguments/empty/en.md": ""})
        commit()
        assert texts("HEAD")["clauses/arguments/құқық is\tлюбой/en.md"] == "Қ"
        assert texts("HEAD")["clauses/arguments/empty/en.md"] == ""

    def test_a_workspace_below_the_top(self, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(repository, {"deep/er/" + TEXT: "Deep.", "deep/er/clauses/arguments/a/clause.yaml": "x"})
        commit()
        monkeypatch.chdir(repository / "deep" / "er" / "clauses")
        assert texts("HEAD")[TEXT] == "Deep."
        files, _ = read("HEAD")
        assert files is not None
        assert files.layer[TEXT].name == f"HEAD:deep/er/{TEXT}"

    def test_a_folder_comes_before_a_branch_of_its_name(self, repository: Path) -> None:
        git("branch", "clauses")
        write(repository, {TEXT: "In the folder."})
        assert texts("clauses")[TEXT] == "In the folder."
        assert texts("refs/heads/clauses")[TEXT] == "A text."

    def test_a_file_that_cannot_be_read_is_named(self, repository: Path) -> None:
        write(repository, {TEXT: b"\xff"})
        commit()
        files, problems = read("HEAD")
        assert files is not None
        assert files.unread == (TEXT,)
        assert problems[0][:2] == ("file-encoding", f"“HEAD:{TEXT}” is not UTF-8 text.")

    def test_a_link_is_not_followed(self, repository: Path) -> None:
        (repository / TEXT).unlink()
        (repository / TEXT).symlink_to("/etc/hostname")
        commit()
        files, problems = read("HEAD")
        assert files is not None
        assert (files.unread, [code for code, *_ in problems]) == ((TEXT,), ["file-unreadable"])

    def test_a_file_that_is_too_large_is_not_read(self, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(revisions, "MAX_TEXT", 2000)
        write(repository, {TEXT: "x" * 2001})
        commit()
        files, problems = read("HEAD")
        assert files is not None
        assert (files.unread, [code for code, *_ in problems]) == ((TEXT,), ["file-too-large"])


class TestTrouble:
    @pytest.mark.parametrize("name", ["--output=/tmp/x", "-h", "--", "", " ", "HEAD\nHEAD", "a\0b"])
    def test_what_is_no_name_never_reaches_git(self, repository: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("git was called"))
        assert refused(name)[0] == "unknown-revision"

    def test_an_unknown_revision(self, repository: Path) -> None:
        git("branch", "review-of-may")
        said = "There is no folder “reveiw-of-may”, and no revision of this name in the repository."
        assert refused("reveiw-of-may") == ("unknown-revision", said, "did you mean “review-of-may”?")
        assert refused("zzzz")[2] == HINT

    def test_a_folder_nearly_of_this_name(self, repository: Path) -> None:
        assert refused("clausse")[2] == "did you mean “clauses”?"

    def test_a_place_within_a_revision(self, repository: Path) -> None:
        assert refused("HEAD:clauses")[0] == "unknown-revision"

    def test_a_file(self, repository: Path) -> None:
        assert refused(TEXT)[:2] == ("no-library", f"“{TEXT}” is a file, and no folder, zip file or revision.")

    def test_no_repository(self, outside: Path) -> None:
        said = "There is no folder “HEAD”, and no git repository here that could hold a revision of this name."
        assert refused("HEAD") == ("no-repository", said, HINT)

    def test_a_repository_without_a_commit(self, outside: Path) -> None:
        git("init", "--quiet")
        assert refused("HEAD")[0] == "unknown-revision"

    def test_a_revision_without_a_library(self, outside: Path) -> None:
        git("init", "--quiet")
        write(outside, {"notes.md": ""})
        commit()
        hint = "go to the folder that held clauses/ in this revision"
        assert refused("HEAD") == ("no-library", "“HEAD” holds no clause library at the top of the repository.", hint)

    def test_no_git(self, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", str(repository))
        said = "A revision is read with git, which is not installed here."
        assert refused("HEAD") == ("git-missing", said, "install git, or compare two folders")

    def test_git_without_an_answer(self, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def never(command: list[str], **_: object) -> None:
            raise subprocess.TimeoutExpired(command, calls.PATIENCE)

        monkeypatch.setattr(subprocess, "run", never)
        assert refused("HEAD")[:2] == ("git-failed", "git gave no answer within 120 seconds.")

    def test_a_file_that_git_lacks(self, repository: Path) -> None:
        damaged = git("rev-parse", f"HEAD:{TEXT}")
        (repository / ".git" / "objects" / damaged[:2] / damaged[2:]).unlink()
        files, problems = read("HEAD")
        assert files is not None
        assert files.unread == (TEXT,)
        hint = "fetch the whole history of the repository"
        assert problems == [("file-unreadable", f"“HEAD:{TEXT}” cannot be read: git does not have it here.", hint)]

    @pytest.mark.parametrize("limit", ["MAX_FILES", "MAX_TOTAL"])
    def test_too_much(self, repository: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
        monkeypatch.setattr(revisions, limit, 3)
        assert refused("HEAD")[0] == "library-too-large"
