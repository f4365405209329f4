"""The description of the API that `/openapi.json` gives, read from the file beside this module."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _file() -> dict[str, Any]:
    return dict(json.loads((Path(__file__).parent / "openapi.json").read_text(encoding="utf-8")))


def description(version: str) -> dict[str, Any]:
    """The OpenAPI document of this version of the site."""
    found = _file()
    return {**found, "info": {**found["info"], "version": version}}
