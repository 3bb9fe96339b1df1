"""Open Packaging and WordprocessingML at the lowest level: safe zip, safe XML, parts and their relationships.

Nothing here knows a document tree. What comes from outside is read within limits (`Limits`) and without DTDs or
entities; what is written is the same bytes for the same parts. A package that cannot be read raises `BadPackage`.
"""

from briefkit.ooxml.parts import Relationship, content_type, content_types_part, main_part, relationships, relationships_part, rels_name
from briefkit.ooxml.xml import Element, bare, canonical, clean, element, parse, qn, serialize, unwrap, w
from briefkit.ooxml.zipped import LIMITS, BadPackage, Limits, folder_parts, read_zip, write_zip

__all__ = [
    "LIMITS",
    "BadPackage",
    "Element",
    "Limits",
    "Relationship",
    "bare",
    "canonical",
    "clean",
    "content_type",
    "content_types_part",
    "element",
    "folder_parts",
    "main_part",
    "parse",
    "qn",
    "read_zip",
    "relationships",
    "relationships_part",
    "rels_name",
    "serialize",
    "unwrap",
    "w",
    "write_zip",
]
