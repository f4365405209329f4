"""Facts about places: divisions, development zones and the hosts of their sites, with the questions
one asks of them.

The tables lie beside this file as CSV; ORIGIN.md says where they come from.
"""

from corpus.gazetteer.divisions import (
    called,
    city_code,
    codes_named,
    division_code,
    division_name,
    place_of,
    province_code,
    rank_of,
)
from corpus.gazetteer.short_name import short_names
from corpus.gazetteer.zone_alias import zone_aliases
from corpus.gazetteer.zones import national_zone, zone_key, zones

__all__ = [
    "called",
    "city_code",
    "codes_named",
    "division_code",
    "division_name",
    "national_zone",
    "place_of",
    "province_code",
    "rank_of",
    "short_names",
    "zone_aliases",
    "zone_key",
    "zones",
]
