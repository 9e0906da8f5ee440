"""Reads a finished document back the way somebody does who cannot see it."""
