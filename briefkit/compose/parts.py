"""The parts of a document, in the order of its profile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefkit.compose.columns import tabulated
from briefkit.compose.counting import Paragraphs, counted
from briefkit.compose.figures import Illustrator
from briefkit.compose.listings import Lister, key_recommendations
from briefkit.compose.outline import Outline
from briefkit.compose.remarked import final_line, set_apart, without_empty
from briefkit.diagnostics import Diagnostic, diagnose, did_you_mean
from briefkit.exhibits import exhibit_numbers
from briefkit.markup import read_line, read_markup
from briefkit.messages import Message, in_every_language, say
from briefkit.model.case import Case, Plan, Planned, Section
from briefkit.model.facts import Record, Vocabulary, in_tone
from briefkit.model.libraries import Library
from briefkit.model.naming import Named, in_language
from briefkit.model.profiles import PLACES, Boilerplate, Part, Profile
from briefkit.remarks import without_remarks
from briefkit.roles import FIGURES, LISTINGS, RECOMMENDATION, ROLES
from briefkit.source import Source, Span
from briefkit.template import check_template, fill, prepare
from briefkit.tree import (
    Block,
    Cite,
    ClauseText,
    Heading,
    Inline,
    Items,
    Manuscript,
    Origin,
    Paragraph,
    ParagraphRef,
    Quotation,
    Remark,
    Styled,
    Text,
)
from briefkit.walk import blocks_within, inlines_within, own_inlines, plain, rewrite_lines
from briefkit.wording import word, write_date

SHORT_TITLE = 70  # characters of the title that a page's header takes


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of a part: those that stand before its listing and those that close it; whether something wrong is reported."""

    before: tuple[Block, ...]
    closes: tuple[Block, ...]
    reported: bool

    @property
    def blocks(self) -> tuple[Block, ...]:
        return (*self.before, *self.closes)


