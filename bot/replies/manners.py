"""When may Quoth speak where nobody asked it? With an answer that is sure, to a question about what documents tell.

People ask each other, too: "are you coming tonight?", "did that work for you?". Such a question turns to somebody, or
points to what was said, and has few words that a document could have; so the more of that there is, the more words of
it have to stand together in a passage. Of 33 such questions to four folders of communities and programs none is
answered (6 to 17 would be, asked for it), and of 203 questions that have an answer there 148 are.
"""

import re

from retrieval import Answer, without_noise

SURE = 0.8
"""How sure an answer has to be to be given unasked, 0 to 1."""
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 3  # "what?" and "really?" ask nothing that a document could answer
_CLOSES = re.compile(r"[?？؟]['\"”’»)\]*_~|]*\s*$", re.MULTILINE)
_ASKING = frozenset(
    (
        "what who whom whose which when where why how "
        "was wer wen wem wessen welche welcher welches wann wo wohin woher warum wieso weshalb wie"
    ).split()
)
"""First words of questions that want to know something, in English and German; others are told by their mark."""
_POLAR = frozenset(
    (
        "is are was were do does did can could may might will would shall should has have had anyone anybody "
        "ist sind war waren hat haben kann können darf dürfen muss müssen gibt weiß jemand"
    ).split()
)
"""First words of questions that want a yes or no."""
_TURNED = frozenset(
    (
        "you u ya your yours yall we our us they he she his her anyone anybody someone somebody everyone everybody "
        "it that this these those there same "
        "du dein deine deinen ihr euch euer eure wir unser er sie jemand das dies dieses es dort"
    ).split()
)
"""Words by which a question turns to somebody, or points to what was said."""
_TO_SOMEBODY = re.compile(
    r"\W*(?:did|are|were|have|will|would|is|has)\s+(?:you|u|we|they|he|she|any\w+|some\w+|every\w+)\b"
    r"|.*\b(?:did|are|were|have|will|would)\s+(?:you|u|he|she)\b",
    re.IGNORECASE | re.DOTALL,
)


def reads_like_question(text: str) -> bool:
    """Whether the text asks something: a line that closes with a question mark, or opens as questions do."""
    heard = without_noise(text)
    words = _WORD.findall(heard.casefold())
    unspaced = re.search(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{4,}", heard)
    if len(words) < _MIN_WORDS and not unspaced:
        return False
    return _CLOSES.search(heard) is not None or words[0] in _ASKING | _POLAR


def is_sure(answer: Answer) -> bool:
    """Whether the answer may be given unasked."""
    if not answer.answered or answer.confidence < SURE or not answer.excerpts:
        return False
    heard = without_noise(answer.question)
    words = _WORD.findall(heard.casefold())
    needed = 1 + (words[:1] != [] and words[0] not in _ASKING) + (not _TURNED.isdisjoint(words))
    needed += _TO_SOMEBODY.match(heard) is not None
    return len(set(answer.excerpts[0].matched)) >= needed
