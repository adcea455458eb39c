"""What do people mistype? One seeded error in each question: letters swapped, dropped, doubled or replaced."""

import random
import re
import string

from retrieval.text.languages.english import LANGUAGE as ENGLISH

MIN_LETTERS = 4
"""Shorter words are left alone: their errors are often other words."""


def mistyped(question: str, seed: int) -> str:
    """The question with one error in one of the words that carry its topic, if it has any of four letters or more.

    The first letter of a word stays, as it nearly always does when people type. The same question and seed give the
    same error.
    """
    draw = random.Random(f"{seed} {question}")  # noqa: S311  # repeatable on purpose, nothing secret
    words = [
        match
        for match in re.finditer(r"[^\W\d_]+", question)
        if len(match.group()) >= MIN_LETTERS and match.group().casefold() not in ENGLISH.function_words
    ]
    if not words:
        return question
    word = draw.choice(words)
    return question[: word.start()] + _with_error(word.group(), draw) + question[word.end() :]


def _with_error(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word))
    swaps = [i for i in range(1, len(word) - 1) if word[i] != word[i + 1]]
    match draw.choice(("swap", "drop", "double", "replace")):
        case "swap" if swaps:
            i = draw.choice(swaps)
            return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        case "drop":
            return word[:at] + word[at + 1 :]
        case "double":
            return word[:at] + word[at] + word[at:]
        case _:
            others = string.ascii_lowercase.replace(word[at].lower(), "")
            return word[:at] + draw.choice(others) + word[at + 1 :]
