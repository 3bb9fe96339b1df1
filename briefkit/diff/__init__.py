"""Two editions of a clause library compared: typed changes, each of which says in a sentence what it is.

Nothing here reads a file: the caller gives two libraries, and prints what comes out or writes the page.
"""

from briefkit.diff.changelog import as_changelog
from briefkit.diff.compare import compare
from briefkit.diff.comparison import Comparison
from briefkit.diff.data import as_data
from briefkit.diff.editions import Edition, edition
from briefkit.diff.languages import compare_languages
from briefkit.diff.one_clause import of_clause
from briefkit.diff.page import write_page
from briefkit.diff.printed import as_lines
from briefkit.diff.touched import touched

__all__ = [
    "Comparison",
    "Edition",
    "as_changelog",
    "as_data",
    "as_lines",
    "compare",
    "compare_languages",
    "edition",
    "of_clause",
    "touched",
    "write_page",
]
