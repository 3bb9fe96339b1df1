"""The case file, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefkit.case.facts import read_facts
from briefkit.case.references import read_references
from briefkit.case.spoken import in_any, languages_given, spoken
from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean, in_order
from briefkit.formats import CASE
from briefkit.markup import read_refs_at, single_locs
from briefkit.messages import say
from briefkit.model.case import Case, CaseVerification, ClauseChoice, Exhibit, Filing, Section
from briefkit.model.facts import Given, Record
from briefkit.model.libraries import Authority, Library
from briefkit.model.naming import LANGUAGES, PAPERS, TONES, Named
from briefkit.model.profiles import Profile
from briefkit.shaped import names, verification
from briefkit.shapes import check
from briefkit.source import Source, Span
from briefkit.tree import Ref
from briefkit.walk import plain
from briefkit.yamlmarks import Leaf, Node, read_yaml, written
from briefkit.yamlmarks import Mapping as Marked


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that a case names. `read` tells whether its text is wanted, or only that it is there."""

    path: str
    span: Span
    read: bool


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """The texts of a case: its case.yaml, the secret facts beside it, and the files it names that could be read."""

    case: Source
    secret: Source | None = None
    texts: Mapping[str, Source] = field(default_factory=dict)


def named_files(case: Source) -> tuple[NamedFile, ...]:
    """The files that a case names, for whoever reads the disk. Problems are found again by `read_case`."""
    node = read_yaml(case).value
    return tuple(_named_files(node)) if isinstance(node, Marked) else ()


def secret_file(case: Source) -> NamedFile | None:
    """The file that a case names for its confidential facts; None where it names none."""
    node = read_yaml(case).value
    named = node.get("secret") if isinstance(node, Marked) else None
    return NamedFile(named.text, named.span, read=True) if isinstance(named, Leaf) and named.text else None


def is_fictional(case: Source) -> bool:
    """Whether a case says that all who stand in it are invented."""
    node = read_yaml(case).value
    return isinstance(node, Marked) and node.flag("fictional")


def case_languages(case: Source) -> tuple[str, ...]:
    """The languages that a case can be made in, its own first: those that it gives its title in."""
    node = read_yaml(case).value
    if not isinstance(node, Marked):
        return ()
    return tuple(dict.fromkeys((node.text("language", "en"), *languages_given(node.get("title")))))


def _named_files(node: Marked) -> Iterator[NamedFile]:
    for _, value in node.mapping("sections").entries:
        for leaf in in_any(value):
            if leaf.text:
                yield NamedFile(leaf.text, leaf.span, read=True)
    refs = node.get("refs")
    if isinstance(refs, Leaf) and refs.text:
        yield NamedFile(refs.text, refs.span, read=True)
    for exhibit in node.mappings("exhibits"):
        file = exhibit.get("file")
        if isinstance(file, Leaf) and file.text:
            yield NamedFile(file.text, file.span, read=False)


def read_case(files: CaseFiles, library: Library, chosen: Mapping[str, str] | None = None) -> Checked[Case | None]:
    """The case; None if its file holds no mapping at all. `chosen` overrides profile, language, tone and paper."""
    problems: list[Diagnostic] = []
    read = read_yaml(files.case)
    problems.extend(read.diagnostics)
    if not isinstance(read.value, Marked):
        if not read.diagnostics:
            problems.append(
                diagnose("missing-key", say("The case holds no keys."), files.case.whole(), say("begin with profile: and title:"))
            )
        return Checked(None, tuple(problems))
    node = _overridden(read.value, chosen or {})
    problems.extend(check(node, CASE))
    profile = _profile(node, library, problems)
    before = len(problems)
    references = tuple(_references(node, files, library, problems))
    read_all = not node.text("refs") or (node.text("refs") in files.texts and not any(one.is_error for one in problems[before:]))
    language = _language(node, profile, problems)
    exhibits = tuple(_exhibits(node, language, {one.id for one in (*library.authorities, *references)}, problems))
    citable = [*(one.id for one in (*library.authorities, *references)), *(one.id for one in exhibits)]
    title = spoken(node.get("title"), language, say("The title is not given in “{language}”.", language=language), problems)
    tone = node.text("tone", "neutral")
    tone = tone if tone in TONES else "neutral"  # reported by its shape
    facts = read_facts(node.get("facts"), files.secret, library.facts, language, citable, problems)
    case = Case(
        title=written(title) if isinstance(title, Leaf) else None,
        profile=profile,
        language=language,
        tone=tone,
        date=node.day("date"),
        facts=_with_document(facts, node, profile, language, tone),
        choice=_choice(node.get("clauses")),
        sections=tuple(_sections(node, files, profile, language, problems)),
        exhibits=exhibits,
        references=references,
        verified=tuple(_verified(node, citable, problems)),
        span=node.span,
        references_read=read_all,
        accepted=tuple(_accepted(node, library, problems)),
        filed=_filing(node.mapping("filed")),
        paper=paper if (paper := node.text("paper")) in PAPERS else "",
    )
    return Checked(case, in_order(problems))


