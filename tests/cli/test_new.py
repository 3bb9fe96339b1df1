"""briefkit new: unattended from a file of answers, and in a terminal, as its user sees it.

`BRIEFKIT_UPDATE_GOLDENS=1 pytest tests/cli/test_new.py` writes the recorded session anew.
"""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run
from patience import PATIENCE
from workspace import ROOT, write

from briefkit.shelf import KeptAnswer, keep_answers, kept_answers
from briefkit.yamlmarks import plain, read_yaml

ANSWERS = ROOT / "tests" / "data" / "answers-ru.yaml"
IN_KAZAKH = ROOT / "tests" / "data" / "answers-kk.yaml"
SESSION = Path(__file__).parent / "new_session"

# A small kind of document in Russian. Its facts and clauses are its own, so that no change of the library changes the session.
WORKSPACE = {
    "clauses/facts.yaml": """\
acts: {type: records, of: act, question: {ru: "Какие решения приняты, в порядке дат?"}}
act.kind: {type: choice, question: {ru: Какого вида решение?}, choices: {penalty: {ru: взыскание}, order: {ru: предписание}}}
act.day: {type: date, question: {ru: Когда оно принято?}}
act.sum: {type: money, question: {ru: "На какую сумму, в тенге?"}}
client.name: {type: text, confidential: true, question: {ru: Как называется доверитель?}}
client.from_abroad: {type: yes-no, question: {ru: "Получает ли он деньги из-за рубежа?"}}
client.works: {type: list, question: {ru: Чем он занимается?}, help: {ru: "В именительном падеже, со строчной буквы."}}
""",
    "styles/profiles/short.yaml": """\
title: {ru: Краткое заключение}
audience: ministry
languages: [ru]
style: ru-notes
template: house
contents: false
parts:
  - {id: facts, heading: {ru: Обстоятельства}, clauses: [about-client], required: true}
  - {id: law, heading: {ru: Право}, clauses: [about-money, about-penalty], required: true}
""",
    "clauses/arguments/about-client/clause.yaml": (
        "title: {ru: О доверителе}\nkind: facts\naudiences: [ministry]\nversion: 1\nstatus: draft\n"
    ),
    "clauses/arguments/about-client/ru.md": "Доверитель: {{ client.name }}.\n",
    "clauses/arguments/about-money/clause.yaml": (
        "title: {ru: О деньгах из-за рубежа}\nkind: soft-law\nwhen: client.from_abroad\naudiences: [ministry]\nversion: 1\nstatus: draft\n"
    ),
    "clauses/arguments/about-money/ru.md": "Деньги из-за рубежа служат делу: {{ client.works }}.\n",
    "clauses/arguments/about-penalty/clause.yaml": (
        'title: {ru: О взыскании}\nkind: soft-law\nwhen: any(acts, kind == "penalty")\naudiences: [ministry]\nversion: 1\nstatus: draft\n'
    ),
    "clauses/arguments/about-penalty/ru.md": (
        '{% for one in acts %}{% if one.kind == "penalty" %}Взыскание: {{ one.sum }}{% if one.day %}, дата: {{ one.day }}{% endif %}.'
        "{% endif %}{% endfor %}\n"
    ),
}


@pytest.fixture
def short(folder: Path) -> Path:
    write(folder, WORKSPACE)
    return folder


