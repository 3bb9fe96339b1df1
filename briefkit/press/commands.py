"""The commands that install what briefkit can use, per system. A new system is one row."""

from __future__ import annotations

import os
import shutil

# The program that installs -> the words before what it is to install, and what that is called there.
_COMMANDS = {
    "apt-get": ("apt-get install", {"libreoffice": "libreoffice-writer-nogui", "fonts": "fonts-croscore", "git": "git"}),
    "dnf": ("dnf install", {"libreoffice": "libreoffice-writer", "git": "git"}),
    "brew": ("brew install", {"libreoffice": "--cask libreoffice", "git": "git"}),
    "winget": ("winget install", {"libreoffice": "TheDocumentFoundation.LibreOffice", "git": "Git.Git"}),
}
_OF_ALL = ("apt-get", "dnf")  # these install for every user, which only an administrator may


def installing(wanted: str) -> str:
    """The command that installs something on this system; empty where none is known."""
    for program, (command, names) in _COMMANDS.items():
        if wanted in names and shutil.which(program):
            return f"{_as_administrator() if program in _OF_ALL else ''}{command} {names[wanted]}"
    return ""


def _as_administrator() -> str:
    return "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
