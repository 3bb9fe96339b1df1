"""Notes hang behind their numbers where the template has them hang, and stand as the template has them elsewhere."""

import pytest
from docx_samples import HOUSE, every_node
from templates_of_others import firm_template

from briefkit.inspection import problems
from briefkit.ooxml import parse, qn, read_zip, write_zip
from briefkit.writers.docx import graft, write

HANGING = '<w:ind w:left="284" w:hanging="284"/>'


def template(indent: str) -> bytes:
    """The house's, with another indent of its notes."""
    parts = read_zip(HOUSE.read_bytes())
    styles = parts["word/styles.xml"].decode()
    start = styles.index('w:val="footnote text"')
    return write_zip({**parts, "word/styles.xml": (styles[:start] + styles[start:].replace(HANGING, indent, 1)).encode()})


def after_numbers(made: bytes) -> set[str]:
    """What follows the number of each note: a tab, or a space."""
    notes = parse(read_zip(made)["word/footnotes.xml"], "footnotes")
    signs = [run for run in notes.iter(qn("w:r")) if run.find(qn("w:footnoteRef")) is not None]
    assert signs
    following = [next(run.itersiblings(qn("w:r"))) for run in signs]
    return {"tab" if run.find(qn("w:tab")) is not None else "".join(run.itertext()) for run in following}


@pytest.mark.parametrize("look", ["house", "letter", "filing", "comments"])
def test_a_tab_follows_the_number_in_every_look(look):
    assert after_numbers(write(every_node(), HOUSE.with_name(f"{look}.docx").read_bytes())) == {"tab"}


@pytest.mark.parametrize("indent", ["", '<w:ind w:left="340"/>', '<w:ind w:firstLine="340"/>', '<w:ind w:left="340" w:hanging="0"/>'])
def test_a_space_follows_it_in_a_template_whose_notes_do_not_hang(indent):
    made = write(every_node(), template(indent))
    assert after_numbers(made) == {" "}
    assert problems(made) == ()


def test_notes_hang_in_a_template_that_takes_their_style_from_the_house():
    house = HOUSE.read_bytes()
    made = write(every_node(), graft(firm_template(), house))
    assert after_numbers(made) == {"tab"}
    assert problems(made) == ()


def test_notes_that_stand_on_a_style_that_hangs_hang_too():
    parts = read_zip(template('<w:ind w:left="400"/>'))
    styles = parts["word/styles.xml"].decode()
    start = styles.index('w:val="footnote text"')
    styles = styles[:start] + styles[start:].replace('basedOn w:val="Normal"', 'basedOn w:val="TableofAuthorities"', 1)
    made = write(every_node(), write_zip({**parts, "word/styles.xml": styles.encode()}))
    assert after_numbers(made) == {"tab"}
    assert problems(made) == ()
