"""What does `quoth synonyms suggest` write? Lines for a file of synonyms, each with what speaks for it."""

from collections.abc import Sequence

from retrieval import Suggestion

_HOW = """# Words of these documents that may mean the same. Delete the lines that are wrong, save the rest as a file
# and name it in config.yaml under `synonyms`.
"""
_GUESSES = """
# Guesses: about one in three is right. Take away the first # of a line to accept it.
"""
_NOTHING = "# These documents suggest no words of the same meaning that are not known already.\n"


def of_suggestions(suggestions: Sequence[Suggestion]) -> str:
    """The proposals as lines of a file of synonyms; guesses stand behind a #, so that as it is the file holds none."""
    likely = [f"{_words(one)}  # {one.evidence}\n" for one in suggestions if not one.is_guess]
    guesses = [f"# {_words(one)}  # {one.evidence}\n" for one in suggestions if one.is_guess]
    if not suggestions:
        return _NOTHING
    return "".join([_HOW, *likely, *([_GUESSES, *guesses] if guesses else [])])


def _words(suggestion: Suggestion) -> str:
    return ", ".join(suggestion.words)
