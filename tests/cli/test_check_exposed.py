"""What `briefkit check` says of confidential facts that others can have, and where a case may keep them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from repositories import git
from workspace import ROOT, write

from briefkit.cli import main

POSIX = pytest.mark.skipif(os.name == "nt", reason="rights of files are POSIX's")
EXAMPLES = sorted(path.parent.name for path in ROOT.glob("examples/*/case.yaml"))
CASE = "profile: memo\ntitle: A memo\nclauses: none\nsections: {text: body.md}\n"
NAMED = CASE + "facts: {org: {name: Tulpar Steppe, foreign_funding: true}}\n"
SECRET = "org: {name: Tulpar Steppe, bin: '990440001234'}\n"
BODY = "Funds came to {{ org.name }}.\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that no repository and no service has."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def laid(case: str = CASE, secret: str = SECRET, **texts: str) -> None:
    write(Path.cwd(), {"case.yaml": case, "body.md": BODY, **({"case.secret.yaml": secret} if secret else {}), **texts})
    if secret:
        Path("case.secret.yaml").chmod(0o600)


def exposed() -> list[tuple[str, str, str]]:
    """What `check` says of the case at hand: the code, the sentence, the place."""
    told = json.loads(CliRunner().invoke(main, ["check", "case.yaml", "--format", "json"]).output)
    found = [one for one in told if one["code"].startswith("confidential-")]
    assert all(one["severity"] == "warning" and one["hint"] for one in found)
    return [(one["code"], one["message"], f"{one['file']}:{one['line']}:{one['column']}" if "file" in one else "") for one in found]


def messages() -> list[str]:
    return [message for _, message, _ in exposed()]


class TestInTheFiles:
    def test_nothing_is_said_of_facts_in_the_secret_file(self) -> None:
        laid()
        assert exposed() == []

    def test_of_a_case_without_confidential_facts_nothing_is_said(self) -> None:
        laid(CASE + "facts: {org: {foreign_funding: true}}\n", "", **{"body.md": "Tulpar Steppe.\n"})
        assert exposed() == []

    def test_facts_in_the_case_itself(self) -> None:
        laid(CASE + "facts: {org: {foreign_funding: true, bin: '990440001234', name: Tulpar Steppe}}\n", "")
        said = "Confidential facts stand in “case.yaml”: org.bin, org.name."
        assert exposed() == [("confidential-open", said, "case.yaml:5:43")]

    @pytest.mark.parametrize(
        "typed",
        ["Tulpar Steppe", "TULPAR STEPPE", "Tulpar\u00a0Steppe", "Tulpar\nSteppe", "“Tulpar Steppe”s", "Тулпар Степпе", "TULPAR-STEPPE"],
    )
    def test_own_text(self, typed: str) -> None:
        laid(**{"body.md": f"Funds came to {typed}, and again to {typed}.\n"})
        quoted = typed.startswith("“")
        assert exposed() == [("confidential-open", "The confidential fact org.name is typed out here.", f"body.md:1:{15 + quoted}")]

    @pytest.mark.parametrize("typed", ["Tulpa", "Steppe", "steppe", "Tulparia", "NewTulpar Steppe"])
    def test_other_words_are_no_confidential_ones(self, typed: str) -> None:
        laid(**{"body.md": f"Funds came to {typed}.\n"})
        assert exposed() == []

    def test_a_number_with_gaps(self) -> None:
        laid(**{"body.md": "Its number is 990440001234.\n"})
        assert messages() == ["The confidential fact org.bin is typed out here."]

    def test_a_title_that_types_it_out(self) -> None:
        laid(CASE.replace("A memo", "On Tulpar Steppe"))
        assert exposed() == [("confidential-open", "The confidential fact org.name is typed out here.", "case.yaml:2:11")]

    @pytest.mark.parametrize("typed", ["Степной инициативы", "«Степная инициатива»", "Stepnaya initsiativa"])
    def test_other_cases_and_letters(self, typed: str) -> None:
        laid(secret="org: {name: «Степная инициатива»}\n", **{"body.md": f"Funds of {typed}.\n"})
        assert messages() == ["The confidential fact org.name is typed out here."]

    @pytest.mark.parametrize("typed", ["Иванову", "Ivanov", "Иванов С. П."])
    def test_a_person(self, typed: str) -> None:
        laid(secret="signatory: {name: Иванов Сергей Петрович}\n", **{"body.md": f"It was sent to {typed}.\n"})
        assert messages() == ["The confidential fact signatory.name is typed out here."]

    def test_every_language_of_a_fact_and_of_the_text(self) -> None:
        case = CASE.replace("A memo", "{en: A memo, ru: Записка}").replace("body.md", "{en: body.md, ru: body.ru.md}")
        laid(case, "org: {name: {en: Tulpar Steppe, ru: Кумколь}}\n", **{"body.ru.md": "Средства получил Кумколь.\n"})
        assert [(code, place) for code, _, place in exposed()] == [("confidential-open", "body.ru.md:1:18")]

    @pytest.mark.parametrize(
        "name", ["tulpar_steppe-decision.pdf", "Decision (Tulpar Steppe).pdf", "990440001234.pdf", "tulpar-steppe/1.pdf"]
    )
    def test_the_name_of_an_exhibits_file(self, name: str) -> None:
        laid(f"{CASE}exhibits: [{{id: x1, title: A decision, file: {json.dumps(f'exhibits/{name}')}}}]\n", **{f"exhibits/{name}": "x"})
        [(code, said, place)] = exposed()
        assert (code, place) == ("confidential-open", "case.yaml:5:17")
        assert said.startswith("The file of exhibit “x1” is named by the confidential fact org.")

    def test_a_build_says_nothing_of_it(self) -> None:
        laid(NAMED, "")
        assert "confidential" not in CliRunner().invoke(main, ["build", "case.yaml", "-o", "a.txt"]).output

    def test_a_case_may_say_that_all_in_it_is_invented(self) -> None:
        laid("fictional: true\n" + NAMED, "")
        assert exposed() == []

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_the_examples_say_so(self, name: str) -> None:
        told = CliRunner().invoke(main, ["check", str(ROOT / "examples" / name)])
        assert "confidential" not in told.output


class TestOnTheDisk:
    @POSIX
    def test_what_other_users_can_read(self) -> None:
        laid()
        Path("case.secret.yaml").chmod(0o640)
        assert exposed() == [("confidential-readable", "Other users of this machine can read “case.secret.yaml”.", "")]
        assert "hint: chmod 600 case.secret.yaml" in CliRunner().invoke(main, ["check", "case.yaml"]).output

    @pytest.mark.parametrize(
        ("folder", "service"),
        [
            ("Dropbox", "Dropbox"),
            ("Dropbox (Private)", "Dropbox"),
            ("Library/CloudStorage/Dropbox-Private", "Dropbox"),
            ("OneDrive", "OneDrive"),
            ("OneDrive - Example", "OneDrive"),
            ("Library/CloudStorage/OneDrive-Personal", "OneDrive"),
            ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
            ("iCloudDrive", "iCloud"),
            ("Google Drive", "Google Drive"),
            ("Library/CloudStorage/GoogleDrive-a@example.org", "Google Drive"),
            ("Мой диск", "Google Drive"),
            ("Yandex.Disk", "Yandex Disk"),
            ("YandexDisk", "Yandex Disk"),
            ("Яндекс.Диск", "Yandex Disk"),
        ],
    )
    def test_a_folder_that_is_copied_to_a_server(self, place: Path, monkeypatch: pytest.MonkeyPatch, folder: str, service: str) -> None:
        (place / folder / "work").mkdir(parents=True)
        monkeypatch.chdir(place / folder / "work")
        laid()
        assert messages() == [f"“{place / folder}” is copied to the servers of {service}."]

    def test_such_a_folder_is_named_once(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (place / "Dropbox").mkdir()
        monkeypatch.chdir(place / "Dropbox")
        Path("elsewhere").mkdir()
        laid(NAMED + "secret: elsewhere/s.yaml\n", "")
        Path("elsewhere/s.yaml").write_text("org: {bin: '990440001234'}\n")
        Path("elsewhere/s.yaml").chmod(0o600)
        assert [one for one in messages() if "copied" in one] == [f"“{place / 'Dropbox'}” is copied to the servers of Dropbox."]

    @pytest.mark.parametrize("folder", ["My Dropboxes", "disk", "onedrives", "cloud"])
    def test_another_folder_is_none(self, place: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
        (place / folder).mkdir()
        monkeypatch.chdir(place / folder)
        laid()
        assert exposed() == []

    def test_a_folder_that_dropbox_works_in_and_one_that_windows_names(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        laid()
        monkeypatch.setenv("OneDrive", str(place))
        assert messages() == [f"“{place}” is copied to the servers of OneDrive."]
        (place / ".dropbox.cache").mkdir()
        assert messages() == [f"“{place}” is copied to the servers of Dropbox."]

    def test_a_link_into_such_a_folder(self, place: Path) -> None:
        (place / "Dropbox").mkdir()
        (place / "Dropbox" / "s.yaml").write_text(SECRET)
        (place / "Dropbox" / "s.yaml").chmod(0o600)
        (place / "linked").symlink_to(place / "Dropbox")
        laid(CASE + "secret: linked/s.yaml\n", "")
        assert messages() == [f"“{place / 'Dropbox'}” is copied to the servers of Dropbox."]


class TestInARepository:
    @pytest.fixture(autouse=True)
    def repository(self, place: Path) -> None:
        git("init", "-q")

    def test_a_secret_file_that_git_ignores(self) -> None:
        laid(**{".gitignore": "*.secret.yaml\n"})
        git("add", ".")
        assert exposed() == []

    def test_one_that_git_would_take(self) -> None:
        laid()
        assert messages() == ["“case.secret.yaml” stands in a git repository that does not ignore it."]

    def test_one_that_git_tracks(self) -> None:
        laid()
        git("add", ".")
        assert messages() == ["git tracks “case.secret.yaml”, which holds confidential facts: whoever has the repository has them."]

    def test_a_case_and_a_text_that_git_tracks(self) -> None:
        laid(NAMED, "", **{"body.md": "Tulpar Steppe.\n"})
        assert len(exposed()) == 2
        git("add", ".")
        assert [said.split("”")[0] for said in messages()[2:]] == ["git tracks “body.md", "git tracks “case.yaml"]

    def test_without_git_nothing_is_said_of_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        laid()
        git("add", ".")
        monkeypatch.setenv("PATH", "/nowhere")
        assert exposed() == []


class TestSecretFiles:
    """`secret: PATH` in the case."""

    def built(self) -> str:
        done = CliRunner().invoke(main, ["build", "case.yaml", "-o", "a.txt", "--force"])
        assert done.exit_code == 0, done.output
        return Path("a.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize("path", ["../stick/facts.yaml", "STICK/facts.yaml", "~/facts.yaml"])
    def test_it_may_be_anywhere(self, place: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
        (place / "work").mkdir()
        write(place / "stick", {"facts.yaml": SECRET})
        (place / "stick" / "facts.yaml").chmod(0o600)
        monkeypatch.setenv("HOME", str(place / "stick"))
        monkeypatch.setenv("USERPROFILE", str(place / "stick"))
        monkeypatch.chdir(place / "work")
        laid(f"{CASE}secret: {json.dumps(path.replace('STICK', (place / 'stick').as_posix()))}\n", "")
        assert "Funds came to Tulpar Steppe." in self.built()
        assert exposed() == []

    @pytest.mark.parametrize("path", ["../stick/facts.yaml", "~nobody-of-this-name/facts.yaml"])
    def test_one_that_is_not_there(self, path: str) -> None:
        laid(f"{CASE}secret: {path}\n", "")
        told = CliRunner().invoke(main, ["check", "case.yaml"])
        assert told.exit_code == 1
        assert f"error[file-missing]: There is no file “{path}”.\n  --> case.yaml:5:9\n" in told.output
        assert "hint: connect the disk that it is on" in told.output

    def test_the_one_beside_the_case_is_not_read_then(self, place: Path) -> None:
        write(place, {"other.yaml": "org: {name: Another Name}\n"})
        Path("other.yaml").chmod(0o600)
        laid(f"{CASE}secret: other.yaml\n")
        assert "Funds came to Another Name." in self.built()
        told = CliRunner().invoke(main, ["check", "case.yaml"]).output
        assert "warning[file-unread]: “case.secret.yaml” is not read: the case names another file of confidential facts." in told

    def test_no_build_keeps_it(self, place: Path) -> None:
        write(place / "stick", {"facts.yaml": SECRET})
        laid(f"{CASE}secret: stick/facts.yaml\n", "")
        assert CliRunner().invoke(main, ["build", "case.yaml"]).exit_code == 0
        kept = [path.read_text() for path in (place / ".briefkit").rglob("*") if path.is_file()]
        assert kept
        assert not any("Tulpar" in text for text in kept)
