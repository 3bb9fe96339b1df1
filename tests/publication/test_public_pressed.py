"""A public version as LibreOffice makes it: PDF and OpenDocument, read by other programs."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from public_cases import NAME, NUMBER, PERSON, VICTIMS, public_inputs
from ten_forms import found

from briefkit.build import build_with_sources
from briefkit.press import Office

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice") or not shutil.which("pdftotext"), reason="LibreOffice (soffice) or poppler (pdftotext) is not installed"
)
HIDDEN = [("org.name", NAME), ("person.name", PERSON), ("case.number", NUMBER), *(("person.victims", one) for one in VICTIMS)]


@pytest.fixture(scope="module")
def pressed() -> dict[str, bytes]:
    with Office() as press:
        return build_with_sources(public_inputs(f"{PERSON} of {NAME}."), ["pdf", "odt"], press=press).value.outputs


def test_no_part_of_either_names_anybody(pressed: dict[str, bytes], tmp_path: Path) -> None:
    assert pressed.keys() == {"pdf", "odt"}
    (tmp_path / "a.pdf").write_bytes(pressed["pdf"])
    text = subprocess.run(["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True).stdout
    assert "Person A of Organisation A." in text.decode().replace("\xa0", " ")
    with pikepdf.open(BytesIO(pressed["pdf"])) as pdf:
        streams = b"\n".join(one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and not one.get("/Subtype"))
        rest = "\n".join(str(one) for one in pdf.objects if not isinstance(one, pikepdf.Stream))
    with zipfile.ZipFile(BytesIO(pressed["odt"])) as package:
        assert "Organisation\xa0A" in package.read("content.xml").decode()
    assert found({"odt": pressed["odt"], "pages": text, "streams": streams, "objects": rest.encode()}, iter(HIDDEN)) == []


def test_what_is_found_in_a_pdf_stops_it_too() -> None:
    with Office() as press:
        built = build_with_sources(public_inputs("Отчет Сауле Омаровой."), ["pdf"], press=press)
    assert built.value.outputs == {}
    assert any(one.code == "leak" and "page 1" in str(one.message) for one in built.diagnostics)
