"""The public CSL test suite, run on any folder of its fixtures: `python -m tests.csl_suite DIR`."""
