"""`briefkit build --public`, as a user runs it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
import yaml
from conftest import Run
from public_cases import NAME, public_inputs
from workspace import write


@pytest.fixture
def case(alone: Path) -> Path:
    """The small case on the disk, in a folder whose name says nothing."""
    inputs = public_inputs()
    write(alone, {path: source.text for path, source in inputs.layers[0].items()})
    write(alone, {"case.yaml": inputs.case.case.text, **{path: source.text for path, source in inputs.case.texts.items()}})
    return alone / "case.yaml"


def kept(case: Path) -> list[str]:
    return sorted(path.name for path in (case.parent / ".briefkit").glob("builds/*"))


def test_it_goes_beside_the_case_under_a_name_of_its_own_and_nothing_is_kept_of_it(case: Path, briefkit: Run) -> None:
    ran = briefkit("build", str(case), "--public")
    assert ran.exit_code == 0, ran.output
    assert ran.stdout == f"Built {case.with_name('case.public.docx')}\n"
    assert case.with_name("case.public.docx").exists()
    assert kept(case) == []


def test_the_report_holds_the_real_names_for_its_owner_alone(case: Path, briefkit: Run) -> None:
    ran = briefkit("build", str(case), "--public", "--report", "leaks.html", "-o", "out.txt")
    assert ran.exit_code == 0, ran.output
    assert "What it hides and leaves: leaks.html (holds the real names)" in ran.stdout
    page = Path("leaks.html")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    text = page.read_text(encoding="utf-8")
    assert "This page holds the real names. Do not send it to anybody" in text
    assert "No confidential value was found in them." in text
    for value, words in ((NAME, "Organisation\xa0A"), ("KZT\xa01,234,567", "about KZT\xa01,000,000"), ("6", "fewer than 10")):
        assert f"<td>{value}</td><td>{words}</td>" in text
    assert "<h3>Exhibits (1)</h3>" in text and "Letter of March 2025 to Organisation\xa0A" in text
    again = briefkit("build", str(case), "--public", "--report", "leaks.html", "-o", "out.txt")
    assert again.exit_code == 0


def test_the_report_tells_of_what_may_still_give_somebody_away(case: Path, briefkit: Run) -> None:
    own = "On 2 May 2025 it was told that “nobody can be sure of anything at all”, and paid KZT 77,000 to [a page](https://example.org/a)."
    write(case.parent, {"own/facts.md": own})
    ran = briefkit("build", str(case), "--public", "--report", "leaks.html")
    assert ran.exit_code == 0, ran.output
    text = Path("leaks.html").read_text(encoding="utf-8")
    assert "<h3>Exact days in the text (1)</h3>" in text and "On 2 May 2025 it was told" in text
    assert "<h3>Exact sums in the text (1)</h3>" in text and "paid KZT 77,000 to" in text
    assert "<h3>Quotations (1)</h3>" in text
    assert "<li>https://example.org/a</li>" in text
    assert "<code>measure.type</code>" not in text and "measure.type: a fine" in text


def test_a_leak_is_an_error_and_only_the_report_is_written(case: Path, briefkit: Run) -> None:
    write(case.parent, {"own/facts.md": "Сауле Омарова и ее «Жибек Жолы»."})
    ran = briefkit("build", str(case), "--public", "--report", "leaks.html", "-o", "out.docx", "-o", "out.txt")
    assert ran.exit_code == 1
    assert "error[leak]" in ran.stderr and "person.name" in ran.stderr
    assert not Path("out.docx").exists() and not Path("out.txt").exists()
    text = Path("leaks.html").read_text(encoding="utf-8")
    assert "These were found, so nothing was written:" in text and "Омарова" in text


@pytest.mark.parametrize("name", [f"{NAME}.docx", "Zhibek_Zholy_Qory-brief.docx", "Жибек Жолы Қоры.docx", "omarova.docx"])
def test_the_name_of_a_file_may_not_say_it_either(case: Path, briefkit: Run, name: str) -> None:
    ran = briefkit("build", str(case), "--public", "-o", name)
    assert ran.exit_code == 1
    assert f"The name of the file “{name}” holds what its text hides." in " ".join(ran.stderr.split())
    assert not Path(name).exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--public", "--zotero"], "--zotero writes more of the sources into the file than is printed"),
        (["--public", "--lock"], "--lock pins what a draft or a final is made of"),
        (["--report", "leaks.html"], "--report tells of a public version: add --public."),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(case: Path, briefkit: Run, options: list[str], said: str) -> None:
    ran = briefkit("build", str(case), *options)
    assert ran.exit_code == 2
    assert said in " ".join(ran.stderr.split())
    assert sorted(path.name for path in Path().glob("*.docx")) == [] and not Path("leaks.html").exists()


def test_a_profile_may_make_nothing_else(case: Path, briefkit: Run) -> None:
    profile = case.parent / "styles" / "profiles" / "test.yaml"
    profile.write_text(profile.read_text(encoding="utf-8") + "public: true\n", encoding="utf-8")
    ran = briefkit("build", str(case), "-o", "out.txt", "--report", "leaks.html")
    assert ran.exit_code == 0, ran.output
    text = Path("out.txt").read_text(encoding="utf-8")
    assert "Organisation A" in text and NAME not in text
    assert kept(case) == []


def test_a_final_public_version_blocks_as_a_final_does(case: Path, briefkit: Run) -> None:
    write(case.parent, {"own/facts.md": "Own text [@report, para 9]."})
    draft = briefkit("build", str(case), "--public", "-o", "draft.txt")
    assert draft.exit_code == 0 and "[verify]" in Path("draft.txt").read_text(encoding="utf-8")
    final = briefkit("build", str(case), "--public", "--final", "-o", "final.txt")
    assert final.exit_code == 1 and "error[unverified-pinpoint]" in final.stderr
    assert not Path("final.txt").exists()


def test_secret_facts_are_hidden_as_those_of_the_case(case: Path, briefkit: Run) -> None:
    given = yaml.safe_load(case.read_text(encoding="utf-8"))
    secret = {"case": given["facts"].pop("case")}
    case.write_text(yaml.safe_dump(given, allow_unicode=True), encoding="utf-8")
    case.with_name("case.secret.yaml").write_text(yaml.safe_dump(secret), encoding="utf-8")
    ran = briefkit("build", str(case), "--public", "-o", "out.txt")
    assert ran.exit_code == 0, ran.output
    text = Path("out.txt").read_text(encoding="utf-8")
    assert "[a case number]" in text and "7512" not in text


def test_a_case_whose_name_says_it_asks_for_another_name_of_the_file(case: Path, briefkit: Run) -> None:
    telling = case.rename(case.with_name("omarova.yaml"))
    ran = briefkit("build", str(telling), "--public")
    assert ran.exit_code == 1
    assert "choose another -o, such as public.docx" in ran.stderr
    assert briefkit("build", str(telling), "--public", "-o", "public.docx").exit_code == 0
