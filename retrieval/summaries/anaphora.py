"""Does a sentence hang in the air without the one before it? Told by its first words, its pronouns and its quotes.

Rules for English, of word classes and not of topics. They are strict: a sentence that only might lean counts as
leaning, since one fewer to choose from costs little and one that nobody understands costs the reader's trust.
"""

import re

from retrieval.text.languages.english import FUNCTION_WORDS, LEANING
from retrieval.text.orthography import words

_PERSON = frozenset("he him his himself she her hers herself".split())
_THING = frozenset("it its itself they them their theirs themselves".split())
_POINTING = frozenset("this these those such".split())
_ORDER = frozenset("later afterwards subsequently accordingly finally secondly thirdly indeed conversely".split())
_ANSWER = frozenset("yes no well okay ok yeah yep mm mmm hmm um uh oh ah right sure".split())
_OPENINGS = tuple(
    (
        "for example|for instance|in addition|as a result|in contrast|by contrast|on the other hand|in turn|in fact|"
        "in other words|of course|at the same time|that said|in the meantime|as such|after that|on the contrary|"
        "despite that|even so|in that|at that|after all|on the one hand|in particular|in both|in either|in response"
    ).split("|")
)
_TIMES = frozenset(
    "year years month months week weeks day days morning afternoon evening summer winter spring autumn fall season "
    "century decade time weekend".split()
)
_BEING = frozenset("is are was were has have had will would can may".split())
_DEFINED = frozenset("who that which whose of with in on from for".split())

# "It is likely that …", "It remains to be seen …": the "it" stands for what follows.
_IMPERSONAL = re.compile(
    r"(?i)it(?:['’]s|\s+(?:is|was|has\s+been|will\s+be|may\s+be|would\s+be|should\s+be|must\s+be|can\s+be|remains|"
    r"stays|seems|appears))\b(?:\W+\w+){0,6}?\W+(?:that|to|whether|if|how|why)\b"
)
# "Despite its gains, Russia …": the pronoun stands for the name behind the comma.
_NAMED_BEHIND = re.compile(
    r"(?:Despite|With|After|In|During|For|As|While|Although|Though|Like|Since|Before|Throughout|By|From|At|Of|On|Among)"
    r"\s(?:[^,.]*\s)?(?:its|their)\s[^,]*,\s(?!I\b)[A-Z]"
)
# “…,” he said; Moscow, she added, …: the speaker has been named before, and not inside the quotation.
_NAMELESS_SPEAKER = re.compile(
    r"(?i)[”\"’»]\s*(?:he|she|they)\b|,\s*(?:he|she|they)\s+\w+,|\b(?:said|says|added|stated|noted|asked)\s+(?:he|she|they)\b"
)
_EARLY_HOWEVER = re.compile(r"(?i)(?:\S+\s+){1,8}?however,")
_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"'}


def leans(sentence: str) -> bool:
    """Whether a word of the sentence points back to what was said before it, or its speaker is not in it."""
    found = words(sentence)
    if not found or sentence[0].islower() or is_bare_quotation(sentence):
        return True
    low = [word.casefold() for word in found]
    impersonal = _IMPERSONAL.match(sentence) is not None
    if _opens_leaning(sentence, low, impersonal=impersonal) or _NAMELESS_SPEAKER.search(sentence):
        return True
    said, named = 0, False
    for at, (word, surface) in enumerate(zip(low, found, strict=True)):
        following = low[at + 1] if at + 1 < len(low) else ""
        if word in _PERSON and not named:
            return True
        joined = said > 0 and low[at - 1] == "and"  # "the harbour and its pier"
        if word in _THING and said < 2 and not joined and not impersonal and not _NAMED_BEHIND.match(sentence):
            return True
        if word in _POINTING and said < 4 and not _is_defined(word, following, opens=at == 0):
            return True
        if word not in FUNCTION_WORDS:
            said += 1
            named = named or surface[0].isupper()
    return False


def _opens_leaning(sentence: str, low: list[str], *, impersonal: bool) -> bool:
    there_is = low[0] == "there" and len(low) > 1 and low[1].replace("’", "'").removesuffix("n't") in _BEING
    if low[0] in LEANING | _ORDER | _ANSWER and not impersonal and not there_is and low[0] not in _POINTING | _THING:
        return True
    return sentence.casefold().startswith(_OPENINGS) or _EARLY_HOWEVER.match(sentence) is not None or low[0] == "that"


def _is_defined(word: str, following: str, *, opens: bool) -> bool:
    """Whether a pointing word says itself what it points to: "those who …", "such as", and "this year" further in."""
    if word == "those":
        return following in _DEFINED
    return following == "as" if word == "such" else following in _TIMES and not opens


def is_bare_quotation(sentence: str) -> bool:
    """Whether the sentence is a quotation from its first to its last sign, so that its speaker stands elsewhere."""
    closing = _QUOTES.get(sentence[:1])
    return closing is not None and sentence.endswith(closing) and closing not in sentence[1:-1]


def has_half_a_quotation(text: str) -> bool:
    """Whether a quotation mark of the text lacks its other half."""
    pairs = [("«", "»"), ("„", "“") if "„" in text else ("“", "”")]
    return text.count('"') % 2 == 1 or any(text.count(opening) != text.count(closing) for opening, closing in pairs)
