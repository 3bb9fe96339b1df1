"""One name in writing: order, particles, initials, suffixes (CSL 1.0.2, "Name", "Name-part", "Name-part Order")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from briefkit.cite.formats import PLAIN, Format
from briefkit.cite.items import Name
from briefkit.cite.marks import ANY, SEAM, bare
from briefkit.cite.numbers import LONGEST

_WESTERN = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff\u0590-\u05ff\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class NameParts:
    """How the family name and the given name are set."""

    family: Format = PLAIN
    given: Format = PLAIN


def write_name(name: Name, options: Mapping[str, str], parts: NameParts, at: int, given_level: int = 0) -> str:
    """A name as the options have it; `at` counts names of its list from 0, `given_level` is what disambiguation added."""
    if name.literal:
        return parts.family.apply(name.literal)
    form = options.get("form", "long")
    order = options.get("name-as-sort-order")
    inverted = order == "all" or (order == "first" and at == 0)
    if not _WESTERN.search(bare(name.family + name.given)):
        return _eastern(name, form, parts, given_level)
    name = replace(name, given=_given(name.given, options, given_level))
    if form == "short" and not given_level:
        return _short(name, parts)
    return _inverted(name, options, parts) if inverted and not name.static else _straight(name, parts)


def _eastern(name: Name, form: str, parts: NameParts, given_level: int) -> str:
    family, given = parts.family.apply(name.family), parts.given.apply(name.given)
    return family if form == "short" and not given_level else f"{family}{given}"


def _given(given: str, options: Mapping[str, str], level: int) -> str:
    mark = options.get("initialize-with")
    if mark is None or level == 2 or len(given) > LONGEST:
        return given
    return initials(given, mark, options.get("initialize", "true") != "false", options.get("initialize-with-hyphen", "true") != "false")


@lru_cache(maxsize=4096)
def initials(given: str, mark: str, shorten: bool = True, hyphen: bool = True) -> str:
    """A given name in initials, each followed by `mark`; with `shorten` false only initials already there are put in form."""
    if not hyphen:
        given = given.replace("-", " ")
    out = ""
    for piece in re.findall(r"[^\s\u00a0-]+|[\s\u00a0]+|-", re.sub(r"\.(?=[^\s\u00a0.-])", ". ", given)):
        if piece == "-":
            out = out.rstrip() + "-"
        elif piece.isspace():
            out += "" if out.endswith((" ", "-")) or _ends_in_initial(out, mark) else " "
        else:
            out += _initial(piece, mark, shorten, out)
    return re.sub(r"\s+-", "-", re.sub(r"\s+", " ", out)).strip()


_LAST_INITIAL = re.compile(r"(?:^|[\s.-]|[^\W\d_a-zà-öø-ÿ])[^\W\d_]{1,3}[.]?$|[A-ZÀ-ÖØ-Þ]{1,8}$")


def _ends_in_initial(out: str, mark: str) -> bool:
    """Whether the last thing written is an initial, so that its mark says what stands between it and the next."""
    return bool(out) and not out[-1].isspace() and out.endswith(mark or out[-1]) and _LAST_INITIAL.search(out) is not None


def _initial(word: str, mark: str, shorten: bool, before: str) -> str:
    opened, word, closed = _unwrapped(word)
    letters = word.rstrip(".’'")
    if not letters:
        return opened + closed
    if opened or closed:
        return opened + _initial(word, mark, shorten, before).strip() + closed
    if letters == letters.lower() and letters != letters.upper():  # a particle stays as it is
        return ("" if not before or before.endswith((" ", "-")) else " ") + word + " "
    if word.endswith(".") and len(letters) > 1 and letters == letters.upper():  # "ME." stands for initials already
        return letters + mark
    is_initial = len(letters) == 1 or (word.endswith(".") and len(letters) <= 3)
    if not shorten and not is_initial:
        return ("" if not before or before.endswith((" ", "-")) else " ") + word + " "
    if word.endswith(".") and 1 < len(letters) <= 3 and letters[1:] == letters[1:].lower():
        return letters + mark
    if len(letters) > 2 and letters[:2].isalpha() and letters[:2] == letters[:2].upper() and letters[2:] == letters[2:].lower():
        return letters[0] + letters[1].lower() + mark  # "TSerendorj": the style of its author for "Ts."
    return letters[0] + mark


def _unwrapped(word: str) -> tuple[str, str, str]:
    """A word without the marks before and after it."""
    start = next((at for at, char in enumerate(word) if not ANY.match(char)), len(word))
    end = next((at for at in range(len(word), 0, -1) if not ANY.match(word[at - 1])), 0)
    return word[:start], word[start : max(start, end)], word[max(start, end) :]


def _short(name: Name, parts: NameParts) -> str:
    return parts.family.apply(name.family) if not name.non_dropping else parts.family.affixed(_with_particle(*_set(name, parts)))


def _set(name: Name, parts: NameParts) -> tuple[str, str]:
    """The non-dropping particle and the family name, each set as the family name is."""
    return parts.family.inner(name.non_dropping, "en"), parts.family.inner(name.family, "en")


def _with_particle(particle: str, family: str) -> str:
    if not particle:
        return family
    return f"{particle}{family}" if bare(particle).endswith(("’", "'", "-")) else f"{particle} {family}"


def _straight(name: Name, parts: NameParts) -> str:
    given = parts.given.inner(name.given, "en")
    family = _with_particle(name.dropping, _with_particle(*_set(name, parts)))
    if name.suffix:
        family += f"{', ' if name.comma_suffix else ' '}{name.suffix}"
    pieces = [parts.given.affixed(given), parts.family.affixed(family)]
    return " ".join(piece for piece in pieces if piece)


def _inverted(name: Name, options: Mapping[str, str], parts: NameParts) -> str:
    separator = options.get("sort-separator", ", ")
    demoted = options.get("demote-non-dropping-particle", "display-and-sort") == "display-and-sort"
    particle = parts.family.inner(name.non_dropping, "en") if name.non_dropping else ""
    family = parts.family.affixed(parts.family.inner(name.family, "en") if demoted else _with_particle(*_set(name, parts)))
    particles = [name.dropping, particle] if demoted else [name.dropping]
    given = " ".join(piece for piece in [parts.given.inner(name.given, "en"), *particles] if piece)
    pieces = [family, parts.given.affixed(given), name.suffix]
    return f"{SEAM}{separator}{SEAM}".join(piece for piece in pieces if piece)
