"""What puts one passage before another, and what makes an answer sure; each held against its absence."""

from collections.abc import Mapping, Sequence

import pytest

from retrieval import Answer, Librarian, RetrievalSettings, Synonyms
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language
from tests.fakes.read_texts import untitled

FILLER = "Nobody in the village said anything else about this matter during the long winter months."


def librarian(texts: Sequence[str], synonyms: str = "", **settings: object) -> Librarian:
    documents = [untitled(f"{n}.txt", text) for n, text in enumerate(texts)]
    rules = Synonyms.parse(synonyms, Analyzer().of(language("en")), "test")
    return Librarian(documents, (), RetrievalSettings(**settings), rules)  # type: ignore[arg-type]


def first(answer: Answer) -> str:
    return answer.excerpts[0].document.id


def test_words_that_follow_each_other_as_in_the_question_win() -> None:
    apart = f"The harbour was full of fish and the master of the mill was absent then. {FILLER}"
    together = f"The fish and the mill were gone, but the harbour master was full of hope. {FILLER}"
    assert first(librarian([apart, together]).ask("what was the harbour master full of?")) == "1.txt"


def test_a_date_wins_where_one_is_asked_for() -> None:
    without = f"The mill of Oldham was opened by the mayor with a speech. {FILLER}"
    dated = f"The mill of Oldham was opened in 1874 by the mayor of it. {FILLER}"
    assert first(librarian([without, dated]).ask("When was the mill of Oldham opened by the mayor?")) == "1.txt"


def test_a_synonym_finds_what_the_question_says_otherwise_but_the_word_itself_wins() -> None:
    word = f"The pavilion was painted green by the members last summer. {FILLER}"
    other = f"The clubhouse was painted white by the members last summer. {FILLER}"
    rules = "pavilion, clubhouse"
    assert first(librarian([other], rules).ask("Who painted the pavilion?")) == "0.txt"
    assert first(librarian([other, word], rules).ask("Who painted the pavilion?")) == "1.txt"
    assert not librarian([other, FILLER]).ask("pavilion?").excerpts


def test_a_phrase_finds_its_abbreviation_that_a_document_explains() -> None:
    explained = f"The Fish Trade Office (FTO) is in the old mill. {FILLER}"
    used = f"Every boat pays a fee to the FTO before it may leave the harbour. {FILLER}"
    answer = librarian([explained, used, *[FILLER] * 5]).ask("which fee does a boat pay to the Fish Trade Office?")
    assert first(answer) == "1.txt"


def test_an_answer_without_the_name_that_was_asked_for_is_less_sure() -> None:
    corpus = librarian([f"Mayor Harding praised the new bridge over the river. {FILLER}", FILLER])
    named, other = corpus.ask("What did Mayor Harding praise?"), corpus.ask("What did Mayor Ruiz praise?")
    assert named.confidence > other.confidence


def test_an_answer_without_the_date_that_was_asked_for_is_less_sure() -> None:
    corpus = librarian([f"Mayor Harding praised the new bridge over the river. {FILLER}", FILLER])
    when, why = corpus.ask("When did Harding climb the tunnel?"), corpus.ask("Why did Harding climb the tunnel?")
    assert when.confidence < why.confidence


def test_several_documents_speak_where_several_answer() -> None:
    texts = [
        "\n\n".join(f"## Part {n}\n\nThe lighthouse keeper of {place} wrote page {n} of it." for n in range(5))
        for place in ("Oldham", "Newham")
    ]
    documents = [untitled(f"{n}.md", text) for n, text in enumerate(texts)]
    answer = Librarian(documents, (), RetrievalSettings()).ask("what did the lighthouse keeper write?", 2)
    assert {excerpt.document.id for excerpt in answer.excerpts} == {"0.md", "1.md"}


def test_short_answers_are_single_sentences_of_sixty_words_together() -> None:
    text = " ".join(f"The lighthouse keeper number {n} lives on the island of the coast." for n in range(30))
    answer = librarian([text], short_answers=True).ask("where does the lighthouse keeper live?")
    assert len(answer.excerpts) > 3
    assert sum(len(excerpt.text.split()) for excerpt in answer.excerpts) <= 60
    assert all(excerpt.text.count(".") == 1 for excerpt in answer.excerpts)


