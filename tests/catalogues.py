"""Keeps the catalogues of messages: `python -m tests.catalogues` collects what the program says, and makes the .mo files.

A message without a translation is left empty in the .po file, and the tests say so. What the program no longer says is dropped.
"""

from __future__ import annotations

import ast
import importlib.util
import inspect
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from briefkit.cli import COMMANDS, main
from briefkit.cli.speaking import DOMAIN, FOLDER

ROOT = Path(__file__).parents[1]
LANGUAGES = ("ru", "kk")
PLURALS = {"ru": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"), "kk": (2, "(n != 1)")}
_FORMS = {"say": 1, "say_count": 2}

Said = tuple[str, str | tuple[str, ...]]  # where, and the message, or its forms for one and for several


def said_by_program() -> Iterator[Said]:
    """Every message of the program's own, with the file that says it."""
    for path in sorted((ROOT / "briefkit").rglob("*.py")):
        yield from ((path.relative_to(ROOT).as_posix(), said) for said in _said_in(ast.parse(path.read_text(encoding="utf-8"))))
    yield from (("help", text) for text in _helps(main))
    yield from (("help", about) for _, about in COMMANDS.values())


def said_by_click() -> Iterator[Said]:
    """What the installed click says itself; which words these are may differ from one edition of click to the next."""
    found = importlib.util.find_spec("click")
    for path in sorted(Path(found.origin).parent.glob("*.py")) if found and found.origin else ():
        for _, message, _, _ in extract("python", io.BytesIO(path.read_bytes()), keywords={"_": None, "ngettext": (1, 2)}):
            if isinstance(message, tuple) or message:
                yield "click", message[:2] if isinstance(message, tuple) else message


def _said_in(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    """The patterns of every `say` and `say_count`, also of one that stands within another's values, where Babel does not look."""
    for forms in forms_in(tree):
        if all(isinstance(one, ast.Constant) for one in forms):
            patterns = [ast.literal_eval(one) for one in forms]
            yield patterns[0] if len(patterns) == 1 else (patterns[0], patterns[1])


def forms_in(tree: ast.AST) -> list[list[ast.expr]]:
    """What each `say` and `say_count` is given as its pattern or patterns, in order; all should be literal texts."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    said = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in _FORMS]
    said.sort(key=lambda call: (call.lineno, call.col_offset))
    return [call.args[: _FORMS[call.func.id]] for call in said if isinstance(call.func, ast.Name)]


def _helps(command: click.Command) -> Iterator[str]:
    """What a command's help says: itself, the sentence for a list of commands, its options, and the commands below it."""
    if command.help:
        yield inspect.cleandoc(command.help).partition("\f")[0]
        yield command.get_short_help_str(limit=1000)
    yield from (one.help for one in command.params if isinstance(one, click.Option) and one.help)
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            below = command.get_command(click.Context(command), name)
            yield from _helps(below) if below else ()


def po_file(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def kept(language: str) -> Catalog:
    """The catalogue as it stands, empty where there is none."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN)
    return read_po(io.BytesIO(path.read_bytes()), locale=language, domain=DOMAIN)


def renewed(language: str) -> Catalog:
    """The catalogue with every message of today, in the order in which the files say them."""
    old = kept(language)
    head = f"# What briefkit says, in the language “{language}”. Drafted by machine; no native speaker has read it yet.\n#"
    made = Catalog(locale=language, domain=DOMAIN, header_comment=head, charset="utf-8", fuzzy=False)
    made._num_plurals, made._plural_expr = PLURALS[language]
    for where, message in (*said_by_program(), *said_by_click()):
        before = old.get(message)
        braces = re.search(r"\{\w*[:}]", message if isinstance(message, str) else message[0])
        made.add(message, before.string if before else None, [(where, None)], flags=["python-brace-format"] if braces else [])
    return made


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it; a fixed day in its head, so that the same messages give the same file."""
    catalogue.creation_date = catalogue.revision_date = datetime(1980, 1, 1, tzinfo=UTC)
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def write(language: str, catalogue: Catalog) -> int:
    """Write both files of a language; how many messages wait for a translation."""
    text = io.BytesIO()
    write_po(text, catalogue, width=120, omit_header=False, include_lineno=False, ignore_obsolete=True)
    path = po_file(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    # the day of the change is git's to know: without it the same messages give the same file
    path.write_bytes(
        re.sub(
            rb'"(Project-Id-Version|Report-Msgid-Bugs-To|Last-Translator|Language-Team|POT-Creation-Date|PO-Revision-Date|Generated-By):.*\n',
            b"",
            text.getvalue(),
        )
    )
    path.with_suffix(".mo").write_bytes(compiled(kept(language)))
    return sum(1 for message in catalogue if message.id and not _is_said(message.string))


def _is_said(said: str | tuple[str, ...] | list[str]) -> bool:
    return bool(said) if isinstance(said, str) else bool(said) and all(said)


if __name__ == "__main__":
    for one in LANGUAGES:
        sys.stdout.write(f"{one}: {write(one, renewed(one))} to translate\n")
