"""The words of a change on the page: the old text and the new one side by side, or alone where there is no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefkit.diff.changes import Change, language_name
from briefkit.diff.comparison import Comparison
from briefkit.diff.marked import new_words, old_words, to_show
from briefkit.diff.said import Tell
from briefkit.diff.words import Passage, Piece
from briefkit.messages import say
from briefkit.pages import escaped

AROUND = 40  # words shown before and after each change


def in_two_languages(change: Change, languages: Iterable[str], tell: Tell) -> Iterator[str]:
    """The paragraphs of a clause in two languages, whose words are neither gone nor new."""
    for passage in change.passages:
        sides = zip(languages, (old_words(passage), new_words(passage)), strict=True)
        texts = [
            (escaped(tell(language_name(language))), f' lang="{escaped(language)}"', escaped(text.strip())) for language, text in sides
        ]
        yield _grid(texts)


def side_by_side(change: Change, comparison: Comparison, with_lines: bool, tell: Tell) -> Iterator[str]:
    """The passages in which something changed. A text that is new or gone as a whole has no other side."""
    passages = [passage for passage in change.passages if passage.is_changed]
    sides = {(bool(_old(passage.pieces)), bool(_new(passage.pieces))) for passage in passages}
    language = f' lang="{escaped(change.language)}"' if change.language else ""
    if change.name in ("text-added", "text-removed") and len(sides) == 1:
        yield from _alone(passages, language, tell)
        return
    for passage in passages:
        if with_lines:
            yield f'<span class="place">{escaped(tell(say("line {number}", number=passage.line)))}</span>'
        yield _sides(passage, comparison, language, tell)


def _alone(passages: Iterable[Passage], language: str, tell: Tell) -> Iterator[str]:
    yield '<div class="whole">'
    for passage in passages:
        yield f'<p class="text"{language}>{text_of(to_show(passage, AROUND), tell)}</p>'
    yield "</div>"


def _sides(passage: Passage, comparison: Comparison, language: str, tell: Tell) -> str:
    pieces = to_show(passage, AROUND)
    sides = ((comparison.old, _old(pieces)), (comparison.new, _new(pieces)))
    return _grid((escaped(name), language, text_of(side, tell)) for name, side in sides)


def _grid(sides: Iterable[tuple[str, str, str]]) -> str:
    """Two texts, each under its name and with its language; one without words leaves its side empty."""
    made = (
        f'<div><span class="side">{name}</span><div class="text"{language}>{text}</div></div>' if text else '<div class="empty"></div>'
        for name, language, text in sides
    )
    return f'<div class="sides">{"".join(made)}</div>'


def _old(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that the old text has, without the words of the new one."""
    return [Piece(piece.old, piece.new if piece.same else "", piece.same, piece.moved) for piece in pieces if piece.old.strip()]


def _new(pieces: Iterable[Piece]) -> list[Piece]:
    return [Piece(piece.old if piece.same else "", piece.new, piece.same, piece.moved) for piece in pieces if piece.new.strip()]


def text_of(pieces: Sequence[Piece], tell: Tell) -> str:
    """Words with their marks, which say in words what they are to who does not see them."""
    return "".join(_marked(pieces, tell)).strip()


def _marked(pieces: Iterable[Piece], tell: Tell) -> Iterator[str]:
    for piece in pieces:
        if piece.same:
            yield escaped(piece.new or piece.old)
            continue
        if piece.old.strip():
            yield _mark("del", piece.old, tell(say("moved away:") if piece.moved else say("deleted:")), piece.moved)
        if piece.new.strip():
            yield _mark("ins", piece.new, tell(say("moved here:") if piece.moved else say("inserted:")), piece.moved)
        yield " " if (piece.new or piece.old)[-1:].isspace() else ""


def _mark(tag: str, text: str, label: str, moved: bool) -> str:
    shown, kind = ("label", ' class="moved"') if moved else ("unseen", "")
    return f'<{tag}{kind}><span class="{shown}">{escaped(label)} </span><span class="said">{escaped(text.strip())}</span></{tag}>'
