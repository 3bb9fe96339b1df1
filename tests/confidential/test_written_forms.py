"""The ways in which a value may be written, per language: tables of what is found beside what is not."""

from __future__ import annotations

import pytest

from briefkit.confidential import forms_of
from briefkit.confidential.values import Kind
from tests.confidential.searched import found, surely, value

RUSSIAN = {
    "Ахметов": "Ахметова Ахметову Ахметовым Ахметове Ахметовы Ахметовых Ахметовой",
    "Ахметова": "Ахметовой Ахметову Ахметовою",
    "Достоевский": "Достоевского Достоевскому Достоевским Достоевском Достоевская Достоевской",
    "Толстой": "Толстого Толстому Толстым Толстом",
    "Ким": "Кима Киму Кимом Киме",
    "Цой": "Цоя Цою Цоем Цое",
    "Козловец": "Козловца Козловцу Козловцом Козловце",
    "Шевченко": "Шевченко",
    "Семёнов": "Семенова Семёнову СЕМЕНОВ",
}
KAZAKH = {
    "Ахметов": "Ахметовтің Ахметовке Ахметовті Ахметовте Ахметовтен Ахметовпен Ахметовтер Ахметовтердің",
    "Ахметова": "Ахметованың Ахметоваға Ахметованы Ахметовада Ахметовадан Ахметовамен",
    "Қуандық": "Қуандықтың Қуандыққа Қуандықты Қуандықта Қуандықтан Қуандықпен Қуандығы Қуандығына",
    "Әлімжанұлы": "Әлімжанұлының Әлімжанұлына Әлімжанұлын Әлімжанұлында Әлімжанұлынан Әлімжанұлымен",
    "Сәрсенбі": "Сәрсенбінің Сәрсенбіге Сәрсенбіні Сәрсенбімен",
}
LATIN = {  # a name in Cyrillic: ISO 9, BGN/PCGN, the Kazakh alphabets of 2021 and 2019, a passport; and with an ending
    "Ахметов": "Ahmetov Akhmetov Axmetov Ahmetova Akhmetovym Akhmetov's Ahmetovtıñ",
    "Щербаков": "Ŝerbakov Shcherbakov Scherbakov",
    "Жұлдызов": "Žùldyzov Zhuldyzov Jūldyzov Juldyzov Zhūldyzov",
    "Қожахметов": "Ķožahmetov Qozhakhmetov Qojahmetov Kozhakhmetov",
    "Ғабитов": "Ġabitov Ghabitov Ğabitov Ǵabıtov Gabitov",
    "Шәріпов": "Šăripov Sharipov Şäripov Shäripov",
    "Өмірбаев": "Ômirbaev Ömirbayev Omirbayev Ómirbaev",
    "Юсупов": "Ûsupov Yusupov Iusupov Jusupov",
    "Цветаева": "Cvetaeva Tsvetayeva Tsvetaeva Cvetaeva",
    "Соловьёв": "Solov’ev Solovyev Solovʹev Solovev",
    "Хусаинов": "Husainov Khusainov Xusainov",
    "Дмитрий": "Dmitrij Dmitriy Dmitrii Dmitry",
}
CYRILLIC = {  # a name in Latin letters, as Russian or Kazakh has it
    "Akhmetov": "Ахметов Ахметова Ахметовым Ахметовтің",
    "Nurzhan": "Нуржан Нұржан Нуржана Нұржанның",
    "Aigerim": "Айгерим Әйгерім Айгерім",
    "Sholpan": "Шолпан Шолпанға",
    "Yevgenia": "Евгения Евгении",
    "Tsoy": "Цой",
    "Qojahmetov": "Қожахметов Кожахметов",
}


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(given, written) for given, forms in table.items() for written in forms.split()]


@pytest.mark.parametrize(("given", "written"), pairs(RUSSIAN) + pairs(KAZAKH))
def test_a_surname_is_found_in_every_case(given: str, written: str) -> None:
    assert surely(value(given), f"дело ({written}) о штрафе") == [written]


@pytest.mark.parametrize(("given", "written"), pairs(LATIN))
def test_a_name_in_cyrillic_is_found_in_latin_letters(given: str, written: str) -> None:
    assert [one.rstrip("'s") for one in surely(value(given), f"the case of {written} of 2025")] == [written.rstrip("'s")]


@pytest.mark.parametrize(("given", "written"), pairs(CYRILLIC))
def test_a_name_in_latin_letters_is_found_in_cyrillic(given: str, written: str) -> None:
    assert surely(value(given), f"дело ({written}) о штрафе") == [written]


def test_a_kazakh_name_is_found_as_russians_write_it() -> None:
    assert surely(value("Құралай Өмірбаева"), "заявление Куралай Омирбаевой") == ["Куралай Омирбаевой"]


