"""The glossary: for each legal term the word chosen in every language, and the words that it is chosen over."""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.model.naming import Texts
from briefkit.source import Span


@dataclass(frozen=True, slots=True)
class Term:
    """A term in each language, and per language what stands for it by mistake: whole words, or beginnings of words (`договор*`)."""

    names: Texts
    instead_of: tuple[tuple[str, tuple[str, ...]], ...] = ()
    note: str = ""
    span: Span | None = None

    def name(self, language: str) -> str:
        return dict(self.names).get(language, "")

    def rejected(self, language: str) -> tuple[str, ...]:
        """The words that the term is chosen over in a language."""
        return dict(self.instead_of).get(language, ())


Glossary = tuple[Term, ...]
