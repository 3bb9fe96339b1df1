"""The text of a document: parts, headings, numbers, references, facts as they stand, drafts and finals."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from lxml import etree
from workspace import CASE, PROFILE, built, clause, errors, flat, library, quoted, said, stages, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OWN = CASE + "clauses: none\nsections: {law: law.md}\n"


def own(words: str, case: str = OWN, final: bool = False) -> str:
    """The plain text of a case whose one part holds these words."""
    return text(case, files={"law.md": words}, final=final)


def numbered(printed: str) -> list[str]:
    """The numbered paragraphs, as number and first words."""
    return re.findall(r"^(\d+\. \S+)", printed, re.MULTILINE)


class TestParts:
    def test_in_profile_order_each_with_its_heading_the_own_text_first(self) -> None:
        case = CASE + "sections: {end: end.md, law: law.md}\n"
        layer = library(clause("Clause.", slug="a"), clause("Remedy.", slug="z", kind="remedy"))
        lines = text(case, layer, {"law.md": "Own law.", "end.md": "Own end."}).splitlines()
        kept = [line for line in lines if line and not set(line) <= set("=-")]
        assert kept[2:] == ["The law", "1. Own law.", "On a", "2. Clause.", "The end", "3. Own end.", "On z", "4. Remedy."]

    def test_a_part_without_text_has_no_heading(self) -> None:
        assert "The facts" not in own("Words.")

    def test_numbers_run_on_across_parts_and_pass_over_what_is_no_paragraph(self) -> None:
        case = CASE + "clauses: none\nsections: {facts: f.md, law: l.md}\n"
        files = {"f.md": "One.\n\n- item\n\n> quoted\n\nTwo.", "l.md": "# Heading\n\nThree.\n\n| a |\n|---|\n| b |\n\nFour."}
        assert numbered(text(case, files=files)) == ["1. One.", "2. Two.", "3. Three.", "4. Four."]

    def test_a_part_that_is_not_numbered(self) -> None:
        profile = PROFILE.replace("kinds: [treaty-obligation, soft-law]", "kinds: []\n    numbered: false")
        case = CASE + "clauses: none\nsections: {facts: f.md, law: l.md, end: e.md}\n"
        printed = text(case, library(profile=profile), {"f.md": "One.", "l.md": "Bare.", "e.md": "Two."})
        assert numbered(printed) == ["1. One.", "2. Two."]
        assert "\nBare.\n" in printed

    def test_without_the_heading_of_a_part(self) -> None:
        profile = PROFILE.replace("{en: The law}", "{}")
        printed = text(OWN, library(profile=profile), {"law.md": "Words."})
        assert printed == "Test opinion\nA test\n\n1. Words.\n"

    def test_an_obligatory_part_is_missing(self) -> None:
        layer = library(profile=PROFILE.replace("kinds: [remedy]", "kinds: [remedy]\n    required: true"))
        [problem] = stages(CASE, layer).diagnostics
        assert (problem.code, str(problem.span)) == ("missing-part", "case.yaml:1:1")
        assert problem.hint == "add it to the case: sections: {end: own/end.md}"

    @pytest.mark.parametrize("words", ["", "\n \n", "{# nothing #}", "{% if org.name %}\n\nWords.\n\n{% endif %}"])
    def test_an_obligatory_part_is_empty(self, words: str) -> None:
        layer = library(profile=PROFILE.replace("kinds: [treaty-obligation, soft-law]", "kinds: []\n    required: true"))
        [problem] = stages(OWN, layer, {"law.md": words}).diagnostics
        assert (problem.code, str(problem.span)) == ("missing-part", "case.yaml:4:12")
        assert problem.hint == "its file holds no text for this case"

    def test_a_clause_fills_an_obligatory_part(self) -> None:
        layer = library(clause(slug="a"), profile=PROFILE.replace("soft-law]", "soft-law]\n    required: true"))
        assert stages(CASE, layer).diagnostics == ()

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("{{ ", ("template-syntax", "{{")),
            ("{% if org.name %}", ("template-syntax", "{% if org.name %}")),
            ("{{ org.name() }}", ("template-forbidden", "org.name()")),
            ("```\ncode\n```", ("markup-unsupported", "```\ncode\n```")),
        ],
    )
    def test_a_part_whose_text_is_broken_is_not_also_missing(self, words: str, expected: tuple[str, str]) -> None:
        layer = library(profile=PROFILE.replace("kinds: [treaty-obligation, soft-law]", "kinds: []\n    required: true"))
        assert said(stages(OWN, layer, {"law.md": words}).diagnostics) == [expected]

    def test_a_part_whose_file_could_not_be_read_is_not_also_missing(self) -> None:
        layer = library(profile=PROFILE.replace("kinds: [treaty-obligation, soft-law]", "kinds: []\n    required: true"))
        assert stages(OWN, layer, {}).diagnostics == ()  # whoever reads the disk has reported the file


class TestReferences:
    def test_live_numbers_forwards_and_backwards(self) -> None:
        layer = library(
            clause("First, see [para](#b).\n\nSecond.", slug="a"),
            clause("Third, see [para](#a) and [the test](#b).\n\nFourth.", slug="b"),
        )
        printed = flat(text(CASE, layer))
        assert "1. First, see para 3." in printed
        assert "3. Third, see para 1 and the test 3." in printed

    def test_in_a_footnote_and_in_a_table(self) -> None:
        layer = library(clause("See it.^[Above, [para](#a).]\n\n| x |\n|---|\n| [para](#a) |", slug="a"))
        printed = text(CASE, layer)
        assert "[1] Above, para 1." in printed
        assert "\npara 1\n" in printed

    def test_word_and_text_show_the_same_number(self) -> None:
        layer = library(clause("One.", slug="a"), clause("Two, see [para](#a) and [para](#b).", slug="b"))
        assert "Two, see para\xa01 and para\xa02." in body_of(built(CASE, layer, ending="docx"))

    def test_to_a_clause_that_is_not_in(self) -> None:
        layer = library(clause("See [para](#b).", slug="a"), clause(slug="b", kind="remedy", more="audiences: [court]\n"))
        [problem] = stages(CASE, layer).diagnostics
        assert (problem.code, problem.message) == ("dead-reference", "This refers to a paragraph of “b”, which is not in the document.")
        assert problem.hint == "include the clause, or let the referring one require it: requires: [b]"
        assert str(problem.span).startswith("clauses/arguments/a/en.md:1:")

    def test_to_no_clause(self) -> None:
        layer = library(clause("See [para](#alhpa).", slug="alpha"))
        [problem] = stages(CASE, layer).diagnostics
        assert (problem.message, problem.hint) == (
            "This refers to a paragraph of “alhpa”, which is no clause.",
            "did you mean “alpha”?",
        )

    def test_to_a_clause_whose_text_is_broken_is_one_problem(self) -> None:
        layer = library(clause("See [para](#b).", slug="a"), clause("{% if org.name %}", slug="b"))
        assert said(stages(CASE, layer).diagnostics) == [("template-syntax", "{% if org.name %}")]

    def test_to_a_clause_in_a_part_without_numbers(self) -> None:
        profile = PROFILE.replace("kinds: [remedy]", "kinds: [remedy]\n    numbered: false")
        clauses = clause("See [para](#b) and [para](#c).", slug="a"), clause(slug="b", kind="remedy"), clause("- x", slug="c")
        first, second = stages(CASE, library(*clauses, profile=profile)).diagnostics
        assert first.message == "This refers to a paragraph of “b”, which stands in “end”, a part without numbers."
        assert second.message == "This refers to a paragraph of “c”, which has no numbered paragraph."
        assert said((first, second)) == [("dead-reference", "[para](#b)"), ("dead-reference", "[para](#c)")]
        assert first.hint == "refer to it in words"

    def test_to_an_authority_that_nobody_knows_is_one_problem_at_its_place(self) -> None:
        run = stages(OWN, files={"law.md": "Some *words*, see [note](@nosuch)."})
        assert said(run.diagnostics) == [("unknown-authority", "[note](@nosuch)")]

    def test_to_a_note_that_nothing_makes(self) -> None:
        assert errors(stages(OWN, files={"law.md": "See [note](@covenant)."}).diagnostics)[0][0] == "dead-reference"


class TestTones:
    WORDS = """\
{% if tone == "cooperative" %}

