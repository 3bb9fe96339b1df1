"""How the rules of a library changed: the words that its checks look for, and what each tone keeps to."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diff.changes import Change, NotCompared
from briefkit.diff.editions import Edition
from briefkit.diff.fields import compare_fields, compare_names
from briefkit.diff.kinds import Kind, only_added, only_removed
from briefkit.diff.labels import of_language
from briefkit.messages import enumerated, say
from briefkit.model.libraries import StatusWords, ToneRule

_STATUS, _TONE = "clauses/rules/status.yaml", "clauses/rules/tone.yaml"


def _status_words(old: StatusWords, new: StatusWords, was: Edition, now: Edition) -> Iterator[Change]:
    unread = [edition.name for edition in (was, now) if _STATUS in edition.unread]
    if unread:
        yield NotCompared("words", enumerated(unread))
        return
    for field, one, other in (
        (say("The words that say that a source binds"), old.binding_in, new.binding_in),
        (say("The words that deny it"), old.denied_in, new.denied_in),
        (say("The words that say what a source is"), old.labels_in, new.labels_in),
    ):
        before, after = dict(one), dict(other)
        for language in dict.fromkeys((*before, *after)):
            label = of_language(field, language)
            yield from compare_names(label, before.get(language, ()), after.get(language, ()), language=language)


STATUS_WORDS = Kind(
    what="rule",
    all_of=lambda library: (library.status_words,),
    id=lambda words: "status",
    title=lambda words: say("words that the checks look for"),
    path=lambda words: _STATUS,
    changed=_status_words,
    added=only_added("rule"),
    removed=only_removed("rule"),
)


def _tone(old: ToneRule, new: ToneRule, was: Edition, now: Edition) -> Iterator[Change]:
    for field, one, other in (
        (say("The words that it does not use"), old.words, new.words),
        (say("The phrases in which it may use them"), old.but_in, new.but_in),
    ):
        before, after = dict(one), dict(other)
        for language in dict.fromkeys((*before, *after)):
            label = of_language(field, language)
            yield from compare_names(label, before.get(language, ()), after.get(language, ()), language=language)
    yield from compare_fields(old, new, ("tone", "words", "but_in"))


TONE_RULES = Kind(
    what="rule",
    all_of=lambda library: library.tones,
    id=lambda rule: f"tone-{rule.tone}",
    title=lambda rule: say("what a tone keeps to"),
    path=lambda rule: _TONE,
    changed=_tone,
    added=only_added("rule"),
    removed=only_removed("rule"),
)
