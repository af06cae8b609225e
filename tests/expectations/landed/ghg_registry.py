import vocabulary as v

EXPECTATIONS = [v.rows(1, None, "x")]
