"""Which sentences can be lines of a summary, and which ones are chosen?"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.replies.summaries import of_summary
from retrieval import Librarian, RetrievalSettings
from retrieval.summaries.anaphora import has_half_a_quotation, is_bare_quotation, leans
from retrieval.text.languages import language

Write = Callable[[Mapping[str, str]], Librarian]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(files: Mapping[str, str]) -> Librarian:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(text.encode())
        return Librarian.open(tmp_path, RetrievalSettings())

    return write


def quoted(librarian: Librarian, target: str, sentences: int = 6) -> list[str]:
    return [excerpt.text for excerpt in librarian.summarize(target, sentences).sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "He added that the harbour will close.",
        "However, the harbour will close in May.",
        "The harbour will, however, close in May.",
        "This decision surprised the fishermen.",
        "Experts warn this could be a mistake.",
        "Under his first term the harbour grew.",
        "Given their history, analysts expect a compromise.",
        "“The harbour is too small,” she said.",
        "The fishermen, he added, “want a new pier.”",
        "“We want a new pier.”",
        "For example, the pier is too short.",
        "and the pier is too short.",
        "As a result, the harbour closes.",
        "That goes against the law of the sea.",
        "That’s all that the harbour needs.",
        "Four hundred of them were apple cakes.",
    ],
)
def test_a_sentence_that_points_back_leans(sentence: str) -> None:
    assert leans(sentence, language("en"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The council voted to rebuild the lighthouse.",
        "Mayor Ruiz said that she would not resign.",
        "It is likely that the harbour will close.",
        "There is no money for a new pier.",
        "Despite its new pier, Portland loses ships.",
        "“The harbour is too small,” Mayor Ruiz said.",
        "Those who fish at night need a licence.",
        "The harbour and its pier were built in 1920.",
        "Fishermen pay less this year than before.",
        "Measures such as nets protect the birds.",
    ],
)
def test_a_sentence_that_says_itself_what_it_speaks_of_does_not_lean(sentence: str) -> None:
    assert not leans(sentence, language("en"))


def test_half_a_quotation_and_one_without_its_speaker_are_told() -> None:
    assert has_half_a_quotation("“We want a pier, the fishermen said.")
    assert not has_half_a_quotation("“We want a pier,” the fishermen said.")
    assert not has_half_a_quotation("„Nein“, sagte die Fischerin.")
    assert is_bare_quotation("“We want a pier. We want it now.”")
    assert not is_bare_quotation("“We want a pier,” they said, “and a crane.”")


def test_a_sentence_that_leans_comes_with_the_one_before_it(write: Write) -> None:
    text = (
        "Mayor Ruiz opened the new pier on Monday morning. She thanked the divers who had built the pier in winter.\n"
    )
    for excerpt in quoted(write({"a.txt": text}), "a.txt"):
        assert not excerpt.startswith("She")


def test_a_list_comes_as_a_whole_with_its_lead_in(write: Write) -> None:
    text = (
        "The harbour council spoke about the pier and the ships.\n\n"
        "The council decided three things about the pier and the ships:\n\n"
        "- repairs of the pier\n- a crane for the ships\n- a light on the pier\n"
    )
    lists = [excerpt for excerpt in quoted(write({"a.md": text}), "a.md") if "crane" in excerpt]
    assert lists == [
        "The council decided three things about the pier and the ships:\n\n" + text.split("\n\n")[2].strip()
    ]


def test_what_somebody_says_below_a_lead_in_is_never_quoted_without_it(write: Write) -> None:
    text = (
        "Mayor Ruiz spoke to the fishermen about the pier.\n\nRuiz said about the pier:\n\n"
        "The pier is mine and I will build the pier again. Nobody builds a pier as I do.\n"
    )
    for excerpt in quoted(write({"a.txt": text}), "a.txt"):
        assert "pier is mine" not in excerpt or "Ruiz said about the pier:" in excerpt


def test_questions_and_lead_ins_are_never_quoted(write: Write) -> None:
    text = "Will the council of the harbour build a new pier? The council of the harbour will build a new pier.\n"
    assert quoted(write({"a.txt": text}), "a.txt") == ["The council of the harbour will build a new pier."]


def test_what_only_leads_to_code_or_to_another_page_is_never_quoted(write: Write) -> None:
    text = (
        "The client of the harbour library opens a connection to the port.\n\n"
        "Pass the address of the port to the client of the harbour library...\n\n```\nclient(port)\n```\n\n"
        "For the client of the harbour library, see [the guide](guide.md).\n"
    )
    assert quoted(write({"a.md": text}), "a.md") == [
        "The client of the harbour library opens a connection to the port."
    ]


def test_a_document_without_a_sentence_that_stands_alone_is_told_so(write: Write) -> None:
    summary = write({"a.txt": "He said that they would come back for it again.\n"}).summarize("a.txt")
    reply = of_summary(summary)
    assert (summary.sentences, reply.found) == ((), False)


def test_a_summary_tells_what_it_leaves_out(write: Write) -> None:
    text = (
        "# Harbour\n\nThe harbour is the heart of the town and its trade.\n\n"
        "## Ships\n\nShips of the harbour carry grain and timber to the north.\n\n"
        "## Birds\n\nBirds nest below the roofs of the old harbour hall.\n"
    )
    summary = write({"a.md": text}).summarize("a.md", 2)
    assert (summary.quoted, summary.total, len(summary.missed)) == (2, 3, 1)
    assert set(summary.missed) < {"Ships", "Birds"}


def test_documents_on_a_topic_take_turns_and_stand_together(write: Write) -> None:
    librarian = write(
        {
            "ayr.txt": "The pier of Ayr is older than the church. Divers repair that pier every year in May.\n",
            "bude.txt": "Bude sold its pier to a bank for one pound. The pier has a casino and two cinemas.\n",
            "cork.txt": "A storm broke the pier of Cork in 1850. Engineers drew a new pier of iron and oak.\n",
        }
    )
    summary = librarian.summarize("pier", 3)
    assert sorted(excerpt.document.id for excerpt in summary.sentences) == ["ayr.txt", "bude.txt", "cork.txt"]
    files = [excerpt.document.id for excerpt in librarian.summarize("pier", 6).sentences]
    assert files == sorted(files, key=files.index)


def test_an_overview_has_a_line_or_two_of_every_document(write: Write) -> None:
    long = (
        "The lighthouse keeper lit the lamp every evening. Ships from the north passed the tower at night. "
        "A new lens made the lamp of the tower twice as bright. Nobody has lived in the tower since 1970.\n"
    )
    overview = write({"a.txt": long, "b.txt": "The bakery on the square opens at six every day.\n"}).overview()
    assert overview.kind == "corpus"
    assert [excerpt.document.id for excerpt in overview.sentences] == ["a.txt", "a.txt", "b.txt"]


def test_a_speaker_is_named_with_what_is_quoted_of_a_conversation(write: Write) -> None:
    turns = [
        "Ann: The pier needs a new crane before the winter. Ships wait for days at the old crane.",
        "Ben: The council has money for a crane on the pier. Nobody has asked the council for it.",
    ]
    librarian = write({"talk.txt": "\n".join(turns * 3)})
    for excerpt in librarian.summarize("talk.txt", 6).sentences:
        assert excerpt.text.startswith(("Ann:", "Ben:")) or excerpt.heading in ("Ann", "Ben")


def _name(number: int) -> str:
    """A word of its own for each number."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number * 7919 % 99991:05}").capitalize()


