"""Calls of git, which ask nobody and fetch nothing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.shelf.reasons import Stopped, reason_of

PATIENCE = 120  # seconds for one call of git
_QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_LITERAL_PATHSPECS": "1"}


def call(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """One call of git, whatever it answers. Raises Stopped where it gives no answer at all."""
    command = ["git", "--no-pager", *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, env={**os.environ, **_QUIET}, timeout=PATIENCE, check=False)
    except FileNotFoundError:
        hint = say("install git, or compare two folders")
        raise Stopped(diagnose("git-missing", say("A revision is read with git, which is not installed here."), hint=hint)) from None
    except subprocess.TimeoutExpired:
        raise Stopped(diagnose("git-failed", say("git gave no answer within {seconds} seconds.", seconds=PATIENCE))) from None
    except OSError as error:
        raise Stopped(diagnose("git-failed", say("git cannot be run: {reason}.", reason=reason_of(error)))) from None


def answer(done: subprocess.CompletedProcess[bytes]) -> bytes:
    """What git answers. Raises Stopped where it complains instead."""
    if done.returncode:
        raise Stopped(complaint(done))
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
    raise Stopped(complaint(found))