@pytest.mark.parametrize(
    ("given", "innocent"),
    [
        ("Ару", "Аруна, аруах, Арубала"),
        ("Ахметов", "Ахмет, ахметовский"),
        ("Ким", "кимоно, Кимберли"),
        ("Цой", "цоколь, цо"),
        ("Akhmetov", "Akhmetovgrad, Makhmetov"),
        ("Nurlan Akhmetov", "Nurlan Ivanov, Akhmet"),
    ],
)
def test_other_words_are_left_in_peace(given: str, innocent: str) -> None:
    assert surely(value(given), innocent) == []


PERSON = "Нурлан Серикович Ахметов"


@pytest.mark.parametrize(
    ("written", "how"),
    [
        ("Нурлан Серикович Ахметов", "as given"),
        ("Ахметов Нурлан Серикович", "as given"),
        ("Ахметовым Нурланом Сериковичем", "case"),
        ("Нурланом Ахметовым", "case"),
        ("Ахметов Нурлан", "as given"),
        ("Нурлану Сериковичу", "case"),
        ("Ахметов", "surname"),
        ("Н. С. Ахметов", "with initials"),
        ("Н.С.Ахметовой", "with initials"),
        ("Ахметову Н.", "with initials"),
        ("N. Akhmetov", "with initials"),
        ("AKHMETOV NURLAN", "letters"),
        ("НурланАхметов", "as given"),
        ("nurlan_akhmetov", "letters"),
    ],
)
def test_a_person_is_found_in_any_order_and_with_initials(written: str, how: str) -> None:
    hits = [hit for hit in found(value(PERSON), f"слова: {written}, и далее") if hit.sure]
    assert [(hit.how, hit.found.rstrip(".")) for hit in hits] == [(how, written.rstrip("."))]


@pytest.mark.parametrize("initials", ["Н.С.", "Н. А.", "А.Н.", "N.A."])
def test_initials_alone_are_for_a_person_to_look_at(initials: str) -> None:
    hits = found(value(PERSON), f"гражданин {initials} указал")
    assert [(hit.how, hit.sure) for hit in hits] == [("initials", False)]


@pytest.mark.parametrize("text", ["Н. А. Иванов указал", "n.a.", "ст. н.а. 5"])
def test_initials_of_another_surname_and_small_letters_are_none(text: str) -> None:
    assert found(value(PERSON), text) == []


def test_a_namesake_with_other_initials_is_for_a_person_to_look_at() -> None:
    assert surely(value(PERSON), "заключение Б. Ахметова") == []
    assert surely(value(PERSON), "заключение Ахметовой Б.Н.") == []
    assert surely(value(PERSON), "заключение С. Ахметова") == []
    assert surely(value(PERSON), "заключение Н. К. Ахметова") == ["Ахметова"]


def test_the_letter_of_a_pseudonym_is_no_initial() -> None:
    assert surely(value(PERSON), "это Автор\u00a0Б. Ахметов сказал") == ["Ахметов"]
    assert surely(value(PERSON), "это Автор\u00a0Б. К. Ахметов сказал") == []


def test_the_given_name_alone_says_nothing() -> None:
    assert surely(value(PERSON), "Нурлан и другие") == []


@pytest.mark.parametrize(
    ("given", "surname"),
    [
        ("Ахметов Нурлан", "Ахметов"),
        ("Нурлан Ахметов", "Ахметов"),
        ("Иванова Марина", "Иванова"),
        ("Марина Иванова", "Иванова"),
        ("Nurlan Akhmetov", "Akhmetov"),
        ("Касым Жомартұлы Төлеген", "Төлеген"),
        ("Төлеген Касым Жомартұлы", "Төлеген"),
        ("B. Example, advocate (fictional)", "Example"),
        ("адвокат Б. Примерова", "Примерова"),
    ],
)
def test_the_surname_is_told_from_the_given_name(given: str, surname: str) -> None:
    assert surely(value(given), f"({surname})") == [surname]
    others = [word for word in given.replace(",", " ").split() if word[0].isupper() and word != surname and len(word) > 2]
    assert surely(value(given), f"({others[0] if others else ''})") == []


def test_of_two_names_of_which_neither_is_surely_the_surname_the_other_one_is_looked_at() -> None:
    assert [(hit.how, hit.sure) for hit in found(value("Ким Хен"), "Ким сказал, Хен ответил")] == [("given name", False), ("surname", True)]


