"""How an address is written: as it is given, and by its street and number, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.confidential.phrases import LEAST, NO_FIGURE_FOLLOWS, WAYS, Form, in_a_row, letters_in, listed, phrase, words_of

_STREETS = listed(
    "street st avenue ave road rd lane square boulevard улица улицы ул проспект пр просп переулок пер площадь пл бульвар бул шоссе"
    " микрорайон мкр көшесі көше даңғылы даңғыл алаңы бульвары ықшамауданы шағын ауданы"
)
_HOUSES = listed("дом д үй house no apt office оф кв")
_STREET = f"(?:{'|'.join(sorted(_STREETS, key=len, reverse=True))})(?![^\\W\\d_])"
_GAP = r"[ ,_/№#-]"
_BETWEEN = rf"{_GAP}{{0,4}}(?:(?:{'|'.join(sorted(_STREETS | _HOUSES))})\.?{_GAP}{{1,3}}){{0,2}}"
_NUMBER = re.compile(r"\d+[^\W_]{0,2}(?:/\d+)?")


def address_forms(text: str) -> Iterator[Form]:
    """Every way of writing an address that says where somebody is; its town alone is not searched for."""
    yield from phrase(words_of(text))
    pieces = [piece.strip() for piece in re.split(r"[,;]", text)]
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        yield from _street(piece, following)


def _street(piece: str, following: str) -> Iterator[Form]:
    """A street with the number that stands in the same piece of the address or in the next one."""
    name = [word for word in words_of(_NUMBER.sub(" ", piece)) if word not in _STREETS and word not in _HOUSES]
    number = _NUMBER.search(piece) or (_NUMBER.search(following) if _is_house(following) else None)
    if number is None or letters_in(name) < LEAST:
        return
    figures = r"[\W_]{0,2}".join(words_of(number[0]))
    for _, spell in WAYS:
        street = in_a_row(name, spell)
        yield Form("street", f"{street}{_BETWEEN}{figures}{NO_FIGURE_FOLLOWS}")
        yield Form("street", rf"(?<!\d){figures}[\W_]{{1,4}}(?:{street}[\W_]{{1,3}}{_STREET}|{_STREET}[\W_]{{1,3}}{street})")


def _is_house(piece: str) -> bool:
    """Whether a piece of an address is the number of a house."""
    return all(word in _HOUSES or word[0].isdigit() for word in words_of(piece))
