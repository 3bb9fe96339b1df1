"""Citations: a manuscript's references become notes that a lawyer can file.

The document is cited whole. All its notes are counted, free notes among them; each citation's position follows from that (CSL 1.0.2,
"Choose": position), and only then is it rendered by the style. The house's one wall stands here: no other room imports citeproc.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefkit.cite.languages import NO_TEXTS, Texts, named, namings, untranslated
from briefkit.cite.notes import Clerk, Known, cited_in, first_citing, ledger
from briefkit.cite.positions import FIRST, IBID, IBID_WITH_LOCATOR, NEAR_NOTE, SUBSEQUENT, Standing
from briefkit.cite.rendering import CitationFailed, Press
from briefkit.cite.shortforms import clashes
from briefkit.cite.style import read_style
from briefkit.diagnostics import Checked, diagnose
from briefkit.messages import Message, say
from briefkit.model.case import Exhibit
from briefkit.model.libraries import Authority
from briefkit.source import Source
from briefkit.tree import Inline, Locator, Manuscript, Opinion, Ref

__all__ = ["Form", "cite", "forms", "full_forms", "named_in"]

Form = tuple[Message, tuple[Inline, ...]]  # its name, and what is printed


def cite(
    manuscript: Manuscript, authorities: Sequence[Authority], exhibits: Sequence[Exhibit], style: Source, texts: Texts = NO_TEXTS
) -> Checked[Opinion]:
    """The manuscript as an Opinion: notes numbered from 1, every citation shown, every note reference filled in.

    `texts` are the files of `styles/locales` by path: locales that citeproc lacks, and names of bodies per language and style.
    Problems: `bad-style` in the style, `citation-failed` at a citation, `dead-reference` at a reference to a note that is not there,
    `title-untranslated` for what is cited by the title of another language, `short-form-clash` for two that read alike.
    An id that is neither an authority nor an exhibit was reported before: it is shown as such, in silence.
    """
    language, cited = manuscript.language, set(cited_in(manuscript))
    tables = namings(texts, language, style)
    used = [authority for authority in authorities if authority.id in cited]
    known = Known({one.id: named(one, language, tables.value) for one in used}, {exhibit.id: exhibit for exhibit in exhibits})
    read = read_style(style, language, texts)
    press = Press.of(read.value, known.authorities, cited_in(manuscript), first_citing(manuscript)) if read.value else None
    clerk = Clerk(ledger(manuscript, press, known.exhibits), press, known, language)
    opinion = clerk.opinion(manuscript)
    alike = clashes(press, manuscript) if press else ()
    return Checked(opinion, (*read.diagnostics, *tables.diagnostics, *untranslated(used, language), *clerk.problems, *alike))


def named_in(authorities: Iterable[Authority], language: str, style: Source, texts: Texts = NO_TEXTS) -> dict[str, Authority]:
    """Authorities by id, as a document of a language names them: with their titles there, and bodies as its style calls them."""
    tables = namings(texts, language, style).value
    return {one.id: named(one, language, tables) for one in authorities}


def forms(
    authority: Authority, locator: Locator | None, style: Source, language: str, texts: Texts = NO_TEXTS
) -> Checked[tuple[Form, ...]]:
    """One authority alone: its first note, a later note (as if note 1 were the first), ibid, and its mention in a sentence.

    With a locator, "ibid" is with that pinpoint after another. A form that the style cannot render is left out, with `citation-failed`.
    """
    read, tables = read_style(style, language, texts), namings(texts, language, style)
    if read.value is None:
        return Checked((), read.diagnostics)
    authority = named(authority, language, tables.value)
    press, ref = Press.of(read.value, {authority.id: authority}, (authority.id,)), Ref(authority.id, locator)
    again = {SUBSEQUENT, NEAR_NOTE, IBID, *((IBID_WITH_LOCATOR,) if locator else ())}
    found: list[Form] = []
    try:
        found.append((say("first"), press.in_note(ref, Standing(frozenset({FIRST}), 0))))
        found.append((say("later"), press.in_note(ref, Standing(frozenset({SUBSEQUENT}), 1))))
        found.append((say("ibid"), press.in_note(ref, Standing(frozenset(again), 1))))
        found.append((say("in text"), press.in_text(ref)))
    except CitationFailed as failure:
        return Checked(tuple(found), (diagnose("citation-failed", failure.message, authority.span),))
    return Checked(tuple(found))


def full_forms(
    authorities: Iterable[Authority], style: Source, language: str, texts: Texts = NO_TEXTS
) -> Checked[Mapping[str, tuple[Inline, ...]]]:
    """How each authority of a document reads in a list of authorities, by id, all of them told apart from one another.

    One that the style cannot render is left out, with `citation-failed`.
    """
    read, tables = read_style(style, language, texts), namings(texts, language, style)
    if read.value is None:
        return Checked({}, read.diagnostics)
    known = {one.id: named(one, language, tables.value) for one in authorities}
    press, found, problems = Press.of(read.value, known, known), {}, []
    for name, authority in known.items():
        try:
            found[name] = press.in_full(name)
        except CitationFailed as failure:
            problems.append(diagnose("citation-failed", failure.message, authority.span))
    return Checked(found, tuple(problems))
