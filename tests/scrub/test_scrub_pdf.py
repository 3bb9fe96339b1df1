"""PDF files: each thing that tells more than the pages goes, the pages stay byte for byte."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name, PdfImage, String
from telling_pdfs import SECRET, TELLING, annotated, cut_page, information, layer, metadata, packed_photo, pdf

from briefkit.scrub import Decisions, look_into, scrub

ALL = Decisions("accept", True)


def scrubbed(data: bytes) -> bytes:
    made = scrub(data, "a.pdf", ALL)
    assert made.value is not None, made.diagnostics
    return made.value.data


def unpacked(data: bytes) -> bytes:
    """The file with every stream unpacked that can be."""
    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        file.save(made, stream_decode_level=pikepdf.StreamDecodeLevel.specialized, compress_streams=False, fix_metadata_version=False)
    return made.getvalue()


@pytest.mark.parametrize("name", TELLING)
def test_each_thing_is_found_and_goes(name: str) -> None:
    data, kind, said = TELLING[name]
    assert SECRET.encode() in data + unpacked(data)
    looked = look_into(data, "a.pdf").value
    assert looked is not None
    reported = [str(finding.what) for finding in looked.findings if finding.kind == kind]
    assert any(said in one for one in reported), looked.findings
    made = scrubbed(data)
    assert SECRET.encode() not in made + unpacked(made)
    again = look_into(made, "a.pdf").value
    assert again is not None and again.findings == () and again.data == made


@pytest.mark.parametrize("name", TELLING)
def test_the_page_stays(name: str) -> None:
    with pikepdf.open(BytesIO(scrubbed(TELLING[name][0]))) as file:
        assert [page.Contents.read_bytes() for page in file.pages] == [b"BT /F1 12 Tf 20 100 Td (The text.) Tj ET"]


def test_its_title_stays_and_that_all_can_read_it() -> None:
    def tells(file: pikepdf.Pdf) -> None:
        information(file)
        metadata('pdfuaid:part="1"')(file)

    with pikepdf.open(BytesIO(scrubbed(pdf(tells)))) as file:
        assert dict(file.docinfo) == {"/Title": "On"}
        xmp = file.Root.Metadata.read_bytes().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in xmp and "On &amp; on" in xmp and SECRET not in xmp
    with pikepdf.open(BytesIO(scrubbed(pdf(metadata())))) as file:
        assert "/Metadata" not in file.Root


def test_links_into_the_web_and_fields_stay() -> None:
    data = pdf(annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://example.org"))))
    looked = look_into(data, "a.pdf").value
    assert looked is not None and looked.findings == ()
    with pikepdf.open(BytesIO(scrubbed(data))) as file:
        assert file.pages[0].Annots[0].A.URI == "https://example.org"


def test_comments_are_refused_until_they_are_decided() -> None:
    made = scrub(TELLING["comment"][0], "a.pdf")
    assert made.value is None
    assert [(one.code, str(one.hint)) for one in made.diagnostics] == [
        ("scrub-undecided", "add --drop-comments to take them out; --check lists them")
    ]


@pytest.mark.parametrize(("tells", "said"), [(layer, "A layer is hidden and stays: “Draft”"), (cut_page, "The page is cut")])
def test_what_pages_hide_is_named_as_left(tells, said: str) -> None:
    made = scrub(pdf(tells), "a.pdf")
    assert made.value is not None
    assert [one.code for one in made.diagnostics] == ["scrub-left"]
    assert said in made.diagnostics[0].message


def test_a_signature_is_named_as_broken() -> None:
    made = scrub(TELLING["signature"][0], "a.pdf")
    assert [one.code for one in made.diagnostics] == ["scrub-signature"]


def protected(user: str) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf(information))) as file:
        file.save(made, encryption=pikepdf.Encryption(owner="o", user=user))
    return made.getvalue()


def xfa(file: pikepdf.Pdf) -> None:
    file.Root.AcroForm = Dictionary(XFA=String("x"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (protected("u"), "it is protected with a password"),
        (protected(""), "it is protected with a password"),
        (pdf(information)[:-60], "it is damaged, or no PDF"),
        (b"%PDF-1.7\nnothing", "it is damaged, or no PDF"),
        (b"", "it is damaged, or no PDF"),
        (pdf(xfa), "XFA"),
    ],
)
def test_what_cannot_be_scrubbed_says_why_and_what_to_do(data: bytes, said: str) -> None:
    made = scrub(data, "a.pdf", ALL)
    assert made.value is None
    assert made.diagnostics[0].code == "scrub-unreadable"
    assert said in made.diagnostics[0].message and made.diagnostics[0].hint


def test_a_file_that_would_unpack_to_too_much_is_refused() -> None:
    def tells(file: pikepdf.Pdf) -> None:
        file.pages[0].Contents = file.make_stream(bytes(300 * 1024 * 1024))

    made = scrub(pdf(tells), "a.pdf", ALL)
    assert made.value is None
    assert made.diagnostics[0].code == "scrub-unreadable"


def test_the_number_that_copies_share_is_another() -> None:
    def numbered(file: pikepdf.Pdf) -> None:
        file.trailer["/ID"] = pikepdf.Array([pikepdf.String("0123456789abcdef"), pikepdf.String("0123456789abcdef")])

    made = scrub(pdf(numbered), "a.pdf").value
    assert made is not None
    with pikepdf.open(BytesIO(made.data)) as file:
        assert "0123456789abcdef" not in map(str, file.trailer["/ID"])


def test_a_picture_that_cannot_be_unpacked_is_named() -> None:
    refused = scrub(pdf(packed_photo(lambda data: data, Name.FlateDecode)), "a.pdf")
    assert refused.value is None and [one.code for one in refused.diagnostics] == ["scrub-unreadable"]


@pytest.mark.parametrize(
    ("pack", "name"), [(zlib.compress, Name.FlateDecode), (lambda data: base64.a85encode(data) + b"~>", Name.ASCII85Decode)]
)
def test_a_photo_that_is_packed_once_more_tells_nothing_either(pack: Callable[[bytes], bytes], name: Name) -> None:
    data = pdf(packed_photo(pack, name))
    looked = look_into(data, "a.pdf").value
    assert looked is not None and "A picture tells: EXIF data: camera, time, perhaps the place" in [
        str(one.what) for one in looked.findings
    ]
    with pikepdf.open(BytesIO(scrubbed(data))) as file:
        image = file.pages[0].Resources.XObject.Im1
        assert SECRET.encode() not in image.read_raw_bytes() and PdfImage(image).as_pil_image().size == (80, 40)
