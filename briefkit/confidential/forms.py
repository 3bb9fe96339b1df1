"""The ways in which a confidential value may be written in a document.

A name is searched for whole and by what is its own in it (a surname; an organisation's name without its kind), never by each of its words:
a document may say “fund”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from briefkit.confidential.addresses import address_forms
from briefkit.confidential.numbers import day_forms, email_forms, number_forms, phone_forms, sum_forms, web_forms
from briefkit.confidential.organisations import organisation_forms
from briefkit.confidential.persons import person_forms
from briefkit.confidential.phrases import WAYS, Form, How, in_a_row, phrase, words_of
from briefkit.confidential.values import ConfidentialValue, Kind
from briefkit.messages import Message, say

_LONG, _RUN = 8, 6  # of a text of so many words, so many in a row give it away
_IN_CASES = dict(WAYS)["case"]
_MOST_RUNS = 100  # of a very long text, not every one
_LIKE_A_PERSON = re.compile(
    r"(?:[^\W\d_]{1,2}\.[ \u00a0]?)+[^\W\d_]{2,}"
    r"|[^\W\d_]{2,}[ \u00a0](?:[^\W\d_]{1,2}\.[ \u00a0]?)+|(?:[^\W\d_]{2,}[ \u00a0]){1,2}[^\W\d_]{2,}"
)

SAID: Mapping[How, Message] = MappingProxyType(
    {
        "as given": say("as it is given"),
        "case": say("with the ending of another case"),
        "letters": say("in another alphabet"),
        "surname": say("a surname"),
        "given name": say("a given name"),
        "with initials": say("a surname with initials"),
        "initials": say("initials"),
        "name": say("a name without the kind of organisation"),
        "quoted name": say("a name in quotation marks"),
        "acronym": say("the first letters of a name"),
        "words": say("words of a longer text"),
        "street": say("a street and its number"),
        "figures": say("a number, with other signs between its figures"),
        "local number": say("the last figures of a telephone"),
        "e-mail": say("an address of e-mail"),
        "domain": say("the domain of an address of e-mail"),
        "web": say("an address on the web"),
        "day": say("a day"),
        "sum": say("a sum"),
    }
)


def forms_of(value: ConfidentialValue) -> tuple[Form, ...]:
    """Every way of writing a value, each once. None, if it is too short to be told from anything else."""
    return tuple({form.pattern: form for form in reversed(tuple(_FORMS[value.kind](value.text)))}.values())[::-1]


def _words(text: str) -> Iterator[Form]:
    """Any words: all of them, a person's name as one, and of a long text any few in a row."""
    bare = re.sub(r"\([^)]*\)\s*$", "", text)
    words = words_of(bare)
    yield from phrase(words)
    if _LIKE_A_PERSON.fullmatch(bare.split(",")[0].strip()) and all(word[0].isupper() for word in bare.split(",")[0].split()):
        yield from person_forms(bare)
    if len(words) >= _LONG:
        for start in range(0, len(words) - _RUN + 1, 1 + len(words) // _MOST_RUNS):
            yield Form("words", in_a_row(words[start : start + _RUN], _IN_CASES))


_FORMS: Mapping[Kind, Callable[[str], Iterable[Form]]] = MappingProxyType(
    {
        "person": person_forms,
        "name": organisation_forms,
        "address": address_forms,
        "number": number_forms,
        "phone": phone_forms,
        "email": email_forms,
        "web": web_forms,
        "date": day_forms,
        "sum": sum_forms,
        "words": _words,
    }
)
