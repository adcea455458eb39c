"""What does a question take over from the one before, and how is it explained?"""

from retrieval import Document, Librarian, RetrievalSettings
from retrieval.documents.model import Block, Role
from retrieval.text.span import Span

SENTENCES = {
    "a.txt": "The ferry to Helgoland leaves at noon.",
    "b.txt": "The ferry to Amrum leaves at midnight.",
    "c.txt": "Bread is baked on Amrum and on Sylt.",
}


def librarian() -> Librarian:
    documents = [
        Document(name, "", text, (Block(Span(0, len(text)), Role.PARAGRAPH),)) for name, text in SENTENCES.items()
    ]
    return Librarian(documents, (), RetrievalSettings())


def test_the_words_of_the_earlier_question_decide_between_places_that_have_the_new_ones() -> None:
    assert librarian().ask("and to Amrum?").excerpts[0].score > 0
    answer = librarian().ask("and to Amrum?", earlier="When does the ferry to Helgoland leave?")
    assert answer.excerpts[0].text == SENTENCES["b.txt"]


def test_the_words_of_the_question_itself_count_more() -> None:
    answer = librarian().ask("bread?", earlier="ferry noon?")
    assert answer.excerpts[0].text == SENTENCES["c.txt"]


def test_carried_words_are_told_apart_and_weigh_less() -> None:
    alone = {use.word: use for use in librarian().explain("ferry Amrum")}
    carried = {use.word: use for use in librarian().explain("Amrum", earlier="ferry zymurgy")}
    assert list(carried) == ["amrum", "ferry"]
    assert carried["ferry"].carried
    assert not carried["amrum"].carried
    assert 0 < carried["ferry"].weight < alone["ferry"].weight


def test_a_word_said_in_both_questions_counts_once() -> None:
    assert len(librarian().explain("the ferry?", earlier="ferries?")) == 1


def test_a_word_that_stands_nowhere_is_explained_by_the_nearest_that_does() -> None:
    (near,) = librarian().explain("Helgland")
    assert near.taken_for == ("helgoland",)
    (far,) = librarian().explain("helxolixd")
    assert (far.documents, far.weight, far.nearest, far.nearest_documents) == (0, 0.0, "helgoland", 1)
    (unknown,) = librarian().explain("zymurgy")
    assert (unknown.documents, unknown.weight, unknown.nearest) == (0, 0.0, "")


def test_a_question_to_one_document_is_answered_from_it_alone() -> None:
    answer = librarian().ask("When does the ferry leave?", source="b.txt")
    assert [excerpt.document.id for excerpt in answer.excerpts] == ["b.txt"]
