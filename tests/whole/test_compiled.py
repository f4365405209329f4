"""Where there is a compiler, the compiled modules are there: their loss would show in nothing but
speed."""

import importlib
import os
import shlex
import subprocess
import sysconfig
from functools import cache

import pytest
from material.twins import MODULES

from search.loops.chosen import is_compiled


@cache
def can_compile():
    """Whether C that includes Python's headers gets through the compiler that an installation would
    take."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    command = [*compiler, "-I", sysconfig.get_path("include"), "-x", "c", "-c", "-o", os.devnull, "-"]
    try:
        return not subprocess.run(command, input=b"#include <Python.h>\n", capture_output=True, check=False).returncode
    except OSError:
        return False


@pytest.mark.parametrize("module", MODULES)
def test_what_can_be_compiled_is(module):
    if not can_compile():
        pytest.skip("no C compiler with Python's headers here: numpy does the work")
    assert importlib.import_module(module)


def test_what_is_compiled_is_asked():
    if not can_compile() or os.environ.get("XUNZHANG_PURE"):
        pytest.skip("no C here, or none wanted")
    assert is_compiled()
