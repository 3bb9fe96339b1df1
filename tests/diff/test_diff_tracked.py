"""A comparison in Word: what is accepted is the new text, what is rejected the old one, and no clock or person stands in the file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from capitals import capitals
from hypothesis import given, settings
from hypothesis import strategies as st
from two_editions import as_edition, changed_yaml, with_clause
from workspace import HOUSE, ROOT, clause, library

from briefkit.diff import compare
from briefkit.diff.paired import evened
from briefkit.ooxml import Element, canonical, parse, qn, read_zip
from briefkit.ooxml.tracked import accepted, rejected
from briefkit.writers.docx.tracked import write_tracked

VALIDATOR = ROOT / "tests" / "openxml.py"
BEFORE = """\
The State must act [@covenant, art 22(1)].

One two three stays here. Four five six moves away. Seven eight nine ends it.

{% if tone == "neutral" %}

A paragraph that goes entirely, {{ org.name }} with it.

{% endif %}

- item one
- item two

> A quotation
> of two lines.
"""
AFTER = """\
Four five six moves away. One two three stays here. Seven eight nine
ends it now.

The State shall act [@covenant, art 22(2)].

{% if tone == "neutral" %}

{% endif %}

- item one
- item three
- item two

> A quotation of one line.

An added one at the end.
"""
OLD = with_clause(BEFORE, ru="Так должно быть.")
NEW = changed_yaml(
    with_clause(AFTER, ru="Так и должно быть.", kk="Солай болуы тиіс.", more="when: org.foreign_funding\n"),
    "status: draft",
    "status: reviewed",
)


def tracked(old: Mapping[str, str], new: Mapping[str, str], **more: Any) -> bytes:
    one, other = as_edition(old), as_edition(new, "new")
    return write_tracked(compare(one, other), one, other, HOUSE, **more)


def document(data: bytes) -> Element:
    return parse(read_zip(data)["word/document.xml"], "document")


# --- what a reader has in the end ---------------------------------------------------------------------


def by_heading(lines: Iterator[tuple[int, str]]) -> dict[tuple[str, str], str]:
    """The texts below each heading of a thing and of a language, their paragraphs parted by an empty line."""
    found: dict[tuple[str, str], list[str]] = {}
    thing = language = ""
    for level, words in lines:
        if words == "End of the changes.":
            thing = language = ""
        elif level:
            thing, language = (thing, words) if level == 3 else (words, "")
        elif language and words:
            found.setdefault((thing.partition(" (")[0], language.partition(" ")[0]), []).append(words)
    return {place: "\n\n".join(words) for place, words in found.items()}


def own_reading(root: Element) -> Iterator[tuple[int, str]]:
    styles = {"Heading1": 1, "Heading2": 2, "Heading3": 3}
    for paragraph in root.iterfind(f"{qn('w:body')}/{qn('w:p')}"):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        yield styles.get(style.get(qn("w:val"), "") if style is not None else "", 0), own_words(paragraph)


def own_words(node: Element) -> str:
    signs = {qn("w:br"): "\n", qn("w:noBreakHyphen"): "\u2011"}
    return "".join(signs.get(str(one.tag), one.text or "") for one in node.iter(qn("w:t"), *signs))


def pandocs_reading(data: bytes, folder: Path, way: str) -> Iterator[tuple[int, str]]:
    path = folder / "tracked.docx"
    path.write_bytes(data)
    made = json.loads(pypandoc.convert_file(str(path), "json", extra_args=[f"--track-changes={way}"]))
    for block in made["blocks"]:
        if block["t"] == "Header":
            yield block["c"][0], said(block["c"][2])
        elif block["t"] in ("Para", "Plain"):
            yield 0, said(block["c"])


def said(inlines: list[dict[str, Any]]) -> str:
    marks = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
    return "".join(
        one["c"] if one["t"] == "Str" else marks[one["t"]] if one["t"] in marks else said(one["c"][-1]) if one["t"] == "Span" else "?"
        for one in inlines
    )


def texts(files: Mapping[str, str], *places: str) -> dict[tuple[str, str], str]:
    """The texts of the clause “a”, by the words of their headings."""
    languages = {"English": "en", "Russian": "ru", "Kazakh": "kk"}
    paths = {place: f"clauses/arguments/a/{languages[place]}.md" for place in places}
    return {("On a", place): evened(files[path]) for place, path in paths.items() if path in files}


class TestDecided:
    def test_pandoc_accepts_the_new_text_of_each_language(self, tmp_path: Path) -> None:
        found = by_heading(pandocs_reading(tracked(OLD, NEW), tmp_path, "accept"))
        assert found == texts(NEW, "English", "Russian", "Kazakh")

    def test_pandoc_rejects_to_the_old_one(self, tmp_path: Path) -> None:
        found = by_heading(pandocs_reading(tracked(OLD, NEW), tmp_path, "reject"))
        assert found == texts(OLD, "English", "Russian")

    @pytest.mark.parametrize("way", ["accept", "reject"])
    def test_a_clause_that_comes_or_goes_as_a_whole(self, tmp_path: Path, way: str) -> None:
        for old, new in ((library(), OLD), (OLD, library())):
            found = by_heading(pandocs_reading(tracked(old, new), tmp_path, way))
            stays = (new if way == "accept" else old) is OLD
            assert found == (texts(OLD, "English", "Russian") if stays else {})

    @pytest.mark.parametrize(("way", "told"), [("accept", "org.foreign_funding reviewed"), ("reject", "draft")])
    def test_the_values_that_its_file_gives(self, tmp_path: Path, way: str, told: str) -> None:
        (tmp_path / "tracked.docx").write_bytes(tracked(OLD, NEW))
        words = pypandoc.convert_file(str(tmp_path / "tracked.docx"), "plain", extra_args=[f"--track-changes={way}", "--columns=200"])
        shown = " ".join(" ".join(line.split()) for line in words.splitlines() if "When it stands" in line or "Its status" in line)
        assert " ".join(shown.replace("When it stands", "").replace("Its status", "").split()) == told

    WORDS = st.sampled_from(["one", "two", "{{ x }}", "{%", "three.", "Four", "five.", "[@covenant]", "так.", "\u2011", "«", "<b>"])
    PARAGRAPHS = st.lists(
        st.lists(WORDS, min_size=1, max_size=8).flatmap(
            lambda words: st.lists(st.sampled_from([" ", "  ", "\n", "\n- "]), min_size=len(words), max_size=len(words)).map(
                lambda ends: "".join(map("".join, zip(words, ends, strict=True)))
            )
        ),
        max_size=6,
    ).map("\n\n".join)

    @settings(max_examples=60, deadline=None)
    @given(PARAGRAPHS, PARAGRAPHS)
    def test_any_two_texts(self, old: str, new: str) -> None:
        before, after = with_clause(old), with_clause(new)
        root = document(tracked(before, after))
        changed = evened(old) != evened(new)
        for way, files in ((accepted, after), (rejected, before)):
            wanted = {place: text for place, text in texts(files, "English").items() if text and changed}
            assert by_heading(own_reading(way(root))) == wanted


class TestChosen:
    """A comparison that somebody narrowed down."""

    def test_only_texts_in_a_language_of_which_it_tells(self) -> None:
        one, other = as_edition(OLD), as_edition(NEW, "new")
        russian = compare(one, other).in_languages(("ru",))
        found = by_heading(own_reading(accepted(document(write_tracked(russian, one, other, HOUSE)))))
        assert found == texts(NEW, "Russian")

    @pytest.mark.parametrize(
        ("weight", "languages", "told"),
        [
            ("", (), ["Its status", "Its version", "Title (English)", "Title (Russian)", "When it stands"]),
            ("substance", (), ["Its status", "When it stands"]),
            ("wording", (), ["Title (English)", "Title (Russian)"]),
            ("form", ("en",), ["Its version"]),
            ("", ("ru",), ["Its status", "Its version", "Title (Russian)", "When it stands"]),
        ],
    )
    def test_only_values_of_which_it_tells(self, weight: str, languages: tuple[str, ...], told: list[str]) -> None:
        title = "title: {en: On b, ru: О б}"
        new = changed_yaml(changed_yaml(OLD, "version: 1", "version: 2"), "title: {en: On a}", f"{title}\nwhen: org.foreign_funding")
        one, other = as_edition(OLD), as_edition(changed_yaml(new, "status: draft", "status: reviewed"), "new")
        comparison = compare(one, other)
        comparison = comparison.only(weight) if weight else comparison
        comparison = comparison.in_languages(languages) if languages else comparison
        assert sorted(name for name, _ in rows(document(write_tracked(comparison, one, other, HOUSE)))) == told

    def test_places_in_files_are_no_values(self) -> None:
        new = changed_yaml(OLD, "{en: Name?}", "{en: Its name?}", "clauses/facts.yaml")
        assert [name for name, _ in rows(document(tracked(OLD, new)))] == ["Question (English)"]

    def test_a_stored_source_that_is_new_has_its_texts(self) -> None:
        path = "clauses/sources/covenant.en.md"
        root = document(tracked(OLD, {**OLD, path: of_all_kinds("has")[path]}))
        assert "They has it." in [words for _, words in own_reading(accepted(root))]


class TestMarks:
    def test_headings_and_the_names_of_values_are_not_tracked(self) -> None:
        root = document(tracked(OLD, NEW))
        changes = [qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo")]
        for paragraph in root.iter(qn("w:p")):
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            if style is not None and style.get(qn("w:val"), "").startswith(("Heading", "Title", "Subtitle")):
                assert next(paragraph.iter(*changes), None) is None
        for row in root.iter(qn("w:tr")):
            name, value = row.iter(qn("w:tc"))
            assert next(name.iter(*changes), None) is None and next(value.iter(*changes), None) is not None

    def test_a_sentence_that_moved_is_one_move_with_two_ends(self) -> None:
        root = document(tracked(OLD, NEW))
        for end in ("moveFrom", "moveTo"):
            (start,) = root.iter(qn(f"w:{end}RangeStart"))
            assert start.get(qn("w:name")) == "move1"
            (moved,) = root.iter(qn(f"w:{end}"))
            assert "".join(moved.itertext()).strip() == "Four five six moves away."

    def test_a_line_that_is_broken_elsewhere_is_tracked(self) -> None:
        root = document(tracked(with_clause("- one two\n- three"), with_clause("- one two - three")))
        assert by_heading(own_reading(accepted(root))) == {("On a", "English"): "- one two - three"}
        assert by_heading(own_reading(rejected(root))) == {("On a", "English"): "- one two\n- three"}

    def test_every_change_has_a_number_of_its_own(self) -> None:
        numbers = [node.get(qn("w:id")) for node in document(tracked(OLD, NEW)).iter() if node.get(qn("w:author"))]
        assert len(numbers) == len(set(numbers)) > 10

    def test_no_person_and_no_clock(self) -> None:
        root = document(tracked(OLD, NEW))
        signed = {(node.get(qn("w:author")), node.get(qn("w:date"))) for node in root.iter() if node.get(qn("w:author"))}
        assert signed == {("briefkit", "1970-01-01T00:00:00Z")}
        dated = document(tracked(OLD, NEW, date="2026-11-01T00:00:00Z"))
        assert {node.get(qn("w:date")) for node in dated.iter() if node.get(qn("w:author"))} == {"2026-11-01T00:00:00Z"}

    def test_a_comment_says_what_each_change_is(self) -> None:
        comments = canonical(read_zip(tracked(OLD, changed_yaml(OLD, "version: 1", "version: 2")))["word/comments.xml"])
        assert "form: Its version was 1 and is now 2." in comments

    def test_what_could_not_be_read_is_said_and_not_tracked(self) -> None:
        path = "clauses/arguments/a/ru.md"
        one, other = as_edition(OLD), as_edition({name: text for name, text in NEW.items() if name != path}, "new", [path])
        root = document(write_tracked(compare(one, other), one, other, HOUSE))
        assert ("On a", "Russian") not in by_heading(own_reading(root))
        assert any(words.startswith("The Russian text could not be compared") for _, words in own_reading(root))


class TestThings:
    def test_a_renamed_clause_is_one_whose_words_stay(self) -> None:
        words = "Some words of a clause that has another name now."
        old, new = (library(clause(words, slug=slug, title="On a")) for slug in ("b", "c"))
        root = document(tracked(old, new))
        assert by_heading(own_reading(root)) == {}
        assert [cell for _, cell in rows(rejected(root))] == ["b"]
        assert [cell for _, cell in rows(accepted(root))] == ["c"]

    def test_an_authority(self) -> None:
        path = "clauses/authorities/all.yaml"
        new = changed_yaml(
            changed_yaml(OLD, "title: Report on Testing", "title: Report on Tests", path), "may associate", "can associate", path
        )
        root = document(tracked(OLD, new))
        before, after = dict(rows(rejected(root))), dict(rows(accepted(root)))
        assert (before["Its title"], after["Its title"]) == ("Report on Testing", "Report on Tests")
        assert after["Its pinpoints"] == before["Its pinpoints"].replace("may associate", "can associate")

    def test_stored_and_standard_texts_facts_terms_and_rules(self) -> None:
        old, new = ({**OLD, **of_all_kinds(word)} for word in ("had", "has"))
        root = document(tracked(old, new))
        for way, word in ((rejected, "had"), (accepted, "has")):
            made = way(root)
            shown = [words for _, words in own_reading(made)] + [cell for _, cell in rows(made)]
            assert {f"They {word} it.", f"This {word} no advice.", word} <= set(shown)

    def test_nothing_changed(self) -> None:
        assert [words for _, words in own_reading(document(tracked(OLD, OLD)))][-1:] == ["Nothing changed."]


def of_all_kinds(word: str) -> dict[str, str]:
    return {
        "clauses/sources/covenant.en.md": f"---\nauthority: covenant\nlanguage: en\norigin: A print\n---\n\n## art 19\n\nThey {word} it.\n",
        "styles/boilerplate/disclaimer.en.md": f"This {word} no advice.\n",
        "clauses/glossary.yaml": f"- term: {{en: dissolution, ru: {word}}}\n",
        "clauses/facts.yaml": OLD["clauses/facts.yaml"] + f"org.other: {{type: text, help: {{en: {word}}}}}\n",
    }


def rows(root: Element) -> list[tuple[str, str]]:
    """The names and values of all tables."""
    cells = [[own_words(cell) for cell in row.iter(qn("w:tc"))] for row in root.iter(qn("w:tr"))]
    return [(name, value) for name, value in cells]


class TestFile:
    def test_open_xml_sdk_finds_no_error(self, tmp_path: Path) -> None:
        made = {
            "changed": tracked(OLD, NEW),
            "added": tracked(library(), NEW),
            "removed": tracked(NEW, library()),
            "same": tracked(OLD, OLD),
        }
        for name, data in made.items():
            (tmp_path / f"{name}.docx").write_bytes(data)
        paths = [str(tmp_path / f"{name}.docx") for name in made]
        ran = subprocess.run([sys.executable, str(VALIDATOR), *paths], capture_output=True, text=True, timeout=300)
        if ran.returncode == 3:
            pytest.skip(ran.stderr)
        assert ran.returncode == 0, ran.stderr
        assert json.loads(ran.stdout) == {path: [] for path in paths}

    def test_the_same_bytes_each_time(self) -> None:
        assert tracked(OLD, NEW) == tracked(OLD, NEW)

    def test_words_have_their_language_for_the_spelling(self) -> None:
        root = document(tracked(OLD, NEW))
        told = {node.get(qn("w:val")) for node in root.iter(qn("w:lang"))}
        assert {"ru-RU", "kk-KZ"} <= told

    def test_all_words_of_the_program_are_said_in_its_language(self) -> None:
        root = document(tracked(OLD, changed_yaml(OLD, "version: 1", "version: 2"), tell=capitals))
        assert [words for _, words in own_reading(root)][:5] == [
            "CHANGES IN THE CLAUSE LIBRARY",
            "FROM old TO new",
            "ACCEPT ALL CHANGES FOR THE NEW WORDS, REJECT ALL FOR THE OLD ONES. COMMENTS SAY WHAT EACH CHANGE IS.",
            "CLAUSES",
            "On a (CLAUSE a): CHANGED",
        ]
        assert rows(accepted(root)) == [("ITS VERSION", "2")]
