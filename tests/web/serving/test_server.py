"""Clients that do not read, say nothing or never end their request hold up nobody for long."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest
from material.site_corpus import LINXI, report, site

from web.app import create_app
from web.serving import channel
from web.serving.server import Server

pytestmark = pytest.mark.slow
LONG = "检索的文字，" * 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    sections = [(str(n), 1, None, None, f"第{n}段{LONG}", None) for n in range(400)]
    site(folder, tuple(report(f"fffffffffff{n}", LINXI, 2020 + n, sections) for n in range(9)))
    return folder


@pytest.fixture
def port(folder, monkeypatch):
    monkeypatch.setattr(channel, "UNREAD", 2.0)
    monkeypatch.setattr(channel, "IDLE", 2.0)
    monkeypatch.setattr(channel, "ARRIVING", 2.0)
    monkeypatch.setattr(channel, "CONNECTIONS", 20)
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(create_app(folder), [listening])
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server.effective_port
    server.end()
    thread.join(15)


def connected(port, text="", received=4096):
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, received)
    connection.settimeout(10)
    connection.connect(("127.0.0.1", port))
    connection.sendall(text.encode())
    return connection


def asked(port, path, headers=""):
    with connected(port, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n") as connection:
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


def status(port, path, headers=""):
    return int(asked(port, path, headers).split()[1])


def is_closed(connection, within):
    connection.settimeout(within)
    try:
        while connection.recv(65536):
            pass
    except TimeoutError:
        return False
    except ConnectionError:
        pass
    return True


def export(port):
    return connected(port, "GET /reports.jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n")


def test_exports_nobody_reads(port):
    unread = [export(port) for _ in range(12)]
    time.sleep(0.5)
    started = time.monotonic()
    assert status(port, "/api/search?q=检索") == 200
    assert time.monotonic() - started < 1
    refused = asked(port, "/reports.jsonl")
    assert refused.startswith(b"HTTP/1.1 503")
    assert b"Retry-After: 10" in refused
    time.sleep(5)
    assert status(port, "/search.csv?q=检索&limit=1") == 200  # who took nothing was let go of
    for each in unread:
        each.close()


def ends_while_told(connection, said, seconds):
    try:
        for _ in range(seconds * 5):
            connection.sendall(said)
            time.sleep(0.2)
    except ConnectionError:
        return True
    return False


def read_slowly(connection, until):
    connection.settimeout(1)
    with suppress(OSError):
        while time.monotonic() < until and connection.recv(20_000):
            time.sleep(0.1)


def begun(port):
    """The status of an export that is left at once."""
    with export(port) as connection:
        return int(connection.recv(100).split()[1])


@pytest.mark.parametrize(
    ("holding", "wanted", "expected"),
    [(2e6, 1, {200}), (1, 2e6, {503, 200}), (1, 1, {503})],
    ids=["holds a thread", "holds up others", "fast enough"],
)
def test_exports_read_slowly(port, monkeypatch, holding, wanted, expected):
    monkeypatch.setattr(channel, "HOLDING_PACE", (2.0, holding))
    monkeypatch.setattr(channel, "WANTED_PACE", (2.0, wanted))
    until = time.monotonic() + 12
    slow = [export(port) for _ in range(2)]
    readers = [threading.Thread(target=read_slowly, args=(each, until), daemon=True) for each in slow]
    for reader in readers:
        reader.start()
    time.sleep(7 if expected == {200} else 0.5)
    found = set()
    while time.monotonic() < until - 2 and 200 not in found:
        found.add(begun(port))
        time.sleep(0.5)
    for each in slow:
        each.close()
    assert found == expected


def test_a_refusal_is_read_by_who_is_still_sending(port):
    with connected(port, "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: " + "y" * 200_000) as connection:
        time.sleep(0.5)
        connection.sendall(b"y" * 200_000)
        assert connection.recv(65536).split()[1] == b"431"
        assert is_closed(connection, 6)


def test_a_refusal_is_not_told_for_ever(port):
    with connected(port, "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: " + "y" * 40_000) as connection:
        assert ends_while_told(connection, b"y" * 200_000, 8)


@pytest.mark.parametrize("said", ["", "GET / HT", "GET / HTTP/1.1\r\nHost: localhost\r\n", "\r\n"])
def test_who_says_nothing_is_let_go_of(port, said):
    with connected(port, said) as connection:
        assert is_closed(connection, 6)


def drip(connection):
    for _ in range(40):
        connection.sendall(b"X: y\r\n")
        time.sleep(0.2)


def test_a_request_that_drips_is_not_waited_for(port):
    with connected(port, "GET / HTTP/1.1\r\n") as connection, pytest.raises(ConnectionError):
        drip(connection)


def test_idle_connections_give_way(port):
    idle = [connected(port) for _ in range(60)]
    assert status(port, "/healthz") == 200
    for each in idle:
        each.close()


@pytest.mark.parametrize(
    ("path", "headers", "expected"),
    [
        ("/api/search?q=" + "a" * 9000, "", 414),
        ("/", "X: " + "y" * 32_800 + "\r\n", 431),
        ("/", "Content-Length: 99999999\r\n", 413),
        ("/", "no colon\r\n", 400),
        ("/", "Transfer-Encoding: odd\r\n", 501),
    ],
)
def test_what_the_server_refuses(port, path, headers, expected):
    answer = asked(port, path, headers)
    assert int(answer.split()[1]) == expected
    assert b"waitress" not in answer.lower()
    body = answer.partition(b"\r\n\r\n")[2].decode()
    assert json.loads(body)["error"] if path.startswith("/api") else "<!doctype html>" in body


@pytest.mark.parametrize("processes", ["1", "2"])
def test_sigterm_lets_an_answer_finish(folder, processes):
    code = "from web.command import main; main()"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--data", str(folder), "--processes", processes]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        port = int(process.stdout.readline().split()[1].rsplit(":", 1)[1].strip("/"))
        with export(port) as reader:
            got = len(reader.recv(1000))
            process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            tail = b""
            while part := reader.recv(1 << 20):
                got, tail = got + len(part), (tail + part)[-5:]
        started = time.monotonic()
        _, errors = process.communicate(timeout=20)
    assert time.monotonic() - started < 5
    assert tail == b"0\r\n\r\n"  # the last of the chunks
    assert got > 1_000_000
    assert "Traceback" not in errors
    assert process.returncode == 0
    with pytest.raises(ConnectionRefusedError):
        connected(port)


def test_sigterm_does_not_wait_for_who_does_not_read(folder):
    code = "from web.serving import server; server.LAST = 1.0; from web.command import main; main()"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--data", str(folder), "--processes", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        port = int(process.stdout.readline().split()[1].rsplit(":", 1)[1].strip("/"))
        unread = export(port)
        unread.recv(1)
        os.kill(process.pid, signal.SIGTERM)
        process.communicate(timeout=10)
        unread.close()
    assert process.returncode == 0


def test_the_proxy_is_believed_and_nobody_else(folder):
    for proxy, expected in ((None, {200}), ("127.0.0.1", {200, 429})):
        listening = socket.create_server(("127.0.0.1", 0))
        server = Server(create_app(folder), [listening], proxy)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        ask = "GET /reports.jsonl HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.9\r\n\r\n"
        unread = connected(server.effective_port, ask)
        time.sleep(0.5)
        found = status(server.effective_port, "/reports.jsonl", "X-Forwarded-For: 192.0.2.9\r\n")
        other = status(server.effective_port, "/reports.jsonl", "X-Forwarded-For: 192.0.2.8\r\n")
        assert {found, other} == expected
        unread.close()
        server.end()
        thread.join(15)
