"""What a public document may not hold: the confidential values of a case, the ways in which each may be written, and how they are found.

`confidential_values` and `identifying_facts` say which values those are.
"""

from briefkit.confidential.values import ConfidentialValue, confidential_values, each_value_once, identifying_facts

__all__ = ["ConfidentialValue", "confidential_values", "each_value_once", "identifying_facts"]
