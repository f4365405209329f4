import numpy as np
from numpy.typing import NDArray

class Numbers:
    def __init__(self, held: NDArray[np.uint32]) -> None: ...
