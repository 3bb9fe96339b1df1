"""What a change of the library does to documents: the same case built with both editions, paragraph beside paragraph.

Nothing here reads a file: the caller gives what a build of each edition gave.
"""

from briefkit.impact.cases import Built, Impact, impact
from briefkit.impact.printed import as_changelog, as_data, as_lines, as_section

__all__ = ["Built", "Impact", "as_changelog", "as_data", "as_lines", "as_section", "impact"]
