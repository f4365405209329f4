"""Real nodes of OpenSearch for tests, on ports that are free and in a folder that goes afterwards.

Tests skip, with the reason, where there is no Java that is new enough, or the server can neither be
found nor fetched.
"""

import contextlib
import shutil
import socket
import tempfile
from pathlib import Path

import pytest

from benchmarks.cluster.distribution import Unavailable
from benchmarks.cluster.node import TRANSPORT
from benchmarks.cluster.nodes import passing


@contextlib.contextmanager
def running(nodes=1):
    """A cluster of so many nodes; skips where none is to be had."""
    folder = Path(tempfile.mkdtemp(prefix="xunzhang-nodes-"))  # pytest's own folders are closed to other users
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        try:
            cluster = stack.enter_context(passing(folder, free_port(nodes), nodes))
        except Unavailable as error:
            pytest.skip(f"no OpenSearch: {error}")
        yield cluster


def free_port(nodes):
    """A port from which on so many are free, with those for what nodes say to each other."""
    return next(port for port in range(21_200, 29_000, TRANSPORT * 2) if all(map(is_free, _needed(port, nodes))))


def _needed(port, nodes):
    return [each + offset for each in range(port, port + nodes) for offset in (0, TRANSPORT)]


def is_free(port):
    """Whether nobody listens there."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return not _refused(tried, port)


def _refused(tried, port):
    try:
        tried.bind(("127.0.0.1", port))
    except OSError:
        return True
    return False
