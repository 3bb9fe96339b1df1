"""How numbers, telephones, addresses of e-mail, days and sums are written: with any spaces, hyphens and slashes between the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from babel.dates import get_month_names

from briefkit.confidential.folding import fold
from briefkit.confidential.letters import cyrillic_as_latin, is_cyrillic, latin_as_cyrillic
from briefkit.confidential.phrases import NO_FIGURE_FOLLOWS, Form, listed

_GAP = r"[\W_]{0,3}"
_LEAST = 5  # letters and figures without which a number says nothing
_NATIONAL = 10  # figures of a telephone without the country's
_LOCAL = 7
_MONTHS = ("en", "ru", "kk")
# Where many have their mail: the domain says nothing of who they are.
_MAIL_OF_MANY = listed(
    "gmail.com googlemail.com mail.ru inbox.ru list.ru bk.ru yandex.ru yandex.kz yandex.com ya.ru rambler.ru outlook.com hotmail.com"
    " live.com icloud.com me.com mail.kz proton.me protonmail.com tutanota.com tuta.com yahoo.com gmx.com gmx.net riseup.net"
)


def number_forms(text: str) -> Iterator[Form]:
    """A number of a person, a case, a register, an account. Its letters may be of either alphabet: KD-12 is КД-12."""
    signs = [char for char in fold(text).text if char.isalnum()]
    if len(signs) >= _LEAST:
        yield Form("figures", _GAP.join(map(_sign, signs)) + NO_FIGURE_FOLLOWS)


def _sign(char: str) -> str:
    if char.isdigit():
        return char
    other = cyrillic_as_latin(char) if is_cyrillic(char) else latin_as_cyrillic(char)
    return f"(?:{re.escape(char)}|{other})"


def phone_forms(text: str) -> Iterator[Form]:
    """A telephone with or without the country's number, 8 and +7 alike; and what is dialled in its town, which others dial in theirs."""
    figures = [char for char in fold(text).text if char.isdigit()]
    if len(figures) < _LOCAL:
        return
    national = figures[-_NATIONAL:]
    country = "" if len(figures) <= _NATIONAL else rf"(?:\d{{1,3}}{_GAP})?"
    yield Form("figures", rf"(?<!\d){country}{_GAP.join(national)}(?!\d)")
    if len(national) == _NATIONAL:
        local = "".join(figures[-_LOCAL:])
        yield Form("local number", rf"(?<!\d){local[:3]}[ -]{local[3:5]}[ -]?{local[5:]}(?!\d)", sure=False)


def email_forms(text: str) -> Iterator[Form]:
    """An address of e-mail, also with its signs in words, and its domain where it is the organisation's own."""
    name, _, domain = fold(text).text.partition("@")
    at, dot = r" ?(?:@|[(\[]at[)\]]| at ) ?", r" ?(?:\.|[(\[]dot[)\]]| dot ) ?"
    spelled = dot.join(map(re.escape, name.split("."))) + at + dot.join(map(re.escape, domain.split(".")))
    yield Form("e-mail", rf"(?<![\w.+-]){spelled}{NO_FIGURE_FOLLOWS}")
    if domain not in _MAIL_OF_MANY:
        yield Form("domain", rf"{re.escape(domain)}{NO_FIGURE_FOLLOWS}")


def web_forms(text: str) -> Iterator[Form]:
    """A page, or a name at a social network, without what stands before it."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", fold(text).text).rstrip("/")
    yield Form("web", rf"(?<![^\W_]){re.escape(bare)}{NO_FIGURE_FOLLOWS}")


def day_forms(text: str) -> Iterator[Form]:
    """A day in figures, and in words of three languages."""
    day = date.fromisoformat(text)
    dotted = rf"0?{day.day}[./-]0?{day.month}[./-](?:{day.year}|{day.year % 100:02})"
    yield Form("day", rf"(?:{day.isoformat()}|{dotted}){NO_FIGURE_FOLLOWS}")
    both = [(get_month_names("wide", "format", one), get_month_names("wide", "stand-alone", one)) for one in _MONTHS]
    names = {fold(names[day.month]).text for pair in both for names in pair}
    month = rf"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})"
    year, numeral = rf"{day.year}", rf"0?{day.day}(?:st|nd|rd|th|-\w+)?"
    yield Form("day", rf'"?{numeral}"?,? (?:of )?{month}\w*,? {year}{NO_FIGURE_FOLLOWS}')
    yield Form("day", rf"{month}\w* {numeral},? {year}{NO_FIGURE_FOLLOWS}")
    yield Form("day", rf"{year}[ \w.]{{0,8}} {numeral} {month}")


def sum_forms(text: str) -> Iterator[Form]:
    """A sum or a count in figures, with or without spaces, points or commas between thousands."""
    whole, _, cents = text.partition(".")
    if len(whole) < _LEAST:
        return
    grouped = f"{int(whole):,}".replace(",", r"[ .,']?")
    yield Form("sum", rf"(?<![\d])(?<!\d[ .,]){grouped}" + (rf"[.,]{cents}0?" if cents.strip("0") else "") + r"(?!\d)(?![ .,]\d{3})")
