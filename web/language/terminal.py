"""Sentences outside of the site, for the command and for Python programs: in Chinese, or in English
where the terminal or its user asks for it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from corpus.saying import Saying

LANGUAGES: Final = ("zh", "en")
VARIABLE: Final = "XUNZHANG_LANG"
# As every program asks them, the first that says something (POSIX, Internationalization Variables).
LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
CATALOGUE: Final = Path(__file__).parents[1] / "translations" / "en" / "LC_MESSAGES" / "messages.mo"
_COUNTED: Final = {
    "sections": "%(n)s 段",
    "reports": "%(n)s 份",
    "zones": "%(n)s 个主体",
    "occurrences": "%(n)s 处",
}
_chosen: list[str] = []  # what `speak` was told last; empty: the environment says it


def speak(language: str | None) -> None:
    """Say everything in `zh` or `en` from now on; None: as the environment says."""
    _chosen[:] = [language] if language else []


def language() -> str:
    """`zh` or `en`."""
    return _chosen[-1] if _chosen else of_environment(os.environ)


def of_environment(environment: Mapping[str, str]) -> str:
    """The language that an environment asks for: Chinese, unless it says English.

    >>> of_environment({"LANG": "en_US.UTF-8"}), of_environment({"LANG": "C.UTF-8"}), of_environment({})
    ('en', 'zh', 'zh')
    >>> of_environment({"XUNZHANG_LANG": "zh", "LC_ALL": "en_GB.UTF-8"})
    'zh'
    """
    said = (environment.get(name) for name in (VARIABLE, *LOCALES))
    wished = next(filter(None, said), "")
    return "en" if wished.lower().startswith("en") else "zh"


def spoken(text: str) -> str:
    """A sentence in the language of the terminal; what has no translation (data, what was typed)
    stays as it is."""
    if language() == "zh" or not text:
        return str(text)
    if not isinstance(text, Saying):
        return _catalogue().gettext(text)
    template = _catalogue().gettext(text.template)
    values = {name: spoken(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return template % values if values else template


def _(template: str, /, **values: object) -> str:
    """A sentence of the code's own, said at once."""
    return spoken(Saying(template, **values))


def counted(unit: str, number: int) -> str:
    """A number of sections, reports, zones or occurrences with its unit.

    >>> counted("sections", 1234)
    '1,234 段'
    """
    template = _COUNTED[unit]
    said = _catalogue().ngettext(template, template, number) if language() == "en" else template
    return said % {"n": f"{number:,}"}


def joined(parts: Iterable[str]) -> str:
    """Parts of a sentence beside each other.

    >>> joined(["新增 1", "更新 2"])
    '新增 1，更新 2'
    """
    return (", " if language() == "en" else "，").join(parts)


def joined_names(names: Iterable[str]) -> str:
    """Names in a row.

    >>> joined_names(["year", "zone"])
    'year、zone'
    """
    return (", " if language() == "en" else "、").join(names)


@lru_cache(maxsize=1)
def _catalogue() -> NullTranslations:
    with CATALOGUE.open("rb") as stream:
        return GNUTranslations(stream)
