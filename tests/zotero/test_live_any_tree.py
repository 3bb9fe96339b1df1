"""Any tree at all, its citations made live, gives a Word file that is whole and fields that say what they show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from livefields import citations
from trees import every_node, lines, opinions
from workspace import HOUSE

from briefkit.inspection import bookmark_problems, field_problems, link_problems, problems, result_problems
from briefkit.tree import Cite, Inline, Note, Opinion, Paragraph, Ref, Text
from briefkit.walk import rewrite
from briefkit.writers.docx import write
from briefkit.zotero import Live, LiveSource, OfficialStyle

ADDRESS = "http://zotero.org/users/local/briefkit/items/"
SOURCES = {name: LiveSource(name, ADDRESS + name * 4, {"type": "book", "title": name}, name == "BB") for name in ("AA", "BB")}
LIVE = Live(OfficialStyle("http://www.zotero.org/styles/oscola", is_own=True), "en", SOURCES)
refs = st.lists(st.builds(Ref, st.sampled_from(["AA", "BB"]), prefix=lines, suffix=lines), min_size=1, max_size=2).map(tuple)


def made(opinion: Opinion, refs: tuple[Ref, ...]) -> bytes:
    def cited(node: Inline) -> tuple[Inline, ...]:
        return (replace(node, refs=refs),) if isinstance(node, Cite) else (node,)

    return write(rewrite(opinion, cited), HOUSE, live=LIVE)


def noted(opinion: Opinion, line: tuple[Inline, ...]) -> Opinion:
    """With a note of a citation that shows a line, and one where it stands among words, so that there always are some."""
    alone, among = Note((Cite((), shown=line),)), Note((Text("See "), Cite((), shown=line), Text(".")))
    return replace(opinion, contents=False, blocks=(*opinion.blocks, Paragraph((alone, Text("and"), among))))


@pytest.mark.unsound("any tree at all, and only what fields can break is looked at")
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(opinions, refs, lines)
def test_any_tree_with_live_citations_is_whole(opinion: Opinion, refs: tuple[Ref, ...], line: tuple[Inline, ...]) -> None:
    document = made(noted(opinion, line), refs)
    assert problems(document, (field_problems, bookmark_problems, link_problems, result_problems)) == ()
    assert document == made(noted(opinion, line), refs)
    found = citations(document)
    assert len(found) >= 2
    for one in found:
        told = one.citation
        assert told["properties"]["plainCitation"] == one.seen
        assert [item["id"] for item in told["citationItems"]] == [ref.authority for ref in refs]


@pytest.mark.hand_made("every kind of node, as no document has them")
def test_fields_are_put_in_once() -> None:
    document = made(noted(every_node(), (Text("A\u2011B \u00ad\u0416"),)), (Ref("AA"),))
    assert [one.seen for one in citations(document)] == ["Covenant, art\u00a022(1); ibid", "A-B \u0416", "A-B \u0416"]
