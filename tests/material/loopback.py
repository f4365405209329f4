"""A site over a data folder, on loopback, for tests that ask over HTTP or look in a browser."""

import contextlib
import threading


@contextlib.contextmanager
def served(data):
    """The address of a site over `data`, on loopback, as `xunzhang serve` gives it."""
    from web.app import create_app
    from web.commands.serve import listening, server_on

    server = server_on(create_app(data), listening("127.0.0.1", 0))

    def run():
        with contextlib.suppress(OSError):  # its socket is closed under it
            server.run()

    threading.Thread(target=run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
