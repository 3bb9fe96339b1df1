"""Which files of two editions have to be read at all to compare them: what changed, and what is needed to tell of it.

Everything else is the same in both, and is compared as it stands, without being read into a library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

ARGUMENTS, AUTHORITIES, PROFILES = "clauses/arguments/", "clauses/authorities/", "styles/profiles/"
FACTS = "clauses/facts.yaml"  # conditions are decided over what it declares
_ITEM = re.compile(r"^- ", re.MULTILINE)
_ID = re.compile(r"^(?:- |  )id:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_CITED = re.compile(r"@(?<![\w@]@)\{?(\w(?:[\w:.#$%&+?<>~/-]*\w)?)")


def touched(old: Mapping[str, str], new: Mapping[str, str], changed: Iterable[str] | None = None) -> frozenset[str]:
    """The paths that are worth reading, of the files of both sides (path below the workspace -> text).

    A caller that knows already which files `changed`, as git does, need not have their texts compared again.
    """
    paths = frozenset(_changed(old, new) if changed is None else changed)
    if not paths:
        return paths
    everywhere = old.keys() | new.keys()
    folders = {_folder(path) for path in paths} | set(_citing(paths, old, new))
    with_profiles = any(path.startswith(PROFILES) for path in paths)  # a profile may be like another
    beside = (path for path in everywhere if _folder(path) in folders or (with_profiles and path.startswith(PROFILES)))
    return paths.union(beside, {FACTS} & everywhere)


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    return (path for path in old.keys() | new.keys() if old.get(path) != new.get(path))


def _folder(path: str) -> str:
    """The folder of a clause, whose files are read together; for any other file its own path."""
    return path.rpartition("/")[0] if path.startswith(ARGUMENTS) else path


def _citing(paths: Iterable[str], old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """The folders of the clauses that cite an authority whose data changed."""
    ids = {one for path in paths if path.startswith(AUTHORITIES) for one in _changed_ids(old.get(path, ""), new.get(path, ""))}
    if ids:
        for files in (old, new):
            for path in files:
                if path.startswith(ARGUMENTS) and path.endswith(".md") and cites_any(files[path], ids):
                    yield _folder(path)


def cites_any(text: str, ids: set[str]) -> bool:
    """Whether a text as it is written cites one of these authorities."""
    return "@" in text and not ids.isdisjoint(cited_in(text))


def cited_in(text: str) -> list[str]:
    """The ids that a text cites, as it is written; one that stands in a remark is among them."""
    return _CITED.findall(text)


def _changed_ids(old: str, new: str) -> set[str]:
    """The authorities that differ between two texts of a file. Each begins with a hyphen at the left; what cannot be told apart differs."""
    before, after = _items(old), _items(new)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def _items(text: str) -> dict[str, str]:
    items: dict[str, str] = {}
    for item in _ITEM.split(text)[1:]:
        found = _ID.search("- " + item)
        if found:
            items[found[1]] = items.get(found[1], "") + item
    return items
