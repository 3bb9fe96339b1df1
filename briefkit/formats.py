"""The shapes of the files that users write, one per format; `briefkit schema NAME` prints each as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from briefkit.messages import say
from briefkit.model.categories import CATEGORIES
from briefkit.model.facts import FACT_TYPES
from briefkit.model.libraries import CLAUSE_KINDS, CLAUSE_STATUSES, RECALLS, STATUSES, STEPS
from briefkit.model.naming import AUDIENCES, LANGUAGES, PAPERS, TONES
from briefkit.model.profiles import AUTHORITIES_BY, COUNTINGS, LIMITS, PLACES
from briefkit.roles import FIGURES, LISTINGS
from briefkit.shapes import Anything, Day, Either, Field, Flag, ListOf, MapOf, OneOf, Record, Shape, Whole, Words

NAMES = ListOf(Words())
IN_LANGUAGES = MapOf(Words(), LANGUAGES, "unknown-language")
SPOKEN = Either((Words(), IN_LANGUAGES))  # a text, or one for each language

VERIFICATION = Record(
    (
        Field("seen", Words(), say("what was seen: the address or the edition of the source"), required=True),
        Field("by", Words(), say("who saw it, by role"), required=True),
        Field("on", Day(), say("the day on which it was seen"), required=True),
    )
)

CLAUSE = Record(
    (
        Field("title", IN_LANGUAGES, say("the heading that the clause has in a document, per language"), required=True),
        Field("catalogue", Words(), say("its number in the catalogue, such as C05")),
        Field("kind", OneOf(CLAUSE_KINDS), say("what kind of argument it is; a profile places it by this"), required=True),
        Field("step", OneOf(STEPS), say("its step in the order of the argument; absent where its kind says enough")),
        Field("when", Either((Words(), Flag())), say("the condition on the facts under which it stands; absent means always")),
        Field("audiences", ListOf(OneOf(AUDIENCES)), say("the audiences that it is written for; absent means all")),
        Field("requires", NAMES, say("clauses that come with it")),
        Field("conflicts", NAMES, say("clauses that cannot stand beside it")),
        Field("version", Whole(1), say("a number that grows with each change of substance"), required=True),
        Field("translations", MapOf(Whole(1), LANGUAGES, "unknown-language"), say("the version that each translation renders")),
        Field("status", OneOf(CLAUSE_STATUSES), say("draft, reviewed or retired"), required=True),
    )
)

PINPOINT = Record(
    (
        Field("loc", Words(), say("the place as it is cited: art 22(1), para 8"), required=True),
        Field("says", Words(), say("what stands there, in our words"), required=True),
        Field("verified", VERIFICATION, say("who saw it in the source; absent means nobody did")),
        Field("note", Words(), say("a note to drafters")),
    )
)

RECALL = Record(
    (
        Field("as", OneOf(RECALLS), say("superseded: something stands in its place; withdrawn: it must not be cited"), required=True),
        Field("by", Words(), say("the id of what stands in its place")),
        Field("reason", Words(), say("why it no longer stands"), required=True),
        Field("on", Day(), say("since when"), required=True),
    )
)

FINDING = Record(
    (
        Field("state", Words(), say("the State that is found to have breached them"), required=True),
        Field("articles", NAMES, say("the articles, as numbers: 22, 19(2)"), required=True),
        Field("verified", VERIFICATION, say("who saw it in the decision"), required=True),
    )
)

ADVERSE = Record(
    (
        Field("to", NAMES, say("the clauses that it speaks against: slugs, or numbers of the catalogue"), required=True),
        Field("at", Words(), say("the place that says so; a document that does not cite it does not meet it")),
        Field("says", Words(), say("what speaks against them, in our words"), required=True),
    )
)

COUNTERPART = Record(
    (
        Field("at", Words(), say("the place in the act: art 23(1)"), required=True),
        Field("covenant", Words(), say("the id of the Covenant: iccpr"), required=True),
        Field("article", Words(), say("the number of its article: 22"), required=True),
    )
)

CUSTOM = Record(
    (
        Field("status", OneOf(tuple(STATUSES)), say("its standing for Kazakhstan"), required=True),
        Field("confirmed", Flag(), say("whether its title, symbol and dates were checked"), required=True),
        Field("group", Words(), say("the group it is listed in")),
        Field("in-force", Day(partial=True), say("the day from which it is in force for Kazakhstan")),
        Field("in-force-until", Day(partial=True), say("the last day on which it is in force")),
        Field("titles", IN_LANGUAGES, say("its official title in other languages")),
        Field("articles", Whole(1), say("how many articles a treaty has, with its source in the note; absent: not checked")),
        Field("finds", ListOf(FINDING), say("the breaches that a decision finds, as somebody saw them in it")),
        Field("adverse", ListOf(ADVERSE), say("what in it speaks against clauses; a document with such a clause has to meet it")),
        Field("counterparts", ListOf(COUNTERPART), say("for a domestic act: the rights of the Covenants that it protects as well")),
        Field("recalled", RECALL, say("that it no longer stands; every document that cites it is warned")),
        Field("note", Words(), say("a note to drafters")),
        Field("pinpoints", ListOf(PINPOINT), say("the places in it that clauses cite")),
    )
)

AUTHORITY = Record(
    (
        Field("id", Words(), say("the name by which texts cite it"), required=True),
        Field("type", Words(), say("its CSL type: treaty, report, legal_case, legislation, …"), required=True),
        Field("title", Words(), say("its title as it is cited"), required=True),
        Field("custom", CUSTOM, say("the project's own fields"), required=True),
    ),
    open=True,
)
AUTHORITIES = ListOf(AUTHORITY)

FACT = Record(
    (
        Field("type", OneOf(FACT_TYPES), say("what its values are"), required=True),
        Field("question", IN_LANGUAGES, say("the question that asks for it, per language"), required=True),
        Field("help", IN_LANGUAGES, say("help for whoever answers")),
        Field("choices", MapOf(IN_LANGUAGES), say("for a choice: each value, with the words that a document prints")),
        Field("of", Words(), say("for records: the prefix of their fields")),
        Field("confidential", Flag(), say("a pseudonym in public versions")),
        Field("identifying", Flag(), say("generalised in public versions")),
        Field("public", IN_LANGUAGES, say("what public versions print instead; {mark} in it tells values apart", mark="{letter}")),
        Field("by_role", IN_LANGUAGES, say("the same for a person whose role the case gives: the {mark}", mark="{role}")),
    )
)
FACTS = MapOf(FACT)

COLUMN = Record(
    (
        Field("id", Words(), say("its name: ::: id begins what stands in it; the first column takes the headings"), required=True),
        Field("heading", IN_LANGUAGES, say("its heading per language"), required=True),
    )
)
PART = Record(
    (
        Field("id", Words(), say("its name; a case gives it text of its own under sections"), required=True),
        Field("heading", IN_LANGUAGES, say("its heading per language; absent means none")),
        Field(
            "place", OneOf(PLACES), say("covering (a letter first), letter (above the title), cover (below it), body, annex (on new pages)")
        ),
        Field("opens", NAMES, say("boilerplate that it begins with (styles/boilerplate)")),
        Field("kinds", ListOf(OneOf(CLAUSE_KINDS)), say("the kinds of clauses that stand in it")),
        Field("clauses", NAMES, say("clauses that stand in it, in this order")),
        Field("lists", OneOf((*LISTINGS, *FIGURES)), say("what is made of the case there, unless its own text places it: ::: chronology")),
        Field("columns", ListOf(COLUMN), say("where its text is one table: the columns, the first for the headings")),
        Field("closes", NAMES, say("boilerplate that it ends with")),
        Field("required", Flag(), say("whether the document needs it")),
        Field("numbered", Flag(), say("whether its paragraphs are numbered; they are unless this says false")),
    )
)
LIMIT = Record(
    (
        Field("of", OneOf(LIMITS), say("what is limited"), required=True),
        Field("max", Whole(1), say("the most that the forum takes: words, pages, copies")),
        Field("min", Whole(1), say("the least: the size of type, in points")),
        Field("languages", ListOf(OneOf(LANGUAGES, "unknown-language")), say("the languages that it takes")),
        Field("months", Whole(1), say("for a deadline: so many months after the day of the fact under after")),
        Field("days", Whole(1), say("for a deadline: so many days")),
        Field("after", Words(), say("the fact that a deadline runs from")),
        Field("counting", OneOf(COUNTINGS), say("which words are counted; body unless given: without title and notes")),
        Field("says", IN_LANGUAGES, say("the limit in words, for what cannot be counted")),
        Field("source", Words(), say("where the limit is laid down"), required=True),
        Field("verified", Flag(), say("whether somebody checked it there"), required=True),
    )
)
BAN = Record(
    (
        Field("words", MapOf(NAMES, LANGUAGES, "unknown-language"), say("beginnings of words, per language"), required=True),
        Field("says", IN_LANGUAGES, say("why, or what to write instead"), required=True),
        Field("tone", OneOf(TONES, "unknown-tone"), say("in documents of this tone alone")),
        Field("before", Words(), say("before this part alone")),
        Field("source", Words(), say("where that is laid down"), required=True),
        Field("verified", Flag(), say("whether somebody checked it there"), required=True),
    )
)
ASK = Record(
    (
        Field("fact", Words(), say("the fact that the forum expects"), required=True),
        Field("says", IN_LANGUAGES, say("what to do where it is missing"), required=True),
    )
)
PROFILE_FIELDS = (
    Field("title", IN_LANGUAGES, say("the kind of document, as its cover names it"), required=True),
    Field("audience", OneOf(AUDIENCES), say("the audience that clauses are chosen for"), required=True),
    Field("languages", ListOf(OneOf(LANGUAGES, "unknown-language")), say("the languages in which it can be made"), required=True),
    Field("style", Words(), say("its citation style"), required=True),
    Field("styles", MapOf(Words(), LANGUAGES, "unknown-language"), say("the citation style of a language that has one of its own")),
    Field("template", Words(), say("its Word template"), required=True),
    Field("contents", Flag(), say("whether it has a table of contents")),
    Field("dated", Flag(), say("whether the date stands below the title; it does unless this says false")),
    Field("named", Flag(), say("whether the kind of document stands below the title; it does unless this says false")),
    Field("public", Flag(), say("whether it always names nobody, as build --public makes a document")),
    Field("limits", ListOf(LIMIT), say("what the forum limits")),
    Field("forbidden", ListOf(BAN), say("words that the forum does not take")),
    Field("asks", ListOf(ASK), say("facts that the forum expects")),
    Field("authorities", ListOf(OneOf(tuple(CATEGORIES))), say("the categories of the table of authorities, in order; absent means all")),
    Field("authorities_by", OneOf(AUTHORITIES_BY), say("what that table names: pages, unless this says paragraphs")),
    Field("passim", Whole(0), say("from so many pages or paragraphs on it says passim; 5 unless given, 0 means never")),
    Field("parts", ListOf(PART), say("the parts, in order"), required=True),
)
PROFILE = Record(PROFILE_FIELDS)
LIKE_PROFILE = Record(
    (
        Field("like", Words(), say("the profile that this one is, under another name"), required=True),
        *(replace(field, required=False) for field in PROFILE_FIELDS),
    )
)
PROFILE_FILE = Either((PROFILE, LIKE_PROFILE))

EXHIBIT = Record(
    (
        Field("id", Words(), say("the name by which the text cites it"), required=True),
        Field("title", SPOKEN, say("what it is"), required=True),
        Field("date", Day(), say("its date")),
        Field("file", Words(), say("the file, beside the case")),
    )
)
CASE_VERIFICATION = Record((Field("cite", Words(), say('the pinpoint: "@id, art 5"'), required=True), *VERIFICATION.fields))
CLAUSES = Record(
    (
        Field("include", NAMES, say("clauses taken whatever their condition says")),
        Field("exclude", NAMES, say("clauses left out")),
        Field("order", NAMES, say("these first, in this order, within their parts")),
        Field("tones", MapOf(OneOf(TONES, "unknown-tone")), say("clauses with a tone of their own")),
    )
)
FILING = Record(
    (
        Field("on", Day(), say("the day on which it was filed"), required=True),
        Field("to", Words(), say("to whom: the court, the ministry, the committee"), required=True),
        Field("decided", Day(), say("the day of the decision; absent means that the case is pending")),
    )
)
CASE = Record(
    (
        Field("profile", Words(), say("the kind of document (styles/profiles)"), required=True),
        Field("language", OneOf(LANGUAGES, "unknown-language"), say("the document's language; en unless given")),
        Field("tone", OneOf(TONES, "unknown-tone"), say("cooperative, neutral or adversarial; neutral unless given")),
        Field("date", Day(), say("the document's date")),
        Field("paper", OneOf(PAPERS), say("a4 or letter; that of the Word template unless given, and ours are for A4")),
        Field("title", SPOKEN, say("the document's title, or one for each language; it may print facts"), required=True),
        Field("facts", MapOf(Anything()), say("what happened, as clauses/facts.yaml declares it")),
        Field("secret", Words(), say("where the confidential facts are; absent: in case.secret.yaml beside the case")),
        Field("fictional", Flag(), say("that people and organisations are invented: check does not say where their names stand")),
        Field("clauses", Either((OneOf(("none",)), CLAUSES)), say("which clauses; absent means all whose condition holds")),
        Field("sections", MapOf(SPOKEN), say("text of the case's own: a file for a part of the profile, or one for each language")),
        Field("accepted", MapOf(Words()), say("clauses that a person adopts for this case: clause: role")),
        Field("exhibits", ListOf(EXHIBIT), say("documents of the case, numbered by use")),
        Field("refs", Words(), say("a file of the case's own references: CSL-JSON (.json) or BibTeX (.bib)")),
        Field("verified", ListOf(CASE_VERIFICATION), say("pinpoints that somebody saw for this case")),
        Field("filed", FILING, say("that the document was filed, with the texts of the library as they were then")),
    )
)

FACT_GIVEN = Record(
    (
        Field("value", Anything(), say("give it under the key value"), required=True),
        Field("source", Words(), say("where it comes from: a citation such as @x1, p 2, or words")),
        Field("date", Day(), say("the day on which the source says so")),
        Field("as_reported", Flag(), say("whether it stands as reported, unchecked")),
    )
)
SECRET_FACTS = Record((Field("facts", MapOf(Anything()), say("the facts; nothing else stands beside this key"), required=True),))

STATUS_WORDS = Record(
    (
        Field("binding", MapOf(NAMES, LANGUAGES, "unknown-language"), say("phrases that say of a source that it binds"), required=True),
        Field("denied", MapOf(NAMES, LANGUAGES, "unknown-language"), say("words near them that deny it or leave it open")),
        Field(
            "labels", MapOf(NAMES, LANGUAGES, "unknown-language"), say("beginnings of words that say what a source is that does not bind")
        ),
    )
)

TERM = Record(
    (
        Field("term", IN_LANGUAGES, say("the term chosen, per language"), required=True),
        Field(
            "instead_of", MapOf(NAMES, LANGUAGES, "unknown-language"), say("what it is chosen over, per language; words* has any ending")
        ),
        Field("note", Words(), say("why, or where it is taken from")),
    )
)
GLOSSARY = ListOf(TERM)

TONE_RULE = Record(
    (
        Field("words", MapOf(NAMES, LANGUAGES, "unknown-language"), say("beginnings of words that it does not use before the remedy")),
        Field("but_in", MapOf(NAMES, LANGUAGES, "unknown-language"), say("beginnings of phrases in which such a word accuses nobody")),
        Field("says", IN_LANGUAGES, say("what to write instead")),
        Field("late", NAMES, say("authorities that it cites in the second half of a document alone")),
        Field("sourced", Flag(), say("whether every figure and day that it asserts has a source")),
    )
)
TONE_RULES = MapOf(TONE_RULE, TONES, "unknown-tone")

RULE_FILES = Record(
    (
        Field("status.yaml", STATUS_WORDS, say("words about what binds")),
        Field("tone.yaml", TONE_RULES, say("what each tone keeps to")),
    )
)

SOURCE = Record(
    (
        Field("authority", Words(), say("the authority whose text this is"), required=True),
        Field("language", OneOf(LANGUAGES, "unknown-language"), say("the language of the text"), required=True),
        Field("origin", Words(), say("where the text comes from"), required=True),
    )
)

REVIEW = Record(
    (
        Field("clause", Words(), say("the clause that was read"), required=True),
        Field("language", OneOf(LANGUAGES, "unknown-language"), say("the language of the text that was read"), required=True),
        Field("by", Words(), say("who read it, by role"), required=True),
        Field("on", Day(), say("the day on which it was signed"), required=True),
        Field("version", Whole(1), say("the version of the clause"), required=True),
        Field("seen", Words(), say("the hash of all that was read; briefkit review sign writes it"), required=True),
    )
)
REVIEWS = ListOf(REVIEW)
REVIEW_NOTE = Record(
    (
        Field("clause", Words(), say("the clause that it is about; absent: the whole request")),
        Field("language", OneOf(LANGUAGES, "unknown-language"), say("the language of the text")),
        Field("seen", Words(), say("the beginning of the hash of what was sent")),
        Field("paragraph", Whole(1), say("the paragraph of the clause, as it was numbered in the request")),
        Field("quoted", Words(), say("the words that it is about")),
        Field("comment", Words(), say("what the reviewer says")),
        Field("proposed", Words(blank=True), say("how the reviewer changed the words; empty where they are to go")),
        Field("decision", Words(), say("what the reviewer decided")),
        Field("asked", Words(), say("what it answers")),
        Field("by", Words(), say("who says so, as the file has it")),
        Field("on", Day(), say("the day of it")),
    )
)
REVIEW_NOTES = ListOf(REVIEW_NOTE)
REVIEW_FILES = Record((Field("notes", MapOf(REVIEW_NOTES), say("a file for each answered request")),))

PINNED = Record(
    (
        Field("name", Words(blank=True), say("its name"), required=True),
        Field("hash", Words(blank=True), say("the hash of what it held"), required=True),
    )
)
CLAUSE_PINNED = Record(
    (
        Field("version", Whole(1), say("the version of the clause"), required=True),
        Field("text", Words(blank=True), say("the hash of its text in this language"), required=True),
        Field("data", Words(), say("the hash of its heading, condition and status"), required=True),
    )
)
HASHES = MapOf(Words())
LOCK = MapOf(
    Record(
        (
            Field("build", Words(), say("the id of the build whose sources are kept")),
            Field("briefkit", Words(), say("the version of briefkit that wrote it")),
            Field("profile", PINNED, say("the kind of document"), required=True),
            Field("style", PINNED, say("the citation style, with what it prints in this language"), required=True),
            Field("template", PINNED, say("the Word template"), required=True),
            Field("clauses", MapOf(CLAUSE_PINNED), say("the clauses that stand in the document"), required=True),
            Field("authorities", HASHES, say("the authorities that it cites"), required=True),
            Field("texts", HASHES, say("the standard texts of its profile"), required=True),
            Field("facts", HASHES, say("the declarations of the facts that it asks for"), required=True),
        )
    ),
    LANGUAGES,
    "unknown-language",
)

STYLES = Record((Field("profiles", MapOf(PROFILE_FILE), say("kinds of documents")),), open=True)
WORKSPACE = Record(
    (
        Field(
            "clauses",
            Record(
                (
                    Field("arguments", MapOf(CLAUSE), say("a folder for each clause: clause.yaml and a text per language")),
                    Field("authorities", MapOf(AUTHORITIES), say("files of authorities")),
                    Field("sources", MapOf(SOURCE), say("verbatim texts: <authority>.<language>.md, this at their head")),
                    Field("rules", RULE_FILES, say("words that the checks look for")),
                    Field("facts.yaml", FACTS, say("the facts that clauses rest on")),
                    Field("glossary.yaml", GLOSSARY, say("legal terms, and the words that they are chosen over")),
                    Field("reviews.yaml", REVIEWS, say("who reviewed which text, by role")),
                    Field("reviews", REVIEW_FILES, say("what was signed, and what reviewers answered")),
                )
            ),
            say("the clause library"),
        ),
        Field("styles", STYLES, say("looks, citation styles, profiles")),
    )
)

FORMATS: Mapping[str, Shape] = MappingProxyType(
    {
        "workspace": WORKSPACE,
        "clause": CLAUSE,
        "authorities": AUTHORITIES,
        "source": SOURCE,
        "facts": FACTS,
        "case": CASE,
        "profile": PROFILE_FILE,
        "status-words": STATUS_WORDS,
        "tone-rules": TONE_RULES,
        "glossary": GLOSSARY,
        "reviews": REVIEWS,
        "review-notes": REVIEW_NOTES,
        "lock": LOCK,
    }
)
