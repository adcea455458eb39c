"""The local file and the environment hold over config.yaml, and mistakes in each are told where they stand."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.composition import token
from bot.config.loading import load_config
from bot.config.schema import schema
from bot.config.settings import Config, ConfigError

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with settings of which some are overridden."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seed-words.txt").write_text("car, automobile\n")
    (tmp_path / "config.yaml").write_text("synonyms: [seed-words.txt]\nanswer:\n  excerpts: 4\n  style: short\n")
    return tmp_path


def test_the_local_file_holds_over_the_shipped_one_setting_by_setting(folder: Path) -> None:
    (folder / "config.local.yaml").write_text("answer: {excerpts: 7}\nlog_level: debug\n")
    config = load_config()
    assert (config.answer.excerpts, config.answer.style, config.log_level) == (7, "short", "debug")
    (folder / "config.local.yaml").write_text("answer: {excerpts: 70}\n")
    with pytest.raises(ConfigError, match=r"^config\.local\.yaml:1: answer\.excerpts: expected a whole number from 1"):
        load_config()


def test_synonyms_hold_for_the_corpus_of_their_own_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_config().synonyms == (Path("seed-words.txt"),)
    (folder / "config.local.yaml").write_text("corpus: docs\n")
    assert load_config().synonyms == ()
    (folder / "config.local.yaml").write_text("corpus: docs\nsynonyms: [seed-words.txt]\n")
    assert load_config().synonyms == (Path("seed-words.txt"),)
    monkeypatch.setenv("QUOTH_CORPUS", "elsewhere")
    assert load_config().synonyms == ()


@pytest.mark.usefixtures("folder")
def test_the_environment_holds_over_all_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTH_ANSWER_EXCERPTS", "9")
    monkeypatch.setenv("QUOTH_DISCORD_SERVERS", "12, 34")
    monkeypatch.setenv("QUOTH_DISCORD_LINKS", "off")
    monkeypatch.setenv("QUOTH_DISCORD_SOLVED_TITLE", "done: ")
    monkeypatch.setenv("QUOTH_CORPUS", "my docs")
    monkeypatch.setenv("QUOTH_HISTORY", "off")
    monkeypatch.setenv("QUOTH_DATA", "")
    monkeypatch.setenv("QUOTH_SERVICE_HOST", "10.0.0.1")  # as Kubernetes sets it beside a service of this name
    config = load_config()
    assert (config.answer.excerpts, config.answer.style) == (9, "short")
    assert (config.discord.servers, config.discord.links, config.discord.solved_title) == ((12, 34), "off", "done: ")
    assert (config.corpus, config.history, config.data) == (Path("my docs"), 0, Path(".quoth"))


def test_every_setting_can_be_set_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shipped = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    for name, value in shipped.items():
        for key, inner in value.items() if isinstance(value, dict) else [("", value)]:
            variable = f"QUOTH_{name}_{key}".rstrip("_").upper()
            if not isinstance(inner, list) and inner is not None:
                monkeypatch.setenv(variable, str(inner))
    assert load_config() == Config()


@pytest.mark.usefixtures("folder")
def test_mistakes_in_the_environment_name_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTH_ANSWER_EXCERPTS", "many")
    monkeypatch.setenv("QUOTH_ANSWER_STILE", "short")
    monkeypatch.setenv("QUOTH_DATA_FILE", "gone.txt")
    monkeypatch.setenv("QUOTH_DISCORD_SHARD_IDS", "0")
    with pytest.raises(ConfigError) as raised:
        load_config()
    assert raised.value.problems == (
        "QUOTH_ANSWER_EXCERPTS: answer.excerpts: expected a whole number from 1 to 10, got many",
        "QUOTH_ANSWER_STILE: there is no such setting; did you mean QUOTH_ANSWER_STYLE?",
        "QUOTH_DATA_FILE: gone.txt cannot be read: No such file or directory",
        "QUOTH_DISCORD_SHARD_IDS: discord.shard_count: with shard_ids, say how many shards there are; ids count from 0",
    )


def test_values_and_the_token_come_from_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "value").write_text("8\n")
    (folder / "secret").write_text("a.secret.token\n")
    monkeypatch.setenv("QUOTH_ANSWER_EXCERPTS_FILE", "value")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(folder / "secret"))
    assert load_config().answer.excerpts == 8
    assert token() == "a.secret.token"
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(folder / "gone"))
    with pytest.raises(ConfigError, match=r"DISCORD_TOKEN_FILE: .*gone cannot be read"):
        token()


@pytest.mark.usefixtures("folder")
def test_the_environment_names_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("other.yaml").write_text("answer: {excerpts: 2}\n")
    Path("other.local.yaml").write_text("answer: {style: short}\n")
    monkeypatch.setenv("QUOTH_CONFIG", "other.yaml")
    assert (load_config().answer.excerpts, load_config().answer.style) == (2, "short")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('corpus: "C:\\Users\\ann"\n', '1: in "double quotes" a \\ begins a sign of its own; '),
        ("corpus: “docs”\n", '1: corpus: YAML takes “ and the like for letters; write "docs"'),
        ("include: [“*.md”]\n", '1: include.0: YAML takes “ and the like for letters; write "*.md"'),
        ("discord:\n  question_channels: [#general]\n  queue: 3\n", "2: a # begins a comment; write the id"),
        ('data: x\ncorpus: "docs\nhistory: 3\n', '2: a " opens here and is not closed'),
        ("data: x\ncorpus: 'docs\nhistory: 3\n", "2: a ' opens here and is not closed"),
        ("include: ['*.md'\nhistory: 3\n", "1: a [ opens here and is not closed"),
        ("exclude: *.md\n", "1: a value that begins with * stands in quotes"),
        ("corpus: @docs\n", "1: a value that begins with @ stands in quotes"),
        ("history: 3\ncorpus:docs\ndata: x\n", "2: expected `name: value`, with a space behind the colon"),
        ("answer:\n  excerpts: 3\n style: short\n", "3: this line is set in otherwise than those above it"),
    ],
)
def test_mistakes_of_beginners_are_explained_where_they_stand(content: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    assert raised.value.problems[0].removeprefix(f"{path}:").startswith(told)


def test_the_shipped_schema_is_that_of_the_settings_and_takes_the_shipped_file() -> None:
    shipped = (ROOT / "config.schema.json").read_text(encoding="utf-8")
    assert shipped == schema(), "write it anew: quoth config schema > config.schema.json"
    rules = json.loads(shipped)
    check = jsonschema.Draft202012Validator(rules)
    assert not list(check.iter_errors(yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))))
    assert not list(check.iter_errors({"corpus": {"a": "b"}, "history": "off", "discord": None}))
    for wrong in ({"corpse": "x"}, {"answer": {"excerpts": 11}}, {"discord": {"links": "maybe"}}, {"history": "never"}):
        assert list(check.iter_errors(wrong)), wrong
    sections = (one["properties"] for one in (rules, *rules["$defs"].values()))
    told = [(name, one) for section in sections for name, one in section.items()]
    assert all("description" in one or "anyOf" in one for _, one in told), told


def test_folders_named_in_a_later_place_replace_those_before(folder: Path) -> None:
    (folder / "config.yaml").write_text("corpus: seeds\nsynonyms: [words.txt]\n", encoding="utf-8")
    (folder / "words.txt").write_text("a, b\n", encoding="utf-8")
    (folder / "config.local.yaml").write_text("corpora:\n  rules: docs\n", encoding="utf-8")
    config = load_config()
    assert list(config.libraries) == ["rules"]
    assert config.synonyms == ()
    (folder / "config.yaml").write_text("corpora:\n  rules: docs\n", encoding="utf-8")
    (folder / "config.local.yaml").write_text("corpus: other\n", encoding="utf-8")
    assert list(load_config().libraries) == [""]
