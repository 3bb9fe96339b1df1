"""Pairs of documents compared by the engine: what accepting and rejecting gives, by our reading and by pandoc's; validity; same bytes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pypandoc
import pytest
from pairs import LEFT, ONE, PAIRS
from word_files import docx, p

from briefkit.inspection import (
    WordFile,
    bookmark_problems,
    field_problems,
    link_problems,
    numbering_problems,
    read_word,
    result_problems,
    style_problems,
)
from briefkit.messages import Message
from briefkit.ooxml import Element, parse, qn, read_zip, serialize, write_zip
from briefkit.ooxml.tracked import accepted, is_tracked, rejected
from briefkit.redline import Redline
from briefkit.shelf.redlining import Document, _engine, make_redline, read_document

pytest.importorskip("python_redlines", reason="the extra “redline” is not installed")

ROOT = Path(__file__).parents[2]
VALIDATOR = ROOT / "tests" / "openxml.py"
# Pandoc reads no marks of cells, and of a text box or a formula not all; what it says of these tells nothing.
NOT_FOR_PANDOC = {"columns", "text box", "formula"}


@cache
def compared(name: str) -> Redline:
    old, new, *_ = {**PAIRS, **LEFT}[name]
    made = make_redline(Document("old.docx", old), Document("new.docx", new), "A reader", date(2026, 11, 1))
    assert made.value is not None, made.diagnostics
    return made.value


def roots(data: bytes, *names: str) -> list[Element]:
    parts = read_zip(data)
    return [parse(parts[f"word/{name}.xml"], name) for name in names or ("document", "footnotes") if f"word/{name}.xml" in parts]


@pytest.mark.parametrize("name", PAIRS)
def test_every_change_is_tracked_and_nothing_is_left_out(name: str) -> None:
    old, new = PAIRS[name]
    made = make_redline(Document("old.docx", old), Document("new.docx", new), "A reader")
    assert made.diagnostics == ()
    assert made.value is not None
    assert (made.value.paragraphs > 0) == (name != "nothing")


@pytest.mark.parametrize("name", sorted(PAIRS.keys() - NOT_FOR_PANDOC))
@pytest.mark.parametrize("way", ["reject", "accept"])
def test_pandoc_reads_the_old_text_and_the_new_one(name: str, way: str, tmp_path: Path) -> None:
    wanted = PAIRS[name][way == "accept"]
    assert letters(tmp_path / "redline.docx", compared(name).data, way) == letters(tmp_path / "wanted.docx", wanted, way)


def letters(path: Path, data: bytes, way: str) -> str:
    """What pandoc reads, with the way it is to take tracked changes; without spaces, since it puts one where it joins two paragraphs."""
    path.write_bytes(data)
    tree = pypandoc.convert_file(str(path), "json", format="docx", extra_args=[f"--track-changes={way}"])
    return "".join(re.findall(r'"t":"Str","c":"((?:[^"\\]|\\.)*)"', tree))


def test_open_xml_sdk_finds_no_error(tmp_path: Path) -> None:
    assert errors_of(tmp_path, {name: compared(name).data for name in PAIRS}) == {}


def errors_of(folder: Path, files: dict[str, bytes]) -> dict[str, list[str]]:
    """What Microsoft's validator finds wrong, by the files' names."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    paths = [str(folder / f"{name}.docx") for name in files]
    ran = subprocess.run([sys.executable, str(VALIDATOR), *paths], capture_output=True, text=True, timeout=300)
    if ran.returncode == 3:
        pytest.skip(ran.stderr)
    assert ran.returncode == 0, ran.stderr
    return {Path(path).stem: errors for path, errors in json.loads(ran.stdout).items() if errors}


@pytest.mark.parametrize("name", LEFT)
def test_what_differs_without_being_compared_is_named(name: str) -> None:
    old, new, called = LEFT[name]
    made = make_redline(Document("old.docx", old), Document("new.docx", new), "A reader")
    assert made.value is not None
    assert [(problem.code, called in problem.message) for problem in made.diagnostics] == [("redline-part-uncompared", True)]


