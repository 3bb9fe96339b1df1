"""The answers as the files of a case: case.yaml with the questions as comments, the confidential facts apart, and texts to be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefkit.interview.needs import Needs
from briefkit.interview.questions import Question, question_about
from briefkit.interview.topics import DOCUMENT, Answer, Interview, Topic, Value, rows_begun
from briefkit.messages import Message, Tell, say
from briefkit.model.facts import FactDeclaration
from briefkit.model.libraries import Clause
from briefkit.model.naming import in_language
from briefkit.model.profiles import Part, Profile
from briefkit.source import Source
from briefkit.template import fill, prepare
from briefkit.yamlmarks import reads_as_text


@dataclass(frozen=True, slots=True)
class CaseTexts:
    """The files of a new case. `confidential` tells whether the secret one holds any fact; `own` pairs paths with first texts of parts."""

    case: str
    secret: str
    confidential: bool
    own: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A fact of the file: its path's names, what stands above it, and the lines of its value; `lines` is None where it is unknown."""

    names: tuple[str, ...]
    comments: tuple[str, ...]
    lines: tuple[str, ...] | None
    shown: bool = True  # whether the file has a place for it; what stands in the secret file has only its comment here


def case_texts(interview: Interview, name: str, tell: Tell) -> CaseTexts:
    """The files of a case that is to be called `name`.yaml."""
    writer = _Writer(interview, f"{name}.yaml", f"{name}.secret.yaml", tell)
    folder = "own" if name == "case" else f"own/{name}"
    own = [(part, f"{folder}/{part.id}.md") for part in _parts_to_write(interview)]
    skeletons = tuple((path, _skeleton(part, interview.language, tell)) for part, path in own)
    secret = writer.secret()
    return CaseTexts(writer.case({part.id: path for part, path in own}), secret, secret.count("\n") > 1, skeletons)


class _Writer:
    def __init__(self, interview: Interview, case: str, secret: str, tell: Tell) -> None:
        self.interview, self.language, self.tell = interview, interview.language, tell
        self.case_name, self.secret_name = case, secret
        self.lists = {one.path: one for one in interview.holdings.facts if one.type == "records"}

    def case(self, sections: dict[str, str]) -> str:
        head = say("The answers of the interview. A line that begins with # is a question, or a fact that is still unknown.")
        use = say("“briefkit build {case}” makes the Word file; “briefkit schema case” describes every key.", case=self.case_name)
        lines = [self._comment(head), self._comment(use), *self._document()]
        entries = list(self._entries(secret=False))
        known = any(one.lines is not None for one in entries)
        lines += ["facts:" if known else "# facts:", *_written(entries, 2)] if entries else []
        if sections:
            about = say("Text of your own for the parts of the document; each file says what belongs there.")
            lines += [self._comment(about), "sections:", *(f"  {part}: {path}" for part, path in sections.items())]
        lines.append(self._comment(say("Documents of the case; a text cites one as [@x1, p 2].")))
        title = self.tell(self.language, say("Decision"))
        lines.append(f'# exhibits: [{{id: x1, title: "{title}", date: 2025-03-14, file: exhibits/x1.pdf}}]')
        return "\n".join(lines) + "\n"

    def secret(self) -> str:
        head = say(
            "Confidential facts of {case}. This file is not meant for others, and is kept out of version control.", case=self.case_name
        )
        return "\n".join((self._comment(head), *_written(self._entries(secret=True), 0))) + "\n"

    def _comment(self, message: Message) -> str:
        return f"# {self.tell(self.language, message)}"

    def _aside(self, message: Message) -> str:
        return f"({self.tell(self.language, message)})"

    def _document(self) -> Iterator[str]:
        profile = self.interview.profile
        title = self.interview.of_document("title") or (in_language(profile.title, self.language) if profile else "")
        yield f"profile: {profile.id if profile else ''}" + (f"  # {in_language(profile.title, self.language)}" if profile else "")
        yield f"language: {self.language}"
        yield f"tone: {self.interview.tone}  # cooperative, neutral, adversarial"
        yield f"date: {self.interview.day}" if self.interview.day else "# date:"
        yield f"title: {_scalar(title)}"

    # --- facts ----------------------------------------------------------------------------------------

    def _entries(self, secret: bool) -> Iterator[_Entry]:
        """The facts of one of the two files in the order in which the library declares them."""
        answers = {one.topic: one for one in self.interview.every}
        for one in self.interview.holdings.facts:
            if one.type == "records":
                yield from self._records(one, answers, secret)
            elif (answer := answers.get(Topic(one.path))) is not None and one.path not in DOCUMENT:
                yield from self._fact(answer, one, secret)

    def _fact(self, answer: Answer, declaration: FactDeclaration, secret: bool) -> Iterator[_Entry]:
        apart = declaration.confidential
        if secret and not (apart and answer.value is not None):
            return
        comments = [question_about(answer.topic, self.interview).text]
        if apart and not secret:
            there, unknown = say("stands in {file}", file=self.secret_name), say("write it in {file}", file=self.secret_name)
            comments.append(self._aside(unknown if answer.value is None else there))
        shown = secret or answer.value is None or not apart
        lines = self._value(answer) if answer.value is not None and (secret or not apart) else None
        yield _Entry(tuple(declaration.path.split(".")), tuple(comments), lines, shown)

    def _records(self, declaration: FactDeclaration, answers: dict[Topic, Answer], secret: bool) -> Iterator[_Entry]:
        """A list of records. It stands in one file as a whole: in the secret one if a field of a record is confidential."""
        first = answers.get(Topic(declaration.path, 0))
        if first is None:
            return
        rows = [list(self._row(declaration, row, answers)) for row in range(rows_begun(self.interview, declaration.path))]
        apart = any(one.topic.path == declaration.path and self._is_confidential(one, declaration) for one in self.interview.every)
        if apart != secret and secret:
            return
        comments = [in_language(declaration.question, self.language) or declaration.path]
        if apart and not secret:
            why = say("the whole list stands in {file}, since a field of its records is confidential", file=self.secret_name)
            yield _Entry((declaration.path,), (*comments, self._aside(why)), None, False)
            return
        lines = tuple(line for row in rows for line in _item(row)) if rows else None if first.value is None else ("[]",)
        yield _Entry((declaration.path,), tuple(comments), lines)

    def _is_confidential(self, answer: Answer, records: FactDeclaration) -> bool:
        declared = next((one for one in self.interview.holdings.facts if one.path == f"{records.of}.{answer.topic.field}"), None)
        return declared is not None and declared.confidential and answer.value is not None

    def _row(self, declaration: FactDeclaration, row: int, answers: dict[Topic, Answer]) -> Iterator[_Entry]:
        prefix = f"{declaration.of}."
        for one in self.interview.holdings.facts:
            answer = answers.get(Topic(declaration.path, row, one.path.removeprefix(prefix))) if one.path.startswith(prefix) else None
            if answer is not None:
                lines = self._value(answer) if answer.value is not None else None
                yield _Entry(tuple(answer.topic.field.split(".")), (question_about(answer.topic, self.interview).text,), lines)

    def _value(self, answer: Answer) -> tuple[str, ...]:
        """The lines of a value: one for a single value, one behind a dash for each of a list."""
        question = question_about(answer.topic, self.interview)
        if isinstance(answer.value, tuple):
            return tuple(f"- {_labelled(value, question)}" for value in answer.value)
        return (_labelled(answer.value, question),)


