"""Where LibreOffice is."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

_NAMES = ("soffice", "libreoffice")


def find_office() -> Path | None:
    """The program of LibreOffice: on the search path, or where its installer puts it."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in _usual_places(sys.platform) if path.is_file()), None)


def _usual_places(platform: str) -> list[Path]:
    if platform == "darwin":
        return [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    if platform == "win32":
        roots = [os.environ[name] for name in ("ProgramFiles", "ProgramFiles(x86)") if name in os.environ]
        return [Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots]
    return []
