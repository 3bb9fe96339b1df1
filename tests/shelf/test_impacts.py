"""Cases from the disk built with two editions: which cases, in which languages, and in what place of their workspace an edition stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import commit
from test_zip_stock import packed
from workspace import CASE, HOUSE, clause, library, write

from briefkit.impact import Impact
from briefkit.shelf.impacts import read_impacts

OLD = library(clause("An old text.", slug="a"))
NEW = library(clause("A new text.", slug="a"))
OWN = clause("A text of the case's own library.", slug="own")


def found(old: str, new: str, *places: str, languages: tuple[str, ...] = ()) -> list[Impact]:
    read = read_impacts(old, new, [Path(place) for place in places], languages)
    assert read.diagnostics == ()
    return list(read.value)


def words(impact: Impact) -> list[tuple[str, str]]:
    return [(one.old.words if one.old else "", one.new.words if one.new else "") for one in impact.differences]


@pytest.fixture
def shipped(outside: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shipped library of its own, so that what the real one holds does not matter."""
    write(outside / "shipped", {**library(clause("A shipped text.", slug="shipped")), "styles/house.docx": HOUSE})
    monkeypatch.setattr("briefkit.shelf.reading.shipped_folder", lambda: outside / "shipped")
    return outside


class TestCases:
    def test_those_of_a_folder_and_one_by_its_file(self, shipped: Path) -> None:
        write(shipped / "old", OLD)
        write(shipped / "new", NEW)
        names = ("cases/b/case.yaml", "cases/a.yaml", "cases/.kept/no.yaml", "cases/clauses/no.yaml", "cases/a.secret.yaml", "lone.yaml")
        write(shipped, {**dict.fromkeys(names, CASE), "cases/other.yaml": "profile: test\n"})
        assert [one.case for one in found("old", "new", "cases", "lone.yaml", "cases/a.yaml")] == [
            "cases/a.yaml",
            "cases/b/case.yaml",
            "lone.yaml",
        ]

    def test_in_each_language_of_its_title_that_its_kind_is_made_in(self, shipped: Path) -> None:
        both = {"styles/profiles/test.yaml": OLD["styles/profiles/test.yaml"].replace("[en]", "[en, ru]")}
        write(shipped / "old", {**OLD, **both})
        write(shipped / "new", {**NEW, **both})
        write(shipped, {"case.yaml": "profile: test\nlanguage: ru\ntitle: {en: A test, ru: Проверка, kk: Тексеру}\n"})
        assert [one.language for one in found("old", "new", "case.yaml")] == ["ru", "en"]
        assert [one.language for one in found("old", "new", "case.yaml", languages=("en",))] == ["en"]

    def test_confidential_facts_take_part(self, shipped: Path) -> None:
        write(shipped / "old", library(clause("{{ org.name }} was.", slug="a")))
        write(shipped / "new", library(clause("{{ org.name }} is.", slug="a")))
        write(shipped, {"case.yaml": CASE, "case.secret.yaml": "facts: {org: {name: The Secret}}\n"})
        (impact,) = found("old", "new", "case.yaml")
        assert words(impact) == [("The Secret was.", "The Secret is.")]

    def test_one_that_cannot_be_read(self, shipped: Path) -> None:
        write(shipped / "old", OLD)
        write(shipped, {"case.yaml": b"\xff"})
        read = read_impacts("old", "old", [Path("case.yaml")])
        assert (read.value, [one.code for one in read.diagnostics]) == ((), ["file-encoding"])

    def test_an_edition_that_cannot_be_had(self, shipped: Path) -> None:
        write(shipped, {"case.yaml": CASE})
        read = read_impacts("old", "nowhere", [Path("case.yaml")])
        assert (read.value, [one.code for one in read.diagnostics]) == ((), ["no-repository", "no-repository"])


class TestWhereAnEditionStands:
    def test_in_the_place_of_the_workspace_that_it_is_an_edition_of(self, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(repository.parent / "shipped", {**library(clause("A shipped text.", slug="shipped")), "styles/house.docx": HOUSE})
        monkeypatch.setattr("briefkit.shelf.reading.shipped_folder", lambda: repository.parent / "shipped")
        write(repository, {**clause("A new text.", slug="a"), "cases/case.yaml": CASE})
        commit()
        (impact,) = found("HEAD~1", ".", "cases")
        assert words(impact) == [("A text.", "A new text.")]  # the shipped clause is in both

    def test_of_clauses_alone_with_the_styles_of_today(self, shipped: Path) -> None:
        write(shipped / "work", {**NEW, "case.yaml": CASE})
        write(shipped / "then/clauses", {path.removeprefix("clauses/"): text for path, text in OLD.items() if path.startswith("clauses/")})
        (impact,) = found("then/clauses", "work/clauses", "work/case.yaml")
        assert words(impact) == [("An old text.", "A new text.")]

    def test_one_from_elsewhere_lies_below_what_the_case_has_of_its_own(self, shipped: Path) -> None:
        (shipped / "old.zip").write_bytes(packed(OLD))
        (shipped / "new.zip").write_bytes(packed(NEW))
        write(shipped / "work", {**OWN, "case.yaml": CASE})
        (impact,) = found("old.zip", "new.zip", "work/case.yaml")
        assert words(impact) == [("An old text.", "A new text.")]
        assert (impact.joined, impact.left) == ((), ())

    def test_one_without_kinds_of_documents_lies_upon_the_shipped_library(self, shipped: Path) -> None:
        for name, files in (("old", OLD), ("new", NEW)):
            write(shipped / name, {path: text for path, text in files.items() if path.startswith("clauses/arguments/")})
        write(shipped, {"cases/case.yaml": CASE})
        (impact,) = found("old", "new", "cases")
        assert impact.made == (True, True)
        assert words(impact) == [("An old text.", "A new text.")]
