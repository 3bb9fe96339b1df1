"""Citations against what a library and a case know: does the source exist, and did somebody see the place?"""

from __future__ import annotations

import pytest
from workspace import AUTHORITIES, CASE, errors, flat, library, said, stages, text

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def problems(words: str, case: str = OWN, final: bool = False, authorities: str = AUTHORITIES) -> list[tuple[str, str]]:
    return said(stages(case, library(authorities=authorities), {"law.md": words}, final).diagnostics)


def unverified(words: str, case: str = OWN) -> list[str]:
    """What the messages say was not seen."""
    run = stages(case, files={"law.md": words})
    assert not run.has_errors, said(run.diagnostics)
    return [
        one.message.removeprefix("Nobody has recorded that they saw ").removesuffix(".")
        for one in run.diagnostics
        if one.code == "unverified-pinpoint"
    ]


class TestUnknown:
    @pytest.mark.parametrize(
        ("words", "under"),
        [
            ("Here [@covenent, art 22(1)].", "@covenent, art 22(1)"),
            ("Here @covenent stands.", "@covenent"),
            ("Here [see @covenant, art 22(1); @covenent, art 5].", "@covenent, art 5"),
            ("Here.^[Free words [@covenent].]", "@covenent"),
            ("| a |\n|---|\n| [@covenent] |", "@covenent"),
            ("> Quoted [@covenent].", "@covenent"),
        ],
        ids=["bracket", "named", "second", "note", "table", "quotation"],
    )
    def test_with_a_suggestion(self, words: str, under: str) -> None:
        run = stages(OWN, files={"law.md": words})
        [problem] = run.diagnostics
        assert (problem.code, problem.span and problem.span.text) == ("unknown-authority", under)
        assert problem.message == "There is no authority or exhibit “covenent”."
        assert problem.hint == "did you mean “covenant”?"

    def test_nothing_near(self) -> None:
        [problem] = stages(OWN, files={"law.md": "Here [@zzz]."}).diagnostics
        assert problem.hint == "briefkit authorities list shows all"

    def test_once_for_each_name_at_its_first_place(self) -> None:
        run = stages(OWN, files={"law.md": "A [@no].\n\nB [@no, art 5] and [@other]."})
        assert [(one.span and str(one.span)) for one in run.diagnostics] == ["law.md:1:4", "law.md:3:21"]

    def test_an_exhibit_is_suggested_too(self) -> None:
        case = OWN + "exhibits: [{id: protocol, title: Protocol}]\n"
        [problem] = stages(case, files={"law.md": "A [@protokol, p 1]."}).diagnostics
        assert problem.hint == "did you mean “protocol”?"

    def test_in_an_act(self) -> None:
        case = OWN + 'facts: {measures: [{legal_basis: "@nowhere, art 5"}]}\n'
        assert errors(stages(case, files={"law.md": "Under {{ measure.legal_basis }}."}).diagnostics) == [
            ("unknown-authority", '"@nowhere, art 5"')
        ]


class TestUnverified:
    def test_a_verified_one_is_silent(self) -> None:
        assert unverified("A [@covenant, art 22(1)].") == []

    def test_a_listed_one_that_nobody_saw(self) -> None:
        [problem] = stages(OWN, files={"law.md": "A [@covenant, art 22(2)]."}).diagnostics
        assert (problem.code, problem.span and problem.span.text) == ("unverified-pinpoint", "@covenant, art 22(2)")
        assert problem.message == "Nobody has recorded that they saw covenant, art 22(2)."
        assert problem.hint == "open Covenant on Testing and look for: restrictions must be necessary"
        assert not problem.is_error

    def test_one_that_is_not_listed(self) -> None:
        [problem] = stages(OWN, files={"law.md": "A [@covenant, art 40]."}).diagnostics
        assert problem.hint == "open Covenant on Testing"

    def test_each_once_however_often_it_is_cited(self) -> None:
        assert unverified("A [@covenant, art 22(2)]. B [@covenant, art 22(2)].\n\nC [see @covenant, article 22(2)].") == [
            "covenant, art 22(2)"
        ]

    @pytest.mark.parametrize(
        ("cited", "listed"),
        [
            ("arts 19(2), 21 and 22(2)", ["art 19(2)", "art 21", "art 22(2)"]),
            ("arts 19 & 22(1)", ["art 19"]),
            ("paras 3-5", ["para 3-5"]),
            ("paras 7.6–7.7, 9", ["para 7.6-7.7", "para 9"]),
            ("principle 7", ["principle 7"]),
        ],
    )
    def test_lists_place_by_place_ranges_as_one(self, cited: str, listed: list[str]) -> None:
        assert unverified(f"A [@covenant, {cited}].") == [f"covenant, {loc}" for loc in listed]

    @pytest.mark.parametrize("cited", ["paras 7.6-7.7", "paras 7.6–7.7", "para 7.6-7.7", "paragraphs 7.6 - 7.7"])
    def test_a_range_is_one_place_however_it_is_written(self, cited: str) -> None:
        authorities = AUTHORITIES.replace(
            "says: testing is a duty", "says: testing is a duty\n      verified: {seen: x, by: y, on: 2026-01-02}"
        )
        assert problems(f"A [@report, {cited}].", authorities=authorities.replace("confirmed: false", "confirmed: true")) == []

    def test_the_identity_of_a_source(self) -> None:
        run = stages(OWN, files={"law.md": "A [@report]. B [@report]. C @report."})
        [problem] = run.diagnostics
        assert (problem.code, problem.message) == (
            "unverified-authority",
            "The identity of report (title, symbol, dates) was not checked.",
        )
        assert problem.hint == "open Report on Testing, A/1/2 <https://example.org/report>"

    def test_an_exhibit_needs_no_verification(self) -> None:
        case = OWN + "exhibits: [{id: x1, title: Protocol}]\n"
        assert problems("A [@x1, p 2].", case) == []

    def test_the_draft_marks_it(self) -> None:
        printed = flat(text(OWN, files={"law.md": "A [@covenant, art 22(2)] and [@covenant, art 22(1)]."}))
        assert "art 22(2) [verify]" in printed
        assert printed.count("[verify") == 1


