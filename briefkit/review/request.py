"""A request for review as a document: the clauses with their sources and status, questions as comments, a table for the decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from briefkit.authorities import resolve
from briefkit.cite import cite, full_forms
from briefkit.diagnostics import Checked
from briefkit.markup import places_of
from briefkit.model.libraries import Authority, Clause, Library
from briefkit.model.naming import in_language
from briefkit.review.shown import shown
from briefkit.review.words import say_in, standing_in
from briefkit.seen import seen, signed
from briefkit.source import Source
from briefkit.tree import (
    Block,
    Cell,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Manuscript,
    Opinion,
    Origin,
    Paragraph,
    Remark,
    Styled,
    Table,
    Text,
    cell,
)
from briefkit.wording import word, write_date

Forms = Mapping[str, tuple[Inline, ...]]  # an authority in full, by its id
_LINE = "source-line"


def request(
    clauses: Sequence[Clause], language: str, library: Library, style: Source, locales: Mapping[str, Source], day: date
) -> Checked[Opinion]:
    """The document in which counsel is asked to review clauses, each of which has a text in the language.

    Citations stand as they do in documents, and a comment marks each place that nobody has seen. Problems: those of the style.
    """
    asked = [_Asked(clause, language, library) for clause in clauses]
    cited = [one for one in library.authorities if any(one.id in each.places for each in asked)]
    forms = full_forms(cited, style, language, locales)
    blocks = (
        *(Paragraph((Text(say_in(language, name)),)) for name in ("intro", "role")),
        *(block for one in asked for block in one.blocks(forms.value)),
        *_decisions(asked, language),
    )
    title = say_in(language, "title")
    manuscript = Manuscript((Text(title),), blocks, language, "review", write_date(day, language), short_title=title)
    cited_all = cite(resolve(manuscript, library.authorities, (), ()).value, library.authorities, (), style, locales)
    wrong = tuple(one for one in (*forms.diagnostics, *cited_all.diagnostics) if one.code == "bad-style")
    return Checked(cited_all.value, wrong)


class _Asked:
    """One clause of a request."""

    def __init__(self, clause: Clause, language: str, library: Library) -> None:
        self.clause, self.language, self.holdings = clause, language, library
        self.seen = seen(clause, language, library)
        self.places: Mapping[str, Sequence[str]] = self.seen.data["citations"]
        self.title = self.seen.data["title"]

    def say(self, name: str, **values: object) -> str:
        return say_in(self.language, name, **values)

    def blocks(self, forms: Forms) -> Iterator[Block]:
        text = self.clause.text(self.language)
        origin = Origin(self.clause.span)
        yield Heading(1, (Text(self.title, origin), *self._stale()), origin=origin)
        yield Styled(_LINE, (Paragraph((Text(self.seen.mark),)),))
        yield Paragraph((Text(" ".join(self._status())),))
        yield Paragraph(tuple(self._condition()))
        yield from shown(text, self.language) if text else ()
        if self.places:
            yield Heading(2, (Text(self.say("sources")),))
            yield self._sources(forms)

    def _stale(self) -> Iterator[Inline]:
        rendered = self.clause.rendered(self.language)
        if rendered < self.clause.version:
            said = word("stale", self.language).format(old=rendered, new=self.clause.version)
            yield Remark(said, Origin(self.clause.span), comment=said, mark=False)

    def _status(self) -> Iterator[str]:
        """What is recorded of the text, and what comes with it, in sentences."""
        clause = self.clause
        yield self.say(clause.status, version=clause.version)
        found = signed(clause, self.language, self.holdings)
        for one in found:
            day = write_date(one.review.on, self.language)
            yield self.say("signed" if one.stands else "changed", by=one.review.by, on=day)
        if not found:
            yield self.say("unsigned")
        for name, named in (("requires", clause.requires), ("conflicts", clause.conflicts)):
            if named:
                others = (self.holdings.clause(one.name) for one in named)
                yield self.say(name, names="; ".join(in_language(one.title, self.language) for one in others if one))

    def _condition(self) -> Iterator[Inline]:
        if self.clause.when is None:
            yield Text(self.say("always"))
            return
        span = self.clause.when.span
        yield Text(self.say("when"))
        yield Emphasis((Text(" ".join(span.text.split()), Origin(span)),))
        question = self.say("asks")
        yield Remark(question, Origin(span), comment=question, mark=False)

    # --- its sources --------------------------------------------------------------------------------

    def _sources(self, forms: Forms) -> Table:
        header = tuple(cell(Text(self.say(name))) for name in ("source", "place", "says", "state"))
        rows = (row for name, places in self.places.items() for row in self._rows(name, places, forms))
        return Table(header, tuple(rows))

    def _rows(self, name: str, places: Iterable[str], forms: Forms) -> Iterator[tuple[Cell, ...]]:
        """A row for each place, or one for the whole where no place is cited; what the source is stands in the first."""
        authority = self.holdings.authority(name)
        source = self._source(name, authority, forms)
        for loc in [loc for loc in places if loc] or [""]:
            yield (source, *self._place(authority, loc))
            source = ()

    def _source(self, name: str, authority: Authority | None, forms: Forms) -> Cell:
        if authority is None:
            return cell(Text(f"{name} ({self.say('unknown')})"))
        standing = Emphasis((Text(standing_in(self.language, authority.status)),))
        return cell(*(forms.get(name) or (Text(name),)), LineBreak(), standing)

    def _place(self, authority: Authority | None, loc: str) -> tuple[Cell, Cell, Cell]:
        """A place as the library writes it, what it says, and who saw it there; the whole of a source is seen with its identity."""
        if not loc or authority is None:
            confirmed = authority is not None and authority.confirmed
            return cell(Text(loc or self.say("whole"))), (), cell(Text("–" if confirmed else self.say("unseen")))
        listed = [one for one in authority.pinpoints if loc in places_of(one.loc)]
        place = cell(Text(listed[0].loc if listed else loc))
        says = cell(Text(" / ".join(one.says for one in listed if one.says)))
        verified = next((one.verified for one in listed if one.verified), None)
        if verified:
            return place, says, cell(Text(self.say("seen", by=verified.by, on=write_date(verified.on, self.language))))
        return place, says, cell(Text(self.say("unseen" if listed else "unlisted")))


def _decisions(asked: Iterable[_Asked], language: str) -> Iterator[Block]:
    """The table to decide in: each row holds the mark of what was sent, by which the answer is read back."""
    yield Heading(1, (Text(say_in(language, "sign")),))
    yield Paragraph((Text(say_in(language, "sign-intro")),))
    header = tuple(cell(Text(say_in(language, name))) for name in ("text", "by", "on", "decision"))
    yield Table(header, tuple((cell(Text(one.title), LineBreak(), Text(one.seen.mark)), (), (), ()) for one in asked))
