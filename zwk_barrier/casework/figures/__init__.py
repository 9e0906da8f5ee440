"""What a person adds to the statistics: inhabitants, comments, an own choice of figures."""
