"""What a refresh in Zotero would change in a document, and what it could not: said when the document is built."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import listed, say, say_count
from briefkit.source import Source
from briefkit.tree import AuthorityCategory, Opinion
from briefkit.zotero.live import Live, cited_in_notes, noted

_UNSEEN = ("abstract", "annote", "keyword", "note")  # what of a source's data hardly any style prints


def refreshing(opinion: Opinion, live: Live, style: Source, bibliography: AuthorityCategory | None) -> Iterator[Diagnostic]:
    """All of it. `bibliography` is the category of the table of authorities that Zotero takes over."""
    if not live.style.is_own:
        yield _unknown_style(live, style)
    yield diagnose(
        "zotero-refresh",
        say(
            "A refresh in Zotero prints the citations anew, from the sources’ data in the document. Of what stands under “custom” these "
            "hold the title in the document’s language and nothing else."
        ),
    )
    if opinion.language == "kk":
        yield diagnose("zotero-refresh", say("Zotero has no Kazakh: the words that it puts in itself, such as “and”, will be Russian."))
    yield from _kept(opinion, live)
    yield from _bibliography(opinion, bibliography)
    yield from _unseen(opinion, live)


def _unknown_style(live: Live, style: Source) -> Diagnostic:
    file = style.name.replace("\\", "/").rpartition("/")[2]
    said = say("Zotero does not have the style of this document. A refresh prints the citations in “{style}”.", style=live.style.name)
    hint = say("to keep the style, install {file} in Zotero, and choose it in the document preferences there", file=file)
    return diagnose("zotero-style-unknown", said, style.whole(), hint)


def _kept(opinion: Opinion, live: Live) -> Iterator[Diagnostic]:
    number = sum(live.keeps(citation, note) for note, citation in noted(opinion))
    if number:
        said = say_count(
            "{number} citation stays as it stands when Zotero refreshes: its note has words of its own, or it cites an exhibit.",
            "{number} citations stay as they stand when Zotero refreshes: their notes have words of their own, or they cite exhibits.",
            number,
        )
        yield diagnose("zotero-refresh", said)


def _bibliography(opinion: Opinion, category: AuthorityCategory | None) -> Iterator[Diagnostic]:
    if category is None:
        said = say("The document has no table of authorities, so Zotero finds no bibliography in it.")
        yield diagnose("zotero-no-bibliography", said, hint=say("write “::: authorities” and “:::” where a table is to stand"))
        return
    said = say(
        "A refresh in Zotero prints “{category}” in the table of authorities anew, as its bibliography: without pages or paragraphs, and "
        "with whatever is cited through Zotero from then on.",
        category=category.heading,
    )
    yield diagnose("zotero-refresh", said)
    cited = cited_in_notes(opinion)
    unnoted = [one.name for one in category.authorities if one.name not in cited]
    if unnoted:
        said = say("A refresh in Zotero leaves out of the table of authorities what no note cites: {names}.", names=listed(unnoted))
        yield diagnose("zotero-refresh", said)


def _unseen(opinion: Opinion, live: Live) -> Iterator[Diagnostic]:
    names = [name for name in cited_in_notes(opinion) if name in live.sources and any(key in live.sources[name].data for key in _UNSEEN)]
    if names:
        said = say("The document carries, unseen, the abstracts, keywords or notes that these sources have: {names}.", names=listed(names))
        yield diagnose("zotero-unseen", said, hint=say("take out of their data what others are not to read"))
