"""The whole chain on one page: files → Library, Case → Plan → Manuscript → Opinion → bytes.

Each stage runs on the best value of the one before, so that all problems of all stages come out in one run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from briefkit.authorities import resolve
from briefkit.case import CaseFiles, read_case
from briefkit.checklist import check_adoption, checklist
from briefkit.cite import cite, full_forms, named_in
from briefkit.compose import compose
from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean, in_order
from briefkit.echoes import without_echoes
from briefkit.figures import check_figures
from briefkit.libraries import Layer, read_library
from briefkit.limits import check_limits, check_pages, check_type
from briefkit.lint import lint
from briefkit.looks import body_points, check_tables, on_paper, usable
from briefkit.messages import Tell, in_english, say
from briefkit.model.case import Case, Plan
from briefkit.model.categories import CATEGORIES
from briefkit.model.facts import Vocabulary
from briefkit.model.libraries import Authority, Library
from briefkit.model.profiles import Limit
from briefkit.pagination import Paged, Press, counts_pages, names_pages, paginate
from briefkit.plan import make_plan
from briefkit.provenance.sources import Materials, Sources, sources_of
from briefkit.publication import PublicVersion, disguised, public_version
from briefkit.quotations import check_quotations
from briefkit.release import check_release
from briefkit.source import Source, Span
from briefkit.tables import AuthoritiesTable, asks_for, cited_places, filled, index_of, printed_table, table_of_authorities
from briefkit.times import check_times
from briefkit.tones import check_tone
from briefkit.tree import Block, Opinion, Origin
from briefkit.writers import PRESSED, WRITERS, Look
from briefkit.zotero import Live, live_citations


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build reads, taken from the disk beforehand: texts by layer, looks by name, the case's files.

    `problems` are those that reading the disk met. `chosen` holds what the command line overrides. `today` is None where
    nobody looked at a clock. `more_styles` names styles that could have been meant, where one is asked for that is not there.
    With `index` the document ends in an index of its facts and exhibits. `pinned` are the clauses that may stand in it; any, if None.
    With `zotero` the citations of a Word file are live. With `public` the document names nobody, as it never does in some profiles.
    """

    layers: tuple[Layer, ...]
    looks: Mapping[str, bytes]
    case: CaseFiles
    chosen: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()
    today: date | None = None
    more_styles: tuple[str, ...] = ()
    index: bool = False
    pinned: frozenset[str] | None = None
    zotero: bool = False
    public: bool = False


@dataclass(frozen=True, slots=True)
class Stages:
    """What each stage gave; a later one is None where an earlier one gave nothing to work on."""

    holdings: Library
    case: Case | None = None
    plan: Plan = field(default_factory=Plan)
    opinion: Opinion | None = None
    public: PublicVersion | None = None

    @property
    def citable(self) -> Mapping[str, Authority]:
        """Every authority that may be cited here, by its id: those of the library, then the case's own references."""
        references = self.case.references if self.case else ()
        return {one.id: one for one in (*self.holdings.authorities, *references)}


def run_stages(inputs: Inputs, final: bool = False, holdings: Checked[Library] | None = None) -> Checked[Stages]:
    """Everything short of writing: the library, the case, the plan, the opinion, and all problems of all of them.

    `holdings` is the library that the layers give, for a caller who has read it already.
    """
    library = read_library(inputs.layers) if holdings is None else holdings
    problems = [*inputs.problems, *library.diagnostics]
    case = read_case(inputs.case, library.value, inputs.chosen)
    problems.extend(case.diagnostics)
    if case.value is None:
        return Checked(Stages(library.value), without_echoes(problems))
    public = _public_version(case.value, library.value, inputs)
    used = public.case if public else case.value
    plan = make_plan(used, library.value, inputs.pinned)
    opinion = _opinion(used, plan.value, library.value, inputs, final)
    problems.extend((*plan.diagnostics, *opinion.diagnostics, *_not_yet(used, library.value, inputs.today)))
    if final:
        problems.extend(check_adoption(used, plan.value))
    if opinion.value is not None and used.profile is not None:
        problems.extend(check_limits(opinion.value, used, used.profile, final))
    stages = with_tables(Stages(library.value, used, plan.value, opinion.value, public), inputs)
    return Checked(_in_public(stages.value), without_echoes((*problems, *stages.diagnostics), used))


def _public_version(case: Case, library: Library, inputs: Inputs) -> PublicVersion | None:
    """The case as its public version has it, where that is wanted or its profile makes nothing else."""
    if not (inputs.public or (case.profile and case.profile.public_only)):
        return None
    return public_version(case, library, inputs.case, inputs.chosen)


