"""The nouns of the house: what a library, a case and a plan hold. Frozen values, no behaviour beyond look-ups."""
