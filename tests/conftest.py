"""Fixtures that several rooms share."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from repositories import commit, git
from soundness import Inspector
from workspace import HOUSE, STYLE, clause, library, write

from briefkit.cli import main

Run = Callable[..., Result]
INSPECTOR = Inspector()


def pytest_configure(config: pytest.Config) -> None:
    """Every Word file that a test makes is inspected (`soundness`)."""
    patch = pytest.MonkeyPatch()
    INSPECTOR.work(patch)
    config.add_cleanup(patch.undo)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    INSPECTOR.begin(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped (in CI), a skipped test is a failed one that says what was missing."""
    report = yield
    if report.skipped and os.environ.get("BRIEFKIT_NOTHING_SKIPPED"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def in_english() -> Iterator[None]:
    """The program speaks English to the tests, and to what they start, whatever the tester's locale is."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BRIEFKIT_LANG", "en")
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace that the test stands in."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"clauses/.keep": "", "styles/.keep": ""})
    return tmp_path


@pytest.fixture
def alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace that has no shipped one below it: its own style and look, and nothing else."""
    write(folder, {"styles/international-law.csl": STYLE, "styles/house.docx": HOUSE})
    monkeypatch.setattr("briefkit.shelf.reading.shipped_folder", lambda: folder)
    return folder


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in no repository, that the test stands in."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(outside: Path) -> Path:
    """A repository with the small library, of one clause “a”, in its first commit."""
    git("init", "--quiet", "--initial-branch=main")
    write(outside, library(clause("A text.", slug="a")))
    commit()
    return outside


@pytest.fixture
def memo(folder: Path) -> Path:
    """A workspace with a memo that builds: case.yaml and body.md."""
    write(
        folder,
        {
            "case.yaml": "profile: memo\ntitle: A memo\nclauses: none\nsections: {text: body.md}\n",
            "body.md": "The Covenant protects it [@iccpr, art 22(1)].\n",
        },
    )
    return folder


@pytest.fixture
def briefkit() -> Run:
    """Runs a command as the user would; anything but a clean exit fails the test."""

    def run(*args: str, files: Mapping[str, str] | None = None) -> Result:
        write(Path.cwd(), files or {})
        result = CliRunner().invoke(main, args)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        assert "Traceback" not in result.output
        return result

    return run
