"""UNHRC, HRCttee, UNHCR: the Human Rights Council, the Human Rights Committee, the High Commissioner for Refugees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.lint.subject import Subject, bodies_of, is_of_committee, is_of_council, named
from briefkit.messages import NOTHING, Message, say
from briefkit.model.libraries import Authority

COMMITTEE, COUNCIL = say("the Human Rights Committee"), say("the Human Rights Council")
REFUGEES = say("the High Commissioner for Refugees")
# What each is called, in the languages of the project; "HRC" alone is the Council's in documents of the United Nations.
NAMES = (
    (COMMITTEE, r"Human Rights Committee|\bHRCtt?ee\b|Комитет\w* по правам человека|[Аа]дам құқықтары жөніндегі комитет\w*"),
    (COUNCIL, r"Human Rights Council|\bUN ?HRC\b|\bHRC\b|Совет\w* по правам человека|[Аа]дам құқықтары жөніндегі кеңес\w*"),
    (REFUGEES, r"\bUNHCR\b|High Commissioner for Refugees|\bУВКБ\b|комиссар\w* по делам беженцев|босқындар ісі жөніндегі"),
    (NOTHING, r"(?i:committee|\bкомитет)"),  # “the Committee” was named by its full name before
)
_ANY = re.compile("|".join(f"(?P<b{number}>{names})" for number, (_, names) in enumerate(NAMES)))
_OTHERS = {COMMITTEE: (COUNCIL, REFUGEES), COUNCIL: (COMMITTEE, REFUGEES)}
RIGHT_BEFORE = 8  # words between a body and the citation that it is taken to be the author of


def named_last(text: str) -> tuple[Message, str, str]:
    """The body that a text names last, by which words, and what follows them; no body if it names none, or a committee alone."""
    found = list(_ANY.finditer(text))
    if not found:
        return NOTHING, "", ""
    last = found[-1]
    return NAMES[int((last.lastgroup or "b0")[1:])][0], last.group(), text[last.end() :]


def wrong_body(subject: Subject) -> Iterator[Diagnostic]:
    """`body-confused` in the data: a symbol of the Committee under the Council's name, or the other way round."""
    for authority in subject.authorities.values():
        right = COMMITTEE if is_of_committee(authority) else COUNCIL if is_of_council(authority) else NOTHING
        for text in bodies_of(authority) if right else ():
            body, words, _ = named_last(text)
            if body in _OTHERS[right] and right not in {named_last(one)[0] for one in bodies_of(authority)}:
                said = say(
                    "“{authority}” is a document of {body} by its symbol, and is given to {other} (“{words}”).",
                    authority=authority.id,
                    body=right,
                    other=body,
                    words=words,
                )
                yield diagnose("body-confused", said, authority.span, say("correct its authority"), subject.severity)
        if right == COMMITTEE and (short := _council_in(authority)):
            said = say(
                "The short form of “{authority}”, a document of the Human Rights Committee, names the Human Rights Council (“{words}”).",
                authority=authority.id,
                words=short,
            )
            yield diagnose("body-confused", said, authority.span, say("write Human Rights Committee or HRCttee"), subject.severity)


def _council_in(authority: Authority) -> str:
    """The words by which a document's name calls the Council."""
    for name in named(authority):
        body, words, _ = named_last(name)
        if body == COUNCIL:
            return words
    return ""


def body_before_citation(subject: Subject) -> Iterator[Diagnostic]:
    """`body-confused` in the text: the Council or the Refugees' Commissioner named right before a document of the Committee."""
    for sentence, mention, authority in subject.mentions():
        before = max((one.end for one in sentence.mentions if one.end <= mention.start and one.cite is not mention.cite), default=0)
        body, words, between = named_last(sentence.text[before : mention.start])
        if is_of_committee(authority) and body in _OTHERS[COMMITTEE] and len(between.split()) <= RIGHT_BEFORE:
            said = say(
                "“{words}” is {body}; “{authority}”, cited after it, is a document of the Human Rights Committee.",
                words=words,
                body=body,
                authority=authority.id,
            )
            yield diagnose("body-confused", said, mention.ref.origin.span, say("write Human Rights Committee, or cite another document"))
