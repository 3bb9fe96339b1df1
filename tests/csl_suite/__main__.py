"""`python -m tests.csl_suite DIR [--json F] [--show NAME]`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.csl_suite.fixtures import read_fixture, run_fixture


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.csl_suite")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, help="write each result there")
    parser.add_argument("--show", default="", help="print expected and found for the fixtures whose name holds this")
    arguments = parser.parse_args()
    results: dict[str, dict[str, object]] = {}
    for path in sorted(arguments.folder.glob("*.txt")):
        fixture = read_fixture(path)
        try:
            found = run_fixture(fixture)
        except Exception as error:
            found = f"{type(error).__name__}: {error}"
        results[fixture.name] = {"passed": found.strip() == fixture.expected, "found": found, "expected": fixture.expected}
        if arguments.show and arguments.show in fixture.name and not results[fixture.name]["passed"]:
            print(f"--- {fixture.name}\nexpected: {fixture.expected}\nfound:    {found}")
    if arguments.json:
        arguments.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    passed = sum(1 for result in results.values() if result["passed"])
    print(f"{passed} passed, {len(results) - passed} failed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
