"""The language in which the program speaks: how it is chosen, and all that is said in it."""

from __future__ import annotations

import gettext
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Run
from workspace import ROOT, write

from briefkit.cli import COMMANDS, main
from briefkit.cli.speaking import catalogue, language_of, speaking, tell
from briefkit.messages import say, say_count

ASKING = ("BRIEFKIT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
Said = Callable[..., Result]


@pytest.fixture
def said(folder: Path) -> Said:
    """Runs a command in an empty workspace with nothing in the environment that asks for a language but what is given."""

    def run(*args: str, **asked: str) -> Result:
        return CliRunner().invoke(main, args, prog_name="briefkit", env={**dict.fromkeys(ASKING), **asked})

    return run


def started(*args: str, **asked: str) -> subprocess.CompletedProcess[str]:
    """A process of its own: click keeps some words of a help in the language of its first showing."""
    left = {name: value for name, value in os.environ.items() if name not in ASKING}
    environment = {**left, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", **asked}
    command = [sys.executable, "-m", "briefkit", *args]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def words(text: str) -> str:
    """A text in one line, however a help wrapped it."""
    return " ".join(text.split())


# --- which language -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"BRIEFKIT_LANG": "ru"}, "ru"),
        ({"BRIEFKIT_LANG": "kk-KZ"}, "kk"),
        ({"BRIEFKIT_LANG": "RU_ru.UTF-8"}, "ru"),
        ({"BRIEFKIT_LANG": "en", "LANGUAGE": "ru", "LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"BRIEFKIT_LANG": "", "LANG": "kk_KZ.UTF-8"}, "kk"),
        ({"LANGUAGE": "kk:ru", "LANG": "en_GB.UTF-8"}, "kk"),
        ({"LANGUAGE": "fr:ru"}, "ru"),
        ({"LANGUAGE": "fr", "LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LC_ALL": "kk_KZ.UTF-8", "LC_MESSAGES": "ru_RU", "LANG": "en_GB"}, "kk"),
        ({"LC_MESSAGES": "ru_RU", "LANG": "en_GB"}, "ru"),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"LANG": "ru"}, "ru"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "rum"}, "en"),
    ],
)
def test_the_environment_asks_for_a_language(environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert language_of(environment) == language


@pytest.mark.parametrize("name", ["BRIEFKIT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"])
def test_each_way_to_ask_is_heard(said: Said, name: str) -> None:
    assert said("plan", "nowhere.yaml", **{name: "ru_RU.UTF-8"}).stderr.startswith("ошибка[file-missing]: Нет файла «nowhere.yaml».\n")


@pytest.mark.parametrize("asked", ["fr", "C", "russian", "r", "/etc/passwd", "{x}"])
@pytest.mark.parametrize("args", [("plan", "case.yaml"), ("--help",), ("clauses", "list")], ids=" ".join)
def test_another_language_cannot_be_asked_for(said: Said, asked: str, args: tuple[str, ...]) -> None:
    refused = said(*args, BRIEFKIT_LANG=asked)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == f"Error: BRIEFKIT_LANG is “{asked}”: the program speaks en, ru or kk.\n"


def test_a_locale_in_another_language_is_answered_in_english(said: Said) -> None:
    spoken = said("plan", "nowhere.yaml", LANG="fr_FR.UTF-8")
    assert spoken.exit_code == 1
    assert spoken.stderr.startswith("error[file-missing]: There is no file “nowhere.yaml”.\n")


def test_completion_is_silent_about_a_wrong_language() -> None:
    asked = {"_BRIEFKIT_COMPLETE": "bash_complete", "COMP_WORDS": "briefkit bu", "COMP_CWORD": "1", "BRIEFKIT_LANG": "fr"}
    done = CliRunner().invoke(main, [], prog_name="briefkit", env=asked)
    assert (done.stdout, done.stderr) == ("plain,build\n", "")


# --- what is said -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "error[file-missing]: There is no file “nowhere.yaml”.\n  hint: check the name and the folder\n\n"),
        ("ru", "ошибка[file-missing]: Нет файла «nowhere.yaml».\n  подсказка: проверьте имя и папку\n\n"),
        ("kk", "қате[file-missing]: «nowhere.yaml» файлы жоқ.\n  кеңес: атауы мен қалтаны тексеріңіз\n\n"),
    ],
)
def test_a_problem_with_its_hint(said: Said, language: str, printed: str) -> None:
    assert said("plan", "nowhere.yaml", BRIEFKIT_LANG=language).stderr == printed


