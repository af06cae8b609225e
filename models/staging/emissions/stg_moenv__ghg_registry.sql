select * replace (upper(control_no) as control_no)
from ({{ landed_rows('ghg_registry', {
    'control_no': 'varchar', 'year': 'integer', 'tax_id': 'varchar', 'facility_name': 'varchar',
    'county_name': 'varchar', 'industry_name': 'varchar',
    'direct_tco2e': 'double', 'indirect_tco2e': 'double', 'total_tco2e': 'double',
}, seed=ref('open_data_ghg_registry')) }})
