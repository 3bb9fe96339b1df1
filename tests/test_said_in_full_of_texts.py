"""Problems of texts, references, templates and libraries said in another language, from end to end: in capitals, but for names."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from capitals import capitals
from workspace import AUTHORITIES, CASE, ROOT, clause, library, sources, stages

from briefkit.cite import forms
from briefkit.cli.exchange import _summary
from briefkit.coverage import Coverage
from briefkit.coverage.printed import authority_said, cells, facts_said, lists_of
from briefkit.coverage.rows import Cited, Row
from briefkit.coverage.uses import UsedFact
from briefkit.diagnostics import Diagnostic
from briefkit.exchange import Outcome, merge, read_incoming
from briefkit.health import check_health, subject_of, summary
from briefkit.libraries import read_library
from briefkit.model.libraries import Authority
from briefkit.shelf import Imported, read_template
from briefkit.shelf.editions import read_editions
from briefkit.source import Source
from briefkit.translations import differences
from briefkit.writers.docx import check_template, missing_styles
from briefkit.writers.docx.keeping import kept

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def read(problem: Diagnostic) -> tuple[str, str]:
    return capitals(problem.message), capitals(problem.hint)


def of_text(words: str) -> list[tuple[str, str]]:
    return [read(one) for one in stages(OWN, files={"law.md": words}).diagnostics]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("A [@covenant, artcle 22].", "“artcle” IS NOT A KIND OF PINPOINT.", "DID YOU MEAN “article” OR “articles”?"),
        (
            "A [@covenant, art.].",
            "“art.” IS NOT A PINPOINT: AFTER “art” COMES A NUMBER.",
            "FOR EXAMPLE ART 22(1), PARAS 7.2-7.4, SECTION V.B",
        ),
        ("A [see @covenant.", "A CITATION IS OPENED WITH “[” AND NEVER CLOSED IN THIS PARAGRAPH.", "CLOSE IT WITH “]”"),
        (
            "A ![picture](x.png).",
            "AN IMAGE CANNOT STAND IN THE TEXT.",
            "CITE IT AS AN EXHIBIT, OR LET BRIEFKIT DRAW A FIGURE FROM THE FACTS (::: TIMELINE)",
        ),
        ("A [word]{lang=xyz}.", "“xyz” IS NO LANGUAGE OF A DOCUMENT.", "ONE OF en, ru, kk"),
        ("::: signature\n\nA.", "THIS PART IS OPENED AND NEVER CLOSED.", "CLOSE IT WITH :::"),
        (
            "A “right to sing” [@covenant, art 22(1)].",
            "THESE WORDS DO NOT STAND IN covenant, art 22(1).",
            "THE SOURCE READS: Quoted. A quotation.",
        ),
        (
            "A “right to sing” [@report; @covenant, art 19].",
            "NO TEXT IS STORED FOR THE PLACE IN report AND covenant THAT IS CITED FOR THESE WORDS; STORED ARE art 22(1).",
            "PARAPHRASE IT, OR STORE THE OFFICIAL TEXT: BRIEFKIT SOURCES ADD FILE",
        ),
    ],
)
def test_texts(text: str, message: str, hint: str) -> None:
    assert (message, hint) in of_text(text)


def test_the_standing_of_what_does_not_bind() -> None:
    found = "HERE report IS USED FOR THE FIRST TIME, AND NOTHING SAYS THAT IT IS SOFT LAW, NOT BINDING ON KAZAKHSTAN."
    rules = {"clauses/rules/status.yaml": (ROOT / "clauses" / "rules" / "status.yaml").read_text(encoding="utf-8")}
    run = stages(OWN, library() | rules, {"law.md": "A [@report, para 8]."})
    assert found in [said for said, _ in map(read, run.diagnostics)]


class TestTranslations:
    ENGLISH = "{% if tone %}A [@covenant, art 1].{% endif %}\n\nB {{ org.name }}.\n"

    @pytest.mark.parametrize(
        ("russian", "message", "hint"),
        [
            (
                "А [@covenant, art 1].\n\nБ {{ org.name }}.\n",
                "HERE THE TEXT IN “ru” LACKS THE TAGS “if tone”, “endif” OF THE ENGLISH TEXT.",
                None,
            ),
            (
                "{% if tone %}А.{% endif %}\n\nБ {{ org.name }}.\n",
                "HERE THE TEXT IN “ru” LACKS THE CITATION “@covenant, art 1” OF THE ENGLISH TEXT.",
                "THE ENGLISH TEXT READS HERE: A [@covenant, art 1].",
            ),
            (
                "{% if tone %}А [@covenant, art 2].{% endif %}\n\nБ {{ org.name }}.\n",
                "HERE THE TEXT IN “ru” CITES “@covenant, art 2”, AND THE ENGLISH TEXT “@covenant, art 1”.",
                None,
            ),
            (
                "{% if tone %}А [@covenant, art 1].{% endif %}\n\nБ {{ org.name }}.\n\nВ.\n",
                "HERE THE TEXT IN “ru” HAS 2 PARAGRAPHS, AND THE ENGLISH TEXT 1 PARAGRAPH.",
                None,
            ),
        ],
    )
    def test_each_difference(self, russian: str, message: str, hint: str | None) -> None:
        found = [read(one) for one in differences(Source("en.md", self.ENGLISH), Source("ru.md", russian), "ru")]
        assert message in [said for said, _ in found]
        assert hint is None or (message, hint) in found


def test_a_library_and_its_numbers() -> None:
    kinds = library(clause("A [@covenant, art 3]. B [@report, para 9].", slug="a"), clause("C [@covenant, art 3].", slug="b"))
    read_ = read_library([sources(kinds | {"clauses/glossary.yaml": "- term: {en: association}\n"})]).value
    subject = subject_of(read_, (), date(2027, 11, 24), "ru")
    found = [read(one) for one in check_health(subject)]
    assert "2 TEXTS CITE covenant, art 3, WHICH THE AUTHORITY DOES NOT LIST." in [said for said, _ in found]
    assert "A TEXT CITES report, para 9, WHICH THE AUTHORITY DOES NOT LIST." in [said for said, _ in found]
    assert ("THE GLOSSARY HAS NO WORD IN “ru” FOR THIS TERM.", "ADD IT") in found
    numbers = {(capitals(one.what), capitals(one.which)) for one in summary(subject)}
    assert {("CLAUSES", ""), ("CLAUSES", "draft"), ("CLAUSES", "IN ru"), ("PINPOINTS", "CITED AND NOT VERIFIED")} <= numbers


class TestReferences:
    OTHER = Authority("x", {"id": "x", "type": "book", "title": "Other"}, "literature", confirmed=True)

    def outcomes(self, *items: dict[str, str], fixed: tuple[str, ...] = ()) -> tuple[Outcome, ...]:
        """What becomes of some books, where there is another “x” already."""
        made = [{"type": "book", "title": "Y", **item} for item in items]
        return merge(read_incoming(Source("refs.json", json.dumps(made))).value, {"x": self.OTHER}, fixed)

    def test_why_it_becomes_so_of_each(self) -> None:
        outcomes = self.outcomes({"id": "a b"}, {"id": "x"}, {"id": "z"}, {"id": "z"}, {"id": "z", "title": "Z"})
        assert [(one.what, capitals(one.why)) for one in outcomes] == [
            ("added", "AN ID OF AUTHOR, YEAR AND TITLE: “a b” CANNOT BE CITED"),
            ("changed", "title DIFFERS"),
            ("added", ""),
            ("unchanged", "IT STANDS IN THE FILE TWICE"),
            ("refused", "THE FILE GIVES THE ID “z” TO TWO ITEMS."),
        ]

    def test_another_item_of_the_library(self) -> None:
        [refused] = self.outcomes({"id": "x", "type": "map"}, fixed=("x",))
        assert [read(one) for one in refused.item.problems] == [
            ("THE LIBRARY HAS ANOTHER “x” ALREADY: type, title DIFFER.", "GIVE THE ITEM ANOTHER ID")
        ]

    def test_what_was_done_in_all(self) -> None:
        outcomes = self.outcomes({"id": "x"}, {"id": "z"})
        assert capitals(_summary(Imported(outcomes, ("imported.yaml",)), dry_run=True)) == (
            "1 ADDED, 1 CHANGED; --REPLACE TAKES THE FILE’S DATA FOR WHAT IS CHANGED. WOULD WRITE imported.yaml"
        )
        assert capitals(_summary(Imported(outcomes[1:], ("imported.yaml",)), dry_run=False)) == "1 ADDED. WROTE imported.yaml"
        assert capitals(_summary(Imported(), dry_run=False)) == "NOTHING WAS IMPORTED."

    def test_files_that_cannot_be_read(self) -> None:
        found = [read(one) for one in read_incoming(Source("refs.doc", "")).diagnostics]
        assert found == [
            ("“refs.doc” HAS NONE OF THE ENDINGS THAT ARE READ.", "EXPORT CSL JSON (.JSON), BIBTEX OR BIBLATEX (.BIB) OR RIS (.RIS)")
        ]


class TestTemplates:
    def test_one_that_is_no_word_file(self) -> None:
        assert [read(one)[0] for one in check_template(b"")] == ["THE WORD TEMPLATE CANNOT BE USED: IT IS NOT A READABLE ZIP FILE."]

    def test_what_stands_in_and_what_is_kept(self, plain_template: bytes) -> None:
        house = (ROOT / "styles" / "house.docx").read_bytes()
        assert {capitals(one.fallback).split(",")[0] for one in missing_styles(plain_template, house)} == {"THE HOUSE’S"}
        assert {(capitals(one.kind), capitals(one.pages)) for one in kept(house).furniture} == {
            *(("HEADER", "THE FIRST PAGE"), ("HEADER", "ALL PAGES BUT THE FIRST")),
            *(("FOOTER", "THE FIRST PAGE"), ("FOOTER", "ALL PAGES BUT THE FIRST")),
        }

    @pytest.fixture()
    def plain_template(self, tmp_path: Path) -> bytes:
        """A template that Word's own defaults would make: no styles of the house."""
        import docx

        docx.Document().save(str(tmp_path / "plain.docx"))
        data = read_template(tmp_path / "plain.docx", [])
        assert data is not None
        return data


