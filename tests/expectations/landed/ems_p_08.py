"""Air pollution fees. Looks for kilograms in the place of tonnes and blank pollutants."""

import vocabulary as v

EXPECTATIONS = [
    v.between("sox_t", 0, 1e5, "tonnes of one plant and quarter", may_be_blank=True),
    v.between("nox_t", 0, 1e5, "tonnes of one plant and quarter", may_be_blank=True),
    v.between("tsp_t", 0, 1e5, "tonnes of one plant and quarter", may_be_blank=True),
    v.between("vocs_t", 0, 1e5, "tonnes of one plant and quarter", may_be_blank=True),
]
