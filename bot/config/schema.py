"""How do editors know what can be set? The JSON schema of config.yaml, with a sentence for each setting."""

import ast
import inspect
import json
from itertools import pairwise
from textwrap import dedent
from typing import Any

from pydantic import BaseModel

from bot.config.corpora import CorpusSection
from bot.config.settings import Config

_ORIGIN = {"type": "string", "minLength": 1}
_CORPUS = {
    "anyOf": [
        _ORIGIN,
        {"type": "array", "items": _ORIGIN, "minItems": 1},
        {"type": "object", "additionalProperties": _ORIGIN, "minProperties": 1},
    ]
}


def schema() -> str:
    """The schema as text, the same each time; an editor with a language server for YAML completes and checks by it."""
    whole = Config.model_json_schema()
    described = whole["properties"] | {"corpus": whole["properties"]["corpus"] | _CORPUS}
    del described["corpus"]["type"]
    described["history"] = described["history"] | {"type": ["integer", "string"], "pattern": "^off$"}
    whole["properties"] = {name: _with_default(one) for name, one in described.items()}
    models: list[type[BaseModel]] = [Config, CorpusSection, *_sections()]
    for model in models:
        properties = whole["properties"] if model is Config else whole["$defs"][model.__name__]["properties"]
        for name, said in _told(model).items():
            properties[name]["description"] = said
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "The settings of Quoth"}
    return (
        json.dumps(head | {key: one for key, one in whole.items() if key != "title"}, indent=1, sort_keys=True) + "\n"
    )


def _with_default(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [{"$ref": one["$ref"]}, {"type": "null"}]} if "$ref" in one else one


def _sections() -> list[type[BaseModel]]:
    kinds = (field.annotation for field in Config.model_fields.values())
    return [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]


def _told(model: type[BaseModel]) -> dict[str, str]:
    """The docstrings below the fields."""
    body = ast.parse(dedent(inspect.getsource(model))).body[0]
    told: dict[str, str] = {}
    lines = body.body if isinstance(body, ast.ClassDef) else []
    for field, below in pairwise(lines):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match below:
                case ast.Expr(ast.Constant(str() as said)):
                    told[field.target.id] = " ".join(said.split())
    return told
