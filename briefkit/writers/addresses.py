"""Addresses that Word accepts as the target of a link: one bad character there and it calls the file damaged."""

from __future__ import annotations

import re

_WEB = re.compile(r"(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)  # RFC 3986, appendix B
_SERVER = re.compile(r"((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::(\d{1,5}))?", re.ASCII)
_MAIL = re.compile(r"mailto:[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\?[\w=&%.+-]*)?", re.ASCII | re.IGNORECASE)
_UNSAFE = re.compile(r"[^A-Za-z0-9/?#:@!$&'()*+,;=._~%-]|%(?![0-9A-Fa-f]{2})")
_HIGHEST_PORT = 65_535


def linkable(address: str) -> str | None:
    """The address as a URI (RFC 3986): http, https or mailto, in ASCII; None for any other, and for a broken one."""
    if _MAIL.fullmatch(address):
        return address
    parts = _WEB.fullmatch(address.strip())
    server = _server(parts[2]) if parts else None
    if parts is None or server is None:
        return None
    path, query, fragment = (_escaped(part or "") for part in parts.group(3, 4, 5))
    return f"{parts[1].lower()}://{server}{path}{query}" + (f"#{fragment[1:].replace('#', '%23')}" if fragment else "")


def _server(written: str) -> str | None:
    """Host and port, the host as the name system has it (IDNA); None where that cannot be, or a user's name is there."""
    host, colon, port = written.partition(":")
    try:
        known = _SERVER.fullmatch(host.encode("idna").decode("ascii").lower() + colon + port)
    except UnicodeError:
        return None
    return known[0] if known and int(known[2] or 0) <= _HIGHEST_PORT else None


def _escaped(part: str) -> str:
    """The part with every character that a URI cannot hold written as its UTF-8 bytes."""
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), part)
