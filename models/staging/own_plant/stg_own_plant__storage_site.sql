-- one row per storage site as stated, every column as text
{{ own_rows(
    'storage_site', ['site_id', 'place', 'capacity_kwh', 'battery_type', 'technology_count', 'standards', 'note'], ref('example_storage_site')
) }}
