select * exclude (row_number, base_source_release_key, base_row_number)
from {{ ref('int_energy_audit__select_indicator') }}
