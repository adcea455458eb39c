"""`quoth changes`, and `/changes` in the chat, as somebody in a shell uses them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_what_changed_between_two_runs_is_quoted_by_file(quoth: Quoth, corpus: Path) -> None:
    first = quoth("changes", "--corpus", "docs")
    assert (first.returncode, first.stderr) == (0, b"")
    assert "have seen no change" in first.stdout.decode()
    weather = corpus / "weather.txt"
    weather.write_bytes(weather.read_bytes().replace(b"turns west", b"turns east"))
    (corpus / "guides" / "refunds.md").unlink()
    for _ in range(2):  # the second time nothing has changed since, and the last change is still shown
        said = quoth("changes", "--corpus", "docs").stdout.decode()
        assert "What changed since revision 1 of " in said
        assert "guides/refunds.md: gone, with " in said
        assert "│ The wind turns west and becomes weaker.\n  weather.txt · line 7" in said
        assert "│ The wind turns east and becomes weaker.\n  weather.txt · line 7" in said
    said = quoth("changes", "--corpus", "docs", "--since", "2").stdout.decode()
    assert "No sentence was added, removed or reworded." in said


def test_changes_as_json_are_slices_of_the_texts_of_their_time(quoth: Quoth, corpus: Path) -> None:
    old = (corpus / "windows.txt").read_bytes().decode()
    quoth("changes", "--corpus", "docs")
    new = old.replace("clams", "mussels") + "It never eats fish 🐟.\r\n"
    (corpus / "windows.txt").write_bytes(new.encode())
    done = quoth("changes", "--since", "2020-01-01", "--json", "--corpus", "docs")
    answer = json.loads(done.stdout)
    assert answer["since"]["revision"] == 1
    (change,) = answer["files"]
    assert (change["file"], change["kind"], len(change["reworded"])) == ("windows.txt", "changed", 1)
    before, after = change["reworded"][0]["before"], change["reworded"][0]["after"]
    assert old[before["start"] : before["end"]] == before["text"]
    for place in (after, *change["added"]):
        assert new[place["start"] : place["end"]] == place["text"]


def test_the_chat_keeps_a_revision_and_tells_changes(quoth: Quoth, corpus: Path) -> None:
    assert quoth("chat", "--corpus", "docs").returncode == 0
    (corpus / "weather.txt").write_text("Snow is expected.\n")
    said = quoth("chat", "--corpus", "docs", given=b"/changes\n/changes 7\n").stdout.decode()
    assert "│ Snow is expected." in said
    assert "a revision from 1 to 2" in said


def test_a_summary_of_what_is_new_has_lines_that_came_since(quoth: Quoth, corpus: Path) -> None:
    quoth("changes", "--corpus", "docs")
    news = "The ferry leaves from the new pier until the bridge is open again."
    with (corpus / "weather.txt").open("a") as file:
        file.write(f"\n{news}\n")
    answer = json.loads(quoth("summary", "--since", "1", "--json", "--corpus", "docs").stdout)
    assert [sentence["text"] for sentence in answer["sentences"]] == [news]
    said = quoth("chat", "--corpus", "docs", given=b"/summary new\n/summary new 1 --length short\n").stdout.decode()
    assert said.count(f"│ {news}") == 2


def test_each_corpus_has_a_history_of_its_own(quoth: Quoth, corpus: Path) -> None:
    quoth("changes", "--corpus", "docs")
    done = quoth("changes", "--corpus", str(corpus / "guides"))
    assert "have seen no change" in done.stdout.decode()


def test_a_wrong_date_ends_with_exit_code_2(quoth: Quoth, corpus: Path) -> None:
    done = quoth("changes", "--since", "yesterday", "--corpus", str(corpus))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "“yesterday” is neither a date such as" in done.stderr.decode()


def test_a_history_that_cannot_be_written_is_a_warning_for_the_chat_and_a_failure_for_changes(
    quoth: Quoth, corpus: Path
) -> None:
    (corpus.parent / ".quoth").write_text("a file is in the way")
    chat = quoth("chat", "--corpus", "docs", given=b"what does a walrus eat?\n")
    assert chat.returncode == 0
    assert b"cannot be " in chat.stderr
    assert b"clams" in chat.stdout
    changes = quoth("changes", "--corpus", "docs")
    assert changes.returncode == 1
    assert b"I cannot tell what changed" in changes.stdout
    assert b"Traceback" not in chat.stderr + changes.stderr


def test_a_damaged_history_is_told_and_not_believed(quoth: Quoth, corpus: Path) -> None:
    quoth("changes", "--corpus", "docs")
    (corpus / "weather.txt").write_text("Snow is expected.\n")
    for blob in (corpus.parent / ".quoth").rglob("*.z"):
        blob.write_bytes(b"rubbish")
    done = quoth("changes", "--corpus", "docs")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"The history of the documents is damaged" in done.stderr