def _in_public(stages: Stages) -> Stages:
    """The stages, the document without what its public version may not hold: it is gone through last, with all that stands in it."""
    if stages.public is None or stages.opinion is None:
        return stages
    return replace(stages, opinion=disguised(stages.opinion, stages.public.disguise))


def with_tables(stages: Stages, inputs: Inputs) -> Checked[Stages]:
    """The stages, the document with its table of authorities and its index wherever it asks for them: they tell of all else in it."""
    opinion, case = stages.opinion, stages.case
    if opinion is None or case is None or case.profile is None or not any(asks_for(opinion, one) for one in ("authorities", "index")):
        return Checked(stages)
    table, profile, vocabulary = tabulate(stages, inputs), case.profile, Vocabulary.of(stages.holdings.facts)
    made: dict[str, Callable[[Origin], Iterable[Block]]] = {
        "authorities": lambda at: [printed_table(table.value, opinion.language, at, profile.authorities_by, profile.passim)],
        "index": lambda at: index_of(opinion, table.value.exhibits, vocabulary, at),
    }
    return Checked(replace(stages, opinion=filled(opinion, made)), table.diagnostics)


def _not_yet(case: Case, library: Library, today: date | None) -> Iterator[Diagnostic]:
    """Verifications of a day that has not come; somewhere east of the clock it may be tomorrow already."""
    recorded = [pinpoint.verified for authority in library.authorities for pinpoint in authority.pinpoints]
    recorded += [one.verification for one in case.verified]
    for one in recorded if today else ():
        if one and today and one.on > today + timedelta(days=1):
            said = say("On {day} nobody can have seen it yet.", day=one.on)
            yield diagnose("bad-date", said, one.span, say("give the day on which it was seen"))


def _opinion(case: Case, plan: Plan, library: Library, inputs: Inputs, final: bool) -> Checked[Opinion | None]:
    manuscript = compose(case, plan, library, final, inputs.index)
    authorities = (*library.authorities, *case.references)
    resolved = resolve(manuscript.value, authorities, case.exhibits, case.verified, final)
    style = find_style(case, inputs)
    if style.value is None:
        return Checked(None, (*manuscript.diagnostics, *resolved.diagnostics, *style.diagnostics))
    opinion = cite(resolved.value, authorities, case.exhibits, style.value, locale_texts(inputs.layers))
    traps = lint(opinion.value, authorities, library.status_words, final, library.glossary)
    traps = (*traps, *check_times(opinion.value, case, {one.id: one for one in authorities}), *check_tone(opinion.value, case, library))
    quoted = check_quotations(opinion.value, library.sources, {one.id: one for one in authorities})
    return Checked(opinion.value, (*manuscript.diagnostics, *resolved.diagnostics, *opinion.diagnostics, *traps, *quoted))


def tabulate(stages: Stages, inputs: Inputs) -> Checked[AuthoritiesTable]:
    """The table of authorities of a case's document, in the categories of its profile; empty where there is no document."""
    case, opinion = stages.case, stages.opinion
    style = find_style(case, inputs).value if case else None
    if case is None or case.profile is None or opinion is None or style is None:
        return Checked(AuthoritiesTable())
    known = stages.citable
    cited = [known[name] for name in cited_places(opinion) if name in known]
    forms = full_forms(cited, style, case.language, locale_texts(inputs.layers))
    categories = case.profile.authorities or tuple(CATEGORIES)
    return Checked(table_of_authorities(opinion, cited, case.exhibits, forms.value, categories), forms.diagnostics)


def find_style(case: Case, inputs: Inputs) -> Checked[Source | None]:
    """The citation style of a case: the one that the command line names, else its profile's."""
    if case.profile is None:
        return Checked(None)
    name = inputs.chosen.get("style") or case.profile.style_in(case.language)
    if not name:
        return Checked(None)  # the profile names none, which is reported
    return style_named(name, inputs.layers, case.profile.span, inputs.more_styles)


def locale_texts(layers: Sequence[Layer]) -> dict[str, Source]:
    """The files of `styles/locales`, by path; a later layer's stands in place of an earlier one's."""
    return {path: source for layer in layers for path, source in layer.items() if path.startswith("styles/locales/")}


