"""briefkit diff: what it compares, what it prints, what it writes, how it exits."""

from __future__ import annotations

import json
import sys
import zipfile
from io import StringIO
from pathlib import Path

import jsonschema
import pypandoc
import pytest
import rich.console
from conftest import Run
from lxml import html
from repositories import commit
from workspace import clause, library, write

from briefkit.cli.compared import print_lines

OLD = library(clause("The State must act [@covenant, art 22(1)].", slug="a"), clause("Another text.", slug="b"))
NEW = library(clause("The State shall act [@covenant, art 22(2)].", slug="a"), clause("Another  text.", slug="b"))


@pytest.fixture
def two(outside: Path) -> Path:
    """A folder with two libraries: old and new."""
    write(outside / "old", OLD)
    write(outside / "new", NEW)
    return outside


@pytest.fixture
def revisions(repository: Path) -> Path:
    """A repository with the old library in its last commit but one and the new one in its last."""
    for files in (OLD, NEW):
        write(repository, files)
        commit()
    return repository


def zipped(name: str, files: dict[str, str]) -> None:
    with zipfile.ZipFile(name, "w") as archive:
        for path, content in files.items():
            archive.writestr(f"library-main/{path}", content)


def entries(printed: str) -> list[tuple[str, list[str]]]:
    """What changed, and the names of its changes, as JSON has them."""
    return [(one["id"], [change["change"] for change in one["changes"]]) for one in json.loads(printed)["entries"]]


