"""The workspace that comes with briefkit: inside the wheel, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

import briefkit


def shipped_folder() -> Path:
    """The folder that holds the shipped `clauses/` and `styles/`."""
    package = Path(briefkit.__file__).parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent
