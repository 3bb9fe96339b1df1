"""Sandboxed templates: text with facts and conditions, in which a fact is never markup.

Jinja renders, but it is given nothing of Python: every expression is checked to be a fact's path (and a filter or
two), every condition is the project's own, loops go over facts only, and a printed fact leaves a token in the text
(FACT_OPEN number FACT_CLOSE), which `markup` turns into a node. So no value can become markup, a citation or a tag.
"""

from briefkit.template.fill import FACT_CLOSE, FACT_OPEN, Filled, Printed, fill
from briefkit.template.prepare import Prepared, Used, prepare
from briefkit.template.scan import Data, Tag
from briefkit.template.spread import spread
from briefkit.template.vocabulary import check_condition, check_template

__all__ = [
    "FACT_CLOSE",
    "FACT_OPEN",
    "Data",
    "Filled",
    "Prepared",
    "Printed",
    "Tag",
    "Used",
    "check_condition",
    "check_template",
    "fill",
    "prepare",
    "spread",
]
