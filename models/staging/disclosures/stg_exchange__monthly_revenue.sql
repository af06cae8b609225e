-- amounts in thousand TWD, changes in per cent as published
{{ landed_rows('monthly_revenue', {
    'report_date': 'date', 'period': 'date', 'stock_code': 'varchar', 'company_name': 'varchar',
    'industry_name': 'varchar', 'revenue_twd1000': 'double', 'previous_month_twd1000': 'double',
    'same_month_last_year_twd1000': 'double', 'month_change_pct': 'double',
    'year_change_pct': 'double', 'cumulated_twd1000': 'double',
    'cumulated_last_year_twd1000': 'double', 'cumulated_change_pct': 'double', 'note': 'varchar',
}) }}
