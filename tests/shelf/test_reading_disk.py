"""Files from the disk: what can be wrong with one, where a case may reach, and the layers of a workspace."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from workspace import HOUSE, STYLE, clause, write

from briefkit.build import Inputs
from briefkit.diagnostics import Diagnostic
from briefkit.shelf import read_inputs, read_layers, read_text, shipped_folder, start_workspace, workspace_of

CASE = "profile: memo\ntitle: x\nclauses: none\nsections: {text: body.md}\n"


def read(path: Path | str) -> tuple[str, list[tuple[str, str, str]]]:
    """A file's text, and its problems: code, message, place."""
    problems: list[Diagnostic] = []
    source = read_text(Path(path), problems)
    return source.text if source else "", [(one.code, one.message, str(one.span)) for one in problems]


class TestText:
    @pytest.mark.parametrize(
        ("data", "text"),
        [(b"a\r\nb\rc\n", "a\nb\nc\n"), (b"\xef\xbb\xbfa", "a"), ("Қазақ".encode(), "Қазақ"), (b"", "")],
    )
    def test_line_ends_and_byte_order_marks(self, folder: Path, data: bytes, text: str) -> None:
        write(folder, {"a.md": data})
        assert read("a.md") == (text, [])

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            (b"a\nbc\xffd", "a.md:2:3"),
            ("Тест".encode("cp1251"), "a.md:1:1"),
            ("x".encode("utf-16"), "a.md:1:1"),
            (b"\xef\xbb\xbfa\n\xc3", "a.md:2:1"),
            (b"a\n\xed\xa0\x80", "a.md:2:1"),
        ],
    )
    def test_not_utf_8(self, folder: Path, data: bytes, place: str) -> None:
        write(folder, {"a.md": data})
        assert read("a.md") == ("", [("file-encoding", "“a.md” is not UTF-8 text.", place)])

    def test_private_use(self, folder: Path) -> None:
        write(folder, {"a.md": "a\nb\ue000"})
        assert read("a.md") == ("", [("private-use-character", "A private-use character stands here.", "a.md:2:2")])

    def test_missing_with_a_near_name(self, folder: Path) -> None:
        write(folder, {"case.yaml": ""})
        problems: list[Diagnostic] = []
        assert read_text(Path("caes.yaml"), problems) is None
        assert [(one.code, one.message, one.hint) for one in problems] == [
            ("file-missing", "There is no file “caes.yaml”.", "did you mean “case.yaml”?")
        ]

    def test_missing_with_its_folder(self, folder: Path) -> None:
        problems: list[Diagnostic] = []
        read_text(Path("no/case.yaml"), problems)
        assert [(one.code, one.hint) for one in problems] == [("file-missing", "check the name and the folder")]

    def test_a_folder(self, folder: Path) -> None:
        (folder / "a.md").mkdir()
        assert [code for code, _, _ in read("a.md")[1]] == ["file-unreadable"]

    def test_too_large(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("briefkit.shelf.reading.MAX_TEXT", 1_000_000)
        write(folder, {"a.md": b"x" * 1_000_001})
        assert read("a.md") == ("", [("file-too-large", "“a.md” is larger than 1 MB.", "None")])

    def test_a_name_outside_the_folder_is_shown_whole(self, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        other = tmp_path_factory.mktemp("other") / "a.md"
        assert read(other)[1][0][1] == f"There is no file “{other.as_posix()}”."


def problems_of(case: str, **chosen: str) -> list[tuple[str, str]]:
    write(Path.cwd(), {"case.yaml": case})
    inputs = read_inputs(Path("case.yaml"), chosen)
    assert isinstance(inputs, Inputs)
    return [(one.code, one.span.text if one.span else "") for one in inputs.problems]


class TestWhatACaseMayName:
    @pytest.mark.parametrize(
        "path",
        [
            "../secret.md",
            "own/../../secret.md",
            "/etc/hostname",
            "C:\\secret.md",
            "C:secret.md",
            "\\\\host\\share\\a.md",
            "\\a.md",
            '"a\\0b"',
        ],
    )
    @pytest.mark.parametrize("key", ["sections: {{text: {}}}", "refs: {}", "exhibits: [{{id: a, title: x, file: {}}}]"])
    def test_nothing_outside(self, folder: Path, path: str, key: str) -> None:
        write(folder.parent, {"secret.md": "secret"})
        case = CASE.replace("sections: {text: body.md}", key.format(path))
        assert problems_of(case) == [("file-outside", path)]

    @pytest.mark.skipif(os.name == "nt", reason="links need rights there")
    @pytest.mark.parametrize("key", ["sections: {text: link.md}", "exhibits: [{id: a, title: x, file: link.md}]"])
    def test_no_link_that_leads_outside(self, folder: Path, tmp_path_factory: pytest.TempPathFactory, key: str) -> None:
        secret = tmp_path_factory.mktemp("other") / "secret.md"
        secret.write_text("secret", encoding="utf-8")
        (folder / "link.md").symlink_to(secret)
        assert problems_of(CASE.replace("sections: {text: body.md}", key)) == [("file-outside", "link.md")]

    @pytest.mark.skipif(os.name == "nt", reason="links need rights there")
    def test_a_link_that_stays_inside(self, folder: Path) -> None:
        write(folder, {"real.md": "Words."})
        (folder / "body.md").symlink_to(folder / "real.md")
        assert problems_of(CASE) == []

    @pytest.mark.skipif(os.name == "nt", reason="links need rights there")
    def test_a_link_to_itself(self, folder: Path) -> None:
        (folder / "body.md").symlink_to(folder / "body.md")
        [(code, under)] = problems_of(CASE)
        assert code in {"file-outside", "file-unreadable"}  # which of them depends on the version of Python
        assert under == "body.md"
        assert [code for code, _, _ in read("body.md")[1]] == ["file-unreadable"]

    def test_a_case_in_a_folder_of_the_workspace_may_name_what_stands_above_it(self, folder: Path) -> None:
        write(folder, {"shared.md": "Words.", "cases/one/case.yaml": CASE.replace("body.md", "../../shared.md")})
        inputs = read_inputs(Path("cases/one/case.yaml"), {})
        assert isinstance(inputs, Inputs)
        assert (inputs.problems, inputs.case.texts["../../shared.md"].text) == ((), "Words.")

    @pytest.mark.parametrize(
        ("key", "expected"),
        [
            ("sections: {text: bdoy.md}", [("file-missing", "bdoy.md")]),
            ("exhibits: [{id: a, title: x, file: bdoy.md}]", [("file-missing", "bdoy.md")]),
            ("exhibits: [{id: a, title: x, file: own}]", [("file-missing", "own")]),
            ("sections: {text: own}", [("file-unreadable", "own")]),
            ("refs: r.json", [("file-missing", "r.json")]),
        ],
    )
    def test_what_is_not_there(self, folder: Path, key: str, expected: list[tuple[str, str]]) -> None:
        write(folder, {"body.md": "Words.", "own/x": ""})
        assert problems_of(CASE.replace("sections: {text: body.md}", key)) == expected

    def test_the_case_itself(self, folder: Path) -> None:
        read = read_inputs(Path("case.yaml"), {})
        assert isinstance(read, tuple)
        assert [one.code for one in read] == ["file-missing"]

    def test_the_secret_facts_beside_it(self, folder: Path) -> None:
        write(folder, {"case.yaml": CASE, "body.md": "x", "case.secret.yaml": "org: {name: Hidden}\n"})
        inputs = read_inputs(Path("case.yaml"), {})
        assert isinstance(inputs, Inputs)
        assert inputs.case.secret is not None
        assert inputs.case.secret.text == "org: {name: Hidden}\n"


class TestChosenByPath:
    def test_a_style_and_a_template(self, folder: Path) -> None:
        write(folder, {"case.yaml": CASE, "body.md": "x", "own.csl": STYLE, "own.docx": HOUSE})
        inputs = read_inputs(Path("case.yaml"), {"style": "own.csl", "template": "own.docx"})
        assert isinstance(inputs, Inputs)
        assert (inputs.problems, dict(inputs.chosen)) == ((), {"style": "own", "template": "own"})
        assert inputs.looks["own"] == HOUSE
        assert inputs.layers[-1]["styles/own.csl"].text == STYLE

    @pytest.mark.parametrize(("option", "name"), [("style", "onw.csl"), ("template", "onw.docx")])
    def test_that_are_not_there(self, folder: Path, option: str, name: str) -> None:
        write(folder, {"case.yaml": CASE, "body.md": "x", name.replace("onw", "own"): b"x"})
        inputs = read_inputs(Path("case.yaml"), {option: name})
        assert isinstance(inputs, Inputs)
        [problem] = inputs.problems
        assert (problem.code, problem.hint) == ("file-missing", f"did you mean “{name.replace('onw', 'own')}”?")

    def test_a_folder_as_template(self, folder: Path) -> None:
        write(folder, {"body.md": "x", "own.docx/x": ""})
        assert problems_of(CASE, template="own.docx") == [("file-unreadable", "")]

    def test_a_template_that_is_too_large(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("briefkit.shelf.reading.MAX_TEMPLATE", 3)
        write(folder, {"body.md": "x", "own.docx": b"long"})
        assert set(problems_of(CASE, template="own.docx")) == {("file-too-large", "")}  # the one that comes with briefkit too


class TestWorkspaces:
    def test_the_nearest_folder_that_is_one(self, folder: Path) -> None:
        write(folder, {"cases/one/case.yaml": "", "inner/styles/x": ""})
        assert workspace_of(folder / "cases" / "one") == folder.resolve()
        assert workspace_of(folder / "inner") == (folder / "inner").resolve()

    def test_the_shipped_layer_lies_below(self, folder: Path) -> None:
        write(folder, clause(slug="own"))
        write(folder, {"clauses/notes.txt": b"\xff", "styles/own.docx": b"x"})
        problems: list[Diagnostic] = []
        shipped, own = read_layers(folder, problems)
        assert problems == []
        assert "clauses/arguments/three-part-test/clause.yaml" in shipped
        assert sorted(own) == ["clauses/arguments/own/clause.yaml", "clauses/arguments/own/en.md"]
        assert own["clauses/arguments/own/en.md"].name == "clauses/arguments/own/en.md"

    def test_within_the_shipped_one_there_is_one_layer(self) -> None:
        assert len(read_layers(shipped_folder(), [])) == 1

    def test_a_file_that_cannot_be_read_is_named(self, folder: Path) -> None:
        write(folder, {"clauses/facts.yaml": b"\xff"})
        problems: list[Diagnostic] = []
        read_layers(folder, problems)
        assert [(one.code, str(one.span)) for one in problems] == [("file-encoding", "clauses/facts.yaml:1:1")]

    @pytest.mark.skipif(os.name == "nt", reason="links need rights there")
    def test_a_link_out_of_it_is_not_followed(self, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        other = tmp_path_factory.mktemp("other")
        write(other, clause(slug="stolen"))
        (folder / "clauses" / "facts.yaml").symlink_to(other / "clauses/arguments/stolen/clause.yaml")
        assert list(read_layers(folder, [])[1]) == []

    def test_words_lock_files_are_no_looks(self, folder: Path) -> None:
        write(folder, {"case.yaml": CASE, "body.md": "x", "styles/~$own.docx": b"x", "styles/own.docx": b"y"})
        inputs = read_inputs(Path("case.yaml"), {})
        assert isinstance(inputs, Inputs)
        assert {"house", "own"} <= set(inputs.looks)
        assert "~$own" not in inputs.looks


class TestStarting:
    def test_writes_a_workspace(self, tmp_path: Path) -> None:
        written, problems = start_workspace(tmp_path / "new")
        assert problems == ()
        names = [path.relative_to(tmp_path / "new").as_posix() for path in written]
        assert names == ["case.yaml", "body.md", ".gitignore", "clauses/README.txt", "styles/README.txt"]
        assert "*.secret.yaml" in (tmp_path / "new" / ".gitignore").read_text(encoding="utf-8").splitlines()

    def test_keeps_what_is_there(self, tmp_path: Path) -> None:
        write(tmp_path, {"body.md": "mine"})
        written, problems = start_workspace(tmp_path)
        assert written == ()
        assert [(one.code, one.message) for one in problems] == [
            ("output-unwritable", f"“{tmp_path / 'body.md'}” is there already and is kept.")
        ]
        assert [path.name for path in tmp_path.iterdir()] == ["body.md"]

    def test_a_file_where_the_folder_should_be(self, tmp_path: Path) -> None:
        write(tmp_path, {"new": "a file"})
        written, [problem] = start_workspace(tmp_path / "new")
        assert (written, problem.code) == ((), "output-unwritable")
        assert (tmp_path / "new").read_text(encoding="utf-8") == "a file"