def test_a_sentence_that_begins_with_he_takes_along_the_one_that_says_who() -> None:
    debate = "Mayor Harding opened the debate on the bridge. He rejected the costly tunnel plan outright."
    text = f"{FILLER}\n\n{debate}\n\n{FILLER}"
    assert "Mayor Harding" in librarian([text]).ask("who rejected the costly tunnel plan?").excerpts[0].text


@pytest.mark.parametrize("question", ["harbour", "the mill of Oldham", "when?", "winter village"])
def test_scores_fall_from_excerpt_to_excerpt_within_a_document_or_give_way_to_another(question: str) -> None:
    corpus = librarian([f"The harbour of Oldham. {FILLER}", f"The mill of Oldham, 1874. {FILLER}", FILLER])
    scores = [excerpt.score for excerpt in corpus.ask(question).excerpts]
    assert all(score > 0 for score in scores)
    assert scores[:1] == sorted(scores, reverse=True)[:1]


def test_a_passage_that_only_shares_a_word_is_not_shown_beside_a_good_one() -> None:
    good = f"The lighthouse keeper of Oldham lit the lamp with whale oil every evening. {FILLER}"
    weak = f"Oldham has a market on Mondays, and many people come to it. {FILLER}"
    corpus = librarian([good, weak, FILLER])
    assert {e.document.id for e in corpus.ask("how did the lighthouse keeper of Oldham light the lamp?").excerpts} == {
        "0.txt"
    }
    assert "1.txt" in {e.document.id for e in corpus.ask("what about Oldham?").excerpts}


def marked(texts: Mapping[str, str]) -> Librarian:
    """A librarian with Markdown files."""
    return Librarian([untitled(name, text) for name, text in texts.items()], (), RetrievalSettings())


def shown(corpus: Librarian, question: str) -> str:
    return corpus.ask(question).excerpts[0].text


def test_the_text_below_the_heading_that_was_asked_for_wins() -> None:
    below = (
        f"## Lost keys\n\nWrite to the warden. {FILLER}\n\n## Bicycles\n\nNobody lost their keys to the shed. {FILLER}"
    )
    assert "warden" in shown(marked({"a.md": below}), "lost keys")


def test_a_rule_is_found_by_its_number_and_before_other_uses_of_it() -> None:
    rules = "\n".join(f"{n}. The member of the house {verb} it." for n, verb in enumerate(VERBS, 1))
    corpus = marked(
        {"rules.md": f"# Rules\n\n{rules}\n", "news.md": f"# News\n\nThe 7 members read rule after rule. {FILLER}"}
    )
    assert "7. The member of the house wipes it." in shown(corpus, "what is rule 7?")
    sections = "\n\n".join(f"## {n}. The {verb} of it\n\nIt is so. {FILLER}" for n, verb in enumerate(VERBS, 1))
    assert "It is so" in shown(marked({"statutes.md": sections, "b.md": FILLER}), "section 3")


VERBS = "sells buys rents lends paints mends wipes sweeps".split()


def test_what_something_is_wins_over_what_is_done_with_it() -> None:
    used = f"The pontoon was painted green, and then the pontoon was moved to another place. {FILLER}"
    told = f"A pontoon is a flat boat that carries a bridge over the river and its banks. {FILLER}"
    assert first(librarian([used, told, FILLER]).ask("What is a pontoon?")) == "1.txt"


def test_a_change_log_gives_way_unless_changes_are_asked_for() -> None:
    said = f"The lamp of the pier burns with oil at night. {FILLER}"
    corpus = marked({"changelog.md": said, "guide.md": said})
    assert first(corpus.ask("what does the lamp of the pier burn?")) == "guide.md"
    assert first(corpus.ask("what changed at the lamp of the pier?")) == "changelog.md"


def test_a_row_is_found_by_the_words_of_its_header() -> None:
    table = "| Boat | Price per day |\n|---|---|\n| Dinghy | 20 |\n| Barge | 90 |"
    other = "| Boat | Crew |\n|---|---|\n| Dinghy | 2 |\n| Barge | 5 |"
    corpus = marked({"a.md": f"{FILLER}\n\n{other}\n", "b.md": f"{FILLER}\n\n{table}\n"})
    assert first(corpus.ask("dinghy price")) == "b.md"