def test_folders_without_a_library(tmp_path: Path) -> None:
    found = [read(one) for one in read_editions(str(tmp_path), str(tmp_path)).diagnostics]
    assert set(found) == {
        (
            f"“{tmp_path.as_posix()}” HOLDS NO CLAUSE LIBRARY.",
            "NAME A FOLDER OR A ZIP FILE THAT HOLDS CLAUSES/, OR A REVISION SUCH AS HEAD~5, A BRANCH OR A TAG",
        )
    }


class TestTheMatrix:
    LAW = Authority("covenant", {}, "binding", confirmed=False)

    def test_what_is_cited_and_what_is_left_of_it(self) -> None:
        assert capitals(authority_said(Cited(self.LAW, ("art 22",), ("art 22",)))) == (
            "covenant, art 22 (binding; NOT VERIFIED: ITS IDENTITY, art 22)"
        )

    def test_facts_that_are_printed_and_asked_about(self) -> None:
        facts = [UsedFact("org.name", True), UsedFact("org.foreign_funding", False)]
        assert [capitals(one) for one in facts_said(facts)] == ["org.name", "ASKED: org.foreign_funding (NOT GIVEN)"]

    def test_a_row_of_the_case_s_own_and_the_lists(self) -> None:
        row = Row("Issue", "Title", "law", Source("a", "b").whole(), (1, 2), (), (), ())
        assert [capitals(cell) for cell in cells(row)] == ["Issue", "OWN TEXT: law", "1–2", "", ""]
        assert [capitals(heading) for _, heading, _ in lists_of(Coverage())] == [
            "FACTS THAT NOTHING USES",
            "CLAIMS WITHOUT AUTHORITY",
            "ASSERTED FACTS WITHOUT A SOURCE",
            "ADVERSE AUTHORITY THAT IS NOT MET",
        ]


def test_the_names_of_the_forms_of_a_citation() -> None:
    style = Source("house.csl", (ROOT / "styles" / "international-law.csl").read_text(encoding="utf-8"))
    authority = read_library([sources(library(authorities=AUTHORITIES))]).value.authority("covenant")
    assert authority is not None
    assert [capitals(name) for name, _ in forms(authority, None, style, "en").value] == ["FIRST", "LATER", "IBID", "IN TEXT"]
