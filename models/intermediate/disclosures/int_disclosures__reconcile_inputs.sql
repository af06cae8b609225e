-- one figure of a company in two inputs of the observatory: the one that is used, and each other
select
    {{ dataset_of_input('other.source_kind_code') }} as dataset,
    other.source_release_key,
    'two_inputs' as check_code,
    {{ dataset_of_input('other.source_kind_code') }} as table_ref,
    concat_ws('|', other.tax_id, other.year, other.measure, other.source_kind_code) as cell_ref,
    other.value as reported_value,
    -- whole GJ and kWh, thousand TWD
    case other.measure when 'revenue_twd' then 500.0 else 0.5 end as half_unit,
    case other.measure
        when 'total_energy_gj' then 'gj' when 'electricity_kwh' then 'kwh' else 'twd'
    end as unit_code,
    used.value as recomputed_value,
    rule.inputs_tolerance * used.value as input_tolerance,
    'the same figure in ' || {{ dataset_of_input('used.source_kind_code') }} as formula,
    cast(null as double) as alternative_value,
    cast(null as double) as alternative_tolerance,
    cast(null as varchar) as explanation_code
from {{ ref('int_disclosures__list_energy') }} as other
inner join {{ ref('int_disclosures__energy_year') }} as used
    on used.tax_id = other.tax_id
        and used.year = other.year
        and used.measure = other.measure
        and used.source_kind_code <> other.source_kind_code
left join {{ ref('int_disclosures__rule_in_force') }} as rule on rule.year = other.year
