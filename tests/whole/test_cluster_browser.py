"""Search, facet, section and export over a cluster, in a browser: the same as over the engine of
this machine."""

import urllib.request
from urllib.parse import unquote

import pytest
from material.cluster_site import engine_at, loaded
from material.loopback import served

pytestmark = pytest.mark.slow
SLOW = 30_000  # milliseconds: a cluster on a busy machine


@pytest.fixture(scope="module")
def cluster_root(opensearch, sample, tmp_path_factory):
    data = loaded(sample, tmp_path_factory.mktemp("cluster"), opensearch, "browsed")
    with engine_at(opensearch, INDEX="browsed"), served(data) as address:
        urllib.request.urlopen(address, timeout=120).close()  # what is read once is read before pages are timed
        yield address


@pytest.fixture
def root(cluster_root):
    return cluster_root


def count(page):
    return int(page.inner_text("#count strong").split()[0].replace(",", ""))


def follow(page, what):
    with page.expect_navigation(timeout=SLOW):
        what.click()


def test_search_facet_section_export(open_page, root, sample_root):
    page = open_page("/")
    page.set_default_timeout(SLOW)
    assert "OpenSearch" in page.inner_text("footer")
    page.fill("#q", '"行政复议"')
    with page.expect_navigation(timeout=SLOW):
        page.press("#q", "Enter")
    everything = count(page)
    value = page.locator('.facet[aria-labelledby="facet-year"] .value').first
    promised = int(value.locator(".count").inner_text())
    follow(page, value)
    assert count(page) == promised < everything
    here = page.evaluate("location.pathname + location.search")
    table = here.replace("/search?", "/search.csv?")
    exported = page.request.get(root + table)
    assert (exported.status, exported.text()) == (200, at_home(page, sample_root, root, table))
    follow(page, page.locator(".hit h2 a").first)
    anchor = unquote(page.evaluate("location.hash"))[1:]
    assert page.locator(f'[id="{anchor}"] mark').first.inner_text() == "行政复议"


def at_home(page, sample_root, root, path):
    """What the engine of this machine exports; addresses in it are those of its site."""
    return page.request.get(sample_root + path).text().replace(sample_root, root)
