"""Pictures cut down to what is shown of them: what a document only hides is still in the file."""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from briefkit.scrub.pictures.jpeg import turned
from briefkit.scrub.pictures.opening import opened_picture

_HOW: dict[str, dict[str, Any]] = {"JPEG": {"quality": 95, "subsampling": 0}, "WEBP": {"lossless": True}}
_DPI = 96.0  # what programs take where a picture does not say


@dataclass(frozen=True, slots=True)
class Edges:
    """How much of each side is hidden, as shares of width and height; less than nothing for an empty border."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @property
    def hide(self) -> bool:
        return max(self.left, self.top, self.right, self.bottom) > 0

    def rest(self) -> Edges:
        """The borders that are left once the hidden sides are cut off."""
        wide = 1 - max(self.left, 0) - max(self.right, 0)
        high = 1 - max(self.top, 0) - max(self.bottom, 0)
        return Edges(min(self.left, 0) / wide, min(self.top, 0) / high, min(self.right, 0) / wide, min(self.bottom, 0) / high)


def size_in_inches(data: bytes) -> tuple[float, float] | None:
    """How wide and high a picture is by itself; None where that is not known."""
    try:
        with opened_picture(data) as picture:
            across, down = (float(one) or _DPI for one in picture.info.get("dpi", (_DPI, _DPI)))
            return picture.width / across, picture.height / down
    except (OSError, ValueError):
        return None


def cropped(data: bytes, edges: Edges) -> bytes | None:
    """The picture without its hidden sides; None where it cannot be cut. A dot that is shown in part stays."""
    try:
        with opened_picture(data) as picture:
            kind = picture.format or ""
            if getattr(picture, "n_frames", 1) > 1 or (kind == "JPEG" and turned(data)):
                return None
            box = _box(picture.width, picture.height, edges)
            if box is None:
                return None
            made = BytesIO()
            shown = picture.crop(box)
            kept: dict[str, Any] = {name: picture.info[name] for name in ("dpi", "icc_profile", "transparency") if name in picture.info}
            shown.info = {}
            how = _HOW.get(kind, {})
            shown.save(made, kind, **kept, **how)
            return made.getvalue()
    except (OSError, ValueError):
        return None


def _box(width: int, height: int, edges: Edges) -> tuple[int, int, int, int] | None:
    left, top = math.floor(width * max(edges.left, 0)), math.floor(height * max(edges.top, 0))
    right, bottom = math.ceil(width * (1 - max(edges.right, 0))), math.ceil(height * (1 - max(edges.bottom, 0)))
    return (left, top, right, bottom) if left < right <= width and top < bottom <= height else None
