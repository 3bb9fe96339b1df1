"""briefkit clauses show with several languages, and clauses translate: texts side by side, and the frame of a new one."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import Run
from workspace import ROOT, clause, library, write

from briefkit.translations import TO_TRANSLATE, frame

TEXT = "First [@covenant, art 19].\n\n{% if org.foreign_funding %}\n\n{{ org.name }} pays.\n\n{% endif %}\n\nLast.\n"
RUSSIAN = "Первое [@covenant, ст. 19].\n\n{% if org.foreign_funding %}\n\nПлатит {{ org.name }}.\n\n{% endif %}\n"
FOLDER = "clauses/arguments/a"


@pytest.fixture
def place(alone: Path) -> Path:
    write(alone, library(clause(TEXT, slug="a", more="translations: {ru: 1}\n")))
    write(alone, {f"{FOLDER}/ru.md": RUSSIAN})
    return alone


class TestShow:
    def test_paragraph_by_paragraph_where_it_is_piped(self, place: Path, briefkit: Run) -> None:
        shown = briefkit("clauses", "show", "a", "--lang", "en", "--lang", "ru", "--lang", "en")
        assert shown.exit_code == 0
        assert shown.stdout.startswith("title:      On a\ncatalogue:  ")
        assert shown.stdout[shown.stdout.index("\n\n") :] == (
            "\n\nen: First [@covenant, art 19].\nru: Первое [@covenant, ст. 19].\n"
            "\n{% if org.foreign_funding %}\n"
            "\nen: {{ org.name }} pays.\nru: Платит {{ org.name }}.\n"
            "\n{% endif %}\n"
            "\nen: Last.\nru: (nothing beside it)\n"
        )
        assert "warning[translation-differs]: Here the text in “ru” has no paragraphs, and the English text 1 paragraph.\n" in shown.stderr
        assert "hint: the English text reads here: Last.\n" in shown.stderr

    @pytest.mark.parametrize(("width", "side_by_side"), [("120", True), ("80", False)])
    def test_side_by_side_on_a_terminal_that_is_wide_enough(
        self, place: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch, width: str, side_by_side: bool
    ) -> None:
        monkeypatch.setattr("briefkit.cli.translating.sys", SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: True)))
        monkeypatch.setenv("COLUMNS", width)
        shown = briefkit("clauses", "show", "a", "--lang", "ru", "--lang", "en").stdout
        beside = [line for line in shown.splitlines() if "Платит" in line and "pays." in line]
        assert bool(beside) is side_by_side
        assert ("ru: Платит" in shown) is not side_by_side

    def test_as_json(self, place: Path, briefkit: Run) -> None:
        data = json.loads(briefkit("clauses", "show", "a", "--lang", "en", "--lang", "ru", "--format", "json").stdout)
        assert data["parallel"][0] == {"en": "First [@covenant, art 19].", "ru": "Первое [@covenant, ст. 19]."}
        assert data["texts"]["ru"] == RUSSIAN
        assert "parallel" not in json.loads(briefkit("clauses", "show", "a", "--format", "json").stdout)

    def test_a_language_that_it_does_not_have(self, place: Path, briefkit: Run) -> None:
        shown = briefkit("clauses", "show", "a", "--lang", "en", "--lang", "kk")
        assert (shown.exit_code, shown.stdout) == (1, "")
        assert shown.stderr == "error[missing-text]: The clause “a” has no text in “kk”.\n  hint: it has en, ru\n\n"

    def test_a_clause_that_ships_says_both_titles_and_nothing_of_differences(self, briefkit: Run, folder: Path) -> None:
        shown = briefkit("clauses", "show", "access-to-resources", "--lang", "ru", "--lang", "en")
        assert shown.stdout.startswith("title:      Доступ к ресурсам как часть права\ntitle:      Access to resources")
        assert shown.stderr == ""


class TestTranslate:
    def test_a_frame_beside_the_english_text_and_what_to_do_next(self, place: Path, briefkit: Run) -> None:
        done = briefkit("clauses", "translate", "a", "--to", "kk")
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout == (
            "Wrote clauses/arguments/a/kk.md\n"
            "Next: put your words where ‹…› stands, and take out the English words in {# … #}.\n"
            "      In clauses/arguments/a/clause.yaml give the title in “kk”.\n"
            "      In clauses/arguments/a/clause.yaml write translations: {ru: 1, kk: 1}\n"
            "      briefkit check --library --lang kk says where it differs from the English text.\n"
        )
        assert (place / FOLDER / "kk.md").read_text(encoding="utf-8") == (
            "{# First [@covenant, art 19]. #}\n‹…› [@covenant, art 19].\n\n{% if org.foreign_funding %}\n\n"
            "{# {{ org.name }} pays. #}\n{{ org.name }} ‹…›.\n\n{% endif %}\n\n{# Last. #}\n‹…›.\n"
        )

    def test_what_was_written_is_checked_until_its_words_are_there(self, place: Path, briefkit: Run) -> None:
        briefkit("clauses", "translate", "a", "--to", "kk")
        assert "Here the words in “kk” are still to be written." in briefkit("check", "--library", "--lang", "kk").stderr
        text = place / FOLDER / "kk.md"
        text.write_text(text.read_text(encoding="utf-8").replace("‹…›", "сөз"), encoding="utf-8")
        assert "translation-differs" not in briefkit("check", "--library", "--lang", "kk").stderr

    def test_a_text_that_is_there_stays_unless_it_is_forced(self, place: Path, briefkit: Run) -> None:
        refused = briefkit("clauses", "translate", "a", "--to", "ru")
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert "error[output-changed]" in refused.stderr
        assert "hint: --force writes over it" in refused.stderr
        assert (place / FOLDER / "ru.md").read_text(encoding="utf-8") == RUSSIAN
        assert briefkit("clauses", "translate", "a", "--to", "ru", "--force").exit_code == 0
        assert "‹…›" in (place / FOLDER / "ru.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("slug", "language", "code", "hint"),
        [
            ("a", "en", "unknown-language", "one of ru, kk"),
            ("a", "kz", "unknown-language", ""),
            ("aa", "kk", "unknown-clause", "did you mean “a”?"),
            ("only-russian", "kk", "missing-text", "it has ru"),
        ],
    )
    def test_what_cannot_be_translated(self, place: Path, briefkit: Run, slug: str, language: str, code: str, hint: str) -> None:
        files = {path.replace("en.md", "ru.md"): text for path, text in clause("Да.", slug="only-russian").items()}
        write(place, files)
        done = briefkit("clauses", "translate", slug, "--to", language)
        assert (done.exit_code, done.stdout) == (1, "")
        assert f"error[{code}]" in done.stderr
        assert hint in done.stderr
        assert not list(place.glob("clauses/arguments/*/kk.md"))

    def test_a_clause_that_only_ships_with_briefkit(self, folder: Path, briefkit: Run) -> None:
        done = briefkit("clauses", "translate", "asset-freeze", "--to", "kk")
        assert done.exit_code == 1
        assert "The clause “asset-freeze” ships with briefkit, and is not one of this workspace." in done.stderr
        assert not (folder / "clauses/arguments").exists()

    def test_outside_a_workspace(self, tmp_path: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        done = briefkit("clauses", "translate", "asset-freeze", "--to", "kk")
        assert done.exit_code == 1
        assert "error[no-library]" in done.stderr


def test_every_shipped_clause_has_a_frame_that_keeps_step(folder: Path, briefkit: Run) -> None:
    clauses = [path.parent for path in (ROOT / "clauses/arguments").glob("*/clause.yaml")]
    assert len(clauses) > 20
    for one in clauses:
        files = {path.name: path.read_text(encoding="utf-8") for path in one.iterdir()}
        files["kk.md"] = frame(files["en.md"], "kk").replace(TO_TRANSLATE, "сөз")
        write(folder, {f"clauses/arguments/{one.name}/{name}": text for name, text in files.items()})
    checked = json.loads(briefkit("check", "--library", "--lang", "kk", "--format", "json").stdout)["diagnostics"]
    assert len(checked) > 20
    assert [one["message"] for one in checked if one["severity"] == "error" or one["code"] == "translation-differs"] == []
