"""Two libraries of 10,000 clauses, 500 of them changed: `briefkit diff` against `git diff --no-index --word-diff` on the same folders."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from briefkit.shelf import shipped_folder
from tests.bench.timing import seconds

CLAUSES, CHANGED = 10_000, 500
TURNS = 5  # of each, one after the other, so that both meet the same machine; the best of each counts
MOST = 3.0  # times git's time that we want to stay under

# What a reviewer changes: words, a pinpoint, a modal, a sentence more. Each is tried in turn until one changes the text.
EDITS = (
    ("the State", "every State"),
    (", para ", ", paras "),
    ("must", "should"),
    (". ", ". A sentence was added here. "),
)


def write_library(folder: Path, changed: bool) -> None:
    """The shipped library, its clauses over and over under other names; every twentieth is edited where it is the `changed` one."""
    shipped = shipped_folder() / "clauses"
    models = [[(file.name, file.read_text(encoding="utf-8")) for file in sorted(one.iterdir())] for one in _clauses(shipped)]
    for number in range(CLAUSES):
        clause = folder / "clauses" / "arguments" / f"{number:05}"
        clause.mkdir(parents=True)
        for name, text in models[number % len(models)]:
            if name in ("clause.yaml", "en.md"):
                edited = changed and number % (CLAUSES // CHANGED) == 0 and name == "en.md"
                (clause / name).write_text(_edited(text, number) if edited else text, encoding="utf-8")
    for file in (shipped / "facts.yaml", *(shipped / "authorities").glob("*.yaml")):
        copy = folder / file.relative_to(shipped.parent)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())


def _clauses(shipped: Path) -> list[Path]:
    return sorted(one for one in (shipped / "arguments").iterdir() if (one / "clause.yaml").is_file())


def _edited(text: str, number: int) -> str:
    edits = [*EDITS[number // 20 % len(EDITS) :], *EDITS]
    return next(text.replace(old, new, 1) for old, new in edits if old in text)


def ours(folder: Path) -> None:
    _run([sys.executable, "-m", "briefkit", "diff", "old", "new"], folder)


def gits(folder: Path) -> None:
    _run(["git", "--no-pager", "diff", "--no-index", "--word-diff", "old", "new"], folder)


def _run(command: list[str], folder: Path) -> None:
    """A run as an installed program has it: compiled beforehand, which the first turn does."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=compiled)
    assert done.returncode == 1, done.stderr.decode()


def main() -> None:
    print(f"\nLibraries: {CLAUSES:,} clauses, {CHANGED} of them changed")
    print(f"{'briefkit':>9} {'git':>9} {'ratio':>6} {'wanted':>7}")
    with tempfile.TemporaryDirectory() as made:
        mine, theirs = compare(Path(made))
        print(
            f"{mine:>8.2f}s {theirs:>8.2f}s {mine / theirs:>6.2f} {MOST:>7.2f}", flush=True
        )  # some disks take long to remove so many files


def compare(folder: Path) -> tuple[float, float]:
    """Our best time and git's."""
    write_library(folder / "old", changed=False)
    write_library(folder / "new", changed=True)
    times = [(seconds(partial(ours, folder)), seconds(partial(gits, folder))) for _ in range(TURNS)]
    mine, theirs = zip(*times, strict=True)
    return min(mine), min(theirs)
