"""What page numbers cost: a document built without them, and with them, where LibreOffice lays it out until its pages stay."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from briefkit.build import Inputs, build
from briefkit.diagnostics import Checked
from briefkit.pagination import LaidOut
from briefkit.press import Office
from briefkit.shelf import read_inputs
from tests.bench.timing import seconds

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("expert-opinion-late-report", "reporting-fine")


class Counted(Office):
    """LibreOffice, which counts how often it lays a document out, and on how many pages."""

    pages = 0

    def lay_out(self, document: bytes, bookmarks: Iterable[str]) -> Checked[LaidOut | None]:
        laid = super().lay_out(document, bookmarks)
        self.pages = laid.value.count if laid.value else 0
        return laid


def plain(inputs: Inputs) -> None:
    assert build(inputs, ["docx"]).value


def paged(inputs: Inputs, office: Office) -> None:
    assert build(inputs, ["docx"], press=office).value


def main() -> None:
    print("Pages: a Word file with page numbers, by LibreOffice")
    if not shutil.which("soffice"):
        print("LibreOffice (soffice) is not installed")
        return
    print(f"{'example':<30} {'pages':>6} {'passes':>7} {'plain':>8} {'--pages':>8} {'more':>8}")
    for name in NAMES:
        inputs = read_inputs(EXAMPLES / name / "case.yaml", {})
        assert isinstance(inputs, Inputs)
        without = seconds(partial(plain, inputs))
        with Counted() as office:
            numbered = seconds(partial(paged, inputs, office))
            print(f"{name:<30} {office.pages:>6} {office.used:>7} {without:>7.2f}s {numbered:>7.2f}s {numbered - without:>7.2f}s")
