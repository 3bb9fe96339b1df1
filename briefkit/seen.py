"""What a reviewer of a clause has before them, its hash, and which reviews still stand.

Seen is the text in one language, what it cites and what the library holds of that: data of the authorities, the places with what they
say, stored words that are quoted. Who verified a place, and when, is no part of it: that a source was opened again changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from briefkit.markup import every_branch, places_of, refs_within, single_locs
from briefkit.model.libraries import Authority, Clause, Library, Recall
from briefkit.model.naming import in_language
from briefkit.model.reviews import SHORT, Review
from briefkit.quotations.finding import quotations
from briefkit.tree import Block, Opinion

OLD = 365  # days after which a review is overdue


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a reviewer had before them, as plain data; `written` is the one way of writing it, which `hash` is taken of."""

    data: Mapping[str, Any] = field(hash=False)

    @property
    def written(self) -> bytes:
        return (json.dumps(dict(self.data), ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8", "replace")

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.written).hexdigest()

    @property
    def mark(self) -> str:
        """What tells this text from every other, for people: “three-part-test · ru · 0123456789ab”."""
        return f"{self.data['clause']} · {self.data['language']} · {self.hash[:SHORT]}"


def seen(clause: Clause, language: str, library: Library) -> Seen:
    """What a reviewer of a clause in a language has before them today."""
    text = clause.text(language)
    blocks = (every_branch(text, language) or ()) if text else ()
    cited = cited_places(blocks)
    authorities = {name: library.authority(name) for name in cited}
    return Seen(
        MappingProxyType(
            {
                "clause": clause.slug,
                "language": language,
                "title": in_language(clause.title, language),
                "kind": clause.kind,
                "condition": " ".join(clause.when.span.text.split()) if clause.when else "",
                "audiences": list(clause.audiences),
                "requires": [named.name for named in clause.requires],
                "conflicts": [named.name for named in clause.conflicts],
                "text": text.text if text else "",
                "citations": {name: list(places) for name, places in cited.items()},
                "authorities": {name: _data(one, cited[name], language) for name, one in authorities.items() if one},
                "sources": _stored(blocks, language, library),
            }
        )
    )


def cited_places(blocks: Iterable[Block]) -> dict[str, tuple[str, ...]]:
    """The authorities that a text cites, whatever the facts, each with the places in it; “” for an authority as a whole."""
    cited: dict[str, tuple[str, ...]] = {}
    for ref in refs_within(blocks):
        places = single_locs(ref.locator) if ref.locator else ("",)
        cited[ref.authority] = tuple(dict.fromkeys((*cited.get(ref.authority, ()), *places)))
    return cited


def _data(authority: Authority, cited: Iterable[str], language: str) -> dict[str, Any]:
    """What the library holds of an authority, as far as a text in a language that cites these places rests on it."""
    wanted = set(cited)
    listed = [one for one in authority.pinpoints if wanted & set(places_of(one.loc))]
    return {
        "csl": dict(authority.csl),
        "title": dict(authority.titles).get(language, ""),
        "status": authority.status,
        "confirmed": authority.confirmed,
        "in_force": _day(authority.in_force),
        "in_force_until": _day(authority.in_force_until),
        "recalled": _recall(authority.recalled),
        "finds": [{"state": one.state, "articles": list(one.articles), "verified": bool(one.verified)} for one in authority.finds],
        "pinpoints": [{"loc": one.loc, "says": one.says, "verified": bool(one.verified)} for one in listed],
    }


def _recall(recalled: Recall | None) -> dict[str, str]:
    if recalled is None:
        return {}
    return {"as": recalled.how, "reason": recalled.reason, "on": _day(recalled.on), "by": recalled.by.name if recalled.by else ""}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _stored(blocks: tuple[Block, ...], language: str, library: Library) -> dict[str, dict[str, str]]:
    """The stored words of each place that a text quotes, by authority and language."""
    stored: dict[str, dict[str, str]] = {}
    for quoted in quotations(Opinion((), blocks, language, "")):
        for ref in quoted.refs:
            wanted = single_locs(ref.locator) if ref.locator else ()
            for source in library.sources:
                if (source.authority, source.language) == (ref.authority, quoted.language):
                    held = {text.loc: text.text for text in source.texts if _covers(text.loc, wanted)}
                    stored.setdefault(f"{source.authority}.{source.language}", {}).update(held)
    return {name: texts for name, texts in stored.items() if texts}


def _covers(loc: str, wanted: Iterable[str]) -> bool:
    """Whether a stored text holds one of the places, or is part of one; any place where none is named."""
    pairs = [(stored, one) for stored in places_of(loc) for one in wanted]
    return not pairs or any(a == b or a.startswith(f"{b}(") or b.startswith(f"{a}(") for a, b in pairs)


# --- which reviews stand --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Signed:
    """The review of one role, and whether what they saw is what stands there."""

    review: Review
    stands: bool

    def state(self, today: date | None, days: int = OLD) -> str:
        """“reviewed”, “changed” since then, or “overdue” after so many days; nothing is overdue where nobody looked at a clock."""
        if not self.stands:
            return "changed"
        return "overdue" if today and (today - self.review.on).days > days else "reviewed"


def signed(clause: Clause, language: str, library: Library) -> tuple[Signed, ...]:
    """The review of each role that counts, the newest first: of what stands there, if they signed that; else the last that they signed."""
    reviews = [one for one in library.reviews if (one.clause.name, one.language) == (clause.slug, language)]
    if not reviews or clause.text(language) is None:
        return ()
    now = seen(clause, language, library).hash
    return tuple(sorted(_of_each_role(reviews, now), key=lambda one: one.review.on, reverse=True))


def _of_each_role(reviews: Iterable[Review], now: str) -> Iterator[Signed]:
    roles: dict[str, Signed] = {}
    for review in reviews:
        role, found = " ".join(review.by.casefold().split()), Signed(review, review.seen == now)
        before = roles.get(role)
        if before is None or (found.stands, review.on) >= (before.stands, before.review.on):
            roles[role] = found
    return iter(roles.values())


def state_of(found: Iterable[Signed], today: date | None, days: int = OLD) -> str:
    """The state of a text: the best that any role gives it; “draft” where nobody signed it."""
    states = {one.state(today, days) for one in found}
    return next((state for state in ("reviewed", "overdue", "changed") if state in states), "draft")
