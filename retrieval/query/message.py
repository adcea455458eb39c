"""What does a message ask? Its questions, each understood with what stands around it and what it leans on."""

from collections.abc import Callable

from retrieval.query.noise import without_noise
from retrieval.query.parts import leans, questions, story
from retrieval.query.understanding import Query, with_earlier

STORY_WEIGHT = 0.7
"""What the words around the questions of a message count beside theirs: they often name what it is about. Of 180
questions to six folders, as members write, 0.4 answers 111 with the first excerpt, 0.7 and 1.0 113; the
communities' folders do not notice."""


LONGEST = 8_000
"""Letters of a message that are read, some 1,200 words. The longest that Discord takes has 4,000; so many words, each
unknown and mended, take about a second."""


def beginning(message: str) -> str:
    """The message, of a very long one so much as is read, to the end of a word."""
    if len(message) <= LONGEST:
        return message
    words = message[:LONGEST].rsplit(maxsplit=1)
    return words[0] if len(words) > 1 else message[:LONGEST]


def queries(message: str, whole: Query, understood: Callable[[str], Query]) -> list[Query]:
    """The questions of the message in order; the `whole` of it if it is one, or if one of them is about nothing.

    `understood` gives a question in terms of the corpus. What stands around the questions counts less, and so does the
    question before where one leans on it ("what is a ledger and who keeps it?").
    """
    heard = without_noise(message)
    asked, around = questions(heard), story(heard)
    if len(asked) == 1 and not around:
        return [whole]
    found: list[Query] = []
    for question in asked:
        query = understood(question)
        if not any(term.variants for term in query.terms):
            return [whole]
        found.append(with_earlier(query, found[-1]) if found and leans(question) else query)
    return [with_earlier(query, understood(around), STORY_WEIGHT) for query in found] if around else found
