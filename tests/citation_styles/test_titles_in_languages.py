"""An authority in the document's language: its title, the names of bodies, and the note where there is no title."""

from __future__ import annotations

from pathlib import Path

from briefkit.build import run_stages
from briefkit.cite import cite, forms
from briefkit.cite.languages import named, namings
from briefkit.diagnostics import Diagnostic, Severity
from briefkit.model.libraries import Authority
from briefkit.shelf import read_inputs
from briefkit.source import Source
from briefkit.tree import Cite, Manuscript, Note, Paragraph, Text
from tests.workspace import write

from .desk import authorities, authority, mention, notes, notes_of, read, ref, shipped, style, texts

TREATY = {"id": "t", "type": "treaty", "title": "Treaty of Nowhere", "title-short": "TN", "issued": "1999-01-02", "language": "en"}


def _problems(*written: str, language: str = "ru") -> list[Diagnostic]:
    brackets = tuple(Paragraph((Note((Cite((ref(one),)),)),)) for one in written)
    manuscript = Manuscript((Text("Opinion"),), brackets, language, "legal-opinion")
    return list(cite(manuscript, authorities(), (), style("ru-notes"), texts()).diagnostics)


def test_a_document_prints_the_title_in_its_language() -> None:
    assert notes("ru-notes", "iccpr, art 22")[0].startswith("Международный пакт о гражданских и политических правах от ")
    assert notes("kk-notes", "iccpr, art 22")[0].startswith("Азаматтық және саяси құқықтар туралы халықаралық пакт, ")
    assert notes("ru-notes", "iccpr", language="en")[0].startswith("International Covenant on Civil and Political Rights ")
    assert mention("international-law", "iccpr, art 22", "ru") == "Международный пакт о гражданских и политических правах, ст. 22"


def test_the_english_short_title_goes_with_the_english_title() -> None:
    one = Authority("t", {**TREATY, "shortTitle": "TN"}, "binding", True, titles=(("ru", "Договор"),))
    assert named(one, "ru").csl == {"id": "t", "type": "treaty", "title": "Договор", "issued": "1999-01-02", "language": "ru"}
    assert named(one, "kk") is one
    assert named(one, "en") is one


def test_symbols_stay_in_every_language() -> None:
    for name in ("ru-notes", "kk-notes", "international-law"):
        for language in ("en", "ru", "kk"):
            assert "CCPR/C/KAZ/CO/1" in notes(name, "hrctte-kaz-co-1", language=language)[0]


def test_a_title_that_is_missing_is_noted_once() -> None:
    found = _problems("gc-31, para 6", "iccpr, art 22", "gc-31, para 8")
    assert [(one.code, one.severity, one.message) for one in found] == [
        ("title-untranslated", Severity.NOTE, "“gc-31” has no title in “ru”: it is cited by its English one.")
    ]
    assert found[0].span == authority("gc-31").span
    assert "custom: titles: ru" in found[0].hint


def test_nothing_is_noted_in_english_nor_of_what_is_not_cited() -> None:
    assert _problems("gc-31", "vclt", language="en") == []
    assert _problems("iccpr") == []


def test_literature_is_cited_in_its_own_language() -> None:
    assert _problems("book", "article", "chapter", "page", "book-in-russian") == []


def test_an_authority_of_unknown_language_or_of_the_documents_is_not_noted() -> None:
    for language in ("", "ru-RU", "ru"):
        item = {**TREATY, "language": language} if language else {key: value for key, value in TREATY.items() if key != "language"}
        manuscript = Manuscript((Text("O"),), (Paragraph((Note((Cite((ref("t"),)),)),)),), "ru", "memo")
        assert cite(manuscript, [Authority("t", item, "binding", True)], (), style("ru-notes"), texts()).diagnostics == ()


