"""Taiwan Stock Exchange: its open data, a JSON list of companies at each address.

Belongs here: what is its own: the topics of ESG are empty lists outside of July to November. Does
not: reading lists (open_data.py).
"""

from orchestration.fetch.open_data import KNOWS, NEEDS, fetch

__all__ = ["KNOWS", "NEEDS", "fetch"]
