"""Where the real material lies beside the repository, and the marks that skip tests without it."""

import pytest
from material.checkout import ROOT

SHARED = ROOT.parent / "shared"
SEEDS = SHARED / "seeds"
GOLD = SEEDS / "gold"
DATA = SHARED / "data"

needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the five real reports are not beside this checkout (../shared/seeds)"
)
needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the real material is not beside this checkout (../shared/data)"
)
