"""Zotero's preferences of a document: its style, its locale, that the citations are fields in footnotes. Kept as custom properties."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.zotero.styles import OfficialStyle

LONGEST = 255  # characters that Word keeps of a property
_PROPERTY = "ZOTERO_PREF_{number}"
_VERSION = "7.0"  # of Zotero, whose form of data (3) this is
# Zotero has no Kazakh terms, and fails on a locale that it lacks; Russian ones are nearer than English ones to a text in Cyrillic.
_LOCALES = {"en": "en-GB", "ru": "ru-RU", "kk": "ru-RU"}


def preferences(style: OfficialStyle, language: str, session: str) -> dict[str, str]:
    """The properties by name. `session` tells one open document from another."""
    kind = "1" if style.in_notes else "0"
    data = (
        f'<data data-version="3" zotero-version="{_VERSION}"><session id="{session}"/>'
        f'<style id="{style.id}" locale="{_LOCALES.get(language, "en-GB")}" hasBibliography="1" bibliographyStyleHasBeenSet="0"/>'
        f'<prefs><pref name="fieldType" value="Field"/><pref name="noteType" value="{kind}"/></prefs></data>'
    )
    return {_PROPERTY.format(number=number): piece for number, piece in enumerate(_pieces(data), start=1)}


def _pieces(data: str) -> Iterator[str]:
    """The text in pieces of which none begins or ends with a space, since readers of properties may drop it there."""
    while data:
        end = min(LONGEST, len(data))
        while 1 < end < len(data) and (data[end - 1].isspace() or data[end].isspace()):
            end -= 1
        yield data[:end]
        data = data[end:]
