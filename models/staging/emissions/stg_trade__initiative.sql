{{ landed_rows('initiatives', {
    'company_name': 'varchar', 'sbti_status_text': 'varchar', 're100': 'boolean',
    'ev100': 'boolean', 'sec_ep100': 'boolean',
}, seed=ref('open_data_initiative')) }}
