"""A search of finished files of its own, which shares nothing with the program's: every part, for ten ways of writing a value."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from lxml import etree
from PIL import Image

_RUSSIAN = r"(?:а|я|у|ю|ом|ем|ой|ей|е|и|ы|ых|их|ым|им|ого|его|ому|ему|ую|юю|ая|яя|ою|ею|ами|ями|ам|ям|ах|ях|ов|ев|ью)?"
_KAZAKH = (
    r"(?:лар|лер|дар|дер|тар|тер)?"
    r"(?:[ндт][ыі]ң|[ғқ]а|[гк]е|на|не|[дтн][ыі]|[дт]а|[дт]е|[ндт]ан|[ндт]ен|[мбп]ен|с?[ыі])?"
)
_LETTERS = "абвгдезийклмнопрстуфхыэ"
_BGN = dict(
    zip(
        _LETTERS,
        ["a", "b", "v", "g", "d", "e", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "y", "e"],
        strict=True,
    )
) | {
    "ё": "yo",
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "ә": "a",
    "ғ": "gh",
    "қ": "q",
    "ң": "ng",
    "ө": "o",
    "ұ": "u",
    "ү": "u",
    "һ": "h",
    "і": "i",
}
_ISO = _BGN | {
    "ж": "ž",
    "й": "j",
    "х": "h",
    "ц": "c",
    "ч": "č",
    "ш": "š",
    "щ": "ŝ",
    "э": "è",
    "ю": "û",
    "я": "â",
    "ё": "ë",
    "ь": "ʹ",
    "ъ": "ʺ",
}
_KAZAKH_LATIN = _BGN | {
    "ә": "ä",
    "ғ": "ğ",
    "ж": "j",
    "й": "i",
    "қ": "q",
    "ң": "ñ",
    "ө": "ö",
    "у": "u",
    "ұ": "ū",
    "ү": "ü",
    "х": "h",
    "ш": "ş",
    "ы": "y",
    "і": "i",
}
_QUOTES = re.compile('["“”„«»‘’]')


def forms(value: str) -> Mapping[str, re.Pattern[str]]:
    """Ten ways of writing a value, as patterns for a text in small letters with single spaces."""
    bare = re.sub(r"\s*\([^()]*\)$", "", value)
    plain = _QUOTES.sub("", bare)
    words = plain.casefold().split()
    surname_first = [words[-1], *words[:-1]]
    written = {
        "as given": _words(value.casefold().split()),
        "without the remark in brackets": _words(bare.casefold().split()),
        "without quotation marks": _words(words),
        "surname first": _words(surname_first),
        "with Russian endings": r"\s".join(_stem(word) + _RUSSIAN for word in words),
        "with Kazakh endings": r"\s".join(re.escape(word) + _KAZAKH for word in words),
        "BGN/PCGN": _words("".join(_BGN.get(char, char) for char in word) for word in words),
        "ISO 9": _words("".join(_ISO.get(char, char) for char in word) for word in words),
        "Kazakh Latin": _words("".join(_KAZAKH_LATIN.get(char, char) for char in word) for word in words),
        "figures alone": r"[\s\W]?".join(re.findall(r"\d", value)) if sum(char.isdigit() for char in value) > 5 else r"(?!)",
    }
    assert len(written) == 10
    return {name: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for name, pattern in written.items()}


def _words(words: Any) -> str:
    return r"\s".join(re.escape(word) for word in words)


def _stem(word: str) -> str:
    """A word without the ending of its first case."""
    return re.escape(re.sub(r"(?:ый|ий|ой|ая|яя|ое|ее|а|я|о|е|ь|й)$", "", word) if len(word) > 4 else word)


def confidential(case: Path, declared: Path) -> Iterator[tuple[str, str]]:
    """Every confidential value of a case and of the secrets beside it, in any language, with its path."""
    facts = yaml.safe_load(declared.read_text(encoding="utf-8"))
    secret = case.with_name("case.secret.yaml")
    for file in (case, *([secret] if secret.exists() else [])):
        given = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield from _given(given.get("facts", given) if file == case else given, "", facts)


def _given(node: Any, path: str, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if facts.get(path, {}).get("confidential"):
        yield from ((path, text) for text in _texts(node))
    elif isinstance(node, dict):
        for name, inner in node.items():
            yield from _given(inner, f"{path}.{name}" if path else name, facts)
    elif isinstance(node, list):
        of = facts.get(path, {}).get("of", path)
        for inner in node:
            yield from _given(inner, of, facts)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for name, inner in node.items():
            if name not in ("source", "date", "as_reported"):
                yield from _texts(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _texts(inner)
    else:
        yield str(node)


def parts(made: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Every part of a file as text in small letters: what is read there, and what stands in attributes."""
    if made.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            for part in package.namelist():
                yield f"{name}/{part} (its name)", _plain(part)
                yield from parts(package.read(part), f"{name}/{part}")
    elif made.startswith(b"\x89PNG"):
        yield name, _plain(" ".join(map(str, Image.open(io.BytesIO(made)).info.items())))
    elif made.lstrip().startswith(b"<?xml"):
        root = etree.fromstring(made)
        for block in root.iter():
            if isinstance(block.tag, str) and block.tag.endswith(("}p", "}t", "}title", "}h")):
                yield name, _plain("".join(str(text) for text in block.itertext()))
        yield name, _plain("".join(str(text) for text in root.itertext()))
        for element in root.iter():
            yield from ((f"{name} ({key})", _plain(str(text))) for key, text in element.attrib.items())
    else:
        text = made.decode("utf-8", "replace")
        yield name, _plain(text)
        yield name, _plain(re.sub(r"<[^>]*>", "", text))


def _plain(text: str) -> str:
    return " ".join(re.sub("[\u00ad\u200b-\u200d\u2060]", "", text).replace("\u2011", "-").casefold().split())


def found(made: Mapping[str, bytes], values: Iterator[tuple[str, str]]) -> list[str]:
    """Each value that stands anywhere, in any form."""
    texts = [one for name, data in made.items() for one in dict.fromkeys(parts(data, name))]
    wanted = [(path, value, form, pattern) for path, value in dict.fromkeys(values) for form, pattern in forms(value).items()]
    return [f"{path} “{value}” ({form}) in {part}" for path, value, form, pattern in wanted for part, text in texts if pattern.search(text)]
