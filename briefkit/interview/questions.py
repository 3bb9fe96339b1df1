"""The next question of an interview, and what stays unknown at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefkit.conditions import decide, paths_in
from briefkit.interview.needs import Names, Needs
from briefkit.interview.topics import CHOSEN, DOCUMENT, Interview, Topic, is_closed, rows_begun
from briefkit.messages import Tell, say
from briefkit.model.facts import FactDeclaration
from briefkit.model.naming import LANGUAGES, TONES, Texts, in_language

_NATIVE = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
_TONES = {"cooperative": say("cooperative"), "neutral": say("neutral"), "adversarial": say("adversarial")}


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is put. `choices` pair each value with its label, `labels` hold every other name that it answers to.

    What the program itself asks is a message; the library asks in its own words, which are in the language of the interview already.
    """

    topic: Topic
    text: str
    type: str
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    labels: tuple[tuple[str, Texts], ...] = ()
    confidential: bool = False
    number: int = 1
    about: int = 1


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact that nobody gave: the clauses that wait for it to be decided or printed; none where the document itself does."""

    path: str
    text: str
    clauses: tuple[str, ...]


def next_question(interview: Interview) -> Question | None:
    """The next question; None where there is nothing more to ask."""
    needs = Needs.of(interview)
    topic = next(_document(needs), None)
    if topic is None:
        topic = _in_record(needs) or next(_wanted(needs), None)
    return None if topic is None else _numbered(question_about(topic, interview), needs)


def _document(needs: Needs) -> Iterator[Topic]:
    yield from (topic for topic in map(Topic, DOCUMENT) if topic not in needs.answered)


def _wanted(needs: Needs) -> Iterator[Topic]:
    yield from needs.of_conditions()
    yield from needs.of_texts()


def _in_record(needs: Needs) -> Topic | None:
    """The next question of a list of records that was begun and not closed: a field of its last record, or whether there is one more."""
    for one in needs.lists:
        rows = rows_begun(needs.interview, one.path)
        if not rows or is_closed(needs.interview, one.path):
            continue
        last = rows - 1
        fields = {topic.field for topic in _wanted(needs) if (topic.path, topic.row) == (one.path, last)}
        if _is_marking(needs, one) and Topic(one.path, last, CHOSEN) not in needs.answered:
            return Topic(one.path, last, CHOSEN)
        declared = (path.removeprefix(f"{one.of}.") for path in needs.vocabulary.declared if path.startswith(f"{one.of}."))
        return next((Topic(one.path, last, name) for name in declared if name in fields), Topic(one.path, rows))
    return None


def _is_marking(needs: Needs, records: FactDeclaration) -> bool:
    """Whether it is still open which record is complained of."""
    marked = any((one.topic.path, one.topic.field, one.value) == (records.path, CHOSEN, True) for one in needs.interview.every)
    return f"{records.of}.{CHOSEN}" in needs.vocabulary.declared and not marked


def _numbered(question: Question, needs: Needs) -> Question:
    """How far the interview is: what was asked, and what is open so far as it can be foreseen."""
    asked = len(needs.interview.answers)
    foreseen = {needs.declared_at(topic) for topic in needs.of_texts(ahead=True)} | set(_foreseen(needs))
    about = asked + sum(1 for _ in _document(needs)) + len(foreseen)
    return replace(question, number=asked + 1, about=max(about, asked + 1))


def _foreseen(needs: Needs) -> Iterator[str]:
    """Every fact of a condition that is still open."""
    for clause in needs.candidates():
        if clause.when is not None and decide(clause.when, (needs.facts,)) is None:
            yield from (needs.vocabulary.resolve(path.names) for path in paths_in(clause.when) if needs.topics(path.names))


# --- how a question is put ----------------------------------------------------------------------------


def question_about(topic: Topic, interview: Interview) -> Question:
    """The question about a topic, in the language of the interview."""
    if topic.path in DOCUMENT:
        return _of_document(topic, interview)
    language = interview.language
    declared = {one.path: one for one in interview.holdings.facts}
    records = declared[topic.path]
    if topic.row >= 0 and not topic.field:
        asked = in_language(records.question, language)
        text = say("One more? ({question})", question=asked) if topic.row else say("{question} Is there one to enter?", question=asked)
        return Question(topic, text, "yes-no", in_language(records.help, language))
    one = declared[f"{records.of}.{topic.field}"] if topic.field else records
    return Question(
        topic,
        in_language(one.question, language) or one.path,
        one.type,
        in_language(one.help, language),
        tuple((value, in_language(labels, language)) for value, labels in one.choices),
        one.choices,
        one.confidential,
    )


def in_words(question: Question, language: str, tell: Tell) -> Question:
    """A question in a language, as it is read and its choices are typed."""
    choices = tuple((value, tell(language, label)) for value, label in question.choices)
    return replace(question, text=tell(language, question.text), help=tell(language, question.help), choices=choices)


def is_askable(topic: Topic, interview: Interview) -> bool:
    """Whether the library knows of what a topic is about."""
    declared = {one.path: one for one in interview.holdings.facts}
    one = declared.get(topic.path)
    if topic.path in DOCUMENT or one is None:
        return topic.path in DOCUMENT
    if one.type != "records":
        return topic == Topic(topic.path)
    return topic.row >= 0 and (not topic.field or f"{one.of}.{topic.field}" in declared)


def _of_document(topic: Topic, interview: Interview) -> Question:
    match topic.path:
        case "language":
            made_in = interview.profile.languages if interview.profile else LANGUAGES
            choices = tuple((one, _NATIVE[one]) for one in LANGUAGES if one in made_in)
            return Question(topic, say("In which language is the document?"), "choice", choices=choices)
        case "profile":
            profiles = [one for one in interview.holdings.profiles if interview.language in one.languages]
            choices = tuple((one.id, in_language(one.title, interview.language)) for one in profiles)
            labels = tuple((one.id, one.title) for one in profiles)
            return Question(topic, say("What kind of document is it?"), "choice", choices=choices, labels=labels)
        case "title":
            text, about = say("What is the title of the document?"), say("Without an answer the kind of document is its title.")
            return Question(topic, text, "text", about)
        case "date":
            text, about = say("What date does the document carry?"), say("The day of the document. Some clauses depend on it.")
            return Question(topic, text, "date", about)
    choices = tuple((tone, _TONES[tone]) for tone in TONES)
    return Question(topic, say("In which tone is it written?"), "choice", say("Without an answer the tone is neutral."), choices)


# --- what stays unknown ---------------------------------------------------------------------------------


def unknown_facts(interview: Interview) -> tuple[Unknown, ...]:
    """The facts that were asked for in vain, each with the clauses that wait for it; the document's day is one of them."""
    vain = {one.topic for one in interview.every if one.value is None and not _is_settled(one.topic)}
    open_again = Needs.of(replace(interview, answers=tuple(one for one in interview.answers if one.topic not in vain)))
    waiting: dict[Topic, dict[str, None]] = {topic: {} for topic in vain}
    for slug, names in _by_clause(open_again):
        for topic in (Topic("date"),) if names == ("date",) else open_again.topics(names):
            waiting.get(topic, {})[slug] = None
    asked = [one.topic for one in interview.every if one.topic in vain]
    return tuple(Unknown(_named(topic), _said(topic, interview), tuple(waiting[topic])) for topic in asked)


def _named(topic: Topic) -> str:
    return str(topic) if topic.field else topic.path


def _said(topic: Topic, interview: Interview) -> str:
    """The question of a fact; of a list of records, without asking for the first of them."""
    declared = next((one.question for one in interview.holdings.facts if one.path == topic.path and topic.row >= 0 and not topic.field), ())
    return in_language(declared, interview.language) or question_about(topic, interview).text


def _is_settled(topic: Topic) -> bool:
    """Whether nothing is missed without an answer: the document's tone or title, one more record."""
    return (topic.path in DOCUMENT and topic.path != "date") or (topic.row > 0 and not topic.field)


def _by_clause(needs: Needs) -> Iterator[tuple[str, Names]]:
    standing = needs.standing()
    for clause in needs.candidates():
        if clause.when is not None and decide(clause.when, (needs.facts,)) is None:
            yield from ((clause.slug, path.names) for path in paths_in(clause.when))
        text = clause.text(needs.interview.language)
        if clause.slug in standing and text is not None:
            yield from ((clause.slug, names) for names in needs.in_text(text, ahead=True))
