"""briefkit review: how texts stand, signing, what changed since, requests to counsel and what comes back."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import Run
from docx.document import Document
from requested import LAYER, answered, comment, decide, library, paragraph, requested, retype, track, with_part
from reviewed import RUSSIAN_FILE, review, what
from workspace import ROOT, write

TEXT_FILE = "clauses/arguments/a/en.md"
REVIEWS = "clauses/reviews.yaml"
NOTES = "clauses/reviews/notes/back.yaml"
COUNSEL = ("--lang", "en", "--by", "counsel of the CSO")
HASH = what(library()).hash
COPY = f"clauses/reviews/a.en.{HASH[:12]}.json"
TODAY = date.today().isoformat()


@pytest.fixture
def place(alone: Path) -> Path:
    write(alone, LAYER)
    return alone


def changed(place: Path, old: str, new: str, path: str = TEXT_FILE) -> None:
    file = place / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def tree(place: Path) -> dict[str, bytes]:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


class TestStatus:
    def test_of_each_clause_and_language(self, place: Path, briefkit: Run) -> None:
        entries = review(HASH, by="local counsel", on="2026-11-01") + review("0" * 64, by="editor", on="2026-11-02")
        write(place, {REVIEWS: entries + review(what(library(), "ru").hash, on="2020-01-01", language="ru")})
        done = briefkit("review", "status", "--older-than", "100000")
        assert done.exit_code == 0
        assert done.stdout.splitlines() == [
            "a\ten\tchanged since review\teditor\t2026-11-02\t\t",
            "a\ten\treviewed\tlocal counsel\t2026-11-01\t\t",
            "a\tru\treviewed\tlocal counsel\t2020-01-01\t\t",
            "b\ten\tdraft\t\t\t\t",
        ]
        assert (
            "warning[review-broken]: What editor signed of “a” in “en” is not kept as it was: clauses/reviews/a.en.000000000000.json."
            in done.stderr
        )

    def test_it_is_overdue_after_a_year_or_after_the_days_that_are_given(self, place: Path, briefkit: Run) -> None:
        write(place, {REVIEWS: review(HASH, on=(date.today() - timedelta(days=366)).isoformat())})
        assert "\toverdue\t" in briefkit("review", "status", "a").stdout
        assert "\treviewed\t" in briefkit("review", "status", "a", "--older-than", "366").stdout
        assert briefkit("review", "status", "--older-than", "0").exit_code == 2

    def test_of_one_clause_and_of_one_language(self, place: Path, briefkit: Run) -> None:
        assert briefkit("review", "status", "b").stdout == "b\ten\tdraft\t\t\t\t\n"
        assert briefkit("review", "status", "--lang", "ru").stdout == "a\tru\tdraft\t\t\t\t\n"

    def test_what_changed_is_named(self, place: Path, briefkit: Run) -> None:
        briefkit("review", "sign", "a", *COUNSEL)
        changed(place, "First", "Second")
        changed(place, "page: '171'", "page: '172'", "clauses/authorities/all.yaml")
        shown = briefkit("review", "status", "a", "--lang", "en").stdout
        assert shown == f"a\ten\tchanged since review\tcounsel of the CSO\t{TODAY}\ttext, authority covenant\t\n"

    def test_as_json(self, place: Path, briefkit: Run) -> None:
        briefkit("review", "sign", "a", *COUNSEL)
        changed(place, "First", "Second")
        found = json.loads(briefkit("review", "status", "a", "--format", "json").stdout)
        made = {"by": "counsel of the CSO", "on": TODAY, "version": 1, "seen": HASH, "state": "changed"}
        parts = {"parts": ["text"], "authorities": [], "sources": []}
        assert found == [
            {"clause": "a", "language": "en", "version": 1, "state": "changed", "notes": 0, "reviews": [{**made, "changed": parts}]},
            {"clause": "a", "language": "ru", "version": 1, "state": "draft", "notes": 0, "reviews": []},
        ]

    @pytest.mark.parametrize(("words", "code"), [(["aa"], "unknown-clause"), (["--lang", "de"], "unknown-language")])
    def test_what_there_is_not(self, place: Path, briefkit: Run, words: list[str], code: str) -> None:
        done = briefkit("review", "status", *words)
        assert (done.exit_code, done.stdout) == (1, "")
        assert f"error[{code}]" in done.stderr

    def test_no_clause_that_ships_is_signed(self, briefkit: Run, folder: Path) -> None:
        states = {one["state"] for one in json.loads(briefkit("review", "status", "--format", "json").stdout)}
        assert states == {"draft"}


class TestSign:
    def test_who_when_and_what_was_seen(self, place: Path, briefkit: Run) -> None:
        done = briefkit("review", "sign", "a", *COUNSEL, "--on", "2026-11-03")
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout == (f"Signed: a · en · {HASH[:12]}, by counsel of the CSO, on 2026-11-03.\nWhat was signed is kept in {COPY}.\n")
        assert (place / REVIEWS).read_text(encoding="utf-8") == review(HASH, by="counsel of the CSO", on="2026-11-03").replace(
            " a,", ' "a",'
        )
        assert hashlib.sha256((place / COPY).read_bytes()).hexdigest() == HASH
        assert "\treviewed\t" in briefkit("review", "status", "a").stdout
        assert "clause-draft" in briefkit("check", "--library", "-v", "--lang", "ru").stderr
        assert briefkit("check", "--library", "-v", "--lang", "en").stderr.count("clause-draft") == 1  # “b”

    @pytest.mark.parametrize(
        "before",
        [
            "",
            "# who reviewed what\n",
            review("0" * 64, language="ru"),
            review("0" * 64, language="ru").rstrip("\n"),
            "  " + review("0" * 64, language="ru") + "# the end\n",
            review("0" * 64, language="ru").replace("\n", "\r\n"),
        ],
    )
    def test_what_is_there_stays_as_it_is(self, place: Path, briefkit: Run, before: str) -> None:
        write(place, {REVIEWS: before})
        done = briefkit("review", "sign", "a", *COUNSEL)
        assert done.exit_code == 0, done.stderr
        after = (place / REVIEWS).read_bytes().decode()
        assert after.startswith(before)
        assert after.count("\r\n") in (0, after.count("\n"))
        assert "\treviewed\t" in briefkit("review", "status", "a", "--lang", "en").stdout

    @pytest.mark.parametrize("before", ["[]\n", "a: b\n", "- [\n", "x\n"])
    def test_a_file_of_reviews_to_which_nothing_can_be_added(self, place: Path, briefkit: Run, before: str) -> None:
        write(place, {REVIEWS: before})
        was = tree(place)
        assert briefkit("review", "sign", "a", *COUNSEL).exit_code == 1
        assert tree(place) == was

    def test_the_same_review_twice_changes_nothing(self, place: Path, briefkit: Run) -> None:
        briefkit("review", "sign", "a", *COUNSEL)
        was = tree(place)
        again = briefkit("review", "sign", "a", *COUNSEL)
        assert (again.exit_code, again.stdout) == (0, f"Signed already: a · en · {HASH[:12]}, by counsel of the CSO, on {TODAY}.\n")
        assert tree(place) == was

    def test_it_is_refused_while_checks_fail_and_says_which(self, place: Path, briefkit: Run) -> None:
        was = tree(place)
        done = briefkit("review", "sign", "b", *COUNSEL)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "error[unverified-authority]: The identity of report (title, symbol, dates) was not checked.\n" in done.stderr
        assert 'record it: briefkit authorities verify report "paras 7.6-7.7"' in done.stderr
        assert done.stderr.endswith("Nothing was signed: 2 errors.\n")
        assert tree(place) == was

    def test_a_stale_translation_is_not_signed_but_its_original_is(self, place: Path, briefkit: Run) -> None:
        changed(place, "version: 1", "version: 2", "clauses/arguments/a/clause.yaml")
        assert "error[translation-stale]" in briefkit("review", "sign", "a", "--lang", "ru", "--by", "x").stderr
        assert not (place / REVIEWS).exists()
        assert briefkit("review", "sign", "a", *COUNSEL).exit_code == 0

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (("aa", *COUNSEL), "unknown-clause"),
            (("a", "--lang", "de", "--by", "x"), "unknown-language"),
            (("a", "--lang", "kk", "--by", "x"), "missing-text"),
            (("a", *COUNSEL, "--on", "1 May"), "bad-date"),
            (("a", *COUNSEL, "--on", "2199-01-01"), "bad-date"),
            (("a", *COUNSEL, "--seen", "0" * 12), "review-changed"),
        ],
    )
    def test_what_cannot_be_signed(self, place: Path, briefkit: Run, words: tuple[str, ...], code: str) -> None:
        was = tree(place)
        done = briefkit("review", "sign", *words)
        assert (done.exit_code, done.stdout) == (1, "")
        assert f"error[{code}]" in done.stderr
        assert tree(place) == was

    def test_only_the_text_that_was_read(self, place: Path, briefkit: Run) -> None:
        assert briefkit("review", "sign", "a", *COUNSEL, "--seen", HASH[:12]).exit_code == 0

    def test_a_role_is_needed(self, place: Path, briefkit: Run) -> None:
        assert briefkit("review", "sign", "a", "--lang", "en").exit_code == 2
        assert briefkit("review", "sign", "a", "--lang", "en", "--by", "  ").exit_code == 2

    def test_outside_a_workspace(self, tmp_path: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        done = briefkit("review", "sign", "travel-ban", *COUNSEL)
        assert done.exit_code == 1
        assert "error[no-library]" in done.stderr
        assert list(tmp_path.iterdir()) == []

    def test_a_clause_that_ships_is_signed_in_ones_own_workspace(self, folder: Path, briefkit: Run) -> None:
        done = briefkit("review", "sign", "travel-ban", *COUNSEL)
        assert done.exit_code == 0, done.stderr
        assert (folder / REVIEWS).is_file()
        assert briefkit("review", "status", "travel-ban", "--lang", "en").stdout.startswith("travel-ban\ten\treviewed\t")


class TestDiff:
    def test_what_changed_since_a_text_was_signed(self, place: Path, briefkit: Run) -> None:
        briefkit("review", "sign", "a", *COUNSEL, "--on", "2026-11-03")
        assert briefkit("review", "diff", "a", "--lang", "en").exit_code == 0
        changed(place, "First", "Second")
        changed(place, "page: '171'", "page: '172'", "clauses/authorities/all.yaml")
        done = briefkit("review", "diff", "a", "--lang", "en")
        assert (done.exit_code, done.stderr) == (1, "")
        assert done.stdout.startswith("2026-11-03, counsel of the CSO → now: ")
        assert "{+Second" in done.stdout
        assert "authority covenant" in done.stdout and "“171”" in done.stdout

    def test_in_the_language_that_the_program_speaks(self, place: Path, briefkit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        briefkit("review", "sign", "a", *COUNSEL, "--on", "2026-11-03")
        changed(place, "First", "Second")
        monkeypatch.setenv("BRIEFKIT_LANG", "ru")
        shown = briefkit("review", "diff", "a", "--lang", "en").stdout
        data = json.loads(briefkit("review", "diff", "a", "--lang", "en", "--format", "json").stdout)
        assert shown.startswith("2026-11-03, counsel of the CSO → сейчас: ")
        assert shown.splitlines()[0].endswith(f": {data['summary'][0]}.")
        assert "clause" not in shown

    def test_since_the_review_of_a_role(self, place: Path, briefkit: Run) -> None:
        briefkit("review", "sign", "a", "--lang", "en", "--by", "editor", "--on", "2026-11-03")
        changed(place, "First", "Second")
        briefkit("review", "sign", "a", *COUNSEL, "--on", "2026-11-04")
        assert briefkit("review", "diff", "a", "--lang", "en").exit_code == 0
        found = briefkit("review", "diff", "a", "--lang", "en", "--by", "Editor", "--format", "json")
        assert found.exit_code == 1
        assert [one["id"] for one in json.loads(found.stdout)["entries"]] == ["a"]

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["a", "--lang", "ru"], "Nobody has signed the text of “a” in “ru”."),
            (["a", "--lang", "en", "--by", "x"], "No “x” has signed the text of “a” in “en”.\n"),
            (["aa", "--lang", "en"], "There is no clause “aa”."),
        ],
    )
    def test_trouble(self, place: Path, briefkit: Run, words: list[str], said: str) -> None:
        briefkit("review", "sign", "a", *COUNSEL)
        done = briefkit("review", "diff", *words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert said in done.stderr
        assert json.loads(briefkit("review", "diff", *words, "--format", "json").stdout)["diagnostics"]

    @pytest.mark.parametrize("content", [None, "", "{}", "[1]", '{"clause": "a"}', "not json"])
    def test_what_was_signed_is_lost_or_another(self, place: Path, briefkit: Run, content: str | None) -> None:
        if content is not None:
            digest = hashlib.sha256(content.encode()).hexdigest()
            write(place, {REVIEWS: review(digest), f"clauses/reviews/a.en.{digest[:12]}.json": content})
        else:
            write(place, {REVIEWS: review(HASH)})
        done = briefkit("review", "diff", "a", "--lang", "en")
        assert done.exit_code == 2
        assert "warning[review-broken]" in done.stderr


class TestRequest:
    def test_a_word_document_for_counsel(self, place: Path, briefkit: Run) -> None:
        done = briefkit("review", "request", "a", "b", "-o", "out.docx")
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout == "Wrote out.docx: 2 texts for review.\nWhen it comes back: briefkit review import out.docx\n"
        assert (place / "out.docx").read_bytes()[:2] == b"PK"

    def test_a_file_that_is_there_stays_unless_it_is_forced(self, place: Path, briefkit: Run) -> None:
        write(place, {"out.docx": "mine"})
        assert "error[output-changed]" in briefkit("review", "request", "a", "-o", "out.docx").stderr
        assert (place / "out.docx").read_bytes() == b"mine"
        assert briefkit("review", "request", "a", "-o", "out.docx", "--force").exit_code == 0

    @pytest.mark.parametrize(
        ("words", "status", "said"),
        [
            (["aa", "-o", "x.docx"], 1, "error[unknown-clause]"),
            (["a", "b", "--lang", "ru", "-o", "x.docx"], 1, "error[missing-text]: The clause “b” has no text in “ru”."),
            (["a", "--lang", "de", "-o", "x.docx"], 1, "error[unknown-language]"),
            (["a", "-o", "x.pdf"], 2, "ends in .docx"),
            (["-o", "x.docx"], 2, "Missing argument"),
            (["a"], 2, "Missing option"),
        ],
    )
    def test_what_cannot_be_asked_for(self, place: Path, briefkit: Run, words: list[str], status: int, said: str) -> None:
        was = tree(place)
        done = briefkit("review", "request", *words)
        assert (done.exit_code, said in done.stderr) == (status, True)
        assert tree(place) == was

    def test_a_clause_that_cannot_be_read_as_it_is_meant(self, place: Path, briefkit: Run) -> None:
        changed(place, "{% endif %}", "")
        assert "error[template-syntax]" in briefkit("review", "request", "a", "-o", "x.docx").stderr
        assert not (place / "x.docx").exists()
        assert briefkit("review", "request", "b", "-o", "x.docx").exit_code == 0

    def test_without_a_look(self, place: Path, briefkit: Run) -> None:
        (place / "styles/house.docx").unlink()
        assert "error[bad-template]" in briefkit("review", "request", "a", "-o", "x.docx").stderr

    def test_with_a_look_that_is_damaged(self, place: Path, briefkit: Run) -> None:
        (place / "styles/house.docx").write_bytes(b"words")
        assert "error[bad-template]" in briefkit("review", "request", "a", "-o", "x.docx").stderr
        assert not (place / "x.docx").exists()

    def test_with_a_style_that_cannot_be_read(self, place: Path, briefkit: Run) -> None:
        (place / "styles/international-law.csl").write_text("<a/>", encoding="utf-8")
        assert "error[bad-style]" in briefkit("review", "request", "a", "-o", "x.docx").stderr
        assert not (place / "x.docx").exists()


class TestImport:
    @pytest.fixture
    def back(self, place: Path) -> Path:
        def answer(opened: Document) -> None:
            comment(opened, "[3]", "Too broad.")
            track(paragraph(opened, "[1]"), "First", "Second")
            decide(opened, 1, "counsel of the CSO", "3.11.2026", "Approved")
            decide(opened, 2, "counsel of the CSO", "", "the source is not seen")

        (place / "back.docx").write_bytes(answered(requested(), answer))
        return place

    def test_notes_with_their_places_and_what_asks_for_a_signature(self, back: Path, briefkit: Run) -> None:
        done = briefkit("review", "import", "back.docx")
        assert (done.exit_code, done.stderr) == (0, "")
        wrote, *rows, approved, decided = done.stdout.splitlines()
        assert wrote == f"Wrote {NOTES}: 4 new notes."
        assert [row.split("\t") for row in rows] == [
            ["clauses/arguments/a/en.md:9:1", "A. Reviewer", "2026-12-02", "Last CT says so.", "Too broad."],
            ["clauses/arguments/a/en.md:1:1", "A. Reviewer", "2026-12-01", "First.", "changed to: Second."],
            ["a · en", "counsel of the CSO", "2026-11-03", "", "decision: Approved"],
            ["b · en", "counsel of the CSO", "", "", "decision: the source is not seen"],
        ]
        command = f'briefkit review sign a --lang en --by "counsel of the CSO" --on 2026-11-03 --seen {HASH[:12]}'
        assert approved == f"a · en · {HASH[:12]}: approved by counsel of the CSO. To sign it: {command}"
        assert "counsel of the CSO decided “the source is not seen”. No signature is asked for." in decided

    def test_nothing_is_signed_by_it_and_the_command_signs(self, back: Path, briefkit: Run) -> None:
        briefkit("review", "import", "back.docx")
        assert not (back / REVIEWS).exists()
        assert briefkit("review", "status", "a", "--lang", "en").stdout == "a\ten\tdraft\t\t\t\t3\n"
        command = ("a", *COUNSEL, "--on", "2026-11-03", "--seen", HASH[:12])
        assert briefkit("review", "sign", *command).exit_code == 0

    def test_the_file_of_notes_as_it_is_written(self, back: Path, briefkit: Run) -> None:
        briefkit("review", "import", "back.docx")
        assert (
            (back / NOTES)
            .read_text(encoding="utf-8")
            .startswith(
                f'- clause: "a"\n  language: "en"\n  seen: "{HASH[:12]}"\n  paragraph: 3\n  quoted: "Last CT says so."\n'
                f'  comment: "Too broad."\n  by: "A. Reviewer"\n  on: 2026-12-02\n- clause: "a"\n'
            )
        )

    def test_twice_changes_nothing_under_any_name(self, back: Path, briefkit: Run) -> None:
        briefkit("review", "import", "back.docx")
        was = tree(back)
        again = briefkit("review", "import", "back.docx")
        assert again.exit_code == 0
        assert again.stdout.startswith("There is nothing new in it.\n")
        assert tree(back) == was
        (back / "back.docx").rename(back / "renamed.docx")
        assert briefkit("review", "import", "renamed.docx").exit_code == 0
        assert not (back / "clauses/reviews/notes/renamed.yaml").exists()

    def test_a_role_in_place_of_the_names(self, back: Path, briefkit: Run) -> None:
        for _ in range(2):
            assert briefkit("review", "import", "back.docx", "--by", "local counsel").exit_code == 0
        kept = (back / NOTES).read_text(encoding="utf-8")
        assert "A. Reviewer" not in kept
        assert (kept.count('by: "local counsel"'), kept.count('by: "counsel of the CSO"'), kept.count("- clause")) == (2, 2, 4)

    def test_what_was_changed_without_tracked_changes(self, place: Path, briefkit: Run) -> None:
        def answer(opened: Document) -> None:
            retype(paragraph(opened, "[1]"), "First.", "First and last.")
            paragraph(opened, "[3]").insert_paragraph_before("Between.")

        (place / "back.docx").write_bytes(answered(requested(), answer))
        done = briefkit("review", "import", "back.docx")
        assert done.stdout.startswith(f"Wrote {NOTES}: 2 new notes.\n")
        found = json.loads(briefkit("review", "notes", "--format", "json").stdout)
        assert [(one["kind"], one["paragraph"], one["by"], one["proposed"].partition(" [")[0]) for one in found] == [
            ("change", 1, "", "First and last."),
            ("change", 2, "", "‹org.name› pays, as “Quoted. A quotation”."),
        ]
        assert found[1]["proposed"].endswith("Between.")
        assert briefkit("review", "import", "back.docx").stdout == "There is nothing new in it.\n"

    def test_a_second_answer_adds_what_is_new(self, back: Path, briefkit: Run) -> None:
        briefkit("review", "import", "back.docx")
        before = (back / NOTES).read_text(encoding="utf-8")

        twice = answered((back / "back.docx").read_bytes(), lambda opened: comment(opened, "[2]", "Who pays?"))
        (back / "back.docx").write_bytes(twice)
        assert briefkit("review", "import", "back.docx").stdout.startswith(f"Wrote {NOTES}: 1 new note.\n")
        assert (back / NOTES).read_text(encoding="utf-8").startswith(before)

    def test_a_text_that_changed_since_the_request(self, back: Path, briefkit: Run) -> None:
        changed(back, "First", "Then")
        done = briefkit("review", "import", "back.docx")
        assert done.exit_code == 0
        assert "warning[review-changed]: The text of “a” in “en”, or what it cites, changed since it was sent.\n" in done.stderr
        refused = briefkit("review", "sign", "a", *COUNSEL, "--seen", HASH[:12])
        assert "error[review-changed]" in refused.stderr

    def test_a_clause_that_is_gone_gives_no_command(self, back: Path, briefkit: Run) -> None:
        for path in (back / "clauses/arguments/a").iterdir():
            path.unlink()
        done = briefkit("review", "import", "back.docx")
        assert "The text of “a” in “en”, which was sent, is not there any more." in done.stderr
        assert "review sign a" not in done.stdout

    def test_a_role_with_signs_of_the_shell(self, place: Path, briefkit: Run) -> None:
        (place / "back.docx").write_bytes(answered(requested(), lambda opened: decide(opened, 1, "$(rm -rf x)", "", "yes")))
        assert "--by '$(rm -rf x)' --seen" in briefkit("review", "import", "back.docx").stdout

    def test_approved_by_no_role(self, place: Path, briefkit: Run) -> None:
        (place / "back.docx").write_bytes(answered(requested(), lambda opened: decide(opened, 1, "", "", "yes")))
        done = briefkit("review", "import", "back.docx")
        assert "approved, and no role is given. Ask for it before this is signed." in done.stdout
        assert "review sign" not in done.stdout

    def test_one_in_which_nothing_was_written(self, place: Path, briefkit: Run) -> None:
        (place / "back.docx").write_bytes(requested())
        was = tree(place)
        assert briefkit("review", "import", "back.docx").stdout == "Nothing was written in it.\n"
        assert tree(place) == was

    @pytest.mark.parametrize(
        ("data", "code", "hint"),
        [
            (None, "file-missing", ""),
            (b"text", "bad-review-file", "ask for the file again"),
            (b"\xd0\xcf\x11\xe0" + b"x" * 600, "bad-review-file", "without a password"),
            (with_part(requested(), "word/comments.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "bad-review-file", ""),
            (with_part(requested(), "word/big.xml", b"0" * 80_000_000), "bad-review-file", ""),
            ((ROOT / "styles/house.docx").read_bytes(), "bad-review-file", "import the file that “briefkit review request” wrote"),
        ],
    )
    def test_a_file_that_is_none(self, place: Path, briefkit: Run, data: bytes | None, code: str, hint: str) -> None:
        if data is not None:
            (place / "back.docx").write_bytes(data)
        was = tree(place)
        done = briefkit("review", "import", "back.docx")
        assert (done.exit_code, done.stdout) == (1, "")
        assert f"error[{code}]" in done.stderr and hint in done.stderr
        assert tree(place) == was

    def test_notes_that_cannot_be_added_to_the_file_that_is_there(self, back: Path, briefkit: Run) -> None:
        write(back, {NOTES: "- [\n"})
        was = tree(back)
        assert briefkit("review", "import", "back.docx").exit_code == 1
        assert tree(back) == was


class TestNotes:
    ENTRIES = (
        f'- {{clause: a, language: en, seen: "{HASH[:12]}", paragraph: 2, quoted: "as “Quoted.", comment: one, by: x}}\n'
        '- {clause: a, language: en, seen: "000000000000", paragraph: 1, quoted: "Last @covenant says it", comment: two}\n'
        "- {clause: a, language: en, quoted: nowhere to be found, comment: three, asked: why?}\n"
        "- {clause: a, language: ru, quoted: gone, proposed: ''}\n"
        "- {comment: on all of it, on: 2026-11-03}\n"
    )

    def test_each_with_its_place_in_the_text_as_it_is_today(self, place: Path, briefkit: Run) -> None:
        write(place, {NOTES: self.ENTRIES})
        done = briefkit("review", "notes")
        assert (done.exit_code, done.stderr) == (0, "")
        assert [tuple(row.split("\t")[at] for at in (0, 4)) for row in done.stdout.splitlines()] == [
            ("clauses/arguments/a/en.md:5:64", "one"),
            ("clauses/arguments/a/en.md:9:1", "two"),
            ("clauses/arguments/a/en.md:1:1", "three (to: why?)"),
            (f"{RUSSIAN_FILE}:1:1", "to be left out"),
            ("the whole request", "on all of it"),
        ]

    def test_of_one_clause_in_one_language_as_json(self, place: Path, briefkit: Run) -> None:
        write(place, {NOTES: self.ENTRIES})
        found = json.loads(briefkit("review", "notes", "a", "--lang", "ru", "--format", "json").stdout)
        assert [(one["kind"], one["quoted"], one["proposed"], one["file"], one["line"]) for one in found] == [
            ("change", "gone", "", RUSSIAN_FILE, 1)
        ]

    def test_a_file_of_notes_that_is_not_well_formed(self, place: Path, briefkit: Run) -> None:
        write(place, {NOTES: "- {clause: a, comment: x, colour: red}\n"})
        done = briefkit("review", "notes")
        assert done.exit_code == 1
        assert "error[unknown-key]" in done.stderr


def test_the_library_says_what_is_missing_changed_and_old(place: Path, briefkit: Run) -> None:
    changed(place, "status: draft", "status: reviewed", "clauses/arguments/a/clause.yaml")
    write(place, {REVIEWS: review(HASH, on="2020-01-01") + review("0" * 64).replace("clause: a", "clause: gone")})
    shown = briefkit("check", "--library").stderr
    assert "warning[review-missing]: The clause “a” says that it is reviewed, and nobody has signed its text in “ru”.\n" in shown
    assert "warning[review-old]: The text of “a” in “en” was signed on 2020-01-01, more than a year ago.\n" in shown
    assert "warning[unknown-clause]: There is no clause “gone”.\n" in shown
    changed(place, "First", "Second")
    shown = briefkit("check", "--library").stderr
    said = "The text of “a” in “en”, or what it cites, changed since local counsel signed it on 2020-01-01."
    assert f"warning[review-changed]: {said}\n" in shown
