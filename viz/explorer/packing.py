"""Data packed for a page: gzip in base64, which a browser unpacks itself; the same data give the same text."""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]


def packed(data: Mapping[str, object] | Sequence[object]) -> str:
    """Return the data as JSON, gzip and base64."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), 6, mtime=0)).decode()


def unpacked(text: str) -> Json:
    """Return the data that were packed."""
    data: Json = json.loads(gzip.decompress(base64.b64decode(text)))
    return data
