"""The command line as a script meets it: what it writes, where, and with which exit code."""

import json
import subprocess
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]

SEEDS = Path(__file__).parents[3] / "seeds"
ABOUT_WALRUSES = "what does a walrus eat?"


def test_ask_shows_excerpts_with_file_and_lines(quoth: Quoth, corpus: Path) -> None:
    done = quoth("ask", "what", "does", "a", "walrus", "eat?", "--corpus", str(corpus))
    assert done.returncode == 0, done.stderr
    said = done.stdout.decode()
    assert "│ A walrus eats clams 👩‍👩‍👧 and sea cucumbers every day." in said
    assert "windows.txt" in said
    assert "lines 1-3" in said
    assert "\x1b" not in said
    assert done.stderr == b""


def test_ask_as_json_is_one_object_with_fixed_keys(quoth: Quoth, corpus: Path) -> None:
    done = quoth("ask", ABOUT_WALRUSES, "--json", "--limit", "1", "--corpus", str(corpus))
    answer = json.loads(done.stdout)
    assert done.stdout.count(b"\n") == 1
    assert list(answer) == ["question", "status", "answered", "confidence", "excerpts"]
    (excerpt,) = answer["excerpts"]
    assert list(excerpt) == [
        *("file", "start", "end", "text", "lines", "score", "matched"),
        *("context", "left_out", "also_in"),
    ]
    assert excerpt["file"] == "windows.txt"
    assert excerpt["lines"] == [1, 3]
    assert "walrus" in excerpt["matched"]
    assert 0 <= answer["confidence"] <= 1


def test_every_excerpt_is_the_exact_slice_of_what_text_writes(quoth: Quoth, corpus: Path) -> None:
    questions = [ABOUT_WALRUSES, "where does the walrus sleep?", "how do café owners get a refund?", "zebra"]
    given = "\n".join(json.dumps({"id": at, "question": q}) for at, q in enumerate(questions))
    done = quoth("ask", "--jsonl", "-", "--limit", "10", "--corpus", str(corpus), given=given.encode())
    excerpts = [excerpt for line in done.stdout.splitlines() for excerpt in json.loads(line)["excerpts"]]
    assert {excerpt["file"] for excerpt in excerpts} == {"windows.txt", "guides/refunds.md"}
    for file in ("windows.txt", "guides/refunds.md"):
        written = quoth("text", file, "--corpus", str(corpus)).stdout
        assert written == (corpus / file).read_bytes()
        for excerpt in excerpts:
            if excerpt["file"] == file:
                assert written.decode()[excerpt["start"] : excerpt["end"]] == excerpt["text"]
                assert written.decode()[: excerpt["start"]].count("\n") + 1 == excerpt["lines"][0]


def test_the_same_question_gets_the_same_answer_to_the_byte(quoth: Quoth) -> None:
    command = ("ask", "who is Christopher Helali?", "--json", "--limit", "10", "--corpus", str(SEEDS))
    first, second = (quoth(*command, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))
    assert first == second
    assert json.loads(first)["excerpts"]


def test_output_is_utf8_with_plain_line_ends_whatever_the_locale_says(quoth: Quoth, corpus: Path) -> None:
    done = quoth("ask", ABOUT_WALRUSES, "--json", "--corpus", str(corpus), env={"PYTHONIOENCODING": "latin-1"})
    assert "👩‍👩‍👧" in done.stdout.decode("utf-8")


