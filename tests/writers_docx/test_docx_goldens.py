"""The golden document: its parts as canonical XML, and what others make of it.

`BRIEFKIT_UPDATE_GOLDENS=1 pytest tests/writers_docx` writes the goldens anew.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx_samples import HOUSE, every_node
from test_docx_comments import commented

from briefkit.inspection import problems
from briefkit.ooxml import canonical, qn, read_zip
from briefkit.writers.docx import write

GOLDENS = Path(__file__).parent / "goldens"
PARTS = ("document", "footnotes", "numbering", "header", "footer", "settings")
VALIDATOR = Path(__file__).parents[1] / "openxml.py"


@pytest.fixture(scope="module")
def made() -> bytes:
    return write(every_node(), HOUSE.read_bytes())


@pytest.mark.parametrize("part", PARTS)
def test_part_is_golden(made, part):
    got = canonical(read_zip(made)[f"word/{part}.xml"])
    golden = GOLDENS / f"{part}.xml"
    if os.environ.get("BRIEFKIT_UPDATE_GOLDENS"):
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")


def test_passes_our_checks(made):
    assert problems(made) == ()


def validated(tmp_path, **files: bytes) -> dict[str, list[str]]:
    paths = []
    for name, data in files.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(data)
    ran = subprocess.run([sys.executable, str(VALIDATOR), *map(str, paths)], capture_output=True, text=True, timeout=300)
    if ran.returncode == 3:
        pytest.skip(ran.stderr)
    assert ran.returncode == 0, ran.stderr
    return {Path(path).stem: errors for path, errors in json.loads(ran.stdout).items()}


def test_open_xml_sdk_finds_no_error(made, tmp_path):
    house = HOUSE.read_bytes()
    opinion = every_node()
    plain = write(replace(opinion, contents=False, draft=False, language="kk"), house)
    remarked = write(commented(), house)
    empty = write(replace(opinion, title=(), blocks=(), date="", subtitle=()), house)
    found = validated(tmp_path, house=house, golden=made, plain=plain, empty=empty, remarked=remarked)
    assert found == {"house": [], "golden": [], "plain": [], "empty": [], "remarked": []}


def test_open_xml_sdk_sees_a_broken_file(made, tmp_path):
    from briefkit.ooxml import write_zip

    parts = read_zip(made)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body><w:nonsense/>")
    assert validated(tmp_path, broken=write_zip(parts))["broken"]


def test_pandoc_reads_each_footnote(made):
    pypandoc = pytest.importorskip("pypandoc")
    tree = json.loads(pypandoc.convert_text(made, "json", format="docx"))
    assert json.dumps(tree).count('"t": "Note"') == 3


def converted(made: bytes, folder: Path, kind: str) -> bytes:
    """What LibreOffice makes of a document, in a profile of its own."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (folder / "golden.docx").write_bytes(made)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(folder / "golden.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / f"golden.{kind.split(':')[0]}").read_bytes()


def test_libreoffice_makes_pages(made, tmp_path):
    assert converted(made, tmp_path, "pdf").startswith(b"%PDF")


def test_libreoffice_shows_our_numbers(made, tmp_path):
    found = converted(made, tmp_path, "txt:Text (encoded):UTF8").decode("utf-8-sig").splitlines()
    lines = [line.strip(" ") for line in found]
    for line in ("1. The right1 is\tof Әлем ТОО.", "2. A v B", "(a) one", "(iii) inner", "• bullet"):
        assert line in lines


def test_python_docx_reads_the_words(made):
    docx = pytest.importorskip("docx")
    document = docx.Document(BytesIO(made))
    body = document.element.body  # its own lists leave out what stands in content controls
    paragraphs = [docx.text.paragraph.Paragraph(node, document) for node in body.iter(qn("w:p"))]
    assert [paragraph.style.name for paragraph in paragraphs][:3] == ["Title", "Subtitle", "Date"]
    assert [p.text for p in paragraphs if p.style.name == "Numbered Paragraph"] == ["The right is\tof Әлем ТОО.", "A v B\nsee"]
    tables = [docx.table.Table(node, document) for node in body.iter(qn("w:tbl"))]
    cells = [[cell.text for cell in row.cells] for row in tables[0].rows]
    assert cells == [["Date", "Sum"], ["1\u00a0May", "12"], ["short row", ""]]
