"""What is looked for in a segment's sorted characters, in C. Importing this fails where that was
not built."""

from __future__ import annotations

import sys

from index.characters.lookup import Characters
from index.characters.native_counts import CountedText


class Compiled(CountedText, Characters):
    """The compiled twin: what both classes answer is answered by the first, in C."""

    # Looking through a document takes 0.3 µs, counting 1,000 occurrences 4.
    OCCURRENCES_A_DOCUMENT = 96
    COUNTED_ANEW = sys.maxsize