def test_a_role_is_no_name_and_is_found_as_words() -> None:
    assert surely(value("the director of the association"), "It was the Director of the Association.") == [
        "the Director of the Association"
    ]
    assert surely(value("the director of the association"), "the director; an association") == []


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Public Foundation “Aru”", "«Ару»"),
        ("Public Foundation “Aru”", "Aru"),
        ("Public Foundation “Aru”", "Aru's report"),
        ("ОФ «Ару»", "Общественный фонд «Ару»"),
        ("ОФ «Ару»", "Қоғамдық қор «Арудың»"),
        ("Фонд «Примерная долина»", "Примерной долины"),
        ("Фонд «Примерная долина»", "фонда «Примерной долины»"),
        ("Фонд «Примерная долина»", "Primernaya dolina"),
        ("Example Valley Foundation", "Example Valley"),
        ("Example Valley Foundation", "EXAMPLE-VALLEY"),
        ("«Жасыл өзен» қоғамдық бірлестігі", "Жасыл өзеннің"),
        ("«Жасыл өзен» қоғамдық бірлестігі", "Zhasyl ozen"),
        ("«Жасыл өзен» қоғамдық бірлестігі", "Jasyl özen"),
    ],
)
def test_an_organisation_is_found_by_its_name_and_by_what_is_its_own_in_it(given: str, written: str) -> None:
    assert surely(value(given, "name"), f"about {written} and others") != []


@pytest.mark.parametrize("innocent", ["the Foundation", "a public foundation", "общественный фонд", "Valley", "qор"])
@pytest.mark.parametrize("given", ["Public Foundation “Aru”", "Example Valley Foundation", "Общественный фонд «Ару»"])
def test_words_that_any_organisation_has_are_not_searched_for(given: str, innocent: str) -> None:
    assert surely(value(given, "name"), innocent) == []


def test_a_name_that_is_a_word_counts_with_a_capital_or_in_quotation_marks() -> None:
    hope = value("Фонд «Надежда»", "name")
    assert surely(hope, "есть надежда на суд") == []
    assert surely(hope, "сказала Надежда") == ["Надежда"]
    assert surely(hope, "фонд «надежда»") == ["фонд «надежда"]


@pytest.mark.parametrize(
    ("kind", "given", "written"),
    [
        ("number", "850101300123", "850101 300123"),
        ("number", "850101300123", "8501 0130 0123"),
        ("number", "850101300123", "ИИН850101300123"),
        ("number", "KZ86125KZT5004100100", "KZ86 125K ZT50 0410 0100"),
        ("number", "3599-25-00-3/123", "3599\u201125\u201100\u20113/123"),
        ("number", "3599-25-00-3/123", "3599 25 00 3 123"),
        ("number", "КД-12/2025", "KD 12/2025"),
        ("phone", "+7 701 555 12 34", "8 (701) 555-12-34"),
        ("phone", "+7 701 555 12 34", "77015551234"),
        ("phone", "8 701 555 12 34", "701-555-1234"),
        ("email", "a.b@aru.kz", "A.B@ARU.KZ"),
        ("email", "a.b@aru.kz", "a.b [at] aru [dot] kz"),
        ("email", "a.b@aru.kz", "www.aru.kz"),
        ("web", "https://t.me/aru_kz", "t.me/aru_kz"),
        ("address", "город Алматы, улица Абая, 150/230", "ул. Абая, д. 150/230"),
        ("address", "город Алматы, улица Абая, 150/230", "Абай көшесі, 150/230".replace("Абай көшесі", "Абая көшесі")),
        ("address", "3 Example Street, Example City", "Example Street, 3"),
        ("address", "3 Example Street, Example City", "3 Example St."),
        ("date", "2025-03-12", "12 March 2025"),
        ("date", "2025-03-12", "12.03.2025"),
        ("date", "2025-03-12", "«12» марта 2025"),
        ("date", "2025-03-12", "2025 жылғы 12 наурыз"),
        ("date", "2025-03-12", "March 12, 2025"),
        ("sum", "865000", "865 000"),
        ("sum", "865000", "865,000"),
    ],
)
def test_numbers_and_addresses_are_found_with_any_signs_between(kind: Kind, given: str, written: str) -> None:
    assert surely(value(given, kind), f"see: {written}; more") != []


@pytest.mark.parametrize(
    ("kind", "given", "innocent"),
    [
        ("number", "850101300123", "8501013001234 1850101300123"),
        ("phone", "+7 701 555 12 34", "17015551234567"),
        ("email", "a.b@gmail.com", "c@gmail.com"),
        ("address", "3 Example Street, Example City", "13 Example Street; 3 Sample Street; Example City"),
        ("date", "2025-03-12", "March 2025, 2 March 2025, 12 March 2024"),
        ("sum", "865000", "1 865 000; 865 000 000; 8650001"),
    ],
)
def test_other_numbers_are_left_in_peace(kind: Kind, given: str, innocent: str) -> None:
    assert surely(value(given, kind), innocent) == []


def test_few_words_in_a_row_give_a_long_text_away() -> None:
    entry = value("the sum received from abroad in the second quarter, and the name of its director", "words")
    assert surely(entry, "It shows the sum received from abroad in small type") == ["the sum received from abroad in"]
    assert surely(entry, "the sum received, and the director") == []


@pytest.mark.parametrize(("kind", "text"), [("person", "Li"), ("name", "АО"), ("number", "12/3"), ("sum", "12"), ("words", "a")])
def test_what_is_too_short_is_not_searched_for(kind: Kind, text: str) -> None:
    assert not any(form.sure for form in forms_of(value(text, kind)))
