"""What a reviewer has before them: what changes its hash and what does not, and which reviews still stand."""

from __future__ import annotations

import json
from datetime import date

import pytest
from reviewed import MORE, RUSSIAN_FILE, STORED_FILE, TEXT, files, holdings, review, the_clause, what
from workspace import AUTHORITIES, STORED, clause

from briefkit.seen import signed, state_of

TODAY = date(2026, 11, 24)
BEFORE = what(holdings())
RECALLED = "    confirmed: true\n    recalled: {as: superseded, reason: a new one, on: 2026-02-03}\n"
VERIFIED = "verified: {seen: the printed volume, by: a tester, on: 2026-01-02}"
OTHER = clause(slug="b")


class TestHash:
    def test_it_is_that_of_what_is_written(self) -> None:
        assert BEFORE.hash == what(holdings()).hash
        assert BEFORE.mark == f"a · en · {BEFORE.hash[:12]}"
        written = json.loads(BEFORE.written)
        assert written["text"] == TEXT
        assert written["citations"] == {"covenant": ["art 22(1)", ""]}
        assert [one["loc"] for one in written["authorities"]["covenant"]["pinpoints"]] == ["art 22(1)"]
        assert written["sources"] == {"covenant.en": {"art 22(1)": "Quoted. A quotation."}}

    @pytest.mark.parametrize(
        "changed",
        [
            files(TEXT.replace("First", "Second")),
            files(TEXT + "\nMore [@report, para 7.6].\n"),
            files(more=MORE.replace("foreign_funding", "name")),
            {**files(more=MORE + "requires: [b]\n"), **OTHER},
            {**files(more=MORE + "conflicts: [b]\n"), **OTHER},
            files(more=MORE + "audiences: [court]\n"),
            files(authorities=AUTHORITIES.replace("status: binding", "status: comparative")),
            files(authorities=AUTHORITIES.replace("page: '171'", "page: '172'")),
            files(authorities=AUTHORITIES.replace("everyone may associate", "everyone may join")),
            files(authorities=AUTHORITIES.replace("confirmed: true", "confirmed: false")),
            files(authorities=AUTHORITIES.replace("    confirmed: true\n", RECALLED)),
            files(authorities=AUTHORITIES.replace(f"      {VERIFIED}\n", "")),
            {**files(), STORED_FILE: STORED.replace("Quoted.", "Quoted so.")},
        ],
    )
    def test_it_changes_with_what_is_seen(self, changed: dict[str, str]) -> None:
        assert what(holdings(changed)).hash != BEFORE.hash

    @pytest.mark.parametrize(
        "changed",
        [
            {**files(), RUSSIAN_FILE: "Другое."},
            files(authorities=AUTHORITIES.replace("everyone may speak", "everyone may write")),  # a place that it does not cite
            files(authorities=AUTHORITIES.replace("A/1/2", "A/1/3")),  # an authority that it does not cite
            files(authorities=AUTHORITIES.replace("2026-01-02", "2026-11-02")),  # seen again
            {**files(), STORED_FILE: STORED + "\n## art 19\n\nOther words.\n"},
            {**files(), **OTHER},
        ],
    )
    def test_it_stays_where_nothing_that_is_seen_changes(self, changed: dict[str, str]) -> None:
        assert what(holdings(changed)).hash == BEFORE.hash

    def test_each_language_is_seen_alone(self) -> None:
        changed = holdings(files(TEXT.replace("First", "Second")))
        assert what(changed, "ru").hash == what(holdings(), "ru").hash != BEFORE.hash


class TestSigned:
    def states(self, *entries: str, today: date | None = TODAY, days: int = 365) -> tuple[list[tuple[str, str]], str]:
        library = holdings({**files(), "clauses/reviews.yaml": "".join(entries)})
        found = signed(the_clause(library), "en", library)
        return [(one.review.by, one.state(today, days)) for one in found], state_of(found, today, days)

    def test_nobody_signed(self) -> None:
        assert self.states(review("0" * 64, language="ru")) == ([], "draft")

    def test_each_role_by_its_own_the_newest_first(self) -> None:
        entries = (review(BEFORE.hash), review("0" * 64, by="editor", on="2026-11-02"))
        assert self.states(*entries) == ([("editor", "changed"), ("local counsel", "reviewed")], "reviewed")

    def test_of_a_role_the_review_of_what_stands_there_counts_else_the_last(self) -> None:
        earlier = review(BEFORE.hash, on="2026-10-01")
        assert self.states(earlier, review("0" * 64, by="Local  counsel")) == ([("local counsel", "reviewed")], "reviewed")
        assert self.states(review("1" * 64, on="2026-10-01"), review("0" * 64, by="Local  counsel"))[0] == [("Local  counsel", "changed")]

    @pytest.mark.parametrize(("days", "state"), [(23, "reviewed"), (22, "overdue")])
    def test_one_is_overdue_after_some_days(self, days: int, state: str) -> None:
        assert self.states(review(BEFORE.hash), days=days) == ([("local counsel", state)], state)
        assert self.states(review(BEFORE.hash), days=days, today=None)[1] == "reviewed"
