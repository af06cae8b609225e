-- of one edition: each restates every year, with GWPs of its own
select
    inventory.year,
    {%- for gas in [
        'co2', 'ch4', 'n2o', 'hfcs', 'pfcs', 'sf6', 'nf3', 'total', 'absorption', 'net',
    ] %}
        {{ without_noise('inventory.' ~ gas ~ '_kt * 1000', 3) }} as {{ gas }}_tco2e,
    {%- endfor %}
    inventory.source_release_key,
    inventory.row_number
from {{ ref('stg_moenv__ghg_p_02') }} as inventory
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = inventory.source_release_key
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify dense_rank() over (
        order by release.vintage_date desc, inventory.source_release_key desc
    ) = 1
