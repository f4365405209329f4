"""Sentences are those of Flask-Babel, in the language of the request."""

import flask_babel
import pytest
from flask import Flask

from web.language import languages, sentences


@pytest.fixture(scope="module")
def app():
    app = Flask("web")
    languages.register(app)
    return app


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_equal_those_of_flask_babel(app, lang):
    with app.test_request_context(f"/?lang={lang}"):
        assert sentences.gettext("检索") == flask_babel.gettext("检索")
        assert sentences.gettext("%(year)s 年没有收录", year=2020) == flask_babel.gettext(
            "%(year)s 年没有收录", year=2020
        )
        for number in (1, 2):
            ours = sentences.ngettext("%(n)s 段", "%(n)s 段", number, n=number)
            assert ours == flask_babel.ngettext("%(n)s 段", "%(n)s 段", number, n=number)
        assert languages.current() == lang


def test_what_is_put_into_a_page_is_escaped(app):
    with app.test_request_context("/?lang=en"):
        assert "&lt;b&gt;" in sentences.said("%(year)s 年没有收录", year="<b>")


def test_outside_of_a_request_they_stay():
    assert sentences.gettext("检索") == "检索"
    assert languages.current() == "zh"
