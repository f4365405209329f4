"""What templates put into a page is what they would put without being compiled otherwise."""

import pytest
from flask.templating import Environment
from markupsafe import Markup, escape

from web.escaping import Templates, escaped

VALUES = ["<b>'\"&", "", "审计", Markup("<b>"), 5, True, None, 0.5, ["<"], type("Own", (str,), {})("<i>")]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_equals_markupsafe(value):
    assert escaped(value) == str(escape(value))


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize(
    "source",
    [
        "{{ it }}",
        "{{ it ~ '<' }}",
        "{% set all %}{{ it }}{% endset %}{{ all }}",
        "{% macro m(x) %}<p>{{ x }}{% endmacro %}{{ m(it) }}",
        "{{ it | safe }}",
        "{% autoescape false %}{{ it }}{% endautoescape %}",
    ],
)
def test_templates_say_the_same(app, source, value):
    usual, ours = (
        kind(app, extensions=[], autoescape=True).from_string(source).render(it=value)
        for kind in (Environment, Templates)
    )
    assert ours == usual


@pytest.fixture
def app():
    from flask import Flask

    return Flask(__name__)
