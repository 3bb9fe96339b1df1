"""What a document was made of: named in a working draft, kept beside the case, pinned in a lock, and compared with the library of today.

Pure: the edge reads and writes the files (`shelf.builds`), the Word writer names the clauses (`tags`).
"""

ABOUT = "build.json"  # in the folder of a build, what tells that it holds the sources of a document
