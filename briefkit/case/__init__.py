"""A case's files into a Case, against the library that it is argued from."""

from briefkit.case.read import CaseFiles, NamedFile, case_languages, is_fictional, named_files, read_case, secret_file

__all__ = ["CaseFiles", "NamedFile", "case_languages", "is_fictional", "named_files", "read_case", "secret_file"]
