"""Exhibits: documents of the case, numbered by their first use and cited without any style."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefkit.cite.locators import NO_BREAK_SPACE, is_plural, shown
from briefkit.model.case import Exhibit
from briefkit.tree import CountRef, Inline, Locator, Text
from briefkit.wording import counted

_LABELS: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "en": {"page": ("p", "pp"), "paragraph": ("para", "paras"), "article": ("art", "arts"), "section": ("s", "ss")},
        "ru": {"page": ("с.", "с."), "paragraph": ("п.", "пп."), "article": ("ст.", "ст."), "section": ("разд.", "разд.")},
        "kk": {
            "page": ("бет", "беттер"),
            "paragraph": ("тармақ", "тармақтар"),
            "article": ("бап", "баптар"),
            "section": ("бөлім", "бөлімдер"),
        },
    }
)


def exhibit(named: Exhibit, number: int, locator: Locator | None, language: str, *, first: bool) -> tuple[Inline, ...]:
    """“Exhibit 1: Protocol of 14 March 2025, p 2” for the first note that cites it, “Exhibit 1, p 2” for all others."""
    title = f": {named.title}" if first and named.title else ""
    pinpoint = f", {_pinpoint(locator, language)}" if locator else ""
    before, after = counted("exhibit", language)
    rest = f"{after}{title}{pinpoint}"
    shown = (Text(before), CountRef("exhibit", named.id, number), Text(rest))
    return tuple(one for one in shown if not isinstance(one, Text) or one.text)


def _pinpoint(locator: Locator, language: str) -> str:
    labels = _LABELS.get(language, _LABELS["en"])
    single, several = labels.get(locator.label, ("",) * 2 if locator.label == "custom" else (locator.label, locator.label))
    label, value = several if is_plural(locator) else single, shown(locator, language)
    if language == "kk" and label:
        return f"{value}-{label}"  # the label after the number: 2-бет
    return f"{label}{NO_BREAK_SPACE}{value}" if label else value
