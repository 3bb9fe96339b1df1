"""How an authority changed: its data, its standing, its pinpoints and who recorded that they saw them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefkit.csl import DATES
from briefkit.diff.changes import Change
from briefkit.diff.editions import Edition, path_of
from briefkit.diff.fields import compare_fields, compare_values
from briefkit.diff.kinds import Kind, only_added, only_removed
from briefkit.diff.labels import variable_label
from briefkit.diff.verified import IdentityChanged, PinpointListed, PinpointUnlisted, RecallChanged, compare_verifications
from briefkit.markup import read_loc
from briefkit.messages import say
from briefkit.model.libraries import STATUSES, Authority, Pinpoint

_RICH = re.compile(r"</?(?:i|b|sub|sup|sc|span)\b[^<>]*>")  # how CSL writes italics and the like within a title
TOLD = ("id", "csl", "status", "confirmed", "articles", "recalled", "pinpoints", "own")  # what has sentences of its own


def _changed(old: Authority, new: Authority, was: Edition, now: Edition) -> Iterator[Change]:
    for name in dict.fromkeys((*new.csl, *old.csl)):
        yield from compare_values(variable_label(name), written_value(name, old.csl.get(name)), written_value(name, new.csl.get(name)))
    yield from compare_values(say("Its status"), _standing(old), _standing(new))
    if old.confirmed != new.confirmed:
        yield IdentityChanged(new.confirmed)
    yield from compare_values(say("The number of its articles"), str(old.articles or ""), str(new.articles or ""))
    yield from compare_fields(old, new, TOLD)
    if str(old.recalled) != str(new.recalled):
        yield RecallChanged(old.recalled, new.recalled)
    yield from _pinpoints(old, new)


def _standing(authority: Authority) -> str:
    return STATUSES.get(authority.status, authority.status)


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
            yield from compare_verifications(other.loc, None, other.verified)
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
    yield from compare_values(say("The writing of a pinpoint"), old.loc, new.loc, weight="form")
    yield from compare_values(say("What {place} says", place=new.loc), old.says, new.says)
    yield from compare_values(say("The note on {place}", place=new.loc), old.note, new.note, weight="wording")
    yield from compare_verifications(new.loc, old.verified, new.verified)


AUTHORITIES = Kind(
    what="authority",
    all_of=lambda library: library.authorities,
    id=lambda authority: authority.id,
    title=lambda authority: _RICH.sub("", str(authority.csl.get("title-short") or authority.csl.get("title") or "")),
    path=lambda authority: path_of(authority.span),
    changed=_changed,
    added=only_added("authority"),
    removed=only_removed("authority"),
)
