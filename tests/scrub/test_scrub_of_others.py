"""Files that LibreOffice, python-docx and pandoc made: what they tell of their author goes, other programs read the same text in them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pictures_by_hand as by_hand
import pypandoc
import pytest
from conftest import Run
from telling_words import BY, SECRET, Word, p, run

from briefkit.press.finding import find_office

PATIENCE = 180
WRITTEN = """# A heading

Words of the text, *some* in italics, with a note.^[A note, **bold**.] See [a site](https://example.org) and [a file](file:///home/Zhanar/a.docx).

| one | two |
|---|---|
| 1 | 2 |

- a list

![A picture](photo.jpg)
"""


def by_python_docx(path: Path) -> None:
    made = docx.Document()
    made.core_properties.author = SECRET
    made.add_heading("A heading")
    made.add_paragraph("Words of the text.")
    made.add_picture("photo.jpg")
    made.save(str(path))


def by_pandoc(path: Path) -> None:
    told = [f"--metadata=author:{SECRET}"]
    pypandoc.convert_text(WRITTEN, path.suffix[1:], format="markdown", outputfile=str(path), extra_args=told)


def by_libreoffice(path: Path) -> None:
    by_pandoc(Path("source.docx"))
    converted(Path("source.docx"), path.suffix[1:]).rename(path)


def converted(path: Path, ending: str) -> Path:
    """A file as LibreOffice makes another kind of it, in a profile of its own."""
    program = find_office()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = Path("made").resolve()
    profile = f"-env:UserInstallation={Path('profile').resolve().as_uri()}"
    command = [str(program), profile, "--headless", "--norestore", "--convert-to", ending, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
    return folder / f"{path.stem}.{ending.partition(':')[0]}"


CASES: list[tuple[Callable[[Path], None], str]] = [
    (by_python_docx, "docx"),
    (by_pandoc, "docx"),
    (by_pandoc, "odt"),
    (by_libreoffice, "docx"),
    (by_libreoffice, "odt"),
    (by_libreoffice, "pdf"),
]


@pytest.mark.parametrize(("make", "ending"), CASES)
def test_its_author_is_found_and_goes(folder: Path, briefkit: Run, make: Callable[[Path], None], ending: str) -> None:
    Path("photo.jpg").write_bytes(by_hand.jpeg())
    path = Path(f"a.{ending}")
    make(path)
    before = path.read_bytes()
    checked = briefkit("scrub", "--check", str(path))
    assert checked.exit_code == 1
    assert f"author: {SECRET}" in checked.stdout
    done = briefkit("scrub", str(path))
    assert done.exit_code == 0, done.output
    assert path.read_bytes() == before
    again = briefkit("scrub", "--check", f"a.scrubbed.{ending}")
    assert (again.exit_code, again.stdout, again.stderr) == (0, "", f"a.scrubbed.{ending}: nothing was found.\n")
    if ending != "pdf":
        assert pypandoc.convert_file(f"a.scrubbed.{ending}", "plain") == pypandoc.convert_file(str(path), "plain")


@pytest.mark.parametrize(("make", "ending"), [case for case in CASES if case[1] != "pdf"])
def test_libreoffice_reads_the_same_text_in_it(folder: Path, briefkit: Run, make: Callable[[Path], None], ending: str) -> None:
    Path("photo.jpg").write_bytes(by_hand.jpeg())
    path = Path(f"a.{ending}")
    make(path)
    assert briefkit("scrub", str(path)).exit_code == 0
    read = [converted(one, "txt:Text").read_text(encoding="utf-8") for one in (path, Path(f"a.scrubbed.{ending}"))]
    assert read[0] == read[1]
    assert "Words of the text" in read[0]


def tracked() -> bytes:
    """A Word file with words and paragraphs inserted and deleted, in a note too, and paragraphs joined and parted."""

    def mark(kind: str, number: int) -> str:
        return f'<w:pPr><w:rPr><w:{kind} w:id="{number}" {BY}/></w:rPr></w:pPr>'

    def inserted(text: str, number: int) -> str:
        return f'<w:ins w:id="{number}" {BY}>{run(text)}</w:ins>'

    def deleted(text: str, number: int) -> str:
        return f'<w:del w:id="{number}" {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>'

    body = p("One ", inserted("new", 1), deleted("old", 2), ".", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    body += p(mark("ins", 3), inserted("A new paragraph.", 4)) + p("Two ", run("hidden", "<w:vanish/>"), "shown.")
    body += p(mark("del", 5), deleted("An old paragraph.", 6)) + p(mark("del", 7), "Joined, ") + p("or not.")
    return Word(body, notes={1: p("<w:r><w:footnoteRef/></w:r>", "Note ", inserted("new", 8), deleted("old", 9))}).data()


TOLD = {
    "accept": "One new.[1]\n\nA new paragraph.\n\nTwo shown.\n\nJoined, or not.\n\n[1] Note new\n",
    "reject": "One old.[1]\n\nTwo shown.\n\nAn old paragraph.\n\nJoined,\n\nor not.\n\n[1] Note old\n",
}


@pytest.mark.parametrize("ending", ["docx", "odt"])
@pytest.mark.parametrize("way", TOLD)
def test_changes_are_decided_as_libreoffice_wrote_them(folder: Path, briefkit: Run, ending: str, way: str) -> None:
    Path("a.docx").write_bytes(tracked())
    if ending == "odt":
        converted(Path("a.docx"), "odt").rename("a.odt")
    assert briefkit("scrub", f"a.{ending}", f"--{way}-changes").exit_code == 0
    assert pypandoc.convert_file(f"a.scrubbed.{ending}", "plain") == TOLD[way]
