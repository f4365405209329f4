"""What a Python program asks for, checked: a wrong kind of argument gets a sentence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias, TypedDict

from corpus.errors import XunzhangError
from corpus.saying import Saying, listed
from search.request import FACETS, Request
from web.address.argument import short
from web.address.filters import check_value
from web.address.region import code
from web.language.terminal import spoken

Wish: TypeAlias = str | int | Iterable[str | int] | None
INTEGER: Final = Saying("整数（int）")
TEXT: Final = Saying("文字（str）")
VALUES: Final = Saying("文字、整数，或由它们组成的列表")
FOLDER: Final = Saying("文件夹的路径（str 或 Path）")


class Filters(TypedDict, total=False):
    """Any of several values will do; filters combine by AND. `year`: 2023, "2021..2023",
    range(2021, 2024); `region`: the name of a province or city, or its code; "" is what states none."""

    year: Wish
    region: Wish
    zone: Wish
    level: Wish
    part: Wish
    kind: Wish


class WrongArgument(XunzhangError, TypeError):
    """An argument of a kind that cannot be meant."""

    code = "wrong_argument"


def wrong(name: str, value: object, wanted: str) -> WrongArgument:
    """Which argument is wrong, and what would be right."""
    saying = Saying(
        "%(name)s 应是%(wanted)s，得到的是 %(value)s（%(kind)s）。",
        name=name,
        wanted=wanted,
        value=repr(value)[:60],
        kind=type(value).__name__,
    )
    return WrongArgument(spoken(saying))


def text(name: str, value: object) -> str:
    """A text. Raises WrongArgument."""
    if not isinstance(value, str):
        raise wrong(name, value, TEXT)
    return value


def one_of(name: str, value: object, choices: Sequence[str]) -> str:
    """One of several words. Raises WrongArgument."""
    if text(name, value) not in choices:
        saying = Saying(
            "参数 %(name)s 的值“%(value)s”不认识；可用的是 %(choices)s。",
            name=name,
            value=short(str(value)),
            choices=listed(choices),
        )
        raise WrongArgument(spoken(saying))
    return str(value)


def whole(name: str, value: object, least: int) -> int:
    """A whole number, at least `least`. Raises WrongArgument."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise wrong(name, value, Saying("不小于 %(least)s 的整数（int）", least=least) if least else INTEGER)
    return value


def folder(value: object) -> Path:
    """The path of a folder. Raises WrongArgument."""
    if not isinstance(value, str | os.PathLike) or not str(value):
        raise wrong("folder", value, FOLDER)
    return Path(value)


def request(query: object, filters: Mapping[str, Any], offset: object = 0, **more: Any) -> Request:
    """The request for a query within filters. Raises WrongArgument, and BadParameter for a value
    that means nothing."""
    return Request(
        text("query", query), dict(chosen(filters)), offset=whole("offset", offset, 0), partial=False, **more
    )


def chosen(filters: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The values chosen in each facet in use."""
    for name, value in filters.items():
        if name not in FACETS:
            saying = Saying("没有 %(name)s 这个参数；筛选用的是 %(known)s。", name=name, known=listed(FACETS))
            raise WrongArgument(spoken(saying))
        if values := tuple(_values(name, value)):
            yield name, values


def _values(name: str, value: Any) -> Iterator[str]:
    if value is None:
        return
    many = [value] if isinstance(value, str | int) else value
    if not isinstance(many, Iterable) or isinstance(many, bytes):
        raise wrong(name, value, VALUES)
    for each in many:
        if not isinstance(each, str | int) or isinstance(each, bool):
            raise wrong(name, each, VALUES)
        read = code(str(each)) if name == "region" else str(each)
        check_value(name, read)
        yield read


@contextmanager
def in_words() -> Iterator[None]:
    """Errors of ours come out in the language of the terminal."""
    try:
        yield
    except XunzhangError as error:
        if isinstance(error.said, Saying):
            error.args = (spoken(error.said), *error.args[1:])
        raise
