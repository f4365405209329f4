"""A value worked out when it is first asked for and kept in the object, as
`functools.cached_property` does.

Up to Python 3.11 that takes a lock each time, 1 µs, and a search asks for ten; here two threads may
work out the same value twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")
Key = TypeVar("Key")


class once(Generic[Value]):  # noqa: N801 (read as `@property` is)
    """Decorates a method without arguments, which becomes an attribute."""

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self.make, self.name, self.__doc__ = make, make.__name__, make.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> once[Value]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...
    def __get__(self, instance: object | None, owner: type) -> Value | once[Value]:
        """The value; from then on it stands in the object itself, and nothing here is asked."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.make(instance)
        return value


class Last(Generic[Key, Value]):
    """The value for what was asked last."""

    def __init__(self) -> None:
        self._known: tuple[Key, Value] | None = None

    def of(self, key: Key, made: Callable[[], Value]) -> Value:
        """The value of a key, made where another one was asked for before."""
        known = self._known
        if known is None or known[0] != key:
            known = self._known = key, made()
        return known[1]
