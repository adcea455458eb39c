"""Does a question follow on from the one before? By how it opens, what it points to, and what it names itself."""

import re

from retrieval import Answer

MAX_EARLIER = 300
"""Characters of what was asked before that are remembered, the latest questions first."""
MIN_OWN = 2
"""Words of its own that a question has, at least, if it speaks for itself."""
_OPENS = re.compile(
    r"\W*(?:and|but|or|so|then|also|what\s+about|how\s+about|what\s+if|und|aber|oder|dann|auch|was\s+ist\s+mit|wie\s+ist\s+es\s+mit"
    r"|et|mais|ou|alors|y|e|pero|mas|entonces|então|а|и|но|или|і|й|але|або|a|i|ale|lub|czy\s+też)\b|\W*(?:那|那么|和|では|じゃあ|それ)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:it|its|they|them|their|that|those|this|these|he|him|his|she|her|hers|there|one|ones|then|instead|else|too"
    r"|er|sie|ihn|ihm|ihr|ihnen|seine?|das|dies\w*|dort|da|damit|davon|darin|dafür|sonst"
    r"|il|elle|ils|elles|cela|ça|celui|lui|él|ella|ellos|eso|esto|aquello|ele|ela|eles|isso|isto"
    r"|он|она|оно|они|это|его|её|их|там|він|вона|воно|вони|це|його|її|їх|on|ona|ono|oni|to|tam|jego|jej|ich)\b"
    r"|它|他|她|这个|這個|那个|那個|それ|これ|あれ",
    re.IGNORECASE,
)


def leans(answer: Answer) -> bool:
    """Whether the question of this answer, which it got alone, cannot be understood without the one before."""
    question = answer.question
    if _OPENS.match(question) or _POINTS.search(question):
        return True
    return sum(word.documents > 0 or word.is_nowhere for word in answer.words) < MIN_OWN


def earlier_of(question: str, earlier: str) -> str:
    """What the next question may follow on: the last one, and what that followed on itself, so far as there is room."""
    told = f"{question} {earlier}".strip()
    return told if len(told) <= MAX_EARLIER else told[:MAX_EARLIER].rpartition(" ")[0]
