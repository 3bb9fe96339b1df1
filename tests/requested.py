"""Requests for review as Word files, and what a reviewer does in them, with another program than ours: python-docx."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from reviewed import files, holdings
from workspace import HOUSE, STYLE, clause

from briefkit.model.libraries import Library
from briefkit.review.request import request
from briefkit.source import Source
from briefkit.writers import WRITERS, Look

REPLIES = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
LAYER = {**files(), **clause("B [@report, paras 7.6-7.7].\n", slug="b", title="Title B")}


def library() -> Library:
    return holdings(LAYER)


def requested(names: Sequence[str] = ("a", "b"), language: str = "en", among: Library | None = None) -> bytes:
    """The request for some clauses."""
    found = among or library()
    clauses = [one for name in names if (one := found.clause(name))]
    made = request(clauses, language, found, Source("international-law.csl", STYLE), {}, date(2026, 11, 29))
    assert made.diagnostics == ()
    return WRITERS["docx"](made.value, Look(HOUSE))


def answered(data: bytes, answer: Callable[[Document], None]) -> bytes:
    """The file as it comes back, after a reviewer has worked in it."""
    opened = docx.Document(BytesIO(data))
    answer(opened)
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


def paragraph(opened: Document, begins: str, nth: int = 0) -> Paragraph:
    return [one for one in opened.paragraphs if one.text.replace("\u00a0", " ").startswith(begins)][nth]


def retype(where: Paragraph, old: str, new: str) -> None:
    """Replace words as somebody does who has not switched on tracked changes."""
    run = next(run for run in where.runs if old in run.text)
    run.text = run.text.replace(old, new)


def comment(opened: Document, begins: str, text: str, nth: int = 0) -> None:
    """Put a comment beside the paragraph that begins so."""
    made = opened.add_comment(paragraph(opened, begins, nth).runs, text=text, author="A. Reviewer")
    made._comment_elm.set(qn("w:date"), "2026-12-02T09:00:00Z")


def decide(opened: Document, row: int, role: str = "", day: str = "", decision: str = "") -> None:
    """Fill in a row of the last table."""
    for cell, words in zip(opened.tables[-1].rows[row].cells[1:], (role, day, decision), strict=True):
        cell.text = words


def track(where: Paragraph, old: str, new: str) -> None:
    """Replace words with tracked changes, in the first run that holds them."""
    run = next(run for run in where.runs if old in run.text)
    before, _, after = run.text.partition(old)
    about = 'w:id="9" w:author="A. Reviewer" w:date="2026-12-01T10:00:00Z"'
    pieces = [
        f"<w:r {nsdecls('w')}><w:t xml:space='preserve'>{before}</w:t></w:r>",
        f"<w:del {nsdecls('w')} {about}><w:r><w:delText xml:space='preserve'>{old}</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')} {about}><w:r><w:t xml:space='preserve'>{new}</w:t></w:r></w:ins>",
        f"<w:r {nsdecls('w')}><w:t xml:space='preserve'>{after}</w:t></w:r>",
    ]
    for piece in pieces:
        run._r.addprevious(parse_xml(piece))
    run._r.getparent().remove(run._r)


def with_part(data: bytes, name: str, content: str | bytes) -> bytes:
    """The file with one part more, or with another in its place."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry.filename))
        new.writestr(name, content)
    return made.getvalue()


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def replying(data: bytes) -> bytes:
    """The file in which each comment after the first of its author answers that one, as Word ties replies."""
    comments = part(data, "word/comments.xml")
    count = 0
    pieces = comments.split("<w:p>")
    for at in range(1, len(pieces)):
        count += 1
        pieces[at] = f'<w:p w14:paraId="0000000{count}">' + pieces[at]
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    named = "".join(pieces).replace("<w:comments ", f"<w:comments {space}", 1)
    ties = "".join(f'<w15:commentEx w15:paraId="0000000{one}" w15:paraIdParent="00000001" w15:done="0"/>' for one in range(2, count + 1))
    extended = f'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{ties}</w15:commentsEx>'
    links = part(data, "word/_rels/document.xml.rels")
    link = f'<Relationship Id="rReplies" Type="{REPLIES}" Target="commentsExtended.xml"/></Relationships>'
    for name, content in (
        ("word/comments.xml", named),
        ("word/commentsExtended.xml", extended),
        ("word/_rels/document.xml.rels", links.replace("</Relationships>", link)),
    ):
        data = with_part(data, name, content)
    return data
