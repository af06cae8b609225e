"""The chain behind one published number, in plain words: `python3 -m orchestration trace`.

find.py finds the row and its steps in the published release, tell.py puts them into words.
"""

from orchestration.trace.tell import chain

__all__ = ["chain"]
