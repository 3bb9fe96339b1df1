"""A small workspace whose facts are confidential or identifying, and a case that prints each of them everywhere it can stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import yaml
from workspace import clause, inputs, library

from briefkit.build import Inputs


def _declared(kind: str, english: str = "", russian: str = "", *, confidential: bool = True) -> dict[str, Any]:
    public = {"public": {"en": english, "ru": russian}} if english else {}
    return {"type": kind, "question": {"en": "What?"}, **({"confidential": True} if confidential else {"identifying": True}), **public}


FACTS = {
    "org.name": _declared("text", "Organisation {letter}", "Организация {letter}"),
    "org.contacts": _declared("text", "[contact details]", "[контакты]"),
    "org.kind": {**_declared("choice"), "choices": {"fund": {"en": "a fund", "ru": "фонд"}}},
    "org.activities": _declared("list", "work for the public", "общественная работа", confidential=False),
    "org.staff_count": _declared("count", confidential=False),
    "person.name": _declared("person", "Person {letter}", "Лицо {letter}"),
    "person.victims": _declared("list", "Person {letter}", "Лицо {letter}"),
    "case.number": _declared("text", "[a case number]", "[номер дела]"),
    "measures": {"type": "records", "of": "measure", "question": {"en": "What?"}},
    "measure.complained_of": {"type": "yes-no", "question": {"en": "What?"}},
    "measure.type": {"type": "choice", "question": {"en": "What?"}, "choices": {"fine": {"en": "a fine", "ru": "штраф"}}},
    "measure.date": _declared("date", confidential=False),
    "measure.authority": _declared("text", "a State authority", "государственный орган", confidential=False),
    "measure.basis": _declared("act"),
    "measure.amount_kzt": _declared("money", confidential=False),
    "funds": {"type": "records", "of": "fund", "question": {"en": "What?"}},
    "fund.origin": _declared("text", "Source {letter}", "Источник {letter}"),
    "fund.amount_kzt": _declared("money", confidential=False),
}
PROFILE = """\
title: {en: Test opinion, ru: Заключение}
audience: ministry
languages: [en, ru]
style: international-law
template: house
parts:
  - {id: facts, heading: {en: The facts, ru: Факты}, lists: chronology}
  - {id: law, heading: {en: The law, ru: Право}, kinds: [treaty-obligation]}
  - {id: exhibits, place: annex, heading: {en: Exhibits, ru: Приложения}, lists: exhibits, numbered: false}
"""
TEXT = """\
{{ org.name }} was heard on {{ measure.date }} by {{ measure.authority }}.
{% if measure.amount_kzt > 1200000 %}The fine is {{ measure.amount_kzt }}; {{ org.staff_count }} people work there.{% endif %}

Seen by {{ person.name }}, {{ person.victims }} and {% for one in person.victims %}{{ one }}, {% endfor %}in case {{ case.number }}.

It is {{ org.kind }}{% if org.kind == "fund" %} all the same{% endif %}, under {{ measure.basis }}.

Ask {{ org.name|capital }}^[{{ org.contacts }}], or {{ person.victims|first }} and {{ person.victims|last }}.
"""
OWN = """\
{own}

::: funding
{own}
:::

| Who | What |
|---|---|
| {{{{ org.name }}}} | {{{{ case.number }}}}^[{own}] |
"""
NAME, CONTACTS = "Zhibek Zholy Qory", "+7 700 123 45 67, info@zhibek.example"
PERSON, VICTIMS, NUMBER = "Saule Omarova", ("Daniyar Seitkali", "Aigerim Tulegen"), "7512-25-00-4a/123"


def public_inputs(
    own: str = "Own text.",
    language: str = "en",
    *,
    name: str = NAME,
    contacts: str = CONTACTS,
    person: str = PERSON,
    victims: tuple[str, ...] = VICTIMS,
    number: str = NUMBER,
) -> Inputs:
    """A case with these confidential facts; `own` stands in a paragraph, a caption and a note of its own text."""
    case = {
        "profile": "test",
        "language": language,
        "title": "The case of {{ org.name }}",
        "facts": {
            "org": {"name": name, "contacts": contacts, "staff_count": 6, "kind": "fund", "activities": ["legal education"]},
            "person": {"name": person, "victims": list(victims)},
            "case": {"number": number},
            "measures": [
                {
                    "complained_of": True,
                    "type": "fine",
                    "date": {"value": date(2025, 3, 14), "source": "@x1, p 1"},
                    "authority": "the Department of Lake District",
                    "amount_kzt": 1_234_567,
                    "basis": "@report, para 9",
                }
            ],
            "funds": [{"origin": person, "amount_kzt": {"value": 31_415_926, "source": "@x1"}}, {"origin": name, "amount_kzt": 2_000_000}],
        },
        "sections": {"facts": "own/facts.md"},
        "exhibits": [{"id": "x1", "title": f"Letter of 14 March 2025 to {name}", "date": date(2025, 3, 14)}],
    }
    whole = library(clause(TEXT, slug="a"), facts=written(FACTS), profile=PROFILE)
    russian = whole["clauses/arguments/a/clause.yaml"].replace("title: {en: On a}", "title: {en: On a, ru: О деле}\ntranslations: {ru: 1}")
    whole |= {"clauses/arguments/a/ru.md": TEXT, "clauses/arguments/a/clause.yaml": russian}
    return replace(inputs(written(case), whole, {"own/facts.md": OWN.format(own=own)}), public=True)


def written(given: dict[str, Any]) -> str:
    return yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=10_000)
