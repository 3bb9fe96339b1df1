"""Small git repositories for the tests."""

from __future__ import annotations

import subprocess


def git(*arguments: str) -> str:
    """A call of git in the folder at hand, by a tester who signs nothing."""
    identity = ("-c", "user.name=A tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit() -> str:
    """All that changed, in a commit; its name."""
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "-m", "A commit")
    return git("rev-parse", "HEAD")
