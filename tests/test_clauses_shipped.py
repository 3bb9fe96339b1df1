"""The library that ships with briefkit: sound, buildable clause by clause in every tone and language, and true to its sources."""

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
from briefkit.diagnostics import Checked
from briefkit.libraries import Layer, read_library
from briefkit.markup import read_loc
from briefkit.model.facts import DOCUMENT_FACTS, Vocabulary
from briefkit.model.libraries import Clause, Library
from briefkit.model.naming import LANGUAGES, TONES
from briefkit.shelf import read_layers
from briefkit.source import Source
from briefkit.template import prepare
from briefkit.translations import differences
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
TRAPS = {"body-confused", "cited-as-binding", "no-such-article", "symbol-year", "wrong-pinpoint-kind"}
ACCUSING = {"en": "violat", "ru": r"\bнаруш"}  # but an offence is «правонарушение»


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


def written() -> list[tuple[str, str]]:
    """Each clause with each language that it has a text in."""
    return [(clause.slug, language) for clause in shipped()[1].clauses for language in LANGUAGES if clause.text(language)]


def in_every_language(layer: Layer) -> Layer:
    """The profile speaks the languages of the clauses, whatever languages its headings have by now."""
    widened = re.compile(r"^languages: .*$", re.MULTILINE)
    name = f"styles/profiles/{PROFILE}.yaml"
    return {
        path: Source(path, widened.sub(f"languages: [{', '.join(LANGUAGES)}]", source.text)) if path == name else source
        for path, source in layer.items()
    }


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
def told_in_every_language() -> tuple[tuple[Layer, ...], Checked[Library]]:
    """The shipped library with every clause in every language, read once for all."""
    layers = tuple(map(in_every_language, shipped()[0]))
    return layers, read_library(layers)


@cache
def spoken(slug: str, tone: str, facts: str, language: str = "en") -> str:
    """What a clause says, as text, in a legal opinion whose obligatory parts have one sentence each; `facts` is least or all."""
    profile = shipped()[1].profile(PROFILE)
    assert profile is not None
    clause = clause_named(slug)
    given = facts_of(condition_facts(clause) if facts == "least" else all_facts())
    sections = ", ".join(f"{part.id}: own.md" for part in profile.parts if part.required)
    spoken_in = f"language: {language}\ntone: {tone}\n" + ("date: 2026-11-01\n" if facts == "all" else "")
    choice = f"{{include: [{slug}], exclude: [{', '.join(others(slug))}]}}"
    case = f"profile: {PROFILE}\ntitle: T\n{spoken_in}{given}sections: {{{sections}}}\nclauses: {choice}\n"
    files = CaseFiles(Source("case.yaml", case), None, {"own.md": Source("own.md", "Own words.")})
    layers, holdings = told_in_every_language()
    run = run_stages(Inputs(layers, {"house": HOUSE}, files), holdings=holdings)
    wrong = [(one.code, one.message, str(one.span)) for one in run.diagnostics if one.is_error or one.code in TRAPS]
    assert not wrong, wrong
    opinion = run.value.opinion
    assert opinion is not None
    [own] = [block for block in opinion.blocks if isinstance(block, ClauseText) and block.clause == slug]
    return write(replace(opinion, title=(), subtitle=(), blocks=(own,))).decode()


def others(slug: str) -> list[str]:
    """The clauses without which this one can stand."""
    needed = {slug, *required_by(clause_named(slug))}
    return [clause.slug for clause in shipped()[1].clauses if clause.slug not in needed]


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
    own = {one.path for one in DOCUMENT_FACTS}  # properties of the document, not facts of the case
    return [path for path in dict.fromkeys(paths) if path not in own]


def all_facts() -> list[str]:
    return [one.path for one in shipped()[1].facts if one.type != "records"]


def test_it_has_no_errors() -> None:
    assert len(shipped()[1].clauses) >= 8


