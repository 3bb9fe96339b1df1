"""The traps of the law and of its citation: what each rule points at, and what it leaves in peace."""

from __future__ import annotations

import pytest
from workspace import CASE, ROOT, library, sources, stages

from briefkit.diagnostics import Diagnostic, Severity
from briefkit.lint import RULES, lint
from briefkit.lint.sentences import sentences
from briefkit.model.libraries import StatusWords
from briefkit.tree import Manuscript, Paragraph, Text

OWN = CASE + "clauses: none\nsections: {law: law.md}\n"
STATUS = (ROOT / "clauses" / "rules" / "status.yaml").read_text(encoding="utf-8")
TRAPS = ("body-confused", "symbol-year", "wrong-pinpoint-kind", "no-such-article", "cited-as-binding")


def item(name: str, kind: str, status: str, lines: str, custom: str = "") -> str:
    more = "".join(f"  {line}\n" for line in lines.split("\n"))
    return f"- id: {name}\n  type: {kind}\n{more}  custom:\n    status: {status}\n    confirmed: true\n" + (
        f"    {custom}\n" if custom else ""
    )


COVENANT = item("covenant", "treaty", "binding", "title: Covenant on Testing\ntitle-short: CT", "articles: 53")
COMMENT = item(
    "comment",
    "report",
    "interpretation",
    "title: General Comment No 31\nauthority: UN Human Rights Committee\nnumber: CCPR/C/21/Rev.1/Add.13",
)
REPORT = item("report", "report", "soft-law", "title: Report on Testing\nauthority: UNHRC\nnumber: A/HRC/23/39")
KORNEENKO = item(
    "korneenko",
    "legal_case",
    "finding-other",
    "title: Korneenko et al v Belarus\ntitle-short: Korneenko <i>(2006)</i>\nissued: 2006-10-31\narchive_location: CCPR/C/88/D/1274/2004",
)
TEBIETI = item(
    "tebieti", "legal_case", "comparative", "title: Tebieti v Azerbaijan\ntitle-short: Tebieti\nauthority: ECtHR\nissued: 2009-10-08"
)
LAW = item("law", "legislation", "domestic", "title: Law on Testing\nissued: 2001-01-16")
ALL = COVENANT + COMMENT + REPORT + KORNEENKO + TEBIETI + LAW


def found(words: str, authorities: str = ALL, final: bool = False, language: str = "en", **files: str) -> list[Diagnostic]:
    """What the rules say of a text."""
    layer = {**library(authorities=authorities), "clauses/rules/status.yaml": STATUS}
    layer["styles/profiles/test.yaml"] = layer["styles/profiles/test.yaml"].replace("[en]", "[en, ru, kk]")
    case = OWN + f"language: {language}\n" + ("refs: refs.json\n" if files else "")
    run = stages(case, layer, {"law.md": words, **{name.replace("_", "."): text for name, text in files.items()}}, final)
    return [one for one in run.diagnostics if one.code in TRAPS]


def seen(words: str, authorities: str = ALL, language: str = "en", **files: str) -> list[tuple[str, str]]:
    return [(one.code, one.span.text if one.span else "") for one in found(words, authorities, language=language, **files)]


