"""The writers, as a table: a file ending, and what turns an Opinion and a look into bytes.

A new kind of output is one function and one row. What a line's end may not part is held together before any of them writes it.
What LibreOffice makes of a Word file (`PRESSED`) has no writer of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefkit.tree import Opinion
from briefkit.writers.unbroken import unbroken

if TYPE_CHECKING:
    from briefkit.writers.docx import Pages
    from briefkit.zotero import Live


@dataclass(frozen=True, slots=True)
class Look:
    """How a document looks: the bytes of a Word template with the named styles, the pages where somebody has laid it out.

    `live` is what makes its citations live in Word, where that is wanted; `paper` the size of pages, where one is asked for.
    """

    template: bytes
    pages: Pages | None = None
    live: Live | None = None
    paper: str = ""


Writer = Callable[[Opinion, Look], bytes]


def _docx(opinion: Opinion, look: Look) -> bytes:
    from briefkit.writers import docx

    return docx.write(unbroken(opinion), look.template, look.pages or docx.UNKNOWN, look.live)


def _html(opinion: Opinion, look: Look) -> bytes:
    from briefkit.writers import html

    return html.write(unbroken(opinion), look.paper)


def _text(opinion: Opinion, look: Look) -> bytes:
    from briefkit.writers import text

    return text.write(unbroken(opinion))


WRITERS: Mapping[str, Writer] = MappingProxyType({"docx": _docx, "html": _html, "txt": _text})
PRESSED = ("pdf", "odt")
ENDINGS = (*WRITERS, *PRESSED)
