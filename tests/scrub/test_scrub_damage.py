"""Damaged files of every kind: each is scrubbed wholly or refused with a reason, and none ends in an error of the program."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling_docx import TELLING as WORDS
from telling_odts import TELLING as ODTS
from telling_pdfs import TELLING as PDFS

from briefkit.scrub import look_into

_SAMPLES = {
    "docx": [word.data() for word, _, _ in WORDS.values()],
    "odt": [odt.data() for odt, _, _ in ODTS.values()],
    "pdf": [data for data, _, _ in PDFS.values()],
}


def _damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Some bytes changed, some left out, the end cut off."""
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(made) - 1, 0)))
        made[at : at + draw(st.integers(0, 30))] = draw(st.binary(max_size=3))
    return bytes(made[: draw(st.integers(0, len(made)))] if draw(st.integers(0, 9)) == 0 else made)


@st.composite
def damaged_files(draw: st.DrawFn) -> tuple[str, bytes]:
    ending = draw(st.sampled_from(sorted(_SAMPLES)))
    data = draw(st.sampled_from(_SAMPLES[ending]))
    if ending == "pdf" or draw(st.booleans()):
        return ending, _damaged(draw, data)
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        chosen = draw(st.sampled_from(before.namelist()))
        for name in before.namelist():
            after.writestr(name, _damaged(draw, before.read(name)) if name == chosen else before.read(name))
    return ending, made.getvalue()


@settings(max_examples=150, deadline=None)
@given(damaged_files())
def test_a_damaged_file_is_scrubbed_wholly_or_refused(file: tuple[str, bytes]) -> None:
    ending, data = file
    looked = look_into(data, f"a.{ending}")
    if looked.value is None:
        assert [one.code for one in looked.diagnostics] == ["scrub-unreadable"]
        assert looked.diagnostics[0].hint
        return
    again = look_into(looked.value.data, f"a.{ending}").value
    assert again is not None
    assert [finding for finding in again.findings if not finding.stays] == []


@pytest.mark.parametrize("ending", sorted(_SAMPLES))
def test_a_file_of_another_kind_is_refused(ending: str) -> None:
    others = [data for other, samples in _SAMPLES.items() if other != ending for data in samples[:1]]
    assert [look_into(data, f"a.{ending}").value for data in others] == [None, None]
