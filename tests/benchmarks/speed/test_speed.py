"""The speed benchmark: what it searches, whether every engine finds the same, and whether its report is complete."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.speed import plots
from benchmarks.speed.__main__ import main
from benchmarks.speed.engines import ENGINES, ORACLE, OURS, Changing, Engine, engine, installed
from benchmarks.speed.measuring import NotExact, Plan, check, is_exact, measure
from benchmarks.speed.passages import Generator, Source, passages, raw, without_stop_words
from benchmarks.speed.processes import Serving
from benchmarks.speed.report import report
from benchmarks.speed.results import RAW, STOPPED, Case, Figures, Results
from benchmarks.speed.whole import documents
from retrieval import Span
from retrieval.text.languages import language
from retrieval.text.sentences import sentences as split

ROOT = Path(__file__).parents[3]
SAME_FORMULA = (*OURS, ORACLE, "bm25s-numpy")
SINGLE = 1e-5
"""How far bm25s may be off, which counts with single precision."""


@pytest.fixture(scope="module")
def source() -> Source:
    return Source.of(ROOT / "seeds")


@pytest.fixture(scope="module")
def written(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a passage a line."""
    path = tmp_path_factory.mktemp("bench") / "passages"
    path.write_text("".join(" ".join(words) + "\n" for words in passages(source, 400)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def oracle(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return opened(ORACLE, written, tmp_path_factory.mktemp("oracle"))


def opened(name: str, written: Path, folder: Path) -> Engine:
    made = engine(name)
    made.build(written, folder)
    return made.open(folder)


def words_of(source: Source) -> list[list[list[str]]]:
    return [[raw(passage) for passage in file] for file in source.files]


def test_generated_passages_keep_the_frequencies_and_lengths_of_the_real_ones(source: Source) -> None:
    files = words_of(source)
    real = [passage for file in files for passage in file]
    made = list(islice(Generator(files, seed=1).passages(), 20_000))
    assert {len(passage) for passage in made} <= {len(passage) for passage in real}
    assert sum(map(len, made)) / len(made) == pytest.approx(sum(map(len, real)) / len(real), rel=0.02)
    before, after = (Counter(word for passage in side for word in passage) for side in (real, made))
    assert set(after) <= set(before)
    for word, count in before.most_common(50):
        assert after[word] / after.total() == pytest.approx(count / before.total(), rel=0.1), word


def test_a_generated_passage_has_the_words_of_one_file(source: Source) -> None:
    files = words_of(source)
    vocabularies = [{word for passage in file for word in passage} for file in files]
    for passage in islice(Generator(files, seed=1).passages(), 200):
        assert any(set(passage) <= vocabulary for vocabulary in vocabularies)


def test_the_same_size_gives_the_same_passages_and_questions_again(source: Source) -> None:
    for size in (10, 3_000):
        assert list(passages(source, size)) == list(passages(source, size))
        assert len(list(passages(source, size))) == size
    assert source.ask(20) == source.ask(20)
    assert len(source.ask(20)) == 20


def test_a_few_passages_are_real_ones(source: Source) -> None:
    real = {tuple(raw(passage)) for file in source.files for passage in file}
    assert all(tuple(words) in real for words in passages(source, 10))


def test_questions_of_a_collection_are_those_that_people_asked(tmp_path: Path) -> None:
    (tmp_path / "squad").mkdir()
    for name, line in (
        ("files", {"text": "Walruses eat clams."}),
        ("questions", {"question": "What do walruses eat?"}),
    ):
        (tmp_path / "squad" / f"{name}.jsonl.gz").write_bytes(gzip.compress(json.dumps(line).encode()))
    source = Source.of(tmp_path)
    assert source.files == (("Walruses eat clams.",),)
    assert source.ask(5) == ["What do walruses eat?"]


def test_a_folder_without_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no text"):
        Source.of(tmp_path)


@pytest.mark.parametrize("name", [name for name in ENGINES if name != "bm25s-numba"])  # which compiles for 6 seconds
def test_every_engine_finds_what_rank_bm25_finds(
    name: str, source: Source, written: Path, oracle: Engine, tmp_path: Path
) -> None:
    if name not in installed():
        pytest.skip("not installed")
    index = opened(name, written, tmp_path)
    for question in map(" ".join, (raw(question) for question in source.ask(10))):
        found, expected = index.search(question, 10), dict(oracle.search(question, 400))
        assert len(found) == 10
        assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
        assert {number for number, _ in found} <= set(expected)
        if name in OURS:
            assert is_exact(found, oracle.search(question, 30))
        elif name in SAME_FORMULA:
            best = sorted(expected.values(), reverse=True)[:10]
            assert [expected[number] for number, _ in found] == pytest.approx(best, rel=SINGLE)


@pytest.mark.parametrize("name", ENGINES)
def test_what_was_replaced_is_gone_and_what_came_is_found(name: str, written: Path, tmp_path: Path) -> None:
    if name not in installed():
        pytest.skip("not installed")
    index = opened(name, written, tmp_path)
    if not isinstance(index, Changing):
        assert name in (ORACLE, "bm25s-numpy", "bm25s-numba")
        return
    added = index.replace([], ["a zanzibar of the first kind", "nothing"])
    assert [number for number, _ in index.search("zanzibar", 10)] == added[:1]
    changed = index.replace(added, ["a quagga of the second kind"])
    assert index.search("zanzibar", 10) == []
    assert [number for number, _ in index.search("quagga", 10)] == changed


def test_only_the_best_in_order_with_ties_by_number_count_as_exact() -> None:
    expected = [(3, 2.0), (1, 1.0), (2, 1.0)]
    assert is_exact([(3, 2.0 + 1e-10), (1, 1.0), (2, 1.0)], expected)
    assert not is_exact([(3, 2.0), (2, 1.0), (1, 1.0)], expected)
    assert not is_exact([(3, 2.0), (1, 1.0)], expected)
    assert not is_exact([(3, 2.0), (1, 1.0), (2, 1.1)], expected)
    assert not is_exact([(4, 2.0), (1, 1.0), (2, 1.0)], expected)


def test_a_ratio_is_the_median_of_the_rounds_over_the_questions_that_both_were_asked() -> None:
    results = Results(["fts5", ORACLE])
    case = Case(100, RAW)
    results.figures[case, "fts5"] = Figures(0, 0, rounds=[[1.0, 3.0, 99.0], [2.0, 2.0, 99.0], [8.0, 8.0, 99.0]])
    results.figures[case, ORACLE] = Figures(0, 0, rounds=[[4.0, 4.0], [2.0, 2.0], [2.0, 2.0]])
    assert results.ratio(case, "fts5", ORACLE) == 1.0
    assert results.ratio(case, "fts5", "tantivy") is None


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Results, list[str], Plan]]:
    """A tiny run of all that opens quickly."""
    quick = [name for name in (*OURS[:1], ORACLE, "tantivy", "fts5") if name in installed()]
    plan = Plan(ROOT / "seeds", tmp_path_factory.mktemp("cache"), [100], quick, rounds=1, questions=5)
    told: list[str] = []
    yield measure(plan, told.append), told, plan


def test_a_run_measures_every_engine_in_every_case(measured: tuple[Results, list[str], Plan]) -> None:
    results, told, plan = measured
    assert set(results.figures) == {(Case(100, tokens), name) for tokens in (RAW, STOPPED) for name in plan.engines}
    for figures in results.figures.values():
        assert figures.asked == 5
        assert min(figures.p50, figures.build_s, figures.start_s, figures.open_s, figures.private_mb) > 0
        assert figures.open_s < figures.start_s
        assert figures.private_mb <= figures.memory_mb
    assert len(told) == plan.steps
    assert list(plan.cache.iterdir()) == []


def test_the_report_has_every_table_and_names_every_engine(measured: tuple[Results, list[str], Plan]) -> None:
    results, _, plan = measured
    text = report(results, plan.questions, plan.rounds)
    for part in text.split("\n## ")[1:]:
        rows = [line for line in part.splitlines() if line.startswith("|")]
        assert len(rows) > 2 or part.startswith("The same as a ratio"), part
        assert len({row.count("|") for row in rows}) == 1, part
    for name in plan.engines:
        assert text.count(f"| {ENGINES[name].title} |") == 5
    assert "| 100 | " in text.partition("## The whole question")[2]


def test_there_is_a_picture_of_every_table(measured: tuple[Results, list[str], Plan], tmp_path: Path) -> None:
    drawn = plots.draw(measured[0], tmp_path)
    assert {path.name for path in drawn} == {f"speed-{name}.png" for name in plots.PLOTS}
    assert all(path.stat().st_size for path in drawn)


def test_documents_for_whole_questions_have_about_as_many_passages_as_wanted(source: Source) -> None:
    made = list(documents(source, 1_000))
    sentences = [
        found for document in made for found in split(document.text, Span(0, len(document.text)), language("en"))
    ]
    assert len(sentences) == pytest.approx(1_000, rel=0.05)
    assert all(block.span.of(document.text).endswith(".") for document in made for block in document.blocks)


def test_a_run_ends_where_quoth_finds_something_else_than_rank_bm25(source: Source, written: Path) -> None:
    here = written.parent
    (here / "questions").write_text("".join(" ".join(raw(asked)) + "\n" for asked in source.ask(5)), encoding="utf-8")
    (here / "added").touch()
    (here / "fewer").write_text("".join(written.read_text(encoding="utf-8").splitlines(True)[1:]), encoding="utf-8")
    ours = OURS[0]
    (here / ours).mkdir()
    engine(ours).build(here / "fewer", here / ours)
    wrong = Serving(ours, here / ours, here / "questions", here / "added")
    with wrong, pytest.raises(NotExact, match="rank-bm25 finds"):
        check({ours: wrong}, here)


def test_wrong_use_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong, said in ((["--sizes", "5"], "100 or more"), (["--engines", "lucene"], "“lucene” is not installed here")):
        with pytest.raises(SystemExit, match="2"):
            main(wrong)
        assert said in capsys.readouterr().err
    assert main(["--corpus", str(tmp_path)]) == 1
    assert capsys.readouterr().err.endswith(f"There is no text in {tmp_path}.\n")


def test_stop_words_are_left_out_of_questions() -> None:
    assert without_stop_words(raw("What do the walruses eat?")) == ["walruses", "eat"]
