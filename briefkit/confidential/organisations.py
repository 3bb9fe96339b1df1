"""How an organisation is called: by its whole name, and by what is its own in it, without the kind of organisation that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefkit.confidential.folding import fold
from briefkit.confidential.phrases import LEAST, WAYS, Form, in_a_row, letters_in, listed, phrase, words_of

# Words that say what an organisation is, which any other may be too.
_KINDS = listed(
    "the a of for and public private corporate social charitable international foundation fund association union society centre center"
    " institute institution initiative organisation organization company movement league committee bureau office group network ngo"
    " llp ltd llc jsc и по для при фонд фонда общественный общественная общественное общественного корпоративный частный частное"
    " благотворительный международный объединение объединения учреждение ассоциация союз общество центр институт инициатива"
    " организация движение комитет бюро компания группа сеть юридических лиц"
    " республиканское республиканский областной областное городской городское"
    " оф оо чф кф ро роо гоо уч чу ао тоо ип оюл нко нпо"
    " және үшін қор қоры қоғамдық жеке корпоративтік қайырымдылық халықаралық бірлестік бірлестігі ұйым ұйымы мекеме мекемесі қауымдастық"
    " қауымдастығы одақ одағы қоғам қоғамы орталық орталығы институты бастама бастамасы қозғалыс қозғалысы комитеті"
    " республикалық ққ қб"
)
_QUOTED = re.compile(r"[«“„\"]\s*([^«»“”„\"]+?)\s*[»”“\"]")
_REMARK = re.compile(r"\([^)]*\)\s*$")
_ACRONYM = 3  # letters that an acronym has at least


def organisation_forms(text: str) -> Iterator[Form]:
    """Every way of writing an organisation's name."""
    bare = _REMARK.sub("", text)
    words = words_of(bare)
    yield from phrase(words)
    for own in own_names(bare):
        if own != words:
            yield from phrase(own, "name")
        if len(own) == 1 and letters_in(own) >= LEAST:
            yield from _quoted(own)
    yield from _acronym(words)


def own_names(text: str) -> list[list[str]]:
    """What is an organisation's own in its name: what stands in quotation marks, else what is left of it without its kind."""
    quoted = [words_of(one) for one in _QUOTED.findall(text)]
    if quoted:
        return [words for words in quoted if letters_in(words) >= LEAST]
    words = words_of(text)
    while words and words[0] in _KINDS:
        words = words[1:]
    while words and words[-1] in _KINDS:
        words = words[:-1]
    return [words] if letters_in(words) >= LEAST else []


def marked_names(text: str) -> list[str]:
    """What stands in quotation marks in an organisation's name, with the marks: a name in them is a name wherever it stands."""
    return [f"«{name}»" for name in _QUOTED.findall(_REMARK.sub("", text))]


def _quoted(own: list[str]) -> Iterator[Form]:
    """A name of one word within quotation marks, which is a name even where the word is an ordinary one: «Надежда»."""
    for _, spell in WAYS:
        yield Form("quoted name", rf'" ?{in_a_row(own, spell)} ?"')


def _acronym(words: list[str]) -> Iterator[Form]:
    letters = "".join(word[0] for word in words if word not in ("the", "a", "of", "for", "and", "и", "по", "для", "при", "және"))
    if len(letters) >= _ACRONYM:
        yield Form("acronym", re.escape(fold(letters).text) + r"(?![^\W\d_])", sure=False, capital=True)
