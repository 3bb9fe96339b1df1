"""briefkit assembles amicus briefs and legal opinions as Word documents from clauses, facts and citations."""

__version__ = "0.1.0"