@pytest.mark.parametrize(("decide", "codes"), [(rejected, ["REF a \\h", "PAGE"]), (accepted, ["REF b \\h", "PAGE", "NUMPAGES"])])
def test_fields_stay_fields(decide: Callable[[Element], Element], codes: list[str]) -> None:
    (body,) = roots(compared("fields").data)
    assert [(node.text or "").strip() for node in decide(body).iter(qn("w:instrText"))] == codes


@pytest.mark.parametrize("decide", [rejected, accepted])
def test_content_controls_stay_around_their_words(decide: Callable[[Element], Element]) -> None:
    (body,) = roots(compared("controls kept").data)
    assert [node.get(qn("w:val")) for node in decide(body).iter(qn("w:tag"))] == ["name", "block"]


def test_author_and_date_are_those_that_were_given() -> None:
    for name in PAIRS:
        for root in roots(compared(name).data):
            for mark in root.iter(qn("w:ins"), qn("w:del"), qn("w:moveTo"), qn("w:moveFrom"), qn("w:pPrChange"), qn("w:cellIns")):
                assert (mark.get(qn("w:author")), mark.get(qn("w:date"))) == ("A reader", "2026-11-01T00:00:00Z")


def test_without_a_case_the_date_is_no_date_of_a_clock() -> None:
    made = make_redline(Document("old.docx", docx(p("a"))), Document("new.docx", docx(p("b"))), "A").value
    assert made is not None
    assert b'w:date="1970-01-01T00:00:00Z"' in read_zip(made.data)["word/document.xml"]


def test_the_case_of_the_newer_document_gives_the_date() -> None:
    newer = Document("new.docx", docx(p("b")), date(2025, 5, 6))
    made = make_redline(Document("old.docx", docx(p("a")), date(2020, 1, 1)), newer, "A").value
    assert made is not None
    assert b'w:date="2025-05-06T00:00:00Z"' in read_zip(made.data)["word/document.xml"]


def test_the_same_documents_give_the_same_bytes() -> None:
    old, new = PAIRS["footnotes"]
    again = make_redline(Document("old.docx", old), Document("new.docx", new), "A reader", date(2026, 11, 1)).value
    assert again is not None
    assert again.data == compared("footnotes").data


def test_marks_are_numbered_in_order_through_all_parts() -> None:
    for name in ("footnotes", "header", "comments on moved words"):
        found = [
            mark.get(qn("w:id"))
            for root in roots(compared(name).data, "document", "footnotes", "header")
            for mark in root.iter("{*}*")
            if mark.get(qn("w:author")) == "A reader"
        ]
        assert found == [str(number) for number in range(1, len(found) + 1)]


def test_nothing_tells_when_which_word_was_saved() -> None:
    assert not any(b"rsid" in part for part in read_zip(compared("words").data).values())


def test_a_comment_on_moved_words_has_an_anchor_in_each_place() -> None:
    data = compared("comments on moved words").data
    body, comments = roots(data, "document", "comments")
    signs = [node.get(qn("w:id")) for node in body.iter(qn("w:commentReference"))]
    assert len(signs) == len(set(signs)) == 2
    assert sorted(signs) == sorted(node.get(qn("w:id")) for node in comments)


def test_a_bookmark_on_moved_words_stands_once_and_is_there_when_all_is_accepted() -> None:
    (body,) = roots(compared("bookmarks on moved words").data)
    assert [node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))] == ["here"]
    assert [node.get(qn("w:name")) for node in accepted(body).iter(qn("w:bookmarkStart"))] == ["here"]


def test_the_same_text_has_no_marks() -> None:
    assert not any(is_tracked(root) for root in roots(compared("nothing").data))


@pytest.mark.parametrize(
    ("author", "shown"), [("O'Hara & <Co>", "O'Hara & <Co>"), ("Әлия", "Әлия"), ("--help", "--help"), ("a\x07b", "ab")]
)
def test_any_author(author: str, shown: str) -> None:
    made = make_redline(Document("old.docx", docx(p("a"))), Document("new.docx", docx(p("b"))), author).value
    assert made is not None
    (body,) = roots(made.data)
    assert {mark.get(qn("w:author")) for mark in body.iter(qn("w:ins"), qn("w:del"))} == {shown}


