"""Every type of page as HTML: read by a strict parser, nothing inline, every id once, every link of
the site leading somewhere."""

import io
import re
from itertools import pairwise, product
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from material.page_types import PAGE_TYPES

from web.app import create_app

html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed (make test installs it)")

SVG = "{http://www.w3.org/2000/svg}"
# What our own templates may hold: a parser takes any name, a typing error included.
_NAMES = """
a abbr article datalist aside b body br button caption code col colgroup dd del details dfn div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 head header hr html input ins kbd label legend li link main mark meta nav ol option output
p pre q rp rt ruby samp script section select small span strong sub summary sup table tbody td textarea tfoot th thead time title
tr ul var wbr search svg:svg svg:a svg:circle svg:defs svg:pattern svg:g svg:line svg:path svg:polyline svg:rect svg:text svg:title
"""
ELEMENTS = frozenset(_NAMES.split())
FIELDS = {"input", "select", "textarea"}
LANGUAGES = {"zh-Hans", "zh-Hant", "en"}
FEW_LINKS = 3  # of one page that are followed for each path: facets have hundreds alike
EVERY = [
    pytest.param(name, lang, marks=marks)
    for name in PAGE_TYPES
    for lang, marks in (("zh", ()), ("en", pytest.mark.slow))
]


@pytest.fixture(scope="module")
def client(sample):
    return create_app(sample).test_client()


@pytest.fixture(scope="module")
def read(client, ids):
    """The answer of a page type in a language and its tree; each is fetched once."""
    known = {}

    def read(name, lang="zh"):
        if (name, lang) not in known:
            answer = client.get(PAGE_TYPES[name].address(ids, lang))
            parser = html5lib.HTMLParser(strict=False)
            tree = parser.parse(io.BytesIO(answer.data), transport_encoding="utf-8")
            known[name, lang] = answer, tree, parser.errors
        return known[name, lang]

    return read


def elements(tree):
    """(name, element) in document order; comments left out, drawings under their own names
    (`svg:title`)."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield element.tag.replace(SVG, "svg:").rpartition("}")[2], element


def said(element):
    """The text of an element and its name for a screen reader."""
    return (element.get("aria-label") or "").strip() or "".join(element.itertext()).strip()


def test_every_view_has_a_page_type(client):
    views = {
        rule.endpoint
        for rule in client.application.url_map.iter_rules()
        if not rule.rule.startswith(("/api/", "/static/", "/openapi.json", "/healthz")) and "." not in rule.rule
    }
    assert views <= {page.endpoint for page in PAGE_TYPES.values()}


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_a_strict_parser_reads_it(read, name, lang):
    answer, tree, errors = read(name, lang)
    assert answer.status_code == PAGE_TYPES[name].status
    assert answer.content_type == "text/html; charset=utf-8"
    assert [(where, code, more) for where, code, more in errors] == []
    assert {tag for tag, _ in elements(tree)} <= ELEMENTS


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_its_frame(read, name, lang):
    tree = read(name, lang)[1]
    found = list(elements(tree))
    of = {wanted: [element for tag, element in found if tag == wanted] for wanted in ("html", "title", "h1", "main")}
    assert of["html"][0].get("lang") == ("en" if lang == "en" else "zh-Hans")
    assert {wanted: len(of[wanted]) for wanted in ("title", "h1", "main")} == {"title": 1, "h1": 1, "main": 1}
    assert said(of["title"][0])
    assert {element.get("lang") for _, element in found} - {None} <= LANGUAGES
    steps = [int(tag[1]) for tag, _ in found if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(steps))


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_ids_are_unique_and_what_refers_to_them_finds_them(read, name, lang):
    found = list(elements(read(name, lang)[1]))
    ids = [element.get("id") for _, element in found if element.get("id") is not None]
    assert len(ids) == len(set(ids))
    assert not [identity for identity in ids if re.search(r"\s", identity) or not identity]
    for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "data-copies"):
        for _, element in found:
            assert set((element.get(attribute) or "").split()) <= set(ids), attribute


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_nothing_is_inline(read, name, lang):
    answer, tree, _ = read(name, lang)
    for tag, element in elements(tree):
        assert not [given for given in element.attrib if given == "style" or given.startswith("on")]
        assert tag != "style"
        assert tag != "script" or (element.get("src", "").startswith("/static/") and not said(element))
        for attribute in ("href", "src", "action", "formaction"):
            assert not (element.get(attribute) or "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_what_can_be_used_has_a_name(read, name, lang):
    found = list(elements(read(name, lang)[1]))
    labelled = {element.get("for") for tag, element in found if tag == "label"}
    for tag, element in found:
        if tag in ("a", "button", "summary", "svg:a"):
            assert said(element), element.attrib
        if tag in FIELDS and element.get("type") != "hidden":
            assert element.get("id") in labelled or element.get("aria-label"), element.attrib


def inner(tree, address):
    """The addresses of this site that a page links to, made whole."""
    for tag, element in elements(tree):
        link = element.get("src") if tag in ("img", "script") else element.get("href")
        if link and not urlsplit(link).netloc:
            yield urljoin(address, link)


@pytest.mark.slow
def test_every_link_of_the_site_leads_somewhere(client, read, ids):
    """Also to its anchor, where it names one."""
    wanted = {}
    for name, lang in product(PAGE_TYPES, ("zh", "en")):
        few = {}
        for link in inner(read(name, lang)[1], PAGE_TYPES[name].address(ids, lang)):
            path, _, anchor = link.partition("#")
            few.setdefault((urlsplit(path).path, bool(anchor)), {})[link] = None
        for links in few.values():
            for link in list(links)[:FEW_LINKS]:
                path, _, anchor = link.partition("#")
                wanted.setdefault(path, set()).add(unquote(anchor))
    refused = [name for name in PAGE_TYPES if PAGE_TYPES[name].status != 200]
    known = {unquote(PAGE_TYPES[name].address(ids, lang)) for name, lang in product(refused, ("zh", "en"))}
    broken = [broken for path, anchors in wanted.items() if (broken := faults(client, path, anchors, known))]
    assert broken == []
    assert len(wanted) > 100


def faults(client, path, anchors, known):
    """What is wrong with an address, None where nothing is; `known` are pages that say 4xx and link
    to themselves."""
    answer = client.get(path)
    if answer.status_code not in (200, 302) and unquote(path) not in known:
        return path, answer.status_code
    if answer.status_code == 302:
        path, _, anchor = answer.headers["Location"].partition("#")
        answer, anchors = client.get(path), {unquote(anchor)}
    missing = {anchor for anchor in anchors - {""} if f'id="{anchor}"' not in answer.text}
    return (path, missing) if missing else None
