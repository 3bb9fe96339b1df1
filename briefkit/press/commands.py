"""The commands that install what briefkit can use, per system. A new system is one row."""

from __future__ import annotations

import shutil

# The program that installs -> what it is asked for, by what is wanted.
_COMMANDS = {
    "apt-get": {
        "libreoffice": "sudo apt-get install libreoffice-writer-nogui",
        "fonts": "sudo apt-get install fonts-croscore",
        "git": "sudo apt-get install git",
    },
    "dnf": {"libreoffice": "sudo dnf install libreoffice-writer", "git": "sudo dnf install git"},
    "brew": {"libreoffice": "brew install --cask libreoffice", "git": "brew install git"},
    "winget": {"libreoffice": "winget install TheDocumentFoundation.LibreOffice", "git": "winget install Git.Git"},
}


def installing(wanted: str) -> str:
    """The command that installs something on this system; empty where none is known."""
    for program, commands in _COMMANDS.items():
        if wanted in commands and shutil.which(program):
            return commands[wanted]
    return ""
