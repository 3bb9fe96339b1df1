"""Word files, OpenDocument texts and PDF files without what they tell besides their text: bytes → bytes and what was found.

What is known to serve the text is kept, all else goes; the words of before and after are read apart and compared, and a file whose
words would change is not given. What it may not decide alone (tracked changes, comments) is decided by `Decisions` or refused: comments
are somebody's words, so that even under another author's name they may tell who wrote them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import Message, say
from briefkit.ooxml import BadPackage
from briefkit.scrub.found import CHANGE, COMMENT, SIGNATURE, UNDECIDED, Decisions, Finding, Scrubbed, Unscrubbable
from briefkit.scrub.guarding import TextChanged

__all__ = ["KINDS", "Decisions", "Finding", "Scrubbed", "look_into", "scrub"]

# Ending -> room and function; what reads PDF files is loaded only for one. A new kind of file is one row.
KINDS = {
    ".docx": ("word", "scrub_word"),
    ".odt": ("opendocument", "scrub_opendocument"),
    ".pdf": ("pdf", "scrub_pdf"),
}
_SAVE = say("save it as .docx, .odt or .pdf first")
_MACROS = say("save it in Word as .docx, which leaves its macros behind")
_OTHERS = {**dict.fromkeys((".doc", ".dot", ".dotx", ".rtf", ".ott", ".fodt", ".pages"), _SAVE), ".docm": _MACROS, ".dotm": _MACROS}
_AGAIN = say("open it in the program that made it, save it again under another name, and try with that")


def look_into(data: bytes, name: str, decisions: Decisions = UNDECIDED) -> Checked[Scrubbed | None]:
    """What is found in a file, and the file without it; as if undecided changes were accepted and comments dropped.

    Problems: `scrub-unreadable`, `scrub-text-changed`.
    """
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending not in KINDS:
        hint = _OTHERS.get(ending, say("name a .docx, .odt or .pdf file"))
        return Checked(None, (_unreadable(name, say("it is neither a .docx, an .odt nor a .pdf file"), hint),))
    room, function = KINDS[ending]
    scrubber: Callable[[bytes, Decisions], Scrubbed] = getattr(import_module(f"{__name__}.{room}"), function)
    try:
        return Checked(scrubber(data, decisions))
    except TextChanged as problem:
        said = say("“{file}” was not scrubbed: {reason}.", file=name, reason=problem.message)
        return Checked(None, (diagnose("scrub-text-changed", said, hint=problem.hint),))
    except (BadPackage, Unscrubbable) as problem:
        hint = problem.hint if isinstance(problem, Unscrubbable) and problem.hint else _AGAIN
        return Checked(None, (_unreadable(name, problem.message, hint),))


def scrub(data: bytes, name: str, decisions: Decisions = UNDECIDED) -> Checked[Scrubbed | None]:
    """A file without what is found in it; nothing where something is undecided.

    Problems: those of `look_into`, `scrub-undecided`, and as warnings `scrub-signature`, `scrub-left`.
    """
    looked = look_into(data, name, decisions)
    if looked.value is None:
        return looked
    undecided = tuple(_undecided(looked.value, name, decisions))
    if undecided:
        return Checked(None, undecided)
    return Checked(looked.value, tuple(_warnings(looked.value, name)))


def _undecided(made: Scrubbed, name: str, decisions: Decisions) -> Iterator[Diagnostic]:
    kinds = {finding.kind for finding in made.findings}
    if CHANGE in kinds and not decisions.changes:
        said = say("“{file}” has tracked changes, and it is not said what becomes of them.", file=name)
        yield diagnose("scrub-undecided", said, hint=say("add --accept-changes or --reject-changes; --check lists them"))
    if COMMENT in kinds and not decisions.drop_comments:
        said = say("“{file}” has comments, which tell who wrote them by name and by words.", file=name)
        yield diagnose("scrub-undecided", said, hint=say("add --drop-comments to take them out; --check lists them"))


def _warnings(made: Scrubbed, name: str) -> Iterator[Diagnostic]:
    if any(finding.kind == SIGNATURE for finding in made.findings):
        said = say("“{file}” was signed; the scrubbed file is not: its signature is broken and taken out.", file=name)
        yield diagnose("scrub-signature", said, hint=say("have the scrubbed file signed again if it needs a signature"))
    for finding in made.findings:
        if finding.stays:
            said = say("In “{file}” something stays ({part}): {what}", file=name, part=finding.part or "–", what=finding.what)
            yield diagnose("scrub-left", said)


def _unreadable(name: str, reason: Message, hint: Message) -> Diagnostic:
    return diagnose("scrub-unreadable", say("“{file}” cannot be scrubbed: {reason}.", file=name, reason=reason), hint=hint)
