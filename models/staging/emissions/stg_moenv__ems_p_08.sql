{{ landed_rows('ems_p_08', {
    'control_no': 'varchar', 'report_period_text': 'varchar', 'status_text': 'varchar',
    'vocs_t': 'double', 'tsp_t': 'double', 'sox_t': 'double', 'nox_t': 'double',
    'toluene_t': 'double', 'xylene_t': 'double', 'benzene_t': 'double', 'ethylbenzene_t': 'double',
    'styrene_t': 'double', 'methylene_chloride_t': 'double', 'dichloroethane_11_t': 'double',
    'dichloroethane_12_t': 'double', 'chloroform_t': 'double', 'trichloroethane_111_t': 'double',
    'carbon_tetrachloride_t': 'double', 'trichloroethylene_t': 'double',
    'tetrachloroethylene_t': 'double', 'heavy_metal_t': 'double', 'dioxin_kg': 'double',
}) }}