@pytest.mark.parametrize(
    ("language", "hint"), [("en", "did you mean “case.yaml”?"), ("ru", "возможно, «case.yaml»?"), ("kk", "мүмкін, «case.yaml»?")]
)
def test_a_hint_that_guesses(memo: Path, said: Said, language: str, hint: str) -> None:
    assert hint in said("plan", "cases.yaml", BRIEFKIT_LANG=language).stderr


@pytest.mark.parametrize(
    ("language", "message", "hint"),
    [("ru", "Нет файла «nowhere.yaml».", "проверьте имя и папку"), ("kk", "«nowhere.yaml» файлы жоқ.", "атауы мен қалтаны тексеріңіз")],
)
def test_for_programs_only_the_sentences_are_translated(said: Said, language: str, message: str, hint: str) -> None:
    printed = json.loads(said("check", "nowhere.yaml", "--format", "json", BRIEFKIT_LANG=language).stdout)
    assert printed == [{"code": "file-missing", "severity": "error", "message": message, "hint": hint}]


@pytest.mark.parametrize(
    ("language", "closings"),
    [
        ("en", ("1 warning.", "2 warnings.", "5 warnings.")),
        ("ru", ("1 предупреждение.", "2 предупреждения.", "5 предупреждений.")),
        ("kk", ("1 ескерту.", "2 ескерту.", "5 ескерту.")),
    ],
)
def test_counts_take_the_forms_of_the_language(memo: Path, said: Said, language: str, closings: tuple[str, ...]) -> None:
    for number, closing in zip((1, 2, 5), closings, strict=True):
        cited = " ".join(f"It says so [@iccpr, art {article}]." for article in (40, 41, 42, 43, 44)[:number])
        write(memo, {"body.md": f"{cited}\n"})
        assert said("check", "case.yaml", "--quiet", BRIEFKIT_LANG=language).stderr == f"{closing}\n"


@pytest.mark.parametrize(("language", "nothing"), [("ru", "Замечаний нет.\n"), ("kk", "Ескертетін ештеңе жоқ.\n")])
def test_a_closing_sentence(memo: Path, said: Said, language: str, nothing: str) -> None:
    write(memo, {"body.md": "Nothing is cited here.\n"})
    checked = said("check", "case.yaml", BRIEFKIT_LANG=language)
    assert (checked.exit_code, checked.stderr) == (0, nothing)


@pytest.mark.parametrize(("language", "identity"), [("en", "unconfirmed"), ("ru", "не подтверждено"), ("kk", "расталмаған")])
def test_cells_of_a_table(alone: Path, said: Said, language: str, identity: str) -> None:
    write(alone, {"clauses/authorities/own.yaml": "- {id: own, type: book, title: Own, custom: {status: literature}}\n"})
    assert said("authorities", "list", BRIEFKIT_LANG=language).stdout == f"own\tOwn\tliterature\t0/0\t{identity}\n"


def test_names_in_files_stay_as_they_are_written(alone: Path, said: Said) -> None:
    write(alone, {"clauses/authorities/own.yaml": "- {id: note, type: book, title: error, custom: {status: literature}}\n"})
    assert said("authorities", "list", BRIEFKIT_LANG="ru").stdout.startswith("note\terror\tliterature\t")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_document_keeps_its_own_language(memo: Path, said: Said, language: str) -> None:
    built = said("build", "case.yaml", "-o", "memo.txt", BRIEFKIT_LANG=language)
    assert built.exit_code == 0
    in_another = (memo / "memo.txt").read_text(encoding="utf-8")
    said("build", "case.yaml", "-o", "memo.txt", BRIEFKIT_LANG="en")
    assert (memo / "memo.txt").read_text(encoding="utf-8") == in_another


