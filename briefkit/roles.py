"""The roles that blocks may play in a document, written `::: role` in a text, each with its style in a Word template."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "letterhead": "Letterhead",
        "addressee": "Addressee",
        "reference": "Reference",
        "subject": "Subject",
        "salutation": "Salutation",
        "closing": "Closing",
        "signature-line": "Signature Line",
        "signature": "Signature",
        "enclosures": "Enclosures",
        "disclaimer": "Disclaimer",
        "cover-number": "Cover Number",
        "cover-note": "Cover Note",
        "warning": "Warning",
        "centred": "Centred",
        "reviewed-text": "Reviewed Text",
        "source-line": "Source Line",
    }
)

# What a text may ask for by an empty `::: name`, and a profile's part by `lists`.
LISTINGS = ("authorities", "chronology", "duties", "exhibits", "index", "recommendations")

# Figures that are drawn from the case's facts: `::: name` places one, and a paragraph within it is its caption.
FIGURES = ("beneficiaries", "funding", "sdg-targets", "services", "timeline")

# What listings and figures are made of: the records, and the fields of each that are printed.
MADE_OF: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = MappingProxyType(
    {
        "chronology": (("measures", ("type", "date", "authority", "amount_kzt")), ("steps", ("date", "what", "authority", "outcome"))),
        "duties": (("duties", ("name", "to", "due", "content", "basis")),),
        "beneficiaries": (("served", ("name", "people")),),
        "funding": (("funds", ("origin", "amount_kzt")),),
        "sdg-targets": (("targets", ("number", "what", "people")),),
        "services": (("services", ("region", "number")),),
        "timeline": (("measures", ("type", "date", "amount_kzt")), ("steps", ("date", "what"))),
    }
)

RECOMMENDATION = "recommendation"  # a numbered paragraph that `recommendations` gathers