class TestUnattended:
    def test_a_complaint_in_russian_is_made_and_builds(self, folder: Path, briefkit: Run) -> None:
        made = briefkit("new", "t.yaml", "--profile", "court-complaint", "--lang", "ru", "--answers", str(ANSWERS))
        assert (made.exit_code, made.stderr) == (0, "")
        assert made.stdout.startswith("Записано: t.yaml\nЗаписано: t.secret.yaml\n")
        assert "\nВ документе, в этом порядке\n" in made.stdout
        assert re.search(r"\tmeasure\.date\b.* 2026-04-06\n", made.stdout)
        assert made.stdout.endswith("\nДальше: briefkit build t.yaml\n")
        built = briefkit("build", "t.yaml", "-o", "t.docx", "-o", "t.txt")
        assert built.exit_code == 0
        text = (folder / "t.txt").read_text(encoding="utf-8")
        for printed in ("Фонд «Примерная долина»", "6 апреля 2026 года", "865 000 тенге", "Отмена постановления от 6 апреля 2026 года"):
            assert printed in text.replace("\u00a0", " ")
        assert "Нужно написать: Применимое право." in text

    def test_a_complaint_in_kazakh_is_made_and_builds(self, folder: Path, briefkit: Run) -> None:
        made = briefkit("new", "t.yaml", "--profile", "court-complaint", "--lang", "kk", "--answers", str(IN_KAZAKH))
        assert (made.exit_code, made.stderr) == (0, "")
        assert made.stdout.startswith("Жазылды: t.yaml\nЖазылды: t.secret.yaml\n")
        assert briefkit("build", "t.yaml", "-o", "t.docx", "-o", "t.txt").exit_code == 0
        text = " ".join((folder / "t.txt").read_text(encoding="utf-8").split())
        for printed in (
            "«Мысал аңғары» қоры",
            "865 000 теңге",
            "Адам құқықтары жөніндегі комитеттің Пайымдауларындағы шетелден түскен қаражат",
            "Қаралып отырған норма айырмашылық жүргізетін белгі: ақшаның шығу тегі.",
            "бұрынғы Кодекс қолданыста болған кезде жіберілген (күні: 2025 жылғы 17 қараша).",
            "Біріккен Ұлттар Ұйымы органдарының Қазақстан туралы тұжырымдары",
        ):
            assert printed in text

    def test_what_is_confidential_stands_apart(self, folder: Path, briefkit: Run) -> None:
        briefkit("new", "t.yaml", "--profile", "court-complaint", "--lang", "ru", "--answers", str(ANSWERS))
        case, secret = (plain(node) for node in (read_yaml_at(folder / "t.yaml"), read_yaml_at(folder / "t.secret.yaml")))
        assert secret["org"] == {"name": "Фонд «Примерная долина»", "bin": "000000000000", "address": "город Примерск, улица Примерная, 1"}
        assert case["facts"]["org"]["annual_budget_kzt"] == 38_400_000
        assert "Примерова" not in (folder / "t.yaml").read_text(encoding="utf-8").replace("адвокат, по доверенности", "")
        assert (folder / ".gitignore").read_text() == "*.secret.yaml\n.briefkit/\n"

    def test_a_final_document_waits_for_the_parts_to_be_written(self, short: Path, briefkit: Run) -> None:
        briefkit("new", "case.yaml", "--answers", "a.yaml", files={"a.yaml": "profile: short\nlanguage: ru\nclient.name: X\n"})
        assert briefkit("build", "case.yaml").exit_code == 0
        final = briefkit("build", "case.yaml", "--final", "--force")
        assert final.exit_code == 1
        assert "error[missing-part]: The part “law” is obligatory and has no text." in final.stderr
        assert "hint: its file holds no text for this case" in final.stderr

    def test_the_language_is_that_in_which_the_document_can_be_made(self, short: Path, briefkit: Run) -> None:
        made = briefkit("new", "t.yaml", "--answers", "a.yaml", "--profile", "short", files={"a.yaml": "client.name: X\n"})
        assert (made.exit_code, made.stdout.splitlines()[0]) == (0, "Записано: t.yaml")
        made = briefkit("new", "u.yaml", "--answers", "a.yaml", files={"a.yaml": "client.name: X\nprofile: short\n"})
        assert made.stderr.startswith("error[answer-wrong]: “short” is none of the choices.")

    def test_what_is_still_unknown_and_who_waits_for_it(self, short: Path, briefkit: Run) -> None:
        made = briefkit("new", "t.yaml", "--profile", "short", "--lang", "ru", "--answers", "a.yaml", files={"a.yaml": "acts: нет\n"})
        assert made.exit_code == 0
        assert "client.from_abroad\tПолучает ли он деньги из-за рубежа?\tabout-money\n" in made.stdout
        assert "client.name\tКак называется доверитель?\tabout-client\n" in made.stdout
        assert "\nacts\t" not in made.stdout
        assert "Без этого документ не собрать: client.name. Впишите их в t.yaml.\n" in made.stdout

    def test_wrong_answers_have_their_places_in_the_language_of_the_interview_and_nothing_is_written(
        self, short: Path, briefkit: Run
    ) -> None:
        answers = "client.nam: X\nclient.from_abroad: возможно\nacts:\n  - {day: 14.03.25, sum: '1.200'}\n"
        made = briefkit("new", "t.yaml", "--profile", "short", "--lang", "ru", "--answers", "a.yaml", files={"a.yaml": answers})
        assert (made.exit_code, made.stdout) == (1, "")
        assert "[answer-unknown]: Вопроса «client.nam» нет.\n  --> a.yaml:1:1\n" in made.stderr
        assert "[answer-wrong]: «возможно»: ответьте да или нет.\n  --> a.yaml:2:21\n" in made.stderr
        assert "[answer-wrong]: «14.03.25»: напишите год четырьмя цифрами.\n  --> a.yaml:4:11\n" in made.stderr
        assert " Например: 1 200 000 тенге или 1,2 млн\n" in made.stderr
        assert "  --> a.yaml:4:26\n" in made.stderr
        assert not (short / "t.yaml").exists()

    def test_a_case_that_is_there_is_kept(self, short: Path, briefkit: Run) -> None:
        args = ("new", "t.yaml", "--profile", "short", "--lang", "ru", "--answers", "a.yaml")
        refused = briefkit(*args, files={"t.yaml": "mine", "a.yaml": "client.name: X\n"})
        assert (refused.exit_code, (short / "t.yaml").read_text()) == (1, "mine")
        assert "error[case-present]: “t.yaml” is there already.\n  hint: choose another name, or add --force\n" in refused.stderr
        assert briefkit(*args, "--force").exit_code == 0
        assert (short / "t.yaml").read_text(encoding="utf-8").startswith("# Ответы опроса.")

    def test_a_gitignore_that_does_not_cover_the_secrets_is_spoken_of(self, short: Path, briefkit: Run) -> None:
        files = {"a.yaml": "client.name: X\n", ".gitignore": "*.docx\n"}
        made = briefkit("new", "t.yaml", "--profile", "short", "--answers", "a.yaml", files=files)
        assert (
            "Файл .gitignore не исключает t.secret.yaml из системы контроля версий: добавьте в него строку *.secret.yaml.\n" in made.stdout
        )
        assert (short / ".gitignore").read_text() == "*.docx\n"

    def test_a_folder_gets_a_case_of_the_usual_name(self, short: Path, briefkit: Run) -> None:
        made = briefkit("new", "mine", "--profile", "short", "--lang", "ru", "--answers", "a.yaml", files={"a.yaml": "client.name: X\n"})
        assert made.exit_code == 0
        assert (short / "mine" / "case.yaml").is_file()
        assert (short / "mine" / "own" / "law.md").is_file()

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--profile", "shrot"), "error[unknown-profile]: There is no profile “shrot”.\n  hint: did you mean “short”?"),
            (
                ("--profile", "short", "--lang", "en"),
                "error[unknown-language]: The document cannot be made in the language “en”.\n  hint: one of ru",
            ),
            (("--lang", "fr"), "error[unknown-language]: The document cannot be made in the language “fr”.\n  hint: one of en, ru, kk"),
            (("--answers", "none.yaml"), "error[file-missing]: There is no file “none.yaml”."),
        ],
    )
    def test_options_that_name_nothing(self, short: Path, briefkit: Run, options: tuple[str, ...], said: str) -> None:
        made = briefkit("new", "t.yaml", *options)
        assert made.exit_code == 1
        assert said in made.stderr
        assert not (short / "t.yaml").exists()


