-- one row per user and year: savings counted, electricity used, rate of the year and average of the period beside what is required
select
    input_code, organisation_id, year, period_code, user_type, contract_capacity_kw, electricity_kwh, electricity_measures_kwh, own_renewable_kwh,
    demand_response_kwh, heat_before_cap_kwh, heat_cap_kwh, heat_counted_kwh, saved_kwh, measure_count, saving_rate_pct, average_saving_rate_pct,
    counted_year_count, missing_years, required_pct, annual_status, average_status, missing_saving_kwh, average_missing_saving_kwh, report_due_date,
    needs_improvement_plan, improvement_plan_due_date, flags, rule_key, rule_source, rule_confidence, source_release_key
from {{ ref('int_duties__assess_saving') }}
