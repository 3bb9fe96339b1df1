"""Fields of an OpenDocument text that name people, files or data: what they show stays as text."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.messages import say
from briefkit.scrub.found import Finding, brief
from briefkit.scrub.opendocument.hidden import is_unshown
from briefkit.scrub.opendocument.package import TEXT, Package, local, named
from briefkit.scrub.packages import put_in_place, take_out, text_of

_SHOWING = named(
    TEXT,
    *("author-name", "author-initials", "creator", "initial-creator", "printed-by", "creation-date", "creation-time"),
    *("modification-date", "modification-time", "print-date", "print-time", "editing-cycles", "editing-duration", "file-name"),
    *("template-name", "user-defined", "description", "keywords", "subject", "user-field-get", "user-field-input", "dde-connection"),
    *("database-display", "database-name", "database-row-number", "conditional-text", "execute-macro"),
    *("variable-set", "variable-get", "variable-input", "bibliography-mark"),
    *("sender-firstname", "sender-lastname", "sender-initials", "sender-title", "sender-position", "sender-email", "sender-phone-private"),
    *("sender-fax", "sender-company", "sender-phone-work", "sender-street", "sender-city", "sender-postal-code", "sender-country"),
    "sender-state-or-province",
)
_SILENT = named(TEXT, "script", "database-next", "database-row-select")
_DECLARED = named(TEXT, "user-field-decls", "variable-decls")


def cut_fields(text: Package) -> Iterator[Finding]:
    """Leave what telling fields show as plain text, and drop what only fields use."""
    for name, tree in text.texts:
        for node in list(tree.iter(*_SHOWING)):
            if is_unshown(node):
                yield Finding("variable", name, say("There are variables that no program shows."))
                take_out(node)
                continue
            yield Finding("field", name, say("A field tells: {instruction}", instruction=brief(f"{local(node)} “{text_of(node)}”")))
            put_in_place(node)
        for node in list(tree.iter(*_SILENT)):
            yield Finding("script", name, say("A field tells: {instruction}", instruction=local(node)))
            take_out(node)
        for node in list(tree.iter(*_DECLARED)):
            if len(node):
                yield Finding("variable", name, say("There are variables that no program shows."))
            take_out(node)
