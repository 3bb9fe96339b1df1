"""briefkit check --library: what is wrong with a clause library, and what it holds in numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run
from workspace import AUTHORITIES, CASE, clause, library, write

GLOSSARY = "- term: {en: dissolution, ru: роспуск, kk: тарату}\n  instead_of: {en: [closure]}\n"
TEXT = "{% if tone == 'neutral' %}The closure [@covenant, art 5].{% else %}It [@covenant, art 22(1)].{% endif %}"


@pytest.fixture
def place(alone: Path) -> Path:
    write(alone, library(clause(TEXT, slug="a")))
    return alone


def test_errors_and_warnings_then_the_numbers(place: Path, briefkit: Run) -> None:
    write(place, {"clauses/glossary.yaml": GLOSSARY})
    done = briefkit("check", "--library")
    assert done.exit_code == 0
    assert (
        done.stderr
        == (
            "warning[glossary-departed]: “closure” is not the term that the glossary has chosen.\n"
            "  --> clauses/arguments/a/en.md:1:31\n"
            f"  1 | {TEXT[:100]}…\n"
            f"    | {' ' * 30}^^^^^^^\n"
            "  hint: the glossary has “dissolution”\n\n"
            "warning[pinpoint-unlisted]: A text cites covenant, art 5, which the authority does not list.\n"
            "  --> clauses/arguments/a/en.md:1:40\n"
            f"  1 | …{TEXT[4:104]}\n"
            f"    | {' ' * 36}^^^^^^^^^^^^^^^^\n"
            "  hint: did you mean “art 19”?\n\n"
        )
        + done.stderr[done.stderr.rindex("2 warnings") :]
    )
    assert "2 warnings, " in done.stderr
    assert done.stderr.endswith(" notes. The notes are printed with -v.\n")
    assert done.stdout.splitlines() == [
        "clauses\tall\t1",
        "clauses\tdraft\t1",
        "clauses\treviewed\t0",
        "clauses\tretired\t0",
        "clauses\tin en\t1",
        "clauses\tin ru\t0",
        "clauses\tin kk\t0",
        "authorities\tall\t2",
        "authorities\tconfirmed\t1",
        "authorities\tnot confirmed\t1",
        "pinpoints\tall\t4",
        "pinpoints\tverified\t1",
        "pinpoints\tnot verified\t3",
        "pinpoints\tcited and not verified\t1",
        "facts\tall\t11",
        "stored sources\tall\t1",
        "profiles\tall\t1",
        "standard texts\tall\t0",
        "standard texts\tin en\t0",
        "standard texts\tin ru\t0",
        "standard texts\tin kk\t0",
        "glossary terms\tall\t1",
        "glossary terms\tin en\t1",
        "glossary terms\tin ru\t1",
        "glossary terms\tin kk\t1",
    ]


def test_notes_on_request(place: Path, briefkit: Run) -> None:
    shown = briefkit("check", "--library", "-v").stderr
    assert all(f"note[{code}]" in shown for code in ("authority-unused", "fact-unused", "clause-draft", "unverified-authority"))
    assert "-v" not in shown
    quiet = briefkit("check", "--library", "-q").stderr
    assert "warning[" not in quiet


def test_the_examples_of_the_workspace_are_tried(place: Path, briefkit: Run) -> None:
    assert "branch-untried" not in briefkit("check", "--library", "-v").stderr
    write(place, {"examples/one/case.yaml": CASE, "examples/broken/case.yaml": "profile: [\n", "examples/no-text/case.yaml": b"\xff"})
    shown = briefkit("check", "--library", "-v").stderr
    assert (
        f"note[branch-untried]: No example takes this branch of “a”.\n  --> clauses/arguments/a/en.md:1:{TEXT.index('{% else') + 1}\n"
        in shown
    )
    assert shown.count("branch-untried") == 1
    write(place, {"examples/two/case.yaml": CASE + "tone: adversarial\n"})
    assert "branch-untried" not in briefkit("check", "--library", "-v").stderr


def test_one_language(place: Path, briefkit: Run) -> None:
    profile = library()["styles/profiles/test.yaml"].replace("[en]", "[en, ru]")
    write(place, {"styles/profiles/test.yaml": profile, "clauses/glossary.yaml": GLOSSARY})
    done = briefkit("check", "--library", "--lang", "ru")
    assert "warning[translation-missing]: The clause “a” has no text in “ru”." in done.stderr
    assert "glossary-departed" not in done.stderr
    assert "clauses\tin ru\t0" in done.stdout
    assert "in en" not in done.stdout


def test_for_a_program(place: Path, briefkit: Run) -> None:
    done = briefkit("check", "--library", "--format", "json")
    data = json.loads(done.stdout)
    assert data["summary"][:2] == [{"what": "clauses", "which": None, "number": 1}, {"what": "clauses", "which": "draft", "number": 1}]
    [unlisted] = [one for one in data["diagnostics"] if one["code"] == "pinpoint-unlisted"]
    assert (unlisted["file"], unlisted["line"], unlisted["column"]) == ("clauses/arguments/a/en.md", 1, 40)
    assert done.stderr == ""


def test_another_folder(place: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(place, {"elsewhere/note.txt": "x"})
    monkeypatch.chdir(place / "elsewhere")
    assert briefkit("check", "--library", "..").stdout == briefkit("check", "--library").stdout
    assert "clauses\tall\t1" in briefkit("check", "--library", "..").stdout


def test_an_error_of_the_library_stops_the_command(place: Path, briefkit: Run) -> None:
    write(place, clause("A [@nothing].", slug="b"))
    done = briefkit("check", "--library")
    assert done.exit_code == 1
    assert "error[unknown-authority]: There is no authority “nothing” in the library." in done.stderr


def test_a_file_that_cannot_be_read_comes_first(place: Path, briefkit: Run) -> None:
    write(place, {"clauses/authorities/all.yaml": AUTHORITIES + "- id: [\n"})
    done = briefkit("check", "--library", "-v")
    assert done.exit_code == 1
    assert "error[yaml-syntax]" in done.stderr
    assert "unknown-authority" not in done.stderr
    assert done.stderr.endswith("1 error. The rest is looked at once the files can be read.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check",), "Give the CASE to check, or --library to check the clause library."),
        (("check", "--library", "--final"), "--library takes --lang alone"),
        (("check", "--library", "--tone", "neutral"), "--library takes --lang alone"),
    ],
)
def test_words_that_make_no_command(place: Path, briefkit: Run, words: tuple[str, ...], said: str) -> None:
    done = briefkit(*words)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [(("nowhere",), "error[file-missing]: There is no folder “nowhere”."), (("--lang", "fr"), "error[unknown-language]: “fr” is")],
)
def test_a_folder_or_language_that_is_not_there(place: Path, briefkit: Run, words: tuple[str, ...], said: str) -> None:
    done = briefkit("check", "--library", *words)
    assert done.exit_code == 1
    assert said in done.stderr


def test_nothing_to_report(alone: Path, briefkit: Run) -> None:
    write(alone, {"clauses/facts.yaml": "org.name: {type: text, question: {en: Name?}}\n"})
    write(alone, {"styles/boilerplate/x.en.md": "{{ org.name }}"})
    assert briefkit("check", "--library").stderr == "Nothing to report.\n"


def test_the_shipped_library_has_no_errors(folder: Path, briefkit: Run) -> None:
    done = briefkit("check", "--library")
    assert done.exit_code == 0, done.stderr
    assert "glossary terms\tin kk\t" in done.stdout
