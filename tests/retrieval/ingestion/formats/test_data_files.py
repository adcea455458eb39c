"""Tables, records, exported chats and notebooks: what stands in them, below what, and where."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import SkipReason
from retrieval.documents.model import Role
from retrieval.ingestion.formats.reader import Reading, Refused, Source
from retrieval.ingestion.formats.registry import read


def reading(name: str, content: object) -> Reading:
    text = content if isinstance(content, str) else json.dumps(content)
    return read(Source(name, text.encode()))


def told(found: Reading) -> list[tuple[str, str]]:
    """Each block's place in its file and its text."""
    return [(block.locator.value if block.locator else "", block.span.of(found.text)) for block in found.blocks]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_row_stands_below_its_header_whatever_parts_the_cells(sign: str) -> None:
    found = reading("a.csv", f'name{sign}price\nwalrus{sign}"3 {sign} 50"\n\nseal{sign}\n')
    assert [place for place, _ in told(found)] == ["1", "2", "4"]
    header, walrus, seal = found.blocks
    assert {block.role for block in found.blocks} == {Role.TABLE}
    assert walrus.header == seal.header == header.span
    assert "walrus\t" in found.text


def test_a_table_without_a_header_has_none() -> None:
    assert all(block.header is None for block in reading("a.csv", "1,2\n3,4\n").blocks)


def test_a_cell_of_prose_is_read_behind_its_name() -> None:
    prose = "The harbour opens at six. " * 12
    found = reading("faq.csv", f'question,answer\nWhen?,"{prose}"\nWhere?,"{prose}"\n')
    first, second = found.blocks[:2]
    assert first.span.of(found.text) == "question: When?"
    assert second.span.of(found.text).startswith("answer: The harbour")
    assert second.parent == first.span


def test_names_of_nested_values_are_headings_and_numbers_stay_as_they_are_written() -> None:
    found = read(Source("a.json", b'{"info": {"title": "Pets", "version": 1.50}, "tags": ["a", "b"], "none": null}'))
    assert [text for _, text in told(found)] == ["tags: a, b", "info", "title: Pets", "version: 1.50"]
    assert [place.of(found.text) for place in found.blocks[-1].headings] == ["info"]


@pytest.mark.parametrize("lines", [False, True])
def test_flat_records_are_rows_of_a_table(*, lines: bool) -> None:
    records = [{"name": "walrus", "price": 3}, {"name": "seal", "price": 4}]
    text = "\n".join(map(json.dumps, records)) if lines else json.dumps(records)
    found = reading("a.json", text)
    assert told(found)[1:] == [("1", "walrus\t3"), ("2", "seal\t4")]


def test_a_message_of_discord_has_its_author_time_and_what_it_replies_to() -> None:
    def message(number: str, name: str, text: str, **more: object) -> dict[str, object]:
        moment = f"2024-03-12T12:0{number}:00+00:00"
        return {"id": number, "timestamp": moment, "content": text, "author": {"name": name}, **more}

    messages = [message("1", "ann", "How?"), message("2", "bob", "So.", reference={"messageId": "1"})]
    found = reading("a.json", {"channel": {"name": "help"}, "messages": messages})
    title, day, asked, said = found.blocks
    assert (title.role, day.span.of(found.text)) == (Role.TITLE, "2024-03-12")
    assert told(found)[3] == ("2024-03-12 12:02", "[12:02] bob: So.")
    assert said.speaker
    assert said.speaker.of(found.text) == "bob"
    assert said.parent == asked.span


def test_a_thread_of_slack_stands_below_its_first_message() -> None:
    def message(second: int, user: str, text: str, **more: object) -> dict[str, object]:
        who = {"user": user, "user_profile": {"real_name": user.title()}}
        return {"type": "message", "text": text, "ts": f"170000000{second}.1", **who, **more}

    thread = {"thread_ts": "1700000000.1"}
    other = message(1, "bob", "Hello &amp; hi")
    found = reading("a.json", [message(0, "ann", "Who?", **thread), other, message(2, "cy", "<@ann>!", **thread)])
    said = [text for _, text in told(found)]
    assert said[1:] == ["[22:13] Ann: Who?", "[22:13] Cy: @Ann!", "[22:13] Bob: Hello & hi"]
    assert found.blocks[2].parent == found.blocks[1].span


