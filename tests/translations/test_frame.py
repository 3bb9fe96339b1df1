"""The frame of a translation: what of the English text stands in it, and where words are to be put."""

from __future__ import annotations

import pytest

from briefkit.source import Source
from briefkit.template import prepare
from briefkit.translations import TO_TRANSLATE, differences, frame

ENGLISH = """\
{# a remark #}

# Head

{% if tone == "cooperative" %}

A “quoted” word [@a, {merits}].{% note %}Look.{% endnote %}
See [note](@a), @a [art 2] and, for {{ e.f }},{% if e.f %} more^[See [@b, para 2].]{% endif %}.

> Only this [@q, para 1]

{% endif %}

- one [@b]
- two

| a | b |
|---|:-:|
| c [@d] | {{ e.f }} |

::: duties
:::
"""


def test_to_the_letter() -> None:
    assert frame(ENGLISH, "kk") == (
        "{# # Head #}\n# ‹…›\n\n"
        '{% if tone == "cooperative" %}\n\n'
        "{# A “quoted” word [@a, {merits}].{% note %}Look.{% endnote %}\nSee [note](@a), @a [art 2] and, for {{ e.f }},"
        "{% if e.f %} more^[See [@b, para 2].]{% endif %}.\n> Only this [@q, para 1] #}\n"
        "‹…› [@a, {істің мәні бойынша қарау}].{% note %}‹…›.{% endnote %}\n‹…› [note](@a), @a [art 2] ‹…› {{ e.f }},"
        "{% if e.f %} ‹…›^[‹…› [@b, para 2].]{% endif %}. ‹…› [@q, para 1]\n\n"
        "{% endif %}\n\n"
        "{# - one [@b]\n- two #}\n- ‹…› [@b]\n- ‹…›\n\n"
        "{# | a | b |\n|---|:-:|\n| c [@d] | {{ e.f }} | #}\n| ‹…› | ‹…› |\n|---|:-:|\n| ‹…› [@d] | {{ e.f }} |\n\n"
        "{# ::: duties\n::: #}\n::: duties\n:::\n"
    )


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_keeps_step_and_only_its_words_are_missing(language: str) -> None:
    made = Source("kk.md", frame(ENGLISH, language))
    assert prepare(made.span(0, len(made.text))).diagnostics == ()
    [problem] = differences(Source("en.md", ENGLISH), made, language)
    assert problem.span is not None
    assert problem.span.text == TO_TRANSLATE
    filled = Source("kk.md", made.text.replace(TO_TRANSLATE, "сөз"))
    assert list(differences(Source("en.md", ENGLISH), filled, language)) == []


def test_a_quotation_that_follows_no_paragraph_stays_one() -> None:
    assert frame("> Only [@q].\n> More.", "ru") == "{# > Only [@q].\n> More. #}\n> ‹…› [@q].\n> ‹…›.\n"
