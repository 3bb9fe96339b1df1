"""A new workspace: what `briefkit init` writes."""

from __future__ import annotations

from pathlib import Path

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.shelf.outputs import write_whole
from briefkit.shelf.reasons import reason_of

_CASE = """\
# A case: what happened, and what kind of document is wanted.
# "briefkit build case.yaml" makes the Word file; "briefkit schema case" describes every key.
profile: memo                 # the kind of document; legal-opinion takes clauses by the facts
language: en
tone: neutral                 # cooperative, neutral or adversarial
title: A first memo
clauses: none                 # remove this line to take every clause whose condition holds
sections:
  text: body.md
"""

_BODY = """\
Article 22 of the Covenant protects freedom of association [@iccpr, art 22(1)].

A text in brackets that names an authority becomes a footnote; a second citation of the same source is shortened [@iccpr, art 22(2)].
"""

_IGNORED = "*.secret.yaml\n.briefkit/\n"

FILES = {
    "case.yaml": _CASE,
    "body.md": _BODY,
    ".gitignore": _IGNORED,
    "clauses/README.txt": "Clauses of your own stand here: arguments/<name>/clause.yaml and en.md. See “briefkit schema clause”.\n",
    "styles/README.txt": "Profiles, Word templates and citation styles of your own stand here: profiles/<name>.yaml, <name>.docx, …\n",
}


def start_workspace(folder: Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write a new workspace; a file that is there already is kept, and is a problem (`output-unwritable`)."""
    targets = {folder / name: text for name, text in FILES.items()}
    present = [path for path in targets if path.exists()]
    if present:
        hint = say("choose a new folder")
        return (), tuple(
            diagnose("output-unwritable", say("“{file}” is there already and is kept.", file=path), hint=hint) for path in present
        )
    written: list[Path] = []
    for path, text in targets.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return tuple(written), (
                diagnose("output-unwritable", say("“{file}” cannot be made: {reason}.", file=path.parent, reason=reason_of(error))),
            )
        problem = write_whole(path, text.encode("utf-8"))
        if problem is not None:
            return tuple(written), (problem,)
        written.append(path)
    return tuple(written), ()
