"""Words that every noun shares: languages, tones, audiences, names with their places, texts per language."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.source import Span

TONES = ("cooperative", "neutral", "adversarial")
PAPERS = ("a4", "letter")
LANGUAGES = ("en", "ru", "kk")
AUDIENCES = ("court", "ministry", "parliament", "un-body")

Texts = tuple[tuple[str, str], ...]  # language -> text


def in_language(texts: Texts, language: str) -> str:
    """The text in a language, else in English, else the first there is; empty if there is none."""
    found = dict(texts)
    return found.get(language) or found.get("en") or (texts[0][1] if texts else "")


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a user wrote, and where."""

    name: str
    span: Span
