"""What several tests share: the shipped sample as a site, and one browser of each kind for all that
look at pages."""

import os
from functools import partial

import pytest
from hypothesis import settings
from material.browsers import Browsers
from material.checkout import SAMPLE
from material.cluster import running
from material.engines import EACH_ENGINE, ENGINES, is_twice, on
from material.loopback import served
from material.page_types import ids_of
from material.twins import EACH, asked

DESKTOP = {"width": 1280, "height": 800}
PATIENCE = 20_000  # milliseconds; how long machines that do other things beside take for a page
# Whoever runs the tests: the command speaks Chinese and reads no settings of theirs.
os.environ.update(XUNZHANG_LANG="zh", XUNZHANG_CONFIG=os.devnull)
# `make quick`: a tenth of the examples that Hypothesis draws where nothing else is said.
settings.register_profile("quick", max_examples=10)


def pytest_collection_modifyitems(items):
    """Marks tests that open a browser and puts them last: quick ones fail first, and Playwright's
    event loop stays in the thread once it runs."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
    items[:] = [item for item in items if not is_twice(item)]
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(tryfirst=True)
def pytest_collectreport(report):
    """Doctests are looked for first and leave out what cannot be imported, for an extra may be
    missing; tests in such a module would be gone without a word."""
    if report.skipped and "unable to import module" in str(report.longrepr) and report.nodeid.startswith("tests/"):
        report.outcome = "failed"


@pytest.fixture(scope="session", params=EACH_ENGINE)
def engine_over(request):
    """Indexes a store in a folder and gives an engine over it; a test that takes this is run with
    each kind of engine."""
    if request.param == "opensearch":
        return partial(ENGINES[request.param], request.getfixturevalue("opensearch"))
    return ENGINES[request.param]


@pytest.fixture(scope="session")
def engine_on(engine_over):
    """The same for reports: `engine_on(folder, *reports)`."""
    return partial(on, engine_over)


@pytest.fixture(scope="session")
def opensearch():
    """The address of one node of OpenSearch that starts empty, or of the one that is named; skips
    where none is to be had."""
    if named := os.environ.get("XUNZHANG_TEST_OPENSEARCH"):
        yield named
        return
    with running() as cluster:
        yield cluster.address


@pytest.fixture(scope="module", params=EACH)
def loops(request):
    """The inner loops of search and the index: whatever asks for this is tested with each twin of
    them."""
    with asked(request.param):
        yield request.param


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """A data folder that holds the shipped sample, cleaned and indexed."""
    from corpus.intake.add import add
    from corpus.store.folder import Store
    from index.build import build
    from web.commands.add import keep_notice

    data = tmp_path_factory.mktemp("sample")
    assert {added.status for added in add(Store(data), [SAMPLE])} == {"added"}
    keep_notice((SAMPLE,), data)
    build(Store(data), data / "index")
    return data


@pytest.fixture(scope="session")
def ids(sample):
    """Ids of the sample's reports by the names of their pages."""
    return ids_of(sample)


@pytest.fixture(scope="session")
def sample_root(sample):
    """The address of the site over the sample."""
    with served(sample) as address:
        yield address


@pytest.fixture
def root(sample_root):
    """The site that `open_page` opens; a file of tests may serve another one under this name."""
    return sample_root


@pytest.fixture(scope="session")
def browsers():
    """The browsers by name; skips where there is none."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed (make test installs it)"
    )
    with playwright.sync_playwright() as started:
        opened = Browsers(started)
        yield opened
        opened.close()


@pytest.fixture
def browser(request, browsers):
    """Chromium, or the browser that a test names."""
    return browsers[getattr(request, "param", "chromium")]


@pytest.fixture
def open_page(browser, root):
    """Opens an address in a fresh context; fails the test on any error in the console and on any
    dialog."""
    complaints, contexts = [], []

    def said(message):
        if message.type == "error" and "status of 4" not in message.text:
            complaints.append(f"{message.location.get('url', '')}: {message.text}")

    def asked(dialog):
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_page(address, **settings):
        context = browser.new_context(**{"viewport": DESKTOP, **settings})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", said)
        page.on("dialog", asked)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(root + address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe():
    return pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
