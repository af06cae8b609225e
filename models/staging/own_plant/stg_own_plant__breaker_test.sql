-- one row per trip test as stated, every column as text
{{ own_rows(
    'breaker_test',
    ['sample_id', 'rated_current_a', 'instantaneous_multiple', 'test_point_pct', 'test_current_a', 'duration_s', 'tripped', 'note'],
    ref('example_breaker_test')
) }}
