"""The differential check: the same notes by this project's processor and by pandoc's, and each difference reviewed."""
