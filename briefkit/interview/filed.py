"""Answers from a file: a question's fact, and what a person would type. Nobody is there to be asked again, so all that is wrong is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefkit.diagnostics import Checked, Diagnostic, diagnose, did_you_mean
from briefkit.interview.questions import next_question
from briefkit.interview.reading import Complaint, take
from briefkit.interview.topics import DOCUMENT, Answer, Interview, Topic, skipped
from briefkit.messages import NOTHING, Tell, listed, say
from briefkit.model.facts import FactDeclaration
from briefkit.model.libraries import Library
from briefkit.source import Source, Span
from briefkit.yamlmarks import Leaf, Listing, Mapping, Node, read_yaml


@dataclass(frozen=True, slots=True)
class _Filed:
    topic: Topic
    typed: str
    span: Span


def answer_from(source: Source, interview: Interview, tell: Tell) -> Checked[Interview]:
    """The interview with every question answered from a file, or skipped where the file is silent.

    Problems: `yaml-*`, `wrong-type`, `answer-unknown`, `answer-wrong`, `missing-key`, and `answer-unused` for what nobody asked.
    """
    read = read_yaml(source)
    problems = list(read.diagnostics)
    if read.value is not None and not isinstance(read.value, Mapping):
        said, hint = say("The file of answers holds keys with values."), say("for example title: A complaint")
        problems.append(diagnose("wrong-type", said, read.value.span, hint))
    filed = {one.topic: one for one in _filed(read.value, interview.holdings, problems)} if isinstance(read.value, Mapping) else {}
    filed = {topic: one for topic, one in filed.items() if topic not in {answer.topic for answer in interview.given}}
    interview = _asked(interview, filed, problems, tell)
    if interview.profile is None and not any(problem.is_error for problem in problems):
        hint = say("give --profile, or profile: in the file")
        problems.append(diagnose("missing-key", say("The answers do not say what kind of document it is."), source.whole(), hint))
    unused = [one for topic, one in filed.items() if topic not in {answer.topic for answer in interview.answers}]
    for one in unused:
        interview = interview.with_answer(_read(one, interview, problems, tell))
    if not any(problem.is_error for problem in problems):
        problems.extend(_unused(one) for one in unused if one.topic.field or one.topic.row < 0)
    return Checked(_asked(interview, {}, problems, tell) if unused else interview, tuple(problems))


def _unused(one: _Filed) -> Diagnostic:
    said = say("Nothing in this document asks for “{question}”; the case has it all the same.", question=one.topic)
    return diagnose("answer-unused", said, one.span)


def _asked(interview: Interview, filed: dict[Topic, _Filed], problems: list[Diagnostic], tell: Tell) -> Interview:
    while (question := next_question(interview)) is not None:
        found = filed.get(question.topic)
        interview = interview.with_answer(_read(found, interview, problems, tell) if found else skipped(question.topic))
    return interview


def _read(one: _Filed, interview: Interview, problems: list[Diagnostic], tell: Tell) -> Answer:
    answer = take(one.topic, one.typed, interview, tell, one.span)
    if isinstance(answer, Complaint):
        hint = say("For example: {example}", example=answer.example) if answer.example else NOTHING
        problems.append(diagnose("answer-wrong", answer.said, one.span, hint))
        return replace(skipped(one.topic), span=one.span)
    return answer


# --- the file --------------------------------------------------------------------------------------------


def _filed(node: Mapping, library: Library, problems: list[Diagnostic], within: str = "") -> Iterator[_Filed]:
    """The answers of a file; facts stand under their paths, `org.name`, or within their common name."""
    declared = {one.path: one for one in library.facts}
    for key, value in node.entries:
        path = f"{within}.{key.text}" if within else key.text
        if path in DOCUMENT:
            yield from _typed(Topic(path), value, "text", problems)
        elif path in declared and declared[path].type == "records":
            yield from _records(declared[path], value, library, problems)
        elif path in declared and not any(path.startswith(f"{one.of}.") for one in library.facts if one.type == "records"):
            yield from _typed(Topic(path), value, declared[path].type, problems)
        elif isinstance(value, Mapping) and any(known.startswith(f"{path}.") for known in declared):
            yield from _filed(value, library, problems, path)
        else:
            problems.append(_no_question(path, key, library))


def _no_question(path: str, key: Leaf, library: Library) -> Diagnostic:
    """A key that is no fact of the case; a field of records is one only within a record."""
    lists = [one for one in library.facts if one.type == "records"]
    within = next((one for one in lists if path.startswith(f"{one.of}.") or path == one.of), None)
    if within is not None:
        said = say("“{field}” is asked of each record of “{list}”.", field=path, list=within.path)
        return diagnose("answer-unknown", said, key.span, say("write it within one of them: {list}: [{{…}}]", list=within.path))
    fields = tuple(f"{one.of}." for one in lists)
    return _unknown(path, key, [*DOCUMENT, *(one.path for one in library.facts if not one.path.startswith(fields))])


def _unknown(path: str, key: Leaf, known: list[str]) -> Diagnostic:
    others = say("the questions are those of the facts in clauses/facts.yaml, and {names}", names=listed(DOCUMENT))
    return diagnose("answer-unknown", say("There is no question “{name}”.", name=path), key.span, did_you_mean(path, known, others))


def _typed(topic: Topic, node: Node, kind: str, problems: list[Diagnostic]) -> Iterator[_Filed]:
    """What would be typed: a value as it is written; a list as its lines."""
    leaves = node.items if isinstance(node, Listing) and kind == "list" else (node,)
    texts = [leaf.text for leaf in leaves if isinstance(leaf, Leaf)]
    if len(texts) < len(leaves):
        said = say("“{question}” is answered by a single value.", question=topic)
        problems.append(diagnose("wrong-type", said, node.span, say("write it as you would type it")))
    elif any(texts):
        yield _Filed(topic, "\n".join(texts) + ("\n" if isinstance(node, Listing) else ""), node.span)


def _records(declaration: FactDeclaration, node: Node, library: Library, problems: list[Diagnostic]) -> Iterator[_Filed]:
    """The records of a list, each begun by a yes, and a no at their end; a single value answers whether there are any."""
    if isinstance(node, Leaf):
        yield from _typed(Topic(declaration.path, 0), node, "yes-no", problems)
        return
    items = node.items if isinstance(node, Listing) else ()
    if not isinstance(node, Listing):
        said = say("“{list}” is a list of records.", list=declaration.path)
        problems.append(diagnose("wrong-type", said, node.span, say("begin each with a dash")))
    for row, item in enumerate(items):
        yield _Filed(Topic(declaration.path, row), "yes", item.span)
        if isinstance(item, Mapping):
            yield from _fields(declaration, row, item, library, problems)
        else:
            said = say("A record holds keys with values.")
            problems.append(diagnose("wrong-type", said, item.span, say("for example - date: 14.03.2025")))
    if isinstance(node, Listing):
        yield _Filed(Topic(declaration.path, len(items)), "no", node.span)


def _fields(declaration: FactDeclaration, row: int, node: Mapping, library: Library, problems: list[Diagnostic]) -> Iterator[_Filed]:
    prefix = f"{declaration.of}."
    fields = {one.path.removeprefix(prefix): one for one in library.facts if one.path.startswith(prefix)}
    for key, value in node.entries:
        if key.text in fields:
            yield from _typed(Topic(declaration.path, row, key.text), value, fields[key.text].type, problems)
        else:
            problems.append(_unknown(key.text, key, list(fields)))
