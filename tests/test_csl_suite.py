"""The public CSL test suite: what passes keeps passing, and what its runner prints.

The fixtures are not part of this project. They are read from the folder that BRIEFKIT_CSL_SUITE names, or from
`../shared/csl-suite/fixtures` beside the repository.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path

import pytest

from tests.csl_suite.__main__ import main
from tests.csl_suite.fixtures import Result, read_fixture, run_folder

REPOSITORY = Path(__file__).parents[1]
SUITE = Path(os.environ.get("BRIEFKIT_CSL_SUITE") or REPOSITORY.parent / "shared" / "csl-suite" / "fixtures")
PASSING = tuple((REPOSITORY / "tests" / "csl-pass.txt").read_text(encoding="utf-8").split())


@lru_cache
def results() -> dict[str, Result]:
    return run_folder(SUITE)


def test_what_passes_keeps_passing() -> None:
    if not SUITE.is_dir():
        pytest.skip(f"The CSL fixtures are not in {SUITE}; name their folder in BRIEFKIT_CSL_SUITE.")
    missing = Result(False, "a fixture of this name", "no such file")
    broken = {name: result for name in PASSING if not (result := results().get(name, missing)).passed}
    shown = "\n".join(f"--- {name}\nexpected: {result.expected}\nfound:    {result.found}" for name, result in broken.items())
    assert not broken, f"{len(broken)} of {len(PASSING)} listed fixtures fail:\n{shown}"


def test_the_list_is_sorted_and_names_each_fixture_once() -> None:
    assert list(PASSING) == sorted(set(PASSING))
    assert len(PASSING) >= 640


# --- the runner, on fixtures of our own -----------------------------------------------------------------

STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation><layout delimiter="; " suffix=".">'
    '<text variable="title" font-style="italic"/><text variable="locator" prefix=", "/></layout></citation>'
    '<bibliography><layout><text variable="title"/></layout></bibliography></style>'
)
ITEMS = [{"id": "covenant", "type": "treaty", "title": "Covenant & Protocol"}, {"id": "views", "type": "report", "title": "Views"}]


def fixture(**sections: object) -> str:
    """A fixture's file: JSON but for the style, the mode and the result."""
    given = {"MODE": "citation", "CSL": STYLE, "INPUT": ITEMS, **sections}
    texts = {name: text if isinstance(text, str) else json.dumps(text) for name, text in given.items()}
    return "\n".join(
        f">>===== {name} =====>>\n{text}\n<<===== {name} =====<<" for name, text in ((n.replace("_", "-"), t) for n, t in texts.items())
    )


STEP = {"citationID": "one", "citationItems": [{"id": "covenant", "locator": "2"}], "properties": {"noteIndex": 1}}
NEXT = {"citationItems": [{"id": "views"}], "properties": {"noteIndex": 2}}
OURS = {
    "a_plain": fixture(RESULT="<i>Covenant &#38; Protocol</i>; <i>Views</i>."),
    "b_chosen": fixture(RESULT="<i>Views</i>, 5.", CITATION_ITEMS=[[{"id": "views", "locator": 5}]]),
    "c_sequence": fixture(
        RESULT="..[0] <i>Covenant &#38; Protocol</i>, 2.\n>>[1] <i>Views</i>.", CITATIONS=[[STEP, [], []], [NEXT, [["one", 1]], []]]
    ),
    "d_bibliography": fixture(
        MODE="bibliography", RESULT='<div class="csl-bib-body">\n  <div class="csl-entry">Views</div>\n</div>', BIBENTRIES=[["views"]]
    ),
    "e_wrong": fixture(RESULT="something else"),
    "f_broken": "no sections at all",
}


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    for name, text in OURS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_runner_closes_with_the_count(ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(ours)]) == 0
    assert capsys.readouterr().out == "4 passed, 2 failed\n"


def test_each_result_is_written_as_json(ours: Path) -> None:
    main([str(ours), "--json", str(ours / "results.json")])
    written = json.loads((ours / "results.json").read_text(encoding="utf-8"))
    assert {name: result["passed"] for name, result in written.items()} == {name: name < "e" for name in OURS}
    assert written["e_wrong"] == {
        "passed": False,
        "expected": "something else",
        "found": "<i>Covenant &#38; Protocol</i>; <i>Views</i>.",
    }
    assert written["f_broken"]["found"] == "KeyError: 'CSL'"


def test_a_fixture_is_shown_by_a_part_of_its_name(ours: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(ours), "--show", "wrong"])
    assert capsys.readouterr().out == (
        "--- e_wrong: failed\nexpected: something else\nfound:    <i>Covenant &#38; Protocol</i>; <i>Views</i>.\n4 passed, 2 failed\n"
    )


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path / "nowhere")])
    assert stopped.value.code == 2
    assert "there is no folder" in capsys.readouterr().err


def test_line_ends_of_other_systems_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(OURS["a_plain"].replace("\n", "\r\n").encode())
    assert read_fixture(tmp_path / "a.txt").sections["MODE"] == "citation"
