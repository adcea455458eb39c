"""Does a sentence hang in the air without the one before it? Told by its first words, its pronouns and its quotes.

The rules are of word classes, of which each language has its own, and not of topics. They are strict: a sentence that
only might lean counts as leaning, since one fewer to choose from costs little and one that nobody understands costs the
reader's trust.
"""

from retrieval.text.languages.language import Anaphora, Language
from retrieval.text.orthography import words

_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"'}


def leans(sentence: str, language: Language) -> bool:
    """Whether a word of the sentence points back to what was said before it, or its speaker is not in it."""
    found = words(sentence)
    if not found or sentence[0].islower() or is_bare_quotation(sentence):
        return True
    low = [word.casefold() for word in found]
    rules = language.anaphora
    if rules is None:
        return low[0] in language.leaning
    impersonal = rules.impersonal.match(sentence) is not None
    if _opens_leaning(sentence, low, rules, impersonal=impersonal) or rules.nameless_speaker.search(sentence):
        return True
    said, named = 0, False
    for at, (word, surface) in enumerate(zip(low, found, strict=True)):
        following = low[at + 1] if at + 1 < len(low) else ""
        if word in rules.persons and not named:
            return True
        joined = said > 0 and low[at - 1] == rules.joining  # "the harbour and its pier"
        if word in rules.things and said < 2 and not (joined or impersonal or rules.named_behind.match(sentence)):
            return True
        if word in rules.pointing and said < 4 and not _is_defined(word, following, rules, opens=at == 0):
            return True
        if word not in language.function_words:
            said += 1
            named = named or surface[0].isupper()
    return False


def _opens_leaning(sentence: str, low: list[str], rules: Anaphora, *, impersonal: bool) -> bool:
    there_is = low[0] == "there" and len(low) > 1 and low[1].replace("’", "'").removesuffix("n't") in rules.being
    if low[0] in rules.first_words - rules.pointing - rules.things and not impersonal and not there_is:
        return True
    return (
        sentence.casefold().startswith(rules.openings)
        or rules.early_adverb.match(sentence) is not None
        or low[0] == "that"
    )


def _is_defined(word: str, following: str, rules: Anaphora, *, opens: bool) -> bool:
    """Whether a pointing word says itself what it points to: "those who …", "such as", and "this year" further in."""
    if word == "those":
        return following in rules.following_those
    return following == "as" if word == "such" else following in rules.times and not opens


def is_bare_quotation(sentence: str) -> bool:
    """Whether the sentence is a quotation from its first to its last sign, so that its speaker stands elsewhere."""
    closing = _QUOTES.get(sentence[:1])
    return closing is not None and sentence.endswith(closing) and closing not in sentence[1:-1]


def has_half_a_quotation(text: str) -> bool:
    """Whether a quotation mark of the text lacks its other half."""
    pairs = [("«", "»"), ("„", "“") if "„" in text else ("“", "”")]
    return text.count('"') % 2 == 1 or any(text.count(opening) != text.count(closing) for opening, closing in pairs)
