"""The public version of a case: pseudonyms for what is confidential, generalised words for what identifies, and what that leaves.

`public_version` gives the case with the words that are printed instead of its facts; conditions, limits and times go on with the facts
themselves. `disguised` then goes through the texts that somebody wrote.
"""

from briefkit.publication.cases import PublicVersion, public_version
from briefkit.publication.naming import Renamed
from briefkit.publication.passing import disguised

__all__ = ["PublicVersion", "Renamed", "disguised", "public_version"]