def _overridden(node: Marked, chosen: Mapping[str, str]) -> Marked:
    """The case with what the command line chose, which stands in no file but under the option's name."""
    options = {"profile": "--profile", "language": "--lang", "tone": "--tone", "paper": "--paper"}
    entries = {key.text: (key, value) for key, value in node.entries}
    for name, option in options.items():
        if value := chosen.get(name):
            span = Source(option, value).span(0, len(value))
            entries[name] = (Leaf(name, name, span), Leaf(value, value, span))
    return Marked(tuple(entries.values()), node.span)


def _profile(node: Marked, library: Library, problems: list[Diagnostic]) -> Profile | None:
    name = node.get("profile")
    if not isinstance(name, Leaf) or not name.text:
        return None
    profile = library.profile(name.text)
    if profile is None:
        known = [one.id for one in library.profiles]
        hint = did_you_mean(name.text, known, say("one of {names}", names=", ".join(known)))
        problems.append(diagnose("unknown-profile", say("There is no profile “{profile}”.", profile=name.text), name.span, hint))
    return profile


def _language(node: Marked, profile: Profile | None, problems: list[Diagnostic]) -> str:
    """The document's language; where it cannot be made in the one given, the first that it can be made in."""
    given = node.get("language")
    language = node.text("language", "en")
    possible = profile.languages if profile and profile.languages else LANGUAGES
    if language in possible:
        return language
    if profile and language in LANGUAGES:
        hint = say("it can be made in {languages}", languages=", ".join(profile.languages))
        said = say("The profile “{profile}” is not made in the language “{language}”.", profile=profile.id, language=language)
        problems.append(diagnose("unknown-language", said, (given or node).span, hint))
    return possible[0]


def _with_document(facts: Record, node: Marked, profile: Profile | None, language: str, tone: str) -> Record:
    """The facts, and what every text may ask of its document: tone, language, audience, profile, date."""
    known = {
        "tone": tone,
        "language": language,
        "audience": profile.audience if profile else "",
        "profile": node.text("profile"),
    }
    own: list[tuple[str, Given]] = [(name, Given(value, "text", name, node.span)) for name, value in known.items()]
    day = node.day("date")
    if day is not None:
        own.append(("date", Given(day, "date", "date", node.span)))
    return Record((*facts.entries, *own), facts.span)


def _choice(node: Node | None) -> ClauseChoice:
    if isinstance(node, Leaf):
        return ClauseChoice(none=node.text == "none")
    if not isinstance(node, Marked):
        return ClauseChoice()
    tones = node.mapping("tones").entries
    return ClauseChoice(
        include=names(node, "include"),
        exclude=names(node, "exclude"),
        order=names(node, "order"),
        tones=tuple((Named(key.text, key.span), value.text) for key, value in tones if isinstance(value, Leaf) and value.text in TONES),
    )


def _sections(node: Marked, files: CaseFiles, profile: Profile | None, language: str, problems: list[Diagnostic]) -> Iterator[Section]:
    parts = [part.id for part in profile.parts] if profile else []
    for key, value in node.mapping("sections").entries:
        if profile and key.text not in parts:
            hint = did_you_mean(key.text, parts, say("its parts are {parts}", parts=", ".join(parts)))
            problems.append(diagnose("unknown-part", say("The profile has no part “{part}”.", part=key.text), key.span, hint))
            continue
        lacking = say("The part “{part}” is not given in “{language}”.", part=key.text, language=language)
        text = spoken(value, language, lacking, problems)
        if isinstance(text, Leaf):
            yield Section(Named(key.text, key.span), files.texts.get(text.text))


