"""Why the disk refuses: the system says it in English alone, so its commonest reasons are messages of the program."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

from briefkit.diagnostics import Diagnostic
from briefkit.messages import Message, say, verbatim


class Stopped(Exception):
    """Work that cannot go on; carries the diagnostic."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


_REASONS: Mapping[int, Message] = MappingProxyType(
    {
        errno.EACCES: say("Permission denied"),
        errno.EPERM: say("Operation not permitted"),
        errno.ENOENT: say("No such file or directory"),
        errno.EEXIST: say("File exists"),
        errno.EISDIR: say("Is a directory"),
        errno.ENOTDIR: say("Not a directory"),
        errno.ENOSPC: say("No space left on device"),
        errno.EROFS: say("Read-only file system"),
        errno.ENAMETOOLONG: say("File name too long"),
        errno.ELOOP: say("Too many levels of symbolic links"),
    }
)


def reason_of(error: OSError) -> Message:
    """The system's reason, in words that can be said in other languages where it is a common one."""
    return _REASONS.get(error.errno or 0) or verbatim(error.strerror or str(error))
