"""Two small libraries whose differences the tests of each output show, and texts that no output may take for its own marks."""

from __future__ import annotations

from two_editions import changed_yaml, with_clause

NAUGHTY = '<script>alert(1)</script> & "quoted" \u202e turned \x1b[31m red *bold* _x_ `code` [a](b) ~~gone~~'

OLD = with_clause("The State must act [@covenant, art 22(1)].", ru="Так должно быть.")
NEW = changed_yaml(with_clause("The State shall act [@covenant, art 22(2)].", ru="Так и должно быть."), "draft", "reviewed")

BEFORE_MOVE = with_clause("One two three stays here. Four five six moves away. Seven eight nine ends it.")
AFTER_MOVE = with_clause("Four five six moves away. One two three stays here. Seven eight nine ends it now.")

PIECES = [
    "[@covenant, art 1]",
    "[see @report; -@covenant]",
    "{% if tone %}",
    "{% endif %}",
    "{{ org.name }}",
    "^[a",
    "]",
    "<b>",
    "\n\n",
    "> ",
    "a ",
    "&lt;",
]
