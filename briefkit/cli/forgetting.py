"""The command forget: what briefkit keeps of a case is removed, and what it cannot remove is said."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefkit.cli.options import case_argument, case_file
from briefkit.cli.printing import show, show_diagnostics
from briefkit.cli.speaking import tell
from briefkit.messages import say

if TYPE_CHECKING:
    from briefkit.shelf.forgetting import Kept

_YES = ("y", "yes", "д", "да", "и", "иә")
# What no program can remove from here.
_BEYOND = (
    say("What is removed can be read from the disk until something else is written there; on an SSD or a stick nobody knows when that is."),
    say("Only a disk that was encrypted beforehand (BitLocker, FileVault, LUKS) keeps it from whoever has the disk."),
    say("Backups, snapshots, synchronised folders and version control keep what they took: remove it there too."),
    say("Word keeps files for recovery (File, Info, Manage Document), LibreOffice in its profile (backup); both list what was opened."),
    say("Nothing is known of copies: files under other names, messages, printers, what was moved to the bin."),
)


@click.command()
@case_argument
@click.option("--documents", is_flag=True, help="Also remove the documents that were built, unless somebody changed them since.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(case: Path, documents: bool, yes: bool) -> None:
    """Remove what briefkit keeps of a case: sources of drafts, answers of an interview, digests of documents, the lock, temporary files.

    Shows first what it would remove, and asks. The case's own files stay, and so do its documents unless --documents is given. Says at
    the end what it cannot remove.

    \b
    Example:
      briefkit forget my-case/case.yaml
    """
    from briefkit.shelf.forgetting import forget as remove
    from briefkit.shelf.forgetting import leavings_of

    case = case_file(case)
    found = leavings_of(case)
    kept = (*found.kept, *(found.documents if documents else ()))
    _show_kept(kept, case)
    if found.documents and not documents and not yes:
        show(say("With --documents, the documents that were built would go too; later briefkit does not know them any more."))
    if kept and not yes and not _agreed():
        show(say("Nothing was removed."), err=True)
        raise SystemExit(1)
    problems = remove(case, kept)
    show_diagnostics(problems)
    if kept and not problems:
        show(say("Removed."))
    _show_what_stays([*found.changed, *(one.path for one in found.documents if not documents)], documents)
    if problems:
        raise SystemExit(1)


def _show_kept(kept: Iterable[Kept], case: Path) -> None:
    from briefkit.shelf.reading import shown_as

    kept = tuple(kept)
    show(say("briefkit keeps of {file}:", file=case) if kept else say("briefkit keeps nothing of {file}.", file=case))
    for one in kept:
        show(f"  {shown_as(one.path)}  ({tell(one.what)})")


def _agreed() -> bool:
    try:
        typed = str(click.prompt(tell(say("Remove this? [y/N]")), default="", show_default=False))
    except click.Abort:
        click.echo()
        return False
    return typed.strip().casefold() in _YES


def _show_what_stays(documents: Iterable[Path], with_documents: bool) -> None:
    from briefkit.shelf.reading import shown_as

    documents = tuple(documents)
    if documents and with_documents:
        show(say("Changed since they were built, and kept:"))
    elif documents:
        show(say("These documents are kept; delete them yourself if they must go:"))
    for path in documents:
        show(f"  {shown_as(path)}")
    show(say("What briefkit cannot remove:"))
    for said in _BEYOND:
        show(f"  {tell(said)}")
