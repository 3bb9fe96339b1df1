"""Pairs of documents, the older and the newer, for each thing that can differ."""

from __future__ import annotations

from word_files import STYLES, bookmark, cell, commented, control, docx, dot, field, mark, note, p, picture, run, table, text_box

ONE = "The State shall respect the freedom of association of everyone within its territory."
TWO = "A second paragraph, which is long enough to be known again when it has been moved elsewhere."
THREE = "The last words of the text stand here, and nothing follows."
MUST = ONE.replace("shall", "must")
BOX = "<w:pgSz w:w='16838' w:h='11906'/>"

PAIRS = {
    "words": (docx(p(ONE) + p(TWO)), docx(p(MUST) + p(TWO + " More."))),
    "cyrillic": (
        docx(p("Государство обязано уважать свободу объединений.") + p("Бірлестіктер бостандығын құрметтеу")),
        docx(p("Государство должно уважать свободу объединений.") + p("Бірлестіктердің бостандығын құрметтеу")),
    ),
    "spaces and capitals": (docx(p("art 22 of the  state")), docx(p("art\u00a022 of the State"))),
    "signs": (
        docx(p("one two three")),
        docx(p("one", "<w:r><w:tab/></w:r>", "two", "<w:r><w:br/></w:r>", "three", "<w:r><w:noBreakHyphen/></w:r>", "four")),
    ),
    "paragraphs": (docx(p(ONE) + p(TWO) + p("") + p(THREE)), docx(p("New at the top.") + p(ONE) + p(THREE) + p("New at the end."))),
    "moved": (docx(p(ONE) + p(TWO) + p(THREE)), docx(p(THREE) + p(ONE) + p(TWO))),
    "parted and joined": (docx(p(f"{ONE} {TWO}") + p(THREE) + p("End.")), docx(p(ONE) + p(TWO) + p(f"{THREE} End."))),
    "all new": (docx(p(ONE) + p(TWO)), docx(p(""))),
    "look": (docx(p(ONE) + p(TWO)), docx(p(ONE, properties='<w:pStyle w:val="Heading1"/>') + p(TWO))),
    "footnotes": (
        docx(p(ONE, note(1)) + p(THREE, note(2)), notes={1: p("The first note."), 2: p("The second note.")}),
        docx(p(note(1), ONE, note(2)) + p(THREE), notes={1: p("Quite another note."), 2: p("The first note, revised.") + p("More.")}),
    ),
    "first footnote": (docx(p(ONE)), docx(p(ONE, note(1)), notes={1: p("A note.")})),
    "endnotes": (
        docx(p(ONE, note(1, "endnote")), ends={1: p("The first note.")}),
        docx(p(ONE, note(1, "endnote"), " And", note(2, "endnote")), ends={1: p("The first remark."), 2: p("A new one.")}),
    ),
    "cells": (
        docx(table(("one", "two"), ("three", "four")) + p(ONE)),
        docx(table(("one", "zwei"), (cell("three", "more"), "four")) + p(ONE)),
    ),
    "rows": (
        docx(table(("one", "two"), ("three", "four"), ("five", "six")) + p(ONE)),
        docx(table(("one", "two"), ("a new", "row of cells"), ("five", "six")) + p(ONE)),
    ),
    "columns": (
        docx(table(("one", "two"), ("three", "four")) + p(ONE)),
        docx(table(("one", "new", "two"), ("three", "col", "four")) + p(ONE)),
    ),
    "tables": (
        docx(p(ONE) + table(("one", "two")) + p(TWO) + p(THREE)),
        docx(p(ONE) + p(TWO) + table(("quite", "another"), ("table", "here")) + p(THREE)),
    ),
    "words below a last table": (
        docx(p(ONE) + table(("within", "seven days"))),
        docx(p(MUST) + table(("within", "ten days")) + p("New.")),
    ),
    "table in a table": (
        docx(table((cell(table(("x", "y")), "after"), "b")) + p(ONE)),
        docx(table((cell(table(("x", "ypsilon"), ("z", "zz")), "after"), "b")) + p(ONE)),
    ),
    "note in a table": (
        docx(table(("a", cell(p("two", note(1))))) + p(ONE), notes={1: p("Note one.")}),
        docx(table(("a", cell(p("zwei", note(1)))), ("c", cell(p("d", note(2))))) + p(ONE), notes={1: p("Note 1."), 2: p("Note 2.")}),
    ),
    "fields": (
        docx(p("See para ", field("REF a \\h", "12"), " above.") + p("Page ", field("PAGE", "1"))),
        docx(p("See now para ", field("REF b \\h", "13"), " above.") + p("The page ", field("PAGE", "1"), " of ", field("NUMPAGES", "2"))),
    ),
    "marks": (
        docx(p(ONE, mark('TA \\l "A covenant" \\c 8'), " ", TWO) + p(THREE, mark('XE "words"'))),
        docx(p(MUST, mark('TA \\l "A covenant" \\c 8'), " ", TWO) + p(THREE, mark('XE "words"'))),
    ),
    "links": (
        docx(p("See ", f'<w:hyperlink w:anchor="x">{run("here")}</w:hyperlink>', " now.")),
        docx(p("See ", f'<w:hyperlink w:anchor="y">{run("there")}</w:hyperlink>', " now.")),
    ),
    "controls kept": (
        docx(p("Name: ", control("name", run("Anna")), ", once.") + control("block", p(TWO)) + p(THREE)),
        docx(p("Name: ", control("name", run("Anna")), ", twice.") + control("block", p(TWO.replace("second", "third"))) + p(THREE)),
    ),
    "controls that come and go": (
        docx(p("Name: ", control("name", run("Anna")), ".") + control("block", p(TWO)) + p(THREE)),
        docx(p("Name: Anna.") + p(TWO) + control("other", p(THREE))),
    ),
    "header": (docx(p(ONE), header=p("The old header")), docx(p(MUST), header=p("The new header"))),
    "comments": (
        docx(p("Here ", commented(0, ONE), " and ", commented(1, TWO)), comments={0: p("A remark"), 1: p("Another")}),
        docx(p("Here ", commented(0, ONE), " and ", commented(1, TWO)), comments={0: p("A new remark"), 1: p("Another")}),
    ),
    "comments on moved words": (
        docx(p(ONE) + p(THREE) + p(commented(0, TWO)), comments={0: p("A remark")}),
        docx(p(commented(0, TWO)) + p(ONE) + p(THREE), comments={0: p("A remark")}),
    ),
    "bookmarks on moved words": (
        docx(p(ONE) + p(THREE) + p(bookmark("here", run(TWO))) + p("See ", field("REF here", "it"))),
        docx(p(bookmark("here", run(TWO))) + p(ONE) + p(THREE) + p("See ", field("REF here", "it"))),
    ),
    "text box": (docx(p(ONE, text_box(p("The old box")))), docx(p(ONE, text_box(p("The new box"))))),
    "picture": (docx(p(ONE, picture()), image=dot(255, 0, 0)), docx(p(ONE, picture()), image=dot(0, 255, 0))),
    "formula": (
        docx(p(ONE, "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")),
        docx(p(ONE, "<m:oMath><m:r><m:t>a+c</m:t></m:r></m:oMath>")),
    ),
    "nothing": (docx(p(ONE)), docx(p(ONE))),
}

# What differs and is not compared: the pair, and how it is named.
LEFT = {
    "styles": (docx(p(ONE)), docx(p(MUST), styles=STYLES.replace("heading 1", "heading one")), "the styles"),
    "layout": (docx(p(ONE)), docx(p(MUST), section=BOX), "the layout of pages"),
}
