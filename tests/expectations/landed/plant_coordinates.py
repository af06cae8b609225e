"""Coordinates of plants. Looks for swapped columns and points outside the island."""

import vocabulary as v

COLUMNS = """
    control_no facility_name county_name longitude latitude
"""

DERIVED = v.alive(COLUMNS)

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.between("longitude", 116, 124, "degrees east of Taiwan and its islands", mostly=0.95),
    v.between("latitude", 20, 27, "degrees north of Taiwan and its islands", mostly=0.95),
    v.distinct("control_no", 0.95, "a plant is listed once"),
]
