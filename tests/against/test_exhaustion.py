"""The claims to an international body that the domestic document does not raise."""

from __future__ import annotations

import pytest
from capitals import capitals
from two_sides import case, compared, layer
from workspace import AUTHORITIES, clause, said

LAWS = (
    AUTHORITIES.replace("id: covenant", "id: iccpr")
    + """\
- id: constitution
  type: legislation
  title: Constitution
  custom:
    status: domestic
    confirmed: true
    in-force-until: 2026-06-30
    counterparts: [{at: art 23(1), covenant: iccpr, article: '22'}]
"""
)
OWN = "clauses: none\nsections: {law: own.md}\n"


def unraised(abroad: str, home: str, more: str = "") -> list[str]:
    here, there = case(profile="abroad", more=OWN), case(more=OWN + more)
    found = compared(here, there, layer(authorities=LAWS), (abroad, home))
    assert {one.code for one in found} <= {"claim-not-raised"}
    return [one.message.split(" is claimed")[0] for one in found]


@pytest.mark.parametrize(
    ("abroad", "home", "articles"),
    [
        ("A [@iccpr, art 22(1)].", "B [@iccpr, art 22(2)].", []),
        ("A [@iccpr, art 22(1)].", "B [@iccpr, art 19].", [22]),
        ("A [@iccpr, art 22(1)].", "B @iccpr.", [22]),  # the Covenant alone raises no right
        ("A [@iccpr, arts 14(1), 19 and 22].", "B.^[See [@iccpr, art 19].]", [14, 22]),
        ("A [@iccpr, arts 18-22].", "B [@iccpr, arts 18-20].", [21, 22]),
        ("A [@iccpr, art 2(3)]. B [@iccpr, art 40].", "C.", []),  # neither grants a right of its own
        ("A [@report, para 6].", "B.", []),
        ("A [@iccpr, art 22(1)]. B [@iccpr, art 22(2)].", "C.", [22]),
        ("A [@iccpr, art 22(1)].", "B [@constitution, art 23(1)].", []),
        ("A [@iccpr, art 22(1)].", "B [@constitution, art 23].", []),
        ("A [@iccpr, art 22(1)].", "B [@constitution, art 13(2)].", [22]),
        ("A [@iccpr, art 19].", "B [@constitution, art 23(1)].", [19]),
    ],
)
def test_an_article_or_its_counterpart_raises_a_claim(abroad: str, home: str, articles: list[int]) -> None:
    assert unraised(abroad, home) == [f"Article {one} of the CT" for one in articles]


def test_the_message_says_what_was_compared_and_the_hint_what_to_raise() -> None:
    here, there = case(profile="abroad", more=OWN), case(more=OWN)
    words = ("First.\n\nA [@iccpr, art 22(1)].", "B.")
    [found] = compared(here, there, layer(authorities=LAWS), words)
    assert found.message == (
        "Article 22 of the CT is claimed in para 2, and case.yaml does not raise it: "
        "neither the article nor a domestic counterpart of it stands there."
    )
    assert said([found]) == [("claim-not-raised", "@iccpr, art 22(1)")]
    assert "(article 22 or constitution, art 23(1))" in found.hint
    assert compared(there, here, layer(authorities=LAWS), (words[1], words[0])) == (found,)  # whichever is named first


def test_a_law_that_is_no_longer_in_force_raises_nothing() -> None:
    assert unraised("A [@iccpr, art 22].", "B [@constitution, art 23(1)].", "date: 2026-06-30\n") == []
    assert unraised("A [@iccpr, art 22].", "B [@constitution, art 23(1)].", "date: 2026-07-01\n") == ["Article 22 of the CT"]


def test_the_clause_that_argues_it_raises_it_whatever_it_cites_there() -> None:
    text = '{% if audience == "un-body" %}A [@iccpr, art 22].{% else %}The right to associate is at stake.{% endif %}'
    library = layer(clause(text, slug="right"), authorities=LAWS)
    assert compared(case(profile="abroad"), case(), library) == ()
    [found] = compared(case(profile="abroad"), case(more="clauses: none\n", facts="org.name: Aikyn"), library)
    assert found.message.endswith("neither the article nor a domestic counterpart of it nor the clause that argues it stands there.")


def test_what_only_the_facts_mention_is_no_claim() -> None:
    library = layer(clause("It happened [@iccpr, art 22].", slug="story", kind="facts"), authorities=LAWS)
    assert compared(case(profile="abroad"), case(more="clauses: none\n"), library) == ()


@pytest.mark.parametrize(("here", "there"), [("abroad", "abroad"), ("test", "test")])
def test_two_documents_of_one_kind_are_not_compared_for_claims(here: str, there: str) -> None:
    words = ("A [@iccpr, art 22].", "B.")
    assert compared(case(profile=here, more=OWN), case(profile=there, more=OWN), layer(authorities=LAWS), words) == ()


@pytest.mark.parametrize(
    ("abroad", "home", "missing"),
    [
        ("A [@iccpr, art 19].", "B.", "IS CLAIMED IN PARA 1, AND case.yaml DOES NOT RAISE IT: IT DOES NOT CITE THE ARTICLE."),
        ("A [@iccpr, art 22].", "B.", "NEITHER THE ARTICLE NOR A DOMESTIC COUNTERPART OF IT STANDS THERE."),
    ],
)
def test_it_is_said_in_another_language_from_end_to_end(abroad: str, home: str, missing: str) -> None:
    [found] = compared(case(profile="abroad", more=OWN), case(more=OWN), layer(authorities=LAWS), (abroad, home))
    assert capitals(found.message).endswith(missing)
