"""How long a test waits for what must end. Speed is measured in tests/bench; here a hang is told from a slow machine, and no more."""

PATIENCE = 30.0  # seconds; work is bounded by counts, which end it in a small part of this
