-- 1 kcal = 4.1868 kJ: the two columns of a heating value say the same
select
    'fac_heating_value.csv: '
    || factor_key
    || ': '
    || kcal_per_unit
    || ' kcal is not '
    || gj_per_unit
    || ' GJ' as problem
from {{ ref('fac_heating_value') }}
where abs(kcal_per_unit * 4.1868e-6 / gj_per_unit - 1) > 1e-6
