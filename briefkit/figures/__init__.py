"""Figures drawn by matplotlib: the same lines and letters as a vector picture and as a raster one.

matplotlib is an extra, and is loaded only where something is drawn. The typefaces are ours (`type/`), so that a figure has the document's
letters, and the same bytes, on every machine.
"""

from __future__ import annotations

from briefkit.figures.checking import check_figures, figures_in
from briefkit.figures.describing import described
from briefkit.figures.drawing import Drawing, draw
from briefkit.figures.lettering import SANS, SERIF, Letters, typeface_like

__all__ = ["SANS", "SERIF", "Drawing", "Letters", "check_figures", "described", "draw", "figures_in", "typeface_like"]
