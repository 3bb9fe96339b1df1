"""A language for tests: English in capitals. What comes out in small letters is a value, so no English may be among it."""

from __future__ import annotations

import re

from briefkit.messages import spoken

_FIELD = re.compile(r"(\{\{|\}\}|\{[^{}]*\})")


class Capitals:
    """A catalogue that has every pattern in capitals."""

    def gettext(self, message: str, /) -> str:
        return "".join(part if part.startswith("{") else part.upper() for part in _FIELD.split(message))

    def info(self) -> dict[str, str]:
        return {}

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def capitals(message: str) -> str:
    """A message as somebody reads it whose program speaks capitals."""
    return spoken(message, Capitals())
