"""The commands as their users run them: what they print, what they leave on the disk, how they exit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import click
import jsonschema
import pytest
from click.testing import CliRunner
from conftest import Run
from workspace import ROOT, as_json, clause, library, write

from briefkit.cli import COMMANDS, main
from briefkit.cli.starting import SCHEMAS
from briefkit.formats import FORMATS
from briefkit.inspection import problems
from briefkit.ooxml import read_zip
from briefkit.source import Source
from briefkit.yamlmarks import plain, read_yaml

TEN = Path(__file__).parent / "ten_mistakes"


def commands(group: click.Command, *names: str) -> list[tuple[str, ...]]:
    """Every command below a group, by the words that call it."""
    if not isinstance(group, click.Group):
        return [names]
    context = click.Context(group)
    found = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    return [words for name, command in found if command for words in commands(command, *names, name)]


class TestTenMistakes:
    def test_ten_diagnostics_in_one_run_to_the_letter(self, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(TEN)
        checked = briefkit("check", "case.yaml")
        assert (checked.exit_code, checked.stdout) == (1, "")
        assert checked.stderr == (TEN / "expected.txt").read_text(encoding="utf-8")

    def test_of_ten_kinds(self, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(TEN)
        found = as_json(briefkit("check", "case.yaml", "--format", "json").stdout)
        assert len({str(one["code"]) for one in found}) == len(found) == 10

    def test_building_it_writes_nothing(self, briefkit: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(TEN, tmp_path / "ten")
        monkeypatch.chdir(tmp_path / "ten")
        before = sorted(tmp_path.rglob("*"))
        built = briefkit("build", "case.yaml")
        assert built.exit_code == 1
        assert built.stderr.endswith("\nNothing was built: 10 errors.\n")
        assert sorted(tmp_path.rglob("*")) == before


class TestHelp:
    @pytest.mark.parametrize("words", commands(main), ids=" ".join)
    def test_every_command_shows_an_example_that_calls_it(self, briefkit: Run, words: tuple[str, ...]) -> None:
        shown = briefkit(*words, "--help")
        assert shown.exit_code == 0
        example = shown.stdout.split("Example:\n")[1].split("\n\n")[0]
        assert f"  briefkit {' '.join(words)}" in example

    def test_of_the_whole_lists_every_command(self, briefkit: Run) -> None:
        shown = briefkit("--help").stdout
        for name, (_, about) in COMMANDS.items():
            assert f"  {name}" in shown
            assert about in shown

    @pytest.mark.parametrize(("words", "hint"), [(["bild"], "build"), (["chekc"], "check"), (["zzzz"], "")])
    def test_an_unknown_command(self, briefkit: Run, words: list[str], hint: str) -> None:
        ran = briefkit(*words)
        assert ran.exit_code == 2
        assert f"No such command '{words[0]}'." in ran.stderr
        assert ("did you mean" in ran.stderr.casefold()) == bool(hint)
        assert hint in ran.stderr

    @pytest.mark.parametrize(
        "words",
        [
            ["build"],
            ["check", "a", "b"],
            ["plan", "--no-such-option", "x"],
            ["schema", "nothing"],
            ["completion", "cmd"],
            ["check", "a", "--format", "xml"],
        ],
    )
    def test_wrong_usage_exits_with_2(self, briefkit: Run, words: list[str]) -> None:
        ran = briefkit(*words)
        assert (ran.exit_code, ran.stdout) == (2, "")
        assert "Error: " in ran.stderr

    def test_it_imports_nothing_heavy(self) -> None:
        heavy = {"jinja2", "docx", "lxml", "citeproc", "markdown_it", "babel", "rich", "yaml", "jsonschema"}
        code = (
            "import sys\nfrom click.testing import CliRunner\nfrom briefkit.cli import main\n"
            "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
            f"print(sorted({heavy!r} & set(sys.modules)))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout == "[]\n"

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_completion_names_the_program(self, briefkit: Run, shell: str) -> None:
        printed = briefkit("completion", shell)
        assert printed.exit_code == 0
        assert "briefkit" in printed.stdout
        assert "_BRIEFKIT_COMPLETE" in printed.stdout

    def test_completion_completes(self) -> None:
        done = CliRunner().invoke(
            main, env={"_BRIEFKIT_COMPLETE": "bash_complete", "COMP_WORDS": "briefkit bu", "COMP_CWORD": "1"}, prog_name="briefkit"
        )
        assert "build" in done.output

    def test_the_version(self, briefkit: Run) -> None:
        assert briefkit("--version").stdout.startswith("briefkit, version ")


class TestInit:
    def test_then_build(self, folder: Path, briefkit: Run) -> None:
        made = briefkit("init", "new")
        assert (made.exit_code, made.stderr) == (0, "")
        assert made.stdout.endswith(f"Next: briefkit build {Path('new') / 'case.yaml'}\n")
        built = briefkit("build", "new/case.yaml")
        assert (built.exit_code, built.stdout) == (0, f"Built {Path('new') / 'case.docx'}\n")
        assert problems((folder / "new" / "case.docx").read_bytes()) == ()

    def test_overwrites_nothing(self, folder: Path, briefkit: Run) -> None:
        write(folder, {"new/body.md": "mine", "new/case.yaml": "mine too"})
        made = briefkit("init", "new")
        assert (made.exit_code, made.stdout) == (1, "")
        assert made.stderr.count("is there already and is kept.") == 2
        assert {path.name: path.read_text(encoding="utf-8") for path in (folder / "new").iterdir()} == {
            "body.md": "mine",
            "case.yaml": "mine too",
        }


class TestPlan:
    FILES: ClassVar = {
        "case.yaml": "profile: test\ntitle: T\nfacts: {org: {foreign_funding: false}}\nclauses: {exclude: [gone]}\n",
        **library(
            clause(slug="yes", title="Yes | *title*", catalogue="C01"),
            clause(slug="no", more="when: org.foreign_funding\n", catalogue="C02"),
            clause(slug="maybe", more="when: error.days_late > 5\n", catalogue="C03"),
            clause(slug="gone", catalogue="C04"),
        ),
    }

    def test_in_words(self, alone: Path, briefkit: Run) -> None:
        shown = briefkit("plan", "case.yaml", files=self.FILES)
        assert (shown.exit_code, shown.stderr) == (0, "")
        assert shown.stdout.splitlines() == [
            "law\tyes\tYes | *title*\tneutral\tit has no condition",
            "left out\tno\tOn no\t\tits condition “org.foreign_funding” is false: org.foreign_funding is false",
            "left out\tmaybe\tOn maybe\t\tits condition “error.days_late > 5” is undecided: error.days_late is not given",
            "left out\tgone\tOn gone\t\tthe case excludes it",
        ]

    def test_for_a_program(self, alone: Path, briefkit: Run) -> None:
        data = json.loads(briefkit("plan", "case.yaml", "--tone", "adversarial", "--format", "json", files=self.FILES).stdout)
        assert data["in"] == [{"clause": "yes", "part": "law", "tone": "adversarial", "reason": "it has no condition"}]
        assert [one["clause"] for one in data["out"]] == ["no", "maybe", "gone"]
        assert [(one["code"], one["severity"]) for one in data["diagnostics"]] == [("undecided-clause", "warning")]

    def test_with_an_error(self, alone: Path, briefkit: Run) -> None:
        shown = briefkit("plan", "case.yaml", files={**self.FILES, "case.yaml": "profile: tset\ntitle: T\n"})
        assert shown.exit_code == 1
        assert "error[unknown-profile]" in shown.stderr


class TestBuild:
    def test_twice_gives_the_same_bytes(self, memo: Path, briefkit: Run) -> None:
        assert briefkit("build", "case.yaml", "-o", "a.docx", "-o", "a.txt").exit_code == 0
        first = [(memo / name).read_bytes() for name in ("a.docx", "a.txt")]
        again = briefkit("build", "case.yaml", "-o", "a.docx", "-o", "b.DOCX", "-o", "a.txt")
        assert (again.exit_code, again.stdout) == (0, "Built a.docx\nBuilt b.DOCX\nBuilt a.txt\n")
        assert [(memo / name).read_bytes() for name in ("a.docx", "a.txt")] == first
        assert (memo / "b.DOCX").read_bytes() == first[0]

    def test_a_folder_with_a_case(self, memo: Path, briefkit: Run) -> None:
        assert briefkit("build", ".").stdout == "Built case.docx\n"

    def test_for_a_program(self, memo: Path, briefkit: Run) -> None:
        data = json.loads(briefkit("build", "case.yaml", "-o", "a.txt", "--format", "json").stdout)
        assert data == {"outputs": ["a.txt"], "diagnostics": []}

    def test_counts_what_is_unverified_and_final_refuses_it(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.md": "A, soft law [@sr-23-39, para 999], and B [@iccpr, art 40].\n"})
        draft = briefkit("build", "case.yaml", "-o", "a.txt")
        assert (draft.exit_code, draft.stderr) == (
            0,
            "2 citations are not verified and are marked in the draft; “briefkit check case.yaml” lists what to open.\n",
        )
        assert (memo / "a.txt").read_text(encoding="utf-8").count("verify") == 2
        final = briefkit("build", "case.yaml", "-o", "b.txt", "--final")
        assert final.exit_code == 1
        assert final.stderr.count("error[unverified-pinpoint]") == 2
        assert final.stderr.count("hint: open ") == 2
        assert not (memo / "b.txt").exists()

    def test_one_unverified_citation_is_one(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.md": "B [@iccpr, art 40].\n"})
        assert briefkit("build", "case.yaml", "-o", "a.txt").stderr.startswith("1 citation is not verified and is marked")

    @pytest.mark.parametrize(("option", "lines"), [("-q", 0), ("-v", 5)])
    def test_quiet_and_verbose(self, memo: Path, briefkit: Run, option: str, lines: int) -> None:
        write(memo, {"body.md": "B [@iccpr, art 40].\n"})
        built = briefkit("build", "case.yaml", "-o", "a.txt", option)
        assert (built.exit_code, built.stdout) == (0, "Built a.txt\n")
        assert len(built.stderr.split("\n\n")[0].splitlines()) == lines

    def test_options_change_the_document(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.md": "{{ tone }} {{ profile }} {{ language }}\n"})
        assert briefkit("build", "case.yaml", "-o", "a.txt", "--tone", "adversarial").exit_code == 0
        assert "adversarial memo en" in (memo / "a.txt").read_text(encoding="utf-8")

    def test_a_style_and_a_template_by_path(self, memo: Path, briefkit: Run) -> None:
        write(
            memo, {"own.csl": (ROOT / "styles/international-law.csl").read_bytes(), "own.docx": (ROOT / "styles/letter.docx").read_bytes()}
        )
        assert briefkit("build", "case.yaml", "-o", "a.docx").exit_code == 0
        assert briefkit("build", "case.yaml", "-o", "b.docx", "--style", "own.csl", "--template", "own.docx").exit_code == 0
        one, other = (read_zip((memo / name).read_bytes()) for name in ("a.docx", "b.docx"))
        named = "docProps/custom.xml"  # it tells of which build each is
        assert {**one, named: b""} == {**other, named: b""}

    def test_the_texts_of_the_case_are_safe_from_it(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.txt": "Mine.", "case.yaml": "profile: memo\ntitle: T\nclauses: none\nsections: {text: body.txt}\n"})
        built = briefkit("build", "case.yaml", "-o", "body.txt", "--force")
        assert (built.exit_code, built.stdout) == (1, "")
        assert "“body.txt” is a file that the case itself is made of." in built.stderr
        assert (memo / "body.txt").read_text(encoding="utf-8") == "Mine."

    def test_with_the_secret_facts(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.md": "On {{ org.name }}.\n", "case.secret.yaml": "org: {name: Hidden Name}\n"})
        assert briefkit("build", "case.yaml", "-o", "a.txt").exit_code == 0
        assert "On Hidden Name." in (memo / "a.txt").read_text(encoding="utf-8")


class TestPrinting:
    def test_no_escape_codes_and_no_control_characters_where_it_is_piped(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.md": "B \x1b[31m\x07 [@nowhere, art 5] {{ x\u2028y }}.\n", "case.yaml": 'profile: "m\\e[31m"\ntitle: T\n'})
        for command in ("check", "build", "plan", "cite"):
            assert "\x1b" not in briefkit(command, "case.yaml").output
        write(memo, {"case.yaml": "profile: memo\ntitle: T\nclauses: none\nsections: {text: body.md}\n"})
        checked = briefkit("check", "case.yaml")
        assert checked.exit_code == 1
        assert not {char for char in checked.output if ord(char) < 32} - {"\n"}

    def test_on_a_console_that_is_not_utf_8(self, memo: Path) -> None:
        code = "import sys; sys.argv = ['briefkit', 'check', 'no.yaml']; from briefkit.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False
        )
        assert done.returncode == 1
        assert done.stderr.decode("utf-8").startswith("error[file-missing]: There is no file “no.yaml”.")

    def test_on_a_terminal_it_is_coloured_but_steers_nothing(self, memo: Path) -> None:
        write(memo, {"body.md": "B \x1b]0;title\x07 [@nowhere, art 5].\n"})
        done = CliRunner().invoke(main, ["check", "case.yaml"], color=True)
        assert "\x1b[31m" in done.output
        assert "\x1b]" not in done.output
        assert "\x07" not in done.output

    def test_a_place_in_a_long_line_is_shown_in_a_window(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.md": "word " * 100 + "[@nowhere]" + " word" * 100 + "\n"})
        lines = briefkit("check", "case.yaml").stderr.splitlines()
        assert lines[1] == "  --> body.md:1:502"
        assert lines[2].startswith("  1 | …")
        assert lines[2].endswith("…")
        marks = lines[3].index("^")
        assert lines[2][marks : lines[3].rindex("^") + 1] == "@nowhere"
        assert max(map(len, lines)) < 110

    def test_a_diagnostic_for_a_program(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.md": "\nB [@icpr].\n"})
        [problem] = as_json(briefkit("check", "case.yaml", "--format", "json").stdout)
        assert {key: value for key, value in problem.items() if key != "hint"} == {
            "code": "unknown-authority",
            "severity": "error",
            "message": "There is no authority or exhibit “icpr”.",
            "file": "body.md",
            "line": 2,
            "column": 4,
            "end_line": 2,
            "end_column": 9,
            "source": "B [@icpr].",
        }

    def test_quiet_check_prints_errors_alone(self, memo: Path, briefkit: Run) -> None:
        write(memo, {"body.md": "B [@iccpr, art 40].\n"})
        assert briefkit("check", "case.yaml", "-q").stderr == "1 warning.\n"
        assert briefkit("check", "case.yaml").exit_code == 0
        assert briefkit("check", "case.yaml", "--final").exit_code == 1

    def test_tables_on_a_terminal(self, memo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        from briefkit.cli.printing import show_table

        show_table("Title", ("one", "two"), [("[bold]a[/bold]", "b\x1b[31m")])
        printed = capsys.readouterr().out
        assert "Title" in printed
        assert "one" in printed
        assert "[bold]a[/bold]" in printed
        assert "b [31m" in printed


class TestCite:
    def test_notes_side_by_side(self, memo: Path, briefkit: Run) -> None:
        write(
            memo,
            {
                "body.md": "A [@iccpr, art 22(1)]. B.^[Free *words*.]\n",
                "styles/other.csl": (ROOT / "styles/international-law.csl").read_bytes(),
            },
        )
        shown = briefkit("cite", "case.yaml").stdout.splitlines()
        assert len(shown) == 2
        assert shown[0].startswith("1\tInternational Covenant on Civil and Political Rights")
        assert shown[1] == "2\tFree words."
        both = json.loads(briefkit("cite", "case.yaml", "--style", "international-law", "--style", "other", "--format", "json").stdout)
        assert both["diagnostics"] == []
        assert both["notes"][1] == {"number": 2, "notes": {"international-law": "Free words.", "other": "Free words."}}

    def test_an_unknown_style(self, memo: Path, briefkit: Run) -> None:
        shown = briefkit("cite", "case.yaml", "--style", "oscola-x")
        assert (shown.exit_code, shown.stdout) == (1, "")
        assert "error[unknown-style]" in shown.stderr


class TestClauses:
    def test_list(self, alone: Path, briefkit: Run) -> None:
        write(alone, library(clause(slug="b", catalogue="C01"), clause(slug="a", catalogue="C02", kind="soft-law")))
        assert briefkit("clauses", "list").stdout.splitlines() == [
            "C01\tb\ttreaty-obligation\tdraft\ten\tOn b",
            "C02\ta\tsoft-law\tdraft\ten\tOn a",
        ]
        data = json.loads(briefkit("clauses", "list", "--format", "json").stdout)
        assert [one["clause"] for one in data] == ["b", "a"]
        assert data[0] == {
            "clause": "b",
            "catalogue": "C01",
            "title": {"en": "On b"},
            "kind": "treaty-obligation",
            "when": None,
            "audiences": ["court", "ministry", "parliament", "un-body"],
            "requires": [],
            "conflicts": [],
            "version": 1,
            "status": "draft",
            "texts": {"en": "Some text."},
        }

    def test_show(self, briefkit: Run, folder: Path) -> None:
        shown = briefkit("clauses", "show", "access-to-resources").stdout
        assert "title:      Access to resources is part of the right\n" in shown
        assert "when:       org.foreign_funding\n" in shown
        assert "requires:   activities-protected\n" in shown
        text = (ROOT / "clauses/arguments/access-to-resources/en.md").read_text(encoding="utf-8")
        assert shown.endswith(text.strip() + "\n")
        assert json.loads(briefkit("clauses", "show", "access-to-resources", "--format", "json").stdout)["texts"]["en"] == text

    def test_show_what_is_not_there(self, briefkit: Run, folder: Path) -> None:
        missing = briefkit("clauses", "show", "acces-to-resources")
        assert (missing.exit_code, missing.stdout) == (1, "")
        assert missing.stderr == (
            "error[unknown-clause]: There is no clause “acces-to-resources”.\n  hint: did you mean “access-to-resources”?\n\n"
        )
        untranslated = briefkit("clauses", "show", "access-to-resources", "--lang", "xx")
        assert untranslated.exit_code == 1
        assert "error[missing-text]" in untranslated.stderr

    def test_search(self, alone: Path, briefkit: Run) -> None:
        write(alone, library(clause("Of FUNDING from abroad.", slug="a"), clause("Of funding.", slug="b")))
        assert [line.split("\t")[1] for line in briefkit("clauses", "search", "funding", "Abroad").stdout.splitlines()] == ["a"]
        none = briefkit("clauses", "search", "nowhere")
        assert (none.exit_code, none.stdout, none.stderr) == (0, "", "No clause holds all these words.\n")

    def test_list_with_a_broken_clause(self, alone: Path, briefkit: Run) -> None:
        write(alone, library(clause(slug="a", more="kidn: x\n"), clause(slug="b")))
        shown = briefkit("clauses", "list")
        assert shown.exit_code == 1
        assert len(shown.stdout.splitlines()) == 2
        assert "clauses/arguments/a/clause.yaml:5:1" in shown.stderr


class TestAuthorities:
    CASE = """\
