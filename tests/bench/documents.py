"""A memo of n notes into Word: briefkit's whole chain against `pandoc --citeproc` with the same style and items."""

from __future__ import annotations

import json
import subprocess
import tempfile
from functools import partial
from pathlib import Path

import pypandoc

from briefkit.build import build
from briefkit.shelf import read_inputs, shipped_folder
from tests.bench.timing import seconds

SIZES = ((60, 20), (600, 100), (6000, 400))  # notes, authorities
STYLE = shipped_folder() / "styles" / "international-law.csl"


def items(count: int) -> list[dict[str, object]]:
    return [
        {
            "id": f"report-{number}",
            "type": "report",
            "title": f"Report number {number} on the freedom of association",
            "title-short": f"Report {number}",
            "authority": "UNHRC",
            "genre": "UN Doc",
            "number": f"A/HRC/{number}",
            "issued": {"date-parts": [[2000 + number % 25, 1 + number % 12, 1 + number % 28]]},
        }
        for number in range(count)
    ]


def body(notes: int, authorities: int) -> str:
    cited = ((number, number * 7 % authorities, number % 90 + 1) for number in range(notes))
    return "\n\n".join(f"Sentence {number} of the memo says something [@report-{report}, p {page}]." for number, report, page in cited)


def write_case(folder: Path, notes: int, authorities: int) -> Path:
    (folder / "refs.json").write_text(json.dumps(items(authorities)), encoding="utf-8")
    (folder / "body.md").write_text(body(notes, authorities), encoding="utf-8")
    case = folder / "case.yaml"
    case.write_text("profile: memo\ntitle: Bench\nclauses: none\nsections: {text: body.md}\nrefs: refs.json\n", encoding="utf-8")
    return case


def ours(case: Path) -> None:
    inputs = read_inputs(case, {})
    assert not isinstance(inputs, tuple)
    assert build(inputs, ["docx"]).value["docx"]


def pandocs(case: Path) -> None:
    folder = case.parent
    command = [pypandoc.get_pandoc_path(), "--citeproc", f"--csl={STYLE}", f"--bibliography={folder / 'refs.json'}"]
    subprocess.run([*command, str(folder / "body.md"), "-o", str(folder / "pandoc.docx")], check=True)


def main() -> None:
    print("Documents: a memo into Word")
    print(f"{'notes':>6} {'authorities':>12} {'briefkit':>9} {'pandoc':>9} {'ratio':>6}")
    for notes, authorities in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            case = write_case(Path(folder), notes, authorities)
            one, other = seconds(partial(ours, case)), seconds(partial(pandocs, case))
        print(f"{notes:>6} {authorities:>12} {one:>8.2f}s {other:>8.2f}s {one / other:>6.2f}")