class TestAnEngineThatFails:
    """Its program is replaced by one of the test's own."""

    def outcome(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> tuple[str, Message]:
        program = tmp_path / "engine"
        program.write_text(f"#!{sys.executable}\nimport shutil, sys, time\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr("briefkit.shelf.redlining._engine", lambda folder: program)
        made = make_redline(Document("old.docx", docx(p(ONE))), Document("new.docx", docx(p("Other."))), "A")
        assert made.value is None
        (problem,) = made.diagnostics
        return problem.code, problem.message

    def test_it_complains(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        code, said = self.outcome(monkeypatch, tmp_path, "sys.exit('no such thing')")
        assert (code, "no such thing" in said) == ("redline-failed", True)

    def test_it_writes_nothing(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        assert self.outcome(monkeypatch, tmp_path, "")[0] == "redline-failed"

    def test_it_writes_nonsense(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        assert self.outcome(monkeypatch, tmp_path, "open(sys.argv[3], 'w').write('nonsense')")[0] == "redline-failed"

    def test_it_takes_for_ever(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("briefkit.shelf.redlining.PATIENCE", 0.2)
        assert self.outcome(monkeypatch, tmp_path, "time.sleep(60)")[0] == "redline-failed"

    @pytest.mark.parametrize(("which", "word"), [(1, "accepted"), (2, "rejected")])
    def test_it_leaves_a_change_out(self, which: int, word: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        code, said = self.outcome(monkeypatch, tmp_path, f"shutil.copy(sys.argv[{which}], sys.argv[3])")
        assert (code, word in said, "Other." in said) == ("redline-differs", True, True)


class TestTheEngine:
    def test_it_is_unpacked_once_and_kept(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
        program = _engine(tmp_path)
        assert isinstance(program, Path)
        assert program.is_relative_to(tmp_path / "kept")
        made = program.stat().st_mtime_ns
        assert _engine(tmp_path) == program
        assert program.stat().st_mtime_ns == made
        assert len(list((tmp_path / "kept" / "briefkit").iterdir())) == 1

    def test_where_nothing_can_be_kept_it_is_unpacked_for_the_run_alone(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        (tmp_path / "kept").write_text("no folder", encoding="utf-8")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
        program = _engine(tmp_path / "run")
        assert isinstance(program, Path)
        assert program.is_relative_to(tmp_path / "run")

    def test_it_leaves_no_file_behind(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        assert make_redline(Document("old.docx", docx(p("a"))), Document("new.docx", docx(p("b"))), "A").value is not None
        assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def redline(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An example built twice, the second time with a paragraph and a note more."""
    cases = [shutil.copytree(ROOT / "examples" / "reporting-fine", tmp_path_factory.mktemp(name) / "case") for name in ("old", "new")]
    facts = cases[1] / "own" / "facts.md"
    facts.write_text(facts.read_text(encoding="utf-8") + "\nOne more paragraph [@iccpr, art 22(1)].\n", encoding="utf-8")
    old, new = (read_document(case / "case.yaml", {}) for case in cases)
    assert old.value is not None
    assert new.value is not None
    made = make_redline(old.value, new.value, "A")
    assert made.value is not None, made.diagnostics
    assert made.diagnostics == ()
    return made.value.data


class TestAnExample:
    """A whole document, built twice: a paragraph with a note more shifts every number behind it."""

    def test_only_the_numbers_change_behind_it(self, redline: bytes) -> None:
        marks = [mark for root in roots(redline) for mark in root.iter(qn("w:del"))]
        deleted = [text for mark in marks if (text := "".join(node.text or "" for node in mark.iter(qn("w:delText"))))]
        assert deleted and all(text.strip().isdecimal() for text in deleted)

    @pytest.mark.parametrize(
        "check", [bookmark_problems, field_problems, style_problems, numbering_problems, link_problems, result_problems]
    )
    def test_accepted_it_passes_the_checks_of_finished_files(self, redline: bytes, check: Callable[[WordFile], Iterable[str]]) -> None:
        parts = read_zip(redline)
        stories = [f"word/{name}.xml" for name in ("document", "footnotes", "header", "footer", "comments")]
        done = {name: serialize(accepted(parse(parts[name], name))) for name in stories}
        assert list(check(read_word(write_zip({**parts, **done})))) == []

    def test_open_xml_sdk_finds_no_error(self, redline: bytes, tmp_path: Path) -> None:
        assert errors_of(tmp_path, {"example": redline}) == {}
