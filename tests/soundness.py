"""Every Word file that a test makes is inspected as soon as it is put together, wherever in the program that happens.

A test that makes broken ones on purpose says so: `@pytest.mark.unsound("why")`. One whose trees are made by hand, and need not be what
a document is composed as, is inspected for what refers to what alone: `@pytest.mark.hand_made("why")`.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from briefkit.inspection import CHECKS, RELATIONS, problems, signature_problems

HAND_MADE = (*RELATIONS, signature_problems)
COMPOSED = (*CHECKS, signature_problems)


class Inspector:
    """Inspects each file once; `checks` are those of the test that runs, and while tests are collected those of trees made by hand."""

    def __init__(self) -> None:
        self.checks: tuple[Any, ...] = HAND_MADE
        self._seen: set[tuple[bytes, int]] = set()

    def begin(self, item: pytest.Item) -> None:
        """A test begins, before its fixtures do."""
        if item.get_closest_marker("unsound"):
            self.checks = ()
        else:
            self.checks = HAND_MADE if item.get_closest_marker("hand_made") else COMPOSED

    def inspect(self, made: bytes) -> None:
        key = (sha256(made).digest(), len(self.checks))
        if key not in self._seen:
            found = problems(made, self.checks) if self.checks else ()
            assert not found, "a Word file that this test makes is not sound: " + " ".join(found)
            self._seen.add(key)

    def work(self, patch: pytest.MonkeyPatch) -> None:
        """From now on a file is inspected where the parts of a document become one."""
        from briefkit.writers.docx import desk

        assemble: Callable[..., bytes] = desk.assemble

        def inspected(*parts: Any) -> bytes:
            made = assemble(*parts)
            self.inspect(made)
            return made

        patch.setattr(desk, "assemble", inspected)