class Composer:
    """Composes one document; `problems` gathers what is wrong with it."""

    def __init__(self, case: Case, plan: Plan, library: Library, final: bool, index: bool = False) -> None:
        self.case, self.plan, self.holdings, self.final, self.index = case, plan, library, final, index
        self.silent = final or case.public  # whether nothing in it is said to the drafter
        self.vocabulary = Vocabulary.of(library.facts)
        self.boilerplate = {one.name: one for one in library.boilerplate}
        self.lister = Lister(case.facts, case.exhibits, self.vocabulary, case.language)
        self.paragraphs = Paragraphs()
        self.problems: list[Diagnostic] = []
        self.illustrator = Illustrator(case.facts, self.lister, self.problems)
        self.empty: set[str] = set()  # clauses of the document whose text could not be had
        self.cites = False  # whether the texts cite any authority

    def manuscript(self) -> Manuscript:
        profile = self.case.profile
        title = self._title()
        parts = sorted(profile.parts, key=lambda part: PLACES.index(part.place)) if profile else ()
        texts = [self._texts(part) for part in parts]
        roles = {one.role for text in texts for one in blocks_within(text.blocks) if isinstance(one, Styled)}
        self.cites = self._cite(texts)
        made = [(part.place, list(self._part(part, text, roles))) for part, text in zip(parts, texts, strict=True)]
        made += [("annex", blocks) for blocks in (self._index(made),) if blocks]
        manuscript = Manuscript(
            title=title,
            blocks=tuple(block for _, blocks in made for block in blocks),
            language=self.case.language,
            profile=profile.id if profile else "",
            draft=not self.final,
            public=self.case.public,
            short_title=_short(plain(title)),
        )
        if profile is None:
            return manuscript
        self._ask(profile)
        fronted = _fronted(manuscript, profile, made, self.case)
        placed = self._placed(replace(fronted, blocks=Outline().closed_up(fronted.blocks)))
        numbered = counted(placed, self.paragraphs.anchors, self._dead)
        self.problems.extend(numbered.problems)
        return numbered.manuscript

    def _title(self) -> tuple[Inline, ...]:
        span = self.case.title
        if span is None:
            return ()
        self.problems.extend(check_template(span, self.vocabulary))
        filled = fill(prepare(span).value, self.case.facts, self.vocabulary, self.case.language)
        self.problems.extend(filled.diagnostics)
        line = read_line(filled.value, self.case.language, span)
        return without_remarks(line) if self.silent else line

    def _ask(self, profile: Profile) -> None:
        for ask in profile.asks:
            if self.case.facts.at(ask.fact) is None:
                said = say("The forum expects “{fact}”, which the case does not give.", fact=ask.fact)
                self.problems.append(diagnose("fact-expected", said, self.case.span, in_every_language(ask.says)))

    # --- parts ----------------------------------------------------------------------------------------

    def _texts(self, part: Part) -> _Texts:
        sections = self._sections(part)
        before = len(self.problems)
        opens = [block for named in part.opens for block in self._boilerplate(named)]
        own = [block for section in sections if section.text for block in self._own(section.text, part)]
        clauses = [self._clause(planned) for planned in self.plan.planned if planned.part.id == part.id]
        closes = [block for named in part.closes for block in self._boilerplate(named)]
        reported = any(section.text is None for section in sections) or any(one.is_error for one in self.problems[before:])
        return _Texts((*opens, *own, *clauses), tuple(closes), reported)

    def _sections(self, part: Part) -> list[Section]:
        return [section for section in self.case.sections if section.part.name == part.id]

    def _part(self, part: Part, texts: _Texts, roles: Collection[str]) -> Iterator[Block]:
        """A part with its heading, and its listing unless a text has placed it; `roles` are those of the whole document's texts."""
        listed = list(texts.before)
        if part.lists and part.lists not in roles and self._makes(part.lists, roles):
            listed.append(Styled(part.lists, (), origin=Origin(part.span)))
        if not listed and part.required and not texts.reported:
            self.problems.append(self._missing(part, self._sections(part)))
        numbers = part.numbered and part.place in ("body", "annex")
        body = [self._gathered(self.paragraphs.numbered(self._known(block), numbers)) for block in (*listed, *texts.closes)]
        heading = in_language(part.heading, self.case.language)
        if body and heading:
            yield Heading(1, (Text(heading, Origin(part.span)),), anchor=part.id, origin=Origin(part.span), annex=part.place == "annex")
        yield from body

    def _makes(self, listing: str, roles: Collection[str]) -> bool:
        """Whether the case, or for recommendations its texts, hold anything that a listing is made of."""
        made = {"chronology": self.lister.chronology, "duties": self.lister.duties}
        if listing in made:
            return any(True for _ in made[listing](Origin(self.case.span)))
        if listing in FIGURES:
            return bool(self.illustrator.shown_in(listing))
        there = {"recommendations": RECOMMENDATION in roles, "exhibits": bool(self.case.exhibits), "authorities": self.cites}
        return there.get(listing, True)

    def _cite(self, texts: Iterable[_Texts]) -> bool:
        """Whether some texts cite anything but exhibits."""
        lines = (own_inlines(block) for text in texts for block in blocks_within(text.blocks))
        cited = {ref.authority for line in lines for one in inlines_within(line) if isinstance(one, Cite) for ref in one.refs}
        return not cited <= {one.id for one in self.case.exhibits}

    def _index(self, made: Iterable[tuple[str, list[Block]]]) -> list[Block]:
        """The index that is asked for, as an annex; nothing where a text or a part has placed it."""
        placed = any(isinstance(one, Styled) and one.role == "index" for _, blocks in made for one in blocks_within(blocks))
        if placed or not self.index:
            return []
        origin = Origin(self.case.span)
        heading = Heading(1, (Text(word("index", self.case.language), origin),), anchor="index", origin=origin, annex=True)
        return [heading, Styled("index", (), origin=origin)]

    def _missing(self, part: Part, sections: Sequence[Section]) -> Diagnostic:
        said = say("The part “{part}” is obligatory and has no text.", part=part.id)
        if sections:
            return diagnose("missing-part", said, sections[0].part.span, say("its file holds no text for this case"))
        hint = say("add it to the case: sections: {{{part}: own/{part}.md}}", part=part.id)
        return diagnose("missing-part", said, self.case.span, hint)

    def _boilerplate(self, named: Named) -> tuple[Block, ...]:
        boilerplate = self.boilerplate.get(named.name)
        text = boilerplate.text(self.case.language) if boilerplate else None
        if text is None:
            if boilerplate:
                self.problems.append(_untranslated(boilerplate, named, self.case.language))
            return ()
        return self._blocks(text.span(0, len(text.text)), self.case.facts, top=2)

    def _own(self, text: Source, part: Part) -> tuple[Block, ...]:
        whole = text.span(0, len(text.text))
        self.problems.extend(check_template(whole, self.vocabulary))
        blocks = self._blocks(whole, self.case.facts, top=2)
        return tuple(tabulated(blocks, part, self.case.language, self.problems)) if part.columns else blocks

    def _clause(self, planned: Planned) -> ClauseText:
        clause, language = planned.clause, self.case.language
        text = clause.text(language)
        origin = Origin(clause.span)
        title: list[Inline] = [Text(in_language(clause.title, language), origin)]
        rendered = clause.rendered(language)
        if rendered < clause.version and not self.silent:
            said = word("stale", language).format(old=rendered, new=clause.version)
            title.append(Remark(said, origin, comment=said, mark=False))
        facts = in_tone(self.case.facts, planned.tone)
        blocks = self._blocks(text.span(0, len(text.text)), facts, top=3) if text else ()
        if not blocks:
            self.empty.add(clause.slug)
        return ClauseText(clause.slug, clause.version, language, (Heading(2, tuple(title), origin=origin), *blocks), origin)

    def _blocks(self, whole: Span, facts: Record, top: int) -> tuple[Block, ...]:
        filled = fill(prepare(whole).value, facts, self.vocabulary, self.case.language)
        marked = read_markup(filled.value, self.case.language, top)
        self.problems.extend((*filled.diagnostics, *marked.diagnostics))
        if self.silent:
            return tuple(without_empty(rewrite_lines(marked.value, final_line)))
        return rewrite_lines(marked.value, set_apart)

    def _known(self, block: Block) -> Block:
        """A block in which every role is one that documents know, and no listing hides a text; others are reported, and play none."""
        for one in blocks_within((block,)):
            if isinstance(one, Styled) and one.role and one.role not in {*ROLES, *LISTINGS, *FIGURES, RECOMMENDATION}:
                roles = [*ROLES, *LISTINGS, *FIGURES, RECOMMENDATION]
                hint = did_you_mean(one.role, roles, say("one of {names}", names=", ".join(roles)))
                self.problems.append(diagnose("unknown-role", say("No document has “{role}”.", role=one.role), one.origin.span, hint))
            elif isinstance(one, Styled) and one.role in LISTINGS and one.blocks:
                said = say("The text within “{role}” would be lost, since briefkit fills it from the case.", role=one.role)
                self.problems.append(
                    diagnose("markup-unsupported", said, one.origin.span, say("close it at once with :::, and go on below it"))
                )
            elif isinstance(one, Styled) and one.role in FIGURES and [type(within) for within in one.blocks] not in ([], [Paragraph]):
                said = say("A figure holds its caption alone, in one paragraph; more than that would be lost.")
                self.problems.append(diagnose("markup-unsupported", said, one.origin.span, say("close it with ::: after its caption")))
            elif isinstance(one, Styled) and one.role == RECOMMENDATION and not any(isinstance(within, Paragraph) for within in one.blocks):
                said = say("This recommendation holds no paragraph that the document could gather.")
                self.problems.append(diagnose("markup-unsupported", said, one.origin.span, say("write it as a sentence of its own")))
        return block

    def _gathered(self, block: Block) -> Block:
        """A numbered block, in which no recommendation is left that the summary would miss."""
        for one in blocks_within((block,)):
            if isinstance(one, Styled) and one.role == RECOMMENDATION:
                said = say("A recommendation here would be missing among those that the document gathers.")
                hint = say("let it stand by itself, outside lists, quotations, tables and other parts that begin with :::")
                self.problems.append(diagnose("markup-unsupported", said, one.origin.span, hint))
        return block

    # --- listings -------------------------------------------------------------------------------------

    def _placed(self, manuscript: Manuscript) -> Manuscript:
        """The manuscript with every listing in its place; the exhibits last, since the other listings cite some."""
        made: dict[str, Callable[[Origin], Iterable[Block]]] = {
            "chronology": self.lister.chronology,
            "duties": self.lister.duties,
            "recommendations": lambda origin: key_recommendations(self.paragraphs.recommended, self.case.language, origin),
        }
        listed = replace(manuscript, blocks=self.illustrator.illustrated(tuple(_listing(block, made) for block in manuscript.blocks)))
        self._once(listed)
        numbers = exhibit_numbers(listed, {one.id for one in self.case.exhibits})
        made = {"exhibits": lambda origin: self.lister.exhibits_listed(numbers, origin)}
        return replace(listed, blocks=tuple(_listing(block, made) for block in listed.blocks))

    def _once(self, manuscript: Manuscript) -> None:
        """A second list of exhibits would go on counting where the first ends, once Word counts it."""
        lists = [one for one in blocks_within(manuscript.blocks) if isinstance(one, Styled) and one.role == "exhibits"]
        for again in lists[1:]:
            said = say("The exhibits are listed twice, and Word would number the second list on.")
            self.problems.append(diagnose("duplicate-id", said, again.origin.span, say("list them once")))

    def _dead(self, reference: ParagraphRef) -> Diagnostic | None:
        target = reference.target
        if target in self.empty:
            return None  # its text could not be had, which is reported
        if planned := next((one for one in self.plan.planned if one.clause.slug == target), None):
            said, hint = _unnumbered(target, planned.part), say("refer to it in words")
        elif self.holdings.clause(target):
            said = say("This refers to a paragraph of “{clause}”, which is not in the document.", clause=target)
            hint = say("include the clause, or let the referring one require it: requires: [{clause}]", clause=target)
        else:
            said = say("This refers to a paragraph of “{clause}”, which is no clause.", clause=target)
            hint = did_you_mean(target, self.paragraphs.anchors, say("a reference names a clause: [para](#three-part-test)"))
        return diagnose("dead-reference", said, reference.origin.span, hint)


