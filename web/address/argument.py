"""One argument of an address read as what it can be: text, one of several words, a number."""

from __future__ import annotations

import re
from typing import Final, Protocol

from corpus.errors import XunzhangError
from corpus.saying import Saying, listed

CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class BadParameter(XunzhangError):
    """An address holds a value that cannot be meant."""

    code = "bad_parameter"


class Arguments(Protocol):
    """What is read: the arguments of an address, each name with a list of values (Werkzeug's
    MultiDict)."""

    def getlist(self, key: str, /) -> list[str]:
        """All values of a name, in their order; none is []."""
        ...


def every(arguments: Arguments, name: str) -> list[str]:
    """The values of a name without the control characters that come along when text is pasted."""
    return [CONTROL.sub("", value) for value in arguments.getlist(name)]


def one(arguments: Arguments, name: str) -> str | None:
    """The one value of a name, None where there is none. Raises BadParameter for several."""
    values = every(arguments, name)
    if len(set(values)) > 1:
        raise BadParameter(
            Saying("参数 %(name)s 只能给一个值，这里给了 %(n)s 个；请只留一个。", name=name, n=len(values))
        )
    return values[0] if values else None


def choice(arguments: Arguments, name: str, choices: tuple[str, ...]) -> str:
    """A value that is one of `choices`; the first of them where there is none. Raises
    BadParameter."""
    value = one(arguments, name)
    if value is None:
        return choices[0]
    if value not in choices:
        raise BadParameter(
            Saying(
                "参数 %(name)s 的值“%(value)s”不认识；可用的是 %(choices)s。",
                name=name,
                value=short(value),
                choices=listed(choices),
            )
        )
    return value


def number(arguments: Arguments, name: str, default: int, least: int, most: int) -> int:
    """A whole number from `least` to `most`. Raises BadParameter."""
    value = one(arguments, name)
    if value is None:
        return default
    if not re.fullmatch(r"[0-9]{1,12}", value) or not least <= int(value) <= most:
        raise BadParameter(
            Saying(
                "参数 %(name)s 的值“%(value)s”不行；请给 %(least)s 到 %(most)s 之间的整数。",
                name=name,
                value=short(value),
                least=f"{least:,}",
                most=f"{most:,}",
            )
        )
    return int(value)


def short(value: str) -> str:
    """The value as an error may repeat it: short, on one line."""
    shown = value.replace("\n", " ").replace("\r", " ")
    return f"{shown[:40]}{'…' if len(shown) > 40 else ''}"
