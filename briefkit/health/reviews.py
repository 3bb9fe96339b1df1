"""Reviews: clauses that no counsel has reviewed, and reviews that no longer stand for what is there."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.health.subject import Subject
from briefkit.messages import say
from briefkit.model.libraries import Clause
from briefkit.seen import Signed, signed, state_of
from briefkit.source import Source


def draft_clause(subject: Subject) -> Iterator[Diagnostic]:
    """`clause-draft`: a draft of which not every text, of the languages asked about, was signed as it stands there."""
    for clause in subject.clauses:
        texts = [signed(clause, language, subject.holdings) for language, _ in _texts(clause, subject)]
        if clause.status == "draft" and not (texts and all(any(one.stands for one in found) for found in texts)):
            said = say("The clause “{clause}” is a draft.", clause=clause.slug)
            hint = say("have counsel review it: briefkit review request {clause} -o review.docx", clause=clause.slug)
            yield diagnose("clause-draft", said, clause.span, hint)


def unsound_review(subject: Subject) -> Iterator[Diagnostic]:
    """`review-missing`: a clause says that it is reviewed, and nobody signed its text. `review-changed`, `review-old`: a review of what is
    no longer there, or one of more than a year ago; the soundest that a text has is looked at.
    """
    for clause in subject.clauses:
        for language, text in _texts(clause, subject):
            found = signed(clause, language, subject.holdings)
            state = state_of(found, subject.today)
            if state == "draft" and clause.status == "reviewed":
                yield _missing(clause, language)
            elif state in ("changed", "overdue"):
                review = next(one for one in found if one.state(subject.today) == state)
                yield _outdated(review, text, state)


def _texts(clause: Clause, subject: Subject) -> Iterator[tuple[str, Source]]:
    return ((language, text) for language, text in clause.texts if subject.asks_about(language))


def _missing(clause: Clause, language: str) -> Diagnostic:
    said = say(
        "The clause “{clause}” says that it is reviewed, and nobody has signed its text in “{language}”.",
        clause=clause.slug,
        language=language,
    )
    hint = say("have counsel sign it (briefkit review), or write status: draft")
    return diagnose("review-missing", said, clause.span, hint)


def _outdated(found: Signed, text: Source, state: str) -> Diagnostic:
    review = found.review
    values = {"clause": review.clause.name, "language": review.language, "role": review.by, "day": review.on.isoformat()}
    if state == "changed":
        said = say("The text of “{clause}” in “{language}”, or what it cites, changed since {role} signed it on {day}.", **values)
        hint = say("see what changed: briefkit review diff {clause} --lang {language}", **values)
        return diagnose("review-changed", said, text.whole(), hint)
    said = say("The text of “{clause}” in “{language}” was signed on {day}, more than a year ago.", **values)
    return diagnose(
        "review-old", said, review.span, say("have it read again, and signed: briefkit review sign {clause} --lang {language}", **values)
    )
