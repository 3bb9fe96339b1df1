"""Any Kazakh or Russian name is found as any system writes it in Latin letters: the systems' own tables, against one pattern for all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.confidential.searched import surely, value

PLAIN = dict(zip("абвгдезиклмнопрстф", "abvgdeziklmnoprstf", strict=True))
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщыэюя"
KAZAKH = RUSSIAN + "әғқңөұүһі"


def table(letters: str, latin: str) -> dict[str, str]:
    return {**PLAIN, **dict(zip(letters, latin.split(), strict=True))}


SYSTEMS = {
    "ISO 9:1995": (KAZAKH + "ьъ", table("жйухцчшщъыьэюяәғқңөұүһі", "ž j u h c č š ŝ ʺ y ʹ è û â a̋ ġ ķ ņ ô u̇ ù ḥ ì")),
    "BGN/PCGN for Russian": (RUSSIAN + "ьъ", table("жйухцчшщъыьэюя", "zh y u kh ts ch sh shch ” y ’ e yu ya")),
    "BGN/PCGN for Kazakh": (KAZAKH, table("жийухцчшщыэюяәғқңөұүһі", "zh ī y ū kh ts ch sh shch y ė yu ya ä gh q ng ö u ü h i")),
    "Kazakh of 2021": (KAZAKH.replace("щ", ""), table("жийухцчшыэюяәғқңөұүһі", "j i i u h ts tş ş y e iu ia ä ğ q ñ ö ū ü h i")),
    "Kazakh of 2018": (KAZAKH, table("жийухцчшщыэюяәғқңөұүһі", "j ı ı ý h ts ch sh shch y e ıý ıa á ǵ q ń ó u ú h i")),
    "a passport": (RUSSIAN + "ъ", table("жйухцчшщъыэюя", "zh i u kh ts ch sh shch ie y e iu ia")),
}


def transliterated(word: str, letters: dict[str, str]) -> str:
    return "".join(letters[char] for char in word)


@pytest.mark.parametrize("system", SYSTEMS)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_name_is_found_by_each_system(system: str, data: st.DataObject) -> None:
    alphabet, letters = SYSTEMS[system]
    vowel, others = st.sampled_from("аеоу"), st.text(alphabet=alphabet, min_size=4, max_size=8)
    word = data.draw(vowel) + data.draw(others) + "н"
    written = transliterated(word, letters).capitalize()
    assert surely(value(word.capitalize(), "name"), f"(of {written})") == [written], f"{word} is {written}"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_name_in_latin_letters_is_found_in_those_that_it_stands_for(data: st.DataObject) -> None:
    alphabet, letters = SYSTEMS["BGN/PCGN for Kazakh"]
    word = "а" + data.draw(st.text(alphabet=alphabet.replace("э", "").replace("щ", ""), min_size=4, max_size=7)) + "н"
    latin = transliterated(word, letters).capitalize()
    assert surely(value(latin, "name"), f"«{word.capitalize()}»") != [], f"{latin} is {word}"


def test_every_letter_of_both_alphabets_has_its_spelling_in_some_system() -> None:
    for _, (alphabet, letters) in SYSTEMS.items():
        assert set(alphabet) <= set(letters)
