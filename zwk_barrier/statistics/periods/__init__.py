"""Closed periods: frozen, rounded or dotted, read back, and put right."""
