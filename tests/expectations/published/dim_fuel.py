"""Fuels, in both languages."""

import vocabulary as v

EXPECTATIONS = [
    v.contains("fuel_code", v.FUELS, "the five fuels of the yearbook"),
    v.filled("name_en", 1, "both languages"),
    v.printed_as("name_zh", r"[\u4e00-\u9fff]", "a Chinese name, not question marks"),
]
