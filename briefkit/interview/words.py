"""What the interview itself says, in English, Russian and Kazakh."""

from __future__ import annotations

from briefkit.wording import said

_WORDS = {  # name: in English, Russian, Kazakh
    # questions about the document
    "language": ("In which language is the document?", "На каком языке документ?", "Құжат қай тілде?"),
    "profile": ("What kind of document is it?", "Какой это документ?", "Бұл қандай құжат?"),
    "title": ("What is the title of the document?", "Как озаглавлен документ?", "Құжаттың тақырыбы қандай?"),
    "date": ("What date does the document carry?", "Какой датой помечен документ?", "Құжаттың күні қандай?"),
    "tone": ("In which tone is it written?", "В каком тоне он пишется?", "Ол қандай үнде жазылады?"),
    "title-help": (
        "Without an answer the kind of document is its title.",
        "Без ответа заголовком станет вид документа.",
        "Жауап берілмесе, құжат түрі тақырып болады.",
    ),
    "date-help": (
        "The day of the document. Some clauses depend on it.",
        "День документа. От него зависят некоторые разделы.",
        "Құжаттың күні. Кейбір бөлімдер соған байланысты.",
    ),
    "tone-help": (
        "Without an answer the tone is neutral.",
        "Без ответа тон будет нейтральным.",
        "Жауап берілмесе, үні бейтарап болады.",
    ),
    "cooperative": ("cooperative", "сотрудничество", "ынтымақтастық"),
    "neutral": ("neutral", "нейтральный", "бейтарап"),
    "adversarial": ("adversarial", "состязательный", "жарыспалы"),
    # records
    "first": ("{question} Is there one to enter?", "{question} Есть что внести?", "{question} Енгізетін жазба бар ма?"),
    "more": ("One more? ({question})", "Внести еще одну запись? ({question})", "Тағы бір жазба енгізесіз бе? ({question})"),
    "record": ("Record {number}", "Запись {number}", "{number}-жазба"),
    # the terminal
    "welcome": (
        "Enter skips a question, < goes back, ? explains, . saves and stops.",
        "Enter – пропустить вопрос, < – назад, ? – пояснение, . – сохранить и остановиться.",
        "Enter – сұрақты өткізіп жіберу, < – артқа, ? – түсіндірме, . – сақтап тоқтау.",
    ),
    "resumed": (
        "Going on where you stopped; answers so far: {number}.",
        "Продолжаем с того места, где вы остановились; ответов уже: {number}.",
        "Тоқтаған жерден жалғастырамыз; берілген жауаптар: {number}.",
    ),
    "progress": ("Question {number} of about {about}", "Вопрос {number} примерно из {about}", "Шамамен {about} сұрақтың {number}-сұрағы"),
    "confidential": ("confidential", "конфиденциально", "құпия"),
    "several": (
        "Several answers: by numbers, with commas.",
        "Можно несколько: номера через запятую.",
        "Бірнешеуін таңдауға болады: нөмірлері үтір арқылы.",
    ),
    "listed": (
        "Several answers: with semicolons; a semicolon at the end of a line goes on in the next.",
        "Можно несколько: через точку с запятой; с нею в конце строки ответ продолжается на следующей.",
        "Бірнешеуін нүктелі үтір арқылы жазуға болады; жол соңында тұрса, жауап келесі жолда жалғасады.",
    ),
    "example": ("For example: {example}", "Например: {example}", "Мысалы: {example}"),
    "no-help": ("There is no more to say about it.", "Пояснения к этому вопросу нет.", "Бұл сұраққа түсіндірме жоқ."),
    "read-as": ("Read as: {value}", "Понято так: {value}", "Былай түсінілді: {value}"),
    "was": ("The answer was: {typed}", "Ответ был: {typed}", "Жауап мынадай болды: {typed}"),
    "first-question": ("This is the first question.", "Это первый вопрос.", "Бұл – бірінші сұрақ."),
    "stopped": (
        "Saved. To go on: {command}",
        "Сохранено. Чтобы продолжить: {command}",
        "Сақталды. Жалғастыру үшін: {command}",
    ),
    "wrote": ("Wrote {file}", "Записано: {file}", "Жазылды: {file}"),
    "kept": ("Kept {file}, which was there already", "Оставлено как есть: {file}", "Бұрынғы қалпында қалды: {file}"),
    "exposed": (
        "The file .gitignore does not keep {file} out of version control: add the line *.secret.yaml to it.",
        "Файл .gitignore не исключает {file} из системы контроля версий: добавьте в него строку *.secret.yaml.",
        ".gitignore файлы {file} файлын нұсқаларды бақылау жүйесінен шығармайды: оған *.secret.yaml жолын қосыңыз.",
    ),
    "in-plan": ("In the document, in this order", "В документе, в этом порядке", "Құжатта, осы ретпен"),
    "part": ("part", "часть", "бөлік"),
    "clause": ("clause", "раздел", "бөлім"),
    "title-of": ("title", "название", "атауы"),
    "because": ("because", "основание", "себебі"),
    "unknown": ("Still unknown", "Еще неизвестно", "Әзірге белгісіз"),
    "fact": ("fact", "факт", "факт"),
    "question": ("question", "вопрос", "сұрақ"),
    "waiting": ("clauses that wait for it", "какие разделы этого ждут", "мұны күтетін бөлімдер"),
    "of-the-document": ("(the document itself)", "(сам документ)", "(құжаттың өзі)"),
    "needed": (
        "The document cannot be built without: {facts}. Give them in {case}.",
        "Без этого документ не собрать: {facts}. Впишите их в {case}.",
        "Бұларсыз құжат құрастырылмайды: {facts}. Оларды {case} файлына жазыңыз.",
    ),
    "build": ("Build now?", "Собрать документ сейчас?", "Құжатты қазір құрастыру керек пе?"),
    "next": ("Next: {command}", "Дальше: {command}", "Келесі қадам: {command}"),
    # complaints
    "must-answer": (
        "The rest depends on this: choose one, or stop with a full stop.",
        "От этого зависит остальное: выберите один вариант или остановитесь точкой.",
        "Қалғаны осыған байланысты: біреуін таңдаңыз немесе нүкте қойып тоқтаңыз.",
    ),
    "not-a-date": ("“{typed}” is not a day.", "«{typed}» – не дата.", "«{typed}» – күн емес."),
    "no-such-day": ("There is no day “{typed}”.", "Дня «{typed}» нет в календаре.", "Күнтізбеде «{typed}» деген күн жоқ."),
    "short-year": (
        "“{typed}”: write the year with four digits.",
        "«{typed}»: напишите год четырьмя цифрами.",
        "«{typed}»: жылды төрт цифрмен жазыңыз.",
    ),
    "not-a-sum": ("“{typed}” is not a sum.", "«{typed}» – не сумма.", "«{typed}» – сома емес."),
    "which-mark": (
        "“{typed}” can be read in two ways: the mark may part thousands or decimals.",
        "«{typed}» можно прочесть двояко: знак отделяет тысячи или дробную часть.",
        "«{typed}» екі түрлі оқылады: белгі мыңдықты немесе бөлшекті бөліп тұр.",
    ),
    "other-currency": (
        "“{typed}” is not in tenge. Give the sum in tenge.",
        "«{typed}» – не в тенге. Укажите сумму в тенге.",
        "«{typed}» – теңгемен емес. Соманы теңгемен көрсетіңіз.",
    ),
    "not-a-count": ("“{typed}” is not a whole number.", "«{typed}» – не целое число.", "«{typed}» – бүтін сан емес."),
    "not-yes-no": ("“{typed}”: answer yes or no.", "«{typed}»: ответьте да или нет.", "«{typed}»: иә немесе жоқ деп жауап беріңіз."),
    "not-a-choice": ("“{typed}” is none of the choices.", "«{typed}»: такого варианта нет.", "«{typed}»: мұндай нұсқа жоқ."),
    "not-an-act": (
        "“{typed}” is not a citation of an act.",
        "«{typed}» – не ссылка на акт.",
        "«{typed}» – актіге сілтеме емес.",
    ),
    "no-authority": (
        "There is no authority “{typed}”; an exhibit is cited in the case itself, once it is listed there.",
        "Источника «{typed}» нет; на приложение ссылаются в самом деле, когда оно там перечислено.",
        "«{typed}» дереккөзі жоқ; қосымшаға істің өзінде, ол тізімге енген соң сілтеме жасалады.",
    ),
    "not-a-text": ("This cannot stand in a text.", "Такое не может стоять в тексте.", "Мұндай мәтінде тұра алмайды."),
    "perhaps": ("Did you mean “{near}”?", "Возможно, «{near}»?", "Мүмкін, «{near}»?"),
    "example-date": ("14 March 2025 or 2025-03-14", "14.03.2025 или 14 марта 2025", "14.03.2025 немесе 2025 жылғы 14 наурыз"),
    "example-money": ("1,200,000 or 1.2 million", "1 200 000 тенге или 1,2 млн", "1 200 000 теңге немесе 1,2 млн"),
    "example-count": ("12", "12", "12"),
    "example-yes-no": ("yes", "да", "иә"),
    "example-list": ("one thing; another", "одно; другое", "біреуі; екіншісі"),
    "example-act": ("@kz-aoc-2014, art 460-1", "@kz-aoc-2014, art 460-1", "@kz-aoc-2014, art 460-1"),
    "example-choice": ("1", "1", "1"),
    # the case file
    "case-head": (
        "The answers of the interview. A line that begins with # is a question, or a fact that is still unknown.",
        "Ответы опроса. Строка, начатая знаком #, – вопрос или факт, который еще неизвестен.",
        "Сауалнама жауаптары. # белгісінен басталған жол – сұрақ немесе әлі белгісіз факт.",
    ),
    "case-use": (
        "“briefkit build {case}” makes the Word file; “briefkit schema case” describes every key.",
        "Документ Word собирает команда «briefkit build {case}»; ключи описывает «briefkit schema case».",
        "Word құжатын «briefkit build {case}» жасайды; кілттерді «briefkit schema case» сипаттайды.",
    ),
    "in-secret": ("stands in {file}", "ответ – в файле {file}", "жауабы {file} файлында"),
    "for-secret": ("write it in {file}", "вписать в файл {file}", "{file} файлына жазу керек"),
    "secret-head": (
        "Confidential facts of {case}. This file is not meant for others, and is kept out of version control.",
        "Конфиденциальные факты дела {case}. Файл не для передачи и не для системы контроля версий.",
        "{case} ісінің құпия фактілері. Файл басқаларға берілмейді, нұсқаларды бақылау жүйесіне қосылмайды.",
    ),
    "sections-head": (
        "Text of your own for the parts of the document; each file says what belongs there.",
        "Собственный текст частей документа; в каждом файле сказано, что в нем должно быть.",
        "Құжат бөліктерінің өз мәтіні; не жазылатыны әр файлда айтылған.",
    ),
    "exhibits-head": (
        "Documents of the case; a text cites one as [@x1, p 2].",
        "Документы дела; в тексте на них ссылаются так: [@x1, p 2].",
        "Іс құжаттары; мәтінде оларға былай сілтеме жасалады: [@x1, p 2].",
    ),
    "example-title": ("Decision", "Постановление", "Қаулы"),
    "part-comment": (
        "The part “{heading}” of the document. Write its text here and take the remark away; a final document waits for it.",
        "Часть документа «{heading}». Напишите здесь ее текст и уберите пометку: без него окончательный документ не собирается.",
        "Құжаттың «{heading}» бөлігі. Мәтінін осында жазып, белгіні алып тастаңыз: онсыз түпкілікті құжат құрастырылмайды.",
    ),
    "part-remark": (
        "To be written: {heading}.",
        "Нужно написать: {heading}.",
        "Жазу керек: {heading}.",
    ),
    "part-exhibits": (
        "To be listed in the case, under the key exhibits: {heading}.",
        "Нужно перечислить в деле под ключом exhibits: {heading}.",
        "Істе exhibits кілтімен тізіп шығу керек: {heading}.",
    ),
}


def say(name: str, language: str, **values: object) -> str:
    """What the interview says in a language; English where it has no other."""
    return said(_WORDS, name, language).format(**values)
