"""Grid factors. Looks for g in the place of kg, missing years, and a definition in the place of another."""

import vocabulary as v

DERIVED = {
    "actual_factor": "case when definition_code = 'utility_sales' and status = 'actual' then kgco2e_per_kwh end",
    "actual_year": "case when definition_code = 'utility_sales' and status = 'actual' then year::integer end",
}

EXPECTATIONS = [
    v.between("actual_factor", 0.4, 0.6, "Taiwan's grid since 2005, in kg per kWh"),
    v.codes("actual_year", range(2005, 2026), "one actual factor of utility sales for each year 2005 to 2025"),
    v.filled("source", 1, "every factor names its source"),
    v.filled("confidence", 1, "and how sure it is"),
]
