"""What stands in a YAML file of settings, and on which line? Plain values, and what YAML alone would hide.

A repeated key, `012` read as 10 and `1e-3` read as text pass silently through PyYAML; here the first is a problem, the
second no number, and the third the number it looks like.
"""

import re
from dataclasses import dataclass, field

import yaml

from bot.config.yaml_mistakes import CURLY, explained

Name = tuple[str, ...]
"""A setting's place in the file: `("bm25", "b")`; an entry of a list ends with its number, from 0."""

DEPTH = 3
"""Levels of names: a section, a folder in it, and what is said of that."""
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,18})")  # the ids of Discord have up to 19 digits
_FRACTION = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?")
_NO_VALUE = object()  # stands for whatever is no single value; no setting accepts it


@dataclass
class Settings:
    """The file: values by section, and for every name its line (from 1) and its value as written."""

    values: dict[str, object] = field(default_factory=dict)
    lines: dict[Name, int] = field(default_factory=dict)
    written: dict[Name, str] = field(default_factory=dict)
    problems: list[tuple[int, str]] = field(default_factory=list)
    """Line and text of what is wrong with the file itself."""


def read(content: bytes) -> Settings:
    """The settings of a YAML file of at most DEPTH levels. What it cannot read becomes a problem; nothing raises."""
    settings = Settings()
    try:
        text = content.decode("utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        settings.problems.append((content.count(b"\n", 0, error.start) + 1, "the file is not UTF-8 text"))
    except yaml.reader.ReaderError as error:
        settings.problems.append((text.count("\n", 0, error.position) + 1, "a control character stands in the file"))
    except yaml.MarkedYAMLError as error:
        settings.problems.append(explained(error, text))
    else:
        if isinstance(root, yaml.MappingNode):
            settings.values = _section(root, (), settings)
        elif root is not None and root.tag != "tag:yaml.org,2002:null":
            settings.problems.append((root.start_mark.line + 1, "expected settings of the form `name: value`"))
    return settings


def _section(node: yaml.MappingNode, above: Name, settings: Settings) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            settings.problems.append((line, "a setting's name must be a single word"))
            continue
        name = (*above, key.value)
        if name in settings.lines:
            first = settings.lines[name]
            settings.problems.append((line, f"{'.'.join(name)}: stands here again, first on line {first}; keep one"))
            continue
        settings.lines[name] = line
        settings.written[name] = _as_written(value)
        if isinstance(value, yaml.MappingNode) and len(above) < DEPTH - 1:
            values[key.value] = _section(value, name, settings)
        elif isinstance(value, yaml.ScalarNode):
            values[key.value] = _unquoted(value, name, settings)
        elif isinstance(value, yaml.SequenceNode):
            values[key.value] = _list(value, name, settings)
        else:
            values[key.value] = _NO_VALUE
    return values


def _list(node: yaml.SequenceNode, name: Name, settings: Settings) -> list[object]:
    """The entries of a list, known by their number from 0: `("synonyms", "0")`."""
    for number, entry in enumerate(node.value):
        settings.lines[*name, str(number)] = entry.start_mark.line + 1
        settings.written[*name, str(number)] = _as_written(entry)
    return [
        _unquoted(entry, (*name, str(number)), settings) if isinstance(entry, yaml.ScalarNode) else _NO_VALUE
        for number, entry in enumerate(node.value)
    ]


def _unquoted(node: yaml.ScalarNode, name: Name, settings: Settings) -> object:
    """The value; typographic quotes around it are a problem."""
    if node.style is None and node.value[:1] and (node.value[0] in CURLY or node.value[-1] in CURLY):
        said = (
            f'{".".join(name)}: YAML takes {node.value[0]} and the like for letters; write "{node.value.strip(CURLY)}"'
        )
        settings.problems.append((node.start_mark.line + 1, said))
        return node.value.strip(CURLY)
    return _value(node)


def _value(node: yaml.ScalarNode) -> object:
    kind = node.tag.removeprefix("tag:yaml.org,2002:")
    if kind == "int" and _DECIMAL.fullmatch(node.value):
        return int(node.value)
    if kind in ("float", "str") and node.style is None and _FRACTION.fullmatch(node.value):
        return float(node.value)
    if kind == "str":
        return node.value if node.value.strip() else None
    if kind == "bool" and node.value.lower() in ("on", "off", "true", "false"):
        return node.value.lower() in ("on", "true")
    return None if kind == "null" else _NO_VALUE


def _as_written(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        text = node.value if len(node.value) <= 40 else node.value[:40] + "…"
        return text if text.strip() else "nothing"
    return "a list" if isinstance(node, yaml.SequenceNode) else "settings of its own"