profile: test
title: T
clauses: none
sections: {law: law.md}
refs: refs.json
exhibits: [{id: x, title: X}]
"""

    def test_list(self, alone: Path, briefkit: Run) -> None:
        write(alone, library())
        assert briefkit("authorities", "list").stdout.splitlines() == [
            "covenant\tCT\tbinding\t1/3\t",
            "report\tReport on Testing\tsoft-law\t0/1\tunconfirmed",
        ]
        data = json.loads(briefkit("authorities", "list", "--format", "json").stdout)
        assert data[0]["pinpoints"][0] == {
            "loc": "art 22(1)",
            "says": "everyone may associate",
            "verified": {"seen": "the printed volume", "by": "a tester", "on": "2026-01-02"},
        }
        assert (data[1]["id"], data[1]["confirmed"], data[1]["csl"]["number"]) == ("report", False, "A/1/2")

    def test_those_of_a_case_by_category(self, alone: Path, briefkit: Run) -> None:
        write(
            alone,
            {
                **library(),
                "case.yaml": self.CASE,
                "law.md": "A [@own; @x]. B [@report]. C [@own].",
                "refs.json": '[{"id": "own", "type": "book", "title": "Own"}]',
            },
        )
        shown = briefkit("authorities", "list", "case.yaml")
        assert (shown.exit_code, shown.stdout.splitlines()) == (
            0,
            [
                "United Nations documents\treport\t‘Report on Testing’ (2020) A/1/2\t2\t1\t2",
                "Literature and other sources\town\tOwn\t1, 3\t1\t1",
                "Exhibit 1\tx\tX\t1\t1\t1",
            ],
        )
        data = json.loads(briefkit("authorities", "list", "case.yaml", "--format", "json").stdout)
        assert [one["category"] for one in data["categories"]] == ["un-documents", "literature"]
        assert data["categories"][1]["entries"] == [{"id": "own", "form": "Own", "notes": [1, 3], "paragraphs": [1], "first_note": 1}]
        assert data["exhibits"] == [{"number": 1, "id": "x", "form": "X", "notes": [1], "paragraphs": [1], "first_note": 1}]
        assert [one["code"] for one in data["diagnostics"]] == ["unverified-authority"]

    def test_show(self, briefkit: Run, folder: Path) -> None:
        shown = briefkit("authorities", "show", "iccpr")
        assert (shown.exit_code, shown.stderr) == (0, "")
        assert "status:     binding on Kazakhstan\n" in shown.stdout
        assert "in force:   2006-04-24 to …\n" in shown.stdout
        assert "International Covenant on Civil and Political Rights" in shown.stdout
        assert "art 22(1)\tverified\t" in shown.stdout
        assert json.loads(briefkit("authorities", "show", "iccpr", "--format", "json").stdout)["id"] == "iccpr"

    @pytest.mark.parametrize("command", [["show", "icpr"], ["verify", "icpr", "art 1", "--seen", "x", "--by", "y"]])
    def test_one_that_is_not_there(self, briefkit: Run, folder: Path, command: list[str]) -> None:
        shown = briefkit("authorities", *command)
        assert (shown.exit_code, shown.stdout) == (1, "")
        assert shown.stderr.startswith("error[unknown-authority]: There is no authority “icpr”.\n  hint: did you mean “iccpr”")

    def test_show_in_an_unknown_style(self, briefkit: Run, folder: Path) -> None:
        assert "error[unknown-style]" in briefkit("authorities", "show", "iccpr", "--style", "x").stderr


class TestVerify:
    SEEN = ("--seen", "the volume, p 5", "--by", "counsel", "--on", "2026-03-04")
    CASE = "profile: test\ntitle: T   # kept\nclauses: none\nsections: {law: law.md}\n"
    FILE = "clauses/authorities/all.yaml"
    BLOCK = 'verified:\n- cite: "@covenant, art 22(2)"\n  seen: x\n  by: y\n  on: 2026-01-01\n'

    @pytest.fixture
    def place(self, alone: Path) -> Path:
        write(alone, {**library(), "case.yaml": self.CASE, "law.md": "A [@covenant, arts 19 and 22(2)].\n"})
        return alone

    def unverified(self, briefkit: Run) -> list[str]:
        found = as_json(briefkit("check", "case.yaml", "--format", "json").stdout)
        return [str(one["message"]).removeprefix("Nobody has recorded that they saw ") for one in found]

    @pytest.mark.parametrize("loc", ["art 19", "art 22(2)", "article 22(2)"], ids=["flow mapping", "block mapping", "another spelling"])
    def test_in_the_library(self, place: Path, briefkit: Run, loc: str) -> None:
        before = (place / self.FILE).read_text(encoding="utf-8")
        assert self.unverified(briefkit) == ["covenant, art 19.", "covenant, art 22(2)."]
        done = briefkit("authorities", "verify", "covenant", loc, *self.SEEN)
        assert (done.exit_code, done.stdout, done.stderr) == (0, f"Recorded: covenant, {loc} was seen on 2026-03-04 by counsel.\n", "")
        assert self.unverified(briefkit) == ["covenant, art 22(2)." if loc == "art 19" else "covenant, art 19."]
        after = (place / self.FILE).read_text(encoding="utf-8")
        record = 'verified: {seen: "the volume, p 5", by: "counsel", on: 2026-03-04}'
        assert after.replace(record + "\n      ", "").replace(", " + record, "") == before

    @pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte-order mark"])
    @pytest.mark.parametrize(
        ("key", "written"),
        [
            ("", 'verified:\n  - {cite: "@covenant, art 19", @}\n'),
            ("verified: []\n", 'verified:\n  - {cite: "@covenant, art 19", @}\n'),
            (
                'verified: [{cite: "@covenant, art 22(2)", seen: x, by: y, on: 2026-01-01}]\n',
                'verified: [{cite: "@covenant, art 22(2)", seen: x, by: y, on: 2026-01-01}, {cite: "@covenant, art 19", @}]\n',
            ),
            (
                BLOCK + "# kept\n",
                BLOCK + '- {cite: "@covenant, art 19", @}\n# kept\n',
            ),
        ],
        ids=["no key", "empty list", "flow list", "block list"],
    )
    def test_in_a_case(self, place: Path, briefkit: Run, key: str, written: str, mark: str, ending: str) -> None:
        write(place, {"case.yaml": (mark + self.CASE + key).replace("\n", ending)})
        done = briefkit("authorities", "verify", "covenant", "art 19", *self.SEEN, "--case", "case.yaml")
        assert (done.exit_code, done.stderr) == (0, "")
        expected = mark + self.CASE + written.replace("@}", 'seen: "the volume, p 5", by: "counsel", on: 2026-03-04}')
        assert (place / "case.yaml").read_bytes().decode() == expected.replace("\n", ending)
        assert self.unverified(briefkit) == ([] if "22(2)" in key else ["covenant, art 22(2)."])

    def test_today_unless_a_day_is_given(self, place: Path, briefkit: Run) -> None:
        done = briefkit("authorities", "verify", "covenant", "art 19", "--seen", "x", "--by", "y")
        assert f"was seen on {date.today().isoformat()} by y." in done.stdout

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (("covenant", "art 40"), "bad-pinpoint"),
            (("covenant", "art 22(1)"), "bad-pinpoint"),
            (("covenent", "art 19"), "unknown-authority"),
            (("covenant", "art 19", "--on", "2026-02-30"), "bad-date"),
            (("covenent", "art 19", "--case", "case.yaml"), "unknown-authority"),
            (("covenant", "nineteen", "--case", "case.yaml"), "bad-pinpoint"),
            (("covenant", "art 19", "--case", "nothing.yaml"), "file-missing"),
            (("covenant", "art 19", "--case", "law.md"), "missing-key"),
            (("covenant", "art 19", "--case", "broken.yaml"), "yaml-syntax"),
        ],
    )
    def test_mistakes_change_nothing(self, place: Path, briefkit: Run, words: tuple[str, ...], code: str) -> None:
        write(place, {"broken.yaml": "title: [\n"})
        before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
        done = briefkit("authorities", "verify", *self.SEEN, *words)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith(f"error[{code}]")
        assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before

    def test_a_record_that_is_there_but_incomplete_is_left_to_the_user(self, place: Path, briefkit: Run) -> None:
        text = (place / self.FILE).read_text(encoding="utf-8").replace("{loc: art 19,", "{loc: art 19, verified: {seen: x},")
        write(place, {self.FILE: text})
        done = briefkit("authorities", "verify", "covenant", "art 19", *self.SEEN)
        assert done.exit_code == 1
        assert "error[output-unwritable]" in done.stderr
        assert (place / self.FILE).read_text(encoding="utf-8") == text

    def test_the_shipped_library_of_an_installed_briefkit_is_not_changed(
        self, memo: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shipped = memo / "installed" / "shipped"
        write(shipped, library())
        for place in ("reading", "recording"):
            monkeypatch.setattr(f"briefkit.shelf.{place}.shipped_folder", lambda: shipped)
        before = (shipped / self.FILE).read_bytes()
        done = briefkit("authorities", "verify", "covenant", "art 19", *self.SEEN)
        assert done.exit_code == 1
        assert "The library that comes with briefkit is not changed." in done.stderr
        assert "record it for your case with --case" in done.stderr
        assert (shipped / self.FILE).read_bytes() == before

    def test_without_saying_what_was_seen(self, place: Path, briefkit: Run) -> None:
        assert briefkit("authorities", "verify", "covenant", "art 19", "--by", "x").exit_code == 2


class TestSchemas:
    def schema(self, briefkit: Run, name: str) -> dict[str, Any]:
        shown = briefkit("schema", name)
        assert shown.exit_code == 0
        return dict(json.loads(shown.stdout))

    def test_every_format_has_one(self) -> None:
        assert (*FORMATS, "diff") == SCHEMAS

    @pytest.mark.parametrize("name", SCHEMAS)
    def test_each_is_one(self, briefkit: Run, name: str) -> None:
        schema = self.schema(briefkit, name)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        jsonschema.Draft202012Validator.check_schema(schema)

    @pytest.mark.parametrize(
        ("name", "pattern"),
        [
            ("case", "examples/*/case.yaml"),
            ("clause", "clauses/arguments/*/clause.yaml"),
            ("authorities", "clauses/authorities/*.yaml"),
            ("facts", "clauses/facts.yaml"),
            ("profile", "styles/profiles/*.yaml"),
            ("status-words", "clauses/rules/status.yaml"),
            ("tone-rules", "clauses/rules/tone.yaml"),
            ("glossary", "clauses/glossary.yaml"),
        ],
    )
    def test_it_accepts_what_the_project_ships(self, briefkit: Run, name: str, pattern: str) -> None:
        validator = jsonschema.Draft202012Validator(self.schema(briefkit, name))
        paths = sorted(ROOT.glob(pattern))
        assert paths
        for path in paths:
            assert [error.message for error in validator.iter_errors(data(path.read_text(encoding="utf-8")))] == [], path

    def test_it_accepts_the_head_of_a_source(self, briefkit: Run) -> None:
        validator = jsonschema.Draft202012Validator(self.schema(briefkit, "source"))
        for path in sorted(ROOT.glob("clauses/sources/*.md")):
            head = path.read_text(encoding="utf-8").split("---\n")[1]
            assert [error.message for error in validator.iter_errors(data(head))] == [], path

    @pytest.mark.parametrize(
        ("name", "wrong"),
        [
            ("case", "{profile: memo}"),
            ("case", "{profile: memo, title: x, tone: harsh}"),
            ("case", "{profile: memo, title: x, date: soon}"),
            ("case", "{profile: memo, title: x, titel: y}"),
            ("case", "{profile: memo, title: x, clauses: some}"),
            ("clause", "{title: {de: x}, kind: soft-law, version: 1, status: draft}"),
            ("clause", "{title: {en: x}, kind: soft-law, version: 0, status: draft}"),
            ("facts", "{a: {type: number, question: {en: Q}}}"),
            ("authorities", "[{id: a}]"),
            ("profile", "{title: {en: x}}"),
            ("source", "{authority: a}"),
            ("workspace", "{clauses: {facts.yaml: []}}"),
        ],
    )
    def test_it_refuses_what_check_refuses(self, briefkit: Run, name: str, wrong: str) -> None:
        assert list(jsonschema.Draft202012Validator(self.schema(briefkit, name)).iter_errors(data(wrong)))


def data(yaml: str) -> Any:
    read = read_yaml(Source("x", yaml))
    assert read.diagnostics == ()
    assert read.value is not None
    return plain(read.value)


def test_the_first_case_that_init_writes_is_sound(folder: Path, briefkit: Run) -> None:
    assert briefkit("init", ".").exit_code == 0
    assert briefkit("check", "case.yaml", "-q").exit_code == 0
