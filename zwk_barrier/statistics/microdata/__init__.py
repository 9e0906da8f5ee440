"""Anonymised microdata: one row a person, generalised so far that nobody stands alone in any combination.

numpy is loaded here: import it where microdata are made, not where a page is built.
"""
