"""In which language the program speaks: BRIEFKIT_LANG, else the user's locale. The catalogues lie in `briefkit/catalogues/`."""

from __future__ import annotations

import gettext
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

import click

from briefkit.messages import Message, say, spoken

LANGUAGES = ("en", "ru", "kk")
DOMAIN = "briefkit"
FOLDER = Path(__file__).parents[1] / "catalogues"
_LANGUAGE: ContextVar[str] = ContextVar("language", default="en")


def language_of(environ: Mapping[str, str]) -> str:
    """The language that the environment asks for: en, ru or kk; English where it asks for none of them."""
    for name in ("BRIEFKIT_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wanted in filter(None, environ.get(name, "").split(":")):
            language = wanted.replace("-", "_").partition("_")[0].partition(".")[0].lower()
            if language in LANGUAGES:
                return language
            if name != "LANGUAGE":  # a list of wishes, in which the next may be one of ours
                return "en"
    return _language_of_windows()


def asked_in_vain(environ: Mapping[str, str]) -> str:
    """What BRIEFKIT_LANG asks for where that is no language of the program, written en, ru_RU.UTF-8 or kk-KZ; empty where all is well."""
    asked = environ.get("BRIEFKIT_LANG", "")
    return "" if not asked or re.split("[-_.:]", asked.lower())[0] in LANGUAGES else asked


def _language_of_windows() -> str:
    if sys.platform == "win32":
        import ctypes
        import locale

        named = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "en")
        return named[:2] if named[:2] in LANGUAGES else "en"
    return "en"


@lru_cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages in a language; in English those of the program itself."""
    return gettext.translation(DOMAIN, FOLDER, [language], fallback=True)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """While this lasts, `tell` speaks a language, and so does click, which asks the standard gettext."""
    before = os.environ.get("LANGUAGE"), gettext.textdomain()
    token = _LANGUAGE.set(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
    try:
        yield
    finally:
        _LANGUAGE.reset(token)
        gettext.textdomain(before[1])
        if before[0] is None:
            os.environ.pop("LANGUAGE", None)
        else:
            os.environ["LANGUAGE"] = before[0]


def tell(message: object) -> str:
    """A message in the language that the program speaks."""
    return spoken(message, catalogue(_LANGUAGE.get()))


def spoken_language() -> str:
    """The language that the program speaks: en, ru or kk."""
    return _LANGUAGE.get()


def tell_in(language: str, message: object) -> str:
    """A message in a language that need not be the program's: that of an interview."""
    return spoken(message, catalogue(language))


def wrong_usage(message: Message) -> click.UsageError:
    """The error of a command used wrongly, to raise: exit status 2."""
    return click.UsageError(tell(message))


class HelpFormatter(click.HelpFormatter):
    """Help in the language that the program speaks: the words of our commands and options stand in the catalogues as they are written."""

    def write_text(self, text: str) -> None:
        super().write_text(tell(Message(text)))

    def write_heading(self, heading: str) -> None:
        super().write_heading(tell(Message(heading)))

    def write_dl(self, rows: object, col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _described(about)) for name, about in rows], col_max, col_spacing)  # type: ignore[attr-defined]


def _described(about: str) -> str:
    """A command's or option's help; what click adds in brackets behind it is said already."""
    words, mark, added = about.partition("  [")
    return tell(Message(words)) + mark + added


click.Context.formatter_class = HelpFormatter
_OF_CLICK = (say("required"),)  # click looks this up by a variable, so that no search for literals finds it
