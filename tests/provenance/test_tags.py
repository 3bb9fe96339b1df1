"""The names of clauses in working drafts: read back whole, and never longer than Word takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefkit.provenance.tags import LONGEST, read_tag, shortened, tag_of


def test_a_tag_names_clause_version_and_language() -> None:
    assert tag_of("three-part-test", 3, "kk") == "briefkit:three-part-test:v3:kk"


def test_a_tag_of_another_program_names_no_clause() -> None:
    for tag in ("", "briefkit", "briefkit:", "briefkit::v1:en", "briefkit:a:v:en", "short-title", "other:a:v1:en"):
        assert read_tag(tag) is None


@given(st.text(min_size=1, max_size=80), st.integers(1, 10_000), st.sampled_from(["en", "ru", "kk"]))
def test_any_name_is_found_again(slug: str, version: int, language: str) -> None:
    tag = tag_of(slug, version, language)
    assert len(tag.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST
    found = read_tag(tag)
    assert found is not None
    assert (found.version, found.language) == (version, language)
    assert found.names(slug)
    assert not found.names(slug + "x")


def test_long_names_that_begin_alike_are_told_apart() -> None:
    first, second = (tag_of("a" * 70 + end, 1, "en") for end in "bc")
    assert first != second


def test_a_title_is_not_cut_within_a_character() -> None:
    assert shortened("a" * 63 + "𝔸", 64) == "a" * 63
