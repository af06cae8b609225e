{{ landed_rows('plant_coordinates', {
    'control_no': 'varchar', 'facility_name': 'varchar', 'county_name': 'varchar',
    'longitude': 'double', 'latitude': 'double', 'coordinate_source': 'varchar',
}, seed=ref('open_data_plant_coordinate')) }}
