"""Short hashes of what a document is made of: two are the same where the document would read the same.

Of an authority and of a fact only that counts which a document prints or a reader relies on. Who opened a source, and when, does not: that
it was opened again changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from briefkit.model.facts import FactDeclaration
from briefkit.model.libraries import Authority, Clause
from briefkit.model.naming import in_language

LENGTH = 16  # digits of a hash; so many tell any two texts apart


def hash_of(*texts: str | bytes) -> str:
    """The hash of some texts in order."""
    found = hashlib.sha256()
    for text in texts:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()[:LENGTH]


def hash_of_clause(clause: Clause, language: str) -> str:
    """What is known of a clause beside its text: its heading, when and where it stands, which version its text in a language renders."""
    return _of_data(
        {
            "title": in_language(clause.title, language),
            "condition": clause.when.span.text if clause.when else "",
            "place": [clause.catalogue, clause.kind, clause.step, *clause.audiences],
            "requires": [one.name for one in clause.requires],
            "conflicts": [one.name for one in clause.conflicts],
            "status": clause.status,
            "renders": dict(clause.translations).get(language),
        }
    )


def hash_of_authority(authority: Authority) -> str:
    """What is cited, how it stands, and which places are listed in it."""
    recalled = authority.recalled
    return _of_data(
        {
            "csl": dict(authority.csl),
            "titles": dict(authority.titles),
            "status": authority.status,
            "in force": [str(authority.in_force or ""), str(authority.in_force_until or "")],
            "recalled": [recalled.how, recalled.reason, str(recalled.on), recalled.by.name if recalled.by else ""] if recalled else [],
            "articles": authority.articles,
            "finds": [[one.state, *one.articles] for one in authority.finds],
            "pinpoints": [[one.loc, one.says] for one in authority.pinpoints],
        }
    )


def hash_of_fact(fact: FactDeclaration) -> str:
    """How a fact is printed and asked about in conditions; how people are asked for it does not count."""
    return _of_data([fact.type, fact.of, _pairs(fact.choices)])


def _pairs(choices: Iterable[tuple[str, tuple[tuple[str, str], ...]]]) -> list[list[Any]]:
    return [[value, dict(labels)] for value, labels in choices]


def _of_data(data: Any) -> str:
    return hash_of(json.dumps(data, ensure_ascii=False, sort_keys=True, default=str))
