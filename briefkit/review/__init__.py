"""Reviews: what stands against signing a text and how each stands, what changed since, requests to counsel and what comes back in them.

Pure: the edge reads and writes the files (`shelf.reviews`).
"""