# --- help, and wrong usage ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "usage", "options", "lists", "own"),
    [
        ("en", "Usage: ", "Options:", "Commands:", "Show this message and exit."),
        ("ru", "Использование: ", "Параметры:", "Команды:", "Показать эту справку и выйти."),
        ("kk", "Қолданылуы: ", "Параметрлер:", "Командалар:", "Осы анықтаманы көрсетіп, шығу."),
    ],
)
def test_help(language: str, usage: str, options: str, lists: str, own: str) -> None:
    shown = started("--help", BRIEFKIT_LANG=language)
    assert (shown.returncode, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert lines[0].startswith(f"{usage}briefkit ")
    assert {options, lists} <= set(lines)
    assert "    briefkit init my-case" in lines
    assert own in shown.stdout
    for name, (_, about) in COMMANDS.items():
        assert f"{name} {catalogue(language).gettext(about)}" in words(shown.stdout)


@pytest.mark.parametrize("group", ["clauses", "authorities", "template", "sources"])
def test_a_list_of_commands_gives_whole_sentences(group: str) -> None:
    listed, russian = (started(group, "--help", BRIEFKIT_LANG=language).stdout for language in ("en", "ru"))
    [english_list, russian_list] = listed.split("Commands:\n")[1], russian.split("Команды:\n")[1]
    assert "..." not in english_list + russian_list
    command = main.get_command(main.make_context("briefkit", [group], resilient_parsing=True), group)
    for name, below in command.commands.items():  # type: ignore[union-attr]
        sentence = below.get_short_help_str(1000)
        assert f"{name} {sentence}" in words(english_list)
        assert f"{name} {catalogue('ru').gettext(sentence)}" in words(russian_list)


def test_the_help_of_a_command_with_its_options() -> None:
    shown = words(started("authorities", "verify", "--help", BRIEFKIT_LANG="ru").stdout)
    assert "Записать, что вы видели это место в источнике." in shown
    assert "--seen TEXT Что вы видели: адрес или издание источника. [обязательно]" in shown
    assert "briefkit authorities verify gc-31" in shown


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "Error: No such command 'bild'. (did you mean “build”?)"),
        ("ru", "Ошибка: Нет команды 'bild'. (возможно, «build»?)"),
        ("kk", "Қате: 'bild' деген команда жоқ. (мүмкін, «build»?)"),
    ],
)
def test_an_unknown_command(language: str, printed: str) -> None:
    refused = started("bild", BRIEFKIT_LANG=language)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.splitlines()[-1] == printed


@pytest.mark.parametrize(
    ("args", "printed"),
    [
        (("check",), "Ошибка: Укажите дело (CASE) или --library, чтобы проверить библиотеку разделов."),
        (("build",), "Ошибка: Не указан аргумент 'CASE'."),
        (("plan", "--zzz", "x"), "Ошибка: Нет параметра '--zzz'."),
        (("plan", "x", "y"), "Ошибка: Лишний аргумент (y)"),
        (("plan", "x", "y", "z"), "Ошибка: Лишние аргументы (y z)"),
    ],
    ids=["neither", "no argument", "no such option", "one too many", "two too many"],
)
def test_wrong_usage(args: tuple[str, ...], printed: str) -> None:
    refused = started(*args, BRIEFKIT_LANG="ru")
    assert (refused.returncode, refused.stdout) == (2, "")
    first, second, *_, last = refused.stderr.splitlines()
    assert first.startswith(f"Использование: briefkit {args[0]} ")
    assert second == f"Справка: briefkit {args[0]} --help."
    assert last == printed


def test_the_version(said: Said) -> None:
    assert said("--version", BRIEFKIT_LANG="ru").stdout.startswith("briefkit, версия ")


# --- and nothing more -----------------------------------------------------------------------------------------


def test_english_is_what_the_source_says(briefkit: Run) -> None:
    with speaking("en"):
        assert tell(say("There is no file “{file}”.", file="a")) == "There is no file “a”."
        assert tell(say_count("{number} error", "{number} errors", 5)) == "5 errors"
        assert gettext.gettext("Usage:") == "Usage:"


def test_afterwards_everything_is_as_before(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dict(os.environ), gettext.textdomain()
    for args in (("plan", "nowhere.yaml"), ("--version",), ("clauses", "list")):
        said(*args, BRIEFKIT_LANG="kk")
    assert (dict(os.environ), gettext.textdomain()) == before
    assert tell(say("error")) == "error"


@pytest.mark.parametrize("before", [None, "de:fr"])
def test_a_language_lasts_as_long_as_it_is_spoken(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    if before is not None:
        monkeypatch.setenv("LANGUAGE", before)
    with pytest.raises(ZeroDivisionError), speaking("ru"):
        assert tell(say("error")) == "ошибка"
        with speaking("kk"):
            assert (tell(say("error")), gettext.gettext("Usage:")) == ("қате", "Қолданылуы:")
        assert (tell(say("error")), gettext.gettext("Usage:")) == ("ошибка", "Использование:")
        _ = 1 / 0
    assert (tell(say("error")), os.environ.get("LANGUAGE")) == ("error", before)
