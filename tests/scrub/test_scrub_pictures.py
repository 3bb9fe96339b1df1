"""Pictures: what they tell goes, every dot stays."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pictures_by_hand as by_hand
import pytest
from PIL import Image

from briefkit.scrub.found import Unscrubbable
from briefkit.scrub.pictures import cleaned
from briefkit.scrub.pictures.cropping import Edges, cropped

OF_DOTS = [by_hand.jpeg, by_hand.png, by_hand.gif, by_hand.webp, by_hand.tiff]


def dots(data: bytes) -> list[bytes]:
    """Every dot of each frame; of a TIFF, of the page that is shown."""
    with Image.open(BytesIO(data)) as image:
        frames = 1 if image.format == "TIFF" else getattr(image, "n_frames", 1)
        made = []
        for number in range(frames):
            image.seek(number)
            made.append(image.convert("RGB").tobytes())
        return made


@pytest.mark.parametrize("make", [*OF_DOTS, by_hand.emf, by_hand.svg])
def test_nothing_is_left_of_what_it_tells(make: Callable[[], bytes]) -> None:
    data = make()
    assert by_hand.SECRET in data or by_hand.SECRET.decode().encode("utf-16-le") in data
    made = cleaned(data, "a")
    assert made.told and made.known
    assert by_hand.SECRET not in made.data
    assert by_hand.SECRET.decode().encode("utf-16-le") not in made.data
    again = cleaned(made.data, "a")
    assert again.told == () and again.data == made.data


@pytest.mark.parametrize("make", OF_DOTS)
def test_every_dot_stays(make: Callable[[], bytes]) -> None:
    assert dots(cleaned(make(), "a").data) == dots(make())


def test_a_photo_keeps_which_way_up_it_stands() -> None:
    with Image.open(BytesIO(cleaned(by_hand.jpeg(turn=6), "a").data)) as image:
        assert dict(image.getexif()) == {0x0112: 6}


def test_a_photo_of_a_camera_is_still_known_as_one() -> None:
    """It begins with EXIF, by which some programs know that it is a photo."""
    data = by_hand.jpeg()
    photo = data[:2] + data[20:]
    assert photo[6:10] == b"Exif"
    made = cleaned(photo, "a").data
    docx.Document().add_picture(BytesIO(made))
    assert by_hand.SECRET not in made and dots(made) == dots(data)


def test_a_moving_picture_still_moves() -> None:
    with Image.open(BytesIO(cleaned(by_hand.gif(), "a").data)) as image:
        assert (image.n_frames, image.info.get("loop")) == (2, 0)


def test_a_drawing_keeps_its_title_and_the_picture_in_it() -> None:
    made = cleaned(by_hand.svg(), "a").data
    assert b"A square" in made and b"<rect" in made and b"data:image/jpeg;base64," in made
    for gone in (b"script", b"onclick", b"inkscape", b"file:", b"metadata"):
        assert gone not in made


@pytest.mark.parametrize("make", [*OF_DOTS])
def test_a_picture_that_is_cut_off_is_told_as_damaged(make: Callable[[], bytes]) -> None:
    with pytest.raises(Unscrubbable, match="its picture word/media/a is damaged"):
        cleaned(make()[:60], "word/media/a")


def test_an_unknown_kind_is_left_and_told() -> None:
    made = cleaned(b"something else", "a")
    assert (made.known, made.data) == (False, b"something else")


def test_the_hidden_half_is_cut_off() -> None:
    for make in (by_hand.jpeg, by_hand.png):
        made = cropped(make(), Edges(left=0.5))
        assert made is not None
        with Image.open(BytesIO(made)) as image:
            assert image.size == (40, 40)
            red, _, blue = image.convert("RGB").getpixel((20, 20))
            assert red > 200 and blue < 60


def test_a_photo_that_stands_on_its_side_is_not_cut() -> None:
    assert cropped(by_hand.jpeg(turn=6), Edges(left=0.5)) is None


def test_an_empty_border_stays_a_border() -> None:
    edges = Edges(left=0.5, right=-0.25)
    assert edges.hide
    assert edges.rest() == Edges(right=-0.5)
    assert not Edges(left=-0.1).hide
