"""Sources that do not bind, used for the first time without a word on what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.lint.subject import Subject, bodies_of
from briefkit.messages import say
from briefkit.model.libraries import STATUSES, Authority
from briefkit.tree import Cite, Document, Heading, Note, Ref, Table
from briefkit.walk import Line, blocks_within, inlines_within, own_inlines, plain

LABELLED = ("soft-law", "comparative")  # what has to be called what it is


def unlabelled_status(subject: Subject) -> Iterator[Diagnostic]:
    """`status-unlabelled`: where a body's soft law, or a comparative source, is first cited, nothing says that it is.

    The label may stand in the paragraph, in its notes, or in the paragraph right before, of a table in the one that it follows;
    one label serves all texts of that status by the same body.
    """
    labels = subject.words.labels(subject.document.language)
    if not labels:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, labels))})", re.IGNORECASE)
    seen: set[tuple[str, str]] = set()
    for line, before in _lines(subject.document):
        new = {key: ref for ref in _refs(line) if (key := _key(subject.authorities.get(ref.authority))) and key not in seen}
        seen |= set(new)
        if new and not pattern.search(f"{_words(before)} {_words(line)}"):
            for (status, _), ref in new.items():
                said = say(
                    "Here {authority} is used for the first time, and nothing says that it is {standing}.",
                    authority=ref.authority,
                    standing=STATUSES[status],
                )
                yield diagnose(
                    "status-unlabelled", said, ref.origin.span, say("say so in this paragraph: {words} …", words=", ".join(labels[:3]))
                )


def _lines(document: Document) -> Iterator[tuple[Line, Line]]:
    """Every line of the document, with the paragraph right before it; for the cells of a table, with the one before the table."""
    before: Line = ()
    tables = [block for block in blocks_within(document.blocks) if isinstance(block, Table)]
    in_tables = {id(one) for table in tables for one in blocks_within((table,))}
    for block in blocks_within(document.blocks):
        line = tuple(own_inlines(block))
        yield line, before
        if id(block) not in in_tables and (line or isinstance(block, Heading)):
            before = line


def _refs(line: Line) -> Iterator[Ref]:
    return (ref for one in inlines_within(line) if isinstance(one, Cite) for ref in one.refs)


def _key(authority: Authority | None) -> tuple[str, str] | None:
    """The status and the body of a source that needs a label; of one without a body, the source itself."""
    if authority is None or authority.status not in LABELLED:
        return None
    return authority.status, next(iter(bodies_of(authority)), authority.id)


def _words(line: Line) -> str:
    """The words of a line and of its notes."""
    notes = (plain(one.children) for one in inlines_within(line) if isinstance(one, Note))
    return " ".join((plain(line), *notes)).replace("\u00a0", " ")
