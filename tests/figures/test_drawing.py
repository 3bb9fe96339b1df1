"""Pictures: what they hold, that they fit, that nothing in them tells how they were made, the same bytes each time."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from figures_shown import BARS, TARGETS, TIMELINE, bar, event, figure
from lxml import etree

from briefkit.figures import SANS, SERIF, Drawing, Letters, draw
from briefkit.tree import Figure

WIDTH = 450
SVG = "{http://www.w3.org/2000/svg}"


def drawn(shown: Figure, language: str = "en", name: str = "figure", width: float = WIDTH, letters: Letters | None = None) -> Drawing:
    draw.cache_clear()
    return draw(shown, width, letters or Letters(SERIF, 9.5), language, name)


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """The filled boxes: left, top, right, bottom."""
    root = etree.fromstring(drawing.vector)
    found = []
    for path in root.iter(f"{SVG}path"):
        if "#3b5068" in path.get("style", "") and "stroke" not in path.get("style", ""):
            numbers = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path.get("d", ""))]
            found.append((min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])))
    return found


def lengths(drawing: Drawing) -> list[float]:
    return [right - left for left, _, right, _ in boxes(drawing)]


@pytest.mark.parametrize("shown", [BARS, TARGETS, TIMELINE], ids=["bars", "targets", "timeline"])
class TestEveryFigure:
    def test_it_is_the_same_each_time(self, shown):
        assert drawn(shown) == drawn(shown)

    def test_it_has_a_vector_form_and_a_raster_one_of_the_same_shape(self, shown):
        made = drawn(shown)
        root = etree.fromstring(made.vector)
        across, down = (int.from_bytes(made.raster[at : at + 4], "big") for at in (16, 20))
        assert [float(one) for one in root.get("viewBox").split()] == pytest.approx([0, 0, made.width, made.height])
        assert across / down == pytest.approx(made.width / made.height, rel=0.02)

    def test_nothing_tells_what_made_it_or_when(self, shown):
        made = drawn(shown)
        assert made.vector.startswith(b"<svg ")
        for told in (b"matplotlib", b"Software", b"metadata", b"<!--", b"<style", str(date.today().year).encode() + b"-"):
            assert told not in made.vector
            assert told not in made.raster
        assert set(re.findall(rb"(?:IHDR|pHYs|tEXt|iTXt|zTXt|tIME|eXIf|iCCP)", made.raster)) == {b"IHDR", b"pHYs"}

    def test_its_ids_are_its_own(self, shown):
        one, other = (set(re.findall(rb' id="([^"]+)"', drawn(shown, name=name).vector)) for name in ("a", "b"))
        assert one
        assert not one & other
        assert {made.split(b"-")[0] for made in one} == {b"a"}

    def test_what_it_refers_to_is_in_it(self, shown):
        svg = drawn(shown).vector
        assert set(re.findall(rb'(?:href="#|url\(#)([\w-]+)', svg)) <= set(re.findall(rb' id="([^"]+)"', svg))

    def test_the_settings_of_a_user_count_for_nothing(self, shown):
        import matplotlib

        before = drawn(shown)
        with matplotlib.rc_context({"svg.fonttype": "none", "figure.facecolor": "red", "text.usetex": True, "lines.linewidth": 9}):
            assert drawn(shown) == before


class TestBars:
    def test_a_bar_is_as_long_as_its_number(self):
        long, short = lengths(drawn(figure(bar("a", 300), bar("b", 100))))
        assert long == pytest.approx(3 * short, rel=0.01)

    def test_no_number_has_no_bar_and_none_is_seen_for_zero(self):
        assert len(lengths(drawn(TARGETS))) == 3  # two signs and a bar
        assert lengths(drawn(BARS))[-1] == 0

    def test_small_numbers_are_still_seen(self):
        assert lengths(drawn(figure(bar("a", 10**14), bar("b", 1))))[1] == 1

    @pytest.mark.parametrize("numbers", [(0, 0), (0.5, 0.25), (1,), (10**14, 3)])
    def test_everything_stands_within_the_picture(self, numbers):
        made = drawn(figure(*(bar(f"group {number}", number) for number in numbers)))
        assert all(left >= 0 and right <= made.width and top >= 0 and bottom <= made.height for left, top, right, bottom in boxes(made))

    def test_a_long_label_takes_more_lines_and_leaves_room_for_the_bar(self):
        short, long = (drawn(figure(bar(label, 5))) for label in ("few words", "many words " * 11))
        assert long.height > short.height
        assert lengths(long)[0] > WIDTH / 3

    def test_a_label_without_end_is_cut(self):
        assert drawn(figure(bar("word " * 900, 5))).height < 80
        assert drawn(figure(bar("W" * 900, 5))).height < 120

    def test_words_are_never_formulas(self):
        assert drawn(figure(bar("$x^2$ & <b>\\frac", 5))).vector != drawn(figure(bar("x2 & b frac", 5))).vector


class TestTimeline:
    def test_an_event_stands_where_its_day_is(self):
        days = [date(2025, 1, 1), date(2025, 1, 11), date(2025, 1, 31)]
        first, second, third = (
            (top + bottom) / 2 for _, top, _, bottom in boxes(drawn(figure(*(event(day, "x") for day in days), shape="timeline")))
        )
        assert (second - first) / (third - first) == pytest.approx(1 / 3, abs=0.01)

    def test_a_measure_and_a_remedy_differ_without_colour(self):
        assert len(boxes(drawn(TIMELINE))) == 2 + 1  # the measures, and the sign of the legend; remedies are rings

    def test_one_kind_needs_no_legend(self):
        assert len(boxes(drawn(figure(event(date(2025, 1, 1), "x"), shape="timeline")))) == 1

    @pytest.mark.parametrize("days", [0, 1, 30, 300, 9_000, 300_000])
    def test_a_time_of_any_length_is_drawn(self, days):
        marks = [
            event(date(1700, 1, 1) + timedelta(days=at), "An event", kind)
            for at in (0, 0, days // 2, days)
            for kind in ("measure", "remedy")
        ]
        made = drawn(figure(*marks, shape="timeline"))
        assert all(left >= 0 and right <= made.width and top >= 0 and bottom <= made.height for left, top, right, bottom in boxes(made))

    def test_years_and_months_are_in_the_language(self):
        en, ru, kk = (drawn(TIMELINE, language).vector for language in ("en", "ru", "kk"))
        assert len({en, ru, kk}) == 3


def test_the_most_that_a_figure_shows_fits_a_page():
    bars = figure(*(bar("words of a label " * 20, 5) for _ in range(16)))
    events = figure(
        *(event(date(2025, 1, 1) + timedelta(days=at), "words of an event " * 20, "measure") for at in range(16)), shape="timeline"
    )
    assert max(drawn(bars).height, drawn(events).height) < 1000


def test_another_typeface_draws_other_letters():
    assert drawn(BARS, letters=Letters(SANS, 9.5)).vector != drawn(BARS).vector
