"""What moved since a document was made, and how a locked build comes by what was pinned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from workspace import AUTHORITIES, FACTS, HOUSE, PROFILE, clause, inputs, library, sources

from briefkit.build import build_with_sources
from briefkit.libraries import read_library
from briefkit.provenance.drafts import Draft
from briefkit.provenance.inspected import clauses_since
from briefkit.provenance.locked import locked_layers, unpinned
from briefkit.provenance.moved import Moved, moved_since
from briefkit.provenance.pins import Holdings, Pins
from briefkit.provenance.sources import Sources
from briefkit.provenance.tags import read_tag, tag_of

TEXT = "{{ org.name }} may [@covenant, art 22(1)].\n\nIt says [@report, para 7.6]."
CASE = "profile: test\ntitle: A test\nfacts: {org: {name: Example}}\n"
OPENING = PROFILE.replace("    kinds: [facts]", "    kinds: [facts]\n    opens: [intro]")
BEFORE = {**library(clause(TEXT, slug="a"), profile=OPENING), "styles/boilerplate/intro.en.md": "We write."}


def holdings(files: Mapping[str, str], look: bytes = HOUSE) -> Holdings:
    layers = (sources(files),)
    return Holdings(read_library(layers).value, layers, {"house": look})


def made(files: Mapping[str, str] = BEFORE) -> Sources:
    found = build_with_sources(inputs(CASE, files), ["txt"]).value.sources
    assert found is not None
    return found


def without(path: str) -> dict[str, str]:
    return {name: text for name, text in BEFORE.items() if not name.startswith(path)}


def changed(path: str, old: str, new: str) -> dict[str, str]:
    assert old in BEFORE[path]
    return {**BEFORE, path: BEFORE[path].replace(old, new)}


ENGLISH, ABOUT = "clauses/arguments/a/en.md", "clauses/arguments/a/clause.yaml"
ALL = "clauses/authorities/all.yaml"
OTHER = "- {id: x, type: report, title: X, custom: {status: soft-law, confirmed: true}}\n"
CHANGES = {
    "nothing": (BEFORE, []),
    "a new clause": ({**BEFORE, **clause(slug="z")}, []),
    "the text": (changed(ENGLISH, "may", "must"), [Moved("clause", "a", ("text",), 1, 1)]),
    "the version": (changed(ABOUT, "version: 1", "version: 2"), [Moved("clause", "a", ("version",), 1, 2)]),
    "text and version": (
        {**changed(ENGLISH, "may", "must"), ABOUT: BEFORE[ABOUT].replace("version: 1", "version: 2")},
        [Moved("clause", "a", ("text",), 1, 2)],
    ),
    "the title": (changed(ABOUT, "On a", "Of a"), [Moved("clause", "a", ("data",), 1, 1)]),
    "retired": (changed(ABOUT, "status: draft", "status: retired"), [Moved("clause", "a", ("retired",), 1, 1)]),
    "a remark in the file": (changed(ABOUT, "version: 1", "version: 1  # one"), []),
    "the clause gone": (without("clauses/arguments/a/"), [Moved("clause", "a", ("gone",), 1)]),
    "an authority": (changed(ALL, "page: '171'", "page: '172'"), [Moved("authority", "covenant", ("changed",))]),
    "a verification": (changed(ALL, "on: 2026-01-02", "on: 2026-02-02"), []),
    "another authority": (
        {**BEFORE, ALL: AUTHORITIES + "- {id: x, type: report, title: X, custom: {status: soft-law, confirmed: true}}\n"},
        [],
    ),
    "a standard text": (changed("styles/boilerplate/intro.en.md", "We", "I"), [Moved("text", "intro", ("changed",))]),
    "a fact": (changed("clauses/facts.yaml", "org.name: {type: text", "org.name: {type: list"), [Moved("fact", "org.name", ("changed",))]),
    "how a fact is asked for": (changed("clauses/facts.yaml", "Name?", "What name?"), []),
    "another fact": ({**BEFORE, "clauses/facts.yaml": FACTS.replace("Forum?", "Which?")}, []),
    "the profile": (changed("styles/profiles/test.yaml", "The law", "Law"), [Moved("profile", "test", ("changed",))]),
    "the style": (changed("styles/international-law.csl", "<?xml", "<!-- x --><?xml"), [Moved("style", "international-law", ("changed",))]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_moved(name: str) -> None:
    files, moved = CHANGES[name]
    assert list(moved_since(made().pins, holdings(files))) == moved


def test_an_authority_that_was_recalled_says_so() -> None:
    recalled = "    status: soft-law\n    recalled: {as: withdrawn, reason: its author took it back, on: 2026-05-01}\n"
    (found,) = moved_since(made().pins, holdings(changed(ALL, "    status: soft-law\n", recalled)))
    assert (found.name, str(found.said)) == ("report", "withdrawn on 2026-05-01: its author took it back")


def test_a_word_template() -> None:
    (found,) = moved_since(made().pins, holdings(BEFORE, HOUSE + b"x"))
    assert (found.what, found.name, str(found.said)) == ("template", "house", "it changed")


class TestLocked:
    """The library as it is pinned, though it moved."""

    def locked(self, files: Mapping[str, str], kept: Sources | None) -> tuple[bool, list[str]]:
        """Whether a locked build gives the text of before, and what is told of what is gone."""
        pins = made().pins
        layers = () if kept is None else (sources(kept.files),)
        found = locked_layers(pins, moved_since(pins, holdings(files)), layers, "case.lock.yaml")
        read = inputs(CASE, files)
        read = replace(read, layers=(*read.layers, *found.value), pinned=frozenset(pins.clauses))
        built = build_with_sources(read, ["txt"]).value.outputs
        same = built == build_with_sources(inputs(CASE, BEFORE), ["txt"]).value.outputs
        return same, [str(one.message) for one in found.diagnostics]

    @pytest.mark.parametrize("name", CHANGES)
    def test_whatever_moved_the_document_is_the_same(self, name: str) -> None:
        assert self.locked(CHANGES[name][0], made()) == (True, [])

    def test_a_new_clause_does_not_join(self) -> None:
        read = replace(inputs(CASE, {**BEFORE, **clause(slug="z")}), pinned=frozenset({"a"}))
        done = build_with_sources(read, ["txt"])
        assert b"On z" not in done.value.outputs["txt"]
        assert [str(one.message) for one in done.diagnostics if one.code == "lock-unpinned"] == [
            "The clause “z” would join the document, and is left out: it is not pinned."
        ]

    def test_a_new_clause_joins_where_the_case_includes_it(self) -> None:
        case = CASE + "clauses: {include: [z]}\n"
        read = replace(inputs(case, {**BEFORE, **clause(slug="z")}), pinned=frozenset({"a"}))
        assert b"On z" in build_with_sources(read, ["txt"]).value.outputs["txt"]

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("the text", "The clause “a” changed since its version 1 was pinned, and what was pinned is not kept."),
            ("text and version", "The clause “a” is pinned in version 1; the library has version 2, and that text is not kept."),
            ("the clause gone", "The clause “a” is pinned in version 1; the library does not have it, and that text is not kept."),
            ("an authority", "The authority “covenant” is not what is pinned, and that is not kept any more."),
            ("a standard text", "The standard text “intro” is not what is pinned, and that is not kept any more."),
            ("a fact", "The fact “org.name” is not declared as it is pinned, and that is not kept any more."),
            ("the profile", "The profile “test” is not what is pinned, and that is not kept any more."),
            ("the style", "The citation style “international-law” is not what is pinned, and that is not kept any more."),
        ],
    )
    def test_what_is_gone_is_named(self, name: str, said: str) -> None:
        assert self.locked(CHANGES[name][0], None)[1] == [said]

    def test_what_was_kept_and_altered_counts_as_gone(self) -> None:
        altered = replace(made(), files={**made().files, ENGLISH: "Other words."})
        assert len(self.locked(CHANGES["the text"][0], altered)[1]) == 1

    def test_another_build_may_hold_it(self) -> None:
        pins = made().pins
        moved = moved_since(pins, holdings(CHANGES["the text"][0]))
        altered, whole = ({**made().files, ENGLISH: "Other words."}, made().files)
        assert not locked_layers(pins, moved, (sources(altered), sources(whole)), "case.lock.yaml").has_errors


class TestUnpinned:
    def said(self, pins: Pins, now: Pins) -> list[str]:
        return [str(one.message) for one in unpinned(pins, now)]

    def test_nothing_to_say(self) -> None:
        assert self.said(made().pins, made().pins) == []

    def test_what_is_taken_beside_the_lock_is_named(self) -> None:
        pins = made().pins
        less = replace(pins, authorities={"report": pins.authorities["report"]}, template=replace(pins.template, hash="x"))
        assert self.said(less, pins) == ["Not pinned, and taken as it is today: authority “covenant”, Word template “house”."]


class TestClausesSince:
    """What inspect says of each clause, with its sources kept and without."""

    def since(self, files: Mapping[str, str], kept: bool, version: int = 1) -> list[tuple[str, int, int, str]]:
        tag = read_tag(tag_of("a", version, "en"))
        assert tag is not None
        now = holdings(files)
        pins = made().pins if kept else None
        found = clauses_since(Draft(clauses=(tag,)), now.held, pins, moved_since(pins, now) if pins else ())
        return [(one.clause, one.was, one.now, str(one.said)) for one in found]

    @pytest.mark.parametrize(
        ("name", "kept", "said"),
        [
            ("nothing", True, ("a", 1, 1, "as it was")),
            ("nothing", False, ("a", 1, 1, "the same version; its text then is not kept")),
            ("the text", True, ("a", 1, 1, "text changed")),
            ("the text", False, ("a", 1, 1, "the same version; its text then is not kept")),
            ("the version", True, ("a", 1, 2, "version alone changed")),
            ("the version", False, ("a", 1, 2, "another version")),
            ("the title", True, ("a", 1, 1, "heading, condition or status changed")),
            ("retired", True, ("a", 1, 1, "retired")),
            ("retired", False, ("a", 1, 1, "retired, the same version; its text then is not kept")),
            ("the clause gone", True, ("a", 1, 0, "gone")),
            ("the clause gone", False, ("a", 1, 0, "gone")),
        ],
    )
    def test_a_clause(self, name: str, kept: bool, said: tuple[str, int, int, str]) -> None:
        assert self.since(CHANGES[name][0], kept) == [said]

    def test_a_draft_that_lost_its_tags(self) -> None:
        pins = made().pins
        found = clauses_since(Draft(build="0123456789ab"), holdings(BEFORE).held, pins)
        assert [(one.clause, one.language, one.was) for one in found] == [("a", "en", 1)]
        assert clauses_since(Draft(build="0123456789ab"), holdings(BEFORE).held) == ()

    def test_a_translation_that_lags_behind(self) -> None:
        lagging = changed(ABOUT, "version: 1\n", "version: 3\ntranslations: {en: 2}\n")
        assert self.since(lagging, False, 3) == [("a", 3, 3, "the same version; its text then is not kept, translation of version 2")]