def _filing(node: Marked) -> Filing | None:
    day, to = node.day("on"), node.text("to")
    return Filing(day, to, node.day("decided")) if day and to else None


def _accepted(node: Marked, library: Library, problems: list[Diagnostic]) -> Iterator[tuple[Named, str]]:
    """The clauses that a person adopts, with that person's role."""
    slugs = [clause.slug for clause in library.clauses]
    for key, value in node.mapping("accepted").entries:
        if key.text not in slugs:
            hint = did_you_mean(key.text, slugs, say("briefkit clauses list shows all"))
            problems.append(diagnose("unknown-clause", say("There is no clause “{clause}”.", clause=key.text), key.span, hint))
        elif isinstance(value, Leaf):
            yield Named(key.text, key.span), value.text


def _references(node: Marked, files: CaseFiles, library: Library, problems: list[Diagnostic]) -> Iterator[Authority]:
    source = files.texts.get(node.text("refs"))
    for reference in read_references(source, problems) if source else ():
        if library.authority(reference.id) is not None:
            hint = say("give the case's own item another id")
            said = say("The library has an authority “{authority}” already.", authority=reference.id)
            problems.append(diagnose("duplicate-id", said, reference.span, hint))
        yield reference


def _exhibits(node: Marked, language: str, authorities: set[str], problems: list[Diagnostic]) -> Iterator[Exhibit]:
    seen: set[str] = set()
    for item in node.mappings("exhibits"):
        name = item.text("id")
        span = (item.get("id") or item).span
        if name in seen:
            said = say("There are two exhibits “{exhibit}”.", exhibit=name)
            problems.append(diagnose("duplicate-id", said, span, say("give each exhibit an id of its own")))
        elif name in authorities:
            said = say("An authority has the id “{name}” already.", name=name)
            problems.append(diagnose("duplicate-id", said, span, say("give each exhibit an id of its own")))
        seen.add(name)
        lacking = say("The title of exhibit “{exhibit}” is not given in “{language}”.", exhibit=name, language=language)
        title = spoken(item.get("title"), language, lacking, problems)
        yield Exhibit(name, title.text if isinstance(title, Leaf) else "", item.day("date"), item.text("file"), span)


def _verified(node: Marked, known: list[str], problems: list[Diagnostic]) -> Iterator[CaseVerification]:
    """Each place that somebody saw; a citation that is not read to its end records none."""
    for item in node.mappings("verified"):
        cite, recorded = item.get("cite"), verification(item)
        if not isinstance(cite, Leaf) or recorded is None:
            continue
        wrong: list[Diagnostic] = []
        refs = read_refs_at(cite.text, cite.span, wrong)
        wrong += [problem for ref in refs if not wrong and (problem := _not_seen(ref, cite, known))]
        problems.extend(wrong)
        for ref in refs if not wrong else ():
            for place in single_locs(ref.locator) if ref.locator else ():
                yield CaseVerification(ref.authority, place, recorded, cite.span)


def _not_seen(ref: Ref, cite: Leaf, known: list[str]) -> Diagnostic | None:
    """Why a ref names no place that somebody can have seen."""
    if ref.authority not in known:
        hint = did_you_mean(ref.authority, known, say("briefkit authorities list shows all"))
        return diagnose("unknown-authority", say("There is no authority “{authority}”.", authority=ref.authority), cite.span, hint)
    if ref.locator is None:
        hint = say('write "@id, art 5"; a place that has a name alone stands in braces: "@id, {merits}"')
        return diagnose("bad-pinpoint", say("“{text}” names no pinpoint.", text=cite.text), cite.span, hint)
    if ref.suffix:
        said = say("“{text}” is no part of a pinpoint, so it is unclear what was seen.", text=plain(ref.suffix))
        return diagnose("bad-pinpoint", said, cite.span, say('write "@id, art 5; @id, para 3", each place for itself'))
    return None
