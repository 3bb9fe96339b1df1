"""Which typeface stands in for the one that the looks name, and whether it has the letters of Kazakh."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

NAMED = "Times New Roman"
TWIN = "Tinos"  # with its measures, and all letters of Kazakh
_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Typeface:
    """The typeface in which pages are made, and whether it has the letters of Kazakh."""

    name: str
    has_kazakh: bool


def typeface_used() -> Typeface | None:
    """What this system takes where a document names the typeface of the looks; None where nobody can tell."""
    program = shutil.which("fc-match")
    if program is not None and sys.platform != "win32":
        return _matched(program)
    return next((Typeface(NAMED, True) for path in _usual_places(sys.platform) if path.is_file()), None)


def _matched(program: str) -> Typeface | None:
    command = [program, "-f", "%{family[0]}|%{lang}", NAMED]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    name, _, languages = done.stdout.strip().partition("|")
    return Typeface(name, "kk" in languages.split("|")) if name else None


def _usual_places(platform: str) -> list[Path]:
    """Where systems that come with the typeface itself keep it."""
    if platform == "darwin":
        return [Path("/System/Library/Fonts/Supplemental/Times New Roman.ttf"), Path("/Library/Fonts/Times New Roman.ttf")]
    if platform == "win32":
        return [Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "Fonts" / "times.ttf"]
    return []
