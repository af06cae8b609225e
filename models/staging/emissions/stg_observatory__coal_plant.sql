select * replace (lpad(tax_id, 8, '0') as tax_id)
from ({{ landed_rows('coal_plant', {
    'control_no': 'varchar', 'facility_name': 'varchar', 'tax_id': 'varchar',
    'year': 'integer', 'coal_t': 'double',
}, seed=ref('open_data_coal_plant')) }})
