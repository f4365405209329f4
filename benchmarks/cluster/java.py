"""The Java that runs a node."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from benchmarks.cluster.distribution import RECORDED, VERSION, Unavailable

_VERSION = re.compile(r'version "(\d+)')


def java() -> str:
    """The path of a Java that is new enough: that of JAVA_HOME, else the first one found. Raises
    Unavailable."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    found = found or shutil.which("java")
    if found is None:
        raise Unavailable(f"there is no Java here; OpenSearch {VERSION} needs {RECORDED['java']} or newer")
    version = _version(found)
    if version < RECORDED["java"]:
        raise Unavailable(f"Java {version} is too old; OpenSearch {VERSION} needs {RECORDED['java']} or newer")
    return found


def _version(path: str) -> int:
    """Which Java it is; 0 where it does not say."""
    try:
        said = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=60).stderr
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = _VERSION.search(said)
    return int(found[1]) if found else 0
