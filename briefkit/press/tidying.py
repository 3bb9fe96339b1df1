"""What LibreOffice makes, without what tells of the machine and the hour: a filed document says nothing of these."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pikepdf

_TOLD = ("/CreationDate", "/ModDate", "/Creator", "/Producer", "/Author")
_MADE_BY = re.compile(
    rb"<meta:generator>.*?</meta:generator>|<meta:creation-date>.*?</meta:creation-date>|<dc:date>.*?</dc:date>", re.DOTALL
)
_DAY = (1980, 1, 1, 0, 0, 0)


def tidied_pdf(data: bytes) -> bytes:
    """A PDF without the program's name and the date; as it is where it cannot be read."""
    made = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as file:
            for name in _TOLD:
                if name in file.docinfo:
                    del file.docinfo[name]
            file.save(made, deterministic_id=True, fix_metadata_version=False)
    except pikepdf.PdfError:
        return data
    return made.getvalue()


def tidied_odt(data: bytes) -> bytes:
    """An ODT file without the program's name, the date and the picture of its first page. Its type stays first, and unpacked."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(made, "w") as tidy:
        for info in package.infolist():
            if info.filename.startswith("Thumbnails/"):
                continue
            content = package.read(info)
            if info.filename == "meta.xml":
                content = _MADE_BY.sub(b"", content)
            elif info.filename == "META-INF/manifest.xml":
                content = re.sub(rb"\s*<manifest:file-entry[^>]*Thumbnails/[^>]*/>", b"", content)
            kept = zipfile.ZipInfo(info.filename, _DAY)
            tidy.writestr(kept, content, zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED)
    return made.getvalue()
