"""Industries of the yearbook, in both languages."""

import vocabulary as v

EXPECTATIONS = [
    v.contains("industry_code", v.INDUSTRIES, "the eight industries of the yearbook"),
    v.filled("name_en", 1, "both languages"),
    v.printed_as("name_zh", r"[\u4e00-\u9fff]", "a Chinese name, not question marks"),
]
