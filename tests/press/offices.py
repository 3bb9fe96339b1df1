"""Programs that stand in for LibreOffice: shell scripts that fail in one way each."""

from __future__ import annotations

import zipfile
from pathlib import Path

# What each does; the last argument is the Word file, `$profile` the folder of its profile.
_HEAD = """#!/bin/sh
for given in "$@"; do
  case "$given" in -env:UserInstallation=file://*) profile="${given#-env:UserInstallation=file://}";; esac
  source="$given"
done
"""
HANGS = "sleep 600 & echo $! > {seen}/child; ls -ld $(dirname $profile) > {seen}/folder; wait\n"
CRASHES = "exit 77\n"
MAKES_NOTHING = "exit 0\n"
MAKES_RUBBISH = 'for ending in pdf odt; do echo rubbish > "${{source%.docx}}.$ending"; done\n'
COPIES = 'echo "$profile" >> {seen}/profiles; ls -ld $(dirname $profile) >> {seen}/folder; cp {seen}/empty.odt "${{source%.docx}}.odt"\n'


def stand_in(folder: Path, does: str) -> Path:
    """The program, which notes in the folder what it sees."""
    with zipfile.ZipFile(folder / "empty.odt", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    program = folder / "soffice"
    program.write_text(_HEAD + does.format(seen=folder), encoding="utf-8")
    program.chmod(0o755)
    return program
