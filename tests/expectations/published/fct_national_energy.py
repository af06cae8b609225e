"""National series in long form. Looks for lost measures."""

import vocabulary as v

EXPECTATIONS = [
    v.varied("measure_code", 8, "the book prints more than a dozen series"),
    v.between("year", 1990, 2100, "years, not columns"),
    v.filled("value", 0.8, "most cells are printed"),
]
