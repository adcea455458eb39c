"""In what order is it measured? Case by case, engines in turns, so that a busy machine is busy for all of them."""

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from benchmarks.speed.engines import ORACLE, OURS, Hits
from benchmarks.speed.passages import SEED, Generator, Source, passages, raw, without_stop_words
from benchmarks.speed.processes import Serving, run
from benchmarks.speed.results import STOPPED, TOKENS, Case, Figures, Results, Whole
from benchmarks.speed.worker import CHANGES, PASSAGES_OF_A_DOCUMENT, K
from retrieval.text.analysis import Analyzer
from retrieval.text.languages import language

CHECKED = 20
"""Questions whose results are held against those of rank-bm25."""
TOLERANCE = 1e-9
STARTS, PATIENT_START_S = 5, 3.0
"""How often a start is measured, and how many seconds it may take for that; else once."""
_WORDS_ANALYSED = 300_000

Told = Callable[[str], None]
"""Is told what was done, once for each step."""


class NotExact(Exception):
    """Quoth found something else than rank-bm25 does."""


@dataclass(frozen=True)
class Plan:
    """What is measured: `corpus` is where text comes from, `cache` the folder for passages and indexes.

    `round_s` bounds the seconds of a round: an engine that needs longer is asked only the first questions, 10 at least.
    """

    corpus: Path
    cache: Path
    sizes: Sequence[int]
    engines: Sequence[str]
    rounds: int = 9
    questions: int = 200
    round_s: float = 2.5
    whole: bool = True

    @property
    def steps(self) -> int:
        """How often `told` is called in all."""
        return len(self.sizes) * (len(TOKENS) * (2 * len(self.engines) + self.rounds + 2) + self.whole)


def measure(plan: Plan, told: Told) -> Results:
    """Everything. Raises NotExact, EngineFailed and, where there is no text, ValueError or CorpusError."""
    source = Source.of(plan.corpus)
    results = Results(plan.engines, analysis=analysis(source))
    for size in plan.sizes:
        for tokens in TOKENS:
            _case(plan, source, Case(size, tokens), results, told)
        if plan.whole:
            asked = (str(plan.corpus.resolve()), str(size), str(plan.questions), str(plan.rounds * plan.round_s))
            results.whole[size] = Whole(**json.loads(run("benchmarks.speed.whole", *asked)[0]))
            told(f"{size:,}: whole questions")
    return results


def analysis(source: Source) -> tuple[float, float]:
    """Words and passages that Quoth's analysis takes a second, on one core, over real text."""
    texts = [passage for file in source.files for passage in file]
    terms = Analyzer().of(language("en")).terms
    words = count = 0
    start = time.perf_counter()
    for text in chain.from_iterable(iter(lambda: texts, None)):
        terms(text)
        words += len(text.split())
        count += 1
        if words >= _WORDS_ANALYSED:
            break
    seconds = time.perf_counter() - start
    return words / seconds, count / seconds


def _case(plan: Plan, source: Source, case: Case, results: Results, told: Told) -> None:
    here = plan.cache / f"{case.size}-{TOKENS.index(case.tokens)}"
    shutil.rmtree(here, ignore_errors=True)
    here.mkdir(parents=True)
    only = without_stop_words if case.tokens == STOPPED else list
    written = _write(here / "passages", map(only, passages(source, case.size)))
    results.words[case] = written / case.size
    questions = [only(raw(question)) for question in source.ask(plan.questions)]
    _write(here / "questions", questions)
    more = Generator([[raw(passage) for passage in file] for file in source.files], SEED + 2).passages()
    _write(here / "added", map(only, islice(more, CHANGES * PASSAGES_OF_A_DOCUMENT)))
    told(f"{case.size:,} {case.tokens}: passages")
    figures = {name: _built(name, here) for name in _said(plan.engines, case, "built", told)}
    results.figures |= {(case, name): found for name, found in figures.items()}
    _start(plan, here, " ".join(questions[0]), figures)
    told(f"{case.size:,} {case.tokens}: started")
    _serve(plan, case, here, figures, told)
    shutil.rmtree(here)


