"""Goods under CBAM. Looks for certificates before 2026 or below the threshold, lost mark-ups, and a swapped share."""

import vocabulary as v


def of(declaration: str, value: str) -> str:
    """One example declaration, as SQL."""
    return f"case when input_code = 'example' and declaration_id = '{declaration}' then {value} end"


DUE = "status_code = 'certificates_due'"

DERIVED = {
    "undue": f"(not ({DUE}) and certificates_tco2e + cost_eur + certificates_benchmark_tco2e + cost_benchmark_eur <> 0)::integer",
    "too_early": f"({DUE} and year < 2026)::integer",
    "wrong_threshold": f"""case when year >= 2026 and sector_code in ('cement', 'fertilisers', 'iron_steel', 'aluminium')
        then (({DUE}) <> (importer_year_mass_t > 50))::integer end""",
    "no_threshold": f"case when year >= 2026 and sector_code in ('hydrogen', 'electricity') then (not ({DUE}))::integer end",
    "share": f"case when {DUE} then phase_in_pct end",
    "share_2026": f"case when {DUE} and year = 2026 and sector_code <> 'electricity' then phase_in_pct end",
    "shares_add": "phase_in_pct + free_allocation_pct",
    "electricity_share": f"case when {DUE} and sector_code = 'electricity' then phase_in_pct end",
    "certificates_off": f"case when {DUE} then abs(certificates_tco2e - embedded_tco2e * phase_in_pct / 100) end",
    "embedded_off": """abs(embedded_tco2e - coalesce(mass_t, electricity_mwh) * (1 + mark_up_pct / 100)
        * (direct_tco2e_per_t + case when counts_indirect then indirect_tco2e_per_t else 0 end))""",
    "mark_up_on_actual": "(not is_default_value and mark_up_pct > 0)::integer",
    "indirect_of_steel": """case when sector_code is not null then (counts_indirect <> (sector_code in ('cement', 'fertilisers')
        or cn_code = '26011200'))::integer end""",
    "more_than_embedded": f"case when {DUE} then greatest(certificates_tco2e, certificates_benchmark_tco2e) - embedded_tco2e end",
    "cost_and_deduction_off": f"""case when {DUE} then abs(cost_eur + carbon_price_deduction_eur
        - certificates_tco2e * price_eur_per_tco2e) end""",
    "price_missing": f"({DUE} and price_eur_per_tco2e is null)::integer",
    "late": f"case when {DUE} then date_diff('day', make_date(year + 1, 9, 30), declaration_due_on) end",
    "carried_price_as_sure": "(price_basis like 'last_known%' and confidence <> 'general_knowledge')::integer",
    "mass_and_mwh": "((mass_t is null) = (electricity_mwh is null))::integer",
    "steel_2026": of("EX-2026", "cost_eur"),
    "benchmark_2026": of("EX-2026-BENCHMARK", "certificates_benchmark_tco2e"),
    "default_2026": of("EX-2026-DEFAULT", "embedded_tco2e"),
    "default_2028": of("EX-2028-DEFAULT", "embedded_tco2e"),
    "urea_2028": of("EX-UREA-DEFAULT", "embedded_tco2e"),
    "exempt_50": of("EX-50-B", "(status_code = 'de_minimis_exempt')::integer"),
    "due_50_001": of("EX-50.001-B", f"({DUE})::integer"),
    "paid_more": of("EX-2034-PAID-MORE", "cost_eur"),
    "cost_2034": of("EX-2034", "cost_eur"),
    "example_status": "case when input_code = 'example' then status_code end",
}

STATUS = ["not_cbam_goods", "before_cbam", "transitional_reporting_only", "de_minimis_exempt", "certificates_due"]

EXPECTATIONS = [
    v.printed_as("cn_code", r"^\d{8}$", "eight digits"),
    v.between("undue", 0, 0, "no certificates, no cost"),
    v.between("too_early", 0, 0, "certificates begin with the imports of 2026"),
    v.between("wrong_threshold", 0, 0, "50 t is exempt, more is not"),
    v.between("no_threshold", 0, 0, "hydrogen and electricity have none"),
    v.between("share", 2.5, 100, "2.5 % in 2026, 100 % from 2034"),
    v.between("share_2026", 2.5, 2.5, "100 % less the factor of 97.5 %; swapped it would be 97.5"),
    v.between("shares_add", 100, 100, "what is not free is to be paid"),
    v.between("electricity_share", 100, 100, "no free allocation for electricity"),
    v.between("certificates_off", 0, 1e-4, "the share of the year"),
    v.between("embedded_off", 0, 1e-4, "mass times intensity, with the mark-up"),
    v.between("mark_up_on_actual", 0, 0, "only default values are marked up"),
    v.between("indirect_of_steel", 0, 0, "cement, fertilisers and sintered ore only"),
    v.between("more_than_embedded", None, 1e-6, "never more than is embedded"),
    v.between("cost_and_deduction_off", 0, 1e-2, "the deduction and the rest make the whole"),
    v.between("price_missing", 0, 0, "where certificates are due there is a price"),
    v.between("late", 0, 0, "30 September of the following year"),
    v.between("carried_price_as_sure", 0, 0, "a price carried forward is no fact"),
    v.between("mass_and_mwh", 0, 0, "tonnes, or MWh"),
    v.between("cost_eur", 0, None, "never below zero"),
    v.between("steel_2026", 470.75, 470.75, "250 t x 2.5 % x 75.32 EUR"),
    v.between("benchmark_2026", 22.5, 22.5, "120 t less 100 t x 97.5 %"),
    v.between("default_2026", 297, 297, "270 t with 10 %"),
    v.between("default_2028", 351, 351, "270 t with 30 %"),
    v.between("urea_2028", 274.72, 274.72, "272 t with 1 %"),
    v.between("exempt_50", 1, 1, "30 t and 20 t"),
    v.between("due_50_001", 1, 1, "one kilogram more"),
    v.between("paid_more", 0, 0, "80 EUR paid at home is more than a certificate costs"),
    v.between("cost_2034", 52_224, 52_224, "800 t x (75.28 - 10) EUR"),
    v.codes("example_status", STATUS, "all five occur"),
]