def test_bodies_are_named_by_language_and_by_style() -> None:
    assert notes("un-editorial", "sr-23-39; hrc-res-22-6, para 9")[0].endswith("Human Rights Council resolution 22/6, para. 9.")
    assert notes("international-law", "hrc-res-22-6")[0].startswith("UNHRC Res 22/6")
    assert notes("ru-notes", "hrc-res-22-6")[0].startswith("Совет по правам человека. Резолюция 22/6")
    assert notes("international-law", "hrc-res-22-6", language="ru")[0].startswith("Совет по правам человека Res 22/6")


def test_names_are_replaced_as_whole_words_and_only_where_bodies_stand() -> None:
    written = "names: {HRC: Council, HRC Res: Council resolution}\ncases: {v: v.}\ntitles: {'No': No.}\n"
    path = "styles/locales/names-x.yaml"
    (naming,) = namings({path: Source(path, written)}, "en", Source("styles/x.csl", "")).value
    case = {"type": "legal_case", "title": "A v B (No 3) and v. C", "authority": "HRC Res of HRC, UNHRC, HRC.", "note": "HRC", "number": 3}
    assert naming.of(case) == {**case, "title": "A v. B (No. 3) and v. C", "authority": "Council resolution of Council, UNHRC, HRC."}
    report = {"type": "report", "title": "On v and No one", "author": [{"literal": "HRC"}, {"family": "HRC"}]}
    assert naming.of(report) == {**report, "author": [{"literal": "Council"}, {"family": "HRC"}]}


def test_a_table_with_mistakes_is_reported_and_the_rest_of_it_holds() -> None:
    table = Source("styles/locales/names-ru.yaml", "names:\n  ECtHR: ЕСПЧ\nnmaes: {}\n")
    shown = forms(authority("tebieti"), None, style("ru-notes"), "ru", {"styles/locales/names-ru.yaml": table})
    assert shown.value[0][1] != ()
    (problem,) = namings({"styles/locales/names-ru.yaml": table}, "ru", style("ru-notes")).diagnostics
    assert (problem.code, problem.span and problem.span.line) == ("unknown-key", 3)
    assert read(shown.value[0][1]).startswith("ЕСПЧ. Tebieti")


def test_a_workspace_names_bodies_in_its_own_way(folder: Path) -> None:
    table = "names:\n  ECtHR: ЕСПЧ\n"
    case = "profile: memo\nlanguage: ru\ntitle: Т\nclauses: none\nsections: {text: body.md}\n"
    profile = shipped()["styles/profiles/memo.yaml"].text.replace("languages: [en]", "languages: [en, ru]")
    write(folder, {"styles/locales/names-ru.yaml": table, "styles/profiles/memo.yaml": profile})
    write(folder, {"case.yaml": case, "body.md": "Так решил суд, хотя это не обязательно [@tebieti, п. 82].\n"})
    inputs = read_inputs(folder / "case.yaml", {"style": "ru-notes"})
    assert not isinstance(inputs, tuple)
    stages = run_stages(inputs)
    opinion = stages.value.opinion
    assert opinion is not None
    assert [read(note.children).split(". ")[0] for note in notes_of(opinion)] == ["ЕСПЧ"]
    assert {one.code for one in stages.diagnostics} <= {"title-untranslated", "unverified-pinpoint", "unverified-authority"}


def test_a_locale_is_read_from_its_folder_and_from_no_other(folder: Path) -> None:
    write(folder, {"styles/locales/locales-kk-KZ.xml": "<locale/>", "styles/other.xml": "<x/>", "clauses/locales/locales-kk.xml": "<x/>"})
    write(folder, {"case.yaml": "profile: memo\ntitle: T\nclauses: none\nsections: {text: body.md}\n", "body.md": "A.\n"})
    inputs = read_inputs(folder / "case.yaml", {})
    assert not isinstance(inputs, tuple)
    assert [path for path in inputs.layers[-1] if path.endswith(".xml")] == ["styles/locales/locales-kk-KZ.xml"]
