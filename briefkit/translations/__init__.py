"""A text in two languages: what a translation keeps, where it differs, the two side by side, and the frame of a new one.

The English text is the one that others render. What is said is the translator's; tags, citations with their pinpoints, facts,
references and paragraphs are the same in every language.
"""

from briefkit.translations.differing import differences
from briefkit.translations.frame import TO_TRANSLATE, frame
from briefkit.translations.parallel import parallel
from briefkit.translations.stretches import ORIGINAL, Kept, Steps, Stretch, steps

__all__ = ["ORIGINAL", "TO_TRANSLATE", "Kept", "Steps", "Stretch", "differences", "frame", "parallel", "steps"]
