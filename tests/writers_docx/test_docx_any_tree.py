"""Any tree at all gives a Word file that is whole."""

from io import BytesIO

import docx
import pytest
from docx_samples import HOUSE, many_notes, opinions, tree_relations
from hypothesis import HealthCheck, given, settings

from briefkit.inspection import problems
from briefkit.writers.docx import write

TEMPLATE = HOUSE.read_bytes()
HELD = tree_relations()


@pytest.mark.unsound("any tree at all: what must hold of it is looked at here")
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(opinions)
def test_any_tree_makes_a_whole_file(opinion):
    made = write(opinion, TEMPLATE)
    assert problems(made, HELD) == ()
    assert write(opinion, TEMPLATE) == made
    docx.Document(BytesIO(made))


def test_five_thousand_notes_are_whole():
    made = write(many_notes(5_000), TEMPLATE)
    assert problems(made) == ()
