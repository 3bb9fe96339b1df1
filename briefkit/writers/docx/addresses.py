"""Addresses that Word accepts as the target of a link: one bad character there and it calls the file damaged."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*", re.ASCII)
_MAIL = re.compile(r"mailto:[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\?[\w=&%.+-]*)?", re.ASCII | re.IGNORECASE)
_KEPT = "/?:@!$&'()*+,;=-._~"
_BROKEN_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def linkable(address: str) -> str | None:
    """The address as a URI (RFC 3986): http, https or mailto, in ASCII; None for any other, and for a broken one."""
    if _MAIL.fullmatch(address):
        return address
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii").casefold()
        port = f":{parts.port}" if parts.port is not None else ""
    except (UnicodeError, ValueError):
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    return urlunsplit((parts.scheme, host + port, _escaped(parts.path), _escaped(parts.query), _escaped(parts.fragment)))


def _escaped(part: str) -> str:
    whole = _BROKEN_ESCAPE.sub("%25", part)
    return quote(whole, safe=_KEPT + "%", errors="replace")
