"""Statistik: the report of a period, questions, reach, demand, and what was handed out."""
