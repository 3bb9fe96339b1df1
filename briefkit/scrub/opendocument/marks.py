"""Comments of an OpenDocument text, and marks in its XML that no reader sees."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.messages import say, say_count
from briefkit.ooxml import Element
from briefkit.scrub.addresses import is_local, tells_a_file, without_recipient
from briefkit.scrub.found import COMMENT, Finding, brief
from briefkit.scrub.opendocument.package import HREF, OFFICE, TEXT, Package, local, named
from briefkit.scrub.packages import put_in_place, take_out, text_of

_DC = "http://purl.org/dc/elements/1.1/"
_COMMENTS = named(OFFICE, "annotation", "annotation-end")
_LINKS = (*named(TEXT, "a"), "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}a")
_TIP = named(OFFICE, "title")[0]
_NOTED = named(TEXT, "reference-mark", "reference-mark-start", "reference-mark-end", "bookmark", "bookmark-start", "bookmark-end")
_MANAGERS = ("ZOTERO_", "CITE_", "JR_cite", "Mendeley", "EN.")  # how reference managers begin the names of their marks
_FORM = "urn:oasis:names:tc:opendocument:xmlns:form:1.0"
_OUTSIDE = (HREF, *(f"{{{_FORM}}}{name}" for name in ("datasource", "command", "image-data", "list-source")))
_SESSIONS = ("rsid", "paragraph-rsid")


def dropped_comments(text: Package) -> Iterator[Finding]:
    """Comments with their places."""
    for name, tree in text.texts:
        for node in list(tree.iter(*_COMMENTS)):
            if local(node) == "annotation":
                author = next((text_of(one) for one in node.iter(f"{{{_DC}}}creator")), "")
                words = " ".join(text_of(one) for one in node.iter(*named(TEXT, "p")))
                yield Finding(COMMENT, name, say("{author} commented: “{words}”", author=brief(author) or "?", words=brief(words)))
            take_out(node)


def cleared_marks(text: Package) -> Iterator[Finding]:
    """Sessions of editing, data of reference managers, links to files, data for programs, embedded typefaces."""
    yield from _sessions(text)
    for name, tree in text.texts:
        yield from _links(name, tree)
        yield from _managers(name, tree)
        yield from _forms(name, tree)
        yield from _for_programs(name, tree)
        for node in list(tree.iter("{*}font-face-src")):
            take_out(node)


def _sessions(text: Package) -> Iterator[Finding]:
    for name, tree in text.trees.items():
        sessions = [(node, key) for node in tree.iter("{*}*") for key in node.attrib if str(key).rpartition("}")[2] in _SESSIONS]
        for node, key in sessions:
            del node.attrib[key]
        if sessions:
            said = say_count("{number} mark of an editing session (rsid)", "{number} marks of editing sessions (rsid)", len(sessions))
            yield Finding("rsid", name, said)


def _managers(part: str, tree: Element) -> Iterator[Finding]:
    for node in list(tree.iter(*_NOTED)):
        told = node.get(*named(TEXT, "name")) or ""
        if told.startswith(_MANAGERS) or "CSL_CITATION" in told:
            take_out(node)
            yield Finding("field", part, say("A field tells: {instruction}", instruction=brief(told)))


def _forms(part: str, tree: Element) -> Iterator[Finding]:
    """What forms hold unseen, and where they take from or send what is filled in."""
    for node in list(tree.iter(f"{{{_FORM}}}hidden")):
        take_out(node)
        yield Finding("hidden", part, say("hidden text: “{words}”", words=brief(node.get(f"{{{_FORM}}}value", ""))))
    for node in tree.iter(f"{{{_FORM}}}*"):
        for key in [one for one in _OUTSIDE if node.get(one)]:
            yield Finding("link", part, say("It links to {address}", address=brief(str(node.attrib.pop(key)))))


def _for_programs(part: str, tree: Element) -> Iterator[Finding]:
    marked = list(tree.iter(*named(TEXT, "meta", "meta-field")))
    for node in marked:
        put_in_place(node)
    if marked:
        said = say_count(
            "{number} word or passage is marked for programs", "{number} words or passages are marked for programs", len(marked)
        )
        yield Finding("custom", part, said)


def _links(part: str, tree: Element) -> Iterator[Finding]:
    for node in list(tree.iter(*_LINKS)):
        address, tip = node.get(HREF, ""), node.get(_TIP, "")
        if tells_a_file(tip):
            del node.attrib[_TIP]
            yield Finding("link", part, say("It links to {address}", address=brief(tip)))
        plain = without_recipient(address)
        if plain != address and not is_local(plain):
            node.set(HREF, plain)
            yield Finding("link", part, say("A link names who received it by mail: {address}", address=brief(plain)))
        elif is_local(address):
            put_in_place(node)
            yield Finding("link", part, say("It links to {address}", address=brief(address)))
    for node in list(tree.iter(*named(TEXT, "section-source", "alphabetical-index-auto-mark-file"))):
        take_out(node)
        if node.get(HREF):
            yield Finding("link", part, say("It links to {address}", address=brief(node.get(HREF, ""))))
    for node in list(tree.iter("{*}dde-connection-decls", "{*}dde-source")):
        take_out(node)
        yield Finding("link", part, say("It links to {address}", address="DDE"))
