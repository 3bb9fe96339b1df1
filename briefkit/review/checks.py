"""What stands against signing a clause in a language: whoever signs says that text and sources are right, so nothing may be unchecked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefkit.authorities import shelfmark
from briefkit.diagnostics import Diagnostic, Severity, diagnose, did_you_mean, in_order
from briefkit.lint import lint
from briefkit.markup import every_branch, places_of, refs_within, single_locs
from briefkit.messages import say
from briefkit.model.libraries import Authority, Clause, Library
from briefkit.quotations import check_quotations
from briefkit.source import Source, Span
from briefkit.translations import ORIGINAL, differences
from briefkit.tree import Block, Cite, Inline, Opinion, Ref, Text
from briefkit.walk import rewrite


def objections(clause: Clause, language: str, library: Library, problems: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
    """Everything that stands against signing, as errors. `problems` are those of the library's files.

    Problems: those of the files that the clause rests on, `missing-text`, `translation-*`, `unknown-authority`, `recalled-authority`,
    `pinpoint-unlisted`, `unverified-*`, `quotation-*`, and the errors among the traps of the law.
    """
    text = clause.text(language)
    if text is None or not text.text.strip():
        return (missing(clause, language),)
    blocks = every_branch(text, language) or ()
    found = (
        *(one for one in problems if one.is_error and _concerns(one.span, clause, text)),
        *_translation(clause, text, language, library),
        *_citations(blocks, library),
        *_documents(blocks, language, library),
    )
    return in_order(replace(one, severity=Severity.ERROR) for one in found)


def missing(clause: Clause, language: str) -> Diagnostic:
    """That a clause has no text in a language."""
    said = say("The clause “{clause}” has no text in “{language}”.", clause=clause.slug, language=language)
    languages = ", ".join(name for name, text in clause.texts if text.text.strip())
    return diagnose("missing-text", said, clause.span, say("it has {languages}", languages=languages) if languages else say("write it"))


def _concerns(span: Span | None, clause: Clause, text: Source) -> bool:
    """Whether an error of the library's files stands in the clause or in what every clause rests on: not in another, nor in a profile."""
    name = span.source.name if span else ""
    below = name.rpartition("clauses/")[2]
    return name in (clause.span.source.name, text.name) or not (below.startswith("arguments/") or "styles/" in below)


def _translation(clause: Clause, text: Source, language: str, library: Library) -> Iterator[Diagnostic]:
    english, rendered = clause.text(ORIGINAL), clause.rendered(language)
    if language == ORIGINAL or english is None:
        return
    if rendered < clause.version:
        said = say(
            "The text of “{clause}” in “{language}” renders version {old}; the clause is at version {new}.",
            clause=clause.slug,
            language=language,
            old=rendered,
            new=clause.version,
        )
        yield diagnose("translation-stale", said, clause.span, say("bring it up to date, and say so under translations"))
    yield from differences(english, text, language, library.glossary)


# --- what it cites --------------------------------------------------------------------------------


def _citations(blocks: tuple[Block, ...], library: Library) -> Iterator[Diagnostic]:
    """What is not right with the sources, each once, where it is cited first."""
    seen: set[tuple[str, str]] = set()
    for ref in refs_within(blocks):
        for loc in ("", *(single_locs(ref.locator) if ref.locator else ())):
            if (ref.authority, loc) not in seen:
                seen.add((ref.authority, loc))
                authority = library.authority(ref.authority)
                yield from _place(authority, loc, ref) if loc and authority else () if loc else _whole(authority, ref, library)


def _whole(authority: Authority | None, ref: Ref, library: Library) -> Iterator[Diagnostic]:
    if authority is None:
        hint = did_you_mean(ref.authority, [one.id for one in library.authorities], say("briefkit authorities list shows all"))
        said = say("There is no authority “{authority}” in the library.", authority=ref.authority)
        yield diagnose("unknown-authority", said, ref.origin.span, hint)
        return
    if not authority.confirmed:
        said = say("The identity of {authority} (title, symbol, dates) was not checked.", authority=authority.id)
        yield diagnose("unverified-authority", said, ref.origin.span, say("open {source}", source=shelfmark(authority)))
    if authority.recalled and authority.recalled.how == "withdrawn":
        said = say("{authority} was {recalled}.", authority=authority.id, recalled=authority.recalled.said)
        yield diagnose("recalled-authority", said, ref.origin.span, say("cite another source"))


def _place(authority: Authority, loc: str, ref: Ref) -> Iterator[Diagnostic]:
    listed = [one for one in authority.pinpoints if loc in places_of(one.loc)]
    if not listed:
        said = say("The text cites {authority}, {place}, which the authority does not list.", authority=authority.id, place=loc)
        hint = say("add it to the pinpoints of {authority}, with what it says", authority=authority.id)
        yield diagnose("pinpoint-unlisted", said, ref.origin.span, hint)
    elif not any(one.verified for one in listed):
        said = say("Nobody has recorded that they saw {authority}, {place}.", authority=authority.id, place=loc)
        hint = say(
            'open {source}, and record it: briefkit authorities verify {authority} "{place}"',
            source=shelfmark(authority),
            authority=authority.id,
            place=listed[0].loc,
        )
        yield diagnose("unverified-pinpoint", said, ref.origin.span, hint)


# --- what every document with it would be told ----------------------------------------------------


def _documents(blocks: tuple[Block, ...], language: str, library: Library) -> Iterator[Diagnostic]:
    """The errors that quotations and traps of the law give, whatever the facts."""
    known = {one.id: one for one in library.authorities}

    def named(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, Cite) and inline.in_text:
            titles = [known[ref.authority].csl for ref in inline.refs if ref.authority in known]
            return (replace(inline, shown=tuple(Text(str(csl.get("title-short") or csl.get("title") or "")) for csl in titles)),)
        return (inline,)

    document = rewrite(Opinion((), blocks, language, ""), named)
    cited = [known[name] for name in dict.fromkeys(ref.authority for ref in refs_within(blocks)) if name in known]
    found = (*check_quotations(document, library.sources, known), *lint(document, cited, library.status_words))
    yield from (one for one in found if one.is_error)
