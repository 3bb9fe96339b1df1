"""PDF files with things that tell more than their pages; the secret of each is the word “Zhanar”."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pictures_by_hand as by_hand
import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from telling_words import RELAYED

SECRET = "Zhanar"
XMP = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" {{attributes}}><dc:creator><rdf:Seq><rdf:li>{SECRET}</rdf:li></rdf:Seq></dc:creator>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">On &amp; on</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

Made = Callable[[Pdf], None]


def pdf(tells: Made, more: Callable[[bytes], bytes] = lambda data: data) -> bytes:
    """A file of one page with words on it, and whatever `tells` adds."""
    made = BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page(page_size=(200, 200))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        file.pages[0].Resources = Dictionary(Font=Dictionary(F1=font))
        file.pages[0].Contents = file.make_stream(b"BT /F1 12 Tf 20 100 Td (The text.) Tj ET")
        tells(file)
        file.save(made, fix_metadata_version=False)
    return more(made.getvalue())


def annotated(**about: object) -> Made:
    """An annotation on the page."""

    def tells(file: Pdf) -> None:
        held = {key: String(value) if isinstance(value, str) else value for key, value in about.items()}
        one = file.make_indirect(Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **held))
        file.pages[0].Annots = Array([one])
        # for screen readers, what is on a page is told a second time
        file.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Dictionary(Type=Name.OBJR, Obj=one))

    return tells


def information(file: Pdf) -> None:
    file.docinfo["/Author"], file.docinfo["/Title"] = SECRET, "On"


def metadata(attributes: str = "") -> Made:
    def tells(file: Pdf) -> None:
        xmp = XMP.format(attributes=attributes).encode()
        file.Root.Metadata = file.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)

    return tells


def attachment(file: Pdf) -> None:
    file.attachments["a.txt"] = SECRET.encode()


def script(file: Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(SECRET))


def thumbnail(file: Pdf) -> None:
    file.pages[0].Thumb = file.make_stream(SECRET.encode(), Width=1, Height=1, ColorSpace=Name.DeviceGray, BitsPerComponent=8)


def private(file: Pdf) -> None:
    file.pages[0].PieceInfo = Dictionary(Program=Dictionary(Private=String(SECRET)))


def photo(file: Pdf) -> None:
    image = Stream(file, by_hand.jpeg())
    image.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=80, Height=40, ColorSpace=Name.DeviceRGB, BitsPerComponent=8
    )
    image.write(by_hand.jpeg(), filter=Name.DCTDecode)
    file.pages[0].Resources.XObject = Dictionary(Im1=image)


def signature(file: Pdf) -> None:
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Name=String(SECRET), Contents=String("x"), ByteRange=[0, 1, 2, 3])
    held = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("Signature1"), V=file.make_indirect(value), Rect=[0, 0, 9, 9]
    )
    one = file.make_indirect(held)
    file.pages[0].Annots = Array([one])
    file.Root.AcroForm = Dictionary(Fields=Array([one]), SigFlags=3)


def lost_page(file: Pdf) -> None:
    """A page that is none any more, to which a bookmark still leads."""
    page = Dictionary(Type=Name.Page, Contents=file.make_stream(SECRET.encode()), MediaBox=[0, 0, 9, 9])
    entry = Dictionary(Title=String("On"), Dest=Array([file.make_indirect(page), Name.Fit]))
    file.Root.Outlines = Dictionary(Type=Name.Outlines, First=file.make_indirect(entry))


def layer(file: Pdf) -> None:
    one = file.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    file.Root.OCProperties = Dictionary(OCGs=Array([one]), D=Dictionary(OFF=Array([one])))


def cut_page(file: Pdf) -> None:
    file.pages[0].CropBox = [50, 50, 150, 150]


def earlier(data: bytes) -> bytes:
    """The file with a change added to its end, before which the earlier version still stands."""
    at = data.rindex(b"startxref")
    return data + b"9 0 obj\n(Zhanar)\nendobj\n" + data[at:]


def packed_photo(pack: Callable[[bytes], bytes], name: Name) -> Made:
    """A photo whose file is packed once more, as some programs do."""

    def tells(file: Pdf) -> None:
        photo(file)
        file.pages[0].Resources.XObject["/Im1"].write(pack(by_hand.jpeg()), filter=Array([name, Name.DCTDecode]))

    return tells


def figure_of_tex(file: Pdf) -> None:
    """pdfTeX notes of a figure from which file it was taken."""
    form = file.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    form["/PTEX.FileName"], form["/PTEX.InfoDict"] = String(f"./{SECRET}.pdf"), Dictionary(Author=String(SECRET))
    file.pages[0].Resources.XObject = Dictionary(Fm1=form)


def unknown(of_page: bool) -> Made:
    def tells(file: Pdf) -> None:
        (file.pages[0].obj if of_page else file.Root)["/Extras"] = Dictionary(Kept=String(SECRET))

    return tells


def described(file: Pdf) -> None:
    figure = Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(f"C:\\{SECRET}\\a.jpg"))
    file.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=file.make_indirect(figure))


def of_a_piece(file: Pdf) -> None:
    noted = Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=String("who"), V=String(SECRET))]))
    figure = Dictionary(Type=Name.StructElem, S=Name.Figure, A=noted)
    file.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=file.make_indirect(figure))


def field(**about: object) -> Made:
    def tells(file: Pdf) -> None:
        one = file.make_indirect(Dictionary(FT=Name.Tx, T=String("a"), V=String(SECRET), Rect=[0, 0, 9, 9], **about))
        if about:
            file.pages[0].Annots = Array([one])
        file.Root.AcroForm = Dictionary(Fields=Array([one]))

    return tells


def title(file: Pdf) -> None:
    file.docinfo["/Title"] = f"Microsoft Word - C:\\Users\\{SECRET}\\a.docx"


_WEB = Dictionary(S=Name.URI, URI=String("https://example.org"))
_THEN = Dictionary(S=Name.URI, URI=String("https://example.org"), Next=Dictionary(S=Name.Launch, F=String(f"C:/{SECRET}")))
_BEFORE = Dictionary(S=Name.URI, URI=String(f"file:///{SECRET}"))

# name -> the file, the kind that is reported, words of the report
TELLING: dict[str, tuple[bytes, str, str]] = {
    "author": (pdf(information), "author", "author: Zhanar"),
    "XMP": (pdf(metadata()), "xmp", "There are XMP data: authors, programs, times."),
    "attached file": (pdf(attachment), "embedded", "Another file is embedded."),
    "attached to a place": (
        pdf(annotated(Subtype=Name.FileAttachment, Contents=SECRET)),
        "embedded",
        "Another file is embedded.",
    ),
    "script": (pdf(script), "script", "There is something to be done when it is opened (OpenAction)."),
    "comment": (pdf(annotated(Subtype=Name.Text, T=SECRET, Contents="Ask him")), "comment", "Zhanar commented: “Ask him”"),
    "link to a file": (
        pdf(annotated(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String(f"C:/{SECRET}/a.docx")))),
        "link",
        "It links to C:/Zhanar/a.docx",
    ),
    "link to a file as an address": (
        pdf(annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(f"file:///{SECRET}")))),
        "link",
        "It links to file:///Zhanar",
    ),
    "link that names a recipient": (
        pdf(annotated(Subtype=Name.Link, M=SECRET, A=Dictionary(S=Name.URI, URI=String(RELAYED)))),
        "link",
        "A link names who received it by mail: https://example.org/a",
    ),
    "who made a link": (
        pdf(annotated(Subtype=Name.Link, T=SECRET, A=Dictionary(S=Name.URI, URI=String("https://example.org")))),
        "time",
        "A link or a field notes when it was made.",
    ),
    "thumbnail": (pdf(thumbnail), "thumbnail", "There is a small picture of a page."),
    "data of a program": (pdf(private), "program", "A program left its own data (PieceInfo)."),
    "photo": (pdf(photo), "picture", "A picture tells: EXIF data: camera, time, perhaps the place"),
    "figure of TeX": (pdf(figure_of_tex), "program", "A program left its own data (PTEX.FileName)."),
    "data under a program's own name": (pdf(unknown(of_page=False)), "program", "A program left its own data (Extras)."),
    "data of a page under a program's own name": (pdf(unknown(of_page=True)), "program", "A program left its own data (Extras)."),
    "description that is the name of a file": (pdf(described), "picture", "A drawing names a file: C:\\Zhanar\\a.jpg"),
    "data of a piece of text": (pdf(of_a_piece), "program", "A program left its own data (UserProperties)."),
    "hidden field": (pdf(field(Type=Name.Annot, Subtype=Name.Widget, F=2)), "hidden", "hidden text: “Zhanar”"),
    "field on no page": (pdf(field()), "hidden", "hidden text: “Zhanar”"),
    "title that is the name of a file": (pdf(title), "title", "title, which is the name of a file: Microsoft Word - C:"),
    "what follows a link": (pdf(annotated(Subtype=Name.Link, A=_THEN)), "link", "It links to C:/Zhanar"),
    "what a link was": (pdf(annotated(Subtype=Name.Link, A=_WEB, PA=_BEFORE)), "link", "It links to file:///Zhanar"),
    "words of a link": (
        pdf(annotated(Subtype=Name.Link, A=_WEB, Contents=f"file:///C:/{SECRET}.docx")),
        "link",
        "It links to file:///C:/Zhanar.docx",
    ),
    "signature": (pdf(signature), "signature", "It is signed (Zhanar); the signature will be broken."),
    "page that was taken out": (pdf(lost_page), "hidden", "A page that was taken out is still in the file."),
    "earlier version": (pdf(lambda file: None, earlier), "copy", "Earlier versions of the document are in the file."),
    "behind its end": (pdf(lambda file: None, lambda data: data + b"Zhanar"), "package", "Something stands before the beginning or behind"),
}
