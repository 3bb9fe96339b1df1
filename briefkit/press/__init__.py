"""LibreOffice, at the edge: it lays documents out, and makes PDF and ODT files of them.

Each run has a private folder with a profile of its own, so that it neither meets nor leaves anything of the user's; the folder goes
however the run ends, and a LibreOffice that hangs is ended with all that it started.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from briefkit.diagnostics import Checked, Diagnostic, diagnose
from briefkit.messages import Message, say
from briefkit.pagination import LaidOut
from briefkit.press.commands import installing
from briefkit.press.finding import find_office
from briefkit.press.profile import lay_profile
from briefkit.press.running import Ended, run
from briefkit.scratch import ended_in_order, private_folder

__all__ = ["LIMIT", "Office"]

LIMIT = 120.0  # seconds that LibreOffice may take for one document

# What a PDF is to have: tags for screen readers, bookmarks for the headings, its title on the window. Comments and controls stay in Word.
_PDF = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"},"ExportFormFields":{"type":"boolean","value":"false"}}'
)
_FILTERS = {"pdf": _PDF, "odt": "odt"}


class Office:
    """The LibreOffice of this machine, for one run: `with Office() as office`."""

    def __init__(self, program: Path | None = None, limit: float = LIMIT) -> None:
        self.program, self.limit = program or find_office(), limit
        self.folder: Path | None = None
        self.used = 0  # documents so far
        self.closing = ExitStack()

    def __enter__(self) -> Office:
        self.closing.enter_context(ended_in_order())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.folder = None
        self.closing.close()

    def lay_out(self, document: bytes, bookmarks: Iterable[str]) -> Checked[LaidOut | None]:
        """A Word document on its pages, as a PDF, with the page of each bookmark."""
        from briefkit.press.reading import read_pages

        made = self.convert(document, "pdf")
        if made.value is None:
            return Checked(None, made.diagnostics)
        return Checked(read_pages(made.value, bookmarks))

    def convert(self, document: bytes, ending: str) -> Checked[bytes | None]:
        """A Word document as a PDF or an ODT file."""
        if self.program is None:
            return Checked(None, (_missing(),))
        try:
            return self._converted(self.program, document, ending)
        except OSError as error:
            said = say("LibreOffice could not be started: {reason}.", reason=error.strerror or str(error))
            return Checked(None, (_failed(said),))

    def _converted(self, program: Path, document: bytes, ending: str) -> Checked[bytes | None]:
        folder = self._folder()
        self.used += 1
        source, target = folder / f"{self.used}.docx", folder / f"{self.used}.{ending}"
        source.write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        switches = ("--headless", "--norestore", "--nologo", "--nolockcheck")
        command = [str(program), profile, *switches, "--convert-to", _FILTERS[ending], "--outdir", str(folder), str(source)]
        ended = run(command, self.limit, folder)
        if ended is Ended.HUNG or not target.is_file():
            return Checked(None, (_failed(self._why(ended)),))
        made = _tidied(target.read_bytes(), ending)
        return Checked(made, () if made else (_failed(say("LibreOffice made a file that cannot be read.")),))

    def _why(self, ended: Ended) -> Message:
        if ended is Ended.HUNG:
            return say("LibreOffice did not finish within {seconds} seconds and was ended.", seconds=round(self.limit))
        if ended is Ended.CRASHED:
            return say("LibreOffice ended with an error.")
        return say("LibreOffice made no file.")

    def _folder(self) -> Path:
        """The folder of this run, which nobody else can look into."""
        if self.folder is None:
            self.folder = self.closing.enter_context(private_folder())
            lay_profile(self.folder / "profile")
        return self.folder


def _tidied(data: bytes, ending: str) -> bytes | None:
    from briefkit.press.tidying import tidied_odt, tidied_pdf

    return tidied_pdf(data) if ending == "pdf" else tidied_odt(data)


def _missing() -> Diagnostic:
    command = installing("libreoffice")
    hint = say("install it: {command}", command=command) if command else say("install LibreOffice from www.libreoffice.org")
    return diagnose("press-missing", say("LibreOffice is not installed."), hint=hint)


def _failed(said: Message) -> Diagnostic:
    return diagnose("press-failed", said, hint=say("try again; briefkit doctor shows which LibreOffice is used"))
