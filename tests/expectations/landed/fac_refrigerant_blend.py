"""Composition of refrigerant blends. Looks for lost components."""

import vocabulary as v


def share(blend: str, gas: str) -> str:
    return f"case when blend_code = '{blend}' and gas_code = '{gas}' then mass_pct end"


DERIVED = {
    "blend_total": "sum(mass_pct) over (partition by blend_code)",
    "components": "count(*) over (partition by blend_code)",
    "r410a_hfc32": share("r410a", "hfc32"),
    "r410a_hfc125": share("r410a", "hfc125"),
    "r404a_hfc143a": share("r404a", "hfc143a"),
    "r407c_hfc134a": share("r407c", "hfc134a"),
}

EXPECTATIONS = [
    v.between("blend_total", 100 - 1e-9, 100 + 1e-9, "components add to the whole"),
    v.between("components", 2, 3, "two or three gases"),
    v.contains("blend_code", ["r404a", "r407c", "r410a", "r507a"], "the common blends"),
    v.between("r410a_hfc32", 50, 50, "half and half"),
    v.between("r410a_hfc125", 50, 50, "half and half"),
    v.between("r404a_hfc143a", 52, 52, "44 / 52 / 4"),
    v.between("r407c_hfc134a", 52, 52, "23 / 25 / 52"),
    v.filled("source", 1, "every row names its source"),
]
