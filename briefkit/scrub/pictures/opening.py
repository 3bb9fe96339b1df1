"""Pictures opened with Pillow, within its limits."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = ("JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP")
# What Pillow raises for damaged pictures, over and above its own errors.
_DAMAGE = (ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError, struct.error)


@contextmanager
def opened_picture(data: bytes) -> Iterator[Image]:
    """The picture. Raises ValueError or OSError where it is damaged, of no common kind, or would unpack to more than a machine holds."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of large pictures, and of odd ones
        try:
            with Image.open(BytesIO(data), formats=KINDS) as picture:
                yield picture
        except Image.DecompressionBombError:
            raise ValueError("it has too many dots") from None
        except _DAMAGE as problem:
            raise ValueError(str(problem)) from None
