"""Runs the warehouse: build a candidate with dbt, check it with Great Expectations, publish it.

Start at `pipeline.py` (the three steps in order); `README.md` here is the run book.
"""
