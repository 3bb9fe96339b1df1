"""References in and out: what Zotero and others export into a library or a case, and authorities out again."""

from briefkit.exchange.incoming import Incoming, read_incoming
from briefkit.exchange.merging import Outcome, merge
from briefkit.exchange.outgoing import as_bibtex, as_csl_json
from briefkit.exchange.rewriting import Rewritten, rewrite

__all__ = ["Incoming", "Outcome", "Rewritten", "as_bibtex", "as_csl_json", "merge", "read_incoming", "rewrite"]
