"""The quality gate: Great Expectations suites over the landed data and the marts of a candidate."""
