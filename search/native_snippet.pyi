"""Types of the compiled module; what everything means stands in `search.snippet`."""

from index.native import Text
from search.answer import Snippet

def shown(text: Text, doc: int, strings: list[str]) -> tuple[Snippet, int] | None: ...
