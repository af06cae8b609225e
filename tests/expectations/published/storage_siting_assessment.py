"""Storage sites. Looks for MWh in the place of kWh."""

import vocabulary as v

EXPECTATIONS = [v.between("capacity_kwh", 0, 1e7, "kWh of one site", severity="warning")]
