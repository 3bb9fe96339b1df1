"""What a public document may not hold: the confidential values of a case, the ways in which each may be written, and how they are found.

`confidential_values` and `identifying_facts` say which values those are, `Search` finds them in texts,
`check_values` says which of them are hard to find.
"""

from briefkit.confidential.checks import check_values
from briefkit.confidential.folding import fold
from briefkit.confidential.forms import SAID, forms_of
from briefkit.confidential.organisations import marked_names
from briefkit.confidential.phrases import Form, How
from briefkit.confidential.searching import Hit, Search, own_texts
from briefkit.confidential.values import ConfidentialValue, confidential_values, each_value_once, identifying_facts

__all__ = [
    "SAID",
    "ConfidentialValue",
    "Form",
    "Hit",
    "How",
    "Search",
    "check_values",
    "confidential_values",
    "each_value_once",
    "fold",
    "forms_of",
    "identifying_facts",
    "marked_names",
    "own_texts",
]
