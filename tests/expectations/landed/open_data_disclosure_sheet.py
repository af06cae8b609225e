"""SBTi standing of the embedded panel. Looks for lost companies and for words the models cannot read."""

import vocabulary as v

DERIVED = {
    "year_number": "report_year",
    "approved": "count(*) filter (where value_text like '%1.5°C%' or value_text like '遠低於2°C%') over ()",
    "company_twice": "count(*) over (partition by tax_id, report_year, field_name)",
    "formosa": "case when tax_id = '86522210' then value_text end",
    "nan_ya": "case when tax_id = '75370905' then value_text end",
    "auo": "case when tax_id = '84149738' then value_text end",
}

EXPECTATIONS = [
    v.row_count(30, "one row for each of the 30 largest manufacturing emitters"),
    v.codes("year_number", [2024], "the sheet of 2024"),
    v.printed_as("tax_id", r"^\d{8}$", "a tax id keeps its leading zero"),
    v.between("company_twice", 1, 1, "one row a company"),
    v.codes("field_name", ["中期目標是否取得SBT認證"], "one column of the wide sheet"),
    v.codes(
        "value_text",
        ["無", "X", "符合1.5°C目標", "遠低於2°C", "承諾設定科學基礎目標"],
        "none, unknown, 1.5 C, well below 2 C, committed: the words that are read",
    ),
    v.between("approved", 8, 8, "eight have an approved target"),
    v.codes("formosa", ["無"], "Formosa Petrochemical has none"),
    v.codes("nan_ya", ["遠低於2°C"], "Nan Ya's is well below 2 C"),
    v.codes("auo", ["符合1.5°C目標"], "AUO's is for 1.5 C"),
    v.filled("source_release_key", 1, "every row names its release"),
]