class TestBodies:
    @pytest.mark.parametrize(
        ("authorities", "name", "says"),
        [
            (COMMENT.replace("UN Human Rights Committee", "UNHRC"), "comment", "the Human Rights Council (“UNHRC”)"),
            (COMMENT.replace("UN Human Rights Committee", "UNHCR"), "comment", "the High Commissioner for Refugees (“UNHCR”)"),
            (COMMENT.replace("UN Human Rights Committee", "Совет по правам человека"), "comment", "the Human Rights Council"),
            (REPORT.replace("UNHRC", "UN Human Rights Committee"), "report", "the Human Rights Committee"),
            (REPORT.replace("UNHRC", "HRCttee"), "report", "the Human Rights Committee (“HRCttee”)"),
            (COMMENT.replace("  title: G", "  title-short: HRC GC 31\n  title: G"), "comment", "names the Human Rights Council (“HRC”)"),
        ],
    )
    @pytest.mark.parametrize(("final", "severity"), [(False, Severity.WARNING), (True, Severity.ERROR)])
    def test_in_the_data(self, authorities: str, name: str, says: str, final: bool, severity: Severity) -> None:
        [problem] = found("Words.", authorities, final)
        assert (problem.code, problem.span and problem.span.text, problem.severity) == ("body-confused", name, severity)
        assert says in problem.message

    @pytest.mark.parametrize(
        "authorities",
        [
            ALL,
            REPORT.replace("A/HRC/23/39", "E/C.12/66/5-CCPR/C/127/4").replace("UNHRC", "UN Human Rights Committee"),
            REPORT.replace("UNHRC", "Human Rights Council Advisory Committee"),
            REPORT.replace("UNHRC", "UNGA"),
            COMMENT.replace("title: G", "title: HRCttee, G"),
        ],
    )
    def test_nothing_in_good_data(self, authorities: str) -> None:
        assert seen("Words.", authorities) == []

    @pytest.mark.parametrize(
        ("words", "under"),
        [
            ("The Human Rights Council said so [@comment, para 8].", "@comment, para 8"),
            ("It was the UNHCR that said so [@report, para 1; @comment, para 8].", "@comment, para 8"),
            ("As the UNHRC put it in @comment, it is so.", "@comment"),
            ("So it is.^[The Human Rights Council in [@comment].]", "@comment"),
            ("It is so [Human Rights Council, @comment].", "Human Rights Council, @comment"),
        ],
    )
    def test_in_the_text(self, words: str, under: str) -> None:
        assert seen(words) == [("body-confused", under)]

    def test_in_the_text_in_russian(self) -> None:
        assert seen("Совет по правам человека указал на это [@comment].", language="ru") == [("body-confused", "@comment")]

    @pytest.mark.parametrize(
        "words",
        [
            "The Human Rights Committee said so [@comment, para 8].",
            "The Human Rights Council said so [@report, para 8].",
            "The Human Rights Council said so [@report, para 8], and so did others [@comment].",
            "The Human Rights Council followed the Committee [@comment].",
            "The Human Rights Council said so. Others agree [@comment].",
            "The Human Rights Council, which is made up of the representatives of States, has taken another view than this [@comment].",
            "Others agree [@comment], the Human Rights Council among them.",
        ],
    )
    def test_not_in_the_text(self, words: str) -> None:
        assert seen(words) == []


class TestYears:
    @pytest.mark.parametrize("symbol", ["archive_location", "number"])
    def test_in_the_data(self, symbol: str) -> None:
        wrong = KORNEENKO.replace("2006-10-31", "2004-10-31").replace("archive_location", symbol)
        [problem] = found("Words.", wrong)
        assert (problem.code, problem.span and problem.span.text) == ("symbol-year", "korneenko")
        assert problem.hint == "give the date on which the decision was adopted"

    @pytest.mark.parametrize(
        "words",
        [
            "In @korneenko (2004) it was so [@korneenko].",
            "In Korneenko (2004) it was so [@korneenko].",
            "In *Korneenko et al v Belarus* (2004) it was so [@korneenko].",
            "It was so.^[Korneenko (2004), [@korneenko].]",
        ],
    )
    def test_in_the_text(self, words: str) -> None:
        [problem] = found(words)
        assert (problem.code, problem.span and problem.span.text, problem.hint) == ("symbol-year", "(2004)", "write (2006)")

    @pytest.mark.parametrize(
        "words", ["Korneenko (2006) says so [@korneenko].", "The Law (2004) says so [@korneenko].", "Communication 1274/2004 [@korneenko]."]
    )
    def test_not_in_the_text(self, words: str) -> None:
        assert seen(words) == []

    def test_not_where_another_case_of_the_name_was_decided_then(self) -> None:
        other = KORNEENKO.replace("korneenko", "other").replace("2006-10-31", "2004-03-01").replace("1274/2004", "999/2001")
        assert seen("Korneenko (2004) [@korneenko; @other].", KORNEENKO + other) == []


