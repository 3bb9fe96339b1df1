"""`python -m briefkit.ooxml.pack FOLDER [OVERLAY] FILE.docx`: a Word template from its readable parts.

A second folder holds only what differs: its styles are laid over the first one's, any other part of it replaces the
part of the same name.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from briefkit.ooxml.xml import Element, parse, qn, serialize
from briefkit.ooxml.zipped import BadPackage, folder_parts, write_zip

STYLES_PART = "word/styles.xml"


def laid_over(base: Mapping[str, bytes], over: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a look: those of `base`, replaced by those of `over`, but styles one by one.

    A style of `over` takes the place of the one with its id or comes last; the defaults take the place of the
    defaults. Raises BadPackage where the styles are not well-formed XML.
    """
    parts = {**base, **over}
    if STYLES_PART in base and STYLES_PART in over:
        parts[STYLES_PART] = _styles_over(base[STYLES_PART], over[STYLES_PART])
    return parts


def _styles_over(base: bytes, over: bytes) -> bytes:
    styles = parse(base, STYLES_PART)
    places = {_identity(node): node for node in styles.iterchildren("{*}*")}
    for node in list(parse(over, STYLES_PART).iterchildren("{*}*")):
        old = places.get(_identity(node))
        if old is None:
            styles.append(node)
        else:
            node.tail = old.tail
            styles.replace(old, node)
    return serialize(styles)


def _identity(node: Element) -> tuple[str, str | None]:
    return str(node.tag), node.get(qn("w:styleId"))


def main(arguments: list[str]) -> int:
    """Write the package and return 0; 1 where a part is broken, 2 where the arguments are not folders and a file."""
    *folders, target = map(Path, arguments or [""])
    if len(folders) not in (1, 2) or not all(folder.is_dir() for folder in folders):
        sys.stderr.write("usage: python -m briefkit.ooxml.pack FOLDER [OVERLAY] FILE.docx\n")
        return 2
    base, *overlays = map(folder_parts, folders)
    try:
        target.write_bytes(write_zip(laid_over(base, overlays[0] if overlays else {})))
    except BadPackage as problem:
        sys.stderr.write(f"{folders[-1]}: {problem}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
