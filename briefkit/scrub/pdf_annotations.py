"""Annotations of a PDF: links into the web and fields of forms stay; comments, attached files and links to files go."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from briefkit.messages import NOTHING, Message, say
from briefkit.scrub.addresses import is_local, tells_a_file, without_recipient
from briefkit.scrub.found import COMMENT, Finding, brief
from briefkit.scrub.pdf_objects import as_list

_KEPT = {"/Link", "/Widget", "/PrinterMark", "/TrapNet"}
_HIDDEN = 2  # among the flags of an annotation: neither shown nor printed
_FILES = {"/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"}
_NOTED = ("/M", "/CreationDate", "/T", "/NM", "/Subj")  # when and by whom; a field of a form has its name under /T
_OUTSIDE = {"/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/JavaScript", "/Rendition", "/Movie", "/Sound"}


def cleared_annotations(file: pikepdf.Pdf) -> Iterator[Finding]:
    """Go through the annotations of each page."""
    for number, page in enumerate(file.pages, start=1):
        held = page.obj.get("/Annots")
        if not isinstance(held, pikepdf.Array):
            continue
        where, kept = say("page {number}", number=number), []
        for one in as_list(held):
            gone = _gone(one, where)
            if gone is None:
                kept.append(one)
                yield from _quieted(one, where)
                continue
            _empty(one)
            if gone.what:
                yield gone
        page.obj["/Annots"] = pikepdf.Array(kept)
    yield from _unshown_fields(file)
    yield from _outlines(file)


def _unshown_fields(file: pikepdf.Pdf) -> Iterator[Finding]:
    """Take fields that stand on no page, or do so no more, off the list of those of the form."""
    form = file.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or "/Fields" not in form:
        return
    shown = [one for one in as_list(form["/Fields"]) if "/Kids" in one or "/Subtype" in one]
    for one in as_list(form["/Fields"]):
        if one not in shown and _text(one.get("/V")):
            yield Finding("hidden", "", say("hidden text: “{words}”", words=brief(_text(one.get("/V")))))
    form["/Fields"] = pikepdf.Array(shown)


def _empty(one: pikepdf.Object) -> None:
    """Leave nothing of an annotation, since the list of what a page is made of for screen readers may lead to it still."""
    for key in list(one.keys()):
        del one[key]


def _gone(one: pikepdf.Object, where: Message) -> Finding | None:
    """What an annotation tells that goes; None for one that stays."""
    kind = str(one.get("/Subtype", ""))
    if kind in _FILES:
        return Finding("embedded", where, say("Another file is embedded."))
    if kind == "/Popup":  # the window of a comment that is told of
        return Finding(COMMENT, where, NOTHING)
    if kind not in _KEPT:
        words, author = str(one.get("/Contents", "")), str(one.get("/T", ""))
        return Finding(COMMENT, where, say("{author} commented: “{words}”", author=brief(author) or "?", words=brief(words)))
    if kind == "/Widget" and int(one.get("/F", 0)) & _HIDDEN:
        return Finding("hidden", where, say("hidden text: “{words}”", words=brief(_text(one.get("/V")))))
    address = _outside(one.get("/A"))
    if kind == "/Link" and address is not None:
        return Finding("link", where, say("It links to {address}", address=brief(address)))
    return None


def _quieted(one: pikepdf.Object, where: Message) -> Iterator[Finding]:
    """Take out of an annotation that stays when and by whom it was made, and what it does outside the document."""
    field = one.get("/Subtype") == "/Widget"
    noted = [key for key in _NOTED if key in one and not (field and key in ("/T", "/NM"))]
    for key in noted:
        del one[key]
    if noted:
        yield Finding("time", where, say("A link or a field notes when it was made."))
    for key in ("/A", "/PA"):  # what happens at a click, and what programs noted that it would be on the web
        address = _outside(one.get(key))
        if address is not None:
            del one[key]
            yield Finding("link", where, say("It links to {address}", address=brief(address)))
    if not field and tells_a_file(_text(one.get("/Contents"))):
        yield Finding("link", where, say("It links to {address}", address=brief(_text(one.get("/Contents")))))
        del one["/Contents"]
    if relayed := _without_recipient(one.get("/A")):
        yield Finding("link", where, say("A link names who received it by mail: {address}", address=brief(relayed)))


def _outside(action: pikepdf.Object | None) -> str | None:
    """The file or local address that an action leads to, or what it does; None where it stays in the document or on the web."""
    if not isinstance(action, pikepdf.Dictionary):
        return None
    address = next(filter(None, map(_outside, _following(action))), None)
    return _alone(action) if address is None else address


def _following(action: pikepdf.Object) -> list[pikepdf.Object]:
    """What happens after an action, taken off it, since chains may run in a circle."""
    after = action.get("/Next")
    if after is None:
        return []
    del action["/Next"]
    return as_list(after) or [after]


def _alone(action: pikepdf.Object) -> str | None:
    """What an action does by itself, as `_outside`."""
    kind = str(action.get("/S", ""))
    if kind == "/URI":
        address = _text(action.get("/URI"))
        return address if is_local(address) else None
    if kind not in _OUTSIDE:
        return None
    target = action.get("/F")
    named = target.get("/UF", target.get("/F")) if isinstance(target, pikepdf.Dictionary) else target
    return _text(named) or kind[1:]


def _without_recipient(action: pikepdf.Object | None) -> str:
    """The address of a link, if it had to be made what it was before a mail program replaced it."""
    if not isinstance(action, pikepdf.Dictionary) or action.get("/S") != "/URI":
        return ""
    address = _text(action.get("/URI"))
    plain = without_recipient(address)
    if plain == address or is_local(plain):
        return ""
    action["/URI"] = pikepdf.String(plain)
    return plain


def _text(value: pikepdf.Object | None) -> str:
    return str(value) if isinstance(value, pikepdf.String) else ""


def _outlines(file: pikepdf.Pdf) -> Iterator[Finding]:
    """Bookmarks that lead outside the document stay as words."""
    ahead, seen = [file.Root.get("/Outlines")], set[tuple[int, int]]()
    while ahead:
        entry = ahead.pop()
        if not isinstance(entry, pikepdf.Dictionary) or (entry.is_indirect and entry.objgen in seen):
            continue
        seen.add(entry.objgen)
        address = _outside(entry.get("/A"))
        if address is not None:
            del entry["/A"]
            yield Finding("link", say("bookmarks"), say("It links to {address}", address=brief(address)))
        ahead += [entry.get("/First"), entry.get("/Next")]
