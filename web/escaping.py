"""How templates are compiled: each value put into a page is escaped by one call of C.

A page of results has two thousand such values. `markupsafe.escape` makes an object that remembers
that it is safe, for each of them, which is a third of the work of drawing the page; but what goes
into the page at once is only joined to it.
"""

from __future__ import annotations

import re
from typing import Final

from flask.templating import Environment
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from web.address.spelled import Address

try:
    from markupsafe._speedups import _escape_inner as plain
except ImportError:  # where markupsafe could not be compiled
    from markupsafe._native import _escape_inner as plain

INDENTED: Final = re.compile(r"\n[ \t]+")


def escaped(value: object) -> str:
    """A value as HTML: `str(markupsafe.escape(value))`.

    >>> escaped("<b>"), escaped(Markup("<b>")), escaped(5), escaped(None)
    ('&lt;b&gt;', Markup('<b>'), '5', 'None')
    """
    if type(value) is str:
        return plain(value)
    if type(value) is Markup:
        return value
    if type(value) is Address:
        return value.written()
    return str(value) if type(value) is int else str(escape(value))


class Escaping(CodeGenerator):
    """Writes templates that call `escaped` where the usual ones call `escape`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class Templates(Environment):
    """The templates of the site. How their source is indented is not sent: it was 5 KB of a page."""

    code_generator_class = Escaping
    escaped = staticmethod(escaped)

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """The source as it is compiled."""
        found = super().preprocess(source, name, filename)
        return INDENTED.sub("\n", found) if name and name.endswith(".html") else found
