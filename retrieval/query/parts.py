"""Is a message several questions, and what of it is only the story around them? English and the signs of any language.

"How much are tickets and where can I park?" asks two things. "I joined last week. How do I get a badge?" asks one, and
what stands before it tells only what it is about.
"""

import re

MAX_QUESTIONS = 3
"""Questions of one message that are answered, the first ones."""

_SENTENCE = re.compile(r"[^.!?？！。\n]+(?:[.!?？！。](?![\s\"'”’)]|$)[^.!?？！。\n]*)*[.!?？！。]*[\"'”’)]*")
_AUXILIARIES = r"is|are|do|does|did|can|could|will|would|should|may|has|have|was|were"
_SUBJECT = r"(?:i|you|u|we|they|he|she|it|the|an?|my|your|our|there|these|this|that|any|some|all|people)"
_WH = r"(?:who|whom|whose|what|when|where|why|how|which)"
_ASKS = rf"(?:{_WH}|{_AUXILIARIES})"
_AND = re.compile(rf"(?:,\s*|\s+)(?:and|or|also|plus|&|and\s+also)\s+(?={_WH}\b|{_ASKS}\s+{_SUBJECT}\b)", re.IGNORECASE)
_OPENS = re.compile(rf"\W*(?:and\s+|but\s+|so\s+|also\s+|or\s+)?{_ASKS}\b", re.IGNORECASE)
_COMPLETE = re.compile(
    rf"\W*(?:(?:and|but|so|also|or)\s+)?(?:{_WH}\b.*\s(?:{_AUXILIARIES}|must|had|to|much|many)\b|(?!{_WH}\b))",
    re.IGNORECASE | re.DOTALL,
)
"""A question with a verb that cannot be missed: not "what is the difference between when and where"."""
_LEANS = re.compile(
    r"\b(?:it|its|they|them|their|that|those|this|these|he|him|his|she|her|there|one|ones)\b", re.IGNORECASE
)


def questions(message: str) -> list[str]:
    """The questions of the message in order, at most MAX_QUESTIONS; all of it if none is plain."""
    asked = [sentence for sentence in _sentences(message) if _is_question(sentence)]
    parts = [part for sentence in asked for part in _clauses(sentence)]
    return parts[:MAX_QUESTIONS] if parts else [message]


def story(message: str) -> str:
    """What stands around the questions of the message; "" where it is all one question, or none that is plain."""
    sentences = _sentences(message)
    around = [sentence for sentence in sentences if not _is_question(sentence)]
    return " ".join(around) if len(around) < len(sentences) else ""


def leans(question: str) -> bool:
    """Whether a word of the question stands for something that was named before it."""
    return _LEANS.search(question) is not None


def _sentences(message: str) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCE.findall(message) if re.search(r"\w", sentence)]


def _is_question(sentence: str) -> bool:
    """Whether a sentence ends or begins as a question does."""
    if re.search(r"[?？][\"'”’)]*$", sentence):
        return True
    return not re.search(r"[.。]$", sentence) and _OPENS.match(sentence) is not None


def _clauses(sentence: str) -> list[str]:
    """The questions that "and" puts together, each with a verb of its own."""
    found: list[str] = []
    start = 0
    for joint in _AND.finditer(sentence):
        before, behind = sentence[start : joint.start()], sentence[joint.end() :]
        if _OPENS.match(before) and _COMPLETE.match(before) and (_COMPLETE.match(behind) or leans(behind)):
            found.append(before)
            start = joint.end()
    return [*found, sentence[start:]]
