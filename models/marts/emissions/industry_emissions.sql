-- one row per industry of the plants and year
{{ sum_plants_by('industry_code') }}
