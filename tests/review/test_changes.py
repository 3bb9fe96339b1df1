"""What changed since a text was signed, in a few words and as a comparison."""

from __future__ import annotations

import pytest
from reviewed import MORE, STORED_FILE, TEXT, files, holdings, what
from workspace import AUTHORITIES, STORED, clause

from briefkit.diff import Edition, as_lines, compare
from briefkit.review.changes import difference, libraries_of

BEFORE = what(holdings())
RECALLED = "    confirmed: true\n    recalled: {as: withdrawn, reason: its author took it back, on: 2026-02-03}\n"


@pytest.mark.parametrize(
    ("changed", "said", "shown"),
    [
        (files(), "", "no changes"),
        (files(TEXT.replace("First", "Second")), "text", "{+Second"),
        (files(TEXT + "\nMore [@report, para 7.6].\n"), "text, citations", "@report, para 7.6"),
        (files(TEXT.replace("Last @covenant says so.", "Last.")), "text, citations", "covenant"),
        (files(more=MORE.replace("foreign_funding", "name")), "condition", "org.name"),
        ({**files(more=MORE + "requires: [b]\n"), **clause(slug="b")}, "required clauses", "“b”"),
        (files(authorities=AUTHORITIES.replace("page: '171'", "page: '172'")), "authority covenant", "172"),
        (files(authorities=AUTHORITIES.replace("may associate", "may join")), "authority covenant", "everyone may join"),
        (files(authorities=AUTHORITIES.replace("    confirmed: true\n", RECALLED)), "authority covenant", "withdrawn on 2026-02-03"),
        (
            files(authorities=AUTHORITIES.replace("      verified: {seen: the printed volume, by: a tester, on: 2026-01-02}\n", "")),
            "authority covenant",
            "verification of art 22(1)",
        ),
        ({**files(), STORED_FILE: STORED.replace("Quoted.", "Quoted so.")}, "stored text of covenant", "Quoted so"),
        ({**files(), STORED_FILE: STORED.replace("art 22(1)", "art 5")}, "stored text of covenant", "covenant.en"),
    ],
)
def test_it_is_named_and_shown(changed: dict[str, str], said: str, shown: str) -> None:
    now = what(holdings(changed))
    assert str(difference(BEFORE, now).said) == said
    old, new = (Edition(name, one) for name, one in zip(("then", "now"), libraries_of(BEFORE, now), strict=True))
    lines = "\n".join("".join(str(text) for text, _ in line) for line in as_lines(compare(old, new)))
    assert shown in lines
    assert compare(old, new).is_same is (said == "")