def test_a_notebook_is_notes_and_code() -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# Seals\n", "\n", "They eat fish."]},
        {"cell_type": "code", "source": "print(1)", "outputs": [{"text": ["1\n"]}]},
    ]
    found = reading("a.ipynb", {"nbformat": 4, "cells": cells})
    assert [block.role for block in found.blocks] == [Role.TITLE, Role.PARAGRAPH, Role.CODE, Role.CODE]
    assert found.document("a.ipynb").title == "Seals"


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a":' * 100_000, "{", "[1, 2", '"a" "b"'])
def test_what_is_no_json_or_too_deep_is_refused(content: str) -> None:
    with pytest.raises(Refused) as refused:
        reading("a.json", content)
    assert refused.value.reason in (SkipReason.DAMAGED, SkipReason.TOO_COSTLY)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=30,
)


@given(JSON)
def test_every_string_of_json_is_in_a_block_and_none_overlaps_another(value: object) -> None:
    try:
        found = reading("a.json", json.dumps(value))
    except Refused as refused:
        assert refused.reason is SkipReason.EMPTY
        return
    end = 0
    said = []
    for block in found.blocks:
        assert end <= block.span.start < block.span.end
        end = block.span.end
        said += block.span.of(found.text).split()
    assert not set(words_of(value)) - set(" ".join(said).replace(":", " ").replace(",", " ").split())


def words_of(value: object) -> list[str]:
    match value:
        case dict():
            return [word for inner in value.values() for word in words_of(inner)]
        case list():
            return [word for inner in value for word in words_of(inner)]
        case str():
            return value.replace(":", " ").replace(",", " ").split()
    return []


def test_half_a_sign_in_a_string_is_shown_as_missing_and_everything_else_stays() -> None:
    text = (
        r'{"cut": "a seal \ud83d", "whole": "a seal \ud83d\ude00", "escaped": "a seal \\ud83d", "low": "\ude00 a seal"}'
    )
    assert reading("a.json", text).text.split("\n")[:4] == [
        "cut: a seal \ufffd",
        "whole: a seal \U0001f600",
        r"escaped: a seal \ud83d",
        "low: \ufffd a seal",
    ]


def test_a_cell_whose_outputs_are_none_is_read() -> None:
    cells = [{"cell_type": "code", "source": "walrus = 1", "outputs": True}]
    assert reading("a.ipynb", {"nbformat": 4, "cells": cells}).text.strip() == "walrus = 1"


def test_each_message_of_slack_stands_there_once_however_its_threads_are_knotted() -> None:
    def message(ts: str, text: str, thread: str = "") -> dict[str, str]:
        return {"type": "message", "ts": ts, "text": text, "user": "U1", **({"thread_ts": thread} if thread else {})}

    messages = [
        message("1.0", "first"),
        message("2.0", "answer", "1.0"),
        message("3.0", "answer to the answer", "2.0"),
        message("1.0", "same id"),
        message("4.0", "round", "5.0"),
        message("5.0", "about", "4.0"),
    ]
    said = [line.rpartition(": ")[2] for line in reading("a.json", messages).text.splitlines() if ": " in line]
    assert sorted(said) == sorted(one["text"] for one in messages)


def test_who_is_mentioned_by_an_id_is_named() -> None:
    message = {
        "id": "1",
        "timestamp": "2026-03-04T12:07:00+00:00",
        "author": {"name": "ann"},
        "content": "Ask <@42> or <@!43>, not <@44>.",
        "mentions": [{"id": "42", "name": "ben", "nickname": "Ben O."}, {"id": "43", "name": "mia"}],
    }
    assert "Ask @Ben O. or @mia, not <@44>." in reading("a.json", {"messages": [message]}).text


@pytest.mark.parametrize("moment", [None, " ", "", {"at": []}])
def test_a_message_without_a_time_has_no_place_and_no_empty_brackets(moment: object) -> None:
    said = {"id": "1", "timestamp": moment, "content": "At six.", "author": {"name": "ann"}}
    found = reading("a.json", {"messages": [said]})
    assert [(block.span.of(found.text), block.locator) for block in found.blocks] == [("ann: At six.", None)]