class TestPinpoints:
    @pytest.mark.parametrize(
        ("words", "under", "hint"),
        [
            ("A [@covenant, para 5].", "@covenant, para 5", "a treaty is cited by art 22(1)"),
            ("A [@covenant, 22].", "@covenant, 22", "a treaty is cited by art 22(1)"),
            ("A [@korneenko, art 7].", "@korneenko, art 7", "a decision is cited by para 7.2"),
            ("A [@report, art 7].", "@report, art 7", "a report or a comment is cited by para 8"),
            ("In @korneenko [art 7] it is so.", "@korneenko [art 7", "a decision is cited by para 7.2"),
        ],
    )
    def test_of_a_kind_that_the_source_does_not_have(self, words: str, under: str, hint: str) -> None:
        [problem] = found(words)
        assert (problem.code, problem.span and problem.span.text, problem.hint) == ("wrong-pinpoint-kind", under, hint)

    def test_in_the_data(self) -> None:
        listed = COVENANT + "    pinpoints:\n    - {loc: para 5, says: x}\n    - {loc: art 54, says: y}\n"
        assert seen("Words.", listed) == [
            ("wrong-pinpoint-kind", "{loc: para 5, says: x}"),
            ("no-such-article", "{loc: art 54, says: y}"),
        ]

    @pytest.mark.parametrize(
        "words",
        ["[@covenant, part II]", "[@covenant, annex 1]", "[@korneenko, paras 7.2-7.4]", "[@report, p 5]", "[@law, para 3; @law, art 2]"],
    )
    def test_of_a_kind_that_it_has(self, words: str) -> None:
        assert seen(f"A {words}.") == []

    @pytest.mark.parametrize(
        ("pin", "loc"),
        [
            ("art 54", "art 54"),
            ("art 99(2)(b)", "art 99(2)(b)"),
            ("arts 2 and 54", "art 54"),
            ("arts 50-60", "art 50-60"),
            ("art 0", "art 0"),
        ],
    )
    def test_an_article_that_the_treaty_does_not_have(self, pin: str, loc: str) -> None:
        [problem] = found(f"A [@covenant, {pin}].")
        assert (problem.code, problem.span and problem.span.text) == ("no-such-article", f"@covenant, {pin}")
        assert (problem.message, problem.severity) == (f"covenant has 53 articles: there is no {loc}.", Severity.ERROR)

    @pytest.mark.parametrize("words", ["[@covenant, art 53]", "[@covenant, arts 1-53]", "[@covenant, art 22(99)]", "[@law, art 460-1]"])
    def test_an_article_that_it_has_or_that_nobody_counted(self, words: str) -> None:
        assert seen(f"A {words}.") == []


