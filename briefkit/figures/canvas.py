"""A canvas measured in points, from its left upper corner, on which lines, boxes and words are drawn, and what matplotlib makes of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from briefkit.figures.lettering import Letters

INK, PAPER, QUIET = "#000000", "#ffffff", "#6e6e6e"
FILL = "#3b5068"  # dark enough to stay dark in grey print
DOTS_PER_INCH = 220

_BASELINE = 0.95  # of the height of the type, from the top of a line
# Nothing of a user's own settings of matplotlib counts.
_SETTINGS: dict[str, Any] = {"svg.fonttype": "path", "svg.hashsalt": "figure", "path.simplify": False, "text.hinting": "no_hinting"}

Draw = Callable[[Any], Any]  # draws one thing on matplotlib's axes, and gives what matplotlib knows it by


@dataclass
class Canvas:
    """What is drawn so far; `height` is told at the end, since it follows from what was drawn."""

    letters: Letters
    width: float
    height: float = 0.0
    drawn: list[Draw] = field(default_factory=list)

    def words(self, x: float, top: float, words: str, ink: str = INK, side: str = "left") -> None:
        """A line of words; `x` is its left end, its right one, or its middle."""
        baseline = top + self.letters.points * _BASELINE
        told = {
            "color": ink,
            "ha": side,
            "va": "baseline",
            "fontproperties": self.letters.properties,
            "parse_math": False,
            "clip_on": False,
        }
        self.drawn.append(lambda axes: axes.text(x, baseline, words, **told))

    def box(self, x: float, top: float, width: float, height: float) -> None:
        """A filled box."""
        from matplotlib.patches import Rectangle

        self.drawn.append(lambda axes: axes.add_patch(Rectangle((x, top), width, height, facecolor=FILL, linewidth=0, clip_on=False)))

    def ring(self, x: float, y: float, radius: float) -> None:
        """A circle that is empty."""
        from matplotlib.patches import Circle

        told = {"facecolor": PAPER, "edgecolor": FILL, "linewidth": 1.2, "clip_on": False}
        self.drawn.append(lambda axes: axes.add_patch(Circle((x, y), radius, **told)))

    def line(self, points: Sequence[tuple[float, float]], ink: str = QUIET, weight: float = 0.6) -> None:
        """A line through points."""
        from matplotlib.lines import Line2D

        across, down = zip(*points, strict=True)
        self.drawn.append(lambda axes: axes.add_line(Line2D(across, down, color=ink, linewidth=weight, clip_on=False)))

    def pictures(self) -> tuple[bytes, bytes]:
        """What was drawn, as SVG in matplotlib's own words, and as PNG."""
        with _undisturbed():
            figure = self._figure()
            vector, raster = io.BytesIO(), io.BytesIO()
            nothing = {"Creator": None, "Date": None, "Format": None, "Type": None}
            figure.savefig(vector, format="svg", transparent=True, metadata=nothing)
            figure.savefig(raster, format="png", dpi=DOTS_PER_INCH, facecolor=PAPER, metadata={"Software": None})
        return vector.getvalue(), raster.getvalue()

    def _figure(self) -> Any:
        from matplotlib.figure import Figure

        figure = Figure(figsize=(self.width / 72, self.height / 72))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, self.width)
        axes.set_ylim(self.height, 0)
        for order, draw in enumerate(self.drawn):
            draw(axes).set_zorder(order)  # what is drawn later lies above
        return figure


@contextmanager
def _undisturbed() -> Iterator[None]:
    """matplotlib with its defaults and ours."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        yield


def highest(values: Iterable[float]) -> float:
    """The highest of some measures; 0 for none."""
    return max(values, default=0.0)
