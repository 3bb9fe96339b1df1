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

RECOMMENDATION = "recommendation"  # a numbered paragraph that `recommendations` gathers
