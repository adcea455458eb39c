"""The configuration: its defaults, its ranges, and the sentences that tell what is wrong with it."""

from pathlib import Path

import pytest
import yaml

from bot.config.loading import load_config
from bot.config.settings import Config, ConfigError
from retrieval import Analyzer, Synonyms

SHIPPED = Path(__file__).parents[3] / "config.yaml"


def problems(folder: Path, content: str | bytes) -> list[str]:
    """What is told about a file of this content, without the file's name."""
    path = folder / "config.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    assert str(raised.value).splitlines() == list(raised.value.problems)
    assert all(problem.startswith(f"{path}:") for problem in raised.value.problems)
    return [problem.removeprefix(f"{path}:") for problem in raised.value.problems]


def test_the_shipped_file_holds_the_defaults_but_for_the_synonyms_of_the_shipped_corpus() -> None:
    shipped = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    assert shipped == Config().model_dump(mode="json") | {"synonyms": ["seeds-synonyms.txt"]}
    assert Synonyms.read(load_config(SHIPPED).synonyms, Analyzer()).longest > 1


def test_the_shipped_file_explains_every_setting_on_its_line() -> None:
    for line in SHIPPED.read_text(encoding="utf-8").splitlines():
        setting, _, comment = line.partition("#")
        value = setting.partition(":")[2].strip()
        assert not value or len(comment.split()) > 5, line


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config() == Config()
    (tmp_path / "config.yaml").write_text("answer:\n  excerpts: 5\n")
    assert load_config().answer.excerpts == 5


@pytest.mark.parametrize(
    "content", ["", "# nothing but a comment\n", "---\n", "bm25:\n  # k1: 2\n", "\ufeffanswer: {}\n"]
)
def test_what_is_left_out_has_its_default(content: str, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(content, encoding="utf-8")
    config = load_config(tmp_path / "config.yaml")
    assert config.model_dump(exclude={"corpus", "data"}) == Config().model_dump(exclude={"corpus", "data"})


def test_folders_are_relative_to_the_file_that_names_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "somebody"))
    (tmp_path / "config.yaml").write_text("corpus: docs\ndata: ~/quoth\n")
    config = load_config(tmp_path / "config.yaml")
    assert config.corpus == tmp_path / "docs"
    assert config.data == tmp_path / "somebody" / "quoth"


def test_files_of_synonyms_are_relative_to_the_file_that_names_them_and_must_exist(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("car, auto\n")
    (tmp_path / "config.yaml").write_text("synonyms:\n  - words.txt\n")
    assert load_config(tmp_path / "config.yaml").synonyms == (tmp_path / "words.txt",)
    assert problems(tmp_path, "synonyms:\n  - words.txt\n  - gone.txt\n  - .\n") == [
        f"3: synonyms: there is no file {tmp_path / 'gone.txt'}",
        f"4: synonyms: there is no file {tmp_path}",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("synonyms: words.txt\n", "1: synonyms: expected a list of files, like [synonyms.txt], got words.txt"),
        ("synonyms:\n", "1: synonyms: expected a list of files, like [synonyms.txt], got nothing"),
        ("synonyms: {a: b}\n", "1: synonyms: expected a list of files, like [synonyms.txt], got settings of its own"),
        ("synonyms:\n  - 12\n", "2: synonyms.0: expected the path of a file, got 12"),
        ("synonyms: [[a]]\n", "1: synonyms.0: expected the path of a file, got a list"),
        (
            "corpus: [12]\n",
            "1: corpus: expected the path of a folder (in quotes if YAML takes it for something else), ",
        ),
    ],
)
def test_only_a_list_of_files_names_synonyms(content: str, told: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, content)
    assert problem.startswith(told)


def test_every_setting_of_retrieval_is_handed_on(tmp_path: Path) -> None:
    content = "max_file_mb: 1e-1\nanswer: {threshold: 1}\nbm25: {variant: l, k1: 0, b: 0.25, delta: 0.5}\n"
    (tmp_path / "config.yaml").write_text(content)
    settings = load_config(tmp_path / "config.yaml").retrieval()
    assert (settings.max_file_mb, settings.answer_threshold) == (0.1, 1)
    assert (settings.variant, settings.k1, settings.b, settings.delta) == ("l", 0, 0.25, 0.5)


def test_a_constant_that_its_formula_lacks_is_no_setting(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "bm25:\n  k1: 1\n  delta: 0.5\n")
    assert problem == "3: bm25.delta: okapi has none; set bm25.variant to l or plus"


def test_all_problems_are_told_at_once_sorted_by_line(tmp_path: Path) -> None:
    top = "log_level: loud\nbm25:\n  b: 1.7\n  k1: -1\nanswer:\n  excerpts: 11\n  excerpts: 3\n"
    assert problems(tmp_path, top + "max_file_mb: 0\ncorpse: x\n") == [
        "1: log_level: expected one of debug, info, warning, error, got loud",
        "3: bm25.b: expected a number from 0 to 1, got 1.7",
        "4: bm25.k1: expected a number of 0 or more, got -1",
        "6: answer.excerpts: expected a whole number from 1 to 10, got 11",
        "7: answer.excerpts: stands here again, first on line 6; keep one",
        "8: max_file_mb: expected a number above 0, got 0",
        "9: corpse: there is no such setting; did you mean corpus?",
    ]


