"""PDF files without what they tell besides their pages. What the pages show is not touched: their contents stay byte for byte."""

from __future__ import annotations

import hashlib
import logging
import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from briefkit.messages import Message, say
from briefkit.scrub.addresses import tells_a_file
from briefkit.scrub.found import SIGNATURE, Decisions, Finding, Scrubbed, Unscrubbable, brief
from briefkit.scrub.guarding import compare
from briefkit.scrub.pdf_annotations import cleared_annotations
from briefkit.scrub.pdf_metadata import cleared_information, cleared_metadata
from briefkit.scrub.pdf_objects import as_list, every

_MEMORY = 256 * 1024 * 1024  # bytes that one packed part may unpack to
# What pikepdf raises, and what follows where an object is not of the kind that it must be.
_DAMAGE = (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
_ENDS = re.compile(rb"startxref\s+\d+\s+%%EOF")
_PRIVATE = ("/PieceInfo", "/LastModified", "/SpiderInfo", "/DPartRoot", "/OPI", "/Ref", "/Thumb", "/AF", "/AA", "/Alternates")
_OF_PROGRAMS = ("/PTEX.", "/AAPL:", "/ADBE_", "/ADBE:", "/MSFT_")  # keys of TeX (the names of figures), of macOS, of Acrobat, of Word
# What a catalogue and a page may say (ISO 32000-2 tables 29 and 31) and what serves to read them; the rest is some program's own.
_OF_THE_FILE = {
    *("Type", "Version", "Extensions", "Pages", "PageLabels", "Names", "Dests", "ViewerPreferences", "PageLayout", "PageMode", "Outlines"),
    *("OpenAction", "AcroForm", "Metadata", "StructTreeRoot", "MarkInfo", "Lang", "OutputIntents", "OCProperties"),
}
_OF_A_PAGE = {
    *("Type", "Parent", "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "BoxColorInfo", "Contents", "Rotate", "Group"),
    *("Dur", "Trans", "Annots", "Metadata", "StructParents", "Tabs", "PresSteps", "UserUnit", "VP", "OutputIntents"),
}
_SAID = {
    "/Thumb": ("thumbnail", say("There is a small picture of a page.")),
    "/AF": ("embedded", say("Another file is embedded.")),
    "/AA": ("script", say("There is something to be done when it is opened ({key}).", key="AA")),
}
_LIVE = ("/OpenAction", "/Perms", "/DSS", "/Requirements", "/URI", "/Legal", "/Collection", "/Threads")


logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it says of damage is told as a diagnostic


def scrub_pdf(data: bytes, decisions: Decisions) -> Scrubbed:
    """The file without what is found in it. Raises Unscrubbable; the contents of the pages are compared with those of before."""
    _set_limits()
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _refuse(file)
            before = _contents(file)
            findings = [*_earlier(data, file), *_scrubbed(file)]
            made = BytesIO()
            file.save(made, deterministic_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except pikepdf.PasswordError:
        raise _protected() from None
    except Unscrubbable:
        raise
    except _DAMAGE:
        hint = say("open it in another program, print it to a new PDF, and scrub that")
        raise Unscrubbable(say("it is damaged, or no PDF"), hint) from None
    with pikepdf.open(BytesIO(made.getvalue())) as file:
        compare(before, _contents(file))
    return Scrubbed(made.getvalue(), tuple(dict.fromkeys(findings)))


def _set_limits() -> None:
    """How much a packed part may unpack to, where the library can be told so."""
    set_limits: Any = getattr(pikepdf.settings, "set_qpdf_limits", None)
    if set_limits is not None:
        names = ("flate_max_memory", "run_length_max_memory", "png_max_memory", "tiff_max_memory", "dct_max_memory")
        set_limits(**dict.fromkeys(names, _MEMORY))


def _protected() -> Unscrubbable:
    return Unscrubbable(say("it is protected with a password"), say("take the password off in the program that made it, and try again"))


def _refuse(file: pikepdf.Pdf) -> None:
    if file.is_encrypted:
        raise _protected()
    form = file.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        raise Unscrubbable(say("it is a form that only Adobe’s programs show (XFA)"), say("print it to a new PDF, and scrub that"))


def _contents(file: pikepdf.Pdf) -> list[str]:
    """A digest of what each page shows: its contents, as they are stored, and those of the forms that it calls."""
    return [hashlib.sha256(b"".join(_streams(page.obj))).hexdigest() for page in file.pages]


def _streams(page: pikepdf.Object) -> Iterator[bytes]:
    held = page.get("/Contents")
    parts = as_list(held) if isinstance(held, pikepdf.Array) else [held]
    yield from (one.read_bytes() for one in parts if isinstance(one, pikepdf.Stream))
    forms = page.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    for name in sorted(forms.keys()):
        if forms[name].get("/Subtype") == "/Form":
            yield forms[name].read_bytes()


def _earlier(data: bytes, file: pikepdf.Pdf) -> Iterator[Finding]:
    """Earlier versions: a PDF is often changed by adding to its end. A file laid out for the web has two ends."""
    if len(_ENDS.findall(data)) > (2 if file.is_linearized else 1):
        yield Finding("copy", "", say("Earlier versions of the document are in the file."))
    if not data.startswith(b"%PDF-") or data.rpartition(b"%%EOF")[2].strip():
        yield Finding("package", "", say("Something stands before the beginning or behind the end of the document."))


def _scrubbed(file: pikepdf.Pdf) -> Iterator[Finding]:
    yield from cleared_information(file)
    yield from _signatures(file)
    yield from cleared_annotations(file)
    yield from _names(file)
    yield from _live(file)
    yield from _lost_pages(file)
    yield from _layers(file)
    yield from _margins(file)
    yield from _unknown(file)
    for thing in every(file):
        yield from cleared_metadata(file, thing)
        yield from _private(thing)
        yield from _described(thing)
    if "/ID" in file.trailer:  # copies of a file share it; the new one is made of the file's own bytes
        del file.trailer["/ID"]


def _signatures(file: pikepdf.Pdf) -> Iterator[Finding]:
    """Signatures would not hold for the new file; their fields stay where they stand, without what signed them."""
    form = file.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/SigFlags" in form:
        del form["/SigFlags"]
    for thing in every(file):
        value = thing.get("/V") if thing.get("/FT") == "/Sig" else None
        if isinstance(value, pikepdf.Dictionary):
            who = str(value.get("/Name", ""))
            del thing["/V"]
            yield Finding(SIGNATURE, "", say("It is signed ({name}); the signature will be broken.", name=brief(who) or "?"))


def _names(file: pikepdf.Pdf) -> Iterator[Finding]:
    names = file.Root.get("/Names", pikepdf.Dictionary())
    for key, kind, said in (
        ("/EmbeddedFiles", "embedded", say("Another file is embedded.")),
        ("/JavaScript", "script", say("There are programs (JavaScript).")),
        ("/Renditions", "embedded", say("Another file is embedded.")),
        ("/AlternatePresentations", "script", say("There are programs (JavaScript).")),
        ("/Templates", "hidden", say("There are pages that are not shown.")),
        ("/Pages", "hidden", say("There are pages that are not shown.")),
        ("/IDS", "link", say("It says from which addresses it was gathered.")),
        ("/URLS", "link", say("It says from which addresses it was gathered.")),
    ):
        if key in names:
            del names[key]
            yield Finding(kind, "", said)


def _lost_pages(file: pikepdf.Pdf) -> Iterator[Finding]:
    """Pages that were taken out, but to which a bookmark or the reading order for screen readers still leads."""
    pages = {page.obj.objgen for page in file.pages}
    for thing in every(file):
        if thing.get("/Type") == "/Page" and thing.objgen not in pages and len(thing.keys()) > 1:
            for key in [one for one in thing.keys() if one != "/Type"]:  # noqa: SIM118
                del thing[key]
            yield Finding("hidden", "", say("A page that was taken out is still in the file."))


def _private(thing: pikepdf.Object) -> Iterator[Finding]:
    """What programs note for themselves, small previews, attached files, and what happens beside the text."""
    for key in [one for one in thing.keys() if one in _PRIVATE or one.startswith(_OF_PROGRAMS)]:  # noqa: SIM118
        del thing[key]
        yield Finding(*_told_of(key))


def _told_of(key: str) -> tuple[str, str, Message]:
    kind, said = _SAID.get(key, ("program", say("A program left its own data ({key}).", key=key[1:])))
    return kind, "", said


def _unknown(file: pikepdf.Pdf) -> Iterator[Finding]:
    """What programs note of the whole file or of a page under names that are theirs alone."""
    for thing, known in ((file.Root, _OF_THE_FILE), *((page.obj, _OF_A_PAGE) for page in file.pages)):
        for key in [one for one in thing.keys() if one[1:] not in known]:  # noqa: SIM118
            del thing[key]
            yield Finding(*_told_of(key))


def _described(thing: pikepdf.Object) -> Iterator[Finding]:
    """Descriptions for those who cannot see that are only the name of a file, and what a program notes of a piece of the text."""
    alternative = thing.get("/Alt") if "/S" in thing else None
    if isinstance(alternative, pikepdf.String) and tells_a_file(str(alternative)):
        del thing["/Alt"]
        yield Finding("picture", "", say("A drawing names a file: {name}", name=brief(str(alternative))))
    if thing.get("/O") == "/UserProperties" and as_list(thing.get("/P")):
        thing["/P"] = pikepdf.Array()
        yield Finding(*_told_of("/UserProperties"))


def _live(file: pikepdf.Pdf) -> Iterator[Finding]:
    """What is to be done when the file is opened, and what it says of its rights and addresses."""
    root = file.Root
    for key in _LIVE:
        if key in root and (key != "/OpenAction" or _acts(root[key])):
            del root[key]
            yield Finding("script", "", say("There is something to be done when it is opened ({key}).", key=key[1:]))


def _acts(value: pikepdf.Object) -> bool:
    """Whether opening the file does more than to show a page."""
    return isinstance(value, pikepdf.Dictionary) and value.get("/S") != "/GoTo"


def _layers(file: pikepdf.Pdf) -> Iterator[Finding]:
    """Layers that are switched off: what stands in them is part of the pages' contents, and stays."""
    layers = file.Root.get("/OCProperties", pikepdf.Dictionary())
    usual = layers.get("/D", pikepdf.Dictionary())
    off = as_list(usual.get("/OFF"))
    if usual.get("/BaseState") == "/OFF":
        on = {one.objgen for one in as_list(usual.get("/ON"))}
        off += [one for one in as_list(layers.get("/OCGs")) if one.objgen not in on]
    for layer in off:
        name = str(layer.get("/Name", ""))
        yield Finding(
            "hidden", "", say("A layer is hidden and stays: “{name}”; print the file to a new PDF without it.", name=brief(name)), True
        )


def _margins(file: pikepdf.Pdf) -> Iterator[Finding]:
    """Pages that are cut: what stands outside is only hidden, and stays."""
    for number, page in enumerate(file.pages, start=1):
        whole, shown = ([float(one) for one in box] for box in (page.mediabox, page.cropbox))
        if shown[0] > whole[0] + 1 or shown[1] > whole[1] + 1 or shown[2] < whole[2] - 1 or shown[3] < whole[3] - 1:
            said = say("The page is cut, and what stands outside stays; print the file to a new PDF.")
            yield Finding("crop", say("page {number}", number=number), said, True)
