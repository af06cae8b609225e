"""From a checked candidate to what readers open: a release directory, swapped in whole."""
