"""A site on loopback for tests of the crawl: pages as a table, and a log of what was asked for."""

import ssl
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """`pages`: path → bytes, (status, headers, bytes) or a function of the handler. `asked`: (time,
    path, headers)."""

    pages: dict
    port: int = 0
    host: str = "127.0.0.1"
    asked: list = field(default_factory=list)

    @property
    def root(self):
        return f"http://{self.host}:{self.port}"

    def paths(self):
        return [path for _, path, _ in self.asked if path not in ("/robots.txt", "/sitemap.xml")]

    def answer(self, handler):
        page = self.pages.get(handler.path, self.pages.get(handler.path.split("?")[0], (404, {}, b"nothing here")))
        if callable(page):
            page = page(handler)
        if page is None:  # the function has answered
            return
        status, headers, body = page if isinstance(page, tuple) else (200, {}, page)
        etag = headers.get("ETag")
        if etag and handler.headers.get("If-None-Match") == etag:
            status, body = 304, b""
        handler.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)


@contextmanager
def serve(pages, secured=None, host="127.0.0.1"):
    """The site, while it is up; over TLS with the file of a certificate and its key. Every 127.x.x.x
    is a host of its own."""
    site = Site(pages, host=host)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            site.asked.append((time.monotonic(), self.path, dict(self.headers)))
            try:
                site.answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # clients that break off are what is tested
    site.port = server.server_port
    if secured:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(secured)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def linking(*paths, words="下一页"):
    """A page of links."""
    return (
        "<html><body>" + "".join(f"<p><a href='{path}'>{words}</a></p>" for path in paths) + "</body></html>"
    ).encode()


def certificate(folder):
    """A certificate that nobody signed but its holder, with its key, in one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name, today = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "songtang.example")]), datetime.now(UTC)
    made = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), today, today + timedelta(1)
    )
    written = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    kept = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "certificate.pem"
    path.write_bytes(kept + written)
    return path
