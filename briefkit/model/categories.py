"""The categories of a table of authorities: their headings, and which authorities belong to each. Data; a new rule is one row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefkit.model.libraries import Authority
from briefkit.model.naming import Texts

CATEGORIES: Mapping[str, Texts] = MappingProxyType(
    {
        "treaties": (("en", "Treaties"), ("ru", "Международные договоры"), ("kk", "Халықаралық шарттар")),
        "treaty-body-decisions": (
            ("en", "Decisions of United Nations treaty bodies"),
            ("ru", "Решения договорных органов Организации Объединенных Наций"),
            ("kk", "Біріккен Ұлттар Ұйымының шарттық органдарының шешімдері"),
        ),
        "un-documents": (
            ("en", "United Nations documents"),
            ("ru", "Документы Организации Объединенных Наций"),
            ("kk", "Біріккен Ұлттар Ұйымының құжаттары"),
        ),
        "osce-coe-documents": (
            ("en", "OSCE and Council of Europe documents"),
            ("ru", "Документы ОБСЕ и Совета Европы"),
            ("kk", "ЕҚЫҰ мен Еуропа Кеңесінің құжаттары"),
        ),
        "judgments": (("en", "Judgments"), ("ru", "Судебные решения"), ("kk", "Сот шешімдері")),
        "kazakhstan": (("en", "Legislation of Kazakhstan"), ("ru", "Законодательство Казахстана"), ("kk", "Қазақстан заңнамасы")),
        "literature": (
            ("en", "Literature and other sources"),
            ("ru", "Литература и иные источники"),
            ("kk", "Әдебиет және өзге дереккөздер"),
        ),
    }
)

_TREATY_BODIES = r"\b(?:CCPR|CEDAW|CERD|CAT|CRC|CRPD|CED|CMW)/C/|\bE/C\.12/|Human Rights Committee|Committee (?:on|against)"
_UNITED_NATIONS = r"\b(?:A|E|S|ST|HRI)/[\w.]|\b(?:CCPR|CEDAW|CERD|CAT|CRC|CRPD|CED|CMW)/|United Nations|\bUN(?:GA|HRC|SC|HCR)\b"
_OSCE_COE = r"\bCDL-|\bCM/|Venice Commission|OSCE|\bCSCE\b|Council of Europe|Parliamentary Assembly"
_KAZAKHSTAN = r"Kazakhstan|Казахстан|Қазақстан|^(?:KZ|KAZ)$"
_ACTS = ("legislation", "regulation", "bill")
_DOCUMENTS = ("report", "standard", "document", "webpage", "regulation")
_WHERE = ("number", "archive_location", "call-number", "authority", "jurisdiction", "publisher")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row: an authority that answers to all of it belongs to the category. What a rule leaves empty it does not ask."""

    category: str
    groups: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    written: str = ""  # looked for in its symbol, the body that made it, its place

    def fits(self, authority: Authority) -> bool:
        asked = ((self.groups, authority.group), (self.types, str(authority.csl.get("type", ""))), (self.statuses, authority.status))
        if any(wanted and found not in wanted for wanted, found in asked):
            return False
        return not self.written or any(re.search(self.written, text) for text in _texts(authority))


# The first that fits decides.
RULES = (
    Rule("un-documents", types=("treaty",), statuses=("soft-law", "political-commitment")),  # the Universal Declaration
    Rule("treaties", types=("treaty",)),
    Rule("treaty-body-decisions", groups=("hrcttee-views",)),
    Rule("treaty-body-decisions", types=("legal_case",), written=_TREATY_BODIES),
    Rule("kazakhstan", statuses=("domestic",)),
    Rule("kazakhstan", types=_ACTS, written=_KAZAKHSTAN),
    Rule("judgments", types=("legal_case",)),
    Rule("osce-coe-documents", groups=("venice-osce-coe",)),
    Rule("osce-coe-documents", types=_DOCUMENTS, written=_OSCE_COE),
    Rule("un-documents", groups=("general-comment", "concluding-observations", "un-report", "un-resolution")),
    Rule("un-documents", types=_DOCUMENTS, written=_UNITED_NATIONS),
)


def category_of(authority: Authority) -> str:
    """The category of an authority; what no rule names is literature."""
    return next((rule.category for rule in RULES if rule.fits(authority)), "literature")


def _texts(authority: Authority) -> tuple[str, ...]:
    """What tells who made an authority: its symbols, bodies and places, and the institutions among its authors."""
    people = authority.csl.get("author") or ()
    literal = [str(one["literal"]) for one in people if isinstance(one, Mapping) and "literal" in one]
    return (*(str(authority.csl[key]) for key in _WHERE if authority.csl.get(key)), *literal)
