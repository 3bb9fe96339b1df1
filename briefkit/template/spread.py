"""A template with every branch in it, for whoever asks what a text may say, whatever the facts."""

from __future__ import annotations

from briefkit.template.fill import FACT_CLOSE, FACT_OPEN, Filled, Printed
from briefkit.template.prepare import Prepared
from briefkit.template.scan import Data, Print, Tag

SOME_FACT = "…"


def spread(prepared: Prepared) -> Filled:
    """All branches one behind another, each loop once, a placeholder for each fact; notes to the drafter are left out."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    printed: list[Printed] = []
    length, in_note = 0, False
    for segment in prepared.segments:
        if isinstance(segment, Tag):
            in_note = segment.word == "note" or (in_note and segment.word != "endnote")
        elif isinstance(segment, Data | Print) and not in_note:
            places.append((length, segment.span.start))
            pieces.append(segment.span.text if isinstance(segment, Data) else f"{FACT_OPEN}{len(printed)}{FACT_CLOSE}")
            if isinstance(segment, Print):
                printed.append(Printed(SOME_FACT, "text", (), segment.span))
            length += len(pieces[-1])
    return Filled("".join(pieces), tuple(printed), tuple(places), prepared.whole.source)
