"""Air pollutants of plants. Looks for kilograms, and for periods that were not read."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has no air pollutants of plants"

DERIVED = {
    "tonnes": "case when unit_code = 't' then value end",
    "dated": "(quarter is not null)::integer",
}

EXPECTATIONS = [
    v.between("value", 0, 1e5, "of one plant and quarter"),
    v.median("tonnes", 1e-4, 20, "tonnes; kilograms would be a thousandfold"),
    v.mean("dated", 0.95, None, "a period begins with its year and says its season"),
]
