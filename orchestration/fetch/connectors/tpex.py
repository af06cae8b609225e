"""Taipei Exchange: its open data, a JSON list of companies at each address.

Belongs here: what is its own: an empty list is one row without a value, and an address that it does
not know leads to a web page with status 200. Does not: reading lists (open_data.py).
"""

from orchestration.fetch.open_data import KNOWS, NEEDS, fetch

__all__ = ["KNOWS", "NEEDS", "fetch"]
