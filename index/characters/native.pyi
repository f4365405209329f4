"""Types of the compiled module; what everything means stands in `index.characters.twin`."""

from collections.abc import Mapping

from index.characters.arrays import Array

class Text:
    size: int
    def __init__(self, arrays: Mapping[str, Array]) -> None: ...
    def rows(self, phrase: str) -> tuple[int, int]: ...
    def places(self, doc: int, phrase: str) -> list[int]: ...
