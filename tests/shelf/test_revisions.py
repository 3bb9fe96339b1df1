"""The files of a library in a folder and in a git revision, and what can be wrong with either."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from workspace import clause, library, write

from briefkit.diagnostics import Diagnostic
from briefkit.shelf import revisions
from briefkit.shelf.revisions import LibraryFiles, read_edition, read_editions

FILES = library(clause("A text.", slug="a"))
READ = {path: text for path, text in FILES.items() if not path.endswith(".csl")}
TEXT = "clauses/arguments/a/en.md"
HINT = "name a folder that holds clauses/, or a revision such as HEAD~5, a branch or a tag"


def git(*arguments: str) -> str:
    identity = ("-c", "user.name=A tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit() -> str:
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "-m", "A commit")
    return git("rev-parse", "HEAD")


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in no repository."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(outside: Path) -> Path:
    """A repository with the small library in its first commit."""
    git("init", "--quiet", "--initial-branch=main")
    write(outside, FILES)
    commit()
    return outside


def read(place: str) -> tuple[LibraryFiles | None, list[tuple[str, str, str]]]:
    """The files, and the problems: code, message, hint."""
    problems: list[Diagnostic] = []
    files = read_edition(place, problems)
    return files, [(one.code, one.message, one.hint) for one in problems]


def texts(place: str) -> dict[str, str]:
    files, problems = read(place)
    assert files is not None
    assert problems == []
    return {path: source.text for path, source in files.layer.items()}


def refused(place: str) -> tuple[str, str, str]:
    files, problems = read(place)
    assert files is None
    (problem,) = problems
    return problem


class TestFolders:
    def test_a_workspace(self, outside: Path) -> None:
        write(outside / "one", FILES)
        assert texts("one") == READ

    def test_a_clauses_folder_under_any_name(self, outside: Path) -> None:
        write(outside, {path.replace("clauses/", "kept/"): text for path, text in FILES.items()})
        assert texts("kept") == {path: text for path, text in READ.items() if path.startswith("clauses/")}

    def test_two_are_compared_in_what_both_cover(self, outside: Path) -> None:
        write(outside, FILES)
        both = read_editions("clauses", ".")
        assert both.value is not None
        assert both.value[0].layer.keys() == both.value[1].layer.keys() == {path for path in READ if path.startswith("clauses/")}

    def test_a_folder_without_a_library(self, outside: Path) -> None:
        write(outside, {"other/file.md": ""})
        assert refused("other") == ("no-library", "“other” holds no clause library.", HINT)

    def test_a_file_that_cannot_be_read_is_named(self, outside: Path) -> None:
        write(outside / "one", {**FILES, TEXT: b"\xff"})
        files, problems = read("one")
        assert files is not None
        assert (files.unread, [code for code, *_ in problems]) == ((TEXT,), ["file-encoding"])

    def test_a_link_that_leads_out(self, outside: Path) -> None:
        write(outside, {"secret.md": "Secret."})
        write(outside / "one", FILES)
        (outside / "one" / TEXT).unlink()
        (outside / "one" / TEXT).symlink_to(outside / "secret.md")
        files, problems = read("one")
        assert files is not None
        assert (files.unread, [code for code, *_ in problems]) == ((TEXT,), ["file-outside"])

    def test_links_that_lead_to_themselves_or_to_a_folder(self, outside: Path) -> None:
        write(outside / "one", FILES)
        (outside / "one/clauses/arguments/b.md").symlink_to("b.md")
        (outside / "one/clauses/more").symlink_to("arguments")
        files, problems = read("one")
        assert files is not None
        assert files.unread == ("clauses/arguments/b.md",)
        assert sorted(code for code, *_ in problems) == ["file-outside", "file-unread"]

    def test_a_folder_that_cannot_be_opened_is_no_edition(self, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def closed(place: str) -> object:
            raise PermissionError(13, "Permission denied", str(place))

        write(outside / "one", FILES)
        monkeypatch.setattr("os.scandir", closed)
        assert refused("one")[:2] == ("file-unreadable", "“one/clauses” cannot be read: Permission denied.")


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
        assert refused(TEXT)[:2] == ("no-library", f"“{TEXT}” is a file, and no folder or revision.")

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
            raise subprocess.TimeoutExpired(command, revisions.PATIENCE)

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

    def test_both_sides_are_said(self, repository: Path) -> None:
        both = read_editions("nothing", "nowhere")
        assert both.value is None
        assert [one.code for one in both.diagnostics] == ["unknown-revision", "unknown-revision"]
