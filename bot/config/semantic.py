"""What can be set about the model that finds what is said in other words?"""

from typing import Literal

from bot.config.section import Section

AUTO, NONE = "auto", "none"
"""Models that are no folder: the one that was fetched or that an installed package carries, or no model."""


class SemanticSection(Section):
    """The model (`auto`, `none`, or its folder), and whether what it reads of the documents is kept."""

    model: str = AUTO
    """What finds things said in other words: auto (fetched, or of a package), none, or a model's folder."""
    keep: Literal["sentences", "nothing"] = "sentences"
    """What is kept of reading with it: about 2 kB a sentence, or nothing."""
