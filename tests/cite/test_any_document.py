"""Whatever a document cites, in whatever order: its numbers are right."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from briefkit.tree import Note, Ref, Text

from .desk import cited, note, notes, read, ref

NAMES = ("iccpr", "udhr", "korneenko-2006", "sr-23-39", "ecodefence", "gc-31")
SHORT = {"iccpr": "ICCPR", "udhr": "UDHR", "korneenko-2006": "*Korneenko* (2006)", "sr-23-39": "UNHRC, 'Kiai 2013 report'"}
SHORT |= {"ecodefence": "*Ecodefence*", "gc-31": "General Comment 31"}

refs = st.builds(ref, st.sampled_from((*NAMES, "x1")), st.sampled_from(("", "article 22", "paragraph 7-9")))
bracketed = st.lists(refs, min_size=1, max_size=3).map(lambda some: note(*some))
documents = st.lists(bracketed | st.just(Note((Text("A free note"),))), max_size=12)


def first_note(written: list[Note], name: str) -> int:
    return next(number for number, one in enumerate(written, start=1) if any(cited.authority == name for cited in all_refs(one)))


def all_refs(one: Note) -> tuple[Ref, ...]:
    return getattr(one.children[0], "refs", ())


@settings(max_examples=60, deadline=None)
@given(documents)
def test_note_numbers_count_up_and_every_cross_reference_leads_to_the_first_note(written: list[Note]) -> None:
    found = cited(*written)
    shown = list(notes(found.value))
    assert found.diagnostics == ()
    assert [one.number for one in shown] == list(range(1, len(written) + 1))
    for one in shown:
        text = read(one.children)
        assert text.endswith(".")
        assert not text.endswith("..")
        for name, short in SHORT.items():
            for number in re.findall(re.escape(short) + r" \(n (\d+)\)", text):
                assert int(number) == first_note(written, name)
