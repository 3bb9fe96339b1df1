"""CSL data as a person would write them into YAML or JSON."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import yaml

from briefkit.csl import DATES
from briefkit.yamlmarks import as_day, reads_as_text

WIDTH = 130
_NO_END = 10**9
_UNPRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class _Dumper(yaml.SafeDumper):
    """YAML as the project's files have it; what would read as a number or a date and is none stands in quotation marks."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if _UNPRINTED.search(text) else None if reads_as_text(text) else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def yaml_items(items: Iterable[Mapping[str, Any]], indent: int = 0) -> str:
    """Items of a list, a blank line between them; `custom` comes last."""
    return "\n".join(textwrap.indent(_dump([_ordered(item)]), " " * indent) for item in items)


def yaml_value(name: str, value: Any) -> str:
    """A value on one line, for a key of a block."""
    return _dump(_short(name, value), flow=True).removesuffix("...\n").strip(" \n")


def json_items(items: Iterable[Mapping[str, Any]]) -> str:
    """Items of a list, with a comma between them."""
    return ",\n".join(textwrap.indent(json_value(dict(item), indent=2), "  ") for item in items)


def json_value(value: Any, indent: int | None = None) -> str:
    """JSON that YAML reads as well: characters that print nothing are escaped."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def _ordered(item: Mapping[str, Any]) -> dict[str, Any]:
    first = {name: _short(name, item[name]) for name in item if name != "custom"}
    return {**first, "custom": dict(item["custom"])} if "custom" in item else first


def _dump(value: Any, flow: bool = False) -> str:
    width = _NO_END if flow else WIDTH
    written: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=width, default_flow_style=flow)
    return written


def _short(name: str, value: Any) -> Any:
    """A date as 1966-12-16, where this says all of it."""
    if name not in DATES or not isinstance(value, Mapping) or set(value) != {"date-parts"}:
        return value
    days = [_iso(day) for day in value["date-parts"]]
    if not all(days) or len(days) > 2:
        return value
    text = "/".join(days)
    return as_day(text) or (int(text) if text.isdecimal() else text)


def _iso(day: Any) -> str:
    whole = isinstance(day, list) and all(isinstance(part, int) and part > 0 for part in day)
    if not whole or not 1000 <= day[0] <= 9999 or len(day) > 3:
        return ""
    text = "-".join(f"{part:02}" for part in day)
    return text if _is_day(day) else ""


def _is_day(day: list[int]) -> bool:
    try:
        date(*(day + [1, 1])[:3])
    except ValueError:
        return False
    return True
