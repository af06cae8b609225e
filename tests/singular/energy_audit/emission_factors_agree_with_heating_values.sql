-- a factor per unit is heating value x kg per TJ; the 2024 announcement prints six digits
select
    'fac_emission_factor.csv: '
    || factors.factor_key
    || ': '
    || factors.kg_per_unit
    || ' kg per '
    || factors.unit_code
    || ' is not '
    || heat.gj_per_unit / 1000 * factors.kg_per_tj || ', heating value x kg per TJ' as problem
from {{ ref('fac_emission_factor') }} as factors
inner join {{ ref('fac_heating_value') }} as heat
    on heat.fuel_code = factors.fuel_code and heat.unit_code = factors.unit_code
        and heat.vintage
        = case factors.vintage
            when 'moenv_2024-02-05' then 'energy_administration_2024' else factors.vintage
        end
where abs(heat.gj_per_unit / 1000 * factors.kg_per_tj / factors.kg_per_unit - 1) > 1e-4