def read_yaml_at(path: Path):  # type: ignore[no-untyped-def]
    from briefkit.source import Source

    node = read_yaml(Source(path.name, path.read_text(encoding="utf-8"))).value
    assert node is not None
    return node


# --- in a terminal -----------------------------------------------------------------------------------------


def converse(folder: Path, lines: list[str], *options: str) -> tuple[str, int]:
    """A session in a real pseudo-terminal: each line is typed when a prompt stands there. What the user saw, and the exit status."""
    pty = pytest.importorskip("pty")
    import fcntl
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 110, 0, 0))

    def own_terminal() -> None:
        """So that Ctrl-C interrupts the program, even where the tests run in the background and would hand on that it is ignored."""
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    command = [sys.executable, "-m", "briefkit", "new", "case.yaml", *options]
    environment = {**os.environ, "TERM": "dumb", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    for name in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR"):
        environment.pop(name, None)
    process = subprocess.Popen(
        command,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env=environment,
        start_new_session=True,
        preexec_fn=own_terminal,
    )
    os.close(slave)
    try:
        shown = _typed(master, lines)
        return shown, process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def _typed(master: int, lines: list[str]) -> str:
    waiting, shown = list(lines), b""
    prompts = (b"\n> ", "\n… ".encode(), "сейчас? ".encode())
    while select.select([master], [], [], PATIENCE)[0]:
        try:
            read = os.read(master, 65536)
        except OSError:  # the program is over
            break
        shown += read.replace(b"\r", b"")
        if not read:
            break
        if waiting and shown.endswith(prompts):
            os.write(master, waiting.pop(0).encode() + b"\n")
    else:
        pytest.fail(f"nothing more was said after:\n{shown.decode()}")
    assert waiting == [], shown.decode()
    return "".join(f"{line.rstrip()}\n" for line in shown.decode().splitlines())


FIRST = [
    "Заключение о взыскании (вымышленное)",  # the title
    "вчера",  # no day
    "14.03.2026",
    "",  # the tone
    "да",  # an act
    "взыскани",  # nearly right
    "взыскание",
    "14 марта 2025",
    "<",  # the day again
    "15 марта 2025 г.",
    ".",
]
SECOND = [
    "1.200",  # two meanings
    "1 200 000 тенге",
    "",  # no more acts
    "да",  # money from abroad: brings what its clause prints
    "Фонд «Примерная долина»",
    "?",
    "правовое просвещение;",
    "исследования",
    "да",  # build
]


class TestInATerminal:
    def test_a_session_by_keyboard_alone_is_as_it_was_recorded(self, short: Path) -> None:
        first, stopped = converse(short, FIRST, "--profile", "short", "--lang", "ru")
        assert not (short / "case.yaml").exists()
        second, finished = converse(short, SECOND, "--profile", "short", "--lang", "ru")
        seen = f"{first}\n----\n\n{second}"
        assert (stopped, finished) == (0, 0), seen
        if os.environ.get("BRIEFKIT_UPDATE_GOLDENS"):
            (SESSION / "expected.txt").write_text(seen, encoding="utf-8")
        assert seen == (SESSION / "expected.txt").read_text(encoding="utf-8")
        assert (short / "case.docx").is_file()
        assert 'name: "Фонд «Примерная долина»"' in (short / "case.secret.yaml").read_text(encoding="utf-8")
        assert not (short / ".briefkit" / "case.interview.json").exists()

    def test_an_interruption_stops_and_keeps_what_was_said(self, short: Path) -> None:
        seen, status = converse(short, ["Заключение", "\x03"], "--profile", "short", "--lang", "ru")
        assert status == 0
        assert seen.endswith("Сохранено. Чтобы продолжить: briefkit new case.yaml --profile short --lang ru\n")
        assert [one.typed for one in kept_answers(short / "case.yaml")][-1] == "Заключение"


class TestLineByLine:
    """The same conversation with lines that a pipe brings."""

    def answered(self, short: Path, lines: str, *options: str) -> tuple[str, int]:
        from click.testing import CliRunner

        from briefkit.cli import main

        ran = CliRunner().invoke(main, ["new", "case.yaml", *options], input=lines)
        assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exc_info
        return ran.stdout, ran.exit_code

    def test_the_end_of_the_input_stops(self, short: Path) -> None:
        shown, status = self.answered(short, "Заключение\n", "--profile", "short", "--lang", "ru")
        assert (status, kept_answers(short / "case.yaml")[-1].typed) == (0, "Заключение")
        assert shown.endswith("Сохранено. Чтобы продолжить: briefkit new case.yaml --profile short --lang ru\n")

    def test_before_the_language_is_known_all_are_spoken(self, short: Path) -> None:
        shown, _ = self.answered(short, ".\n")
        assert [line.split(" ")[0] for line in shown.splitlines()[:3]] == ["Enter"] * 3
        assert "In which language is the document? / На каком языке документ? / Құжат қай тілде?\n  1. English\n  2. Русский\n" in shown

    def test_the_language_that_is_chosen_is_spoken_from_then_on(self, short: Path) -> None:
        shown, _ = self.answered(short, "3\n\n<\n2\n.\n")
        assert "\nШамамен 5 сұрақтың 2-сұрағы\nБұл қандай құжат?\n" in shown
        assert "\n  Қалғаны осыған байланысты: біреуін таңдаңыз немесе нүкте қойып тоқтаңыз.\n" in shown
        assert "\nВопрос 2 примерно из 5\nКакой это документ?\n" in shown

    @pytest.mark.parametrize("language", ["en", "kk"])
    def test_whichever_language_the_program_speaks_otherwise(self, short: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BRIEFKIT_LANG", language)
        shown, status = self.answered(short, "\n" * 5 + "нет\nX\nнет\n", "--profile", "short", "--lang", "ru")
        assert status == 0
        assert shown.startswith("Enter – пропустить вопрос,")
        assert "\nВопрос 2 примерно из 7\nКакой датой помечен документ?\n" in shown
        assert "\nЗаписано: case.yaml\n" in shown
        assert shown.endswith("Дальше: briefkit build case.yaml\n")

    def test_the_kind_of_document_cannot_be_skipped(self, short: Path) -> None:
        shown, _ = self.answered(short, "\n.\n", "--lang", "ru")
        assert "  От этого зависит остальное: выберите один вариант или остановитесь точкой.\n" in shown

    def test_there_is_no_way_back_from_the_first_question(self, short: Path) -> None:
        shown, _ = self.answered(short, "<\n.\n", "--profile", "short", "--lang", "ru")
        assert "  Это первый вопрос.\n" in shown

    def test_an_answer_that_was_taken_back_is_shown_and_counts_no_more(self, short: Path) -> None:
        shown, _ = self.answered(short, "Первый\n<\nВторой\n.\n", "--profile", "short", "--lang", "ru")
        assert "  Ответ был: Первый\n" in shown
        assert [one.typed for one in kept_answers(short / "case.yaml") if one.path == "title"] == ["Второй"]

    def test_answers_that_are_overtaken_are_asked_again(self, short: Path) -> None:
        kept = [("title", "Заголовок"), ("client.gone", "X"), ("date", "no day")]
        keep_answers(short / "case.yaml", [KeptAnswer(path, -1, "", typed) for path, typed in kept])
        shown, _ = self.answered(short, ".\n", "--profile", "short", "--lang", "ru")
        assert "Продолжаем с того места, где вы остановились; ответов уже: 1.\n" in shown
        assert "Какой датой помечен документ?" in shown

    def test_a_document_that_lacks_a_fact_is_not_offered_to_be_built(self, short: Path) -> None:
        shown, status = self.answered(short, "\n" * 9, "--profile", "short", "--lang", "ru")
        assert status == 0
        assert "Собрать документ сейчас?" not in shown
        assert shown.endswith(
            "Без этого документ не собрать: client.name. Впишите их в case.yaml.\nКогда это будет исправлено: briefkit build case.yaml\n"
        )

    def test_no_is_no(self, short: Path) -> None:
        shown, status = self.answered(short, "\n" * 5 + "нет\nX\nнет\n", "--profile", "short", "--lang", "ru")
        assert (status, (short / "case.docx").exists()) == (0, False), shown
        assert shown.endswith("Дальше: briefkit build case.yaml\n")