def test_asking_imports_neither_discord_nor_prompt_toolkit(quoth: Quoth, corpus: Path) -> None:
    done = quoth("ask", ABOUT_WALRUSES, "--corpus", str(corpus), env={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.rpartition(b"|")[2].strip() for line in done.stderr.splitlines()}
    assert b"Stemmer" in imported  # so the list is there
    assert not imported & {b"discord", b"prompt_toolkit"}


def test_a_summary_of_a_file_is_its_own_sentences(quoth: Quoth, corpus: Path) -> None:
    done = quoth("summary", "windows.txt", "--sentences", "1", "--json", "--corpus", str(corpus))
    summary = json.loads(done.stdout)
    assert list(summary) == ["target", "kind", "sentences"]
    assert (summary["target"], summary["kind"]) == ("windows.txt", "file")
    (sentence,) = summary["sentences"]
    assert list(sentence) == ["file", "start", "end", "text"]
    text = (corpus / "windows.txt").read_bytes().decode()
    assert text[sentence["start"] : sentence["end"]] == sentence["text"]


def test_a_summary_on_a_topic_takes_several_words(quoth: Quoth, corpus: Path) -> None:
    done = quoth("summary", "refund", "counter", "--corpus", str(corpus))
    assert done.returncode == 0, done.stderr
    assert "Café owners get their refund in cash at the counter." in done.stdout.decode()
    assert json.loads(quoth("summary", "refund", "--json", "--corpus", str(corpus)).stdout)["kind"] == "topic"


def test_a_summary_has_the_length_that_is_asked_for_and_says_what_it_leaves_out(quoth: Quoth, corpus: Path) -> None:
    syllables = ["".join(pair) for pair in product("bdfgklmnprst", "aeiou")]
    words = ["".join(pair) for pair in product(syllables[:20], syllables[20:])]
    lines = [" ".join(["The", *words[n : n + 8], "stands", "here."]) for n in range(0, 480, 8)]
    (corpus / "town.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    counts = []
    for length in ("short", "medium", "long"):
        done = quoth("summary", "town.txt", "--length", length, "--json", "--corpus", str(corpus))
        counts.append(sum(len(one["text"].split()) for one in json.loads(done.stdout)["sentences"]))
    assert 40 <= counts[0] <= 66
    assert 120 <= counts[1] <= 165
    assert 300 <= counts[2] <= 440
    done = quoth("summary", "weather.txt", "--sentences", "3", "--corpus", "docs")
    assert "3 of 4 sentences." in done.stdout.decode()


def test_a_summary_without_a_target_is_a_line_or_two_of_every_document(quoth: Quoth, corpus: Path) -> None:
    overview = json.loads(quoth("summary", "--json", "--corpus", str(corpus)).stdout)
    assert (overview["target"], overview["kind"]) == ("", "corpus")
    files = [sentence["file"] for sentence in overview["sentences"]]
    assert list(dict.fromkeys(files)) == ["weather.txt", "windows.txt", "guides/refunds.md"]
    assert max(map(files.count, files)) <= 2


def test_two_documents_are_compared_by_their_paths(quoth: Quoth, corpus: Path) -> None:
    (corpus / "later.txt").write_text("The wind turns east and becomes weaker.\n", encoding="utf-8")
    said = quoth("compare", "docs/weather.txt", "later.txt", "--corpus", "docs").stdout.decode()
    assert "The wind turns west and becomes weaker." in said
    assert "The wind turns east and becomes weaker." in said
    assert "Only in weather.txt:" in said
    done = quoth("compare", "weather.txt", "latest.txt", "--corpus", "docs")
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_document_may_be_named_by_its_path_as_the_shell_completes_it(quoth: Quoth, corpus: Path) -> None:
    for typed in ("guides/refunds.md", "docs/guides/refunds.md", str(corpus / "guides" / "refunds.md")):
        done = quoth("text", typed, "--corpus", "docs")
        assert done.stdout == (corpus / "guides" / "refunds.md").read_bytes(), done.stderr


def test_sources_lists_documents_and_what_was_skipped_and_why(quoth: Quoth, corpus: Path) -> None:
    said = quoth("sources", "--corpus", str(corpus)).stdout.decode()
    assert said.splitlines()[2:5:2] == ["Read: 2 .txt, 1 .md.", "1 skipped: 1 .png."]
    assert "guides/refunds.md" not in said
    said = quoth("sources", "--all", "--corpus", str(corpus)).stdout.decode()
    assert "guides/refunds.md" in said
    assert "photo.png: " in said
    listed = json.loads(quoth("sources", "--json", "--corpus", str(corpus)).stdout)
    assert [entry["file"] for entry in listed["documents"]] == ["guides/refunds.md", "weather.txt", "windows.txt"]
    assert listed["skipped"][0]["file"] == "photo.png"
    assert listed["skipped"][0]["reason"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("text", "window.txt", "--corpus", "docs"), "windows.txt"),
        (("text", "../secret.txt", "--corpus", "docs"), "secret.txt"),
        (("summary", "xylophones orbiting", "--corpus", "docs"), "xylophones orbiting"),
        (("ask", "x", "--corpus", "nowhere"), "--corpus DIR"),
        (("ask", "x", "--config", "nowhere.yaml"), "nowhere.yaml: cannot be read"),
        (("ask", "--jsonl", "nowhere.jsonl", "--corpus", "docs"), "nowhere.jsonl cannot be read"),
        (("ask", "--jsonl", "docs", "--corpus", "docs"), "docs cannot be read"),
    ],
)
def test_a_name_that_is_wrong_is_told_in_a_sentence_with_exit_code_2(
    arguments: tuple[str, ...], told: str, quoth: Quoth, corpus: Path
) -> None:
    (corpus.parent / "secret.txt").write_text("not yours")
    done = quoth(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_all_problems_of_the_configuration_are_told_at_once(quoth: Quoth, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("corpus: docs\nbm25:\n  b: 1.7\nanswer:\n  excerpt: 3\n")
    done = quoth("ask", "x")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "config.yaml:3: bm25.b: expected a number from 0 to 1, got 1.7",
        "config.yaml:5: answer.excerpt: there is no such setting; did you mean answer.excerpts?",
    ]


def test_the_configuration_is_obeyed_and_the_command_line_stands_above_it(quoth: Quoth, corpus: Path) -> None:
    (corpus.parent / "config.yaml").write_text("corpus: docs\nanswer:\n  excerpts: 1\n")
    (corpus.parent / "other.yaml").write_text("corpus: nowhere\n")

    def count(*arguments: str) -> int:
        return len(json.loads(quoth("ask", "walrus refund rain tonight", "--json", *arguments).stdout)["excerpts"])

    assert count() == 1
    assert count("--limit", "2") == 2
    assert count("--config", "other.yaml", "--corpus", "docs") == 3


def test_run_without_a_token_names_the_variable_and_the_chat(quoth: Quoth, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=\n")
    done = quoth("run")
    assert done.returncode == 2
    assert b"DISCORD_TOKEN" in done.stderr
    assert b"quoth chat" in done.stderr


@pytest.mark.parametrize("place", ["environment", "file"])
def test_run_finds_the_token_and_never_shows_it(place: str, quoth: Quoth, tmp_path: Path) -> None:
    if place == "file":
        (tmp_path / ".env").write_text("export DISCORD_TOKEN='hush.hush.hush'\n")
    done = quoth(
        "run", "-v", "--corpus", "nowhere", env={"DISCORD_TOKEN": "hush.hush.hush"} if place != "file" else None
    )
    assert done.returncode == 2
    assert b"--corpus DIR" in done.stderr  # and no complaint about the token
    assert b"hush" not in done.stdout + done.stderr


def test_half_a_character_in_a_question_comes_back_as_it_was_given(quoth: Quoth, corpus: Path) -> None:
    surrogate = b'{"id": "\\ud83e", "question": "walrus \\ud83e"}'
    done = quoth("ask", "--jsonl", "-", "--corpus", str(corpus), given=surrogate)
    lines: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines[0]["id"] == "\ud83e"


def test_ask_shows_the_hints_that_the_chat_shows(quoth: Quoth, corpus: Path) -> None:
    question = "what does a zymurgist think of walruss?"
    asked = quoth("ask", question, "--corpus", str(corpus))
    chatted = quoth("chat", "--corpus", str(corpus), given=question.encode())
    assert asked.returncode == 0, asked.stderr
    assert "No document has the words “zymurgist” and “think”." in asked.stdout.decode()
    assert asked.stdout.strip() == chatted.stdout.strip()
