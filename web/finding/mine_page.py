"""`/mine`: what one has searched for and starred, kept in this browser only; a script fills it in,
and nothing of it is sent."""

from __future__ import annotations

from flask import Flask, render_template, request

from web.address.parameters import State, read_language


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/mine", "mine_page", mine_page)


def mine_page() -> str:
    """The page without its lists: the browser has them."""
    return render_template("mine.html", state=State(lang=read_language(request.args)))
