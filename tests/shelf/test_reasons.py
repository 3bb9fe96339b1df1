"""Why the disk refuses."""

from __future__ import annotations

import errno
import os

import pytest
from capitals import capitals

from briefkit.shelf.reasons import reason_of

COMMON = ("EACCES", "EPERM", "ENOENT", "EEXIST", "EISDIR", "ENOTDIR", "ENOSPC", "EROFS", "ENAMETOOLONG", "ELOOP")


@pytest.mark.parametrize("name", COMMON)
def test_a_common_reason_reads_as_the_system_says_it_and_can_be_said_in_another_language(name: str) -> None:
    number = getattr(errno, name)
    reason = reason_of(OSError(number, os.strerror(number), "a file"))
    assert reason == os.strerror(number)
    assert capitals(reason) == reason.upper()


def test_another_reason_is_said_as_the_system_says_it() -> None:
    reason = reason_of(OSError(errno.EIO, os.strerror(errno.EIO)))
    assert capitals(reason) == reason == os.strerror(errno.EIO)


def test_an_error_without_a_number_says_what_it_holds() -> None:
    assert reason_of(OSError("the pipe {broke}")) == "the pipe {broke}"
