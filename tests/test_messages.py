"""Messages: English wherever they go, and said anew from a catalogue with all that is inside them."""

from __future__ import annotations

import copy
import io
import pickle
from gettext import GNUTranslations, NullTranslations

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from briefkit.cli.speaking import catalogue
from briefkit.messages import NOTHING, Message, enumerated, in_every_language, listed, say, say_count, spoken, verbatim

ERRORS = ("{number} error in {file}", "{number} errors in {file}")
RUSSIAN = {
    "There is no {what}.": "{what}: такого нет.",
    "clause": "раздел",
    "the clause “{name}”": "раздел «{name}»",
    "{others} and {last}": "{others} и {last}",
    ERRORS: ("{number} ошибка в {file}", "{number} ошибки в {file}", "{number} ошибок в {file}"),
    "a {x} and a {y}": "{y}, затем {x}",
    "use {braces}": "пиши {braces}",
}
ENGLISH = NullTranslations()


@pytest.fixture(scope="module")
def russian() -> GNUTranslations:
    """A catalogue as gettext reads it from a .mo file."""
    made = Catalog(locale="ru")
    for message, said in RUSSIAN.items():
        made.add(message, said)
    file = io.BytesIO()
    write_mo(file, made)
    file.seek(0)
    return GNUTranslations(file)


