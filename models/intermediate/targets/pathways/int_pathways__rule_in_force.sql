{{ rules_in_force({
    'annual_cut_ratio': 'renewable:scope2_annual_cut',
    'solar_hours': 'renewable:solar_hours',
    'last_year': 'renewable:last_year',
    'national_share_pct': 'renewable:national_share_2030',
    'national_share_year': 'renewable:national_share_year',
}) }}
