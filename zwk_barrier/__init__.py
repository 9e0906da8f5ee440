"""ZWK Barriere: case work for municipal home-accessibility advice centres."""

__version__ = "0.5.0"