def test_a_long_book_is_summarized_quickly(write: Write) -> None:
    text = "\n\n".join(
        " ".join(
            f"Captain {_name(c)} of the {_name(n * c)} sailed with {_name(n)} to {_name(n + c)}." for n in range(25)
        )
        for c in range(300)
    )
    summary = write({"book.txt": text}).summarize("book.txt", 6)
    assert (summary.quoted, summary.total) == (6, 7500)


def test_a_topic_is_told_by_the_page_about_it_and_not_by_those_that_mention_it(write: Write) -> None:
    page = (
        "# Sailing permits\n\nA permit allows a member to take out a boat alone. It is given by the harbour master.\n\n"
        "## How to get one\n\nApplicants sail a triangle before two examiners. The examination costs thirty euros.\n"
    )
    others = {
        f"news{n}.md": f"# News {n}\n\nThe board spoke about sailing permits in May. Lunch was late on day {n}.\n"
        for n in range(8)
    }
    said = quoted(write({"permits.md": page, **others}), "sailing permits", 3)
    assert said[0].startswith("A permit allows a member")
    assert sum(text in page for text in said) >= 2


def test_a_topic_can_stay_in_one_document(write: Write) -> None:
    texts = {
        "a.md": "# Boats\n\nThe lamp of each boat is checked in March. Oars stand in the hall.\n",
        "b.md": "# Huts\n\nThe lamp of each hut is checked in April. Keys hang at the door.\n",
    }
    summary = write(texts).summarize("lamp", 3, within="b.md")
    assert {excerpt.document.id for excerpt in summary.sentences} == {"b.md"}


