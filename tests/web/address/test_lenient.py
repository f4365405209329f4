"""A site answers addresses typed in Chinese, encoded or not."""

import contextlib
import socket
import threading

import pytest

from corpus.store.folder import Store
from index.build import build
from web.app import create_app
from web.commands.serve import listening, server_on


def run(server):
    with contextlib.suppress(OSError):  # its socket is closed under it
        server.run()


@pytest.fixture
def port(tmp_path):
    build(Store(tmp_path), tmp_path / "index")
    server = server_on(create_app(tmp_path), listening("127.0.0.1", 0))
    threading.Thread(target=run, args=[server], daemon=True).start()
    yield server.effective_port
    server.close()


@pytest.mark.parametrize("target", ["/healthz?q=火炬", "/healthz?q=%E7%81%AB", "/healthz"])
def test_typed_addresses_are_answered(port, target):
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 200")
