"""An `else` that prints because a fact is not given: the document then says something that nobody decided."""

from __future__ import annotations

from briefkit.conditions import Scopes, decide, explain, look_up, settle
from briefkit.diagnostics import Diagnostic, diagnose
from briefkit.messages import say
from briefkit.model.conditions import Path
from briefkit.model.facts import Vocabulary
from briefkit.template.prepare import Prepared, resolved
from briefkit.template.scan import Tag


def undecided(prepared: Prepared, tag: Tag, scopes: Scopes, vocabulary: Vocabulary) -> Diagnostic | None:
    """The warning for an undecided `if` or `elif` after which another text prints; None where that text is meant.

    It is meant where the condition only asks whether there is a fact (`{% if alternatives %}`). A yes or no that is not
    given is neither. Of facts that nobody declares, and of more work than is done, others have spoken.
    """
    condition, loops = prepared.conditions[tag.span.start], prepared.loops[tag.span.start]

    def absent(path: Path) -> bool:
        declared = vocabulary.find(resolved(path.names, loops))
        return look_up(path, scopes) is None and (declared is None or declared.type != "yes-no")

    asked = [used for used in prepared.used if tag.rest.start <= used.span.start < tag.rest.end]
    unknown = any(not vocabulary.knows(used.names) and not vocabulary.knows(used.at_large) for used in asked)
    if unknown or decide(settle(condition, absent), scopes) is False:
        return None
    said = say(
        "“{condition}” is open, since {reason}; the text for the other case is printed.",
        condition=condition.span.text,
        reason=explain(condition, scopes),
    )
    return diagnose("undecided-text", said, tag.span, say("give the fact, or ask in an “if” of its own what else is to be said"))