def _built(name: str, here: Path) -> Figures:
    (here / name).mkdir()
    said, _ = run("benchmarks.speed.worker", "build", name, str(here / "passages"), str(here / name))
    return Figures(**json.loads(said))


def _start(plan: Plan, here: Path, question: str, figures: Mapping[str, Figures]) -> None:
    """The median of fresh processes, engines in turns, without the first of each, which may compile what it keeps."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in figures}
    for name in seen:
        run("benchmarks.speed.start", name, str(here / name), question)
    for _ in range(min(STARTS, plan.rounds)):
        for name, times in seen.items():
            if not times or times[0][0] < PATIENT_START_S:
                said, whole = run("benchmarks.speed.start", name, str(here / name), question)
                times.append((whole, float(said)))
    for name, times in seen.items():
        figures[name].start_s, figures[name].open_s = sorted(times)[len(times) // 2]


def _serve(plan: Plan, case: Case, here: Path, figures: Mapping[str, Figures], told: Told) -> None:
    with ExitStack() as stack:
        serving = {
            name: stack.enter_context(Serving(name, here / name, here / "questions", here / "added"))
            for name in figures
        }
        check(serving, here)
        counts = {}
        for name in _said(plan.engines, case, "asked", told):
            counts[name] = serving[name].tell("affordable", plan.round_s)
            for what, value in serving[name].tell("memory").items():
                setattr(figures[name], what, value)
        for number in range(plan.rounds):
            for name, server in serving.items():
                figures[name].rounds.append(server.tell("round", counts[name]))
            told(f"{case.size:,} {case.tokens}: round {number + 1}")
        for name, server in serving.items():
            for what, value in server.tell("change").items():
                setattr(figures[name], what, value)


def check(serving: Mapping[str, Serving], here: Path) -> None:
    """Hold Quoth against rank-bm25, question by question. Raises NotExact."""
    ours = [name for name in OURS if name in serving]
    if not ours:
        return
    with ExitStack() as stack:
        oracle = serving.get(ORACLE)
        if oracle is None:
            (here / ORACLE).mkdir()
            (here / ORACLE / "passages").write_text(str((here / "passages").resolve()), encoding="utf-8")
            files = (here / ORACLE, here / "questions", here / "added")
            oracle = stack.enter_context(Serving(ORACLE, *files))
        for question in (here / "questions").read_text(encoding="utf-8").splitlines()[:CHECKED]:
            expected = oracle.tell("search", question, 3 * K)
            for name in ours:
                found = serving[name].tell("search", question, K)
                if not is_exact(found, expected):
                    raise NotExact(f"{name} finds {found} for “{question}”, rank-bm25 finds {expected[:K]}.")


def is_exact(found: Hits, expected: Hits) -> bool:
    """Whether these are the best K of the expected ones: the same scores, the same order, ties in order of number.

    Both add up in another order, so scores may differ by TOLERANCE, and passages whose scores do not may change places.
    """
    if len(found) != min(K, len(expected)):
        return False
    of = {number: score for number, score in expected}  # noqa: C416 - pairs are lists where they come as JSON
    return all(
        number in of
        and abs(score - best) <= TOLERANCE
        and abs(of[number] - best) <= TOLERANCE
        and (number == wanted or of[number] != best)
        for (number, score), (wanted, best) in zip(found, expected, strict=False)
    )


def _said(names: Sequence[str], case: Case, done: str, told: Told) -> Iterator[str]:
    for name in names:
        yield name
        told(f"{case.size:,} {case.tokens}: {name} {done}")


def _write(path: Path, lines: Iterator[list[str]] | list[list[str]]) -> int:
    """A line each, words with a space between; gives how many words."""
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for line in lines:
            words += len(line)
            file.write(" ".join(line) + "\n")
    return words
