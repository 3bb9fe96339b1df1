"""A pair of small libraries for each kind of change, with the sentence that tells it and its weight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from two_editions import changed_yaml, with_clause
from workspace import clause, library

AUTHORITIES, FACTS, PROFILE = "clauses/authorities/all.yaml", "clauses/facts.yaml", "styles/profiles/test.yaml"
SOURCE, GLOSSARY = "clauses/sources/covenant.en.md", "clauses/glossary.yaml"
TERM = "- term: {en: dissolution, ru: роспуск}\n"
LIBRARY = library()
CITING = library(clause("It binds [@covenant, art 22(1)].", slug="a"), clause("So [@covenant].", slug="b"))
SEEN = "      verified: {seen: the printed volume, by: a tester, on: 2026-01-02}\n"

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two libraries, and a change between them by its name."""

    name: str
    old: Files
    new: Files
    sentence: str
    weight: str

    def __str__(self) -> str:
        return f"{self.name}: {self.sentence[:60]}"


def text(old: str, new: str, name: str, sentence: str, weight: str = "substance", language: str = "en") -> Pair:
    if language == "en":
        return Pair(name, with_clause(old), with_clause(new), sentence, weight)
    return Pair(name, with_clause(**{language: old}), with_clause(**{language: new}), sentence, weight)


def record(old: str, new: str, name: str, sentence: str, weight: str = "substance", of: Files | None = None) -> Pair:
    """A change in clause.yaml."""
    files = of or with_clause()
    return Pair(name, files, changed_yaml(dict(files), old, new), sentence, weight)


def condition(old: str, new: str, name: str, sentence: str, weight: str = "substance") -> Pair:
    before, after = (with_clause(more=f"when: '{one}'\n" if one else "") for one in (old, new))
    return Pair(name, before, after, sentence, weight)


def data(old: str, new: str, name: str, sentence: str, weight: str = "substance", path: str = AUTHORITIES, of: Files = LIBRARY) -> Pair:
    return Pair(name, of, changed_yaml(dict(of), old, new, path), sentence, weight)


def translated(old: tuple[int, str], new: tuple[int, str], name: str, sentence: str, weight: str = "substance") -> Pair:
    """A change of what is recorded of translations, each side given by its version and those of the translations."""
    before, after = (
        changed_yaml(with_clause(more=f"translations: {{{recorded}}}\n"), "version: 1", f"version: {version}")
        for version, recorded in (old, new)
    )
    return Pair(name, before, after, sentence, weight)


