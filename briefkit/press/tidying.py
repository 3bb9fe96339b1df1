"""What LibreOffice makes, without what tells of the machine and the hour: a filed document says nothing of these."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pikepdf

_KEPT = ("/Title",)  # of a PDF's information; all else is the program's, or the hour
_MADE_BY = re.compile(
    rb"<meta:generator>.*?</meta:generator>|<meta:creation-date>.*?</meta:creation-date>|<dc:date>.*?</dc:date>", re.DOTALL
)
# Settings that name a printer, a database or a session of editing.
_SET = re.compile(
    rb'<config:config-item config:name="(?:Rsid|RsidRoot|Printer(?:Name|Setup)|CurrentDatabase\w+|EmbeddedDatabaseName)"[^>]*?'
    rb"(?:/>|>[^<]*</config:config-item>)"
)
_VIEWED = re.compile(rb'<config:config-item-set config:name="ooo:view-settings">.*?</config:config-item-set>', re.DOTALL)  # who read where
_NEEDLESS = ("Thumbnails/", "manifest.rdf")  # a picture of the first page, data about the parts that no program shows
_LISTED = re.compile(rb'\s*<manifest:file-entry[^>]*full-path="(?:Thumbnails/|manifest\.rdf)[^>]*/>')
_FIRST = "mimetype"  # stands first in the package, as it is, so that its kind can be told by the first bytes
_DAY = (1980, 1, 1, 0, 0, 0)


def tidied_pdf(data: bytes) -> bytes | None:
    """A PDF without the program's name and the date; None for one that is damaged."""
    made = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as file:
            for name in [str(one) for one in file.docinfo if one not in _KEPT]:
                del file.docinfo[name]
            if "/Metadata" in file.Root:
                del file.Root.Metadata  # the same again, in XML
            file.save(made, deterministic_id=True, fix_metadata_version=False)
    except pikepdf.PdfError:
        return None
    return made.getvalue()


def tidied_odt(data: bytes) -> bytes | None:
    """An ODT file without the program's name, the date, its first page as a picture and the place last read; None for a damaged one."""
    made = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(made, "w") as tidy:
            for name in package.namelist():
                if not name.startswith(_NEEDLESS):
                    packing = zipfile.ZIP_STORED if name == _FIRST else zipfile.ZIP_DEFLATED
                    tidy.writestr(zipfile.ZipInfo(name, _DAY), _untold(name, package.read(name)), packing)
    except zipfile.BadZipFile:
        return None
    return made.getvalue()


def _untold(name: str, content: bytes) -> bytes:
    """A part of the package without what tells of the machine."""
    if name == "meta.xml":
        return _MADE_BY.sub(b"", content)
    if name == "settings.xml":
        return _VIEWED.sub(b"", _SET.sub(b"", content))
    return _LISTED.sub(b"", content) if name == "META-INF/manifest.xml" else content
