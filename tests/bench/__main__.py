"""`make bench`: every benchmark in turn."""

from tests.bench import documents

documents.main()
