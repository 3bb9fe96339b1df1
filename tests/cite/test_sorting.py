"""Sorting of bibliographies and citations (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

import pytest

from .small import TITLE, YEAR, Item, by, cited, document, listed, person, processor, year


def keys(*written: str) -> str:
    return "<sort>" + "".join(f"<key {one}/>" for one in written) + "</sort>"


def titled(*titles: str) -> list[Item]:
    return [{"title": title} for title in titles]


@pytest.mark.parametrize(
    ("titles", "order"),
    [
        (["b", "a", "c"], ["a", "b", "c"]),
        (["Éclair", "Eagle", "Zebra", "eclipse"], ["Eagle", "Éclair", "eclipse", "Zebra"]),
        (["Report 10", "Report 9"], ["Report 9", "Report 10"]),
        (["Яблоко", "Абай", "Закон"], ["Абай", "Закон", "Яблоко"]),
        (["<i>b</i>", "a"], ["a", "<i>b</i>"]),
        (["“b”", "a", "c"], ["a", "“b”", "c"]),
    ],
)
def test_by_a_variable(titles: list[str], order: list[str]) -> None:
    assert listed(TITLE, *titled(*titles), sort=keys('variable="title"')) == order


def test_downwards_and_what_lacks_the_key_last_either_way() -> None:
    works = titled("a", "", "b") + [{"note": "x"}]
    entry = f'{TITLE}<text variable="id"/>'
    assert listed(entry, *works, sort=keys('variable="title"')) == ["aa", "bc", "b", "d"]
    assert listed(entry, *works, sort=keys('variable="title" sort="descending"')) == ["bc", "aa", "b", "d"]


def test_ties_keep_the_order_of_citation_and_further_keys_decide() -> None:
    works = [{"title": "b", **year(2001)}, {"title": "a", **year(2001)}, {"title": "c", **year(2000)}]
    assert listed(TITLE, *works, sort=keys('variable="issued"')) == ["c", "b", "a"]
    assert listed(TITLE, *works, sort=keys('variable="issued"', 'variable="title"')) == ["c", "a", "b"]
    assert listed(TITLE, *works, sort=keys('variable="issued" sort="descending"', 'variable="title"')) == ["a", "b", "c"]


def test_by_names_the_particle_as_the_style_has_it() -> None:
    works = [
        by(person("Waldron"), title="w"),
        by(person("Berg", "Jan", **{"non-dropping-particle": "van der"}), title="v"),
        by(person("Doe", "Jane"), title="d2"),
        by(person("Doe", "Adam"), title="d1"),
    ]
    assert listed(TITLE, *works, sort=keys('variable="author"')) == ["v", "d1", "d2", "w"]
    never = 'demote-non-dropping-particle="never"'
    assert listed(TITLE, *works, sort=keys('variable="author"'), root=never) == ["d1", "d2", "v", "w"]
    sort_only = 'demote-non-dropping-particle="sort-only"'
    assert listed(TITLE, *works, sort=keys('variable="author"'), root=sort_only) == ["v", "d1", "d2", "w"]


def test_by_a_macro_in_which_names_are_inverted() -> None:
    macro = '<macro name="who"><names variable="author"><name and="text"/><label/></names></macro>'
    works = [by(person("Zed", "Adam"), title="z"), by(person("Abe", "Zoe"), title="a")]
    assert listed(TITLE, *works, parts=macro, sort=keys('macro="who"')) == ["a", "z"]


def test_a_key_may_shorten_names() -> None:
    macro = '<macro name="who"><names variable="author"><name/></names></macro>'
    works = [by(person("Abe"), person("Zed"), title="2", **year(2002)), by(person("Abe"), person("Doe"), title="1", **year(2001))]
    short = 'macro="who" names-min="2" names-use-first="1"'
    assert listed(TITLE, *works, parts=macro, sort=keys('macro="who"', 'variable="issued"')) == ["1", "2"]
    works.reverse()
    assert listed(TITLE, *works, parts=macro, sort=keys(short, 'variable="issued" sort="descending"')) == ["2", "1"]


def test_dates_sort_by_time_bc_first() -> None:
    works = [
        {"title": "now", **year(2001)},
        {"title": "caesar", **year(-44)},
        {"title": "plato", **year(-380)},
        {"title": "79", **year(79)},
    ]
    assert listed(TITLE, *works, sort=keys('variable="issued"')) == ["plato", "caesar", "79", "now"]


def test_by_citation_number_and_label() -> None:
    works = [by(person("Zed"), title="z", **year(2001)), by(person("Abe"), title="a", **year(2001))]
    assert listed(TITLE, *works, sort=keys('variable="citation-number" sort="descending"')) == ["a", "z"]
    assert listed(TITLE, *works, sort=keys('variable="citation-label"')) == ["a", "z"]


def test_a_citation_is_sorted_only_if_the_style_sorts() -> None:
    works = titled("b", "a")
    cites = [[cited("a"), cited("b")]]
    assert document(processor(TITLE, *works), cites) == ["b; a"]
    assert document(processor(TITLE, *works, sort=keys('variable="title"')), cites) == ["a; b"]


def test_numbers_follow_the_order_of_the_bibliography() -> None:
    works = titled("b", "a")
    order = keys('variable="title"')
    layout = f"<bibliography>{order}<layout>{TITLE}</layout></bibliography>"
    made = processor('<text variable="citation-number"/>', *works, bibliography=layout)
    assert document(made, [[cited("a")], [cited("b")]]) == ["2", "1"]


def test_a_hundred_keys_of_the_same_work_are_one_and_the_same() -> None:
    made = processor(TITLE + YEAR, *titled("a"), sort=keys('variable="title"'))
    assert document(made, [[cited("a")] * 3]) == ["a; a; a"]


def test_a_key_that_prints_the_suffix_of_a_year_sorts_each_document_alike() -> None:
    macro = '<macro name="who"><text variable="year-suffix"/></macro>'
    works = [{"title": "z", **year(2001)}, {"title": "a", **year(2001)}]
    order = keys('macro="who" sort="descending"')
    layout = f"<bibliography>{order}<layout>{TITLE}</layout></bibliography>"
    made = processor(YEAR, *works, parts=macro, citation='disambiguate-add-year-suffix="true"', bibliography=layout)
    first = document(made, [[cited("a")], [cited("b")]])
    assert document(made, [[cited("a")], [cited("b")]]) == first == ["2001a", "2001b"]