Gently.

{% elif tone == "adversarial" %}

Sharply.

{% else %}

Plainly.

{% endif %}
"""

    @pytest.mark.parametrize(("tone", "word"), [("cooperative", "Gently."), ("adversarial", "Sharply."), ("neutral", "Plainly.")])
    def test_of_the_case(self, tone: str, word: str) -> None:
        printed = text(CASE + f"tone: {tone}\n", library(clause(self.WORDS, slug="a")))
        assert numbered(printed) == [f"1. {word}"]

    def test_of_one_clause(self) -> None:
        case = CASE + "tone: cooperative\nclauses: {tones: {b: adversarial}}\nsections: {end: e.md}\n"
        layer = library(clause(self.WORDS, slug="a"), clause(self.WORDS, slug="b"))
        assert numbered(text(case, layer, {"e.md": self.WORDS})) == ["1. Gently.", "2. Sharply.", "3. Gently."]

    def test_the_case_has_the_last_word_over_facts_named_like_properties(self) -> None:
        run = stages(CASE + "tone: neutral\nfacts: {tone: adversarial}\n", library(clause(self.WORDS, slug="a")))
        assert said(run.diagnostics) == [("unknown-fact", "tone")]


class TestRemarks:
    WORDS = (
        "{% note %}all of it{% endnote %}\n\nWords{% note %}aside{% endnote %} and more.\n\n"
        "- {% note %}item{% endnote %}\n- kept\n\n> {% note %}quoted{% endnote %}\n\n"
        "{% note %}one{% endnote %} {% note %}two{% endnote %}\n\nLast.^[Note{% note %}hidden{% endnote %}.]"
    )

    def test_a_draft_shows_them_without_numbering_them(self) -> None:
        printed = own(self.WORDS)
        for remark in ("[all of it]", "[aside]", "- [item]", "[quoted]", "[one] [two]", "[hidden]"):
            assert remark in flat(printed)
        assert numbered(printed) == ["1. Words", "2. Last.[1]"]

    def test_a_final_has_none_and_no_paragraph_that_held_nothing_else(self) -> None:
        assert own(self.WORDS, final=True) == (
            "Test opinion\nA test\n\n\nThe law\n=======\n\n1. Words and more.\n\n- kept\n\n2. Last.[1]\n\n--------------------\n[1] Note.\n"
        )

    def test_a_final_word_file_has_none(self) -> None:
        words = body_of(built(OWN, files={"law.md": self.WORDS}, final=True, ending="docx"))
        for remark in ("all of it", "aside", "item", "quoted", "one", "two", "hidden"):
            assert remark not in words

    @pytest.mark.parametrize(
        ("words", "shown"),
        [
            ("Word {R}. Next, {R} and (see {R}).", "1. Word. Next, and (see)."),
            ("Word {R} {R}, and{R} more {R}", "1. Word, and more"),
            ("{R} Word{R}; *see {R} this{R}* end.", "1. Word; see this end."),
            ("Word *{R}* **{R}**. Next", "1. Word. Next"),
            ("Word {R}^[See {R}.] {R}.", "1. Word.[1] [1] See."),
            ("Word ^[{R}]. Next", "1. Word. Next"),
            ("Word [see {R}, @covenant, art 22(1), {R} there].", "1. Word.[1] [1] see, "),
            ("# {R}\n\n- {R} item {R}\n\nWord  spaced.", "- item 1. Word spaced."),
            ("# Head {R}\n\nWord.", "Head ---- 1. Word."),
        ],
    )
    def test_a_final_has_no_gaps_where_they_stood(self, words: str, shown: str) -> None:
        printed = flat(own(words.replace("{R}", "{% note %}x{% endnote %}"), final=True))
        assert printed.removeprefix("Test opinion A test The law ======= ").replace("-------------------- ", "").startswith(shown)

    def test_a_final_title_has_none(self) -> None:
        case = OWN.replace("title: A test", "title: A {% note %}which?{% endnote %} test")
        assert own("Word.", case, final=True).startswith("Test opinion\nA test\n")

    def test_a_remark_prints_the_facts_in_it(self) -> None:
        case = OWN + "facts: {org: {name: Sample}}\n"
        assert "[ask Sample]" in own("Words.{% note %}ask {{ org.name }}{% endnote %}", case)


def test_a_remark_alone_does_not_fill_an_obligatory_part_of_a_final() -> None:
    layer = library(profile=PROFILE.replace("kinds: [treaty-obligation, soft-law]", "kinds: []\n    required: true"))
    run = stages(OWN, layer, {"law.md": "{% note %}write this{% endnote %}"}, final=True)
    assert said(run.diagnostics) == [("missing-part", "law")]


# --- facts stand as they are ------------------------------------------------------------------------

HOSTILE = "A [@covenant, art 5] *b* **c** {{ org.name }} {% if x %} |d| <e> &amp; # _f_ `g` ^[h] [i](#j) \\k"
EVERYWHERE = """\
# Heading {{ org.name }} end

