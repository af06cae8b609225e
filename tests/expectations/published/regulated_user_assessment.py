"""Thresholds of energy users. Looks for fines of another currency and obligations beyond all."""

import vocabulary as v

EXPECTATIONS = [
    v.between("highest_penalty_twd", 1_000, 1e8, "TWD", may_be_blank=True),
    v.between("obligation_kw", 0, 1e7, "kW of renewable capacity", may_be_blank=True),
]
