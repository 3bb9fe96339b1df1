"""What makes a confidential value hard to keep out of a public version: it is short, an ordinary word, in a title, or given twice.

Where a public version could not be trusted, the problem is an error in one; in a check it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefkit.confidential.folding import fold
from briefkit.confidential.forms import forms_of
from briefkit.confidential.phrases import How
from briefkit.confidential.searching import Search, titles_of
from briefkit.confidential.values import ConfidentialValue
from briefkit.diagnostics import ERROR, Diagnostic, Severity, diagnose
from briefkit.messages import say
from briefkit.model.libraries import Authority

_NAMED: tuple[How, ...] = ("name", "surname")
_WORDS = ("words",)  # a role, a list: made of ordinary words by its nature


def check_values(search: Search, authorities: Iterable[Authority], public: bool) -> Iterator[Diagnostic]:
    """What is wrong with the values of a search. `authorities` are those that the document cites, or may.

    Problems: `value-short`, `value-ordinary`, `value-in-title`, `value-twice`.
    """
    severity = ERROR if public else None
    values = list(dict.fromkeys(value for value in search.values if not value.within))
    yield from _short(values, severity)
    yield from _ordinary(search, severity)
    yield from _in_titles(search, authorities, severity)
    yield from _twice(values)


def _short(values: Iterable[ConfidentialValue], severity: Severity | None) -> Iterator[Diagnostic]:
    for value in values:
        if not any(form.sure for form in forms_of(value)):
            said = say("The value of {fact} is too short to be searched for: “{value}”.", fact=value.path, value=value.text)
            hint = say("give it in full, with more letters or figures, or leave the fact out of the public version")
            yield diagnose("value-short", said, value.span, hint, severity)


def _ordinary(search: Search, severity: Severity | None) -> Iterator[Diagnostic]:
    """Values that the library's own texts have: nobody can tell whether a document means the client or the word."""
    for (value, how), place in search.ordinary.items():
        if value.within or value.kind in _WORDS:
            continue
        if how in _NAMED:
            said = say(
                "The name in {fact} is an ordinary word too: “{word}” stands in {place}.",
                fact=value.path,
                word=place.text,
                place=str(place),
            )
            hint = say("it is searched for in quotation marks, with initials and in full; where it stands alone, you are warned")
            yield diagnose("value-ordinary", said, value.span, hint)
        elif how == "as given":
            said = say(
                "The library says “{word}” too ({place}), which is the value of {fact}.", word=place.text, place=str(place), fact=value.path
            )
            hint = say("give the value in full, such as a name with the kind of organisation, so that it can be told from other words")
            yield diagnose("value-ordinary", said, value.span, hint, severity)


def _in_titles(search: Search, authorities: Iterable[Authority], severity: Severity | None) -> Iterator[Diagnostic]:
    """Values that stand in the title of an authority: a whole one names the client wherever the authority is cited."""
    plain = Search.of(value for value, _ in search.ordinary)  # titles are among the library's own texts
    for authority in authorities:
        told: set[str] = set()
        for title in titles_of(authority.csl, authority.titles):
            for hit in plain.find(title):
                if hit.how not in ("initials", "acronym") and hit.value.path not in told:
                    told.add(hit.value.path)
                    yield _in_title(hit.value, hit.found, authority, severity if hit.how not in _NAMED else None)


def _in_title(value: ConfidentialValue, found: str, authority: Authority, severity: Severity | None) -> Diagnostic:
    said = say(
        "“{found}” of {fact} stands in the title of “{authority}”: whoever sees that cited may think of the client.",
        found=found,
        fact=value.path,
        authority=authority.id,
    )
    hint = say("leave that authority out of the public version; if it speaks of somebody else, give the fact with more words")
    return diagnose("value-in-title", said, value.span, hint, severity)


def _twice(values: Sequence[ConfidentialValue]) -> Iterator[Diagnostic]:
    """Two facts of one value get one pseudonym: a reader of the public version learns that they are the same."""
    first: dict[str, ConfidentialValue] = {}
    for value in values:
        words = " ".join(fold(value.text).text.split())
        earlier = first.setdefault(words, value)
        if earlier.path != value.path:
            said = say(
                "{fact} and {other} have the same value, and the same pseudonym in public versions.", fact=earlier.path, other=value.path
            )
            yield diagnose("value-twice", said, value.span, say("right, if they are the same person or body; if not, tell them apart"))
