"""Coal. Looks for kilograms, and for declarations that were lost."""

import vocabulary as v

DERIVED = {"year_mt": "sum(coal_t) over (partition by year) / 1e6"}

EXPECTATIONS = [
    v.between("coal_t", 0, 3e7, "no company burns more than 30 million tonnes"),
    v.between("year_mt", 1, 90, "million tonnes; Taiwan imports about 60"),
    v.filled("coal_t", 0.3, "a good part is declared", severity="warning"),
]
