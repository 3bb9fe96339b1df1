"""`make bench`: every benchmark in turn."""

from tests.bench import citations, documents, libraries, pages

documents.main()
citations.main()
libraries.main()
pages.main()
