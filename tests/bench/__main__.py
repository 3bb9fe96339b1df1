"""`make bench`: every benchmark in turn."""

from tests.bench import citations, documents

documents.main()
citations.main()
