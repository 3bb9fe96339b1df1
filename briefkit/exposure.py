"""Confidential values where they leave an office easily: in the case itself, in own text, in the name of an exhibit's file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from briefkit.confidential import ConfidentialValue
from briefkit.confidential.folding import Folded, fold
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.case import Exhibit
from briefkit.source import Source, Span

_WORD = re.compile(r"[^\W_]+")
_LEAST = 3  # letters or figures of a value that is looked for
MOVED = say("move them to case.secret.yaml beside the case, or to a file that “secret:” names")


def in_the_case(values: Iterable[ConfidentialValue], case: Source) -> tuple[Diagnostic, ...]:
    """The confidential facts that the case itself gives, in one warning (`confidential-open`)."""
    given = {value.path: value for value in reversed(tuple(values)) if value.span.source.name == case.name}
    if not given:
        return ()
    first = min(given.values(), key=lambda value: value.span.start)
    facts = ", ".join(sorted(given, key=lambda path: given[path].span.start))
    said = say("Confidential facts stand in “{file}”: {facts}.", file=case.name, facts=facts)
    return (diagnose("confidential-open", said, first.span, MOVED),)


def in_texts(values: Collection[ConfidentialValue], texts: Iterable[Source]) -> Iterator[Diagnostic]:
    """Where a confidential value is typed into another text than the one that gives it, each once in each text (`confidential-open`)."""
    for text in texts:
        folded = fold(text.text)
        for value in _to_look_for(values):
            span = _found(value, folded, text) if value.span.source.name != text.name else None
            if span is not None:
                hint = say("let the text print the fact: {mark}", mark=f"{{{{ {value.path} }}}}")
                yield diagnose("confidential-open", say("The confidential fact {fact} is typed out here.", fact=value.path), span, hint)


def in_file_names(values: Collection[ConfidentialValue], exhibits: Iterable[Exhibit]) -> Iterator[Diagnostic]:
    """The exhibits whose files are named by a confidential value (`confidential-open`)."""
    for exhibit in exhibits:
        name = f" {_words(exhibit.file)} "
        value = next((one for one in _to_look_for(values) if f" {_words(one.text)} " in name), None)
        if value is not None:
            said = say("The file of exhibit “{exhibit}” is named by the confidential fact {fact}.", exhibit=exhibit.id, fact=value.path)
            yield diagnose("confidential-open", said, exhibit.span, say("rename the file: its name is seen wherever its folder is"))


def _to_look_for(values: Iterable[ConfidentialValue]) -> list[ConfidentialValue]:
    """Each text once: what is long enough to be a name or a number."""
    return list({_words(value.text): value for value in values if sum(map(str.isalnum, value.text)) >= _LEAST}.values())


def _words(text: str) -> str:
    """A text as its words, whatever stands between them: a blank in a text, an underscore in a file's name."""
    return " ".join(_WORD.findall(fold(text).text))


def _found(value: ConfidentialValue, folded: Folded, text: Source) -> Span | None:
    words = r"[\W_]+".join(map(re.escape, _words(value.text).split()))
    found = re.search(rf"(?<!\w){words}(?!\w)", folded.text)
    return text.span(*folded.place(*found.span())) if found else None