def _labelled(value: Value | None, question: Question) -> str:
    """A value as YAML; a choice with its label as a comment."""
    label = dict(question.choices).get(str(value))
    return _scalar(value) + (f"  # {label}" if label else "")


def _scalar(value: Value | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return text if re.fullmatch(r"[a-z][a-z0-9_-]*", text) and reads_as_text(text) else json.dumps(text, ensure_ascii=False)


def _item(entries: list[_Entry]) -> Iterator[str]:
    """A record as an item of a list."""
    if not any(one.lines is not None for one in entries):
        yield "- {}"
        return
    first, *others = _written(entries, 0)
    yield f"- {first}"
    yield from (f"  {line}" for line in others)


def _written(entries: Iterable[_Entry], indent: int) -> Iterator[str]:
    """Facts within their common names; one that is unknown is a comment, and names that hold only such are written out in it."""
    pad = " " * indent
    groups: dict[str, list[_Entry]] = {}
    for one in entries:
        groups.setdefault(one.names[0], []).append(one)
    for name, group in groups.items():
        if len(group[0].names) > 1 and any(one.lines is not None for one in group):
            yield f"{pad}{name}:"
            yield from _written([_Entry(one.names[1:], one.comments, one.lines, one.shown) for one in group], indent + 2)
            continue
        for one in group:
            yield from (f"{pad}# {comment}" for comment in one.comments)
            yield from _valued(".".join(one.names), one, pad)


def _valued(name: str, entry: _Entry, pad: str) -> Iterator[str]:
    if entry.lines is None:
        yield from (f"{pad}# {name}:",) if entry.shown else ()
    elif len(entry.lines) == 1 and not entry.lines[0].startswith("- "):
        yield f"{pad}{name}: {entry.lines[0]}"
    else:
        yield f"{pad}{name}:"
        yield from (f"{pad}  {line}" for line in entry.lines)


# --- texts of the parts ---------------------------------------------------------------------------------


def _parts_to_write(interview: Interview) -> Iterator[Part]:
    """The obligatory parts that nothing fills yet: no clause that is in, and no standard text that says anything.

    Clauses of facts fill none, since what happened in this case no clause can tell.
    """
    profile, needs = interview.profile, Needs.of(interview)
    filled = {_part_of(clause, profile) for clause in needs.standing().values() if clause.kind != "facts"} if profile else set()
    said = {name for name, text in needs.boilerplate().items() if _says(text, needs)}
    for part in profile.parts if profile else ():
        if part.required and part.id not in filled and not any(named.name in said for named in part.opens):
            yield part


def _part_of(clause: Clause, profile: Profile) -> str:
    named = (part.id for part in profile.parts if any(one.name == clause.slug for one in part.clauses))
    by_kind = (part.id for part in profile.parts if clause.kind in part.kinds)
    return next(named, "") or next(by_kind, "")


def _says(text: Source, needs: Needs) -> bool:
    """Whether a standard text comes out with anything in it."""
    filled = fill(prepare(text.span(0, len(text.text))).value, needs.facts, needs.vocabulary, needs.interview.language).value
    return any(line.strip() and not line.lstrip().startswith(":::") for line in filled.text.splitlines())


def _skeleton(part: Part, language: str, tell: Tell) -> str:
    """The first text of a part: a comment that says what belongs there, and a remark, with which a draft can be built."""
    heading = in_language(part.heading, language) or part.id
    about = say(
        "The part “{heading}” of the document. Write its text here and take the remark away; a final document waits for it.",
        heading=heading,
    )
    listed = say("To be listed in the case, under the key exhibits: {heading}.", heading=heading)
    remark = listed if part.lists == "exhibits" else say("To be written: {heading}.", heading=heading)
    return f"{{# {tell(language, about)} #}}\n\n{{% note %}}{tell(language, remark)}{{% endnote %}}\n"
