"""Counsel's checklist: what a person still has to adopt, open or see to before a document is filed, as a document of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import Tell, say
from briefkit.model.case import Case, Plan, Planned
from briefkit.model.naming import in_language
from briefkit.tree import Block, Cite, Heading, Inline, Items, Opinion, Paragraph, Remark, Table, Text, cell
from briefkit.walk import inlines_of, plain
from briefkit.wording import said, write_date

# What the list says, in English, Russian and Kazakh.
_SAYS = {
    "title": ("Counsel’s checklist", "Контрольный список для юриста", "Заңгерге арналған тексеру тізімі"),
    "intro": (
        "The texts below are drafts, or translations that lag behind. Local counsel is asked to read each and to adopt it for this case; "
        "who adopts one is recorded in the case by role: accepted: {clause: role}.",
        "Тексты ниже – проекты или переводы, отставшие от оригинала. Просим местного юриста прочитать каждый и принять его для этого дела; "
        "кто принял текст, отмечается в деле по роли: accepted: {clause: role}.",
        "Төмендегі мәтіндер – жобалар немесе түпнұсқадан қалып қойған аудармалар. Жергілікті заңгерден әрқайсысын оқып, осы іс үшін "
        "қабылдауды сұраймыз; кім қабылдағаны істе рөлі бойынша көрсетіледі: accepted: {clause: role}.",
    ),
    "texts": ("Texts to adopt", "Тексты, которые нужно принять", "Қабылданатын мәтіндер"),
    "text": ("Text", "Текст", "Мәтін"),
    "state": ("State", "Состояние", "Күйі"),
    "by": ("Adopted by", "Кем принят", "Кім қабылдады"),
    "draft": ("draft, version {version}", "проект, версия {version}", "жоба, {version}-нұсқа"),
    "stale": (
        "translation of version {old}; the text is at version {version}",
        "перевод версии {old}; текст в версии {version}",
        "{old}-нұсқаның аудармасы; мәтін {version}-нұсқада",
    ),
    "none": ("Every text is reviewed or adopted.", "Все тексты проверены или приняты.", "Барлық мәтін тексерілген немесе қабылданған."),
    "places": ("Places to open", "Места, которые нужно открыть", "Ашып көретін жерлер"),
    "place": ("Place", "Место", "Орны"),
    "where": ("Where to look", "Где смотреть", "Қайдан қарау керек"),
    "notes": ("Notes to the drafter", "Заметки для составителя", "Құрастырушыға ескертпелер"),
    "forum": ("What the forum asks", "Требования адресата", "Органның талаптары"),
}
FORUM_CODES = frozenset({"limit-exceeded", "unverified-limit", "limit-uncounted", "forbidden-content", "fact-expected"})


def to_adopt(case: Case, plan: Plan) -> Iterator[tuple[Planned, bool]]:
    """The clauses of a document that a person has to adopt: drafts, and translations that lag behind (told by True)."""
    for one in plan.planned:
        stale = one.clause.rendered(case.language) < one.clause.version
        if stale or one.clause.status == "draft":
            yield one, stale


def check_adoption(case: Case, plan: Plan) -> Iterator[Diagnostic]:
    """`clause-not-adopted` for each of them that nobody has adopted: it does not stop a document, but somebody should read it."""
    accepted = {named.name for named, _ in case.accepted}
    for one, stale in to_adopt(case, plan):
        if one.clause.slug not in accepted:
            slug = one.clause.slug
            said = (
                say("Nobody has adopted the clause “{clause}” for this case, and its translation lags behind.", clause=slug)
                if stale
                else say("Nobody has adopted the clause “{clause}” for this case, and it is a draft.", clause=slug)
            )
            hint = say(
                "counsel reads it (-o checklist.docx lists all); then in the case: accepted: {{{clause}: local counsel}}", clause=slug
            )
            yield diagnose("clause-not-adopted", said, one.clause.span, hint)


def checklist(case: Case, plan: Plan, opinion: Opinion, problems: Iterable[Diagnostic], tell: Tell) -> Opinion:
    """The checklist of a document, in its language. `problems` are those of the build; what the forum asks is taken from them."""
    language = case.language
    blocks = [
        Paragraph((Text(_say("intro", language)),)),
        *_texts(case, plan, language),
        *_places(opinion, language),
        *_listed("notes", _remarks(opinion), language),
        *_listed("forum", (tell(language, one.message) for one in problems if one.code in FORUM_CODES), language),
    ]
    title = _say("title", language)
    return Opinion(
        title=(Text(title),),
        blocks=tuple(blocks),
        language=language,
        profile="checklist",
        date=write_date(case.date, language) if case.date else "",
        subtitle=(plain(opinion.title),),
        draft=opinion.draft,
        short_title=title,
    )


def _say(name: str, language: str) -> str:
    return said(_SAYS, name, language)


def _texts(case: Case, plan: Plan, language: str) -> Iterator[Block]:
    yield _heading("texts", language)
    accepted = {named.name: role for named, role in case.accepted}
    rows = []
    for one, stale in to_adopt(case, plan):
        clause = one.clause
        state = _say("stale" if stale else "draft", language).format(version=clause.version, old=clause.rendered(language))
        name = f"{in_language(clause.title, language)} ({clause.slug})"
        rows.append((name, state, accepted.get(clause.slug, "")))
    yield _table(("text", "state", "by"), rows, language) if rows else Paragraph((Text(_say("none", language)),))


def _places(opinion: Opinion, language: str) -> Iterator[Block]:
    refs = [ref for one in inlines_of(opinion) if isinstance(one, Cite) for ref in one.refs]
    places = dict.fromkeys((f"{ref.authority}, {loc}" if loc else ref.authority, ref.to_open) for ref in refs for loc in ref.unverified)
    if places:
        yield _heading("places", language)
        yield _table(("place", "where"), list(places), language)


def _remarks(opinion: Opinion) -> Iterator[str]:
    yield from dict.fromkeys(one.comment for one in inlines_of(opinion) if isinstance(one, Remark) and not one.mark)


def _listed(name: str, texts: Iterable[str], language: str) -> Iterator[Block]:
    items = tuple((Paragraph((Text(text),)),) for text in dict.fromkeys(texts) if text)
    if items:
        yield _heading(name, language)
        yield Items(items)


def _heading(name: str, language: str) -> Heading:
    return Heading(1, (Text(_say(name, language)),))


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], language: str) -> Table:
    def words(text: str) -> tuple[Inline, ...]:
        return (Text(text),) if text else ()

    header = tuple(cell(Text(_say(name, language))) for name in columns)
    return Table(header, tuple(tuple(cell(*words(text)) for text in row) for row in rows))
