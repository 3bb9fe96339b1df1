"""The text of a document: its parts, the case's own sections and the planned clauses, filled and numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean, in_order
from briefkit.markup import notes_placed, read_line, read_markup
from briefkit.model.case import Case, Plan, Planned, Section
from briefkit.model.facts import Given, Record, Vocabulary
from briefkit.model.libraries import Library
from briefkit.model.naming import in_language
from briefkit.model.profiles import Part
from briefkit.remarks import without_remarks
from briefkit.source import Source, Span
from briefkit.template import check_template, fill, prepare
from briefkit.tree import (
    Block,
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
    Table,
    Text,
)
from briefkit.walk import Line, plain, rewrite, rewrite_lines
from briefkit.wording import write_date

SHORT_TITLE = 70  # characters of the title that a page's header takes


@dataclass
class _Count:
    """The numbered paragraphs so far, and the number of each anchor."""

    paragraphs: int = 0
    anchors: dict[str, int] = field(default_factory=dict)


def compose(case: Case, plan: Plan, library: Library, final: bool = False) -> Checked[Manuscript]:
    """The manuscript of a case.

    Problems: those of templates and markup; `missing-part` for an obligatory part without text; `dead-reference` for a
    reference to a clause whose text is not in the document.
    """
    composer = _Composer(case, plan, library, final)
    manuscript = composer.manuscript()
    return Checked(manuscript, in_order(composer.problems))


class _Composer:
    def __init__(self, case: Case, plan: Plan, library: Library, final: bool) -> None:
        self.case, self.plan, self.find_clause, self.final = case, plan, library.clause, final
        self.vocabulary = Vocabulary.of(library.facts)
        self.count = _Count()
        self.problems: list[Diagnostic] = []
        self.empty: set[str] = set()  # clauses of the document whose text could not be had

    def manuscript(self) -> Manuscript:
        profile, language = self.case.profile, self.case.language
        title = self._title()
        blocks = tuple(block for part in (profile.parts if profile else ()) for block in self._part(part))
        manuscript = Manuscript(
            title=title,
            blocks=blocks,
            language=language,
            profile=profile.id if profile else "",
            date=write_date(self.case.date, language) if self.case.date else "",
            subtitle=(in_language(profile.title, language),) if profile and profile.id != "memo" else (),
            contents=profile.contents if profile else False,
            draft=not self.final,
            short_title=_short(plain(title)),
        )
        return rewrite(manuscript, self._referred)

    def _title(self) -> tuple[Inline, ...]:
        span = self.case.title
        if span is None:
            return ()
        self.problems.extend(check_template(span, self.vocabulary))
        filled = fill(prepare(span).value, self.case.facts, self.vocabulary, self.case.language)
        self.problems.extend(filled.diagnostics)
        line = read_line(filled.value, self.case.language, span)
        return without_remarks(line) if self.final else line

    # --- parts ----------------------------------------------------------------------------------------

    def _part(self, part: Part) -> Iterator[Block]:
        sections = [section for section in self.case.sections if section.part.name == part.id]
        before = len(self.problems)
        own = [block for section in sections if section.text for block in self._own(section.text)]
        clauses = [self._clause(planned) for planned in self.plan.planned if planned.part.id == part.id]
        body = [self._numbered(block, part) for block in (*own, *clauses)]
        reported = any(section.text is None for section in sections) or any(one.is_error for one in self.problems[before:])
        if not body and part.required and not reported:
            self.problems.append(self._missing(part, sections))
        heading = in_language(part.heading, self.case.language)
        if body and heading:
            yield Heading(1, (Text(heading, Origin(part.span)),), origin=Origin(part.span))
        yield from body

    def _missing(self, part: Part, sections: Sequence[Section]) -> Diagnostic:
        said = f"The part “{part.id}” is obligatory and has no text."
        if sections:
            return diagnose("missing-part", said, sections[0].part.span, "its file holds no text for this case")
        return diagnose("missing-part", said, self.case.span, f"add it to the case: sections: {{{part.id}: own/{part.id}.md}}")

    def _own(self, text: Source) -> tuple[Block, ...]:
        whole = text.span(0, len(text.text))
        self.problems.extend(check_template(whole, self.vocabulary))
        return self._blocks(whole, self.case.facts, top=2)

    def _clause(self, planned: Planned) -> ClauseText:
        clause, language = planned.clause, self.case.language
        text = clause.text(language)
        title = Heading(2, (Text(in_language(clause.title, language), Origin(clause.span)),), origin=Origin(clause.span))
        facts = _with_tone(self.case.facts, planned.tone)
        blocks = self._blocks(text.span(0, len(text.text)), facts, top=3) if text else ()
        if not blocks:
            self.empty.add(clause.slug)
        return ClauseText(clause.slug, clause.version, language, (title, *blocks), Origin(clause.span))

    def _blocks(self, whole: Span, facts: Record, top: int) -> tuple[Block, ...]:
        filled = fill(prepare(whole).value, facts, self.vocabulary, self.case.language)
        marked = read_markup(filled.value, self.case.language, top)
        self.problems.extend((*filled.diagnostics, *marked.diagnostics))
        if self.final:
            return tuple(_without_empty(rewrite_lines(marked.value, _final)))
        return rewrite_lines(marked.value, _set_apart)

    # --- numbers --------------------------------------------------------------------------------------

    def _numbered(self, block: Block, part: Part) -> Block:
        if isinstance(block, ClauseText):
            first = self.count.paragraphs + 1
            blocks = tuple(self._numbered(inner, part) for inner in block.blocks)
            if self.count.paragraphs >= first:
                self.count.anchors[block.clause] = first
                blocks = tuple(_anchored(inner, first, block.clause) for inner in blocks)
            return replace(block, blocks=blocks)
        if isinstance(block, Paragraph) and part.numbered and not _only_remarks(block):
            self.count.paragraphs += 1
            return replace(block, number=self.count.paragraphs)
        return block

    def _referred(self, inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, ParagraphRef):
            return (inline,)
        number = self.count.anchors.get(inline.target)
        if number is None:
            if inline.target not in self.empty:
                self.problems.append(self._dead(inline))
            return (inline,)
        return (replace(inline, number=number),)

    def _dead(self, reference: ParagraphRef) -> Diagnostic:
        target = reference.target
        planned = next((one for one in self.plan.planned if one.clause.slug == target), None)
        if planned:
            state = "has no numbered paragraph" if planned.part.numbered else f"stands in “{planned.part.id}”, a part without numbers"
            hint = "refer to it in words"
        elif self.find_clause(target):
            state, hint = "is not in the document", f"include the clause, or let the referring one require it: requires: [{target}]"
        else:
            state = "is no clause"
            hint = did_you_mean(target, self.count.anchors, "a reference names a clause: [para](#three-part-test)")
        return diagnose("dead-reference", f"This refers to a paragraph of “{target}”, which {state}.", reference.origin.span, hint)


def _with_tone(facts: Record, tone: str) -> Record:
    entries = ((name, replace(node, value=tone) if name == "tone" and isinstance(node, Given) else node) for name, node in facts.entries)
    return replace(facts, entries=tuple(entries))


def _anchored(block: Block, number: int, anchor: str) -> Block:
    return replace(block, anchor=anchor) if isinstance(block, Paragraph) and block.number == number else block


def _without_empty(blocks: Iterable[Block]) -> Iterator[Block]:
    """Without the paragraphs, headings, items and quotations that held remarks alone."""
    for block in blocks:
        match block:
            case Paragraph() | Heading() if not block.children:
                continue
            case Quotation() | Styled():
                if inner := tuple(_without_empty(block.blocks)):
                    yield replace(block, blocks=inner)
            case Table():
                header, *rows = (tuple(tuple(_without_empty(cell)) for cell in row) for row in (block.header, *block.rows))
                yield replace(block, header=header, rows=tuple(rows))
            case Items():
                if items := tuple(left for item in block.items if (left := tuple(_without_empty(item)))):
                    yield replace(block, items=items)
            case _:
                yield block


def _only_remarks(paragraph: Paragraph) -> bool:
    return all(isinstance(one, Remark) or (isinstance(one, Text) and not one.text.strip()) for one in paragraph.children)


def _final(line: Line) -> Line:
    """Without remarks, and the notes before the punctuation that a remark had held off."""
    return notes_placed(without_remarks(line))


def _set_apart(line: Line) -> Line:
    """A remark stands apart from the word, or the note, before it."""
    apart: list[Inline] = []
    for inline in line:
        last = apart[-1] if apart else None
        if isinstance(inline, Remark) and last is not None and not (isinstance(last, Text) and last.text.endswith(" ")):
            apart.append(Text(" ", inline.origin))
        apart.append(inline)
    return tuple(apart)


def _short(title: str) -> str:
    """The title cut at a word for the header of a page."""
    if len(title) <= SHORT_TITLE:
        return title
    return title[:SHORT_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"