WHOLE = (
    Pair("added", LIBRARY, with_clause("So [@covenant]."), "This clause is new. It cites @covenant.", "substance"),
    Pair("removed", with_clause(), LIBRARY, "This clause is gone.", "substance"),
    Pair(
        "renamed",
        library(clause("The State must give its reasons in full.", slug="old")),
        library(clause("The State must give its reasons in full, and at once.", slug="new", title="On old")),
        "This clause was called “old” and is now called “new”.",
        "form",
    ),
    Pair(
        "renamed",
        library(clause("Words.", slug="old", catalogue="C05")),
        library(clause("Quite others.", slug="new", catalogue="C05")),
        "This clause was called “old” and is now called “new”.",
        "form",
    ),
    Pair("not-compared", LIBRARY, {**LIBRARY, FACTS: "x: {\n"}, "This fact could not be compared: it cannot be read in new.", "substance"),
)
WORDS = (
    text("It is so.", "It was so.", "text-reworded", "English text: 1 word deleted, 1 inserted, in 1 paragraph.", "wording"),
    text(
        '{% if tone == "cooperative" %}\n\nIt is so.\n\n{% else %}\n\nNo.\n\n{% endif %}',
        '{% if tone == "cooperative" %}\n\nIt was so.\n\n{% else %}\n\nNo.\n\n{% endif %}',
        "text-reworded",
        "English text (cooperative): 1 word deleted, 1 inserted, in 1 paragraph.",
        "wording",
    ),
    text(
        '{% if tone == "cooperative" %}A.{% else %}\n\nIt is so.\n\n{% endif %}',
        '{% if tone == "cooperative" %}A.{% else %}\n\nIt was so.\n\n{% endif %}',
        "text-reworded",
        "English text (neutral and adversarial): 1 word deleted, 1 inserted, in 1 paragraph.",
        "wording",
    ),
    text("# The Law\n\nA.", "# The law\n\nA.", "text-reworded", "English text: 1 word deleted, 1 inserted, in 1 paragraph.", "form"),
    text("It is\nso.", "It is so.", "text-respaced", "English text: only spaces and line ends changed.", "form"),
    text(
        "Одно слово.", "Одно новое слово.", "text-reworded", "Russian text: 0 words deleted, 1 inserted, in 1 paragraph.", "wording", "ru"
    ),
    Pair("text-added", with_clause(), with_clause(kk="Солай."), "The Kazakh text is new: 1 word.", "substance"),
    Pair("text-removed", with_clause(ru="Да, так."), with_clause(), "The Russian text is gone: 2 words.", "substance"),
    text("One here. Two here.", "One here. New here now. Two here.", "sentences-added", "English text: 1 sentence added."),
    text("One here. Old there then. Two here.", "One here. Two here.", "sentences-deleted", "English text: 1 sentence deleted."),
    text(
        "First comes this. Then comes that other thing.\n\nThe end is here.",
        "Then comes that other thing.\n\nThe end is here. First comes this.",
        "sentence-moved",
        "English text: a sentence moved: “First comes this.”",
        "wording",
    ),
)
TOGETHER = "One comes here first. Then comes the second one. A third stands here now. And a fourth one follows it."
APART = TOGETHER.replace(" A third", "\n\nA third")
BREAKS = (
    text(
        APART,
        TOGETHER,
        "paragraphs-joined",
        "English text: two paragraphs became one, joined before “A third stands here now.”",
        "form",
    ),
    text(
        TOGETHER,
        APART,
        "paragraph-parted",
        "English text: one paragraph became two, the second from “A third stands here now.”",
        "form",
    ),
)
MEANING = (
    text("It must act at once.", "It should act at once.", "modal-changed", "English text: “must” became “should”, which is weaker."),
    text("It may act at once.", "It must act at once.", "modal-changed", "English text: “may” became “must”, which is stronger."),
    text("It must act at once.", "It shall act at once.", "modal-changed", "English text: “must” became “shall”.", "wording"),
    text("It acts at once.", "It must act at once.", "modal-changed", "English text: “must” is new."),
    text(
        "Государство обязано ответить.",
        "Государство вправе ответить.",
        "modal-changed",
        "Russian text: “обязано” became “вправе”, which is weaker.",
        language="ru",
    ),
    text(
        "Орган жауап беруге міндетті.",
        "Орган жауап беруге құқылы.",
        "modal-changed",
        "Kazakh text: “міндетті” became “құқылы”, which is weaker.",
        language="kk",
    ),
    text(
        "It must act. The court must hear them.\n\nIt must say why.",
        "It should act. The court should hear them.\n\nIt should say why.",
        "modal-changed",
        "English text: “must” became “should” in 3 places, which is weaker.",
    ),
    text("It binds the State.", "It does not bind the State.", "negation-changed", "English text: “not” is new, which may turn the sense."),
    text(
        "Это не обязывает суд.",
        "Это обязывает суд.",
        "negation-changed",
        "Russian text: “не” is gone, which may turn the sense.",
        language="ru",
    ),
    text(
        "Ол соттар үшін міндетті емес.",
        "Ол соттар үшін міндетті.",
        "negation-changed",
        "Kazakh text: “емес” is gone, which may turn the sense.",
        language="kk",
    ),
    text("Within three days of it.", "Within five days of it.", "figure-changed", "English text: “three” became “five”."),
    text("It entered in June.", "It entered in December.", "figure-changed", "English text: “June” became “December”."),
    text("It binds by three articles.", "It binds by article 22(2).", "figure-changed", "English text: “three” became “22(2)”."),
    text(
        "It binds [para](#two-parts).",
        "It binds now.",
        "text-reworded",
        "English text: 1 word deleted, 1 inserted, in 1 paragraph.",
        "wording",
    ),
    text("It entered on 1 July 2026.", "It entered on 1 July 2027.", "figure-changed", "English text: “1 July 2026” became “1 July 2027”."),
    text(
        "It says “everyone has the right to it” [@covenant].",
        "It says “everyone has a right to it” [@covenant].",
        "quotation-changed",
        "English text: a quotation reads otherwise: “everyone has the right to it” became “everyone has a right to it”",
    ),
    text(
        "It says:\n\n> No restrictions may be placed on it.",
        "It says:\n\n> No restriction may be placed on it.",
        "quotation-changed",
        "English text: a quotation reads otherwise: “No restrictions may be placed on it.” became “No restriction may be placed on it.”",
    ),
)
CITATIONS = (
    text("A [@covenant].", "A [@covenant; @report].", "citation-added", "The English text now cites @report."),
    text("A [@report, para 8].", "A.", "citation-dropped", "The English text no longer cites @report, para 8."),
    text(
        "A here [@covenant, art 1].",
        "A here [@report, para 8].",
        "citation-replaced",
        "The English text cites @report, para 8 where it cited @covenant, art 1.",
    ),
    text(
        "A here [@covenant, art 1].\n\nB there [@covenant, art 1].",
        "A here [@report].\n\nB there [@covenant, art 1].",
        "citation-replaced",
        "The English text cites @report where it cited @covenant, art 1.",
    ),
    text(
        "A [@covenant, art 1].",
        "A [@covenant, art 2].",
        "pinpoints-changed",
        "The English text cites @covenant at art 2 instead of art 1.",
    ),
    text(
        "A here [see @covenant, art 1].",
        "A here [but see @covenant, art 1].",
        "signal-changed",
        "The English text introduces @covenant, art 1 by “but see” instead of “see”.",
    ),
    text("A here^[See [@report].]", "A here^[[@report]]", "signal-changed", "The English text no longer introduces @report by “see”."),
    text(
        "Так здесь [см. @report].",
        "Так здесь [ср. @report].",
        "signal-changed",
        "The Russian text introduces @report by “ср.” instead of “см.”.",
        language="ru",
    ),
    text(
        "Солай [@report, 8-тармақ].",
        "Солай [@report, 8-тармақ, қараңыз].",
        "signal-changed",
        "The Kazakh text now introduces @report, para 8 by “қараңыз”.",
        language="kk",
    ),
    text(
        "A @report. B there.",
        "A @report. B there @report.",
        "cited-otherwise",
        "The English text cites @report in 2 places instead of 1.",
    ),
)
CONDITIONS = (
    condition(
        'forum == "courts"',
        'forum == "courts" or measure.type == "fine"',
        "condition-widened",
        'It stood when “forum == "courts"”, and now when “forum == "courts" or measure.type == "fine"”, which is wider: '
        "with measure.type: fine it now stands, and did not.",
    ),
    condition(
        "org.foreign_funding",
        "",
        "condition-widened",
        "It stood when “org.foreign_funding”, and now always stands: with org.foreign_funding: no it now stands, and did not.",
    ),
    condition(
        "",
        "org.foreign_funding",
        "condition-narrowed",
        "It always stood, and now stands when “org.foreign_funding”: with org.foreign_funding: no it no longer stands.",
    ),
    condition(
        "error.days_late > 3",
        "error.days_late > 5",
        "condition-narrowed",
        "It stood when “error.days_late > 3”, and now when “error.days_late > 5”, which is narrower: "
        "with error.days_late: 4 it no longer stands.",
    ),
    condition(
        "org.foreign_funding",
        "not org.foreign_funding",
        "condition-altered",
        "It stood when “org.foreign_funding”, and now when “not org.foreign_funding”. With org.foreign_funding: no it now stands, "
        "and did not; with org.foreign_funding: yes it no longer stands.",
    ),
    condition(
        "error.days_late > 3",
        "error.days_late >= 4",
        "condition-rewritten",
        "Its condition “error.days_late > 3” is now written “error.days_late >= 4”, and decides the same.",
        "form",
    ),
    text(
        "{% if org.foreign_funding %}\n\nThe money is lawful.\n\n{% endif %}",
        "{% if org.foreign_funding or org.activities %}\n\nThe money is lawful.\n\n{% endif %}",
        "condition-widened",
        "English text from “The money is lawful. …”: it stood when “org.foreign_funding”, and now when “org.foreign_funding or "
        "org.activities”, which is wider: with org.activities: [another] it now stands, and did not.",
    ),
    text(
        "It is so, and it is well.",
        "{% if org.name %}It is so, and it is well.{% endif %}",
        "tags-changed",
        "English text: passages stand under new tags: “if org.name”.",
    ),
)
RECORDS = (
    record("status: draft", "status: retired", "status-changed", "Its status was “draft” and is now “retired”."),
    record("version: 1", "version: 2", "version-changed", "Its version was 1 and is now 2.", "form"),
    Pair(
        "version-kept",
        with_clause("It is so.", "translations: {ru: 1}\n"),
        with_clause("It was so.", "translations: {ru: 1}\n"),
        "Its text changed and its version is still 1: these translations will not show as stale: Russian.",
        "wording",
    ),
    translated(
        (1, "ru: 1"),
        (2, "ru: 1"),
        "translation-stale",
        "The Russian translation is of version 1, and the clause is at 2: it became stale.",
    ),
    translated(
        (2, "ru: 1"),
        (2, "ru: 2"),
        "translation-updated",
        "The Russian translation caught up with version 2.",
        "form",
    ),
    translated(
        (1, "ru: 1"),
        (1, ""),
        "translation-unrecorded",
        "The Russian translation is no longer recorded; it was of version 1.",
        "form",
    ),
    record(
        "kind:",
        "audiences: [court]\nkind:",
        "audience-narrowed",
        "It may no longer address the audiences “ministry”, “parliament” and “un-body”.",
    ),
    record(
        "[court]",
        "[court, ministry]",
        "audience-widened",
        "It may now address the audience “ministry” as well.",
        of=with_clause(more="audiences: [court]\n"),
    ),
    record("kind:", "requires: [b]\nkind:", "requires-added", "It now requires the clause “b”."),
    record("[b, c]", "[]", "requires-dropped", "It no longer requires the clauses “b” and “c”.", of=with_clause(more="requires: [b, c]\n")),
    record("kind:", "conflicts: [b]\nkind:", "conflicts-added", "It now excludes the clause “b”."),
    record("[b]", "[]", "conflicts-dropped", "It no longer excludes the clause “b”.", of=with_clause(more="conflicts: [b]\n")),
    text("It is so.", "{{ org.name }} is so.", "facts-needed", "It now uses the fact “org.name”, which it did not need."),
    text("{{ org.name }} is so.", "It is so.", "facts-unneeded", "It no longer uses the fact “org.name”."),
    record("{en: On a}", "{en: Of a}", "field-changed", "Title (English) was “On a” and is now “Of a”.", "wording"),
    record("{en: On a}", "{en: ON A}", "field-changed", "Title (English) was “On a” and is now “ON A”.", "form"),
    record("kind:", "catalogue: C05\nkind:", "field-changed", "Its catalogue number is now given: “C05”.", "form"),
)
LIBRARIES = (
    data(
        "title: Covenant on Testing",
        "title: Covenant of Tests",
        "authority-changed",
        "Its data changed; the clauses “a” and “b” cite it.",
        of=CITING,
    ),
    data(
        "- id: covenant",
        "- id: pact",
        "still-cited",
        "The clauses “a” and “b” still cite it.",
        of=CITING,
    ),
    data(
        "status: soft-law",
        "status: binding",
        "field-changed",
        "Its status was “soft law, not binding on Kazakhstan” and is now “binding on Kazakhstan”.",
    ),
    data("confirmed: false", "confirmed: true", "identity-changed", "Its identity was confirmed."),
    data(
        "confirmed: true",
        "confirmed: true\n    recalled: {as: withdrawn, reason: A mistake., on: 2026-01-02}",
        "recall-changed",
        "It was withdrawn on 2026-01-02: A mistake.",
    ),
    data("{loc: art 19,", "{loc: art 18,", "pinpoint-listed", "It now lists art 18: “everyone may speak”."),
    data("{loc: art 19,", "{loc: art 18,", "pinpoint-unlisted", "It no longer lists art 19: “everyone may speak”."),
    data(
        "says: restrictions must be necessary\n",
        "says: restrictions must be necessary\n      verified: {seen: the print, by: a tester, on: 2026-01-03}\n",
        "verification-recorded",
        "art 22(2) was verified: the print, by a tester, on 2026-01-03.",
    ),
    data(
        "the printed volume", "a copy", "verification-changed", "The verification of art 22(1) changed: a copy, by a tester, on 2026-01-02."
    ),
    data(SEEN, "", "verification-withdrawn", "The verification of art 22(1) was withdrawn."),
    data(
        "Quoted. A quotation.",
        "Quoted. Another quotation.",
        "source-text-changed",
        "English text of art 22(1): 1 word deleted, 1 inserted, in 1 paragraph.",
        path=SOURCE,
    ),
    data("## art 22(1)", "## art 22(2)", "source-text-added", "The English text of art 22(2) is new: 3 words.", path=SOURCE),
    data("## art 22(1)", "## art 22(2)", "source-text-removed", "The English text of art 22(1) is gone: 3 words.", path=SOURCE),
    data(
        "warning: {en: a warning}",
        "other: {en: other}",
        "names-changed",
        "Its choices: “other” added, “warning” dropped.",
        path=FACTS,
    ),
    data(
        "[treaty-obligation, soft-law]",
        "[soft-law, treaty-obligation]",
        "names-changed",
        "The kinds of clauses in its part “law”: in another order.",
        "form",
        PROFILE,
    ),
    data(
        "роспуск",
        "прекращение",
        "term-changed",
        "Its Russian word was “роспуск” and is now “прекращение”.",
        "wording",
        GLOSSARY,
        {**LIBRARY, GLOSSARY: TERM},
    ),
)
PAIRS = (*WHOLE, *WORDS, *BREAKS, *MEANING, *CITATIONS, *CONDITIONS, *RECORDS, *LIBRARIES)
