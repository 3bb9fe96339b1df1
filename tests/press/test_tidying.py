"""Files without the name of the program that made them and without the hour."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pikepdf

from briefkit.press.tidying import tidied_odt, tidied_pdf


def test_a_pdf_keeps_its_title_alone() -> None:
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name, value in (
            ("Title", "On"),
            ("Producer", "P 7.4"),
            ("Creator", "W"),
            ("CreationDate", "D:2026"),
            ("Author", "A"),
            ("Company", "C"),
        ):
            pdf.docinfo[f"/{name}"] = value
        pdf.Root.Metadata = pdf.make_stream(b"<x:xmpmeta>P 7.4</x:xmpmeta>")
        pdf.save(made)
    with pikepdf.open(BytesIO(tidied_pdf(made.getvalue()) or b"")) as tidy:
        assert {name: str(value) for name, value in tidy.docinfo.items()} == {"/Title": "On"}
        assert (len(tidy.pages), "/Metadata" in tidy.Root) == (1, False)


def test_what_is_damaged_is_not_taken() -> None:
    assert tidied_pdf(b"no pdf") is None
    assert tidied_odt(b"no package") is None


def test_an_odt_file_begins_with_its_type_and_tells_no_machine() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("Thumbnails/thumbnail.png", b"picture")
        package.writestr("meta.xml", "<m><dc:title>On</dc:title><meta:generator>L$Linux_X86_64</meta:generator><dc:date>2026</dc:date></m>")
        items = ("Rsid", "RsidRoot", "PrinterName", "PrinterSetup", "CurrentDatabaseDataSource", "PrintTables")
        item = '<config:config-item config:name="{0}" config:type="string">A printer</config:config-item>'
        view = '<config:config-item-set config:name="ooo:view-settings"><a>9</a></config:config-item-set>'
        package.writestr("settings.xml", "<s>" + view + "".join(map(item.format, items)) + "</s>")
        package.writestr("manifest.rdf", "<r/>")
        listed = '\n <manifest:file-entry manifest:full-path="{0}" manifest:media-type=""/>'.format
        package.writestr("META-INF/manifest.xml", f"<m>{listed('Thumbnails/thumbnail.png')}{listed('manifest.rdf')}</m>")
    tidy = tidied_odt(made.getvalue())
    assert tidy is not None
    with zipfile.ZipFile(BytesIO(tidy)) as package:
        assert package.namelist() == ["mimetype", "meta.xml", "settings.xml", "META-INF/manifest.xml"]
        assert package.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert package.read("meta.xml") == b"<m><dc:title>On</dc:title></m>"
        assert package.read("settings.xml").decode() == f"<s>{item.format('PrintTables')}</s>"
        assert package.read("META-INF/manifest.xml") == b"<m></m>"
        assert {info.date_time[0] for info in package.infolist()} == {1980}
    assert tidied_odt(tidy) == tidy
