"""Words that may mean the same, proposed from the documents themselves."""

import random
from itertools import product

import pytest

from retrieval import Document, Suggestion, Synonyms, suggest_synonyms
from retrieval.synonyms.cooccurrence import Company, exchangeable
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from tests.fakes.read_texts import untitled


def document(text: str) -> Document:
    return untitled("a.txt", text)


def suggested(*texts: str, known: str = "") -> tuple[Suggestion, ...]:
    analyzer = Analyzer()
    listed = Synonyms.parse(known, analyzer.of(language("en")), "known.txt")
    return suggest_synonyms([document(text) for text in texts], listed, analyzer)


def words(suggestions: tuple[Suggestion, ...]) -> list[set[str]]:
    return [set(suggestion.words) for suggestion in suggestions]


SPELLINGS = (
    "The envoy asked President Volodymyr Tarenskyy to sign the treaty at once. Nobody slept that night.\n\n"
    "In the end President Volodymyr Tareneskyy refused to sign the treaty. The envoy went home.\n\n"
    "The mayor of Marion sells pottery to the children. A certain Maroon plays chess with his uncle.\n"
)


def test_one_name_spelled_in_two_ways_is_proposed_and_two_names_are_not() -> None:
    (suggestion,) = suggested(SPELLINGS)
    assert suggestion.words == ("Tareneskyy", "Tarenskyy")
    assert suggestion.evidence == "spelled alike, 1× and 1×"
    assert not suggestion.is_guess


def test_what_is_known_already_is_not_proposed() -> None:
    assert suggested(SPELLINGS, known="Tarenskyy, Tareneskyy") == ()
    assert suggested(SPELLINGS, known="Tarenskyy => Tareneskyy") == ()


FAMILY = "\n\n".join(
    f"The {adjective} bloom in the lake killed many fish that summer. They saw the {noun} bloom in the lake again. "
    f"Our {other} is proud of its {thing} and lends it to everybody who asks politely."
    for adjective, noun, other, thing in [
        ("algal", "algae", "library", "piano"),
        ("algal", "algae", "school", "cookery book"),
        ("algal", "algae", "museum", "telescope"),
    ]
)


def test_words_of_one_family_in_the_same_company_are_proposed() -> None:
    assert {"algal", "algae"} in words(suggested(FAMILY))


def test_words_that_only_begin_alike_are_not() -> None:
    text = "The public library lends old maps to sailors. The author published a cookery book about herbs.\n\n" * 4
    assert {"public", "published"} not in words(suggested(text))


INITIALS = (
    "The Royal Society of Otters met in June and drank tea. Every member of the ROTS was there.\n\n"
    "A speaker of the Royal Society of Otters praised the river. The RSO paid for the tea, as the RSO always does.\n\n"
    "LOUD HEADLINES MEAN NOTHING TO THE RSO OR THE XLVII OTHERS.\n"
)


def test_an_abbreviation_that_nobody_explains_is_proposed() -> None:
    (suggestion,) = (one for one in suggested(INITIALS) if "RSO" in one.words)
    assert suggestion.words == ("RSO", "Royal Society of Otters")


def test_an_abbreviation_that_the_documents_explain_is_known_without_a_line() -> None:
    assert suggested(INITIALS + "\n\nThe Royal Society of Otters (RSO) rests.") == ()


def exchanging() -> str:
    """Sentences in which "boat" and "barge" stand in each other's place, beside others that do not."""
    verbs, places = "paints mends sells hires sinks cleans".split(), "Venice Bergen London Porto".split()
    sentences = [
        f"The captain {verb} the {thing} near {place} today."
        for verb, place, thing in product(verbs, places, ("boat", "barge"))
    ] + [f"Some {a} {b} with their {c}." for a, b, c in product(("dogs", "cats"), ("sleep", "eat"), ("toys", "bones"))]
    random.Random(1).shuffle(sentences)  # noqa: S311 - no secret
    return "\n\n".join(sentences)


def test_words_that_stand_between_the_same_words_are_a_guess() -> None:
    (suggestion,) = (one for one in suggested(exchanging()) if "boat" in one.words)
    assert set(suggestion.words) == {"boat", "barge"}
    assert suggestion.is_guess


def test_words_that_stand_in_one_sentence_are_no_guess() -> None:
    text = exchanging() + "\n\nThe boat pulls the barge."
    assert {"boat", "barge"} not in words(suggested(text))


def test_the_same_documents_give_the_same_proposals_in_the_same_order() -> None:
    texts = (SPELLINGS, FAMILY, INITIALS, exchanging())
    assert suggested(*texts) == suggested(*texts)
    kinds = [suggestion.is_guess for suggestion in suggested(*texts)]
    assert kinds == sorted(kinds)


@pytest.mark.parametrize("text", ["", "One word.", "?!", "Ünïcödé 漢字 2026."])
def test_too_little_text_gives_no_proposals(text: str) -> None:
    assert suggested(text) == ()
    assert suggest_synonyms([], Synonyms(), Analyzer()) == ()


def test_likeness_is_a_cosine() -> None:
    company = Company([["red", "roof", "house"], ["red", "roof", "home"], ["blue", "sea", "home"], ["blue", "sea"]])
    assert company.likeness("house", "house") == pytest.approx(1)
    assert company.likeness("house", "home") == pytest.approx(company.likeness("home", "house"))
    assert 0 < company.likeness("house", "home") < 1
    assert company.likeness("house", "nowhere") == 0


def test_without_candidates_nothing_is_exchangeable() -> None:
    assert list(exchangeable([["a", "b"]], [], likeness=0, shared=0)) == []
