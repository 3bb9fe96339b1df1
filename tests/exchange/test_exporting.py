"""briefkit authorities export: what other programs get, and that it comes back as it was."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pypandoc
import pytest
from conftest import Run
from workspace import CASE, ROOT, library, write

from briefkit.csl import read_authority
from briefkit.source import Source
from briefkit.yamlmarks import Listing, Mapping, read_yaml

EVERYTHING = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.glob("clauses/authorities/*.yaml")}


def everything_in(folder: Path) -> dict[str, object]:
    """All that the authorities of a folder hold, by id; where they stand aside."""
    found: dict[str, object] = {}
    for path in sorted(folder.glob("clauses/authorities/*.yaml")):
        node = read_yaml(Source(path.name, path.read_text(encoding="utf-8"))).value
        for item in node.items if isinstance(node, Listing) else ():
            assert isinstance(item, Mapping)
            one = read_authority(item, [])
            assert one is not None
            pinpoints = [(point.loc, point.says, point.verified, point.note) for point in one.pinpoints]
            kept = (one.status, one.confirmed, one.in_force, one.in_force_until, one.titles, one.group, one.note, one.articles)
            found[one.id] = (dict(one.csl), kept, pinpoints)
    return found


def test_the_whole_library_out_and_in_again(alone: Path, briefkit: Run) -> None:
    write(alone, EVERYTHING)
    before = everything_in(alone)
    assert len(before) > 80
    assert briefkit("authorities", "export", "--custom", "-o", "all.json").exit_code == 0
    shutil.rmtree(alone / "clauses/authorities")
    done = briefkit("authorities", "import", "all.json", "--custom")
    assert (done.exit_code, done.stderr) == (0, f"{len(before)} added. Wrote clauses/authorities/imported.yaml\n")
    assert everything_in(alone) == before


def test_the_whole_library_through_bibtex(alone: Path, briefkit: Run) -> None:
    write(alone, EVERYTHING)
    assert briefkit("authorities", "export", "-o", "all.bib").exit_code == 0
    done = briefkit("authorities", "import", "all.bib", "--dry-run")
    assert (done.exit_code, done.stderr) == (0, f"{len(everything_in(alone))} unchanged.\n")


def test_pandoc_reads_both(alone: Path, briefkit: Run) -> None:
    write(alone, EVERYTHING)
    for ending, form in (("json", "csljson"), ("bib", "biblatex")):
        assert briefkit("authorities", "export", "-o", f"all.{ending}").exit_code == 0
        command = [pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson", f"all.{ending}"]
        read = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        assert len(read) > 80
        [gc] = [one for one in read if one["id"] == "gc-31"]
        assert gc["type"] == "report"
        assert gc["title"].startswith("General Comment No 31: The Nature of the General Legal Obligation")
        assert gc["issued"] == {"date-parts": [[2004, 5, 26]]}
        [treaty] = [one for one in read if one["id"] == "iccpr"]
        assert (treaty["type"], treaty["volume"], treaty["page"]) == ("treaty", treaty["volume"], "171")


def test_some_in_the_order_asked_for(alone: Path, briefkit: Run) -> None:
    write(alone, library())
    done = briefkit("authorities", "export", "report", "covenant", "report")
    assert [one["id"] for one in json.loads(done.stdout)] == ["report", "covenant"]
    assert "custom" not in done.stdout
    with_custom = json.loads(briefkit("authorities", "export", "covenant", "--custom").stdout)
    assert with_custom[0]["custom"]["pinpoints"][0]["verified"] == {"seen": "the printed volume", "by": "a tester", "on": "2026-01-02"}


def test_those_of_a_case_its_own_among_them(alone: Path, briefkit: Run) -> None:
    case = CASE + "clauses: none\nsections: {law: law.md}\nrefs: refs.bib\nexhibits: [{id: x, title: X}]\n"
    write(alone, {**library(), "case.yaml": case, "law.md": "A [@own; @x]. B [@report].", "refs.bib": "@book{own, title = {Own}}"})
    done = briefkit("authorities", "export", "--case", ".", "-o", "out.json", "--custom")
    assert (done.exit_code, done.stdout) == (0, "Wrote out.json: 2 authorities\n")
    assert [one["id"] for one in json.loads((alone / "out.json").read_text(encoding="utf-8"))] == ["own", "report"]
    assert briefkit("authorities", "export", "--case", ".", "own", "-o", "out.bib").stdout == "Wrote out.bib: 1 authority\n"
    assert (alone / "out.bib").read_text(encoding="utf-8") == "@book{own,\n  title = {{Own}},\n}\n"


def test_a_file_that_is_there_is_kept(alone: Path, briefkit: Run) -> None:
    write(alone, {**library(), "out.json": "mine"})
    done = briefkit("authorities", "export", "-o", "out.json")
    assert done.exit_code == 1
    assert done.stderr.startswith("error[output-changed]: “out.json” is there already, with other content.")
    assert (alone / "out.json").read_text(encoding="utf-8") == "mine"
    assert briefkit("authorities", "export", "-o", "out.json", "--force").exit_code == 0
    assert briefkit("authorities", "export", "-o", "out.json").exit_code == 0  # the same again does no harm


@pytest.mark.parametrize(
    ("words", "exit_code", "said"),
    [
        (("covenent",), 1, "error[unknown-authority]: There is no authority “covenent”.\n  hint: did you mean “covenant”?"),
        (("-o", "out.ris"), 1, "error[output-unknown]: “out.ris”: references are not written as “.ris”."),
        (("-o", "out.bib", "--custom"), 2, "BibTeX has no place for the project's own fields"),
        (("-o", "no/out.bib"), 1, "error[output-unwritable]"),
        (("--case", "no.yaml"), 1, "error[file-missing]"),
    ],
)
def test_mistakes(alone: Path, briefkit: Run, words: tuple[str, ...], exit_code: int, said: str) -> None:
    write(alone, library())
    done = briefkit("authorities", "export", *words)
    assert (done.exit_code, done.stdout) == (exit_code, "")
    assert said in done.stderr
