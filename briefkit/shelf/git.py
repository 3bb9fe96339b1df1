"""Calls of git, which ask nobody and fetch nothing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.shelf.reasons import reason_of

PATIENCE = 120  # seconds for one call of git
_QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_LITERAL_PATHSPECS": "1"}


class GitFailed(Exception):
    """A call of git that gave no answer; carries the diagnostic."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


def call(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """One call of git, whatever it answers."""
    command = ["git", "--no-pager", *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, env={**os.environ, **_QUIET}, timeout=PATIENCE, check=False)
    except FileNotFoundError:
        hint = say("install git, or compare two folders")
        raise GitFailed(diagnose("git-missing", say("A revision is read with git, which is not installed here."), hint=hint)) from None
    except subprocess.TimeoutExpired:
        raise GitFailed(diagnose("git-failed", say("git gave no answer within {seconds} seconds.", seconds=PATIENCE))) from None
    except OSError as error:
        raise GitFailed(diagnose("git-failed", say("git cannot be run: {reason}.", reason=reason_of(error)))) from None


def answer(done: subprocess.CompletedProcess[bytes]) -> bytes:
    """What git answers. Raises GitFailed where it complains instead."""
    if done.returncode:
        raise GitFailed(complaint(done))
    return done.stdout


def complaint(done: subprocess.CompletedProcess[bytes]) -> Diagnostic:
    reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
    if not reason:
        return diagnose("git-failed", say("git could not read the repository: it gave no reason."))
    return diagnose("git-failed", say("git could not read the repository: {reason}.", reason=reason))


def top_of_repository() -> Path | None:
    """The top folder of the repository at hand; None outside any."""
    found = call("rev-parse", "--show-toplevel")
    if found.returncode == 0:
        return Path(os.fsdecode(found.stdout.removesuffix(b"\n"))).resolve()
    if b"not a git repository" in found.stderr:
        return None
    raise GitFailed(complaint(found))
