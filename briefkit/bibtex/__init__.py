"""BibTeX and BibLaTeX entries into authorities and back: pybtex reads the file, this room knows what each field is in CSL."""

from briefkit.bibtex.reading import read_bibtex
from briefkit.bibtex.writing import write_bibtex

__all__ = ["read_bibtex", "write_bibtex"]