Body {{ org.name }} end.^[Note {{ org.name }} end.]

*Emphasis {{ org.name }} end* and **strong {{ org.name }} end**.

- item {{ org.name }} end

> quote {{ org.name }} end

| Column {{ org.name }} end |
|---|
| Cell {{ org.name }} end |

[See Prefix {{ org.name }} end @covenant, art 22(1), suffix {{ org.name }} end].
"""
PLACES = ("Heading", "Body", "Note", "Emphasis", "strong", "item", "quote", "Column", "Cell", "Prefix", "suffix", "Title")


def everywhere(value: str, ending: str) -> str:
    case = OWN.replace("A test", "Title {{ org.name }} end") + f"facts: {{org: {{name: {quoted(value)}}}}}\n"
    document = built(case, files={"law.md": EVERYWHERE}, ending=ending)
    return flat(document.decode() if ending == "txt" else body_of(document))


def body_of(data: bytes) -> str:
    """The words of a Word file, notes and page headers included, a line for each paragraph."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/(document|footnotes|header\w*)\.xml", name.replace("-", ""))]
        roots = [etree.fromstring(package.read(name)) for name in sorted(names)]
    lines = ["".join(node.text or "" for node in paragraph.iter(f"{W}t")) for root in roots for paragraph in root.iter(f"{W}p")]
    return "\n".join(lines)


