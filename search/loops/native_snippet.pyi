"""Types of the compiled module; what everything means stands in `search.loops.stretch`."""

from index.characters.lookup import Characters
from search.answer import Snippet

# At run time `text` has to be a compiled one, as it is wherever this module was chosen.
def shown(text: Characters, doc: int, strings: list[str]) -> tuple[Snippet, int] | None: ...
