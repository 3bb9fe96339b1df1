"""The catalogues of messages: complete, in step with the source, and safe to fill in."""

from __future__ import annotations

import ast
import re
import string

import pytest
from catalogues import LANGUAGES, ROOT, compiled, forms_in, kept, po_file, said_by_program

_COMMAND = re.compile(r"^ {2}briefkit .*$", re.M)
SAID = sorted({message if isinstance(message, tuple) else (message,) for _, message in said_by_program()})


def fields(pattern: str) -> set[str]:
    """The places that a pattern keeps for values. A pattern that takes none may hold other braces."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}
    except ValueError:
        return set()


def test_every_pattern_is_a_literal_text() -> None:
    sources = [path for path in (ROOT / "briefkit").rglob("*.py") if path.name != "messages.py"]
    made = {path.name: forms_in(ast.parse(path.read_text(encoding="utf-8"))) for path in sources}
    computed = [(name, one.lineno) for name, calls in made.items() for forms in calls for one in forms if not isinstance(one, ast.Constant)]
    assert not computed, "no catalogue can list these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    catalogue = kept(language)
    lacking = []
    for forms in SAID:
        found = catalogue.get(forms[0])
        said = found.string if found else ""
        if not said or found.fuzzy or (isinstance(said, list | tuple) and not all(said)):
            lacking.append(forms[0])
    assert not lacking, "run python -m tests.catalogues, and translate these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_values_and_the_examples(language: str) -> None:
    catalogue = kept(language)
    for forms in SAID:
        said = catalogue.get(forms[0]).string
        for translated in said if isinstance(said, list | tuple) else (said,):
            assert fields(translated) == fields(forms[-1]), translated
            assert translated.count("\b") == forms[0].count("\b"), translated
            assert _COMMAND.findall(translated) == _COMMAND.findall(forms[0]), translated
            assert translated.count("`") == forms[0].count("`")
            if " " in forms[0]:  # of a sentence: an abbreviation may have none
                assert translated.endswith(".") == forms[0].endswith("."), translated


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_kept_that_the_program_no_longer_says(language: str) -> None:
    said = {forms[0] for forms in SAID}
    ours = [message for message in kept(language) if message.id and {place for place, _ in message.locations} != {"click"}]
    assert not [message.id for message in ours if (message.id if isinstance(message.id, str) else message.id[0]) not in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_text(language: str) -> None:
    assert po_file(language).with_suffix(".mo").read_bytes() == compiled(kept(language)), "run python -m tests.catalogues"
