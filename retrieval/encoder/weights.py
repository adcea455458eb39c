"""Where do a model's numbers come from? A file of the format safetensors.

The format: https://huggingface.co/docs/safetensors: uint64 size of the header, the header in JSON (of each tensor its
type, shape and place among the bytes behind it), the numbers, little-endian. Of a large file, only those rows of the
table of words are in memory that were asked for.
"""

import json
import math
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.arrays import Vectors
from retrieval.storage.own_copy import own_copy

_SIZE = struct.Struct("<Q")


def weights_in(path: Path) -> Mapping[str, Vectors]:
    """The tensors of the file, by name. Raises OSError, or ValueError where it is damaged or not of 32 bit floats."""
    content = own_copy(path)
    try:
        (size,) = _SIZE.unpack_from(content)
        header = json.loads(content[_SIZE.size : _SIZE.size + size].tobytes())
        begin = _SIZE.size + size
        return {name: _tensor(content, begin, about) for name, about in header.items() if name != "__metadata__"}
    except (struct.error, KeyError, TypeError, AttributeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path.name} is damaged") from error


def _tensor(content: memoryview, begin: int, about: dict[str, Any]) -> Vectors:
    if about["dtype"] == "I64":  # numbers of places, which older files keep and nobody needs
        return np.empty(0, dtype=np.float32)
    if about["dtype"] != "F32":
        raise ValueError(f"only weights of 32 bit floats are read, not {about['dtype']}")
    first, last = about["data_offsets"]
    count = math.prod(about["shape"])
    if first < 0 or last - first != 4 * count or begin + last > len(content):
        raise ValueError("its tensors do not fit into it")
    return np.frombuffer(content, "<f4", count, begin + first).reshape(about["shape"])
