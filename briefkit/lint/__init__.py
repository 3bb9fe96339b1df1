"""Traps of the law and of its citation, as rules over a finished document and its authorities.

A rule is a function and a row: it looks, and names what is wrong. It never judges what it cannot see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType

from briefkit.diagnostics import Diagnostic
from briefkit.lint.binding import cited_as_binding
from briefkit.lint.bodies import body_before_citation, wrong_body
from briefkit.lint.findings import unsupported_finding
from briefkit.lint.glossary import departed_from_glossary
from briefkit.lint.labels import unlabelled_status
from briefkit.lint.pinpoints import no_such_article, wrong_label
from briefkit.lint.sentences import sentences
from briefkit.lint.subject import Subject
from briefkit.lint.years import symbol_year, symbol_year_in_text
from briefkit.model.glossary import Glossary
from briefkit.model.libraries import Authority, StatusWords
from briefkit.tree import Cite, Document
from briefkit.walk import inlines_of

Rule = Callable[[Subject], Iterator[Diagnostic]]

RULES: tuple[tuple[Rule, str], ...] = (
    (wrong_body, "a document of the Committee given to the Council, or the other way round"),
    (body_before_citation, "the Council or the Refugees' Commissioner named before a document of the Committee"),
    (symbol_year, "a decision dated with the year of its communication"),
    (symbol_year_in_text, "the year of the communication after the name of the case"),
    (wrong_label, "a paragraph of a treaty, an article of Views"),
    (no_such_article, "an article that the treaty does not have"),
    (unsupported_finding, "a violation that no source is recorded to find"),
    (unlabelled_status, "soft law and comparative sources used without saying what they are"),
    (cited_as_binding, "what does not bind Kazakhstan cited as binding"),
    (departed_from_glossary, "words that the glossary chose another term over"),
)


def lint(
    document: Document, authorities: Iterable[Authority], words: StatusWords, final: bool = False, glossary: Glossary = ()
) -> tuple[Diagnostic, ...]:
    """All that the rules find in a document whose citations are filled in, and in the data of the authorities."""
    refs = tuple(ref for one in inlines_of(document) if isinstance(one, Cite) for ref in one.refs)
    known = MappingProxyType({one.id: one for one in authorities})
    subject = Subject(document, sentences(document), known, refs, words, final, glossary)
    return tuple(dict.fromkeys(problem for rule, _ in RULES for problem in rule(subject)))
