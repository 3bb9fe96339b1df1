"""What a finished file gives away: every part of it searched for the confidential values of a case.

`find_leaks` opens a file and finds, `leak_problems` says what was found and what to do.
"""

from briefkit.leaks.finding import Leak, find_leaks, leak_problems

__all__ = ["Leak", "find_leaks", "leak_problems"]
