"""Types of the compiled module; what everything means stands in `search.show.snippet`."""

from index.characters.native import Text
from search.answer import Snippet

def shown(text: Text, doc: int, strings: list[str]) -> tuple[Snippet, int] | None: ...
