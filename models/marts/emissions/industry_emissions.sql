{{ sum_plants_by('industry_code') }}