def test_a_command_comes_with_what_it_does(write: Write) -> None:
    text = (
        "# tar\n\n> Archiving utility.\n\n- Create an archive of files:\n\n`tar cf target.tar files`\n\n"
        "- List what is in an archive:\n\n`tar tf source.tar`\n"
    )
    assert "- Create an archive of files:\n\n`tar cf target.tar files`" in quoted(write({"tar.md": text}), "tar.md", 4)


def test_what_only_points_on_is_no_line(write: Write) -> None:
    text = (
        "# Pumps\n\nThe pump of the harbour runs at night only.\n\nSee also the chapter on valves and pipes.\n\n"
        "More information about pumps: <https://pumps.example/manual>.\n\nIn the next chapter, we look at the valves.\n"
    )
    assert quoted(write({"pumps.md": text}), "pumps.md", 4) == ["The pump of the harbour runs at night only."]


def test_of_many_documents_an_overview_has_a_line_of_those_that_tell_most_folder_by_folder(write: Write) -> None:
    texts = {f"notes/{n:03}.md": f"# Note {n}\n\nThe note of day {n} tells what the crew did.\n" for n in range(60)}
    texts |= {
        "README.md": "# Harbour\n\nThe harbour works at night and in the winter.\n",
        "rules/a.md": "# A\n\nDogs are not allowed on the long pier of the harbour.\n",
    }
    overview = write(texts).overview()
    told = [excerpt.document.id for excerpt in overview.sentences]
    assert len(told) == len(set(told)) <= 24
    assert told[0] == "README.md"
    assert "rules/a.md" in told
    assert (overview.quoted, overview.total) == (len(told), 62)


def test_an_answer_comes_with_the_question_that_is_its_heading(write: Write) -> None:
    text = (
        "# FAQ\n\n## Who may fish from the pier?\n\nYes, all. Members may fish from the pier at any time of the year.\n"
    )
    assert quoted(write({"faq.md": text}), "faq.md", 3)[0].startswith("Who may fish from the pier?")


def test_a_page_is_about_the_topic_that_its_file_is_named_after(write: Write) -> None:
    page = "# How we lend them\n\nEach boat is lent for a day against a deposit. Nobody sails at night.\n"
    others = {
        f"n{n}.md": f"# Day {n}\n\nThe boat rental was spoken about again on day {n} by the board.\n" for n in range(6)
    }
    assert quoted(write({"boat-rental.md": page, **others}), "boat rental", 2)[0].startswith("Each boat is lent")


def test_rows_of_a_table_are_lines_and_its_header_is_none(write: Write) -> None:
    head = "| Code | Meaning | What to do |\n|---|---|---|\n"
    rows = ("| HB-1 | The pier is closed | Wait for the morning |", "| HB-2 | No lamp on board | Buy a new lamp |")
    text = f"# Codes\n\nIf you see a code of the harbour, look here first.\n\n{head}" + "\n".join(rows) + "\n"
    librarian = write({"codes.md": text, "fees.csv": "Boat,Fee\nDinghy,15 euros\nYacht,240 euros a day\n"})
    assert quoted(librarian, "codes.md") == ["If you see a code of the harbour, look here first.", *rows]
    assert quoted(librarian, "lamp") == [rows[1]]
    assert [line.split("\t")[0] for line in quoted(librarian, "fees.csv")] == ["Dinghy", "Yacht"]
