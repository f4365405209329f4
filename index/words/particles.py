"""Characters that only join others when they are words. They never belong to a name, and nothing
one looks for ends in one."""

from __future__ import annotations

# 等 and 所 also end words (平等, 场所): compare whole words with these.
PARTICLES = frozenset(
    "的地得之了着过和与及跟同或并且而但则等在对为以于由从向往到自至把被将让使给按经因其此该这那各每是有也都就还又再更已未不所"
)
