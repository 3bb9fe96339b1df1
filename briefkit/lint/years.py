"""CCPR/C/88/D/1274/2004: session 88, a communication of 2004, Views of 2006. The year in the symbol is never the decision's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.lint.subject import Subject, named, year_of, year_of_communication
from briefkit.messages import say
from briefkit.model.libraries import Authority


def symbol_year(subject: Subject) -> Iterator[Diagnostic]:
    """`symbol-year` in the data: a decision dated with the year of its communication."""
    for authority in subject.authorities.values():
        year = year_of_communication(authority)
        if year is not None and year == year_of(authority):
            said = say(
                "“{authority}” is dated {year}, the year in its symbol: that is when the communication was submitted.",
                authority=authority.id,
                year=year,
            )
            yield diagnose("symbol-year", said, authority.span, say("give the date on which the decision was adopted"))


def symbol_year_in_text(subject: Subject) -> Iterator[Diagnostic]:
    """`symbol-year` in the text: the year of the communication in brackets after the name of the case."""
    cases = {authority.id: authority for _, authority in subject.cited() if year_of_communication(authority)}
    for case in cases.values():
        year, decided = year_of_communication(case), year_of(case)
        if year == decided or any(_shares(case, other) and year_of(other) == year for other in cases.values()):
            continue
        names = "|".join(map(re.escape, named(case)))
        pattern = re.compile(rf"(?<!\w)(?:{names})(?: et al\.?)?(?: \((?!{year}\))\d{{4}}\))?,? (?P<year>\({year}\))")
        for sentence in subject.sentences:
            for found in pattern.finditer(sentence.text.replace("\u00a0", " ")):
                said = say(
                    "{year} is the year in the symbol of “{authority}”, which was decided in {decided}.",
                    year=year,
                    authority=case.id,
                    decided=decided,
                )
                yield diagnose("symbol-year", said, sentence.place(found["year"]), say("write ({year})", year=decided))


def _shares(case: Authority, other: Authority) -> bool:
    """Whether two cases go by one name."""
    return bool(set(named(case)) & set(named(other)))
