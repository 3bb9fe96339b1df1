"""The report on a public version as one page: what stands for what in it, and what it may still give away.

It holds the real names, so it says above all else that it is for nobody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefkit.diagnostics import Diagnostic
from briefkit.messages import Message, say
from briefkit.model.libraries import Library
from briefkit.model.naming import in_language
from briefkit.pages import escaped, whole_page
from briefkit.publication.cases import PublicVersion
from briefkit.publication.naming import Renamed
from briefkit.publication.risks import Risks, risks_of
from briefkit.tree import Opinion
from briefkit.walk import plain

Tell = Callable[[object], str]  # says a message in its reader's language
_TITLE = say("What the public version hides, and what it leaves")
STYLE = """\
.warning { border: 2px solid var(--gone); background: var(--gone-paper); padding: .75rem 1rem; margin: 1rem 0; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .5rem 0 1rem; overflow-wrap: break-word; hyphens: auto; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: normal; }
td code { font-size: .8em; color: var(--quiet); hyphens: none; }
ul { padding-left: 1.2rem; }
@media (max-width: 30rem) { th, td { padding-right: .5rem; font-size: .95rem; } }
"""


def write_report(
    public: PublicVersion, opinion: Opinion, library: Library, problems: Sequence[Diagnostic], tell: Tell, language: str
) -> str:
    """The page, as HTML. `problems` are what was found in the finished files; `language` is the one that `tell` speaks."""
    risks = risks_of(public, opinion, library)
    return whole_page(tell(_TITLE), STYLE, _body(public, plain(opinion.title), risks, problems, tell), language)


def _body(public: PublicVersion, title: str, risks: Risks, problems: Sequence[Diagnostic], tell: Tell) -> Iterator[str]:
    here = public.case.language
    yield f"<header>\n<h1>{_said(_TITLE, tell)}</h1>"
    yield f'<p class="quiet" lang="{escaped(here)}">{escaped(title)}</p>\n</header>\n<main>'
    warning = say("This page holds the real names. Do not send it to anybody, and do not keep it beside the public version.")
    yield f'<p class="warning"><strong>{_said(warning, tell)}</strong></p>'
    yield from _found(problems, tell)
    kinds = (
        ("pseudonym", say("Replaced by a pseudonym"), say("Nothing in the case is confidential.")),
        ("general", say("Told less exactly"), say("Nothing in the case had to be told less exactly.")),
        ("kept", say("Left in its own words, without days and sums"), say("No text that may identify somebody is left in its own words.")),
    )
    for how, heading, none in kinds:
        yield _heading(heading, tell)
        yield from _table([one for one in public.renamed if one.how == how], none, public, tell)
    yield from _risks(risks, tell)
    yield "</main>"


def _found(problems: Sequence[Diagnostic], tell: Tell) -> Iterator[str]:
    yield _heading(say("Found in the finished files"), tell)
    kinds = (
        (say("These were found, so nothing was written:"), [one for one in problems if one.is_error]),
        (say("These may be ordinary words, and somebody has to look at them:"), [one for one in problems if not one.is_error]),
    )
    if not problems:
        yield f"<p>{_said(say('No confidential value was found in them.'), tell)}</p>"
    for heading, found in kinds:
        if found:
            yield f"<p>{_said(heading, tell)}</p>\n<ul>"
            yield from (f"<li>{_said(one.message, tell)}</li>" for one in found)
            yield "</ul>"


def _table(renamed: Iterable[Renamed], none: Message, public: PublicVersion, tell: Tell) -> Iterator[str]:
    rows = list(dict.fromkeys((one.path, one.value, one.words) for one in renamed))
    if not rows:
        yield f'<p class="quiet">{_said(none, tell)}</p>'
        return
    heads = (say("Fact"), say("In the case"), say("In the public version"))
    cells = "".join(f'<th scope="col">{_said(one, tell)}</th>' for one in heads)
    yield f"<table>\n<thead><tr>{cells}</tr></thead>"
    yield f'<tbody lang="{escaped(public.case.language)}">'
    for path, value, words in rows:
        yield f"<tr><td>{_asked(path, public)}<br><code>{escaped(path)}</code></td><td>{escaped(value)}</td><td>{escaped(words)}</td></tr>"
    yield "</tbody></table>"


def _asked(path: str, public: PublicVersion) -> str:
    declared = public.vocabulary.declared.get(path)
    return escaped(in_language(declared.question, public.case.language)) if declared else ""


def _risks(risks: Risks, tell: Tell) -> Iterator[str]:
    yield _heading(say("What it may still give away"), tell)
    read = say("No program can decide this. Read it as somebody would who knows the region and the field.")
    yield f"<p>{_said(read, tell)}</p>"
    for heading, why, passages in _kinds_of(risks):
        yield from _list(heading, why, passages, tell)


def _kinds_of(risks: Risks) -> tuple[tuple[Message, Message, Sequence[str]], ...]:
    """Each kind of risk: what it is called, why it is one, and the passages."""
    circle = tuple(f"{path}: {words}" for path, words in risks.circle)
    return (
        (say("Exact days in the text"), say("A day by which somebody finds a decision or a report in the press."), risks.days),
        (say("Exact sums in the text"), say("A sum that stands in a decision, a register or a grant agreement as well."), risks.sums),
        (
            say("Numbers and addresses in the text"),
            say("It is no fact of the case, and may still be somebody’s: of an account, a telephone, a page on the web."),
            risks.numbers,
        ),
        (say("Words of facts that are told in general words"), say("The text says them in full here."), risks.words),
        (say("Quotations"), say("A search for the words finds the document that they come from."), risks.quotations),
        (say("A small circle"), say("Ask how many organisations all of this fits together, in one region and at one time."), circle),
        (
            say("Exhibits"),
            say("The list of exhibits names the documents of the case. Send none of them with the public version."),
            risks.exhibits,
        ),
        (say("Addresses on the web"), say("A page on the web may name whom the document does not."), risks.links),
    )


def _list(heading: Message, why: Message, passages: Sequence[str], tell: Tell) -> Iterator[str]:
    if not passages:
        return
    yield f'<h3>{_said(heading, tell)} ({len(passages)})</h3>\n<p class="quiet">{_said(why, tell)}</p>\n<ul>'
    yield from (f"<li>{escaped(passage)}</li>" for passage in passages)
    yield "</ul>"


def _heading(words: Message, tell: Tell) -> str:
    return f"<h2>{_said(words, tell)}</h2>"


def _said(message: Message, tell: Tell) -> str:
    return escaped(tell(message))
