"""The tornado. Looks for lost parameters, a ranking that is not one, and parameters that do nothing."""

import vocabulary as v

DERIVED = {
    "range_error": "range_tco2e - abs(at_high_change_tco2e - at_low_change_tco2e)",
    "out_of_order": "(range_tco2e > lag(range_tco2e) over (order by sort_order))::integer",
    "electricity_factor_rank": "case when parameter_code = 'electricity_factor' then sort_order end",
    # 5 % of the electricity: (59.8 TWh x 0.386 kg) x 0.05
    "electricity_factor_change": "case when parameter_code = 'electricity_factor' then at_high_change_tco2e / 1e6 end",
}

EXPECTATIONS = [
    v.row_count(19, "every parameter of the seed"),
    v.codes("sort_order", range(1, 20), "ranked from 1"),
    v.between("range_error", 0, 0, "between low and high"),
    v.between("out_of_order", 0, 0, "falling"),
    v.between("range_tco2e", 1, 5e6, "no parameter does nothing"),
    v.between("electricity_factor_rank", 1, 1, "the factor counts most"),
    v.between("electricity_factor_change", 1.10, 1.20, "59.8 TWh x 0.386 kg x 5 %"),
]