class TestInEnglish:
    def test_it_reads_as_its_pattern_filled_in(self) -> None:
        assert say("There is no {what}.", what="clause") == "There is no clause."

    def test_a_pattern_without_values_may_hold_braces(self) -> None:
        assert say("write {id: …}") == "write {id: …}"

    def test_with_values_braces_are_doubled(self) -> None:
        assert say("{name}: write {{id: …}}", name="a") == "a: write {id: …}"

    def test_braces_in_a_value_are_left_alone(self) -> None:
        assert say("There is no {what}.", what="{x} {") == "There is no {x} {."

    def test_a_value_may_be_formatted(self) -> None:
        assert say("{length:,} words, {name!r}", length=12000, name="a") == "12,000 words, 'a'"

    def test_a_value_may_have_the_name_of_the_pattern(self) -> None:
        assert say("{pattern}", pattern="a") == "a"

    def test_a_missing_value_is_a_mistake_of_the_program(self) -> None:
        with pytest.raises(KeyError):
            say("{a} {b}", a=1)

    def test_nothing_is_false_and_empty(self) -> None:
        assert (bool(NOTHING), str(NOTHING)) == (False, "")

    @pytest.mark.parametrize(("number", "said"), [(0, "0 errors in a"), (1, "1 error in a"), (2, "2 errors in a")])
    def test_a_count(self, number: int, said: str) -> None:
        assert say_count(*ERRORS, number, file="a") == said

    def test_words_of_a_user_keep_their_braces(self) -> None:
        assert verbatim("{{ client.name }}") == "{{ client.name }}"

    @pytest.mark.parametrize(
        ("items", "said", "among"),
        [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a, b", "a and b"), (["a", "b", "{c}"], "a, b, {c}", "a, b and {c}")],
    )
    def test_one_after_another(self, items: list[str], said: str, among: str) -> None:
        assert (listed(items), enumerated(items)) == (said, among)

    def test_between_items_may_stand_something_else(self) -> None:
        assert listed(["a", "b"], "; ") == "a; b"


class TestInAnotherLanguage:
    def test_of_the_catalogue(self, russian: GNUTranslations) -> None:
        assert spoken(say("clause"), russian) == "раздел"

    def test_what_the_catalogue_lacks_stays_english(self, russian: GNUTranslations) -> None:
        assert spoken(say("an exhibit"), russian) == "an exhibit"

    def test_a_value_that_is_a_message_is_said_too(self, russian: GNUTranslations) -> None:
        inner = say("the clause “{name}”", name="clause")
        assert spoken(say("There is no {what}.", what=inner), russian) == "раздел «clause»: такого нет."

    def test_a_value_that_is_none_is_left_alone(self, russian: GNUTranslations) -> None:
        assert spoken(say("There is no {what}.", what="clause"), russian) == "clause: такого нет."

    def test_values_go_where_the_language_wants_them(self, russian: GNUTranslations) -> None:
        assert spoken(say("a {x} and a {y}", x=1, y=2), russian) == "2, затем 1"

    @pytest.mark.parametrize(
        ("number", "said"), [(0, "ошибок"), (1, "ошибка"), (2, "ошибки"), (5, "ошибок"), (11, "ошибок"), (21, "ошибка"), (22, "ошибки")]
    )
    def test_a_count_takes_the_form_of_the_language(self, russian: GNUTranslations, number: int, said: str) -> None:
        assert spoken(say_count(*ERRORS, number, file="a"), russian) == f"{number} {said} в a"

    def test_a_count_without_a_translation_keeps_its_english_forms(self, russian: GNUTranslations) -> None:
        counted = [spoken(say_count("{number} exhibit", "{number} exhibits", number), russian) for number in (1, 2)]
        assert counted == ["1 exhibit", "2 exhibits"]

    def test_lists_are_said_item_by_item(self, russian: GNUTranslations) -> None:
        items = [say("clause"), "clause", say("the clause “{name}”", name="a")]
        assert spoken(listed(items), russian) == "раздел, clause, раздел «a»"
        assert spoken(enumerated(items), russian) == "раздел, clause и раздел «a»"

    def test_braces_in_a_value_are_left_alone(self, russian: GNUTranslations) -> None:
        assert spoken(say("use {braces}", braces=verbatim("{{# … #}}")), russian) == "пиши {{# … #}}"

    def test_words_of_a_user_are_not_looked_up(self, russian: GNUTranslations) -> None:
        assert spoken(verbatim("clause"), russian) == "clause"
        assert spoken("clause", russian) == "clause"

    def test_nothing_is_not_the_head_of_the_catalogue(self, russian: GNUTranslations) -> None:
        assert russian.gettext("").startswith("Project-Id-Version")
        assert spoken(NOTHING, russian) == ""

    def test_anything_else_is_printed(self, russian: GNUTranslations) -> None:
        assert [spoken(value, russian) for value in (1, None)] == ["1", "None"]


MESSAGES = (
    NOTHING,
    say("plain {braces}"),
    say("{a}", a=1),
    say_count(*ERRORS, 2, file="a"),
    say("There is no {what}.", what=say("the clause “{name}”", name="a")),
    enumerated(["a", say("clause"), "c"]),
)


class TestAsValues:
    @pytest.mark.parametrize("message", MESSAGES)
    def test_a_copy_can_still_be_said_anew(self, message: Message, russian: GNUTranslations) -> None:
        for again in (pickle.loads(pickle.dumps(message)), copy.copy(message), copy.deepcopy(message)):
            assert again == message
            assert hash(again) == hash(message)
            assert (again.pattern, again.several, again.number, again.values) == (
                message.pattern,
                message.several,
                message.number,
                message.values,
            )
            assert spoken(again, russian) == spoken(message, russian)

    def test_equal_messages_are_one_in_a_set(self) -> None:
        assert len({say("{a}", a="x"), say("{b}", b="x"), "x"}) == 1

    def test_values_cannot_be_changed(self) -> None:
        with pytest.raises(TypeError):
            say("{a}", a=1).values["a"] = 2  # type: ignore[index]

    def test_values_are_those_at_the_time(self) -> None:
        values = {"a": "before"}
        message = Message("{a}", values)
        values["a"] = "after"
        assert (message, spoken(message, ENGLISH)) == ("before", "before")


NAMES = st.sampled_from(["name", "number", "pattern", "self", "x"])
VALUES = st.dictionaries(NAMES, st.one_of(st.text(), st.integers(), st.dates()), min_size=1)


@given(st.data(), VALUES)
def test_a_message_reads_as_python_formats_it(data: st.DataObject, values: dict[str, object]) -> None:
    literal = st.text().map(lambda text: text.replace("{", "{{").replace("}", "}}"))
    place = st.sampled_from(sorted(values)).map(lambda name: f"{{{name}}}")
    pattern = "".join(data.draw(st.lists(st.one_of(literal, place))))
    message = say(pattern, **values)
    assert str(message) == pattern.format(**values)
    assert spoken(message, ENGLISH) == message


@given(st.text())
def test_a_pattern_without_values_reads_as_it_is(pattern: str) -> None:
    assert str(say(pattern)) == pattern == spoken(say(pattern), ENGLISH)


@given(st.lists(st.text()), st.sampled_from([", ", "; ", " "]))
def test_a_list_reads_as_its_items_joined(items: list[str], between: str) -> None:
    assert listed(items, between) == between.join(items) == spoken(listed(items, between), ENGLISH)


def test_words_that_a_library_gives_per_language_are_told_in_the_readers() -> None:
    told = in_every_language((("en", "ten units"), ("ru", "десять единиц")))
    assert told == "ten units"
    assert [spoken(told, catalogue(language)) for language in ("en", "ru", "kk")] == ["ten units", "десять единиц", "ten units"]
    assert spoken(pickle.loads(pickle.dumps(told)), catalogue("ru")) == "десять единиц"
    assert in_every_language(()) == ""
