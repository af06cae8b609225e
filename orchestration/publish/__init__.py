"""From a checked candidate to what readers open: a release directory, swapped in whole."""

from orchestration.publish.release import publish

__all__ = ["publish"]
