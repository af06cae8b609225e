{# Values of a pathway in a year, as expressions; null in years that the path does not cover. #}

{# E0 x (1 - r x (y - y0)), not below zero: absolute contraction.
   greatest() would take a null for zero. #}
{% macro linear_contraction(year, base_year, base_value, annual_rate) -%}
    case
        when {{ year }} >= {{ base_year }}
            and {{ base_value }} is not null
            and {{ annual_rate }} is not null
            then greatest(
                cast(0 as double),
                {{ base_value }} * (1 - {{ annual_rate }} * ({{ year }} - {{ base_year }}))
            )
    end
{%- endmacro %}

{# The straight line between two points. #}
{% macro between_points(year, from_year, from_value, to_year, to_value) -%}
    {{ from_value }} + ({{ to_value }} - {{ from_value }})
        * ({{ year }} - {{ from_year }}) / ({{ to_year }} - {{ from_year }})
{%- endmacro %}

{# Two targets in a row: base to middle, middle to end, then the end value.
   Null before the base; without an end, null after the middle. #}
{% macro two_step_path(year, base_year, base_value, mid_year, mid_value, end_year, end_value) -%}
    case
        when {{ year }} < {{ base_year }} then null
        when {{ year }} <= {{ mid_year }}
            then {{ between_points(year, base_year, base_value, mid_year, mid_value) }}
        when {{ year }} <= {{ end_year }}
            then {{ between_points(year, mid_year, mid_value, end_year, end_value) }}
        when {{ year }} > {{ end_year }} then {{ end_value }}
    end
{%- endmacro %}

{# The same change every year (CAGR): E0 x (E1 / E0) ^ ((y - y0) / (y1 - y0)).
   A target of zero is reached by no constant rate: null. #}
{% macro constant_rate_path(year, base_year, base_value, end_year, end_value) -%}
    case
        when {{ year }} >= {{ base_year }} and {{ base_value }} > 0 and {{ end_value }} > 0
            then {{ base_value }} * pow(
                {{ end_value }} / {{ base_value }},
                cast({{ year }} - {{ base_year }} as double) / ({{ end_year }} - {{ base_year }})
            )
    end
{%- endmacro %}

{# Convergence of an intensity to its sector's (SDA):
   (CI_b - SI_2050) x (SI_y - SI_2050) / (SI_b - SI_2050) x m + SI_2050.
   m is the market share of the base year over that of the year: 1 in the base year itself. #}
{% macro sectoral_convergence(
    year, base_year, base_value, sector_base, sector_value, sector_2050, market_share
) -%}
    ({{ base_value }} - {{ sector_2050 }})
        * (({{ sector_value }} - {{ sector_2050 }}) / ({{ sector_base }} - {{ sector_2050 }}))
        * case when {{ year }} = {{ base_year }} then 1 else {{ market_share }} end
        + {{ sector_2050 }}
{%- endmacro %}

{# A reduction on one base year, in per cent of another: 100 x (1 - (1 - r) x E_base / E_new). #}
{% macro rebase_reduction(reduction_pct, base_emissions, new_base_emissions) -%}
    100 * (
        1 - (1 - {{ reduction_pct }} / 100) * {{ base_emissions }}
        / nullif({{ new_base_emissions }}, 0)
    )
{%- endmacro %}
