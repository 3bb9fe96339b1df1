"""Diagnostics as data: what is wrong, where, and what to do about it. Printing lives in `cli`.

A code is a stable name. `CODES` is the one list of them, with the severity and a sentence for the manual.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from briefkit.messages import NOTHING, Message, say
from briefkit.source import Span

T = TypeVar("T")


class Severity(IntEnum):
    NOTE = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Code:
    severity: Severity
    meaning: str


CODES: dict[str, Code] = {
    # files
    "file-missing": Code(ERROR, "A file that is named does not exist."),
    "file-outside": Code(ERROR, "A path leads out of the workspace or the case's folder."),
    "file-encoding": Code(ERROR, "A file is not UTF-8 text."),
    "file-unreadable": Code(ERROR, "A file cannot be read (rights, or it is a folder)."),
    "file-unread": Code(WARNING, "A file of the workspace stands where nothing reads it."),
    "file-too-large": Code(ERROR, "A file is larger than briefkit reads."),
    "private-use-character": Code(ERROR, "A text holds a private-use character, which briefkit keeps for itself."),
    "output-unwritable": Code(ERROR, "The output cannot be written there."),
    "output-changed": Code(ERROR, "The file was changed since briefkit built it, or was not built by it."),
    "output-unknown": Code(ERROR, "No writer has this file ending."),
    "pages-unknown": Code(WARNING, "Page numbers are left out, since nothing laid the document out as it should."),
    "press-missing": Code(ERROR, "A file is asked for that only LibreOffice can make, and it is not installed."),
    "press-failed": Code(ERROR, "LibreOffice failed, or did not finish."),
    # YAML
    "yaml-syntax": Code(ERROR, "The file is not well-formed YAML (or JSON)."),
    "yaml-duplicate-key": Code(ERROR, "A key stands twice in one mapping."),
    "yaml-alias": Code(ERROR, "Anchors, aliases and tags are not read."),
    "unknown-key": Code(ERROR, "A key is not part of the format."),
    "missing-key": Code(ERROR, "A key that the format needs is missing."),
    "wrong-type": Code(ERROR, "A value is of another type than the format says."),
    "unknown-choice": Code(ERROR, "A value is not one of the choices."),
    "bad-date": Code(ERROR, "A date is not a day of the calendar, written YYYY-MM-DD."),
    # library and case
    "duplicate-id": Code(ERROR, "An id is given to two things."),
    "unknown-clause": Code(ERROR, "No clause of the library has this name."),
    "unknown-authority": Code(ERROR, "No authority, case reference or exhibit has this id."),
    "unknown-profile": Code(ERROR, "There is no profile of this name."),
    "unknown-style": Code(ERROR, "There is no citation style of this name."),
    "unknown-language": Code(ERROR, "The document cannot be made in this language."),
    "unknown-tone": Code(ERROR, "The tone is not cooperative, neutral or adversarial."),
    "unknown-fact": Code(ERROR, "A fact is used or given that no facts.yaml declares."),
    "wrong-declaration": Code(ERROR, "A fact's declaration is not well formed, or stands in the way of another."),
    "unknown-boilerplate": Code(ERROR, "No text of styles/boilerplate has this name."),
    "unknown-role": Code(ERROR, "A part of a text plays a role that documents do not know."),
    "unknown-part": Code(ERROR, "The profile has no part of this name."),
    "missing-text": Code(ERROR, "A clause has no text in the document's language."),
    "missing-fact": Code(ERROR, "A text prints a fact that the case does not give."),
    "wrong-fact": Code(ERROR, "A fact's value does not fit its declared type."),
    "missing-part": Code(ERROR, "A part that the profile requires has no text."),
    "requires-cycle": Code(ERROR, "Clauses require one another in a circle."),
    "requires-false": Code(ERROR, "A clause requires another that may not stand: excluded, retired, for others, its condition false."),
    "clause-conflict": Code(ERROR, "Two clauses that exclude each other are both in, or one is included and excluded."),
    "clause-unplaced": Code(ERROR, "The profile has no part that takes this clause."),
    "bad-style": Code(ERROR, "A citation style cannot be read."),
    "bad-template": Code(ERROR, "A Word template cannot be used."),
    "style-missing": Code(NOTE, "A Word template lacks styles that a brief needs, and those of the house stand in."),
    "bad-reference-file": Code(ERROR, "The case's references cannot be read."),
    # conditions and templates
    "condition-syntax": Code(ERROR, "A condition is not written in the language of conditions."),
    "wrong-comparison": Code(ERROR, "A condition compares a fact with what it can never be."),
    "template-syntax": Code(ERROR, "A template's tags are not well formed."),
    "template-forbidden": Code(ERROR, "A template uses something that templates may not use."),
    "template-limit": Code(ERROR, "A template or a condition asks for more work than briefkit does."),
    # text
    "markup-unsupported": Code(ERROR, "The text uses markup that a brief cannot hold."),
    "citation-syntax": Code(ERROR, "A citation is not well formed."),
    "bad-pinpoint": Code(ERROR, "A pinpoint is not well formed."),
    "fact-in-citation": Code(ERROR, "A fact stands inside a citation's id or pinpoint."),
    "dead-reference": Code(ERROR, "A live reference leads nowhere."),
    "citation-failed": Code(ERROR, "The citation style could not render a citation."),
    "title-untranslated": Code(NOTE, "An authority has no title in the document's language and is cited by its English one."),
    "short-form-clash": Code(WARNING, "Two authorities of one document print the same short form."),
    # traps
    "body-confused": Code(WARNING, "Human Rights Committee, Human Rights Council and UNHCR are confused; in data an error in a final."),
    "symbol-year": Code(WARNING, "The year in the symbol of a communication is given as that of the decision."),
    "wrong-pinpoint-kind": Code(WARNING, "A source of this kind has no such places: a paragraph of a treaty, an article of Views."),
    "no-such-article": Code(ERROR, "The treaty does not have this article."),
    "status-unlabelled": Code(WARNING, "Soft law, or a comparative source, is used for the first time without saying what it is."),
    "finding-unsupported": Code(ERROR, "A body is said to have found a violation, and no source is recorded to say so."),
    "cited-as-binding": Code(ERROR, "Words say that a source binds Kazakhstan, and its status says that it does not."),
    # tone
    "tone-departed": Code(WARNING, "A word, or a source, does not belong in this tone where it stands."),
    "fact-unsourced": Code(WARNING, "An adversarial document asserts a figure or a day for which the case gives no source."),
    # time
    "not-in-force": Code(WARNING, "A law or treaty was not in force on the day that it is used for."),
    "older-than-rule": Code(WARNING, "A document is older than the rule in issue, so it cannot speak of that rule."),
    # quotations
    "quotation-differs": Code(ERROR, "Quoted words do not stand in the source as they are quoted."),
    "quotation-elsewhere": Code(ERROR, "Quoted words stand in another place than the one that is cited."),
    "quotation-cut": Code(ERROR, "The words that a quotation leaves out turn its meaning."),
    "quotation-unstored": Code(ERROR, "No text is stored in this language with which a quotation could be compared."),
    "quotation-not-quotable": Code(ERROR, "The stored copy of a text has a variant or a slip where it is quoted."),
    # verification
    "unverified-pinpoint": Code(WARNING, "Nobody has recorded that they saw this pinpoint in the source."),
    "unverified-authority": Code(WARNING, "Nobody has recorded that they checked this authority's identity."),
    "recalled-authority": Code(WARNING, "An authority was superseded or withdrawn; an error in a final build, if it was withdrawn."),
    "citation-left-out": Code(NOTE, "A citation marked optional is left out of a final build: nobody has recorded that they saw it."),
    # the glossary, and the health of a library
    "glossary-departed": Code(WARNING, "A text uses a word that the glossary chose another term over."),
    "authority-unused": Code(NOTE, "Nothing in the library cites this authority."),
    "fact-unused": Code(NOTE, "No text and no condition asks for this fact."),
    "clause-unreached": Code(WARNING, "No profile takes clauses of this kind for the audiences that it is written for."),
    "clause-draft": Code(NOTE, "No counsel has reviewed a clause."),
    "branch-untried": Code(NOTE, "No example of the workspace takes this branch of a clause, or the clause at all."),
    "pinpoint-unlisted": Code(WARNING, "A text cites a place that its authority does not list, so nobody can record having seen it."),
    "verification-old": Code(WARNING, "A pinpoint was last seen more than a year ago."),
    "translation-missing": Code(NOTE, "A profile makes documents in a language in which a text or a term is missing."),
    "translation-differs": Code(WARNING, "A translation departs from the English text in a tag, citation, fact, reference or paragraph."),
    "translation-stale": Code(NOTE, "A translation renders an earlier version of its clause."),
    # reviews
    "review-missing": Code(WARNING, "A clause says that it is reviewed, and nobody has signed its text."),
    "review-changed": Code(WARNING, "A text, or what it cites, changed since it was signed, or since it was sent for review."),
    "review-old": Code(WARNING, "A text was signed more than a year ago."),
    "review-broken": Code(WARNING, "What was signed is not kept, or what is kept is not what was signed."),
    "bad-review-file": Code(ERROR, "A file cannot be read as a request for review that came back."),
    # provenance
    "build-unkept": Code(WARNING, "What a working draft was made of could not be kept beside the case."),
    "confidential-open": Code(WARNING, "A confidential fact stands in the case itself, in own text, or in the name of an exhibit's file."),
    "confidential-readable": Code(WARNING, "Other users of the machine can read the file of confidential facts."),
    "confidential-tracked": Code(WARNING, "Version control takes, or would take, a file that holds confidential facts."),
    "confidential-synchronised": Code(WARNING, "A file that holds confidential facts stands in a folder that is copied to a server."),
    "not-forgotten": Code(ERROR, "Something that briefkit keeps of a case could not be removed."),
    "bad-document": Code(ERROR, "A file cannot be read as a Word document."),
    "lock-missing": Code(ERROR, "A case is to be built as it was locked, or compared with that, and nothing is pinned."),
    "locked-gone": Code(ERROR, "What a case pins moved in the library, and the pinned text is not kept any more."),
    "lock-unpinned": Code(WARNING, "A locked document takes, or leaves out, something that its lock does not pin."),
    # Zotero
    "zotero-public": Code(WARNING, "A public version has no live citations."),
    "zotero-style-unknown": Code(WARNING, "Zotero does not have the document's style, and is named another."),
    "zotero-refresh": Code(WARNING, "What a refresh in Zotero would change in a document, or could not."),
    "zotero-no-bibliography": Code(WARNING, "The document has no table of authorities that could be Zotero's bibliography."),
    "zotero-unseen": Code(WARNING, "The Word file carries what its sources' data say and nobody prints: abstracts, keywords, notes."),
    # what a public document gives away
    "leak": Code(ERROR, "A public document, or the name of its file, holds a confidential value."),
    "leak-possible": Code(WARNING, "A public document holds words that may be a confidential value, or something else."),
    "value-short": Code(WARNING, "A confidential value is too short to be searched for; an error in a public version."),
    "value-ordinary": Code(WARNING, "A confidential value, or the name within it, is made of words that the library uses too."),
    "value-in-title": Code(WARNING, "A confidential value stands in the title of an authority, so that citing it gives it away."),
    "value-twice": Code(NOTE, "Two confidential facts have the same value, and get the same pseudonym."),
    "leak-unsearched": Code(ERROR, "A finished file, or a part of it, cannot be searched for confidential values."),
    # limits of a forum
    "limit-exceeded": Code(WARNING, "The document is longer than the forum takes; an error in a final build, if the limit is verified."),
    "unverified-limit": Code(WARNING, "Nobody has recorded that they checked this limit at its source."),
    "limit-uncounted": Code(NOTE, "A limit that briefkit cannot count, such as pages, or a fee."),
    "forbidden-content": Code(WARNING, "Words that the forum does not take; an error in a final build, if that is verified."),
    "figure-empty": Code(WARNING, "A text asks for a figure for which the case gives no facts."),
    "figure-incomplete": Code(ERROR, "A record lacks what a figure shows of it."),
    "figure-too-large": Code(ERROR, "A figure has no room for what it would show."),
    "figure-unsourced": Code(WARNING, "A figure does not say what its facts come from."),
    "table-crowded": Code(WARNING, "A table has more numbers side by side than the page has room for."),
    "figure-letters": Code(WARNING, "A figure shows letters that its typeface does not have."),
    "figures-missing": Code(ERROR, "Figures are asked for, and what draws them is not installed."),
    "fact-expected": Code(WARNING, "The forum expects a fact that the case does not give."),
    # coverage, and two documents of one client
    "fact-without-use": Code(NOTE, "A fact is given that no text prints and no condition asks about."),
    "claim-without-authority": Code(WARNING, "A clause or a text of the argument cites nothing at all."),
    "fact-without-source": Code(WARNING, "A date, a sum, a count, or a text on a measure or remedy is printed, and no source is named."),
    "adverse-not-met": Code(WARNING, "An authority known to speak against a clause of the document is not cited in it."),
    "case-contradicts": Code(WARNING, "Two documents of one client give different values for the same fact."),
    "clauses-exclude": Code(WARNING, "Two documents of one client hold clauses that exclude each other."),
    "relief-differs": Code(WARNING, "What one document of a client asks for, the other does not."),
    "claim-not-raised": Code(WARNING, "A claim to an international body was not raised in substance in the domestic document."),
    "texts-not-compared": Code(NOTE, "Two documents are in different languages, so only dates, numbers and choices are compared."),
    # the interview
    "answer-wrong": Code(ERROR, "An answer is not what its question asks for, or can be read in two ways."),
    "answer-unknown": Code(ERROR, "A file answers a question that nobody asks anywhere."),
    "answer-unused": Code(NOTE, "A file answers a question that this document does not ask."),
    "case-present": Code(ERROR, "A new case would be written over one that is there."),
    # comparing libraries
    "git-missing": Code(ERROR, "A revision is asked for, and git is not installed."),
    "git-failed": Code(ERROR, "The version control, git, could not read its repository."),
    "no-repository": Code(ERROR, "A revision is asked for outside any git repository."),
    "unknown-revision": Code(ERROR, "There is no revision, and no folder, of this name."),
    "no-library": Code(ERROR, "A folder, a zip file or a revision holds no clause library."),
    "library-too-large": Code(ERROR, "A folder or a revision holds a larger library than briefkit reads."),
    "bad-zip": Code(ERROR, "A zip file of a library is damaged, or is not safe to unpack."),
    # redlines
    "redline-missing": Code(ERROR, "What compares Word documents is not installed."),
    "redline-unreadable": Code(ERROR, "A document to compare is damaged, encrypted, too large, or no Word document."),
    "redline-tracked": Code(ERROR, "A document to compare holds tracked changes already."),
    "redline-failed": Code(ERROR, "The comparison of two documents failed."),
    "redline-differs": Code(ERROR, "Accepting or rejecting every change of a redline does not lead to the text of its document."),
    "redline-part-uncompared": Code(NOTE, "What differs in a part of two documents is not marked in their redline."),
    # files without what they tell besides their text
    "scrub-unreadable": Code(ERROR, "A file is damaged, protected, too large, or of a kind that cannot be scrubbed."),
    "scrub-undecided": Code(ERROR, "A file has tracked changes or comments, and nobody said what becomes of them."),
    "scrub-text-changed": Code(ERROR, "Scrubbing would change the words of a file."),
    "scrub-signature": Code(WARNING, "A signed file was scrubbed, which breaks its signature."),
    "scrub-left": Code(WARNING, "Something in a scrubbed file tells more than its text and cannot be taken out."),
    # advice
    "clause-not-adopted": Code(NOTE, "A draft clause, or a stale translation, that no counsel has adopted for this case."),
    "undecided-text": Code(WARNING, "A text says the other thing because a fact that it asks about is not given."),
    "undecided-clause": Code(WARNING, "A clause is left out, or in for another's sake, while a fact that it depends on is not given."),
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: a code of `CODES`, a sentence, the place, and a hint. `severity` overrides the code's own."""

    code: str
    message: Message
    span: Span | None = None
    hint: Message = NOTHING
    severity: Severity = ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is ERROR


