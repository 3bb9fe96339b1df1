"""Benchmarks: ratios against a peer that runs on the same input in the same run. Not part of `make test`."""
