-- one row per county and year
{{ sum_plants_by('county_code') }}