def diagnose(
    code: str, message: Message, span: Span | None = None, hint: Message = NOTHING, severity: Severity | None = None
) -> Diagnostic:
    """A diagnostic with the severity that its code has. Raises KeyError for a code that is not listed."""
    listed = CODES[code].severity
    return Diagnostic(code, message, span, hint, listed if severity is None else severity)


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """The best value that a stage can give, and all problems that it found."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.diagnostics)


def in_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each problem once, by file and place; those without a place come last."""

    def place(problem: Diagnostic) -> tuple[bool, str, int, str]:
        span = problem.span
        return (span is None, span.source.name if span else "", span.start if span else 0, problem.message)

    return tuple(sorted(dict.fromkeys(problems), key=place))


def did_you_mean(word: str, known: Iterable[str], otherwise: Message = NOTHING) -> Message:
    """A hint that names the nearest known words, or `otherwise`."""
    names = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), names, n=2, cutoff=0.6)
    likeness = [difflib.SequenceMatcher(None, name, word.casefold()).ratio() for name in near]
    if near:
        meant = [name for name, alike in zip(near, likeness, strict=True) if alike > likeness[0] - 0.15]  # a far second only distracts
        first, *second = (names[name] for name in meant)
        return (
            say("did you mean “{first}” or “{second}”?", first=first, second=second[0])
            if second
            else say("did you mean “{name}”?", name=first)
        )
    return otherwise