@pytest.mark.parametrize("ending", ["txt", "docx"])
@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (HOSTILE, HOSTILE),
        ("two\nlines", "two lines"),
        ("Қазақстан «Тест» “quoted” 'single'", "Қазақстан «Тест» “quoted” 'single'"),
        ("1. list", "1. list"),
        ("--- ... (c)", "--- ... (c)"),
    ],
    ids=["markup", "lines", "letters", "list", "typography"],
)
@pytest.mark.parametrize("place", PLACES)
def test_a_fact_prints_literally(place: str, value: str, shown: str, ending: str) -> None:
    assert f"{place} {shown} end" in everywhere(value, ending)


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_a_hostile_fact_makes_no_citation(ending: str) -> None:
    layer = library()
    case = OWN + f"facts: {{org: {{name: {quoted('[@nowhere, art 5] [para](#nowhere) [note](@nowhere)')}}}}}\n"
    document = built(case, layer, {"law.md": "It is {{ org.name }}."}, ending=ending)
    words = document.decode() if ending == "txt" else body_of(document)
    assert "It is [@nowhere, art 5] [para](#nowhere) [note](@nowhere)." in flat(words)


def test_a_fact_of_two_lines_stays_in_its_row_of_a_table() -> None:
    case = OWN + f"facts: {{org: {{name: {quoted(chr(10).join('ab'))}}}}}\n"
    printed = own("| x | y |\n|---|---|\n| {{ org.name }} | z |", case)
    assert "a b | z" in printed


