"""A case's files into a Case, against the library that it is argued from."""

from briefkit.case.read import CaseFiles, NamedFile, case_languages, named_files, read_case

__all__ = ["CaseFiles", "NamedFile", "case_languages", "named_files", "read_case"]
