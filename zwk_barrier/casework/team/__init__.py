"""What is due, for whom, and who stands in for whom."""