@pytest.mark.parametrize(
    "value", ["012", "0x1F", "1_0", "12:30", "no", "three", '"3"', "3.0", "[3]", "2026-11-22", "", "~"]
)
def test_what_yaml_would_bend_into_a_number_is_none(value: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, f"answer:\n  excerpts: {value}\n")
    assert problem.startswith("2: answer.excerpts: expected a whole number from 1 to 10, got ")


@pytest.mark.parametrize("value", [".inf", ".nan", "yes", "1:30.5", "{a: 1}", "!!python/name:os.system x"])
def test_what_is_no_plain_number_is_none(value: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, f"bm25:\n  k1: {value}\n")
    assert problem.startswith("2: bm25.k1: expected a number of 0 or more, got ")


@pytest.mark.parametrize("value", ["no", "12", "2026-11-22", "[[a]]", "{a: 1}", "", '" "'])
def test_what_yaml_takes_for_something_else_is_no_folder(value: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, f"corpus: {value}\n")
    assert problem.startswith("1: corpus: expected the path of a folder")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("k1: 1\n", "1: k1: there is no such setting; did you mean bm25.k1?"),
        ("bm25:\n  k2: 1\n", "2: bm25.k2: there is no such setting; did you mean bm25.k1?"),
        ("zzz: 1\n", "1: zzz: there is no such setting"),
        ("bm25: 3\n", "1: bm25: expected its settings on the lines below, each indented, got 3"),
        ("- a\n", "1: expected settings of the form `name: value`"),
        ("just text\n", "1: expected settings of the form `name: value`"),
        ("corpus: a\n\tdata: b\n", "2: this is not valid YAML: a tab stands where only spaces may stand"),
        (
            "corpus: a\nbm25: k1: 1\n",
            "2: this line has two `name: value`; put the second on a line of its own, or the value in quotes",
        ),
        ("corpus: a\nbm25: \x01\n", "2: a control character stands in the file"),
        (b"corpus: a\ndata: \xff\n", "2: the file is not UTF-8 text"),
        ("? [a, b]\n: 1\n", "1: a setting's name must be a single word"),
    ],
)
def test_each_mistake_has_its_line_and_its_remedy(content: str | bytes, told: str, tmp_path: Path) -> None:
    assert problems(tmp_path, content) == [told]


@pytest.mark.parametrize("content", ["token: hush\n", "DISCORD_TOKEN: hush\n", "discord:\n  bot_token: hush\n"])
def test_a_secret_is_sent_to_the_environment_and_not_repeated(content: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, content)
    assert "DISCORD_TOKEN in the environment" in problem
    assert "hush" not in problem


def test_a_file_that_cannot_be_read_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"missing\.yaml: cannot be read: No such file"):
        load_config(tmp_path / "missing.yaml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


def test_channels_are_listed_by_their_ids_quoted_or_not(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text('discord:\n  question_channels: [1234567890123456789, "42"]\n  queue: 0\n')
    config = load_config(tmp_path / "config.yaml")
    assert config.discord.question_channels == (1234567890123456789, 42)
    assert config.discord.queue == 0


@pytest.mark.parametrize("written", ["general", "12", "{a: 1}"])
def test_what_is_no_list_of_ids_is_told_with_its_line(tmp_path: Path, written: str) -> None:
    (problem, *_) = problems(tmp_path, f"discord:\n  question_channels: {written}\n")
    assert problem.startswith("2: discord.question_channels: expected whole numbers of 0 or more, like [123, 456]")


@pytest.mark.parametrize(("written", "at"), [("[general]", 0), ("[1, -2]", 1), ("[[1]]", 0)])
def test_what_is_no_id_in_a_list_is_told_with_its_place(tmp_path: Path, written: str, at: int) -> None:
    (problem, *_) = problems(tmp_path, f"discord:\n  question_channels: {written}\n")
    assert problem.startswith(f"2: discord.question_channels.{at}: expected a whole number of 0 or more, got ")


def test_shards_of_several_processes_need_their_number(tmp_path: Path) -> None:
    for written in ("shard_ids: [0]", "shard_ids: [2]\n  shard_count: 2"):
        (problem,) = problems(tmp_path, f"discord:\n  {written}\n")
        assert "say how many shards there are" in problem
    (tmp_path / "config.yaml").write_text("discord:\n  shard_ids: [1]\n  shard_count: 2\n")
    assert load_config(tmp_path / "config.yaml").discord.shard_ids == (1,)


def test_the_shipped_file_can_be_loaded() -> None:
    assert load_config(SHIPPED).discord == Config().discord


def test_links_are_on_or_off(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    for written in ("on", "off"):
        path.write_text(f"discord:\n  links: {written}\n", encoding="utf-8")
        assert load_config(path).discord.links == written
    assert problems(tmp_path, "discord:\n  links: 1\n") == ["2: discord.links: expected one of on, off, got 1"]


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, "discord:\n  base_url: docs\n") == [
        "2: discord.base_url: expected an address like https://example.org/docs, got docs"
    ]
