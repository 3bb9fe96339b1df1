"""`python -m briefkit.ooxml.pack FOLDER FILE.docx`: the Word template from its readable parts."""

from __future__ import annotations

import sys
from pathlib import Path

from briefkit.ooxml.zipped import pack_folder


def main(arguments: list[str]) -> int:
    """Write the package and return 0; 2 where the arguments are not a folder and a file."""
    if len(arguments) != 2 or not Path(arguments[0]).is_dir():
        sys.stderr.write("usage: python -m briefkit.ooxml.pack FOLDER FILE.docx\n")
        return 2
    folder, target = map(Path, arguments)
    target.write_bytes(pack_folder(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