def style_named(name: str, layers: Sequence[Layer], span: Span | None = None, more: tuple[str, ...] = ()) -> Checked[Source | None]:
    """A style of the workspace by name."""
    path = f"styles/{name}.csl"
    for layer in reversed(layers):
        if path in layer:
            return Checked(layer[path])
    known = sorted({one[len("styles/") : -len(".csl")] for layer in layers for one in layer if one.endswith(".csl")})
    names = ", ".join(known)
    otherwise = (
        say("one of {names}", names=names)
        if more
        else say("one of {names}; for the public styles by name: pip install 'briefkit[styles]'", names=names)
    )
    hint = did_you_mean(name, (*known, *more), otherwise)
    return Checked(None, (diagnose("unknown-style", say("There is no citation style “{style}”.", style=name), span, hint),))


def find_look(case: Case, inputs: Inputs) -> Checked[Look | None]:
    """The Word template of a case: the one that the command line names, else its profile's; what it lacks comes from the house."""
    if case.profile is None:
        return Checked(None)
    name = inputs.chosen.get("template") or case.profile.template
    template = inputs.looks.get(name)
    if template is None:
        hint = did_you_mean(name, inputs.looks, say("one of {names}", names=", ".join(sorted(inputs.looks))))
        said = say("There is no Word template “{template}”.", template=name)
        return Checked(None, (diagnose("bad-template", said, case.profile.span, hint),))
    return on_paper(usable(name, template, inputs.looks.get("house", template)), case.paper)


CHECKLIST = "checklist."  # before an ending: counsel's checklist of the document rather than the document


@dataclass(frozen=True, slots=True)
class Built:
    """What was asked for, by its name, and what it was made of; both empty while any error stands.

    Of a public version nothing tells what it was made of; `stages` has what stands in it for what.
    """

    outputs: dict[str, bytes] = field(default_factory=dict)
    sources: Sources | None = None
    stages: Stages | None = None


def build(
    inputs: Inputs, outputs: Sequence[str], final: bool = False, tell: Tell = in_english, press: Press | None = None
) -> Checked[dict[str, bytes]]:
    """What is asked for (`docx`, `checklist.docx`), each by its writer; nothing while any error stands.

    A checklist names problems, which `tell` says in the document's language. The `press` lays the document out, so that its pages are
    known, and makes what no writer makes (`pdf`, `odt`); without it no page is known, and nothing of that kind can be had.
    """
    built = build_with_sources(inputs, outputs, final, tell, press)
    return Checked(built.value.outputs, built.diagnostics)


def build_with_sources(
    inputs: Inputs, outputs: Sequence[str], final: bool = False, tell: Tell = in_english, press: Press | None = None
) -> Checked[Built]:
    """As `build`, and with what it was made of, by whose id a working draft finds it again."""
    stages = run_stages(inputs, final)
    look = _checked_look(stages.value, inputs, outputs, final, press)
    problems = in_order((*stages.diagnostics, *look.diagnostics))
    if look.value is None or any(one.is_error for one in problems):
        return Checked(Built(), problems)
    laid = _laid_out(stages.value, look.value, inputs, outputs, final, press)
    problems = in_order((*problems, *laid.diagnostics))
    if laid.value is None or any(one.is_error for one in problems):
        return Checked(Built(), problems)
    made = {name: laid.value.made(name, problems, tell, press) for name in dict.fromkeys(outputs)}
    whole = {name: one.value for name, one in made.items() if one.value is not None}
    problems = in_order((*problems, *(problem for one in made.values() for problem in one.diagnostics)))
    built = Built(whole, laid.value.sources, stages.value) if len(whole) == len(made) else Built()
    return _released(Checked(built, problems))


@dataclass(frozen=True, slots=True)
class _Laid:
    """A document ready for its writers: its `look` knows its pages, `house` is the look of its checklist."""

    case: Case
    plan: Plan
    opinion: Opinion
    look: Look
    house: Look
    pdf: bytes | None
    sources: Sources | None

    def made(self, name: str, problems: Sequence[Diagnostic], tell: Tell, press: Press | None) -> Checked[bytes | None]:
        """What is asked for by a name: the document, or the checklist of its problems."""
        if name == "pdf" and self.pdf:
            return Checked(self.pdf)
        if name.startswith(CHECKLIST):
            listed = checklist(self.case, self.plan, self.opinion, problems, tell)
            return _written(name.removeprefix(CHECKLIST), listed, self.house, press)
        return _written(name, self.opinion, self.look, press)


