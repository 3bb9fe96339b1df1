"""Interviews on the disk: answers kept until the interview is over, and the files of the case that it makes."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.interview import CaseTexts
from briefkit.messages import say
from briefkit.shelf.outputs import KEPT, Output, keep_folder, write_together
from briefkit.shelf.reading import secret_of
from briefkit.shelf.reasons import reason_of
from briefkit.shelf.starting import FILES

IGNORED = ".gitignore"


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it was typed, with what it is about."""

    path: str
    row: int
    field: str
    typed: str


# --- answers that are kept ----------------------------------------------------------------------------


def answers_of(case: Path) -> Path:
    """The file beside a case in which the answers of its interview wait."""
    return case.parent / KEPT / f"{case.stem}.interview.json"


def keep_answers(case: Path, answers: Iterable[KeptAnswer]) -> tuple[Diagnostic, ...]:
    """Keep the answers of an interview that may be interrupted, for its owner alone. Problems: `output-unwritable`."""
    rows = [[one.path, one.row, one.field, one.typed] for one in answers]
    try:
        keep_folder(case)
    except OSError as error:
        return (
            diagnose(
                "output-unwritable",
                say("“{file}” cannot be made: {reason}.", file=case.parent / KEPT, reason=reason_of(error)),
            ),
        )
    data = json.dumps({"answers": rows}, ensure_ascii=False, indent=1).encode()
    return write_together([Output(answers_of(case), data, private=True)])


def kept_answers(case: Path) -> tuple[KeptAnswer, ...]:
    """The answers that were kept; none where there are none, or where they cannot be read any more."""
    try:
        rows = json.loads(answers_of(case).read_text(encoding="utf-8"))["answers"]
        return tuple(KeptAnswer(str(path), int(row), str(field), str(typed)) for path, row, field, typed in rows)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def forget_answers(case: Path) -> None:
    """The interview is over: its answers stand in the case."""
    with contextlib.suppress(OSError):
        answers_of(case).unlink(missing_ok=True)


# --- the case that is made ------------------------------------------------------------------------------


def present(case: Path) -> tuple[Diagnostic, ...]:
    """Why a new case cannot be written here: its files are there already (`case-present`)."""
    there = [path for path in (case, secret_of(case)) if path.exists()]
    hint = say("choose another name, or add --force")
    return tuple(diagnose("case-present", say("“{file}” is there already.", file=path), hint=hint) for path in there)


@dataclass(frozen=True, slots=True)
class NewCase:
    """The files of a new case that were written, and the texts of the user's own that were there and are kept.

    `exposed` is the secret file where the .gitignore beside it, which is somebody's own, does not name it.
    """

    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    exposed: tuple[Path, ...] = ()


def write_case(case: Path, texts: CaseTexts, force: bool = False) -> Checked[NewCase]:
    """Write the files of a new case together. Problems: `case-present`, `output-unwritable`.

    A text of the user's own is never replaced. The secret file is for its owner alone, and git is told to pass over it.
    """
    if not force and (problems := present(case)):
        return Checked(NewCase(), problems)
    outputs = [Output(case, texts.case.encode())]
    if texts.confidential or secret_of(case).exists():  # an earlier case's secrets are none of this one
        outputs.append(Output(secret_of(case), texts.secret.encode(), private=True))
    if texts.confidential and not (case.parent / IGNORED).exists():
        outputs.append(Output(case.parent / IGNORED, FILES[IGNORED].encode()))
    own = {case.parent / path: text for path, text in texts.own}
    outputs += [Output(path, text.encode()) for path, text in own.items() if not path.exists()]
    problems = _folders(outputs) or write_together(outputs)
    written = tuple(output.path for output in outputs)
    kept = tuple(path for path in own if path not in written)
    exposed = (secret_of(case),) if texts.confidential and not _is_ignored(case) else ()
    return Checked(NewCase() if problems else NewCase(written, kept, exposed), problems)


def _is_ignored(case: Path) -> bool:
    """Whether the .gitignore beside a case names the secret file, or every such file."""
    try:
        lines = (case.parent / IGNORED).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any(line.strip().lstrip("/") in ("*.secret.yaml", secret_of(case).name) for line in lines)


def _folders(outputs: Iterable[Output]) -> tuple[Diagnostic, ...]:
    """The folders of the outputs, made where they are missing."""
    try:
        for output in outputs:
            output.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return (
            diagnose(
                "output-unwritable",
                say("“{file}” cannot be made: {reason}.", file=error.filename, reason=reason_of(error)),
            ),
        )
    return ()
