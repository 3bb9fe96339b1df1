"""Short forms: two authorities that would read alike take their years, or are named in a diagnostic."""

from __future__ import annotations

from typing import Any

import pytest

from briefkit.diagnostics import Diagnostic, Severity
from briefkit.tree import Inline

from .desk import authority, cited, mention, note, notes, printed, read, ref
from .test_styles import style

VIEWS = {"type": "legal_case", "title-short": "Korneenko", "genre": "Communication no", "authority": "UN Human Rights Committee"}
FIRST = {"id": "k2006", **VIEWS, "title": "Korneenko et al v Belarus", "number": "1274/2004", "issued": {"date-parts": [[2006, 10, 31]]}}
SECOND = {"id": "k2012", **VIEWS, "title": "Korneenko v Belarus", "number": "1226/2003", "issued": {"date-parts": [[2012, 7, 20]]}}
LEE = {"id": "lee", **VIEWS, "title": "Lee v Korea", "title-short": "Lee", "issued": {"date-parts": [[2005, 7, 20]]}}
LATER = '<text variable="title" form="short" font-style="italic"/>'
SAYS_NOTHING = style(f'{LATER}<text variable="first-reference-note-number" prefix=" (n " suffix=")"/>')


def shelf(*items: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(authority(item) for item in items)


BOTH = shelf(FIRST, SECOND, LEE)


def problems(*inlines: Inline, **options: Any) -> list[Diagnostic]:
    return [one for one in cited(*inlines, **options).diagnostics if one.code == "short-form-clash"]


class TestTheStyleAdds:
    def test_the_year_where_both_are_cited(self) -> None:
        lines = printed(note(ref("k2006")), note(ref("k2012")), note(ref("k2006", "paragraph 7")), note(ref("k2012")), shelf=BOTH)
        assert lines[2:] == ["*Korneenko* (2006) (n 1) para 7.", "*Korneenko* (2012) (n 2)."]

    def test_nothing_where_one_is_cited_alone(self) -> None:
        lines = printed(note(ref("k2006")), note(ref("lee")), note(ref("k2006")), shelf=BOTH)
        assert lines[2] == "*Korneenko* (n 1)."

    def test_nothing_to_books_that_their_numbers_tell_apart(self) -> None:
        book = {"type": "book", "author": [{"family": "Harrow"}]}
        books = shelf({"id": "a", **book, "title": "Assemblies"}, {"id": "b", **book, "title": "Notices"})
        layout = '<names variable="author"/><choose><if disambiguate="true"><text variable="title" prefix=" "/></if></choose>'
        own = style(layout + '<text variable="first-reference-note-number" prefix=" (n " suffix=")"/>')
        assert printed(note(ref("a")), note(ref("b")), note(ref("a")), style=own, shelf=books)[2] == "Harrow (n 1)."

    def test_the_diagnostic_stays_where_the_year_is_the_same(self) -> None:
        twin = {**SECOND, "issued": {"date-parts": [[2006, 1, 2]]}}
        inlines = [note(ref("k2006")), note(ref("k2012")), note(ref("k2006"))]
        [problem] = problems(*inlines, shelf=shelf(FIRST, twin))
        assert problem.message == "“k2006” and “k2012” read alike in later notes: “Korneenko (n …)”."


class TestTheStyleCannot:
    def test_both_are_named_with_a_hint(self) -> None:
        inlines = [note(ref("k2006")), note(ref("k2012")), note(ref("lee")), note(ref("k2012"))]
        [problem] = problems(*inlines, style=SAYS_NOTHING, shelf=BOTH)
        assert problem.severity is Severity.WARNING
        assert problem.message == "“k2006” and “k2012” read alike in later notes: “Korneenko (n …)”."
        assert problem.hint == "give each a title-short of its own, or take a style that adds what tells them apart"

    def test_not_while_each_is_cited_once(self) -> None:
        assert problems(note(ref("k2006")), note(ref("k2012")), style=SAYS_NOTHING, shelf=BOTH) == []

    def test_not_while_only_one_is_cited(self) -> None:
        assert problems(note(ref("k2006")), note(ref("k2006")), style=SAYS_NOTHING, shelf=BOTH) == []

    def test_not_where_the_style_names_everything_by_its_number(self) -> None:
        own = style('<text value="supra"/><text variable="first-reference-note-number" prefix=" note "/>')
        assert problems(note(ref("k2006")), note(ref("k2012")), note(ref("k2012")), style=own, shelf=BOTH) == []


class TestInASentence:
    @pytest.mark.parametrize(("language", "shown"), [("en", "*Korneenko* (2006), para 7"), ("ru", "*Korneenko* (2006), п. 7")])
    def test_the_year_is_added_where_both_are_cited(self, language: str, shown: str) -> None:
        found = cited(mention("k2006", "paragraph 7"), note(ref("k2012")), language=language, shelf=BOTH)
        [first, _] = found.value.blocks
        assert read(getattr(first, "children")) == shown  # noqa: B009

    def test_nothing_is_added_to_one_alone(self) -> None:
        found = cited(mention("k2006"), note(ref("lee")), shelf=BOTH)
        assert [read(one.children) for one in notes(found.value)] == [
            "*Lee v Korea* Communication no (UN Human Rights Committee, 20 July 2005)."
        ]
        assert read(getattr(found.value.blocks[0], "children")) == "*Korneenko*"  # noqa: B009

    def test_what_the_year_does_not_tell_apart_is_named(self) -> None:
        twin = {**SECOND, "issued": {"date-parts": [[2006, 1, 2]]}}
        [problem] = problems(mention("k2006"), note(ref("k2012")), shelf=shelf(FIRST, twin))
        assert problem.message == "“k2006” and “k2012” read alike in the text: “Korneenko (2006)”."

    def test_what_no_sentence_mentions_is_not(self) -> None:
        twin = {**SECOND, "issued": {"date-parts": [[2006, 1, 2]]}}
        assert problems(note(ref("k2006")), note(ref("k2012")), shelf=shelf(FIRST, twin)) == []
