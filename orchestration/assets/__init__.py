"""Assets of the warehouse: one file per kind."""
