"""A workspace's files into a Library: clauses, authorities, stored sources, facts, profiles.

A workspace comes in layers, the shipped one first: a later layer adds to it, and what it names again it replaces.
"""

from briefkit.libraries.entries import read_stored
from briefkit.libraries.read import Layer, read_library

__all__ = ["Layer", "read_library", "read_stored"]