class TestFactsInWords:
    @pytest.mark.parametrize(
        ("fact", "printed", "shown"),
        [
            ("org: {activities: [law, research, print]}", "org.activities", "law, research and print"),
            ("org: {activities: law}", "org.activities", "law"),
            ("forum: courts", "forum", "the court"),
            ("org: {foreign_funding: true}", "org.foreign_funding", "yes"),
            ("error: {days_late: 1200}", "error.days_late", "1,200"),
            ("measures: [{date: 2025-03-04}]", "measure.date", "4 March 2025"),
            ("measures: [{type: fine}]", "measure.type|capital", "A fine"),
            ("measures: [{amount_kzt: 1200000}]", "measure.amount_kzt", "KZT 1,200,000"),
            ("measures: [{amount_kzt: {value: 5, as_reported: true}}]", "measure.amount_kzt", "KZT 5"),
            ("org: {activities: [law, print]}", "org.activities|length", "2"),
            ("org: {activities: [law, print]}", "org.activities|last", "print"),
        ],
    )
    def test_by_type(self, fact: str, printed: str, shown: str) -> None:
        assert f"1. It: {shown}.\n" in own(f"It: {{{{ {printed} }}}}.", OWN + f"facts: {{{fact}}}\n")

    def test_an_act_becomes_a_citation(self) -> None:
        case = OWN + 'facts: {measures: [{legal_basis: "@covenant, art 22(1)"}]}\n'
        assert "1. It rests on CT art 22(1).\n" in own("It rests on {{ measure.legal_basis }}.", case)

    def test_a_loop_over_records(self) -> None:
        case = OWN + "facts: {measures: [{type: fine, date: 2025-01-02}, {type: warning}]}\n"
        words = "{% for m in measures %}\n\n{{ m.type|capital }}{% if m.date %} of {{ m.date }}{% endif %}.\n\n{% endfor %}"
        printed = own(words, case)
        assert "1. A fine of 2 January 2025.\n\n2. A warning.\n" in printed

    def test_the_document_knows_itself(self) -> None:
        case = OWN + "date: 2026-11-01\ntone: cooperative\n"
        printed = own("{{ tone }}, {{ language }}, {{ audience }}, {{ profile }}, {{ date }}.", case)
        assert "1. cooperative, en, ministry, test, 1 November 2026." in printed
        assert printed.startswith("Test opinion\nA test\n1 November 2026\n")

    def test_one_that_is_not_given(self) -> None:
        [problem] = stages(OWN, files={"law.md": "It is {{ org.name }}."}).diagnostics
        assert (problem.code, problem.span and problem.span.text) == ("missing-fact", "{{ org.name }}")
        assert problem.hint == ("give it in the case under facts, or put the sentence between {% if org.name %} and {% endif %}")

    def test_one_that_nobody_declares(self) -> None:
        [problem] = stages(OWN, files={"law.md": "It is {{ org.nmae }}."}).diagnostics
        assert (problem.code, problem.span and problem.span.text) == ("unknown-fact", "org.nmae")
        assert problem.hint == "did you mean “org.name”?"

    def test_in_the_title(self) -> None:
        run = stages("profile: test\ntitle: On {{ org.nmae }} and {{ org.name }}\nclauses: none\n")
        assert said(run.diagnostics) == [("unknown-fact", "org.nmae"), ("missing-fact", "{{ org.name }}")]


class TestTemplatesAreHarmless:
    @pytest.mark.parametrize(
        "expression",
        ["9**9**9**9**9", '"a" * 10**10', "org.__class__", "org.name.upper()", "org.name|map('x')", "[1, 2]", "loop.index"],
    )
    def test_only_facts_are_ever_evaluated(self, expression: str) -> None:
        run = stages(OWN, files={"law.md": f"Words {{{{ {expression} }}}} and [@nowhere]."})
        assert said(run.diagnostics) == [("template-forbidden", expression), ("unknown-authority", "@nowhere")]

    @pytest.mark.parametrize("tag", ["set x = 1", "macro m()", "include 'x'", "import 'x' as y", "extends 'x'"])
    def test_other_tags_are_refused(self, tag: str) -> None:
        run = stages(OWN, files={"law.md": f"Words {{% {tag} %}} and [@nowhere]."})
        assert said(run.diagnostics) == [("template-forbidden", f"{{% {tag} %}}"), ("unknown-authority", "@nowhere")]

    def test_loops_without_end(self) -> None:
        measures = ", ".join(["{type: fine}"] * 40)
        loop = "{% for a in measures %}{% for b in measures %}{% for c in measures %}x{% endfor %}{% endfor %}{% endfor %}"
        run = stages(OWN + f"facts: {{measures: [{measures}]}}\n", files={"law.md": loop})
        assert [one.code for one in run.diagnostics if one.is_error] == ["template-limit"]


def test_a_long_title_is_cut_at_a_word_in_the_header() -> None:
    words = "The title of an opinion that is so long that no header of any page could ever take it whole"
    opinion = stages(f"profile: test\ntitle: {words}\n").value.opinion
    assert opinion is not None
    assert opinion.short_title == "The title of an opinion that is so long that no header of any page…"


def test_a_title_cut_in_a_bracket_leaves_none_open() -> None:
    words = "What associations add to development, and how it is counted, (a fictional example)"
    opinion = stages(f"profile: test\ntitle: {words!r}\n").value.opinion
    assert opinion is not None
    assert opinion.short_title == "What associations add to development, and how it is counted…"
