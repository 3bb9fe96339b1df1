"""Every kind of bad input of a user: one mistake is one diagnostic with its place, and nothing on the disk changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from workspace import AUTHORITIES, FACTS, PROFILE, as_json, clause, under, write

HERE = "clauses/arguments/here/"
GOOD = "profile: test\ntitle: A test\nclauses: {order: [here, there]}\nsections: {law: law.md}\n"
FILES: dict[str, str | bytes] = {
    "case.yaml": GOOD,
    "law.md": "The law [@covenant, art 22(1)].\n",
    "clauses/facts.yaml": FACTS,
    "clauses/authorities/all.yaml": AUTHORITIES,
    "styles/profiles/test.yaml": PROFILE.replace("kinds: [treaty-obligation, soft-law]", "clauses: [here, there]")
    .replace("    kinds: [facts]\n", "")
    .replace("    kinds: [remedy]\n", ""),
    **clause("Words.", slug="here"),
    **clause("More words.", slug="there"),
}


@dataclass(frozen=True)
class Bad:
    """A mistake in one file: what replaces what, and what the user is told about it."""

    name: str
    file: str
    old: str
    new: str
    code: str
    place: str
    text: str
    hint: str
    more: Mapping[str, str | bytes] = field(default_factory=dict)


CASE, LAW, YAML, TEXT = "case.yaml", "law.md", HERE + "clause.yaml", HERE + "en.md"
WHEN = "status: draft\nwhen: {}\n"

MISTAKES = (
    Bad("missing fact", LAW, "The law", "For {{ org.name }} the law", "missing-fact", "law.md:1:5", "{{ org.name }}", "give it in"),
    Bad("unknown fact in a text", LAW, "The", "{{ org.nmae }}", "unknown-fact", "law.md:1:4", "org.nmae", "did you mean “org.name”?"),
    Bad(
        "unknown fact in a case", CASE, "clauses", "facts: {org: {nmae: x}}\nclauses",
        "unknown-fact", "case.yaml:3:15", "nmae", "“org.name”",
    ),
    Bad("wrong fact", CASE, "clauses", "facts: {org: {foreign_funding: 3}}\nclauses", "wrong-fact", "case.yaml:3:32", "3", ""),
    Bad("choice", CASE, "clauses", "facts: {forum: curts}\nclauses", "unknown-choice", "case.yaml:3:16", "curts", "did you mean “courts”?"),
    Bad(
        "unknown authority", LAW, "@covenant", "@covenent",
        "unknown-authority", "law.md:1:10", "@covenent, art 22(1)", "did you mean “covenant”?",
    ),
    Bad("named authority", LAW, "The law", "The @covenent", "unknown-authority", "law.md:1:5", "@covenent", "did you mean “covenant”?"),
    Bad("unknown clause in a case", CASE, "[here, there]", "[here, tehre]", "unknown-clause", "case.yaml:3:25", "tehre", "“there”"),
    Bad(
        "unknown clause in a clause", YAML, "status: draft\n", "status: draft\nrequires: [tehre]\n",
        "unknown-clause", YAML + ":5:12", "tehre", "“there”",
    ),
    Bad("unknown language", CASE, "title", "language: eng\ntitle", "unknown-language", "case.yaml:2:11", "eng", "did you mean “en”?"),
    Bad("another language", CASE, "title", "language: kk\ntitle", "unknown-language", "case.yaml:2:11", "kk", "it can be made in en"),
    Bad("unknown profile", CASE, "profile: test", "profile: tset", "unknown-profile", "case.yaml:1:10", "tset", "did you mean “test”?"),
    Bad("unknown tone", CASE, "title", "tone: nuetral\ntitle", "unknown-tone", "case.yaml:2:7", "nuetral", "did you mean “neutral”?"),
    Bad("tone of a clause", CASE, "{order", "{tones: {here: soft}, order", "unknown-tone", "case.yaml:3:25", "soft", "one of cooperative"),
    Bad("unknown key", CASE, "clauses", "exhibit: []\nclauses", "unknown-key", "case.yaml:3:1", "exhibit", "did you mean “exhibits”?"),
    Bad("unknown part", CASE, "{law: ", "{lwa: ", "unknown-part", "case.yaml:4:12", "lwa", "did you mean “law”?"),
    Bad("missing key", CASE, "title: A test\n", "", "missing-key", "case.yaml:1:1", "profile: test", "the document's title"),
    Bad("wrong type", CASE, "clauses: {order: [here, there]}", "clauses: {order: here}", "wrong-type", "case.yaml:3:18", "here", ""),
    Bad("malformed date", CASE, "title", "date: 2026-02-30\ntitle", "bad-date", "case.yaml:2:7", "2026-02-30", "for example 2025-03-14"),
    Bad(
        "date of a fact", CASE, "title", "facts: {measures: [{date: 1.5.2025}]}\ntitle",
        "bad-date", "case.yaml:2:27", "1.5.2025", "2025-03-14",
    ),
    Bad(
        "date in a condition", YAML, "status: draft\n", WHEN.format("measure.date > 2025-02-30"),
        "bad-date", YAML + ":5:22", "2025-02-30", "YYYY-MM-DD",
    ),
    Bad("malformed pinpoint", LAW, "art 22(1)", "art", "bad-pinpoint", "law.md:1:21", "art", "for example art 22(1)"),
    Bad("misspelt pinpoint", LAW, "art 22(1)", "artcile 22", "bad-pinpoint", "law.md:1:21", "artcile", "did you mean “article”"),
    Bad("citation never closed", LAW, "22(1)].", "22(1).", "citation-syntax", "law.md:1:9", "[", "close it with “]”"),
    Bad("tag never closed", LAW, "The", "{% if org.name %} The", "template-syntax", "law.md:1:1", "{% if org.name %}", "add {% endif %}"),
    Bad("braces never closed", TEXT, "Words", "{{ org.name", "template-syntax", TEXT + ":1:1", "{{", "close it, or write the braces apart"),
    Bad("Python in a template", LAW, "The", "{{ org.__class__ }}", "template-forbidden", "law.md:1:4", "org.__class__", "print one fact"),
    Bad("another tag", TEXT, "Words", "{% set x = 1 %}", "template-forbidden", TEXT + ":1:1", "{% set x = 1 %}", "a text may use if, elif"),
    Bad("condition", YAML, "status: draft\n", WHEN.format("org.name = 1"), "condition-syntax", YAML + ":5:16", "=", "compare with =="),
    Bad("YAML", CASE, "A test", "A test: of YAML", "yaml-syntax", "case.yaml:2:14", "", "put quotation marks around a text that holds"),
    Bad("YAML of a clause", YAML, "{en: On here}", "{en: On here", "yaml-syntax", YAML + ":2:5", "", "check indentation"),
    Bad("key twice", CASE, "clauses", "title: Again\nclauses", "yaml-duplicate-key", "case.yaml:3:1", "title", "keep one"),
    Bad(
        "cycle", YAML, "status: draft\n", "status: draft\nrequires: [here]\n",
        "requires-cycle", YAML + ":5:12", "here", "remove one “requires”",
    ),
    Bad(
        "conflict", YAML, "status: draft\n", "status: draft\nconflicts: [there]\n",
        "clause-conflict", YAML + ":5:13", "there", "exclude one of them",
    ),
    Bad(
        "excluded", YAML, "draft\n", "draft\nrequires: [there]\n",
        "requires-false", YAML + ":5:12", "there", "", {CASE: GOOD.replace("order: [here, there]", "exclude: [there]")},
    ),
    Bad("no text", YAML, "", "", "missing-text", YAML + ":1:1", "title: {en: On here}", "add en.md beside it", {TEXT: ""}),
    Bad("paragraph of no clause", TEXT, "Words", "See [para](#tehre)", "dead-reference", TEXT + ":1:5", "[para](#tehre)", "“there”"),
    Bad("note of no citation", TEXT, "Words", "See [note](@report)", "dead-reference", TEXT + ":1:5", "[note](@report)", ""),
    Bad(
        "duplicate authority", "clauses/authorities/all.yaml", "id: report", "id: covenant",
        "duplicate-id", "clauses/authorities/all.yaml:19:7", "covenant", "it stands at clauses/authorities/all.yaml:1:7 already",
    ),
    Bad(
        "duplicate exhibit", CASE, "clauses", "exhibits: [{id: a, title: x}, {id: a, title: y}]\nclauses",
        "duplicate-id", "case.yaml:3:36", "a", "an id of its own",
    ),
    Bad(
        "duplicate part", "styles/profiles/test.yaml", "id: end", "id: law",
        "duplicate-id", "styles/profiles/test.yaml:12:5", "id: law", "an id of its own",
    ),
    Bad("file missing", CASE, "law.md", "lwa.md", "file-missing", "case.yaml:4:17", "lwa.md", "did you mean “law.md”?"),
    Bad(
        "exhibit missing", CASE, "clauses", "exhibits: [{id: a, title: x, file: lwa.md}]\nclauses",
        "file-missing", "case.yaml:3:36", "lwa.md", "“law.md”",
    ),
    Bad(
        "references missing", CASE, "clauses", "refs: r.json\nclauses",
        "file-missing", "case.yaml:3:7", "r.json", "check the name and the folder",
    ),
    Bad("file above", CASE, "law.md", "../law.md", "file-outside", "case.yaml:4:17", "../law.md", "copy it into the case's folder"),
    Bad(
        "file by root", CASE, "law.md", "/etc/hostname",
        "file-outside", "case.yaml:4:17", "/etc/hostname", "copy it into the case's folder",
    ),
    Bad("file on a drive", CASE, "law.md", "C:\\law.md", "file-outside", "case.yaml:4:17", "C:\\law.md", "copy it into the case's folder"),
    Bad("file that is a folder", CASE, "law.md", "clauses", "file-unreadable", "case.yaml:4:17", "clauses", ""),
    Bad("file not UTF-8", CASE, "law.md", "l1.md", "file-encoding", "l1.md:2:2", "", "save it as UTF-8", {"l1.md": b"a\nb\xe9"}),
    Bad(
        "private use", CASE, "law.md", "pua.md",
        "private-use-character", "pua.md:1:3", "\ue000", "delete the character", {"pua.md": "x \ue000"},
    ),
    Bad(
        "references no list", CASE, "clauses", "refs: r.json\nclauses",
        "bad-reference-file", "r.json:1:1", "{}", "export the items", {"r.json": "{}"},
    ),
    Bad("code", LAW, "The law", "```\nThe law", "markup-unsupported", "law.md:1:1", "```", "quote with"),
    Bad("image", LAW, "The law", "![x](y.png)", "markup-unsupported", "law.md:1:1", "", "cite it as an exhibit"),
    Bad("link to a file", LAW, "The law", "[x](y.md)", "markup-unsupported", "law.md:1:1", "", "a link is an address"),
    Bad(
        "fact in a pinpoint", LAW, "22(1)", "{{ profile }}",
        "fact-in-citation", "law.md:1:10", "@covenant, art {{ profile }}", "write the id out",
    ),
    Bad("alias", CASE, "{law: law.md}", "&a {law: law.md}", "yaml-alias", "case.yaml:4:11", "", "write the value out"),
    Bad(
        "unknown style", "styles/profiles/test.yaml", "international-law", "international-low",
        "unknown-style", "styles/profiles/test.yaml:1:1", "", "“international-law”",
    ),
    Bad(
        "unknown look", "styles/profiles/test.yaml", "house", "hose",
        "bad-template", "styles/profiles/test.yaml:1:1", "", "did you mean “house”?",
    ),
)  # fmt: skip


def workspace(place: Path, bad: Bad) -> None:
    files = {**FILES, **bad.more}
    before = files[bad.file]
    assert isinstance(before, str)
    assert bad.old in before
    write(place, {**files, bad.file: before.replace(bad.old, bad.new, 1)})


def test_without_a_mistake_nothing_is_reported(alone: Path, briefkit: Run) -> None:
    write(alone, FILES)
    checked = briefkit("check", "case.yaml")
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "Nothing to report.\n")


@pytest.mark.parametrize("bad", MISTAKES, ids=[bad.name for bad in MISTAKES])
def test_one_mistake_is_one_diagnostic(alone: Path, briefkit: Run, bad: Bad) -> None:
    workspace(alone, bad)
    checked = briefkit("check", "case.yaml", "--format", "json")
    found = [one for one in as_json(checked.stdout) if one["severity"] == "error"]
    assert checked.exit_code == 1
    assert [(one["code"], place(one)) for one in found] == [(bad.code, bad.place)]
    assert under(found[0]).startswith(bad.text)
    assert bad.hint in str(found[0]["hint"])
    assert found[0]["message"]


def place(problem: Mapping[str, Any]) -> str:
    return f"{problem['file']}:{problem['line']}:{problem['column']}"


@pytest.mark.parametrize("bad", MISTAKES[::6], ids=[bad.name for bad in MISTAKES[::6]])
def test_a_failed_build_leaves_the_earlier_output(alone: Path, briefkit: Run, bad: Bad) -> None:
    write(alone, FILES)
    assert briefkit("build", "case.yaml", "-o", "out.docx", "-o", "out.txt").exit_code == 0
    earlier = {path.name: path.read_bytes() for path in alone.glob("out.*")}
    assert sorted(earlier) == ["out.docx", "out.txt"]
    workspace(alone, bad)
    failed = briefkit("build", "case.yaml", "-o", "out.docx", "-o", "out.txt")
    assert (failed.exit_code, failed.stdout) == (1, "")
    assert f"error[{bad.code}]: " in failed.stderr
    assert f"  --> {bad.place}\n" in failed.stderr
    assert failed.stderr.endswith("\nNothing was built: 1 error.\n")
    assert {path.name: path.read_bytes() for path in alone.glob("out.*")} == earlier


class TestOutputs:
    @pytest.mark.parametrize(
        ("output", "code", "hint"),
        [
            ("out.rtf", "output-unknown", "use .docx, .html, .txt, .pdf, .odt"),
            ("out.doc", "output-unknown", "did you mean “.docx”?"),
            ("out", "output-unknown", "use .docx, .html, .txt, .pdf, .odt"),
            ("no/out.docx", "output-unwritable", "choose a folder that exists and can be written to"),
            ("folder.docx", "output-unwritable", "a folder has this name; choose another"),
            ("law.md/out.docx", "output-unwritable", "choose a folder that exists and can be written to"),
        ],
    )
    def test_that_cannot_be_written(self, alone: Path, briefkit: Run, output: str, code: str, hint: str) -> None:
        write(alone, {**FILES, "folder.docx/keep": "x", "good.txt": "earlier"})
        built = briefkit("build", "case.yaml", "-o", "good.txt", "-o", output, "--force", "--format", "json")
        assert built.exit_code == 1
        assert json.loads(built.stdout)["outputs"] == []
        [problem] = as_json(built.stdout)
        assert (problem["code"], problem["hint"]) == (code, hint)
        assert output in str(problem["message"])
        assert (alone / "good.txt").read_text(encoding="utf-8") == "earlier"

    def test_a_wrong_ending_and_a_wrong_case_are_named_in_one_run(self, alone: Path, briefkit: Run) -> None:
        write(alone, {**FILES, "case.yaml": GOOD.replace("title", "tone: x\ntitle")})
        built = briefkit("build", "case.yaml", "-o", "out.rtf", "--format", "json")
        assert [one["code"] for one in as_json(built.stdout)] == ["output-unknown", "unknown-tone"]

    def test_a_changed_word_file(self, alone: Path, briefkit: Run) -> None:
        write(alone, FILES)
        assert briefkit("build", "case.yaml").exit_code == 0
        document = alone / "case.docx"
        changed = document.read_bytes() + b"\0"
        document.write_bytes(changed)
        refused = briefkit("build", "case.yaml")
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert (
            refused.stderr
            == (
                "error[output-changed]: “case.docx” was changed since briefkit built it, or was not built by it.\n"
                "  hint: save your edits under another name, choose another -o, or add --force\n"
                "\n"
                "Nothing was built: 1 error.\n"
            )
            or document.read_bytes() == changed
        )
        assert document.read_bytes() == changed
        assert briefkit("build", "case.yaml", "--force").exit_code == 0
        assert document.read_bytes() == changed[:-1]


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--profile", "tset", "unknown-profile"),
        ("--lang", "de", "unknown-language"),
        ("--tone", "x", "unknown-tone"),
        ("--style", "x", "unknown-style"),
        ("--template", "x", "bad-template"),
        ("--style", "no.csl", "file-missing"),
        ("--template", "no.docx", "file-missing"),
    ],
)
def test_options(alone: Path, briefkit: Run, option: str, value: str, code: str) -> None:
    write(alone, FILES)
    checked = briefkit("check", "case.yaml", option, value, "--format", "json")
    assert checked.exit_code == 1
    assert [one["code"] for one in as_json(checked.stdout)] == [code]


@pytest.mark.parametrize("name", ["nothing.yaml", "law.yaml/case.yaml", "clauses"])
@pytest.mark.parametrize("command", ["plan", "build", "check", "cite"])
def test_no_case(alone: Path, briefkit: Run, command: str, name: str) -> None:
    ran = briefkit(command, name)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith("error[file-")
    printed = briefkit(command, name, "--format", "json")
    assert (printed.exit_code, [one["severity"] for one in as_json(printed.stdout)]) == (1, ["error"])
