"""Is a request what Discord's API takes? Checked against Discord's own OpenAPI description, for whoever has it."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator


class Contract:
    """The requests that Discord's API describes."""

    def __init__(self, description: dict[str, Any]) -> None:
        self._paths = description["paths"]
        self._components = description["components"]
        # Both are sent and accepted; the description names only strings.
        self._components["schemas"]["SnowflakeType"] = {"type": ["string", "integer"]}

    def complaints(self, method: str, path: str, body: object) -> list[str]:
        """What is wrong with the request, or nothing."""
        template = self._template(path)
        operation = self._paths.get(template, {}).get(method.lower())
        if operation is None:
            return [f"{method} {path} is no route of Discord"]
        if body is None:
            return []
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            return [f"{method} {template} takes no JSON body"]
        schema = {**content["application/json"]["schema"], "components": self._components}
        errors = Draft202012Validator(schema).iter_errors(body)
        return [f"{method} {template}: {error.json_path}: {error.message[:500]}" for error in errors]

    def _template(self, path: str) -> str:
        """The most literal of the templates that fit the path."""
        fitting = [t for t in self._paths if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", t), path)]
        return min(fitting, key=lambda template: template.count("{"), default="")


def contract(description: Path) -> Contract:
    """The description in a file of JSON, which may be packed by gzip. Raises OSError and ValueError."""
    packed = description.read_bytes()
    plain = gzip.decompress(packed) if packed.startswith(b"\x1f\x8b") else packed
    return Contract(_with_any_of(json.loads(plain)))


def _with_any_of(node: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The description with `oneOf` read as `anyOf`: its alternatives overlap."""
    if isinstance(node, dict):
        return {("anyOf" if key == "oneOf" else key): _with_any_of(value) for key, value in node.items()}
    return [_with_any_of(item) for item in node] if isinstance(node, list) else node