def _checked_look(stages: Stages, inputs: Inputs, outputs: Sequence[str], final: bool, press: Press | None) -> Checked[Look | None]:
    """The Word template of the document, and what is wrong with its type or with what is to be drawn; None without a document."""
    case, opinion = stages.case, stages.opinion
    if case is None or case.profile is None or opinion is None:
        return Checked(None)
    look = find_look(case, inputs)
    sized = check_type(body_points(look.value), case.profile.limits, final)
    draws = press or any(name != "txt" and not name.startswith(CHECKLIST) for name in outputs)
    drawn = check_figures(opinion) if draws else ()
    crowded = check_tables(opinion, look.value) if draws and look.value and not look.has_errors else ()
    return Checked(look.value, (*look.diagnostics, *sized, *drawn, *crowded))


def _laid_out(
    stages: Stages, look: Look, inputs: Inputs, outputs: Sequence[str], final: bool, press: Press | None
) -> Checked[_Laid | None]:
    """The document on its pages, as far as they are known, with live citations where they are wanted."""
    case, opinion = stages.case, stages.opinion
    if case is None or case.profile is None or opinion is None:
        return Checked(None)
    live = _live(stages, inputs)
    sources = _sources(stages, inputs) if outputs and not opinion.public else None
    if sources and not final:
        opinion = replace(opinion, build=sources.id)
    limits, look = case.profile.limits, replace(look, live=live.value)
    paged = _paged(opinion, look, limits, outputs, press)
    own = inputs.looks.get("house", look.template)
    house = on_paper(usable("house", own, own), case.paper).value or look
    laid = _Laid(case, stages.plan, opinion, replace(look, pages=paged.value.pages), house, paged.value.pdf, sources)
    return Checked(laid, (*live.diagnostics, *paged.diagnostics, *check_pages(paged.value.count, limits, final)))


def _released(built: Checked[Built]) -> Checked[Built]:
    """What was built; of a public version, nothing while its files still say what it hides."""
    stages = built.value.stages
    if stages is None or stages.public is None:
        return built
    cited = [stages.citable[name] for name in cited_places(stages.opinion) if name in stages.citable] if stages.opinion else []
    leaks = tuple(check_release(built.value.outputs, stages.public, stages.holdings, cited))
    kept = {} if any(one.is_error for one in leaks) else built.value.outputs
    return Checked(replace(built.value, outputs=kept), in_order((*built.diagnostics, *leaks)))


def _live(stages: Stages, inputs: Inputs) -> Checked[Live | None]:
    """What makes the citations of the document live, where that is wanted."""
    case, opinion = stages.case, stages.opinion
    if case and case.public and inputs.zotero:
        said = say("A public version has no live citations: they would carry more of the sources than is printed.")
        return Checked(None, (diagnose("zotero-public", said, case.span),))
    style = find_style(case, inputs).value if case and inputs.zotero else None
    if case is None or opinion is None or style is None:
        return Checked(None)
    known = stages.citable
    cited = [known[name] for name in cited_places(opinion) if name in known]
    made = live_citations(opinion, named_in(cited, case.language, style, locale_texts(inputs.layers)), case.exhibits, style)
    return Checked(made.value, made.diagnostics)


def _sources(stages: Stages, inputs: Inputs) -> Sources | None:
    case, opinion = stages.case, stages.opinion
    if case is None or opinion is None or case.profile is None:
        return None
    style = inputs.chosen.get("style") or case.profile.style_in(case.language)
    template = inputs.chosen.get("template") or case.profile.template
    look = (template, inputs.looks[template])
    return sources_of(Materials(case, inputs.case, stages.plan, opinion, stages.holdings, inputs.layers, style, look, inputs.index))


def _paged(opinion: Opinion, look: Look, limits: Iterable[Limit], outputs: Sequence[str], press: Press | None) -> Checked[Paged]:
    """The document's pages, where a press is there and anything depends on them: a number in a Word file, a PDF, a limit."""
    named = names_pages(opinion) and not {"docx", *PRESSED}.isdisjoint(outputs)
    if press is None or not (named or "pdf" in outputs or counts_pages(limits)):
        return Checked(Paged())
    return paginate(opinion, look, press)


def _written(ending: str, opinion: Opinion, look: Look, press: Press | None) -> Checked[bytes | None]:
    """A document by the writer of its ending, or by the press."""
    if ending in WRITERS:
        return Checked(WRITERS[ending](opinion, look))
    if press is None:
        return Checked(None, (diagnose("press-missing", say("Only LibreOffice makes files of this kind, and none is at hand.")),))
    return press.convert(WRITERS["docx"](opinion, look), ending)
