"""One module per publisher, over the one client."""
