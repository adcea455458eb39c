"""`quoth ask --jsonl`: a file of questions answered line by line, in order, at once, with nothing lost."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Start = Callable[..., "subprocess.Popen[bytes]"]
Quoth = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_answers_come_in_order_with_the_ids_as_given(quoth: Quoth, corpus: Path) -> None:
    ids: list[object] = ["q1", 7, 1.5, "ü", None]
    lines = [json.dumps({"id": i, "question": "walrus", "note": "ignored"}) for i in ids]
    (corpus.parent / "questions.jsonl").write_bytes(b"\xef\xbb\xbf" + "\r\n\r\n".join(lines).encode())
    done = quoth("ask", "--jsonl", "questions.jsonl", "--corpus", str(corpus))
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [answer["id"] for answer in answers] == ids
    assert all(list(answer) == ["id", "status", "answered", "confidence", "excerpts"] for answer in answers)


def test_a_broken_line_is_reported_and_the_others_are_answered(quoth: Quoth, corpus: Path) -> None:
    given = b"\n".join(
        [
            b'{"id": 1, "question": "walrus"}',
            b'{"id": 2, "question": ',
            b'{"id": 3}',
            b'{"id": 4, "question": 5}',
            b'["id", "question"]',
            b'{"id": 6, "question": "\xff"}',
            b'{"id": 1e999, "question": "walrus"}',
            b"[" * 100_000,
            '{"id": 9, "question": "walrus\u2028refund"}'.encode(),
        ]
    )
    done = quoth("ask", "--jsonl", "-", "--corpus", str(corpus), given=given)
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.decode().split("\n")[:-1]] == [1, 9]
    told = done.stderr.decode().splitlines()
    assert [line.split(" is not answered: ")[0] for line in told] == [f"line {number}" for number in range(2, 9)]


def test_an_answer_is_written_before_the_next_question_is_asked(start: Start, corpus: Path) -> None:
    with start("ask", "--jsonl", "-", "--corpus", str(corpus)) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for number in range(3):
            running.stdin.write(b'{"id": %d, "question": "walrus"}\n' % number)
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
        assert running.wait(timeout=30) == 0
