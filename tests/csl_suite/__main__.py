"""`python -m tests.csl_suite DIR [--json F] [--show NAME]`: runs the fixtures of a folder and counts those that pass."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.csl_suite.fixtures import Result, run_folder


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.csl_suite", description="Run the fixtures of the public CSL test suite.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of the fixtures")
    parser.add_argument("--json", type=Path, metavar="F", help="write each result there")
    parser.add_argument("--show", default="", metavar="NAME", help="print expected and found for the fixtures whose name holds this")
    chosen = parser.parse_args(arguments)
    if not chosen.folder.is_dir():
        parser.error(f"there is no folder {chosen.folder}")
    results = run_folder(chosen.folder)
    if chosen.json:
        by_name = {name: asdict(result) for name, result in results.items()}
        chosen.json.write_text(json.dumps(by_name, ensure_ascii=False, indent=1), encoding="utf-8")
    if chosen.show:
        _show((name, result) for name, result in results.items() if chosen.show in name)
    passed = sum(result.passed for result in results.values())
    print(f"{passed} passed, {len(results) - passed} failed")
    return 0


def _show(results: Iterable[tuple[str, Result]]) -> None:
    for name, result in results:
        print(f"--- {name}: {'passed' if result.passed else 'failed'}\nexpected: {result.expected}\nfound:    {result.found}")


if __name__ == "__main__":
    raise SystemExit(main())
