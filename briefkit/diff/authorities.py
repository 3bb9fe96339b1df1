"""How an authority changed: its data, its standing, its pinpoints and who recorded that they saw them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.csl import DATES
from briefkit.diff.changes import Change
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import (
    IdentityChanged,
    PinpointListed,
    PinpointUnlisted,
    RecallChanged,
    VerificationChanged,
    compare_fields,
    compare_values,
)
from briefkit.diff.kinds import Kind, only_added, only_removed
from briefkit.markup import read_loc
from briefkit.model.libraries import STATUSES, Authority, Pinpoint

TOLD = ("id", "csl", "status", "confirmed", "articles", "recalled", "pinpoints", "own")  # what has sentences of its own
_NOUNS = {
    "accessed": "day on which it was opened",
    "archive_location": "place in an archive",
    "available-date": "day of entry into force or publication",
    "container-title": "series or collection",
    "container-title-short": "series or collection in short",
    "issued": "date",
    "title-short": "short title",
    "URL": "address",
}


def _changed(old: Authority, new: Authority, was: Edition, now: Edition) -> Iterator[Change]:
    for name in dict.fromkeys((*new.csl, *old.csl)):
        yield from compare_values(_noun(name), written_value(name, old.csl.get(name)), written_value(name, new.csl.get(name)))
    yield from compare_values("Its status", STATUSES.get(old.status, old.status), STATUSES.get(new.status, new.status))
    if old.confirmed != new.confirmed:
        yield IdentityChanged(new.confirmed)
    yield from compare_values("The number of its articles", str(old.articles or ""), str(new.articles or ""))
    yield from compare_fields(old, new, TOLD)
    if str(old.recalled) != str(new.recalled):
        yield RecallChanged(old.recalled, new.recalled)
    yield from _pinpoints(old, new)


def _noun(name: str) -> str:
    """What a variable of CSL is called in a sentence."""
    return f"Its {_NOUNS.get(name, name.replace('-', ' '))}"


def written_value(name: str, value: Any) -> str:
    """A value of CSL as a person reads it: a date as 1966-12-16, a name in one line."""
    if name in DATES and isinstance(value, Mapping) and set(value) == {"date-parts"}:
        return "/".join("-".join(f"{part:02}" if isinstance(part, int) else str(part) for part in day) for day in value["date-parts"])
    if isinstance(value, list):
        return "; ".join(_person(one) if isinstance(one, Mapping) else str(one) for one in value)
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False)
    return "" if value is None else str(value)


def _person(name: Mapping[str, Any]) -> str:
    if set(name) <= {"literal"} or set(name) <= {"family", "given"}:
        return str(name.get("literal", "")) or ", ".join(str(name[key]) for key in ("family", "given") if key in name)
    return json.dumps(dict(name), ensure_ascii=False)


# --- pinpoints ------------------------------------------------------------------------------------


def _pinpoints(old: Authority, new: Authority) -> Iterator[Change]:
    before, after = _by_place(old), _by_place(new)
    for key, one in before.items():
        if key not in after:
            yield PinpointUnlisted(one.loc, one.says)
    for key, other in after.items():
        if key not in before:
            yield PinpointListed(other.loc, other.says)
            yield from [VerificationChanged(other.loc, None, other.verified)] if other.verified else []
        else:
            yield from _pinpoint(before[key], other)


def _by_place(authority: Authority) -> dict[tuple[str, int], Pinpoint]:
    """Pinpoints by their place; several may name the same one, each for a statement of its own."""
    found: dict[tuple[str, int], Pinpoint] = {}
    for pinpoint in authority.pinpoints:
        loc = read_loc(pinpoint.loc)
        found[loc, sum(place == loc for place, _ in found)] = pinpoint
    return found


def _pinpoint(old: Pinpoint, new: Pinpoint) -> Iterator[Change]:
    yield from compare_values("The writing of a pinpoint", old.loc, new.loc)
    yield from compare_values(f"What {new.loc} says", old.says, new.says)
    yield from compare_values(f"The note on {new.loc}", old.note, new.note)
    if old.verified != new.verified:
        yield VerificationChanged(new.loc, old.verified, new.verified)


AUTHORITIES = Kind(
    what="authority",
    all_of=lambda library: library.authorities,
    id=lambda authority: authority.id,
    title=lambda authority: str(authority.csl.get("title-short") or authority.csl.get("title") or ""),
    path=lambda authority: path_of(authority.span),
    changed=_changed,
    added=only_added("authority"),
    removed=only_removed("authority"),
)
