"""The public styles by name, where they are installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from briefkit.shelf import styles

Run = Callable[..., Result]
INDEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout suffix="!"><text variable="title"/></layout></citation></style>
"""
DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Alias</title><id>alias</id><link href="http://www.zotero.org/styles/{}" rel="independent-parent"/></info></style>
"""


@pytest.fixture
def package(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with the style "public", its alias, and an alias of what is not there."""
    folder = tmp_path_factory.mktemp("styles")
    (folder / "dependent").mkdir()
    (folder / "public.csl").write_text(INDEPENDENT, encoding="utf-8")
    (folder / "dependent" / "alias.csl").write_text(DEPENDENT.format("public"), encoding="utf-8")
    (folder / "dependent" / "orphan.csl").write_text(DEPENDENT.format("gone"), encoding="utf-8")
    styles.packaged_names.cache_clear()
    monkeypatch.setattr(styles, "packaged_folder", lambda: folder)
    yield folder
    styles.packaged_names.cache_clear()


@pytest.mark.parametrize("name", ["public", "alias"])
def test_a_packaged_style_is_taken_by_name(name: str, package: Path, memo: Path, briefkit: Run) -> None:
    result = briefkit("cite", "case.yaml", "--style", name)
    assert result.exit_code == 0, result.output
    assert result.stdout == "1\tInternational Covenant on Civil and Political Rights!\n"


def test_a_style_that_depends_on_what_is_not_there_is_reported(package: Path, memo: Path, briefkit: Run) -> None:
    result = briefkit("build", "case.yaml", "--style", "orphan")
    assert result.exit_code == 1
    assert "error[bad-style]: The style “orphan.csl” depends on another that is not there." in result.stderr


def test_an_unknown_name_is_answered_with_near_ones(package: Path, memo: Path, briefkit: Run) -> None:
    result = briefkit("build", "case.yaml", "--style", "publik")
    assert result.exit_code == 1
    assert "error[unknown-style]: There is no citation style “publik”." in result.stderr
    assert "did you mean “public”?" in result.stderr


def test_without_the_package_the_message_says_what_to_install(memo: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(styles, "packaged_folder", lambda: None)
    styles.packaged_names.cache_clear()
    result = briefkit("build", "case.yaml", "--style", "zzz")
    styles.packaged_names.cache_clear()
    assert result.exit_code == 1
    assert "pip install 'briefkit[styles]'" in result.stderr


def test_a_profile_may_name_a_packaged_style(package: Path, memo: Path, briefkit: Run) -> None:
    profile = "title: {en: Own}\naudience: ministry\nlanguages: [en]\nstyle: public\ntemplate: house\nparts: [{id: text, required: true}]\n"
    case = "profile: own\ntitle: A memo\nclauses: none\nsections: {text: body.md}\n"
    result = briefkit("cite", "case.yaml", files={"styles/profiles/own.yaml": profile, "case.yaml": case})
    assert result.exit_code == 0, result.output
    assert "Political Rights!" in result.stdout


def test_a_name_never_leads_out_of_the_package(package: Path) -> None:
    assert styles.packaged_style("../public", []) is None
    assert styles.packaged_style("nothing", []) is None
