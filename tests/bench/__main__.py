"""`make bench`: every benchmark in turn."""

from tests.bench import citations, documents, libraries

documents.main()
citations.main()
libraries.main()
