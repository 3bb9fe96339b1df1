"""Pictures opened with Pillow, within its limits."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


@contextmanager
def opened_picture(data: bytes) -> Iterator[Image]:
    """The picture. Raises ValueError or OSError where it is damaged, or would unpack to more than a machine holds."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of large pictures, and of odd ones
        try:
            with Image.open(BytesIO(data)) as picture:
                yield picture
        except Image.DecompressionBombError:
            raise ValueError("it has too many dots") from None