class TestWhatIsCompared:
    def test_two_revisions(self, revisions: Path, briefkit: Run) -> None:
        ran = briefkit("diff", "HEAD~1", "HEAD")
        assert (ran.exit_code, ran.stderr) == (1, "")
        lines = ran.stdout.splitlines()
        assert lines[0].startswith("HEAD~1 → HEAD: 2 clauses changed")
        assert lines[2] == "clause a – On a"
        assert any("[-must-]{+shall+}" in line for line in lines)

    def test_a_revision_and_the_folder_at_hand(self, revisions: Path, briefkit: Run) -> None:
        assert briefkit("diff", "HEAD", ".").exit_code == 0
        write(revisions, {"clauses/arguments/a/en.md": "The State may act [@covenant, art 22(2)]."})
        ran = briefkit("diff", "HEAD")
        assert (ran.exit_code, ran.stdout.splitlines()[0].split(":")[0]) == (1, "HEAD → .")
        assert "[-shall-]{+may+}" in ran.stdout

    def test_the_library_at_hand_is_found_from_within_it(self, revisions: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(revisions / "clauses" / "arguments")
        assert briefkit("diff", "HEAD").stdout == f"HEAD → {Path('../..')}: no changes.\n"

    def test_two_zip_files(self, outside: Path, briefkit: Run) -> None:
        zipped("old.zip", OLD)
        zipped("new.zip", NEW)
        assert "[-must-]{+shall+}" in briefkit("diff", "old.zip", "new.zip").stdout
        assert briefkit("diff", "old.zip", "old.zip").exit_code == 0

    def test_the_same(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("diff", "old", "old")
        assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "old → old: no changes.\n", "")


class TestChoosing:
    def test_one_clause(self, two: Path, briefkit: Run) -> None:
        assert [name for name, _ in entries(briefkit("diff", "old", "new", "--clause", "b", "--format", "json").stdout)] == ["b"]

    def test_one_clause_with_the_authorities_that_it_cites(self, two: Path, briefkit: Run) -> None:
        authorities = OLD["clauses/authorities/all.yaml"].replace("Covenant on Testing", "Covenant on Tests")
        write(two / "new", {"clauses/authorities/all.yaml": authorities.replace("Report on", "A Report on")})
        shown = entries(briefkit("diff", "old", "new", "--clause", "a", "--format", "json").stdout)
        assert [name for name, _ in shown] == ["a", "covenant"]

    def test_a_clause_that_did_not_change(self, two: Path, briefkit: Run) -> None:
        write(two / "new", clause("Another text.", slug="b"))
        assert briefkit("diff", "old", "new", "--clause", "b").exit_code == 0

    def test_one_weight(self, two: Path, briefkit: Run) -> None:
        substance = json.loads(briefkit("diff", "old", "new", "--only", "substance", "--format", "json").stdout)
        assert {change["weight"] for one in substance["entries"] for change in one["changes"]} == {"substance"}
        write(two / "new", clause("The State must act  [@covenant, art 22(1)].", slug="a"))
        assert briefkit("diff", "old", "new", "--only", "substance").exit_code == 0

    def test_one_language(self, two: Path, briefkit: Run) -> None:
        write(two / "new", {"clauses/arguments/b/ru.md": "Текст."})
        data = json.loads(briefkit("diff", "old", "new", "--lang", "ru", "--format", "json").stdout)
        assert {change["language"] for one in data["entries"] for change in one["changes"]} == {"ru"}

    def test_two_languages_of_a_clause(self, two: Path, briefkit: Run) -> None:
        write(two / "old", {"clauses/arguments/a/ru.md": "Государство обязано действовать."})
        ran = briefkit("diff", "old", "--clause", "a", "--lang", "en", "--lang", "ru")
        assert (ran.exit_code, ran.stderr) == (1, "")
        assert "Государство обязано действовать." in ran.stdout
        write(two / "old", {"clauses/arguments/a/ru.md": "Государство обязано действовать [@covenant, art 22(1)]."})
        assert briefkit("diff", "old", "--clause", "a", "--lang", "en", "--lang", "ru").exit_code == 0


class TestOutputs:
    def test_the_page(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("diff", "old", "new", "-o", "changes.html")
        assert (ran.exit_code, len(ran.stdout.splitlines()), ran.stdout.splitlines()[-1]) == (1, 2, "Wrote changes.html")
        made = html.document_fromstring((two / "changes.html").read_bytes())
        assert any("shall" in one.text_content() for one in made.xpath("//main//ins"))

    def test_a_page_is_not_written_over_something_else(self, two: Path, briefkit: Run) -> None:
        write(two, {"changes.html": "mine"})
        ran = briefkit("diff", "old", "new", "-o", "changes.html")
        assert ran.exit_code == 2
        assert "error[output-changed]" in ran.stderr
        assert (two / "changes.html").read_text() == "mine"
        assert briefkit("diff", "old", "new", "-o", "changes.html", "--force").exit_code == 1

    def test_word_with_tracked_changes(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("diff", "old", "new", "-o", "changes.docx", "-o", "changes.html")
        assert (ran.exit_code, ran.stdout.splitlines()[1:]) == (1, ["Wrote changes.docx", "Wrote changes.html"])
        read = {how: pypandoc.convert_file("changes.docx", "plain", extra_args=[f"--track-changes={how}"]) for how in ("accept", "reject")}
        assert ("The State shall act" in read["accept"], "must" in read["accept"]) == (True, False)
        assert ("The State must act" in read["reject"], "shall" in read["reject"]) == (True, False)

    def test_a_house_style_that_is_damaged_is_told_and_the_page_is_written(self, two: Path, briefkit: Run) -> None:
        write(two, OLD)
        (two / "styles/house.docx").write_bytes(b"words")
        ran = briefkit("diff", "old", "new", "-o", "changes.docx", "-o", "changes.html")
        assert (ran.exit_code, ran.stdout.splitlines()[1:]) == (2, ["Wrote changes.html"])
        assert "error[bad-template]" in ran.stderr
        assert not (two / "changes.docx").exists()

    def test_json_where_nothing_could_be_compared(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("diff", "old", "nowhere", "--format", "json")
        data = json.loads(ran.stdout)
        jsonschema.validate(data, json.loads(briefkit("schema", "diff").stdout))
        assert (ran.exit_code, [one["code"] for one in data["diagnostics"]]) == (2, ["no-repository"])

    def test_json(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("diff", "old", "new", "--format", "json", "-o", "changes.html", "--impact")
        data = json.loads(ran.stdout)
        jsonschema.validate(data, json.loads(briefkit("schema", "diff").stdout))
        assert (ran.exit_code, data["same"], data["impact"], data["diagnostics"]) == (1, False, [], [])
        assert "pinpoints-changed" in dict(entries(ran.stdout))["a"]
        assert (two / "changes.html").is_file()

    def test_a_changelog(self, two: Path, briefkit: Run) -> None:
        printed = briefkit("diff", "old", "new", "--format", "changelog", "--impact").stdout
        assert printed.startswith("# Changes in the clause library from old to new\n")
        assert printed.endswith("## Impact on documents\n\nImpact: there are no cases to build.\n\n")

    def test_in_russian(self, two: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BRIEFKIT_LANG", "ru")
        briefkit("diff", "old", "new", "-o", "changes.html")
        assert '<html lang="ru"' in (two / "changes.html").read_text(encoding="utf-8")


class TestImpact:
    CASE = "profile: test\ntitle: A test\n"

    def test_the_examples_beside_the_library(self, revisions: Path, briefkit: Run) -> None:
        write(
            revisions,
            {"examples/one/case.yaml": self.CASE, "examples/one/case.secret.yaml": "facts: {}\n", "examples/one/other.yaml": "a: b\n"},
        )
        printed = briefkit("diff", "HEAD~1", "HEAD", "--impact").stdout
        assert printed.splitlines()[-5:] == [
            "Impact: 1 of 1 document would change.",
            "",
            "examples/one/case.yaml (English)",
            "  1 paragraph reads differently.",
            "  They stand in: a (1).",
        ]

    def test_cases_elsewhere_and_what_was_filed(self, two: Path, briefkit: Run) -> None:
        write(two, {"cases/one.yaml": self.CASE + "filed: {on: 2026-10-01, to: the court}\n"})
        (impact,) = json.loads(briefkit("diff", "old", "new", "--cases", "cases", "--format", "json").stdout)["impact"]
        assert (impact["case"], impact["paragraphs"], impact["filed"]) == (
            "cases/one.yaml",
            1,
            {"on": "2026-10-01", "to": "the court", "paragraphs": [1]},
        )

    def test_in_each_language_of_a_case_unless_one_is_asked_for(self, two: Path, briefkit: Run) -> None:
        both = "profile: test\ntitle: {en: A test, ru: Проверка}\n"
        for one in ("old", "new"):
            write(two / one, {"styles/profiles/test.yaml": OLD["styles/profiles/test.yaml"].replace("[en]", "[en, ru]")})
        write(two, {"cases/one.yaml": both})
        asked = ("diff", "old", "new", "--cases", "cases", "--format", "json")
        assert [one["language"] for one in json.loads(briefkit(*asked).stdout)["impact"]] == ["en", "ru"]
        assert [one["language"] for one in json.loads(briefkit(*asked, "--lang", "ru").stdout)["impact"]] == ["ru"]

    def test_on_the_page(self, two: Path, briefkit: Run) -> None:
        write(two, {"cases/one.yaml": self.CASE})
        briefkit("diff", "old", "new", "--cases", "cases", "-o", "changes.html")
        made = html.document_fromstring((two / "changes.html").read_bytes())
        (section,) = made.xpath("//section[@aria-labelledby='impact']")
        assert "They stand in: a (1)." in section.text_content()

    def test_a_case_that_cannot_be_read(self, two: Path, briefkit: Run) -> None:
        write(two, {"case.yaml": b"\xff"})
        ran = briefkit("diff", "old", "new", "--cases", "case.yaml")
        assert ran.exit_code == 2
        assert "error[file-encoding]" in ran.stderr


def test_a_terminal_gets_colours_and_the_same_words(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = StringIO()
    terminal = rich.console.Console(file=shown, force_terminal=True, color_system="standard", width=200, highlight=False)
    monkeypatch.setattr(rich.console, "Console", lambda **_: terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    print_lines([(("clause a", "head"),), (("the ", ""), ("[-must-]", "deleted"), ("{+[shall]+}", "inserted"))])
    assert shown.getvalue() == "\x1b[1mclause a\x1b[0m\nthe \x1b[31m[-must-]\x1b[0m\x1b[32m{+[shall]+}\x1b[0m\n"


class TestTrouble:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ((), "Missing argument 'OLD'"),
            (("old", "new", "-o", "changes.pdf"), "The output is a file that ends in .html or .docx."),
            (("old", "new", "--cases", "no-cases"), "'no-cases' does not exist"),
            (("old", "new", "--clause", "aa"), "did you mean “a”?"),
            (("old", "--clause", "aa", "--lang", "en", "--lang", "ru"), "did you mean “a”?"),
            (("old", "--lang", "en", "--lang", "ru"), "--clause NAME --lang en --lang ru."),
            (("old", "--clause", "a", "--lang", "en", "--lang", "ru", "--lang", "kk"), "--clause NAME --lang en --lang ru."),
            (("old", "new", "--clause", "a", "--lang", "en", "--lang", "ru"), "give OLD alone"),
            (("old", "--clause", "a", "--lang", "en", "--lang", "ru", "-o", "x.docx"), "no Word document"),
            (("old", "bad.zip"), "“bad.zip” is not read"),
            (("old", "nwe"), "did you mean “new”?"),
            (("--", "-x", "new"), "“-x” is no name of a revision."),
            (("old", "new", "-o", "no/where/changes.html"), "cannot be written"),
        ],
    )
    def test_exits_with_2_and_leaves_the_disk_as_it_is(self, two: Path, briefkit: Run, words: tuple[str, ...], said: str) -> None:
        write(two, {"bad.zip": b"PK"})
        ran = briefkit("diff", *words)
        assert ran.exit_code == 2
        assert said in ran.stderr
        assert {one.name for one in two.iterdir()} == {"old", "new", "bad.zip"}

    def test_as_json(self, two: Path, briefkit: Run) -> None:
        ran = briefkit("diff", "old", "nowhere", "--format", "json")
        assert ran.exit_code == 2
        assert [one["code"] for one in json.loads(ran.stdout)["diagnostics"]] == ["no-repository"]

    @pytest.mark.parametrize("content", [b"\xff", b"title: {en: [\n"])
    def test_a_file_that_cannot_be_read_and_the_rest_compared(self, two: Path, briefkit: Run, content: bytes) -> None:
        write(two / "new", clause("A new text.", slug="b"))
        write(two / "new", {"clauses/arguments/a/clause.yaml": content})
        ran = briefkit("diff", "old", "new")
        assert ran.exit_code == 2
        assert "This clause could not be compared: it cannot be read in new." in ran.stdout
        assert "clause b – On b" in ran.stdout
        assert ran.stderr.count("error[") == 1

    @pytest.mark.parametrize("output", ["changes.html", "changes.docx"])
    def test_a_file_that_cannot_be_read_and_nothing_written(self, two: Path, briefkit: Run, output: str) -> None:
        write(two / "new", {"clauses/arguments/a/en.md": b"\xff"})
        ran = briefkit("diff", "old", "new", "-o", output)
        assert ran.exit_code == 2
        assert "The English text could not be compared: it cannot be read in new." in ran.stdout
        assert ran.stderr.endswith("Nothing was written: 1 error.\n")
        assert {one.name for one in two.iterdir()} == {"old", "new"}

    def test_what_check_would_say_of_a_library_is_left_to_check(self, two: Path, briefkit: Run) -> None:
        write(two / "new", clause("A {{ no.such.fact }}.", slug="a", more="requires: [nothing]\n"))
        ran = briefkit("diff", "old", "new")
        assert (ran.exit_code, ran.stderr) == (1, "")
