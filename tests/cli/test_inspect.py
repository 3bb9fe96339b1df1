"""briefkit inspect, outdated, and build --lock and --locked, as their users run them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from capitals import Capitals
from conftest import Run
from workspace import clause, library, write

from briefkit.ooxml import read_zip, write_zip
from briefkit.provenance.drafts import Draft, read_draft

TEXT = "The State must act [@covenant, art 22(1)]."
CASE = "profile: test\ntitle: A test\ndate: 2026-11-01\n"
VERSION_2 = {name: text.replace("version: 1", "version: 2") for name, text in clause(TEXT.replace("must", "shall"), slug="a").items()}


@pytest.fixture
def place(alone: Path) -> Path:
    """A workspace with a case that takes the clauses a and b, and stands in a folder of its own."""
    write(alone, {**library(clause(TEXT, slug="a"), clause("More words.", slug="b")), "my/case.yaml": CASE})
    return alone


def build(briefkit: Run, *options: str, output: str = "draft.docx") -> None:
    ran = briefkit("build", "my/case.yaml", "-o", output, "--force", *options)
    assert ran.exit_code == 0, ran.stderr


class TestInspect:
    def test_what_made_it(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        ran = briefkit("inspect", "draft.docx")
        made = read_draft((place / "draft.docx").read_bytes())
        assert (ran.exit_code, ran.stdout.splitlines()) == (
            0,
            [
                f"build:    {made.build}",
                f"briefkit: {made.version}",
                "profile:  test",
                "language: en",
                "tone:     neutral",
                "date:     1\u00a0November 2026",
                "style:    international-law",
                "template: house",
                "case:     my/case.yaml",
                f"sources:  my/.briefkit/builds/{made.build}",
                "",
                "a\ten\t1\t1\tas it was",
                "b\ten\t1\t1\tas it was",
                "",
                "The library is as it was.",
            ],
        )

    def test_what_changed_since(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        write(place, VERSION_2)
        write(place, {"clauses/authorities/all.yaml": library()["clauses/authorities/all.yaml"].replace("'171'", "'172'")})
        (place / "clauses/arguments/b/clause.yaml").unlink()
        lines = briefkit("inspect", "draft.docx").stdout.splitlines()
        assert lines[11:16] == ["a\ten\t1\t2\ttext changed", "b\ten\t1\t–\tgone", "", "authority\tcovenant\tit changed", ""]
        assert lines[16].startswith("Since then: 1 clause changed, 1 clause removed, 1 authority changed")
        command = lines[17].removeprefix("To see it: briefkit ")
        compared = briefkit(*command.split())
        assert compared.exit_code == 1
        assert "The State [-must-]{+shall+} act" in compared.stdout
        assert "Its page was “171” and is now “172”." in compared.stdout
        assert "report" not in compared.stdout

    def test_new_things_in_the_library_are_no_changes_of_the_document(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        write(place, {**clause("New.", slug="c"), "clauses/arguments/a/ru.md": "Слова."})
        assert briefkit("inspect", "draft.docx").stdout.endswith("The library is as it was.\n")
        kept = f"my/.briefkit/builds/{read_draft((place / 'draft.docx').read_bytes()).build}"
        assert briefkit("diff", kept, "my/case.yaml").exit_code == 0

    def test_a_template_alone(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        parts = read_zip((place / "styles/house.docx").read_bytes())
        write(place, {"styles/house.docx": write_zip({**parts, "word/more.xml": b"<a/>"})})
        assert briefkit("inspect", "draft.docx").stdout.splitlines()[-3:] == [
            "Word template\thouse\tit changed",
            "",
            "Since then 1 thing moved.",
        ]

    def test_without_its_sources(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        (place / "my" / ".briefkit").rename(place / "my" / "gone")
        write(place, VERSION_2)
        assert briefkit("inspect", "draft.docx").stdout.splitlines()[-4:] == [
            "a\ten\t1\t2\tanother version",
            "b\ten\t1\t1\tthe same version; its text then is not kept",
            "",
            "Its sources are not kept here, so only versions can be compared; --case CASE says where to look.",
        ]

    def test_a_document_that_lies_elsewhere(self, place: Path, briefkit: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
        build(briefkit)
        sent = tmp_path_factory.mktemp("sent") / "draft.docx"
        sent.write_bytes((place / "draft.docx").read_bytes())
        (place / "a/b/c/d").mkdir(parents=True)
        (place / "my").rename(place / "a/b/c/d/my")
        assert "not kept here" in briefkit("inspect", str(sent)).stdout
        assert briefkit("inspect", str(sent), "--case", "a/b/c/d/my").stdout.endswith("The library is as it was.\n")

    def test_a_document_that_somebody_worked_on(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        parts = read_zip((place / "draft.docx").read_bytes())
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"More words.", b"Quite other words.")
        write(place, {"edited.docx": write_zip(parts)})
        assert "b\ten\t1\t1\tas it was" in briefkit("inspect", "edited.docx").stdout

    def test_a_document_to_file(self, place: Path, briefkit: Run) -> None:
        write(place, {"my/case.yaml": CASE + "accepted: {a: counsel, b: counsel}\n"})
        build(briefkit, "--final", output="final.docx")
        assert read_draft((place / "final.docx").read_bytes()) == Draft()
        assert not (place / "my/.briefkit/builds").exists()
        ran = briefkit("inspect", "final.docx")
        assert (ran.exit_code, ran.stdout) == (
            0,
            "“final.docx” tells nothing of where it comes from: it is a document to file, or briefkit did not build it.\n",
        )
        assert json.loads(briefkit("inspect", "final.docx", "--format", "json").stdout)["provenance"] is None

    def test_as_json(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        write(place, VERSION_2)
        found = json.loads(briefkit("inspect", "draft.docx", "--format", "json").stdout)["provenance"]
        assert (found["profile"], found["language"], found["date"]) == ("test", "en", "2026-11-01")
        assert found["clauses"][0] == {"clause": "a", "language": "en", "version": 1, "now": 2, "since": ["text"]}
        assert found["moved"] == [{"what": "clause", "name": "a", "since": ["text"], "said": "its text changed", "version": 1, "now": 2}]
        assert found["summary"] == ["1 clause changed"]
        assert found["diff"] == f"briefkit diff my/.briefkit/builds/{found['build']} my/case.yaml"

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "is not a readable zip file"),
            (b"words", "is not a readable zip file"),
            (write_zip({"x.xml": b"<a/>"}), "it has no document part"),
            (b"\xd0\xcf\x11\xe0", "is not a readable zip file"),
        ],
    )
    def test_what_is_no_word_file(self, place: Path, briefkit: Run, data: bytes, said: str) -> None:
        write(place, {"x.docx": data})
        ran = briefkit("inspect", "x.docx")
        assert ran.exit_code == 1
        assert "error[bad-document]: “x.docx” cannot be read" in ran.stderr
        assert said in ran.stderr

    def test_a_file_that_is_not_there(self, place: Path, briefkit: Run) -> None:
        ran = briefkit("inspect", "nothing.docx")
        assert (ran.exit_code, "error[file-missing]" in ran.stderr) == (1, True)

    def test_in_another_language(self, place: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        build(briefkit, "--lock")
        write(place, VERSION_2)
        (place / "clauses/arguments/b/clause.yaml").unlink()
        monkeypatch.setattr(sys.modules["briefkit.cli.speaking"], "catalogue", lambda language: Capitals())
        for command in (("inspect", "draft.docx"), ("outdated", "my/case.yaml")):
            said = briefkit(*command).stdout
            for value in (
                "my/.briefkit/builds/",
                "my/case.yaml",
                "international-law",
                "briefkit diff",
                "neutral",
                "test",
                "house",
                "November",
            ):
                said = said.replace(value, "")
            words = [
                word for line in said.splitlines() for word in line.split() if len(word) > 2 and not any(char.isdigit() for char in word)
            ]
            assert [word for word in words if word != word.upper()] == []

    def test_the_same_case_elsewhere_gives_the_same_bytes(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        write(place, {"another/folder/case.yaml": CASE})
        assert briefkit("build", "another/folder/case.yaml", "-o", "again.docx").exit_code == 0
        assert (place / "again.docx").read_bytes() == (place / "draft.docx").read_bytes()

    def test_checks(self, place: Path, briefkit: Run) -> None:
        build(briefkit)
        assert briefkit("inspect", "--check", "draft.docx").exit_code == 0


class TestLocked:
    def test_a_locked_document_stays_as_it_was(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        before = (place / "draft.docx").read_bytes()
        write(place, {**VERSION_2, **clause("Newly joined.", slug="c")})
        ran = briefkit("build", "my/case.yaml", "-o", "again.docx", "--locked")
        assert ran.exit_code == 0
        assert "warning[lock-unpinned]: The clause “c” would join the document, and is left out: it is not pinned." in ran.stderr
        assert (place / "again.docx").read_bytes() == before

    def test_the_case_may_still_change(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        write(place, {**VERSION_2, "my/case.yaml": CASE.replace("A test", "Another title")})
        build(briefkit, "--locked", output="again.txt")
        printed = (place / "again.txt").read_text(encoding="utf-8")
        assert "Another title" in printed
        assert "The State must act" in printed

    def test_without_it_the_document_is_of_today(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        write(place, VERSION_2)
        build(briefkit, output="again.txt")
        assert "The State shall act" in (place / "again.txt").read_text(encoding="utf-8")

    def test_what_is_gone(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        (place / "my" / ".briefkit").rename(place / "gone")
        write(place, VERSION_2)
        ran = briefkit("build", "my/case.yaml", "-o", "again.docx", "--locked")
        assert ran.exit_code == 1
        assert "error[locked-gone]: The clause “a” is pinned in version 1; the library has version 2" in ran.stderr
        assert "with which case.lock.yaml was written" in ran.stderr
        assert not (place / "again.docx").exists()

    def test_what_did_not_move_need_not_be_kept(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        (place / "my" / ".briefkit").rename(place / "gone")
        build(briefkit, "--locked", output="same.docx")
        assert (place / "same.docx").read_bytes() == (place / "draft.docx").read_bytes()

    def test_it_can_be_had_again_from_the_library_of_then(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        before = (place / "draft.docx").read_bytes()
        (place / "my" / ".briefkit").rename(place / "gone")
        build(briefkit)
        write(place, VERSION_2)
        build(briefkit, "--locked", output="again.docx")
        assert (place / "again.docx").read_bytes() == before

    def test_a_document_to_file_may_be_locked(self, place: Path, briefkit: Run) -> None:
        write(place, {"my/case.yaml": CASE + "accepted: {a: counsel, b: counsel}\n"})
        build(briefkit, "--final", "--lock", output="final.docx")
        before = (place / "final.docx").read_bytes()
        write(place, VERSION_2)
        build(briefkit, "--final", "--locked", output="again.docx")
        assert (place / "again.docx").read_bytes() == before

    def test_a_language_of_its_own(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        before = (place / "my/case.lock.yaml").read_text(encoding="utf-8")
        profile = library()["styles/profiles/test.yaml"].replace("[en]", "[en, ru]")
        texts = {f"clauses/arguments/{slug}/ru.md": "Слова." for slug in "ab"}
        write(place, {**texts, "styles/profiles/test.yaml": profile, "my/case.yaml": CASE.replace("A test", "{en: A test, ru: Проба}")})
        ran = briefkit("build", "my/case.yaml", "-o", "ru.docx", "--lang", "ru", "--locked")
        assert (ran.exit_code, "“my/case.lock.yaml” pins nothing for a document in “ru”." in ran.stderr) == (1, True)
        build(briefkit, "--lang", "ru", "--lock", output="ru.docx")
        assert (place / "my/case.lock.yaml").read_text(encoding="utf-8").startswith(before)

    def test_without_a_lock(self, place: Path, briefkit: Run) -> None:
        ran = briefkit("build", "my/case.yaml", "--locked")
        assert ran.exit_code == 1
        assert "error[lock-missing]: There is no “my/case.lock.yaml”." in ran.stderr
        assert "briefkit build my/case.yaml --lock" in ran.stderr
        shown = briefkit("build", "my/case.yaml", "--locked", "--format", "json")
        assert [one["code"] for one in json.loads(shown.stdout)["diagnostics"]] == ["lock-missing"]

    def test_a_lock_that_cannot_be_read_is_not_written_over(self, place: Path, briefkit: Run) -> None:
        write(place, {"my/case.lock.yaml": "en: [\n"})
        for option in ("--lock", "--locked"):
            ran = briefkit("build", "my/case.yaml", "-o", "x.docx", option)
            assert (ran.exit_code, "error[yaml-syntax]" in ran.stderr) == (1, True)
        assert (place / "my/case.lock.yaml").read_text() == "en: [\n"

    def test_a_case_that_cannot_be_read(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        write(place, {"my/case.yaml": "- no case\n"})
        ran = briefkit("build", "my/case.yaml", "-o", "x.docx", "--locked")
        assert (ran.exit_code, "error[missing-key]" in ran.stderr) == (1, True)

    def test_both_at_once(self, place: Path, briefkit: Run) -> None:
        assert briefkit("build", "my/case.yaml", "--lock", "--locked").exit_code == 2

    def test_what_is_taken_beside_the_lock(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        write(place, {"my/case.yaml": CASE + "sections: {facts: own.md}\n", "my/own.md": "As said [@report, para 7.6].\n"})
        ran = briefkit("build", "my/case.yaml", "-o", "x.docx", "--locked")
        assert ran.exit_code == 0
        assert "warning[lock-unpinned]: Not pinned, and taken as it is today: authority “report”." in ran.stderr


class TestOutdated:
    def test_nothing_moved(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        ran = briefkit("outdated", "my")
        assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "Nothing moved.\n", "")

    def test_what_moved_since_the_lock(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        write(place, VERSION_2)
        build(briefkit)  # a later draft is not what counts
        (place / "clauses/arguments/b/clause.yaml").unlink()
        ran = briefkit("outdated", "my/case.yaml")
        rows = ran.stdout.splitlines()
        assert (ran.exit_code, rows[:3]) == (1, ["en\tclause\ta\t1\t2\tits text changed", "en\tclause\tb\t1\t–\tit is gone", ""])
        assert briefkit(*rows[3].removeprefix("To see it: briefkit ").split()).exit_code == 1

    def test_where_the_pinned_texts_are_not_kept(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        (place / "my" / ".briefkit").rename(place / "gone")
        write(place, VERSION_2)
        ran = briefkit("outdated", "my/case.yaml")
        assert (ran.exit_code, ran.stdout.splitlines()[-1]) == (
            1,
            "What is pinned in “en” is not kept here, so its words cannot be shown.",
        )

    def test_without_a_lock_the_last_draft_counts(self, place: Path, briefkit: Run) -> None:
        build(briefkit, output="draft.txt")
        assert briefkit("outdated", "my/case.yaml").exit_code == 0
        write(place, VERSION_2)
        assert briefkit("outdated", "my/case.yaml").exit_code == 1

    def test_with_neither(self, place: Path, briefkit: Run) -> None:
        ran = briefkit("outdated", "my/case.yaml")
        assert (ran.exit_code, "error[lock-missing]: “my/case.yaml” has no lock, and no build of it is kept." in ran.stderr) == (2, True)
        shown = briefkit("outdated", "my/case.yaml", "--format", "json")
        assert (shown.exit_code, json.loads(shown.stdout)["languages"]) == (2, [])

    def test_no_case(self, place: Path, briefkit: Run) -> None:
        ran = briefkit("outdated", "nothing.yaml")
        assert (ran.exit_code, "error[file-missing]" in ran.stderr) == (2, True)

    def test_as_json(self, place: Path, briefkit: Run) -> None:
        build(briefkit, "--lock")
        write(place, VERSION_2)
        (found,) = json.loads(briefkit("outdated", "my/case.yaml", "--format", "json").stdout)["languages"]
        assert found["language"] == "en"
        assert [(one["what"], one["name"], one["version"], one["now"]) for one in found["moved"]] == [("clause", "a", 1, 2)]
        assert found["diff"].startswith("briefkit diff my/.briefkit/builds/")
