"""The national inventory. Looks for tonnes, lost signs, lost gases and years that slipped."""

import vocabulary as v

DERIVED = {
    "gap": """co2_kt + ch4_kt + n2o_kt + coalesce(hfcs_kt, 0) + coalesce(pfcs_kt, 0)
        + coalesce(sf6_kt, 0) + coalesce(nf3_kt, 0) - total_kt""",
    "net_gap": "total_kt + absorption_kt - net_kt",
    "change": "total_kt / lag(total_kt) over (order by year)",
}

EXPECTATIONS = [
    v.balanced("gap", 5, "the gases make the total"),
    v.balanced("net_gap", 5, "the total less what forests take up"),
    v.between("total_kt", 1e5, 4e5, "kilotonnes"),
    v.between("change", 0.8, 1.2, "a nation changes slowly"),
    v.between("year", 1985, 2100, "AD years"),
]
