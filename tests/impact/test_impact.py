"""What a change of the library does to the document of a case: where it reads differently, and because of what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import jsonschema
import pytest
from workspace import AUTHORITIES, CASE, clause, inputs, library

from briefkit.impact import Built, Impact, as_data, as_lines, impact
from briefkit.impact.printed import SCHEMA
from briefkit.libraries import read_library

A = clause("The State must act [@covenant, art 22(1)].\n\nIt must act soon.", slug="a")
B = clause("Everyone may speak [@covenant, art 19].\n\nSee paragraph [para](#a).", slug="b")
OLD = library(A, B)


def of(new: Mapping[str, str], case: str = CASE, old: Mapping[str, str] = OLD, language: str = "en", **files: str) -> Impact:
    sides = [inputs(case, layer, files) for layer in (old, new)]
    made = impact("case.yaml", language, *(Built(one, read_library(one.layers)) for one in sides))
    assert made is not None
    return made


def words(impact: Impact) -> list[tuple[str, str, str]]:
    """Of each difference the clause, the old words and the new ones."""
    return [(one.clause, one.old.words if one.old else "", one.new.words if one.new else "") for one in impact.differences]


def printed(*impacts: Impact) -> list[str]:
    return ["".join(text for text, _ in line) for line in as_lines(impacts)]


class TestDifferences:
    def test_none(self) -> None:
        assert of(OLD).is_none

    def test_a_reworded_paragraph(self) -> None:
        found = of(library(clause("The State must act [@covenant, art 22(1)].\n\nIt shall act at once.", slug="a"), B))
        assert words(found) == [("a", "It must act soon.", "It shall act at once.")]
        assert found.by_clause == {"a": 1}

    def test_a_paragraph_more_moves_numbers_and_changes_no_other(self) -> None:
        found = of(library(clause("New [@report].\n\nThe State must act [@covenant, art 22(1)].\n\nIt must act soon.", slug="a"), B))
        assert words(found) == [("a", "", "New.")]

    def test_other_notes(self) -> None:
        found = of(library(clause("The State must act [@covenant, art 22(2)].\n\nIt must act soon.", slug="a"), B))
        assert [(one.clause, one.is_in_notes_alone) for one in found.differences] == [("a", True)]
        assert printed(found)[4] == "  1 paragraph has other notes."

    def test_the_data_of_an_authority(self) -> None:
        found = of({**OLD, "clauses/authorities/all.yaml": AUTHORITIES.replace("Covenant on Testing", "Covenant on Tests")})
        assert [(one.clause, one.is_in_notes_alone) for one in found.differences] == [("a", True)]  # the second note is short

    def test_the_words_of_a_fact_in_the_own_text(self) -> None:
        old = library(A)
        new = {**old, "clauses/facts.yaml": old["clauses/facts.yaml"].replace("the court", "the tribunal")}
        case = CASE + "facts: {forum: courts}\nsections: {law: own.md}\n"
        found = of(new, case, old, **{"own.md": "Before {{ forum }}."})
        assert words(found) == [("", "Before the court.", "Before the tribunal.")]

    def test_clauses_that_come_in_and_fall_out(self) -> None:
        case = CASE + "facts: {org: {foreign_funding: true}}\n"
        old = library(
            clause("A.", slug="a", more="when: org.foreign_funding\n"), clause("B.", slug="b", more="when: not org.foreign_funding\n")
        )
        new = library(
            clause("A.", slug="a", more="when: not org.foreign_funding\n"), clause("B.", slug="b", more="when: org.foreign_funding\n")
        )
        found = of(new, case, old)
        assert (found.joined, found.left) == (("b",), ("a",))
        assert words(found) == [("a", "On a", ""), ("a", "A.", ""), ("b", "", "On b"), ("b", "", "B.")]

    def test_of_one_clause(self) -> None:
        found = of(library(clause("It shall act [@covenant, art 22(1)].\n\nIt must act soon.", slug="a"), clause("Not one.", slug="b")))
        assert {one.clause for one in found.differences} == {"a", "b"}
        assert [one[1:] for one in words(found.of_clause("a"))] == [("The State must act.", "It shall act.")]
        assert found.of_clause("c").is_none

    def test_errors_that_only_the_new_edition_brings(self) -> None:
        broken = clause("The State must act [@covenant, art 22(1)].\n\nIt must act {{ org.nme }} [@nothing].", slug="a")
        also = of(library(broken, B), old=library(broken, B))
        assert also.errors == ()
        assert {one.code for one in of(library(broken, B)).errors} == {"unknown-fact", "unknown-authority"}

    def test_a_language_that_the_document_is_not_made_in(self) -> None:
        side = inputs(CASE, OLD, language="ru")
        built = Built(side, read_library(side.layers))
        assert impact("case.yaml", "ru", built, built) is None

    def test_no_document_at_all(self) -> None:
        broken = {**OLD, "styles/profiles/test.yaml": "title: ["}
        found = of(broken)
        assert (found.differences, found.joined, found.left, found.made) == ((), (), (), (True, False))
        assert "yaml-syntax" in {one.code for one in found.errors}
        assert printed(found)[4] == "  With the new library no such document can be made."
        assert printed(of(OLD, old=broken))[4:] == ["  It is new: with the old library no such document could be made."]
        assert of(broken, old=broken).is_none


NEW = library(clause("The State must act now [@covenant, art 22(1)].\n\nIt must act soon.", slug="a"), clause("C.", slug="c"))


class TestPending:
    FILED = CASE + "filed: {on: 2026-10-01, to: the court%s}\n"

    def test_what_was_filed_with_the_old_text(self) -> None:
        found = of(NEW, self.FILED % "")
        assert found.filed is not None
        assert (found.filed.on, found.filed.to, found.filed_paragraphs) == (date(2026, 10, 1), "the court", (1, 3, 4))
        assert "  Pending: it was filed on 2026-10-01 (the court) with the old text of its paragraphs 1, 3, 4." in printed(found)

    def test_nothing_is_pending_once_it_is_decided(self) -> None:
        found = of(NEW, self.FILED % ", decided: 2027-01-15")
        assert (found.filed, found.filed_paragraphs) == (None, ())

    def test_a_document_without_numbers(self) -> None:
        profile = OLD["styles/profiles/test.yaml"].replace("- id: law", "- id: law\n    numbered: false")
        found = of(library(A, profile=profile) | NEW | {"styles/profiles/test.yaml": profile}, self.FILED % "", library(A, profile=profile))
        assert "  Pending: it was filed on 2026-10-01 (the court) with the old text." in printed(found)


class TestPrinting:
    def test_as_lines(self) -> None:
        assert printed(of(NEW), of(OLD)) == [
            "",
            "Impact: 1 of 2 documents would change.",
            "",
            "case.yaml (English)",
            "  6 paragraphs read differently.",
            "  They stand in: a (1), b (3), c (2).",
            "  New in the document: c.",
            "  No longer in the document: b.",
        ]

    @pytest.mark.parametrize(("impacts", "said"), [((), "there are no cases to build."), ((of(OLD),), "0 of 1 document would change.")])
    def test_nothing_to_tell(self, impacts: tuple[Impact, ...], said: str) -> None:
        assert printed(*impacts) == ["", f"Impact: {said}"]

    def test_as_data_without_any_text_of_the_case(self) -> None:
        data = as_data(of(NEW, TestPending.FILED % ""))
        jsonschema.validate(data, SCHEMA)
        assert data == {
            "case": "case.yaml",
            "language": "en",
            "made_before": True,
            "made_now": True,
            "paragraphs": 6,
            "in_notes_alone": 0,
            "clauses": [{"clause": "a", "paragraphs": 1}, {"clause": "b", "paragraphs": 3}, {"clause": "c", "paragraphs": 2}],
            "joined": ["c"],
            "left": ["b"],
            "errors": [],
            "filed": {"on": "2026-10-01", "to": "the court", "paragraphs": [1, 3, 4]},
        }
