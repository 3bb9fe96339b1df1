"""What does not bind Kazakhstan, cited as if it did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.lint.sentences import Mention, Sentence
from briefkit.lint.subject import Subject
from briefkit.messages import say
from briefkit.model.libraries import STATUSES, Authority

_ACTS = ("treaty", "legislation", "regulation", "bill")
BEFORE, AFTER = 4, 1  # words around a phrase among which it may be denied: “not formally binding on Kazakhstan”


def cited_as_binding(subject: Subject) -> Iterator[Diagnostic]:
    """`cited-as-binding`: words that say a source binds Kazakhstan, in the sentence of one that does not."""
    says, denies = (_pattern(phrases(subject.document.language)) for phrases in (subject.words.binding, subject.words.denied))
    for sentence in subject.sentences if says else ():
        for found in says.finditer(sentence.text.replace("\u00a0", " ")) if says else ():
            mention = _meant(sentence, found)
            if mention is None or (denies and denies.search(_around(sentence.text, found))):
                continue
            together = [subject.authorities.get(ref.authority) for ref in mention.cite.refs]
            authority = subject.authorities.get(mention.ref.authority)
            if authority and not any(one is not None and _may_bind(one) for one in together):
                said = say(
                    "“{words}” stands beside {authority}, which is {standing}.",
                    words=found.group(),
                    authority=authority.id,
                    standing=STATUSES[authority.status],
                )
                yield diagnose("cited-as-binding", said, mention.ref.origin.span, say("say what it is, or cite what binds"))


def _meant(sentence: Sentence, found: re.Match[str]) -> Mention | None:
    """What a phrase is about: the authority named in the text before it, else the next that is cited, else the last."""
    before = [one for one in sentence.mentions if one.end <= found.start()]
    after = [one for one in sentence.mentions if one.start >= found.end()]
    if before and before[-1].cite.in_text:
        return before[-1]
    return after[0] if after else before[-1] if before else None


def _around(text: str, found: re.Match[str]) -> str:
    """The few words before and after a phrase."""
    return " ".join((*text[: found.start()].split()[-BEFORE:], "…", *text[found.end() :].split()[:AFTER]))


def _may_bind(authority: Authority) -> bool:
    """Whether it binds, or may: the case's own references have no status unless they say so."""
    unknown = authority.own and authority.status == "literature" and authority.csl.get("type") in _ACTS
    return authority.status in ("binding", "domestic") or unknown


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE) if phrases else None
