"""Every string of the pages has its English, and the compiled catalogue is the one that is
written."""

import re

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from material.checkout import ROOT
from material.site_corpus import site

WEB = ROOT / "web"
CATALOGUE = WEB / "translations" / "en" / "LC_MESSAGES"
METHODS = [("templates/**.html", "jinja2"), ("templates/**.atom", "jinja2"), ("**.py", "python")]
KEYWORDS = {**DEFAULT_KEYWORDS, "Saying": None}
FOLDERS = ("web", "search", "index", "corpus")
HAN = re.compile(r"[\u4e00-\u9fff]")


def strings(messages):
    return {
        first(each.id): [each.string] if isinstance(each.string, str) else [*each.string]
        for each in messages
        if each.id
    }


@pytest.fixture(scope="module")
def catalogue():
    with (CATALOGUE / "messages.po").open("rb") as stream:
        return read_po(stream, locale="en")


def first(message):
    return message if isinstance(message, str) else message[0]


def test_every_string_has_its_english(catalogue):
    found = {
        first(message)
        for folder in FOLDERS
        for _, _, message, _, _ in extract_from_dir(WEB.parent / folder, METHODS, keywords=KEYWORDS)
    }
    written = {first(message.id) for message in catalogue if message.id and message.string and not message.fuzzy}
    assert found - written == set()
    assert written - found == set()  # nothing left behind


def test_placeholders_are_kept(catalogue):
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings if message.id else ():
            assert set(re.findall(r"%\(\w+\)s", string)) == set(re.findall(r"%\(\w+\)s", first(message.id)))


def test_the_compiled_catalogue_is_the_written_one(catalogue):
    with (CATALOGUE / "messages.mo").open("rb") as stream:
        compiled = read_mo(stream)
    assert strings(compiled) == strings(catalogue)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


@pytest.mark.parametrize(
    "address", ["/", "/search", "/search?view=kwic&q=a", "/zones", "/nothing", "/r/aaaaaaaaaaa1", '/search?q="']
)
def test_english_pages(client, address):
    text = client.get(address + ("&" if "?" in address else "?") + "lang=en").text
    assert '<html lang="en">' in text
    # What is left in Chinese is quoted, and says so.
    rest = re.sub(r"<(\w+)[^>]* lang=\"zh[^>]*>.*?</\1>", "", text[text.index("<body") :], flags=re.DOTALL)
    buttons = re.findall(r"<(?:button|h2 id|summary|label)[^>]*>([^<]*)<", rest)
    assert buttons
    assert not [button for button in buttons if HAN.search(button)]


def test_language_is_carried_along(client):
    for address in ("/", "/search", "/zones", "/r/aaaaaaaaaaa1"):
        tags = re.findall(r"<a [^>]*>", client.get(f"{address}?lang=en").text)
        inner = [tag for tag in tags if re.search(r'href="/(search|zones|r/\w+[?"])', tag) and "hreflang" not in tag]
        assert inner
        assert not [tag for tag in inner if "lang=en" not in tag]
