"""Confidential values where they leave an office easily: in the case itself, in own text, in the name of an exhibit's file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefkit.confidential import ConfidentialValue, Hit, Search
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.case import Exhibit
from briefkit.source import Source, Span

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


def in_texts(search: Search, texts: Iterable[Source]) -> Iterator[Diagnostic]:
    """Where a confidential value is typed into another text than the one that gives it, in any case or alphabet; each fact once in a text.

    Problem: `confidential-open`.
    """
    for text in texts:
        told: set[str] = set()
        for hit in search.find(text.text):
            value = hit.value
            if _is_meant(hit) and value.path not in told and value.span.source.name != text.name:
                told.add(value.path)
                hint = say("let the text print the fact: {mark}", mark=f"{{{{ {value.path} }}}}")
                said = say("The confidential fact {fact} is typed out here.", fact=value.path)
                yield diagnose("confidential-open", said, _place(hit, text), hint)


def in_file_names(search: Search, exhibits: Iterable[Exhibit]) -> Iterator[Diagnostic]:
    """The exhibits whose files are named by a confidential value (`confidential-open`)."""
    for exhibit in exhibits:
        hit = search.names_file(exhibit.file)
        if hit is not None:
            said = say("The file of exhibit “{exhibit}” is named by the confidential fact {fact}.", exhibit=exhibit.id, fact=hit.value.path)
            yield diagnose("confidential-open", said, exhibit.span, say("rename the file: its name is seen wherever its folder is"))


def _is_meant(hit: Hit) -> bool:
    """Whether it is the value: no name stands in small letters, though an ordinary word like one may."""
    return hit.sure and not (hit.value.kind in ("person", "name") and hit.found.islower())


def _place(hit: Hit, text: Source) -> Span:
    """Where the words of a hit stand first; they are told on one line, and may stand on two."""
    found = re.search(r"\s+".join(map(re.escape, hit.found.split())), text.text)
    return text.span(*found.span()) if found else text.whole()
