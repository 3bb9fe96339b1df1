"""Archives: limits hold, damage is told, bytes repeat."""

import contextlib
import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefkit.ooxml import BadPackage, Limits, read_zip, write_zip


def zipped(*entries: tuple[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return made.getvalue()


names = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8).map(str.casefold)


@given(st.dictionaries(names, st.binary(max_size=50), max_size=5))
def test_what_is_written_is_read(parts):
    folded = {name.casefold(): data for name, data in parts.items()}
    assert read_zip(write_zip(folded)) == folded
    assert write_zip(dict(reversed(folded.items()))) == write_zip(folded)


def test_content_types_come_first():
    with zipfile.ZipFile(BytesIO(write_zip({"A": b"", "[Content_Types].xml": b""}))) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "A"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_with_a_sentence(data):
    with pytest.raises(BadPackage):
        read_zip(data)


@given(st.integers(0, 400), st.integers(0, 255))
def test_a_damaged_archive_never_raises_otherwise(at, byte):
    data = bytearray(zipped(("a.xml", b"<a/>" * 50), ("b.xml", b"<b/>")))
    data[at % len(data)] = byte
    with contextlib.suppress(BadPackage):
        read_zip(bytes(data))


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(entries=1), "more than 1 files"),
        (Limits(part=10), "too large"),
        (Limits(total=2_000_010, ratio=10_000), "too large"),
        (Limits(ratio=10), "suspiciously small"),
    ],
)
def test_limits(limits, says):
    data = zipped(("a", b"0" * 2_000_000), ("b", b"1" * 100))
    with pytest.raises(BadPackage, match=says):
        read_zip(data, limits)


@pytest.mark.parametrize("name", ["../a", "/a", "a/../b", "a\\b"])
def test_names_that_lead_out(name):
    data = zipped((name.replace("\\", "|"), b"")).replace(b"a|b", b"a\\b")  # zipfile would write another name
    with pytest.raises(BadPackage, match="leads out"):
        read_zip(data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["a.xml", "A.XML"])
def test_a_name_twice(second):
    with pytest.raises(BadPackage, match="twice"):
        read_zip(zipped(("a.xml", b"1"), (second, b"2")))


def test_a_way_of_packing_that_no_office_package_has():
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a", b"1")
    with pytest.raises(BadPackage, match="does not read"):
        read_zip(made.getvalue())


def test_encrypted():
    data = bytearray(zipped(("a", b"1")))
    central = data.index(b"PK\x01\x02")
    data[central + 8 : central + 10] = struct.pack("<H", 1)
    with pytest.raises(BadPackage, match="encrypted"):
        read_zip(bytes(data))


def test_a_size_that_lies_is_found_out():
    data = bytearray(zipped(("a", b"0" * 5_000)))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 5)  # the size after unpacking, as the directory tells it
    with pytest.raises(BadPackage):
        read_zip(bytes(data))


def test_a_link():
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        entry = zipfile.ZipInfo("a")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, b"/etc/hostname")
    with pytest.raises(BadPackage, match="is a link"):
        read_zip(made.getvalue())


def test_only_what_is_wanted_is_unpacked():
    data = zipped(("a.md", b"1"), ("b.bin", b"0" * 2_000_000))
    assert read_zip(data, Limits(part=10), lambda name: name.endswith(".md")) == {"a.md": b"1"}
    with pytest.raises(BadPackage, match="more than 1 files"):
        read_zip(data, Limits(entries=1), lambda name: name.endswith(".md"))