def _unnumbered(clause: str, part: Part) -> Message:
    if part.numbered:
        return say("This refers to a paragraph of “{clause}”, which has no numbered paragraph.", clause=clause)
    return say("This refers to a paragraph of “{clause}”, which stands in “{part}”, a part without numbers.", clause=clause, part=part.id)


def _listing(block: Block, made: Mapping[str, Callable[[Origin], Iterable[Block]]]) -> Block:
    """A block with the listings in it that are among those that are `made`."""
    match block:
        case Styled() if block.role in made:
            return replace(block, role="", blocks=tuple(made[block.role](block.origin)))
        case Styled() | ClauseText() | Quotation():
            return replace(block, blocks=tuple(_listing(inner, made) for inner in block.blocks))
        case Items():
            return replace(block, items=tuple(tuple(_listing(inner, made) for inner in item) for item in block.items))
    return block


def _fronted(manuscript: Manuscript, profile: Profile, made: Iterable[tuple[str, list[Block]]], case: Case) -> Manuscript:
    """What stands around the title, as the profile has it."""
    sizes = {place: sum(len(blocks) for one, blocks in made if one == place) for place in PLACES}
    above = sizes["covering"] + sizes["letter"]
    return replace(
        manuscript,
        date=write_date(case.date, case.language) if case.date and profile.dated else "",
        subtitle=(in_language(profile.title, case.language),) if profile.named else (),
        contents=profile.contents,
        before_title=above,
        before_contents=above + sizes["cover"],
        title_page=bool(sizes["covering"]) and not sizes["letter"],
    )


def _untranslated(boilerplate: Boilerplate, named: Named, language: str) -> Diagnostic:
    hint = say("add styles/boilerplate/{name}.{language}.md", name=boilerplate.name, language=language)
    return diagnose(
        "missing-text",
        say("The boilerplate “{name}” has no text in “{language}”.", name=boilerplate.name, language=language),
        named.span,
        hint,
    )


def _short(title: str) -> str:
    """The title cut at a word for the header of a page, before a bracket that would stay open."""
    if len(title) <= SHORT_TITLE:
        return title
    cut = title[:SHORT_TITLE].rsplit(" ", 1)[0]
    if (opened := cut.rfind("(")) > max(cut.rfind(")"), 0):
        cut = cut[:opened]
    return cut.rstrip(",;: ") + "…"