class TestTheCaseVerifies:
    SEEN = "seen: the volume, by: counsel, on: 2026-03-04"

    @pytest.mark.parametrize("cite", ["@covenant, art 22(2)", "@covenant, article 22(2)", "@covenant, Art. 22(2)"])
    def test_a_pinpoint(self, cite: str) -> None:
        assert problems("A [@covenant, art 22(2)].", OWN + f'verified: [{{cite: "{cite}", {self.SEEN}}}]\n') == []

    def test_one_place_of_a_list(self) -> None:
        case = OWN + f'verified: [{{cite: "@covenant, art 22(2)", {self.SEEN}}}]\n'
        assert unverified("A [@covenant, arts 19 and 22(2)].", case) == ["covenant, art 19"]

    def test_not_the_identity(self) -> None:
        case = OWN + f'verified: [{{cite: "@report, para 7.6-7.7", {self.SEEN}}}]\n'
        assert [code for code, _ in problems("A [@report, paras 7.6-7.7].", case)] == ["unverified-authority"]

    def test_without_a_pinpoint(self) -> None:
        assert problems("A.", OWN + f'verified: [{{cite: "@covenant", {self.SEEN}}}]\n') == [("bad-pinpoint", '"@covenant"')]

    def test_a_source_that_nobody_knows(self) -> None:
        run = stages(OWN + f'verified: [{{cite: "@covenent, art 22(2)", {self.SEEN}}}]\n', files={"law.md": "A."})
        assert said(run.diagnostics) == [("unknown-authority", '"@covenent, art 22(2)"')]
        assert run.diagnostics[0].hint == "did you mean “covenant”?"

    @pytest.mark.parametrize(
        ("entry", "expected"),
        [
            ('{cite: "@covenant, art 22(2)", seen: x, by: y}', [("missing-key", '{cite: "@covenant, art 22(2)", seen: x, by: y}')]),
            ('{cite: "@covenant, art 22(2)", seen: x, by: y, on: 2026-02-30}', [("bad-date", "2026-02-30")]),
            ('{cite: "covenant 22(2)", seen: x, by: y, on: 2026-02-03}', [("citation-syntax", '"covenant 22(2)"')]),
        ],
    )
    def test_an_incomplete_record_verifies_nothing(self, entry: str, expected: list[tuple[str, str]]) -> None:
        run = stages(OWN + f"verified: [{entry}]\n", files={"law.md": "A [@covenant, art 22(2)]."})
        assert errors(run.diagnostics) == expected
        assert "unverified-pinpoint" in [one.code for one in run.diagnostics]


class TestFinal:
    def test_every_unverified_place_is_an_error_that_names_what_to_open(self) -> None:
        run = stages(OWN, files={"law.md": "A [@covenant, arts 19 and 22(2); @report, para 5]."}, final=True)
        assert [(one.code, one.is_error, one.hint) for one in run.diagnostics] == [
            ("unverified-pinpoint", True, "open Covenant on Testing and look for: everyone may speak"),
            ("unverified-pinpoint", True, "open Covenant on Testing and look for: restrictions must be necessary"),
            ("unverified-pinpoint", True, "open Report on Testing, A/1/2 <https://example.org/report>"),
            ("unverified-authority", True, "open Report on Testing, A/1/2 <https://example.org/report>"),
        ]

    def test_with_all_of_it_seen_it_builds_without_marks(self) -> None:
        printed = text(OWN, files={"law.md": "A [@covenant, art 22(1)]."}, final=True)
        assert "[1] Covenant on Testing" in printed
        assert "verify" not in printed


class TestReferencesOfTheCase:
    REFS = '[{"id": "own", "type": "book", "title": "Own Book", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2020]]}}]'

    def test_are_cited_like_the_others(self) -> None:
        case = OWN + "refs: refs.json\n"
        run = stages(case, files={"law.md": "A [@own, p 5].", "refs.json": self.REFS})
        assert [(one.code, one.message) for one in run.diagnostics] == [
            ("unverified-pinpoint", "Nobody has recorded that they saw own, p 5.")
        ]
        assert "Own Book" in text(case, files={"law.md": "A [@own, p 5].", "refs.json": self.REFS})

    def test_the_case_verifies_them_too(self) -> None:
        case = OWN + 'refs: refs.json\nverified: [{cite: "@own, p 5", seen: x, by: y, on: 2026-01-01}]\n'
        run = stages(case, files={"law.md": "A [@own, p 5].", "refs.json": self.REFS}, final=True)
        assert run.diagnostics == ()