class TestBinding:
    @pytest.mark.parametrize(
        ("words", "under"),
        [
            ("That judgment is binding on Kazakhstan [@tebieti, para 5].", "@tebieti, para 5"),
            ("In @tebieti, which binds Kazakhstan, it is so.", "@tebieti"),
            ("Kazakhstan is bound by @tebieti.", "@tebieti"),
            ("Under the Covenant [@covenant] it is so. As for the Court, what it says obliges Kazakhstan [@tebieti].", "@tebieti"),
            ("The report is binding on Kazakhstan [@report].", "@report"),
            ("The Covenant binds Kazakhstan [@covenant], and the judgment binds Kazakhstan [@tebieti].", "@tebieti"),
            ("So it is.^[It is binding on Kazakhstan: [@tebieti].]", "@tebieti"),
            ("| It binds Kazakhstan [@tebieti] |\n|---|", "@tebieti"),
        ],
    )
    def test_what_does_not_bind_cited_as_binding(self, words: str, under: str) -> None:
        assert seen(words) == [("cited-as-binding", under)]

    def test_it_says_what_the_source_is(self) -> None:
        [problem] = found("That judgment is binding on Kazakhstan [@tebieti].")
        assert problem.message == "“binding on Kazakhstan” stands beside tebieti, which is comparative only, not binding on Kazakhstan."
        assert (problem.hint, problem.severity) == ("say what it is, or cite what binds", Severity.ERROR)

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("ru", "Это решение обязательно для Казахстана [@tebieti]."),
            ("ru", "Это решение имеет обязательную силу для Казахстана [@tebieti]."),
            ("ru", "Решение имеет для Казахстана обязательную силу [@tebieti]."),
            ("ru", "Как обязательный для Казахстана, этот вывод применяется [@tebieti]."),
            ("ru", "Решение связывает Казахстан [@tebieti]."),
            ("ru", "Республика Казахстан обязана исполнить решение [@tebieti]."),
            ("kk", "Бұл шешім Қазақстан үшін міндетті [@tebieti]."),
        ],
    )
    def test_in_other_languages(self, language: str, words: str) -> None:
        assert seen(words, language=language) == [("cited-as-binding", "@tebieti")]

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("en", "The Covenant is binding on Kazakhstan [@covenant]."),
            ("en", "The law is binding on Kazakhstan [@law]."),
            ("en", "The judgment is comparative only and not binding on Kazakhstan [@tebieti]."),
            ("en", "The judgment is not formally or legally binding on Kazakhstan [@tebieti]."),
            ("en", "Whether it is binding on Kazakhstan is another matter [@tebieti]."),
            ("en", "The Covenant is binding on Kazakhstan. The Court agrees [@tebieti]."),
            ("en", "The @covenant binds Kazakhstan, and the Court has read a like text so [@tebieti]."),
            ("en", "The Covenant binds Kazakhstan [@covenant], and the Court has read a like text so [@tebieti]."),
            ("en", "The Covenant binds Kazakhstan [@covenant; compare @tebieti]."),
            ("en", "It binds Kazakhstan."),
            ("ru", "Решение не обязательно для Казахстана [@tebieti]."),
            ("ru", "Решение не имеет обязательной силы для Казахстана [@tebieti]."),
            ("ru", "Имеет ли решение обязательную силу для Казахстана, здесь не важно [@tebieti]."),
            ("ru", "Решение было бы обязательно для Казахстана в ином случае [@tebieti]."),
            ("ru", "Пакт обязателен для Республики Казахстан [@covenant]."),
            ("kk", "Бұл шешім Қазақстан үшін міндетті емес [@tebieti]."),
        ],
    )
    def test_what_is_left_in_peace(self, language: str, words: str) -> None:
        assert seen(words, language=language) == []

    def test_the_cases_own_treaty_may_bind_and_its_own_judgment_does_not(self) -> None:
        refs = '[{"id": "t", "type": "treaty", "title": "T"}, {"id": "j", "type": "legal_case", "title": "J"}]'
        assert seen("It binds Kazakhstan [@t].\n\nIt binds Kazakhstan [@j].", refs_json=refs) == [("cited-as-binding", "@j")]

    def test_without_words_there_is_nothing_to_find(self) -> None:
        layer = library(authorities=ALL)
        assert stages(OWN, layer, {"law.md": "It binds Kazakhstan [@tebieti]."}).diagnostics == ()

    def test_a_later_layer_has_words_of_its_own(self) -> None:
        layer = {**library(authorities=ALL), "clauses/rules/status.yaml": "binding: {en: [must be obeyed]}\n"}
        run = stages(OWN, layer, {"law.md": "It must be obeyed [@tebieti]. It binds Kazakhstan [@tebieti]."})
        assert [one.code for one in run.diagnostics] == ["cited-as-binding"]

    def test_a_file_of_words_that_is_not_well_formed(self) -> None:
        layer = {**library(authorities=ALL), "clauses/rules/status.yaml": "binding: {eng: [x]}\n"}
        run = stages(OWN, layer, {"law.md": "A."})
        assert [(one.code, one.span and one.span.text) for one in run.diagnostics] == [("unknown-language", "eng")]


def test_every_rule_says_what_it_finds() -> None:
    assert len({rule for rule, _ in RULES}) == len(RULES) and all(len(about) > 10 for _, about in RULES)


def test_sentences_end_where_a_reader_ends_them() -> None:
    line = "One ends here. “Two” begins; App. no. 5, X v. Belarus, is in it! Three: art. 22 – so?"
    document = Manuscript((), (Paragraph((Text(line),)),), "en", "memo")
    assert [one.text for one in sentences(document)] == [
        "One ends here.",
        "“Two” begins; App. no. 5, X v. Belarus, is in it!",
        "Three: art. 22 – so?",
    ]


def test_nothing_is_wrong_with_the_shipped_authorities() -> None:
    from briefkit.libraries import read_library

    files = (ROOT / "clauses").rglob("*.yaml")
    layer = sources({file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files})
    shipped = read_library((layer,)).value
    assert shipped.status_words.binding("ru")
    assert lint(Manuscript((), (), "en", "memo"), shipped.authorities, StatusWords()) == ()
    counted = {one.id: one.articles for one in shipped.authorities if one.articles}
    assert counted == {"iccpr": 53, "icescr": 31, "op1-iccpr": 14, "udhr": 30, "vclt": 85, "echr": 59}
