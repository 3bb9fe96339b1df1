"""An official text into the workspace's stored sources."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.libraries import read_library, read_stored
from briefkit.messages import say
from briefkit.model.libraries import Library, StoredSource
from briefkit.shelf.outputs import Output, write_new
from briefkit.shelf.reading import read_layers, read_text, workspace_of
from briefkit.source import Source

_HEADED = re.compile(r"---[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored, and where."""

    path: Path
    authority: str
    language: str
    places: str


def add_source(file: Path, head: Mapping[str, str], force: bool = False) -> Stored | tuple[Diagnostic, ...]:
    """Store a text under its authority and language in the workspace at hand.

    Problems: `file-*`, those of a stored source's format, `unknown-authority`, `missing-key` for a text without places,
    `no-library` outside a workspace, `output-changed` where another text is stored there.
    """
    problems: list[Diagnostic] = []
    source = read_text(file, problems)
    place = workspace_of(Path.cwd())
    if place is None:
        problems.append(diagnose("no-library", say("Here is no workspace to store it in."), hint=say("start one: briefkit init DIR")))
    if source is None or place is None:
        return tuple(problems)
    whole = source if _HEADED.match(source.text) else _with_head(source, head)
    stored = read_stored(whole, problems)
    library = read_library(read_layers(Path.cwd(), [])).value
    problems += _unfit(stored, library, whole) if stored else []
    if stored is None or any(problem.is_error for problem in problems):
        return tuple(problems)
    path = place / "clauses" / "sources" / f"{stored.authority}.{stored.language}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    there = say("write its places into that file, or replace the whole file: --force")
    found = write_new(Output(path, whole.text.encode("utf-8")), force)
    wrong = tuple(replace(one, hint=there) if one.code == "output-changed" else one for one in found)
    places = ", ".join(text.loc for text in stored.texts)
    return wrong or Stored(
        path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path, stored.authority, stored.language, places
    )


def _with_head(source: Source, head: Mapping[str, str]) -> Source:
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    return Source(source.name, f"---\n{lines}---\n\n{source.text}")


def _unfit(stored: StoredSource, library: Library, source: Source) -> list[Diagnostic]:
    """What keeps a text from serving: an authority that is not known, no place, a place without words."""
    problems = []
    if library.authority(stored.authority) is None:
        hint = did_you_mean(stored.authority, [one.id for one in library.authorities], say("briefkit authorities list shows all"))
        problems.append(
            diagnose("unknown-authority", say("There is no authority “{authority}”.", authority=stored.authority), source.whole(), hint)
        )
    if not stored.texts:
        problems.append(
            diagnose("missing-key", say("The text has no places."), source.whole(), say("write each as a heading: ## art 22(2)"))
        )
    empty = [text for text in stored.texts if not text.text]
    problems += [
        diagnose("missing-key", say("Below {place} there are no words.", place=text.loc), text.span, say("write the text of the place"))
        for text in empty
    ]
    return problems
