"""A case's own references: CSL-JSON, as Zotero exports it, or BibTeX."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.bibtex import read_bibtex
from briefkit.csl import read_authority
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.libraries import Authority
from briefkit.source import Source
from briefkit.yamlmarks import Listing, Mapping, read_yaml


def read_references(source: Source, problems: list[Diagnostic]) -> Iterator[Authority]:
    """The items of a reference file, by its ending. Problems: `bad-reference-file`, `duplicate-id`, those of YAML."""
    reader = read_bibtex if source.name.lower().endswith(".bib") else _read_csl_json
    seen: set[str] = set()
    for reference in reader(source, problems):
        if reference.id in seen:
            problems.append(
                diagnose(
                    "duplicate-id", say("The id “{name}” is given twice.", name=reference.id), reference.span, say("rename one of them")
                )
            )
        else:
            seen.add(reference.id)
            yield reference


def _read_csl_json(source: Source, problems: list[Diagnostic]) -> Iterator[Authority]:
    read = read_yaml(source)
    problems.extend(read.diagnostics)
    if read.value is None:
        return
    if not isinstance(read.value, Listing):
        hint = say("export the items from Zotero as CSL JSON")
        problems.append(diagnose("bad-reference-file", say("References are a list of CSL-JSON items."), read.value.span, hint))
        return
    for item in read.value.items:
        reference = read_authority(item, problems, own=True) if isinstance(item, Mapping) else None
        if reference is None:
            problems.append(diagnose("bad-reference-file", say("This item has no id."), item.span, say("each item has an id and a type")))
        else:
            yield reference
