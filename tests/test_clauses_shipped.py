"""The library that ships with briefkit: sound, buildable clause by clause in every tone, and true to its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from workspace import HOUSE, ROOT, said

from briefkit.build import Inputs, run_stages
from briefkit.case import CaseFiles
from briefkit.conditions import paths_in
from briefkit.libraries import Layer, read_library
from briefkit.markup import read_loc
from briefkit.model.facts import Vocabulary
from briefkit.model.libraries import TONES, Clause, Library
from briefkit.shelf import read_layers
from briefkit.source import Source
from briefkit.tree import ClauseText
from briefkit.writers.text import write

SAMPLES = {
    "text": "Sample",
    "person": "the director",
    "date": "2025-03-14",
    "money": "1200000",
    "count": "9",
    "list": "[one, two]",
    "yes-no": "true",
    "act": '"@iccpr, art 22"',
}
PROFILE = "legal-opinion"


@cache
def shipped() -> tuple[tuple[Layer, ...], Library]:
    problems: list[object] = []
    layers = read_layers(ROOT, problems)  # type: ignore[arg-type]
    read = read_library(layers)
    assert problems == []
    assert read.diagnostics == (), said(read.diagnostics)
    return layers, read.value


def slugs() -> list[str]:
    return [clause.slug for clause in shipped()[1].clauses]


def sample(path: str) -> str:
    declared = Vocabulary.of(shipped()[1].facts).declared[path]
    if declared.choices:
        word = declared.choices[0][0]
        return f"[{word}]" if declared.type == "list" else word
    return SAMPLES[declared.type]


def facts_of(paths: list[str]) -> str:
    """The facts at some declared paths, as a case gives them; those of a measure in one record."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        name, _, field = path.partition(".")
        groups.setdefault(name, []).append(f"{field}: {sample(path)}" if field else sample(path))
    records = {one.of: one.path for one in shipped()[1].facts if one.type == "records"}
    given = []
    for name, fields in groups.items():
        braced = "{" + ", ".join(fields) + "}"
        given.append(f"{records[name]}: [{braced}]" if name in records else f"{name}: {braced if ':' in fields[0] else fields[0]}")
    return "facts: {" + ", ".join(given) + "}\n"


@cache
def spoken(slug: str, tone: str, facts: str) -> str:
    """What a clause says, as text, in a legal opinion whose obligatory parts have one sentence each; `facts` is least or all."""
    layers, library = shipped()
    profile = library.profile(PROFILE)
    assert profile is not None
    clause = clause_named(slug)
    given = facts_of(condition_facts(clause) if facts == "least" else all_facts())
    sections = ", ".join(f"{part.id}: own.md" for part in profile.parts if part.required)
    case = f"profile: {PROFILE}\ntitle: T\ntone: {tone}\n{given}sections: {{{sections}}}\nclauses: {{include: [{slug}]}}\n"
    files = CaseFiles(Source("case.yaml", case), None, {"own.md": Source("own.md", "Own words.")})
    run = run_stages(Inputs(layers, {"house": HOUSE}, files))
    assert not run.has_errors, [(one.code, one.message, str(one.span)) for one in run.diagnostics if one.is_error]
    opinion = run.value.opinion
    assert opinion is not None
    [own] = [block for block in opinion.blocks if isinstance(block, ClauseText) and block.clause == slug]
    return write(replace(opinion, title=(), subtitle=(), blocks=(own,))).decode()


def required_by(clause: Clause) -> set[str]:
    """The clauses that come with one."""
    library = shipped()[1]
    found: set[str] = set()
    waiting = [named.name for named in clause.requires]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            required = library.clause(name)
            assert required is not None
            waiting.extend(named.name for named in required.requires)
    return found


def clause_named(slug: str) -> Clause:
    clause = shipped()[1].clause(slug)
    assert clause is not None
    return clause


def condition_facts(clause: Clause) -> list[str]:
    """The client's name, which every document knows, and what a clause's condition and those of the required ones ask about."""
    library = shipped()[1]
    vocabulary = Vocabulary.of(library.facts)
    conditions = [one.when for one in (clause, *map(clause_named, sorted(required_by(clause)))) if one.when]
    paths = ["org.name", *(vocabulary.resolve(path.names) for condition in conditions for path in paths_in(condition))]
    return list(dict.fromkeys(paths))


def all_facts() -> list[str]:
    return [one.path for one in shipped()[1].facts if one.type != "records"]


def test_it_has_no_errors() -> None:
    assert len(shipped()[1].clauses) >= 8


@pytest.mark.parametrize("facts", ["least", "all"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("slug", slugs())
def test_a_clause_builds_with_its_conditions_facts_alone_and_with_every_fact(slug: str, tone: str, facts: str) -> None:
    printed = spoken(slug, tone, facts)
    body, _, notes = printed.partition("\n--------------------\n")
    assert body.startswith(dict(clause_named(slug).title)["en"])
    assert len(re.findall(r"^\d+\. ", body, re.MULTILINE)) >= 2
    assert notes
    assert not re.search(r"[{}]|\.\.|,,| ,| \.(?!\.)", body), "a sentence is broken where a fact is missing or given"


@pytest.mark.parametrize("facts", ["least", "all"])
@pytest.mark.parametrize("slug", slugs())
def test_a_clause_speaks_in_two_tones_at_least(slug: str, facts: str) -> None:
    assert len({spoken(slug, tone, facts) for tone in TONES}) >= 2


@pytest.mark.parametrize("facts", ["least", "all"])
@pytest.mark.parametrize("slug", slugs())
def test_a_cooperative_text_accuses_nobody(slug: str, facts: str) -> None:
    body = spoken(slug, "cooperative", facts).split("\n--------------------\n")[0]
    assert "violat" not in body.casefold()


# --- quotations -------------------------------------------------------------------------------------

QUOTED = re.compile(r"“(?P<words>[^“”]+)”[\s.,;]*\[@(?P<id>[\w-]+), (?P<loc>[^\];]+)\]")


def quotations() -> Iterator[tuple[str, str, str, str]]:
    for clause in shipped()[1].clauses:
        text = clause.text("en")
        assert text is not None
        for found in QUOTED.finditer(text.text):
            yield clause.slug, found["words"], found["id"], found["loc"]


def normal(words: str) -> str:
    return " ".join(re.sub('[“”„«»"]', '"', re.sub("[‘’`]", "'", words)).split())


def test_quotations_stand_verbatim_in_the_stored_source() -> None:
    stored = {(one.authority, read_loc(text.loc)): text for one in shipped()[1].sources if one.language == "en" for text in one.texts}
    authorities = {authority for authority, _ in stored}
    checked = 0
    for slug, words, authority, loc in quotations():
        if authority in authorities:
            texts = [
                text
                for (name, at), text in stored.items()
                if name == authority and (at == read_loc(loc) or at.startswith(read_loc(loc) + "("))
            ]
            assert texts, f"{slug}: no stored text of {authority}, {loc}"
            assert any(normal(words) in normal(text.text) and text.quotable for text in texts), (
                f"{slug}: “{words}” is not in {authority}, {loc}"
            )
            checked += 1
    assert checked >= 3


def test_the_check_of_quotations_can_fail() -> None:
    found = QUOTED.search("It says “some words” [@iccpr, art 22(1)].")
    assert found is not None
    assert (found["words"], found["id"], found["loc"]) == ("some words", "iccpr", "art 22(1)")
    assert normal("“a”  ‘b’") == "\"a\" 'b'"
