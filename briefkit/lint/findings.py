"""“The Committee found a violation of article 22 by Kazakhstan”: said only where somebody saw that finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.lint.sentences import Sentence
from briefkit.lint.subject import Subject
from briefkit.messages import enumerated, say
from briefkit.model.libraries import Authority

_SAYS = r"found|finds|finding|established|concluded|held|holding"
_BREACH = r"violations?|violated|breach(?:es|ed)?"
_FOUND = {
    "en": re.compile(rf"\b(?:{_SAYS})\b[^.;]{{0,80}}?\b(?:{_BREACH})\b(?P<rest>[^.;]*)", re.IGNORECASE),
    "ru": re.compile(r"\b(?:установил|признал|констатировал|нашел|нашёл)\w*[^.;]{0,80}?\bнарушени\w*(?P<rest>[^;]*)", re.IGNORECASE),
    "kk": re.compile(r"\bбұз(?:ылған|ылуын|ғанын)\w*(?P<rest>[^.;]*)", re.IGNORECASE),
}
_ARTICLES = re.compile(r"(?:\barticles?|\barts?\.?|\bстат\w+|\bст\.|-бап\w*)?\s*(?P<number>\d+)(?:\(\d+\))*")
_NOT = re.compile(r"\b(?:not|no|never|without|не|ни|жоқ|емес)\b", re.I)


def unsupported_finding(subject: Subject) -> Iterator[Diagnostic]:
    """`finding-unsupported`: a sentence says that a body found a violation, and no source that it cites is recorded as finding it."""
    pattern = _FOUND.get(subject.document.language)
    for sentence in subject.sentences if pattern else ():
        found = pattern.search(sentence.text.replace("\u00a0", " ")) if pattern else None
        if found is None or not sentence.mentions or _denied(sentence.text, found):
            continue
        wanted = {one["number"] for one in _ARTICLES.finditer(found["rest"])}
        cited = _cited(sentence, subject)
        if cited and wanted and not any(wanted <= _breached(authority) for authority in cited):
            names = enumerated([authority.id for authority in cited])
            said = say("“{words}”: nobody has recorded that {authority} finds that.", words=found.group().strip(), authority=names)
            hint = say("say what the source says, or record what it finds: custom: finds: {state, articles, verified}")
            yield diagnose("finding-unsupported", said, sentence.place(found.group()), hint)


def _denied(text: str, found: re.Match[str]) -> bool:
    """Whether a “not” stands in the words, or right before them."""
    before = text[: found.start()].split()[-2:]
    return _NOT.search(" ".join((*before, found.group()))) is not None


def _breached(authority: Authority) -> set[str]:
    """The numbers of the articles that it is recorded, and verified, to find breached."""
    return {article.split("(")[0] for one in authority.finds if one.verified for article in one.articles}


def _cited(sentence: Sentence, subject: Subject) -> list[Authority]:
    found = (subject.authorities.get(mention.ref.authority) for mention in sentence.mentions)
    return [one for one in dict.fromkeys(found) if one is not None and one.status in ("finding-kazakhstan", "finding-other", "comparative")]
