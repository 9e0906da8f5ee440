"""A home visit: prepared, measured, photographed, judged, and compared with the one before."""
