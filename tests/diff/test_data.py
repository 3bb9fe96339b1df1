"""A comparison as data for programs, and the schema that says how these look."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest
from capitals import capitals
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st
from showing import AFTER_MOVE, BEFORE_MOVE, NEW, OLD, PIECES
from two_editions import as_edition, changed_yaml, compared, with_clause
from workspace import clause, library

from briefkit.diff import as_data, compare, compare_languages
from briefkit.diff.schema import kinds_of_changes, schema

VALIDATOR = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())


def data(old: Mapping[str, str], new: Mapping[str, str]) -> Any:
    """The data as a program reads them; they have to fit the schema."""
    made = json.loads(json.dumps(as_data(compared(old, new))))
    VALIDATOR.validate(made)
    return made


def test_passages_hold_what_changed() -> None:
    made = data(OLD, NEW)
    assert (made["old"], made["new"], made["same"]) == ("old", "new", False)
    entry = made["entries"][0]
    assert (entry["what"], entry["id"], entry["title"], entry["fate"], entry["weight"]) == ("clause", "a", "On a", "changed", "substance")
    status, text, pinpoints, modal, russian = entry["changes"]
    assert (status["change"], status["weight"], status["old"], status["new"]) == ("status-changed", "substance", "draft", "reviewed")
    assert text["passages"][0]["pieces"][:2] == [{"same": "The State "}, {"deleted": "must ", "inserted": "shall "}]
    assert (modal["weight"], modal["language"], russian["language"]) == ("wording", "en", "ru")
    assert (pinpoints["change"], pinpoints["dropped"], pinpoints["added"]) == ("pinpoints-changed", ["art 22(1)"], ["art 22(2)"])


def test_a_moved_sentence_is_marked_where_it_was_and_where_it_is() -> None:
    pieces = data(BEFORE_MOVE, AFTER_MOVE)["entries"][0]["changes"][0]["passages"][0]["pieces"]
    assert [piece for piece in pieces if "moved" in piece] == [
        {"inserted": "Four five six moves away. ", "moved": True},
        {"deleted": "Four five six moves away. ", "moved": True},
    ]


def test_the_tone_of_a_change() -> None:
    old, new = (with_clause(f'{{% if tone == "neutral" %}}\n\nIt {word} be so.\n\n{{% endif %}}') for word in ("must", "may"))
    changes = data(old, new)["entries"][0]["changes"]
    assert {change["tone"] for change in changes} == {"neutral"}


def test_of_a_verification() -> None:
    path, said = "clauses/authorities/all.yaml", "      verified: {seen: the printed volume, by: a tester, on: 2026-01-02}\n"
    changes = data(library(), changed_yaml(library(), said, "", path))["entries"][0]["changes"]
    (withdrawn,) = [change for change in changes if "loc" in change]
    assert withdrawn["loc"] == "art 22(1)"
    assert {"seen": "the printed volume", "by": "a tester", "on": "2026-01-02"} in withdrawn.values()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (library(), OLD),
        (OLD, library()),
        (OLD, OLD),
        (library(clause("Words of a clause that is renamed.", slug="b")), library(clause("Words of a clause that is renamed.", slug="c"))),
        (with_clause(more="when: org.foreign_funding\n"), with_clause(more="when: error.days_late > 3\nrequires: [a]\n")),
        (library(), changed_yaml(library(), "type: report", "type: book", "clauses/authorities/all.yaml")),
        (library(), changed_yaml(library(), "forum: {type: choice", "forum: {type: text", "clauses/facts.yaml")),
    ],
)  # fmt: skip
def test_all_kinds_of_data_fit_the_schema(old: Mapping[str, str], new: Mapping[str, str]) -> None:
    assert data(old, new)["same"] == (old == new)


def test_two_languages_are_no_old_and_new_text() -> None:
    holdings = as_edition(OLD).holdings
    found = compare_languages(next(one for one in holdings.clauses if one.slug == "a"), "en", "ru", holdings)
    made = json.loads(json.dumps(as_data(found)))
    VALIDATOR.validate(made)
    passage = {"line": 1, "first": "The State must act [@covenant, art 22(1)].", "second": "Так должно быть."}
    assert made["entries"][0]["changes"][-1]["passages"] == [passage]


def test_what_could_not_be_compared_fits_as_well() -> None:
    path = "clauses/arguments/a/en.md"
    new = {name: text for name, text in OLD.items() if name != path}
    made = as_data(compare(as_edition(OLD), as_edition(new, "new", [path])))
    VALIDATOR.validate(json.loads(json.dumps(made)))
    assert made["entries"][0]["fate"] == "not-compared"


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_any_two_texts_fit_the_schema(old: str, new: str) -> None:
    assert data(with_clause(old), with_clause(new))["same"] == (old == new)


def test_the_schema_is_one_and_refuses_what_is_none() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    made = as_data(compared(OLD, NEW))
    made["entries"][0]["changes"][0]["weight"] = "heavy"
    assert [error.json_path for error in VALIDATOR.iter_errors(made)] == ["$.entries[0].changes[0]"]


def test_every_kind_of_change_is_described() -> None:
    kinds = schema()["$defs"]
    assert {"added", "removed", "renamed", "text-reworded", "modal-changed", "citation-added"} <= kinds.keys()
    assert kinds["renamed"]["description"].startswith("A clause that has another name")
    assert {change.name for change in kinds_of_changes()} == kinds.keys() - {"entry", "passage"}
    assert not [name for name, kind in kinds.items() if "(" in kind.get("description", "").partition(" ")[0]]


def test_sentences_are_said_in_the_language_of_the_program_and_names_are_not() -> None:
    made = as_data(compared(OLD, NEW), capitals)
    assert made["summary"][0] == "1 CLAUSE CHANGED"
    assert made["entries"][0]["changes"][0]["sentence"] == "ITS STATUS WAS “draft” AND IS NOW “reviewed”."
    VALIDATOR.validate(json.loads(json.dumps(made)))


def test_the_command_prints_it(briefkit: Run) -> None:
    printed = json.loads(briefkit("schema", "diff").stdout)
    assert printed["title"] == "briefkit diff"
    jsonschema.Draft202012Validator(printed).validate(json.loads(json.dumps(as_data(compared(OLD, NEW)))))
