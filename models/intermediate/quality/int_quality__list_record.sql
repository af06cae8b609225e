{{ list_records(
    emissions_records() + declaration_records() + market_records() + energy_audit_records()
    + disclosures_records() + exchange_records() + targets_records() + sector_plan_records()
    + own_plant_records()
) }}
