"""Small workspaces and cases for the tests: texts by path, in memory or written to a folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefkit.build import Inputs, Stages, build, run_stages
from briefkit.case import CaseFiles
from briefkit.diagnostics import Checked, Diagnostic
from briefkit.source import Source

ROOT = Path(__file__).parents[1]
STYLE = (ROOT / "styles" / "international-law.csl").read_text(encoding="utf-8")
HOUSE = (ROOT / "styles" / "house.docx").read_bytes()

FACTS = """\
org.name: {type: text, question: {en: Name?}}
org.foreign_funding: {type: yes-no, question: {en: Funds from abroad?}}
org.activities: {type: list, question: {en: Activities?}}
error.days_late: {type: count, question: {en: Days late?}}
forum: {type: choice, question: {en: Forum?}, choices: {courts: {en: the court}, ministry: {en: the ministry}}}
measures: {type: records, of: measure, question: {en: Measures?}}
measure.complained_of: {type: yes-no, question: {en: This one?}}
measure.type: {type: choice, question: {en: Kind?}, choices: {fine: {en: a fine}, warning: {en: a warning}}}
measure.date: {type: date, question: {en: Day?}}
measure.amount_kzt: {type: money, question: {en: Sum?}}
measure.legal_basis: {type: act, question: {en: Basis?}}
"""

AUTHORITIES = """\
- id: covenant
  type: treaty
  title: Covenant on Testing
  title-short: CT
  issued: 1966-12-16
  volume: 999
  container-title-short: UNTS
  page: '171'
  custom:
    status: binding
    confirmed: true
    pinpoints:
    - loc: art 22(1)
      says: everyone may associate
      verified: {seen: the printed volume, by: a tester, on: 2026-01-02}
    - loc: art 22(2)
      says: restrictions must be necessary
    - {loc: art 19, says: everyone may speak}
- id: report
  type: report
  title: Report on Testing
  number: A/1/2
  URL: https://example.org/report
  issued: 2020
  custom:
    status: soft-law
    confirmed: false
    pinpoints:
    - loc: paras 7.6-7.7
      says: testing is a duty
"""

PROFILE = """\
title: {en: Test opinion}
audience: ministry
languages: [en]
style: international-law
template: house
parts:
  - id: facts
    heading: {en: The facts}
    kinds: [facts]
  - id: law
    heading: {en: The law}
    kinds: [treaty-obligation, soft-law]
  - id: end
    heading: {en: The end}
    kinds: [remedy]
"""

STORED = """\
---
authority: covenant
language: en
origin: written for the tests
---

## art 22(1)

Quoted. A quotation.
"""

CASE = "profile: test\ntitle: A test\n"


def clause(
    text: str = "Some text.",
    *,
    slug: str,
    title: str = "",
    kind: str = "treaty-obligation",
    catalogue: str = "",
    more: str = "",
) -> dict[str, str]:
    """The two files of a clause; `more` holds further lines of its clause.yaml."""
    number = f"catalogue: {catalogue}\n" if catalogue else ""
    yaml = f"title: {{en: {title or 'On ' + slug}}}\n{number}kind: {kind}\nversion: 1\nstatus: draft\n{more}"
    return {f"clauses/arguments/{slug}/clause.yaml": yaml, f"clauses/arguments/{slug}/en.md": text}


def library(*clauses: Mapping[str, str], **changes: str) -> dict[str, str]:
    """The small library with clauses; `facts`, `authorities` and `profile` replace a file of it."""
    files = {
        "clauses/facts.yaml": changes.get("facts", FACTS),
        "clauses/authorities/all.yaml": changes.get("authorities", AUTHORITIES),
        "styles/profiles/test.yaml": changes.get("profile", PROFILE),
        "styles/international-law.csl": STYLE,
        "clauses/sources/covenant.en.md": STORED,
    }
    for one in clauses:
        files |= one
    return files


def sources(files: Mapping[str, str]) -> dict[str, Source]:
    return {path: Source(path, text) for path, text in files.items()}


def inputs(
    case: str = CASE,
    layer: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    secret: str | None = None,
    **chosen: str,
) -> Inputs:
    """What a build reads: a case, one layer (the small library unless given), and the files that the case names."""
    read = CaseFiles(Source("case.yaml", case), None if secret is None else Source("case.secret.yaml", secret), sources(files or {}))
    return Inputs((sources(library() if layer is None else layer),), {"house": HOUSE}, read, chosen)


def stages(
    case: str = CASE,
    layer: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    final: bool = False,
    secret: str | None = None,
    **chosen: str,
) -> Checked[Stages]:
    return run_stages(inputs(case, layer, files, secret, **chosen), final)


def built(
    case: str = CASE,
    layer: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    final: bool = False,
    ending: str = "txt",
    **chosen: str,
) -> bytes:
    """The document of a case without errors."""
    done = build(inputs(case, layer, files, None, **chosen), [ending], final)
    assert not done.has_errors, said(done.diagnostics)
    return done.value[ending]


def text(case: str = CASE, layer: Mapping[str, str] | None = None, files: Mapping[str, str] | None = None, final: bool = False) -> str:
    """The document of a case without errors, as plain text."""
    return built(case, layer, files, final).decode()


def flat(words: str) -> str:
    """Words in one line, as a reader takes them in."""
    return " ".join(words.split())


def said(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """The code of each diagnostic and the text under its span."""
    return [(one.code, one.span.text if one.span else "") for one in diagnostics]


def heads(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """As `said`, with the first line of what is under the span."""
    return [(code, under.split("\n")[0]) for code, under in said(diagnostics)]


def wrong(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that are errors."""
    return [one for one in diagnostics if one.is_error]


def errors(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    return said(one for one in diagnostics if one.is_error)


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """The files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def quoted(value: str) -> str:
    """A text as a YAML scalar, whatever it holds."""
    return '"' + "".join(char if char.isascii() and char.isalnum() else f"\\U{ord(char):08X}" for char in value) + '"'


def under(problem: Mapping[str, object]) -> str:
    """The text that a diagnostic printed as JSON points at, in its first line."""
    line, first = str(problem["source"]), int(str(problem["column"])) - 1
    last = int(str(problem["end_column"])) - 1 if problem["end_line"] == problem["line"] else len(line)
    return line[first:last]


def as_json(printed: str) -> list[dict[str, object]]:
    """The diagnostics that a command printed with --format json."""
    value = json.loads(printed)
    return list(value if isinstance(value, list) else value["diagnostics"])
