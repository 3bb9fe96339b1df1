"""Which addresses and names lead to somebody's machine or network. Addresses on the web are content and stay."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import parse_qs, urlsplit

_PUBLIC = {"http", "https", "mailto", "tel", "ftp", "doi", "urn"}
_INNER = (".local", ".lan", ".internal", ".intranet", ".corp", ".home", ".localdomain", ".home.arpa")  # ends of names inside an office
_RELAYS = ".safelinks.protection.outlook.com"
_PATH = re.compile(r"(?:^|\s)(?:[A-Za-z]:[\\/]|\\\\|file:|/(?:home|Users|tmp|var|mnt|media|private)/|~/)", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|tiff?|bmp|webp|heic|svg|emf|wmf|pdf|docx?|odt)\s*$", re.IGNORECASE)


def is_local(address: str) -> bool:
    """Whether a link leads to a file, into a local network, or carries somebody's password; not so a place within the document."""
    address = address.strip()
    if not address or address.startswith("#"):
        return False
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").lower()
    except ValueError:  # brackets that are no address
        return True
    if parts.scheme.lower() not in _PUBLIC:
        return True
    if parts.scheme.lower() not in ("http", "https", "ftp"):
        return False
    return bool(parts.username) or _is_inner(host)


def without_recipient(address: str) -> str:
    """A link that a mail program replaced by one of its own, which names who received it, as it was before; any other as it is."""
    try:
        parts = urlsplit(address)
        if (parts.hostname or "").endswith(_RELAYS):
            return next(iter(parse_qs(parts.query).get("url", ())), address)
    except ValueError:
        pass
    return address


def _is_inner(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_INNER)


def tells_a_file(text: str) -> bool:
    """Whether words are the path or the name of a file, as programs put them where a description should be."""
    on_the_web = text.lstrip().lower().startswith(("http://", "https://"))
    return bool(_PATH.search(text) or (_PICTURE.search(text) and not on_the_web))
