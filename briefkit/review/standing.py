"""How each clause stands in each language: a draft, reviewed, changed since it was signed, or overdue; and by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefkit.model.libraries import Clause, Library
from briefkit.seen import Signed, signed


@dataclass(frozen=True, slots=True)
class Standing:
    """A clause in a language, and the review of each role that counts, the newest first; none for a draft."""

    clause: Clause
    language: str
    found: tuple[Signed, ...]
    notes: int  # what reviewers said of it


def standings(library: Library, names: Collection[str] = (), language: str = "") -> Iterator[Standing]:
    """Each text of the clauses named, or of all that are not retired, by number of the catalogue; in one language if it is given."""
    chosen = (one for one in library.clauses if (one.slug in names if names else one.status != "retired"))
    for clause in sorted(chosen, key=lambda one: (one.catalogue, one.slug)):
        for spoken, _ in clause.texts:
            if language in ("", spoken):
                notes = sum((note.clause, note.language) == (clause.slug, spoken) for note in library.review_notes)
                yield Standing(clause, spoken, signed(clause, spoken, library), notes)
