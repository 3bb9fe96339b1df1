"""What a request for review says, in English, Russian and Kazakh."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefkit.wording import said

_SAYS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "title": ("Clauses for review", "Тексты на проверку", "Тексеруге берілген мәтіндер"),
        "intro": (
            "Each text below goes into many documents: please read it as you would a draft of your own. Every branch of it stands here, "
            "with its condition in square brackets before it; ‹words in such marks› are facts that each case fills in. Put comments beside "
            "the words that they are about, answer a question by a reply, or change the words with tracked changes. Please leave the "
            "numbers [1], [2] and the lines with the marks of the texts as they are: by them your answers are read.",
            "Каждый текст ниже войдет во многие документы: просим читать его так, как вы читали бы собственный проект. Здесь стоят все его "
            "варианты, перед каждым в квадратных скобках – условие; ‹слова в таких знаках› – факты, которые подставляет каждое дело. "
            "Ставьте примечания рядом со словами, к которым они относятся, на вопрос отвечайте ответом на примечание, слова правьте в "
            "режиме исправлений. Просим не менять номера [1], [2] и строки с метками текстов: по ним читаются ваши ответы.",
            "Төмендегі әр мәтін көптеген құжатқа кіреді: оны өз жобаңыздай оқып шығуыңызды сұраймыз. Мұнда оның барлық нұсқасы тұр, "
            "әрқайсысының алдында тік жақшада – шарты; ‹осындай белгідегі сөздер› – әр іс қоятын фактілер. Ескертпелерді тиісті сөздердің "
            "жанына қойыңыз, сұраққа ескертпеге жауап ретінде жауап беріңіз, сөздерді түзетулерді бақылау режимінде өзгертіңіз. [1], [2] "
            "нөмірлерін және мәтіндердің белгілері бар жолдарды өзгертпеуіңізді сұраймыз: жауаптарыңыз солар бойынша оқылады.",
        ),
        "role": (
            "Nothing is signed by sending this file back. At its end is a table for your decision on each text; give your role there, such "
            "as “counsel of the CSO”, and no name. The library records roles, and checks nobody’s identity.",
            "Возврат этого файла ничего не подписывает. В конце – таблица для вашего решения по каждому тексту; укажите в ней свою роль, "
            "например «юрист организации», а не имя. Библиотека хранит роли и не проверяет ничью личность.",
            "Бұл файлды қайтару ештеңеге қол қою емес. Соңында әр мәтін бойынша шешіміңізге арналған кесте бар; онда атыңызды емес, "
            "рөліңізді жазыңыз, мысалы «ұйымның заңгері». Кітапхана рөлдерді ғана сақтайды және ешкімнің жеке басын тексермейді.",
        ),
        "draft": ("Draft, version {version}.", "Проект, версия {version}.", "Жоба, {version}-нұсқа."),
        "reviewed": (
            "Marked as reviewed, version {version}.",
            "Отмечен как проверенный, версия {version}.",
            "Тексерілген деп белгіленген, {version}-нұсқа.",
        ),
        "retired": ("Withdrawn, version {version}.", "Изъят, версия {version}.", "Алынып тасталған, {version}-нұсқа."),
        "unsigned": ("Nobody has signed it.", "Никем не подписан.", "Оған ешкім қол қоймаған."),
        "signed": ("Signed by {by}, {on}.", "Подписал: {by}, {on}.", "Қол қойған: {by}, {on}."),
        "changed": (
            "It changed since it was signed by {by}, {on}.",
            "Изменен после подписания ({by}, {on}).",
            "Қол қойылғаннан кейін өзгерген ({by}, {on}).",
        ),
        "when": ("It stands in a document when: ", "Входит в документ при условии: ", "Құжатқа мына шартпен кіреді: "),
        "always": ("It stands in every document of its kind.", "Входит в каждый документ своего рода.", "Өз түріндегі әр құжатқа кіреді."),
        "requires": ("It comes with: {names}.", "Вместе с ним идут: {names}.", "Онымен бірге жүретіндер: {names}."),
        "conflicts": ("It never stands beside: {names}.", "Не стоит рядом с: {names}.", "Мыналармен қатар тұрмайды: {names}."),
        "asks": (
            "Question: is this the right condition, so that the text stands in every case where it should and in no other?",
            "Вопрос: верно ли условие, то есть стоит ли текст во всех делах, где он нужен, и ни в каких других?",
            "Сұрақ: шарт дұрыс па, яғни мәтін керек істердің бәрінде тұрып, басқаларында тұрмай ма?",
        ),
        "if": ("if {condition}", "если {condition}", "егер {condition}"),
        "elif": ("otherwise, if {condition}", "иначе, если {condition}", "әйтпесе, егер {condition}"),
        "else": ("otherwise", "иначе", "әйтпесе"),
        "endif": ("end of: if {condition}", "конец: если {condition}", "соңы: егер {condition}"),
        "end": ("end", "конец", "соңы"),
        "for": ("for each {item} of {path}", "для каждого {item} из {path}", "{path} ішінен әр {item} үшін"),
        "endfor": ("end of: for each {item}", "конец: для каждого {item}", "соңы: әр {item} үшін"),
        "sources": ("Sources", "Источники", "Дереккөздер"),
        "source": ("Source", "Источник", "Дереккөз"),
        "place": ("Place", "Место", "Орны"),
        "says": ("What it says", "О чем там говорится", "Онда не айтылған"),
        "state": ("Seen", "Сверено", "Салыстырылған"),
        "whole": ("the whole", "в целом", "тұтас"),
        "seen": ("{by}, {on}", "{by}, {on}", "{by}, {on}"),
        "unseen": ("not yet", "еще нет", "әлі жоқ"),
        "unlisted": ("not yet; not listed", "еще нет; места нет в перечне", "әлі жоқ; тізімде жоқ"),
        "unknown": ("unknown", "неизвестен", "белгісіз"),
        "sign": ("Decisions", "Решения", "Шешімдер"),
        "sign-intro": (
            "One row for each text. “Approved” alone asks for a signature; anything else is read as a comment on the whole text.",
            "По строке на каждый текст. Просьбу подписать означает только слово «согласовано»; все остальное читается как замечание к "
            "тексту в целом.",
            "Әр мәтінге бір жол. Тек «келісілді» сөзі қол қоюды сұрайды; қалғанының бәрі мәтінге тұтас берілген ескерту ретінде оқылады.",
        ),
        "text": ("Text", "Текст", "Мәтін"),
        "by": (
            "Role (no name), such as: local counsel",
            "Роль (не имя), например: местный юрист",
            "Рөлі (аты емес), мысалы: жергілікті заңгер",
        ),
        "on": ("Date, such as 2026-11-29", "Дата, например 29.11.2026", "Күні, мысалы 29.11.2026"),
        "decision": (
            "Decision: approved, or what is missing",
            "Решение: согласовано или чего не хватает",
            "Шешім: келісілді немесе не жетіспейді",
        ),
    }
)

# The standing of an authority for the State, as a request says it.
_STATUSES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "binding": ("binding on Kazakhstan", "обязателен для Казахстана", "Қазақстан үшін міндетті"),
        "interpretation": (
            "an authoritative interpretation, not formally binding",
            "авторитетное толкование, формально не обязательное",
            "беделді түсіндірме, ресми түрде міндетті емес",
        ),
        "finding-kazakhstan": ("a finding on Kazakhstan", "вывод в отношении Казахстана", "Қазақстанға қатысты тұжырым"),
        "finding-other": (
            "an authoritative finding against another State",
            "авторитетный вывод в отношении другого государства",
            "басқа мемлекетке қатысты беделді тұжырым",
        ),
        "soft-law": ("soft law, not binding", "мягкое право, не обязательно", "жұмсақ құқық, міндетті емес"),
        "political-commitment": (
            "a political commitment, not legally binding",
            "политическое обязательство, юридически не обязательное",
            "саяси міндеттеме, заңдық тұрғыда міндетті емес",
        ),
        "comparative": ("comparative only, not binding", "только для сравнения, не обязательно", "салыстыру үшін ғана, міндетті емес"),
        "domestic": ("domestic law of Kazakhstan", "право Казахстана", "Қазақстанның құқығы"),
        "self-regulation": ("self-regulation, not binding", "саморегулирование, не обязательно", "өзін-өзі реттеу, міндетті емес"),
        "literature": ("literature", "литература", "әдебиет"),
    }
)

# A decision that asks for a signature, and nothing else; compared without case, stops and spaces around it.
APPROVALS = frozenset(
    ("approve", "approved", "i approve", "agreed", "ok", "yes", "signed")
    + ("согласовано", "согласован", "согласна", "одобрено", "одобряю", "утверждено", "утверждаю", "да")
    + ("келісілді", "келісемін", "мақұлданды", "мақұлдаймын", "бекітілді", "иә")
)


def say_in(language: str, name: str, **values: object) -> str:
    """What a request says, with values."""
    words = said(_SAYS, name, language)
    return words.format(**values) if values else words


def standing_in(language: str, status: str) -> str:
    """The standing of an authority in words."""
    return said(_STATUSES, status, language) if status in _STATUSES else status


def every_way(name: str) -> frozenset[str]:
    """What a request says, in each language."""
    return frozenset(_SAYS[name])
