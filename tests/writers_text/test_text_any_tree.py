"""Any tree at all can be written as plain text."""

from hypothesis import HealthCheck, given, settings
from trees import opinions

from briefkit.tree import Opinion
from briefkit.writers.text import write


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(opinions)
def test_any_tree_makes_lines_without_control_characters(opinion: Opinion) -> None:
    lines = write(opinion).decode("utf-8").split("\n")
    assert lines.pop() == ""
    assert all(char.isprintable() or ord(char) > 0x9F for line in lines for char in line)
