{{ sum_plants_by('county_code') }}
