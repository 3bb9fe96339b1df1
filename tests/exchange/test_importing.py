"""briefkit authorities import: what becomes of each item, and what then stands in the files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspace import CASE, library, write

from briefkit.exchange.incoming import MAX_ITEMS

ZOTERO = Path(__file__).with_name("zotero.json").read_text(encoding="utf-8")
KINDS = ("treaty", "report", "legal_case", "legislation", "regulation", "standard", "book", "chapter", "article-journal", "thesis") + (
    "webpage",
    "document",
)
IMPORTED = "clauses/authorities/imported.yaml"
FILE = "clauses/authorities/all.yaml"
DOUBLING = '@string{a0 = "xxxxxxxxxx"}' + "".join(f"@string{{a{n + 1} = a{n} # a{n}}}" for n in range(40)) + "@misc{k, title = a40}"
ITEM: dict[str, Any] = {"id": "own", "type": "book", "title": "Own", "issued": {"date-parts": [[2020]]}}


def as_json(*items: dict[str, Any]) -> str:
    return json.dumps(items)


def rows(printed: str) -> list[list[str]]:
    return [line.split("\t") for line in printed.splitlines()]


def listed(briefkit: Run, *ids: str) -> dict[str, dict[str, Any]]:
    """What the library holds, as it is exported."""
    done = briefkit("authorities", "export", *ids)
    assert (done.exit_code, done.stderr) == (0, "")
    return {one["id"]: {name: value for name, value in one.items() if name != "id"} for one in json.loads(done.stdout)}


class TestZotero:
    def test_twelve_kinds_into_the_library(self, alone: Path, briefkit: Run) -> None:
        done = briefkit("authorities", "import", "zotero.json", files={"zotero.json": ZOTERO})
        assert (done.exit_code, done.stderr) == (0, f"12 added. Wrote {IMPORTED}\n")
        found = rows(done.stdout)
        assert [row[:2] for row in found[:4]] == [["added", "cfa"], ["added", "sample2019"], ["added", "example"], ["added", "zakon-1996"]]
        assert found[4] == [
            "added",
            "ministry-2021-rules",
            "Rules on Forms & Returns (100 %)",
            "an id of author, year and title: “http://zotero.org/users/local/8hJ2kLmN/items/REGUL005” cannot be cited",
        ]
        assert sorted(one["type"] for one in listed(briefkit).values()) == sorted(KINDS)
        assert briefkit("authorities", "list").stderr == ""

    def test_what_is_written_is_what_a_person_would_write(self, alone: Path, briefkit: Run) -> None:
        briefkit("authorities", "import", "zotero.json", files={"zotero.json": ZOTERO})
        text = (alone / IMPORTED).read_text(encoding="utf-8")
        assert text.startswith(
            "- id: cfa\n"
            "  type: treaty\n"
            "  title: Convention on Fictional Associations\n"
            "  title-short: CFA\n"
            "  container-title: Fictional Treaty Series\n"
            "  container-title-short: FTS\n"
            "  volume: '12'\n"
            "  page: '345'\n"
            "  URL: https://example.org/cfa\n"
            "  language: en\n"
            "  issued: 1969-05-23\n"
            "  available-date: 1980-01-27\n"
            "  custom:\n"
            "    status: literature\n"
            "    confirmed: false\n"
            "\n"
            "- id: sample2019\n"
        )
        assert "local/8hJ2kLmN" not in text  # the user's library is not named

    def test_a_second_time_nothing_changes(self, alone: Path, briefkit: Run) -> None:
        briefkit("authorities", "import", "zotero.json", files={"zotero.json": ZOTERO})
        before = (alone / IMPORTED).read_bytes()
        again = briefkit("authorities", "import", "zotero.json")
        assert (again.exit_code, again.stderr) == (0, "12 unchanged.\n")
        assert (alone / IMPORTED).read_bytes() == before

    @pytest.mark.parametrize("ending", ["json", "bib"])
    def test_out_and_in_again_it_is_equal(self, alone: Path, briefkit: Run, ending: str) -> None:
        briefkit("authorities", "import", "zotero.json", files={"zotero.json": ZOTERO})
        first = listed(briefkit)
        assert briefkit("authorities", "export", "-o", f"out.{ending}").stdout == f"Wrote out.{ending}: 12 authorities\n"
        again = briefkit("authorities", "import", f"out.{ending}")
        assert (again.exit_code, again.stderr) == (0, "12 unchanged.\n")
        (alone / IMPORTED).unlink()
        assert briefkit("authorities", "import", f"out.{ending}").stderr == f"12 added. Wrote {IMPORTED}\n"
        assert listed(briefkit) == first

    def test_into_a_case_it_is_cited(self, memo: Path, briefkit: Run) -> None:
        done = briefkit("authorities", "import", "zotero.json", "--case", "case.yaml", files={"zotero.json": ZOTERO})
        assert (done.exit_code, done.stderr) == (0, "12 added. Wrote refs.json, case.yaml\n")
        assert (memo / "case.yaml").read_text(encoding="utf-8").endswith("sections: {text: body.md}\nrefs: refs.json\n")
        write(memo, {"body.md": "A [@cfa, art 5]. B [@ministry-2021-rules]. C [@berg2014, p 7].\n"})
        built = briefkit("build", "case.yaml", "-o", "a.txt")
        assert built.exit_code == 0
        text = (memo / "a.txt").read_text(encoding="utf-8")
        assert "Convention on Fictional Associations" in text
        assert "custom" not in (memo / "refs.json").read_text(encoding="utf-8")


class TestLibrary:
    def test_what_stands_in_a_file_stays_as_it_is(self, alone: Path, briefkit: Run) -> None:
        before = library()[FILE] + "# the last word\n"
        write(alone, {**library(), FILE: before, "in.json": as_json(ITEM)})
        done = briefkit("authorities", "import", "in.json", "--into", FILE)
        assert (done.exit_code, done.stdout) == (0, "added\town\tOwn\t\n")
        added = "\n- id: own\n  type: book\n  title: Own\n  issued: 2020\n  custom:\n    status: literature\n    confirmed: false\n"
        assert (alone / FILE).read_text(encoding="utf-8") == before + added

    @pytest.mark.parametrize("before", ["", "[]\n", "# nothing\n", "\ufeff# x\r\n"], ids=["empty", "empty list", "comment", "Windows"])
    def test_a_file_that_holds_nothing_yet(self, alone: Path, briefkit: Run, before: str) -> None:
        write(alone, {FILE: before, "in.json": as_json(ITEM)})
        assert briefkit("authorities", "import", "in.json", "--into", FILE).exit_code == 0
        assert list(listed(briefkit)) == ["own"]
        data = (alone / FILE).read_bytes()
        assert (data.startswith(b"\xef\xbb\xbf"), b"\r\n" in data, b"\n\n" in data.replace(b"\r", b"")[:-1]) == (
            before.startswith("\ufeff"),
            "\r" in before,
            "#" in before,
        )

    def test_a_dry_run_writes_nothing(self, alone: Path, briefkit: Run) -> None:
        done = briefkit("authorities", "import", "in.json", "--dry-run", files={"in.json": as_json(ITEM)})
        assert (done.exit_code, done.stdout, done.stderr) == (0, "added\town\tOwn\t\n", f"1 added. Would write {IMPORTED}\n")
        assert not (alone / IMPORTED).exists()

    def test_what_differs_is_said_and_replaced_on_request(self, alone: Path, briefkit: Run) -> None:
        text = library()[FILE].replace("  issued: 1966-12-16\n", "  issued: 1966-12-16   # of adoption\n  # kept\n")
        new = {"id": "covenant", "type": "treaty", "title": "Covenant on Tests", "issued": {"date-parts": [[1966, 12, 16]]}}
        new |= {"volume": "999", "author": [{"family": "Sample", "given": "A, B"}]}
        write(alone, {**library(), FILE: text, "in.json": as_json(new)})
        said = briefkit("authorities", "import", "in.json")
        changed = "title, author, title-short, container-title-short, page differ"
        assert (said.exit_code, said.stdout) == (0, f"changed\tcovenant\tCovenant on Tests\t{changed}\n")
        assert said.stderr == "1 changed; --replace takes the file’s data for what is changed.\n"
        assert (alone / FILE).read_text(encoding="utf-8") == text
        done = briefkit("authorities", "import", "in.json", "--replace")
        assert (done.exit_code, done.stderr) == (0, f"1 replaced. Wrote {FILE}\n")
        after = (alone / FILE).read_text(encoding="utf-8")
        assert after == text.replace(
            text[: text.index("  custom:")],
            "- id: covenant\n  type: treaty\n  title: Covenant on Tests\n  issued: 1966-12-16   # of adoption\n  # kept\n"
            "  volume: 999\n  author: [{family: Sample, given: 'A, B'}]\n",
        )
        assert list(listed(briefkit, "covenant").values()) == [{name: value for name, value in new.items() if name != "id"}]

    @pytest.mark.parametrize(
        "item",
        [
            "- {id: own, type: book, title: 'Old, title', custom: {status: literature, confirmed: true}}\n",
            "- {id: own, custom: {status: literature, confirmed: true}, type: book, title: Old, page: 5}\n",
            "- custom: {status: literature, confirmed: true}\n  id: own\n  type: book\n  title: >\n    Old\n    title\n",
            "- id: own\n  title: |\n    Old\n    # title\n  type: book\n  author:\n  - literal: A\n  # kept\n  custom:\n"
            "    status: literature\n    confirmed: true\n",
            "-\n    id: own\n    type: book\n    page: '5'\n    title: Old\n    custom: {status: literature, confirmed: true}\n",
            "- {id: own, type: book, title: Old, issued: {date-parts: [[2019]]}, custom: {status: literature, confirmed: true}}",
        ],
        ids=["flow", "flow, custom first", "custom first", "blocks", "deep", "no line end"],
    )
    @pytest.mark.parametrize(
        "new", [ITEM, {**ITEM, "page": "7-8", "note": "a: b # c"}, {"id": "own", "type": "thesis", "title": "“New”: {x}"}]
    )
    def test_replacing_in_any_way_of_writing(self, alone: Path, briefkit: Run, item: str, new: dict[str, Any]) -> None:
        other = "# head\n- id: other\n  type: book\n  title: Other # said\n  custom: {status: literature, confirmed: true}\n"
        write(alone, {FILE: other + item, "in.json": as_json(new)})
        done = briefkit("authorities", "import", "in.json", "--replace")
        assert (done.exit_code, done.stderr) == (0, f"1 replaced. Wrote {FILE}\n")
        text = (alone / FILE).read_text(encoding="utf-8")
        assert text.startswith(other)
        assert "# kept" in text or "# kept" not in item
        assert listed(briefkit)["own"] == {name: value for name, value in new.items() if name != "id"}
        [own] = [one for one in json.loads(briefkit("authorities", "list", "--format", "json").stdout) if one["id"] == "own"]
        assert own["confirmed"]

    def test_the_projects_own_fields_come_only_on_request(self, alone: Path, briefkit: Run) -> None:
        custom = {
            "status": "soft-law",
            "confirmed": True,
            "in-force": "2006",
            "pinpoints": [{"loc": "para 1", "says": "x", "verified": {"seen": "it", "by": "me", "on": "2026-01-02"}}],
        }
        write(alone, {"in.json": as_json({**ITEM, "custom": custom})})
        briefkit("authorities", "import", "in.json")
        assert briefkit("authorities", "list").stdout == "own\tOwn\tliterature\t0/0\tunconfirmed\n"
        (alone / IMPORTED).unlink()
        briefkit("authorities", "import", "in.json", "--custom")
        assert briefkit("authorities", "list").stdout == "own\tOwn\tsoft-law\t1/1\t\n"
        assert json.loads(briefkit("authorities", "export", "--custom").stdout)[0]["custom"] == custom

    def test_a_shipped_authority_is_not_changed(self, memo: Path, briefkit: Run) -> None:
        other = {"id": "iccpr", "type": "treaty", "title": "Another"}
        done = briefkit("authorities", "import", "in.json", "--replace", files={"in.json": as_json(other, ITEM)})
        assert done.exit_code == 1
        assert [row[:2] for row in rows(done.stdout)] == [["refused", "iccpr"], ["added", "own"]]
        assert done.stderr.startswith("error[duplicate-id]: The library has another “iccpr” already: title, ")
        assert "in.json:1:9" in done.stderr
        same = json.loads(briefkit("authorities", "export", "iccpr").stdout)
        assert briefkit("authorities", "import", "same.json", files={"same.json": as_json(*same)}).stdout.startswith("unchanged\ticcpr\t")

    @pytest.mark.parametrize("into", ["elsewhere.yaml", "clauses/authorities/x.json", "../x.yaml", "clauses/authorities/deep/x.yaml"])
    def test_a_place_where_nothing_would_read_it(self, memo: Path, briefkit: Run, into: str) -> None:
        done = briefkit("authorities", "import", "in.json", "--into", into, files={"in.json": as_json(ITEM)})
        assert (done.exit_code, done.stdout) == (1, "")
        assert "error[output-unwritable]: Nothing would read" in done.stderr

    def test_without_a_workspace(self, tmp_path: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        done = briefkit("authorities", "import", "in.json", files={"in.json": as_json(ITEM)})
        assert done.exit_code == 1
        assert "error[output-unwritable]: There is no workspace here." in done.stderr

    def test_a_broken_file_is_not_added_to(self, alone: Path, briefkit: Run) -> None:
        write(alone, {FILE: "- {id: [\n", "in.json": as_json(ITEM)})
        done = briefkit("authorities", "import", "in.json", "--into", FILE)
        assert done.exit_code == 1
        assert "error[yaml-syntax]" in done.stderr
        assert (alone / FILE).read_text(encoding="utf-8") == "- {id: [\n"

    @pytest.mark.parametrize("text", ["a: b\n", "[{id: a, type: book, title: T}]\n", "- id: a\n  title: T\n---\n"])
    def test_a_file_that_is_written_unusually_is_left_alone(self, alone: Path, briefkit: Run, text: str) -> None:
        write(alone, {FILE: text, "in.json": as_json(ITEM)})
        assert briefkit("authorities", "import", "in.json", "--into", FILE).exit_code == 1
        assert (alone / FILE).read_text(encoding="utf-8") == text


class TestCases:
    REFS = '[\n  {"id": "a", "type": "book", "title": "A"}\n]\n'

    @pytest.fixture
    def place(self, alone: Path) -> Path:
        write(alone, {**library(), "case.yaml": CASE + "clauses: none\nrefs: refs.json\nexhibits: [{id: x, title: X}]\n"})
        write(alone, {"refs.json": self.REFS})
        return alone

    def test_items_are_appended(self, place: Path, briefkit: Run) -> None:
        done = briefkit("authorities", "import", "in.json", "--case", "case.yaml", files={"in.json": as_json(ITEM)})
        assert (done.exit_code, done.stderr) == (0, "1 added. Wrote refs.json\n")
        text = (place / "refs.json").read_text(encoding="utf-8")
        assert text.startswith(self.REFS.removesuffix("\n]\n") + ',\n  {\n    "id": "own",\n')
        assert json.loads(text)[1] == ITEM

    def test_what_differs_is_replaced_on_request(self, place: Path, briefkit: Run) -> None:
        write(place, {"in.json": as_json({"id": "a", "type": "book", "title": "B", "page": "1"})})
        assert briefkit("authorities", "import", "in.json", "--case", "case.yaml").stdout == "changed\ta\tB\ttitle, page differ\n"
        done = briefkit("authorities", "import", "in.json", "--case", "case.yaml", "--replace")
        assert done.stderr == "1 replaced. Wrote refs.json\n"
        assert (place / "refs.json").read_text(encoding="utf-8") == ('[\n  {"id": "a", "type": "book", "title": "B", "page": "1"}\n]\n')

    @pytest.mark.parametrize(
        ("item", "said"),
        [
            ({**ITEM, "id": "covenant"}, "The library has another “covenant” already"),
            ({**ITEM, "id": "x"}, "An exhibit of the case has the id “x”."),
        ],
    )
    def test_ids_that_are_taken(self, place: Path, briefkit: Run, item: dict[str, Any], said: str) -> None:
        done = briefkit("authorities", "import", "in.json", "--case", "case.yaml", "--replace", files={"in.json": as_json(item)})
        assert done.exit_code == 1
        assert f"error[duplicate-id]: {said}" in done.stderr
        assert (place / "refs.json").read_text(encoding="utf-8") == self.REFS

    @pytest.mark.parametrize(
        ("case", "files", "code"),
        [
            (CASE + "refs: refs.bib\n", {"refs.bib": "@book{a, title = {T}}"}, "output-unwritable"),
            (CASE + "refs: ../refs.json\n", {}, "file-outside"),
            (CASE + "refs: refs.json\n", {"refs.json": "[{"}, "yaml-syntax"),
            (CASE, {}, "output-unwritable"),
            ("[]\n", {}, "missing-key"),
        ],
        ids=["BibTeX", "outside", "broken", "not named", "no case"],
    )
    def test_cases_that_cannot_take_them(self, place: Path, briefkit: Run, case: str, files: dict[str, str], code: str) -> None:
        write(place, {"case.yaml": case, "in.json": as_json(ITEM), **files})
        before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
        done = briefkit("authorities", "import", "in.json", "--case", "case.yaml")
        assert (done.exit_code, done.stdout) == (1, "")
        assert f"error[{code}]" in done.stderr
        assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before

    @pytest.mark.parametrize("case", ['{"profile": "test", "title": "T"}', "{profile: test, title: T,}\n", CASE + "clauses: none  # all"])
    def test_a_case_that_has_no_references_yet(self, place: Path, briefkit: Run, case: str) -> None:
        (place / "refs.json").unlink()
        write(place, {"case.yaml": case, "in.json": as_json(ITEM)})
        assert briefkit("authorities", "import", "in.json", "--case", ".").exit_code == 0
        assert json.loads((place / "refs.json").read_text(encoding="utf-8")) == [ITEM]
        assert briefkit("authorities", "import", "in.json", "--case", ".").stdout == "unchanged\town\tOwn\t\n"

    def test_into_both_is_wrong_usage(self, place: Path, briefkit: Run) -> None:
        assert briefkit("authorities", "import", "in.json", "--case", "case.yaml", "--into", FILE).exit_code == 2


class TestRefused:
    @pytest.mark.parametrize(
        ("name", "text", "code"),
        [
            ("in.json", '[{"id": "a", "type": "book"}]', "missing-key"),
            ("in.json", '[{"id": "a", "type": "book", "title": " "}]', "missing-key"),
            ("in.json", '[{"id": "a", "title": "T"}]', "missing-key"),
            ("in.json", '[{"id": "a", "type": "treatise", "title": "T"}]', "unknown-choice"),
            ("in.json", '[{"id": "a", "type": "book", "title": "T", "issued": "soon"}]', "bad-date"),
            ("in.json", '[{"id": "a", "type": "book", "title": ["T"]}]', "missing-key"),
            ("in.json", '["a"]', "bad-reference-file"),
            ("in.json", '[{"id": "a", "type": "book", "title": "\\ue000"}]', "private-use-character"),
            ("in.bib", "@boook{a, title = {T}}", "unknown-choice"),
            ("in.bib", "@book{a, year = {2020}}", "missing-key"),
            ("in.bib", "@book{a, title = {T}, author = {A, B, C, D, E}}", "bad-reference-file"),
            ("in.ris", "TY  - BUCH\nTI  - T\nER  - \n", "unknown-choice"),
            ("in.ris", "TY  - BOOK\nER  - \n", "missing-key"),
        ],
    )
    def test_an_item_that_cannot_be_taken(self, alone: Path, briefkit: Run, name: str, text: str, code: str) -> None:
        done = briefkit("authorities", "import", name, files={name: text})
        assert (done.exit_code, [row[0] for row in rows(done.stdout)]) == (1, ["refused"])
        assert f"error[{code}]" in done.stderr
        assert done.stderr.endswith("1 refused.\n")
        assert not (alone / IMPORTED).exists()

    def test_the_others_are_taken(self, alone: Path, briefkit: Run) -> None:
        write(alone, {"in.bib": "@book{a, title = {A}}\n@book{b, author = {A, B, C, D}}\n@misc{c, title = {C}}\n"})
        done = briefkit("authorities", "import", "in.bib", "--format", "json")
        data = json.loads(done.stdout)
        assert [(one["outcome"], one["id"]) for one in data["items"]] == [("added", "a"), ("refused", "b"), ("added", "c")]
        assert (data["files"], [one["code"] for one in data["diagnostics"]]) == ([IMPORTED], ["bad-reference-file", "missing-key"])
        assert list(listed(briefkit)) == ["a", "c"]

    def test_an_id_that_the_file_gives_twice(self, alone: Path, briefkit: Run) -> None:
        done = briefkit("authorities", "import", "in.json", files={"in.json": as_json(ITEM, ITEM, {**ITEM, "title": "Other"})})
        assert [row[0] for row in rows(done.stdout)] == ["added", "unchanged", "refused"]
        assert "error[duplicate-id]: The file gives the id “own” to two items." in done.stderr

    def test_a_variable_that_is_none_is_left_out_with_a_warning(self, alone: Path, briefkit: Run) -> None:
        done = briefkit("authorities", "import", "in.json", files={"in.json": as_json({**ITEM, "collections": ["x"]})})
        assert (done.exit_code, done.stdout) == (0, "added\town\tOwn\t\n")
        assert "warning[unknown-key]" in done.stderr

    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("in.txt", b"x", "bad-reference-file"),
            ("in.json", b"", "bad-reference-file"),
            ("in.json", b"{}", "bad-reference-file"),
            ("in.json", b"[", "yaml-syntax"),
            ("in.json", b"\xff\xfe[", "file-encoding"),
            ("in.json", b"[" * 5000, "yaml-syntax"),
            ("in.json", b"[" + b"{}," * (MAX_ITEMS + 1) + b"{}]", "file-too-large"),
            ("in.json", b" " * 5_000_001, "file-too-large"),
            ("in.bib", b"@book{a,\n title = }", "bad-reference-file"),
            ("in.bib", b"@book{a, title = {" + b"{" * 20_000 + b"}" * 20_000 + b"}}", "bad-reference-file"),
            ("in.ris", b"", "bad-reference-file"),
            ("in.bib", DOUBLING.encode(), "bad-reference-file"),
        ],
        ids=range(12),
    )
    def test_files_that_cannot_be_read(self, alone: Path, briefkit: Run, name: str, data: bytes, code: str) -> None:
        write(alone, {name: data})
        done = briefkit("authorities", "import", name)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith(f"error[{code}]")
        assert done.stderr.endswith("\nNothing was imported.\n")

    @given(st.sampled_from(["json", "bib", "ris"]), st.binary(max_size=200), st.sampled_from([b"[{", b"@book{a,", b"TY  - BOOK\nTI  - "]))
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
    def test_no_file_gives_a_traceback(self, alone: Path, briefkit: Run, ending: str, data: bytes, before: bytes) -> None:
        write(alone, {"in." + ending: before + data})
        assert briefkit("authorities", "import", "in." + ending, "--dry-run").exit_code in {0, 1}


class TestIds:
    @pytest.mark.parametrize(
        ("item", "name", "why"),
        [
            ({"id": "a b"}, "sample-2020-funds", "“a b” cannot be cited"),
            ({}, "sample-2020-funds", "the file gives none"),
            ({"id": "x" * 81}, "sample-2020-funds", f"“{'x' * 81}” cannot be cited"),
            ({"id": 7}, "7", ""),
            ({"id": "a/b:c.d"}, "a/b:c.d", ""),
            ({"id": "a b", "citation-key": "key"}, "key", "its citation key"),
            ({"author": [{"literal": "Öffentliches Amt"}]}, "offentliches-2020-funds", "the file gives none"),
            ({"author": [{"family": "Иванов"}], "title": "О праве"}, "иванов-2020-праве", "the file gives none"),
            ({"author": [], "title": "!", "issued": {"literal": "soon"}}, "item", "the file gives none"),
        ],
    )
    def test_ids_are_kept_or_made(self, alone: Path, briefkit: Run, item: dict[str, Any], name: str, why: str) -> None:
        basis = {"type": "book", "title": "On the Funds", "issued": {"date-parts": [["2020"]]}, "author": [{"family": "Sample"}]}
        done = briefkit("authorities", "import", "in.json", files={"in.json": as_json({**basis, **item})})
        row = rows(done.stdout)[0]
        assert (row[0], row[1], row[3].removeprefix("an id of author, year and title: ")) == ("added", name, why)

    def test_made_ids_are_unlike_the_others(self, alone: Path, briefkit: Run) -> None:
        titles = ("Funds", "Funds II", "Funds")
        items = [{"type": "book", "title": title, "issued": "2020", "author": "Sample"} for title in titles]
        done = briefkit("authorities", "import", "in.json", files={"in.json": as_json(*items, {**items[0], "volume": "2"})})
        assert [row[:2] for row in rows(done.stdout)] == [
            ["added", "sample-2020-funds"],
            ["added", "sample-2020-funds-2"],
            ["unchanged", "sample-2020-funds"],
            ["added", "sample-2020-funds-3"],
        ]

    def test_an_item_whose_id_was_made_is_known_when_it_comes_again(self, alone: Path, briefkit: Run) -> None:
        item = {"id": "http://zotero.org/users/1/items/A", "type": "book", "title": "Funds", "issued": "2020", "author": "Sample"}
        briefkit("authorities", "import", "in.json", files={"in.json": as_json(item)})
        again = briefkit("authorities", "import", "in.json", files={"in.json": as_json({**item, "volume": "2"})})
        assert again.stdout == "changed\tsample-2020-funds\tFunds\tvolume differs\n"
        other = briefkit("authorities", "import", "in.json", files={"in.json": as_json({**item, "author": "Example"})})
        assert other.stdout.startswith("added\texample-2020-funds\t")