@pytest.mark.parametrize("facts", ["least", "all"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("slug", "language"), written())
def test_a_clause_builds_with_its_conditions_facts_alone_and_with_every_fact(slug: str, language: str, tone: str, facts: str) -> None:
    printed = spoken(slug, tone, facts, language)
    body, _, notes = printed.partition("\n--------------------\n")
    assert " ".join(body.split()).startswith(dict(clause_named(slug).title)[language])
    assert len(re.findall(r"^\d+\. ", body, re.MULTILINE)) >= 2
    assert notes
    assert not re.search(r"[{}]|\.\.|,,| ,| [;:]|\( | \)| \.(?!\.)", body), "a sentence is broken where a fact is missing or given"


@pytest.mark.parametrize("facts", ["least", "all"])
@pytest.mark.parametrize(("slug", "language"), written())
def test_a_clause_speaks_in_two_tones_at_least(slug: str, language: str, facts: str) -> None:
    assert len({spoken(slug, tone, facts, language) for tone in TONES}) >= 2


@pytest.mark.parametrize("facts", ["least", "all"])
@pytest.mark.parametrize(("slug", "language"), [one for one in written() if one[1] in ACCUSING])
def test_a_cooperative_text_accuses_nobody(slug: str, language: str, facts: str) -> None:
    body = spoken(slug, "cooperative", facts, language).split("\n--------------------\n")[0]
    assert not re.search(ACCUSING[language], body.casefold())


# --- translations -----------------------------------------------------------------------------------

TAG = re.compile(r"{%\s*(.*?)\s*%}")
UNREAD = "{# draft: machine-drafted, read by no native speaker #}\n\n"
BRACKETED = re.compile(r"\[([^\[\]]*@[^\[\]]*)\]")
LINKED = re.compile(r"\]\(([#@][\w-]+)\)")
PRINTED = re.compile(r"{{\s*([\w.]+)")


def out_of_step(english: str, other: str, language: str) -> list[str]:
    """Where a translation does not keep step with the English text, in the words of the program; or that its tags do not pair."""
    here = Source("other.md", other)
    if prepare(here.span(0, len(other))).has_errors:
        return ["the template cannot be read"]
    return [one.message for one in differences(Source("en.md", english), here, language, shipped()[1].glossary)]


def translations() -> list[tuple[str, str]]:
    return [(slug, language) for slug, language in written() if language != "en"]


def both_texts(slug: str, language: str) -> tuple[str, str]:
    english, other = clause_named(slug).text("en"), clause_named(slug).text(language)
    assert english is not None
    assert other is not None
    return english.text, other.text


def test_there_are_texts_in_russian() -> None:
    assert len([language for _, language in translations() if language == "ru"]) >= 8


def test_a_kazakh_text_says_that_no_native_speaker_has_read_it_while_its_clause_is_a_draft() -> None:
    texts = {clause.slug: clause.text("kk") for clause in shipped()[1].clauses if clause.status == "draft"}
    written_in_kazakh = {slug: text for slug, text in texts.items() if text}
    assert len(written_in_kazakh) >= 33
    assert [slug for slug, text in written_in_kazakh.items() if not text.text.startswith(UNREAD)] == []


@pytest.mark.parametrize(("slug", "language"), translations())
def test_a_translation_keeps_step_with_the_english_text(slug: str, language: str) -> None:
    english, other = both_texts(slug, language)
    assert out_of_step(english, other, language) == []
    assert dict(clause_named(slug).translations)[language] == clause_named(slug).version
    assert not QUOTED.search(other.replace("«", "“").replace("»", "”")), "a quotation needs the authentic text"
    assert not re.search(r"^>", other, re.MULTILINE), "a quotation needs the authentic text"


@pytest.mark.parametrize(("slug", "language"), translations())
def test_a_translation_without_one_of_its_parts_is_out_of_step(slug: str, language: str) -> None:
    english, other = both_texts(slug, language)
    found = [one for parts in (BRACKETED, LINKED, PRINTED, TAG) for one in parts.finditer(other)]
    assert len(found) > 20
    for one in found:
        only = other[one.start() : one.end()]
        once = PRINTED.fullmatch(only) is None or stretch_of(other, one.start()).count(only) == 1
        assert not once or out_of_step(english, other[: one.start()] + other[one.end() :], language), only
    for paragraph in re.findall(r"\n\n[^{\n][^\n]+", other):
        assert out_of_step(english, other.replace(paragraph, ""), language), paragraph


def stretch_of(text: str, place: int) -> str:
    """The text between the tags around a place: a fact that stands there twice may well stand there once."""
    before = [one.end() for one in TAG.finditer(text) if one.end() <= place]
    after = [one.start() for one in TAG.finditer(text) if one.start() >= place]
    return text[max(before, default=0) : min(after, default=len(text))]


def test_every_fact_has_its_question_help_and_choices_in_each_language() -> None:
    facts = shipped()[1].facts
    texts = [text for one in facts for text in (one.question, one.help, *(label for _, label in one.choices)) if text]
    assert len(texts) > len(facts)
    assert [one.path for one in facts if not one.question] == []
    assert [text for text in texts if not {"en", "ru", "kk"} <= dict(text).keys()] == []
    assert [text for text in texts if len(set(dict(text).values())) < 3] == []  # none is English that stands in for another


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


RESERVED = re.compile(r"without prejudice|conced|reserv|neither the lawfulness")


@pytest.mark.parametrize("slug", slugs())
def test_a_clause_has_two_to_six_paragraphs_and_a_cooperative_one_concedes_nothing(slug: str) -> None:
    for tone in TONES:
        for facts in ("least", "all"):
            assert 2 <= len(re.findall(r"^\d+\. ", spoken(slug, tone, facts), re.MULTILINE)) <= 6, (tone, facts)
    assert RESERVED.search(spoken(slug, "cooperative", "all"))
