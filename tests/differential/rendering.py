"""Both renderings of the document in one form: a line for each note, italics between asterisks.

What only the medium changes is made alike: no-break and narrow spaces, curly and straight quotation marks, links, small capitals and
raised letters (a note of this project's documents shows italics and bold type, no other).
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from briefkit.cite import cite
from briefkit.cite.locales import Locale
from briefkit.cite.locators import term
from briefkit.cite.style import read_style
from briefkit.source import Source
from briefkit.tree import Cite, Emphasis, Fact, Inline, Link, Note, NoteRef, Paragraph, Strong, Text

from .sequence import NOTES, Cited, Entry, Words, ids, manuscript, shelf

_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "‘": "'", "’": "'", "“": '"', "”": '"'})


def normal(text: str) -> str:
    """A note with the medium's differences taken out; italics that touch are one run, and hold no space at their edges."""
    text = text.translate(_ALIKE)
    text = text.replace("**", "")
    text = re.sub(r"\*(\s*)([^*]*?)(\s*)\*", lambda run: f"{run[1]}*{run[2]}*{run[3]}" if run[2] else run[1] + run[3], text)
    return re.sub(r"(?<=\S)\*( ?)\*(?=\S)", r"\1", text).strip()


# --- this project's processor ---------------------------------------------------------------------------


def ours(style: Path, language: str) -> list[str]:
    """The document's notes by this project's processor, by the way that every document goes."""
    found = cite(manuscript(language), shelf(), (), Source(style.name, style.read_text(encoding="utf-8")))
    assert {one.code for one in found.diagnostics} <= {"short-form-clash", "title-untranslated"}, found.diagnostics
    paragraphs = [block for block in found.value.blocks if isinstance(block, Paragraph)]
    return [normal(_read(note.children)) for block in paragraphs for note in block.children if isinstance(note, Note)]


def _read(line: Iterable[Inline]) -> str:
    return "".join(_one(inline) for inline in line)


def _one(inline: Inline) -> str:
    match inline:
        case Text() | Fact():
            return inline.text
        case Emphasis():
            return f"*{_read(inline.children)}*"
        case Strong() | Link():
            return _read(inline.children)
        case Cite():
            return _read(inline.shown)
        case NoteRef():
            return str(inline.number)
    raise AssertionError(inline)


# --- pandoc's -------------------------------------------------------------------------------------------


def theirs(pandoc: str, style: Path, language: str) -> list[str]:
    """The document's notes by pandoc, from its own document tree and with the same items, in the same locale."""
    locale = _locale(style, language)
    with tempfile.TemporaryDirectory() as folder:
        items = Path(folder, "items.json")
        known = {authority.id: dict(authority.csl) for authority in shelf()}
        items.write_text(json.dumps([known[name] for name in ids()], ensure_ascii=False), encoding="utf-8")
        command = [pandoc, "-f", "json", "-t", "json", "--citeproc", f"--csl={style}", f"--bibliography={items}"]
        tree = json.dumps(_document(pandoc, locale))
        done = subprocess.run(command, input=tree, capture_output=True, text=True, encoding="utf-8", check=True)
    return [normal(_plain(note)) for note in _notes(json.loads(done.stdout)["blocks"])]


def _locale(style: Path, language: str) -> Locale:
    read = read_style(Source(style.name, style.read_text(encoding="utf-8")), language).value
    assert read is not None
    return read.locale


def _document(pandoc: str, locale: Locale) -> dict[str, Any]:
    meta = {"lang": {"t": "MetaInlines", "c": _strings(locale.language)}, "suppress-bibliography": {"t": "MetaBool", "c": True}}
    blocks = [{"t": "Para", "c": _entry(entry, number, locale)} for number, entry in enumerate(NOTES, start=1)]
    return {"pandoc-api-version": _version(pandoc), "meta": meta, "blocks": blocks}


def _version(pandoc: str) -> list[int]:
    done = subprocess.run([pandoc, "-f", "markdown", "-t", "json"], input="", capture_output=True, text=True, check=True)
    version: list[int] = json.loads(done.stdout)["pandoc-api-version"]
    return version


def _entry(entry: Entry, number: int, locale: Locale) -> list[dict[str, Any]]:
    """A bracketed citation stands in the text, as it does in pandoc's Markdown: the style makes a note of it."""
    if not isinstance(entry, Words):
        return [_cite(entry, number, locale)]
    inlines = _strings(entry.before)
    if entry.cited:
        inlines.append(_cite(entry.cited, number, locale))
    return [{"t": "Note", "c": [{"t": "Para", "c": [*inlines, *_strings(entry.after)]}]}]


def _cite(cited: tuple[Cited, ...], number: int, locale: Locale) -> dict[str, Any]:
    citations = [
        {
            "citationId": one.id,
            "citationPrefix": _strings(one.prefix),
            "citationSuffix": [*_strings(_pinpoint(one, locale)), *_suffix(one.suffix)],
            "citationMode": {"t": "SuppressAuthor" if one.suppress_author else "NormalCitation"},
            "citationNoteNum": number,
            "citationHash": 0,
        }
        for one in cited
    ]
    return {"t": "Cite", "c": [citations, _strings("?")]}


def _suffix(text: str) -> list[dict[str, Any]]:
    return [*([] if text[:1] in {"", ","} else [{"t": "Space"}]), *_strings(text)]


def _pinpoint(one: Cited, locale: Locale) -> str:
    """Pandoc's explicit form of a pinpoint, its label in the words of the locale; a label that pandoc does not know stands in the value."""
    if one.locator is None:
        return ""
    label = "" if one.locator.label == "custom" else locale.term(term(one.locator.label)) or one.locator.label
    return f"{{{f'{label} {one.locator.value}'.strip()}}}"


def _strings(text: str) -> list[dict[str, Any]]:
    pieces = re.split(r"( )", text)
    return [{"t": "Space"} if piece == " " else {"t": "Str", "c": piece} for piece in pieces if piece]


def _notes(node: Any) -> Iterator[Any]:
    if isinstance(node, list):
        for one in node:
            yield from _notes(one)
    elif isinstance(node, dict):
        if node.get("t") == "Note":
            yield node["c"]
        else:
            yield from _notes(node.get("c", []))


def _plain(node: Any) -> str:
    if isinstance(node, list):
        return "".join(_plain(one) for one in node)
    kind, content = node["t"], node.get("c")
    match kind:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak":
            return " "
        case "Emph":
            return f"*{_plain(content)}*"
        case "Para" | "Plain" | "Strong" | "SmallCaps" | "Superscript" | "Subscript" | "Underline":
            return _plain(content)
        case "Span" | "Link" | "Cite" | "Quoted":
            return _plain(content[1])
    raise AssertionError(node)
