"""The one tree of a document: blocks that hold inlines.

`compose` makes it (a Manuscript), `cite` fills in the citations (an Opinion), every writer reads it.
Adding a kind of node here makes mypy name each room that has to know it (`assert_never`).
"""

from __future__ import annotations

from dataclasses import dataclass

from briefkit.source import Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of the document comes from: a place in a user's file, and the facts it prints."""

    span: Span | None = None
    facts: tuple[str, ...] = ()


NOWHERE = Origin()


# --- citations -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Locator:
    """A pinpoint as its author wrote it: a CSL locator label and a value ("article", "22(1)").

    `label` is a CSL 1.0.2 locator term ("article-locator" is written "article", "paragraph", "page", ...)
    or "custom" where the value carries its own words ("Principle 7").
    """

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Ref:
    """One authority within a citation, with what stands around it."""

    authority: str
    locator: Locator | None = None
    prefix: tuple[Inline, ...] = ()
    suffix: tuple[Inline, ...] = ()
    suppress_author: bool = False
    unverified: tuple[str, ...] = ()  # the pinpoints that nobody has verified, as they are to be listed
    to_open: str = ""  # where to look for them: the source's title, symbol and address
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation; `shown` is empty until `cite` has seen the whole document.

    `in_text` is the short form that stands in a sentence (`@iccpr` outside brackets). An `optional` one (`[@x]{.optional}`) is left
    out of a final build as long as nobody has seen its pinpoint: the claim stands without it.
    """

    refs: tuple[Ref, ...]
    in_text: bool = False
    shown: tuple[Inline, ...] = ()
    origin: Origin = NOWHERE
    optional: bool = False


# --- inlines ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a fact, already written out for the document's language; never markup."""

    text: str
    paths: tuple[str, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address on the web (http, https or mailto)."""

    children: tuple[Inline, ...]
    address: str
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in a language other than those around them (`ru`)."""

    children: tuple[Inline, ...]
    language: str
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class LineBreak:
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. `number` is 0 until `cite` has counted the notes of the whole document from 1."""

    children: tuple[Inline, ...]
    number: int = 0
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class ParagraphRef:
    """A live reference to a numbered paragraph; `target` is its anchor, `number` what Word will show."""

    target: str
    number: int = 0
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A live reference to a note: to the first that cites `authority`; `number` is 0 until `cite` knows it."""

    authority: str
    number: int = 0
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Count:
    """The number of a table, a figure or an exhibit, where it is counted: `kind` is "table", "figure" or "exhibit", `name` its id."""

    kind: str
    name: str
    number: int = 0
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class CountRef:
    """A live reference to the number of a table, a figure or an exhibit."""

    kind: str
    target: str
    number: int = 0
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class AnnexRef:
    """A live reference to an annex: `target` is the id of its part, `heading` its heading's words, which are what is printed."""

    target: str
    heading: str = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Remark:
    """Words to the drafter, printed in drafts only: a `{% note %}`, or the mark of an unverified pinpoint.

    `comment` is what a writer that knows comments says in one; a remark with `mark` prints its text besides.
    """

    text: str
    origin: Origin = NOWHERE
    comment: str = ""
    mark: bool = True


Reference = ParagraphRef | NoteRef | CountRef | AnnexRef
Inline = Text | Fact | Emphasis | Strong | Link | Foreign | LineBreak | Note | Cite | Reference | Count | Remark


# --- blocks ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document; level 1 is a part, 2 a clause, 3 and more stand within a clause's text.

    That of an `annex` begins a new page; its `anchor` names it for live references.
    """

    level: int
    children: tuple[Inline, ...]
    anchor: str = ""
    origin: Origin = NOWHERE
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` counts the document's numbered paragraphs from 1, and is 0 for the others.

    `anchor` names the paragraph for live references (a clause's slug on its first numbered paragraph).
    """

    children: tuple[Inline, ...]
    number: int = 0
    anchor: str = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation."""

    blocks: tuple[Block, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Styled:
    """Blocks that play a role in the document: an addressee, a signature, a disclaimer (`roles.ROLES`).

    `language` is set where their language is not the document's; `role` may then be empty.
    """

    role: str
    blocks: tuple[Block, ...]
    language: str = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is a run of blocks. `start` is the first number of an ordered list, which may be `lettered` instead: A., B."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    origin: Origin = NOWHERE
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one header row (may be empty), body rows; `aligned` holds left, center or right per column.

    `caption` stands above it and holds its `Count`.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    aligned: tuple[str, ...] = ()
    origin: Origin = NOWHERE
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a figure shows: a bar, or an event in time.

    `label` says what it is, `shown` is its number or its day as printed, `size` that number, or the day's place in the calendar;
    None where it has no number. `sign` stands in a box before the label, `kind` tells a measure from a remedy.
    """

    label: tuple[Inline, ...]
    shown: tuple[Inline, ...] = ()
    size: int | float | None = None
    sign: tuple[Inline, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that each writer draws, or prints as numbers: `shape` is "bars" or "timeline".

    `heads` name what is shown and its numbers; the caption, which holds the figure's `Count`, and the `source` stand below it.
    """

    shape: str
    marks: tuple[Mark, ...]
    heads: tuple[str, str]
    caption: tuple[Inline, ...] = ()
    source: tuple[Inline, ...] = ()
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class ClauseText:
    """The blocks that came from one clause of the library, kept together as its provenance."""

    clause: str
    version: int
    language: str
    blocks: tuple[Block, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class ListedAuthority:
    """An authority in a table of authorities: in full, by a short name that no other there has, and the words that say where.

    `places` name its paragraphs, or the notes outside them, by live references. Pages are known only to whoever lays the document out.
    """

    name: str
    form: tuple[Inline, ...]
    short: str
    places: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthorityCategory:
    """A category of a table of authorities, under its heading. `number` is what Word knows it by."""

    number: int
    heading: str
    authorities: tuple[ListedAuthority, ...]


@dataclass(frozen=True, slots=True)
class Authorities:
    """The table of authorities: with the pages on which each is cited, or `by_paragraphs`.

    From so many places on (`passim`, 0 for never) “passim” stands instead of their numbers.
    """

    categories: tuple[AuthorityCategory, ...]
    by_paragraphs: bool = False
    passim: int = 0
    origin: Origin = NOWHERE


Block = Heading | Paragraph | Quotation | Styled | Items | Table | Figure | ClauseText | Authorities
Cell = tuple[Block, ...]


def cell(*inlines: Inline) -> Cell:
    """A cell of one paragraph; an empty one for no words."""
    return (Paragraph(inlines),) if inlines else ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: a Manuscript before `cite`, an Opinion after it.

    `title` is a line of inlines so that facts in it stay facts; `draft` is False only for a final build. Of `blocks` the
    first `before_title` stand above the title (a letterhead, a covering letter), and those up to `before_contents` between
    the title and the table of contents (the rest of a cover).
    """

    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    language: str
    profile: str
    date: str = ""  # written out in the document's language
    subtitle: tuple[str, ...] = ()  # lines of the cover below the title
    contents: bool = False
    draft: bool = True
    short_title: str = ""
    before_title: int = 0
    before_contents: int = 0
    title_page: bool = False  # whether the title begins a new page: a covering letter stands before it
    build: str = ""  # by which a working draft finds what it was made of
    public: bool = False  # whether it names nobody: a public version

    @property
    def is_working(self) -> bool:
        """Whether it is a working draft, which tells what it was made of; neither a final nor a public version does."""
        return self.draft and not self.public


@dataclass(frozen=True, slots=True)
class Manuscript(Document):
    """A document whose citations are still references."""


@dataclass(frozen=True, slots=True)
class Opinion(Document):
    """A document whose every citation, note number and cross-reference is filled in."""
